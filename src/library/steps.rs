//! Whether the figures of a method's steps hold together.

use crate::law::{
    CategoryBands, CircumstanceRanges, DailyRates, Methodology, Proportionality, Seriousness, SeriousnessClass,
    StepKind, TurnoverBand, WithoutTurnover,
};
use crate::quantity::{Currency, Money, Range, Rate};

/// The file a method stands in.
pub(super) fn method_file(method: &Methodology) -> String {
    format!("assets/law/{}/methodologies/{}.ron", method.framework, method.id)
}

/// What does not hold together in a step of a method that counts in a currency: the key it
/// stands under, and what is wrong.
pub(super) fn problems(kind: &StepKind, currency: Currency) -> Vec<(&'static str, String)> {
    let mut figures = Figures { currency, problems: Vec::new() };
    match kind {
        StepKind::Seriousness { classes, medium_from, high_from, .. } => {
            figures.seriousness(classes);
            figures.balances(*medium_from, *high_from);
        }
        StepKind::TurnoverAdjustment { bands, without_turnover, near_edge, .. } => {
            figures.within("near_edge", Range::only(*near_edge), "what is near an edge");
            figures.bands(bands, without_turnover);
        }
        StepKind::Circumstances(ranges) => figures.circumstances(ranges),
        StepKind::Proportionality(range) => figures.proportionality(range),
        StepKind::AbilityToPay(terms) => {
            figures.holds("remains", terms.remains, Rate::WHOLE, "what remains");
            figures.within("remains", terms.remains, "what remains");
            if terms.conditions.is_empty() {
                figures.problem("conditions", "inability to pay needs conditions");
            }
        }
        StepKind::CategoryBand(bands) => figures.categories(bands),
        StepKind::DailyRate(rates) => {
            figures.daily(rates);
            figures.balances(rates.medium_from, rates.high_from);
        }
        StepKind::LegalMaximum { unknown_turnover: assumed } => {
            let (low, high) = (assumed.range.low, assumed.range.high);
            let one_currency = figures.in_currency("unknown_turnover", [low, high, assumed.proposed].map(Some));
            if one_currency && (!low.is_less_than(high) || !assumed.range.contains(assumed.proposed)) {
                figures.problem("unknown_turnover", "the turnovers assumed must rise and hold the proposal");
            }
        }
        StepKind::Concurrence | StepKind::Fault { .. } | StepKind::Reprimand { .. } => {}
    }
    figures.problems
}

/// Whether both ends of a range lie above those of the one before.
fn is_above(one: Range<Money>, next: Range<Money>) -> bool {
    one.low.is_less_than(next.low) && one.high.is_less_than(next.high)
}

struct Figures {
    currency: Currency,
    problems: Vec<(&'static str, String)>,
}

impl Figures {
    fn problem(&mut self, key: &'static str, message: impl Into<String>) {
        let problem = (key, message.into());
        if !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }

    fn seriousness(&mut self, classes: &[SeriousnessClass]) {
        for class in classes {
            self.holds("classes", class.share, class.proposed, "a class");
            self.within("classes", class.share, "a class");
        }
        if classes.windows(2).any(|pair| matches!(pair, [one, next] if next.share.low != one.share.high)) {
            self.problem("classes", "each class must begin where the one before ends, the lowest first");
        }
        if Seriousness::ALL.iter().any(|level| !classes.iter().any(|class| class.level == *level)) {
            self.problem("classes", "all three classes must be there");
        }
    }

    fn bands(&mut self, bands: &[TurnoverBand], without: &WithoutTurnover) {
        self.holds("without_turnover", without.share, without.proposed, "what is taken without a turnover");
        self.within("without_turnover", without.share, "what is taken without a turnover");
        let mut one_currency = true;
        for band in bands {
            self.holds("bands", band.share, band.share.low, "a band");
            self.within("bands", band.share, "a band");
            one_currency &= self.in_currency("bands", [Some(band.above), band.up_to]);
        }
        // Amounts of two currencies cannot be compared.
        if !one_currency {
            return;
        }
        let contiguous = bands.windows(2).all(|pair| match pair {
            [lower, upper] => lower.up_to == Some(upper.above),
            _ => true,
        });
        if !contiguous || bands.last().is_none_or(|last| last.up_to.is_some()) {
            self.problem("bands", "the bands must follow on each other and the last must be open");
        }
        let empty = bands.iter().any(|band| band.up_to.is_some_and(|top| !band.above.is_less_than(top)));
        if contiguous && (empty || bands.first().is_some_and(|first| first.above.minor() != 0)) {
            self.problem("bands", "the bands must begin at nothing and rise");
        }
        let falls = |one: Range<Rate>, next: Range<Rate>| next.low < one.low || next.high < one.high;
        if bands.windows(2).any(|pair| matches!(pair, [one, next] if falls(one.share, next.share))) {
            self.problem("bands", "the share of a band must not be lower than that of the band before");
        }
    }

