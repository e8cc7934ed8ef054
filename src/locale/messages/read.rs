//! Reads the messages of a language, and refuses what could not be shown.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use fluent_bundle::FluentResource;
use fluent_bundle::concurrent::FluentBundle;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser::ParserError;

use super::{Inner, Message, Messages, Place};

/// What is wrong with a file of messages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessageProblem {
    /// Where.
    pub place: Place,
    /// What, and what to do.
    pub message: String,
}

impl Messages {
    /// Reads the files of a language (BCP 47), each with its path.
    ///
    /// # Errors
    /// Every message that cannot be read or shown, with its place.
    pub fn read(language: &str, files: &[(&str, &str)]) -> Result<Self, Vec<MessageProblem>> {
        let mut reader = Reader::new(language, files);
        for (path, text) in files {
            reader.file(path, text);
        }
        reader.finish()
    }
}

struct Reader {
    known: BTreeMap<String, Message>,
    terms: BTreeSet<String>,
    /// Terms named, each with the place where it is.
    named: Vec<(String, Place)>,
    bundle: FluentBundle<FluentResource>,
    problems: Vec<MessageProblem>,
}

impl Reader {
    fn new(language: &str, files: &[(&str, &str)]) -> Self {
        let mut problems = Vec::new();
        let languages = language.parse().map(|known| vec![known]).unwrap_or_default();
        if languages.is_empty() {
            let file = files.first().map_or(language, |(path, _)| path).to_owned();
            let message = format!("`{language}` is no language: a code such as `en` or `fr` is needed");
            problems.push(MessageProblem { place: Place { file, position: (1, 1) }, message });
        }
        let mut bundle = FluentBundle::new_concurrent(languages);
        // Marks of direction around names would be printed; names from the right are marked
        // where they are shown.
        bundle.set_use_isolating(false);
        Self { known: BTreeMap::new(), terms: BTreeSet::new(), named: Vec::new(), bundle, problems }
    }

    fn file(&mut self, path: &str, text: &str) {
        let resource = match FluentResource::try_new(text.to_owned()) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                for error in &errors {
                    self.unread(path, text, error);
                }
                resource
            }
        };
        for entry in resource.entries() {
            match entry {
                Entry::Message(message) => {
                    let place = at(path, text, &declared(message.id.name));
                    if !message.attributes.is_empty() {
                        let told = format!("`{}` has attributes, which nothing asks for", message.id.name);
                        self.problem(place, told);
                    } else if let Some(pattern) = &message.value {
                        self.message(message.id.name, pattern, place);
                    }
                }
                Entry::Term(term) => {
                    let place = at(path, text, &declared(&format!("-{}", term.id.name)));
                    self.terms.insert(term.id.name.to_owned());
                    let variables = self.variables(&term.value, &place);
                    if !variables.is_empty() {
                        self.problem(
                            place,
                            format!("the term `-{}` has a variable: a term is a fixed word", term.id.name),
                        );
                    }
                }
                Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) | Entry::Junk { .. } => {}
            }
        }
        // Keys that stand twice were told of above.
        self.bundle.add_resource_overriding(resource);
    }

    fn message(&mut self, identifier: &str, pattern: &Pattern<&str>, place: Place) {
        if !identifier.chars().all(|sign| sign.is_ascii_lowercase() || sign.is_ascii_digit() || "-_".contains(sign)) {
            self.problem(place, format!("`{identifier}`: only small letters, digits, `-` and `_` make a key"));
            return;
        }
        let variables = self.variables(pattern, &place);
        let key = identifier.replace('-', ".");
        if let Some(other) = self.known.get(&key) {
            let Place { file, position: (line, _) } = &other.place;
            let told = format!("`{identifier}` has wording already, in {file}, line {line}: take one of them out");
            self.problem(place, told);
            return;
        }
        self.known.insert(key, Message { identifier: identifier.to_owned(), plain: None, variables, place });
    }

    /// The variables of a pattern; what it may not hold is told of.
    fn variables(&mut self, pattern: &Pattern<&str>, place: &Place) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        for element in &pattern.elements {
            let PatternElement::Placeable { expression } = element else { continue };
            match expression {
                Expression::Inline(inline) => self.inline(inline, place, &mut found),
                Expression::Select { selector, variants } => {
                    self.inline(selector, place, &mut found);
                    for variant in variants {
                        found.extend(self.variables(&variant.value, place));
                    }
                }
            }
        }
        found
    }

    fn inline(&mut self, inline: &InlineExpression<&str>, place: &Place, found: &mut BTreeSet<String>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                found.insert(id.name.to_owned());
            }
            InlineExpression::TermReference { id, .. } => self.named.push((id.name.to_owned(), place.clone())),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
            InlineExpression::Placeable { expression } => match expression.as_ref() {
                Expression::Inline(inner) => self.inline(inner, place, found),
                Expression::Select { .. } => {
                    self.problem(place.clone(), "a choice stands in braces of its own".to_owned());
                }
            },
            InlineExpression::FunctionReference { id, .. } => {
                self.problem(
                    place.clone(),
                    format!("`{}()`: there are no functions here; figures come as words", id.name),
                );
            }
            InlineExpression::MessageReference { id, .. } => {
                let told = format!(
                    "`{{ {} }}` names another message: use a term (`-{}`), or a variable (`${}`)",
                    id.name, id.name, id.name
                );
                self.problem(place.clone(), told);
            }
        }
    }

    fn unread(&mut self, path: &str, text: &str, error: &ParserError) {
        // Where the message begins that cannot be read, not where its end was looked for.
        let start = error.slice.as_ref().map_or(error.pos.start, |slice| slice.start);
        let place = Place { file: path.to_owned(), position: position(text.get(..start).unwrap_or_default()) };
        self.problem(place, format!("the message cannot be read: {}", error.kind));
    }

    fn problem(&mut self, place: Place, message: String) {
        self.problems.push(MessageProblem { place, message });
    }

    fn finish(mut self) -> Result<Messages, Vec<MessageProblem>> {
        let missing = std::mem::take(&mut self.named).into_iter().filter(|(term, _)| !self.terms.contains(term));
        for (term, place) in missing.collect::<Vec<_>>() {
            self.problem(place, format!("there is no term `-{term}`"));
        }
        for message in self.known.values_mut().filter(|message| message.variables.is_empty()) {
            let pattern = self.bundle.get_message(&message.identifier).and_then(|found| found.value());
            let said = pattern.map(|pattern| self.bundle.format_pattern(pattern, None, &mut Vec::new()).into_owned());
            message.plain = said;
        }
        if self.problems.is_empty() {
            return Ok(Messages(Some(Arc::new(Inner { known: self.known, bundle: self.bundle }))));
        }
        Err(self.problems)
    }
}

/// How a line that declares an entry begins.
fn declared(name: &str) -> String {
    format!("\n{name} =")
}

fn at(path: &str, text: &str, declared: &str) -> Place {
    let first = declared.get(1..).unwrap_or_default();
    let start = if text.starts_with(first) { Some(0) } else { text.find(declared).map(|at| at + 1) };
    Place { file: path.to_owned(), position: position(text.get(..start.unwrap_or_default()).unwrap_or_default()) }
}

/// Line and column after a text.
fn position(before: &str) -> (usize, usize) {
    (before.matches('\n').count() + 1, before.rsplit('\n').next().unwrap_or_default().chars().count() + 1)
}
