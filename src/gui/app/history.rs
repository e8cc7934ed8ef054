//! Undo and redo of everything. A step keeps the difference between two states, not
//! the states: a large matter does not grow with every edit. Letters typed into one
//! field are one step; leaving the field begins a new one.

use super::change::Change;
use crate::facts::CaseFile;
use crate::{library, storage};

/// How many steps are kept.
const KEPT: usize = 500;
/// How many bytes all steps may take together; the oldest go first.
const ROOM: usize = 32 * 1024 * 1024;

/// The steps before and after the present state.
#[derive(Debug, Default)]
pub struct History {
    past: Vec<Step>,
    future: Vec<Step>,
    /// The step being made: its end is the present state.
    open: Option<Opened>,
}

/// A step between two states.
#[derive(Debug)]
struct Step {
    change: Change,
    difference: Difference,
}

#[derive(Debug)]
struct Opened {
    change: Change,
    before: CaseFile,
    /// The field or slider in which it is being made; `None` for a single act.
    field: Option<egui::Id>,
}

impl History {
    /// Notes that `before` is about to be replaced by an edit made in `field`.
    pub fn edited(&mut self, before: &CaseFile, change: Change, field: Option<egui::Id>) {
        self.future.clear();
        let continues = |open: &Opened| field.is_some() && open.field == field && open.change == change;
        if self.open.as_ref().is_some_and(continues) {
            return;
        }
        self.close(before);
        self.open = Some(Opened { change, before: before.clone(), field });
    }

    /// The field was left: what is typed next is a step of its own.
    pub fn seal(&mut self) {
        if let Some(open) = &mut self.open {
            open.field = None;
        }
    }

    /// The state before, if there is one, and what was taken back.
    pub fn undo(&mut self, present: &CaseFile) -> Option<(CaseFile, Change)> {
        self.close(present);
        let step = self.past.pop()?;
        let before = step.difference.before(present)?;
        let change = step.change.clone();
        self.future.push(step);
        Some((before, change))
    }

    /// The state after, if one was undone, and what was made again.
    pub fn redo(&mut self, present: &CaseFile) -> Option<(CaseFile, Change)> {
        let step = self.future.pop()?;
        let after = step.difference.after(present)?;
        let change = step.change.clone();
        self.past.push(step);
        Some((after, change))
    }

    /// What undo would take back.
    pub fn last(&self) -> Option<&Change> {
        self.open.as_ref().map(|open| &open.change).or_else(|| self.past.last().map(|step| &step.change))
    }

    /// What redo would make again.
    pub fn next(&self) -> Option<&Change> {
        self.future.last().map(|step| &step.change)
    }

    /// How many bytes the kept steps take, about; for the test that they stay small.
    pub fn size(&self) -> usize {
        self.past.iter().chain(&self.future).map(|step| step.difference.size()).sum()
    }

    /// Ends the step being made; `present` is its end.
    fn close(&mut self, present: &CaseFile) {
        let Some(open) = self.open.take() else { return };
        if open.before == *present {
            return;
        }
        let difference = Difference::between(&open.before, present);
        self.past.push(Step { change: open.change, difference });
        while self.past.len() > KEPT || (self.past.len() > 1 && self.size() > ROOM) {
            self.past.remove(0);
        }
    }
}

/// What lies between two states.
#[derive(Debug)]
enum Difference {
    /// In the text of the file: from this byte on, one text stood and now the other.
    Text { at: usize, before: String, after: String },
    /// Both states: their text would not come back as what it was.
    Whole(Box<(CaseFile, CaseFile)>),
}

impl Difference {
    fn between(before: &CaseFile, after: &CaseFile) -> Self {
        Self::of_texts(before, after).unwrap_or_else(|| Self::Whole(Box::new((before.clone(), after.clone()))))
    }

    /// `None` where a state does not come back from its text as it was.
    fn of_texts(before: &CaseFile, after: &CaseFile) -> Option<Self> {
        let (old, new) = (storage::to_text(before).ok()?, storage::to_text(after).ok()?);
        if parse(&old)? != *before || parse(&new)? != *after {
            return None;
        }
        let at = common(old.bytes().zip(new.bytes()), |at| old.is_char_boundary(at) && new.is_char_boundary(at));
        let (old_rest, new_rest) = (old.get(at..)?, new.get(at..)?);
        let ends = |back: usize| {
            old_rest.is_char_boundary(old_rest.len() - back) && new_rest.is_char_boundary(new_rest.len() - back)
        };
        let tail = common(old_rest.bytes().rev().zip(new_rest.bytes().rev()), ends);
        Some(Self::Text {
            at,
            before: old_rest.get(..old_rest.len() - tail)?.to_owned(),
            after: new_rest.get(..new_rest.len() - tail)?.to_owned(),
        })
    }

    fn before(&self, present: &CaseFile) -> Option<CaseFile> {
        match self {
            Self::Text { at, before, after } => spliced(present, *at, after, before),
            Self::Whole(states) => Some(states.0.clone()),
        }
    }

    fn after(&self, present: &CaseFile) -> Option<CaseFile> {
        match self {
            Self::Text { at, before, after } => spliced(present, *at, before, after),
            Self::Whole(states) => Some(states.1.clone()),
        }
    }

    fn size(&self) -> usize {
        match self {
            Self::Text { before, after, .. } => before.len() + after.len(),
            Self::Whole(states) => [&states.0, &states.1]
                .into_iter()
                .map(|state| storage::to_text(state).map_or(0, |text| text.len()))
                .sum(),
        }
    }
}

/// How many bytes are the same from the start, cut back to where both texts may be cut.
fn common(pairs: impl Iterator<Item = (u8, u8)>, may_cut: impl Fn(usize) -> bool) -> usize {
    let mut length = pairs.take_while(|(one, other)| one == other).count();
    while !may_cut(length) {
        length -= 1;
    }
    length
}

/// A state with one text put in the place of another.
fn spliced(present: &CaseFile, at: usize, gone: &str, put: &str) -> Option<CaseFile> {
    let mut text = storage::to_text(present).ok()?;
    let range = at..at + gone.len();
    if text.get(range.clone()) != Some(gone) {
        return None;
    }
    text.replace_range(range, put);
    parse(&text)
}

fn parse(text: &str) -> Option<CaseFile> {
    library::ron_options().from_str(text).ok()
}
