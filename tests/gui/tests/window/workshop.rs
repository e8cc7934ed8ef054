//! A workshop in the window: led by clicks, with nothing given away, and continued after a kill.

use std::path::Path;
use std::sync::Arc;

use amende::gui::workshop::{Plan, Slide};
use amende::gui::{Command, Screen, Wish, theme};
use amende::workshop::{Estimate, Part, RevealStep, RoundStep, Stage, Team};
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};

use super::support::{Window, finish, library, send, settled, shows, shows_part, type_into, window};

const TITLE: &str = "Contacts from a network";
const KASPR: &str = "cnil/2024-kaspr";
const PACK: &str = "contacts-from-a-network";

/// All that a screen reader is told.
pub(crate) fn told<S>(window: &Harness<'_, S>) -> String {
    let words = |node: egui_kittest::Node<'_>| {
        let node = node.accesskit_node();
        [node.label(), node.value(), node.description()].into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    window.query_all(By::new().predicate(|_| true)).map(words).collect::<Vec<_>>().join("\n")
}

/// The projector's window, as its own.
pub(crate) fn projector(window: &mut Window) -> Harness<'static, Arc<Slide>> {
    let slide = window.state_mut().slide().unwrap();
    let builder = Harness::builder().with_size([1920.0, 1080.0]).with_max_steps(20);
    let builder = builder.with_context_setup(theme::install_fonts);
    let mut projector = builder.build_ui_state(|ui, slide: &mut Arc<Slide>| slide.ui(ui), slide);
    projector.run_ok();
    projector
}

fn press(window: &mut Window, label: &str) {
    window.get_by_label(label).click_accesskit();
    window.run_ok();
    window.run_ok();
}

/// The button with the next step.
fn next(window: &mut Window) {
    send(window, Command::Workshop(Wish::Next(false)));
}

pub(crate) fn stage(window: &Window) -> Stage {
    window.state().session().unwrap().stage()
}

fn reveal(step: RevealStep) -> Stage {
    Stage::Scenario { scenario: 0, part: Part::Reveal(step) }
}

fn round(round: usize, step: RoundStep) -> Stage {
    Stage::Scenario { scenario: 0, part: Part::Round { round, step } }
}

/// A workshop with three teams, set up by clicks from the start page.
fn begun(state: Option<&Path>) -> Window {
    let mut window = window();
    if let Some(state) = state {
        let ctx = window.ctx.clone();
        window.state_mut().keep_below(&ctx, state.to_owned());
        finish(&mut window);
    }
    press(&mut window, "Workshop…");
    assert_eq!(window.state().screen(), Screen::Workshop);
    press(&mut window, TITLE);
    press(&mut window, "Remove South");
    press(&mut window, "Begin the workshop");
    let session = window.state().session().unwrap();
    assert_eq!(session.stage(), Stage::Lobby);
    let teams: Vec<&str> = session.teams().iter().map(|team| team.name.as_str()).collect();
    assert_eq!(teams, ["North", "Harbour", "East"]);
    window
}

/// Enters and locks the estimate of a team, as the trainer does.
fn enter(window: &mut Window, team: &str, amounts: [&str; 3], probability: &str, provisions: &[&str]) {
    press(window, &format!("Enter for {team}"));
    let labels = ["80 % range, low end", "Best single amount", "80 % range, high end", "Probability of a fine"];
    for (label, typed) in labels.into_iter().zip(amounts.into_iter().chain([probability])) {
        type_into(window, label, typed);
    }
    for provision in provisions {
        press(window, provision);
    }
    press(window, &format!("Lock {team}"));
    assert!(shows(window, &format!("Reopen {team}")), "{team} is locked: {}", told(window));
}

fn all_enter(window: &mut Window) {
    enter(window, "North", ["60k", "151,515", "400k"], "70", &["Art. 5(1)(e)", "Art. 6", "Art. 14"]);
    enter(window, "Harbour", ["900k", "2,626,262", "6m"], "95", &["Art. 5(1)(e)", "Art. 6", "Art. 12"]);
    enter(window, "East", ["180k", "353,535", "900k"], "80", &["Art. 6"]);
}

