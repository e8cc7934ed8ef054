//! Before a decision is shown, nothing that can be seen, heard, searched or read from a file
//! tells of it: for every pack that comes with the program.

use amende::gui::workshop::Plan;
use amende::gui::{Command, Screen, Wish};
use amende::law::vocabulary::folded;
use amende::workshop::{Estimate, Pack, Part, RevealStep, RoundStep, Stage, Team, holds};
use egui::accesskit::Role;
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};

use super::support::{Window, finish, library, send, type_into, window};
use super::workshop::{projector, stage, told, written};

/// What must not be found before the decision of a pack is shown.
struct Secrets {
    /// Name, number and id: nowhere, not even in the library.
    names: Vec<String>,
    /// The amounts, as they are written in the window and in files.
    amounts: Vec<String>,
    /// Whole sentences of the reveal, and words by which the matter is known.
    words: Vec<String>,
}

impl Secrets {
    fn of(pack: &Pack) -> Self {
        let decision = library().decision(&pack.behind().decision).unwrap();
        let (reveal, text, rates) = (pack.behind(), &library().locale, &library().law.rates);
        let standing = decision.standing_amount();
        let converted = decision.imposed_in(pack.told.currency, rates).map(|converted| converted.amount);
        let amounts = decision.fine.into_iter().chain(standing).chain(converted).filter(|amount| amount.minor() > 0);
        let amounts = amounts.flat_map(|amount| {
            [text.money(amount), text.money_exact(amount), text.rough_money(amount), amount.to_string()]
        });
        let mut words: Vec<String> = reveal.giveaways.clone();
        words.push(reveal.lesson.clone());
        words.extend(reveal.taught.iter().chain(&reveal.court).cloned());
        words.extend(reveal.reasons.iter().map(|reason| reason.text.clone()));
        words.extend(reveal.found.iter().chain(&reveal.not_found).map(|ruled| ruled.why.clone()));
        let names = [&decision.controller, &decision.number, &decision.id];
        Self {
            names: names.into_iter().filter(|name| name.chars().count() > 3).cloned().collect(),
            amounts: amounts.collect(),
            words,
        }
    }

    /// Looks through a text for names alone, or for everything.
    fn sought(&self, text: &str, names_only: bool, place: &str) {
        let plain = folded(&text.replace('\u{a0}', " "));
        let rest = self.amounts.iter().chain(&self.words).filter(|_| !names_only);
        for secret in self.names.iter().chain(rest) {
            let sought = folded(&secret.replace('\u{a0}', " "));
            assert!(!stands_in(&plain, &sought), "{place} holds “{secret}”:\n{text}");
        }
    }
}

/// As a word or phrase; “EUR 500” is no part of “EUR 500,000”.
fn stands_in(text: &str, sought: &str) -> bool {
    let goes_on = |rest: &str| {
        let mut signs = rest.chars();
        let is_digit = |sign: Option<char>| sign.is_some_and(|sign| sign.is_ascii_digit());
        match signs.next() {
            Some(',' | '.' | '_') => is_digit(signs.next()),
            sign => is_digit(sign),
        }
    };
    let whole = |(at, _): (usize, &str)| !goes_on(&text[at + sought.len()..]);
    holds(text, sought) && text.match_indices(sought).any(whole)
}

/// All that a screen reader is told, but for what is typed.
fn told_but_typed(window: &Window) -> String {
    let words = |node: egui_kittest::Node<'_>| {
        let node = node.accesskit_node();
        [node.label(), node.value(), node.description()].into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    // The runs of text repeat what stands in fields and labels.
    let read = By::new().predicate(|node| !matches!(node.role(), Role::TextInput | Role::TextRun));
    window.query_all(read).map(words).collect::<Vec<_>>().join("\n")
}

/// Both windows, the title, and all that was written.
fn look(window: &mut Window, secrets: &Secrets, folder: &std::path::Path) {
    let place = format!("{:?}", stage(window));
    secrets.sought(&told(window), false, &format!("{place}: the trainer's window"));
    secrets.sought(&told(&projector(window)), false, &format!("{place}: the projector"));
    secrets.sought(&window.state().title(), false, &format!("{place}: the title"));
    secrets.sought(&written(folder), false, &format!("{place}: a file"));
}

