//! What weighs in a conduct, what it is called, and how it is scored: by hand.

use std::collections::{BTreeMap, BTreeSet};

use amende::facts::{Answer, AnswerValue, CaseFile, ChoiceValue, Operation, PreviousInfringement};
use amende::findings::{
    Assessment, EARLIER_CONDUCT, Letters, Outcome, Score, Scores, Tried, WeighedCircumstance, WeighedFactor, earlier,
    known_on,
};
use amende::law::{Direction, LawText, OperationId, QuestionId, RuleId, Strength, Weight};
use jiff::civil::Date;

use crate::{analyse, library};

fn answer(operation: &mut Operation, question: &str, value: AnswerValue) {
    operation.answers.insert(QuestionId::from(question), Answer { value, ..Answer::default() });
}

/// An operation without a legal basis.
fn operation(id: &str) -> Operation {
    let mut operation = Operation::new(OperationId::from(id), id);
    answer(&mut operation, "lawfulness.basis", AnswerValue::Option("none".into()));
    operation
}

fn matter(operations: impl IntoIterator<Item = Operation>) -> CaseFile {
    let mut case_file = CaseFile::new("Matter", "Operation");
    case_file.operations = operations.into_iter().collect();
    case_file
}

fn factor(case_file: &CaseFile, id: &str) -> WeighedFactor {
    let analysis = analyse(case_file);
    analysis.assessment.conducts[0].factors.iter().find(|known| known.factor.as_str() == id).unwrap().clone()
}

fn circumstance(case_file: &CaseFile, id: &str) -> WeighedCircumstance {
    let conducts = analyse(case_file).assessment.conducts;
    conducts[0].circumstances.iter().find(|known| known.circumstance.as_str() == id).unwrap().clone()
}

/// The thresholds of the factors (`assets/law/gdpr/factors.ron`): on the border and on either
/// side of it.
#[test]
fn a_factor_weighs_as_its_thresholds_say() {
    let with = |question: &str, number| {
        let mut one = operation("a");
        answer(&mut one, question, AnswerValue::Number(number));
        matter([one])
    };
    for (months, weight) in [
        (0, Weight::Lowers),
        (2, Weight::Lowers),
        (3, Weight::Neutral),
        (23, Weight::Neutral),
        (24, Weight::Raises),
        (25, Weight::Raises),
    ] {
        assert_eq!(factor(&with("scale.months", months), "duration").weight, Some(weight), "{months} months");
    }
    for (people, weight) in [
        (99, Weight::Lowers),
        (100, Weight::Neutral),
        (99_999, Weight::Neutral),
        (100_000, Weight::Raises),
        (100_001, Weight::Raises),
    ] {
        let told = factor(&with("scale.people", people), "number_of_people");
        assert_eq!(told.weight, Some(weight), "{people} people");
        assert_eq!(told.facts, [QuestionId::from("scale.people")], "it rests on that answer alone");
    }
}

/// A factor or circumstance names the reading that says so, and that reading says the same.
#[test]
fn what_weighs_says_why() {
    let mut one = operation("a");
    for (question, value) in [
        ("scale.months", AnswerValue::Number(30)),
        ("scale.people", AnswerValue::Number(50)),
        ("response.earlier", AnswerValue::Yes),
        ("response.left_standing", AnswerValue::Yes),
    ] {
        answer(&mut one, question, value);
    }
    let case_file = matter([one]);
    let law = &library().law;
    let duration = factor(&case_file, "duration");
    assert_eq!(duration.reasons(), [LawText::FactorReading("duration".into(), 0)]);
    assert_eq!(
        law.text(&duration.reasons()[0]),
        Some("The infringement lasted for two years or longer."),
        "the reading whose threshold is met"
    );
    let people = factor(&case_file, "number_of_people");
    assert_eq!(law.text(&people.reasons()[0]), Some("Few data subjects are affected."));
    for (letter, reason) in
        [("c", "Known harm was left unremedied."), ("e", "An earlier infringement was established.")]
    {
        let told = circumstance(&case_file, letter);
        assert_eq!(told.direction, Some(Direction::Aggravating), "({letter})");
        assert_eq!(told.reasons().iter().map(|text| law.text(text).unwrap()).collect::<Vec<_>>(), [reason]);
    }
    let open = factor(&case_file, "damage");
    assert_eq!((open.weight, open.reasons(), open.facts), (None, vec![], vec![]), "what is not known has no reason");
}

