//! The three-valued meaning of conditions: an unanswered question makes a
//! condition unknown, never false. A question that cannot arise is idle: what it
//! might have been answered counts for nothing, and conditions on it do not hold.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{AnswerValue, CaseFile, Change, Course, Moment, Operation, Restored};
use crate::law::{Condition, PutRight, Question, QuestionId, Scope};
use crate::quantity::PartialDate;

/// True, false or not known yet (Kleene's strong logic).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Truth {
    /// It certainly holds.
    True,
    /// It certainly does not.
    False,
    /// An answer is missing.
    Unknown,
}

impl From<bool> for Truth {
    fn from(value: bool) -> Self {
        if value { Self::True } else { Self::False }
    }
}

/// The answers about one operation, with the matter they belong to, at one moment.
#[derive(Debug, Clone, Copy)]
pub struct Answers<'a> {
    /// Who, and what is known of the matter as a whole.
    pub case_file: &'a CaseFile,
    /// What is done.
    pub operation: &'a Operation,
    /// Questions that cannot arise for this operation.
    pub idle: &'a BTreeSet<QuestionId>,
    /// As it is today, or as it was.
    pub at: Moment,
    /// What follows from dates, where that was found already.
    pub course: Option<&'a Course>,
}

/// The questions that cannot arise for an operation at a moment: that for which they are
/// asked certainly does not hold. A question stands after those it depends on.
pub fn idle<'q>(
    questions: impl Iterator<Item = &'q Question>,
    case_file: &CaseFile,
    operation: &Operation,
    at: Moment,
) -> BTreeSet<QuestionId> {
    let mut idle = BTreeSet::new();
    for question in questions {
        let answers = Answers { at, ..Answers::of(case_file, operation, &idle) };
        if !is_asked_at(question, case_file, operation) || answers.holds(&question.when) == Truth::False {
            idle.insert(question.id.clone());
        }
    }
    idle
}

/// Whether a question can be asked here: those about single cases are asked at each case of
/// their kind, and at the operation itself only while it has none or has answered them.
pub fn is_asked_at(question: &Question, case_file: &CaseFile, operation: &Operation) -> bool {
    let Scope::Case(kind) = question.scope else { return true };
    if operation.answers.contains_key(&question.id) {
        return true;
    }
    match &operation.case_of {
        Some(case) => case.kind == kind,
        None => !case_file.cases_of(&operation.id).any(|case| case.case_of.as_ref().is_some_and(|c| c.kind == kind)),
    }
}

/// No question.
static NONE: BTreeSet<QuestionId> = BTreeSet::new();

impl<'a> Answers<'a> {
    /// Today's answers without those that cannot arise.
    pub fn of(case_file: &'a CaseFile, operation: &'a Operation, idle: &'a BTreeSet<QuestionId>) -> Self {
        Self { case_file, operation, idle, at: Moment::Today, course: None }
    }

    /// All answers as they were given for today, whether the question arises or not.
    pub fn given(case_file: &'a CaseFile, operation: &'a Operation) -> Self {
        Self::of(case_file, operation, &NONE)
    }

