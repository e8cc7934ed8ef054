//! Errors that fine calculators make, each by name: national law, other laws, precision,
//! amounts taken for what they are not.

use amende::facts::{Answer, AnswerValue, CaseFile, ChoiceValue, Exchange};
use amende::fine::{Calculation, FineError};
use amende::law::{PublicBodyKind, Seriousness, UndertakingKind};
use amende::precedents::{Appeal, Outcome};
use amende::quantity::{Currency, Money, Rate};
use amende::trace::{Origin, Value, Warning};

use crate::chain::follow;
use crate::currency::currency;
use crate::traps::{EDPB, edpb, holds};
use crate::{analyse, library, preset};

fn public_body(country: &str, edit: impl FnOnce(&mut CaseFile)) -> Result<Calculation, FineError> {
    follow(EDPB, &["6(1)"], "EUR 300_000_000", |case_file| {
        case_file.undertaking.kind = UndertakingKind::PublicBody;
        country.clone_into(&mut case_file.undertaking.establishment);
        edit(case_file);
    })
}

/// Trap 14: Public bodies: none in Austria; none in Belgium but on a market; at most PLN
/// 100,000 in Poland; EUR 1 million in Ireland; as anybody in Italy (Art. 83(7)).
#[test]
fn trap_14_public_bodies_fined_where_national_law_excludes_it() {
    let fine = |country: &str| public_body(country, |_| {}).unwrap().fine.point;
    assert_eq!(fine("AT").minor(), 0);
    assert_eq!(fine("BE").minor(), 0);
    assert!(public_body("BE", |case_file| case_file.undertaking.on_market = true).unwrap().fine.point.minor() > 0);
    assert!(fine("IE") <= "EUR 1_000_000".parse().unwrap());
    assert!(fine("IT").minor() > 0);
    // At the rate the law names for the year, 4.2092, where the matter states none; what is
    // to be paid never passes the limit in its own currency.
    let all = |case_file: &mut CaseFile| {
        let choices = &mut case_file.choices;
        choices.set("A.seriousness".into(), ChoiceValue::Level(Seriousness::High), "test");
        choices.set("A.seriousness_share".into(), ChoiceValue::Rate(Rate::WHOLE), "test");
    };
    let poland = public_body("PL", all).unwrap();
    assert_eq!(poland.maximum.point.to_string(), "EUR 23757.48", "PLN 100,000");
    let limit: Money = "PLN 100_000".parse().unwrap();
    assert_eq!(poland.payable.unwrap().point, limit, "the whole of it, to the grosz");
    let dear = public_body("PL", |case_file| {
        all(case_file);
        case_file.exchange.push(Exchange {
            from: currency("PLN"),
            to: Currency::EUR,
            rate: "0.25".parse().unwrap(),
            source: "test".to_owned(),
        });
    });
    assert_eq!(dear.unwrap().payable.unwrap().point, limit);
    let rate = |case_file: &mut CaseFile| {
        case_file.exchange.push(Exchange {
            from: currency("PLN"),
            to: Currency::EUR,
            rate: "0.229079".parse().unwrap(),
            source: "1 / 4.3653".to_owned(),
        });
    };
    let poland = public_body("PL", rate).unwrap();
    assert_eq!(poland.maximum.point.to_string(), "EUR 22907.90", "PLN 100,000");
    assert!(poland.fine.high <= poland.maximum.high);
    assert!(poland.point("A.turnover_share").is_none(), "the limit is not adjusted to size");
    let cultural = public_body("PL", |case_file| {
        rate(case_file);
        case_file.undertaking.public_body = Some(PublicBodyKind::Cultural);
    });
    assert_eq!(cultural.unwrap().maximum.point.to_string(), "EUR 2290.79", "PLN 10,000");
}

/// Trap 14, by the budget: a share of it where that is lower than the fixed limit, whose
/// budget stands in the place of a turnover (Lithuania, Art. 33: 1 %, at most EUR 60,000).
#[test]
fn trap_14_a_share_of_the_budget_taken_for_more() {
    let limit = |budget: &str| {
        let lithuania = follow(EDPB, &["6(1)"], budget, |case_file| {
            case_file.undertaking.kind = UndertakingKind::PublicBody;
            case_file.undertaking.establishment = "LT".to_owned();
        });
        lithuania.unwrap().maximum.point.to_string()
    };
    assert_eq!(limit("EUR 2_000_000"), "EUR 20000.00");
    assert_eq!(limit("EUR 6_000_000"), "EUR 60000.00");
    assert_eq!(limit("EUR 300_000_000"), "EUR 60000.00");
}

