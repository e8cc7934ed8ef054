//! Before a decision is shown, nothing that can be seen, heard, searched or read from a file
//! tells of it: one test for every pack that comes with the program, which `.ci/run` runs by
//! itself, and a quick one with all packs at once.

use std::path::Path;
use std::sync::Arc;

use amende::gui::workshop::{Plan, Slide};
use amende::gui::{Command, Screen, Wish};
use amende::law::vocabulary::folded;
use amende::library::Library;
use amende::workshop::{Estimate, Part, RevealStep, RoundStep, Stage, Team, holds};
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};

use super::support::{Window, finish, library, send, type_into};
use super::workshop::{projector, stage, told, written};

/// What must not be found before the decision of a pack is shown.
struct Secrets {
    /// Name, number and id: nowhere, not even in the library.
    names: Vec<Secret>,
    /// The amounts, as they are written in the window and in files; the outcome; who decided and
    /// when; whole sentences of the reveal, and words by which the matter is known.
    others: Vec<Secret>,
}

/// A secret as it is written, and as it is looked for.
struct Secret {
    written: String,
    sought: String,
}

impl Secret {
    fn new(written: &str) -> Self {
        Self { written: written.to_owned(), sought: folded(&written.replace('\u{a0}', " ")) }
    }
}

impl Secrets {
    fn of(pack: &str, library: &Library) -> Self {
        let pack = &library.packs.iter().find(|shipped| shipped.pack.id == pack).unwrap().pack;
        let decision = library.decision(&pack.behind().decision).unwrap();
        let (reveal, text, rates) = (pack.behind(), &library.locale, &library.law.rates);
        let standing = decision.standing_amount();
        let converted = decision.imposed_in(pack.told.currency, rates).map(|converted| converted.amount);
        let amounts = decision.fine.into_iter().chain(standing).chain(converted).filter(|amount| amount.minor() > 0);
        let mut others: Vec<String> = amounts
            .flat_map(|amount| {
                [text.money(amount), text.money_exact(amount), text.rough_money(amount), amount.to_string()]
            })
            .collect();
        if decision.fine.is_none() {
            others.push(text.t(decision.outcome.key()).to_owned());
        }
        others.push(library.law.vocabulary.authority_name(&decision.authority).to_owned());
        others.push(text.date(decision.decided));
        others.extend(reveal.giveaways.iter().cloned());
        others.push(reveal.lesson.clone());
        others.extend(reveal.taught.iter().chain(&reveal.court).cloned());
        others.extend(reveal.reasons.iter().map(|reason| reason.text.clone()));
        others.extend(reveal.found.iter().chain(&reveal.not_found).map(|ruled| ruled.why.clone()));
        let names = [&decision.controller, &decision.number, &decision.id];
        Self {
            names: names.into_iter().filter(|name| name.chars().count() > 3).map(|name| Secret::new(name)).collect(),
            others: others.iter().map(|other| Secret::new(other)).collect(),
        }
    }

