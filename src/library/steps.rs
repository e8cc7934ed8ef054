//! Whether the figures of a method's steps hold together.

use crate::law::{Seriousness, StepKind};
use crate::quantity::{Range, Rate};

/// What does not hold together in a step of a method.
pub(super) fn problems(kind: &StepKind) -> Vec<String> {
    let mut problems = Vec::new();
    let mut holds = |range: Range<Rate>, proposed: Rate, what: &str| {
        if range.low > range.high || !range.contains(proposed) {
            problems.push(format!("the range of {what} must rise and hold its proposal"));
        }
    };
    match kind {
        StepKind::Seriousness { classes, .. } => {
            for class in classes {
                holds(class.share, class.proposed, "a class");
            }
            if Seriousness::ALL.iter().any(|level| !classes.iter().any(|class| class.level == *level)) {
                problems.push("all three classes must be there".to_owned());
            }
        }
        StepKind::TurnoverAdjustment { bands, without_turnover, .. } => {
            holds(without_turnover.share, without_turnover.proposed, "what is taken without a turnover");
            for band in bands {
                holds(band.share, band.share.low, "a band");
            }
            let contiguous = bands.windows(2).all(|pair| match pair {
                [lower, upper] => lower.up_to == Some(upper.above),
                _ => true,
            });
            if !contiguous || bands.last().is_none_or(|last| last.up_to.is_some()) {
                problems.push("the bands must follow on each other and the last must be open".to_owned());
            }
        }
        StepKind::Circumstances(ranges) => {
            holds(ranges.aggravating, ranges.aggravating_proposed, "aggravating circumstances");
            holds(ranges.mitigating, ranges.mitigating_proposed, "mitigating circumstances");
        }
        StepKind::Proportionality(range) => {
            holds(range.permitted, range.proposed, "step 5");
            holds(range.permitted, range.usual.low, "step 5");
            holds(range.permitted, range.usual.high, "step 5");
        }
        StepKind::AbilityToPay(terms) => {
            holds(terms.remains, Rate::WHOLE, "what remains");
            if terms.conditions.is_empty() {
                problems.push("inability to pay needs conditions".to_owned());
            }
        }
        StepKind::CategoryBand(bands) => {
            let known = |name: &str| bands.categories.iter().any(|category| category.id == name);
            for category in &bands.categories {
                if !category.band.contains(category.basic) {
                    problems.push(format!("the band of category {} must hold its basic amount", category.id));
                }
            }
            let named = bands.provisions.iter().map(|of| &of.category);
            let named = named.chain(bands.assumed.iter().map(|assumed| &assumed.category));
            problems.extend(named.filter(|name| !known(name)).map(|name| format!("there is no category `{name}`")));
            if bands.categories.is_empty() {
                problems.push("there must be categories".to_owned());
            }
        }
        StepKind::DailyRate(rates) => {
            for class in &rates.classes {
                holds(class.factor, class.proposed, "a factor");
            }
            if rates.days == 0 || rates.groups.last().is_none_or(|last| last.up_to.is_some()) {
                problems.push("the turnover must be divided by days, and the last group be open".to_owned());
            }
        }
        StepKind::Concurrence | StepKind::Fault { .. } | StepKind::LegalMaximum { .. } | StepKind::Reprimand { .. } => {
        }
    }
    problems
}
