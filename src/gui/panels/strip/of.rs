//! The figures that stand in the strip, on its axis and where it is folded away: the same
//! figure says the same everywhere.

use super::Figure;
use crate::gui::command::Explained;
use crate::gui::{Command, View};
use crate::precedents::Decision;
use crate::quantity::Money;
use crate::trace::Value;

/// The median of the estimate.
pub(super) fn median(view: &View<'_>, amount: Money) -> Figure {
    let why = Command::Explain(Explained::Percentile(50));
    Figure::new(view, "estimate.median", view.text.rough_money(amount), why)
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