/// Name, number, amount in its usual writings, and the words of the reveal.
fn secrets() -> Vec<String> {
    let decision = library().decision(KASPR).unwrap();
    let pack = &library().packs.iter().find(|shipped| shipped.pack.told.title == TITLE).unwrap().pack;
    let reveal = pack.behind();
    let mut secrets: Vec<String> =
        ["Kaspr", "240,000", "240 000", "240\u{a0}000", "240000", "240k"].map(str::to_owned).into();
    secrets.extend([decision.controller.clone(), decision.number.clone(), decision.id.clone(), reveal.lesson.clone()]);
    secrets.extend(reveal.giveaways.iter().chain(&reveal.taught).cloned());
    secrets.extend(reveal.reasons.iter().map(|reason| reason.text.clone()));
    secrets.extend(reveal.found.iter().chain(&reveal.not_found).map(|ruled| ruled.why.clone()));
    secrets
}

/// The name and the number of the decision.
fn names() -> Vec<String> {
    let decision = library().decision(KASPR).unwrap();
    vec![decision.controller.clone(), decision.number.clone(), "Kaspr".to_owned()]
}

fn holds_none(words: &str, secrets: &[String], place: &str) {
    for secret in secrets {
        assert!(!words.contains(secret.as_str()), "{place} holds “{secret}”:\n{words}");
    }
}

/// Everything below a folder, names and contents.
pub(crate) fn written(folder: &Path) -> String {
    let mut all = String::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        all.push_str(&path.to_string_lossy());
        if path.is_dir() {
            all.push_str(&written(&path));
        } else {
            all.push_str(&String::from_utf8_lossy(&std::fs::read(&path).unwrap_or_default()));
        }
        all.push('\n');
    }
    all
}

