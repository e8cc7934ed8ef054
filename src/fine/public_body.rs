//! Fines on public authorities and bodies (Art. 83(7) GDPR): the country's own limit
//! holds at the end like the maximum. In Poland the share for the seriousness is taken
//! from it too (DKN.5131.1.2025, paras 123 to 126).

use super::Known;
use super::calculate::Input;
use super::own_currency::OwnCurrency;
use crate::facts::Counted;
use crate::law::{Citation, ConductId, LawText, NationalRules, PublicBodyRule, Tier, UndertakingKind};
use crate::quantity::{Money, Rate, Rounding};
use crate::trace::{Label, Operation, TraceNode, Value, Warning};

/// What national law says of this body, whatever its budget.
#[derive(Debug, Clone, Copy)]
pub(super) struct LimitTerms<'a> {
    rules: &'a NationalRules,
    /// Whether the share for the seriousness is taken from it.
    as_base: bool,
    /// Which of its rules for particular bodies it is; none: that for all others.
    particular: Option<usize>,
    source: &'a Citation,
    /// The fixed limit; `None` where no limit applies.
    fixed: Option<Money>,
    /// The share of the budget, where one is a limit and the budget is known.
    share: Option<Rate>,
    /// The budget, where it is stated in the currency of the limit.
    stated: Option<Money>,
    /// Whether there is a budget at all.
    is_known: bool,
    rounding: Rounding,
}

/// The same with the budget.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limit<'a> {
    terms: LimitTerms<'a>,
    /// The currency of the limit, where it is not the method's.
    own: Option<&'a OwnCurrency<'a>>,
    /// The budget in the currency of the limit, where it is known.
    budget: Option<Money>,
    /// What the share of the budget comes to.
    relative: Option<(Rate, Money)>,
    /// The most that may be imposed; `None` where no limit applies.
    pub(super) cap: Option<Money>,
}

impl<'a> LimitTerms<'a> {
    /// The country's limit for a public body; `None` for everybody else. Where the limit is
    /// a share of its budget, the budget stands in the place of the turnover.
    pub(super) fn of(input: &Input<'a>, tier: &Tier, known: Known, own: Option<&OwnCurrency<'_>>) -> Option<Self> {
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
        let is_known = known != Known::Immaterial;
        let stated = own.and_then(|own| match undertaking.turnover.counted() {
            Counted::Figure(amount) if amount.currency() == own.currency => Some(amount),
            _ => None,
        });
        Some(Self {
            rules,
            as_base: rules.public_bodies.share_of_limit,
            particular,
            source,
            fixed,
            // Without a budget its share is not known: the fixed limit alone holds.
            share: share.filter(|_| is_known),
            stated,
            is_known,
            rounding: input.methodology.rounding,
        })
    }

    /// The budget in the currency of the limit: as stated where it is stated in it, else the
    /// turnover's at the rate of the limit.
    fn budget(&self, turnover: Money, own: Option<&OwnCurrency<'_>>) -> Money {
        self.stated.unwrap_or_else(|| own.map_or(turnover, |own| own.own(turnover)))
    }

    /// What the share of the budget comes to.
    fn relative(&self, turnover: Money, own: Option<&OwnCurrency<'_>>) -> Option<(Rate, Money)> {
        let share = self.share?;
        Some((share, self.budget(turnover, own).share(share, self.rounding)))
    }

    /// The most that may be imposed at a budget; `None` where no limit applies.
    pub(super) fn cap(&self, turnover: Money, own: Option<&OwnCurrency<'_>>) -> Option<Money> {
        let fixed = self.fixed?;
        Some(self.relative(turnover, own).map_or(fixed, |(_, relative)| relative.min(fixed)))
    }

    /// Whether the share for the seriousness is taken from the limit.
    pub(super) fn is_base(&self) -> bool {
        self.as_base && self.fixed.is_some()
    }

    /// With the budget as it is stated or taken for.
    pub(super) fn at(self, turnover: Money, own: Option<&'a OwnCurrency<'a>>) -> Limit<'a> {
        Limit {
            own,
            budget: self.is_known.then(|| self.budget(turnover, own)),
            relative: self.relative(turnover, own),
            cap: self.cap(turnover, own),
            terms: self,
        }
    }
}

impl Limit<'_> {
    /// Whether the share for the seriousness is taken from the limit.
    pub(super) fn is_base(&self) -> bool {
        self.terms.is_base()
    }

    /// The rule in a sentence, where it limits the fine.
    pub(super) fn told(&self) -> Option<Warning> {
        self.cap.map(|_| Warning::PublicBodyLimit { country: self.terms.rules.country.clone(), rule: self.text() })
    }

    fn name(&self) -> LawText {
        LawText::Country(self.terms.rules.country.clone())
    }

    fn text(&self) -> LawText {
        self.terms.rules.on_public_bodies(self.terms.particular)
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
        if let (Some(fixed), Some((share, relative)), Some(cap)) = (self.terms.fixed, self.relative, self.cap) {
            let parameter = |name: &str, key, value| {
                TraceNode::parameter(conduct.figure(name), Label::Key(key), value, self.terms.source.clone())
            };
            let governs = cap.is_less_than(fixed);
            let rate = parameter("public_body_share", "trace.public_body_share", Value::Rate(share));
            let budget = budget.map(|budget| self.budget_node(conduct, budget));
            let factors = budget.into_iter().chain([rate]).collect();
            let relative = TraceNode::step(
                conduct.figure("public_body_relative"),
                Label::Key("trace.public_body_relative"),
                Operation::ShareOf,
                Value::Money(relative),
                factors,
            );
            let fixed = parameter("public_body_fixed", "trace.public_body_fixed", Value::Money(fixed));
            let children = vec![fixed.applying(!governs), relative.applying(governs)];
            let label = Label::KeyWith("trace.public_body_limit", Value::Law(self.name()));
            let node = TraceNode::step(figure, label, Operation::Lesser, Value::Money(cap), children);
            return node.citing(self.terms.source).noting(self.text());
        }
        let value = self.cap.map_or_else(|| Value::Key("public_body.no_limit"), Value::Money);
        let label = Label::KeyWith("trace.public_body_limit", Value::Law(self.name()));
        let node = TraceNode::parameter(figure, label, value, self.terms.source.clone());
        node.noting(self.text()).applying(self.cap.is_some())
    }
}
