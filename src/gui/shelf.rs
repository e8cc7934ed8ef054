//! The library of decisions in the window: what is looked for, in which order, and which
//! records were read.

use std::path::PathBuf;
use std::sync::Arc;

use super::own::OwnWish;
use crate::cases::{self, Cases, Facet, Insight, Listing, Shown, Sort, Wanted};
use crate::library::Library;

/// A wish about the library of decisions.
#[derive(Debug, Clone, PartialEq)]
pub enum ShelfWish {
    /// Look for these words.
    Words(String),
    /// Choose a value of a facet, or no longer.
    Toggle(Facet, String),
    /// Choose nothing of any facet.
    ClearChosen,
    /// Sort by a column; where it is sorted by that, the other way round.
    Sort(Sort),
    /// Show amounts at the prices of the last year in the data, or as they were.
    Prices(bool),
    /// Back to the page read before.
    Back,
    /// And on again.
    Forward,
    /// Ask where, and write what is listed as a table.
    Export,
    /// Write it here.
    ExportTo(PathBuf),
    /// Show what is listed as a picture, or as a table again.
    Insight(Option<Insight>),
    /// Ask where, and write the picture.
    Picture(Insight),
    /// Write it here.
    PictureTo(PathBuf, Insight),
    /// Something about the user's own decisions.
    Own(OwnWish),
}

/// What is listed and read.
#[derive(Default)]
pub(super) struct Shelf {
    /// The decisions made ready, with the library they are of.
    ready: Option<(&'static Library, Arc<Cases>)>,
    pub(super) wanted: Wanted,
    /// What that came to, of the library it was found in.
    listing: Option<(Wanted, Listing)>,
    /// The picture shown in place of the table.
    pub(super) insight: Option<Insight>,
    /// What the pictures show, of which list and at which prices.
    shown: Option<(Wanted, bool, Vec<Shown>)>,
    /// Whether amounts are shown at the prices of the last year in the data.
    pub(super) prices: bool,
    /// The pages read, the list being `None`, and the place among them.
    trail: Vec<Option<String>>,
    at: usize,
    /// Why nothing can be searched.
    pub(super) problem: Option<String>,
}

impl Shelf {
    /// The record being read; `None` for the list.
    pub(super) fn decision(&self) -> Option<&str> {
        self.trail.get(self.at)?.as_deref()
    }

    /// Opens a record, or the list.
    pub(super) fn open(&mut self, page: Option<String>) {
        if self.trail.is_empty() {
            self.trail.push(None);
        }
        if self.trail.get(self.at) == Some(&page) {
            return;
        }
        self.trail.truncate(self.at + 1);
        self.trail.push(page);
        self.at = self.trail.len() - 1;
    }

    /// Whether there is a page to go back to, and one to go on to.
    pub(super) fn ways(&self) -> (bool, bool) {
        (self.at > 0, self.at + 1 < self.trail.len())
    }

    /// Goes back or on.
    pub(super) fn step(&mut self, forward: bool) {
        match (self.ways(), forward) {
            ((true, _), false) => self.at -= 1,
            ((_, true), true) => self.at += 1,
            _ => {}
        }
    }

    /// Whether the decisions of this library are ready.
    pub(super) fn is_ready(&self, library: &'static Library) -> bool {
        self.ready.as_ref().is_some_and(|(of, _)| std::ptr::eq(*of, library))
    }

    /// Takes the decisions of a library.
    pub(super) fn take(&mut self, library: &'static Library, cases: Arc<Cases>) {
        self.ready = Some((library, cases));
        self.listing = None;
        self.shown = None;
    }

    /// What is listed of this library: brought up to what is wanted.
    pub(super) fn refresh(&mut self, library: &'static Library) {
        if !self.is_ready(library) {
            self.listing = None;
            self.shown = None;
            return;
        }
        self.list();
        self.show(library);
    }

