//! What differs between two states of a matter, and one taken from the other.
//!
//! Both are compared as trees of what a file says, so that a field added tomorrow is
//! compared as well: an answer is one unit, and so is a field of the organisation.

use serde_json::{Map, Value};

use super::CaseFile;

/// Something that two states of a matter say differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Where: the keys that lead there, an operation by its id.
    pub place: Vec<String>,
    /// What the first says, where it says something.
    pub mine: Option<Value>,
    /// What the second says.
    pub theirs: Option<Value>,
}

/// All that differs.
pub fn differences(mine: &CaseFile, theirs: &CaseFile) -> Vec<Difference> {
    let (mine, theirs) = (tree(mine), tree(theirs));
    let mut found = Vec::new();
    compare(&mut Vec::new(), Some(&mine), Some(&theirs), &mut found);
    found
}

/// The matter with what another says in one place.
///
/// # Errors
/// When the result would be no matter.
pub fn with(case_file: &CaseFile, difference: &Difference) -> Result<CaseFile, serde_json::Error> {
    let mut tree = tree(case_file);
    put(&mut tree, &difference.place, difference.theirs.clone());
    let Value::Object(mut tree) = tree else { return Ok(case_file.clone()) };
    if let Some(Value::Object(operations)) = tree.remove(OPERATIONS) {
        let order = |operation: &Value| operation.get(ORDER).and_then(Value::as_u64).unwrap_or(u64::MAX);
        let mut operations: Vec<Value> = operations.into_iter().map(|(_, operation)| operation).collect();
        operations.sort_by_key(order);
        for operation in &mut operations {
            if let Value::Object(operation) = operation {
                operation.remove(ORDER);
            }
        }
        tree.insert(OPERATIONS.to_owned(), Value::Array(operations));
    }
    serde_json::from_value(Value::Object(tree))
}

const OPERATIONS: &str = "operations";
/// Where an operation stood, while operations are kept by id.
const ORDER: &str = "\u{0}order";

/// What a file says, with operations by their id.
fn tree(case_file: &CaseFile) -> Value {
    // A matter is plain data: it can always be said as a tree.
    let mut tree = serde_json::to_value(case_file).unwrap_or_default();
    if let Some(Value::Array(operations)) = tree.get_mut(OPERATIONS).map(Value::take) {
        let by_id = operations.into_iter().enumerate().map(|(order, mut operation)| {
            let id = operation.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
            if let Value::Object(fields) = &mut operation {
                fields.insert(ORDER.to_owned(), order.into());
            }
            (id, operation)
        });
        let by_id: Map<String, Value> = by_id.collect();
        if let Value::Object(fields) = &mut tree {
            fields.insert(OPERATIONS.to_owned(), Value::Object(by_id));
        }
    }
    tree
}

/// Whether what stands there is compared by its parts.
fn has_parts(place: &[String]) -> bool {
    let place: Vec<&str> = place.iter().map(String::as_str).collect();
    matches!(
        place.as_slice(),
        [] | ["undertaking" | "choices" | "answers" | OPERATIONS] | [OPERATIONS, _] | [OPERATIONS, _, "answers"]
    )
}

fn compare(place: &mut Vec<String>, mine: Option<&Value>, theirs: Option<&Value>, found: &mut Vec<Difference>) {
    if mine == theirs {
        return;
    }
    match (mine, theirs) {
        (Some(Value::Object(first)), Some(Value::Object(second))) if has_parts(place) => {
            let only_second = second.keys().filter(|key| !first.contains_key(*key));
            for key in first.keys().chain(only_second).filter(|key| *key != ORDER && *key != "format") {
                place.push(key.clone());
                compare(place, first.get(key), second.get(key), found);
                place.pop();
            }
        }
        _ => found.push(Difference { place: place.clone(), mine: mine.cloned(), theirs: theirs.cloned() }),
    }
}

fn put(tree: &mut Value, place: &[String], value: Option<Value>) {
    let (Value::Object(fields), Some((key, rest))) = (tree, place.split_first()) else { return };
    match (rest.is_empty(), value) {
        (true, Some(value)) => {
            fields.insert(key.clone(), value);
        }
        (true, None) => {
            fields.remove(key);
        }
        (false, value) => put(fields.entry(key).or_insert_with(|| Value::Object(Map::new())), rest, value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Answer, AnswerValue};
    use crate::law::{OperationId, QuestionId};

    fn changed() -> (CaseFile, CaseFile) {
        let mine = CaseFile::new("Mine", "Newsletter");
        let mut theirs = mine.clone();
        theirs.title = "Theirs".to_owned();
        theirs.undertaking.sector = "retail".to_owned();
        let answer = Answer { value: AnswerValue::No, ..Answer::default() };
        theirs.operations[0].answers.insert(QuestionId::from("scale.people"), answer);
        let mut second = theirs.operations[0].clone();
        second.id = OperationId::from("second");
        theirs.operations.push(second);
        (mine, theirs)
    }

    #[test]
    fn each_place_that_differs_is_named_once() {
        let (mine, theirs) = changed();
        let places: Vec<String> = differences(&mine, &theirs).iter().map(|found| found.place.join(" ")).collect();
        let expected =
            ["operations operation-1 answers scale.people", "operations second", "title", "undertaking sector"];
        let mut sorted = places.clone();
        sorted.sort();
        assert_eq!(sorted, expected, "{places:?}");
        assert!(differences(&mine, &mine).is_empty());
    }

    #[test]
    fn taking_every_difference_makes_one_the_other() {
        let (mine, theirs) = changed();
        let take = |from: &CaseFile, to: &CaseFile| {
            differences(from, to).iter().fold(from.clone(), |matter, found| with(&matter, found).unwrap())
        };
        assert_eq!(take(&mine, &theirs), theirs);
        assert_eq!(take(&theirs, &mine), mine);
    }
}
