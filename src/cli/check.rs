//! `amende check`: what the data holds, and whether the law comes to what its examples say.
//! Loading already listed every other problem, or this would not run.

use std::fmt::Write as _;

use super::{CliError, output};
use crate::examples;
use crate::library::{Library, LibraryError, citations};
use crate::precedents::{Decision, Read};

pub(super) fn run(library: &Library) -> Result<(), CliError> {
    let (rules, worked) = (examples::of_rules(library), examples::worked(library));
    let (of_rules, of_cases) = (rules.examples, worked.examples);
    let problems: Vec<_> = rules.problems.into_iter().chain(worked.problems).collect();
    if !problems.is_empty() {
        return Err(LibraryError { problems }.into());
    }
    let law = &library.law;
    let text = &library.locale;
    let mut out = String::new();
    let mut line = |key: &str, count: usize| {
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{}", text.plural(key, count));
    };
    line("check.instruments", law.instruments.len());
    line("check.provisions", law.provisions.len());
    line("check.questions", law.questions().count());
    line("check.rules", law.rules.len());
    line("check.factors", law.factors.len() + law.circumstances.len());
    line("check.methodologies", law.methodologies.len());
    line("check.countries", law.national.len());
    line("check.limitation", law.national.iter().map(|rules| rules.limitation.len()).sum());
    for (rules, limitation) in
        law.national.iter().flat_map(|rules| rules.limitation.iter().map(move |known| (rules, known)))
    {
        let months = text.plural("timeline.months", usize::from(limitation.months));
        let (starts, cited) = (text.t(limitation.starts.key()), text.marked(&limitation.source, law));
        let names = [("country", rules.country.as_str()), ("months", &months), ("starts", starts), ("cited", &cited)];
        let _ = writeln!(out, "{}", text.fill("check.limitation.held", &names));
    }
    let mut line = |key: &str, count: usize| {
        let _ = writeln!(out, "{}", text.plural(key, count));
    };
    let cited = citations::citations(law);
    line("check.citations", cited.len());
    line("check.parameters", citations::parameters(law));
    line("check.own_figures", citations::own_figures(law));
    line("check.decisions", library.shipped().count());
    let read_twice = |decision: &&Decision| decision.checked.is_some();
    line("check.read_twice", library.shipped().filter(read_twice).count());
    let in_summary = |decision: &&Decision| decision.source.read == Read::Summary;
    line("check.in_summary", library.shipped().filter(in_summary).count());
    if library.own.is_some() {
        line("check.own", library.own_decisions().count());
    }
    line("check.presets", library.presets.len());
    line("check.rule_examples", of_rules);
    line("check.worked_examples", of_cases);
    let mut doubts = citations::unverified(cited);
    doubts.extend(citations::unverified_words(&law.vocabulary));
    line("check.unverified", doubts.len());
    for (place, doubt) in doubts {
        let _ = writeln!(out, "  {place}: {doubt}");
    }
    for decision in library.shipped().filter(|decision| decision.checked.is_none()) {
        let _ = writeln!(out, "  {}", text.fill("check.unchecked", &[("record", &decision.id)]));
    }
    let _ = writeln!(out, "{}", text.t("check.good"));
    output::text(&out)
}
