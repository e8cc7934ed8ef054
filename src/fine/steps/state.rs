//! What a conduct carries from step to step.

use crate::facts::Answers;
use crate::findings::Conduct;
use crate::fine::amount::Amount;
use crate::fine::calculate::{FineError, Input};
use crate::fine::ceiling::Ceiling;
use crate::fine::own_currency::OwnCurrency;
use crate::fine::public_body::Limit;
use crate::fine::{ConductFine, Known, Sanctioned, Spread, Together};
use crate::law::{Citation, ConductId, Corpus, LawText, Methodology, Seriousness, SetBy, Step, Tier};
use crate::quantity::{Money, Range};
use crate::trace::{Governing, Label, Operation, TraceNode, Value, Warning};

/// A conduct on its way through the steps.
#[derive(Debug)]
pub(crate) struct ConductState<'a> {
    pub(super) law: &'a Corpus,
    pub(super) methodology: &'a Methodology,
    pub(super) sanctioned: &'a Sanctioned<'a>,
    pub(super) answers: &'a [Answers<'a>],
    pub(super) conduct: &'a Conduct,
    pub(super) tier: &'a Tier,
    pub(super) turnover: Spread<Money>,
    pub(super) turnover_known: Known,
    pub(super) turnover_node: Option<&'a TraceNode>,
    /// What the maximum is, whatever the turnover.
    pub(super) ceiling: Ceiling<'a>,
    /// The currency of that limit, where it is not the method's: that of every amount here.
    pub(super) own: Option<&'a OwnCurrency<'a>>,
    /// The country's limit, where the matter is a public body's.
    pub(super) limit: Option<Limit<'a>>,
    /// What the share for the seriousness is taken from: the maximum, but for a
    /// national limit that only holds at the end.
    pub(super) base: Spread<Amount>,
    pub(super) maximum: Spread<Amount>,
    pub(super) seriousness: Option<Seriousness>,
    /// The band the amount stays in through the circumstances.
    pub(super) band: Option<Range<Amount>>,
    /// The amount as the steps so far leave it.
    pub(super) amount: Spread<Amount>,
    pub(super) starting: Spread<Amount>,
    pub(super) adjusted: Spread<Amount>,
    pub(super) without_fault: bool,
    pub(super) reprimand: bool,
}

impl<'a> ConductState<'a> {
    pub(crate) fn new(
        input: &Input<'a>,
        (sanctioned, tier): (&'a Sanctioned<'a>, &'a Tier),
        turnover: Spread<Money>,
        turnover_known: Known,
        turnover_node: Option<&'a TraceNode>,
        own: Option<&'a OwnCurrency<'a>>,
    ) -> Result<Self, FineError> {
        let ceiling = Ceiling::of(input, tier, turnover_known, own)?;
        let at = turnover.map(|turnover| ceiling.at(turnover, own));
        let maximum = at.map(|at| at.maximum);
        Ok(Self {
            law: input.law,
            methodology: input.methodology,
            sanctioned,
            answers: &sanctioned.answers,
            conduct: &sanctioned.conduct,
            tier,
            turnover,
            turnover_known,
            turnover_node,
            limit: ceiling.limit.map(|terms| terms.at(turnover.point, own)),
            own,
            base: at.map(|at| at.base),
            ceiling,
            maximum,
            seriousness: None,
            band: None,
            amount: maximum,
            starting: maximum,
            adjusted: maximum,
            without_fault: false,
            reprimand: false,
        })
    }

    /// An amount in the currency of this conduct.
    pub(crate) fn shown(&self, amount: Amount) -> Money {
        amount.imposed(self.own)
    }

    /// Both ends in the currency of this conduct.
    pub(super) fn ends(&self, amount: Spread<Amount>) -> Range<Money> {
        Range { low: self.shown(amount.low), high: self.shown(amount.high) }
    }

    /// An amount under the legal maximum.
    pub(super) fn capped(&self, amount: Spread<Amount>) -> Spread<Amount> {
        amount.with(self.maximum, |amount, maximum| amount.lesser(maximum, self.own))
    }

    /// Nothing, in the currency of this conduct.
    pub(super) fn nothing(&self) -> Amount {
        Amount::stated(Money::zero(self.shown(self.maximum.point).currency()))
    }

    /// The rates at which such an amount was taken there.
    pub(super) fn own_rates(&self) -> Vec<TraceNode> {
        self.own.map_or_else(Vec::new, OwnCurrency::rates)
    }

    /// The source of a factor or circumstance; the step's own where the method is another
    /// than the one it was written for.
    pub(super) fn cited<'c>(&self, source: &'c Citation, step: &'c Step) -> &'c Citation {
        if source.instrument == self.methodology.source.instrument { source } else { &step.source }
    }

    /// Why the amount is set as it is, where the conduct is under a law beside data protection law.
    pub(crate) fn source_of_amount(&self) -> Option<&'a Citation> {
        match self.tier.set_by.as_ref()? {
            SetBy::Analogy(note) => Some(&note.source),
            SetBy::Practice { source, .. } => Some(source),
            SetBy::NotKnown => None,
        }
    }

