//! Workshops: packs that give nothing away, sessions that lose nothing, points by hand.

mod handout;
mod leaks;
mod packs;
mod points;
mod rooms;
mod session;

use std::collections::BTreeSet;

use amende::analysis;
use amende::workshop::{Command, EnteredBy, Estimate, Pack, Part, Session, Setup, Stage, Team, Truths};
use jiff::civil::DateTime;

use crate::library;

const KASPR: &str = "contacts-from-a-network";

fn pack(id: &str) -> &'static Pack {
    &library().packs.iter().find(|shipped| shipped.pack.id == id).unwrap().pack
}

fn truths() -> Truths {
    let mut truths = Truths::new();
    for shipped in &library().packs {
        truths.insert(shipped.pack.id.clone(), analysis::truth(library(), &shipped.pack).unwrap());
    }
    truths
}

fn teams(names: &[&str]) -> Vec<Team> {
    names.iter().enumerate().map(|(at, name)| Team::proposed(at, *name)).collect()
}

/// A session with Kaspr alone and these teams.
fn session(names: &[&str]) -> Session {
    let packs = vec![pack(KASPR)];
    Session::new(Setup { title: "Morning workshop".to_owned(), packs, teams: teams(names) }).unwrap()
}

fn now() -> DateTime {
    "2026-11-27T14:29:00".parse().unwrap()
}

fn estimate(low: &str, high: &str, point: &str, probability: u8, provisions: &[&str]) -> Estimate {
    let money = |text: &str| Some(format!("EUR {text}").parse().unwrap());
    let provisions: BTreeSet<_> = provisions.iter().map(|id| (*id).into()).collect();
    Estimate {
        provisions: Some(provisions),
        probability: Some(probability),
        low: money(low),
        high: money(high),
        point: money(point),
    }
}

fn next(session: &mut Session) {
    session.apply(Command::Next { open_too: true, at: now() }).unwrap();
}

fn go_to(session: &mut Session, wanted: impl Fn(Stage) -> bool) {
    while !wanted(session.stage()) {
        next(session);
    }
}

/// To the entries of this round (from 0) of the first scenario.
fn go_to_entries(session: &mut Session, wanted: usize) {
    go_to(session, |stage| {
        let Stage::Scenario { part: Part::Round { round, step }, .. } = stage else { return false };
        round == wanted && step == amende::workshop::RoundStep::Enter
    });
}

fn enter(session: &mut Session, team: usize, estimate: &Estimate) {
    let command = Command::Enter { team, estimate: estimate.clone(), by: EnteredBy::Trainer, at: now() };
    session.apply(command).unwrap();
}
