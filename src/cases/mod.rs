//! Which decided cases were asked for: search, facets, order, and the selection as a table.
//!
//! A record is named by its place in [`Library::decisions`](crate::library::Library): what is
//! kept out of a library (while a workshop runs) is in none of this.

mod index;
mod query;
mod record;
mod words;

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::Column;
use tantivy::{DocId, Score, SegmentOrdinal, SegmentReader};

pub use index::{CaseIndex, SearchError};

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
