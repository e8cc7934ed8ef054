//! Amounts by provision: each decision in the row of every provision it found infringed.

use std::collections::BTreeMap;

use super::picture::{Anchor, Cells, Ink, Picture, Shape, Target};
use super::scale::Scale;
use super::{DRAWN, Shown, counted, median, short};
use crate::library::Library;
use crate::quantity::Money;

/// Height of a row, room at the left and above.
const ROW: f64 = 24.0;
const LEFT: f64 = 150.0;
const TOP: f64 = 28.0;
/// So many provisions are drawn, those found most.
const ROWS: usize = 24;

pub(super) fn picture(shown: &[Shown], library: &Library, width: f64) -> Picture {
    let text = &library.locale;
    let mut rows: BTreeMap<&str, Vec<(&Shown, Money)>> = BTreeMap::new();
    for (one, amount) in shown.iter().filter_map(|one| Some((one, one.amount?))) {
        for provision in &one.provisions {
            rows.entry(provision).or_default().push((one, amount));
        }
    }
    let mut rows: Vec<_> = rows.into_iter().collect();
    rows.sort_by_key(|(provision, of)| (std::cmp::Reverse(of.len()), *provision));
    let drawn = rows.len().min(ROWS);
    #[expect(clippy::cast_precision_loss, reason = "a few rows")]
    let height = TOP + ROW * drawn.max(1) as f64 + 10.0;
    let right = width - 40.0;
    let scale = Scale::around(rows.iter().take(ROWS).flat_map(|(_, of)| of.iter().map(|(_, a)| *a)), LEFT, right);
    let mut picture = Picture {
        size: (width, height),
        title: text.t("insight.provisions").to_owned(),
        shapes: Vec::new(),
        table: Cells::default(),
    };
    for (amount, x) in scale.steps() {
        picture.line(vec![(x, TOP - 6.0), (x, height - 8.0)], Ink::Hairline, 1.0);
        picture.words((x, 10.0), text.short(amount), Ink::Second, Anchor::Middle);
    }
    let heads = ["facet.provision", "insight.fines", "insight.lowest", "insight.median", "insight.highest"];
    picture.table.heads = heads.map(|key| text.t(key).to_owned()).to_vec();
    let mut left = DRAWN;
    for (place, (provision, of)) in rows.iter().enumerate() {
        let amounts = || of.iter().map(|(_, amount)| *amount);
        let middle_one = median(amounts().collect());
        if place < ROWS {
            #[expect(clippy::cast_precision_loss, reason = "a few rows")]
            let middle = TOP + ROW * (place as f64 + 0.5);
            picture.words((LEFT - 8.0, middle), short(&text.article(provision), 22), Ink::Ink, Anchor::End);
            picture.line(vec![(LEFT, middle), (right, middle)], Ink::Hairline, 1.0);
            for (one, amount) in of.iter().take(left) {
                picture.shapes.push(Shape::Dot {
                    at: (scale.at(*amount), middle),
                    radius: 4.0,
                    target: Target::Decision(one.id.clone()),
                    told: one.told.clone(),
                });
            }
            left = left.saturating_sub(of.len());
            if let Some(x) = middle_one.map(|amount| scale.at(amount)) {
                picture.line(vec![(x, middle - 9.0), (x, middle + 9.0)], Ink::Ink, 2.0);
            }
        }
        let lowest = amounts().reduce(Money::min);
        let highest = amounts().reduce(Money::max);
        let mut words = vec![text.article(provision), counted(library, of.len())];
        words.extend([lowest, middle_one, highest].map(|of| of.map_or_else(String::new, |of| text.money(of))));
        picture.table.rows.push((None, words));
    }
    picture
}
