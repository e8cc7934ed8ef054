//! What does not fit is told with the result, and no choice leads outside the range
//! that is printed.

use amende::facts::{Answer, AnswerValue, CaseFile, ChoiceValue, PreviousInfringement, Turnover};
use amende::fine::Calculation;
use amende::law::UndertakingKind;
use jiff::civil::Date;

use crate::chain::follow;
use crate::{analyse, library, preset};
use amende::trace::Warning;

const EDPB: &str = "edpb-04-2022-v2.1";

pub(crate) fn edpb(edit: impl FnOnce(&mut CaseFile)) -> Calculation {
    follow(EDPB, &["6(1)"], "EUR 3_000_000", edit).unwrap()
}

pub(crate) fn amount(case_file: &mut CaseFile, point: &str, amount: &str) {
    case_file.choices.set(point.into(), ChoiceValue::Amount(amount.parse().unwrap()), "test");
}

/// A country's limit holds at the end: it never raises what the method gives for the
/// same facts. In Poland the share is taken from the limit itself.
#[test]
fn a_limit_for_public_bodies_never_raises_a_fine() {
    let fine = |country: &str, share: &str| {
        let calculation = edpb(|case_file| {
            case_file.undertaking.kind = UndertakingKind::PublicBody;
            country.clone_into(&mut case_file.undertaking.establishment);
            let level = ChoiceValue::Level(amende::law::Seriousness::High);
            case_file.choices.set("A.seriousness".into(), level, "test");
            let share = ChoiceValue::Rate(share.parse().unwrap());
            case_file.choices.set("A.seriousness_share".into(), share, "test");
        });
        calculation.fine.point
    };
    for share in ["20 %", "60 %", "100 %"] {
        for country in ["IE", "GR", "CY", "LT", "MT"] {
            assert!(fine(country, share) <= fine("IT", share), "{country} {share}");
        }
    }
}

/// The same where a country caps the fine on a public body.
#[test]
fn an_amount_chosen_under_a_national_cap_stays_in_its_range() {
    let fine = edpb(|case_file| {
        case_file.undertaking.kind = UndertakingKind::PublicBody;
        case_file.undertaking.establishment = "IE".to_owned();
        amount(case_file, "A.final_amount", "EUR 750_000");
    });
    let (spread, cap) = (fine.fine, "EUR 1_000_000".parse().unwrap());
    assert!(spread.low <= spread.point && spread.point <= spread.high && spread.high <= cap, "{spread:?}");
}

/// Without intent or negligence the Union's law knows no fine (C-807/21); the British
/// guidance weighs them only, and that is told.
#[test]
fn a_fine_without_fault_is_told_where_the_method_knows_one() {
    let mut case_file = preset("shop.amende.ron");
    let value = AnswerValue::Option("none".into());
    for operation in &mut case_file.operations {
        operation.answers.insert("fault.kind".into(), Answer { value: value.clone(), ..Answer::default() });
    }
    let told = |calculation: &Calculation| {
        calculation.warnings.iter().filter(|known| matches!(known, Warning::FaultNotRequired { .. })).count()
    };
    let european = analyse(&case_file).calculation;
    assert_eq!((european.fine.high.minor(), told(&european)), (0, 0));
    case_file.undertaking.establishment = "GB".to_owned();
    case_file.undertaking.turnover = Turnover::Unknown;
    let british = analyse(&case_file).calculation;
    assert_eq!(british.methodology.as_str(), "ico-2024");
    assert!(british.fine.point.minor() > 0);
    assert_eq!(told(&british), british.conducts.len());
}

/// The Dutch authority has rules of its own for public bodies and private persons since
/// 2023; their amounts are not held here.
#[test]
fn rules_that_are_not_held_are_told() {
    let told = |kind, country: &str| {
        let calculation = edpb(|case_file| {
            case_file.undertaking.kind = kind;
            country.clone_into(&mut case_file.undertaking.establishment);
        });
        calculation.warnings.iter().any(|known| matches!(known, Warning::RulesNotHeld { .. }))
    };
    assert!(told(UndertakingKind::PublicBody, "NL") && told(UndertakingKind::Individual, "NL"));
    assert!(!told(UndertakingKind::Company, "NL") && !told(UndertakingKind::PublicBody, "IT"));
}

