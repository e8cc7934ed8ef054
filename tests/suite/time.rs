//! Facts over time: what was so before and until when, what goes on, what was put right.

use amende::analysis::Analysis;
use amende::facts::{Answer, AnswerValue, Before, CaseFile, Until};
use amende::findings::{Finding, Outcome};
use amende::law::{Direction, Weight, YesNo};
use amende::quantity::PartialDate;

use crate::analyse;

fn day(text: &str) -> PartialDate {
    text.parse().unwrap()
}

fn matter() -> CaseFile {
    let mut matter = CaseFile::new("Time", "Newsletter");
    matter.as_of = Some("2026-11-01".parse().unwrap());
    matter.operations[0].began = Some(day("2024-01-15"));
    say(&mut matter, "processors.used", YesNo::Yes.into(), None);
    matter
}

fn say(matter: &mut CaseFile, question: &str, value: AnswerValue, before: Option<(YesNo, Option<&str>)>) {
    let before = before.map(|(value, until)| Before {
        value: value.into(),
        until: until.map(day),
        evidence: "the contract".to_owned(),
    });
    matter.operations[0].answers.insert(question.into(), Answer { value, before, ..Answer::default() });
}

fn found<'a>(analysis: &'a Analysis<'_>, rule: &str) -> Option<&'a Finding> {
    analysis.assessment.findings().find(|finding| finding.rule.as_str() == rule)
}

fn outcome(analysis: &Analysis<'_>, rule: &str) -> Outcome {
    analysis.assessment.tried.iter().find(|tried| tried.rule.as_str() == rule).unwrap().outcome
}

/// Alleges that there is no contract with a processor.
const RULE: &str = "processors.contract";

/// A contract signed since does not undo the months without one: the same grade, ended.
#[test]
fn what_was_put_right_is_alleged_with_its_end_and_scored_as_it_is_today() {
    let mut matter = matter();
    say(&mut matter, "processors.contract", YesNo::No.into(), None);
    let goes_on = analyse(&matter);
    let standing = found(&goes_on, RULE).unwrap().clone();
    let period = standing.period.unwrap();
    assert_eq!((period.from, period.until), (Some(day("2024-01-15")), Until::GoesOn));

    say(&mut matter, "processors.contract", YesNo::Yes.into(), Some((YesNo::No, Some("2026-01-15"))));
    let ended = analyse(&matter);
    let over = found(&ended, RULE).unwrap();
    assert_eq!(over.strength, standing.strength, "the same grade");
    assert_eq!(over.period.unwrap().until, Until::Ended(Some(day("2026-01-15"))));
    assert_eq!(outcome(&ended, RULE), Outcome::Ended(standing.strength));
    let score = |analysis: &Analysis<'_>| {
        let provisions = &analysis.scores.provisions;
        provisions.iter().find(|(id, _)| id.as_str() == "28").unwrap().1.high
    };
    assert!(score(&ended) > score(&goes_on), "the score says how things stand today");
}

/// It began only later: from then on, not from the beginning of the operation.
#[test]
fn what_became_wrong_is_alleged_from_then_on() {
    let mut matter = matter();
    say(&mut matter, "processors.contract", YesNo::No.into(), Some((YesNo::Yes, Some("2025-06"))));
    let period = found(&analyse(&matter), RULE).unwrap().period.unwrap();
    assert_eq!((period.from, period.until), (Some(day("2025-06")), Until::GoesOn));
    assert_eq!(period.months("2026-11-01".parse().unwrap()), Some(16), "from 30 June 2025, the last day it may be");
}

/// Two answers that changed on different days, in a rule that needs both.
#[test]
fn each_change_has_its_own_day() {
    let mut matter = matter();
    let unanswered = analyse(&matter);
    assert!(found(&unanswered, "retention.undefined").is_none());
    say(&mut matter, "retention.defined", YesNo::Yes.into(), Some((YesNo::No, Some("2024-12-31"))));
    say(&mut matter, "retention.deleted", YesNo::Yes.into(), Some((YesNo::No, Some("2025-12-31"))));
    let analysis = analyse(&matter);
    let ends: Vec<Until> = analysis
        .assessment
        .findings()
        .filter(|finding| finding.rule.as_str().starts_with("retention."))
        .map(|finding| finding.period.unwrap().until)
        .collect();
    assert!(ends.contains(&Until::Ended(Some(day("2024-12-31")))), "{ends:?}");
    assert!(ends.contains(&Until::Ended(Some(day("2025-12-31")))), "{ends:?}");
    assert!(!ends.contains(&Until::GoesOn), "{ends:?}");
}

