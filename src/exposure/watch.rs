//! How far a simulation is, and whether it is to stop: read and told from another thread.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// Watches one simulation.
#[derive(Debug, Default)]
pub struct Watch {
    drawn: AtomicUsize,
    is_stopped: AtomicBool,
}

impl Watch {
    /// How many outcomes have been drawn.
    pub fn drawn(&self) -> usize {
        self.drawn.load(Ordering::Relaxed)
    }

    /// Lets it end without a result, within some thousand outcomes.
    pub fn stop(&self) {
        self.is_stopped.store(true, Ordering::Relaxed);
    }

    pub(super) fn is_stopped(&self) -> bool {
        self.is_stopped.load(Ordering::Relaxed)
    }

    pub(super) fn add(&self, outcomes: usize) {
        self.drawn.fetch_add(outcomes, Ordering::Relaxed);
    }
}
