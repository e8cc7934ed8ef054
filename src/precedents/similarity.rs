//! How like a matter a decided case is, feature by feature.
//!
//! A score orders the list and explains it; it never enters the fine.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::features::FeatureQuestions;
use super::{Decision, Features};
use crate::quantity::Money;

/// How much each feature counts in the likeness, and what counts as the same size.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FeatureWeights {
    /// Whose weights these are.
    pub note: String,
    /// The answers a matter is compared by.
    pub questions: FeatureQuestions,
    /// The same articles.
    pub articles: u32,
    /// The same topics.
    pub topics: u32,
    /// The same sector.
    pub sector: u32,
    /// The same kind of body.
    pub kind: u32,
    /// The same role.
    pub role: u32,
    /// As many people.
    pub people: u32,
    /// As large a turnover.
    pub turnover: u32,
    /// Both or neither with special categories.
    pub special_categories: u32,
    /// Both or neither with a breach.
    pub breach: u32,
    /// Both or neither across borders.
    pub cross_border: u32,
    /// A ratio of this or more counts as wholly unlike in size.
    pub unlike_ratio: u64,
    /// How many decisions are shown as comparable.
    pub shown: usize,
    /// From this likeness on (of 100).
    pub at_least: u32,
}

/// Whether a feature speaks for or against likeness.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Likeness {
    /// The same.
    Same,
    /// Partly the same.
    Partly,
    /// Different.
    Different,
    /// Not known on one side.
    Unknown,
}

/// One feature compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Comparison {
    /// Which feature, by the key of its wording.
    pub feature: &'static str,
    /// How like.
    pub likeness: Likeness,
    /// What both share or where they differ, from the data.
    pub detail: String,
}

/// A decided case with its likeness and the reasons for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match<'a> {
    /// The case.
    pub decision: &'a Decision,
    /// 0 to 100.
    pub similarity: u32,
    /// Feature by feature.
    pub reasons: Vec<Comparison>,
}

/// The decided cases most like these features, the nearest first. The decision
/// taken on the very same facts is left out.
pub fn nearest<'a>(
    matter: &Features,
    decisions: &'a [Decision],
    weights: &FeatureWeights,
    leave_out: Option<&str>,
) -> Vec<Match<'a>> {
    let mut matches: Vec<Match<'a>> = decisions
        .iter()
        .filter(|decision| Some(decision.id.as_str()) != leave_out)
        .map(|decision| compare(matter, decision, weights))
        .collect();
    matches.sort_by(|a, b| b.similarity.cmp(&a.similarity).then_with(|| a.decision.id.cmp(&b.decision.id)));
    matches
}

/// Compares one decided case, feature by feature. What is not known on one side
/// counts neither way.
fn compare<'a>(matter: &Features, decision: &'a Decision, weights: &FeatureWeights) -> Match<'a> {
    let other = Features::of_decision(decision);
    let scored = [
        (weights.articles, sets("feature.articles", &matter.articles, &other.articles)),
        (weights.topics, sets("feature.topics", &matter.topics, &other.topics)),
        (weights.sector, equal("feature.sector", &matter.sector, &other.sector, &other.sector)),
        (weights.kind, equal("feature.kind", &matter.kind, &other.kind, "")),
        (weights.role, equal("feature.role", &matter.role, &other.role, "")),
        (weights.people, sizes("feature.people", matter.people, other.people, weights.unlike_ratio)),
        (
            weights.turnover,
            sizes("feature.turnover", major(matter.turnover), major(other.turnover), weights.unlike_ratio),
        ),
        (
            weights.special_categories,
            flags("feature.special_categories", matter.special_categories, other.special_categories),
        ),
        (weights.breach, flags("feature.breach", matter.breach, other.breach)),
        (weights.cross_border, flags("feature.cross_border", matter.cross_border, other.cross_border)),
    ];
    let (mut got, mut possible) = (0_u64, 0_u64);
    for (weight, (percent, _)) in &scored {
        if let Some(percent) = percent {
            got += u64::from(*weight) * u64::from(*percent);
            possible += u64::from(*weight) * 100;
        }
    }
    let similarity = u32::try_from((got * 100).checked_div(possible).unwrap_or_default()).unwrap_or_default();
    Match { decision, similarity, reasons: scored.into_iter().map(|(_, (_, reason))| reason).collect() }
}

/// Likeness in percent, if known, with its reason.
type Scored = (Option<u32>, Comparison);

fn sets(feature: &'static str, a: &BTreeSet<String>, b: &BTreeSet<String>) -> Scored {
    let shared: Vec<&str> = a.intersection(b).map(String::as_str).collect();
    let all = a.union(b).count();
    if a.is_empty() || b.is_empty() {
        return (None, Comparison { feature, likeness: Likeness::Unknown, detail: String::new() });
    }
    let percent = u32::try_from(shared.len() * 100 / all).unwrap_or_default();
    let likeness = match (shared.len(), all) {
        (0, _) => Likeness::Different,
        (same, all) if same == all => Likeness::Same,
        _ => Likeness::Partly,
    };
    let detail = if shared.is_empty() { b.iter().cloned().collect::<Vec<_>>().join(", ") } else { shared.join(", ") };
    (Some(percent), Comparison { feature, likeness, detail })
}

fn equal<T: PartialEq>(feature: &'static str, a: &T, b: &T, detail: &str) -> Scored {
    let (percent, likeness) = if a == b { (100, Likeness::Same) } else { (0, Likeness::Different) };
    (Some(percent), Comparison { feature, likeness, detail: detail.to_owned() })
}

fn flags(feature: &'static str, a: Option<bool>, b: Option<bool>) -> Scored {
    match (a, b) {
        (Some(a), Some(b)) => equal(feature, &a, &b, ""),
        _ => (None, Comparison { feature, likeness: Likeness::Unknown, detail: String::new() }),
    }
}

/// Same size 100, falling with every doubling to 0 at the unlike ratio.
fn sizes(feature: &'static str, a: Option<u64>, b: Option<u64>, unlike_ratio: u64) -> Scored {
    let (Some(a), Some(b)) = (a, b) else {
        return (None, Comparison { feature, likeness: Likeness::Unknown, detail: String::new() });
    };
    let (small, large) = (a.min(b).max(1), a.max(b).max(1));
    let ratio = large / small;
    let doublings = ratio.checked_ilog2().unwrap_or_default();
    let unlike = unlike_ratio.checked_ilog2().unwrap_or(1).max(1);
    let percent = 100 - (100 * doublings.min(unlike) / unlike);
    let likeness = match percent {
        80.. => Likeness::Same,
        40..80 => Likeness::Partly,
        _ => Likeness::Different,
    };
    (Some(percent), Comparison { feature, likeness, detail: b.to_string() })
}

/// Whole units; currencies of comparable value are compared as they stand.
fn major(amount: Option<Money>) -> Option<u64> {
    use crate::quantity::Currency::{CHF, EUR, GBP, USD};
    let amount = amount.filter(|amount| matches!(amount.currency(), EUR | GBP | USD | CHF))?;
    u64::try_from(amount.major()).ok()
}
