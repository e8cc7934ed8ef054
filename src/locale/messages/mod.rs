//! The messages of one language: Fluent files (<https://projectfluent.org>), read into one
//! bundle.
//!
//! A key of the program, `report.summary.risk`, is the identifier `report-summary-risk` of
//! a file. What is filled in is a value and never looked at again: a name in braces that a
//! user typed stays as it was typed.

mod read;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

pub use read::MessageProblem;

/// The variable a plural is chosen by; `$n` is the same count with grouped digits.
const COUNT: &str = "count";

/// The messages of one language.
#[derive(Clone, Default)]
pub struct Messages(Option<Arc<Inner>>);

struct Inner {
    /// By key.
    known: BTreeMap<String, Message>,
    bundle: FluentBundle<FluentResource>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Message {
    identifier: String,
    /// Where nothing is filled in.
    plain: Option<String>,
    variables: BTreeSet<String>,
    /// Its file and its place in it.
    place: Place,
}

/// A file with line and column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file.
    pub file: String,
    /// Line and column, counted from one.
    pub position: (usize, usize),
}

impl fmt::Debug for Messages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Messages").field(&self.keys().count()).finish()
    }
}

impl Messages {
    /// The wording of a key without anything filled in.
    pub(super) fn text(&self, key: &str) -> Option<&str> {
        self.message(key)?.plain.as_deref()
    }

    /// The wording of a key with names filled in.
    pub(super) fn fill(&self, key: &str, names: &[(&str, &str)]) -> Option<String> {
        self.format(key, names, None)
    }

    /// The wording of a key for a count, by the language's rules for plurals.
    pub(super) fn plural(&self, key: &str, count: usize, grouped: &str) -> Option<String> {
        self.format(key, &[("n", grouped)], Some(count))
    }

    fn format(&self, key: &str, names: &[(&str, &str)], count: Option<usize>) -> Option<String> {
        let message = self.message(key)?;
        if let Some(plain) = &message.plain {
            return Some(plain.clone());
        }
        let mut values = FluentArgs::with_capacity(names.len() + 1);
        for (name, value) in names {
            values.set(*name, FluentValue::String((*value).into()));
        }
        if let Some(count) = count {
            values.set(COUNT, FluentValue::from(count));
        }
        debug_assert!(
            message.variables.iter().all(|name| values.get(name).is_some()),
            "`{key}` names {:?}, and is given {names:?}",
            message.variables
        );
        let bundle = &self.0.as_ref()?.bundle;
        let pattern = bundle.get_message(&message.identifier)?.value()?;
        // What is not given shows as its name; the check of the data refuses such a message.
        Some(bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned())
    }

    fn message(&self, key: &str) -> Option<&Message> {
        self.0.as_ref()?.known.get(key)
    }

    /// Whether the key has wording.
    pub fn has(&self, key: &str) -> bool {
        self.message(key).is_some()
    }

    /// All keys.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.iter().flat_map(|inner| inner.known.keys().map(String::as_str))
    }

    /// What a message names to be filled in.
    pub fn variables(&self, key: &str) -> impl Iterator<Item = &str> {
        self.message(key).into_iter().flat_map(|message| message.variables.iter().map(String::as_str))
    }

    /// Where a message stands.
    pub fn place(&self, key: &str) -> Option<&Place> {
        self.message(key).map(|message| &message.place)
    }

    /// Every form that a message can take, as written, to be looked through by the checks
    /// of the wording: what is filled in stands there as `{name}`.
    pub fn forms(&self, key: &str) -> Vec<String> {
        let Some(message) = self.message(key) else { return Vec::new() };
        if let Some(plain) = &message.plain {
            return vec![plain.clone()];
        }
        let names: Vec<(String, String)> =
            message.variables.iter().map(|name| (name.clone(), format!("{{{name}}}"))).collect();
        let names: Vec<(&str, &str)> = names.iter().map(|(name, shown)| (name.as_str(), shown.as_str())).collect();
        let counts = if message.variables.contains(COUNT) { vec![Some(1), Some(2), Some(0)] } else { vec![None] };
        let mut forms: Vec<String> = counts.iter().filter_map(|count| self.format(key, &names, *count)).collect();
        forms.dedup();
        forms
    }
}
