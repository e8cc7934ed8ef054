//! What an edit changed, in words, and where: so that undo and redo can say so and
//! go there.

use std::collections::BTreeMap;

use crate::facts::{Answer, CaseFile, Operation, Undertaking};
use crate::gui::Screen;
use crate::law::{OperationId, ProvisionId, QuestionId};
use crate::library::Library;

/// Where on its page an edit is seen, so that the page can show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A judgement in the fine calculation, by the id of its point.
    Judgement(String),
    /// The conduct an infringement is put into.
    Grouping(OperationId, ProvisionId),
    /// A part of a page, by the key that names its edits, as in "change.method".
    Part(&'static str),
}

/// One edit, named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What was edited, as in "turnover".
    pub what: String,
    /// The stage on which it is seen.
    pub screen: Screen,
    /// The operation it belongs to, by its id.
    pub operation: Option<String>,
    /// The question of that operation, by its id.
    pub question: Option<String>,
    /// The rule of the finding, by its id.
    pub rule: Option<String>,
    /// The place on the page.
    pub place: Option<Place>,
    /// Whether something was taken out of the matter that had to be made before.
    pub removes: bool,
}

impl Change {
    /// What lies between two states of a matter.
    pub fn between(before: &CaseFile, after: &CaseFile, library: &Library) -> Self {
        operations(before, after, library)
            .or_else(|| reviews(before, after, library))
            .unwrap_or_else(|| rest(before, after, library))
    }

    fn at(screen: Screen, what: impl Into<String>) -> Self {
        Self { what: what.into(), screen, operation: None, question: None, rule: None, place: None, removes: false }
    }
}

fn operations(before: &CaseFile, after: &CaseFile, library: &Library) -> Option<Change> {
    let text = &library.locale;
    let named = |key: &str, operation: &Operation| {
        let mut change = Change::at(Screen::Practices, text.fill(key, &[("name", &operation.name)]));
        change.operation = Some(operation.id.to_string());
        change
    };
    let answer_of = |operation: &Operation, id: &QuestionId, key: &str| {
        let words = library.law.question(id).map_or(id.as_str(), |question| question.text.as_str());
        let mut change = Change::at(Screen::Practices, text.fill(key, &[("question", words)]));
        change.operation = Some(operation.id.to_string());
        change.question = Some(id.to_string());
        change
    };
    if let Some(gone) = before.operations.iter().find(|known| after.operation(&known.id).is_none()) {
        return Some(Change { removes: true, ..named("change.operation_removed", gone) });
    }
    if let Some(new) = after.operations.iter().find(|known| before.operation(&known.id).is_none()) {
        return Some(named("change.operation_added", new));
    }
    for new in &after.operations {
        let Some(old) = before.operation(&new.id).filter(|old| *old != new) else { continue };
        let Some((id, key)) = answered(&old.answers, &new.answers) else {
            return Some(named("change.operation", new));
        };
        return Some(answer_of(new, id, key));
    }
    if let Some((id, key)) = answered(&before.answers, &after.answers) {
        // It is shown at every operation.
        let first = after.operations.iter().find(|known| known.case_of.is_none())?;
        return Some(answer_of(first, id, key));
    }
    (before.operations != after.operations).then(|| Change::at(Screen::Practices, text.t("change.operations")))
}

/// The first question answered otherwise, and the key of what changed about it.
fn answered<'a>(
    old: &'a BTreeMap<QuestionId, Answer>,
    new: &'a BTreeMap<QuestionId, Answer>,
) -> Option<(&'a QuestionId, &'static str)> {
    let changed = new.iter().find(|(id, answer)| old.get(*id) != Some(*answer));
    let (id, _) = changed.or_else(|| old.iter().find(|(id, _)| !new.contains_key(*id)))?;
    Some((id, if note_only(old.get(id), new.get(id)) { "change.note" } else { "change.answer" }))
}

fn note_only(old: Option<&Answer>, new: Option<&Answer>) -> bool {
    let said = |answer: &Answer| (answer.value.clone(), answer.before.clone());
    old.map(said) == new.map(said)
}

fn reviews(before: &CaseFile, after: &CaseFile, library: &Library) -> Option<Change> {
    let changed = |one: &CaseFile, other: &CaseFile| {
        one.reviews.iter().find(|review| other.review(&review.operation, &review.rule) != Some(review)).cloned()
    };
    let review = changed(after, before).or_else(|| changed(before, after))?;
    let title = library.law.rule(&review.rule).map_or(review.rule.as_str(), |rule| rule.title.as_str());
    let mut change = Change::at(Screen::Findings, library.locale.fill("change.review", &[("title", title)]));
    change.operation = Some(review.operation.to_string());
    change.rule = Some(review.rule.to_string());
    Some(change)
}