/// Trap 14, continued: The State may be spared where a municipality is not; what is not
/// known or not stated is told with the result.
#[test]
fn trap_14_kinds_of_public_bodies_taken_for_one() {
    let of = |country: &str, kind: Option<PublicBodyKind>| {
        public_body(country, |case_file| case_file.undertaking.public_body = kind).unwrap()
    };
    for (country, spared, fined) in [
        ("FR", &[PublicBodyKind::State][..], &[PublicBodyKind::Territorial, PublicBodyKind::Other][..]),
        ("LU", &[PublicBodyKind::State, PublicBodyKind::Territorial][..], &[PublicBodyKind::Other][..]),
        ("HR", &[PublicBodyKind::State, PublicBodyKind::Territorial][..], &[PublicBodyKind::Other][..]),
    ] {
        for kind in spared {
            assert_eq!(of(country, Some(*kind)).fine.high.minor(), 0, "{country} {kind:?}");
        }
        for kind in fined {
            assert!(of(country, Some(*kind)).fine.point.minor() > 0, "{country} {kind:?}");
        }
        let unstated = of(country, None);
        let told = |warning: &Warning| matches!(warning, Warning::PublicBodyKindUnstated { .. });
        assert!(unstated.fine.point.minor() > 0 && unstated.warnings.iter().any(told), "{country}");
    }
    let unknown = |calculation: Calculation| {
        let told = |warning: &Warning| matches!(warning, Warning::PublicBodyUnknown { .. });
        calculation.warnings.iter().any(told)
    };
    assert!(unknown(of("SI", None)), "Slovenia's rule is not known here");
    assert!(unknown(of("", None)), "no country is stated");
    assert!(!unknown(of("AT", None)));
}

/// Trap 15: Cookies are another law: setting one without consent alleges nothing here, no
/// provision of that law is priced, and the method says so.
#[test]
fn trap_15_cookie_rules_priced_as_article_6() {
    // Cookies on every page, set before anybody is asked, their data used for the basket and
    // for statistics: what the ePrivacy rules say of that is no infringement here.
    let mut case_file = CaseFile::new("Cookies", "Shop");
    let options = |names: &[&str]| AnswerValue::Options(names.iter().map(|name| (*name).into()).collect());
    for (question, value) in [
        ("processing.kinds", options(&["cookies"])),
        ("cookies.used_for", options(&["service", "statistics"])),
        ("lawfulness.basis", AnswerValue::Option("legitimate_interests".into())),
    ] {
        case_file.operations[0].answers.insert(question.into(), Answer { value, ..Answer::default() });
    }
    let alleged = |case_file: &CaseFile| {
        // What authorities charge beside it on the same facts is no rule on cookies.
        let all = analyse(case_file).assessment;
        let own = all.infringements().filter(|known| known.findings.iter().any(|finding| finding.beside.is_none()));
        own.map(|known| known.provision.to_string()).collect::<Vec<_>>()
    };
    assert!(alleged(&case_file).is_empty(), "{:?}", alleged(&case_file));
    // What is done with the data afterwards is the GDPR's: profiles across sites.
    let profiles = Answer { value: options(&["cross_site"]), ..Answer::default() };
    case_file.operations[0].answers.insert("cookies.used_for".into(), profiles);
    assert_eq!(alleged(&case_file), ["6(1)"]);
    // A provision of another law is in a conduct of its own where that law has a maximum of its own. Where it has none and
    // refers to Art. 83(5), as in Italy and Belgium, the one maximum holds for both.
    for provision in &library().law.provisions {
        let of_gdpr = provision.source.instrument.as_str() == "gdpr";
        assert_eq!(of_gdpr, provision.framework == "gdpr", "{}", provision.id);
        let own_maximum = provision.tier.as_ref().is_some_and(|tier| library().law.tier_beside(tier).is_some());
        assert_eq!(own_maximum, provision.conduct.is_some(), "{}", provision.id);
        assert!(!(of_gdpr && own_maximum), "{}", provision.id);
    }
    let method = library().law.methodology(EDPB).unwrap();
    assert!(method.left_to_judgement.iter().any(|left| left.contains("ePrivacy")));
}

