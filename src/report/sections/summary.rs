//! The first page: one paragraph, one picture, five actions; and what it rests on.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::Source;
use crate::analysis;
use crate::facts::{Turnover, Until};
use crate::findings::Finding;
use crate::headline::{Estimate, Headline};
use crate::law::{ProvisionId, Rule};
use crate::library::{EditionId, Section, Withheld};
use crate::quantity::Money;
use crate::report::{
    Block, Cell, Chart, ChartMark, Column, Inline, Row, Tone, Typed, amount_in_words, between, layers_in_words,
    outside_in_words,
};

/// How many steps the curve of the chart has.
const BINS: u8 = 96;
/// How many actions the first page names.
const ACTIONS: usize = 5;

pub(super) fn blocks(source: Source<'_>) -> Vec<Block> {
    let text = source.text;
    let calculation = &source.analysis.calculation;
    let mut blocks = vec![source.heading("report.summary.heading")];
    if source.withholds(Withheld::Estimate) {
        blocks.push(without_estimate(source));
        blocks.extend(what_to_do(source));
        return blocks;
    }
    let headline = analysis::headline(source.case_file, source.library, source.analysis, source.exposure);
    let Some(headline) = headline else {
        blocks.push(without_fine(source));
        blocks.extend(source.not_in_figures());
        blocks.extend(decided(source));
        blocks.extend(what_to_do(source));
        return blocks;
    };
    let alleged = alleged(source);
    let range = text.rough_range(headline.both.most);
    let middle = text.rough_money(headline.both.median);
    let mut beside: Vec<String> = Vec::new();
    if source.contents.has(Section::Assumptions) {
        beside.push(text.t("report.summary.combined").to_owned());
    }
    if let Some(chance) = headline.chance {
        beside.push(text.fill("headline.sentence_chance", &[("percent", &chance.percent.to_string())]));
    }
    beside.push(layers_in_words(&headline, text));
    blocks.push(Block::Paragraph {
        content: vec![
            Inline::text(alleged + " "),
            Inline::text(text.t("report.summary.middle_before")),
            Inline::strong(middle),
            Inline::text(text.fill("report.summary.middle_after", &[("range", &range)]) + " "),
            Inline::text(beside.join(" ") + " "),
            Inline::text(text.fill(
                "report.summary.method",
                &[
                    ("point", &text.rough_money(calculation.fine.point)),
                    ("low", &text.rough_money(calculation.fine.low)),
                    ("high", &text.rough(calculation.fine.high)),
                    ("maximum", &between(calculation.maximum, |amount| text.money(amount), text)),
                ],
            )),
        ],
    });
    blocks.extend(source.not_in_figures());
    blocks.extend(decided(source));
    blocks.push(Block::heading(2, text.t("report.summary.estimate").to_owned()));
    let (chart, left_out) = chart(source, &headline);
    blocks.push(Block::Chart(chart));
    if left_out > 0 {
        blocks.push(Block::Note { content: vec![Inline::text(text.plural("report.chart.left_out", left_out))] });
    }
    blocks.extend(what_to_do(source));
    blocks
}

/// What the report speaks to, and nothing of what could be charged or cost.
fn without_estimate(source: Source<'_>) -> Block {
    if source.infringements().next().is_none() {
        return source.paragraph("report.findings.none", &[]);
    }
    let provisions: Vec<&str> = source.infringements().map(|infringement| infringement.provision.as_str()).collect();
    let names = [("name", source.name()), ("law", source.law().to_owned()), ("provisions", provisions.join(", "))];
    let names: Vec<(&str, &str)> = names.iter().map(|(name, value)| (*name, value.as_str())).collect();
    source.paragraph("report.summary.addressed", &names)
}

/// Why no fine is estimated: nothing is alleged, or what is alleged ends in none.
fn without_fine(source: Source<'_>) -> Block {
    if source.analysis.assessment.infringements().next().is_none() {
        return source.paragraph("report.summary.nothing", &[]);
    }
    let alleged = alleged(source);
    let none = source.text.t("report.summary.no_fine");
    Block::Paragraph { content: vec![Inline::text(format!("{alleged} {none}"))] }
}

/// What would be alleged to have been infringed, by the law of the method.
fn alleged(source: Source<'_>) -> String {
    let law = &source.library.law;
    let is_beside = |id: &ProvisionId| law.provision(id).is_some_and(|known| law.beside_of(known).is_some());
    // Each once, in the order of the law, however many conducts infringe it.
    let alleged: BTreeSet<&ProvisionId> = source.infringements().map(|infringement| &infringement.provision).collect();
    let all = law.provisions.iter().map(|known| &known.id).filter(|id| alleged.contains(id));
    let (beside, own): (Vec<_>, Vec<_>) = all.partition(|id| is_beside(id));
    let beside: Vec<String> = beside.into_iter().map(|id| source.text.article(id.as_str())).collect();
    let (beside, own): (_, Vec<&str>) = (beside.join(", "), own.into_iter().map(ProvisionId::as_str).collect());
    let (name, own) = (source.name(), own.join(", "));
    let names = [("name", name.as_str()), ("law", source.law()), ("provisions", &own), ("beside", &beside)];
    let key = match (own.is_empty(), beside.is_empty()) {
        (false, false) => "report.summary.alleged_both",
        (true, false) => "report.summary.alleged_beside",
        (_, true) => "report.summary.alleged",
    };
    source.text.fill(key, &names)
}

