//! What is compared: the same features of a decided case and of a matter, all of
//! them knowable before a decision.

use std::collections::{BTreeMap, BTreeSet};

use super::{Decision, FeatureWeights};
use crate::facts::{AnswerValue, CaseFile, Counted, Turnover};
use crate::findings::Assessment;
use crate::law::{Corpus, OptionId, ProvisionId, QuestionId, Role, Strength, TopicId, UndertakingKind, When};
use crate::quantity::{Currency, Money, Rounding};

/// What is compared. `None`: not known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Features {
    /// Articles infringed, without paragraph except in Art. 5: `5(1)(e)`, `6`, `32`. Each with how much it counts,
    /// in percent: by the firmness of the allegation in a matter, wholly in a decided case.
    pub articles: BTreeMap<String, u32>,
    /// The kinds of processing it is about.
    pub subjects: BTreeSet<TopicId>,
    /// Those that characterise it, each with its share in percent: the first of a decision's record wholly; each
    /// kind a matter names with the share of its operations that name it.
    pub characteristic: BTreeMap<TopicId, u32>,
    /// The duties at issue, each with how much it counts, as the articles.
    pub duties: BTreeMap<TopicId, u32>,
    /// The sector, where it is one of the vocabulary.
    pub sector: Option<SectorOf>,
    /// The kind of body.
    pub kind: UndertakingKind,
    /// The role.
    pub role: Role,
    /// How many people are concerned.
    pub people: Option<u64>,
    /// The turnover, in euro at the average of its year.
    pub turnover: Option<Money>,
    /// Data of Articles 9 or 10.
    pub special_categories: Option<bool>,
    /// A personal data breach.
    pub breach: Option<bool>,
    /// People in several countries.
    pub cross_border: Option<bool>,
}

/// The provisions a case was about: those infringed, or those examined where nothing was found.
fn at_issue(decision: &Decision) -> impl Iterator<Item = &ProvisionId> {
    let examined = decision.not_found.iter().filter(|_| decision.provisions.is_empty());
    decision.provisions.iter().chain(examined.map(|examined| &examined.provision))
}

impl Features {
    /// The features of a decided case.
    pub fn of_decision(decision: &Decision, law: &Corpus) -> Self {
        let (subjects, duties) = subjects_and_duties(decision.facts.topics.iter().cloned(), law);
        let first = decision.facts.topics.iter().find(|topic| subjects.contains(*topic));
        Self {
            articles: at_issue(decision).map(|provision| (provision.principle(), 100)).collect(),
            characteristic: first.map(|topic| (topic.clone(), 100)).into_iter().collect(),
            subjects,
            duties: duties.into_iter().map(|duty| (duty, 100)).collect(),
            sector: SectorOf::of(&decision.sector, law),
            kind: decision.kind,
            role: decision.role,
            people: decision.facts.people,
            turnover: decision.facts.turnover.as_ref().and_then(|turnover| {
                let year = turnover.year.unwrap_or_else(|| decision.decided.year().saturating_sub(1));
                in_euro(turnover.amount, When::FinancialYear(year, decision.decided), law)
            }),
            special_categories: decision.facts.special_categories,
            breach: decision.facts.breach,
            cross_border: decision.facts.cross_border,
        }
    }

    /// The features of a matter. Topics are those of the rules that fired and the
    /// activities named in the answers.
    pub fn of_matter(case_file: &CaseFile, assessment: &Assessment, weights: &FeatureWeights, law: &Corpus) -> Self {
        let (undertaking, questions) = (&case_file.undertaking, &weights.questions);
        let counts = |strength: Strength| match strength {
            Strength::Clear => weights.firmness.clear,
            Strength::Arguable => weights.firmness.arguable,
            Strength::Weak => weights.firmness.weak,
        };
        let of = assessment
            .findings()
            .filter_map(|finding| Some((law.rule_topics.get(&finding.rule)?.clone(), counts(finding.strength))));
        let firmest = firmest(of);
        let mut topics: BTreeSet<TopicId> = firmest.keys().cloned().collect();
        let values = |id: &QuestionId| {
            let id = id.clone();
            let own = case_file.operations.iter().map(|operation| &operation.answers);
            own.chain([&case_file.answers]).filter_map(move |answers| answers.get(&id).map(|a| &a.value))
        };
        let named = kinds_named(&values(&questions.kinds).collect::<Vec<_>>());
        topics.extend(named.keys().cloned());
        let (subjects, duties) = subjects_and_duties(topics.into_iter(), law);
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
            articles: self::firmest(
                assessment.infringements().map(|known| (known.provision.principle(), counts(known.strength))),
            ),
            subjects,
            characteristic: named,
            duties: duties.into_iter().map(|duty| (duty.clone(), firmest.get(&duty).copied().unwrap_or(100))).collect(),
            sector: SectorOf::of(&undertaking.sector, law),
            kind: undertaking.kind,
            role: undertaking.role,
            people: people.max(),
            turnover: match (undertaking.turnover.counted(), &undertaking.turnover) {
                (Counted::Figure(amount), Turnover::Figure { year, .. }) => {
                    turnover_in_euro(case_file, amount, *year, law)
                }
                (Counted::Figure(_) | Counted::Bracket(..) | Counted::Unknown, _) => None,
            },
            special_categories: yes(&questions.special_categories),
            breach: yes(&questions.breach),
            cross_border: cross_border(&undertaking.people_in, law),
        }
    }
}

