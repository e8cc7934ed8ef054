//! Fine or no fine, by country and provision, with counts.

use std::collections::BTreeMap;

use super::picture::{Anchor, Cells, Ink, Picture, Shape, Target};
use super::{Shown, counted, short};
use crate::library::Library;

/// Height of a row, room at the left and above.
const ROW: f64 = 24.0;
const LEFT: f64 = 130.0;
const TOP: f64 = 26.0;
/// The least width of a column.
const COLUMN: f64 = 62.0;

/// How often there was a fine, and of how many.
type Count = (usize, usize);

pub(super) fn picture(shown: &[Shown], library: &Library, width: f64) -> Picture {
    let text = &library.locale;
    let mut fields: BTreeMap<(&str, &str), Count> = BTreeMap::new();
    let (mut countries, mut provisions) = (BTreeMap::<&str, usize>::new(), BTreeMap::<&str, usize>::new());
    for (one, fined) in shown.iter().filter_map(|one| Some((one, one.fined?))) {
        *countries.entry(&one.country).or_default() += 1;
        for provision in &one.provisions {
            *provisions.entry(provision).or_default() += 1;
            let field = fields.entry((&one.country, provision)).or_default();
            field.0 += usize::from(fined);
            field.1 += 1;
        }
    }
    let (countries, provisions) = (most_first(countries), most_first(provisions));
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count of columns")]
    let columns = (((width - LEFT) / COLUMN).floor().max(1.0) as usize).min(provisions.len().max(1));
    #[expect(clippy::cast_precision_loss, reason = "a few columns and rows")]
    let (column, height) = ((width - LEFT) / columns as f64, TOP + ROW * countries.len().max(1) as f64 + 6.0);
    let mut picture = Picture {
        size: (width, height),
        title: text.t("insight.outcomes").to_owned(),
        shapes: Vec::new(),
        table: Cells::default(),
    };
    #[expect(clippy::cast_precision_loss, reason = "a few columns")]
    let x = |place: usize| LEFT + column * place as f64;
    for (place, provision) in provisions.iter().take(columns).enumerate() {
        picture.words((x(place) + column / 2.0, 10.0), text.article(provision), Ink::Second, Anchor::Middle);
    }
    for (row, country) in countries.iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "a few rows")]
        let top = TOP + ROW * row as f64;
        let name = named(country, library);
        picture.words((LEFT - 8.0, top + ROW / 2.0), short(&name, 19), Ink::Ink, Anchor::End);
        picture.line(vec![(LEFT, top + ROW), (width, top + ROW)], Ink::Hairline, 1.0);
        for (place, provision) in provisions.iter().take(columns).enumerate() {
            let Some((fined, of)) = fields.get(&(*country, *provision)) else { continue };
            let (fined_words, of_words) = (counted(library, *fined), counted(library, *of));
            let article = text.article(provision);
            let names =
                [("country", name.as_str()), ("provision", &article), ("fined", &fined_words), ("of", &of_words)];
            #[expect(clippy::cast_precision_loss, reason = "a share of a width")]
            let share = *fined as f64 / (*of).max(1) as f64;
            picture.shapes.push(Shape::Field {
                at: (x(place) + 1.0, top + 1.0),
                size: (column - 2.0, ROW - 2.0),
                share,
                words: text.fill("insight.of", &[("fined", &fined_words), ("of", &of_words)]),
                target: Target::Cell { country: (*country).to_owned(), provision: (*provision).to_owned() },
                told: text.fill("insight.field", &names),
            });
        }
    }
    let heads = ["facet.country", "facet.provision", "insight.fined", "insight.not_fined"];
    picture.table.heads = heads.map(|key| text.t(key).to_owned()).to_vec();
    for country in &countries {
        for provision in &provisions {
            let Some((fined, of)) = fields.get(&(*country, *provision)) else { continue };
            let counts = [*fined, of - fined].map(|count| counted(library, count));
            let words = [named(country, library), text.article(provision)].into_iter().chain(counts).collect();
            picture.table.rows.push((None, words));
        }
    }
    picture
}

fn most_first(counts: BTreeMap<&str, usize>) -> Vec<&str> {
    let mut all: Vec<(&str, usize)> = counts.into_iter().collect();
    all.sort_by_key(|(name, count)| (std::cmp::Reverse(*count), *name));
    all.into_iter().map(|(name, _)| name).collect()
}

fn named(country: &str, library: &Library) -> String {
    library.law.vocabulary.countries.get(country).map_or_else(|| country.to_owned(), |known| known.name.clone())
}
