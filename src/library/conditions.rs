//! Whether every condition of the law can be what its author meant: its questions are
//! there, of the right form and asked in time.

use std::collections::{BTreeMap, BTreeSet};

use super::Problem;
use super::sources::{Sources, Word, meant};
use super::steps::method_file;
use crate::law::{AnswerKind, Condition, Corpus, Question, QuestionId, StepKind};

const FACTORS: &str = "assets/law/gdpr/factors.ron";
const CIRCUMSTANCES: &str = "assets/law/gdpr/circumstances.ron";

/// All that is wrong with the form and the order of the conditions.
pub(super) fn problems(law: &Corpus, sources: Sources<'_>) -> Vec<Problem> {
    let mut check = Check::of(law, sources);
    check.forms();
    check.order();
    check.problems
}

/// Questions that nothing looks at.
pub(super) fn unused(law: &Corpus, sources: Sources<'_>) -> Vec<Problem> {
    let mut check = Check::of(law, sources);
    check.used();
    check.problems
}

/// A condition, its file, its place there and what it belongs to.
pub(super) struct Stated<'a> {
    pub(super) file: String,
    pub(super) at: Vec<Word<'a>>,
    pub(super) of: String,
    pub(super) condition: &'a Condition,
    /// Whether something is decided by it, rather than whether a question is asked.
    decides: bool,
    /// Whether it is looked at once findings are there: that of a factor or circumstance.
    after_findings: bool,
}

struct Check<'a> {
    law: &'a Corpus,
    sources: Sources<'a>,
    questions: BTreeMap<&'a QuestionId, &'a Question>,
    problems: Vec<Problem>,
}

impl<'a> Check<'a> {
    fn of(law: &'a Corpus, sources: Sources<'a>) -> Self {
        let questions = law.questions().map(|question| (&question.id, question)).collect();
        Self { law, sources, questions, problems: Vec::new() }
    }

