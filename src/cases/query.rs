//! What the words of a search ask for.
//!
//! Every word must be found: as it stands, at the beginning of a word, without its ending in
//! any of the languages, or by a word of the same meaning. Only a word found in none of these
//! ways is taken for a slip of the pen. A name counts more than the wording of a list, and that
//! more than the rest of a record.

use tantivy::query::{BooleanQuery, ConstScoreQuery, FuzzyTermQuery, Occur, Query, TermQuery, TermSetQuery};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{Score, Term};

use super::index::{CaseIndex, SearchError};
use super::words::{Words, words_of};
use crate::law::vocabulary::folded;

/// What each way to find a word counts.
const NAME: Score = 60.0;
const LABEL: Score = 30.0;
const SUMMARY: Score = 25.0;
const SYNONYM: Score = 12.0;
const STEM: Score = 8.0;
const BEGINNING: Score = 4.0;
const SLIP: Score = 1.0;
/// A name that only begins so.
const NAME_BEGINNING: Score = 20.0;

/// So many words of the records a slip may stand for.
const READINGS: usize = 8;
/// So many words may begin with what is typed.
const BEGINNINGS: usize = 400;

/// A part of what was asked: one word, a provision, or a phrase that has synonyms.
enum Asked {
    Word(String),
    Provision(String),
    /// Words of one meaning, each of one or more words; the first is what was typed.
    OneOf(Vec<Vec<String>>),
}

/// A query, and which words were read as others.
pub(super) struct Read {
    pub(super) query: Box<dyn Query>,
    pub(super) read_as: Vec<(String, Vec<String>)>,
}

impl CaseIndex {
    /// The query for these words; `None` where there is nothing to look for.
    pub(super) fn read(&self, typed: &str) -> Result<Option<Read>, SearchError> {
        let asked = self.asked(typed);
        if asked.is_empty() {
            return Ok(None);
        }
        let mut words = Words::new(&self.known);
        let mut read_as = Vec::new();
        let mut parts: Vec<(Occur, Box<dyn Query>)> = Vec::new();
        for part in asked {
            let query: Box<dyn Query> = match part {
                Asked::Provision(provision) => exact(self.fields.labels, &provision, LABEL),
                Asked::Word(word) => self.word(&word, &mut words, &mut read_as)?,
                Asked::OneOf(phrases) => self.one_of(&phrases, &mut words)?,
            };
            parts.push((Occur::Must, query));
        }
        Ok(Some(Read { query: Box::new(BooleanQuery::new(parts)), read_as }))
    }

    /// Takes what was typed apart.
    fn asked(&self, typed: &str) -> Vec<Asked> {
        let known = |list: &[String], word: &str| list.iter().any(|other| folded(other) == word);
        let words = words_of(typed);
        let mut asked = Vec::new();
        let mut rest = words.as_slice();
        while let Some((word, behind)) = rest.split_first() {
            let number = |word: &String| word.starts_with(|c: char| c.is_ascii_digit());
            if known(&self.known.before_provisions, word)
                && let Some((provision, behind)) = behind.split_first().filter(|(next, _)| number(next))
            {
                asked.push(Asked::Provision(provision.clone()));
                rest = behind;
                continue;
            }
            if word.contains('(') {
                asked.push(Asked::Provision(word.clone()));
            } else if let Some((phrases, taken)) = self.synonyms(rest) {
                asked.push(Asked::OneOf(phrases));
                rest = rest.get(taken..).unwrap_or_default();
                continue;
            } else if !(words.len() > 1 && (known(&self.known.ignored, word) || is_letter(word))) {
                asked.push(Asked::Word(word.clone()));
            }
            rest = behind;
        }
        asked
    }

    /// The words of the same meaning as those these begin with, and how many of these they are.
    fn synonyms(&self, words: &[String]) -> Option<(Vec<Vec<String>>, usize)> {
        let mut best: Option<(Vec<Vec<String>>, usize)> = None;
        for group in &self.known.synonyms {
            let group: Vec<Vec<String>> = group.iter().map(|phrase| words_of(phrase)).collect();
            let own = group.iter().filter(|phrase| words.starts_with(phrase)).max_by_key(|phrase| phrase.len());
            let Some(own) = own.cloned() else { continue };
            let length = own.len();
            if best.as_ref().is_none_or(|(_, known)| length > *known) {
                let others = group.into_iter().filter(|phrase| *phrase != own);
                best = Some((std::iter::once(own.clone()).chain(others).collect(), length));
            }
        }
        best
    }

    /// A word, in all the ways it may be found.
    fn word(
        &self,
        word: &str,
        words: &mut Words<'_>,
        read_as: &mut Vec<(String, Vec<String>)>,
    ) -> Result<Box<dyn Query>, SearchError> {
        let found = self.ways(word, words, true)?;
        if !found.is_empty() {
            return Ok(any(found));
        }
        let read = self.readings(word)?;
        if read.is_empty() {
            return Ok(exact(self.fields.all, word, SLIP));
        }
        let terms = read.iter().map(|word| Term::from_field_text(self.fields.all, word));
        let mut ways = vec![scored(TermSetQuery::new(terms), SLIP)];
        for other in &read {
            ways.extend(self.ways(other, words, false)?);
        }
        read_as.push((word.to_owned(), read));
        Ok(any(ways))
    }