/// Each with the most that it counts anywhere.
fn firmest<T: Ord>(of: impl Iterator<Item = (T, u32)>) -> BTreeMap<T, u32> {
    let mut firmest = BTreeMap::new();
    for (known, counts) in of {
        let most = firmest.entry(known).or_insert(counts);
        *most = counts.max(*most);
    }
    firmest
}

/// A matter's turnover in euro: at the rate it states, else at the average of the year.
pub fn turnover_in_euro(case_file: &CaseFile, amount: Money, year: Option<i16>, law: &Corpus) -> Option<Money> {
    if let Some(stated) = case_file.exchange(amount.currency(), Currency::EUR) {
        return Some(amount.at(stated.ratio_from(amount.currency()), Currency::EUR, Rounding::HalfUp));
    }
    let day = case_file.as_of.unwrap_or(law.rates.retrieved);
    let year = year.unwrap_or_else(|| day.year().saturating_sub(1));
    in_euro(amount, When::FinancialYear(year, day), law)
}

fn in_euro(amount: Money, when: When, law: &Corpus) -> Option<Money> {
    law.rates.convert(amount, Currency::EUR, when).ok().map(|converted| converted.amount)
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
}

/// A sector with the section it belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectorOf {
    /// Its code.
    pub code: String,
    /// Its section.
    pub section: String,
    /// Its wording.
    pub name: String,
}

impl SectorOf {
    /// The sector of a code; `None` for a user's own words.
    fn of(code: &str, law: &Corpus) -> Option<Self> {
        let known = law.vocabulary.sectors.get(code)?;
        let section = known.section.as_ref().unwrap_or(&known.code).clone();
        Some(Self { code: known.code.clone(), section, name: known.name.clone() })
    }
}

/// The kinds of processing that operations name, each with the share of those that name any, in percent.
fn kinds_named(answers: &[&AnswerValue]) -> BTreeMap<TopicId, u32> {
    let mut counts: BTreeMap<TopicId, u32> = BTreeMap::new();
    let mut operations = 0;
    for value in answers {
        let options: Vec<&OptionId> = match value {
            AnswerValue::Options(options) => options.iter().collect(),
            AnswerValue::Option(option) => vec![option],
            _ => continue,
        };
        operations += u32::from(!options.is_empty());
        for option in options {
            *counts.entry(TopicId::from(option.as_str())).or_default() += 1;
        }
    }
    for count in counts.values_mut() {
        *count = (*count * 100).checked_div(operations).unwrap_or_default();
    }
    counts
}

/// Kinds of processing and duties apart.
fn subjects_and_duties(topics: impl Iterator<Item = TopicId>, law: &Corpus) -> (BTreeSet<TopicId>, BTreeSet<TopicId>) {
    topics.partition(|topic| law.vocabulary.topics.get(topic.as_str()).is_some_and(|known| known.subject))
}

/// Whether people in several countries are concerned; `None` where it cannot be told
/// because no country, or a word that is none, is stated.
fn cross_border(countries: &[String], law: &Corpus) -> Option<bool> {
    let known: BTreeSet<String> = countries
        .iter()
        .filter(|country| law.vocabulary.countries.get(country).is_some())
        .map(|country| law.vocabulary.jurisdiction(country))
        .collect();
    let all = countries.iter().all(|country| law.vocabulary.countries.get(country).is_some());
    match known.len() {
        2.. => Some(true),
        1 if all => Some(false),
        _ => None,
    }
}