/// Old infringements weigh less (paras 82 to 94 of the guidelines), later ones are none.
#[test]
fn an_earlier_infringement_out_of_time_is_told() {
    let mut case_file = preset("kaspr.amende.ron");
    let answers = &mut case_file.operations[0].answers;
    answers.insert("response.earlier".into(), Answer { value: AnswerValue::Yes, ..Answer::default() });
    let mut told = |date: &str| {
        let date = date.parse().unwrap();
        case_file.undertaking.previous_infringements = vec![PreviousInfringement {
            date: Some(date),
            what: "test".to_owned(),
            provisions: Vec::new(),
            same_subject: true,
        }];
        (date, analyse(&case_file).calculation.warnings)
    };
    let (date, warnings) = told("1999-03-01");
    assert_eq!(warnings, [Warning::OldInfringement { date }]);
    assert_eq!(told("2023-03-01").1, []);
    let (date, warnings) = told("2024-12-06");
    assert_eq!(warnings, [Warning::LaterInfringement { date }]);
    // And it weighs nothing: the day before it does.
    let point = |date: &str| {
        let mut case_file = preset("kaspr.amende.ron");
        case_file.undertaking.previous_infringements.push(PreviousInfringement {
            date: Some(date.parse().unwrap()),
            what: "test".to_owned(),
            provisions: Vec::new(),
            same_subject: true,
        });
        analyse(&case_file).calculation.fine.point
    };
    let without = analyse(&preset("kaspr.amende.ron")).calculation.fine.point;
    assert_eq!(point("2024-12-06"), without);
    assert!(point("2024-12-04") > without);
}

/// A matter is calculated under the law of its day: the country's own method while it
/// was in force, the common one since, and a note where none was published yet.
#[test]
fn the_method_is_that_of_the_day_and_of_the_country() {
    let method = |country: &str, kind, day: &str| {
        let day: Date = day.parse().unwrap();
        library().law.methodology_for(country, kind, day).unwrap().id.to_string()
    };
    let company = UndertakingKind::Company;
    assert_eq!(method("NL", company, "2020-06-01"), "ap-2019");
    assert_eq!(method("DE", company, "2020-06-01"), "dsk-2019");
    assert_eq!(method("DE", UndertakingKind::Association, "2020-06-01"), EDPB, "the concept is not for associations");
    for country in ["NL", "DE", "FR", ""] {
        assert_eq!(method(country, company, "2026-01-01"), EDPB, "{country}");
    }
    assert_eq!(method("FR", company, "2019-06-01"), EDPB, "no other was published");
    // Voorschoten, a municipality, was fined by the rules of 2019 on 2 November 2023, Uber by the
    // guidelines on 11 December 2023.
    assert_eq!(method("NL", UndertakingKind::PublicBody, "2023-11-02"), "ap-2019");
    assert_eq!(method("NL", company, "2023-12-11"), EDPB);
    assert_eq!(method("NL", UndertakingKind::PublicBody, "2023-12-12"), EDPB);
    assert_eq!(method("GB", company, "2022-06-01"), "ico-2024");
    assert_eq!(method("GB", company, "2020-12-31"), EDPB, "the GDPR applied there until then");
    assert_eq!(method("GB", company, "2021-01-01"), "ico-2024");

    let mut case_file = preset("shop.amende.ron");
    let mut warned = |establishment: &str, method: Option<&str>, day: &str| {
        case_file.undertaking.establishment = establishment.to_owned();
        case_file.methodology = method.map(Into::into);
        case_file.as_of = Some(day.parse().unwrap());
        let warnings = analyse(&case_file).calculation.warnings;
        let of_method = |warning: &Warning| {
            matches!(
                warning,
                Warning::NotYetAdopted { .. } | Warning::Superseded { .. } | Warning::ForeignMethod { .. }
            )
        };
        warnings.into_iter().filter(of_method).collect::<Vec<_>>()
    };
    let adopted = || Warning::NotYetAdopted { from: "2023-05-24".parse().unwrap() };
    assert_eq!(warned("FR", None, "2019-06-01"), [adopted()]);
    assert_eq!(warned("FR", None, "2023-05-24"), []);
    assert_eq!(warned("DE", None, "2020-06-01"), []);
    let superseded = Warning::Superseded { to: "2023-05-23".parse().unwrap() };
    assert_eq!(warned("DE", Some("dsk-2019"), "2026-01-01"), [superseded]);
}