/// What was imposed in this very matter, where it was decided.
pub(super) fn decided(source: Source<'_>) -> Option<Block> {
    let text = source.text;
    let decision = source.library.decision(source.case_file.decided_as.as_deref()?)?;
    let amount = amount_in_words(decision, text);
    let words = text.fill(
        "report.summary.decided",
        &[
            ("authority", source.library.law.vocabulary.authority_name(&decision.authority)),
            ("number", &decision.number),
            ("date", &text.date(decision.decided)),
            ("amount", &amount),
        ],
    );
    Some(Block::Paragraph { content: vec![Inline::text(words)] })
}

/// What a reader must know before relying on the figures.
fn warnings(source: Source<'_>) -> Vec<Block> {
    // What is in no figure stands above, beside the figures.
    let all = source.analysis.calculation.warnings.iter();
    let warnings: Vec<_> = all.filter(|warning| !warning.is_of_headline()).collect();
    if warnings.is_empty() {
        return Vec::new();
    }
    let items =
        warnings.into_iter().map(|warning| vec![Inline::text(source.text.warning(warning, &source.library.law))]);
    let heading = source.text.t("warning.heading").to_owned();
    vec![Block::heading(2, heading), Block::List { items: items.collect() }]
}

/// The distribution with the comparable decisions below it, and how many of those it
/// cannot show.
fn chart(source: Source<'_>, headline: &Headline) -> (Chart, usize) {
    let text = source.text;
    let currency = source.analysis.methodology.currency;
    let both = &headline.both;
    let from = both.at(0.005).major().max(1).checked_ilog10().unwrap_or_default();
    let to = both.at(0.995).major().max(10).checked_ilog10().unwrap_or_default() + 1;
    let amount = |exponent: u32| Money::from_major(10_i64.saturating_pow(exponent), currency);
    let curve = heights(both, f64::from(from), f64::from(to));
    let marked = [("P10", both.most.low), ("P50", both.median), ("P90", both.most.high)];
    let marks = marked.map(|(name, money)| ChartMark {
        at: exponent(money),
        label: text.fill("report.chart.mark", &[("name", name), ("amount", &text.rough(money))]),
    });
    let rates = &source.library.law.rates;
    let comparables = source.analysis.comparables.iter().map(|near| near.decision);
    let fined = comparables.filter(|decision| decision.standing_amount().is_some_and(|money| money.minor() > 0));
    let standing: Vec<Option<Money>> =
        fined.map(|decision| decision.standing_in(currency, rates).map(|standing| standing.amount)).collect();
    let shown = standing.iter().flatten().filter(|money| money.minor() > 0).map(|money| exponent(*money));
    let dots: Vec<f64> = shown.filter(|at| (f64::from(from)..=f64::from(to)).contains(at)).collect();
    let left_out = standing.len() - dots.len();
    let [p10, p50, p90] = marked.map(|(_, money)| text.rough_money(money));
    let chart = Chart {
        alternative: text.fill("report.chart.alternative", &[("p10", &p10), ("p50", &p50), ("p90", &p90)]),
        caption: text.fill("report.chart.caption", &[("currency", currency.code())]),
        axis: (f64::from(from), f64::from(to)),
        ticks: (from..=to).map(|exponent| (f64::from(exponent), text.short(amount(exponent)))).collect(),
        curve,
        marks: marks.into(),
        dots,
    };
    (chart, left_out)
}

#[expect(clippy::cast_precision_loss, reason = "a place on a logarithmic axis")]
fn exponent(money: Money) -> f64 {
    libm::log10(money.major().max(1) as f64)
}

/// The heights of the estimate's curve, the tallest brought to one.
fn heights(estimate: &Estimate, from: f64, to: f64) -> Vec<f64> {
    let step = (to - from) / f64::from(BINS);
    let all: Vec<f64> = (0..BINS).map(|place| estimate.curve.height(from + step * (f64::from(place) + 0.5))).collect();
    let tallest = all.iter().copied().fold(1e-9, f64::max);
    all.into_iter().map(|height| height / tallest).collect()
}

