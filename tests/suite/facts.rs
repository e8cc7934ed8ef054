//! What a condition means for the answers given, and what a matter keeps of them.

use amende::facts::{
    Answer, AnswerValue, Answers, Assignment, Assumed, CaseFile, CaseOf, Counted, Exchange, Operation,
    PreviousInfringement, Review, Truth, Turnover, Unstated, Verdict, unstated,
};
use amende::law::{CaseKind, Condition, QuestionId, Role, Strength, UndertakingKind, YesNo};
use amende::quantity::{Currency, Money};
use jiff::civil::Date;

use crate::library;

fn money(text: &str) -> Money {
    text.parse().unwrap()
}

/// A matter with these answers about its one operation.
fn answered(answers: &[(&str, AnswerValue)]) -> CaseFile {
    let mut case_file = CaseFile::new("Matter", "Operation");
    for (question, value) in answers {
        let answer = Answer { value: value.clone(), ..Answer::default() };
        case_file.operations[0].answers.insert(QuestionId::from(*question), answer);
    }
    case_file
}

fn holds(case_file: &CaseFile, condition: &Condition) -> Truth {
    Answers::given(case_file, &case_file.operations[0]).holds(condition)
}

fn is(question: &str) -> Condition {
    Condition::Is(question.into(), YesNo::Yes)
}

/// "This or more", "less than this", "more than nothing": on the border itself too.
#[test]
fn a_bound_is_met_where_its_words_say() {
    use Truth::{False, True, Unknown};
    for (number, at_least, below) in [(9, False, True), (10, True, False), (11, True, False)] {
        let case_file = answered(&[("q", AnswerValue::Number(number))]);
        assert_eq!(holds(&case_file, &Condition::AtLeast("q".into(), 10)), at_least, "{number}");
        assert_eq!(holds(&case_file, &Condition::Below("q".into(), 10)), below, "{number}");
    }
    for (amount, some) in [("EUR 0", False), ("EUR 0.01", True), ("SEK 5", True), ("EUR -0.01", False)] {
        let case_file = answered(&[("q", AnswerValue::Money(money(amount)))]);
        assert_eq!(holds(&case_file, &Condition::SomeMoney("q".into())), some, "{amount}");
    }
    let mut case_file = CaseFile::new("Matter", "Operation");
    for (employees, fewer) in [(None, Unknown), (Some(249), True), (Some(250), False), (Some(251), False)] {
        case_file.undertaking.employees = employees;
        assert_eq!(holds(&case_file, &Condition::EmployeesBelow(250)), fewer, "{employees:?}");
    }
    let yes_or_partly = Condition::OneOf("q".into(), vec![YesNo::Yes, YesNo::Partly]);
    for (value, one_of) in [(AnswerValue::Yes, True), (AnswerValue::Partly, True), (AnswerValue::No, False)] {
        assert_eq!(holds(&answered(&[("q", value)]), &yes_or_partly), one_of);
    }
}

/// Kleene's strong logic: what is not known decides nothing that the rest does not decide.
#[test]
fn what_is_unknown_decides_nothing() {
    use Truth::{False, True, Unknown};
    let case_file = answered(&[("yes", AnswerValue::Yes), ("no", AnswerValue::No)]);
    let of = |names: &[&str]| names.iter().map(|name| is(name)).collect::<Vec<_>>();
    for (parts, all, any, two) in [
        (&["yes", "yes"][..], True, True, True),
        (&["yes", "no"][..], False, True, False),
        (&["yes", "open"][..], Unknown, True, Unknown),
        (&["no", "open"][..], False, Unknown, False),
        (&["no", "no"][..], False, False, False),
        (&["open", "open"][..], Unknown, Unknown, Unknown),
        (&["yes", "yes", "no"][..], False, True, True),
        (&["yes", "no", "open"][..], False, True, Unknown),
        (&[][..], True, False, False),
    ] {
        assert_eq!(holds(&case_file, &Condition::All(of(parts))), all, "all of {parts:?}");
        assert_eq!(holds(&case_file, &Condition::Any(of(parts))), any, "any of {parts:?}");
        assert_eq!(holds(&case_file, &Condition::AtLeastOf(2, of(parts))), two, "two of {parts:?}");
    }
    for (part, not, unless) in [("yes", False, False), ("no", True, True), ("open", Unknown, True)] {
        assert_eq!(holds(&case_file, &Condition::Not(Box::new(is(part)))), not, "not {part}");
        assert_eq!(holds(&case_file, &Condition::Unless(Box::new(is(part)))), unless, "unless {part}");
    }
    for leaf in [
        Condition::AtLeast("open".into(), 0),
        Condition::SomeMoney("open".into()),
        Condition::Includes("open".into(), "a".into()),
        Condition::Before("open".into(), "2020-01-01".parse().unwrap()),
    ] {
        assert_eq!(holds(&case_file, &leaf), Unknown, "{leaf:?}");
    }
    assert_eq!(holds(&case_file, &Condition::Always), True);
}

