//! Nothing that is shown, written or named before a reveal gives the decision away.

use amende::storage;
use amende::workshop::{RevealStep, Session, Setup, Shown, Stage};

use super::*;

/// What must not be found: name, number and amounts of the decision in any usual writing,
/// and the sentences of the reveal.
fn secrets(pack: &Pack) -> Vec<String> {
    let decision = library().decision(&pack.behind().decision).unwrap();
    let mut secrets = vec![decision.controller.clone(), decision.id.clone(), decision.number.clone()];
    for amount in decision.fine.into_iter().chain(decision.standing_amount()) {
        let text = &library().locale;
        let digits = amount.major().to_string();
        secrets.extend([
            format!("{digits}.00"),
            format!(" {digits}\""),
            text.figure_of(amount),
            text.money_exact(amount),
        ]);
    }
    let reveal = pack.behind();
    secrets.push(reveal.lesson.clone());
    secrets.extend(reveal.taught.iter().cloned());
    secrets.extend(reveal.reasons.iter().map(|reason| reason.text.clone()));
    secrets.extend(reveal.found.iter().chain(&reveal.not_found).map(|ruled| ruled.why.clone()));
    secrets.retain(|secret| !secret.is_empty());
    secrets
}

fn holds_none(text: &str, secrets: &[String], at: &str) {
    for secret in secrets {
        // “500” is no part of “67,500.00”.
        let figure = secret.starts_with(|sign: char| sign.is_ascii_digit());
        let goes_on = |sign: char| sign.is_ascii_digit() || ",._".contains(sign);
        let longer = |at: usize| text[..at].ends_with(goes_on) || text[at + secret.len()..].starts_with(goes_on);
        let mut found = text.match_indices(secret.as_str());
        assert!(!found.any(|(at, _)| !figure || !longer(at)), "{at} holds “{secret}”:\n{text}");
    }
}

/// A session over all packs, its file and what it shows at every stage, against the secrets of
/// all scenarios whose reveal has not gone so far.
#[test]
fn nothing_gives_a_decision_away_before_its_reveal() {
    let truths = truths();
    let packs: Vec<&Pack> = library().packs.iter().map(|shipped| &shipped.pack).collect();
    let secrets: Vec<Vec<String>> = packs.iter().map(|pack| secrets(pack)).collect();
    let setup = Setup { title: "Morning workshop".to_owned(), packs, teams: teams(&["North", "West"]) };
    let mut session = Session::new(setup).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let name = storage::session_file_name(now().date());
    let path = folder.path().join(&name);
    let mut covered = 0;
    loop {
        storage::save_session(&path, &session).unwrap();
        let written = std::fs::read_to_string(&path).unwrap();
        let shown = serde_json::to_string(&session.shown(&truths)).unwrap();
        for (scenario, secrets) in secrets.iter().enumerate() {
            // The file holds nothing even after the reveal.
            holds_none(&written, secrets, "the file");
            holds_none(&name, secrets, "the file's name");
            holds_none(&format!("{session:?} {truths:?}"), secrets, "a log");
            if session.stage() < (Stage::Scenario { scenario, part: Part::Reveal(RevealStep::Decision) }) {
                holds_none(&shown, secrets, &format!("{:?}", session.stage()));
                // Words that give a matter away are told of others: a country, a language.
                if matches!(session.stage(), Stage::Scenario { scenario: now, .. } if now == scenario) {
                    let giveaways = &library().packs[scenario].pack.behind().giveaways;
                    holds_none(&shown, giveaways, &format!("{:?}", session.stage()));
                }
                assert_eq!(session.points(scenario, 0, 0, &truths), None);
                assert_eq!(session.whole_reveal(scenario, &truths), None);
                covered += 1;
            }
        }
        if session.next_stage().is_none() {
            break;
        }
        next(&mut session);
    }
    assert!(covered >= 14, "{covered} stages were looked at");
    assert!(serde_json::to_string(&session.whole_reveal(0, &truths).unwrap()).unwrap().contains(&secrets[0][0]));
}

/// The search above finds what it looks for: after the reveal all of it is there.
#[test]
fn the_reveal_holds_what_was_looked_for() {
    let truths = truths();
    let mut session = session(&["North", "West"]);
    go_to(&mut session, |stage| matches!(stage, Stage::Scenario { part: Part::Reveal(RevealStep::Reasons), .. }));
    let Shown::Reveal(view) = session.shown(&truths) else { panic!("a reveal") };
    let shown = serde_json::to_string(&view).unwrap();
    for secret in ["Kaspr", "SAN-2024-020", "240000.00", "A small turnover"] {
        assert!(shown.contains(secret), "{secret} is not in {shown}");
    }
}

/// Titles and ids of packs, and what the command line lists, hold no secret of any pack.
#[test]
fn names_of_packs_give_nothing_away() {
    for shipped in &library().packs {
        let pack = &shipped.pack;
        for secret in secrets(pack) {
            for name in [&pack.told.title, &pack.id, &shipped.file] {
                assert!(!name.to_lowercase().contains(&secret.to_lowercase()), "{name} holds {secret}");
            }
        }
    }
}

#[test]
fn a_title_or_team_that_gives_a_decision_away_is_refused() {
    let packs = vec![pack(KASPR)];
    let titled = Session::new(Setup { title: "The Kaspr morning".to_owned(), packs, teams: teams(&["North", "West"]) });
    assert!(titled.is_err());
}

/// What is kept back for a pack is in no part of the data: not among the records, and not among
/// the matters by which the estimate was tried, each of which is shown with its amount.
#[test]
fn what_is_kept_back_is_in_no_part_of_the_data() {
    let tried = |data: &amende::library::Library, id: &str| {
        data.tested.matters.as_ref().is_some_and(|matters| matters.fines.iter().any(|fine| fine.decision == id))
    };
    let mut were_tried = 0;
    for shipped in &library().packs {
        let id = &shipped.pack.behind().decision;
        were_tried += usize::from(tried(library(), id));
        let shown = library().without_decisions_of(&[&shipped.pack]);
        assert!(shown.decision(id).is_none(), "{id} is among the records");
        assert!(!tried(&shown, id), "{id} is among the matters tried");
    }
    assert!(were_tried >= 2, "{were_tried} of them were tried at all");
}
