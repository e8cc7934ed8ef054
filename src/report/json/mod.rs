//! The machine-readable assessment: `"schema": "amende.assessment/1"`
//! (`docs/json.md`). Money is integer cents with its currency.

mod figures;
mod headline;
mod practice;
mod timeline;
mod trace;

use jiff::civil::Date;
use serde::Serialize;

use figures::{Cents, ExposureJson, FineJson, RangeJson};
use practice::PracticeJson;
use timeline::TimelineJson;
pub use trace::TraceJson;

use crate::analysis::{self, Analysis, Relevance};
use crate::exposure::ExposureDistribution;
use crate::facts::{CaseFile, Period, Unstated, Until, unstated};
use crate::findings::{Finding, Missing, Score, Scores};
use crate::fine::Receipt;
use crate::law::{QuestionId, Seriousness};
use crate::library::Library;
use crate::precedents::Comparison;
use crate::quantity::{Currency, PartialDate};
use crate::trace::Warning;

/// The name and version of the schema.
pub const SCHEMA: &str = "amende.assessment/1";

/// The assessment of a matter.
#[derive(Debug, Clone, Serialize)]
pub struct AssessmentJson {
    schema: &'static str,
    /// In a report: what stands at the head of its pages in other formats.
    #[serde(skip_serializing_if = "Option::is_none")]
    marking: Option<String>,
    matter: String,
    as_of: Date,
    methodology: String,
    infringements: Vec<InfringementJson>,
    rejected: Vec<FindingJson>,
    timeline: TimelineJson,
    scores: ScoresJson,
    fine: FineJson,
    exposure: ExposureJson,
    /// `null` where nothing is alleged.
    practice: Option<PracticeJson>,
    comparables: Vec<ComparableJson>,
    missing: Vec<MissingJson>,
    /// What is not stated about the organisation and the matter, by the names of its fields.
    unstated: Vec<&'static str>,
    warnings: Vec<WarningJson>,
    receipt: Receipt,
}

#[derive(Debug, Clone, Serialize)]
struct WarningJson {
    #[serde(flatten)]
    warning: Warning,
    /// The same in words.
    text: String,
}

#[derive(Debug, Clone, Serialize)]
struct InfringementJson {
    provision: String,
    heading: String,
    tier: Option<String>,
    seriousness: Option<Seriousness>,
    strength: crate::law::Strength,
    conduct: String,
    findings: Vec<FindingJson>,
}

#[derive(Debug, Clone, Serialize)]
struct FindingJson {
    rule: String,
    title: String,
    operation: String,
    provision: String,
    strength: crate::law::Strength,
    /// How the rule grades it, whatever the user made of it.
    graded: crate::law::Strength,
    review: Option<ReviewJson>,
    facts: Vec<String>,
    /// From when until when, where it lasts.
    period: Option<PeriodJson>,
    /// The provision it is only charged beside, and how often decisions found both.
    beside: Option<BesideJson>,
}

#[derive(Debug, Clone, Serialize)]
struct BesideJson {
    provision: String,
    decisions_with_both: usize,
    decisions: usize,
}

#[derive(Debug, Clone, Serialize)]
struct PeriodJson {
    /// A day, month or year; `null` where nobody knows.
    from: Option<String>,
    /// The same; `null` while it goes on, too.
    until: Option<String>,
    /// `goes_on`, `ended` or `unclear`.
    state: &'static str,
    /// The whole months it certainly lasted until the day of the matter.
    months: Option<i64>,
}

#[derive(Debug, Clone, Serialize)]
struct ReviewJson {
    verdict: &'static str,
    reason: String,
}

#[derive(Debug, Clone, Serialize)]
struct ScoresJson {
    overall: ScoreJson,
    articles: Vec<NamedScoreJson>,
    topics: Vec<NamedScoreJson>,
}

#[derive(Debug, Clone, Serialize)]
struct NamedScoreJson {
    id: String,
    #[serde(flatten)]
    score: ScoreJson,
}

