//! What a reader is told of a choice names the point as the pages do: no key of a file stands
//! in a report, in `assess` or in what is told.

use std::collections::BTreeSet;

use amende::facts::{CaseFile, ChoiceValue};
use amende::fine::{Calculation, Permitted};
use amende::law::{ChoiceId, UndertakingKind};
use amende::quantity::{Money, Rate};
use amende::report::{self, Format, SystemFonts};
use amende::trace::Warning;

use crate::{analyse, library, preset};

/// Words that only a file writes: `seriousness_share`, `A.reprimand`, `matter.turnover`.
fn raw_keys(text: &str) -> Vec<String> {
    let words = text.split(|c: char| c.is_whitespace() || "()[]“”\",;:".contains(c));
    let written = words.filter(|word| !word.contains('/') && !word.contains('@')).map(|word| word.replace('\\', ""));
    let inside = |word: &str| {
        let bytes = word.as_bytes();
        bytes.windows(3).any(|at| at[1] == b'_' && at[0].is_ascii_lowercase() && at[2].is_ascii_lowercase())
    };
    let dotted = |word: &str| {
        let parts = word.split_once('.');
        parts.is_some_and(|(of, point)| {
            (of == "matter" || of.len() == 1 && of.starts_with(|c: char| c.is_ascii_uppercase()))
                && point.starts_with(|c: char| c.is_ascii_lowercase())
        })
    };
    written.filter(|word| inside(word) || dotted(word)).collect()
}

/// The whole of what is told of a matter: each warning, and the report.
fn told(case_file: &CaseFile) -> (Calculation, String) {
    let analysis = analyse(case_file);
    let exposure = amende::analysis::simulate(case_file, library(), &analysis).unwrap();
    let document = report::build(case_file, library(), &analysis, &exposure);
    let markdown = report::render(&document, Format::Markdown, SystemFonts::installed()).unwrap();
    let mut text = String::from_utf8(markdown).unwrap();
    for warning in &analysis.calculation.warnings {
        text.push_str(&library().locale.warning(warning, &library().law));
        text.push('\n');
    }
    (analysis.calculation, text)
}

/// Something outside what is permitted at a point, and something of another kind.
fn outside(permitted: &Permitted) -> [ChoiceValue; 2] {
    let far = Rate::from_ppm(9_000_000);
    match permitted {
        Permitted::Rates(_) | Permitted::Levels => [ChoiceValue::Rate(far), ChoiceValue::Holds(true)],
        Permitted::Amounts(range) => {
            let most = Money::from_minor(i64::MAX, range.high.currency());
            [ChoiceValue::Amount(most), ChoiceValue::Rate(far)]
        }
        Permitted::Categories(_) => [ChoiceValue::Category(200), ChoiceValue::Rate(far)],
        Permitted::Statement => [ChoiceValue::Holds(true), ChoiceValue::Rate(far)],
    }
}

fn matters() -> Vec<CaseFile> {
    let mut all = Vec::new();
    for name in ["kaspr.amende.ron", "hospital-snooping.amende.ron", "public-authority.amende.ron"] {
        for country in ["FR", "GB", "NL", "PL", "SE", "DK", "ES"] {
            let mut case_file = preset(name);
            country.clone_into(&mut case_file.undertaking.establishment);
            if name.starts_with("public") {
                case_file.undertaking.kind = UndertakingKind::PublicBody;
            }
            all.push(case_file);
        }
    }
    all
}

/// At every point of methods and countries of each kind, a choice outside what is permitted
/// and one of another kind are told in words; the amounts chosen outright too.
#[test]
fn no_key_of_a_point_is_told_to_a_reader() {
    let mut kinds = BTreeSet::new();
    for case_file in matters() {
        let (calculation, plain) = told(&case_file);
        assert_eq!(raw_keys(&plain), Vec::<String>::new(), "{}", case_file.title);
        for which in [0, 1] {
            let mut chosen = case_file.clone();
            for point in &calculation.points {
                chosen.choices.set(point.id.clone(), outside(&point.permitted)[which], "test");
            }
            let amount = Money::from_minor(i64::MAX, calculation.fine.point.currency());
            for point in ["starting_amount", "adjusted_amount", "final_amount"] {
                let amount = if which == 0 { ChoiceValue::Amount(amount) } else { ChoiceValue::Holds(true) };
                chosen.choices.set(ChoiceId::from(format!("A.{point}").as_str()), amount, "test");
            }
            let (calculation, text) = told(&chosen);
            assert_eq!(raw_keys(&text), Vec::<String>::new(), "{}", case_file.title);
            let of_choices = calculation.warnings.iter().filter_map(|warning| match warning {
                Warning::OutOfRange { .. } => Some("out of range"),
                Warning::WrongKind { .. } => Some("wrong kind"),
                Warning::Overridden { .. } => Some("overridden"),
                Warning::Unusual { .. } => Some("unusual"),
                Warning::AgainstAnswers { .. } => Some("against the answers"),
                Warning::NotDisplaced { .. } => Some("not displaced"),
                Warning::CategoryFar { .. } => Some("category far"),
                _ => None,
            });
            kinds.extend(of_choices);
        }
    }
    for kind in ["out of range", "wrong kind", "overridden", "unusual", "against the answers"] {
        assert!(kinds.contains(kind), "{kind} was never told: {kinds:?}");
    }
}

/// Every point that a calculation records has a name in words; one that nobody has stands as
/// it was written, to be found in the file.
#[test]
fn every_point_has_a_name() {
    let text = &library().locale;
    let mut named = 0;
    for case_file in matters() {
        for point in analyse(&case_file).calculation.points {
            let name = text.point(&point.id, &library().law);
            assert!(name.starts_with("Conduct ") || name.starts_with('“'), "{}: {name}", point.id);
            assert_eq!(raw_keys(&name), Vec::<String>::new());
            named += 1;
        }
    }
    assert!(named > 200, "only {named}");
    assert_eq!(text.point(&"A.seriusness".into(), &library().law), "Choice “A.seriusness”");
    assert_eq!(text.point(&"matter.reduction.nobody".into(), &library().law), "Choice “matter.reduction.nobody”");
}
