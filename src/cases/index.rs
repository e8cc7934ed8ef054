//! The index over all records, in memory.

use tantivy::schema::{FAST, Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{TextAnalyzer, WhitespaceTokenizer};
use tantivy::{Index, ReloadPolicy, Searcher, TantivyDocument};

use super::record::Record;
use super::words::Words;
use crate::library::Library;
use crate::precedents::SearchWords;

/// The search failed inside: a defect, not a matter of the words.
#[derive(Debug, Clone, thiserror::Error)]
#[error("The search through the decisions failed: {0}")]
pub struct SearchError(String);

impl From<tantivy::TantivyError> for SearchError {
    fn from(error: tantivy::TantivyError) -> Self {
        Self(error.to_string())
    }
}

impl From<std::io::Error> for SearchError {
    fn from(error: std::io::Error) -> Self {
        Self(error.to_string())
    }
}

/// The records of a library, made ready to be searched.
pub struct CaseIndex {
    pub(super) searcher: Searcher,
    pub(super) fields: Fields,
    pub(super) known: SearchWords,
}

/// What is looked through.
#[derive(Clone, Copy)]
pub(super) struct Fields {
    /// Names and numbers.
    pub(super) name: Field,
    /// The wording of lists, and provisions.
    pub(super) labels: Field,
    /// What was done and found.
    pub(super) summary: Field,
    /// Everything.
    pub(super) all: Field,
    /// Everything without its endings.
    pub(super) stems: Field,
}

/// The field that holds which record it is.
pub(super) const RECORD: &str = "record";
/// How words are told apart in what is indexed: they are folded before.
const BLANKS: &str = "blanks";
/// Bytes the writer keeps before it writes: all of a usual library.
const BUDGET: usize = 60_000_000;

impl CaseIndex {
    /// Makes all decisions of a library searchable.
    ///
    /// # Errors
    /// When the index cannot be written, which is a defect.
    pub fn new(library: &Library) -> Result<Self, SearchError> {
        let mut schema = Schema::builder();
        let text = |option| {
            let indexing = TextFieldIndexing::default().set_tokenizer(BLANKS).set_index_option(option);
            TextOptions::default().set_indexing_options(indexing)
        };
        let fields = Fields {
            name: schema.add_text_field("name", text(IndexRecordOption::Basic)),
            labels: schema.add_text_field("labels", text(IndexRecordOption::Basic)),
            summary: schema.add_text_field("summary", text(IndexRecordOption::Basic)),
            all: schema.add_text_field("all", text(IndexRecordOption::WithFreqs)),
            stems: schema.add_text_field("stems", text(IndexRecordOption::Basic)),
        };
        let record = schema.add_u64_field(RECORD, FAST);
        let index = Index::create_in_ram(schema.build());
        index.tokenizers().register(BLANKS, TextAnalyzer::builder(WhitespaceTokenizer::default()).build());
        let mut writer = index.writer_with_num_threads(1, BUDGET)?;
        let mut words = Words::new(&library.search_words);
        for (number, decision) in (0_u64..).zip(&library.decisions) {
            let Record { name, labels, summary, text } = Record::of(decision, library);
            let mut document = TantivyDocument::default();
            document.add_u64(record, number);
            document.add_text(fields.name, name.join(" "));
            document.add_text(fields.labels, labels.join(" "));
            document.add_text(fields.summary, summary.join(" "));
            let all = [name, labels, text].concat();
            document.add_text(fields.all, all.join(" "));
            let mut stems = Vec::new();
            for word in all.iter().filter(|word| word.chars().any(char::is_alphabetic)) {
                stems.extend(words.stems(word, Some("en")));
                if decision.source.language != "en" {
                    stems.extend(words.stems(word, Some(&decision.source.language)));
                }
            }
            stems.sort();
            stems.dedup();
            document.add_text(fields.stems, stems.join(" "));
            writer.add_document(document)?;
        }
        writer.commit()?;
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        writer.wait_merging_threads()?;
        Ok(Self { searcher: reader.searcher(), fields, known: library.search_words.clone() })
    }
}
