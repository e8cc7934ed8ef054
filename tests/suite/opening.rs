//! What a matter says twice, against itself or of nothing: refused with file and line
//! when it is opened, or told with the result. Nothing is taken in silence.

use std::fs;

use amende::analysis;
use amende::facts::{Answer, AnswerValue, CaseFile, ChoiceValue, FORMAT, PreviousInfringement};
use amende::library::{DataFile, Library};
use amende::storage::{self, data_files};
use amende::trace::{Warning, WordOf};

use crate::{analyse, library, preset};

/// What opening a matter with this text says.
fn opened(text: &str) -> Result<CaseFile, String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("matter.amende.ron");
    fs::write(&path, text).unwrap();
    storage::open(&path, &library().law).map_err(|error| error.to_string())
}

/// The web shop's file with one text in the place of another.
fn shop(from: &str, to: &str) -> String {
    let shop = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/presets/shop.amende.ron")).unwrap();
    assert!(shop.contains(from), "{from}");
    shop.replacen(from, to, 1)
}

#[test]
fn what_contradicts_itself_is_refused_with_its_line() {
    let format = format!("format: {FORMAT}");
    assert!(opened(&shop(&format, &format)).is_ok());
    let operation = preset("shop.amende.ron").operations[0].id.clone();
    let rule = &library().law.rules[0].id;
    let review =
        |verdict: &str| format!("(operation: \"{operation}\", rule: \"{rule}\", verdict: {verdict}, reason: \"r\")");
    let reviews = |second: &str| {
        shop("choices: {}", &format!("reviews: [{}, {second}],\n    choices: {{}}", review("Confirmed")))
    };
    let cases = [
        (shop(&format, "format: 0"), "format 0"),
        (shop("purpose:", &format!("linked_to: \"{operation}\",\n            purpose:")), "linked to itself"),
        (reviews(&review("Rejected")), "reviewed twice"),
        (reviews(&review("Confirmed")), "reviewed twice"),
        (shop("choices: {}", "exchange: [(from: EUR, to: EUR, rate: \"2\")],\n    choices: {}"), "the same currency"),
    ];
    for (text, said) in cases {
        let error = opened(&text).unwrap_err();
        assert!(error.contains("matter.amende.ron") && error.contains(said), "{said}: {error}");
        let key = ["format: 0", "linked_to:", "reviews:", "exchange:"].into_iter().find(|key| text.contains(key));
        if let Some(key) = key.filter(|key| *key != "format: 0") {
            let line = text.lines().position(|line| line.contains(key)).unwrap() + 1;
            assert!(error.contains(&format!("matter.amende.ron:{line}:")), "{key} stands in line {line}: {error}");
        }
    }
}

/// The decision on these facts never feeds their own estimate, whatever slip its name has.
#[test]
fn a_decision_named_wrongly_is_told_and_kept_out() {
    for named in
        ["cnil/2024-kasper", "cnil/2024-Kaspr", "CNIL/2024-kaspr", "cnil/2024-kasp", "cnil/2024_kaspr", "cnil/kaspr"]
    {
        let mut case_file = preset("kaspr.amende.ron");
        case_file.decided_as = Some(named.to_owned());
        let analysis = analyse(&case_file);
        let told = Warning::NoSuchDecision { named: named.to_owned(), nearest: "cnil/2024-kaspr".to_owned() };
        assert!(analysis.calculation.warnings.contains(&told), "{named}: {:?}", analysis.calculation.warnings);
        assert!(analysis.comparables.iter().all(|near| near.decision.id != "cnil/2024-kaspr"), "{named}");
    }
    let right = analyse(&preset("kaspr.amende.ron"));
    let wrong = |warning: &Warning| matches!(warning, Warning::NoSuchDecision { .. });
    assert!(!right.calculation.warnings.iter().any(wrong));
}

