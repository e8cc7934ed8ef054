//! What is compared: the same features of a decided case and of a matter, all of
//! them knowable before a decision.

use std::collections::BTreeSet;

use super::Decision;
use crate::facts::{AnswerValue, CaseFile, Turnover};
use crate::findings::Assessment;
use crate::law::{QuestionId, Role, UndertakingKind};
use crate::quantity::Money;

/// What is compared. `None`: not known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Features {
    /// Articles infringed, without paragraph except in Art. 5: `5(1)(e)`, `6`, `32`.
    pub articles: BTreeSet<String>,
    /// What it is about.
    pub topics: BTreeSet<String>,
    /// The sector.
    pub sector: String,
    /// The kind of body.
    pub kind: UndertakingKind,
    /// The role.
    pub role: Role,
    /// How many people are concerned.
    pub people: Option<u64>,
    /// The turnover.
    pub turnover: Option<Money>,
    /// Data of Articles 9 or 10.
    pub special_categories: Option<bool>,
    /// A personal data breach.
    pub breach: Option<bool>,
    /// People in several countries.
    pub cross_border: Option<bool>,
}

impl Features {
    /// The features of a decided case.
    pub fn of_decision(decision: &Decision) -> Self {
        Self {
            articles: decision.provisions.iter().map(|provision| article(provision.as_str())).collect(),
            topics: decision.facts.topics.iter().cloned().collect(),
            sector: decision.sector.clone(),
            kind: decision.kind,
            role: decision.role,
            people: decision.facts.people,
            turnover: decision.facts.turnover.as_ref().map(|turnover| turnover.amount),
            special_categories: decision.facts.special_categories,
            breach: decision.facts.breach,
            cross_border: decision.facts.cross_border,
        }
    }

    /// The features of a matter. Topics are those of the rules that fired and the
    /// activities named in the answers.
    pub fn of_matter(case_file: &CaseFile, assessment: &Assessment, questions: &FeatureQuestions) -> Self {
        let undertaking = &case_file.undertaking;
        let mut topics: BTreeSet<String> = BTreeSet::new();
        for finding in assessment.findings() {
            let topic = finding.rule.as_str().split('.').next().unwrap_or_default();
            topics.insert(questions.topic(topic).to_owned());
        }
        let values = |id: &QuestionId| {
            let id = id.clone();
            case_file.operations.iter().filter_map(move |operation| operation.answers.get(&id).map(|a| &a.value))
        };
        for value in values(&questions.kinds) {
            match value {
                AnswerValue::Options(options) => topics.extend(options.iter().map(ToString::to_string)),
                AnswerValue::Option(option) => {
                    topics.insert(option.to_string());
                }
                _ => {}
            }
        }
        let yes = |id: &QuestionId| {
            let known: Vec<bool> =
                values(id).filter_map(AnswerValue::yes_no).map(|answer| answer != crate::law::YesNo::No).collect();
            known.iter().copied().reduce(|a, b| a || b)
        };
        let people = values(&questions.people).filter_map(|value| match value {
            AnswerValue::Number(number) => u64::try_from(*number).ok(),
            _ => None,
        });
        Self {
            articles: assessment.infringements().map(|i| article(i.provision.as_str())).collect(),
            topics,
            sector: undertaking.sector.clone(),
            kind: undertaking.kind,
            role: undertaking.role,
            people: people.max(),
            turnover: match undertaking.turnover {
                Turnover::Figure { amount, .. } => Some(amount),
                Turnover::Bracket { .. } | Turnover::Unknown => None,
            },
            special_categories: yes(&questions.special_categories),
            breach: yes(&questions.breach),
            cross_border: match undertaking.people_in.len() {
                0 => None,
                countries => Some(countries > 1),
            },
        }
    }
}

/// Which answers of a matter say what a decision's record says.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FeatureQuestions {
    /// What the processing is.
    pub kinds: QuestionId,
    /// How many people.
    pub people: QuestionId,
    /// Whether special categories are processed.
    pub special_categories: QuestionId,
    /// Whether there was a breach.
    pub breach: QuestionId,
    /// Topics of rules under another name than decisions have for them.
    pub topic_names: std::collections::BTreeMap<String, String>,
}

impl FeatureQuestions {
    fn topic<'a>(&'a self, rule_topic: &'a str) -> &'a str {
        self.topic_names.get(rule_topic).map_or(rule_topic, String::as_str)
    }
}

/// The article of a provision; principles of Art. 5(1) keep their letter.
fn article(provision: &str) -> String {
    if provision.starts_with("5(") {
        return provision.to_owned();
    }
    provision.split('(').next().unwrap_or(provision).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::article;

    #[test]
    fn provisions_are_compared_by_article_and_principles_by_letter() {
        assert_eq!(article("6(1)(f)"), "6");
        assert_eq!(article("5(1)(e)"), "5(1)(e)");
        assert_eq!(article("14"), "14");
    }
}
