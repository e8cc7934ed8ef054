//! The ranges of a scenario on one axis, with the decision as a line through all of them.

use super::{Played, Source};
use crate::quantity::Money;
use crate::report::{Block, TimelineBar, TimelineChart, TimelineMark, Tone};
use crate::workshop::{Band, DecisionView};

/// Half of the gap that shows the best single amount in its range, as a share of the axis.
const GAP: f64 = 0.004;

/// The picture; `None` where there is no fine to set the ranges against, or no range.
pub(super) fn ranges(source: Source<'_>, played: &Played<'_>, decision: &DecisionView<'_>) -> Option<Block> {
    let text = source.text;
    let fine = decision.fine?;
    let estimated = rows(source, played);
    let known = [("workshop.handout.method", played.view.method), ("workshop.handout.practice", played.view.practice)];
    let known: Vec<(String, Band)> =
        known.into_iter().filter_map(|(key, band)| Some((text.t(key).to_owned(), band?))).collect();
    let all = || estimated.iter().chain(&known).map(|(_, band)| band);
    if estimated.is_empty() {
        return None;
    }
    let axis = Axis::over(all().flat_map(|band| [band.low, band.high]).chain([fine]));
    let bar = |(title, band): &(String, Band), is_team: bool| TimelineBar {
        title: title.clone(),
        note: between(source, *band),
        tone: if is_team { Tone::Plain } else { Tone::Quiet },
        parts: axis.parts(*band, if is_team { "certain" } else { "uncertain" }),
        label: text.money(band.point),
        limit: None,
    };
    let bars = estimated.iter().map(|row| bar(row, true)).chain(known.iter().map(|row| bar(row, false))).collect();
    let amount = text.money(fine);
    let held =
        estimated.iter().filter(|(_, band)| band.low.minor() <= fine.minor() && fine.minor() <= band.high.minor());
    let named = [("held", &*held.count().to_string()), ("of", &estimated.len().to_string()), ("amount", &amount)];
    let mut legend = vec![("certain", text.t("workshop.handout.legend.range").to_owned())];
    if !known.is_empty() {
        legend.push(("uncertain", text.t("workshop.handout.legend.known").to_owned()));
    }
    Some(Block::Timeline(TimelineChart {
        alternative: text.fill("workshop.handout.chart", &named),
        years: axis.ticks(source, fine),
        break_at: None,
        day: axis.place(fine),
        marks: vec![TimelineMark {
            at: axis.place(fine),
            label: text.fill("workshop.handout.legend.decision", &[("amount", &amount)]),
        }],
        bars,
        legend,
    }))
}

/// The last ranges of all teams, or those of one team round by round.
fn rows(source: Source<'_>, played: &Played<'_>) -> Vec<(String, Band)> {
    let last = played.scenario.told.rounds.len().saturating_sub(1);
    let of = |round: usize, team: usize| {
        let entry = source.session.entry(played.place, round, team).filter(|entry| entry.locked.is_some())?;
        let estimate = &entry.estimate;
        Some(Band { low: estimate.low?, point: estimate.point?, high: estimate.high? })
    };
    match source.parts.team {
        Some(team) => {
            let name = |round: usize| source.text.fill("workshop.handout.of_round", &[("n", &(round + 1).to_string())]);
            (0..=last).filter_map(|round| Some((name(round), of(round, team)?))).collect()
        }
        None => source.teams().into_iter().filter_map(|team| Some((source.team(team), of(last, team)?))).collect(),
    }
}

fn between(source: Source<'_>, band: Band) -> String {
    let (low, high) = (source.text.money(band.low), source.text.amount(band.high));
    source.text.fill("workshop.handout.between", &[("low", &low), ("high", &high)])
}

/// A logarithmic axis of amounts from one power of ten to another.
struct Axis {
    from: u32,
    to: u32,
}

impl Axis {
    /// The shortest that holds all amounts.
    fn over(amounts: impl Iterator<Item = Money>) -> Self {
        let majors: Vec<i64> = amounts.map(|amount| amount.major().max(1)).collect();
        let power = |major: i64| major.checked_ilog10().unwrap_or_default();
        let from = majors.iter().copied().min().map(power).unwrap_or_default();
        let highest = majors.iter().copied().max().unwrap_or(1);
        // An amount that is a power of ten itself ends the axis.
        let to = power(highest.saturating_sub(1).max(1)) + 1;
        Self { from, to: to.max(from + 1) }
    }

    /// A place as a share of the width.
    #[expect(clippy::cast_precision_loss, reason = "a place on a logarithmic axis")]
    fn place(&self, amount: Money) -> f64 {
        let at = libm::log10(amount.major().max(1) as f64);
        ((at - f64::from(self.from)) / f64::from(self.to - self.from)).clamp(0.0, 1.0)
    }

    /// A range with a gap at its best single amount.
    fn parts(&self, band: Band, look: &'static str) -> Vec<(f64, f64, &'static str)> {
        let [low, point, high] = [band.low, band.point, band.high].map(|amount| self.place(amount));
        let parts = [(low, (point - GAP).max(low), look), ((point + GAP).min(high), high, look)];
        parts.into_iter().filter(|(from, to, _)| to > from || low >= high).collect()
    }

    /// The powers of ten, as many as have room for their names.
    fn ticks(&self, source: Source<'_>, of: Money) -> Vec<(f64, String)> {
        const MOST: u32 = 6;
        let step = (self.to - self.from).div_ceil(MOST).max(1);
        let amounts = (self.from..self.to).step_by(step as usize);
        let amount = |power: u32| Money::from_major(10_i64.saturating_pow(power), of.currency());
        amounts.map(|power| (self.place(amount(power)), source.text.short(amount(power)))).collect()
    }
}