#[test]
fn what_is_stated_of_the_organisation_decides() {
    use Truth::{False, True, Unknown};
    let mut case_file = CaseFile::new("Matter", "Operation");
    assert_eq!(holds(&case_file, &Condition::Role(vec![Role::Controller])), True);
    assert_eq!(holds(&case_file, &Condition::Role(vec![Role::Processor, Role::Joint])), False);
    assert_eq!(holds(&case_file, &Condition::Kind(vec![UndertakingKind::PublicBody])), False);
    assert_eq!(holds(&case_file, &Condition::Kind(vec![UndertakingKind::Company])), True);
    let [seat, people] = [Condition::EstablishedIn(vec!["FR".to_owned()]), Condition::PeopleIn(vec!["FR".to_owned()])];
    for (stated, is_there) in [("", Unknown), ("  ", Unknown), ("FR", True), ("fr", True), ("DE", False)] {
        stated.clone_into(&mut case_file.undertaking.establishment);
        assert_eq!(holds(&case_file, &seat), is_there, "{stated:?}");
        assert_eq!(holds(&case_file, &people), is_there, "people are taken to be where the seat is: {stated:?}");
    }
    case_file.undertaking.people_in = vec!["FR".to_owned()];
    assert_eq!((holds(&case_file, &seat), holds(&case_file, &people)), (False, True), "as stated, not at the seat");

    for (lines, adheres) in [(&[][..], False), (&[" "][..], False), (&["", "A code"][..], True)] {
        case_file.undertaking.adherence = lines.iter().map(|line| (*line).to_owned()).collect();
        assert_eq!(holds(&case_file, &Condition::Adheres), adheres, "{lines:?}");
    }
    assert_eq!(holds(&case_file, &Condition::Contacted), False);
    case_file.first_contact = Some("2025".parse().unwrap());
    assert_eq!(holds(&case_file, &Condition::Contacted), True);
    // Only an entry that says when and what counts (Art. 83(2)(e) GDPR).
    for (date, what, counts) in [(None, "What", False), (Some("2020-05"), " ", False), (Some("2020-05"), "What", True)]
    {
        let date = date.map(|date| date.parse().unwrap());
        let earlier = PreviousInfringement { date, what: what.to_owned(), ..PreviousInfringement::default() };
        case_file.undertaking.previous_infringements = vec![earlier];
        assert_eq!(holds(&case_file, &Condition::EarlierInfringement), counts, "{date:?} {what:?}");
    }
}

/// What was established on the day itself or later is no earlier infringement; of a month or
/// year, its first day is taken.
#[test]
fn an_infringement_is_earlier_only_before_the_day() {
    let day: Date = "2025-03-01".parse().unwrap();
    for (date, counts) in [
        ("2025-02-28", true),
        ("2025-03-01", false),
        ("2025-02", true),
        ("2025-03", false),
        ("2025", true),
        ("2026", false),
    ] {
        let date = Some(date.parse().unwrap());
        let earlier = PreviousInfringement { date, what: "What".to_owned(), ..PreviousInfringement::default() };
        assert_eq!(earlier.counts_on(day), counts, "{date:?}");
    }
    let nothing = PreviousInfringement { date: Some("2020".parse().unwrap()), ..PreviousInfringement::default() };
    assert!(!nothing.counts_on(day));
}

