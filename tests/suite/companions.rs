//! What is charged beside another provision on the same facts, and what is not stated about
//! the organisation.

use amende::analysis;
use amende::facts::{Answer, AnswerValue, CaseFile, Review, Turnover, Unstated, Verdict, unstated};
use amende::findings::{Finding, Infringement};
use amende::law::{ProvisionId, QuestionId, RuleId, Strength, UndertakingKind};
use amende::quantity::{Currency, Money};

use crate::{analyse, library};

fn answered(question: &str, value: AnswerValue) -> CaseFile {
    let mut matter = CaseFile::new("A", "B");
    matter.operations[0].answers.insert(QuestionId::from(question), Answer { value, ..Answer::default() });
    matter
}

/// A gap in security, alleged as arguable and as nothing else.
fn gap() -> CaseFile {
    answered("security.gaps", AnswerValue::Options(vec!["updates".into()]))
}

fn infringements(matter: &CaseFile) -> Vec<Infringement> {
    analyse(matter).assessment.infringements().cloned().collect()
}

#[test]
fn a_companion_is_weak_and_names_what_it_stands_beside() {
    let all = infringements(&gap());
    let main = all.iter().find(|known| known.provision.as_str() == "32").unwrap();
    assert_eq!((main.strength, main.beside()), (Strength::Arguable, None));
    let others: Vec<_> = all.iter().filter(|known| known.provision.as_str() != "32").collect();
    assert!(others.iter().any(|known| known.provision.as_str() == "5(1)(f)"));
    for known in others {
        assert_eq!((known.strength, known.beside()), (Strength::Weak, Some(&main.provision)), "{}", known.provision);
        let companion: &Finding = &known.findings[0];
        assert_eq!(companion.facts, main.findings[0].facts, "on the same facts");
    }
}

#[test]
fn nothing_stands_beside_what_is_only_weak() {
    let partly = answered("security.access_control", AnswerValue::Partly);
    let all = infringements(&partly);
    assert!(all.iter().any(|known| known.provision.as_str() == "32" && known.strength == Strength::Weak));
    assert!(all.iter().all(|known| known.beside().is_none()));
}

/// Its own answers make it a finding of its own.
#[test]
fn a_companion_gives_way_to_an_own_finding() {
    let mut matter = gap();
    let value = AnswerValue::No;
    for question in ["accountability.demonstrable", "accountability.policies"] {
        let answer = Answer { value: value.clone(), ..Answer::default() };
        matter.operations[0].answers.insert(QuestionId::from(question), answer);
    }
    let all = infringements(&matter);
    let own = all.iter().find(|known| known.provision.as_str() == "5(2)").unwrap();
    assert_eq!((own.strength, own.beside(), own.findings.len()), (Strength::Arguable, None, 1));
}

#[test]
fn a_rejected_companion_is_told_and_not_alleged() {
    let mut matter = gap();
    let companion = infringements(&matter).into_iter().find(|known| known.provision.as_str() == "5(1)(f)").unwrap();
    let rule: RuleId = companion.findings[0].rule.clone();
    let operation = matter.operations[0].id.clone();
    matter.reviews.push(Review { operation, rule: rule.clone(), verdict: Verdict::Rejected, reason: String::new() });
    let analysis = analyse(&matter);
    assert!(analysis.assessment.findings().all(|finding| finding.rule != rule));
    assert!(analysis.assessment.rejected.iter().any(|finding| finding.rule == rule));
    // What was rejected for reasons of its own does not come back beside something else.
    matter.reviews[0].rule = RuleId::from("security.principle");
    assert!(infringements(&matter).iter().all(|known| known.provision.as_str() != "5(1)(f)"));
}

/// What the lawyer confirms stands by itself: only then does it raise the maximum.
#[test]
fn a_companion_sets_no_maximum_until_it_is_confirmed() {
    let mut matter = gap();
    let alone = analyse(&matter).calculation.maximum;
    let companion = infringements(&matter).into_iter().find(|known| known.provision.as_str() == "5(1)(f)").unwrap();
    let (operation, rule) = (matter.operations[0].id.clone(), companion.findings[0].rule.clone());
    matter.reviews.push(Review { operation, rule, verdict: Verdict::Confirmed, reason: String::new() });
    assert!(analyse(&matter).calculation.maximum.high > alone.high);
}

/// One draw for both: where only companions stand beside an arguable finding, nothing is
/// found as often as that finding is not.
#[test]
fn a_companion_is_drawn_with_what_it_stands_beside() {
    let mut matter = gap();
    let amount = Some(Money::from_major(50_000_000, Currency::EUR));
    matter.undertaking.turnover = Turnover::Figure { amount, year: None, source: String::new(), secondary: false };
    let analysis = analyse(&matter);
    assert!(analysis.assessment.infringements().count() > 2);
    let exposure = analysis::simulate(&matter, library(), &analysis).unwrap();
    let arguable = library().priors.found.arguable.ppm();
    let found = i64::try_from((exposure.drawn - exposure.without_fine) * 1_000_000 / exposure.drawn).unwrap();
    assert!((found - arguable).abs() < 20_000, "{found} of a million outcomes, {arguable} expected");
}

/// The counts shown, counted again from the names of the provisions.
#[test]
fn taken_up_is_what_the_decisions_say() {
    let of = |name: &str, wanted: &str| {
        name == wanted || name.starts_with(&format!("{wanted}(")) || wanted.starts_with(&format!("{name}("))
    };
    for rule in library().law.rules.iter().filter(|rule| !rule.beside.is_empty()) {
        for main in &rule.beside {
            let counted = amende::precedents::taken_up(&library().decisions, main, &rule.provision);
            let found = |id: &ProvisionId, decision: &&amende::precedents::Decision| {
                decision.provisions.iter().any(|known| of(known.as_str(), id.as_str()))
            };
            let with: Vec<_> = library().decisions.iter().filter(|decision| found(main, decision)).collect();
            let both = with.iter().filter(|decision| found(&rule.provision, decision)).count();
            assert_eq!((counted.both, counted.of), (both, with.len()), "{} beside {main}", rule.id);
            assert!(counted.both > 0, "{}: no decision here found it beside {main}", rule.id);
        }
    }
}

#[test]
fn what_is_not_stated_about_the_organisation_is_listed() {
    let law = &library().law;
    let asked = law.questions().find(|question| question.contact).unwrap().id.clone();
    let mut matter = CaseFile::new("A", "B");
    let value = AnswerValue::Yes;
    matter.answers.insert(asked, Answer { value, ..Answer::default() });
    let all = [Unstated::Turnover, Unstated::Employees, Unstated::Establishment, Unstated::FirstContact];
    assert_eq!(unstated(&matter, law), all);
    let who = &mut matter.undertaking;
    who.employees = Some(12);
    who.establishment = "FR".to_owned();
    let amount = Some(Money::from_major(1_000_000, Currency::EUR));
    who.turnover = Turnover::Figure { amount, year: None, source: String::new(), secondary: false };
    matter.first_contact = Some("2026-03".parse().unwrap());
    assert_eq!(unstated(&matter, law), []);
    matter.undertaking.kind = UndertakingKind::PublicBody;
    assert_eq!(unstated(&matter, law), [Unstated::PublicBody]);
}
