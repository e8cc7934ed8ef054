//! The records of decided cases: what holds of all, and what `check` refuses in one.

use std::collections::BTreeSet;

use amende::precedents::{Outcome, Read};

use crate::{library, support};

/// Every record was compared with the text by a second reader, and says when.
#[test]
fn every_record_was_read_twice() {
    for decision in &library().decisions {
        let (entered, checked) = (decision.entered.as_ref(), decision.checked.as_ref());
        assert!(entered.is_some() && checked.is_some(), "{}", decision.id);
    }
}

/// A small database that covers: countries, years, measures, bodies.
#[test]
fn the_records_are_spread() {
    let decisions = &library().decisions;
    let countries: BTreeSet<&str> = decisions.iter().map(|decision| decision.country.as_str()).collect();
    let without = decisions.iter().filter(|decision| decision.outcome != Outcome::Fine).count();
    let whole = decisions.iter().filter(|decision| decision.source.read != Read::Summary).count();
    assert!(decisions.len() >= 250 && countries.len() >= 25, "{} of {}", decisions.len(), countries.len());
    assert!(without >= 50, "{without} without a fine");
    assert!(whole * 10 >= decisions.len() * 9, "{whole} rest on the text itself");
}

/// A decision under the national rules on cookies or marketing names those rules, beside the Regulation or alone.
#[test]
fn records_may_name_provisions_of_national_law() {
    let names = |wanted: &str| {
        let decisions = library().decisions.iter();
        decisions.filter(|known| known.provisions.iter().any(|found| found.as_str() == wanted)).count()
    };
    assert!(names("82 loi Informatique et Libertés") > 5);
    assert!(names("L. 34-5 CPCE") > 0 && names("22.2 LSSI") > 0 && names("reg. 22 PECR") > 0);
}

/// What a record states must hold together: each edit is refused, with its file.
#[test]
fn a_record_that_contradicts_itself_is_refused() {
    let kaspr = "assets/decisions/cnil/2024-kaspr.ron";
    let cases = [
        ("outcome: Fine", "outcome: Order", "`fine` states an amount, and the outcome is none"),
        ("    fine: \"EUR 240_000\",\n", "", "the outcome is a fine, and `fine` is missing"),
        ("fine: \"EUR 240_000\"", "fine: \"EUR 0\"", "`fine` must be above zero"),
        ("published: \"2024-12-19\"", "published: \"2024-12-04\"", "`published` is before `decided`"),
        ("first_contact: \"", "first_contact: \"2025\", //", "`first_contact` 2025 is after the decision"),
        ("letter: \"a\"", "letter: \"m\"", "`m` is not a letter of Art. 83(2)"),
        ("    appeal: ", "    related: [\"cnil/2024-nobody\"],\n    appeal: ", "`related` names `cnil/2024-nobody`"),
        (
            "    appeal: ",
            "    not_found: [(provision: \"5(1)(e)\", reason: \"test\")],\n    appeal: ",
            "`5(1)(e)` stands under `provisions` and under `not_found`",
        ),
        (
            "    appeal: ",
            "    conducts: [(provisions: [\"33(1)\"], amount: \"EUR 240_000\")],\n    appeal: ",
            "`33(1)` stands under `conducts` and not under `provisions`",
        ),
        (
            "    appeal: ",
            "    proceedings: [(court: \"A\", decided: \"2023\", result: Upheld)],\n    appeal: ",
            "`proceedings`: 2023 is before the decision",
        ),
        ("    places: {", "    places: {\n        \"poeple\": \"para. 1\",", "`places` names `poeple`; it may name "),
        ("    entered: (on: \"", "    entered: (on: \"2030-01-01\", read: \"\"), //", "`checked` is before `entered`"),
    ];
    for (from, to, said) in cases {
        let problems = support::broken(&[(kaspr, from, to)]);
        let line = problems.lines().find(|line| line.contains(said));
        assert!(line.is_some_and(|line| line.starts_with(kaspr)), "{to}: {problems}");
    }
}
