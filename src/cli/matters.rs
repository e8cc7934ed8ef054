//! `amende backtest`: how findings and estimate do on decided matters.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use ron::ser::PrettyConfig;
use serde::Serialize;

use super::backtest::{fitted_on, is_data, kept};
use super::{CliError, Form, output};
use crate::backtest::matters::{self, Answer, Findings, GradeCount, MatterError, Scored};
use crate::backtest::{self, Layers};
use crate::library::{DecidedMatter, FirstRun, Library, Part, Ran};
use crate::locale::Locale;
use crate::storage;

/// One part of the matters: as the program sees them now, and when it first saw them.
#[derive(Serialize)]
struct Shown {
    part: Part,
    now: Findings,
    /// By the first run; nothing before there was one.
    first: Option<Findings>,
    /// The estimate over the matters with a fine: the method alone, practice alone, both together.
    estimate: Option<Layers>,
    matters: Vec<Scored>,
}

#[derive(Serialize)]
struct Measured {
    findings: Vec<Shown>,
}

pub(super) fn run(
    library: &Library,
    set_aside: bool,
    record: Option<&Path>,
    write: &[PathBuf],
    form: Form,
) -> Result<(), CliError> {
    if library.decided.matters.is_empty() {
        return Err(CliError::NoMatters);
    }
    if let Some(file) = record {
        return keep_first(library, if set_aside { Part::SetAside } else { Part::Learning }, file);
    }
    let parts: &[Part] = if set_aside { &[Part::Learning, Part::SetAside] } else { &[Part::Learning] };
    let shown: Vec<Shown> = parts.iter().map(|part| shown(library, *part)).collect::<Result<_, _>>()?;
    for out in write {
        if !is_data(out) {
            storage::write(out, written(&library.locale, &shown).as_bytes())?;
        } else if let Some(learning) = shown.iter().find(|shown| shown.part == Part::Learning)
            && let Some(layers) = &learning.estimate
        {
            kept(out, &backtest::tested_matters(&learning.now, layers, fitted_on(library)))?;
        }
    }
    match form {
        Form::Json => output::json(&Measured { findings: shown }),
        Form::Text => output::text(&written(&library.locale, &shown)),
    }
}

/// Runs a part for the first time and keeps what came out, beside what was kept before.
fn keep_first(library: &Library, part: Part, file: &Path) -> Result<(), CliError> {
    let mut kept: Vec<FirstRun> = library.decided.first.clone();
    if kept.iter().any(|run| run.part == part) {
        return Err(CliError::AlreadyRun { file: file.to_owned() });
    }
    kept.push(matters::first_run(part, jiff::ZonedDateTime::now().date(), library)?);
    let pretty = PrettyConfig::new().struct_names(false).indentor("    ").depth_limit(5);
    let text = crate::library::ron_options()
        .to_string_pretty(&kept, pretty)
        .map_err(|error| CliError::Ron { file: file.to_owned(), error })?;
    storage::write(file, (text + "\n").as_bytes())?;
    Ok(())
}

fn shown(library: &Library, part: Part) -> Result<Shown, MatterError> {
    let of_part: Vec<&DecidedMatter> = library.decided.matters.iter().filter(|matter| matter.part == part).collect();
    let scored = |ran: &Ran, matter: &DecidedMatter| matters::score(ran, matter, library);
    let now: Vec<Scored> =
        of_part.iter().map(|matter| scored(&matters::run(matter, library)?, matter)).collect::<Result<_, _>>()?;
    let first = library.decided.first.iter().find(|run| run.part == part).map(|run| {
        let named = |ran: &Ran| of_part.iter().find(|matter| matter.name == ran.name).map(|matter| scored(ran, matter));
        run.matters.iter().filter_map(named).collect::<Result<Vec<_>, _>>()
    });
    let first = first.transpose()?.map(|first| matters::count(&first));
    let estimate = backtest::layers(library, part)?;
    Ok(Shown { part, now: matters::count(&now), first, estimate, matters: now })
}

/// The results as a page in Markdown.
fn written(text: &Locale, parts: &[Shown]) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = writeln!(out, "# {}\n\n{}\n", text.t("backtest.heading"), text.t("backtest.preface"));
    for shown in parts {
        let key = match shown.part {
            Part::Learning => "backtest.part.learning",
            Part::SetAside => "backtest.part.set_aside",
        };
        let _ = writeln!(out, "## {}\n", text.plural(key, shown.now.matters));
        grades(&mut out, text, shown);
        recall(&mut out, text, shown);
        amounts(&mut out, text, shown);
        layers(&mut out, text, shown);
        provisions(&mut out, text, &shown.now);
        each(&mut out, text, &shown.matters);
    }
    out
}

fn row(out: &mut String, cells: &[String]) {
    let _ = writeln!(out, "| {} |", cells.join(" | "));
}

fn heads(out: &mut String, text: &Locale, keys: &[&str]) {
    row(out, &keys.iter().map(|key| text.t(key).to_owned()).collect::<Vec<_>>());
    row(out, &keys.iter().map(|_| "---".to_owned()).collect::<Vec<_>>());
}