/// A share of turnover is a maximum of an undertaking alone (Art. 83(4) to (6) GDPR).
#[test]
fn who_offers_nothing_on_a_market_is_no_undertaking() {
    use UndertakingKind::{Association, Company, Individual, PublicBody};
    let mut case_file = CaseFile::new("Matter", "Operation");
    for (kind, off_market) in [(Company, true), (Association, true), (PublicBody, false), (Individual, false)] {
        case_file.undertaking.kind = kind;
        case_file.undertaking.on_market = false;
        assert_eq!(case_file.undertaking.is_undertaking(), off_market, "{kind:?}");
        case_file.undertaking.on_market = true;
        assert!(case_file.undertaking.is_undertaking(), "{kind:?} on a market");
    }
}

#[test]
fn a_turnover_counts_once_it_is_stated_whole() {
    let (one, two) = (money("EUR 1"), money("EUR 2"));
    let figure = |amount| Turnover::Figure { amount, year: None, source: String::new(), secondary: false };
    let bracket = |from, to| Turnover::Bracket { from, to, source: String::new() };
    for (turnover, counted, amounts, bounds) in [
        (Turnover::Unknown, Counted::Unknown, vec![], (None, None)),
        (figure(None), Counted::Unknown, vec![], (None, None)),
        (figure(Some(one)), Counted::Figure(one), vec![one], (None, None)),
        (bracket(None, None), Counted::Unknown, vec![], (None, None)),
        (bracket(Some(one), None), Counted::Unknown, vec![one], (Some(one), None)),
        (bracket(None, Some(two)), Counted::Unknown, vec![two], (None, Some(two))),
        (bracket(Some(one), Some(two)), Counted::Bracket(one, two), vec![one, two], (Some(one), Some(two))),
    ] {
        assert_eq!((turnover.counted(), turnover.amounts(), turnover.bounds()), (counted, amounts, bounds));
    }
}

#[test]
fn what_nobody_stated_of_the_organisation_is_named() {
    let law = &library().law;
    let mut case_file = CaseFile::new("Matter", "Operation");
    let named = |case_file: &CaseFile| unstated(case_file, law);
    assert_eq!(named(&case_file), [Unstated::Turnover, Unstated::Employees, Unstated::Establishment]);
    case_file.undertaking.establishment = "FR".to_owned();
    case_file.undertaking.employees = Some(0);
    assert_eq!(named(&case_file), [Unstated::Turnover]);
    case_file.undertaking.kind = UndertakingKind::PublicBody;
    assert_eq!(named(&case_file), [Unstated::PublicBody], "a public body off the market needs no turnover");
    case_file.undertaking.kind = UndertakingKind::Individual;
    case_file.undertaking.employees = None;
    assert_eq!(named(&case_file), [], "nobody works at a natural person");
    // An authority that requested something has made contact: the day of it is then missing.
    let asked = law.questions().find(|question| question.contact).unwrap().id.clone();
    let mut answer =
        |value| case_file.operations[0].answers.insert(asked.clone(), Answer { value, ..Answer::default() });
    answer(AnswerValue::No);
    answer(AnswerValue::Yes);
    assert_eq!(named(&case_file), [Unstated::FirstContact]);
    case_file.first_contact = Some("2025-01".parse().unwrap());
    assert_eq!(named(&case_file), []);
}

