//! What a record of a decided case must hold together: days in order, amounts that
//! add up, letters of Art. 83(2), places of fields that exist.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::Library;
use crate::precedents::{Decision, Outcome, Weighed};
use crate::quantity::{Money, PartialDate};

/// The fields whose place in the text a record may name.
const PLACED: [&str; 21] = [
    "breach",
    "controller",
    "cross_border",
    "data",
    "duration_months",
    "employees",
    "fault",
    "fine",
    "first_contact",
    "from",
    "initiation",
    "ongoing",
    "people",
    "people_potential",
    "provisions",
    "records",
    "size",
    "special_categories",
    "turnover",
    "until",
    "vulnerable_people",
];

/// The fields in which a list may differ.
const LISTED: [&str; 7] = ["appeal", "authority", "controller", "country", "decided", "fine", "provisions"];

/// All that does not hold together in the records, each with its file.
pub(super) fn problems(library: &Library) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for decision in &library.decisions {
        let file = format!("assets/decisions/{}.ron", decision.id);
        let mut record = Record { decision, library, problems: Vec::new() };
        record.source_and_provisions();
        record.amounts();
        record.days();
        record.weighing();
        record.names();
        found.extend(record.problems.into_iter().map(|message| (file.clone(), message)));
    }
    found
}

struct Record<'a> {
    decision: &'a Decision,
    library: &'a Library,
    problems: Vec<String>,
}

impl Record<'_> {
    fn problem(&mut self, message: impl Into<String>) {
        self.problems.push(message.into());
    }

    fn source_and_provisions(&mut self) {
        let decision = self.decision;
        if !decision.source.url.starts_with("https://") {
            self.problem("the record has no link to the authority's own publication");
        }
        let articles: BTreeSet<&str> = self.library.law.provisions.iter().map(|p| p.id.article()).collect();
        let conducts = decision.conducts.iter().flat_map(|conduct| &conduct.provisions);
        let examined = decision.not_found.iter().map(|examined| &examined.provision);
        for provision in decision.provisions.iter().chain(conducts).chain(examined) {
            if !articles.contains(provision.article()) {
                self.problem(format!("`{provision}` is not a provision provisions.ron knows"));
            }
        }
        for provision in decision.not_found.iter().map(|examined| &examined.provision) {
            if decision.provisions.contains(provision) {
                self.problem(format!("`{provision}` stands under `provisions` and under `not_found`"));
            }
        }
        let conducts = decision.conducts.iter().flat_map(|conduct| &conduct.provisions);
        for provision in conducts.filter(|provision| !decision.provisions.contains(provision)) {
            self.problem(format!("`{provision}` stands under `conducts` and not under `provisions`"));
        }
        if decision.provisions.is_empty() != (decision.outcome == Outcome::NoInfringement) {
            self.problem("`provisions` must name what was found, and nothing where the outcome is NoInfringement");
        }
    }

    fn amounts(&mut self) {
        let decision = self.decision;
        let fined = decision.outcome == Outcome::Fine;
        let may = fined || decision.outcome == Outcome::Referral;
        match decision.fine {
            None if fined => self.problem("the outcome is a fine, and `fine` is missing"),
            Some(_) if !may => self.problem("`fine` states an amount, and the outcome is none"),
            Some(fine) if fine.minor() <= 0 => self.problem("`fine` must be above zero"),
            Some(_) | None => {}
        }
        let mut amounts = decision.conducts.iter().map(|conduct| conduct.amount);
        let first = amounts.next();
        let sum = first.and_then(|first| amounts.try_fold(first, Money::checked_add));
        if first.is_some() && sum.is_none() {
            self.problem("the amounts under `conducts` must be in one currency");
        }
        if let Some(sum) = sum.filter(|sum| Some(*sum) != decision.fine && decision.fine_note.is_none()) {
            let fine = decision.fine.map_or_else(|| "no fine".to_owned(), |fine: Money| fine.to_string());
            self.problem(format!("`conducts` add up to {sum}, `fine` is {fine}: say why in `fine_note`"));
        }
    }

    fn days(&mut self) {
        let decision = self.decision;
        let facts = &decision.facts;
        let decided = PartialDate::from(decision.decided);
        let known = [("from", facts.from), ("until", facts.until), ("first_contact", facts.first_contact)];
        for (name, day) in known.into_iter().filter_map(|(name, day)| Some((name, day?))) {
            if day.first() > decided.last() {
                self.problem(format!("`{name}` {day} is after the decision of {decided}"));
            }
        }
        if let (Some(from), Some(until)) = (facts.from, facts.until)
            && from.first() > until.last()
        {
            self.problem(format!("`from` {from} is after `until` {until}"));
        }
        if facts.until.is_some() && facts.ongoing == Some(true) {
            self.problem("`until` says when it ended and `ongoing` that it did not");
        }
        let after = |day: Option<Date>| day.is_some_and(|day| day < decision.decided);
        if after(decision.published) {
            self.problem("`published` is before `decided`");
        }
        let steps = decision.proceedings.iter().filter_map(|step| step.decided);
        for day in steps.filter(|day| day.last() < decision.decided) {
            self.problem(format!("`proceedings`: {day} is before the decision of {decided}"));
        }
        if let (Some(people), Some(potential)) = (facts.people, facts.people_potential)
            && people > potential
        {
            self.problem(format!("`people` {people} is more than `people_potential` {potential}"));
        }
        if let (Some(entered), Some(checked)) = (&decision.entered, &decision.checked)
            && checked.on < entered.on
        {
            self.problem("`checked` is before `entered`");
        }
        if decision.checked.is_some() && decision.entered.is_none() {
            self.problem("`checked` stands without `entered`");
        }
    }

    fn weighing(&mut self) {
        let weighing = &self.decision.weighing;
        let all = weighing.aggravating.iter().chain(&weighing.mitigating).chain(&weighing.neutral);
        for letter in all.map(|weighed: &Weighed| weighed.letter.clone()) {
            if !matches!(letter.as_bytes(), [b'a'..=b'k']) {
                self.problem(format!("`{letter}` is not a letter of Art. 83(2), a to k"));
            }
        }
    }

    fn names(&mut self) {
        let decision = self.decision;
        for field in decision.places.keys().filter(|field| !PLACED.contains(&field.as_str())) {
            self.problem(format!("`places` names `{field}`; it may name {}", PLACED.join(", ")));
        }
        for list in decision.differs.iter().filter(|list| !LISTED.contains(&list.field.as_str())) {
            self.problem(format!("`differs` names `{}`; it may name {}", list.field, LISTED.join(", ")));
        }
        for id in decision.related.iter().filter(|id| self.library.decision(id).is_none()) {
            self.problem(format!("`related` names `{id}`, which assets/decisions does not have"));
        }
    }
}