/// Waits until the thread that keeps has written what was changed.
fn kept(window: &mut Window, folder: &Path, sign: &str) {
    for _ in 0..2_000 {
        window.step();
        if written(folder).contains(sign) {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    panic!("`{sign}` was not kept:\n{}", written(folder));
}

#[test]
fn a_workshop_is_led_by_clicks_from_the_start_to_the_result() {
    let mut window = begun(None);
    for at in 0..3 {
        // Facts, then the question.
        press(&mut window, if at == 0 { "Begin the scenario" } else { "Show the facts" });
        assert_eq!(stage(&window), round(at, RoundStep::Facts));
        let fact = &library().packs.iter().find(|shipped| shipped.pack.told.title == TITLE).unwrap().pack.told.rounds
            [at]
            .facts[0]
            .text;
        assert!(told(&projector(&mut window)).contains(fact.as_str()), "the room reads the facts");
        press(&mut window, "Ask for estimates");
        // Going on too early asks first.
        press(&mut window, "Lock all entries");
        assert_eq!(stage(&window), round(at, RoundStep::Enter));
        assert!(shows_part(&window, "Still open: North, Harbour, East"));
        press(&mut window, "Wait for them");
        all_enter(&mut window);
        assert!(told(&projector(&mut window)).contains("locked in"));
        press(&mut window, "Lock all entries");
        assert_eq!(stage(&window), round(at, RoundStep::Locked));
        press(&mut window, "Show the ranges");
        assert!(told(&projector(&mut window)).contains("60,000 – 400,000"));
    }
    for (button, step) in [
        ("Begin the reveal", RevealStep::Teams),
        ("Show the method", RevealStep::Method),
        ("Show the practice", RevealStep::Practice),
        ("Show the decision", RevealStep::Decision),
        ("Show the reasons", RevealStep::Reasons),
    ] {
        press(&mut window, button);
        assert_eq!(stage(&window), reveal(step));
    }
    let reasons = told(&projector(&mut window));
    assert!(reasons.contains("EUR\u{a0}240,000"), "{reasons}");
    press(&mut window, "Show the points");
    press(&mut window, "Show the result");
    assert_eq!(stage(&window), Stage::Result);
    // By hand: North as in docs/workshop.md. East: width log10(5) = 0.69897, which earns
    // 60 × (1 − 0.17474) = 49.52; 20 × (1 − 0.04) = 19.2; one of five provisions, 4.
    let result = told(&projector(&mut window));
    assert!(shows_part(&window, "held the decision 2 times of 3"));
    // Harbour: −38 for the range, 20, and 12 for three of five provisions.
    let expected = [("North", 48 + 18 + 12), ("East", 50 + 19 + 4), ("Harbour", -38 + 20 + 12)];
    for (at, (team, points)) in expected.into_iter().enumerate() {
        let row = format!("{}\n{}\n{team}", at + 1, points.to_string().replace('-', "−"));
        assert!(result.contains(&row), "{row}:\n{result}");
    }
}

#[test]
fn nothing_gives_the_decision_away_before_it_is_shown() {
    let state = tempfile::tempdir().unwrap();
    let mut window = begun(Some(state.path()));
    let secrets = secrets();
    let mut walked = 0;
    while stage(&window) < reveal(RevealStep::Decision) {
        if matches!(stage(&window), Stage::Scenario { part: Part::Round { step: RoundStep::Enter, .. }, .. }) {
            all_enter(&mut window);
        }
        window.run_ok();
        holds_none(&told(&window), &secrets, "the trainer's window");
        holds_none(&told(&projector(&mut window)), &secrets, "the projector");
        holds_none(&window.state().title(), &secrets, "the title");
        holds_none(&written(state.path()), &secrets, "the state folder");
        walked += 1;
        next(&mut window);
    }
    assert!(walked > 14, "{walked}");
    // It is there once it is shown: the walk sees what there is to see.
    assert!(told(&projector(&mut window)).contains("240,000"));
}

#[test]
fn while_it_runs_the_decision_is_out_of_library_search_and_examples() {
    let mut window = begun(None);
    let names = names();
    settled(&mut window, Screen::Decisions);
    holds_none(&told(&window), &names, "the library");
    type_into(&mut window, "Search decisions", "kaspr");
    assert!(shows(&window, "No decision contains all these words."));
    // Not by its name either.
    send(&mut window, Command::ShowDecision(KASPR.to_owned()));
    holds_none(&told(&window), &names, "the record");
    send(&mut window, Command::Show(Screen::Start));
    holds_none(&told(&window), &names, "the start page");
    window.get_by_label_contains("Show all").click();
    window.run_ok();
    holds_none(&told(&window), &names, "all examples");
}

/// The matter of the decision itself is open, with its figures beside it, when its pack is chosen.
#[test]
fn from_the_moment_a_scenario_is_chosen_nothing_of_its_decision_is_seen() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("kaspr.amende.ron");
    std::fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/../../presets/kaspr.amende.ron"), &path).unwrap();
    let mut window = window();
    send(&mut window, Command::OpenPath(path.clone()));
    finish(&mut window);
    settled(&mut window, Screen::Exposure);
    let before = told(&window);
    assert!(before.contains("Kaspr") && before.contains("EUR"), "{before}");
    assert!(window.state().title().contains("Kaspr") && window.state().recent().len() == 1);
    // What is searched for stays typed where it was typed.
    send(&mut window, Command::Show(Screen::Decisions));
    type_into(&mut window, "Search decisions", "kaspr");
    send(&mut window, Command::Show(Screen::Exposure));
    send(&mut window, Command::Workshop(Wish::Open));
    assert!(window.state().case_file().is_none() && !told(&window).contains("EUR"), "{}", told(&window));
    press(&mut window, TITLE);
    let secrets = secrets();
    let pages = [Screen::Workshop, Screen::Start, Screen::Decisions, Screen::Settings];
    for screen in pages.into_iter().chain(Screen::STAGES) {
        send(&mut window, Command::Show(screen));
        // Other records may hold a word that tells of this one, and an amount by chance.
        let sought = if screen == Screen::Decisions { &names() } else { &secrets };
        holds_none(&told(&window).replace("kaspr", "Kaspr"), sought, &format!("{screen:?}"));
    }
    send(&mut window, Command::ShowDecision(KASPR.to_owned()));
    holds_none(&told(&window), &names(), "the record");
    send(&mut window, Command::Show(Screen::Start));
    press(&mut window, "File");
    holds_none(&told(&window), &secrets, "the menu");
    holds_none(&window.state().title(), &secrets, "the title");
    window.key_press(egui::Key::Escape);
    window.run_ok();
    // What was begun before ends without a word, and no matter takes the place unasked.
    for opening in [Command::OpenPath(path), Command::OpenPreset("shop.amende.ron".to_owned())] {
        send(&mut window, opening);
        assert!(shows(&window, "Give up this workshop?"), "{}", told(&window));
        holds_none(&told(&window), &secrets, "the question");
        press(&mut window, "Go on setting it up");
    }
    send(&mut window, Command::Workshop(Wish::Open));
    assert!(window.state().is_sheltered());
    press(&mut window, "Set up no workshop");
    press(&mut window, "Give it up");
    window.run_ok();
    assert!(!window.state().is_sheltered() && told(&window).contains("Kaspr"), "afterwards all is there again");
}

/// A file is still being read when the scenario is chosen.
#[test]
fn what_was_begun_before_a_scenario_was_chosen_says_nothing_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("kaspr.amende.ron");
    std::fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/../../presets/kaspr.amende.ron"), &path).unwrap();
    let gone = folder.path().join("Kaspr-gone.amende.ron");
    for path in [path, gone] {
        let mut window = window();
        send(&mut window, Command::Workshop(Wish::Open));
        let mut plan = Plan { alone: false, title: String::new(), packs: Vec::new(), teams: Vec::new(), problem: None };
        plan.packs.push(PACK.to_owned());
        window.state_mut().push(Command::OpenPath(path));
        window.state_mut().push(Command::Workshop(Wish::Plan(Box::new(plan))));
        finish(&mut window);
        assert!(window.state().case_file().is_none() && window.state().is_sheltered());
        holds_none(&told(&window), &secrets(), "the window");
    }
}

