//! Fines on public authorities and bodies (Art. 83(7) GDPR): what the country's
//! law leaves of the fine.

use super::ConductState;
use crate::fine::Spread;
use crate::fine::calculate::{FineError, Input};
use crate::law::{NationalRules, PublicBodyRule, UndertakingKind};
use crate::quantity::Money;
use crate::trace::{Label, Operation, TraceBuilder, TraceNode, Value};

pub(crate) fn apply(
    state: &mut ConductState<'_>,
    input: &Input<'_>,
    rules: &NationalRules,
    trace: &mut TraceBuilder,
) -> Result<(), FineError> {
    if input.case_file.undertaking.kind != UndertakingKind::PublicBody {
        return Ok(());
    }
    let terms = &rules.public_bodies;
    let id = &state.conduct.id;
    let excepted = terms.except_on_market && input.case_file.undertaking.on_market;
    let cap = match &terms.rule {
        _ if excepted => None,
        PublicBodyRule::Fined | PublicBodyRule::NotKnown => None,
        PublicBodyRule::NoFine => Some(Money::zero(state.methodology.currency)),
        PublicBodyRule::UpTo(caps) => match caps.iter().find(|cap| cap.tier == state.tier.id) {
            Some(cap) => Some(in_method(cap.cap, input)?),
            None => None,
        },
    };
    trace.leaf(|| {
        let value = cap.map_or_else(|| Value::Key("public_body.no_limit".to_owned()), Value::Money);
        let label = Label::KeyWith("trace.public_body_limit", rules.name.clone());
        let node = TraceNode::parameter(id.figure("public_body_limit"), label, value, terms.source.clone());
        node.noting(&terms.text).applying(cap.is_some())
    });
    let Some(cap) = cap else { return Ok(()) };
    state.maximum = state.maximum.capped(Spread::same(cap));
    state.amount = state.amount.capped(Spread::same(cap));
    let point = state.amount.point;
    trace.collapse(|children| {
        let (figure, label) = (id.figure("after_public_body"), Label::Key("trace.after_public_body"));
        TraceNode::step(figure, label, Operation::Lesser, Value::Money(point), children).citing(&terms.source)
    });
    Ok(())
}

/// A national cap in the currency of the method, at the rate the matter states.
fn in_method(cap: Money, input: &Input<'_>) -> Result<Money, FineError> {
    let wanted = input.methodology.currency;
    if cap.currency() == wanted {
        return Ok(cap);
    }
    let exchange = input.case_file.exchange(cap.currency(), wanted);
    let exchange = exchange.ok_or(FineError::CapCurrency { given: cap.currency(), wanted })?;
    Ok(cap.convert(exchange.rate, wanted, input.methodology.rounding))
}
