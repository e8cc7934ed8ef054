//! Worse facts cost more, or as much: where a circumstance becomes an infringement, its
//! facts still count, and count once.

mod everything;

use amende::analysis;
use amende::exposure::ExposureDistribution;
use amende::facts::{Answer, AnswerValue, CaseFile};
use amende::law::{Direction, QuestionId};
use amende::quantity::Money;

use crate::{analyse, library, preset};

/// Presets with an operation that something is alleged in.
const PRESETS: &[&str] = &[
    "kaspr.amende.ron",
    "shop.amende.ron",
    "clinic.amende.ron",
    "public-authority.amende.ron",
    "access-ignored.amende.ron",
];

fn with(case_file: &CaseFile, answers: &[(&str, AnswerValue)]) -> CaseFile {
    let mut case_file = case_file.clone();
    for (question, value) in answers {
        let answer = Answer { value: value.clone(), ..Answer::default() };
        case_file.operations[0].answers.insert(QuestionId::from(*question), answer);
    }
    case_file
}

/// How many of the outcomes drawn reach an amount.
fn reaching(outcomes: &ExposureDistribution, amount: Money) -> u32 {
    // All of them lie below a thousand thousand million.
    let most = Money::from_minor(100_000_000_000_000, amount.currency());
    outcomes.histogram(amount, most, 1).iter().sum()
}

/// Each step of a ladder is worse than the one before it: the method's point is no lower, and
/// as many drawn outcomes or more reach any amount. (The middle of the outcomes *with* a fine
/// may fall all the same, where outcomes without one become small fines.)
fn climbs(case_file: &str, before: &[(&str, AnswerValue)], question: &str, steps: &[AnswerValue]) {
    let matter = preset(case_file);
    let mut last = None;
    for step in steps {
        let mut answers = before.to_vec();
        answers.push((question, step.clone()));
        let now = with(&matter, &answers);
        let analysis = analyse(&now);
        let drawn = analysis::simulate(&now, library(), &analysis).unwrap();
        let point = analysis.calculation.fine.point.minor();
        if let Some((before, outcomes)) = &last {
            assert!(point >= *before, "{case_file}, {question} {step:?}: {before}, {point}");
            let outcomes: &ExposureDistribution = outcomes;
            for percent in [1, 10, 25, 50, 75, 90, 99] {
                let amount = outcomes.percentile(percent).unwrap();
                let (reached, reach) = (reaching(outcomes, amount), reaching(&drawn, amount));
                assert!(reach >= reached, "{case_file}, {question} {step:?}, {amount}: {reached}, {reach}");
            }
        }
        last = Some((point, drawn));
    }
}

/// Art. 83(2)(f) GDPR: no answer to the authority is worse than a late one, though it is
/// an infringement of Art. 31 as well.
#[test]
fn no_answer_to_the_authority_costs_no_less_than_a_late_one() {
    let hindered =
        [("response.authority", AnswerValue::Yes), ("response.cooperation", AnswerValue::Option("hindered".into()))];
    let how = |way: &str| AnswerValue::Options(vec![way.into()]);
    for name in PRESETS {
        climbs(name, &hindered, "cooperation.how", &[how("late"), how("no_answer")]);
    }
}

/// Art. 83(2)(i) GDPR: an order not followed is worse than one followed in part.
#[test]
fn an_order_not_followed_costs_no_less_than_one_followed() {
    let order = [("orders.enforceable", AnswerValue::Yes)];
    let followed = |how: &str| AnswerValue::Option(how.into());
    let steps = ["in_time", "late", "in_part", "not"].map(followed);
    for name in PRESETS {
        climbs(name, &order, "orders.followed", &steps);
    }
}

/// Where the lack of cooperation alone is fined, its facts are the infringement, and no
/// circumstance beside it (EDPB Guidelines 04/2022, paras 95–97).
#[test]
fn what_alone_is_fined_is_no_circumstance_as_well() {
    let answers = [
        ("response.authority", AnswerValue::Yes),
        ("response.cooperation", AnswerValue::Option("hindered".into())),
        ("cooperation.how", AnswerValue::Options(vec!["no_answer".into()])),
    ];
    let direction = |case_file: &CaseFile| {
        let analysis = analyse(case_file);
        let conduct = &analysis.assessment.conducts[0];
        assert!(conduct.infringements.iter().any(|known| known.provision.as_str() == "31"));
        let known = conduct.circumstances.iter().find(|known| known.circumstance.as_str() == "f").unwrap();
        (conduct.infringements.len(), known.direction)
    };
    let alone = with(&CaseFile::new("Alone", "Operation"), &answers);
    assert_eq!(direction(&alone), (1, Some(Direction::Neutral)));
    let (several, with_graver) = direction(&with(&preset("kaspr.amende.ron"), &answers));
    assert!(several > 1);
    assert_eq!(with_graver, Some(Direction::Aggravating));
}