/// Its own answer, else that of the operation it is a case of, else that of the organisation;
/// an answer that says nothing is none.
#[test]
fn the_nearest_answer_counts() {
    let mut case_file = answered(&[]);
    let whole = case_file.operations[0].id.clone();
    let mut case = Operation::new("case".into(), "Case");
    case.case_of = Some(CaseOf { operation: whole.clone(), kind: CaseKind::Incident });
    case_file.operations.push(case);
    let question = QuestionId::from("q");
    let say = |value| Answer { value, ..Answer::default() };
    let given = |case_file: &CaseFile, at: usize| {
        case_file.answer(&case_file.operations[at], &question).map(|answer| answer.value.clone())
    };
    assert_eq!(given(&case_file, 1), None);
    case_file.answers.insert(question.clone(), say(AnswerValue::No));
    assert_eq!((given(&case_file, 0), given(&case_file, 1)), (Some(AnswerValue::No), Some(AnswerValue::No)));
    case_file.operations[0].answers.insert(question.clone(), say(AnswerValue::Partly));
    assert_eq!((given(&case_file, 0), given(&case_file, 1)), (Some(AnswerValue::Partly), Some(AnswerValue::Partly)));
    case_file.operations[1].answers.insert(question.clone(), say(AnswerValue::Unknown));
    assert_eq!(given(&case_file, 1), Some(AnswerValue::Partly));
    case_file.operations[1].answers.insert(question.clone(), say(AnswerValue::Yes));
    assert_eq!((given(&case_file, 0), given(&case_file, 1)), (Some(AnswerValue::Partly), Some(AnswerValue::Yes)));
    assert_eq!(case_file.cases_of(&whole).count(), 1);
    assert_eq!(case_file.names_of(&[whole, "case".into(), "gone".into()]), "Operation, Case, gone");
}

/// What names an operation goes with it, what names another stays.
#[test]
fn an_operation_goes_with_all_that_names_it() {
    let mut case_file = answered(&[]);
    let whole = case_file.operations[0].id.clone();
    let mut case = Operation::new("case".into(), "Case");
    case.case_of = Some(CaseOf { operation: whole.clone(), kind: CaseKind::Incident });
    let mut linked = Operation::new("linked".into(), "Linked");
    linked.linked_to = Some(whole.clone());
    let mut apart = Operation::new("apart".into(), "Apart");
    apart.linked_to = Some("linked".into());
    case_file.operations.extend([case, linked, apart]);
    for operation in [whole.as_str(), "case", "linked"] {
        let reason = String::new();
        let (rule, verdict) = ("r".into(), Verdict::Confirmed);
        case_file.reviews.push(Review { operation: operation.into(), rule, verdict, reason: reason.clone() });
        let (provision, conduct) = ("6(1)".into(), "B".into());
        case_file.assign(Assignment { operation: operation.into(), provision, conduct, reason });
    }
    case_file.remove_operation(&whole);
    let left: Vec<&str> = case_file.operations.iter().map(|operation| operation.id.as_str()).collect();
    assert_eq!(left, ["linked", "apart"]);
    assert_eq!(case_file.operations[0].linked_to, None);
    assert_eq!(case_file.operations[1].linked_to, Some("linked".into()));
    let kept: Vec<&str> = case_file.reviews.iter().map(|review| review.operation.as_str()).collect();
    let assigned: Vec<&str> = case_file.assignments.iter().map(|known| known.operation.as_str()).collect();
    assert_eq!((kept, assigned), (vec!["linked"], vec!["linked"]));
}

