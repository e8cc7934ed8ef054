//! The figures that stand in the strip, on its axis and where it is folded away: the same
//! figure says the same everywhere.

use super::Figure;
use crate::gui::command::Explained;
use crate::gui::{Command, View};
use crate::headline::{Estimate, Headline};
use crate::precedents::Decision;
use crate::quantity::Money;
use crate::trace::Value;

/// The headline: the median of method and practice together.
pub(in crate::gui::panels) fn median(view: &View<'_>, headline: &Headline) -> Figure {
    let copied = view.text.rough_money(headline.both.median);
    Figure::new(view, "estimate.median", copied, Command::Explain(Explained::Headline))
}

/// The eight outcomes of ten in the middle of method and practice together.
pub(in crate::gui::panels) fn most(view: &View<'_>, headline: &Headline) -> Figure {
    let copied = view.text.rough_range(headline.both.most);
    Figure::new(view, "figure.most", copied, Command::Explain(Explained::Headline))
}

/// The probability of a fine in words; nothing where none is estimated.
pub(in crate::gui::panels) fn chance(view: &View<'_>, headline: &Headline) -> Option<(String, Figure)> {
    let words = view.text.fill("headline.percent", &[("percent", &headline.chance?.percent.to_string())]);
    let figure = Figure::new(view, "figure.chance", words.clone(), Command::Explain(Explained::Chance));
    Some((words, figure))
}

/// The drawn outcomes of the method.
pub(in crate::gui::panels) fn method(view: &View<'_>, headline: &Headline) -> Figure {
    let copied = view.text.rough_range(headline.method.most);
    Figure::new(view, "figure.middle", copied, Command::Explain(Explained::Middle))
}

/// What authorities imposed in like matters.
pub(in crate::gui::panels) fn practice<'v>(view: &View<'_>, headline: &'v Headline) -> Option<(&'v Estimate, Figure)> {
    let practice = headline.practice.as_ref()?;
    let copied = view.text.rough_range(practice.most);
    Some((practice, Figure::new(view, "figure.practice", copied, Command::Explain(Explained::Practice))))
}

/// The fine by the method.
pub(super) fn fine(view: &View<'_>) -> Figure {
    let amount = view.analysis.calculation.fine.point;
    Figure::traced(view, "figure.fine", view.text.money(amount), "fine")
}

/// The legal maximum: of the only conduct, or the sum of those of several.
pub(super) fn maximum(view: &View<'_>) -> Figure {
    let copied = super::maximum(view, |amount| view.text.money(amount));
    match view.analysis.calculation.conducts.as_slice() {
        [fine] => {
            let name = fine.conduct.figure("legal_maximum");
            Figure::traced(view, "figure.conduct_maximum", copied, name.as_str())
        }
        _ => Figure::new(view, "figure.maximum", copied, Command::Explain(Explained::Maximum)),
    }
}

/// The maximum of the procedure chosen.
pub(super) fn procedure(view: &View<'_>, cap: Money) -> Figure {
    let mut name = None;
    if let Some(trace) = &view.analysis.calculation.trace {
        trace.walk(&mut |node, _| {
            if node.id.as_str().starts_with("matter.procedure.") && node.value == Value::Money(cap) {
                name = Some(node.id.to_string());
            }
        });
    }
    Figure::traced(view, "figure.procedure", view.text.money(cap), name.as_deref().unwrap_or_default())
}

/// What was decided on these facts.
pub(in crate::gui::panels) fn decided(view: &View<'_>, decision: &Decision, amount: Money) -> Figure {
    let why = Command::ShowDecision(decision.id.clone());
    Figure::new(view, "strip.decided.note", view.text.money(amount), why)
}
