//! Cookies and direct marketing under national law: beside the GDPR, each act once, each
//! under its own maximum; and told where none is held.

use std::collections::BTreeSet;

use amende::analysis::{self, Analysis};
use amende::facts::{Answer, AnswerValue, CaseFile, Turnover};
use amende::findings::{Outcome, assess};
use amende::fine::ConductFine;
use amende::law::{AnswerKind, OptionId, QuestionId, RuleId, YesNo};
use amende::quantity::Money;
use amende::report;
use amende::trace::{Label, Warning};

use crate::{analyse, library, preset};

fn say(matter: &mut CaseFile, question: &str, value: impl Into<AnswerValue>) {
    matter.operations[0].answers.insert(question.into(), Answer { value: value.into(), ..Answer::default() });
}

fn options(names: &[&str]) -> AnswerValue {
    AnswerValue::Options(names.iter().map(|name| OptionId::from(*name)).collect())
}

fn money(amount: &str) -> Money {
    amount.parse().unwrap()
}

/// A shop whose advertising cookies come before any choice, and which uses what they collect.
fn shop(country: &str, turnover: &str) -> CaseFile {
    let mut matter = CaseFile::new("Shop", "Website");
    matter.as_of = Some("2026-11-01".parse().unwrap());
    country.clone_into(&mut matter.undertaking.establishment);
    matter.undertaking.people_in = vec![country.to_owned()];
    matter.undertaking.turnover = Turnover::Figure {
        amount: Some(money(turnover)),
        year: Some(2025),
        source: "Annual accounts".to_owned(),
        secondary: false,
    };
    say(&mut matter, "processing.kinds", options(&["cookies"]));
    say(&mut matter, "lawfulness.basis", AnswerValue::Option("consent".into()));
    say(&mut matter, "cookies.used_for", options(&["advertising", "cross_site"]));
    say(&mut matter, "cookies.without_agreement", YesNo::Yes);
    say(&mut matter, "cookies.before_choice", YesNo::Yes);
    matter
}

fn fine<'a>(analysis: &'a Analysis<'_>, conduct: &str) -> &'a ConductFine {
    let mut all = analysis.calculation.conducts.iter();
    all.find(|fine| fine.conduct.as_str() == conduct).unwrap_or_else(|| panic!("no conduct {conduct}"))
}

fn provisions(analysis: &Analysis<'_>, conduct: &str) -> Vec<String> {
    let conducts = analysis.assessment.conducts.iter().filter(|known| known.id.as_str() == conduct);
    conducts.flat_map(|known| &known.infringements).map(|known| known.provision.to_string()).collect()
}

/// The same matter where the people are in a country whose rules are not held.
fn elsewhere(matter: &CaseFile) -> CaseFile {
    let mut matter = matter.clone();
    matter.undertaking.people_in = vec!["AT".to_owned()];
    matter
}

/// Every step to the amount of a conduct says where it stands.
fn is_explained(analysis: &Analysis<'_>, conduct: &str) {
    let trace = analysis.calculation.trace.as_ref().unwrap();
    let maximum = trace.find(&format!("{conduct}.legal_maximum")).unwrap();
    assert!(!maximum.citations.is_empty());
    let node = trace.find(&format!("{conduct}.fine")).unwrap();
    assert!(!node.citations.is_empty() && !node.governed_by.is_empty(), "why the amount is set so is told with it");
}

