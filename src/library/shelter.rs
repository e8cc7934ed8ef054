//! The data without what a running workshop must not give away.

use super::Library;
use crate::law::vocabulary::folded;
use crate::precedents::Decision;
use crate::workshop::{Pack, holds};

impl Library {
    /// The same data without the decisions behind these packs, and without the records and
    /// matters that tell of them: for everything that is shown while a room estimates.
    #[must_use]
    pub fn without_decisions_of(&self, packs: &[&Pack]) -> Self {
        let hidden: Vec<Hidden<'_>> =
            packs.iter().filter_map(|pack| self.decision(&pack.behind().decision)).map(Hidden::of).collect();
        let mut shown = self.clone();
        shown.decisions.retain(|decision| !tells_of_any(decision, &hidden, self));
        shown.presets.retain(|preset| {
            let is_behind = packs.iter().any(|pack| {
                let behind = pack.behind();
                preset.case_file.decided_as.as_ref() == Some(&behind.decision)
                    || behind.matter.as_ref() == Some(&preset.file)
            });
            let words = folded(&format!("{} {}", preset.case_file.title, preset.case_file.summary));
            !is_behind && !hidden.iter().any(|hidden| hidden.is_named(&words))
        });
        shown.decided = super::DecidedMatters::default();
        // The page that says how good the estimate is names each decision with its amount.
        if let Some(matters) = &mut shown.tested.matters {
            matters.fines.retain(|fine| shown.decisions.iter().any(|decision| decision.id == fine.decision));
        }
        shown
    }
}

/// A decision that is kept back, as it is looked for.
struct Hidden<'a> {
    id: &'a str,
    decision: &'a Decision,
    controller: String,
    /// Where it is long enough to tell: a shorter one stands in other records by chance.
    number: Option<String>,
}

impl<'a> Hidden<'a> {
    fn of(decision: &'a Decision) -> Self {
        const TELLING: usize = 6;
        let number = Some(folded(&decision.number)).filter(|number| number.chars().count() >= TELLING);
        Self { id: &decision.id, decision, controller: folded(&decision.controller), number }
    }

    /// Whether a folded text names its controller or its number.
    fn is_named(&self, words: &str) -> bool {
        self.number.as_ref().is_some_and(|number| words.contains(number.as_str())) || holds(words, &self.controller)
    }
}

/// Whether a record of the user's own is of the decision that is hidden, however its controller and number are
/// written: by the same authority on the same day, or named as related.
fn is_own_of(own: &Decision, hidden: &Decision) -> bool {
    let same = own.authority == hidden.authority && own.decided == hidden.decided;
    own.own && (same || own.related.contains(&hidden.id))
}

/// Whether a record is one of those hidden, of the same controller, or speaks of it.
fn tells_of_any(decision: &Decision, hidden: &[Hidden<'_>], library: &Library) -> bool {
    let (controller, words) = (folded(&decision.controller), folded(&decision.searchable(&library.law.vocabulary)));
    hidden.iter().any(|hidden| {
        decision.id == hidden.id
            || controller == hidden.controller
            || hidden.is_named(&words)
            || is_own_of(decision, hidden.decision)
    })
}
