//! Facts over time in words.

use super::Locale;
use crate::facts::{Answer, Period, Until};
use crate::law::Question;

impl Locale {
    /// From when until when something was so: `since 2018, goes on`, `until 15 January 2026`.
    pub fn period(&self, period: &Period) -> String {
        let from = period.from.map(|from| self.partial_date(from));
        match (from, period.until) {
            (None, Until::GoesOn) => self.t("time.goes_on").to_owned(),
            (Some(from), Until::GoesOn) => self.fill("time.goes_on_since", &[("from", &from)]),
            (_, Until::Ended(None)) => self.t("time.ended").to_owned(),
            (None, Until::Ended(Some(until))) => self.fill("time.ended_on", &[("until", &self.partial_date(until))]),
            (Some(from), Until::Ended(Some(until))) => {
                self.fill("time.from_until", &[("from", &from), ("until", &self.partial_date(until))])
            }
            (_, Until::Unclear) => self.t("time.unclear").to_owned(),
        }
    }

    /// An answer with what was so before it, in words.
    pub fn answered(&self, question: &Question, answer: &Answer) -> String {
        let today = self.answer(question, &answer.value);
        let Some(before) = &answer.before else { return today };
        let was = self.answer(question, &before.value);
        let words = match before.until {
            Some(until) => self.fill("time.answer_until", &[("until", &self.partial_date(until)), ("answer", &was)]),
            None => self.fill("time.answer_before", &[("answer", &was)]),
        };
        format!("{today} ({words})")
    }
}