    fn circumstances(&mut self, ranges: &CircumstanceRanges) {
        let (raising, lowering) = (ranges.aggravating, ranges.mitigating);
        self.holds("aggravating", raising, ranges.aggravating_proposed, "aggravating circumstances");
        self.holds("mitigating", lowering, ranges.mitigating_proposed, "mitigating circumstances");
        if raising.low < Rate::ZERO {
            self.problem("aggravating", "an aggravating circumstance must not lower the amount");
        }
        if lowering.high > Rate::ZERO || lowering.low.ppm() < -Rate::WHOLE.ppm() {
            self.problem("mitigating", "a mitigating circumstance lowers the amount, by 100 % at most");
        }
    }

    fn proportionality(&mut self, range: &Proportionality) {
        for rate in [range.proposed, range.usual.low, range.usual.high] {
            self.holds("permitted", range.permitted, rate, "step 5");
        }
        if range.permitted.low < Rate::ZERO || range.usual.low > range.usual.high {
            self.problem("permitted", "the factors of step 5 must rise and not be below zero");
        }
    }

    fn categories(&mut self, bands: &CategoryBands) {
        let mut one_currency = true;
        for category in &bands.categories {
            let amounts = [category.band.low, category.band.high, category.basic].map(Some);
            let comparable = self.in_currency("categories", amounts);
            one_currency &= comparable;
            if comparable && !category.band.contains(category.basic) {
                let message = format!("the band of category {} must hold its basic amount", category.id);
                self.problem("categories", message);
            }
        }
        let amounts: Vec<Range<Money>> = bands.categories.iter().map(|category| category.band).collect();
        if one_currency && amounts.windows(2).any(|pair| matches!(pair, [one, next] if !is_above(*one, *next))) {
            self.problem("categories", "the categories must rise, the lowest first");
        }
        let known = |name: &str| bands.categories.iter().any(|category| category.id == name);
        let named = bands.provisions.iter().map(|of| ("provisions", &of.category));
        let named = named.chain(bands.assumed.iter().map(|assumed| ("assumed", &assumed.category)));
        for (key, name) in named.filter(|(_, name)| !known(name)) {
            self.problem(key, format!("there is no category `{name}`"));
        }
        if bands.categories.is_empty() {
            self.problem("categories", "there must be categories");
        }
    }

    fn daily(&mut self, rates: &DailyRates) {
        for class in &rates.classes {
            self.holds("classes", class.factor, class.proposed, "a factor");
        }
        if rates.days == 0 || rates.groups.last().is_none_or(|last| last.up_to.is_some()) {
            self.problem("groups", "the turnover must be divided by days, and the last group be open");
        }
        let mut one_currency = true;
        for group in &rates.groups {
            one_currency &= self.in_currency("groups", [group.up_to, group.mean]);
        }
        let tops: Vec<Money> = rates.groups.iter().filter_map(|group| group.up_to).collect();
        if one_currency && tops.windows(2).any(|pair| matches!(pair, [one, next] if !one.is_less_than(*next))) {
            self.problem("groups", "the groups must rise, the smallest first");
        }
    }

    fn holds(&mut self, key: &'static str, range: Range<Rate>, proposed: Rate, what: &str) {
        if range.low > range.high || !range.contains(proposed) {
            self.problem(key, format!("the range of {what} must rise and hold its proposal"));
        }
    }

    fn within(&mut self, key: &'static str, range: Range<Rate>, what: &str) {
        if range.low < Rate::ZERO || range.high > Rate::WHOLE {
            self.problem(key, format!("the share of {what} must lie between 0 % and 100 %"));
        }
    }

    fn balances(&mut self, medium_from: i64, high_from: i64) {
        if medium_from >= high_from {
            self.problem("medium_from", "`medium_from` must be lower than `high_from`");
        }
    }

    /// Whether amounts are in the currency of the method, so that they can be compared.
    fn in_currency<const N: usize>(&mut self, key: &'static str, amounts: [Option<Money>; N]) -> bool {
        let own = self.currency;
        let other = amounts.into_iter().flatten().find(|amount| amount.currency() != own);
        if let Some(other) = other {
            let (other, own) = (other.currency().code(), own.code());
            self.problem(key, format!("an amount is in {other}; the method counts in {own}"));
        }
        other.is_none()
    }
}
