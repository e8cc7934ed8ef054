//! What a record of a decided case must hold together: days in order, amounts that
//! add up, letters of Art. 83(2), places of fields that exist.

use jiff::civil::Date;

use super::sources::{Sources, Word, meant};
use super::{Library, Problem};
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

/// All that does not hold together in the records.
pub(super) fn problems(library: &Library, sources: Sources<'_>) -> Vec<Problem> {
    let file = |decision: &Decision| format!("assets/decisions/{}.ron", decision.id);
    library.decisions.iter().flat_map(|decision| of(decision, library, sources, file(decision))).collect()
}

/// All that does not hold together in one record of a file.
pub(super) fn of(decision: &Decision, library: &Library, sources: Sources<'_>, file: String) -> Vec<Problem> {
    let mut record = Record { decision, library, sources, file, problems: Vec::new() };
    record.source_and_provisions();
    record.amounts();
    record.days();
    record.weighing();
    record.names();
    record.problems
}

struct Record<'a> {
    decision: &'a Decision,
    library: &'a Library,
    sources: Sources<'a>,
    file: String,
    problems: Vec<Problem>,
}

impl Record<'_> {
    /// A problem at these words, one after the other.
    fn problem(&mut self, at: &[Word<'_>], message: impl Into<String>) {
        // The user's own records stand in one file.
        let id = self.decision.own.then_some(Word::Of("id", &self.decision.id));
        let at: Vec<Word<'_>> = id.into_iter().chain(at.iter().copied()).collect();
        self.problems.push(self.sources.problem(&self.file, &at, message.into()));
    }

    /// A problem with a field.
    fn field(&mut self, key: &str, message: impl Into<String>) {
        self.problem(&[Word::Key(key)], message);
    }

    fn source_and_provisions(&mut self) {
        let decision = self.decision;
        if !decision.source.url.starts_with("https://") {
            self.field("url", "the record has no link to the authority's own publication");
        }
        let law = &self.library.law;
        let conducts = decision.conducts.iter().flat_map(|conduct| &conduct.provisions).map(|of| ("conducts", of));
        let examined = decision.not_found.iter().map(|examined| ("not_found", &examined.provision));
        let found = decision.provisions.iter().map(|of| ("provisions", of));
        for (key, provision) in found.chain(conducts).chain(examined) {
            let at = [Word::Key(key), Word::Quoted(provision.as_str())];
            // Only the Regulation's own articles are listed with their parts, not those of national law.
            let divided = law.articles.articles.contains_key(provision.article());
            if !law.provisions.iter().any(|known| known.id.article() == provision.article()) {
                let near = meant(provision.as_str(), law.provisions.iter().map(|known| known.id.as_str()));
                self.problem(&at, format!("{key}: `{provision}` is not a provision provisions.ron knows{near}"));
            } else if let Some(fault) = law.articles.fault(provision).filter(|_| divided) {
                self.problem(&at, format!("{key}: there is no `{provision}`: {fault}"));
            }
        }
        for provision in decision.not_found.iter().map(|examined| &examined.provision) {
            if decision.provisions.contains(provision) {
                self.problem(
                    &[Word::Key("not_found"), Word::Quoted(provision.as_str())],
                    format!("`{provision}` stands under `provisions` and under `not_found`"),
                );
            }
        }
        let conducts = decision.conducts.iter().flat_map(|conduct| &conduct.provisions);
        for provision in conducts.filter(|provision| !decision.provisions.contains(provision)) {
            self.problem(
                &[Word::Key("conducts"), Word::Quoted(provision.as_str())],
                format!("`{provision}` stands under `conducts` and not under `provisions`"),
            );
        }
        if decision.provisions.is_empty() != (decision.outcome == Outcome::NoInfringement) {
            self.field(
                "provisions",
                "`provisions` must name what was found, and nothing where the outcome is NoInfringement",
            );
        }
    }

    fn amounts(&mut self) {
        let decision = self.decision;
        let fined = decision.outcome == Outcome::Fine;
        let may = fined || decision.outcome == Outcome::Referral;
        match decision.fine {
            None if fined => self.field("outcome", "the outcome is a fine, and `fine` is missing"),
            Some(_) if !may => self.field("fine", "`fine` states an amount, and the outcome is none"),
            Some(fine) if fine.minor() <= 0 => self.field("fine", "`fine` must be above zero"),
            Some(_) | None => {}
        }
        let mut amounts = decision.conducts.iter().map(|conduct| conduct.amount);
        let first = amounts.next();
        let sum = first.and_then(|first| amounts.try_fold(first, Money::checked_add));
        if first.is_some() && sum.is_none() {
            self.field("conducts", "the amounts under `conducts` must be in one currency");
        }
        if let Some(sum) = sum.filter(|sum| Some(*sum) != decision.fine && decision.fine_note.is_none()) {
            let fine = decision.fine.map_or_else(|| "no fine".to_owned(), |fine: Money| fine.to_string());
            self.field("conducts", format!("`conducts` add up to {sum}, `fine` is {fine}: say why in `fine_note`"));
        }
    }

    fn days(&mut self) {
        let decision = self.decision;
        let facts = &decision.facts;
        let decided = PartialDate::from(decision.decided);
        let known = [("from", facts.from), ("until", facts.until), ("first_contact", facts.first_contact)];
        for (name, day) in known.into_iter().filter_map(|(name, day)| Some((name, day?))) {
            if day.first() > decided.last() {
                self.field(name, format!("`{name}` {day} is after the decision of {decided}"));
            }
        }
        if let (Some(from), Some(until)) = (facts.from, facts.until)
            && from.first() > until.last()
        {
            self.field("from", format!("`from` {from} is after `until` {until}"));
        }
        if facts.until.is_some() && facts.ongoing == Some(true) {
            self.field("until", "`until` says when it ended and `ongoing` that it did not");
        }
        let after = |day: Option<Date>| day.is_some_and(|day| day < decision.decided);
        if after(decision.published) {
            self.field("published", "`published` is before `decided`");
        }
        let steps = decision.proceedings.iter().filter_map(|step| step.decided);
        for day in steps.filter(|day| day.last() < decision.decided) {
            self.field("proceedings", format!("`proceedings`: {day} is before the decision of {decided}"));
        }
        if let (Some(people), Some(potential)) = (facts.people, facts.people_potential)
            && people > potential
        {
            self.field("people", format!("`people` {people} is more than `people_potential` {potential}"));
        }
        if let (Some(entered), Some(checked)) = (&decision.entered, &decision.checked)
            && checked.on < entered.on
        {
            self.field("checked", "`checked` is before `entered`");
        }
        if decision.checked.is_some() && decision.entered.is_none() {
            self.field("checked", "`checked` stands without `entered`");
        }
    }

    fn weighing(&mut self) {
        let weighing = &self.decision.weighing;
        let all = weighing.aggravating.iter().chain(&weighing.mitigating).chain(&weighing.neutral);
        let letters: Vec<String> = all.map(|weighed: &Weighed| weighed.letter.clone()).collect();
        for letter in letters {
            if !matches!(letter.as_bytes(), [b'a'..=b'k']) {
                self.problem(
                    &[Word::Of("letter", &letter)],
                    format!("`{letter}` is not a letter of Art. 83(2), a to k"),
                );
            }
        }
    }

    fn names(&mut self) {
        let decision = self.decision;
        for field in decision.places.keys().filter(|field| !PLACED.contains(&field.as_str())) {
            let near = meant(field, PLACED);
            let message = format!("`places` names `{field}`; it may name {}{near}", PLACED.join(", "));
            self.problem(&[Word::Key("places"), Word::Quoted(field)], message);
        }
        for list in decision.differs.iter().filter(|list| !LISTED.contains(&list.field.as_str())) {
            let near = meant(&list.field, LISTED);
            let message = format!("`differs` names `{}`; it may name {}{near}", list.field, LISTED.join(", "));
            self.problem(&[Word::Key("differs"), Word::Of("field", &list.field)], message);
        }
        for id in decision.related.iter().filter(|id| self.library.decision(id).is_none()) {
            let near = meant(id, self.library.decisions.iter().map(|known| known.id.as_str()));
            let message = format!("`related` names `{id}`, which assets/decisions does not have{near}");
            self.problem(&[Word::Key("related"), Word::Quoted(id)], message);
        }
    }
}