    fn problem(&mut self, file: &str, at: &[Word<'_>], message: String) {
        self.problems.push(self.sources.problem(file, at, message));
    }

    /// Questions and options named are there, and the question takes such an answer.
    fn forms(&mut self) {
        for stated in stated(self.law) {
            let mut wrong = Vec::new();
            each(stated.condition, &mut |condition| {
                wrong.extend(self.form(condition));
            });
            if stated.condition.looks_at_course() && !stated.after_findings {
                let message = "asks PutRight, which looks at findings: only factors and circumstances can";
                wrong.push(("", message.to_owned()));
            }
            for (word, message) in wrong {
                let mut at = stated.at.clone();
                at.extend((!word.is_empty()).then_some(Word::Quoted(word)));
                self.problem(&stated.file, &at, format!("`{}` {message}", stated.of));
            }
        }
    }

    /// What is wrong with the form of one condition, and the word to look for.
    fn form(&self, condition: &'a Condition) -> Option<(&'a str, String)> {
        let (id, name, expected): (_, _, fn(&AnswerKind) -> bool) = match condition {
            Condition::Is(id, _) => (id, "Is", |kind| matches!(kind, AnswerKind::YesNo)),
            Condition::OneOf(id, _) => (id, "OneOf", |kind| matches!(kind, AnswerKind::YesNo)),
            Condition::AtLeast(id, _) => (id, "AtLeast", |kind| matches!(kind, AnswerKind::Number { .. })),
            Condition::Below(id, _) => (id, "Below", |kind| matches!(kind, AnswerKind::Number { .. })),
            Condition::Before(id, _) => (id, "Before", |kind| matches!(kind, AnswerKind::Date)),
            Condition::OnOrAfter(id, _) => (id, "OnOrAfter", |kind| matches!(kind, AnswerKind::Date)),
            Condition::SomeMoney(id) => (id, "SomeMoney", |kind| matches!(kind, AnswerKind::Money)),
            Condition::Includes(id, _) => (id, "Includes", |kind| !kind.options().is_empty()),
            Condition::All(_)
            | Condition::Any(_)
            | Condition::AtLeastOf(..)
            | Condition::EstablishedIn(_)
            | Condition::PeopleIn(_)
            | Condition::Role(_)
            | Condition::Kind(_)
            | Condition::Always
            | Condition::Not(_)
            | Condition::Unless(_)
            | Condition::EmployeesBelow(_)
            | Condition::Adheres
            | Condition::EarlierInfringement
            | Condition::Contacted
            | Condition::PutRight(_) => return self.list(condition),
        };
        let Some(question) = self.questions.get(id) else {
            let near = meant(id.as_str(), self.questions.keys().map(|id| id.as_str()));
            return Some((id.as_str(), format!("asks for `{id}`, which no questionnaire has{near}")));
        };
        if !expected(&question.answer) {
            let (form, wanted) = form_of(&question.answer);
            let message = format!("asks {name} of `{id}`, which is answered by {form}: ask {wanted} of it");
            return Some((id.as_str(), message));
        }
        match condition {
            Condition::Includes(_, option) => {
                let options = question.answer.options().iter().map(|known| known.id.as_str());
                let is_there = options.clone().any(|known| known == option.as_str());
                let near = || meant(option.as_str(), options);
                (!is_there).then(|| {
                    let message = format!("asks `{id}` for `{option}`, which is not one of its options{}", near());
                    (option.as_str(), message)
                })
            }
            Condition::OneOf(_, answers) if answers.is_empty() => {
                Some((id.as_str(), format!("asks OneOf of `{id}` and names no answer")))
            }
            Condition::AtLeast(_, bound) | Condition::Below(_, bound) => {
                let most = question.at_most.unwrap_or(i64::MAX);
                // Number to be reached: none above the greatest, none below zero.
                let says_something = matches!(bound, 1..) && *bound <= most;
                (!says_something).then(|| {
                    let up_to = question.at_most.map_or_else(String::new, |most| format!(" to {most}"));
                    let message = format!(
                        "asks {name} {bound} of `{id}`, which takes numbers from 0{up_to}: no answer decides it"
                    );
                    (id.as_str(), message)
                })
            }
            _ => None,
        }
    }

    /// What is wrong with the parts of a condition that is made of several, or its list.
    fn list(&self, condition: &'a Condition) -> Option<(&'a str, String)> {
        let empty = |name: &str| Some(("", format!("asks {name} of nothing: name something")));
        match condition {
            Condition::All(parts) if parts.is_empty() => empty("All"),
            Condition::Any(parts) if parts.is_empty() => empty("Any"),
            Condition::Role(roles) if roles.is_empty() => empty("Role"),
            Condition::Kind(kinds) if kinds.is_empty() => empty("Kind"),
            Condition::EstablishedIn(countries) if countries.is_empty() => empty("EstablishedIn"),
            Condition::PeopleIn(countries) if countries.is_empty() => empty("PeopleIn"),
            Condition::AtLeastOf(wanted, parts) if *wanted == 0 || *wanted > parts.len() => {
                Some(("", format!("asks for at least {wanted} of {} conditions", parts.len())))
            }
            Condition::EstablishedIn(countries) | Condition::PeopleIn(countries) => {
                let known = &self.law.vocabulary.countries;
                let code = countries.iter().find(|code| known.get(code).is_none())?;
                let near = meant(code, known.entries.iter().map(|country| country.code.as_str()));
                Some((
                    code,
                    format!("names the country `{code}`, which is not in assets/vocabulary/countries.ron{near}"),
                ))
            }
            _ => None,
        }
    }

    /// A question is asked after those that decide whether it is.
    fn order(&mut self) {
        let law = self.law;
        let mut before = BTreeSet::new();
        for question in law.questions() {
            // A question that is not there at all is told of above.
            let known = |gate: &&QuestionId| self.questions.contains_key(*gate);
            let gates: Vec<&QuestionId> = question.when.questions().into_iter().filter(known).collect();
            for gate in gates.into_iter().filter(|gate| !before.contains(gate)) {
                let at = [Word::Of("id", question.id.as_str()), Word::Key("when"), Word::Quoted(gate.as_str())];
                let message = format!("`{}` depends on `{gate}`, which must stand before it", question.id);
                self.problem("assets/questionnaire", &at, message);
            }
            before.insert(&question.id);
        }
    }

    /// Every question is looked at by a rule, a factor, a circumstance or a method.
    fn used(&mut self) {
        let decides = stated(self.law).into_iter().filter(|stated| stated.decides);
        let used: BTreeSet<&QuestionId> = decides.flat_map(|stated| stated.condition.questions()).collect();
        let unused = self.law.questions().filter(|question| !used.contains(&question.id));
        for question in unused.filter(|question| !feeds_comparison(&question.id)) {
            let at = [Word::Of("id", question.id.as_str())];
            let message = format!("`{}` is used by no rule, factor or circumstance", question.id);
            self.problem("assets/questionnaire", &at, message);
        }
    }
}

/// How a question is answered, in words, and what may be asked of it.
fn form_of(kind: &AnswerKind) -> (&'static str, &'static str) {
    match kind {
        AnswerKind::YesNo => ("yes, partly or no", "Is or OneOf"),
        AnswerKind::Number { .. } => ("a number", "AtLeast or Below"),
        AnswerKind::Date => ("a day", "Before or OnOrAfter"),
        AnswerKind::Money => ("an amount", "SomeMoney"),
        AnswerKind::Choice(_) | AnswerKind::Several(_) => ("options", "Includes"),
    }
}

/// Questions that only the comparison with decided cases reads.
fn feeds_comparison(id: &QuestionId) -> bool {
    id.as_str().starts_with("processing.")
}

/// A condition and all it is made of.
fn each<'a>(condition: &'a Condition, visit: &mut impl FnMut(&'a Condition)) {
    visit(condition);
    match condition {
        Condition::All(parts) | Condition::Any(parts) | Condition::AtLeastOf(_, parts) => {
            for part in parts {
                each(part, visit);
            }
        }
        Condition::Not(part) | Condition::Unless(part) => each(part, visit),
        _ => {}
    }
}

/// Every condition of the law.
pub(super) fn stated<'a>(law: &'a Corpus) -> Vec<Stated<'a>> {
    let mut all = Vec::new();
    let mut add = |file: &str, of: &str, at: Vec<Word<'a>>, condition: &'a Condition, decides: bool| {
        let after_findings = matches!(file, FACTORS | CIRCUMSTANCES);
        all.push(Stated { file: file.to_owned(), at, of: of.to_owned(), condition, decides, after_findings });
    };
    for question in law.questions() {
        let at = vec![Word::Of("id", question.id.as_str()), Word::Key("when")];
        let at = if question.when == Condition::Always { Vec::new() } else { at };
        add("assets/questionnaire", question.id.as_str(), at, &question.when, false);
    }
    for rule in &law.rules {
        for (place, grade) in rule.grades.iter().enumerate() {
            let at = nth(rule.id.as_str(), "strength", place);
            add("assets/law/gdpr/rules", rule.id.as_str(), at, &grade.when, true);
        }
    }
    for factor in &law.factors {
        for (place, reading) in factor.readings.iter().enumerate() {
            let at = nth(factor.id.as_str(), "weight", place);
            add(FACTORS, factor.id.as_str(), at, &reading.when, true);
        }
    }
    for circumstance in &law.circumstances {
        for (place, reading) in circumstance.readings.iter().enumerate() {
            let at = nth(circumstance.id.as_str(), "direction", place);
            add(CIRCUMSTANCES, circumstance.id.as_str(), at, &reading.when, true);
        }
    }
    for known in &law.contradictions {
        let at = vec![Word::Of("id", &known.id)];
        add("assets/law/gdpr/contradictions.ron", &known.id, at, &known.when, false);
    }
    for method in &law.methodologies {
        for step in &method.steps {
            if let StepKind::Fault { absent_when, .. } = &step.kind {
                add(&method_file(method), method.id.as_str(), vec![Word::Key("absent_when")], absent_when, true);
            }
        }
    }
    all
}

/// The place of the `n`th entry that begins with a key, after an id.
pub(super) fn nth<'a>(id: &'a str, key: &'a str, n: usize) -> Vec<Word<'a>> {
    std::iter::once(Word::Of("id", id)).chain((0..=n).map(|_| Word::Key(key))).collect()
}