/// Linked operations are one conduct: of each factor what weighs most, of each circumstance the
/// aggravating before the mitigating; what weighs the same adds its facts, and says why once.
#[test]
fn of_linked_operations_the_weightiest_counts_whatever_their_order() {
    let with = |id: &str, months: i64, beyond: AnswerValue, standing: AnswerValue| {
        let mut one = operation(id);
        answer(&mut one, "scale.months", AnswerValue::Number(months));
        answer(&mut one, "response.beyond_duty", beyond);
        answer(&mut one, "response.left_standing", standing);
        one
    };
    let long = with("long", 30, AnswerValue::No, AnswerValue::Yes);
    let mut short = with("short", 1, AnswerValue::Yes, AnswerValue::No);
    answer(&mut short, "response.mitigated", AnswerValue::Yes);
    let linked = |mut one: Operation, mut other: Operation| {
        one.linked_to = None;
        other.linked_to = Some(one.id.clone());
        matter([one, other])
    };
    for case_file in [linked(long.clone(), short.clone()), linked(short.clone(), long.clone())] {
        assert_eq!(analyse(&case_file).assessment.conducts.len(), 1);
        let duration = factor(&case_file, "duration");
        assert_eq!((duration.weight, duration.readings.as_slice()), (Some(Weight::Raises), &[0][..]));
        let [beyond, standing] = ["d", "c"].map(|letter| circumstance(&case_file, letter));
        assert_eq!(beyond.direction, Some(Direction::Mitigating), "mitigating before neutral");
        assert_eq!(standing.direction, Some(Direction::Aggravating), "aggravating before mitigating");
        assert_eq!(standing.readings, [0]);
    }
    // Neutral weighs more than what lowers: the longer conduct governs.
    let mut some = long.clone();
    answer(&mut some, "scale.months", AnswerValue::Number(5));
    for case_file in [linked(some.clone(), short.clone()), linked(short, some)] {
        assert_eq!(factor(&case_file, "duration").weight, Some(Weight::Neutral));
    }
    // The same both times.
    let mut longer = long.clone();
    longer.id = "longer".into();
    let case_file = linked(long, longer);
    assert_eq!(factor(&case_file, "duration").readings, [0]);
    assert_eq!(factor(&case_file, "duration").facts, [QuestionId::from("scale.months")]);
    // One of another: known before not known.
    let mut open = operation("open");
    open.linked_to = Some("long".into());
    let mut with_open = case_file.clone();
    with_open.operations[1] = open;
    assert_eq!(factor(&with_open, "duration").weight, Some(Weight::Raises));
}