/// Trap 16: Pounds are never read as euro but converted, and it is told at which rate; a
/// matter in the United Kingdom gets its own method.
#[test]
fn trap_16_pounds_read_as_euro() {
    let pounds = follow(EDPB, &["6(1)"], "GBP 3_000_000", |_| {}).unwrap();
    let counted = &pounds.trace.as_ref().unwrap().find("matter.turnover").unwrap().value;
    assert_ne!(*counted, Value::Money("EUR 3_000_000".parse().unwrap()));
    assert!(pounds.warnings.iter().any(|warning| matches!(warning, Warning::TurnoverConverted { .. })));
    let day = "2026-01-01".parse().unwrap();
    let kind = UndertakingKind::Company;
    let method = |country: &str| library().law.methodology_for(country, kind, day).unwrap().id.to_string();
    assert_eq!((method("GB"), method("FR"), method("")), ("ico-2024".into(), EDPB.into(), EDPB.into()));
    let foreign = |method: &str, turnover: &str, country: &str| {
        let calculation = follow(method, &["6(1)"], turnover, |case_file| {
            country.clone_into(&mut case_file.undertaking.establishment);
        });
        calculation.unwrap().warnings.contains(&Warning::ForeignMethod { country: country.to_owned() })
    };
    assert!(foreign("ico-2024", "GBP 3_000_000", "FR") && foreign(EDPB, "EUR 3_000_000", "GB"));
    assert!(!foreign("ico-2024", "GBP 3_000_000", "GB") && !foreign(EDPB, "EUR 3_000_000", "FR"));
}

/// Trap 17: An estimate is shown to three significant figures, never to the euro.
#[test]
fn trap_17_precision_that_nobody_has() {
    let text = &library().locale;
    assert_eq!(text.rough(Money::from_major(237_412, Currency::EUR)).replace('\u{a0}', " "), "237,000");
    // Where the report speaks of the estimate, no figure has more than three digits that count.
    let case_file = preset("kaspr.amende.ron");
    let analysis = analyse(&case_file);
    let exposure = amende::analysis::simulate(&case_file, library(), &analysis).unwrap();
    let document = amende::report::build(&case_file, library(), &analysis, &exposure);
    let report =
        amende::report::render(&document, amende::report::Format::Markdown, amende::report::SystemFonts::installed())
            .unwrap();
    let report = String::from_utf8(report).unwrap().replace('\u{a0}', " ");
    let headline = amende::analysis::headline(&case_file, library(), &analysis, &exposure).unwrap();
    let method = [10, 90].map(|percent| exposure.percentile(percent).unwrap());
    let both = &headline.both;
    let practice = headline.practice.as_ref().unwrap().most;
    for exact in [method, [practice.low, practice.high], [both.most.low, both.most.high]].concat() {
        assert!(report.contains(&text.rough(exact).replace('\u{a0}', " ")), "{exact:?}");
    }
    assert!(report.contains(&text.rough(both.median).replace('\u{a0}', " ")));
    for percent in 0..=100 {
        let exact = exposure.percentile(percent).unwrap();
        // The ends and the legal maximum may be round by law.
        let round = exact.minor() % 100_000 == 0;
        assert!(round || !report.contains(&text.money_exact(exact).replace('\u{a0}', " ")), "P{percent} to the cent");
    }
}

/// Trap 18: What a court left of a fine counts, not what was imposed.
#[test]
fn trap_18_amounts_that_a_court_reduced() {
    let mut seen = 0;
    for decision in &library().decisions {
        if let Appeal::Reduced { amount, .. } = &decision.appeal {
            assert_eq!(decision.standing_amount(), Some(*amount), "{}", decision.id);
            assert_ne!(decision.fine, Some(*amount), "{}", decision.id);
            let shown = amende::report::amount_in_words(decision, &library().locale);
            assert!(shown.starts_with(&library().locale.money(*amount)), "{shown}");
            assert!(shown.contains("changed by a court"), "{shown}");
            seen += 1;
        }
    }
    assert!(seen > 0);
    // Annulled, nothing of it stands; none is entered yet.
    let mut annulled = library().decisions.iter().find(|decision| decision.fine.is_some()).unwrap().clone();
    annulled.appeal = Appeal::Annulled { note: "test".to_owned() };
    assert_eq!(annulled.standing_amount(), None);
    let shown = amende::report::amount_in_words(&annulled, &library().locale);
    assert!(shown.starts_with("annulled"), "{shown}");
    assert_eq!(amende::report::standing_amount(&annulled, &library().locale), "annulled");
}

