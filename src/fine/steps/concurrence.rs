//! Step 1: the sanctionable conduct and what it infringes (EDPB Guidelines
//! 04/2022, chapter 3; Art. 83(3) GDPR).
//!
//! Records which infringements are sanctioned together, which displaces which, and
//! which of them sets the maximum. It changes no amount: the maximum of the gravest
//! infringement was found with the conduct.

use super::ConductState;
use crate::facts::Assignment;
use crate::findings::{Finding, Infringement};
use crate::fine::ask::{Ask, Called, Why};
use crate::fine::calculate::Input;
use crate::fine::judgement::Judgements;
use crate::fine::sanctioned::excluding;
use crate::law::{LawText, OperationId, Step};
use crate::trace::{ChosenBy, Label, Operation, Origin, Reason, TraceBuilder, TraceNode, Value, Warning};

pub(crate) fn record(
    input: &Input<'_>,
    state: &ConductState<'_>,
    step: &Step,
    judgements: &mut Judgements<'_>,
    trace: &mut TraceBuilder,
) {
    if !judgements.is_recording() {
        return;
    }
    let conduct = state.conduct;
    let mut displacements = Vec::new();
    for displacement in conduct.displacements(input.law) {
        let ask = Ask {
            key: displacement.point(state.sanctioned.of()),
            called: Called::Displacement(displacement),
            why: Why::Displacement(displacement),
            citation: &displacement.source,
        };
        let chosen = judgements.statement(&ask);
        let stands = |known: &&Infringement| known.provision == displacement.displaced && known.displaced_by.is_none();
        if chosen && conduct.infringements.iter().any(|known| stands(&known)) {
            judgements.warn(|| Warning::NotDisplaced { choice: ask.id() });
        }
        let figure = conduct.id.figure(&format!("displaced.{}", displacement.displaced));
        displacements.push(judgements.statement_node(&ask, figure, chosen));
    }
    trace.leaf(|| {
        let infringements = conduct.infringements.iter().map(|infringement| node(input, state, infringement));
        let children = infringements.chain(displacements).chain(left_out(input, state)).collect();
        let value = Value::Tier(state.tier.id.clone());
        let label = Label::Law(input.methodology.title_of(step));
        TraceNode::step(conduct.id.figure("conduct"), label, Operation::Group, value, children).citing(&step.source)
    });
}

fn node(input: &Input<'_>, state: &ConductState<'_>, infringement: &Infringement) -> TraceNode {
    let id = state.conduct.id.figure(&format!("infringement.{}", infringement.provision));
    let findings = infringement.findings.iter().map(|finding| finding_node(input, state, finding));
    let label = Label::KeyWith("trace.infringement", Value::Provision(infringement.provision.clone()));
    let tier = infringement.tier.as_ref().map_or(Value::None, |tier| Value::Tier(tier.clone()));
    let node = TraceNode::step(id, label, Operation::Group, tier, findings.collect())
        .applying(infringement.displaced_by.is_none());
    match input.law.provision(&infringement.provision) {
        Some(provision) => node.citing(&provision.source),
        None => node,
    }
}

/// The operations that nobody is at fault for: considered, and not fined.
fn left_out(input: &Input<'_>, state: &ConductState<'_>) -> Vec<TraceNode> {
    let question = excluding(input.methodology).and_then(|when| when.questions().into_iter().next());
    let Some(question) = question else { return Vec::new() };
    let node = |id: &OperationId| {
        let name = input.case_file.operation(id).map_or_else(|| id.to_string(), |operation| operation.name.clone());
        let label = Label::KeyWith("trace.left_out", Value::Stated(name));
        let origin = Origin::Answer { question: question.clone() };
        let value = Value::Key("fault.absent");
        let figure = state.conduct.id.figure(&format!("left_out.{id}"));
        TraceNode::new(figure, label, origin, value, Vec::new()).applying(false)
    };
    state.conduct.left_out.iter().map(node).collect()
}

fn finding_node(input: &Input<'_>, state: &ConductState<'_>, finding: &Finding) -> TraceNode {
    let rule = input.law.rule(&finding.rule);
    let title = LawText::Rule(finding.rule.clone());
    let operation = input.case_file.operation(&finding.operation);
    let (figure, label) = state.about(&format!("finding.{}", finding.rule), title, operation);
    let value = Value::Key(finding.strength.key());
    let answers = state.answer_nodes_of(&finding.operation, &finding.facts);
    let mut node = TraceNode::step(figure, label, Operation::Concluded, value, answers);
    if let Some(rule) = rule {
        node.citations.clone_from(&rule.citations);
        node.notes.push(LawText::Reasoning(rule.id.clone()));
        if node.children.is_empty() {
            node.origin = Origin::Parameter { id: finding.rule.to_string() };
        }
    }
    node.children.extend(review_node(input, state, finding));
    node.children.extend(assignment_node(input, state, finding));
    node
}

/// Why a finding stands in this conduct, where the user put it here.
fn assignment_node(input: &Input<'_>, state: &ConductState<'_>, finding: &Finding) -> Option<TraceNode> {
    let here = |known: &&Assignment| known.operation == finding.operation && known.provision == finding.provision;
    let assignment = input.case_file.assignments.iter().find(here)?;
    let name = format!("assigned.{}", finding.rule);
    let origin = Origin::Choice {
        id: state.conduct.id.choice(&name),
        by: ChosenBy::User,
        reason: Reason::Stated(assignment.reason.clone()),
    };
    let value = Value::Conduct(assignment.conduct.clone());
    Some(TraceNode::new(state.conduct.id.figure(&name), Label::Key("trace.assigned"), origin, value, Vec::new()))
}

/// What the user made of a finding, as a stated choice.
fn review_node(input: &Input<'_>, state: &ConductState<'_>, finding: &Finding) -> Option<TraceNode> {
    let review = input.case_file.review(&finding.operation, &finding.rule)?;
    let name = format!("review.{}", finding.rule);
    let origin = Origin::Choice {
        id: state.conduct.id.choice(&name),
        by: ChosenBy::User,
        reason: Reason::Stated(review.reason.clone()),
    };
    let value = Value::Key(finding.strength.key());
    Some(TraceNode::new(state.conduct.id.figure(&name), Label::Key("trace.review"), origin, value, Vec::new()))
}
