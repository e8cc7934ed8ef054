//! Amounts by authority and year: each decision in the row of its authority at its day, the larger the amount.

use std::collections::BTreeMap;

use super::picture::{Anchor, Cells, Ink, Picture, Shape, Target};
use super::{DRAWN, Shown, counted, median, short};
use crate::library::Library;
use crate::quantity::Money;

/// Height of a row, room at the left, above.
const ROW: f64 = 26.0;
const LEFT: f64 = 150.0;
const TOP: f64 = 28.0;
/// So many authorities are drawn, those with most decisions.
const ROWS: usize = 24;

pub(super) fn picture(shown: &[Shown], library: &Library, width: f64) -> Picture {
    let text = &library.locale;
    let fined: Vec<(&Shown, Money)> = shown.iter().filter_map(|one| Some((one, one.amount?))).collect();
    let mut rows: BTreeMap<&str, Vec<(&Shown, Money)>> = BTreeMap::new();
    for (one, amount) in &fined {
        rows.entry(&one.authority).or_default().push((*one, *amount));
    }
    let mut rows: Vec<_> = rows.into_iter().collect();
    rows.sort_by_key(|(id, of)| (std::cmp::Reverse(of.len()), *id));
    let years = || fined.iter().map(|(one, _)| one.decided.year());
    let (first, last) = (years().min().unwrap_or(2018), years().max().unwrap_or(2018));
    let drawn = rows.len().min(ROWS);
    #[expect(clippy::cast_precision_loss, reason = "a few rows")]
    let height = TOP + ROW * drawn.max(1) as f64 + 10.0;
    let mut picture = Picture {
        size: (width, height),
        title: text.t("insight.authorities").to_owned(),
        shapes: Vec::new(),
        table: Cells::default(),
    };
    let right = width - 14.0;
    let at = |year: f64| LEFT + (year - f64::from(first)) / f64::from(last - first + 1) * (right - LEFT);
    for year in first..=last {
        let x = at(f64::from(year));
        picture.line(vec![(x, TOP - 6.0), (x, height - 8.0)], Ink::Hairline, 1.0);
        picture.words((at(f64::from(year) + 0.5), 10.0), year.to_string(), Ink::Second, Anchor::Middle);
    }
    let mut left = DRAWN;
    for (place, (id, of)) in rows.iter().take(ROWS).enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "a few rows")]
        let middle = TOP + ROW * (place as f64 + 0.5);
        let name = library.law.vocabulary.authorities.get(id).map_or(*id, |known| &known.short);
        picture.words((LEFT - 8.0, middle), short(name, 22), Ink::Ink, Anchor::End);
        picture.line(vec![(LEFT, middle), (right, middle)], Ink::Hairline, 1.0);
        for (one, amount) in of.iter().take(left) {
            let day = f64::from(one.decided.year()) + (f64::from(one.decided.day_of_year()) - 1.0) / 366.0;
            picture.shapes.push(Shape::Dot {
                at: (at(day), middle),
                radius: radius(*amount),
                target: Target::Decision(one.id.clone()),
                told: one.told.clone(),
            });
        }
        left = left.saturating_sub(of.len());
    }
    let heads =
        ["facet.authority", "facet.year", "insight.fines", "insight.median", "insight.highest", "insight.total"];
    picture.table.heads = heads.map(|key| text.t(key).to_owned()).to_vec();
    for (id, of) in &rows {
        let mut by_year: BTreeMap<i16, Vec<Money>> = BTreeMap::new();
        for (one, amount) in of {
            by_year.entry(one.decided.year()).or_default().push(*amount);
        }
        let name = library.law.vocabulary.authorities.get(id).map_or(*id, |known| &known.short);
        for (year, amounts) in by_year {
            let mut words = vec![name.to_owned(), year.to_string(), counted(library, amounts.len())];
            let total = amounts.iter().copied().reduce(|sum, amount| sum.checked_add(amount).unwrap_or(sum));
            let highest = amounts.iter().copied().reduce(Money::max);
            words.extend([median(amounts), highest, total].map(|of| of.map_or_else(String::new, |of| text.money(of))));
            picture.table.rows.push((None, words));
        }
    }
    picture
}

/// Two points at EUR 1,000 and below, and one and a half more at each further power of ten.
#[expect(clippy::cast_precision_loss, reason = "the size of a dot")]
fn radius(amount: Money) -> f64 {
    (2.0 + 1.5 * (libm::log10(amount.major().max(1) as f64) - 3.0)).clamp(2.0, 12.0)
}
