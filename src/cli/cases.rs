//! `amende cases`: the decided cases, searched or ordered by likeness.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use jiff::civil::Date;
use serde::Serialize;

use super::{CliError, TableForm, day_of, output};
use crate::analysis;
use crate::cases::CaseIndex;
use crate::library::Library;
use crate::precedents::{self, Decision, Features, Outcome};
use crate::report;
use crate::storage;

/// One decided case in a list.
#[derive(Clone, Serialize)]
struct Listed<'a> {
    id: Cow<'a, str>,
    authority: Cow<'a, str>,
    country: Cow<'a, str>,
    number: Cow<'a, str>,
    decided: Date,
    controller: Cow<'a, str>,
    provisions: String,
    outcome: Outcome,
    /// As imposed.
    amount_cents: Option<i64>,
    /// As it stands today, after the courts.
    standing_cents: Option<i64>,
    currency: Option<&'static str>,
    appeal: &'static str,
    similarity: Option<u32>,
    source: Cow<'a, str>,
}

pub(super) fn run(
    library: &Library,
    search: Option<&str>,
    like: Option<&Path>,
    form: TableForm,
) -> Result<(), CliError> {
    let found = match search {
        Some(words) => CaseIndex::new(library)?.search(words)?,
        None => None,
    };
    for (word, read) in found.iter().flat_map(|found| &found.read_as) {
        output::complain(&format!("no decision contains `{word}`; found instead: `{}`", read.join("`, `")));
    }
    let decision = |place: &usize| library.decisions.get(*place);
    let mut listed: Vec<Listed<'_>> = match (like, &found) {
        (None, None) => library.decisions.iter().map(|known| Listed::new(library, known, None)).collect(),
        (None, Some(found)) => {
            found.records.iter().filter_map(decision).map(|known| Listed::new(library, known, None)).collect()
        }
        (Some(file), found) => {
            let wanted: Option<BTreeSet<&str>> = found
                .as_ref()
                .map(|found| found.records.iter().filter_map(decision).map(|known| known.id.as_str()).collect());
            let case_file = storage::open(file, &library.law)?;
            let assessment = analysis::assess(&case_file, &library.law, day_of(&case_file));
            let weights = &library.similarity;
            let features = Features::of_matter(&case_file, &assessment, &weights.questions, &library.law);
            let near = precedents::nearest(
                &features,
                &library.decisions,
                weights,
                &library.law,
                case_file.decided_as.as_deref(),
            );
            near.iter()
                .filter(|near| wanted.as_ref().is_none_or(|wanted| wanted.contains(near.decision.id.as_str())))
                .map(|near| Listed::new(library, near.decision, Some(near.similarity)))
                .collect()
        }
    };
    match form {
        TableForm::Json => output::json(&listed),
        TableForm::Csv => {
            let mut writer = csv::Writer::from_writer(Vec::new());
            for row in &listed {
                writer.serialize(row.guarded())?;
            }
            let bytes = writer.into_inner().map_err(|error| CliError::Output(error.into_error()))?;
            // The mark tells spreadsheet programs that the text is UTF-8.
            output::raw(&format!("\u{feff}{}", String::from_utf8_lossy(&bytes)))
        }
        TableForm::Text => {
            let mut out = String::new();
            for row in &mut listed {
                let decision = library.decision(&row.id);
                let amount = decision.map_or_else(String::new, |known| report::amount_in_words(known, &library.locale));
                let likeness = row.similarity.map_or_else(String::new, |likeness| format!("{likeness:>3}  "));
                // Writing to a string cannot fail.
                let _ = writeln!(
                    out,
                    "{likeness}{}  {:<10} {:<36} {:>18}  {}",
                    row.decided, row.authority, row.controller, amount, row.provisions
                );
            }
            output::text(&out)
        }
    }
}

impl<'a> Listed<'a> {
    /// The same with no field that a spreadsheet program would take for a formula.
    fn guarded(&self) -> Listed<'_> {
        Listed {
            id: output::cell(&self.id),
            authority: output::cell(&self.authority),
            country: output::cell(&self.country),
            number: output::cell(&self.number),
            controller: output::cell(&self.controller),
            provisions: output::cell(&self.provisions).into_owned(),
            source: output::cell(&self.source),
            ..self.clone()
        }
    }

    fn new(library: &'a Library, decision: &'a Decision, similarity: Option<u32>) -> Self {
        let provisions: Vec<&str> = decision.provisions.iter().map(crate::law::ProvisionId::as_str).collect();
        Self {
            id: Cow::Borrowed(&decision.id),
            authority: Cow::Borrowed(library.law.vocabulary.authority_name(&decision.authority)),
            country: Cow::Borrowed(&decision.country),
            number: Cow::Borrowed(&decision.number),
            decided: decision.decided,
            controller: Cow::Borrowed(&decision.controller),
            provisions: provisions.join(" "),
            outcome: decision.outcome,
            amount_cents: decision.fine.map(crate::quantity::Money::minor),
            standing_cents: decision.standing_amount().map(crate::quantity::Money::minor),
            appeal: decision.appeal.name(),
            currency: decision.fine.map(|fine| fine.currency().code()),
            similarity,
            source: Cow::Borrowed(&decision.source.url),
        }
    }
}