    /// The answer to a question; `Unknown` where there is none or it cannot arise.
    pub fn value(&self, question: &QuestionId) -> &'a AnswerValue {
        if self.idle.contains(question) {
            return &AnswerValue::Unknown;
        }
        let told = self.case_file.answer(self.operation, question).map_or(&AnswerValue::Unknown, |answer| {
            match (self.at, &answer.before) {
                (Moment::Before(change), Some(before)) if Change(before.until) >= change => &before.value,
                _ => &answer.value,
            }
        });
        if told.is_known() {
            return told;
        }
        self.course.and_then(|course| course.durations.get(question)).unwrap_or(told)
    }

    /// Whether the condition holds for these answers.
    ///
    /// # Example
    /// ```
    /// use amende::facts::{Answers, CaseFile, Truth};
    /// use amende::law::{Condition, QuestionId, YesNo};
    /// let matter = CaseFile::new("Example", "Newsletter");
    /// let answers = Answers::given(&matter, &matter.operations[0]);
    /// let renewed = Condition::Is(QuestionId::from("retention.renewed"), YesNo::Yes);
    /// assert_eq!(answers.holds(&renewed), Truth::Unknown);
    /// ```
    pub fn holds(&self, condition: &Condition) -> Truth {
        match condition {
            Condition::Always => Truth::True,
            Condition::Is(question, wanted) => self.yes_no(question, |given| given == *wanted),
            Condition::OneOf(question, wanted) => self.yes_no(question, |given| wanted.contains(&given)),
            Condition::AtLeast(question, bound) => self.number(question, |given| given >= *bound),
            Condition::Below(question, bound) => self.number(question, |given| given < *bound),
            Condition::Before(question, bound) => self.date(question, *bound, true),
            Condition::OnOrAfter(question, bound) => self.date(question, *bound, false),
            Condition::SomeMoney(question) => match self.value(question) {
                AnswerValue::Money(given) => (given.minor() > 0).into(),
                _ => self.unanswered(question),
            },
            Condition::Includes(question, option) => match self.value(question) {
                AnswerValue::Option(given) => (given == option).into(),
                AnswerValue::Options(given) => given.contains(option).into(),
                _ => self.unanswered(question),
            },
            Condition::All(parts) => self.at_least(parts.len(), parts),
            Condition::Any(parts) => self.at_least(1, parts),
            Condition::AtLeastOf(wanted, parts) => self.at_least(*wanted, parts),
            Condition::Not(part) => match self.holds(part) {
                Truth::True => Truth::False,
                Truth::False => Truth::True,
                Truth::Unknown => Truth::Unknown,
            },
            Condition::Unless(part) => (self.holds(part) != Truth::True).into(),
            Condition::Role(roles) => roles.contains(&self.case_file.undertaking.role).into(),
            Condition::Kind(kinds) => kinds.contains(&self.case_file.undertaking.kind).into(),
            Condition::EmployeesBelow(bound) => {
                self.case_file.undertaking.employees.map_or(Truth::Unknown, |given| (given < *bound).into())
            }
            Condition::EstablishedIn(countries) => match self.case_file.undertaking.establishment.trim() {
                "" => Truth::Unknown,
                given => countries.iter().any(|country| country.eq_ignore_ascii_case(given)).into(),
            },
            Condition::PeopleIn(countries) => match self.case_file.undertaking.people_or_seat() {
                known if known.is_empty() => Truth::Unknown,
                known => known.iter().any(|country| countries.contains(country)).into(),
            },
            Condition::Adheres => {
                self.case_file.undertaking.adherence.iter().any(|line| !line.trim().is_empty()).into()
            }
            Condition::EarlierInfringement => self
                .case_file
                .undertaking
                .previous_infringements
                .iter()
                .any(|earlier| earlier.established().is_some())
                .into(),
            Condition::Contacted => self.case_file.first_contact.is_some().into(),
            Condition::PutRight(when) => self.put_right(*when),
        }
    }

    /// The unanswered questions that keep a condition from being decided; once it holds,
    /// those that only an exception hangs on.
    pub fn missing<'c>(&self, condition: &'c Condition) -> Vec<&'c QuestionId> {
        let open = |question: &&QuestionId| !self.value(question).is_known() && !self.idle.contains(*question);
        match self.holds(condition) {
            Truth::Unknown => condition.questions().into_iter().filter(open).collect(),
            Truth::True => condition.exceptions().into_iter().flat_map(Condition::questions).filter(open).collect(),
            Truth::False => Vec::new(),
        }
    }

    fn yes_no(&self, question: &QuestionId, test: impl Fn(crate::law::YesNo) -> bool) -> Truth {
        self.value(question).yes_no().map_or_else(|| self.unanswered(question), |given| test(given).into())
    }

    fn number(&self, question: &QuestionId, test: impl Fn(i64) -> bool) -> Truth {
        match self.value(question) {
            AnswerValue::Number(given) => test(*given).into(),
            _ => self.unanswered(question),
        }
    }

    /// Whether a day lies before a bound, or not. A month or year alone may leave it open.
    fn date(&self, question: &QuestionId, bound: Date, before: bool) -> Truth {
        match self.value(question) {
            AnswerValue::Date(given) if given.last() < bound => before.into(),
            AnswerValue::Date(given) if given.first() >= bound => (!before).into(),
            AnswerValue::Date(_) => Truth::Unknown,
            _ => self.unanswered(question),
        }
    }

    /// Whether all that lasted was put right before the authority's first contact, or after.
    fn put_right(&self, when: PutRight) -> Truth {
        let ended = match self.course.map_or(Restored::No, |course| course.put_right) {
            Restored::No => return Truth::False,
            Restored::Unclear => return Truth::Unknown,
            Restored::By(day) => day,
        };
        let before = match self.case_file.first_contact {
            None => Truth::True,
            Some(contact) => comes_before(ended, contact),
        };
        match (when, before) {
            (_, Truth::Unknown) => Truth::Unknown,
            (PutRight::BeforeContact, before) => before,
            (PutRight::AfterContact, before) => (before == Truth::False).into(),
        }
    }

    /// What a condition on an unanswered question amounts to.
    fn unanswered(&self, question: &QuestionId) -> Truth {
        if self.idle.contains(question) { Truth::False } else { Truth::Unknown }
    }

    fn at_least(&self, wanted: usize, parts: &[Condition]) -> Truth {
        let (mut holding, mut unknown) = (0, 0);
        for part in parts {
            match self.holds(part) {
                Truth::True => holding += 1,
                Truth::Unknown => unknown += 1,
                Truth::False => {}
            }
        }
        if holding >= wanted {
            Truth::True
        } else if holding + unknown >= wanted {
            Truth::Unknown
        } else {
            Truth::False
        }
    }
}

/// Whether one day lies before another, of which perhaps only month or year is known.
fn comes_before(one: PartialDate, other: PartialDate) -> Truth {
    if one.last() < other.first() {
        Truth::True
    } else if one.first() >= other.last() {
        Truth::False
    } else {
        Truth::Unknown
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Answer, CaseFile};

    /// A month or a year alone decides a condition only where no day of it would decide
    /// otherwise.
    #[test]
    fn a_month_or_year_decides_what_all_its_days_decide() {
        let (question, bound) = (QuestionId::from("transfers.since"), "2020-07-16".parse().unwrap());
        let before = Condition::Before(question.clone(), bound);
        let after = Condition::OnOrAfter(question.clone(), bound);
        for (given, early, late) in [
            ("2020-07-15", Truth::True, Truth::False),
            ("2020-07-16", Truth::False, Truth::True),
            ("2020-06", Truth::True, Truth::False),
            ("2020-07", Truth::Unknown, Truth::Unknown),
            ("2020-08", Truth::False, Truth::True),
            ("2019", Truth::True, Truth::False),
            ("2020", Truth::Unknown, Truth::Unknown),
            ("2021", Truth::False, Truth::True),
        ] {
            let mut matter = CaseFile::new("A", "B");
            let value = AnswerValue::Date(given.parse().unwrap());
            let answer = Answer { value, ..Answer::default() };
            matter.operations[0].answers.insert(question.clone(), answer);
            let answers = Answers::given(&matter, &matter.operations[0]);
            assert_eq!((answers.holds(&before), answers.holds(&after)), (early, late), "{given}");
        }
    }
}