/// A later word takes the place of an earlier one on the same thing, and of no other.
#[test]
fn a_later_word_takes_the_place_of_an_earlier_one() {
    let mut case_file = answered(&[]);
    let review = |operation: &str, rule: &str, verdict| Review {
        operation: operation.into(),
        rule: rule.into(),
        verdict,
        reason: String::new(),
    };
    for (operation, rule) in [("a", "r"), ("a", "s"), ("b", "r")] {
        let first = review(operation, rule, Verdict::Confirmed);
        case_file.set_review(&operation.into(), &rule.into(), Some(first));
    }
    let weaker = Verdict::Regraded(Strength::Weak);
    case_file.set_review(&"a".into(), &"r".into(), Some(review("a", "r", weaker)));
    let verdict = |case_file: &CaseFile, operation: &str, rule: &str| {
        case_file.review(&operation.into(), &rule.into()).map(|review| review.verdict)
    };
    assert_eq!(verdict(&case_file, "a", "r"), Some(weaker));
    assert_eq!(verdict(&case_file, "a", "s"), Some(Verdict::Confirmed));
    assert_eq!(verdict(&case_file, "b", "r"), Some(Verdict::Confirmed));
    case_file.set_review(&"a".into(), &"r".into(), None);
    assert_eq!((verdict(&case_file, "a", "r"), case_file.reviews.len()), (None, 2));

    let assignment = |provision: &str, conduct: &str| Assignment {
        operation: "a".into(),
        provision: provision.into(),
        conduct: conduct.into(),
        reason: String::new(),
    };
    for (provision, conduct) in [("6(1)", "B"), ("32", "B"), ("6(1)", "C")] {
        case_file.assign(assignment(provision, conduct));
    }
    assert_eq!(case_file.assignments, [assignment("32", "B"), assignment("6(1)", "C")]);

    let currency = |code: &str| Currency::from_code(code).unwrap();
    let exchange = |from: &str, to: &str, rate: &str| Exchange {
        from: currency(from),
        to: currency(to),
        rate: rate.parse().unwrap(),
        source: String::new(),
    };
    case_file.set_exchange(exchange("SEK", "EUR", "0.09"));
    case_file.set_exchange(exchange("PLN", "EUR", "0.25"));
    case_file.set_exchange(exchange("EUR", "SEK", "11"));
    assert_eq!(case_file.exchange, [exchange("EUR", "SEK", "11"), exchange("PLN", "EUR", "0.25")]);
    let stated = case_file.exchange(currency("SEK"), Currency::EUR).unwrap();
    // SEK 11 for EUR 1, so EUR 1/11 for SEK 1.
    let (out, back) = (stated.ratio_from(Currency::EUR), stated.ratio_from(currency("SEK")));
    assert_eq!((out.numerator(), out.denominator(), back.numerator(), back.denominator()), (11, 1, 1, 11));
    assert_eq!(case_file.exchange(currency("SEK"), currency("PLN")), None);
    case_file.remove_exchange(currency("SEK"), Currency::EUR);
    assert_eq!(case_file.exchange, [exchange("PLN", "EUR", "0.25")]);
}

/// Answers are assumed where none is given, so that a condition holds or does not; what was
/// given is never changed, and what fails leaves no trace.
#[test]
fn answers_are_assumed_only_where_none_is_given() {
    let law = &library().law;
    let case_file = answered(&[("response.earlier", AnswerValue::No)]);
    let assume = |condition: &Condition, wanted: bool| {
        let mut assumed = Assumed::new(law, &case_file, &case_file.operations[0]);
        let made = assumed.make(condition, wanted);
        let mut with = case_file.clone();
        with.operations[0] = assumed.clone().into_operation();
        assert!(!made || (holds(&with, condition) == Truth::True) == wanted, "{condition:?} {wanted}");
        (made, assumed.into_answers().len())
    };
    let earlier = is("response.earlier");
    assert_eq!((assume(&earlier, true), assume(&earlier, false)), ((false, 0), (true, 0)));
    for condition in [
        is("retention.defined"),
        Condition::OneOf("retention.defined".into(), vec![YesNo::No, YesNo::Partly]),
        Condition::Any(vec![earlier.clone(), is("retention.defined")]),
        Condition::AtLeastOf(1, vec![earlier.clone(), is("retention.defined")]),
        Condition::Includes("lawfulness.basis".into(), "none".into()),
    ] {
        assert_eq!(assume(&condition, true), (true, 1), "{condition:?}");
        assert_eq!(assume(&condition, false), (true, 1), "{condition:?}");
    }
    let both = Condition::All(vec![is("retention.defined"), earlier.clone()]);
    assert!(!assume(&both, true).0);
    assert_eq!(assume(&both, false), (true, 0));
    let two = Condition::AtLeastOf(2, vec![earlier, is("retention.defined")]);
    assert!(!assume(&two, true).0);
}