    /// What must be known of such a law.
    pub(crate) fn notes_of_beside(&self) -> Vec<Governing> {
        let analogy = self.tier.set_by.iter().filter_map(|set_by| match set_by {
            SetBy::Analogy(note) => {
                let text = LawText::TierProposal(self.tier.id.clone());
                Some(Governing { text, source: note.source.clone() })
            }
            SetBy::Practice { .. } | SetBy::NotKnown => None,
        });
        let beside = self.law.tier_beside(&self.tier.id);
        let notes = beside.into_iter().flat_map(|(framework, _)| {
            let notes = framework.beside.iter().flat_map(|beside| &beside.notes).enumerate();
            notes.map(|(n, note)| Governing {
                text: LawText::FrameworkNote(framework.id.clone(), n),
                source: note.source.clone(),
            })
        });
        analogy.chain(notes).collect()
    }

    /// What limits the fine on this public body, if anything does.
    pub(crate) fn limit_told(&self) -> Option<Warning> {
        self.limit.and_then(|limit| limit.told())
    }

    /// Which conduct this is.
    pub(crate) fn conduct_id(&self) -> ConductId {
        self.conduct.id.clone()
    }

    /// The amount as the steps leave it.
    pub(crate) fn fine(&self) -> Spread<Amount> {
        self.amount
    }

    /// The legal maximum.
    pub(crate) fn maximum(&self) -> Spread<Amount> {
        self.maximum
    }

    /// The amount after the seriousness and the size.
    pub(crate) fn starting(&self) -> Spread<Amount> {
        self.starting
    }

    pub(crate) fn into_fine(self) -> ConductFine {
        let own = self.own;
        let shown = |amount: Spread<Amount>| amount.map(|amount| amount.imposed(own));
        ConductFine {
            conduct: self.conduct.id.clone(),
            tier: self.tier.id.clone(),
            maximum: shown(self.maximum),
            seriousness: self.seriousness,
            starting: shown(self.starting),
            adjusted: shown(self.adjusted),
            fine: shown(self.amount),
            together: Together::of(self.amount, own),
            without_fault: self.without_fault,
            reprimand: self.reprimand,
        }
    }

    /// What the share for the seriousness is taken from, with its reasons.
    pub(super) fn base_node(&self) -> TraceNode {
        match &self.limit {
            Some(limit) if limit.cap.is_some() && !limit.is_base() => self.general_in_own(),
            _ => self.maximum_node(),
        }
    }

    /// The legal maximum, with the country's limit where there is one.
    pub(super) fn maximum_node(&self) -> TraceNode {
        let Some(limit) = &self.limit else { return self.general_node("legal_maximum") };
        let general = self.general_in_own();
        let limited = limit.node(&self.conduct.id, self.turnover_node);
        let children = vec![general.applying(limit.cap.is_none()), limited];
        let (figure, label) = (self.conduct.id.figure("legal_maximum"), Label::Key("trace.legal_maximum"));
        TraceNode::step(figure, label, Operation::Lesser, Value::Money(self.shown(self.maximum.point)), children)
            .citing(&self.ceiling.static_cap.source)
    }

    /// The maximum of the regulation, in the currency of this conduct.
    fn general_in_own(&self) -> TraceNode {
        let general = self.general_node("general_maximum");
        match (self.own, &general.value) {
            (Some(own), Value::Money(amount)) => {
                let amount = own.own(*amount);
                own.converted(self.conduct.id.figure("general_maximum_converted"), general, amount)
            }
            _ => general,
        }
    }

    /// The maximum of the regulation with both caps, the one that does not govern
    /// marked so.
    fn general_node(&self, name: &'static str) -> TraceNode {
        let id = |name: &str| self.conduct.id.figure(name);
        let fixed = TraceNode::parameter(
            id("static_cap"),
            Label::Law(LawText::Parameter(self.ceiling.fixed.id.clone())),
            Value::Money(self.ceiling.static_cap.value),
            self.ceiling.static_cap.source.clone(),
        );
        let key = if name == "general_maximum" { "trace.general_maximum" } else { "trace.legal_maximum" };
        let Some((share, cap)) = self.ceiling.dynamic_cap else {
            let fixed = match self.ceiling.fixed.note_of(self.ceiling.static_cap) {
                Some(note) => fixed.noting(note),
                None => fixed,
            };
            let value = Value::Money(self.ceiling.static_cap.value);
            return TraceNode::step(id(name), Label::Key(key), Operation::Concluded, value, vec![fixed])
                .citing(&self.ceiling.static_cap.source);
        };
        let dynamic = self.turnover.point.share(cap.value, self.methodology.rounding);
        let static_governs = !self.ceiling.is_undertaking || !self.ceiling.static_cap.value.is_less_than(dynamic);
        let rate = TraceNode::parameter(
            id("dynamic_rate"),
            Label::Law(LawText::Parameter(share.id.clone())),
            Value::Rate(cap.value),
            cap.source.clone(),
        );
        let mut factors: Vec<TraceNode> = self.turnover_node.cloned().into_iter().collect();
        factors.push(rate);
        let value = match self.turnover_known {
            Known::Immaterial => Value::None,
            Known::Figure | Known::Bracket | Known::Assumed => Value::Money(dynamic),
        };
        let relative =
            TraceNode::step(id("dynamic_cap"), Label::Key("trace.dynamic_cap"), Operation::ShareOf, value, factors)
                .citing(&cap.source);
        let relative = match share.note_of(cap) {
            Some(note) if !self.ceiling.is_undertaking => relative.noting(note),
            _ => relative,
        };
        let general = if static_governs { self.ceiling.static_cap.value } else { dynamic };
        let children = vec![fixed.applying(static_governs), relative.applying(!static_governs)];
        TraceNode::step(id(name), Label::Key(key), Operation::Greater, Value::Money(general), children)
            .citing(&self.ceiling.static_cap.source)
    }
}