#[test]
fn the_palette_does_not_find_the_decision() {
    let mut window = begun(None);
    send(&mut window, Command::Palette);
    type_into(&mut window, "Find or do anything", "kaspr");
    assert!(shows_part(&window, "Nothing"), "{}", told(&window));
    send(&mut window, Command::Dismiss);
    // An example would take the place of the workshop: that is asked.
    send(&mut window, Command::OpenPreset("shop.amende.ron".to_owned()));
    assert!(window.state().session().is_some() && shows(&window, "End the workshop?"));
    press(&mut window, "End without saving");
    window.run_ok();
    assert!(window.state().session().is_none() && window.state().case_file().is_some());
    // Afterwards all is there again.
    send(&mut window, Command::Show(Screen::Decisions));
    type_into(&mut window, "Search decisions", "kaspr");
    finish(&mut window);
    let found = told(&window).replace("kaspr", "");
    assert!(found.contains("Kaspr"), "{found}");
}

#[test]
fn an_entry_is_covered_from_the_others_and_can_be_taken_back() {
    let mut window = begun(None);
    next(&mut window);
    next(&mut window);
    assert_eq!(stage(&window), round(0, RoundStep::Enter));
    press(&mut window, "Enter for North");
    type_into(&mut window, "Best single amount", "151,515");
    assert!(told(&window).contains("151,515"));
    press(&mut window, "Enter for Harbour");
    assert!(!told(&window).contains("151,515"), "the entry of North is covered");
    let entered = |window: &Window| {
        let entry = window.state().session().unwrap().entry(0, 0, 0);
        entry.and_then(|entry| entry.estimate.point).map(|point| point.to_string())
    };
    assert_eq!(entered(&window).as_deref(), Some("EUR 151515.00"));
    press(&mut window, "Take it back");
    assert_eq!(entered(&window), None);
    // What does not hold together is not locked, and says why.
    for (label, typed) in [("80 % range, low end", "800k"), ("80 % range, high end", "300k")] {
        type_into(&mut window, label, typed);
    }
    press(&mut window, "Lock Harbour");
    assert!(shows_part(&window, "lies above the high end"));
    assert!(window.state().session().unwrap().entry(0, 0, 1).unwrap().locked.is_none());
}