/// Nobody knows the day of the change: ended all the same, and no months are made up.
#[test]
fn a_change_without_a_day_ends_it_without_a_duration() {
    let mut matter = matter();
    say(&mut matter, "processors.contract", YesNo::Yes.into(), Some((YesNo::No, None)));
    let period = found(&analyse(&matter), RULE).unwrap().period.unwrap();
    assert_eq!(period.until, Until::Ended(None));
    assert_eq!(period.months("2026-11-01".parse().unwrap()), None);
}

/// An operation that ended ends what went on in it.
#[test]
fn the_end_of_an_operation_ends_what_lasted_in_it() {
    let mut matter = matter();
    say(&mut matter, "processors.contract", YesNo::No.into(), None);
    matter.operations[0].ended = Some(day("2026-03"));
    let analysis = analyse(&matter);
    assert_eq!(found(&analysis, RULE).unwrap().period.unwrap().until, Until::Ended(Some(day("2026-03"))));
    assert!(matches!(outcome(&analysis, RULE), Outcome::Ended(_)));
}

fn duration(analysis: &Analysis<'_>) -> Option<Weight> {
    let conduct = &analysis.assessment.conducts[0];
    conduct.factors.iter().find(|factor| factor.factor.as_str() == "duration").unwrap().weight
}

/// Art. 83(2)(a): the months come from the dates unless somebody counted them.
#[test]
fn dates_tell_the_duration_and_a_stated_one_goes_first() {
    let mut matter = matter();
    say(&mut matter, "processors.contract", YesNo::Yes.into(), Some((YesNo::No, Some("2026-01-15"))));
    assert_eq!(duration(&analyse(&matter)), Some(Weight::Raises), "24 months");
    say(&mut matter, "processors.contract", YesNo::Yes.into(), Some((YesNo::No, Some("2026-01-14"))));
    assert_eq!(duration(&analyse(&matter)), Some(Weight::Neutral), "a day less");
    say(&mut matter, "scale.months", AnswerValue::Number(2), None);
    assert_eq!(duration(&analyse(&matter)), Some(Weight::Lowers), "as stated");
}

/// What went on before the law applied is no infringement of it and does not count.
#[test]
fn time_before_the_law_does_not_count() {
    let mut matter = matter();
    matter.operations[0].began = Some(day("2012"));
    say(&mut matter, "processors.contract", YesNo::Yes.into(), Some((YesNo::No, Some("2018-05-24"))));
    assert!(found(&analyse(&matter), RULE).is_none(), "over before the law applied");
    say(&mut matter, "processors.contract", YesNo::Yes.into(), Some((YesNo::No, Some("2018-07-31"))));
    let analysis = analyse(&matter);
    assert_eq!(found(&analysis, RULE).unwrap().period.unwrap().from, Some(day("2018-05-25")));
    assert_eq!(duration(&analysis), Some(Weight::Lowers), "two months under the law");
}

fn letter_c(matter: &CaseFile) -> Option<Direction> {
    let analysis = analyse(matter);
    let conduct = &analysis.assessment.conducts[0];
    conduct.circumstances.iter().find(|known| known.circumstance.as_str() == "c").unwrap().direction
}