    /// Those that stand in a text: of the names alone, or of everything.
    fn in_text(&self, text: &str, names_only: bool) -> Vec<&str> {
        let plain = folded(&text.replace('\u{a0}', " "));
        let rest = self.others.iter().filter(|_| !names_only);
        let all = self.names.iter().chain(rest);
        all.filter(|secret| stands_in(&plain, &secret.sought)).map(|secret| secret.written.as_str()).collect()
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

/// A workshop of one pack that is led from the set-up to its decision, looked at everywhere.
struct Walk {
    window: Window,
    projector: Option<Harness<'static, Arc<Slide>>>,
    secrets: Secrets,
    /// The id of the decision, as a link to its record would have it.
    decision: String,
    folder: tempfile::TempDir,
    /// Where something was found, and what.
    leaks: Vec<String>,
    looked: usize,
}

impl Walk {
    /// With the scenario chosen, and not yet begun.
    fn set_up(pack: &str, library: &'static Library) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut window = super::support::with_data(library);
        let ctx = window.ctx.clone();
        window.state_mut().keep_below(&ctx, folder.path().to_owned());
        finish(&mut window);
        let plan = Plan {
            alone: false,
            title: "Morning".to_owned(),
            packs: vec![pack.to_owned()],
            teams: vec![Team::proposed(0, "North"), Team::proposed(1, "West")],
            problem: None,
        };
        send(&mut window, Command::Workshop(Wish::Open));
        send(&mut window, Command::Workshop(Wish::Plan(Box::new(plan))));
        let shipped = library.packs.iter().find(|shipped| shipped.pack.id == pack).unwrap();
        let decision = shipped.pack.behind().decision.clone();
        let secrets = Secrets::of(pack, library);
        Self { window, projector: None, secrets, decision, folder, leaks: Vec::new(), looked: 0 }
    }

    /// Looks through a text.
    fn seek(&mut self, text: &str, names_only: bool, place: &str) {
        self.looked += 1;
        let found = self.secrets.in_text(text, names_only).into_iter();
        let told: Vec<String> = found.map(|secret| format!("{place} holds “{secret}”")).collect();
        self.leaks.extend(told);
    }

    /// All that the projector's window says.
    fn projected(&mut self) -> String {
        match &mut self.projector {
            Some(projector) => {
                *projector.state_mut() = self.window.state_mut().slide().unwrap();
                projector.run_steps(2);
            }
            None => self.projector = Some(projector(&mut self.window)),
        }
        told(self.projector.as_ref().unwrap())
    }

    /// Both windows, the title, and all that was written.
    fn look(&mut self) {
        let place = format!("{:?}", stage(&self.window));
        self.seek(&told(&self.window), false, &format!("{place}: the trainer's window"));
        let projected = self.projected();
        self.seek(&projected, false, &format!("{place}: the projector"));
        self.seek(&self.window.state().title(), false, &format!("{place}: the title"));
        self.seek(&written(self.folder.path()), false, &format!("{place}: a file"));
    }

    /// The library, its search, the palette and the pages beside the workshop.
    fn look_beside(&mut self) {
        for screen in [Screen::Start, Screen::Decisions, Screen::HowGood, Screen::Settings] {
            send(&mut self.window, Command::Show(screen));
            finish(&mut self.window);
            // Other decisions may have been as high.
            let names_only = matches!(screen, Screen::Decisions | Screen::HowGood);
            self.seek(&told(&self.window), names_only, &format!("{screen:?}"));
        }
        send(&mut self.window, Command::ShowDecision(self.decision.clone()));
        self.seek(&told(&self.window), true, "the record");
        send(&mut self.window, Command::LeaveDecision);
        let names: Vec<String> = self.secrets.names.iter().map(|name| name.written.clone()).collect();
        for name in &names {
            let found = self.search(name);
            self.seek(&found, true, "the search");
            send(&mut self.window, Command::Palette);
            type_into(&mut self.window, "Find or do anything", name);
            let found = told_but_typed(&self.window);
            self.seek(&found, true, "the palette");
            send(&mut self.window, Command::Dismiss);
        }
        send(&mut self.window, Command::Workshop(Wish::Open));
    }

    /// What the search in the library finds; what is typed is taken out again.
    fn search(&mut self, words: &str) -> String {
        let window = &mut self.window;
        send(window, Command::Show(Screen::Decisions));
        finish(window);
        type_into(window, "Search decisions", words);
        finish(window);
        let found = told_but_typed(window);
        window.get_by_role_and_label(Role::TextInput, "Search decisions").focus();
        window.run_ok();
        window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
        window.key_press(egui::Key::Delete);
        window.run_ok();
        found
    }

    /// Every team enters something, as the trainer would.
    fn all_enter(&mut self) {
        let session = self.window.state().session().unwrap();
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
                self.window.state_mut().push(Command::Workshop(wish));
            }
        }
        self.window.run_ok();
    }

