//! What could be known of the case before it was decided.

use egui::Ui;

use super::{Page, sentences};
use crate::precedents::DecisionFacts;

impl Page<'_> {
    pub(super) fn facts(&self, ui: &mut Ui) {
        let (text, facts) = (self.text, &self.decision.facts);
        self.size(ui, facts);
        let counts = [
            ("decisions.people", "people", facts.people),
            ("record.people_potential", "people_potential", facts.people_potential),
            ("record.records", "records", facts.records),
        ];
        for (key, field, count) in counts.into_iter().filter_map(|(key, field, count)| Some((key, field, count?))) {
            self.row(ui, key, &text.count(i64::try_from(count).unwrap_or(i64::MAX)), self.place(field));
        }
        if !facts.data.is_empty() {
            let kinds: Vec<&str> = facts.data.iter().map(|kind| text.t(kind.key())).collect();
            self.row(ui, "record.data", &kinds.join(", "), self.place("data"));
        }
        let stated = [
            ("record.special", "special_categories", facts.special_categories),
            ("record.vulnerable", "vulnerable_people", facts.vulnerable_people),
            ("record.breach", "breach", facts.breach),
            ("record.cross_border", "cross_border", facts.cross_border),
            ("record.one_stop_shop", "", self.decision.one_stop_shop),
        ];
        for (key, field, holds) in stated.into_iter().filter_map(|(key, field, holds)| Some((key, field, holds?))) {
            let words = text.t(if holds { "answer.yes" } else { "answer.no" });
            self.row(ui, key, words, self.place(field));
        }
        if let Some(key) = facts.initiation.key() {
            self.row(ui, "record.initiation", text.t(key), self.place("initiation"));
        }
        self.time(ui, facts);
    }

    /// How large the body is.
    fn size(&self, ui: &mut Ui, facts: &DecisionFacts) {
        let text = self.text;
        if let Some(turnover) = &facts.turnover {
            let key = if turnover.secondary { "decisions.secondary" } else { "decisions.stated" };
            let amount = text.fill(key, &[("amount", &text.money(turnover.amount))]);
            let amount = match turnover.year {
                Some(year) => text.fill("record.of_year", &[("amount", &amount), ("year", &year.to_string())]),
                None => amount,
            };
            let words = [amount, turnover.note.clone().unwrap_or_default()];
            self.row(ui, "decisions.turnover", &sentences_apart(&words), self.place("turnover"));
        }
        if let Some(size) = facts.size {
            self.row(ui, "record.size", text.t(size.key()), self.place("size"));
        }
        if let Some(employees) = facts.employees {
            let words = text.count(i64::try_from(employees).unwrap_or(i64::MAX));
            self.row(ui, "organisation.employees", &words, self.place("employees"));
        }
    }

    /// When it was.
    fn time(&self, ui: &mut Ui, facts: &DecisionFacts) {
        let text = self.text;
        let (from, until) =
            (facts.from.map(|when| text.partial_date(when)), facts.until.map(|when| text.partial_date(when)));
        let span = match (&from, &until) {
            (Some(from), Some(until)) => text.fill("record.from_until", &[("from", from), ("until", until)]),
            (Some(from), None) => text.fill("record.since", &[("from", from)]),
            (None, Some(until)) => text.fill("record.until", &[("until", until)]),
            (None, None) => String::new(),
        };
        let months = facts.duration_months.and_then(|months| usize::try_from(months).ok());
        let lasted = months.map_or_else(String::new, |months| text.plural("record.months", months));
        let ongoing = match facts.ongoing {
            Some(true) => text.t("record.ongoing").to_owned(),
            Some(false) | None => String::new(),
        };
        let words = [span, lasted, ongoing].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>();
        if !words.is_empty() {
            let place = ["from", "until", "duration_months", "ongoing"].map(|field| self.place(field).to_owned());
            let place = place.into_iter().find(|place| !place.is_empty()).unwrap_or_default();
            self.row(ui, "record.time", &words.join("; "), &place);
        }
        if let Some(contact) = facts.first_contact {
            self.row(ui, "record.first_contact", &text.partial_date(contact), self.place("first_contact"));
        }
    }
}

/// A figure and what is to be known of it.
fn sentences_apart(words: &[String; 2]) -> String {
    match words {
        [figure, note] if note.is_empty() => figure.clone(),
        [figure, note] => sentences(&[format!("{figure}."), note.clone()]),
    }
}
