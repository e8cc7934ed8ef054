//! The estimate from practice and its back-test, end to end.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use amende::backtest::{self, Table};
use amende::law::AnswerKind;
use amende::practice::{AnswerReading, Fact, Practice, Remark, What, profile_of_matter};
use serde_json::Value;

use crate::{analyse, library, preset};

fn amende(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_amende")).args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap()
}

fn written(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    fs::write(&path, text).unwrap();
    path
}

const HEADER: &str = "id,country,authority,type,decided,published,controller,number,provisions,outcome,violation,fine,currency,fine_eur,appeal";

/// A list as such lists are: some fined, some not, in two countries.
fn list() -> String {
    let mut text = format!("{HEADER}\n");
    for place in 0..60_u32 {
        let (country, article) = if place % 2 == 0 { ("ES", "6(1)") } else { ("IT", "32(1)") };
        let fine = if place % 5 == 4 { "0".to_owned() } else { (1000 + place * 777).to_string() };
        let row = format!(
            "{country}-{place},{country},X,Complaint,2021-{:02}-{:02},,Quibbleworth {place} S.L.,N{place}/{}-77,{article},Upheld,yes,{fine},EUR,{fine},\n",
            place % 12 + 1,
            place % 28 + 1,
            10_000 + place
        );
        text.push_str(&row);
    }
    text
}

/// The data with a fit that looks from few points: enough to see how it is done.
fn quick() -> amende::library::Library {
    let mut library = library().clone();
    library.recipe.decisions = 15;
    library.recipe.centres = 5;
    library.recipe.spread_rounds = 1;
    library.decisions.truncate(60);
    library
}

fn table(text: &str) -> Table {
    let library = library();
    let read = backtest::read("list.csv", text.as_bytes(), &library.mappings, &library.recipe, &library.law).unwrap();
    backtest::joined(vec![read])
}

/// What was decided on Kaspr is left out of its estimate: it is not among the decisions that weigh, and
/// the estimate is another as soon as it may be used. The amount decided lies among 8 in 10.
#[test]
fn kaspr_is_estimated_without_its_own_decision() {
    let mut case_file = preset("kaspr.amende.ron");
    let estimate = analyse(&case_file).practice.unwrap();
    assert_eq!(estimate.weightiest.len(), 5);
    assert!(estimate.weightiest.iter().all(|known| known.id != "cnil/2024-kaspr"));
    let decided = "EUR 240_000".parse().unwrap();
    assert!(estimate.percentile(10).unwrap() < decided && decided < estimate.percentile(90).unwrap());
    assert!(estimate.chance_of_fine > 0.5 && estimate.chance_of_fine < 1.0);
    assert!(estimate.factors.iter().any(|factor| factor.fact == Fact::People && factor.factor > 1.0));
    case_file.decided_as = None;
    let with = analyse(&case_file).practice.unwrap();
    assert!(with.weightiest.iter().any(|known| known.id == "cnil/2024-kaspr"));
    assert!((with.mean_log10 - estimate.mean_log10).abs() > 1e-6);
    // A slip of the pen in the name changes nothing.
    case_file.decided_as = Some("cnil/2024-kaspar".to_owned());
    assert_eq!(analyse(&case_file).practice.unwrap(), estimate);
}

/// Where less is known more is left open; a country without decisions says so.
#[test]
fn less_known_is_wider_and_few_decisions_are_told() {
    let library = library();
    let practice = library.practice.as_ref().unwrap();
    let case_file = preset("kaspr.amende.ron");
    let analysis = analyse(&case_file);
    let recipe = &practice.fitted().recipe;
    let day = case_file.as_of.unwrap();
    let mut profile = profile_of_matter(&case_file, &analysis.assessment, recipe, &library.law, day);
    let full = practice.estimate(&profile, &[]).unwrap();
    for fact in &recipe.counted {
        profile.forget(*fact);
    }
    let bare = practice.estimate(&profile, &[]).unwrap();
    assert!(bare.deviation_log10 > full.deviation_log10, "{} {}", bare.deviation_log10, full.deviation_log10);
    assert!(bare.remarks.iter().any(|remark| matches!(remark, Remark::LittleKnown { known: 0, .. })));
    profile.forget(Fact::Country);
    profile.say(Fact::Country, "LI");
    let elsewhere = practice.estimate(&profile, &[]).unwrap();
    assert!(elsewhere.remarks.contains(&Remark::FewOfCountry { amounts: 0 }));
}

