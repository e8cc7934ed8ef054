//! A basic amount by category of provision, moved by the circumstances inside a
//! fixed band: the policy rules of the Dutch authority of 2019.

use super::ConductState;
use crate::findings::{Conduct, Infringement};
use crate::fine::Spread;
use crate::fine::amount::Amount;
use crate::fine::ask::Ask;
use crate::fine::judgement::Judgements;
use crate::fine::own_currency::OwnCurrency;
use crate::law::{CategoryBands, Discretion, FineCategory, Step, Tier};
use crate::quantity::Range;
use crate::trace::{Label, Operation, TraceBuilder, TraceNode, Value, Warning};

pub(crate) fn apply(
    state: &mut ConductState<'_>,
    step: &Step,
    bands: &CategoryBands,
    judgements: &mut Judgements<'_>,
    trace: &mut TraceBuilder,
) {
    let conduct = state.conduct;
    let id = &conduct.id;
    let proposed = proposed(conduct, state.tier, bands);
    let ask = Ask::of(state.sanctioned.of(), Discretion::Category, state.methodology, step);
    let count = u8::try_from(bands.categories.len()).unwrap_or(u8::MAX);
    let number = judgements.category(&ask, count, proposed);
    if number.abs_diff(proposed) > 1 {
        judgements.warn(|| Warning::CategoryFar { choice: ask.id() });
    }
    let Some(category) = bands.categories.get(usize::from(number).saturating_sub(1)) else {
        debug_assert!(false, "the library checks that there are categories");
        return;
    };
    trace.leaf(|| {
        let mut node = judgements.node(&ask.key, id.figure("category"), Value::Named(category.id.clone()));
        node.children = provision_nodes(state, bands);
        node
    });
    trace.leaf(|| figure(state, category, "category_band", Value::MoneyRange(category.band)));
    trace.leaf(|| figure(state, category, "basic_amount", Value::Money(category.basic)));
    let band = Range { low: Amount::stated(category.band.low), high: Amount::stated(category.band.high) };
    let basic = Amount::stated(category.basic);
    state.amount = Spread { low: band.low, point: basic, high: band.high };
    state.starting = state.amount;
    state.band = Some(band);
    trace.collapse(|mut children| {
        children.extend(state.own_rates());
        let (figure, label) = (id.figure("starting_amount"), Label::Key("trace.starting_amount"));
        let value = Value::Money(state.shown(basic));
        TraceNode::step(figure, label, Operation::Lookup, value, children).citing(&step.source)
    });
}

/// The highest category among the provisions alleged; where none is known, the one
/// assumed for the tier. Counted from one.
pub(in crate::fine) fn proposed(conduct: &Conduct, tier: &Tier, bands: &CategoryBands) -> u8 {
    let place = |name: &str| bands.categories.iter().position(|category| category.id == name);
    let stands = |known: &&Infringement| known.displaced_by.is_none() && known.beside().is_none();
    let standing = conduct.infringements.iter().filter(stands);
    let known = standing.filter_map(|infringement| {
        let of = bands.provisions.iter().find(|of| of.provision == infringement.provision)?;
        place(&of.category)
    });
    let assumed = || bands.assumed.iter().find(|assumed| assumed.tier == tier.id);
    let place = known.max().or_else(|| assumed().and_then(|assumed| place(&assumed.category))).unwrap_or_default();
    u8::try_from(place + 1).unwrap_or(u8::MAX)
}

fn provision_nodes(state: &ConductState<'_>, bands: &CategoryBands) -> Vec<TraceNode> {
    let known = bands
        .provisions
        .iter()
        .filter(|of| state.conduct.infringements.iter().any(|infringement| infringement.provision == of.provision));
    let node = |of: &crate::law::CategoryOf| {
        let figure = state.conduct.id.figure(&format!("category.{}", of.provision));
        let label = Label::KeyWith("trace.category_of", Value::Provision(of.provision.clone()));
        TraceNode::parameter(figure, label, Value::Named(of.category.clone()), of.source.clone())
    };
    known.map(node).collect()
}

fn figure(state: &ConductState<'_>, category: &FineCategory, name: &'static str, value: Value) -> TraceNode {
    let key = if name == "basic_amount" { "trace.basic_amount" } else { "trace.category_band" };
    let label = Label::KeyWith(key, Value::Named(category.id.clone()));
    TraceNode::parameter(state.conduct.id.figure(name), label, value, category.source.clone())
}

/// Keeps an amount inside the band of its category, where there is one.
pub(super) fn kept(state: &ConductState<'_>, amount: Spread<Amount>) -> Spread<Amount> {
    match state.band {
        Some(band) => Spread { low: band.low, point: inside(amount.point, band, state.own), high: band.high },
        None => amount,
    }
}

/// The nearest amount inside a band.
pub(in crate::fine) fn inside(amount: Amount, band: Range<Amount>, own: Option<&OwnCurrency<'_>>) -> Amount {
    amount.greater(band.low, own).lesser(band.high, own)
}