/// The library, its search, the palette and the pages beside the workshop.
fn look_beside(window: &mut Window, secrets: &Secrets, id: &str) {
    for screen in [Screen::Start, Screen::Decisions, Screen::Settings] {
        send(window, Command::Show(screen));
        secrets.sought(&told(window), screen == Screen::Decisions, &format!("{screen:?}"));
    }
    send(window, Command::ShowDecision(id.to_owned()));
    secrets.sought(&told(window), true, "the record");
    send(window, Command::LeaveDecision);
    for name in &secrets.names {
        type_into(window, "Search decisions", name);
        secrets.sought(&told_but_typed(window), true, "the search");
        send(window, Command::Palette);
        type_into(window, "Find or do anything", name);
        secrets.sought(&told_but_typed(window), true, "the palette");
        send(window, Command::Dismiss);
        // What was typed is typed over.
        send(window, Command::Show(Screen::Settings));
        send(window, Command::Show(Screen::Decisions));
        window.get_by_role_and_label(Role::TextInput, "Search decisions").focus();
        window.run_ok();
        window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
        window.key_press(egui::Key::Delete);
        window.run_ok();
    }
    send(window, Command::Workshop(Wish::Open));
}

/// Every team enters something, as the trainer would.
fn all_enter(window: &mut Window) {
    let session = window.state().session().unwrap();
    let told = session.scenario().unwrap().told.clone();
    for team in 0..session.teams().len() {
        let money = |major| Some(amende::quantity::Money::from_major(major, told.currency));
        let low = 1_313 + 717 * i64::try_from(team).unwrap();
        let estimate = Estimate {
            provisions: Some(told.candidates.iter().take(2).cloned().collect()),
            probability: Some(63),
            low: money(low),
            high: money(low * 811),
            point: money(low * 29),
        };
        for wish in [Wish::Turn(Some(team)), Wish::Typed(Box::new(estimate), true), Wish::Lock] {
            window.state_mut().push(Command::Workshop(wish));
        }
    }
    window.run_ok();
}

/// Writes whatever may be written: the session, the results, and a hand-out, which is refused.
fn write_all(window: &mut Window, folder: &std::path::Path) {
    let path = |name: &str| folder.join(name);
    for wish in [
        Wish::SaveTo(path("a.workshop.ron")),
        Wish::ResultsTo(path("a.csv")),
        Wish::ResultsTo(path("a.json")),
        Wish::HandoutTo(path("a.md"), None),
    ] {
        send(window, Command::Workshop(wish));
        finish(window);
    }
    assert!(path("a.workshop.ron").exists() && path("a.csv").exists() && path("a.json").exists());
    assert!(!path("a.md").exists(), "nothing is handed out before the reasons");
}

#[test]
fn before_each_reveal_nothing_tells_of_the_decision_of_any_pack() {
    let mut shown = 0;
    for shipped in &library().packs {
        let pack = &shipped.pack;
        let (secrets, folder) = (Secrets::of(pack), tempfile::tempdir().unwrap());
        let mut window = window();
        let ctx = window.ctx.clone();
        window.state_mut().keep_below(&ctx, folder.path().to_owned());
        finish(&mut window);
        let plan = Plan {
            alone: false,
            title: "Morning".to_owned(),
            packs: vec![pack.id.clone()],
            teams: vec![Team::proposed(0, "North"), Team::proposed(1, "West")],
            problem: None,
        };
        send(&mut window, Command::Workshop(Wish::Open));
        send(&mut window, Command::Workshop(Wish::Plan(Box::new(plan))));
        secrets.sought(&told(&window), false, "the set-up");
        send(&mut window, Command::Workshop(Wish::Begin));
        let decision = Stage::Scenario { scenario: 0, part: Part::Reveal(RevealStep::Decision) };
        while stage(&window) < decision {
            if let Stage::Scenario { part: Part::Round { step: RoundStep::Enter, round }, .. } = stage(&window) {
                all_enter(&mut window);
                if round == 1 {
                    look_beside(&mut window, &secrets, &pack.behind().decision);
                }
            }
            if matches!(stage(&window), Stage::Scenario { part: Part::Reveal(RevealStep::Practice), .. }) {
                write_all(&mut window, folder.path());
            }
            look(&mut window, &secrets, folder.path());
            send(&mut window, Command::Workshop(Wish::Next(false)));
        }
        drop(window);
        shown += 1;
    }
    assert!(shown >= 10, "{shown} packs");
}

/// The walk finds what it looks for: once the decision and its reasons are shown, they are there.
#[test]
fn the_walk_finds_what_is_shown() {
    let pack = &library().packs.first().unwrap().pack;
    let secrets = Secrets::of(pack);
    let decision = library().decision(&pack.behind().decision).unwrap();
    let seen = folded(&format!("{} was fined; {}", decision.controller, pack.behind().lesson));
    assert!(secrets.names.iter().any(|name| stands_in(&seen, &folded(name))));
    assert!(secrets.words.iter().any(|word| stands_in(&seen, &folded(word))));
    assert!(stands_in("a fine of eur 500, and", "eur 500") && !stands_in("eur 500,000", "eur 500"));
}
