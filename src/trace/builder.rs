//! Collects the trace while the calculation runs, or costs nothing.

use super::{Governing, TraceNode};

/// Collects figures in the order in which they arise. Disabled, it runs the
/// same calculation and describes nothing: that is what a simulation needs.
#[derive(Debug, Default)]
pub struct TraceBuilder {
    enabled: bool,
    open: Vec<TraceNode>,
}

impl TraceBuilder {
    /// A builder that records.
    pub fn recording() -> Self {
        Self { enabled: true, open: Vec::new() }
    }

    /// A builder that records nothing.
    pub fn disabled() -> Self {
        Self::default()
    }

    /// Records a figure without anything below it.
    pub fn leaf(&mut self, describe: impl FnOnce() -> TraceNode) {
        if self.enabled {
            self.open.push(describe());
        }
    }

    /// Runs `work`; the figures it records become the children of the one that
    /// `describe` makes of its result.
    pub fn scope<T>(
        &mut self,
        work: impl FnOnce(&mut Self) -> T,
        describe: impl FnOnce(&T, Vec<TraceNode>) -> TraceNode,
    ) -> T {
        if !self.enabled {
            return work(self);
        }
        let outer = std::mem::take(&mut self.open);
        let result = work(self);
        let children = std::mem::replace(&mut self.open, outer);
        self.open.push(describe(&result, children));
        result
    }

    /// Makes everything recorded in this scope so far the children of one figure.
    pub fn collapse(&mut self, describe: impl FnOnce(Vec<TraceNode>) -> TraceNode) {
        if self.enabled {
            let children = std::mem::take(&mut self.open);
            self.open.push(describe(children));
        }
    }

    /// Names the case law and guidance that govern the figure recorded last.
    pub fn govern(&mut self, notes: impl IntoIterator<Item = Governing>) {
        if let Some(last) = self.open.last_mut() {
            last.governed_by.extend(notes);
        }
    }

    /// Whether figures are recorded.
    pub fn is_recording(&self) -> bool {
        self.enabled
    }

    /// What was recorded, the last figure first to be asked for.
    pub fn finish(mut self) -> Option<TraceNode> {
        self.open.pop()
    }
}