#[test]
fn a_french_shop_with_cookies_before_consent_has_two_conducts_with_two_maxima() {
    let small = analyse(&shop("FR", "EUR 40_000_000"));
    assert_eq!(provisions(&small, "A-FR-cookies"), ["82 loi Informatique et Libertés"]);
    // What is done with the data afterwards, and the principle that is charged beside it.
    assert_eq!(provisions(&small, "A"), ["5(1)(a)", "6(1)"]);
    // Art. 20, IV, 7° of the Act: EUR 10 million or 2 %; Art. 83(5): EUR 20 million or 4 %.
    assert_eq!(fine(&small, "A-FR-cookies").maximum.point, money("EUR 10_000_000"));
    assert_eq!(small.calculation.maximum.point, money("EUR 30_000_000"));
    let large = analyse(&shop("FR", "EUR 2_000_000_000"));
    assert_eq!(fine(&large, "A-FR-cookies").maximum.point, money("EUR 40_000_000"));
    assert_eq!(fine(&large, "A").maximum.point, money("EUR 80_000_000"));
    assert_eq!(large.calculation.maximum.point, money("EUR 120_000_000"));
    for analysis in [&small, &large] {
        let (national, gdpr) = (fine(analysis, "A-FR-cookies"), fine(analysis, "A"));
        assert!(national.fine.point.minor() > 0 && gdpr.fine.point.minor() > 0);
        let sum = national.fine.point.checked_add(gdpr.fine.point).unwrap();
        assert_eq!(analysis.calculation.fine.point, sum);
        is_explained(analysis, "A-FR-cookies");
    }
}

/// The GDPR's part is the same to the cent, whether a law stands beside it or not.
#[test]
fn a_law_beside_changes_no_figure_of_the_gdpr() {
    let matter = shop("FR", "EUR 40_000_000");
    let (beside, alone) = (analyse(&matter), analyse(&elsewhere(&matter)));
    assert_eq!(alone.calculation.conducts.len(), 1);
    let (one, other) = (fine(&beside, "A"), fine(&alone, "A"));
    assert_eq!((one.fine, one.maximum, one.starting), (other.fine, other.maximum, other.starting));
}

/// What one answer shows is charged once: the withdrawal under the national rule, not under
/// Art. 7(3) as well.
#[test]
fn the_same_act_is_charged_once() {
    let mut matter = shop("FR", "EUR 40_000_000");
    say(&mut matter, "cookies.without_agreement", YesNo::No);
    say(&mut matter, "consent.withdrawal", YesNo::No);
    let displaced = |analysis: &Analysis<'_>| {
        let mut all = analysis.assessment.infringements();
        all.find(|known| known.provision.as_str() == "7").unwrap().displaced_by.clone()
    };
    let beside = analyse(&matter);
    assert_eq!(displaced(&beside).unwrap().as_str(), "82 loi Informatique et Libertés");
    let charged: Vec<&str> = beside.calculation.conducts.iter().map(|fine| fine.conduct.as_str()).collect();
    assert_eq!(charged, ["A-FR-cookies"]);
    let alone = analyse(&elsewhere(&matter));
    assert_eq!(displaced(&alone), None);
    assert_eq!(alone.calculation.conducts.len(), 1);
    // Another failing under the same article is another act.
    say(&mut matter, "consent.proof", YesNo::No);
    assert_eq!(displaced(&analyse(&matter)), None);
}

/// Every way to answer the questions that two rules look at, with cookies and consent as given.
fn ways(matter: &CaseFile, rules: [&RuleId; 2]) -> Vec<CaseFile> {
    let law = &library().law;
    let grades = rules.iter().flat_map(|id| &law.rule(id).unwrap().grades);
    let asked: BTreeSet<&QuestionId> = grades.flat_map(|grade| grade.when.questions()).collect();
    let given = ["processing.kinds", "lawfulness.basis"];
    let mut ways = vec![matter.clone()];
    for id in asked.into_iter().filter(|id| !given.contains(&id.as_str())) {
        let values: Vec<AnswerValue> = match &law.question(id).unwrap().answer {
            AnswerKind::YesNo => [YesNo::Yes, YesNo::Partly, YesNo::No].map(AnswerValue::from).to_vec(),
            AnswerKind::Choice(known) => known.iter().map(|known| AnswerValue::Option(known.id.clone())).collect(),
            AnswerKind::Several(known) => known.iter().map(|known| options(&[known.id.as_str()])).collect(),
            AnswerKind::Number { .. } | AnswerKind::Date | AnswerKind::Money => panic!("{id} has no end of answers"),
        };
        let with = |way: &CaseFile| {
            let answered = values.iter().map(|value| {
                let mut way = way.clone();
                say(&mut way, id.as_str(), value.clone());
                way
            });
            answered.collect::<Vec<_>>()
        };
        ways = ways.iter().flat_map(with).collect();
    }
    ways
}