/// An earlier infringement is old by its day, not by its year.
#[test]
fn an_earlier_infringement_is_old_by_its_day() {
    let old = |date: &str, day: &str| {
        let mut case_file = preset("shop.amende.ron");
        case_file.as_of = Some(day.parse().unwrap());
        case_file.undertaking.previous_infringements = vec![PreviousInfringement {
            date: Some(date.parse().unwrap()),
            what: "test".to_owned(),
            provisions: Vec::new(),
            same_subject: true,
        }];
        let warnings = analyse(&case_file).calculation.warnings;
        warnings.iter().any(|warning| matches!(warning, Warning::OldInfringement { .. }))
    };
    assert!(old("2016-01-01", "2026-12-31"), "ten years and eleven months");
    assert!(old("2016-01-01", "2026-01-02"));
    assert!(!old("2016-01-01", "2026-01-01"), "ten years to the day");
    assert!(!old("2015-12-31", "2025-12-31"));
    assert!(old("2016-02-29", "2026-03-01"));
    // Of a month or a year all days must be so old.
    assert!(!old("2016", "2026-12-31") && old("2016", "2027-01-01"));
    assert!(!old("2016-05", "2026-05-31") && old("2016-05", "2026-06-01"));
}

/// The receipt covers what the estimate assumes, and is the same however lines end.
#[test]
fn the_receipt_covers_all_data_and_no_line_ending() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = data_files(root).unwrap();
    let with = |edit: &dyn Fn(&DataFile) -> String| {
        let edited =
            files.iter().map(|file| DataFile { path: file.path.clone(), contents: edit(file).into_bytes().into() });
        Library::from_files(edited.collect()).unwrap()
    };
    let text = |file: &DataFile| String::from_utf8(file.contents.to_vec()).unwrap();
    let receipt = |library: &Library| {
        let case_file = preset("kaspr.amende.ron");
        let analysis = analysis::analyse(&case_file, library, &crate::terms(&case_file)).unwrap();
        serde_json::to_value(&analysis.receipt).unwrap()
    };
    let plain = with(&|file| text(file));
    let windows = with(&|file| text(file).replace('\n', "\r\n"));
    assert_eq!(receipt(&plain), receipt(&windows));
    for (file, from, to, hash) in [
        ("assets/estimate/priors.ron", "clear: \"95 %\"", "clear: \"94 %\"", "estimate"),
        ("assets/estimate/similarity.ron", "shown: 10", "shown: 9", "estimate"),
        ("assets/estimate/score.ron", "weak: 75", "weak: 74", "estimate"),
        ("assets/vocabulary/countries.ron", "name: \"France\"", "name: \"La France\"", "law_data"),
        ("assets/law/rates/ecb.ron", "(", "( ", "law_data"),
        ("assets/law/uk-gdpr/framework.ron", "(", "( ", "law_data"),
        ("assets/law/national/FR.ron", "name: \"France\"", "name: \"La France\"", "law_data"),
        ("assets/questionnaire/35-retention.ron", "Is a storage period", "Is any storage period", "law_data"),
        ("assets/decisions/cnil/2024-kaspr.ron", "people: 160_000_000", "people: 160_000_001", "decisions"),
    ] {
        let changed = with(&|known| if known.path == file { text(known).replacen(from, to, 1) } else { text(known) });
        assert_ne!(receipt(&plain)[hash], receipt(&changed)[hash], "{file}");
    }
}

fn warnings(edit: &dyn Fn(&mut CaseFile)) -> Vec<Warning> {
    let mut case_file = preset("shop.amende.ron");
    edit(&mut case_file);
    analyse(&case_file).calculation.warnings
}

fn answer(case_file: &mut CaseFile, question: &str, value: AnswerValue) {
    case_file.operations[0].answers.insert(question.into(), Answer { value, ..Answer::default() });
}

/// What no opening refuses, since the window lets it be typed, is told.
#[test]
fn answers_that_cannot_be_meant_are_told() {
    // Of every question that has such an option.
    let mut tried = 0;
    for question in library().law.questions() {
        let amende::law::AnswerKind::Several(options) = &question.answer else { continue };
        let Some(nothing) = options.iter().find(|option| option.is_none()) else { continue };
        let other = options.iter().find(|option| !option.is_none()).unwrap();
        let told = |options: Vec<amende::law::OptionId>| {
            let told = warnings(&|case_file| {
                answer(case_file, question.id.as_str(), AnswerValue::Options(options.clone()));
            });
            let about = |warning: &Warning| matches!(warning, Warning::NoneAndOthers { question: about, .. } if *about == question.id);
            told.iter().any(about)
        };
        assert!(told(vec![nothing.id.clone(), other.id.clone()]), "{}", question.id);
        assert!(!told(vec![nothing.id.clone()]) && !told(vec![other.id.clone()]), "{}", question.id);
        tried += 1;
    }
    assert!(tried > 5, "{tried}");
    // And every number has a bound that is told.
    for question in library().law.questions() {
        let amende::law::AnswerKind::Number { .. } = &question.answer else { continue };
        let most = question.at_most.unwrap_or_else(|| panic!("`{}` has no bound", question.id));
        let told = |number: i64| {
            let told = warnings(&|case_file| answer(case_file, question.id.as_str(), AnswerValue::Number(number)));
            told.iter()
                .any(|warning| matches!(warning, Warning::TooMany { question: about, .. } if *about == question.id))
        };
        assert!(told(9_200_000_000_000_000_000) && told(most + 1) && !told(most), "{}", question.id);
    }
}

