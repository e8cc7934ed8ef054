//! `amende explain`: the trace of the fine or of one figure.

use std::path::Path;

use super::{CliError, TermArguments, TraceForm, output};
use crate::library::Library;
use crate::report::TraceJson;

pub(super) fn run(
    library: &Library,
    file: &Path,
    figure: Option<&str>,
    terms: &TermArguments,
    form: TraceForm,
) -> Result<(), CliError> {
    let opened = output::open(library, file, terms)?;
    let Some(trace) = &opened.analysis.calculation.trace else { return Ok(()) };
    let node = match figure {
        None => trace,
        Some(asked) => trace.find(asked).ok_or_else(|| {
            let mut known = Vec::new();
            trace.walk(&mut |node, _| {
                if !known.contains(&node.id.as_str()) {
                    known.push(node.id.as_str());
                }
            });
            CliError::NoFigure { asked: asked.to_owned(), known: known.join(", ") }
        })?,
    };
    match form {
        TraceForm::Text => output::text(&library.locale.trace_text(node, &library.law).replace('\u{a0}', " ")),
        TraceForm::Json => output::json(&TraceJson::new(node, library)),
        TraceForm::Markdown => output::text(&library.locale.trace_markdown(node, &library.law)),
    }
}