/// Art. 103 of the Polish Act names the table of the end of January of each year: with
/// that of another year the amount is marked.
#[test]
fn a_rate_of_exchange_of_another_year_is_told() {
    let mut case_file = preset("shop.amende.ron");
    case_file.undertaking.establishment = "PL".to_owned();
    let mut on = |day: &str| {
        case_file.as_of = Some(day.parse().unwrap());
        let calculation = analyse(&case_file).calculation;
        let of_rate =
            |warning: &Warning| matches!(warning, Warning::RateOfEarlierYear { .. } | Warning::RateUnknown { .. });
        (calculation.payable.is_some(), calculation.warnings.into_iter().find(of_rate))
    };
    assert_eq!(on("2025-06-01"), (true, None));
    let (payable, warning) = on("2035-06-01");
    assert!(!payable && matches!(warning, Some(Warning::RateUnknown { .. })), "{warning:?}");
    let newest = library().law.national.iter().find(|rules| rules.country == "PL").unwrap();
    let newest = newest.payment.as_ref().unwrap().rates.last().unwrap().day;
    let (payable, warning) = on(&format!("{}-06-01", newest.year() + 1));
    assert!(payable && matches!(warning, Some(Warning::RateOfEarlierYear { day, .. }) if day == newest), "{warning:?}");
}

/// What no law held here governs is told, and the codes the institutions use are known.
#[test]
fn a_country_without_law_held_here_is_told() {
    let told = |country: &str| {
        let calculation = edpb(|case_file| country.clone_into(&mut case_file.undertaking.establishment));
        calculation.warnings.iter().any(|warning| matches!(warning, Warning::OutsideTerritory { .. }))
    };
    assert!(told("CH") && told("US") && told("XX"));
    assert!(!told("FR") && !told("EL") && !told("UK") && !told(""));
    let method = |country: &str| {
        let day = "2026-01-01".parse().unwrap();
        library().law.methodology_for(country, UndertakingKind::Company, day).unwrap().id.to_string()
    };
    assert_eq!((method("uk"), method("EL")), ("ico-2024".into(), EDPB.into()));
}

/// An assumed turnover is told with the result.
#[test]
fn an_assumed_turnover_is_told() {
    let calculation = edpb(|case_file| case_file.undertaking.turnover = Turnover::Unknown);
    assert!(calculation.warnings.iter().any(|warning| matches!(warning, Warning::TurnoverAssumed { .. })));
}

/// Why a fine falls away, or does not, is told with the result.
#[test]
fn a_fine_that_falls_away_is_told() {
    let mut case_file = preset("shop.amende.ron");
    for operation in &mut case_file.operations {
        let value = AnswerValue::Option("none".into());
        operation.answers.insert("fault.kind".into(), Answer { value, ..Answer::default() });
    }
    let calculation = analyse(&case_file).calculation;
    assert!(calculation.warnings.contains(&Warning::WithoutFault { conduct: "A".into() }));

    let limited = edpb(|case_file| {
        case_file.undertaking.kind = UndertakingKind::PublicBody;
        case_file.undertaking.establishment = "AT".to_owned();
    });
    let told = |known: &Warning| matches!(known, Warning::PublicBodyLimit { country, .. } if country == "AT");
    assert!(limited.warnings.iter().any(told), "{:?}", limited.warnings);

    let unable = |remains: Option<&str>| {
        edpb(|case_file| {
            for condition in ["viability", "value", "context"] {
                let point = format!("matter.ability.{condition}");
                case_file.choices.set(point.as_str().into(), ChoiceValue::Holds(true), "test");
            }
            if let Some(remains) = remains {
                let share = ChoiceValue::Rate(remains.parse().unwrap());
                case_file.choices.set("matter.ability.remains".into(), share, "test");
            }
        })
    };
    assert!(unable(None).warnings.contains(&Warning::NothingTakenOff));
    let half = unable(Some("50 %"));
    assert!(!half.warnings.contains(&Warning::NothingTakenOff));
    assert_eq!(half.fine.point.minor() * 2, unable(None).fine.point.minor());
}