    /// Writes whatever may be written: the session, the results, and a hand-out, which is refused.
    fn write_all(&mut self) {
        let path = |folder: &Path, name: &str| folder.join(name);
        let folder = self.folder.path().to_owned();
        for wish in [
            Wish::SaveTo(path(&folder, "a.workshop.ron")),
            Wish::ResultsTo(path(&folder, "a.csv")),
            Wish::ResultsTo(path(&folder, "a.json")),
            Wish::HandoutTo(path(&folder, "a.md"), None),
        ] {
            send(&mut self.window, Command::Workshop(wish));
            finish(&mut self.window);
        }
        let is_there = |name: &str| folder.join(name).exists();
        assert!(is_there("a.workshop.ron") && is_there("a.csv") && is_there("a.json"));
        assert!(!is_there("a.md"), "nothing is handed out before the reasons");
    }

    fn next(&mut self) {
        let before = stage(&self.window);
        send(&mut self.window, Command::Workshop(Wish::Next(false)));
        assert_ne!(stage(&self.window), before, "it goes on");
    }

    /// From the set-up up to the step before the decision; then the decision is shown.
    fn come_to_the_decision(&mut self) {
        let set_up = told(&self.window);
        self.seek(&set_up, false, "the set-up");
        send(&mut self.window, Command::Workshop(Wish::Begin));
        let decision = Stage::Scenario { scenario: 0, part: Part::Reveal(RevealStep::Decision) };
        while stage(&self.window) < decision {
            if let Stage::Scenario { part: Part::Round { step: RoundStep::Enter, round }, .. } = stage(&self.window) {
                self.all_enter();
                if round == 1 {
                    self.look_beside();
                }
            }
            if matches!(stage(&self.window), Stage::Scenario { part: Part::Reveal(RevealStep::Practice), .. }) {
                self.write_all();
            }
            self.look();
            self.next();
        }
    }
}

/// Nothing is found before the decision is shown; and what was looked for is there afterwards,
/// so that a walk that looks in the wrong places fails.
fn nothing_tells_of(pack: &str) {
    let mut walk = Walk::set_up(pack, library());
    walk.come_to_the_decision();
    assert!(walk.leaks.is_empty(), "{} leaks:\n{}", walk.leaks.len(), walk.leaks.join("\n"));
    // Eleven stages of three rounds, three steps of the reveal, and what stands beside.
    assert!(walk.looked > 60, "only {} places were looked at", walk.looked);
    let shown = walk.projected();
    let found = walk.secrets.in_text(&shown, false).len();
    assert!(found >= 2, "name and outcome are shown now, {found} are found in:\n{shown}");
    send(&mut walk.window, Command::Workshop(Wish::EndNow(None)));
    let name = walk.secrets.names.first().unwrap().written.clone();
    let found = walk.search(&name);
    assert!(!walk.secrets.in_text(&found, true).is_empty(), "afterwards “{name}” is found:\n{found}");
}

macro_rules! packs {
    ($($name:ident: $id:literal,)*) => {
        $(
            #[test]
            #[ignore = "most of a minute for each pack: `cargo test --test window covered:: -- --ignored`"]
            fn $name() {
                nothing_tells_of($id);
            }
        )*

        /// Every pack that comes with the program has its test above.
        #[test]
        fn every_pack_is_walked_through() {
            let shipped: Vec<&str> = library().packs.iter().map(|shipped| shipped.pack.id.as_str()).collect();
            let mut walked = vec![$($id),*];
            walked.sort_by_key(|id| shipped.iter().position(|known| known == id));
            assert_eq!(walked, shipped);
        }
    };
}

