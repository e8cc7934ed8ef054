//! How far the duties are kept, from 0 to 100: per provision, article, topic and in
//! all (`docs/method.md`). A score never enters the fine.
//!
//! A provision is as good as the weakest point found on it; an article is as good as
//! the weakest of its provisions; a topic and the whole are means. An open rule counts
//! neither way: it widens the score to a range.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Assessment, Outcome};
use crate::law::{Corpus, ProvisionId, Strength, TopicId};

/// What each outcome of a rule is worth (`assets/estimate/score.ron`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// Whose figures these are.
    pub note: String,
    /// Where nothing is alleged.
    pub in_order: u8,
    /// Where a weak finding stands.
    pub weak: u8,
    /// Where an arguable finding stands.
    pub arguable: u8,
    /// Where a clear finding stands.
    pub clear: u8,
}

/// A score, as far as the answers reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Score {
    /// If every open rule came to a clear finding.
    pub low: u8,
    /// By what is decided; `None` while nothing is.
    pub point: Option<u8>,
    /// If every open rule came to nothing.
    pub high: u8,
    /// How many rules are decided.
    pub decided: usize,
    /// How many are open.
    pub open: usize,
}

/// The scores of a matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scores {
    /// In all: the mean of the articles.
    pub overall: Score,
    /// Article by article, in the order of the instrument.
    pub articles: Vec<(String, Score)>,
    /// Topic by topic, in the order of the questions: the mean of its provisions.
    pub topics: Vec<(TopicId, Score)>,
    /// Provision by provision, in the order of the instrument.
    pub provisions: Vec<(ProvisionId, Score)>,
}

impl Scores {
    /// Scores what the rules came to; provisions on which nothing can arise have none.
    pub fn of(assessment: &Assessment, law: &Corpus, scale: &Scale) -> Self {
        let mut provisions: BTreeMap<usize, Tally> = BTreeMap::new();
        let mut topics: BTreeMap<(usize, usize), Tally> = BTreeMap::new();
        for tried in assessment.tried.iter().filter(|tried| tried.outcome != Outcome::Idle) {
            let Some(rule) = law.rule(&tried.rule) else { continue };
            let place = law.provision_order(&rule.provision);
            let points = scale.points(tried.outcome);
            provisions.entry(place).or_default().add(points);
            let first = rule.grades.iter().flat_map(|grade| grade.when.questions()).next();
            if let Some(topic) = first.and_then(|question| law.topic_position(question)) {
                topics.entry((topic, place)).or_default().add(points);
            }
        }
        let provisions: Vec<(ProvisionId, Score)> = provisions
            .into_iter()
            .filter_map(|(place, tally)| Some((law.provisions.get(place)?.id.clone(), tally.score(scale))))
            .collect();
        let mut articles: Vec<(String, Score)> = Vec::new();
        for (id, score) in &provisions {
            match articles.last_mut().filter(|(article, _)| article == id.article()) {
                Some((_, weakest)) => *weakest = weakest.weaker(*score),
                None => articles.push((id.article().to_owned(), *score)),
            }
        }
        let mut grouped: BTreeMap<usize, Vec<Score>> = BTreeMap::new();
        for ((topic, _), tally) in topics {
            grouped.entry(topic).or_default().push(tally.score(scale));
        }
        let topics = grouped.into_iter().filter_map(|(topic, scores)| {
            Some((law.questionnaires.get(topic)?.topic.clone(), Score::mean(&scores, scale)))
        });
        let all: Vec<Score> = articles.iter().map(|(_, score)| *score).collect();
        Self { overall: Score::mean(&all, scale), topics: topics.collect(), articles, provisions }
    }
}

impl Scale {
    /// The points of a decided outcome; `None` for an open one.
    fn points(&self, outcome: Outcome) -> Option<u8> {
        match outcome {
            Outcome::Found(Strength::Clear) => Some(self.clear),
            Outcome::Found(Strength::Arguable) => Some(self.arguable),
            Outcome::Found(Strength::Weak) => Some(self.weak),
            // What is over is put right: the score says how things stand today.
            Outcome::InOrder | Outcome::Ended(_) => Some(self.in_order),
            Outcome::Open | Outcome::Idle => None,
        }
    }
}

/// The weakest point and what is open.
#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    weakest: Option<u8>,
    decided: usize,
    open: usize,
}

impl Tally {
    fn add(&mut self, points: Option<u8>) {
        match points {
            Some(points) => {
                self.weakest = Some(self.weakest.map_or(points, |weakest| weakest.min(points)));
                self.decided += 1;
            }
            None => self.open += 1,
        }
    }

    fn score(self, scale: &Scale) -> Score {
        let high = self.weakest.unwrap_or(scale.in_order);
        let low = if self.open > 0 { scale.clear } else { high };
        Score { low, point: self.weakest, high, decided: self.decided, open: self.open }
    }
}

impl Score {
    fn weaker(self, other: Self) -> Self {
        let point = match (self.point, other.point) {
            (Some(one), Some(two)) => Some(one.min(two)),
            (one, two) => one.or(two),
        };
        Self {
            low: self.low.min(other.low),
            point,
            high: self.high.min(other.high),
            decided: self.decided + other.decided,
            open: self.open + other.open,
        }
    }

    /// The mean; of nothing, everything is in order.
    fn mean(scores: &[Self], scale: &Scale) -> Self {
        let mean = |values: Vec<u8>| {
            let sum: usize = values.iter().map(|value| usize::from(*value)).sum();
            u8::try_from((sum + values.len() / 2).checked_div(values.len())?).ok()
        };
        Self {
            low: mean(scores.iter().map(|score| score.low).collect()).unwrap_or(scale.in_order),
            point: mean(scores.iter().filter_map(|score| score.point).collect()),
            high: mean(scores.iter().map(|score| score.high).collect()).unwrap_or(scale.in_order),
            decided: scores.iter().map(|score| score.decided).sum(),
            open: scores.iter().map(|score| score.open).sum(),
        }
    }
}
