//! Fines on public authorities and bodies (Art. 83(7) GDPR): the country's own limit
//! holds at the end like the maximum. In Poland the share for the seriousness is taken
//! from it too (DKN.5131.1.2025, paras 123 to 126).

use super::Spread;
use super::calculate::{FineError, Input};
use super::exchange::Bridge;
use crate::law::{Citation, ConductId, PublicBodyRule, Tier, UndertakingKind, When};
use crate::quantity::{Currency, Money, Rate};
use crate::trace::{Label, Operation, TraceNode, Value, Warning};

/// What national law says of this body.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limit<'a> {
    name: &'a str,
    /// Whether the share for the seriousness is taken from it.
    as_base: bool,
    text: &'a str,
    source: &'a Citation,
    /// The fixed limit, in the currency of the method.
    fixed: Option<Money>,
    /// The share of the budget, and what it comes to.
    relative: Option<(Rate, Spread<Money>)>,
    /// The most that may be imposed; `None` where no limit applies.
    pub(super) cap: Option<Spread<Money>>,
}

/// The country's limit for a public body; `None` for everybody else. Where the limit is
/// a share of its budget, the budget stands in the place of the turnover.
pub(super) fn limit<'a>(
    input: &Input<'a>,
    tier: &Tier,
    turnover: Spread<Money>,
) -> Result<Option<Limit<'a>>, FineError> {
    let undertaking = &input.case_file.undertaking;
    let Some(rules) = input.national.filter(|_| undertaking.kind == UndertakingKind::PublicBody) else {
        return Ok(None);
    };
    let excepted = rules.public_bodies.except_on_market && undertaking.on_market;
    let (rule, text, source) = rules.public_bodies.rule_for(undertaking.public_body);
    let (fixed, share) = match rule {
        _ if excepted => (None, None),
        PublicBodyRule::Fined | PublicBodyRule::NotKnown => (None, None),
        PublicBodyRule::NoFine => (Some(Money::zero(input.methodology.currency)), None),
        PublicBodyRule::UpTo(caps) => match caps.iter().find(|cap| cap.tier == tier.id) {
            Some(cap) => (Some(in_method(cap.cap, input)?), cap.share_of_budget),
            None => (None, None),
        },
    };
    let rounding = input.methodology.rounding;
    let relative = share.map(|share| (share, turnover.map(|budget| budget.share(share, rounding))));
    let cap = fixed.map(|fixed| match relative {
        Some((_, relative)) => relative.capped(Spread::same(fixed)),
        None => Spread::same(fixed),
    });
    Ok(Some(Limit {
        name: &rules.name,
        as_base: rules.public_bodies.share_of_limit,
        text,
        source,
        fixed,
        relative,
        cap,
    }))
}

impl Limit<'_> {
    /// Whether the share for the seriousness is taken from the limit.
    pub(super) fn is_base(&self) -> bool {
        self.as_base && self.cap.is_some()
    }

    /// The rule in a sentence, where it limits the fine.
    pub(super) fn told(&self) -> Option<Warning> {
        let (country, text) = (self.name.to_owned(), self.text.to_owned());
        self.cap.map(|_| Warning::PublicBodyLimit { country, text })
    }

    /// The limit as a figure of law, marked where it does not apply; with the share of
    /// the budget where that is a limit too.
    pub(super) fn node(&self, conduct: &ConductId, budget: Option<&TraceNode>) -> TraceNode {
        let figure = conduct.figure("public_body_limit");
        if let (Some(fixed), Some((share, relative)), Some(cap)) = (self.fixed, self.relative, self.cap) {
            let parameter = |name: &str, key, value| {
                TraceNode::parameter(conduct.figure(name), Label::Key(key), value, self.source.clone())
            };
            let governs = cap.point.is_less_than(fixed);
            let rate = parameter("public_body_share", "trace.public_body_share", Value::Rate(share));
            let factors = budget.cloned().into_iter().chain([rate]).collect();
            let relative = TraceNode::step(
                conduct.figure("public_body_relative"),
                Label::Key("trace.public_body_relative"),
                Operation::ShareOf,
                Value::Money(relative.point),
                factors,
            );
            let fixed = parameter("public_body_fixed", "trace.public_body_fixed", Value::Money(fixed));
            let children = vec![fixed.applying(!governs), relative.applying(governs)];
            let label = Label::KeyWith("trace.public_body_limit", self.name.to_owned());
            let node = TraceNode::step(figure, label, Operation::Lesser, Value::Money(cap.point), children);
            return node.citing(self.source).noting(self.text);
        }
        let value =
            self.cap.map_or_else(|| Value::Key("public_body.no_limit".to_owned()), |cap| Value::Money(cap.point));
        let label = Label::KeyWith("trace.public_body_limit", self.name.to_owned());
        let node = TraceNode::parameter(figure, label, value, self.source.clone());
        node.noting(self.text).applying(self.cap.is_some())
    }
}

/// The most that may be imposed on a public body, all conducts together, where the
/// country's limit is in the currency of payment: in that currency, and as the method
/// counts it.
pub(super) fn limit_in(input: &Input<'_>, currency: Currency) -> Option<(Money, Money)> {
    let undertaking = &input.case_file.undertaking;
    let rules = input.national.filter(|_| undertaking.kind == UndertakingKind::PublicBody)?;
    if rules.public_bodies.except_on_market && undertaking.on_market {
        return None;
    }
    let (rule, ..) = rules.public_bodies.rule_for(undertaking.public_body);
    let (mut sum, mut counted) = (Money::zero(currency), Money::zero(input.methodology.currency));
    for (_, tier) in input.conducts {
        let cap = rule.caps().iter().find(|cap| cap.tier == tier.id)?;
        sum = sum.checked_add(cap.cap)?;
        counted = counted.checked_add(in_method(cap.cap, input).ok()?)?;
    }
    Some((sum, counted))
}

/// A national cap in the currency of the method.
fn in_method(cap: Money, input: &Input<'_>) -> Result<Money, FineError> {
    Ok(bridge(cap.currency(), input)?.amount(cap, input.methodology.rounding))
}

/// The way of a national cap into the currency of the method: at the rate the matter
/// states, else at the one the country's law names for its fines, else at the bank's
/// average of the month.
fn bridge<'a>(currency: Currency, input: &Input<'a>) -> Result<Bridge<'a>, FineError> {
    let wanted = input.methodology.currency;
    let payment = input.national.and_then(|rules| rules.payment.as_ref());
    let payment = payment.filter(|payment| payment.currency == currency && wanted == Currency::EUR);
    let named = payment.and_then(|payment| payment.rate_on(input.as_of));
    match named.filter(|_| input.case_file.exchange(currency, wanted).is_none()) {
        Some(named) => Ok(Bridge::named(currency, named)),
        None => Bridge::between(currency, wanted, input.case_file, &input.law.rates, When::Day(input.as_of)),
    }
}
