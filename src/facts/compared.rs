//! What the user made of the decisions a matter is compared with.

use serde::{Deserialize, Serialize};

/// Decisions kept in view, and decisions left out with the reason: by the names of their records.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Compared {
    /// Shown first, however unlike.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pinned: Vec<String>,
    /// Not compared with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub excluded: Vec<Excluded>,
}

/// A decision a matter is not compared with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Excluded {
    /// The name of its record.
    pub decision: String,
    /// Why.
    #[serde(default)]
    pub reason: String,
}

impl Compared {
    /// Whether nothing was said of any decision.
    pub fn is_empty(&self) -> bool {
        self.pinned.is_empty() && self.excluded.is_empty()
    }

    /// Whether a decision is kept in view.
    pub fn is_pinned(&self, decision: &str) -> bool {
        self.pinned.iter().any(|known| known == decision)
    }

    /// Why a decision is left out; `None` where it is not.
    pub fn excluded(&self, decision: &str) -> Option<&str> {
        self.excluded.iter().find(|known| known.decision == decision).map(|known| known.reason.as_str())
    }

    /// Keeps a decision in view, or no longer.
    pub fn pin(&mut self, decision: &str, on: bool) {
        self.pinned.retain(|known| known != decision);
        if on {
            self.include(decision);
            self.pinned.push(decision.to_owned());
        }
    }

    /// Leaves a decision out, for this reason.
    pub fn exclude(&mut self, decision: &str, reason: &str) {
        self.pin(decision, false);
        self.include(decision);
        self.excluded.push(Excluded { decision: decision.to_owned(), reason: reason.trim().to_owned() });
    }

    /// Takes a decision in again.
    pub fn include(&mut self, decision: &str) {
        self.excluded.retain(|known| known.decision != decision);
    }
}

#[cfg(test)]
mod tests {
    use super::Compared;

    #[test]
    fn a_decision_is_either_pinned_or_left_out() {
        let mut compared = Compared::default();
        compared.pin("a", true);
        compared.pin("a", true);
        assert_eq!(compared.pinned, ["a"]);
        compared.exclude("a", " another law ");
        assert!(!compared.is_pinned("a"));
        assert_eq!(compared.excluded("a"), Some("another law"));
        compared.pin("a", true);
        assert_eq!(compared.excluded("a"), None);
        compared.pin("a", false);
        assert!(compared.is_empty());
    }
}
