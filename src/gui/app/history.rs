//! Undo and redo: whole states of the matter; edits in quick succession, such as
//! the letters of a word, count as one.

use crate::facts::CaseFile;

/// Edits closer than this are one, in seconds.
const TOGETHER: f64 = 0.8;
/// How many states are kept.
const KEPT: usize = 500;

/// The states before and after the present one.
#[derive(Debug, Default)]
pub struct History {
    past: Vec<CaseFile>,
    future: Vec<CaseFile>,
    last_edit: Option<f64>,
}

impl History {
    /// Notes that `before` is about to be replaced, at a time in seconds.
    pub fn edited(&mut self, before: &CaseFile, now: f64) {
        let continues = self.last_edit.is_some_and(|last| now - last < TOGETHER) && !self.past.is_empty();
        if !continues {
            self.past.push(before.clone());
            if self.past.len() > KEPT {
                self.past.remove(0);
            }
        }
        self.future.clear();
        self.last_edit = Some(now);
    }

    /// The state before, if there is one.
    pub fn undo(&mut self, present: &CaseFile) -> Option<CaseFile> {
        let before = self.past.pop()?;
        self.future.push(present.clone());
        self.last_edit = None;
        Some(before)
    }

    /// The state after, if one was undone.
    pub fn redo(&mut self, present: &CaseFile) -> Option<CaseFile> {
        let after = self.future.pop()?;
        self.past.push(present.clone());
        self.last_edit = None;
        Some(after)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quick_edits_are_one_and_everything_comes_back() {
        let states: Vec<CaseFile> = ["a", "b", "c", "d"].map(|title| CaseFile::new(title, "x")).into();
        let mut history = History::default();
        history.edited(&states[0], 1.0);
        history.edited(&states[1], 1.2);
        history.edited(&states[2], 9.0);
        let before = history.undo(&states[3]).unwrap();
        assert_eq!(before, states[2]);
        let first = history.undo(&before).unwrap();
        assert_eq!(first, states[0]);
        assert!(history.undo(&first).is_none());
        assert_eq!(history.redo(&first).unwrap(), states[2]);
    }
}