/// Art. 83(2)(c): before the authority's first contact it may mitigate where it limited the
/// damage; after it, it is neutral by default.
#[test]
fn when_it_was_put_right_weighs_by_the_first_contact() {
    let mut matter = matter();
    say(&mut matter, "processors.contract", YesNo::Yes.into(), Some((YesNo::No, Some("2026-01-15"))));
    assert_eq!(letter_c(&matter), None, "put right without an authority: whether damage was limited is open");
    matter.first_contact = Some(day("2025-12"));
    assert_eq!(letter_c(&matter), Some(Direction::Neutral), "after the first contact");
    matter.first_contact = Some(day("2026"));
    assert_eq!(letter_c(&matter), None, "a year alone leaves it open");
    matter.first_contact = Some(day("2026-02-01"));
    say(&mut matter, "response.mitigated", YesNo::Yes.into(), None);
    assert_eq!(letter_c(&matter), Some(Direction::Mitigating));
    // Something else still goes on: not put right.
    matter.first_contact = Some(day("2025-12"));
    say(&mut matter, "response.mitigated", AnswerValue::Unknown, None);
    say(&mut matter, "retention.defined", YesNo::No.into(), None);
    assert_eq!(letter_c(&matter), None);
}

/// An event has a day of its own and no period.
#[test]
fn events_have_no_period() {
    let mut matter = matter();
    for (question, value) in
        [("breach.happened", YesNo::Yes), ("breach.risk", YesNo::Yes), ("breach.notified", YesNo::No)]
    {
        say(&mut matter, question, value.into(), None);
    }
    let analysis = analyse(&matter);
    let events: Vec<_> =
        analysis.assessment.findings().filter(|finding| finding.provision.as_str().starts_with("33")).collect();
    assert!(!events.is_empty() && events.iter().all(|finding| finding.period.is_none()), "{events:?}");
}

/// Two changes, one without a day: what rests on the other alone keeps its own end.
#[test]
fn a_change_without_a_day_does_not_hide_another() {
    let mut matter = matter();
    say(&mut matter, "retention.defined", YesNo::Yes.into(), Some((YesNo::No, None)));
    say(&mut matter, "retention.deleted", YesNo::Yes.into(), Some((YesNo::No, Some("2025-12-31"))));
    let analysis = analyse(&matter);
    let ends: Vec<Until> = analysis
        .assessment
        .findings()
        .filter(|finding| finding.rule.as_str().starts_with("retention."))
        .map(|finding| finding.period.unwrap().until)
        .collect();
    assert!(ends.contains(&Until::Ended(None)), "{ends:?}");
    assert!(ends.contains(&Until::Ended(Some(day("2025-12-31")))), "{ends:?}");
}

/// What was over before the law applied is no infringement of it.
#[test]
fn an_operation_that_ended_before_the_law_alleges_nothing() {
    let mut matter = matter();
    say(&mut matter, "processors.contract", YesNo::No.into(), None);
    matter.operations[0].began = Some(day("2016"));
    for (ended, alleged) in [("2018-05-24", false), ("2017", false), ("2018-05-25", true)] {
        matter.operations[0].ended = Some(day(ended));
        assert_eq!(found(&analyse(&matter), RULE).is_some(), alleged, "{ended}");
    }
}

/// Days that cannot all be right are told, and no duration is made of them.
#[test]
fn dates_that_disagree_are_told() {
    use amende::trace::{DatesProblem, Warning};
    let told = |matter: &CaseFile| -> Vec<DatesProblem> {
        let warnings = analyse(matter).calculation.warnings;
        let of = |warning: &Warning| match warning {
            Warning::DatesDisagree { problem, .. } => Some(*problem),
            _ => None,
        };
        warnings.iter().filter_map(of).collect()
    };
    let mut matter = matter();
    say(&mut matter, "processors.contract", YesNo::Yes.into(), Some((YesNo::No, Some("2026-01-15"))));
    assert!(told(&matter).is_empty());
    matter.first_contact = Some(day("2031"));
    assert_eq!(told(&matter), [DatesProblem::AfterTheMatter]);
    matter.first_contact = None;
    matter.operations[0].ended = Some(day("2023-12-31"));
    assert_eq!(told(&matter), [DatesProblem::EndsBeforeItBegan]);
    assert_eq!(duration(&analyse(&matter)), None, "no duration is made of them");
    matter.operations[0].ended = None;
    say(&mut matter, "processors.contract", YesNo::Yes.into(), Some((YesNo::No, Some("2010"))));
    matter.operations[0].began = Some(day("2024"));
    assert!(told(&matter).contains(&DatesProblem::ChangedBeforeItBegan));
}
