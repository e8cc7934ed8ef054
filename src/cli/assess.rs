//! `amende assess`: the result for reading or as JSON.

use std::fmt::Write as _;
use std::path::Path;

use super::output::{self, Opened};
use super::{CliError, Form, TermArguments};
use crate::analysis;
use crate::exposure::ExposureDistribution;
use crate::facts::Until;
use crate::headline::Estimate;
use crate::library::Library;
use crate::practice::PracticeEstimate;
use crate::precedents::Match;
use crate::report::{self, AssessmentJson};

pub(super) fn run(library: &Library, file: &Path, terms: &TermArguments, form: Form) -> Result<(), CliError> {
    let opened = output::open(library, file, terms)?;
    let exposure = opened.simulate(library, file, terms)?;
    match form {
        Form::Json => {
            let relevance = analysis::relevance(&opened.case_file, library, &opened.analysis);
            let json = AssessmentJson::new(&opened.case_file, library, &opened.analysis, &exposure, &relevance);
            output::json(&json)
        }
        Form::Text => output::text(&summary(library, &opened, &exposure)),
    }
}

/// One comparable decision.
fn comparable(near: &Match<'_>, library: &Library) -> String {
    let amount = report::amount_in_words(near.decision, &library.locale);
    let authority = library.law.vocabulary.authority_name(&near.decision.authority);
    let year = near.decision.decided.year();
    format!(
        "  {:>3}  {} ({authority} {year})  {amount}",
        near.similarity,
        report::controller(near.decision, &library.locale)
    )
}

fn summary(library: &Library, opened: &Opened<'_>, exposure: &ExposureDistribution) -> String {
    let text = &library.locale;
    let analysis = &opened.analysis;
    let calculation = &analysis.calculation;
    let mut out = String::new();
    let mut line = |words: String| {
        // Writing to a string cannot fail.
        let words = words.replace('\u{a0}', " ");
        // Where a title or a name has line breaks it still is one line here.
        let _ = writeln!(out, "{}", crate::locale::plain::in_line(&words));
    };
    line(report::title(&opened.case_file, text).to_owned());
    line(text.fill("assess.terms", &[("method", &analysis.methodology.name), ("date", &text.date(calculation.as_of))]));
    line(String::new());
    line(text.plural("assess.infringements", analysis.assessment.infringements().count()));
    for infringement in analysis.assessment.infringements() {
        let strength = text.t(infringement.strength.key());
        let titles = infringement.findings.iter().filter_map(|finding| {
            let title = &library.law.rule(&finding.rule)?.title;
            // What goes on is the usual case and needs no words.
            let over = finding.period.filter(|period| period.until != Until::GoesOn);
            Some(over.map_or_else(|| title.clone(), |period| format!("{title} ({})", text.period(&period))))
        });
        let mut titles: Vec<String> = titles.collect();
        // The same of several operations is said once.
        let mut said = std::collections::BTreeSet::new();
        titles.retain(|title| said.insert(title.clone()));
        // Where it stands by nothing but another provision, that is said with how often.
        if infringement.beside().is_some() {
            let companion = infringement.findings.first();
            titles.extend(companion.and_then(|finding| report::taken_up(finding, &opened.case_file, library)));
        }
        let provision = text.article(infringement.provision.as_str());
        line(format!("  {provision:<14} {strength:<18} {}", titles.join("; ")));
    }
    let overall = analysis.scores.overall;
    let score = text.score(overall.low, overall.point, overall.high);
    let (decided, total) = (overall.decided.to_string(), (overall.decided + overall.open).to_string());
    line(text.fill("assess.score", &[("score", &score), ("decided", &decided), ("total", &total)]));
    line(String::new());
    let headline = || calculation.warnings.iter().filter(|warning| warning.is_of_headline());
    for warning in headline() {
        line(text.fill("assess.warning", &[("warning", &text.warning(warning, &library.law))]));
    }
    let maximum = report::between(calculation.maximum, |amount| text.money_exact(amount), text);
    line(text.fill("assess.maximum", &[("amount", &maximum)]));
    line(text.fill(
        "assess.starting",
        &[("low", &text.money_exact(calculation.starting.low)), ("high", &text.money_exact(calculation.starting.high))],
    ));
    line(text.fill(
        "assess.point",
        &[
            ("point", &text.money_exact(calculation.fine.point)),
            ("low", &text.money_exact(calculation.fine.low)),
            ("high", &text.money_exact(calculation.fine.high)),
        ],
    ));
    estimate(library, opened, exposure, &mut line);
    if let Some(estimate) = &analysis.practice {
        practice(library, estimate, &mut line);
    }
    if let Some(payable) = calculation.payable {
        line(text.fill("assess.payable", &[("amount", &text.money_exact(payable.point))]));
    }
    line(String::new());
    line(text.plural("assess.comparables", analysis.comparables.len()));
    for near in &analysis.comparables {
        line(comparable(near, library));
    }
    line(String::new());
    line(text.plural("assess.missing", analysis.assessment.missing.len()));
    if let Some(words) = report::unstated_in_words(&opened.case_file, library) {
        line(words);
    }
    for warning in calculation.warnings.iter().filter(|warning| !warning.is_of_headline()) {
        line(text.fill("assess.warning", &[("warning", &text.warning(warning, &library.law))]));
    }
    let country = opened.case_file.undertaking.deciding_country(&library.law.vocabulary);
    let national = library.law.national_for(analysis.methodology, country);
    for note in national.iter().filter(|_| !calculation.conducts.is_empty()).flat_map(|rules| &rules.notes) {
        let name = national.map_or("", |rules| rules.name.as_str());
        line(text.fill("assess.national", &[("country", name), ("note", &note.text)]));
    }
    line(text.t("report.disclaimer").to_owned());
    out
}

