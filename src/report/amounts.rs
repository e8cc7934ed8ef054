//! Amounts in words: a figure that is a range as such; the amount of a decided case as it may
//! be shown, what stands today before what was imposed.

use crate::fine::Spread;
use crate::locale::Locale;
use crate::precedents::{Appeal, Decision};
use crate::quantity::Money;

/// A figure that depends on a turnover not known: from the least to the most it may be,
/// with what was taken; one amount where it is known.
pub fn between(figure: Spread<Money>, written: impl Fn(Money) -> String, text: &Locale) -> String {
    if figure.low == figure.high {
        return written(figure.point);
    }
    let [point, low, high] = [figure.point, figure.low, figure.high].map(written);
    text.fill("amount.between", &[("point", &point), ("low", &low), ("high", &high)])
}

/// Who was sanctioned, with a mark where the record is the user's own.
pub fn controller(decision: &Decision, text: &Locale) -> String {
    if decision.own {
        text.fill("decisions.own_named", &[("name", &decision.controller)])
    } else {
        decision.controller.clone()
    }
}

/// The amount that stands today, alone: for a column of amounts.
pub fn standing_amount(decision: &Decision, text: &Locale) -> String {
    match (decision.standing_amount(), &decision.appeal) {
        (_, Appeal::Annulled { .. }) => text.t("decision.annulled_short").to_owned(),
        (Some(amount), _) => text.money(amount),
        (None, _) => text.t(decision.outcome.key()).to_owned(),
    }
}

/// The amount that stands, with what was imposed where a court changed it; the measure
/// where none was fined.
pub fn amount_in_words(decision: &Decision, text: &Locale) -> String {
    let Some(fine) = decision.fine else {
        return text.t(decision.outcome.key()).to_owned();
    };
    let fine = text.money(fine);
    match &decision.appeal {
        Appeal::Reduced { amount, .. } => {
            text.fill("decision.reduced", &[("fine", &fine), ("amount", &text.money(*amount))])
        }
        Appeal::Annulled { .. } => text.fill("decision.annulled", &[("fine", &fine)]),
        Appeal::Unknown | Appeal::NotAppealed | Appeal::Pending | Appeal::Upheld => fine,
    }
}
