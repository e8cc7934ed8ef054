//! Which entries what was typed finds, and in which order.

use crate::law::vocabulary::folded;

/// Something that can be picked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What is stored.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What stands at the right of it.
    pub aside: String,
    /// The part of the list it stands in where nothing is looked for.
    pub part: u8,
    /// What it is found by, folded: its id, its name, other words.
    finds: Vec<String>,
}

impl Item {
    /// An entry found by its id, its name and what stands beside it.
    pub fn new(id: impl Into<String>, name: impl Into<String>, aside: impl Into<String>) -> Self {
        let (id, name, aside) = (id.into(), name.into(), aside.into());
        let finds = vec![folded(&id), folded(&name), folded(&aside)];
        Self { id, name, aside, part: 0, finds }
    }

    /// Found by further words, too.
    #[must_use]
    pub fn also<'a>(mut self, words: impl IntoIterator<Item = &'a str>) -> Self {
        self.finds.extend(words.into_iter().map(folded));
        self
    }

    /// In a later part of the list.
    #[must_use]
    pub fn in_part(mut self, part: u8) -> Self {
        self.part = part;
        self
    }

    /// How well it answers to what was typed (folded), the best first; `None` if not at all.
    fn rank(&self, words: &str) -> Option<u8> {
        let found = words.split(' ').all(|word| self.finds.iter().any(|text| text.contains(word)));
        if !found {
            return None;
        }
        let begins = |text: &String| text.starts_with(words);
        let inside = |text: &String| text.split([' ', '-', '/', '(']).any(|word| word.starts_with(words));
        Some(match self.finds.as_slice() {
            [id, ..] if id == words => 0,
            [_, name, ..] if begins(name) => 1,
            [_, name, ..] if inside(name) => 2,
            all if all.iter().any(|text| text == words) => 3,
            all if all.iter().any(inside) => 4,
            _ => 5,
        })
    }

    /// Whether it is meant by exactly this.
    pub(super) fn is_named(&self, words: &str) -> bool {
        let words = folded(words);
        self.finds.iter().take(2).any(|text| *text == words)
    }
}

/// A row of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Row {
    /// The entry at this place.
    Item(usize),
    /// A line between two parts.
    Line,
}

/// The rows for what was typed, with how many entries answer to it. Where nothing is typed what was
/// chosen when the list was opened (`top`) stands first; otherwise what of `kept` does not answer
/// stands at the foot.
pub(super) fn rows(items: &[Item], words: &str, top: &[String], kept: &[String]) -> (Vec<Row>, usize) {
    let words = folded(words);
    let mut parts: Vec<Vec<usize>> = Vec::new();
    let shown;
    if words.is_empty() {
        let (first, rest): (Vec<usize>, Vec<usize>) =
            (0..items.len()).partition(|index| items.get(*index).is_some_and(|item| top.contains(&item.id)));
        parts.push(first);
        let last = items.iter().map(|item| item.part).max().unwrap_or_default();
        for part in 0..=last {
            let of_part = |index: &usize| items.get(*index).is_some_and(|item| item.part == part);
            parts.push(rest.iter().copied().filter(of_part).collect());
        }
        shown = items.len();
    } else {
        let ranked = items.iter().enumerate().filter_map(|(index, item)| Some((item.rank(&words)?, item.part, index)));
        let mut found: Vec<(u8, u8, usize)> = ranked.collect();
        found.sort_unstable();
        shown = found.len();
        let found: Vec<usize> = found.into_iter().map(|(_, _, index)| index).collect();
        let other =
            |index: &usize| !found.contains(index) && items.get(*index).is_some_and(|item| kept.contains(&item.id));
        let others = (0..items.len()).filter(other).collect();
        parts.extend([found, others]);
    }
    let mut rows = Vec::new();
    for part in parts.into_iter().filter(|part| !part.is_empty()) {
        if !rows.is_empty() {
            rows.push(Row::Line);
        }
        rows.extend(part.into_iter().map(Row::Item));
    }
    (rows, shown)
}

/// The part of a name, in bytes, that what was typed stands for.
pub(super) fn highlight(name: &str, words: &str) -> Option<std::ops::Range<usize>> {
    let words = folded(words);
    if words.is_empty() {
        return None;
    }
    let ends = |from: usize| {
        let rest = name.get(from..)?;
        let lengths = rest.char_indices().map(|(at, letter)| at + letter.len_utf8());
        lengths.into_iter().find(|length| rest.get(..*length).is_some_and(|head| folded(head) == words))
    };
    name.char_indices().find_map(|(from, letter)| {
        if letter.is_whitespace() {
            return None;
        }
        ends(from).map(|length| from..from + length)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn items() -> Vec<Item> {
        vec![
            Item::new("AT", "Austria", "GDPR · DSB").also(["Österreich"]),
            Item::new("HU", "Hungary", "GDPR · NAIH"),
            Item::new("SE", "Sweden", "GDPR · IMY"),
            Item::new("RS", "Serbia", "").in_part(1),
            Item::new("GB", "United Kingdom", "UK GDPR · ICO"),
            Item::new("US", "United States", "").in_part(1),
        ]
    }

    fn found(words: &str) -> Vec<String> {
        let items = items();
        let (rows, _) = rows(&items, words, &[], &[]);
        rows.into_iter()
            .filter_map(|row| if let Row::Item(index) = row { Some(items[index].id.clone()) } else { None })
            .collect()
    }

    #[test]
    fn names_codes_and_authorities_find_an_entry_the_best_first() {
        assert_eq!(found("se"), ["SE", "RS"], "the code before a name that begins so");
        assert_eq!(found("naih"), ["HU"]);
        assert_eq!(found("UN"), ["GB", "US", "HU"]);
        assert_eq!(found("osterr"), ["AT"]);
        assert_eq!(found("kingdom united"), ["GB"]);
        assert!(found("atlantis").is_empty());
    }

    #[test]
    fn what_is_chosen_stays_in_sight() {
        let items = items();
        let france = ["SE".to_owned()];
        let (all, count) = rows(&items, "", &france, &france);
        assert_eq!(all.first(), Some(&Row::Item(2)));
        assert_eq!((all.get(1), count), (Some(&Row::Line), 6));
        let (some, count) = rows(&items, "hun", &france, &france);
        assert_eq!((some, count), (vec![Row::Item(1), Row::Line, Row::Item(2)], 1));
    }

    #[test]
    fn what_was_typed_is_shown_in_the_name() {
        assert_eq!(highlight("Hungary", "un"), Some(1..3));
        assert_eq!(highlight("Türkiye", "turk"), Some(0..5));
        assert_eq!(highlight("Austria", "naih"), None);
        assert_eq!(highlight("Austria", ""), None);
    }
}