/// Answers that contradict each other are told, and only then.
#[test]
fn contradictions_are_told() {
    let told = |edit: &dyn Fn(&mut CaseFile)| {
        let warnings = warnings(edit);
        warnings.iter().filter(|warning| matches!(warning, Warning::Contradiction { .. })).count()
    };
    let option = |name: &str| AnswerValue::Option(name.into());
    assert_eq!(told(&|_| {}), 0);
    let order = |ignored: AnswerValue, followed: &str| {
        let followed = option(followed);
        told(&move |case_file| {
            answer(case_file, "response.earlier", AnswerValue::Yes);
            answer(case_file, "response.authority", AnswerValue::Yes);
            answer(case_file, "response.order_ignored", ignored.clone());
            answer(case_file, "orders.followed", followed.clone());
        })
    };
    assert_eq!(order(AnswerValue::Yes, "no_order"), 1);
    assert_eq!(order(AnswerValue::Yes, "in_time"), 1);
    assert_eq!(order(AnswerValue::Yes, "not"), 0);
    assert_eq!(order(AnswerValue::No, "no_order"), 0);
    let listed = |earlier: AnswerValue| {
        told(&move |case_file| {
            case_file.undertaking.previous_infringements.push(PreviousInfringement {
                date: Some("2024-01-01".parse().unwrap()),
                what: "test".to_owned(),
                provisions: Vec::new(),
                same_subject: false,
            });
            answer(case_file, "response.earlier", earlier.clone());
        })
    };
    assert_eq!((listed(AnswerValue::No), listed(AnswerValue::Yes)), (1, 0));
}

/// Art. 99(2): conduct before 25 May 2018 is no infringement of the GDPR. What must have
/// lasted since before that day is told, and its months do not count unless chosen.
#[test]
fn conduct_before_the_law_is_told_and_does_not_count() {
    let of = |months: i64, day: &str, chosen: Option<bool>| {
        let mut case_file = preset("shop.amende.ron");
        case_file.as_of = Some(day.parse().unwrap());
        answer(&mut case_file, "scale.months", AnswerValue::Number(months));
        if let Some(chosen) = chosen {
            case_file.choices.set("matter.earlier_conduct".into(), ChoiceValue::Holds(chosen), "test");
        }
        let calculation = analyse(&case_file).calculation;
        let told = |warning: &Warning| match warning {
            Warning::EarlierConduct { stated, possible, .. } => Some((*stated, *possible)),
            _ => None,
        };
        let unasked = calculation.warnings.iter().any(|warning| matches!(warning, Warning::NoSuchPoint { .. }));
        let asked = calculation.point("matter.earlier_conduct").is_some();
        (calculation.fine.point, calculation.warnings.iter().find_map(told), asked, unasked)
    };
    let day = "2019-06-01";
    let (whole, told, ..) = of(12, day, None);
    assert_eq!(told, None, "twelve months lie under the law");
    assert_eq!(of(24, day, None), (whole, Some((24, 12)), true, false));
    assert_eq!(of(24, day, Some(false)), (whole, Some((24, 12)), true, false));
    let (counted, told, ..) = of(24, day, Some(true));
    assert!(counted > whole && told.is_some(), "two years raise the seriousness where they count");
    assert_eq!(of(24, "2020-05-25", None), (of(24, "2026-11-01", None).0, None, false, false));
    assert_eq!(of(24, "2020-05-24", None).1, Some((24, 23)));
    assert!(of(12, day, Some(true)).3, "a choice where nothing lies before is told");
}