#[test]
fn a_killed_program_continues_where_it_was() {
    let state = tempfile::tempdir().unwrap();
    let mut first = begun(Some(state.path()));
    next(&mut first);
    next(&mut first);
    enter(&mut first, "North", ["60k", "151,515", "400k"], "70", &["Art. 6"]);
    kept(&mut first, state.path(), "EUR 151515.00");
    // A letter more for another team, and the power goes.
    press(&mut first, "Enter for East");
    type_into(&mut first, "80 % range, low end", "77,777");
    kept(&mut first, state.path(), "EUR 77777.00");
    let before = first.state().session().unwrap().clone();
    drop(first);
    std::thread::sleep(std::time::Duration::from_millis(50));
    let mut second = window();
    let ctx = second.ctx.clone();
    second.state_mut().keep_below(&ctx, state.path().to_owned());
    finish(&mut second);
    assert!(shows_part(&second, "A workshop was running"));
    holds_none(&told(&second), &["EUR 151,515".to_owned()], "the start page");
    press(&mut second, "Continue");
    let after = second.state().session().unwrap();
    assert_eq!((after.stage(), after.teams()), (before.stage(), before.teams()));
    assert_eq!(after.entry(0, 0, 0), before.entry(0, 0, 0));
    assert!(second.get_by_role_and_label(Role::TextInput, "80 % range, low end").value().is_some());
    press(&mut second, "Cover the entry of East");
    let east = second.state().session().unwrap().entry(0, 0, 2).unwrap().estimate.low.unwrap();
    assert_eq!(east.to_string(), "EUR 77777.00");
}

#[test]
fn who_plays_alone_keeps_a_record_over_time() {
    let state = tempfile::tempdir().unwrap();
    let mut window = window();
    let ctx = window.ctx.clone();
    window.state_mut().keep_below(&ctx, state.path().to_owned());
    finish(&mut window);
    press(&mut window, "Workshop…");
    press(&mut window, "Who takes part: One person alone");
    press(&mut window, TITLE);
    press(&mut window, "Begin");
    while stage(&window) < reveal(RevealStep::Decision) {
        if matches!(stage(&window), Stage::Scenario { part: Part::Round { step: RoundStep::Enter, .. }, .. }) {
            for (label, typed) in [
                ("80 % range, low end", "60k"),
                ("Best single amount", "150k"),
                ("80 % range, high end", "400k"),
                ("Probability of a fine", "70"),
            ] {
                type_into(&mut window, label, typed);
            }
            press(&mut window, "Art. 6");
            // The key of the next step locks what is complete.
            press(&mut window, "Lock the estimate");
            let locked =
                matches!(stage(&window), Stage::Scenario { part: Part::Round { step: RoundStep::Locked, .. }, .. });
            assert!(locked, "{}", told(&window));
            continue;
        }
        next(&mut window);
    }
    let played = &window.state().record().played;
    assert_eq!((played.len(), played[0].held), (1, Some(true)));
    // 48 for the range, 18 for the probability, one provision of five.
    assert_eq!(played[0].points, 48 + 18 + 4);
    let written = amende::storage::open_record(state.path()).unwrap();
    assert_eq!(&written, window.state().record());
}

#[test]
fn a_hand_out_is_written_after_the_reasons_and_not_before() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = begun(None);
    let path = folder.path().join("handout.md");
    send(&mut window, Command::Workshop(Wish::HandoutTo(path.clone(), None)));
    finish(&mut window);
    assert!(!path.exists() && shows_part(&window, "nothing to hand out yet"));
    while stage(&window) != Stage::Result {
        if matches!(stage(&window), Stage::Scenario { part: Part::Round { step: RoundStep::Enter, .. }, .. }) {
            all_enter(&mut window);
        }
        next(&mut window);
    }
    send(&mut window, Command::Workshop(Wish::HandoutTo(path.clone(), None)));
    finish(&mut window);
    let written = std::fs::read_to_string(&path).unwrap();
    assert!(written.contains("Harbour") && written.contains("240,000"), "{written}");
    send(&mut window, Command::Workshop(Wish::HandoutTo(path.clone(), Some(0))));
    finish(&mut window);
    assert!(std::fs::read_to_string(&path).unwrap().contains("North"));
    let session = folder.path().join("w.workshop.ron");
    send(&mut window, Command::Workshop(Wish::SaveTo(session.clone())));
    finish(&mut window);
    assert_eq!(&amende::storage::open_session(&session).unwrap(), window.state().session().unwrap());
}

