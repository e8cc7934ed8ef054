//! Fines on public authorities and bodies (Art. 83(7) GDPR): the country's own
//! limit stands in the place of the maximum, and the share is taken from it, as the
//! Polish authority does (DKN.5131.1.2025, paras 123 to 126).

use super::calculate::{FineError, Input};
use crate::law::{Citation, FigureId, PublicBodyRule, Tier, UndertakingKind};
use crate::quantity::Money;
use crate::trace::{Label, TraceNode, Value};

/// What national law says of this body.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limit<'a> {
    name: &'a str,
    text: &'a str,
    source: &'a Citation,
    /// The most that may be imposed; `None` where no limit applies.
    pub(super) cap: Option<Money>,
}

/// The country's limit for a public body; `None` for everybody else.
pub(super) fn limit<'a>(input: &Input<'a>, tier: &Tier) -> Result<Option<Limit<'a>>, FineError> {
    let undertaking = &input.case_file.undertaking;
    let Some(rules) = input.national.filter(|_| undertaking.kind == UndertakingKind::PublicBody) else {
        return Ok(None);
    };
    let excepted = rules.public_bodies.except_on_market && undertaking.on_market;
    let (rule, text, source) = rules.public_bodies.rule_for(undertaking.public_body);
    let cap = match rule {
        _ if excepted => None,
        PublicBodyRule::Fined | PublicBodyRule::NotKnown => None,
        PublicBodyRule::NoFine => Some(Money::zero(input.methodology.currency)),
        PublicBodyRule::UpTo(caps) => match caps.iter().find(|cap| cap.tier == tier.id) {
            Some(cap) => Some(in_method(cap.cap, input)?),
            None => None,
        },
    };
    Ok(Some(Limit { name: &rules.name, text, source, cap }))
}

impl Limit<'_> {
    /// The limit as a figure of law, marked where it does not apply.
    pub(super) fn node(&self, figure: FigureId) -> TraceNode {
        let value = self.cap.map_or_else(|| Value::Key("public_body.no_limit".to_owned()), Value::Money);
        let label = Label::KeyWith("trace.public_body_limit", self.name.to_owned());
        let node = TraceNode::parameter(figure, label, value, self.source.clone());
        node.noting(self.text).applying(self.cap.is_some())
    }
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