    /// Brings up what the pictures show, while one is shown.
    fn show(&mut self, library: &'static Library) {
        let Some((wanted, listing)) = self.listing.as_ref().filter(|_| self.insight.is_some()) else { return };
        let is_current = |(of, prices, _): &(Wanted, bool, Vec<Shown>)| of == wanted && *prices == self.prices;
        if !self.shown.as_ref().is_some_and(is_current) {
            let shown = cases::shown(library, &listing.records, self.prices);
            self.shown = Some((wanted.clone(), self.prices, shown));
        }
    }

    /// What the pictures show.
    pub(super) fn shown(&self) -> Option<&[Shown]> {
        self.shown.as_ref().map(|(.., shown)| shown.as_slice())
    }

    fn list(&mut self) {
        if self.listing.as_ref().is_some_and(|(of, _)| *of == self.wanted) {
            return;
        }
        let Some((_, cases)) = &self.ready else { return };
        match cases.list(&self.wanted) {
            Ok(listing) => {
                self.listing = Some((self.wanted.clone(), listing));
                self.problem = None;
            }
            Err(error) => self.problem = Some(error.to_string()),
        }
    }

    /// What is listed; `None` until the decisions are ready.
    pub(super) fn listing(&self) -> Option<&Listing> {
        self.listing.as_ref().map(|(_, listing)| listing)
    }

    /// Carries out what needs nothing but the shelf.
    pub(super) fn wish(&mut self, wish: ShelfWish) {
        match wish {
            ShelfWish::Words(words) => self.wanted.words = words,
            ShelfWish::Toggle(facet, value) => {
                let values = self.wanted.chosen.entry(facet).or_default();
                if !values.remove(&value) {
                    values.insert(value);
                }
                self.wanted.chosen.retain(|_, values| !values.is_empty());
            }
            ShelfWish::ClearChosen => self.wanted.chosen.clear(),
            ShelfWish::Sort(sort) => {
                self.wanted.sort = match self.wanted.sort {
                    Some((known, high)) if known == sort => Some((sort, !high)),
                    _ => Some((sort, sort.begins_high())),
                };
            }
            ShelfWish::Prices(on) => self.prices = on,
            ShelfWish::Back => self.step(false),
            ShelfWish::Forward => self.step(true),
            ShelfWish::Insight(insight) => self.insight = insight,
            ShelfWish::Export
            | ShelfWish::ExportTo(_)
            | ShelfWish::Picture(_)
            | ShelfWish::PictureTo(..)
            | ShelfWish::Own(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Shelf, ShelfWish};
    use crate::cases::Sort;

    #[test]
    fn the_pages_read_are_gone_back_to_and_on() {
        let mut shelf = Shelf::default();
        assert_eq!((shelf.decision(), shelf.ways()), (None, (false, false)));
        shelf.open(Some("a".to_owned()));
        shelf.open(Some("b".to_owned()));
        assert_eq!(shelf.decision(), Some("b"));
        shelf.wish(ShelfWish::Back);
        assert_eq!((shelf.decision(), shelf.ways()), (Some("a"), (true, true)));
        shelf.wish(ShelfWish::Back);
        assert_eq!((shelf.decision(), shelf.ways()), (None, (false, true)));
        shelf.wish(ShelfWish::Back);
        shelf.wish(ShelfWish::Forward);
        assert_eq!(shelf.decision(), Some("a"));
        // What is opened from here takes the place of what came after.
        shelf.open(Some("c".to_owned()));
        assert_eq!(shelf.ways(), (true, false));
        shelf.wish(ShelfWish::Back);
        assert_eq!(shelf.decision(), Some("a"));
    }

    #[test]
    fn a_column_sorts_its_usual_way_first_and_then_the_other() {
        let mut shelf = Shelf::default();
        for (sort, high) in
            [(Sort::Amount, true), (Sort::Amount, false), (Sort::Controller, false), (Sort::Controller, true)]
        {
            shelf.wish(ShelfWish::Sort(sort));
            assert_eq!(shelf.wanted.sort, Some((sort, high)));
        }
    }
}
