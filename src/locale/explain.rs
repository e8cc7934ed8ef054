//! The trace in words: what a figure is called, what it is, where it comes from.

use std::fmt::Write as _;

use super::{Locale, plain};
use crate::facts::AnswerValue;
use crate::law::{AnswerKind, Citation, Corpus, LawText, OptionId, Question, Seriousness};
use crate::trace::{ChosenBy, Governing, Label, Operation, Origin, Reason, TraceNode, Value};

impl Locale {
    /// What a figure is called.
    pub fn label(&self, label: &Label, law: &Corpus) -> String {
        match label {
            Label::Key(key) => self.t(key).to_owned(),
            Label::KeyWith(key, name) => self.fill(key, &[("name", &self.value(name, law))]),
            Label::Exchange(used) => self.rate_label(used),
            Label::Displaced(principle, displaced, by) => {
                self.fill(principle.key(), &[("displaced", displaced.as_str()), ("by", by.as_str())])
            }
            Label::Law(text) => self.law_text(text, law),
            Label::LawOf(text, operation) => {
                let words = self.law_text(text, law);
                self.fill("trace.of_operation", &[("label", &words), ("operation", operation)])
            }
        }
    }

    /// What a figure is, to the cent.
    pub fn value(&self, value: &Value, law: &Corpus) -> String {
        match value {
            Value::Money(money) => self.money_exact(*money),
            Value::MoneyRange(range) => {
                format!("{}{}{}", self.money_exact(range.low), self.range, self.money_exact(range.high))
            }
            Value::Rate(rate) => self.rate(*rate),
            Value::RateRange(range) => self.rate_range(*range),
            Value::Level(level) => self.level(*level).to_owned(),
            Value::Count(count) => self.count(*count),
            Value::Answer(question, value) => match law.question(question) {
                Some(question) => self.answer(question, value),
                None => question.to_string(),
            },
            Value::Tier(tier) => self.article(tier.as_str()),
            Value::Conduct(conduct) => conduct.to_string(),
            Value::Exchange(rate) => self.exchange_rate(*rate),
            Value::Provision(provision) => self.article(provision.as_str()),
            Value::Year(year) => year.to_string(),
            Value::Currency(currency) => currency.code().to_owned(),
            Value::Law(text) => self.law_text(text, law),
            Value::Named(name) | Value::Stated(name) => name.clone(),
            Value::Key(key) => self.t(key).to_owned(),
            Value::None => String::new(),
        }
    }

    /// A text of the law; where the data has none, its key, and a test fails.
    pub fn law_text(&self, text: &LawText, law: &Corpus) -> String {
        law.text(text).map_or_else(|| text.to_string(), str::to_owned)
    }

    /// Several texts of the law, one after the other.
    pub fn law_texts(&self, texts: &[LawText], law: &Corpus) -> String {
        let words: Vec<String> = texts.iter().map(|text| self.law_text(text, law)).collect();
        words.join(" ")
    }

    /// Why something was decided.
    pub fn reason_of(&self, reason: &Reason, law: &Corpus) -> String {
        match reason {
            Reason::Law(texts) => self.law_texts(texts, law),
            Reason::Stated(words) => words.clone(),
        }
    }

    /// The name of a class of seriousness.
    pub fn level(&self, level: Seriousness) -> &str {
        self.t(match level {
            Seriousness::Low => "seriousness.low",
            Seriousness::Medium => "seriousness.medium",
            Seriousness::High => "seriousness.high",
        })
    }

    /// An answer in words.
    pub fn answer(&self, question: &Question, value: &AnswerValue) -> String {
        let wording = |option: &OptionId| {
            let known = question.answer.options().iter().find(|known| known.id == *option);
            known.map_or_else(|| option.to_string(), |known| known.label.clone())
        };
        match value {
            AnswerValue::Unknown => self.t("answer.unknown").to_owned(),
            AnswerValue::Yes => self.t("answer.yes").to_owned(),
            AnswerValue::Partly => self.t("answer.partly").to_owned(),
            AnswerValue::No => self.t("answer.no").to_owned(),
            AnswerValue::Number(number) => match &question.answer {
                AnswerKind::Number { unit } => self.quantity(*number, unit),
                _ => self.count(*number),
            },
            AnswerValue::Date(date) => self.partial_date(*date),
            AnswerValue::Money(amount) => self.money_stated(*amount),
            AnswerValue::Option(option) => wording(option),
            AnswerValue::Options(options) => options.iter().map(wording).collect::<Vec<_>>().join(", "),
        }
    }

    /// A number with its unit; a unit without words of its own stands as the data has it.
    fn quantity(&self, number: i64, unit: &str) -> String {
        let key = match unit {
            "people" => "quantity.people",
            "hours" => "quantity.hours",
            "days" => "quantity.days",
            "months" => "quantity.months",
            _ => return format!("{} {unit}", self.count(number)),
        };
        usize::try_from(number).map_or_else(|_| self.count(number), |number| self.plural(key, number))
    }