#[test]
fn without_an_allegation_there_is_no_estimate_from_practice() {
    assert!(analyse(&preset("clean-organisation.amende.ron")).practice.is_none());
}

/// Every word an estimate may show has a wording, and every answer it reads exists.
#[test]
fn words_and_answers_of_the_estimate_exist() {
    let library = library();
    let told = |fact: Fact| !matches!(fact, Fact::Country | Fact::Provisions | Fact::Source);
    for column in &library.practice.as_ref().unwrap().fitted().columns {
        if let What::Is(fact, word) = &column.what
            && told(*fact)
        {
            let known = library.practice_words.iter().any(|(known, name, _)| known == fact && name == word);
            assert!(known, "{fact:?} {word}");
        }
    }
    for (id, reading) in &library.recipe.answers {
        let question = library.law.question(id).unwrap_or_else(|| panic!("{id}"));
        match reading {
            AnswerReading::Options(_, words) => {
                for option in words.keys() {
                    assert!(question.answer.options().iter().any(|known| known.id.as_str() == option), "{id} {option}");
                }
            }
            AnswerReading::Whether(_) => assert!(matches!(question.answer, AnswerKind::YesNo), "{id}"),
            AnswerReading::Number(_) | AnswerReading::Months | AnswerReading::UpTo(..) => {
                assert!(matches!(question.answer, AnswerKind::Number { .. }), "{id}");
            }
        }
    }
}

/// The same input gives the same bytes, and nothing of a row stands in them: no name, number or figure of it, and no
/// point that is one row.
#[test]
fn a_fit_is_reproducible_and_holds_no_row() {
    let library = &quick();
    let text = list();
    let fit = || backtest::calibrate(table(&text), library).unwrap();
    let fitted = fit();
    assert_eq!(fitted, fit());
    let written = amende::library::ron_options().to_string(&fitted).unwrap();
    assert!(!written.to_lowercase().contains("quibbleworth") && !written.contains("ES-12"), "a row shows");
    assert!(fitted.rows.iter().all(|hash| hash.len() == 6));
    let rows = table(&text).rows;
    let own: Vec<_> = fitted.decisions.iter().map(|known| &known.vector).collect();
    for row in rows.iter().filter(|row| row.evidence.amount.is_some()) {
        let amount = format!("amount: {}", row.evidence.amount.unwrap());
        assert!(!written.contains(&amount));
    }
    assert!(own.len() == fitted.decisions.len() && fitted.counts.rows == 48);
    assert!(Practice::new(fitted).problems().is_empty());
}

/// A row that was fitted on is estimated by fits that did not see it, another by the fit itself.
#[test]
fn rows_fitted_on_are_estimated_by_other_fits() {
    let library = &quick();
    let text = list();
    let practice = Practice::new(backtest::calibrate(table(&text), library).unwrap());
    let seen = backtest::backtest(table(&text), library, Some(&practice)).unwrap();
    assert_eq!((seen.refitted, seen.unseen, seen.n, seen.n_with_fine), (60, 0, 60, 48));
    let fresh = text.replace("ES-", "EX-").replace("Quibbleworth", "Brandybottle").replace("-77,", "-78,");
    let fresh = backtest::backtest(table(&fresh), library, Some(&practice)).unwrap();
    assert_eq!((fresh.refitted, fresh.unseen), (30, 30), "those of Italy keep their name");
    assert_eq!(seen.baselines.len(), 4);
    assert!(seen.estimate.pinball.unwrap() < seen.baselines["training_median"].pinball.unwrap());
}

