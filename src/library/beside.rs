//! What a law beside data protection law must hold together.

use std::collections::BTreeSet;

use super::Problem;
use super::sources::{Sources, Word, meant};
use crate::law::{Corpus, Dated, Framework, SetBy, Tier};
use crate::quantity::Money;

/// What does not hold together in the laws beside data protection law.
pub(super) fn problems(law: &Corpus, sources: Sources<'_>) -> Vec<Problem> {
    let mut check = Check { law, sources, problems: Vec::new() };
    for framework in &law.beside {
        check.framework(framework);
    }
    check.names_of_tiers();
    check.provisions();
    check.problems
}

struct Check<'a> {
    law: &'a Corpus,
    sources: Sources<'a>,
    problems: Vec<Problem>,
}

impl Check<'_> {
    fn problem(&mut self, file: &str, at: &[Word<'_>], message: String) {
        self.problems.push(self.sources.problem(file, at, message));
    }

    fn framework(&mut self, framework: &Framework) {
        let law = self.law;
        let Some(beside) = &framework.beside else { return };
        let file = format!("assets/law/{}/framework.ron", framework.id);
        for id in beside.laws.iter().filter(|id| !law.frameworks.iter().any(|known| known.id == **id)) {
            let near = meant(id.as_str(), law.frameworks.iter().map(|known| known.id.as_str()));
            let message = format!("there is no framework `{id}` to stand beside{near}");
            self.problem(&file, &[Word::Quoted(id.as_str())], message);
        }
        for rule in beside.same_acts.iter().flat_map(|same| [&same.displaced, &same.by]) {
            if law.rule(rule).is_none() {
                let near = meant(rule.as_str(), law.rules.iter().map(|known| known.id.as_str()));
                let message = format!("`same_acts` names the rule `{rule}`, which is not there{near}");
                self.problem(&file, &[Word::Quoted(rule.as_str())], message);
            }
        }
        for tier in &framework.tiers {
            self.tier(&file, tier, beside.from);
        }
    }

    /// How its amount is set, from the day on which the law begins.
    fn tier(&mut self, file: &str, tier: &Tier, begins: jiff::civil::Date) {
        let at = [Word::Of("id", tier.id.as_str())];
        if tier.set_by.is_none() {
            self.problem(file, &at, format!("`{}` must say in `set_by` how the amount is set", tier.id));
        }
        if !begins_at_minimum(tier) {
            let message = "has a minimum, so `set_by` must be a range of practice that does not begin below it";
            self.problem(file, &at, format!("`{}` {message}", tier.id));
        }
        let late = tier.static_cap.values.first().is_none_or(|first| first.from > begins);
        if late && tier.set_by != Some(SetBy::NotKnown) {
            self.problem(file, &at, format!("`{}` has no maximum on {begins}, when the law begins", tier.id));
        }
    }

    fn names_of_tiers(&mut self) {
        let law = self.law;
        let tiers = law.frameworks.iter().chain(&law.beside).flat_map(|framework| &framework.tiers);
        let mut seen = BTreeSet::new();
        for tier in tiers.filter(|tier| tier.set_by.is_some()) {
            if !seen.insert(&tier.id) {
                let message = format!("two frameworks have a tier `{}`: give one another name", tier.id);
                self.problem("assets/law", &[Word::Of("id", tier.id.as_str())], message);
            }
        }
    }

    fn provisions(&mut self) {
        let law = self.law;
        for provision in law.provisions.iter().filter(|known| law.beside_of(known).is_some()) {
            let file = format!("assets/law/{}/provisions.ron", provision.framework);
            let at = [Word::Of("id", provision.id.as_str()), Word::Key("tier")];
            if provision.tier.is_some() && law.tier_of(&provision.id).is_none() {
                self.problem(&file, &at, format!("`{}` has a tier that no framework has", provision.id));
            }
            let own_tier = provision.tier.as_ref().is_some_and(|tier| law.tier_beside(tier).is_some());
            if own_tier != provision.conduct.is_some() {
                let message = "must name its conduct if it has a maximum of its own, and only then";
                self.problem(&file, &at, format!("`{}` {message}", provision.id));
            }
        }
    }
}

/// Whether no amount below its minimum, if it has one, is proposed.
fn begins_at_minimum(tier: &Tier) -> bool {
    let Some(minimum) = &tier.minimum else { return true };
    let Some(SetBy::Practice { range, proposed, .. }) = &tier.set_by else { return false };
    let below = |least: &Dated<Money>| range.low.is_less_than(least.value) || proposed.is_less_than(least.value);
    !minimum.values.iter().any(below)
}
