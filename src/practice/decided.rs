//! A shipped decision as evidence: its facts, never the authority's weighing of them.

use jiff::civil::Date;

use super::told::{self, figure};
use super::{Evidence, Fact, Profile, Recipe};
use crate::law::{Corpus, Role, UndertakingKind, When};
use crate::precedents::{DataKind, Decision, DecisionFacts, Initiation, Outcome, SizeClass};
use crate::quantity::{Currency, PartialDate};

/// The word of [`Fact::Source`] for records and matters: both are told by the same questions.
pub const RECORD: &str = "record";

/// A shipped decision as evidence. Whether there was a fine is left open: records are chosen
/// mostly for their fines, so that they say nothing of how often there is one.
pub fn evidence(decision: &Decision, recipe: &Recipe, law: &Corpus) -> Evidence {
    let fine = decision.fine.filter(|_| decision.outcome == Outcome::Fine);
    let euro = fine.and_then(|fine| law.rates.convert(fine, Currency::EUR, When::Day(decision.decided)).ok());
    let amount = euro.map(|euro| figure(euro.amount)).filter(|amount| *amount > 0.0).map(libm::log10);
    let profile = profile(decision, recipe, law);
    Evidence { id: decision.id.clone(), profile, amount, fined: None, group: 0 }
}

/// Whether a decision ended in a fine; `None` where nothing was found or no fine could be imposed yet.
pub fn fined(decision: &Decision) -> Option<bool> {
    match decision.outcome {
        Outcome::Fine => Some(true),
        Outcome::Reprimand | Outcome::Order | Outcome::Established => Some(false),
        Outcome::Referral | Outcome::NoInfringement => None,
    }
}

/// What could be known of a shipped decision before it was taken.
pub fn profile(decision: &Decision, recipe: &Recipe, law: &Corpus) -> Profile {
    let facts = &decision.facts;
    let mut profile = Profile::default();
    profile.say(Fact::Source, RECORD);
    profile.say(Fact::Country, &decision.country);
    profile.measure(Fact::Year, f64::from(decision.decided.year()));
    let turnover = facts.turnover.as_ref().and_then(|turnover| {
        let year = turnover.year.unwrap_or_else(|| decision.decided.year().saturating_sub(1));
        law.rates.convert(turnover.amount, Currency::EUR, When::FinancialYear(year, decision.decided)).ok()
    });
    let turnover = turnover.map(|turnover| figure(turnover.amount)).filter(|turnover| *turnover > 0.0);
    let size = recipe.size(turnover, None).or_else(|| facts.size.map(size)).or(recipe.size(None, facts.employees));
    profile.say(Fact::Kind, kind(decision.kind).or(size).unwrap_or_default());
    if let Some(turnover) = turnover {
        profile.size(Fact::Turnover, turnover);
    }
    profile.say(Fact::Sector, sector(&decision.sector, recipe, law).unwrap_or_default());
    profile.say(Fact::Role, role(decision.role));
    told::name(&mut profile, &decision.controller, recipe);
    told::provisions(&mut profile, decision.provisions.iter().map(crate::law::ProvisionId::as_str), law);
    told_facts(&mut profile, facts, decision.decided, recipe);
    profile
}

fn told_facts(profile: &mut Profile, facts: &DecisionFacts, decided: Date, recipe: &Recipe) {
    if let Some(people) = facts.people.or(facts.people_potential).or(facts.records) {
        profile.size(Fact::People, told::number(people));
    }
    profile.say_whether(Fact::SpecialData, facts.special_categories);
    profile.say_whether(Fact::Breach, facts.breach);
    profile.say_whether(Fact::CrossBorder, facts.cross_border);
    for (topic, word) in &recipe.dependent_topics {
        if facts.topics.iter().any(|known| known.as_str() == topic) {
            profile.say(Fact::Vulnerable, word);
        }
    }
    if facts.vulnerable_people == Some(true) {
        let kinds =
            [(DataKind::Employment, "employees"), (DataKind::Health, "patients"), (DataKind::Education, "children")];
        for (_, word) in kinds.into_iter().filter(|(kind, _)| facts.data.contains(kind)) {
            profile.say(Fact::Vulnerable, word);
        }
        if !profile.knows(Fact::Vulnerable) {
            profile.say(Fact::Vulnerable, "others");
        }
    } else if facts.vulnerable_people == Some(false) && !profile.knows(Fact::Vulnerable) {
        profile.say(Fact::Vulnerable, "none");
    }
    let began = match facts.initiation {
        Initiation::Complaint => "complaint",
        Initiation::BreachNotification => "breach",
        Initiation::OwnInitiative => "own",
        Initiation::Unknown => "",
    };
    profile.say(Fact::Began, began);
    let until = facts.until.map(PartialDate::first).or((facts.ongoing == Some(true)).then_some(decided));
    let between = facts.from.zip(until).and_then(|(from, until)| {
        let months = i32::from(until.year() - from.last().year()) * 12 + i32::from(until.month() - from.last().month());
        u32::try_from(months).ok()
    });
    if let Some(months) = facts.duration_months.or(between) {
        profile.say(Fact::Duration, recipe.duration(f64::from(months)).unwrap_or_default());
    }
}

/// The word for a kind of body; a company is told by its size.
pub(super) fn kind(kind: UndertakingKind) -> Option<&'static str> {
    match kind {
        UndertakingKind::Company => None,
        UndertakingKind::PublicBody => Some("public"),
        UndertakingKind::Association => Some("non_profit"),
        UndertakingKind::Individual => Some("individual"),
    }
}

/// The word for a role.
pub(super) fn role(role: Role) -> &'static str {
    match role {
        Role::Controller | Role::Joint => "controller",
        Role::Processor => "processor",
    }
}

fn size(class: SizeClass) -> &'static str {
    match class {
        SizeClass::Micro | SizeClass::Small | SizeClass::Medium => "sme",
        SizeClass::Large => "large",
        SizeClass::Group => "multinational",
    }
}

/// The group of a sector of the vocabulary; of a section, that of its first division.
pub(super) fn sector<'r>(code: &str, recipe: &'r Recipe, law: &Corpus) -> Option<&'r str> {
    recipe.sector(code).or_else(|| {
        let sectors = &law.vocabulary.sectors.entries;
        let division = sectors.iter().find(|known| known.section.as_deref() == Some(code))?;
        recipe.sector(&division.code)
    })
}