    /// The ways in which a word stands in the records; none where it does not.
    fn ways(
        &self,
        word: &str,
        words: &mut Words<'_>,
        with_beginnings: bool,
    ) -> Result<Vec<Box<dyn Query>>, SearchError> {
        let mut ways: Vec<Box<dyn Query>> = Vec::new();
        let fields = self.fields;
        if self.is_there(fields.all, word)? {
            let term = Term::from_field_text(fields.all, word);
            ways.push(Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs)));
            ways.push(exact(fields.name, word, NAME));
            ways.push(exact(fields.labels, word, LABEL));
            ways.push(exact(fields.summary, word, SUMMARY));
        }
        if word.chars().any(char::is_alphabetic) {
            for stem in words.stems(word, None) {
                if self.is_there(fields.stems, &stem)? {
                    ways.push(exact(fields.stems, &stem, STEM));
                }
            }
        }
        if with_beginnings {
            for (field, score) in [(fields.name, NAME_BEGINNING), (fields.all, BEGINNING)] {
                // A single letter begins too much to tell anything.
                if field == fields.all && is_letter(word) {
                    continue;
                }
                let beginning = self.beginning(field, word)?;
                if !beginning.is_empty() {
                    ways.push(scored(TermSetQuery::new(beginning), score));
                }
            }
        }
        Ok(ways)
    }

    /// Any of several phrases of one meaning.
    fn one_of(&self, phrases: &[Vec<String>], words: &mut Words<'_>) -> Result<Box<dyn Query>, SearchError> {
        let mut ways = Vec::new();
        for (number, phrase) in phrases.iter().enumerate() {
            let mut parts: Vec<(Occur, Box<dyn Query>)> = Vec::new();
            for word in phrase {
                let found = self.ways(word, words, number == 0)?;
                if !found.is_empty() {
                    parts.push((Occur::Must, any(found)));
                }
            }
            if parts.len() == phrase.len() {
                ways.push(Box::new(BooleanQuery::new(parts)) as Box<dyn Query>);
                let labels = phrase.iter().map(|word| (Occur::Must, exact(self.fields.labels, word, SYNONYM)));
                ways.push(Box::new(BooleanQuery::new(labels.collect())));
            }
        }
        if ways.is_empty() {
            let words = phrases.first().map_or_else(String::new, |phrase| phrase.join(" "));
            return Ok(exact(self.fields.all, &words, SLIP));
        }
        Ok(any(ways))
    }

    fn is_there(&self, field: Field, word: &str) -> Result<bool, SearchError> {
        Ok(self.searcher.doc_freq(&Term::from_field_text(field, word))? > 0)
    }

    /// The words of a field that begin so.
    fn beginning(&self, field: Field, word: &str) -> Result<Vec<Term>, SearchError> {
        let mut found = Vec::new();
        for segment in self.searcher.segment_readers() {
            let index = segment.inverted_index(field)?;
            let mut stream = index.terms().range().ge(word.as_bytes()).into_stream()?;
            while found.len() < BEGINNINGS && stream.advance() {
                let Some(known) = std::str::from_utf8(stream.key()).ok().filter(|known| known.starts_with(word)) else {
                    break;
                };
                found.push(Term::from_field_text(field, known));
            }
        }
        Ok(found)
    }

    /// The words of the records that this may be a slip for: the nearest ones.
    fn readings(&self, word: &str) -> Result<Vec<String>, SearchError> {
        let Some(distance) = forgiven(word) else { return Ok(Vec::new()) };
        let field = self.fields.all;
        let mut found: Vec<(usize, String)> = Vec::new();
        for segment in self.searcher.segment_readers() {
            let automaton = FuzzyTermQuery::new(Term::from_field_text(field, word), distance, true).automaton()?;
            let index = segment.inverted_index(field)?;
            let mut stream = index.terms().search(automaton).into_stream()?;
            while stream.advance() {
                if let Ok(known) = std::str::from_utf8(stream.key()) {
                    found.push((strsim::osa_distance(known, word), known.to_owned()));
                }
            }
        }
        found.sort();
        found.dedup();
        let nearest = found.first().map(|(distance, _)| *distance);
        let nearest = found.into_iter().take_while(|(distance, _)| Some(*distance) == nearest);
        Ok(nearest.map(|(_, word)| word).take(READINGS).collect())
    }
}

/// How many slips a word is forgiven: none where it is a number or short.
fn forgiven(word: &str) -> Option<u8> {
    match word.chars().count() {
        _ if word.chars().any(|c| c.is_ascii_digit()) => None,
        0..4 => None,
        4..8 => Some(1),
        _ => Some(2),
    }
}

fn is_letter(word: &str) -> bool {
    word.chars().count() == 1 && word.chars().all(char::is_alphabetic)
}

fn exact(field: Field, word: &str, score: Score) -> Box<dyn Query> {
    scored(TermQuery::new(Term::from_field_text(field, word), IndexRecordOption::Basic), score)
}

fn any(ways: Vec<Box<dyn Query>>) -> Box<dyn Query> {
    Box::new(BooleanQuery::new(ways.into_iter().map(|way| (Occur::Should, way)).collect()))
}

fn scored(query: impl Query, score: Score) -> Box<dyn Query> {
    Box::new(ConstScoreQuery::new(Box::new(query), score))
}
