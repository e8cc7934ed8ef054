//! Why the method's result lies outside the middle of the outcomes: which of the things
//! drawn moves them away from it.

use serde::Serialize;

use crate::quantity::Money;

/// Something that is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// Which of the alleged infringements are found.
    Findings,
    /// The turnover, where it is a bracket or assumed.
    Turnover,
    /// The share for the size, inside the band of the turnover.
    Size,
    /// The class of seriousness and the share inside it.
    Seriousness,
    /// Which circumstances are counted, and how far.
    Circumstances,
    /// Step 5.
    Proportionality,
}

/// All of them.
pub(super) const CAUSES: [Cause; 6] =
    [Cause::Findings, Cause::Turnover, Cause::Size, Cause::Seriousness, Cause::Circumstances, Cause::Proportionality];

impl Cause {
    /// Its wording's key.
    pub fn key(self) -> &'static str {
        match self {
            Self::Findings => "exposure.outside.findings",
            Self::Turnover => "exposure.outside.turnover",
            Self::Size => "exposure.outside.size",
            Self::Seriousness => "exposure.outside.seriousness",
            Self::Circumstances => "exposure.outside.circumstances",
            Self::Proportionality => "exposure.outside.proportionality",
        }
    }
}

/// The method's result lies outside the middle 80 % of the outcomes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outside {
    /// Above them, else below.
    pub above: bool,
    /// What moves the outcomes away from it, the weightiest first; what carries less than
    /// a tenth of it is left out.
    pub causes: Vec<Cause>,
}

/// What moves the outcomes away from the method's result, by how far the middle of the
/// outcomes moves when nothing else is drawn.
pub(super) fn causes(above: bool, point: Money, alone: &[(Cause, Money)]) -> Vec<Cause> {
    let away = |middle: Money| {
        let ratio = log(point) - log(middle);
        if above { ratio } else { -ratio }
    };
    let mut moved: Vec<(Cause, f64)> = alone.iter().map(|(cause, middle)| (*cause, away(*middle))).collect();
    moved.retain(|(_, away)| *away > 0.0);
    let all: f64 = moved.iter().map(|(_, away)| away).sum();
    moved.retain(|(_, away)| *away * 10.0 >= all);
    moved.sort_by(|(_, a), (_, b)| b.total_cmp(a));
    moved.into_iter().map(|(cause, _)| cause).collect()
}

#[expect(clippy::cast_precision_loss, reason = "a ratio needs no exact cents")]
fn log(amount: Money) -> f64 {
    libm::log(amount.minor().max(1) as f64)
}