/// Trap 19: Spain's reductions: 20 % and 20 %, added up, and nowhere else.
#[test]
fn trap_19_voluntary_payment_forgotten_or_exported() {
    let fine = |country: &str, points: &[&str]| {
        let calculation = edpb(&["6(1)"], "EUR 3_000_000", |case_file| {
            country.clone_into(&mut case_file.undertaking.establishment);
            for point in points {
                holds(case_file, point);
            }
        });
        calculation.fine.point.minor()
    };
    let (one, two) = ("matter.reduction.acknowledgement", "matter.reduction.voluntary_payment");
    let full = fine("ES", &[]);
    assert_eq!(fine("ES", &[one]), full * 80 / 100);
    assert_eq!(fine("ES", &[one, two]), full * 60 / 100);
    assert_eq!(fine("FR", &[one, two]), full);
    let exported = edpb(&["6(1)"], "EUR 3_000_000", |case_file| {
        "FR".clone_into(&mut case_file.undertaking.establishment);
        holds(case_file, one);
    });
    assert!(exported.warnings.contains(&Warning::NoSuchPoint { choice: one.into() }), "and that is told");
    assert_eq!(fine("FR", &["matter.procedure.simplified"]), full.min(2_000_000));
}

/// Trap 20: Damages under Art. 82 are claimed apart: they are no provision that is fined, no
/// amount of them enters, and the method says so.
#[test]
fn trap_20_damages_mixed_into_the_fine() {
    let mut of_gdpr = library().law.provisions.iter().filter(|provision| provision.framework == "gdpr");
    assert!(of_gdpr.all(|provision| !provision.id.as_str().starts_with("82")));
    let method = library().law.methodology(EDPB).unwrap();
    assert!(method.left_to_judgement.iter().any(|left| left.contains("Art. 82")));
    let mut case_file = preset("kaspr.amende.ron");
    let level = ChoiceValue::Level(Seriousness::Medium);
    case_file.choices.set("A.seriousness".into(), level, "the same class whatever the damage");
    let mut fine = |damage: &str| {
        let value = AnswerValue::Option(damage.into());
        case_file.operations[0].answers.insert("scale.damage".into(), Answer { value, ..Answer::default() });
        analyse(&case_file).calculation.fine
    };
    assert_eq!(fine("serious"), fine("none"), "damage weighs in the class of seriousness and nowhere else");
}

/// Trap 21: Version 2.1 has ranges, not the single shares of version 1.0.
#[test]
fn trap_21_single_shares_of_the_consultation_version() {
    let method = library().law.methodology(EDPB).unwrap();
    let shares: Vec<String> = [2, 10, 50, 100, 250, 500]
        .map(|million| method.band(Money::from_major(million * 1_000_000, Currency::EUR)).unwrap().share)
        .iter()
        .map(|share| format!("{} to {}", share.low, share.high))
        .collect();
    let v21 = ["0.2 % to 0.4 %", "0.3 % to 2 %", "1.5 % to 10 %", "8 % to 20 %", "15 % to 50 %", "40 % to 100 %"];
    assert_eq!(shares, v21);
}

/// Trap 22: A movement for a circumstance is a stated choice, never law.
#[test]
fn trap_22_invented_factors_printed_as_law() {
    let trace = analyse(&preset("kaspr.amende.ron")).calculation.trace.unwrap();
    let mut movements = 0;
    trace.walk(&mut |node, _| {
        if node.id.as_str().starts_with("A.circumstance.") {
            assert!(matches!(node.origin, Origin::Choice { .. }), "{}", node.id);
            movements += 1;
        }
    });
    assert!(movements >= 8);
}

/// Trap 23: A recommendation to a court is no fine.
#[test]
fn trap_23_a_recommendation_taken_for_a_fine() {
    let referred: Vec<_> =
        library().decisions.iter().filter(|decision| decision.outcome == Outcome::Referral).collect();
    assert!(!referred.is_empty());
    assert!(referred.iter().all(|decision| decision.fine.is_none() && decision.standing_amount().is_none()));
}