/// A, B, … Z, AA, AB, … AZ, BA, … ZZ, AAA.
#[test]
fn letters_go_on_after_z() {
    let case_file = matter((0..703).map(|n| Operation::new(OperationId::from(format!("o{n}")), "")));
    let letters = Letters::of(&case_file);
    for (place, letter) in
        [(0, "A"), (1, "B"), (25, "Z"), (26, "AA"), (27, "AB"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")]
    {
        let id = OperationId::from(format!("o{place}"));
        assert_eq!(letters.get(&id).unwrap().as_str(), letter);
        assert_eq!(letters.root(&letter.into()), Some(&id));
    }
    // Links in a ring are one conduct, and one into the ring joins it; its least is its root.
    let mut ring = matter(["d", "b", "c", "a"].map(operation));
    for (at, to) in [(0, "c"), (1, "c"), (2, "a"), (3, "b")] {
        ring.operations[at].linked_to = Some(to.into());
    }
    let letters = Letters::of(&ring);
    let of: BTreeSet<&str> =
        ["a", "b", "c", "d"].iter().map(|id| letters.get(&(*id).into()).unwrap().as_str()).collect();
    assert_eq!(of, BTreeSet::from(["A"]));
    assert_eq!(letters.root(&"A".into()), Some(&"a".into()));
    // A link to what is not there is none.
    let mut alone = matter(["a", "b"].map(operation));
    alone.operations[1].linked_to = Some("gone".into());
    assert_eq!(Letters::of(&alone).get(&"b".into()).unwrap().as_str(), "B");
}

/// Months before 25 May 2018 are no infringement of the Regulation: only what is longer than
/// the law had applied reaches back, unless the user lets it count.
#[test]
fn only_what_is_longer_than_the_law_applied_reaches_back() {
    let law = &library().law;
    let day: Date = "2019-05-25".parse().unwrap();
    let mut case_file = matter([operation("a")]);
    let mut found = |months: i64, day: Date| {
        answer(&mut case_file.operations[0], "scale.months", AnswerValue::Number(months));
        let found = earlier(&case_file, law, day);
        let counted = known_on(&case_file, law, day).operations[0].answers["scale.months"].value.clone();
        (found.iter().map(|known| (known.stated, known.possible)).collect::<Vec<_>>(), counted)
    };
    assert_eq!(found(12, day), (vec![], AnswerValue::Number(12)), "from the first day on");
    assert_eq!(found(13, day), (vec![(13, 12)], AnswerValue::Number(12)));
    assert_eq!(found(12, "2019-05-24".parse().unwrap()), (vec![(12, 11)], AnswerValue::Number(11)));
    answer(&mut case_file.operations[0], "scale.months", AnswerValue::Number(40));
    for (holds, months) in [(true, 40), (false, 12)] {
        case_file.choices.set(EARLIER_CONDUCT.into(), ChoiceValue::Holds(holds), "test");
        let counted = known_on(&case_file, law, day).operations[0].answers["scale.months"].value.clone();
        assert_eq!(counted, AnswerValue::Number(months), "{holds}");
    }
    // What was established only on the day or later is not known on it; what was before stays.
    let established = |date: &str| PreviousInfringement {
        date: Some(date.parse().unwrap()),
        what: "What".to_owned(),
        ..PreviousInfringement::default()
    };
    let [before, same, after] = ["2019-05-24", "2019-05-25", "2019-05-26"].map(established);
    case_file.undertaking.previous_infringements = vec![before.clone(), same, after];
    assert_eq!(known_on(&case_file, law, day).undertaking.previous_infringements, [before]);
}

/// Rules on three articles, and further ones on the first of them.
fn rules_of_articles() -> Vec<Vec<RuleId>> {
    let law = &library().law;
    let mut by_article: BTreeMap<&str, BTreeMap<&str, Vec<RuleId>>> = BTreeMap::new();
    for rule in law.rules.iter().filter(|rule| rule.beside.is_empty()) {
        let of = by_article.entry(rule.provision.article()).or_default();
        of.entry(rule.provision.as_str()).or_default().push(rule.id.clone());
    }
    // An article with two rules on one provision comes first.
    let mut all: Vec<Vec<RuleId>> =
        by_article.into_values().map(|of| of.into_values().max_by_key(Vec::len).unwrap()).collect();
    all.sort_by_key(|rules| std::cmp::Reverse(rules.len()));
    all
}

fn scored(outcomes: &[(&RuleId, Outcome)]) -> Scores {
    let tried = outcomes
        .iter()
        .map(|(rule, outcome)| Tried { rule: (*rule).clone(), operation: "a".into(), outcome: *outcome })
        .collect();
    let assessment = Assessment {
        conducts: Vec::new(),
        missing: BTreeSet::new(),
        rejected: Vec::new(),
        tried,
        courses: BTreeMap::new(),
    };
    Scores::of(&assessment, &library().law, &library().scale)
}

/// A provision is as good as its weakest point, the whole the mean of the articles; an open
/// rule counts neither way and widens the score; what is over counts as put right; what
/// cannot arise does not count (`docs/method.md`).
#[test]
fn scores_come_out_as_by_hand() {
    let scale = &library().scale;
    assert_eq!((scale.in_order, scale.weak, scale.arguable, scale.clear), (100, 75, 40, 0));
    let rules = rules_of_articles();
    let (first, second, third) = (&rules[0], &rules[1][0], &rules[2][0]);
    let score = |low, point, high, decided, open| Score { low, point, high, decided, open };
    let overall = |outcomes: &[(&RuleId, Outcome)]| scored(outcomes).overall;
    let (weak, arguable) = (Outcome::Found(Strength::Weak), Outcome::Found(Strength::Arguable));

    // (75 + 40) / 2 = 57.5; with an open rule at worst (75 + 40 + 0) / 3 = 38.3, at best 71.7.
    assert_eq!(overall(&[(second, weak), (third, arguable)]), score(58, Some(58), 58, 2, 0));
    let open = (&first[0], Outcome::Open);
    assert_eq!(overall(&[(second, weak), (third, arguable), open]), score(38, Some(58), 72, 2, 1));
    // On one provision the weakest counts, and an open one may be worse still.
    assert_eq!(overall(&[(&first[0], weak), (&first[1], arguable)]), score(40, Some(40), 40, 2, 0));
    assert_eq!(overall(&[(&first[0], weak), (&first[1], Outcome::Open)]), score(0, Some(75), 75, 1, 1));
    assert_eq!(overall(&[open]), score(0, None, 100, 0, 1));
    let clear = Outcome::Found(Strength::Clear);
    assert_eq!(overall(&[(second, clear), (third, Outcome::InOrder)]), score(50, Some(50), 50, 2, 0));
    assert_eq!(overall(&[(second, Outcome::Ended(Strength::Clear))]), score(100, Some(100), 100, 1, 0));
    assert_eq!(overall(&[(second, weak), (third, Outcome::Idle)]), score(75, Some(75), 75, 1, 0));
    assert_eq!(overall(&[]), score(100, None, 100, 0, 0));
    let scores = scored(&[(second, weak), (third, arguable), open]);
    assert_eq!((scores.articles.len(), scores.provisions.len()), (3, 3));
    let topics: Vec<Score> = scores.topics.iter().map(|(_, score)| *score).collect();
    assert_eq!(topics.iter().map(|score| score.decided).sum::<usize>(), 2);
    assert_eq!(topics.iter().map(|score| score.open).sum::<usize>(), 1);
}
