//! The machine-readable assessment: `"schema": "amende.assessment/1"`
//! (`docs/json.md`). Money is integer cents with its currency.

use jiff::civil::Date;
use serde::Serialize;

use crate::analysis::Analysis;
use crate::exposure::ExposureDistribution;
use crate::facts::CaseFile;
use crate::fine::{Receipt, Spread, Warning};
use crate::law::Seriousness;
use crate::library::Library;
use crate::precedents::Comparison;
use crate::quantity::Money;

/// The name and version of the schema.
pub const SCHEMA: &str = "amende.assessment/1";

/// An amount.
#[derive(Debug, Clone, Copy, Serialize)]
struct Cents {
    cents: i64,
    currency: &'static str,
}

impl From<Money> for Cents {
    fn from(money: Money) -> Self {
        Self { cents: money.minor(), currency: money.currency().code() }
    }
}

/// The assessment of a matter.
#[derive(Debug, Clone, Serialize)]
pub struct AssessmentJson {
    schema: &'static str,
    matter: String,
    as_of: Date,
    methodology: String,
    infringements: Vec<InfringementJson>,
    fine: FineJson,
    exposure: ExposureJson,
    comparables: Vec<ComparableJson>,
    missing: Vec<MissingJson>,
    warnings: Vec<Warning>,
    receipt: Receipt,
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
    strength: crate::law::Strength,
    facts: Vec<String>,
}

#[derive(Debug, Clone, Serialize)]
struct RangeJson {
    low: Cents,
    high: Cents,
}

#[derive(Debug, Clone, Serialize)]
struct FineJson {
    legal_maximum: Cents,
    starting_amount: RangeJson,
    low: Cents,
    point: Cents,
    high: Cents,
    conducts: Vec<ConductJson>,
}

#[derive(Debug, Clone, Serialize)]
struct ConductJson {
    conduct: String,
    tier: String,
    seriousness: Option<Seriousness>,
    legal_maximum: Cents,
    starting_amount: Cents,
    after_circumstances: Cents,
    point: Cents,
    without_fault: bool,
}

#[derive(Debug, Clone, Serialize)]
struct ExposureJson {
    p5: Option<Cents>,
    p10: Option<Cents>,
    p25: Option<Cents>,
    p50: Option<Cents>,
    p75: Option<Cents>,
    p90: Option<Cents>,
    p95: Option<Cents>,
    /// Not estimated yet: the decisions entered are a selection.
    probability_of_fine: Option<f64>,
    seed: u64,
    samples: usize,
    samples_without_fine: usize,
}

#[derive(Debug, Clone, Serialize)]
struct ComparableJson {
    id: String,
    authority: String,
    controller: String,
    decided: Date,
    similarity: u32,
    amount: Option<Cents>,
    outcome: crate::precedents::Outcome,
    reasons: Vec<Comparison>,
}

#[derive(Debug, Clone, Serialize)]
struct MissingJson {
    question: String,
    operation: String,
    text: String,
}

impl AssessmentJson {
    /// The assessment of an analysed matter.
    pub fn new(
        case_file: &CaseFile,
        library: &Library,
        analysis: &Analysis<'_>,
        exposure: &ExposureDistribution,
    ) -> Self {
        let calculation = &analysis.calculation;
        Self {
            schema: SCHEMA,
            matter: case_file.title.clone(),
            as_of: calculation.as_of,
            methodology: calculation.methodology.to_string(),
            infringements: infringements(library, analysis),
            fine: FineJson {
                legal_maximum: calculation.maximum.point.into(),
                starting_amount: range(calculation.starting),
                low: calculation.fine.low.into(),
                point: calculation.fine.point.into(),
                high: calculation.fine.high.into(),
                conducts: calculation.conducts.iter().map(ConductJson::from).collect(),
            },
            exposure: ExposureJson::from(exposure),
            comparables: analysis.comparables.iter().map(ComparableJson::from).collect(),
            missing: missing(library, analysis),
            warnings: calculation.warnings.clone(),
            receipt: analysis.receipt.clone(),
        }
    }
}

impl From<&crate::fine::ConductFine> for ConductJson {
    fn from(conduct: &crate::fine::ConductFine) -> Self {
        Self {
            conduct: conduct.conduct.to_string(),
            tier: conduct.tier.to_string(),
            seriousness: conduct.seriousness,
            legal_maximum: conduct.maximum.point.into(),
            starting_amount: conduct.starting.point.into(),
            after_circumstances: conduct.adjusted.point.into(),
            point: conduct.fine.point.into(),
            without_fault: conduct.without_fault,
        }
    }
}

impl From<&ExposureDistribution> for ExposureJson {
    fn from(exposure: &ExposureDistribution) -> Self {
        let at = |percent| exposure.percentile(percent).map(Cents::from);
        Self {
            p5: at(5),
            p10: at(10),
            p25: at(25),
            p50: at(50),
            p75: at(75),
            p90: at(90),
            p95: at(95),
            probability_of_fine: None,
            seed: exposure.seed,
            samples: exposure.drawn,
            samples_without_fine: exposure.without_fine,
        }
    }
}

impl From<&crate::precedents::Match<'_>> for ComparableJson {
    fn from(near: &crate::precedents::Match<'_>) -> Self {
        Self {
            id: near.decision.id.clone(),
            authority: near.decision.authority.clone(),
            controller: near.decision.controller.clone(),
            decided: near.decision.decided,
            similarity: near.similarity,
            amount: near.decision.fine.map(Cents::from),
            outcome: near.decision.outcome,
            reasons: near.reasons.clone(),
        }
    }
}

fn infringements(library: &Library, analysis: &Analysis<'_>) -> Vec<InfringementJson> {
    let mut all = Vec::new();
    for conduct in &analysis.assessment.conducts {
        let fine = analysis.calculation.conducts.iter().find(|fine| fine.conduct == conduct.id);
        for infringement in &conduct.infringements {
            let findings = infringement.findings.iter().map(|finding| FindingJson {
                rule: finding.rule.to_string(),
                title: library.law.rule(&finding.rule).map_or_else(String::new, |rule| rule.title.clone()),
                operation: finding.operation.to_string(),
                strength: finding.strength,
                facts: finding.facts.iter().map(ToString::to_string).collect(),
            });
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

fn missing(library: &Library, analysis: &Analysis<'_>) -> Vec<MissingJson> {
    let text = |question| library.law.question(question).map_or_else(String::new, |found| found.text.clone());
    let open = analysis.assessment.missing.iter().map(|missing| MissingJson {
        question: missing.question.to_string(),
        operation: missing.operation.to_string(),
        text: text(&missing.question),
    });
    open.collect()
}

fn range(spread: Spread<Money>) -> RangeJson {
    RangeJson { low: spread.low.into(), high: spread.high.into() }
}
