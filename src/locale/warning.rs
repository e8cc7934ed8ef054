//! Warnings in words.

use super::Locale;
use crate::facts::AnswerValue;
use crate::law::{ChoiceId, ConductId, Corpus, LawText, TopicId};
use crate::quantity::{Money, PartialDate, Rate};
use crate::trace::Warning;

impl Locale {
    fn of_day(&self, key: &str, date: PartialDate) -> String {
        self.fill(key, &[("date", &self.partial_date(date))])
    }

    /// A warning in a sentence: what is the matter and what to do about it.
    pub fn warning(&self, warning: &Warning, law: &Corpus) -> String {
        match warning {
            Warning::OutOfRange { .. }
            | Warning::WrongKind { .. }
            | Warning::NoSuchPoint { .. }
            | Warning::AgainstAnswers { .. }
            | Warning::NotDisplaced { .. }
            | Warning::Overridden { .. }
            | Warning::Unusual { .. }
            | Warning::CategoryFar { .. } => self.of_choice(warning, law),
            Warning::MoreThanWhole { conduct, movement } => self
                .fill("warning.more_than_whole", &[("conduct", conduct.as_str()), ("movement", &self.rate(*movement))]),
            Warning::NotYetAdopted { from } => self.fill("warning.not_yet_adopted", &[("date", &self.date(*from))]),
            Warning::Superseded { to } => self.fill("warning.superseded", &[("date", &self.date(*to))]),
            Warning::ForeignMethod { country } => self.fill("warning.foreign_method", &[("country", country)]),
            Warning::UnknownCountry { word } => self.fill("warning.unknown_country", &[("word", word)]),
            Warning::UnknownWord { of, word, nearest } => {
                let said = self.fill(of.key(), &[("word", word)]);
                let near =
                    |near: &String| format!("{said} {}", self.fill("warning.unknown_nearest", &[("name", near)]));
                nearest.as_ref().map_or_else(|| said.clone(), near)
            }
            Warning::NoUndertaking => self.t("warning.no_undertaking").to_owned(),
            Warning::TurnoverYear { stated, counts } => {
                self.fill("warning.turnover_year", &[("stated", &stated.to_string()), ("counts", &counts.to_string())])
            }
            Warning::TurnoverYearUnstated { counts } => {
                self.fill("warning.turnover_year_unstated", &[("counts", &counts.to_string())])
            }
            Warning::FaultNotRequired { conduct } => {
                self.fill("warning.fault_not_required", &[("conduct", conduct.as_str())])
            }
            Warning::RulesNotHeld { rules } => {
                self.fill("warning.rules_not_held", &[("rules", &self.law_text(rules, law))])
            }
            Warning::OldInfringement { date } => self.of_day("warning.old_infringement", *date),
            Warning::EarlierIncomplete { what } => self.fill("warning.earlier_incomplete", &[("what", what)]),
            Warning::LaterInfringement { date } => self.of_day("warning.later_infringement", *date),
            Warning::LinkedApart { name, conducts, .. } => {
                let all: Vec<&str> = conducts.iter().map(ConductId::as_str).collect();
                let names = [("operation", name.as_str()), ("conducts", &all.join(", "))];
                self.fill("warning.linked_apart", &names)
            }
            Warning::FaultlessLeftOut { name, conduct, .. } => {
                self.fill("warning.faultless_left_out", &[("operation", name.as_str()), ("conduct", conduct.as_str())])
            }
            Warning::NotMadeForBody => self.t("warning.not_made_for_body").to_owned(),
            Warning::TurnoverBracket { taken } => {
                self.fill("warning.turnover_bracket", &[("taken", &self.money(*taken))])
            }
            Warning::BandEdge { edge, up_to, above } => {
                self.amounts("warning.band_edge", &[("edge", edge), ("up_to", up_to), ("above", above)])
            }
            Warning::SizeUnknown { low, high, taken } => {
                self.rates("warning.size_unknown", &[("low", low), ("high", high), ("taken", taken)])
            }
            Warning::Contradiction { .. }
            | Warning::NoneAndOthers { .. }
            | Warning::TooMany { .. }
            | Warning::DatesDisagree { .. }
            | Warning::EarlierConduct { .. }
            | Warning::SecondLaw { .. }
            | Warning::NoLeadAuthority { .. } => self.of_facts(warning, law),
            Warning::BesideNotHeld { .. } | Warning::BesideNotPriced { .. } => self.of_beside(warning, law),
            Warning::NoSuchDecision { named, nearest } => {
                self.fill("warning.no_such_decision", &[("named", named), ("nearest", nearest)])
            }
            Warning::WithoutFault { conduct } => self.fill("warning.without_fault", &[("conduct", conduct.as_str())]),
            Warning::NothingTakenOff => self.t("warning.nothing_taken_off").to_owned(),
            Warning::TurnoverAssumed { low, high, taken } => {
                self.amounts("warning.turnover_assumed", &[("low", low), ("high", high), ("taken", taken)])
            }
            Warning::OutsideTerritory { country } => self.fill("warning.outside_territory", &[("country", country)]),
            Warning::PublicBodyLimit { .. }
            | Warning::PublicBodyUnknown { .. }
            | Warning::PublicBodyKindUnstated { .. } => self.of_public_bodies(warning, law),
            Warning::TurnoverConverted { .. }
            | Warning::CountedInOwn { .. }
            | Warning::RateDoubted { .. }
            | Warning::RateOfOtherTime { .. }
            | Warning::RateOfEarlierYear { .. }
            | Warning::RateUnknown { .. } => self.of_exchange(warning),
        }
    }