/// The remedies of the findings: outstanding orders first, then what continues, then what
/// is over; of each the firmest first.
fn what_to_do(source: Source<'_>) -> Vec<Block> {
    let text = source.text;
    let mut known: Vec<(&Finding, &Rule)> =
        source.findings().filter_map(|finding| Some((finding, source.library.law.rule(&finding.rule)?))).collect();
    known.sort_by_key(|(finding, rule)| (!rule.remedy.first, urgency(finding), Reverse(finding.strength)));
    let mut seen = BTreeSet::new();
    known.retain(|(_, rule)| seen.insert(rule.remedy.text.as_str()));
    let rows: Vec<Row> =
        known.iter().take(ACTIONS).zip(1..).map(|(action, number)| row(source, *action, number)).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let keys = [
        ("timeline.column.number", 0, false),
        ("report.actions.measure", 12, false),
        ("report.actions.concerns", 3, false),
        ("report.actions.state", 3, false),
        ("report.actions.effort", 4, true),
    ];
    let columns = keys.map(|(key, share, right)| Column { heading: text.t(key).to_owned(), share, right });
    let withheld = source.withholds(Withheld::Estimate);
    let mut blocks = vec![
        Block::heading(2, text.t(if withheld { "report.summary.measures" } else { "report.summary.first" })),
        Block::Table { caption: text.t("report.actions.caption").to_owned(), columns: columns.to_vec(), rows },
    ];
    // The page of those who have two minutes says it where they sign.
    let board = source.edition.id == EditionId::Board;
    let mut note = if withheld || board { String::new() } else { text.t("report.disclaimer").to_owned() };
    if known.len() > ACTIONS {
        let key = if board { "report.actions.more_elsewhere" } else { "report.actions.more" };
        note = format!("{} {note}", text.plural(key, known.len() - ACTIONS));
    }
    if !note.is_empty() {
        blocks.push(Block::Note { content: vec![Inline::text(note.trim_end())] });
    }
    blocks
}

/// What continues comes first, then what may, then what happened, then what is over.
fn urgency(finding: &Finding) -> u8 {
    match finding.period.map(|period| period.until) {
        Some(Until::GoesOn) => 0,
        Some(Until::Unclear) => 1,
        None => 2,
        Some(Until::Ended(_)) => 3,
    }
}

fn row(source: Source<'_>, (finding, rule): (&Finding, &Rule), number: i64) -> Row {
    let text = source.text;
    let state = match (rule.remedy.first, finding.period.map(|period| period.until)) {
        (true, _) => text.t("report.actions.ordered"),
        (false, Some(Until::GoesOn)) => text.t("timeline.continues"),
        (false, Some(Until::Ended(_))) => text.t("report.actions.over"),
        (false, Some(Until::Unclear)) => text.t("timeline.open"),
        (false, None) => text.t("report.actions.event"),
    };
    let weeks = usize::try_from(rule.remedy.effort_weeks).unwrap_or_default();
    Row::plain(vec![
        Cell::value(number.to_string(), Typed::Number(number)),
        Cell::text(rule.remedy.text.trim_end_matches('.')),
        Cell::of(vec![source.provision(&rule.provision)]),
        Cell::text(state).toned(if rule.remedy.first { Tone::Serious } else { Tone::Quiet }),
        Cell::text(text.plural("report.actions.weeks", weeks)),
    ])
}

/// What the figures rest on, and what a reader must know before relying on them.
pub(super) fn basis(source: Source<'_>) -> Vec<Block> {
    let mut blocks = rests_on(source);
    if let Some(why) = outside_in_words(source.exposure, &source.analysis.calculation, source.text) {
        blocks.push(Block::Paragraph { content: vec![Inline::text(why)] });
    }
    blocks.extend(warnings(source));
    blocks
}

fn rests_on(source: Source<'_>) -> Vec<Block> {
    let text = source.text;
    let answered: usize =
        source.case_file.operations.iter().map(|o| o.answers.values().filter(|a| a.value.is_known()).count()).sum();
    let turnover = match &source.case_file.undertaking.turnover {
        Turnover::Figure { amount: Some(amount), year, secondary, .. } => {
            let key = if *secondary { "report.turnover.secondary" } else { "report.turnover.figure" };
            let year = match year {
                Some(year) => text.fill("report.turnover.year", &[("year", &year.to_string())]),
                None => text.t("report.turnover.no_year").to_owned(),
            };
            text.fill(key, &[("amount", &text.money(*amount)), ("year", &year)])
        }
        Turnover::Bracket { from: Some(from), to: Some(to), .. } => {
            text.fill("report.turnover.bracket", &[("from", &text.money(*from)), ("to", &text.money(*to))])
        }
        Turnover::Figure { .. } | Turnover::Bracket { .. } | Turnover::Unknown => {
            text.t("report.turnover.unknown").to_owned()
        }
    };
    let names = [
        ("answers", text.plural("report.answers", answered)),
        ("open", text.plural("report.open", source.analysis.assessment.missing.len())),
        ("turnover", turnover),
        ("method", source.analysis.methodology.name.clone()),
        ("decisions", text.plural("report.decisions", source.analysis.comparables.len())),
    ];
    let names: Vec<(&str, &str)> = names.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let heading = Block::heading(1, text.t("report.summary.rests_on").to_owned());
    vec![heading, source.paragraph("report.summary.rests_on.text", &names)]
}
