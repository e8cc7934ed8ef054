//! Method and practice as one estimate.
//!
//! Both are curves over log10 of the amount: the drawn outcomes of the method by their middle and
//! spread, and the estimate from practice. The curve of both together is the product of the one to the
//! power of a weight and of the other to the power of the rest (a logarithmic pool: Genest and Zidek,
//! Statistical Science 1 (1986), 114–135), and nothing of it lies above the legal maximum. A layer
//! that knows little is wide, so that it counts for little. The weights, and how much of the method stays open
//! beside its drawn outcomes, are fitted on decided matters.

use serde::{Deserialize, Serialize};

use super::{count, rounded};

/// The least deviation of a layer in log10: outcomes that hardly differ are no certainty.
const LEAST: f64 = 0.05;
/// The weights tried, from 0 to 1 in so many steps.
const STEPS: u8 = 50;
/// By how many tenths of a power of ten the method's outcomes are widened at most.
const WIDEST: u8 = 12;
/// As many matters as all of them together count for where a group has few of its own.
const LEANING: f64 = 10.0;
/// The shares by which a curve is scored.
const SHARES: [f64; 5] = [0.1, 0.25, 0.5, 0.75, 0.9];

/// What one way of estimating says of log10 of the amount: a normal curve.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Layer {
    /// The middle.
    pub mean: f64,
    /// The standard deviation.
    pub deviation: f64,
}

/// A normal curve that ends at a maximum.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Curve {
    layer: Layer,
    /// log10 of the maximum.
    ceiling: f64,
}

/// How method and practice are combined, as it was fitted.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Combination {
    /// How many decided matters it was fitted on.
    pub matters: usize,
    /// What stays open of the method beside its drawn outcomes, as a deviation in log10: they miss what is
    /// decided by more than they differ from each other.
    #[serde(default)]
    pub open: f64,
    /// Where the turnover is stated as a figure.
    pub known: Share,
    /// Where it is not.
    pub unknown: Share,
    /// The loss of each layer alone and of both, each matter by weights fitted without it.
    pub losses: Losses,
}

/// The weight of the method; the rest is that of practice.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// From 0 to 1.
    pub method: f64,
    /// So many of the matters were of this kind.
    pub matters: usize,
}

/// Mean pinball losses in log10: smaller is better.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Losses {
    /// Of the method alone.
    pub method: f64,
    /// Of practice alone.
    pub practice: f64,
    /// Of both together.
    pub combined: f64,
}

/// A decided matter as the combination learns from it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lesson {
    /// The drawn outcomes of the method.
    pub method: Layer,
    /// The estimate from practice, the decision on the matter's own facts left out.
    pub practice: Layer,
    /// Whether the turnover is stated as a figure.
    pub turnover_known: bool,
    /// log10 of the legal maximum.
    pub ceiling: f64,
    /// log10 of what was imposed.
    pub amount: f64,
}

impl Layer {
    /// The curve of outcomes with these tenth, middle and ninetieth parts of a hundred.
    pub fn of(tenth: f64, middle: f64, ninetieth: f64) -> Self {
        Self { mean: middle, deviation: ((ninetieth - tenth) / (2.0 * 1.281_551_565_5)).max(LEAST) }
    }

    /// The curve that ends at a maximum.
    pub fn below(self, ceiling: f64) -> Curve {
        Curve { layer: self, ceiling }
    }

    /// The same with more left open.
    fn widened(self, open: f64) -> Self {
        Self { deviation: libm::sqrt(self.square() + open * open), ..self }
    }

    /// Both as one.
    fn with(self, other: Self, weight: f64) -> Self {
        let (one, two) = (weight / self.square(), (1.0 - weight) / other.square());
        Self { mean: (one * self.mean + two * other.mean) / (one + two), deviation: libm::sqrt(1.0 / (one + two)) }
    }

    fn square(self) -> f64 {
        let deviation = self.deviation.max(LEAST);
        deviation * deviation
    }
}

impl Curve {
    /// The value below which a share of the outcomes lies.
    pub fn at(&self, share: f64) -> f64 {
        let wanted = share.clamp(0.0, 1.0) * self.whole();
        // Beyond these ends a curve holds less than one outcome in a thousand million million.
        let (mut low, mut high) = (-8.0, self.place(self.ceiling).clamp(-8.0, 8.0));
        for _ in 0..60 {
            let middle = f64::midpoint(low, high);
            if normal(middle) < wanted { low = middle } else { high = middle }
        }
        (self.layer.mean + f64::midpoint(low, high) * self.layer.deviation).min(self.ceiling)
    }