    /// What is told of laws beside data protection law.
    fn of_beside(&self, warning: &Warning, law: &Corpus) -> String {
        match warning {
            Warning::BesideNotHeld { topics, countries } => self.beside_not_held(topics, countries, law),
            Warning::BesideNotPriced { law: name, authority, provisions, maximum, share } => {
                let provisions: Vec<String> = provisions.iter().map(|id| self.article(id.as_str())).collect();
                let amount = self.money(*maximum);
                let maximum = share.map_or_else(
                    || amount.clone(),
                    |share| {
                        let share = self.rate(share);
                        self.fill("warning.beside_maximum", &[("amount", &amount), ("share", &share)])
                    },
                );
                let provisions = provisions.join(", ");
                let (name, authority) = (self.law_text(name, law), self.law_text(authority, law));
                let names =
                    [("law", &name), ("authority", &authority), ("maximum", &maximum), ("provisions", &provisions)];
                self.fill("warning.beside_not_priced", &names.map(|(name, words)| (name, words.as_str())))
            }
            _ => String::new(),
        }
    }

    /// Which risk is in no figure, and where.
    fn beside_not_held(&self, topics: &[TopicId], countries: &[String], law: &Corpus) -> String {
        let topic = |id: &TopicId| {
            let known = law.vocabulary.topics.get(id.as_str());
            known.map_or_else(|| id.to_string(), |topic| topic.name.clone())
        };
        let topics: Vec<String> = topics.iter().map(topic).collect();
        let topics = topics.join(", ");
        if countries.is_empty() {
            return self.fill("warning.beside_nowhere", &[("topics", &topics)]);
        }
        let name = |code: &String| {
            let known = law.vocabulary.countries.get(code);
            known.map_or_else(|| code.clone(), |country| country.name.clone())
        };
        let countries: Vec<String> = countries.iter().map(name).collect();
        self.fill("warning.beside_not_held", &[("topics", &topics), ("countries", &countries.join(", "))])
    }

    /// What is told of a choice: the point as the pages name it.
    fn of_choice(&self, warning: &Warning, law: &Corpus) -> String {
        let of = |key: &str, choice: &ChoiceId, names: &[(&str, &str)]| {
            let point = self.point(choice, law);
            let names: Vec<(&str, &str)> =
                [("choice", point.as_str())].into_iter().chain(names.iter().copied()).collect();
            self.fill(key, &names)
        };
        match warning {
            Warning::OutOfRange { choice, chosen, used } => {
                let (chosen, used) = (self.value(chosen, law), self.value(used, law));
                of("warning.out_of_range", choice, &[("chosen", &chosen), ("used", &used)])
            }
            Warning::WrongKind { choice } => of("warning.wrong_kind", choice, &[]),
            Warning::NoSuchPoint { choice } => of("warning.no_such_point", choice, &[]),
            Warning::AgainstAnswers { choice, reasons } => {
                of("warning.against_answers", choice, &[("reason", &self.law_texts(reasons, law))])
            }
            Warning::NotDisplaced { choice } => of("warning.not_displaced", choice, &[]),
            Warning::Overridden { choice, by } => of("warning.overridden", choice, &[("by", &self.point(by, law))]),
            Warning::Unusual { choice, factor, low, high } => {
                let (factor, low, high) = (self.rate(*factor), self.rate(*low), self.rate(*high));
                of("warning.unusual", choice, &[("factor", &factor), ("low", &low), ("high", &high)])
            }
            Warning::CategoryFar { choice } => of("warning.category_far", choice, &[]),
            _ => String::new(),
        }
    }