/// Twelve teams with long names, all packs: whatever the projector says lies on its sheet, and
/// nothing lies over something else.
#[test]
fn everything_on_the_projector_has_its_place() {
    let mut window = window();
    let teams = (1..=12).map(|at| Team::proposed(at - 1, format!("Data protection team of department {at}")));
    let plan = Plan {
        alone: false,
        title: "Workshop of the supervisory authorities and law firms of the north".to_owned(),
        packs: library().packs.iter().map(|shipped| shipped.pack.id.clone()).collect(),
        teams: teams.collect(),
        problem: None,
    };
    send(&mut window, Command::Workshop(Wish::Plan(Box::new(plan))));
    send(&mut window, Command::Workshop(Wish::Begin));
    let mut projector = projector(&mut window);
    let (mut wrong, mut seen) = (Vec::new(), 0);
    loop {
        let now = stage(&window);
        if let Stage::Scenario { scenario, part: Part::Round { step: RoundStep::Enter, .. } } = now {
            let told = window.state().session().unwrap().scenarios()[scenario].told.clone();
            for team in 0..12 {
                let money = |major| Some(amende::quantity::Money::from_major(major, told.currency));
                let spread = i64::try_from(team).unwrap() * 17_000 + 1_000;
                let estimate = Estimate {
                    provisions: Some(told.candidates.iter().cloned().collect()),
                    probability: Some(50),
                    low: money(spread),
                    high: money(spread * 300),
                    point: money(spread * 20),
                };
                for wish in [Wish::Turn(Some(team)), Wish::Typed(Box::new(estimate), true), Wish::Lock] {
                    window.state_mut().push(Command::Workshop(wish));
                }
            }
            window.step();
        }
        *projector.state_mut() = window.state_mut().slide().unwrap();
        projector.run_steps(2);
        wrong.extend(misplaced(&projector).into_iter().map(|what| format!("{now:?}: {what}")));
        seen += 1;
        if now == Stage::Result {
            break;
        }
        window.state_mut().push(Command::Workshop(Wish::Next(false)));
        window.step();
        assert_ne!(stage(&window), now, "it goes on");
    }
    assert_eq!(seen, window.state().session().unwrap().course().len());
    assert!(wrong.is_empty(), "{} defects\n{}", wrong.len(), wrong.join("\n"));
}

/// What lies beyond the edge of the sheet or over something else.
fn misplaced(projector: &Harness<'_, Arc<Slide>>) -> Vec<String> {
    let sheet = egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(1920.0, 1080.0));
    let all: Vec<(String, egui::Rect)> = projector
        .query_all(By::new().role(Role::Label))
        .map(|node| {
            let words = node.accesskit_node().label().or_else(|| node.accesskit_node().value()).unwrap_or_default();
            (words, node.rect())
        })
        .collect();
    assert!(!all.is_empty(), "the sheet says something");
    let mut wrong = Vec::new();
    for (at, (words, rect)) in all.iter().enumerate() {
        if !sheet.contains_rect(rect.shrink(1.0)) {
            wrong.push(format!("“{words}” lies beyond the sheet: {rect:?}"));
        }
        // Lines of type stand close: their boxes may touch, their letters not.
        let letters = |rect: &egui::Rect| rect.shrink2(egui::vec2(1.0, 0.16 * rect.height().min(40.0)));
        for (other, beside) in all.iter().skip(at + 1) {
            if letters(rect).intersects(letters(beside)) {
                wrong.push(format!("“{words}” and “{other}” lie over each other"));
            }
        }
    }
    wrong
}