fn rest(before: &CaseFile, after: &CaseFile, library: &Library) -> Change {
    let text = &library.locale;
    if before.undertaking != after.undertaking {
        let removes = after.undertaking.previous_infringements.len() < before.undertaking.previous_infringements.len();
        let key = if removes { "change.earlier_removed" } else { undertaking(&before.undertaking, &after.undertaking) };
        let what = text.t(key);
        let place = Some(Place::Part(if removes { "change.earlier" } else { key }));
        return Change { place, removes, ..Change::at(Screen::Organisation, what) };
    }
    let parts = [
        (before.choices != after.choices, Screen::FineCalculation, "change.judgement"),
        (before.methodology != after.methodology, Screen::FineCalculation, "change.method"),
        (before.exchange != after.exchange, Screen::FineCalculation, "change.exchange"),
        (before.assignments != after.assignments, Screen::FineCalculation, "change.conduct"),
        (before.compared != after.compared, Screen::Comparables, "change.comparables"),
        (before.title != after.title, Screen::Organisation, "change.title"),
        (before.as_of != after.as_of, Screen::Organisation, "change.day"),
        (before.first_contact != after.first_contact, Screen::Organisation, "change.first_contact"),
    ];
    let found = parts.into_iter().find(|(changed, ..)| *changed);
    let (_, screen, key) = found.unwrap_or((true, Screen::Organisation, "change.matter"));
    let place = match key {
        "change.judgement" => judgement(before, after).map(Place::Judgement),
        "change.conduct" => grouping(before, after),
        _ => Some(Place::Part(key)),
    };
    Change { place, ..Change::at(screen, text.t(key)) }
}

/// The first judgement that is not the same in both.
fn judgement(before: &CaseFile, after: &CaseFile) -> Option<String> {
    let changed = |one: &CaseFile, other: &CaseFile| {
        let differs = |id: &str| one.choices.get(id) != other.choices.get(id);
        one.choices.iter().map(|(id, _)| id.to_string()).find(|id| differs(id))
    };
    changed(after, before).or_else(|| changed(before, after))
}

/// The first infringement that is put elsewhere.
fn grouping(before: &CaseFile, after: &CaseFile) -> Option<Place> {
    let changed = |one: &CaseFile, other: &CaseFile| {
        one.assignments.iter().find(|known| !other.assignments.contains(known)).cloned()
    };
    let moved = changed(after, before).or_else(|| changed(before, after))?;
    Some(Place::Grouping(moved.operation, moved.provision))
}

fn undertaking(before: &Undertaking, after: &Undertaking) -> &'static str {
    let parts = [
        (before.turnover != after.turnover, "change.turnover"),
        (before.previous_infringements != after.previous_infringements, "change.earlier"),
        (before.name != after.name, "change.name"),
        (before.sector != after.sector, "change.sector"),
        (before.establishment != after.establishment, "change.establishment"),
        (before.lead_authority != after.lead_authority, "change.authority"),
        (before.people_in != after.people_in, "change.people_in"),
        (before.employees != after.employees, "change.employees"),
        (before.role != after.role, "change.role"),
        (before.kind != after.kind, "change.kind"),
    ];
    parts.into_iter().find(|(changed, _)| *changed).map_or("change.organisation", |(_, key)| key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::AnswerValue;
    use crate::law::QuestionId;

    #[test]
    fn an_edit_is_named_and_placed() {
        let library = Library::embedded().unwrap();
        let before = CaseFile::new("A", "B");
        let mut after = before.clone();
        after.undertaking.name = "Harbour".to_owned();
        let change = Change::between(&before, &after, &library);
        assert_eq!((change.screen, change.what.as_str()), (Screen::Organisation, "name of the organisation"));

        let mut after = before.clone();
        let question = library.law.questions().next().unwrap();
        let answer = Answer { value: AnswerValue::Yes, ..Answer::default() };
        after.operations[0].answers.insert(QuestionId::from(question.id.as_str()), answer);
        let change = Change::between(&before, &after, &library);
        assert_eq!(change.question.as_deref(), Some(question.id.as_str()));
        assert_eq!(change.operation.as_deref(), Some("operation-1"));
        assert!(change.what.contains(&question.text));
    }

    #[test]
    fn a_removal_is_one() {
        let library = Library::embedded().unwrap();
        let mut before = CaseFile::new("A", "B");
        before.operations.extend(CaseFile::new("", "Second").operations.into_iter().map(|mut operation| {
            operation.id = crate::law::OperationId::from("operation-2");
            operation
        }));
        let mut after = before.clone();
        after.remove_operation(&crate::law::OperationId::from("operation-2"));
        let change = Change::between(&before, &after, &library);
        assert!(change.removes && change.what.contains("Second"), "{change:?}");
        assert!(!Change::between(&after, &before, &library).removes);
    }
}