fn grades(out: &mut String, text: &Locale, shown: &Shown) {
    heads(
        out,
        text,
        &[
            "backtest.grade",
            "backtest.alleged",
            "backtest.examined",
            "backtest.found",
            "backtest.share",
            "backtest.share_alleged",
            "backtest.share_first",
        ],
    );
    let by = |findings: &Findings| [findings.by_grade.clear, findings.by_grade.arguable, findings.by_grade.weak];
    let first = shown.first.as_ref().map(by);
    let keys = ["strength.clear", "strength.arguable", "strength.weak"];
    for (place, (key, now)) in keys.iter().zip(by(&shown.now)).enumerate() {
        let first = first.and_then(|first| first.get(place).copied());
        let cells = [
            text.t(key).to_owned(),
            now.alleged.to_string(),
            now.examined.to_string(),
            now.found.to_string(),
            share(now.found, now.examined),
            share(now.found, now.alleged),
            first.map_or_else(
                || "–".to_owned(),
                |first: GradeCount| {
                    format!("{} / {}", share(first.found, first.examined), share(first.found, first.alleged))
                },
            ),
        ];
        row(out, &cells);
    }
    out.push('\n');
}

fn recall(out: &mut String, text: &Locale, shown: &Shown) {
    let say = |key: &str, findings: &Findings| {
        let names = [
            ("alleged", findings.recall.alleged.to_string()),
            ("found", findings.recall.found.to_string()),
            ("share", share(findings.recall.alleged, findings.recall.found)),
        ];
        text.fill(key, &names.each_ref().map(|(name, value)| (*name, value.as_str())))
    };
    let _ = writeln!(out, "{}\n", say("backtest.recall", &shown.now));
    if let Some(first) = &shown.first {
        let _ = writeln!(out, "{}\n", say("backtest.recall_first", first));
    }
}

fn amounts(out: &mut String, text: &Locale, shown: &Shown) {
    let amounts = shown.now.amounts;
    let names = [
        ("fined", amounts.fined),
        ("drawn", amounts.drawn),
        ("within", amounts.within_80),
        ("below", amounts.below),
        ("above", amounts.above),
    ]
    .map(|(name, number)| (name, number.to_string()));
    let names = names.each_ref().map(|(name, value)| (*name, value.as_str()));
    let _ = writeln!(out, "{}\n", text.fill("backtest.amounts", &names));
}

/// Where the amounts fell by the method alone, by practice alone, and by both.
fn layers(out: &mut String, text: &Locale, shown: &Shown) {
    let Some(estimate) = &shown.estimate else { return };
    let _ = writeln!(out, "{}\n", text.t("backtest.layers"));
    heads(
        out,
        text,
        &[
            "backtest.layer",
            "backtest.layer_n",
            "backtest.layer_inside",
            "backtest.layer_factor",
            "backtest.layer_width",
            "backtest.layer_pinball",
        ],
    );
    let layers = [
        ("headline.method", &estimate.method),
        ("headline.practice", &estimate.practice),
        ("headline.both", &estimate.combined),
    ];
    let figure = |value: Option<_>| value.map_or_else(|| "–".to_owned(), |value| format!("{value:.2}"));
    for (key, summary) in layers {
        let cells = [
            text.t(key).to_owned(),
            summary.scores.n_with_fine.to_string(),
            summary.inside_80.to_string(),
            figure(summary.median_factor),
            figure(summary.scores.mean_width_80_log10),
            summary.scores.pinball.map_or_else(|| "–".to_owned(), |value| format!("{value:.3}")),
        ];
        row(out, &cells);
    }
    out.push('\n');
}

fn provisions(out: &mut String, text: &Locale, findings: &Findings) {
    heads(out, text, &["backtest.provision", "backtest.found", "backtest.of_these_alleged", "backtest.wrongly"]);
    for count in &findings.by_provision {
        let numbers = [count.found, count.alleged, count.wrongly].map(|number| number.to_string());
        let mut cells = vec![count.provision.clone()];
        cells.extend(numbers);
        row(out, &cells);
    }
    out.push('\n');
}

fn each(out: &mut String, text: &Locale, matters: &[Scored]) {
    heads(
        out,
        text,
        &["backtest.matter", "backtest.missed", "backtest.wrongly_alleged", "backtest.decided", "backtest.drawn"],
    );
    for matter in matters {
        let missed = matter.found.iter().filter(|found| found.alleged.is_none());
        let missed: Vec<&str> = missed.map(|found| found.provision.as_str()).collect();
        let wrong = matter.alleged.iter().filter(|alleged| alleged.answer == Answer::NotFound);
        let wrong: Vec<String> =
            wrong.map(|alleged| format!("{} ({})", alleged.provision, text.t(alleged.grade.key()))).collect();
        let drawn = matter.drawn.map(|(low, mid, high)| {
            format!("{} · {} · {}", text.rough_money(low), text.rough_money(mid), text.rough_money(high))
        });
        let cells = [
            matter.name.clone(),
            missed.join(", "),
            wrong.join(", "),
            matter.decided.map_or_else(|| "–".to_owned(), |amount| text.money(amount)),
            drawn.unwrap_or_else(|| "–".to_owned()),
        ];
        row(out, &cells);
    }
    out.push('\n');
}

/// A share in whole percent; a dash where there is nothing to take a share of.
fn share(part: usize, whole: usize) -> String {
    let rounded = (part * 100 + whole / 2).checked_div(whole);
    rounded.map_or_else(|| "–".to_owned(), |percent| format!("{percent} %"))
}
