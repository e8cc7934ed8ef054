//! The pictures of a report as data: what is drawn is said by the template.

use serde::Serialize;

use super::Tone;

/// The distribution of the estimate on a logarithmic money axis.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Chart {
    /// What it shows, in a sentence, for readers who do not see it.
    pub alternative: String,
    /// The line below it.
    pub caption: String,
    /// The decimal exponents at the ends of the axis (EUR 1,000 is 3).
    pub axis: (f64, f64),
    /// Where the axis is labelled: decimal exponent and label.
    pub ticks: Vec<(f64, String)>,
    /// Heights from left to right, evenly spaced over the axis, 0 to 1.
    pub curve: Vec<f64>,
    /// Dotted lines with a label: P10, P50, P90.
    pub marks: Vec<ChartMark>,
    /// Decided cases as dots below the axis: decimal exponents.
    pub dots: Vec<f64>,
}

/// A labelled place on the axis.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChartMark {
    /// Decimal exponent.
    pub at: f64,
    /// Its label.
    pub label: String,
}

/// Bars and marks on an axis of days; places are shares of the width, 0 to 1.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TimelineChart {
    /// What it shows, in a sentence, for readers who do not see it.
    pub alternative: String,
    /// The beginnings of years with their labels.
    pub years: Vec<(f64, String)>,
    /// Where the axis breaks off, if something comes much later.
    pub break_at: Option<f64>,
    /// The day of the matter.
    pub day: f64,
    /// Numbered places.
    pub marks: Vec<TimelineMark>,
    /// The bars from top to bottom.
    pub bars: Vec<TimelineBar>,
    /// What the looks of bars mean.
    pub legend: Vec<(&'static str, String)>,
}

/// A numbered place on an axis of days.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TimelineMark {
    /// Where.
    pub at: f64,
    /// Its number, or the first and the last of those of one day.
    pub label: String,
}

/// A bar of a timeline.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TimelineBar {
    /// What it is.
    pub title: String,
    /// Of second rank.
    pub note: String,
    /// Its colour; the table says the same in words.
    pub tone: Tone,
    /// From, to, and `not_counted`, `uncertain`, `certain` or `goes_on`.
    pub parts: Vec<(f64, f64, &'static str)>,
    /// What stands behind it.
    pub label: String,
    /// The end of limitation.
    pub limit: Option<f64>,
}
