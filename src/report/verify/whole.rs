//! A report as JSON: the whole assessment, value by value.

use serde_json::Value;

use super::{Difference, Stated, VerifyError};
use crate::analysis;
use crate::fine::Receipt;
use crate::report::{AssessmentJson, Reported, SCHEMA};

/// How much of a number that is no whole one a file may lose.
const LAST_DIGITS: f64 = 1e-12;

/// Reads the assessment.
pub(super) fn read(bytes: &[u8]) -> Result<Stated, VerifyError> {
    let unreadable = |error: serde_json::Error| VerifyError::Unreadable { format: "JSON", problem: error.to_string() };
    let whole: Value = serde_json::from_slice(bytes).map_err(unreadable)?;
    if whole.get("schema").and_then(Value::as_str) != Some(SCHEMA) {
        return Err(VerifyError::NoFigures);
    }
    let receipt = whole.get("receipt").cloned().unwrap_or_default();
    let receipt: Receipt =
        serde_json::from_value(receipt).map_err(|error| VerifyError::Malformed(error.to_string()))?;
    Ok(Stated::Whole(Box::new(whole), Box::new(receipt)))
}

/// The assessment as it is now.
pub(super) fn now(now: Reported<'_>) -> Result<Value, VerifyError> {
    let Reported { case_file, library, analysis, exposure, .. } = now;
    let relevance = analysis::relevance(case_file, library, analysis);
    let json = AssessmentJson::new(case_file, library, analysis, exposure, &relevance);
    serde_json::to_value(json).map_err(|error| VerifyError::Malformed(error.to_string()))
}

/// The values that differ, by their places, and how many there are. What a report was made with
/// is told of apart; its marking is none of the matter's.
pub(super) fn differences(said: &Value, would: &Value) -> (Vec<Difference>, usize) {
    let mut walk = Walk { differences: Vec::new(), compared: 0 };
    walk.pair(&mut Vec::new(), Some(said), Some(would));
    (walk.differences, walk.compared)
}

/// Whether two values are the same; what is no whole number, but for its last digits, which a
/// file need not keep.
fn same(said: Option<&Value>, would: Option<&Value>) -> bool {
    match (said, would) {
        (Some(Value::Number(said)), Some(Value::Number(would))) if said.is_f64() || would.is_f64() => {
            let pair = said.as_f64().zip(would.as_f64());
            pair.is_some_and(|(said, would)| (said - would).abs() <= LAST_DIGITS * said.abs().max(would.abs()))
        }
        _ => said == would,
    }
}

struct Walk {
    differences: Vec<Difference>,
    compared: usize,
}

impl Walk {
    fn pair(&mut self, place: &mut Vec<String>, said: Option<&Value>, would: Option<&Value>) {
        if matches!(place.first().map(String::as_str), Some("receipt" | "marking")) {
            return;
        }
        match (said, would) {
            (Some(Value::Object(said)), Some(Value::Object(would))) => {
                let names: std::collections::BTreeSet<&String> = said.keys().chain(would.keys()).collect();
                for name in names {
                    self.at(place, name.clone(), said.get(name), would.get(name));
                }
            }
            (Some(Value::Array(said)), Some(Value::Array(would))) => {
                for index in 0..said.len().max(would.len()) {
                    self.at(place, index.to_string(), said.get(index), would.get(index));
                }
            }
            (said, would) => {
                self.compared += 1;
                if !same(said, would) {
                    let written = |value: Option<&Value>| value.map(ToString::to_string);
                    let (report, matter) = (written(said), written(would));
                    self.differences.push(Difference::Figure { name: place.join("."), report, matter });
                }
            }
        }
    }

    fn at(&mut self, place: &mut Vec<String>, name: String, said: Option<&Value>, would: Option<&Value>) {
        place.push(name);
        self.pair(place, said, would);
        place.pop();
    }
}