/// Every warning is told wherever the figures are: in the report, in text and in JSON.
#[test]
fn warnings_stand_in_the_report() {
    let mut case_file = preset("kaspr.amende.ron");
    case_file.choices.set("A.totally.bogus".into(), ChoiceValue::Holds(true), "test");
    let analysis = analyse(&case_file);
    let exposure = amende::analysis::simulate(&case_file, library(), &analysis).unwrap();
    let document = amende::report::build(&case_file, library(), &analysis, &exposure);
    let report =
        amende::report::render(&document, amende::report::Format::Markdown, amende::report::SystemFonts::installed())
            .unwrap();
    let report = String::from_utf8(report).unwrap();
    for warning in &analysis.calculation.warnings {
        assert!(report.contains(&library().locale.warning(warning, &library().law)), "{warning:?}");
    }
    assert!(report.contains("A.totally.bogus"));
}

/// An operation without fault lends nothing to one it is linked with: no tier, no
/// seriousness, no circumstance, no category, no displacement. That is told.
#[test]
fn an_operation_without_fault_lends_nothing() {
    let answer = |case_file: &mut CaseFile, operation: usize, question: &str, value: AnswerValue| {
        let answers = &mut case_file.operations[operation].answers;
        answers.insert(question.into(), Answer { value, ..Answer::default() });
    };
    let option = |name: &str| AnswerValue::Option(name.into());
    let mut alone = CaseFile::new("Records", "Records");
    alone.undertaking.employees = Some(400);
    alone.undertaking.establishment = "NL".to_owned();
    answer(&mut alone, 0, "accountability.records", AnswerValue::No);
    answer(&mut alone, 0, "fault.kind", option("negligent"));
    let mut linked = alone.clone();
    let mut second = CaseFile::new("x", "Blameless").operations.remove(0);
    second.id = "blameless".into();
    second.linked_to = Some(linked.operations[0].id.clone());
    linked.operations.push(second);
    for (question, value) in [
        ("lawfulness.basis", option("none")),
        ("scale.people", AnswerValue::Number(5_000_000)),
        ("scale.months", AnswerValue::Number(60)),
        ("scale.damage", option("serious")),
        ("response.authority", AnswerValue::Yes),
        ("response.left_standing", AnswerValue::Yes),
        ("response.gain", option("whole_business")),
        ("fault.kind", option("none")),
    ] {
        answer(&mut linked, 1, question, value);
    }
    for day in ["2025-06-01", "2021-06-01"] {
        for case_file in [&mut alone, &mut linked] {
            case_file.as_of = Some(day.parse().unwrap());
        }
        let (one, both) = (analyse(&alone), analyse(&linked));
        assert_eq!(one.calculation.fine, both.calculation.fine, "{day}");
        assert_eq!(one.calculation.maximum, both.calculation.maximum, "{day}");
        let told = Warning::FaultlessLeftOut {
            operation: "blameless".into(),
            name: "Blameless".to_owned(),
            conduct: "A".into(),
        };
        assert!(both.calculation.warnings.contains(&told), "{:?}", both.calculation.warnings);
        assert!(both.calculation.trace.as_ref().unwrap().find("A.left_out.blameless").is_some());
        let drawn = |case_file: &CaseFile, analysis| {
            amende::analysis::simulate(case_file, library(), analysis).unwrap().percentile(50)
        };
        assert_eq!(drawn(&alone, &one), drawn(&linked, &both), "{day}");
    }
    // At fault, it counts.
    answer(&mut linked, 1, "fault.kind", option("negligent"));
    assert!(analyse(&linked).calculation.fine.point > analyse(&alone).calculation.fine.point);
}