/// Fines in another currency are converted, empty ones are none, and a list without a fine has no scores of amounts.
#[test]
fn currencies_empty_fields_and_lists_without_fines() {
    let text = format!(
        "{HEADER}\nA,SE,IMY,Complaint,2021-03-01,,n/a,1,32,Upheld,yes,1000000,SEK,,\nB,SE,IMY,,,,,,,,yes,,,,\nC,SE,IMY,Complaint,2021-03-01,,n/a,1,32,Upheld,no,500,EUR,500,\n"
    );
    let rows = table(&text).rows;
    // About ten kronor a euro.
    let euro =
        amende::practice::told::figure(amende::quantity::Money::from_major(100_000, amende::quantity::Currency::EUR));
    assert!((rows[0].evidence.amount.unwrap() - libm::log10(euro)).abs() < 0.03);
    assert_eq!((rows[1].evidence.amount, rows[1].evidence.fined), (None, None));
    assert_eq!((rows[2].evidence.amount, rows[2].evidence.fined), (None, None), "nothing was found");
    let none = format!("{HEADER}\nD,SE,IMY,Complaint,2021-03-01,,n/a,1,32,Upheld,yes,0,SEK,0,\n");
    let result = backtest::backtest(table(&none), &quick(), library().practice.as_ref()).unwrap();
    assert_eq!((result.n, result.n_with_fine, result.estimate.median_abs_log10_error), (1, 0, None));
    assert!(result.remarks.iter().any(|remark| remark.contains("no row has a fine")));
}

#[test]
fn a_table_that_cannot_be_read_is_refused_with_its_line() {
    let folder = tempfile::tempdir().unwrap();
    let refused = |name: &str, text: &str| {
        let path = written(folder.path(), name, text);
        let output = amende(&["backtest", path.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(1), "{name}");
        String::from_utf8(output.stderr).unwrap()
    };
    let short = refused("short.csv", &format!("{HEADER}\nA,ES\n"));
    assert!(short.contains("short.csv:2: the row has 2 fields"), "{short}");
    let words = refused("words.csv", &format!("{HEADER}\nA,ES,X,,2021-01-01,,,,6,,yes,a lot,EUR,a lot,\n"));
    assert!(words.contains("words.csv:2: `a lot` in column fine_eur is no figure"), "{words}");
    let strange = refused("strange.csv", "a,b\n1,2\n");
    assert!(strange.contains("no mapping knows this table (a, b)"), "{strange}");
    assert!(refused("empty.csv", "").contains("no mapping knows this table"));
    // The matters set aside are no table.
    let both = amende(&["backtest", "table.csv", "--set-aside"]);
    assert_eq!(both.status.code(), Some(2));
}

#[test]
fn backtest_prints_the_documented_json_and_names_what_it_left_out() {
    let folder = tempfile::tempdir().unwrap();
    let text = list().replace(",appeal\n", ",appeal,weather\n").replace(",\n", ",,fine\n");
    let path = written(folder.path(), "list.csv", &text);
    let page = folder.path().join("page.md");
    let output = amende(&["backtest", path.to_str().unwrap(), "--format", "json", "--write", page.to_str().unwrap()]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let value: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&value["n"], &value["n_with_fine"]), (&Value::from(60), &Value::from(48)));
    let figures = [
        "median_abs_log10_error",
        "mean_abs_log10_error",
        "within_factor_2",
        "within_factor_3",
        "within_factor_10",
        "coverage_50",
        "coverage_80",
        "mean_width_80_log10",
        "pinball",
        "brier",
        "auc",
    ];
    for scores in value["baselines"].as_object().unwrap().values().chain([&value["estimate"]]) {
        for figure in figures {
            assert!(scores[figure].is_f64(), "{figure}");
        }
    }
    for set in ["country", "size", "year", "known", "source"] {
        assert!(value["by"][set].is_object(), "{set}");
    }
    assert!(value["remarks"].to_string().contains("columns left out: weather"));
    assert!(fs::read_to_string(page).unwrap().contains("| **estimate** |"));
}

#[test]
fn calibrate_writes_what_the_program_reads() {
    let folder = tempfile::tempdir().unwrap();
    let path = written(folder.path(), "list.csv", &list());
    let out = folder.path().join("practice.ron");
    let output = amende(&["calibrate", "--rows", path.to_str().unwrap(), "--out", out.to_str().unwrap()]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = fs::read_to_string(out).unwrap();
    let fitted: amende::practice::Fitted = amende::library::parse("practice.ron", &text).unwrap();
    let mut again = backtest::calibrate(table(&list()), library()).unwrap();
    // The combination is fitted on the decided matters, by the fit itself.
    assert!(fitted.combination.matters >= 30);
    again.combination = backtest::combination(library(), &Practice::new(again.clone())).unwrap();
    assert_eq!(fitted, again);
}