/// What falls away as the same act never falls away without the other: whatever is answered,
/// the national rule fires where that of the GDPR does. Otherwise a worse answer could move the
/// act under the lower maximum.
#[test]
fn an_act_charged_once_is_charged_under_either_law_on_the_same_answers() {
    let mut fired = 0;
    for framework in &library().law.beside {
        for same in &framework.beside.as_ref().unwrap().same_acts {
            let mut matter = shop(&framework.territory[0], "EUR 40_000_000");
            matter.operations[0]
                .answers
                .retain(|id, _| ["processing.kinds", "lawfulness.basis"].contains(&id.as_str()));
            for way in ways(&matter, [&same.displaced, &same.by]) {
                let tried = assess(&way, &library().law, "2026-11-01".parse().unwrap()).tried;
                let found = |rule: &RuleId| {
                    tried.iter().any(|known| known.rule == *rule && matches!(known.outcome, Outcome::Found(_)))
                };
                if found(&same.displaced) {
                    fired += 1;
                    assert!(found(&same.by), "{} alone: {:?}", same.displaced, way.operations[0].answers);
                }
            }
        }
    }
    assert!(fired > 50, "{fired}");
}

/// A worse answer on what both laws forbid never lowers the fine, whatever the cookies are for.
#[test]
fn a_worse_answer_on_the_same_act_never_lowers_the_fine() {
    let refusing = ["free", "third_way", "fee", "high_fee", "leave"].map(|name| AnswerValue::Option(name.into()));
    let withdrawing = [YesNo::Yes, YesNo::Partly, YesNo::No].map(AnswerValue::from);
    let ladders = [("consent.pay", refusing.as_slice()), ("consent.withdrawal", withdrawing.as_slice())];
    for (country, turnover) in [
        ("FR", "EUR 40_000_000"),
        ("ES", "EUR 40_000_000"),
        ("GB", "GBP 40_000_000"),
        ("IT", "EUR 40_000_000"),
        ("DE", "EUR 40_000_000"),
        ("NL", "EUR 40_000_000"),
        ("BE", "EUR 40_000_000"),
    ] {
        for purposes in [["service"].as_slice(), &["advertising", "cross_site"]] {
            for (question, ladder) in ladders {
                let mut matter = shop(country, turnover);
                say(&mut matter, "cookies.used_for", options(purposes));
                say(&mut matter, "cookies.without_agreement", YesNo::No);
                say(&mut matter, "cookies.before_choice", YesNo::No);
                say(&mut matter, "consent.freely_given", YesNo::Partly);
                let fines = ladder.iter().map(|value| {
                    say(&mut matter, question, value.clone());
                    analyse(&matter).calculation.fine.point.minor()
                });
                let fines: Vec<i64> = fines.collect();
                assert!(fines.is_sorted(), "{country}, {question}, {purposes:?}: {fines:?}");
            }
        }
    }
}

/// E-mail and calls: one law of the data protection authority, one of another authority that
/// sets no amount here.
#[test]
fn what_has_no_method_is_alleged_and_told_with_its_maximum() {
    let mut matter = shop("FR", "EUR 40_000_000");
    say(&mut matter, "processing.kinds", options(&["direct_marketing"]));
    say(&mut matter, "marketing.channels", options(&["electronic", "phone"]));
    say(&mut matter, "marketing.means", options(&["email", "call"]));
    say(&mut matter, "marketing.addressees", options(&["consumers"]));
    say(&mut matter, "marketing.ground", options(&["bought"]));
    say(&mut matter, "marketing.number_shown", YesNo::No);
    let analysis = analyse(&matter);
    assert_eq!(provisions(&analysis, "A-FR-marketing"), ["L. 34-5 CPCE"]);
    assert_eq!(fine(&analysis, "A-FR-marketing").maximum.point, money("EUR 10_000_000"));
    assert_eq!(provisions(&analysis, "A-FR-calls").len(), 2);
    assert!(analysis.calculation.conducts.iter().all(|fine| fine.conduct.as_str() != "A-FR-calls"));
    let told = analysis.calculation.warnings.iter().find_map(|warning| match warning {
        Warning::BesideNotPriced { provisions, maximum, share, authority, .. } => {
            Some((provisions.len(), *maximum, *share, library().law.text(authority)))
        }
        _ => None,
    });
    assert_eq!(told, Some((2, money("EUR 375_000"), None, Some("DGCCRF"))));
}

