//! How like a matter a decided case is, feature by feature.
//!
//! A score orders the list and explains it; it never enters the fine.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::features::{FeatureQuestions, SectorOf};
use super::{Decision, Features};
use crate::law::{Corpus, TopicId};
use crate::quantity::Money;

/// How much each feature counts in the likeness, and what counts as the same size.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FeatureWeights {
    /// Whose weights these are.
    pub note: String,
    /// The answers a matter is compared by.
    pub questions: FeatureQuestions,
    /// How much an allegation counts among articles and duties, by its strength.
    pub firmness: Firmness,
    /// The same articles.
    pub articles: u32,
    /// The same kinds of processing.
    pub subjects: u32,
    /// How like a matter of some kind a case of no particular kind is, in percent.
    pub no_kind: u32,
    /// The same duties.
    pub duties: u32,
    /// The same sector.
    pub sector: u32,
    /// How like two sectors of one section are, in percent.
    pub same_section: u32,
    /// The same kind of body.
    pub kind: u32,
    /// The same role.
    pub role: u32,
    /// As many people.
    pub people: u32,
    /// As large a turnover.
    pub turnover: u32,
    /// Both with special categories.
    pub special_categories: u32,
    /// Both with a breach.
    pub breach: u32,
    /// Both across borders.
    pub cross_border: u32,
    /// A ratio of this or more counts as wholly unlike in size.
    pub unlike_ratio: u64,
    /// How many decisions are shown as comparable.
    pub shown: usize,
    /// From this likeness on (of 100).
    pub at_least: u32,
}

/// How much an allegation counts, in percent, by its strength: those that authorities charge beside the main one
/// must not outweigh it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Firmness {
    /// A clear infringement.
    pub clear: u32,
    /// An arguable one.
    pub arguable: u32,
    /// A weak one.
    pub weak: u32,
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
    /// Neither has it: no likeness, and no difference.
    Neither,
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

/// The decision of this name, else the one whose name reads most like it: a slip of the
/// pen must not let the outcome of a matter into its own estimate.
pub fn named<'a>(name: &str, decisions: impl Iterator<Item = &'a Decision> + Clone) -> Option<&'a Decision> {
    let distance = |known: &&Decision| strsim::damerau_levenshtein(&known.id.to_lowercase(), &name.to_lowercase());
    decisions.clone().find(|known| known.id == name).or_else(|| decisions.min_by_key(distance))
}

/// The decided cases most like these features, the nearest first. The decision
/// taken on the very same facts is left out, also where its name is misspelt.
pub fn nearest<'a>(
    matter: &Features,
    decisions: &'a [Decision],
    weights: &FeatureWeights,
    law: &Corpus,
    leave_out: Option<&str>,
) -> Vec<Match<'a>> {
    let own = leave_out.and_then(|name| named(name, decisions.iter()));
    let mut matches: Vec<Match<'a>> = decisions
        .iter()
        .filter(|decision| own.is_none_or(|own| own.id != decision.id))
        .map(|decision| compare(matter, decision, weights, law))
        .collect();
    matches.sort_by(|a, b| b.similarity.cmp(&a.similarity).then_with(|| a.decision.id.cmp(&b.decision.id)));
    matches
}

