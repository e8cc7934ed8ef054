//! A timeline in words, the same in the window and in the report.

use crate::analysis::{Bar, Does, Effect, Event, Limit, Mark};
use crate::facts::{CaseFile, Until};
use crate::findings::Way;
use crate::law::{Citation, Corpus, Direction, Limitation, LimitationStart, LimitedTo, NationalRules};
use crate::locale::{Locale, plain};

/// What is needed to name what stands on a timeline.
#[derive(Clone, Copy)]
pub struct When<'a> {
    /// The matter.
    pub case_file: &'a CaseFile,
    /// The law.
    pub law: &'a Corpus,
    /// The words.
    pub text: &'a Locale,
}

impl When<'_> {
    /// What a bar alleges: `No contract with a processor`.
    pub fn title(&self, bar: &Bar) -> String {
        self.law.rule(&bar.rule).map_or_else(|| bar.rule.to_string(), |rule| rule.title.clone())
    }

    /// The article, and the operation where there are several: `Art. 28(3), Newsletter`.
    pub fn provision(&self, bar: &Bar) -> String {
        let article = self.text.fill("provision.article", &[("name", bar.provision.as_str())]);
        if self.case_file.operations.len() < 2 {
            return article;
        }
        let operation = self.case_file.names_of(std::slice::from_ref(&bar.operation));
        self.text.fill("timeline.of_operation", &[("article", &article), ("operation", &plain::joined(&operation))])
    }

    /// From when it counts, with its beginning as it was told.
    pub fn from(&self, bar: &Bar) -> String {
        let Some(period) = bar.period else { return self.text.t("timeline.no_day").to_owned() };
        let counted = period.from.map(|from| self.text.partial_date(from));
        match (bar.told_from, counted) {
            (_, None) => self.text.t("timeline.not_known").to_owned(),
            (None, Some(from)) => from,
            (Some(told), Some(from)) => {
                let told = self.text.partial_date(told);
                self.text.fill("timeline.counted_from", &[("told", &told), ("from", &from)])
            }
        }
    }

    /// Until when; empty for an event.
    pub fn until(&self, bar: &Bar) -> String {
        match bar.period.map(|period| period.until) {
            None => String::new(),
            Some(Until::GoesOn) => self.text.t("timeline.continues").to_owned(),
            Some(Until::Ended(Some(day))) => self.text.partial_date(day),
            Some(Until::Ended(None)) => self.text.t("timeline.not_known").to_owned(),
            Some(Until::Unclear) => self.text.t("timeline.open").to_owned(),
        }
    }

    /// `19 months`; empty where they are not known.
    pub fn months(&self, bar: &Bar) -> String {
        let months = bar.months.and_then(|months| usize::try_from(months).ok());
        months.map_or_else(String::new, |months| self.text.plural("timeline.months", months))
    }

    /// What stands behind a bar: how long it lasted, or that it goes on.
    pub fn beside(&self, bar: &Bar) -> String {
        match bar.period.map(|period| period.until) {
            None => self.text.t("timeline.no_day").to_owned(),
            Some(Until::GoesOn) => self.text.t("timeline.continues").to_owned(),
            Some(Until::Unclear) => self.text.t("timeline.open").to_owned(),
            Some(Until::Ended(_)) => match bar.months {
                Some(_) => self.months(bar),
                None => self.text.t("timeline.duration_not_known").to_owned(),
            },
        }
    }

    /// Until when a fine may be imposed.
    pub fn limit(&self, limit: Limit) -> String {
        match limit {
            Limit::NotKnown => self.text.t("limitation.none_known").to_owned(),
            Limit::GoesOn => self.text.t("limitation.not_begun").to_owned(),
            Limit::NoDay => self.text.t("limitation.no_day").to_owned(),
            Limit::Elsewhere(LimitationStart::Knowledge) => self.text.t("limitation.needs_knowledge").to_owned(),
            Limit::Elsewhere(_) => self.text.t("limitation.needs_finding").to_owned(),
            Limit::Ends(day) => self.text.fill("limitation.ends", &[("day", &self.text.partial_date(day))]),
        }
    }

    /// A bar in one sentence, for those who do not see it.
    pub fn bar(&self, bar: &Bar) -> String {
        let parts = [
            self.title(bar),
            self.provision(bar),
            self.text.t(bar.strength.key()).to_owned(),
            bar.period.map_or_else(|| self.text.t("timeline.no_day").to_owned(), |period| self.text.period(&period)),
            self.months(bar),
            self.text.fill("timeline.limitation_of", &[("limit", &self.limit(bar.limit))]),
        ];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
    }

    /// What happened, in a few words.
    pub fn event(&self, event: &Event) -> String {
        let name = |id| plain::joined(&self.case_file.names_of(std::slice::from_ref(id)));
        match event {
            Event::LawApplies => self.text.t("timeline.event.law").to_owned(),
            Event::Began(id) => self.text.fill("timeline.event.began", &[("operation", &name(id))]),
            Event::Ended(id) => self.text.fill("timeline.event.ended", &[("operation", &name(id))]),
            Event::Contact => self.text.t("timeline.event.contact").to_owned(),
            Event::Today => self.text.t("timeline.event.day").to_owned(),
            Event::Changed { way: Way::Better, .. } => self.text.t("timeline.event.better").to_owned(),
            Event::Changed { way: Way::Worse, .. } => self.text.t("timeline.event.worse").to_owned(),
            Event::Changed { way: Way::Open, .. } => self.text.t("timeline.event.changed").to_owned(),
        }
    }

    /// The question whose answer changed, with both answers.
    pub fn detail(&self, event: &Event) -> Option<String> {
        let Event::Changed { operation, question, .. } = event else { return None };
        let answer = self.case_file.answer(self.case_file.operation(operation)?, question)?;
        let question = self.law.question(question)?;
        Some(format!("{} {}.", question.text, self.text.answered(question, answer)))
    }

    /// The numbers of marks of one day: `3` or `3–5`.
    pub fn numbers(&self, first: usize, last: usize) -> String {
        let (one, other) = (first.to_string(), last.to_string());
        if first == last { one } else { self.text.fill("timeline.marks", &[("first", &one), ("last", &other)]) }
    }

    /// A mark in one sentence: `3, 31 March 2025: First contact by the authority`.
    pub fn mark(&self, mark: &Mark) -> String {
        let day = self.text.partial_date(mark.day);
        let number = mark.number.to_string();
        let names = [("number", number.as_str()), ("day", &day), ("event", &self.event(&mark.event))];
        self.text.fill("timeline.mark", &names)
    }

    /// What an event does in the calculation: `(c) All that lasted has been put right. …`
    pub fn effect(&self, effect: &Effect) -> String {
        let does = match effect.does {
            Does::NotCountedBefore => self.text.t("timeline.effect.not_counted").to_owned(),
            Does::Begins(count) => self.text.plural("timeline.effect.begins", count),
            Does::Ends(count) => self.text.plural("timeline.effect.ends", count),
            Does::PutRight => self.text.t("timeline.effect.put_right").to_owned(),
            Does::ContactMade => self.text.t("timeline.effect.contact").to_owned(),
            Does::Cooperation => self.text.t("timeline.effect.cooperation").to_owned(),
            Does::CountedUntil(count) => self.text.plural("timeline.effect.until", count),
        };
        let mut words = self.text.fill("timeline.effect", &[("letter", &effect.letter), ("does", &does)]);
        for reason in &effect.reasons {
            words.push(' ');
            words.push_str(&self.text.law_text(reason, self.law));
        }
        words
    }

    /// Which way an effect goes: `aggravating`; empty where the calculation does not say.
    pub fn direction(&self, direction: Option<Direction>) -> &str {
        match direction {
            Some(Direction::Aggravating) => self.text.t("direction.aggravating"),
            Some(Direction::Neutral) => self.text.t("direction.neutral"),
            Some(Direction::Mitigating) => self.text.t("direction.mitigating"),
            None => "",
        }
    }

    /// The limitation rules of a country, each as what stands before its source, the source,
    /// and what stands after it.
    pub fn rules<'l>(&self, national: &'l NationalRules) -> Vec<(String, &'l Citation, String)> {
        let of = |rule: &'l Limitation| {
            let months = self.text.plural("timeline.months", usize::from(rule.months));
            let starts = self.text.t(rule.starts.key());
            let mut names = vec![("country", national.name.as_str()), ("months", &months), ("starts", starts)];
            let day = rule.ended_from.map(|day| self.text.date(day)).unwrap_or_default();
            let tiers = match &rule.applies_to {
                LimitedTo::All => String::new(),
                LimitedTo::Tiers(tiers) => {
                    let articles =
                        tiers.iter().map(|tier| self.text.fill("provision.article", &[("name", tier.as_str())]));
                    articles.collect::<Vec<_>>().join(", ")
                }
            };
            names.extend([("day", day.as_str()), ("tiers", &tiers)]);
            let before = match (&rule.applies_to, rule.ended_from) {
                (LimitedTo::Tiers(_), _) => self.text.fill("limitation.rule_of_tiers", &names),
                (LimitedTo::All, Some(_)) => self.text.fill("limitation.rule_ended_from", &names),
                (LimitedTo::All, None) => self.text.fill("limitation.rule", &names),
            };
            (before, &rule.source, self.text.fill("limitation.rule_note", &[("note", &rule.note)]))
        };
        national.limitation.iter().map(of).collect()
    }

    /// Said where the program knows no limitation rule.
    pub fn no_rule(&self, national: Option<&NationalRules>) -> String {
        match national {
            Some(national) => self.text.fill("limitation.no_rule", &[("country", &national.name)]),
            None => self.text.t("limitation.no_country").to_owned(),
        }
    }
}