/// Art. 3(2), 27, 55, 56 GDPR; Art. 3(2) UK GDPR: where several laws or authorities reach a
/// body, that is told.
#[test]
fn several_laws_and_authorities_are_told() {
    let of = |establishment: &str, people: &[&str]| {
        let told = warnings(&|case_file| {
            case_file.undertaking.establishment = establishment.to_owned();
            case_file.undertaking.people_in = people.iter().map(ToString::to_string).collect();
            case_file.undertaking.turnover = amende::facts::Turnover::Unknown;
        });
        let (mut second, mut none_leads) = (Vec::new(), Vec::new());
        for warning in told {
            match warning {
                Warning::SecondLaw { countries, .. } => second.extend(countries),
                Warning::NoLeadAuthority { countries } => none_leads.extend(countries),
                _ => {}
            }
        }
        (second.join(" "), none_leads.join(" "))
    };
    let both = |second: &str, none_leads: &str| (second.to_owned(), none_leads.to_owned());
    assert_eq!(of("AT", &["AT", "DE"]), both("", ""), "one law, one lead authority");
    assert_eq!(of("AT", &["AT", "UK"]), both("GB", ""));
    assert_eq!(of("GB", &["GB"]), both("", ""));
    assert_eq!(of("GB", &["GB", "DE", "FR"]), both("DE FR", "DE FR"));
    assert_eq!(of("US", &["FR", "IT", "EL", "NL", "GB"]), both("GB", "FR GR IT NL"));
    assert_eq!(of("US", &["US"]), both("", ""));
    assert_eq!(of("", &["DE", "GB"]), both("", ""), "nothing is known of where it is");
}

/// What a person who edits a matter by hand may get wrong, with what is said: the key, what
/// stands there, and what to write.
#[test]
fn wrong_values_are_told_with_the_key_and_what_to_write() {
    let turnover = "turnover: Figure(amount: \"EUR 1_400_000\", year: 2025";
    let bracket = |low: &str, high: &str| {
        format!(
            "turnover: Bracket(from: \"{low}\", to: \"{high}\", source: \"test\"),\n        adherence: [],\n        employees: 9,\n"
        )
    };
    let rows: &[(&str, &str, &[&str])] = &[
        (
            "as_of: \"2026-11-01\"",
            "as_of: \"2026-05\"",
            &["5:", "`as_of`", "`2026-05` names a month", "a full day is needed here, as in \"2026-05-31\""],
        ),
        (
            "as_of: \"2026-11-01\"",
            "as_of: \"2026\"",
            &["`as_of`", "`2026` names a year", "a full day is needed here, as in \"2026-12-31\""],
        ),
        ("as_of: \"2026-11-01\"", "as_of: \"31.05.2026\"", &["`as_of`", "`31.05.2026` is not a day", "\"2026-05-31\""]),
        ("as_of: \"2026-11-01\"", "as_of: \"2026-02-30\"", &["`as_of`", "`2026-02-30` is not a day"]),
        (
            "as_of: \"2026-11-01\"",
            "as_of: 2026-05-31",
            &["`as_of`", "text in quotation marks", "not `2026-05-31`", "\"2026-05-31\""],
        ),
        (
            "\"EUR 1_400_000\"",
            "1400000",
            &["`amount`", "text in quotation marks", "not `1400000`", "\"EUR 1_500_000\""],
        ),
        ("\"EUR 1_400_000\"", "\"1_400_000 EUR\"", &["`amount`", "here \"EUR 1_400_000\""]),
        ("\"EUR 1_400_000\"", "\"€ 1_400_000\"", &["`amount`", "here \"EUR 1_400_000\""]),
        (
            "\"EUR 1_400_000\"",
            "\"XYZ 1_400_000\"",
            &["`amount`", "no currency of ISO 4217", "write the code of the currency"],
        ),
        ("year: 2025", "year: \"2025\"", &["`year`", "a number without quotation marks", "not `\"2025\"`", "`2025`"]),
        (turnover, "turnover: Figur(amount: \"EUR 1_400_000\", year: 2025", &["`turnover`", "`Figure` may be meant"]),
        (
            "kind: Company",
            "kind: Compani",
            &["`kind`", "`Compani` is not known here; `Company` may be meant", "`PublicBody`"],
        ),
        ("kind: Company", "kind: \"Company\"", &["`kind`", "without quotation marks", "not `\"Company\"`"]),
        ("employees: 9", "employees: \"9\"", &["`employees`", "a number without quotation marks"]),
        ("employees: 9", "employees: 9.5", &["`employees`", "a number has no decimals"]),
        ("employees: 9", "employees: -9", &["`employees`", "zero or more"]),
        ("employees: 9", "employes: 9", &["no key `employes`", "`employees` may be meant"]),
        (
            "people_in: [\"AT\"]",
            "people_in: \"AT\"",
            &["`people_in`", "a list in square brackets", "`[\"FR\", \"DE\"]`"],
        ),
        ("people_in: [\"AT\"]", "people_in: [AT]", &["`people_in`", "text in quotation marks", "not `AT`"]),
        ("Number(8_200)", "Number(\"8200\")", &["`value`", "a number without quotation marks", "`1_200`"]),
        ("Number(8_200)", "8200", &["`value`", "`Number(12)`"]),
        (
            "Option(\"minor\")",
            "Option(minor)",
            &["`value`", "text in quotation marks", "not `minor`", "the name of the answer"],
        ),
        ("Option(\"minor\")", "Options(\"minor\")", &["`value`", "`Options([\"…\", \"…\"])`"]),
        ("Option(\"minor\")", "option(\"minor\")", &["`value`", "`Option` may be meant"]),
        ("choices: {}", "choices: []", &["`choices`", "entries in braces", "`{}` for none"]),
        ("choices: {}", "choices: {\"A.seriousness\": High}", &["`A.seriousness`", "an entry in round brackets"]),
        (
            "choices: {}",
            "exchange: [(from: \"SEK\", to: EUR, rate: \"0.08\")]",
            &["`from`", "without quotation marks", "`EUR`"],
        ),
        (
            "choices: {}",
            "exchange: [(from: SKE, to: EUR, rate: \"0.08\")]",
            &["`from`", "no currency of ISO 4217", "`SEK` may be meant"],
        ),
        ("title: \"Web shop: newsletter\",", "title: \"Web shop: newsletter,", &["quotation mark at both ends"]),
        ("kind: Company,", "kind: Company", &["a comma or a closing bracket"]),
    ];
    for (from, to, said) in rows {
        let error = opened(&shop(from, to)).unwrap_err();
        for part in *said {
            assert!(error.contains(part), "{to}: `{part}` is not in: {error}");
        }
    }
    let full = "turnover: Figure(amount: \"EUR 1_400_000\", year: 2025, source: \"Annual accounts (fictional)\", secondary: false),\n        employees: 9,\n";
    let error = opened(&shop(full, &bracket("EUR 1_000", "SEK 9_000_000"))).unwrap_err();
    assert!(
        error.contains("the turnover lies between an amount in EUR and one in SEK: state both in one currency"),
        "{error}"
    );
}

