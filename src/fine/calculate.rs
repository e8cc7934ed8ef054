//! Walks the steps of a method; nothing else.

use jiff::civil::Date;

use super::amount::{Amount, Together};
use super::judgement::Judgements;
use super::own_currency::OwnCurrency;
use super::steps::{self, ConductState};
use super::turnover::{Stated, stated_turnover, turnover};
use super::{Calculation, Sanctioned, Spread, answers, band_edge, national, warnings};
use crate::facts::{CaseFile, Choices};
use crate::law::{Corpus, FigureId, LawText, Methodology, NationalRules, StepKind, Tier};
use crate::quantity::{Currency, Money};
use crate::trace::{Governing, Label, Operation, TraceBuilder, TraceNode, Value, Warning};

/// Why no fine could be calculated.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FineError {
    /// An amount is in a currency without a rate into that of the method.
    #[error(
        "no rate of exchange is held between {given:?} and {wanted:?}: state one, as in exchange: [(from: {given:?}, to: {wanted:?}, rate: \"…\", source: \"…\")]"
    )]
    Currency {
        /// The currency of the amount.
        given: Currency,
        /// The currency of the method.
        wanted: Currency,
    },
    /// A turnover below zero, or a bracket upside down.
    #[error("the turnover must be zero or more, and a bracket must rise (undertaking.turnover)")]
    Turnover,
    /// No maximum was in force on the day.
    #[error("no fine was provided for on {0}: no maximum is in force on that day")]
    NotInForce(Date),
}

/// Everything a calculation depends on.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    /// The law.
    pub law: &'a Corpus,
    /// The method.
    pub methodology: &'a Methodology,
    /// The rules of the country whose authority decides, if any are known.
    pub national: Option<&'a NationalRules>,
    /// The matter.
    pub case_file: &'a CaseFile,
    /// The conducts with the tier that governs each.
    pub conducts: &'a [(&'a Sanctioned<'a>, &'a Tier)],
    /// The judgements the user made.
    pub choices: &'a Choices,
    /// The day whose law applies.
    pub as_of: Date,
}

/// Calculates the fine.
///
/// # Errors
/// When no rate of exchange is held for the currency of an amount, the turnover makes no
/// sense, or no maximum was in force on the day.
pub fn calculate(input: &Input<'_>, trace: TraceBuilder) -> Result<Calculation, FineError> {
    let stated = stated_turnover(input.case_file, input.methodology, &input.law.rates, input.as_of)?;
    let mut calculation = at_turnover(input, stated, trace)?;
    if calculation.trace.is_some() {
        calculation.warnings.extend(band_edge::near(input, stated));
    }
    Ok(calculation)
}

/// The same with a turnover that may be another than the matter states.
pub(super) fn at_turnover(
    input: &Input<'_>,
    stated: Stated,
    mut trace: TraceBuilder,
) -> Result<Calculation, FineError> {
    let currency = input.methodology.currency;
    let own = OwnCurrency::of_input(input)?;
    let own = own.as_ref();
    let no_fine = Together::of(Spread::same(Amount::stated(Money::zero(currency))), own);
    let (mut maxima, mut starting) = (no_fine, no_fine);
    let mut judgements = Judgements::new(input.choices, trace.is_recording(), own);
    answers::ask_of_earlier(input, &mut judgements);
    let (turnover, turnover_node) = turnover(input, stated, &mut judgements)?;
    let (conducts, fine, payable) = trace.scope(
        |trace| {
            let mut conducts = Vec::with_capacity(input.conducts.len());
            for conduct in input.conducts {
                let node = turnover_node.as_ref();
                let start = ConductState::new(input, *conduct, turnover, stated.known, node, own)?;
                judgements.warnings.extend(start.limit_told().filter(|told| !judgements.warnings.contains(told)));
                let walked = walk(input, start, &mut judgements, trace);
                maxima = maxima.and(Together::of(walked.maximum(), own));
                starting = starting.and(Together::of(walked.starting(), own));
                conducts.push(walked.into_fine());
            }
            let sum = conducts.iter().fold(no_fine, |sum, conduct| sum.and(conduct.together));
            let (fine, payable) = match (input.national, own) {
                _ if conducts.is_empty() => (sum.counted(own), None),
                (Some(rules), None) => national::apply(sum.imposed(), input, rules, &mut judgements, trace),
                (Some(rules), Some(own)) => {
                    let (imposed, _) = national::apply(sum.imposed(), input, rules, &mut judgements, trace);
                    own.record(imposed, trace);
                    (sum.after_national(imposed, Some(own)), Some(imposed))
                }
                (None, _) => (sum.imposed(), None),
            };
            Ok((conducts, fine, payable))
        },
        |result: &Result<_, FineError>, children| {
            let fine = result.as_ref().map_or(Money::zero(currency), |(_, fine, _): &(_, Spread<Money>, _)| fine.point);
            total_node(fine, input, children)
        },
    )?;
    if judgements.is_recording() {
        judgements.warn_of_unasked();
        let of_currency = own.filter(|_| !conducts.is_empty()).map(|own| own.told(input)).unwrap_or_default();
        for warning in warnings::of_matter(input, &judgements.points).into_iter().chain(of_currency) {
            judgements.warn(|| warning);
        }
    }
    Ok(Calculation {
        methodology: input.methodology.id.clone(),
        as_of: input.as_of,
        maximum: maxima.counted(own),
        starting: starting.counted(own),
        fine,
        payable,
        points: judgements.points,
        warnings: judgements.warnings,
        trace: trace.finish(),
        conducts,
    })
}