/// The headline with the probability of a fine, and both layers beside it.
fn estimate(library: &Library, opened: &Opened<'_>, exposure: &ExposureDistribution, line: &mut impl FnMut(String)) {
    let (text, analysis) = (&library.locale, &opened.analysis);
    let Some(headline) = analysis::headline(&opened.case_file, library, analysis, exposure) else { return };
    let names = |estimate: &Estimate| (text.rough_money(estimate.median), text.rough_range(estimate.most));
    let (middle, range) = names(&headline.both);
    line(text.fill("assess.estimate", &[("middle", &middle), ("range", &range)]));
    if let Some(chance) = headline.chance {
        line(text.fill("assess.chance", &[("chance", &chance.percent.to_string())]));
    }
    if let Some(words) = report::chance_in_words(&headline, text) {
        line(format!("  {words}."));
    }
    let (middle, range) = names(&headline.method);
    line(text.fill("assess.method", &[("middle", &middle), ("range", &range)]));
    if let Some(highest) = exposure.mean_of_highest(10) {
        let outcomes = text.count(i64::try_from(exposure.drawn).unwrap_or(i64::MAX));
        let without = text.count(i64::from(exposure.percent_without_fine()));
        let highest = text.rough_money(highest);
        line(text.fill("assess.simulated", &[("outcomes", &outcomes), ("without", &without), ("highest", &highest)]));
    }
    if let Some(practice) = &headline.practice {
        let (middle, range) = names(practice);
        line(text.fill("assess.practice", &[("middle", &middle), ("range", &range)]));
    }
    let matters = library.practice.as_ref().map_or(0, |practice| practice.fitted().combination.matters);
    for words in report::weights_in_words(&headline, matters, text) {
        line(words);
    }
    if let Some(why) = report::outside_in_words(exposure, &analysis.calculation, text) {
        line(why);
    }
}

/// What authorities did in like matters, line by line.
fn practice(library: &Library, estimate: &PracticeEstimate, line: &mut impl FnMut(String)) {
    let text = &library.locale;
    let number = |number: usize| text.count(i64::try_from(number).unwrap_or(i64::MAX));
    let (found, fined) = (number(estimate.outcomes), number(estimate.outcomes_fined));
    line(text.fill("assess.practice_chance", &[("found", &found), ("fined", &fined)]));
    let (shipped, others) = (number(estimate.amounts_shipped), number(estimate.amounts_others));
    line(text.fill("assess.practice_behind", &[("shipped", &shipped), ("others", &others)]));
    line(text.t("assess.practice_factors").to_owned());
    for factor in &estimate.factors {
        line(format!("  {}", report::factor_in_words(library, factor)));
    }
    line(text.t("assess.practice_weightiest").to_owned());
    for weight in &estimate.weightiest {
        if let Some(decision) = library.decision(&weight.id) {
            let amount = report::amount_in_words(decision, text);
            let authority = library.law.vocabulary.authority_name(&decision.authority);
            let year = decision.decided.year();
            line(format!("  {:>5} %  {} ({authority} {year})  {amount}", weight.percent(), decision.controller));
        }
    }
    for remark in &estimate.remarks {
        line(report::remark_in_words(library, *remark));
    }
}