#[derive(Debug, Clone, Copy, Serialize)]
struct ScoreJson {
    low: u8,
    point: Option<u8>,
    high: u8,
    decided: usize,
    open: usize,
}

#[derive(Debug, Clone, Serialize)]
struct ComparableJson {
    id: String,
    authority: String,
    controller: String,
    /// Whether the record is one of the user's own.
    own: bool,
    decided: Date,
    similarity: u32,
    /// As imposed.
    amount: Option<Cents>,
    /// The same in euro, at the average of the month of the decision.
    amount_eur: Option<Cents>,
    /// As it stands today, after the courts.
    standing_amount: Option<Cents>,
    /// The same in euro, at the average of the month of the decision.
    standing_amount_eur: Option<Cents>,
    appeal: &'static str,
    outcome: crate::precedents::Outcome,
    reasons: Vec<Comparison>,
}

#[derive(Debug, Clone, Serialize)]
struct MissingJson {
    question: String,
    operation: String,
    text: String,
    /// The fine by the method between the answers.
    moves: Option<RangeJson>,
    /// What could be alleged besides.
    provisions: Vec<String>,
}

impl AssessmentJson {
    /// The assessment of an analysed matter.
    pub fn new(
        case_file: &CaseFile,
        library: &Library,
        analysis: &Analysis<'_>,
        exposure: &ExposureDistribution,
        relevance: &[Relevance],
    ) -> Self {
        let calculation = &analysis.calculation;
        let headline = analysis::headline(case_file, library, analysis, exposure);
        Self {
            schema: SCHEMA,
            marking: None,
            matter: super::title(case_file, &library.locale).to_owned(),
            as_of: calculation.as_of,
            methodology: calculation.methodology.to_string(),
            infringements: infringements(case_file, library, analysis),
            rejected: analysis
                .assessment
                .rejected
                .iter()
                .map(|known| finding(case_file, library, known, analysis.calculation.as_of))
                .collect(),
            timeline: TimelineJson::new(case_file, library, analysis),
            scores: ScoresJson::from(&analysis.scores),
            fine: FineJson::from(calculation),
            exposure: ExposureJson::new(exposure, headline.as_ref(), library),
            practice: analysis.practice.as_ref().map(|estimate| PracticeJson::new(estimate, library)),
            comparables: analysis.comparables.iter().map(|near| ComparableJson::new(library, near)).collect(),
            missing: missing(library, analysis, relevance),
            unstated: unstated(case_file, &library.law).into_iter().map(Unstated::key).collect(),
            warnings: calculation.warnings.iter().map(|warning| told(library, warning)).collect(),
            receipt: analysis.receipt.clone(),
        }
    }
}

impl AssessmentJson {
    /// The same, marked as a report is.
    #[must_use]
    pub fn marked(mut self, marking: &str) -> Self {
        self.marking = Some(marking.to_owned());
        self
    }
}

impl ComparableJson {
    fn new(library: &Library, near: &crate::precedents::Match<'_>) -> Self {
        let rates = &library.law.rates;
        Self {
            id: near.decision.id.clone(),
            authority: library.law.vocabulary.authority_name(&near.decision.authority).to_owned(),
            controller: near.decision.controller.clone(),
            own: near.decision.own,
            decided: near.decision.decided,
            similarity: near.similarity,
            amount: near.decision.fine.map(Cents::from),
            amount_eur: near.decision.imposed_in(Currency::EUR, rates).map(|converted| converted.amount.into()),
            standing_amount: near.decision.standing_amount().map(Cents::from),
            standing_amount_eur: near.decision.standing_in(Currency::EUR, rates).map(|standing| standing.amount.into()),
            appeal: near.decision.appeal.name(),
            outcome: near.decision.outcome,
            reasons: near.reasons.clone(),
        }
    }
}