/// The law of calls changed on 11 August 2026: until then the list, since then consent.
#[test]
fn a_rule_that_came_later_is_not_alleged_earlier() {
    let mut matter = shop("FR", "EUR 40_000_000");
    say(&mut matter, "processing.kinds", options(&["direct_marketing"]));
    say(&mut matter, "marketing.channels", options(&["phone"]));
    say(&mut matter, "marketing.means", options(&["call"]));
    say(&mut matter, "marketing.addressees", options(&["consumers"]));
    say(&mut matter, "marketing.ground", options(&["bought"]));
    say(&mut matter, "marketing.list_checked", YesNo::No);
    let rules = |day: &str| {
        let mut matter = matter.clone();
        matter.as_of = Some(day.parse().unwrap());
        let analysis = analyse(&matter);
        let found = analysis.assessment.findings().map(|finding| finding.rule.to_string());
        found.filter(|rule| rule.starts_with("fr.")).collect::<Vec<_>>()
    };
    assert_eq!(rules("2026-08-10"), ["fr.marketing.calls_list"]);
    assert_eq!(rules("2026-08-11"), ["fr.marketing.calls_consent"]);
}

/// Where no rules are held the figures say so themselves, in words, beside the headline.
#[test]
fn a_country_whose_rules_are_not_held_is_named_with_the_figures() {
    let held = analyse(&shop("FR", "EUR 40_000_000"));
    assert!(!held.calculation.warnings.iter().any(Warning::is_of_headline));
    let mut matter = shop("FR", "EUR 40_000_000");
    matter.undertaking.people_in = ["FR", "AT", "US"].map(str::to_owned).to_vec();
    let analysis = analyse(&matter);
    let Some(Warning::BesideNotHeld { topics, countries }) = analysis.calculation.warnings.first() else {
        panic!("not told first: {:?}", analysis.calculation.warnings);
    };
    assert_eq!((topics.len(), topics[0].as_str(), countries.as_slice()), (1, "cookies", &["AT".to_owned()][..]));
    let words = library().locale.warning(&analysis.calculation.warnings[0], &library().law);
    assert!(words.starts_with("Not in these figures") && words.contains("Austria"), "{words}");
    let exposure = analysis::simulate(&matter, library(), &analysis).unwrap();
    let document = report::build(&matter, library(), &analysis, &exposure);
    let rendered = report::render(&document, report::Format::Markdown, report::SystemFonts::installed()).unwrap();
    let markdown = String::from_utf8(rendered).unwrap();
    let at = |part: &str| markdown.find(part).unwrap_or_else(|| panic!("no {part} in {markdown}"));
    assert!(
        at("Not in these figures") < at(library().locale.t("report.summary.rests_on")),
        "before what the report rests on"
    );
    assert_eq!(markdown.matches("Not in these figures").count(), 2, "in the summary and with the findings");
    // Nobody knows where the people are: that is told too, and nothing is alleged.
    matter.undertaking.people_in.clear();
    matter.undertaking.establishment.clear();
    let nowhere = analyse(&matter);
    let first = nowhere.calculation.warnings.first();
    assert!(matches!(first, Some(Warning::BesideNotHeld { countries, .. }) if countries.is_empty()));
    assert!(nowhere.assessment.findings().all(|finding| !finding.rule.as_str().starts_with("fr.")));
}

/// Without cookies and marketing none of these questions is asked.
#[test]
fn who_uses_no_cookies_meets_no_question_on_them() {
    let mut matter = preset("clean-organisation.amende.ron");
    matter.undertaking.establishment = "FR".to_owned();
    matter.undertaking.people_in = vec!["FR".to_owned()];
    let simple = matter.operations.iter().position(|operation| operation.id.as_str() == "lending").unwrap();
    let lending = matter.operations[simple].id.clone();
    let missing = analyse(&matter).assessment.missing;
    assert!(missing.iter().all(|open| open.operation != lending), "{missing:?}");
}

