//! Fines on public authorities and bodies (Art. 83(7) GDPR): the country's own limit
//! holds at the end like the maximum. In Poland the share for the seriousness is taken
//! from it too (DKN.5131.1.2025, paras 123 to 126).

use super::Spread;
use super::calculate::Input;
use super::own_currency::OwnCurrency;
use crate::facts::Counted;
use crate::law::{Citation, ConductId, LawText, NationalRules, PublicBodyRule, Tier, UndertakingKind};
use crate::quantity::{Money, Rate};
use crate::trace::{Label, Operation, TraceNode, Value, Warning};

/// What national law says of this body.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limit<'a> {
    rules: &'a NationalRules,
    /// Whether the share for the seriousness is taken from it.
    as_base: bool,
    /// Which of its rules for particular bodies it is; none: that for all others.
    particular: Option<usize>,
    source: &'a Citation,
    /// The currency of the limit, where it is not the method's.
    own: Option<&'a OwnCurrency<'a>>,
    /// The budget in the currency of the limit, where it is known.
    budget: Option<Money>,
    /// The fixed limit.
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
    turnover: Option<Spread<Money>>,
    own: Option<&'a OwnCurrency<'a>>,
) -> Option<Limit<'a>> {
    let undertaking = &input.case_file.undertaking;
    let rules = input.national.filter(|_| undertaking.kind == UndertakingKind::PublicBody)?;
    let excepted = rules.public_bodies.except_on_market && undertaking.on_market;
    let (rule, particular, source) = rules.public_bodies.rule_for(undertaking.public_body);
    let (fixed, share) = match rule {
        _ if excepted => (None, None),
        PublicBodyRule::Fined | PublicBodyRule::NotKnown => (None, None),
        PublicBodyRule::NoFine => (Some(Money::zero(input.methodology.currency)), None),
        PublicBodyRule::UpTo(caps) => match caps.iter().find(|cap| cap.tier == tier.id) {
            Some(cap) => (Some(cap.cap), cap.share_of_budget),
            None => (None, None),
        },
    };
    let rounding = input.methodology.rounding;
    let budget = turnover.map(|turnover| budget(input, turnover, own));
    // Without a budget its share is not known: the fixed limit alone holds.
    let relative = share.zip(budget);
    let relative = relative.map(|(share, budget)| (share, budget.map(|budget| budget.share(share, rounding))));
    let cap = fixed.map(|fixed| match relative {
        Some((_, relative)) => relative.capped(Spread::same(fixed)),
        None => Spread::same(fixed),
    });
    Some(Limit {
        own,
        budget: budget.map(|budget| budget.point),
        rules,
        as_base: rules.public_bodies.share_of_limit,
        particular,
        source,
        fixed,
        relative,
        cap,
    })
}

/// The budget in the currency of the limit: as stated where it is stated in it, else the
/// turnover's at the rate of the limit.
fn budget(input: &Input<'_>, turnover: Spread<Money>, own: Option<&OwnCurrency<'_>>) -> Spread<Money> {
    let Some(own) = own else { return turnover };
    match input.case_file.undertaking.turnover.counted() {
        Counted::Figure(amount) if amount.currency() == own.currency => Spread::same(amount),
        _ => turnover.map(|budget| own.own(budget)),
    }
}

impl Limit<'_> {
    /// Whether the share for the seriousness is taken from the limit.
    pub(super) fn is_base(&self) -> bool {
        self.as_base && self.cap.is_some()
    }

    /// The rule in a sentence, where it limits the fine.
    pub(super) fn told(&self) -> Option<Warning> {
        self.cap.map(|_| Warning::PublicBodyLimit { country: self.rules.country.clone(), rule: self.text() })
    }

    fn name(&self) -> LawText {
        LawText::Country(self.rules.country.clone())
    }

    fn text(&self) -> LawText {
        self.rules.on_public_bodies(self.particular)
    }

    /// The budget in the currency of the limit, from the turnover's node.
    fn budget_node(&self, conduct: &ConductId, turnover: &TraceNode) -> TraceNode {
        let (Some(own), Some(budget)) = (self.own, self.budget) else { return turnover.clone() };
        match turnover.find("matter.turnover_stated").filter(|stated| stated.value == Value::Money(budget)) {
            Some(stated) => stated.clone(),
            None => own.converted(conduct.figure("public_body_budget"), turnover.clone(), budget),
        }
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
            let budget = budget.map(|budget| self.budget_node(conduct, budget));
            let factors = budget.into_iter().chain([rate]).collect();
            let relative = TraceNode::step(
                conduct.figure("public_body_relative"),
                Label::Key("trace.public_body_relative"),
                Operation::ShareOf,
                Value::Money(relative.point),
                factors,
            );
            let fixed = parameter("public_body_fixed", "trace.public_body_fixed", Value::Money(fixed));
            let children = vec![fixed.applying(!governs), relative.applying(governs)];
            let label = Label::KeyWith("trace.public_body_limit", Value::Law(self.name()));
            let node = TraceNode::step(figure, label, Operation::Lesser, Value::Money(cap.point), children);
            return node.citing(self.source).noting(self.text());
        }
        let value = self.cap.map_or_else(|| Value::Key("public_body.no_limit"), |cap| Value::Money(cap.point));
        let label = Label::KeyWith("trace.public_body_limit", Value::Law(self.name()));
        let node = TraceNode::parameter(figure, label, value, self.source.clone());
        node.noting(self.text()).applying(self.cap.is_some())
    }
}
