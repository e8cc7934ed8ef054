//! The timeline of a matter: what was when, and what each day does to the calculation.
//!
//! A plain value without words, made once with the analysis; window, report and JSON show it.

mod axis;
mod limit;
mod marks;

use jiff::civil::Date;

use crate::facts::{CaseFile, ChoiceValue, Period, Until};
use crate::findings::{self, Assessment, EARLIER_CONDUCT, Finding, Way};
use crate::law::{Corpus, Direction, LawText, NationalRules, OperationId, ProvisionId, QuestionId, RuleId, Strength};
use crate::quantity::PartialDate;

pub use axis::{Axis, PPM, Part, PartKind};
pub use limit::Limit;

/// What was when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    /// The day of the matter.
    pub day: Date,
    /// The first day that counts, where something told reaches back before it.
    pub counted_from: Option<Date>,
    /// What is alleged, in the order of the assessment.
    pub bars: Vec<Bar>,
    /// What happened, numbered in the order of days.
    pub marks: Vec<Mark>,
    /// What happened on a day nobody knows.
    pub undated: Vec<Event>,
    /// Where the days stand.
    pub axis: Axis,
    /// Whether the program knows a limitation rule for the country.
    pub limitation_known: bool,
}

/// An alleged infringement with its time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// The rule that alleges it.
    pub rule: RuleId,
    /// Of which operation.
    pub operation: OperationId,
    /// What would be infringed.
    pub provision: ProvisionId,
    /// How firmly.
    pub strength: Strength,
    /// From when until when it counts; `None` for an event, of which no day is told.
    pub period: Option<Period>,
    /// Its beginning as it was told, where that lies before what counts.
    pub told_from: Option<PartialDate>,
    /// The whole months it certainly lasted and counts.
    pub months: Option<i64>,
    /// Until when a fine may be imposed.
    pub limit: Limit,
}

impl Bar {
    /// Whether its beginning is not known.
    pub fn begins_unknown(&self) -> bool {
        self.period.is_some_and(|period| period.from.is_none())
    }

    /// Whether it goes on.
    pub fn goes_on(&self) -> bool {
        self.period.is_some_and(|period| period.until == Until::GoesOn)
    }
}

/// Something that happened, with its number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Its place in the order of days, from 1.
    pub number: usize,
    /// When.
    pub day: PartialDate,
    /// What.
    pub event: Event,
    /// What it does in the calculation; empty where nothing.
    pub effects: Vec<Effect>,
}

impl Mark {
    /// The day it is shown at: what something lasted until is over on the last day it may be.
    pub fn at(&self) -> Date {
        self.event.at(self.day)
    }
}

/// What may happen in a matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// The law begins to apply.
    LawApplies,
    /// An operation began.
    Began(OperationId),
    /// An answer became another one.
    Changed {
        /// About which operation.
        operation: OperationId,
        /// To which question.
        question: QuestionId,
        /// For better or worse.
        way: Way,
    },
    /// The authority first made contact.
    Contact,
    /// An operation ended.
    Ended(OperationId),
    /// The day of the matter.
    Today,
}

impl Event {
    fn at(&self, day: PartialDate) -> Date {
        match self {
            Self::Changed { .. } | Self::Ended(_) => day.last(),
            Self::LawApplies | Self::Began(_) | Self::Contact | Self::Today => day.first(),
        }
    }
}

/// What something does in the calculation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effect {
    /// The letter of Art. 83(2).
    pub letter: String,
    /// What it does.
    pub does: Does,
    /// Which way that letter then goes, where the calculation has it.
    pub direction: Option<Direction>,
    /// Why, in the words of the law's data; empty where it is not known.
    pub reasons: Vec<LawText>,
}

/// What a day does in the calculation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Does {
    /// What came before does not count.
    NotCountedBefore,
    /// The duration of so many allegations begins.
    Begins(usize),
    /// The duration of so many allegations ends.
    Ends(usize),
    /// All that lasted has been put right.
    PutRight,
    /// What is put right from here on comes after the authority's first contact.
    ContactMade,
    /// Whether the organisation cooperates counts from here on.
    Cooperation,
    /// So many allegations go on and are counted until here.
    CountedUntil(usize),
}

/// The timeline of a matter assessed on a day.
pub(super) fn of(
    case_file: &CaseFile,
    law: &Corpus,
    assessment: &Assessment,
    national: Option<&NationalRules>,
    day: Date,
) -> Timeline {
    let counted = findings::known_on(case_file, law, day);
    let counts_all = *counted == *case_file;
    // Assessed once more only where something was told that does not count.
    let told = (!counts_all).then(|| findings::assess(case_file, law, day));
    let bars: Vec<Bar> = assessment
        .findings()
        .map(|finding| Bar {
            rule: finding.rule.clone(),
            operation: finding.operation.clone(),
            provision: finding.provision.clone(),
            strength: finding.strength,
            period: finding.period,
            told_from: told.as_ref().and_then(|told| told_from(told, finding)),
            months: finding.period.and_then(|period| period.months(day)),
            limit: limit::of(law, national, finding),
        })
        .collect();
    let beginning = law.beginning().map(|beginning| beginning.day);
    let counted_from = beginning.filter(|beginning| !counts_all && reaches_back(case_file, &bars, *beginning));
    let (marks, undated) = marks::of(case_file, law, assessment, &bars, counted_from, day);
    let chosen = case_file.choices.get(EARLIER_CONDUCT).map(|choice| choice.value) == Some(ChoiceValue::Holds(true));
    let axis = Axis::of(&bars, &marks, beginning, beginning.filter(|_| !chosen), day);
    let limitation_known = national.is_some_and(|national| !national.limitation.is_empty());
    Timeline { day, counted_from, bars, marks, undated, axis, limitation_known }
}

/// The beginning of the same finding in the matter as it was told, where that is another.
fn told_from(told: &Assessment, finding: &Finding) -> Option<PartialDate> {
    let same = |other: &&Finding| other.rule == finding.rule && other.operation == finding.operation;
    let from = told.findings().find(same)?.period?.from?;
    (Some(from) != finding.period?.from).then_some(from)
}

fn reaches_back(case_file: &CaseFile, bars: &[Bar], beginning: Date) -> bool {
    let before = |day: Option<PartialDate>| day.is_some_and(|day| day.last() < beginning);
    let told = case_file.operations.iter().any(|operation| {
        let mut changes = operation.answers.values().filter_map(|answer| answer.before.as_ref());
        before(operation.began) || changes.any(|change| before(change.until))
    });
    told || bars.iter().any(|bar| bar.told_from.is_some())
}