/// Words for establishment, authority and sector that no list has are told with the nearest.
#[test]
fn words_that_no_list_has_are_told_with_the_nearest() {
    let told = |edit: &dyn Fn(&mut CaseFile)| {
        let of = |warning: &Warning| match warning {
            Warning::UnknownWord { of, word, nearest } => Some((*of, word.clone(), nearest.clone())),
            _ => None,
        };
        warnings(edit).iter().filter_map(of).collect::<Vec<_>>()
    };
    assert_eq!(told(&|_| {}), []);
    let dsb = told(&|case_file| case_file.undertaking.lead_authority = "dbs".to_owned());
    assert_eq!(dsb, [(WordOf::Authority, "dbs".to_owned(), Some("DSB (dsb)".to_owned()))]);
    let austria = told(&|case_file| case_file.undertaking.establishment = "Austia".to_owned());
    assert_eq!(austria, [(WordOf::Establishment, "Austia".to_owned(), Some("Austria (AT)".to_owned()))]);
    let own = told(&|case_file| case_file.undertaking.sector = "Sale of seeds and tools by post".to_owned());
    assert_eq!(own, [(WordOf::Sector, "Sale of seeds and tools by post".to_owned(), None)]);
    for warning in warnings(&|case_file| case_file.undertaking.lead_authority = "dbs".to_owned()) {
        let said = library().locale.warning(&warning, &library().law);
        if matches!(warning, Warning::UnknownWord { .. }) {
            assert!(said.contains("“dbs”") && said.contains("Is “DSB (dsb)” meant?"), "{said}");
        }
    }
}