    /// Where a figure comes from, in a line.
    pub fn origin(&self, origin: &Origin, law: &Corpus) -> String {
        match origin {
            Origin::Answer { .. } => self.t("origin.answer").to_owned(),
            Origin::Fact { source, .. } if source.trim().is_empty() => self.t("origin.fact").to_owned(),
            Origin::Fact { source, .. } => self.fill("origin.fact_from", &[("source", source)]),
            Origin::Parameter { .. } => self.t("origin.parameter").to_owned(),
            Origin::Choice { by, reason, .. } => {
                let who = self.t(match by {
                    ChosenBy::Program => "origin.choice.program",
                    ChosenBy::User => "origin.choice.user",
                });
                let reason = self.reason_of(reason, law);
                if reason.trim().is_empty() {
                    self.fill("origin.choice.no_reason", &[("who", who)])
                } else {
                    self.fill("origin.choice.reason", &[("who", who), ("reason", &reason)])
                }
            }
            Origin::Step(operation) => self.operation(*operation).to_owned(),
        }
    }

    /// Where a figure comes from, with its note, and whether it was considered only.
    pub fn grounds(&self, node: &TraceNode, law: &Corpus) -> String {
        let origin = self.origin(&node.origin, law);
        let remark = self.law_texts(&node.notes, law);
        let remark = Some(remark.as_str()).filter(|remark| !remark.is_empty() && !origin.contains(*remark));
        let skipped = (!node.applied).then(|| self.t("trace.does_not_apply"));
        [remark, skipped].into_iter().flatten().fold(origin, |said, next| match said.strip_suffix('.') {
            Some(sentence) => format!("{sentence}. {next}"),
            None => format!("{said}. {next}"),
        })
    }

    /// How a figure was computed. An operation without an explanation is unfinished.
    pub fn operation(&self, operation: Operation) -> &str {
        self.t(match operation {
            Operation::Greater => "operation.greater",
            Operation::Lesser => "operation.lesser",
            Operation::ShareOf => "operation.share_of",
            Operation::MovedBy => "operation.moved_by",
            Operation::Sum => "operation.sum",
            Operation::Lookup => "operation.lookup",
            Operation::Converted => "operation.converted",
            Operation::Concluded => "operation.concluded",
            Operation::Group => "operation.group",
        })
    }

    /// A citation as lawyers write it: `Art. 83(5) GDPR`.
    pub fn citation(&self, citation: &Citation, law: &Corpus) -> String {
        let short = law.instrument(&citation.instrument).map_or(citation.instrument.as_str(), |found| &found.short);
        match citation.pinpoint.as_str() {
            "" => short.to_owned(),
            article if article.starts_with("Art") => format!("{article} {short}"),
            place => format!("{short}, {place}"),
        }
    }

    /// A citation, marked where it still rests on a weak source.
    pub fn marked(&self, citation: &Citation, law: &Corpus) -> String {
        let cited = self.citation(citation, law);
        if citation.unverified.is_some() { self.fill("citation.weak", &[("cited", &cited)]) } else { cited }
    }

    /// The address of what is cited.
    pub fn citation_url<'a>(&self, citation: &'a Citation, law: &'a Corpus) -> &'a str {
        let instrument = law.instrument(&citation.instrument).map_or("", |found| found.url.as_str());
        citation.url.as_deref().unwrap_or(instrument)
    }

    /// The whole tree as text, one figure a line.
    pub fn trace_text(&self, node: &TraceNode, law: &Corpus) -> String {
        let mut out = String::new();
        node.walk_telling(&mut |node, depth, notes| self.trace_lines(node, depth, notes, law, &mut out));
        out
    }

    fn trace_lines(&self, node: &TraceNode, depth: usize, notes: &[&Governing], law: &Corpus, out: &mut String) {
        let indent = "  ".repeat(depth);
        let value = plain::one_line(&self.value(&node.value, law));
        let equals = if value.is_empty() { "" } else { " = " };
        let citations: Vec<String> = node.citations.iter().map(|citation| self.marked(citation, law)).collect();
        let cited = if citations.is_empty() { String::new() } else { format!("  [{}]", citations.join("; ")) };
        // Writing to a string cannot fail.
        let label = plain::one_line(&self.label(&node.label, law));
        // The further lines of a reason stand under its first.
        let grounds = plain::lines(&self.grounds(node, law)).replace('\n', &format!("\n{indent}    "));
        let _ = writeln!(out, "{indent}{label}{equals}{value}  ({grounds}){cited}");
        for note in notes {
            let words = self.fill("trace.note", &[("words", &self.law_text(&note.text, law))]);
            let _ = writeln!(out, "{indent}  {words}  [{}]", self.marked(&note.source, law));
        }
    }
}
