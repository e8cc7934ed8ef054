//! Which decided cases were asked for: search, facets, order, and the selection as a table.
//!
//! A record is named by its place in [`Library::decisions`](crate::library::Library): what is
//! kept out of a library (while a workshop runs) is in none of this.

mod export;
mod facets;
mod index;
mod insights;
mod order;
mod query;
mod record;
mod words;

use std::collections::BTreeMap;

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::Column;
use tantivy::{DocId, Score, SegmentOrdinal, SegmentReader};

use crate::library::Library;
use crate::precedents::Decision;
use crate::quantity::Money;

pub use export::{Row, TableError, TableFormat, rows, write};
pub use facets::{Chosen, Counts, Facet};
pub use index::{CaseIndex, SearchError};
pub use insights::{Anchor, Cells, DRAWN, Ink, Insight, Picture, Shape, Shown, Target, shown};
pub use order::Sort;
pub use record::appeal_key;

/// The decisions of a library, ready to be searched, counted and sorted.
pub struct Cases {
    /// The search.
    pub index: CaseIndex,
    columns: Vec<(Facet, facets::Column)>,
    ranks: BTreeMap<Sort, Vec<u32>>,
}

/// The amount that stands today in euro at its day; at the prices of the last year in the data,
/// where asked.
pub fn standing_in_euro(decision: &Decision, library: &Library, at_prices_of_today: bool) -> Option<Money> {
    let amount = order::in_euro(decision, library)?;
    if at_prices_of_today { library.law.prices.today(amount, decision.decided) } else { Some(amount) }
}

/// What is to be listed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wanted {
    /// The words all of which a record must hold; none where empty.
    pub words: String,
    /// The values chosen of each facet.
    pub chosen: Chosen,
    /// The column to sort by, and whether from high to low; without one the best first, and
    /// where nothing is searched for, the newest.
    pub sort: Option<(Sort, bool)>,
}

/// What is listed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Listing {
    /// The records, by their places in the library.
    pub records: Vec<usize>,
    /// How many there are of each value of each facet.
    pub counts: Counts,
    /// Words that stand in no record, each with those it was taken for.
    pub read_as: Vec<(String, Vec<String>)>,
}

impl Cases {
    /// Makes the decisions of a library ready.
    ///
    /// # Errors
    /// When the index cannot be written, which is a defect.
    pub fn new(library: &Library) -> Result<Self, SearchError> {
        Ok(Self {
            index: CaseIndex::new(library)?,
            columns: Facet::ALL.into_iter().map(|facet| (facet, facets::Column::new(facet, library))).collect(),
            ranks: Sort::ALL.into_iter().map(|sort| (sort, order::ranks(sort, library))).collect(),
        })
    }

    /// The records wanted, in the order wanted, with the counts beside them.
    ///
    /// # Errors
    /// When the index fails, which is a defect.
    pub fn list(&self, wanted: &Wanted) -> Result<Listing, SearchError> {
        let all = || (0..self.ranks.values().next().map_or(0, Vec::len)).collect();
        let found = self.index.search(&wanted.words)?;
        let (found, read_as) = found.map_or_else(|| (all(), Vec::new()), |found| (found.records, found.read_as));
        let (mut records, counts) = facets::narrowed(&self.columns, found, &wanted.chosen);
        if let Some((sort, is_high_first)) = wanted.sort
            && let Some(ranks) = self.ranks.get(&sort)
        {
            let rank = |record: &usize| ranks.get(*record).copied().unwrap_or_default();
            if is_high_first {
                records.sort_by_key(|record| std::cmp::Reverse(rank(record)));
            } else {
                records.sort_by_key(rank);
            }
        }
        Ok(Listing { records, counts, read_as })
    }
}

/// What a search came to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// The records, the best first; by their places in the library.
    pub records: Vec<usize>,
    /// Words that stand in no record, each with those it was taken for.
    pub read_as: Vec<(String, Vec<String>)>,
}

impl CaseIndex {
    /// The records that hold all these words, the best first; among equals in the order of the
    /// library. `None` where there are no words to look for.
    ///
    /// # Errors
    /// When the index fails, which is a defect.
    pub fn search(&self, words: &str) -> Result<Option<Found>, SearchError> {
        let Some(read) = self.read(words)? else { return Ok(None) };
        let mut hits = self.searcher.search(&read.query, &Records)?;
        hits.sort_by(|(one, place), (other, behind)| other.total_cmp(one).then(place.cmp(behind)));
        Ok(Some(Found { records: hits.into_iter().map(|(_, record)| record).collect(), read_as: read.read_as }))
    }
}

/// Collects every record with its score.
struct Records;

struct OfSegment {
    records: Column<u64>,
    hits: Vec<(Score, usize)>,
}

impl Collector for Records {
    type Fruit = Vec<(Score, usize)>;
    type Child = OfSegment;

    fn for_segment(&self, _: SegmentOrdinal, segment: &SegmentReader) -> tantivy::Result<OfSegment> {
        Ok(OfSegment { records: segment.fast_fields().u64(index::RECORD)?, hits: Vec::new() })
    }

    fn requires_scoring(&self) -> bool {
        true
    }

    fn merge_fruits(&self, fruits: Vec<Self::Fruit>) -> tantivy::Result<Self::Fruit> {
        Ok(fruits.concat())
    }
}

impl SegmentCollector for OfSegment {
    type Fruit = Vec<(Score, usize)>;

    fn collect(&mut self, document: DocId, score: Score) {
        let record = self.records.first(document).and_then(|record| usize::try_from(record).ok());
        self.hits.extend(record.map(|record| (score, record)));
    }

    fn harvest(self) -> Self::Fruit {
        self.hits
    }
}