/// A choice on the conduct of the other law is kept under its name and explained.
#[test]
fn a_choice_on_the_other_conduct_is_a_choice_there_alone() {
    let mut matter = shop("FR", "EUR 40_000_000");
    let before = analyse(&matter);
    let low = amende::facts::ChoiceValue::Level(amende::law::Seriousness::High);
    matter.choices.set("A-FR-cookies.seriousness".into(), low, "test");
    let after = analyse(&matter);
    assert_eq!(fine(&before, "A").fine, fine(&after, "A").fine);
    assert!(fine(&before, "A-FR-cookies").fine.point.is_less_than(fine(&after, "A-FR-cookies").fine.point));
    assert!(!after.calculation.warnings.iter().any(|warning| matches!(warning, Warning::NoSuchPoint { .. })));
    let trace = after.calculation.trace.as_ref().unwrap();
    assert!(matches!(trace.find("A-FR-cookies.fine").unwrap().label, Label::KeyWith("trace.conduct_fine", _)));
}

/// Spain has fixed classes of fines and no share of the turnover, whatever the size.
#[test]
fn a_spanish_shop_is_priced_from_practice_and_capped_by_the_class() {
    let mut matter = shop("ES", "EUR 2_000_000_000");
    let analysis = analyse(&matter);
    assert_eq!(provisions(&analysis, "A-ES-cookies"), ["22.2 LSSI"]);
    let national = fine(&analysis, "A-ES-cookies");
    // Art. 39.1 c) LSSI; the amounts of 24 resolutions, EUR 1,000 to 30,000, median 3,000.
    assert_eq!(national.maximum.point, money("EUR 30_000"));
    assert_eq!(national.starting.point, money("EUR 3_000"));
    assert_eq!((national.fine.low, national.fine.high), (money("EUR 1_000"), money("EUR 30_000")));
    is_explained(&analysis, "A-ES-cookies");
    let alone = analyse(&elsewhere(&matter));
    assert_eq!(fine(&analysis, "A").fine, fine(&alone, "A").fine);
    let sum = alone.calculation.fine.point.checked_add(national.fine.point).unwrap();
    assert_eq!(analysis.calculation.fine.point, sum);
    assert_eq!(analysis.calculation.maximum.point, money("EUR 80_030_000"));
    let exposure = analysis::simulate(&matter, library(), &analysis).unwrap();
    assert!(exposure.percentile(50).is_some());
    // An amount chosen beyond the class is brought back to it, and that is told.
    let beyond = amende::facts::ChoiceValue::Amount(money("EUR 500_000"));
    matter.choices.set("A-ES-cookies.starting_amount".into(), beyond, "test");
    let chosen = analyse(&matter);
    assert_eq!(fine(&chosen, "A-ES-cookies").fine.point, money("EUR 30_000"));
    assert!(chosen.calculation.warnings.iter().any(|warning| matches!(warning, Warning::OutOfRange { .. })));
    // Mass sending is a serious infringement: at least EUR 30,001, at most EUR 150,000.
    say(&mut matter, "processing.kinds", options(&["direct_marketing"]));
    say(&mut matter, "marketing.channels", options(&["electronic"]));
    say(&mut matter, "marketing.means", options(&["email"]));
    say(&mut matter, "marketing.addressees", options(&["consumers"]));
    say(&mut matter, "marketing.ground", options(&["bought"]));
    say(&mut matter, "marketing.mass", YesNo::Yes);
    let serious = analyse(&matter);
    let serious = fine(&serious, "A-ES-marketing");
    assert_eq!((serious.maximum.point, serious.fine.low), (money("EUR 150_000"), money("EUR 30_001")));
}