fn infringements(case_file: &CaseFile, library: &Library, analysis: &Analysis<'_>) -> Vec<InfringementJson> {
    let mut all = Vec::new();
    for conduct in &analysis.assessment.conducts {
        let fine = analysis.calculation.conducts.iter().find(|fine| fine.conduct == conduct.id);
        for infringement in &conduct.infringements {
            let findings = infringement
                .findings
                .iter()
                .map(|known| finding(case_file, library, known, analysis.calculation.as_of));
            let provision = library.law.provision(&infringement.provision);
            all.push(InfringementJson {
                provision: infringement.provision.to_string(),
                heading: provision.map_or_else(String::new, |provision| provision.heading.clone()),
                tier: infringement.tier.as_ref().map(ToString::to_string),
                seriousness: fine.and_then(|fine| fine.seriousness),
                strength: infringement.strength,
                conduct: conduct.id.to_string(),
                findings: findings.collect(),
            });
        }
    }
    all
}

fn period_json(period: &Period, day: Date) -> PeriodJson {
    let (state, until) = match period.until {
        Until::GoesOn => ("goes_on", None),
        Until::Ended(until) => ("ended", until),
        Until::Unclear => ("unclear", None),
    };
    let said = |day: Option<PartialDate>| day.map(|day| day.to_string());
    PeriodJson { from: said(period.from), until: said(until), state, months: period.months(day) }
}

fn finding(case_file: &CaseFile, library: &Library, finding: &Finding, day: Date) -> FindingJson {
    let review = case_file.review(&finding.operation, &finding.rule);
    FindingJson {
        rule: finding.rule.to_string(),
        title: library.law.rule(&finding.rule).map_or_else(String::new, |rule| rule.title.clone()),
        operation: finding.operation.to_string(),
        provision: finding.provision.to_string(),
        strength: finding.strength,
        graded: finding.graded,
        review: review.map(|review| ReviewJson { verdict: review.verdict.name(), reason: review.reason.clone() }),
        facts: finding.facts.iter().map(ToString::to_string).collect(),
        period: finding.period.map(|period| period_json(&period, day)),
        beside: finding.beside.as_ref().zip(library.taken_up(finding, case_file.decided_as.as_deref())).map(
            |(provision, counted)| BesideJson {
                provision: provision.to_string(),
                decisions_with_both: counted.both,
                decisions: counted.of,
            },
        ),
    }
}

impl From<Score> for ScoreJson {
    fn from(score: Score) -> Self {
        let Score { low, point, high, decided, open } = score;
        Self { low, point, high, decided, open }
    }
}

impl From<&Scores> for ScoresJson {
    fn from(scores: &Scores) -> Self {
        let named = |id: String, score: Score| NamedScoreJson { id, score: score.into() };
        Self {
            overall: scores.overall.into(),
            articles: scores.articles.iter().map(|(id, score)| named(id.clone(), *score)).collect(),
            topics: scores.topics.iter().map(|(id, score)| named(id.to_string(), *score)).collect(),
        }
    }
}

/// The open questions, what hangs on them first.
fn missing(library: &Library, analysis: &Analysis<'_>, relevance: &[Relevance]) -> Vec<MissingJson> {
    let text =
        |question: &QuestionId| library.law.question(question).map_or_else(String::new, |found| found.text.clone());
    let place = |missing: &Missing| relevance.iter().position(|known| known.missing == *missing);
    let mut open: Vec<&Missing> = analysis.assessment.missing.iter().collect();
    open.sort_by_key(|missing| place(missing).unwrap_or(usize::MAX));
    let json = |missing: &Missing| {
        let known = place(missing).and_then(|place| relevance.get(place));
        MissingJson {
            question: missing.question.to_string(),
            operation: missing.operation.to_string(),
            text: text(&missing.question),
            moves: known.map(|known| RangeJson { low: known.low.into(), high: known.high.into() }),
            provisions: known.map_or_else(Vec::new, |known| known.provisions.iter().map(ToString::to_string).collect()),
        }
    };
    open.into_iter().map(json).collect()
}

fn told(library: &Library, warning: &Warning) -> WarningJson {
    WarningJson { warning: warning.clone(), text: library.locale.warning(warning, &library.law) }
}
