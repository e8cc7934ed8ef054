//! What EDPB Guidelines 04/2022 v2.1 say in words, held against the data: the
//! paragraphs read are listed in `tests/worked_examples/edpb-04-2022/README.md`.

use amende::facts::{Answer, AnswerValue, CaseFile};
use amende::law::{Direction, Seriousness, StepKind, Weight};
use jiff::civil::Date;

use crate::{analyse, library};

/// The directions each circumstance of step 3 may take.
#[test]
fn each_circumstance_may_go_where_its_paragraph_says() {
    use Direction::{Aggravating, Mitigating, Neutral};
    let all = [Aggravating, Neutral, Mitigating];
    for (letter, allowed, paragraph) in [
        ("c", &all[..], "75 and 76: measures mitigate; harm may be left standing"),
        ("d", &all[..], "81: aggravating or neutral, mitigating only exceptionally"),
        ("e", &[Aggravating, Neutral][..], "94: the absence of earlier infringements cannot mitigate"),
        ("f", &all[..], "96 and 97: ordinary cooperation is neutral, more may mitigate"),
        ("h", &all[..], "98: a relevant aggravating or mitigating factor"),
        ("i", &all[..], "102 and 103: complying is neutral, measures beyond it may mitigate, not complying aggravates"),
        ("j", &all[..], "105 and 106: both directions"),
        ("k", &all[..], "107 to 111: both directions"),
    ] {
        let circumstance = library().law.circumstances.iter().find(|known| known.letter == letter).unwrap();
        assert_eq!(circumstance.allowed, allowed, "({letter}), para. {paragraph}");
        assert_eq!(circumstance.source.instrument.as_str(), "edpb-04-2022");
    }
    assert!(library().law.circumstances.iter().all(|known| !["a", "b", "g"].contains(&known.letter.as_str())));
}

/// Art. 83(2)(a), (b) and (g) are weighed in step 2 and never again.
#[test]
fn each_letter_is_weighed_once() {
    let mut letters: Vec<&str> = library().law.factors.iter().map(|factor| factor.letter.as_str()).collect();
    letters.dedup();
    assert_eq!(letters, ["a", "b", "g"]);
}

/// Example 4, paras 55 and 56: intent raises, negligence is at best neutral.
#[test]
fn example_4_negligence_is_at_best_neutral() {
    let fault = library().law.factors.iter().find(|factor| factor.letter == "b").unwrap();
    assert!(fault.readings.iter().all(|reading| reading.weight != Weight::Lowers));
    assert!(fault.readings.iter().any(|reading| reading.weight == Weight::Raises));
}

/// Paras 89 and 90: earlier infringements weigh by subject and manner; the amount is a
/// choice, the direction is not.
#[test]
fn earlier_infringements_aggravate_whatever_their_subject() {
    let with = |answer: AnswerValue| {
        let mut case_file = CaseFile::new("Earlier", "Operation");
        let mut set = |question: &str, value: AnswerValue| {
            case_file.operations[0].answers.insert(question.into(), Answer { value, ..Answer::default() });
        };
        set("lawfulness.basis", AnswerValue::Option("none".into()));
        set("response.earlier", answer);
        analyse(&case_file).calculation.fine.point
    };
    assert!(with(AnswerValue::Yes) > with(AnswerValue::No));
    assert_eq!(with(AnswerValue::No), with(AnswerValue::Unknown), "absence is neutral");
}

/// Para. 60: the classes meet and cover the whole of the maximum.
#[test]
fn the_classes_of_seriousness_meet() {
    let method = library().law.methodology("edpb-04-2022-v2.1").unwrap();
    let share = |level| method.class(level).unwrap().share;
    let shares = Seriousness::ALL.map(|level| (share(level).low.to_string(), share(level).high.to_string()));
    let expected = [("0 %", "10 %"), ("10 %", "20 %"), ("20 %", "100 %")];
    assert_eq!(shares, expected.map(|(low, high)| (low.to_owned(), high.to_owned())));
}

/// Each place the guidelines are cited at carries the case law that governs the step.
#[test]
fn steps_carry_the_case_law_that_governs_them() {
    let method = library().law.methodology("edpb-04-2022-v2.1").unwrap();
    let cited = |title: &str| -> Vec<&str> {
        let step = method.steps.iter().find(|step| step.title == title).unwrap();
        step.notes.iter().map(|note| note.source.instrument.as_str()).collect()
    };
    assert_eq!(cited("Intent or negligence"), ["c-807-21", "c-683-21"]);
    assert!(cited("Legal maximum").contains(&"c-383-23"));
    assert!(cited("Reprimand instead of a fine").contains(&"c-768-21"));
}

/// The French order and fine: the simplified procedure is open from the decree of 8 April
/// 2022 on; periodic penalties are told and never enter the fine.
#[test]
fn french_periodic_penalties_stand_beside_the_fine() {
    let france = library().law.national.iter().find(|rules| rules.country == "FR").unwrap();
    let opened: Date = "2022-04-08".parse().unwrap();
    assert_eq!(france.procedures.iter().map(|procedure| procedure.from).collect::<Vec<_>>(), [opened]);
    for (amount, pinpoint) in [("EUR 100,000", "Art. 20, III, 2°"), ("EUR 100 a day", "Art. 22-1")] {
        let note = france.notes.iter().find(|note| note.text.contains(amount)).unwrap();
        assert_eq!(note.source.pinpoint, pinpoint);
    }
    assert!(france.reductions.is_empty());
}

/// What is known only from a page about it, or from a draft, says so.
#[test]
fn dutch_rules_of_2023_and_british_settlements_are_told_and_marked() {
    for (country, instrument) in [("NL", "ap-2023"), ("GB", "ico-procedural-draft")] {
        let rules = library().law.national.iter().find(|rules| rules.country == country).unwrap();
        let notes = rules.notes.iter().map(|note| &note.source);
        let mut sources = notes.chain(rules.not_held.iter().map(|known| &known.source));
        let source = sources.find(|source| source.instrument.as_str() == instrument).unwrap();
        assert!(source.unverified.is_some(), "{country}");
        assert!(rules.reductions.is_empty(), "{country}: nothing is taken off by it");
    }
    let applied = |kind: &StepKind| matches!(kind, StepKind::CategoryBand(_));
    let dutch = library().law.methodologies.iter().filter(|method| method.steps.iter().any(|step| applied(&step.kind)));
    assert_eq!(dutch.map(|method| method.id.as_str()).collect::<Vec<_>>(), ["ap-2019"]);
}
