//! States of matters, told apart for a whole run.

use std::sync::atomic::{AtomicU64, Ordering};

/// A state of a matter: no two of a run are the same, be they of one matter or of several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Revision(u64);

impl Revision {
    /// One that was not there before. The count of the whole run never goes back.
    pub(super) fn next() -> Self {
        static LAST: AtomicU64 = AtomicU64::new(0);
        Self(LAST.fetch_add(1, Ordering::Relaxed))
    }
}