packs! {
    nothing_tells_of_a_number_in_the_address: "a-number-in-the-address",
    nothing_tells_of_a_parcel_of_documents: "a-parcel-of-documents",
    nothing_tells_of_calls_after_a_purchase: "calls-after-a-purchase",
    nothing_tells_of_contacts_from_a_network: "contacts-from-a-network",
    nothing_tells_of_data_for_a_free_score: "data-for-a-free-score",
    nothing_tells_of_data_on_the_parents_servers: "data-on-the-parents-servers",
    nothing_tells_of_helpline_in_an_emergency: "helpline-in-an-emergency",
    nothing_tells_of_lists_of_supporters: "lists-of-supporters",
    nothing_tells_of_requests_by_email: "requests-by-email",
    nothing_tells_of_the_customer_card: "the-customer-card",
    nothing_tells_of_the_physicians_signature: "the-physicians-signature",
}

/// The quick one: all scenarios at once, looked at before the first begins. No name of any of
/// their decisions is in the set-up, the lobby, the start page or the library.
#[test]
fn at_the_beginning_nothing_tells_of_any_decision() {
    let packs: Vec<String> = library().packs.iter().map(|shipped| shipped.pack.id.clone()).collect();
    let mut walk = Walk::set_up(&packs[0], library());
    let plan = Plan {
        alone: false,
        title: "Morning".to_owned(),
        packs: packs.clone(),
        teams: vec![Team::proposed(0, "North"), Team::proposed(1, "West")],
        problem: None,
    };
    send(&mut walk.window, Command::Workshop(Wish::Plan(Box::new(plan))));
    let mut texts = vec![("the set-up", told(&walk.window))];
    send(&mut walk.window, Command::Workshop(Wish::Begin));
    texts.push(("the lobby", told(&walk.window)));
    texts.push(("the projector", walk.projected()));
    texts.push(("the title", walk.window.state().title()));
    let pages = [
        (Screen::Start, "the start page"),
        (Screen::Decisions, "the library"),
        (Screen::HowGood, "the page that says how good this is"),
    ];
    for (screen, place) in pages {
        send(&mut walk.window, Command::Show(screen));
        finish(&mut walk.window);
        texts.push((place, told(&walk.window)));
    }
    texts.push(("a file", written(walk.folder.path())));
    for pack in &packs {
        let secrets = Secrets::of(pack, library());
        for (place, text) in &texts {
            // Names alone: a word or figure of one matter may be told of another.
            let found = secrets.in_text(text, true);
            assert!(found.is_empty(), "{place} tells of {pack}: {found:?}");
        }
    }
}

/// The walk fails where something leaks: with the name of the decision in the title of the
/// scenario, it is found in both windows and in the files, at every stage.
#[test]
fn a_name_in_the_title_is_found() {
    let mut spoilt = library().clone();
    let id = spoilt.packs[0].pack.id.clone();
    let decision = spoilt.packs[0].pack.behind().decision.clone();
    let name = spoilt.decision(&decision).unwrap().controller.clone();
    spoilt.packs[0].pack.told.title = format!("The matter of {name}");
    let mut walk = Walk::set_up(&id, Box::leak(Box::new(spoilt)));
    send(&mut walk.window, Command::Workshop(Wish::Begin));
    walk.next();
    walk.look();
    for place in ["the trainer's window", "the projector", "a file"] {
        let found = walk.leaks.iter().any(|leak| leak.contains(place) && leak.contains(&name));
        assert!(found, "{place} tells it and it was not found: {:#?}", walk.leaks);
    }
}

/// Figures and phrases are found as wholes.
#[test]
fn what_is_looked_for_is_found_as_a_whole() {
    assert!(stands_in("a fine of eur 500, and", "eur 500") && !stands_in("eur 500,000", "eur 500"));
    assert!(stands_in("a reprimand was given", "reprimand") && !stands_in("reprimanded", "reprimand"));
    let secrets = Secrets::of("contacts-from-a-network", library());
    for told in ["KASPR was fined", "EUR\u{a0}240,000", "SAN-2024-020"] {
        assert!(!secrets.in_text(told, false).is_empty(), "{told}");
    }
}