/// The fine for the conducts of the input together with others whose fines are known and summed:
/// what hangs on an answer about one operation leaves the others as they are, and only
/// the sum and what national law does to it are common. Nothing is recorded.
///
/// # Errors
/// As [`calculate`].
pub fn together(input: &Input<'_>, others: Option<Together>) -> Result<Money, FineError> {
    let own = OwnCurrency::of_input(input)?;
    let own = own.as_ref();
    let stated = stated_turnover(input.case_file, input.methodology, &input.law.rates, input.as_of)?;
    let nothing = Amount::stated(Money::zero(input.methodology.currency));
    let mut trace = TraceBuilder::disabled();
    let mut judgements = Judgements::new(input.choices, false, own);
    let mut total = others.unwrap_or(Together::of(Spread::same(nothing), own));
    if !input.conducts.is_empty() {
        let (turnover, _) = turnover(input, stated, &mut judgements)?;
        for conduct in input.conducts {
            let start = ConductState::new(input, *conduct, turnover, stated.known, None, own)?;
            let fine = walk(input, start, &mut judgements, &mut trace).fine();
            total = total.and(Together::of(fine, own));
        }
    }
    let none = input.conducts.is_empty() && others.is_none();
    let Some(rules) = input.national.filter(|_| !none) else { return Ok(total.counted(own).point) };
    let imposed = national::apply(total.imposed(), input, rules, &mut judgements, &mut trace).0;
    Ok(total.after_national(imposed, own).point)
}

/// The steps of the method for one conduct, in their order.
fn walk<'a>(
    input: &Input<'_>,
    mut state: ConductState<'a>,
    judgements: &mut Judgements<'_>,
    trace: &mut TraceBuilder,
) -> ConductState<'a> {
    trace.scope(
        |trace| {
            let by_practice = steps::practice::apply(&mut state, judgements, trace);
            let steps = input.methodology.steps.iter().enumerate();
            for (place, step) in steps.filter(|(_, step)| !(by_practice && step.kind.sets_amount())) {
                match &step.kind {
                    StepKind::Concurrence => steps::concurrence::record(input, &state, step, judgements, trace),
                    StepKind::Fault { absent_when, excludes_fine } => {
                        let absent = steps::fault::apply(&mut state, step, absent_when, *excludes_fine, trace);
                        if absent {
                            judgements.warn(|| match excludes_fine {
                                true => Warning::WithoutFault { conduct: state.conduct_id() },
                                false => Warning::FaultNotRequired { conduct: state.conduct_id() },
                            });
                        }
                    }
                    StepKind::Seriousness { .. } => steps::seriousness::apply(&mut state, step, judgements, trace),
                    StepKind::TurnoverAdjustment { .. } => {
                        steps::turnover_adjustment::apply(&mut state, step, judgements, trace);
                    }
                    StepKind::Circumstances(ranges) => {
                        steps::circumstances::apply(&mut state, step, ranges, judgements, trace);
                    }
                    StepKind::LegalMaximum { .. } => steps::legal_maximum::apply(&mut state, step, trace),
                    StepKind::Proportionality(range) => {
                        steps::proportionality::apply(&mut state, step, range, judgements, trace);
                    }
                    StepKind::Reprimand { .. } => {
                        steps::reprimand::apply(&mut state, step, judgements, trace);
                    }
                    StepKind::CategoryBand(bands) => {
                        steps::category_band::apply(&mut state, step, bands, judgements, trace);
                    }
                    StepKind::DailyRate(rates) => {
                        steps::daily_rate::apply(&mut state, step, rates, judgements, trace);
                    }
                    StepKind::AbilityToPay(terms) => {
                        steps::ability_to_pay::apply(&mut state, step, terms, judgements, trace);
                    }
                }
                trace.govern(step.notes.iter().enumerate().map(|(n, note)| Governing {
                    text: LawText::StepNote(input.methodology.id.clone(), place, n),
                    source: note.source.clone(),
                }));
            }
            state
        },
        |state, children| {
            let conduct = state.conduct_id();
            let label = Label::KeyWith("trace.conduct_fine", Value::Conduct(conduct.clone()));
            let value = Value::Money(state.shown(state.fine().point));
            let mut node = TraceNode::step(conduct.figure("fine"), label, Operation::Concluded, value, children)
                .citing(state.source_of_amount().unwrap_or(&input.methodology.source));
            node.governed_by = state.notes_of_beside();
            node
        },
    )
}

/// The result, with what the country's law says besides.
fn total_node(fine: Money, input: &Input<'_>, children: Vec<TraceNode>) -> TraceNode {
    // With national options beside it, the sum stands below as a figure of its own.
    let only_fines = children.iter().all(|child| child.id.as_str().rsplit('.').next() == Some("fine"));
    let imposed = children.first().filter(|child| child.id.as_str() == "fine.payable");
    let operation = match imposed {
        Some(_) => Operation::Converted,
        None if only_fines => Operation::Sum,
        None => Operation::Concluded,
    };
    let label = Label::Key("trace.fine");
    let mut node = TraceNode::step(FigureId::from("fine"), label, operation, Value::Money(fine), children)
        .citing(&input.methodology.source);
    if let Some(rules) = input.national {
        node.governed_by.extend(rules.notes.iter().enumerate().map(|(n, note)| Governing {
            text: LawText::CountryNote(rules.country.clone(), n),
            source: note.source.clone(),
        }));
    }
    node
}
