//! A session refuses what cannot be, takes back what was wrong, and goes on after it was
//! killed at any step.

use amende::storage;
use amende::workshop::{
    Command, EnteredBy, EstimateProblem, Pattern, RevealStep, RoundStep, Session, SessionError, Setup, Shown, Stage,
    Team, Timer, Truths,
};
use proptest::prelude::*;

use super::*;

const WEST: (&str, &str, &str) = ("200_000", "300_000", "250_000");

fn west() -> Estimate {
    estimate(WEST.0, WEST.1, WEST.2, 90, &["5(1)(e)", "6", "14", "15", "32"])
}

/// A session of two teams that enter in the first round.
fn entering() -> Session {
    let mut session = session(&["North", "West"]);
    go_to_entries(&mut session, 0);
    session
}

fn refused(session: &mut Session, command: Command) -> SessionError {
    let before = session.clone();
    let error = session.apply(command).unwrap_err();
    assert_eq!(*session, before, "a refused command changes nothing");
    error
}

#[test]
fn teams_are_two_to_twelve_and_differ() {
    let names: Vec<String> = (1..=13).map(|n| format!("Team {n}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let made = |teams: Vec<Team>| Session::new(Setup { title: "W".to_owned(), packs: vec![pack(KASPR)], teams });
    assert!(matches!(made(teams(&names[..1])), Err(SessionError::Teams(1))));
    assert!(matches!(made(teams(&names)), Err(SessionError::Teams(13))));
    assert!(made(teams(&names[..2])).is_ok() && made(teams(&names[..12])).is_ok(), "twelve proposed looks differ");
    assert!(matches!(made(teams(&["North", "north "])), Err(SessionError::SameName(_))));
    assert!(matches!(made(teams(&["North", " "])), Err(SessionError::Nameless(2))));
    let mut alike = teams(&["North", "West"]);
    alike[1].color = alike[0].color;
    assert!(made(alike.clone()).is_ok(), "the same colour with another pattern is another look");
    alike[1].pattern = Pattern::Solid;
    assert!(matches!(made(alike), Err(SessionError::SameLook(..))));
    assert!(matches!(made(teams(&["North", "Kaspr"])), Err(SessionError::GivesAway(_))));
    let packs = vec![pack(KASPR), pack(KASPR)];
    let twice = Session::new(Setup { title: "W".to_owned(), packs, teams: teams(&["A", "B"]) });
    assert!(matches!(twice, Err(SessionError::Twice(_))));
    let none = Session::new(Setup { title: "W".to_owned(), packs: Vec::new(), teams: teams(&["A", "B"]) });
    assert!(matches!(none, Err(SessionError::NoScenario)));
}

/// What a draft may hold while it is entered, and what keeps it from being locked.
#[test]
fn what_cannot_be_is_refused() {
    let mut session = entering();
    let cases = [
        (estimate("800_000", "300_000", "300_000", 50, &[]), "lies above the high end"),
        (estimate("100_000", "300_000", "400_000", 50, &[]), "lies outside the range"),
        (estimate("0", "0", "0", 50, &[]), "ends at nothing"),
        (Estimate { probability: None, ..west() }, "the probability of a fine is missing"),
        (Estimate { provisions: None, ..west() }, "the choice of provisions is missing"),
        (Estimate { low: None, ..west() }, "the low end of the range is missing"),
    ];
    for (draft, said) in cases {
        enter(&mut session, 1, &draft);
        let error = refused(&mut session, Command::Lock { team: 1, at: now() }).to_string();
        assert!(error.contains(said) && error.contains("West"), "{error}");
    }
    let impossible = [
        (Estimate { probability: Some(101), ..west() }, "101 % is no probability"),
        (estimate("-1", "300_000", "5", 50, &[]), "below zero"),
        (estimate("1", "300_000", "5", 50, &["99"]), "`99` is none of the provisions"),
        (Estimate { low: Some("SEK 1_000".parse().unwrap()), ..west() }, "enter amounts in EUR"),
    ];
    for (estimate, said) in impossible {
        let command = Command::Enter { team: 1, estimate, by: EnteredBy::Team, at: now() };
        let error = refused(&mut session, command).to_string();
        assert!(error.contains(said), "{error}");
    }
    assert!(matches!(refused(&mut session, Command::Lock { team: 7, at: now() }), SessionError::None("team", 7)));
    let nothing = refused(&mut session, Command::Lock { team: 0, at: now() });
    assert!(matches!(nothing, SessionError::Estimate { problem: EstimateProblem::Missing(_), .. }));
}

#[test]
fn a_locked_estimate_is_not_changed_until_it_is_reopened() {
    let mut session = entering();
    enter(&mut session, 1, &west());
    session.apply(Command::Lock { team: 1, at: now() }).unwrap();
    let again = Command::Enter { team: 1, estimate: Estimate::default(), by: EnteredBy::Team, at: now() };
    assert_eq!(refused(&mut session, again.clone()), SessionError::Locked("West".to_owned()));
    assert_eq!(refused(&mut session, Command::Lock { team: 1, at: now() }), SessionError::Locked("West".to_owned()));
    assert_eq!(refused(&mut session, Command::Undo), SessionError::NothingToUndo);
    session.apply(Command::Reopen { team: 1 }).unwrap();
    session.apply(again).unwrap();
    assert!(session.entry(0, 0, 1).unwrap().estimate.is_empty());
}

#[test]
fn a_wrong_entry_is_taken_back() {
    let mut session = entering();
    let mut wrong = west();
    enter(&mut session, 1, &west());
    wrong.point = Some("EUR 12_000".parse().unwrap());
    enter(&mut session, 1, &wrong);
    let (team, before, after) = session.undoable().unwrap();
    assert_eq!((team, before, after), (1, Some(&west()), &wrong));
    session.apply(Command::Undo).unwrap();
    assert_eq!(session.entry(0, 0, 1).unwrap().estimate, west());
    session.apply(Command::Undo).unwrap();
    assert_eq!(session.entry(0, 0, 1), None);
    assert_eq!(refused(&mut session, Command::Undo), SessionError::NothingToUndo);
}

/// A step taken back loses no entry, and what belongs to another stage is refused.
#[test]
fn a_step_is_taken_back() {
    let mut session = entering();
    assert_eq!(
        refused(&mut session, Command::Next { open_too: false, at: now() }).to_string(),
        "still open: North, West; lock them, or go on without them"
    );
    enter(&mut session, 1, &west());
    next(&mut session);
    assert!(matches!(session.stage(), Stage::Scenario { part: Part::Round { step: RoundStep::Locked, .. }, .. }));
    assert!(session.entry(0, 0, 1).unwrap().locked.is_some(), "what was complete is locked");
    let late = Command::Enter { team: 0, estimate: west(), by: EnteredBy::Team, at: now() };
    assert!(matches!(refused(&mut session, late), SessionError::Stage(_)));
    session.apply(Command::Back).unwrap();
    assert_eq!(session.entry(0, 0, 1).unwrap().estimate, west());
    assert_eq!(session.entry(0, 0, 0), None);
    for _ in 0..2 {
        session.apply(Command::Back).unwrap();
    }
    assert_eq!(session.stage(), Stage::Lobby);
    assert!(matches!(refused(&mut session, Command::Back), SessionError::Stage(_)));
}

/// After the decision nobody improves an estimate; a wrong entry is put right with a reason
/// that stays.
#[test]
fn after_the_decision_only_a_correction_with_a_reason_is_taken() {
    let mut session = session(&["North", "West"]);
    go_to_entries(&mut session, 2);
    enter(&mut session, 1, &west());
    let correct = |reason: &str| Command::Correct {
        scenario: 0,
        round: 2,
        team: 1,
        estimate: estimate("200_000", "350_000", "250_000", 90, &[]),
        reason: reason.to_owned(),
        at: now(),
    };
    assert!(matches!(refused(&mut session, correct("slip")), SessionError::Stage(_)), "the entry itself is open");
    go_to(&mut session, |stage| stage == Stage::Result);
    assert_eq!(refused(&mut session, correct(" ")), SessionError::NoReason);
    session.apply(correct("The trainer heard 300 for 350.")).unwrap();
    let entry = session.entry(0, 2, 1).unwrap();
    assert_eq!((entry.corrections.len(), &entry.corrections[0].before), (1, &west()));
    // Going back to the entries does not open them.
    while !matches!(session.stage(), Stage::Scenario { part: Part::Round { round: 2, step: RoundStep::Enter }, .. }) {
        session.apply(Command::Back).unwrap();
    }
    assert_eq!(refused(&mut session, Command::Reopen { team: 1 }), SessionError::Revealed);
    let other = Command::Enter { team: 0, estimate: west(), by: EnteredBy::Team, at: now() };
    assert_eq!(refused(&mut session, other), SessionError::Revealed);
    assert!(matches!(refused(&mut session, Command::Next { open_too: false, at: now() }), SessionError::Open(_)));
}

#[test]
fn time_is_stopped_and_extended() {
    let mut session = session(&["North", "West"]);
    assert!(matches!(refused(&mut session, Command::Pause { at: now() }), SessionError::Stage(_)));
    next(&mut session);
    let later = |minutes: i64| now().checked_add(jiff::SignedDuration::from_mins(minutes)).unwrap();
    let left = |session: &Session, minutes| session.timer().unwrap().left(later(minutes));
    assert_eq!(left(&session, 2), 600, "twelve minutes less two");
    session.apply(Command::Pause { at: later(2) }).unwrap();
    assert_eq!((session.timer(), left(&session, 30)), (Some(Timer::Paused { left: 600 }), 600));
    session.apply(Command::Extend { seconds: 60, at: later(30) }).unwrap();
    session.apply(Command::Resume { at: later(30) }).unwrap();
    assert_eq!(left(&session, 31), 600);
    next(&mut session);
    assert_eq!(left(&session, 42), -60, "the entries belong to the same round; the time is over");
    session.apply(Command::Extend { seconds: 300, at: later(42) }).unwrap();
    assert_eq!(left(&session, 43), 240);
}

/// Lobby to result: the views come in order, each with what its step adds.
#[test]
fn the_reveal_goes_step_by_step() {
    let truths = truths();
    let mut session = session(&["North", "West"]);
    go_to_entries(&mut session, 2);
    enter(&mut session, 1, &west());
    let mut seen = Vec::new();
    while session.next_stage().is_some() {
        next(&mut session);
        if let Shown::Reveal(view) = session.shown(&truths) {
            assert!(!view.missing);
            let shown =
                (view.method.is_some(), view.practice.is_some(), view.decision.is_some(), view.reasons.is_some());
            seen.push((view.step, shown));
            assert_eq!(view.points.is_empty(), view.step < RevealStep::Decision);
        }
    }
    let expected = [
        (RevealStep::Teams, (false, false, false, false)),
        (RevealStep::Method, (true, false, false, false)),
        (RevealStep::Practice, (true, true, false, false)),
        (RevealStep::Decision, (true, true, true, false)),
        (RevealStep::Reasons, (true, true, true, true)),
    ];
    assert_eq!(seen, expected);
    let Shown::Standings(view) = session.shown(&truths) else { panic!("the end is the standings") };
    assert!(view.last);
    // West as in docs/workshop.md: 57 + 20 + 12; North entered nothing.
    let places: Vec<_> = view.standings.iter().map(|of| (of.place, of.team, of.total)).collect();
    assert_eq!(places, [(1, 1, 89), (2, 0, 0)]);
    assert_eq!((view.calibration.held, view.calibration.of), (1, 1));
    // Without the pack nothing can be revealed, and that is said.
    session.apply(Command::Back).unwrap();
    session.apply(Command::Back).unwrap();
    let none = Truths::new();
    let Shown::Reveal(view) = session.shown(&none) else { panic!("a reveal") };
    assert!(view.missing && view.decision.is_none());
}

#[test]
fn equal_points_share_a_place() {
    let mut session = session(&["North", "West", "East"]);
    go_to_entries(&mut session, 2);
    for team in [0, 2] {
        enter(&mut session, team, &west());
    }
    go_to(&mut session, |stage| stage == Stage::Result);
    let places: Vec<_> = session.standings(&truths()).iter().map(|of| (of.place, of.team)).collect();
    assert_eq!(places, [(1, 0), (1, 2), (3, 1)]);
}

#[test]
fn a_file_that_is_no_session_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.workshop.ron");
    let mut session = entering();
    enter(&mut session, 1, &west());
    storage::save_session(&path, &session).unwrap();
    let text = std::fs::read_to_string(&path).unwrap();
    for (from, to, said) in [
        ("format: 1", "format: 2", "open it with a newer version"),
        ("format: 1", "format: 0", "format 0"),
        ("team: 1", "team: 9", "there is no team at place 9"),
        ("EUR 200000.00", "EUR -5", "below zero"),
        ("scenario: 0", "scenario: 4", "no"),
        ("teams: [", "crews: [", "crews"),
        ("name: \"North\"", "name: \"West\"", "two teams are called"),
    ] {
        assert!(text.contains(from), "{from}\n{text}");
        std::fs::write(&path, text.replacen(from, to, 1)).unwrap();
        let error = storage::open_session(&path).unwrap_err().to_string();
        assert!(error.contains(said) && error.contains("a.workshop.ron"), "{to}: {error}");
    }
}

/// One of the things a trainer may do, sensible or not.
fn command() -> impl Strategy<Value = Command> {
    let amount = || {
        prop::option::of(
            (0..2_000_000_i64)
                .prop_map(|minor| amende::quantity::Money::from_minor(minor * 100, amende::quantity::Currency::EUR)),
        )
    };
    let provisions = prop::option::of(prop::collection::btree_set(
        prop::sample::select(vec!["5(1)(e)", "6", "12", "21", "99"]),
        0..4,
    ));
    let estimate = (amount(), amount(), amount(), prop::option::of(0..110_u8), provisions).prop_map(
        |(low, high, point, probability, provisions)| Estimate {
            provisions: provisions.map(|set| set.into_iter().map(Into::into).collect()),
            probability,
            low,
            high,
            point,
        },
    );
    let complete = (1..500_000_i64, 0..=100_u8).prop_map(|(low, probability)| {
        let money = |euro| Some(amende::quantity::Money::from_major(euro, amende::quantity::Currency::EUR));
        Estimate {
            provisions: Some(BTreeSet::new()),
            probability: Some(probability),
            low: money(low),
            high: money(low * 9),
            point: money(low * 3),
        }
    });
    let estimate = prop_oneof![estimate, complete];
    let team = 0..4_usize;
    prop_oneof![
        4 => any::<bool>().prop_map(|open_too| Command::Next { open_too, at: now() }),
        1 => Just(Command::Back),
        6 => (team.clone(), estimate.clone()).prop_map(|(team, estimate)| Command::Enter { team, estimate, by: EnteredBy::Team, at: now() }),
        4 => team.clone().prop_map(|team| Command::Lock { team, at: now() }),
        1 => team.clone().prop_map(|team| Command::Reopen { team }),
        2 => Just(Command::Undo),
        1 => (0..2_usize, 0..4_usize, team.clone(), estimate).prop_map(|(scenario, round, team, estimate)| Command::Correct { scenario, round, team, estimate, reason: "slip".to_owned(), at: now() }),
        1 => (team, "[A-Z]?").prop_map(|(team, name)| Command::Rename { team, name }),
        1 => Just(Command::Pause { at: now() }),
        1 => Just(Command::Resume { at: now() }),
        1 => (-90..600_i64).prop_map(|seconds| Command::Extend { seconds, at: now() }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// Killed after every command and read again, a session is the same and goes on the same.
    #[test]
    fn a_killed_session_continues_where_it_was(commands in prop::collection::vec(command(), 1..60)) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(storage::session_file_name(now().date()));
        let truths = truths();
        let mut running = session(&["North", "West", "East"]);
        let mut killed = running.clone();
        for command in commands {
            let (one, other) = (running.apply(command.clone()), killed.apply(command));
            prop_assert_eq!(one, other);
            storage::save_session(&path, &killed).unwrap();
            killed = storage::open_session(&path).unwrap();
            prop_assert_eq!(&running, &killed);
            prop_assert_eq!(running.shown(&truths), killed.shown(&truths));
        }
    }
}