/// The German concept is not for associations and people; the Dutch rules let one category
/// go to the next; a bracket is told.
#[test]
fn methods_are_told_where_they_do_not_reach() {
    let by = |method: &str, edit: &dyn Fn(&mut CaseFile)| {
        follow(method, &["30"], "EUR 3_000_000", |case_file| edit(case_file)).unwrap().warnings
    };
    for kind in [UndertakingKind::Association, UndertakingKind::Individual, UndertakingKind::PublicBody] {
        assert!(by("dsk-2019", &|case_file| case_file.undertaking.kind = kind).contains(&Warning::NotMadeForBody));
    }
    assert!(!by("dsk-2019", &|_| {}).contains(&Warning::NotMadeForBody));
    let category = |number: u8| {
        by("ap-2019", &|case_file: &mut CaseFile| {
            case_file.choices.set("A.category".into(), ChoiceValue::Category(number), "test");
        })
    };
    // Art. 30 is in category II.
    let far = Warning::CategoryFar { choice: "A.category".into() };
    assert_eq!([1, 2, 3, 4].map(|number| category(number).contains(&far)), [false, false, false, true]);
    let bracket = edpb(|case_file| {
        let (from, to) = ("EUR 1_000_000".parse().unwrap(), "EUR 3_000_000".parse().unwrap());
        case_file.undertaking.turnover =
            Turnover::Bracket { from: Some(from), to: Some(to), source: "test".to_owned() };
    });
    assert!(bracket.warnings.contains(&Warning::TurnoverBracket { taken: "EUR 2_000_000".parse().unwrap() }));
}

/// One end of a bracket counts: the assumption of the method stays inside it, and says so.
#[test]
fn one_end_of_a_bracket_limits_what_is_assumed() {
    let money = |text: &str| -> amende::quantity::Money { text.parse().unwrap() };
    let with = |from: Option<&str>, to: Option<&str>| {
        edpb(|case_file| {
            let (from, to) = (from.map(money), to.map(money));
            case_file.undertaking.turnover = Turnover::Bracket { from, to, source: "test".to_owned() };
        })
    };
    let assumed = |calculation: &amende::fine::Calculation| {
        let found = calculation.warnings.iter().find_map(|warning| match warning {
            Warning::TurnoverAssumed { low, high, taken } => Some((*low, *high, *taken)),
            _ => None,
        });
        found.unwrap()
    };
    let (unknown, most) = (with(None, None), with(None, Some("EUR 1_000_000")));
    let (low, high, taken) = assumed(&most);
    assert_eq!((high, taken), (money("EUR 1_000_000"), money("EUR 1_000_000")));
    assert!(low <= high && most.fine.high.is_less_than(unknown.fine.high), "{:?}", most.fine);
    let least = with(Some("EUR 2_000_000_000"), None);
    assert_eq!(assumed(&least), (money("EUR 2_000_000_000"), money("EUR 2_000_000_000"), money("EUR 2_000_000_000")));
    assert!(unknown.fine.point.is_less_than(least.fine.point));
}

/// An earlier infringement that does not say when or what is told, not passed over.
#[test]
fn an_earlier_infringement_without_a_day_is_told() {
    let calculation = edpb(|case_file| {
        case_file.undertaking.previous_infringements =
            vec![PreviousInfringement { what: "Reprimand".to_owned(), ..PreviousInfringement::default() }];
    });
    assert!(calculation.warnings.contains(&Warning::EarlierIncomplete { what: "Reprimand".to_owned() }));
}