/// The British maximum changed on 5 February 2026.
#[test]
fn a_british_shop_is_under_the_maximum_of_its_day() {
    let mut matter = shop("GB", "GBP 1_000_000_000");
    let on = |matter: &mut CaseFile, day: &str| {
        matter.as_of = Some(day.parse().unwrap());
        analyse(matter)
    };
    let before = on(&mut matter, "2026-02-04");
    assert_eq!(provisions(&before, "A-GB-cookies"), ["reg. 6 PECR"]);
    assert_eq!(fine(&before, "A-GB-cookies").maximum.point, money("GBP 500_000"));
    let after = on(&mut matter, "2026-02-05");
    // s. 157(5) DPA 2018 applied: GBP 17.5 million or 4 %.
    assert_eq!(fine(&after, "A-GB-cookies").maximum.point, money("GBP 40_000_000"));
    for analysis in [&before, &after] {
        let (national, own) = (fine(analysis, "A-GB-cookies"), fine(analysis, "A"));
        assert!(national.fine.point.minor() > 0 && !national.maximum.point.is_less_than(national.fine.point));
        assert_eq!(analysis.calculation.fine.point, national.fine.point.checked_add(own.fine.point).unwrap());
        is_explained(analysis, "A-GB-cookies");
        assert_eq!(own.maximum.point, money("GBP 40_000_000"));
    }
    assert_eq!(library().locale.article("reg. 6 PECR"), "reg. 6 PECR");
    // From the continent no amount in pounds is set: that is told, with the maximum.
    matter.undertaking.establishment = "FR".to_owned();
    matter.undertaking.turnover = Turnover::Unknown;
    let abroad = analyse(&matter);
    assert!(abroad.calculation.conducts.iter().all(|fine| fine.conduct.as_str() != "A-GB-cookies"));
    let told = |warning: &Warning| matches!(warning, Warning::BesideNotPriced { maximum, .. } if *maximum == money("GBP 17_500_000"));
    assert!(abroad.calculation.warnings.iter().any(told));
}

/// Art. 166(2) of the Italian Code and the practice under the Belgian Art. 10/2 refer to Art. 83(5) GDPR: what the national rule
/// forbids belongs to the operation, and nothing is added to the one maximum.
#[test]
fn a_law_without_a_maximum_of_its_own_adds_none() {
    for (country, provision) in [("IT", "122 Codice privacy"), ("BE", "10/2 Belgian Act of 30 July 2018")] {
        let matter = shop(country, "EUR 40_000_000");
        let analysis = analyse(&matter);
        assert_eq!(provisions(&analysis, "A"), ["5(1)(a)", "6(1)", provision]);
        assert_eq!(analysis.calculation.conducts.len(), 1, "{country}");
        assert_eq!(analysis.calculation.maximum.point, money("EUR 20_000_000"));
        assert_eq!(analyse(&elsewhere(&matter)).calculation.maximum.point, money("EUR 20_000_000"));
    }
}

/// § 28(2) TDDDG: EUR 300,000 and no share of the turnover, beside the maximum of the GDPR.
#[test]
fn a_german_shop_is_under_a_fixed_maximum_whatever_its_size() {
    for turnover in ["EUR 40_000_000", "EUR 2_000_000_000"] {
        let analysis = analyse(&shop("DE", turnover));
        assert_eq!(provisions(&analysis, "A-DE-cookies"), ["§ 25 TDDDG"]);
        assert_eq!(fine(&analysis, "A-DE-cookies").maximum.point, money("EUR 300_000"));
        is_explained(&analysis, "A-DE-cookies");
    }
}

/// Art. 15.4(2) Tw: another authority with rules of its own, so that only the maximum is told.
#[test]
fn a_dutch_shop_is_told_the_maximum_of_another_authority() {
    let analysis = analyse(&shop("NL", "EUR 40_000_000"));
    assert_eq!(provisions(&analysis, "A-NL-cookies"), ["11.7a Tw"]);
    assert!(analysis.calculation.conducts.iter().all(|fine| fine.conduct.as_str() != "A-NL-cookies"));
    let told = analysis.calculation.warnings.iter().find_map(|warning| match warning {
        Warning::BesideNotPriced { maximum, share, authority, .. } => {
            Some((*maximum, share.is_some(), library().law.text(authority)))
        }
        _ => None,
    });
    assert_eq!(told, Some((money("EUR 900_000"), true, Some("ACM"))));
}