    /// How high the curve stands at a value; its area is 1.
    pub fn height(&self, value: f64) -> f64 {
        if value > self.ceiling {
            return 0.0;
        }
        let place = self.place(value);
        let root = libm::sqrt(2.0 * core::f64::consts::PI);
        libm::exp(-place * place / 2.0) / (root * self.layer.deviation * self.whole())
    }

    /// The share of outcomes below a value.
    pub fn below(&self, value: f64) -> f64 {
        (normal(self.place(value)) / self.whole()).min(1.0)
    }

    fn place(&self, value: f64) -> f64 {
        (value - self.layer.mean) / self.layer.deviation
    }

    fn whole(&self) -> f64 {
        normal(self.place(self.ceiling)).max(1e-15)
    }
}

/// The share of a normal curve below a place.
fn normal(place: f64) -> f64 {
    libm::erfc(-place / core::f64::consts::SQRT_2) / 2.0
}

impl Combination {
    /// The weight of the method.
    pub fn method(&self, turnover_known: bool) -> f64 {
        if turnover_known { self.known.method } else { self.unknown.method }
    }

    /// Both layers as one, with nothing above the maximum.
    pub fn pool(&self, method: Layer, practice: Layer, turnover_known: bool, ceiling: f64) -> Curve {
        method.widened(self.open).with(practice, self.method(turnover_known)).below(ceiling)
    }

    /// Fits the weights, and how much of the method stays open: what gives the least loss, where few matters of a
    /// kind are known drawn to what does on all.
    pub fn fit(lessons: &[Lesson]) -> Self {
        let known = lessons.iter().filter(|lesson| lesson.turnover_known).count();
        let mut fitted = Self::best(lessons, &Tried::all(lessons), None);
        fitted.matters = lessons.len();
        fitted.known.matters = known;
        fitted.unknown.matters = lessons.len() - known;
        let without = Self::each_without_itself(lessons);
        let mean = |losses: Vec<f64>| rounded(losses.iter().sum::<f64>() / count(losses.len()).max(1.0));
        fitted.losses = Losses {
            method: mean(lessons.iter().map(|lesson| lesson.loss(&lesson.method.below(lesson.ceiling))).collect()),
            practice: mean(lessons.iter().map(|lesson| lesson.loss(&lesson.practice.below(lesson.ceiling))).collect()),
            combined: mean(lessons.iter().zip(&without).map(|(lesson, curve)| lesson.loss(curve)).collect()),
        };
        fitted
    }

    /// For each matter both layers as one, by what was fitted on the others.
    pub fn each_without_itself(lessons: &[Lesson]) -> Vec<Curve> {
        let tried = Tried::all(lessons);
        let one = |(place, lesson): (usize, &Lesson)| {
            let fitted = Self::best(lessons, &tried, Some(place));
            fitted.pool(lesson.method, lesson.practice, lesson.turnover_known, lesson.ceiling)
        };
        lessons.iter().enumerate().map(one).collect()
    }

    /// What does best on the matters but one.
    fn best(lessons: &[Lesson], tried: &[Tried], without: Option<usize>) -> Self {
        let mut best: Option<(f64, Self)> = None;
        for open in (0..=WIDEST).map(|tenth| f64::from(tenth) / 10.0) {
            let of_open = || tried.iter().filter(move |known| known.open.total_cmp(&open).is_eq());
            let (known, cost_known) = least(lessons, of_open(), without, true);
            let (unknown, cost_unknown) = least(lessons, of_open(), without, false);
            let cost = cost_known + cost_unknown;
            if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                best = Some((cost, Self { open, known, unknown, ..Self::default() }));
            }
        }
        best.map(|(_, fitted)| fitted).unwrap_or_default()
    }
}

/// What every matter would have lost by one weight.
struct Tried {
    open: f64,
    method: f64,
    losses: Vec<f64>,
}

impl Tried {
    fn all(lessons: &[Lesson]) -> Vec<Self> {
        let opens = (0..=WIDEST).map(|tenth| f64::from(tenth) / 10.0);
        let weights = || (0..=STEPS).map(|step| f64::from(step) / f64::from(STEPS));
        let pairs = opens.flat_map(|open| weights().map(move |method| (open, method)));
        let one = |(open, method): (f64, f64)| {
            let loss = |lesson: &Lesson| {
                let curve = lesson.method.widened(open).with(lesson.practice, method).below(lesson.ceiling);
                lesson.loss(&curve)
            };
            Self { open, method, losses: lessons.iter().map(loss).collect() }
        };
        pairs.map(one).collect()
    }
}

