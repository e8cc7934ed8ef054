//! The country's own currency: where its limit for a public body is set in one, every
//! amount is calculated in it, so that what is imposed is exact to the minor unit, and
//! shown in that of the method besides.

use jiff::civil::Date;

use super::Spread;
use super::calculate::{FineError, Input};
use super::exchange::Bridge;
use crate::facts::CaseFile;
use crate::law::{FigureId, Methodology, NationalRules, Rates, UndertakingKind, When};
use crate::quantity::{Currency, Money, Rounding};
use crate::trace::{Label, Operation, TraceBuilder, TraceNode, Value, Warning};

/// A currency besides that of the method, with the way between both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OwnCurrency<'a> {
    /// The currency of the limit.
    pub(super) currency: Currency,
    /// That of the method.
    pub(super) method: Currency,
    out: Bridge<'a>,
    back: Bridge<'a>,
    rounding: Rounding,
}

impl<'a> OwnCurrency<'a> {
    /// The currency of the country's limit for this body, where it is another than the
    /// method's. The rate is the one the matter states, else the one the country's law
    /// names for its fines, else the bank's average of the month.
    ///
    /// # Errors
    /// Where no rate is stated or held.
    pub(super) fn of(
        case_file: &'a CaseFile,
        methodology: &Methodology,
        national: Option<&'a NationalRules>,
        rates: &'a Rates,
        as_of: Date,
    ) -> Result<Option<Self>, FineError> {
        let undertaking = &case_file.undertaking;
        let method = methodology.currency;
        let rules = national.filter(|_| undertaking.kind == UndertakingKind::PublicBody);
        let rules = rules.filter(|rules| !(rules.public_bodies.except_on_market && undertaking.on_market));
        let Some(rules) = rules else { return Ok(None) };
        let (rule, ..) = rules.public_bodies.rule_for(undertaking.public_body);
        let Some(currency) = rule.caps().first().map(|cap| cap.cap.currency()).filter(|own| *own != method) else {
            return Ok(None);
        };
        let named = rules.payment.as_ref().filter(|payment| payment.currency == currency && method == Currency::EUR);
        let named = named.and_then(|payment| payment.rate_on(as_of));
        let out = match named.filter(|_| case_file.exchange(currency, method).is_none()) {
            Some(named) => Bridge::named(currency, named),
            None => Bridge::between(currency, method, case_file, rates, When::Day(as_of))?,
        };
        let (back, rounding) = (out.back(currency), methodology.rounding);
        Ok(Some(Self { currency, method, out, back, rounding }))
    }

    /// The same for what a calculation depends on.
    ///
    /// # Errors
    /// As [`OwnCurrency::of`].
    pub(super) fn of_input(input: &Input<'a>) -> Result<Option<Self>, FineError> {
        Self::of(input.case_file, input.methodology, input.national, &input.law.rates, input.as_of)
    }

    /// An amount of the method in this currency; one in this currency as it is.
    pub(super) fn own(&self, amount: Money) -> Money {
        self.back.amount(amount, self.rounding)
    }

    /// An amount in this currency as the method counts it.
    pub(super) fn counted(&self, amount: Money) -> Money {
        self.out.amount(amount, self.rounding)
    }

    /// Whether a choice may be stated in this currency: that of the limit or of the method.
    pub(super) fn knows(&self, currency: Currency) -> bool {
        currency == self.method || currency == self.currency
    }

    /// A figure of the method at the rate, as a figure in this currency.
    pub(super) fn converted(&self, figure: FigureId, of: TraceNode, amount: Money) -> TraceNode {
        let mut children = vec![of];
        children.extend(self.rates());
        let label = Label::KeyWith("trace.in_currency", Value::Currency(self.currency));
        TraceNode::step(figure, label, Operation::Converted, Value::Money(amount), children)
    }

    /// The rates as figures.
    pub(super) fn rates(&self) -> Vec<TraceNode> {
        self.out.nodes("matter.limit_rate")
    }

    /// Records the sum as it is imposed, with the rates that take it to the currency of the
    /// method.
    pub(super) fn record(&self, sum: Spread<Money>, trace: &mut TraceBuilder) {
        trace.collapse(|children| {
            let (figure, label) = (FigureId::from("fine.payable"), Label::Key("trace.payable"));
            TraceNode::step(figure, label, Operation::Sum, Value::Money(sum.point), children)
        });
        for rate in self.rates() {
            trace.leaf(|| rate);
        }
    }

    /// What is to be told of it.
    pub(super) fn told(&self, input: &Input<'_>) -> Vec<Warning> {
        let mut told = vec![Warning::CountedInOwn { currency: self.currency, rates: self.out.used() }];
        told.extend(self.out.of_other_time().map(|rate| Warning::RateOfOtherTime { rate }));
        told.extend(self.out.doubted(&input.law.rates, When::Day(input.as_of)));
        let payment = input.national.and_then(|rules| rules.payment.as_ref());
        let named = payment.and_then(|payment| Some((payment, payment.rate_on(input.as_of)?)));
        told.extend(
            named
                .filter(|(payment, rate)| payment.is_of_earlier_year(rate, input.as_of))
                .map(|(_, rate)| Warning::RateOfEarlierYear { currency: self.currency, day: rate.day }),
        );
        told
    }
}