/// Compares one decided case, feature by feature. What is not known on one side
/// counts neither way.
fn compare<'a>(matter: &Features, decision: &'a Decision, weights: &FeatureWeights, law: &Corpus) -> Match<'a> {
    let other = Features::of_decision(decision, law);
    let scored = [
        (weights.articles, sets("feature.articles", &matter.articles, &other.articles)),
        (weights.subjects, subjects(matter, &other, weights.no_kind)),
        (weights.duties, sets("feature.duties", &matter.duties, &other.duties)),
        (weights.sector, sectors(matter.sector.as_ref(), other.sector.as_ref(), weights.same_section)),
        (weights.kind, equal("feature.kind", &matter.kind, &other.kind, "")),
        (weights.role, equal("feature.role", &matter.role, &other.role, "")),
        (weights.people, sizes("feature.people", matter.people, other.people, weights.unlike_ratio)),
        (
            weights.turnover,
            sizes("feature.turnover", euros(matter.turnover), euros(other.turnover), weights.unlike_ratio),
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

/// How much of what counts on either side is on both.
fn sets<T: Ord + std::fmt::Display>(feature: &'static str, a: &BTreeMap<T, u32>, b: &BTreeMap<T, u32>) -> Scored {
    if a.is_empty() || b.is_empty() {
        return (None, Comparison { feature, likeness: Likeness::Unknown, detail: String::new() });
    }
    let shared: Vec<String> = a.keys().filter(|known| b.contains_key(*known)).map(ToString::to_string).collect();
    let both: u32 = a.iter().filter(|(known, _)| b.contains_key(*known)).map(|(_, counts)| counts).sum();
    let other: u32 = b.iter().filter(|(known, _)| !a.contains_key(*known)).map(|(_, counts)| counts).sum();
    let all: u32 = a.values().sum::<u32>() + other;
    let likeness = match shared.len() {
        0 => Likeness::Different,
        same if same == a.len() && same == b.len() => Likeness::Same,
        _ => Likeness::Partly,
    };
    let detail = if shared.is_empty() { words(b.keys()) } else { shared.join(", ") };
    (Some((both * 100).checked_div(all).unwrap_or_default()), Comparison { feature, likeness, detail })
}

fn equal<T: PartialEq>(feature: &'static str, a: &T, b: &T, detail: &str) -> Scored {
    let (percent, likeness) = if a == b { (100, Likeness::Same) } else { (0, Likeness::Different) };
    (Some(percent), Comparison { feature, likeness, detail: detail.to_owned() })
}

/// Kinds of processing: one half by how many of the matter's operations are of a kind that is
/// shared, one half by how many are of the kind which characterises the case. A case of no
/// particular kind is a little like every matter; a matter that names none is compared with
/// nothing.
fn subjects(matter: &Features, other: &Features, no_kind: u32) -> Scored {
    let feature = "feature.subjects";
    if matter.subjects.is_empty() || other.subjects.is_empty() {
        let percent = (!matter.subjects.is_empty()).then_some(no_kind);
        return (percent, Comparison { feature, likeness: Likeness::Unknown, detail: String::new() });
    }
    let shared: BTreeSet<&TopicId> = matter.subjects.intersection(&other.subjects).collect();
    let characteristic = other.characteristic.keys().filter_map(|kind| matter.characteristic.get(kind)).max();
    let (percent, likeness) = match shared.len() {
        0 => (0, Likeness::Different),
        _ if matter.subjects == other.subjects => (100, Likeness::Same),
        _ => {
            let common = shared.iter().filter_map(|kind| matter.characteristic.get(*kind)).max();
            (common.unwrap_or(&0) / 2 + characteristic.unwrap_or(&0) / 2, Likeness::Partly)
        }
    };
    let detail = if shared.is_empty() { words(&other.subjects) } else { words(shared) };
    (Some(percent), Comparison { feature, likeness, detail })
}

/// The names, as one line.
fn words<T: ToString>(names: impl IntoIterator<Item = T>) -> String {
    names.into_iter().map(|name| name.to_string()).collect::<Vec<_>>().join(", ")
}

/// The same division, the same section, or another; a user's own words count neither way.
fn sectors(a: Option<&SectorOf>, b: Option<&SectorOf>, same_section: u32) -> Scored {
    let feature = "feature.sector";
    let detail = b.map_or_else(String::new, |sector| sector.name.clone());
    let (percent, likeness) = match (a, b) {
        (Some(a), Some(b)) if a.code == b.code => (Some(100), Likeness::Same),
        (Some(a), Some(b)) if a.section == b.section => (Some(same_section), Likeness::Partly),
        (Some(_), Some(_)) => (Some(0), Likeness::Different),
        _ => (None, Likeness::Unknown),
    };
    (percent, Comparison { feature, likeness, detail })
}

fn flags(feature: &'static str, a: Option<bool>, b: Option<bool>) -> Scored {
    match (a, b) {
        // That neither has a breach makes no two cases alike.
        (Some(false), Some(false)) => {
            (None, Comparison { feature, likeness: Likeness::Neither, detail: String::new() })
        }
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

/// Whole euros: both sides are in euro.
fn euros(amount: Option<Money>) -> Option<u64> {
    u64::try_from(amount?.major()).ok()
}