/// The weight with the least loss on the matters of a kind, drawn to that with the least loss on all; and what the
/// matters of the kind lose by it. Of equal ones the least: practice.
fn least<'t>(
    lessons: &[Lesson],
    tried: impl Iterator<Item = &'t Tried>,
    without: Option<usize>,
    turnover_known: bool,
) -> (Share, f64) {
    let costs = |tried: &Tried| {
        let counted = || {
            let all = lessons.iter().zip(&tried.losses).enumerate();
            all.filter(|(place, _)| Some(*place) != without).map(|(_, known)| known)
        };
        let of_kind = |(lesson, _): &(&Lesson, &f64)| lesson.turnover_known == turnover_known;
        let own: f64 = counted().filter(of_kind).map(|(_, loss)| loss).sum();
        let all: f64 = counted().map(|(_, loss)| loss).sum();
        (own, own + LEANING * all / count(counted().count()).max(1.0))
    };
    let mut best: Option<(f64, f64, f64)> = None;
    for known in tried {
        let (own, cost) = costs(known);
        if best.is_none_or(|(least, ..)| cost < least) {
            best = Some((cost, own, known.method));
        }
    }
    let (_, own, method) = best.unwrap_or_default();
    (Share { method: rounded(method), matters: 0 }, own)
}

impl Lesson {
    /// The mean pinball loss of a curve.
    fn loss(&self, curve: &Curve) -> f64 {
        let losses = SHARES.map(|share| {
            let over = self.amount - curve.at(share);
            if over >= 0.0 { share * over } else { (share - 1.0) * over }
        });
        losses.iter().sum::<f64>() / count(losses.len())
    }
}

#[cfg(test)]
mod tests {
    use super::{Combination, Layer, Lesson};

    fn near(one: f64, other: f64) {
        assert!((one - other).abs() < 1e-6, "{one} {other}");
    }

    /// Deviations 1 and 0.5, half weight each: precisions 0.5 and 2, so the middle lies four fifths of the
    /// way to the narrower one, and the variance is 1 ÷ 2.5.
    #[test]
    fn the_narrower_layer_counts_for_more() {
        let (wide, narrow) = (Layer { mean: 6.0, deviation: 1.0 }, Layer { mean: 5.0, deviation: 0.5 });
        let both = wide.with(narrow, 0.5);
        near(both.mean, 5.2);
        near(both.deviation * both.deviation, 0.4);
        near(wide.with(narrow, 1.0).mean, 6.0);
        near(wide.with(narrow, 0.0).mean, 5.0);
    }

    /// Half of a standard normal curve lies below 0; cut there, its middle is where a quarter lies.
    #[test]
    fn nothing_lies_above_the_maximum() {
        let cut = Layer { mean: 0.0, deviation: 1.0 }.below(0.0);
        near(cut.at(0.5), -0.674_489_75);
        assert!(cut.at(1.0) <= 0.0);
        near(cut.below(0.0), 1.0);
        near(cut.height(0.1), 0.0);
        near(cut.height(0.0), 2.0 * 0.398_942_28);
        let free = Layer { mean: 4.0, deviation: 2.0 }.below(40.0);
        near(free.at(0.9), 4.0 + 2.0 * 1.281_551_57);
    }

    #[test]
    fn the_layer_that_is_right_gets_the_weight() {
        let lesson = |place: u32, known| Lesson {
            method: Layer { mean: if known { f64::from(place) } else { 9.0 }, deviation: 0.5 },
            practice: Layer { mean: if known { 9.0 } else { f64::from(place) }, deviation: 0.5 },
            turnover_known: known,
            ceiling: 20.0,
            amount: f64::from(place),
        };
        let lessons: Vec<Lesson> = (0..60).map(|place| lesson(place % 5, place % 2 == 0)).collect();
        let fitted = Combination::fit(&lessons);
        assert!(fitted.known.method > 0.7 && fitted.unknown.method < 0.3, "{fitted:?}");
        assert_eq!((fitted.matters, fitted.known.matters), (60, 30));
        assert!(fitted.losses.combined < fitted.losses.method && fitted.losses.combined < fitted.losses.practice);
    }

    #[test]
    fn without_a_lesson_practice_counts_alone() {
        let fitted = Combination::fit(&[]);
        near(fitted.known.method + fitted.unknown.method + fitted.open, 0.0);
    }
}