    /// What is told of fines on public bodies.
    fn of_public_bodies(&self, warning: &Warning, law: &Corpus) -> String {
        match warning {
            Warning::PublicBodyLimit { country, rule } => {
                let (country, rule) = (country_name(country, law), self.law_text(rule, law));
                self.fill("warning.public_body_limit", &[("country", country), ("text", &rule)])
            }
            Warning::PublicBodyUnknown { country } if country.trim().is_empty() => {
                self.t("warning.public_body_nowhere").to_owned()
            }
            Warning::PublicBodyUnknown { country } => {
                self.fill("warning.public_body_unknown", &[("country", country_name(country, law))])
            }
            Warning::PublicBodyKindUnstated { country } => {
                self.fill("warning.public_body_kind", &[("country", country_name(country, law))])
            }
            _ => String::new(),
        }
    }

    /// What is told of answers and of where people are.
    fn of_facts(&self, warning: &Warning, law: &Corpus) -> String {
        match warning {
            Warning::Contradiction { operation, about } => {
                let text = self.law_text(about, law);
                self.fill("warning.contradiction", &[("operation", operation), ("text", &text)])
            }
            Warning::NoneAndOthers { operation, question, none } => {
                let text = self.law_text(&LawText::Question(question.clone()), law);
                let none = law
                    .question(question)
                    .map_or_else(String::new, |known| self.answer(known, &AnswerValue::Option(none.clone())));
                self.fill("warning.none_and_others", &[("operation", operation), ("question", &text), ("none", &none)])
            }
            Warning::TooMany { operation, question, stated, most } => {
                let text = self.law_text(&LawText::Question(question.clone()), law);
                let (stated, most) = (self.count(*stated), self.count(*most));
                let names =
                    [("operation", operation.as_str()), ("question", &text), ("stated", &stated), ("most", &most)];
                self.fill("warning.too_many", &names)
            }
            Warning::DatesDisagree { operation, problem, stated, against } => {
                let (stated, against) = (self.partial_date(*stated), self.partial_date(*against));
                let words = self.fill(problem.key(), &[("stated", &stated), ("against", &against)]);
                if operation.is_empty() {
                    words
                } else {
                    self.fill("warning.contradiction", &[("operation", operation), ("text", &words)])
                }
            }
            Warning::EarlierConduct { operation, since, stated, possible } => {
                let (since, stated, possible) = (self.date(*since), self.count(*stated), self.count(*possible));
                let names =
                    [("operation", operation.as_str()), ("date", &since), ("stated", &stated), ("possible", &possible)];
                self.fill("warning.earlier_conduct", &names)
            }
            Warning::SecondLaw { law: other, countries } => {
                let name = self.law_text(other, law);
                self.fill("warning.second_law", &[("law", &name), ("countries", &countries.join(", "))])
            }
            Warning::NoLeadAuthority { countries } => {
                self.fill("warning.no_lead_authority", &[("countries", &countries.join(", "))])
            }
            _ => String::new(),
        }
    }

    fn amounts(&self, key: &str, names: &[(&str, &Money)]) -> String {
        self.written(key, names.iter().map(|(name, amount)| (*name, self.money(**amount))))
    }

    fn rates(&self, key: &str, names: &[(&str, &Rate)]) -> String {
        self.written(key, names.iter().map(|(name, rate)| (*name, self.rate(**rate))))
    }

    fn written<'n>(&self, key: &str, names: impl Iterator<Item = (&'n str, String)>) -> String {
        let names: Vec<(&str, String)> = names.collect();
        let names: Vec<(&str, &str)> = names.iter().map(|(name, words)| (*name, words.as_str())).collect();
        self.fill(key, &names)
    }
}

/// The name of a country with rules of its own; of any other what was stated.
fn country_name<'a>(country: &'a str, law: &'a Corpus) -> &'a str {
    law.text(&LawText::Country(country.to_owned())).unwrap_or(country)
}