/// A workshop is saved, ended and opened again from its file, as often as one likes: it goes on
/// where it was, its time stood still, and it is among the recent files.
#[test]
fn a_saved_workshop_is_opened_and_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("morning.workshop.ron");
    let mut first = begun(None);
    next(&mut first);
    next(&mut first);
    enter(&mut first, "North", ["60k", "151,515", "400k"], "70", &["Art. 6"]);
    send(&mut first, Command::Workshop(Wish::SaveTo(path.clone())));
    finish(&mut first);
    let before = first.state().session().unwrap().clone();
    assert_eq!(first.state().recent()[0].path, path);
    // All is in the file: nothing is asked.
    send(&mut first, Command::Workshop(Wish::End));
    assert!(first.state().session().is_none(), "{}", told(&first));
    // One click among the recent files.
    assert!(shows(&first, "Workshop"));
    send(&mut first, Command::OpenPath(path.clone()));
    finish(&mut first);
    let after = first.state().session().unwrap();
    assert_eq!((after.stage(), after.entries()), (before.stage(), before.entries()));
    assert!(matches!(after.timer(), Some(amende::workshop::Timer::Paused { .. })), "{:?}", after.timer());
    // What was changed since is asked for; saving again takes the same file.
    enter(&mut first, "Harbour", ["900k", "2,626,262", "6m"], "95", &["Art. 6"]);
    send(&mut first, Command::Workshop(Wish::End));
    assert!(shows(&first, "End the workshop?"));
    press(&mut first, "Go on with the workshop");
    send(&mut first, Command::Save);
    finish(&mut first);
    let written = amende::storage::open_session(&path).unwrap();
    assert_eq!(written.entries(), first.state().session().unwrap().entries());
    assert_eq!(written.entries().len(), 2);
    // Another window, as `amende morning.workshop.ron` does.
    drop(first);
    let mut second = window();
    send(&mut second, Command::OpenPath(path.clone()));
    finish(&mut second);
    assert_eq!(second.state().session().unwrap().entries().len(), 2);
    holds_none(&told(&second), &secrets(), "the window");
    // What is no workshop is told, and nothing is lost.
    send(&mut second, Command::Workshop(Wish::EndNow(None)));
    std::fs::write(&path, "(format: 1)").unwrap();
    send(&mut second, Command::OpenPath(path));
    finish(&mut second);
    assert!(second.state().session().is_none() && shows_part(&second, "morning.workshop.ron"), "{}", told(&second));
}

#[test]
fn a_finished_workshop_shows_its_result_and_what_came_of_it_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("morning.workshop.ron");
    let mut window = begun(None);
    while stage(&window) != Stage::Result {
        if matches!(stage(&window), Stage::Scenario { part: Part::Round { step: RoundStep::Enter, .. }, .. }) {
            all_enter(&mut window);
        }
        next(&mut window);
    }
    send(&mut window, Command::Workshop(Wish::SaveTo(path.clone())));
    finish(&mut window);
    send(&mut window, Command::Workshop(Wish::End));
    send(&mut window, Command::OpenPath(path));
    finish(&mut window);
    assert_eq!(stage(&window), Stage::Result);
    assert!(shows_part(&window, "held the decision 2 times of 3"));
    let [csv, json, docx] = ["a.csv", "a.json", "a.docx"].map(|name| folder.path().join(name));
    for wish in [
        Wish::ResultsTo(csv.clone()),
        Wish::ResultsTo(json.clone()),
        Wish::HandoutTo(docx.clone(), None),
        Wish::ResultsTo(folder.path().join("a.xlsx")),
    ] {
        send(&mut window, Command::Workshop(wish));
        finish(&mut window);
    }
    let csv = std::fs::read_to_string(csv).unwrap();
    assert_eq!(csv.lines().count(), 1 + 3 * 3);
    // North in the last round, as in docs/workshop.md.
    let north = csv.lines().find(|row| row.contains(",3,true,North,")).unwrap();
    assert!(north.ends_with("fine,24000000,true,48,18,12,78"), "{north}");
    let json: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(json).unwrap()).unwrap();
    assert_eq!(json["standings"][0]["name"], "North");
    assert!(std::fs::read(docx).unwrap().starts_with(b"PK"));
    assert!(!folder.path().join("a.xlsx").exists() && shows_part(&window, "written as .csv or .json"));
}

#[test]
fn a_pack_is_begun_from_the_matter_in_the_window() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sold-contacts.ron");
    let mut window = super::support::kaspr();
    let opened: Arc<std::sync::Mutex<Vec<String>>> = Arc::default();
    let hears = opened.clone();
    window.state_mut().set_opener(Arc::new(move |address: &str| {
        hears.lock().unwrap().push(address.to_owned());
        true
    }));
    finish(&mut window);
    send(&mut window, Command::Workshop(Wish::PackTo(path.clone())));
    finish(&mut window);
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains("id: \"sold-contacts\"") && text.contains("TO BE WRITTEN"), "{text}");
    assert!(opened.lock().unwrap()[0].ends_with("/sold-contacts.ron"), "opened to be edited");
    assert!(shows_part(&window, "is yours to write") && window.state().case_file().is_some());
}
