//! Step 1: the sanctionable conduct and what it infringes (EDPB Guidelines
//! 04/2022, chapter 3; Art. 83(3) GDPR).
//!
//! Records which infringements are sanctioned together and which of them sets the
//! maximum. It changes no amount: the maximum of the gravest infringement was
//! found with the conduct.

use super::ConductState;
use crate::fine::calculate::Input;
use crate::law::Step;
use crate::trace::{Label, Operation, Origin, TraceBuilder, TraceNode, Value};

pub(crate) fn record(input: &Input<'_>, state: &ConductState<'_>, step: &Step, trace: &mut TraceBuilder) {
    trace.leaf(|| {
        let infringements = state.conduct.infringements.iter().map(|infringement| {
            let id = state.conduct.id.figure(&format!("infringement.{}", infringement.provision));
            let findings = infringement.findings.iter().map(|finding| {
                let figure = state.conduct.id.figure(&format!("finding.{}", finding.rule));
                let rule = input.law.rule(&finding.rule);
                let label = Label::Words(rule.map_or_else(|| finding.rule.to_string(), |rule| rule.title.clone()));
                let value = Value::Key(finding.strength.key().to_owned());
                let mut node =
                    TraceNode::step(figure, label, Operation::Concluded, value, state.answer_nodes(&finding.facts));
                if let Some(rule) = rule {
                    node.citations.clone_from(&rule.citations);
                    node.note = Some(rule.reasoning.clone());
                    if node.children.is_empty() {
                        node.origin = Origin::Parameter { id: finding.rule.to_string() };
                    }
                }
                node
            });
            let label = Label::KeyWith("trace.infringement", infringement.provision.to_string());
            let tier = infringement.tier.as_ref().map_or(Value::None, |tier| Value::Text(format!("Art. {tier}")));
            let node = TraceNode::step(id, label, Operation::Group, tier, findings.collect());
            match input.law.provision(&infringement.provision) {
                Some(provision) => node.citing(&provision.source),
                None => node,
            }
        });
        let infringements: Vec<TraceNode> = infringements.collect();
        let value = Value::Text(format!("Art. {}", state.tier.id));
        TraceNode::step(
            state.conduct.id.figure("conduct"),
            Label::Words(step.title.clone()),
            Operation::Group,
            value,
            infringements,
        )
        .citing(&step.source)
    });
}
