//! The data without what a running workshop must not give away.

use super::Library;
use crate::law::vocabulary::folded;
use crate::precedents::Decision;
use crate::workshop::holds;

impl Library {
    /// The same data without the decisions behind these packs, and without the records and
    /// matters that tell of them: for everything that is shown while a room estimates.
    #[must_use]
    pub fn without_decisions_of(&self, packs: &[&str]) -> Self {
        let named = |id: &str| packs.contains(&id);
        let kept_back: Vec<_> =
            self.packs.iter().filter(|shipped| named(&shipped.pack.id)).map(|shipped| &shipped.pack).collect();
        let hidden: Vec<&Decision> =
            kept_back.iter().filter_map(|pack| self.decision(&pack.behind().decision)).collect();
        let mut shown = self.clone();
        shown.decisions.retain(|decision| !hidden.iter().any(|hidden| tells_of(decision, hidden, self)));
        shown.presets.retain(|preset| {
            let is_behind = kept_back.iter().any(|pack| {
                let behind = pack.behind();
                preset.case_file.decided_as.as_ref() == Some(&behind.decision)
                    || behind.matter.as_ref() == Some(&preset.file)
            });
            let words = folded(&format!("{} {}", preset.case_file.title, preset.case_file.summary));
            !is_behind && !hidden.iter().any(|hidden| names(&words, hidden))
        });
        shown.decided = super::DecidedMatters::default();
        shown
    }
}

/// Whether a record is the hidden one, of the same controller, or speaks of it.
fn tells_of(decision: &Decision, hidden: &Decision, library: &Library) -> bool {
    decision.id == hidden.id
        || folded(&decision.controller) == folded(&hidden.controller)
        || names(&folded(&decision.searchable(&library.law.vocabulary)), hidden)
}

/// Whether a text names the controller or the number of a decision.
fn names(words: &str, hidden: &Decision) -> bool {
    /// A shorter number stands in other records by chance.
    const TELLING: usize = 6;
    let number = folded(&hidden.number);
    let by_number = number.chars().count() >= TELLING && words.contains(&number);
    by_number || holds(words, &folded(&hidden.controller))
}
