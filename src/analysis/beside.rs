//! What is told of laws beside data protection law: where none is held, and where no amount
//! can be set.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::facts::{AnswerValue, CaseFile};
use crate::findings::Assessment;
use crate::law::{LawText, Methodology, OptionId, ProvisionId, TopicId};
use crate::library::Library;
use crate::trace::Warning;

/// Risks under such laws that are in no figure.
pub(super) fn told(
    case_file: &CaseFile,
    library: &Library,
    methodology: &Methodology,
    assessment: &Assessment,
    as_of: Date,
) -> Vec<Warning> {
    let mut warnings: Vec<Warning> = not_held(case_file, library, as_of).into_iter().collect();
    warnings.extend(not_priced(library, methodology, assessment, as_of));
    warnings
}

/// What the operations do that such a law governs, where people are whose country has none
/// that is held.
fn not_held(case_file: &CaseFile, library: &Library, as_of: Date) -> Option<Warning> {
    let law = &library.law;
    let kinds = &library.similarity.questions.kinds;
    let does = |topic: &TopicId| {
        case_file.operations.iter().filter_map(|operation| case_file.answer(operation, kinds)).any(|answer| {
            let AnswerValue::Options(chosen) = &answer.value else { return false };
            chosen.contains(&OptionId::from(topic.as_str()))
        })
    };
    let covering = law.beside.iter().filter_map(|framework| Some((framework, framework.beside.as_ref()?)));
    let covering: Vec<_> = covering.collect();
    let topics: BTreeSet<&TopicId> = covering.iter().flat_map(|(_, beside)| &beside.covers).collect();
    let people = case_file.undertaking.people_or_seat();
    let governed = people.iter().filter(|country| law.frameworks.iter().any(|known| known.applies_in(country, as_of)));
    let governed: Vec<&String> = governed.collect();
    let lacks = |topic: &TopicId, country: &str| {
        !covering.iter().any(|(framework, beside)| {
            let in_force = beside.from <= as_of && beside.until.is_none_or(|until| as_of <= until);
            in_force && framework.applies_in(country, as_of) && beside.covers.contains(topic)
        })
    };
    let done: Vec<&TopicId> = topics.into_iter().filter(|topic| does(topic)).collect();
    let countries: BTreeSet<&String> = done
        .iter()
        .flat_map(|topic| governed.iter().filter(|country| lacks(topic, country.as_str())).copied())
        .collect();
    let nowhere = people.is_empty();
    let lacking = |topic: &&TopicId| nowhere || governed.iter().any(|country| lacks(topic, country.as_str()));
    let topics: Vec<TopicId> = done.iter().filter(|topic| lacking(topic)).map(|topic| (*topic).clone()).collect();
    let countries: Vec<String> = countries.into_iter().cloned().collect();
    (!topics.is_empty()).then_some(Warning::BesideNotHeld { topics, countries })
}

/// Alleged under such a law, and no amount set: tier by tier.
fn not_priced(library: &Library, methodology: &Methodology, assessment: &Assessment, as_of: Date) -> Vec<Warning> {
    let law = &library.law;
    let tiers = law.beside.iter().flat_map(|framework| framework.tiers.iter().map(move |tier| (framework, tier)));
    let told = |(framework, tier): (&crate::law::Framework, &crate::law::Tier)| {
        let alleged = assessment.infringements().filter(|known| known.tier.as_ref() == Some(&tier.id));
        let provisions: BTreeSet<ProvisionId> = alleged.map(|known| known.provision.clone()).collect();
        if provisions.is_empty() || tier.is_priced_by(methodology) {
            return None;
        }
        Some(Warning::BesideNotPriced {
            law: LawText::Framework(framework.id.clone()),
            authority: LawText::TierAuthority(tier.id.clone()),
            provisions: provisions.into_iter().collect(),
            maximum: tier.static_cap.on(as_of)?.value,
            share: tier.dynamic_cap.as_ref().and_then(|cap| cap.on(as_of)).map(|cap| cap.value),
        })
    };
    tiers.filter_map(told).collect()
}
