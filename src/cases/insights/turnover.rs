//! Amounts against turnover on logarithmic axes, with the maxima of the law drawn in.

use super::picture::{Anchor, Cells, Ink, Picture, Shape, Target};
use super::scale::Scale;
use super::{DRAWN, Shown};
use crate::law::Tier;
use crate::library::Library;
use crate::quantity::{Currency, Money, Rate, Rounding};

/// Height of the picture.
const HEIGHT: f64 = 380.0;
/// Room for the labels at the left, right, above and below.
const MARGINS: (f64, f64, f64, f64) = (64.0, 24.0, 14.0, 44.0);

/// A maximum: what it is called, the fixed amount and the share of the turnover.
type Maximum = (String, Money, Rate);

pub(super) fn picture(shown: &[Shown], library: &Library, width: f64) -> Picture {
    let text = &library.locale;
    let both = || shown.iter().filter_map(|one| Some((one, one.turnover?, one.amount?)));
    let (left, right, top, below) = MARGINS;
    let (right, bottom) = (width - right, HEIGHT - below);
    let maxima = maxima(library);
    let across = Scale::around(both().map(|(_, turnover, _)| turnover), left, right);
    let (least, most) = across.ends();
    // The fixed maxima are in sight wherever the decisions lie.
    let fixed = maxima.iter().map(|(_, fixed, _)| *fixed);
    let up = Scale::around(both().map(|(_, _, amount)| amount).chain(fixed), bottom, top);
    let mut picture = Picture {
        size: (width, HEIGHT),
        title: text.t("insight.turnover").to_owned(),
        shapes: Vec::new(),
        table: Cells::default(),
    };
    for (amount, x) in across.steps() {
        picture.line(vec![(x, top), (x, bottom)], Ink::Hairline, 1.0);
        picture.words((x, bottom + 12.0), text.short(amount), Ink::Second, Anchor::Middle);
    }
    for (amount, y) in up.steps() {
        picture.line(vec![(left, y), (right, y)], Ink::Hairline, 1.0);
        picture.words((left - 6.0, y), text.short(amount), Ink::Second, Anchor::End);
    }
    picture.words(
        (f64::midpoint(left, right), HEIGHT - 10.0),
        text.t("insight.turnover_axis"),
        Ink::Second,
        Anchor::Middle,
    );
    let (_, highest) = up.ends();
    for (name, fixed, share) in &maxima {
        // Flat up to the turnover at which the share overtakes the fixed amount, and from there on straight.
        let turn = turning(*fixed, *share);
        let mut points = vec![(left, up.at(least.share(*share, Rounding::HalfUp).max(*fixed)))];
        if turn.is_less_than(most) && least.is_less_than(turn) {
            points.push((across.at(turn), up.at(*fixed)));
        }
        let end = most.share(*share, Rounding::HalfUp).max(*fixed);
        let (mut x, mut y) = (right, up.at(end));
        if highest.is_less_than(end) {
            // It leaves the picture at its upper edge.
            x = across.at(turning(highest, *share));
            y = top;
        }
        points.push((x, y));
        picture.line(points, Ink::Serious, 1.5);
        // Where the lines are flat there is room: above the highest, below the others.
        let is_highest = maxima.iter().all(|(_, other, _)| !fixed.is_less_than(*other));
        let beside = up.at(least.share(*share, Rounding::HalfUp).max(*fixed)) + if is_highest { -9.0 } else { 10.0 };
        picture.words((left + 6.0, beside), name, Ink::Serious, Anchor::Start);
    }
    for (one, turnover, amount) in both().take(DRAWN) {
        let at = (across.at(turnover), up.at(amount));
        let target = Target::Decision(one.id.clone());
        let names = [("decision", one.told.as_str()), ("turnover", &text.money(turnover))];
        let told = text.fill("insight.with_turnover", &names);
        picture.shapes.push(Shape::Dot { at, radius: 4.5, target, told });
    }
    let heads = ["decisions.controller", "decisions.date", "decisions.turnover", "decisions.amount", "insight.share"];
    picture.table.heads = heads.map(|key| text.t(key).to_owned()).to_vec();
    let mut rows: Vec<_> = both().collect();
    rows.sort_by_key(|(_, turnover, _)| std::cmp::Reverse(turnover.minor()));
    for (one, turnover, amount) in rows {
        let share = amount.as_share_of(turnover, Rounding::HalfUp).map_or_else(String::new, |share| text.rate(share));
        let words =
            vec![one.controller.clone(), one.decided.to_string(), text.money(turnover), text.money(amount), share];
        picture.table.rows.push((Some(one.id.clone()), words));
    }
    picture
}

/// The maxima in euro that follow turnover, as the law in the data has them on the day of the data; each once.
fn maxima(library: &Library) -> Vec<Maximum> {
    let day = library.law.rates.retrieved;
    let of = |tier: &Tier| {
        let fixed = tier.static_cap.on(day)?.value;
        let share = tier.dynamic_cap.as_ref()?.on(day)?.value;
        Some((library.locale.article(tier.id.as_str()), fixed, share))
    };
    let tiers = library.law.frameworks.iter().flat_map(|framework| &framework.tiers);
    let mut found: Vec<Maximum> = Vec::new();
    for maximum in tiers.filter_map(of).filter(|(_, fixed, _)| fixed.currency() == Currency::EUR) {
        if !found.iter().any(|(_, fixed, share)| (*fixed, *share) == (maximum.1, maximum.2)) {
            found.push(maximum);
        }
    }
    found
}

/// The turnover of which this share is this amount.
fn turning(amount: Money, share: Rate) -> Money {
    let hundred = Money::from_major(1_000_000, amount.currency()).share(share, Rounding::HalfUp);
    let whole = i128::from(amount.minor()) * 100_000_000;
    let turn = whole.checked_div(i128::from(hundred.minor())).and_then(|minor| i64::try_from(minor).ok());
    turn.map_or(amount, |minor| Money::from_minor(minor, amount.currency()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_maxima_are_those_of_the_law_and_turn_where_the_share_overtakes() {
        let library = Library::embedded().unwrap();
        let maxima = maxima(&library);
        let gdpr = library.law.frameworks.iter().find(|known| known.id == "gdpr").unwrap();
        assert_eq!(maxima.len(), 2, "two classes, whatever provisions name them");
        for (tier, (_, fixed, share)) in gdpr.tiers.iter().zip(&maxima) {
            assert_eq!(Some(*fixed), tier.static_cap.values.last().map(|dated| dated.value));
            assert_eq!(Some(*share), tier.dynamic_cap.as_ref().and_then(|cap| cap.values.last()).map(|cap| cap.value));
            let turn = turning(*fixed, *share);
            assert_eq!(turn.share(*share, Rounding::HalfUp), *fixed);
        }
    }
}
