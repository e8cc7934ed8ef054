//! `amende cases`: the decided cases, searched or ordered by likeness.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use super::{CliError, TableForm, day_of, output};
use crate::analysis;
use crate::cases::{self, CaseIndex, Row, TableFormat};
use crate::library::Library;
use crate::precedents::{self, Features};
use crate::report;
use crate::storage;

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
    let mut listed: Vec<Row<'_>> = match (like, &found) {
        (None, None) => library.decisions.iter().map(|known| Row::new(library, known, None)).collect(),
        (None, Some(found)) => {
            found.records.iter().filter_map(decision).map(|known| Row::new(library, known, None)).collect()
        }
        (Some(file), found) => {
            let wanted: Option<BTreeSet<&str>> = found
                .as_ref()
                .map(|found| found.records.iter().filter_map(decision).map(|known| known.id.as_str()).collect());
            let case_file = storage::open(file, &library.law)?;
            let assessment = analysis::assess(&case_file, &library.law, day_of(&case_file));
            let weights = &library.similarity;
            let features = Features::of_matter(&case_file, &assessment, weights, &library.law);
            let near = precedents::nearest(
                &features,
                &library.decisions,
                weights,
                &library.law,
                case_file.decided_as.as_deref(),
            );
            near.iter()
                .filter(|near| wanted.as_ref().is_none_or(|wanted| wanted.contains(near.decision.id.as_str())))
                .map(|near| Row::new(library, near.decision, Some(near.similarity)))
                .collect()
        }
    };
    match form {
        TableForm::Json => output::json(&listed),
        TableForm::Csv => {
            let bytes = cases::write(&listed, TableFormat::Csv, library)?;
            output::raw(&String::from_utf8_lossy(&bytes))
        }
        TableForm::Text => {
            let mut out = String::new();
            for row in &mut listed {
                let decision = library.decision(&row.id);
                let controller = decision.map_or_else(String::new, |known| report::controller(known, &library.locale));
                let amount = decision.map_or_else(String::new, |known| report::amount_in_words(known, &library.locale));
                let likeness = row.similarity.map_or_else(String::new, |likeness| format!("{likeness:>3}  "));
                // Writing to a string cannot fail.
                let _ = writeln!(
                    out,
                    "{likeness}{}  {:<10} {:<36} {:>18}  {}",
                    row.decided, row.authority, controller, amount, row.provisions
                );
            }
            output::text(&out)
        }
    }
}
