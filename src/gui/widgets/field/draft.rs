//! What was typed, kept by matter and place.

use std::any::Any;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use egui::{Context, Id, Ui};

use crate::locale::reading::Reading;
use crate::storage::Unread;

/// A value of some kind, or none.
type Kept = Arc<dyn Any + Send + Sync>;

/// What was typed into one place.
#[derive(Clone)]
struct Draft {
    text: String,
    /// The value this text left behind: another one was set elsewhere.
    left: Kept,
    /// What holds while the text cannot be read: the last value that was meant, by a text
    /// that stood readable for a while, or else the one before one began to type.
    before: Kept,
    /// When the last key was typed, in seconds.
    at: f64,
    /// The frame of the last key: its change arrives in the next.
    frame: u64,
    /// Where the text cannot be read: the name of its field.
    unread: Option<String>,
}

/// A text that stands readable for so many seconds is meant; one that is typed on before is
/// the beginning of another, and what it would read as is nobody's word.
const MEANT: f64 = 1.5;

/// All that was typed in a matter.
#[derive(Default)]
struct Drafts {
    matter: u64,
    places: BTreeMap<String, Draft>,
}

fn drafts<R>(ctx: &Context, with: impl FnOnce(&mut Drafts) -> R) -> R {
    let key = Id::unique("field-drafts");
    let drafts = ctx.data_mut(|data| data.get_temp_mut_or_default::<Arc<Mutex<Drafts>>>(key).clone());
    // What was typed is plain text: a panic elsewhere leaves it usable.
    let mut drafts = drafts.lock().unwrap_or_else(PoisonError::into_inner);
    with(&mut drafts)
}

/// Tells which matter is shown: what was typed into another is forgotten.
pub fn of_matter(ctx: &Context, matter: u64) {
    drafts(ctx, |drafts| {
        if drafts.matter != matter {
            *drafts = Drafts { matter, places: BTreeMap::new() };
        }
    });
}

/// All that was typed into the matter shown and cannot be read.
pub fn unread(ctx: &Context) -> Vec<Unread> {
    let of = |(place, draft): (&String, &Draft)| {
        let (field, text) = (draft.unread.clone()?, draft.text.trim().to_owned());
        Some(Unread { place: place.clone(), field, text })
    };
    drafts(ctx, |drafts| drafts.places.iter().filter_map(of).collect())
}

/// A text brought back from an earlier run: it is of whatever value its field has now.
struct BroughtBack;

/// Puts back into the fields of a matter what could not be read when it was kept.
pub fn bring_back(ctx: &Context, matter: u64, unread: Vec<Unread>) {
    let draft = |unread: Unread| {
        let nothing: Kept = Arc::new(BroughtBack);
        let Unread { place, field, text } = unread;
        (place, Draft { text, left: nothing.clone(), before: nothing, at: 0.0, frame: 0, unread: Some(field) })
    };
    drafts(ctx, |drafts| *drafts = Drafts { matter, places: unread.into_iter().map(draft).collect() });
}

/// Notes whether the text of a place can be read: what may stand there can change without a key.
pub(super) fn judged(ui: &Ui, place: &str, name: &str, is_unread: bool) {
    drafts(ui.ctx(), |drafts| {
        if let Some(draft) = drafts.places.get_mut(place) {
            draft.unread = is_unread.then(|| name.to_owned());
        }
    });
}

/// Forgets what was typed into all places that begin so, as where a row is removed.
pub fn forget(ui: &Ui, places: &str) {
    drafts(ui.ctx(), |drafts| drafts.places.retain(|place, _| !place.starts_with(places)));
}

/// The id of the field of a place, wherever on the page it stands.
pub(super) fn id(place: &str) -> Id {
    Id::unique(("field", place))
}

/// What was typed into a place, if the value still is what it left.
pub(super) fn kept<V: Any + Clone + PartialEq + Send + Sync>(
    ui: &Ui,
    place: &str,
    value: Option<&V>,
) -> Option<String> {
    let frame = ui.ctx().cumulative_frame_nr();
    drafts(ui.ctx(), |drafts| {
        let draft = drafts.places.get_mut(place)?;
        if draft.left.is::<BroughtBack>() {
            draft.left = Arc::new(value.cloned());
            draft.before = draft.left.clone();
        }
        let same = draft.left.downcast_ref::<Option<V>>().is_some_and(|left| left.as_ref() == value);
        if same || draft.frame == frame {
            return Some(draft.text.clone());
        }
        drafts.places.remove(place);
        None
    })
}

/// One begins to type: this value holds while the text cannot be read.
pub(super) fn begin<V: Any + Clone + Send + Sync>(ui: &Ui, place: &str, value: Option<&V>) {
    drafts(ui.ctx(), |drafts| {
        if let Some(draft) = drafts.places.get_mut(place) {
            draft.before = Arc::new(value.cloned());
        }
    });
}

/// A key was typed: keeps the text and sets the value to what was read, or back.
pub(super) fn typed<V: Any + Clone + Send + Sync>(
    ui: &Ui,
    (place, name): (&str, &str),
    text: String,
    reading: &Reading<V>,
    value: &mut Option<V>,
) {
    let frame = ui.ctx().cumulative_frame_nr();
    let at = ui.input(|input| input.time);
    drafts(ui.ctx(), |drafts| {
        // More than one letter less: what was selected is replaced, and another text begins.
        // So it does after one that stood there to be read.
        let goes_on = |draft: &&Draft| {
            let was_meant = draft.unread.is_none() && at - draft.at >= MEANT;
            text.chars().count() + 1 >= draft.text.chars().count() && !was_meant
        };
        let before = drafts.places.get(place).filter(goes_on).map(|draft| draft.before.clone());
        let before = before.unwrap_or_else(|| Arc::new(value.clone()));
        *value = match reading {
            Reading::Empty => None,
            Reading::Value(read) => Some(read.clone()),
            Reading::Unreadable(_) | Reading::Ambiguous(_) => {
                before.downcast_ref::<Option<V>>().cloned().unwrap_or_default()
            }
        };
        let left: Kept = Arc::new(value.clone());
        let unread = reading.reason().map(|_| name.to_owned());
        drafts.places.insert(place.to_owned(), Draft { text, left, before, at, frame, unread });
    });
}
