//! What a record says, part by part, for the search.

use serde_json::Value;

use super::words::{with_wider, words_of};
use crate::law::vocabulary::Entry;
use crate::library::Library;
use crate::precedents::{Appeal, Decision};

/// The words of a record.
pub(super) struct Record {
    /// Of whom it is and what it is called.
    pub(super) name: Vec<String>,
    /// Of the lists: countries, authorities, sectors, topics, outcome and the like.
    pub(super) labels: Vec<String>,
    /// Of what was done and found.
    pub(super) summary: Vec<String>,
    /// Of everything it says.
    pub(super) text: Vec<String>,
}

impl Record {
    pub(super) fn of(decision: &Decision, library: &Library) -> Self {
        let name = [&decision.controller, &decision.number, &decision.id].map(|words| words_of(words)).concat();
        let mut labels: Vec<String> = listed(decision, library).iter().flat_map(|words| words_of(words)).collect();
        for provision in &decision.provisions {
            labels.extend(with_wider(provision.as_str()));
        }
        labels.extend(words_of(&decision.decided.to_string()));
        let mut text = Vec::new();
        if let Ok(value) = serde_json::to_value(decision) {
            said(&value, &mut text);
        }
        Self { name, labels, summary: words_of(&decision.summary), text }
    }
}

/// What is left out of a record: addresses, places in the text, and who read it when.
const UNSAID: [&str; 7] = ["id", "url", "place", "places", "entered", "checked", "language"];

/// The words of all texts in a value.
fn said(value: &Value, words: &mut Vec<String>) {
    match value {
        Value::String(text) => words.extend(words_of(text)),
        Value::Array(values) => values.iter().for_each(|value| said(value, words)),
        Value::Object(fields) => {
            for (_, value) in fields.iter().filter(|(key, _)| !UNSAID.contains(&key.as_str())) {
                said(value, words);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The wording of the lists a record names.
fn listed(decision: &Decision, library: &Library) -> Vec<String> {
    let vocabulary = &library.law.vocabulary;
    let mut found = Vec::new();
    found.extend(entry(vocabulary.countries.get(&decision.country)));
    found.extend(entry(vocabulary.authorities.get(decision.authority.as_str())));
    if let Some(sector) = vocabulary.sectors.get(&decision.sector) {
        found.extend(entry(Some(sector)));
        let section = sector.section.as_ref().and_then(|section| vocabulary.sectors.get(section));
        found.extend(section.map(|section| section.name.clone()));
    }
    for topic in &decision.facts.topics {
        found.extend(entry(vocabulary.topics.get(topic.as_str())));
    }
    let facts = &decision.facts;
    let mut keys = vec![decision.outcome.key(), decision.kind.key(), decision.role.key()];
    keys.extend(facts.initiation.key());
    keys.extend(facts.size.map(crate::precedents::SizeClass::key));
    keys.extend(facts.data.iter().map(|kind| kind.key()));
    keys.extend(appeal_key(decision));
    keys.extend(decision.own.then_some("facet.own"));
    keys.extend(decision.proceedings.iter().map(|step| step.result.key()));
    for locale in &library.languages {
        found.extend(keys.iter().filter(|key| locale.has(key)).map(|key| locale.t(key).to_owned()));
    }
    found.extend(decision.method.as_ref().and_then(|id| library.law.methodology(id.as_str())).map(|m| m.name.clone()));
    found
}

/// All names of an entry.
fn entry<T: Entry>(entry: Option<&T>) -> Vec<String> {
    let Some(entry) = entry else { return Vec::new() };
    let mut names: Vec<String> = entry.names().into_iter().map(str::to_owned).collect();
    names.push(entry.id().to_owned());
    names.extend(entry.hints().iter().cloned());
    names
}

/// The key of what became of a decision; none where that is not known.
pub fn appeal_key(decision: &Decision) -> Option<&'static str> {
    match &decision.appeal {
        Appeal::Unknown => None,
        Appeal::NotAppealed => Some("decisions.not_appealed"),
        Appeal::Pending => Some("decisions.pending"),
        Appeal::Upheld => Some("decisions.upheld"),
        Appeal::Reduced { .. } => Some("decisions.reduced"),
        Appeal::Annulled { .. } => Some("decisions.annulled"),
    }
}
