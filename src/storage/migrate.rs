//! Older formats brought to the present one.
//!
//! # How a format changes
//! A file of format *n* is read by the types of today. So a new field is optional
//! (`#[serde(default)]`), a renamed one keeps its old name (`#[serde(alias = "…")]`), and a
//! removed one stays in the type as something that is read and not written. What is left,
//! a value that means something else now, is rewritten here, one function a step:
//!
//! | step | what changed |
//! |---|---|
//! | 1 → 2 | dates and forms of figures became optional beside what stood there; ids of vocabularies stand where free text stood |
//! | 2 → 3 | answers take what was so before, operations their beginning and end, the matter the first contact |
//!
//! To change the format: raise [`FORMAT`](crate::facts::FORMAT), add a step to [`STEPS`], and keep a file of the
//! format before in `tests/saved_files/v<n>/`: each file there is opened by a test.
//!
//! A step changes the matter in memory only; the file is rewritten when the user saves.

use crate::facts::CaseFile;

/// From the format numbered to the one after it.
struct Step {
    from: u32,
    migrate: fn(&mut CaseFile),
}

const STEPS: &[Step] = &[Step { from: 1, migrate: from_1 }, Step { from: 2, migrate: from_2 }];

/// Brings a matter of any older format to the present one.
pub(super) fn to_present(case_file: &mut CaseFile) {
    for step in STEPS {
        if case_file.format == step.from {
            (step.migrate)(case_file);
            case_file.format = step.from + 1;
        }
    }
}

/// Format 1 had no date of a practice, one form of a turnover, and free text for sector
/// and authority. What it says is kept as it stands; words of the vocabulary are brought to
/// their ids on every opening ([`crate::library::modernise`]).
fn from_1(_case_file: &mut CaseFile) {}

/// Format 2 knew no time of answers and operations: what it says holds today.
fn from_2(_case_file: &mut CaseFile) {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::FORMAT;

    #[test]
    fn every_older_format_has_a_step() {
        let steps: Vec<u32> = STEPS.iter().map(|step| step.from).collect();
        assert_eq!(steps, (1..FORMAT).collect::<Vec<_>>());
    }

    #[test]
    fn a_matter_of_format_1_becomes_one_of_today() {
        let mut matter = CaseFile::new("A", "B");
        let today = matter.clone();
        matter.format = 1;
        to_present(&mut matter);
        assert_eq!(matter, today);
    }
}
