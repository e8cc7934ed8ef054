//! Which rows and shipped decisions are the same decision: what is learnt from one must not
//! estimate the other.

use std::collections::BTreeMap;

use jiff::civil::Date;
use sha2::{Digest, Sha256};

use super::Row;
use super::rows::plain;
use crate::practice::{Evidence, Fact, short_hash};
use crate::precedents::Decision;

/// Amounts that differ by no more than a fifth are taken for the same: lists convert at rough rates.
const NEAR: f64 = 0.08;

/// What tells one decision from another.
struct Seen<'a> {
    id: &'a str,
    country: &'a str,
    day: Option<Date>,
    number: String,
    name: String,
    amount: Option<f64>,
}

/// Gives every row and shipped decision the number of its group. Shipped decisions that belong together (the same
/// facts, several bodies) and rows that are the same decision are in one group.
pub(super) fn link(rows: &mut [Row], shipped: &mut [Evidence], decisions: &[Decision]) {
    let known: BTreeMap<&str, &Decision> = decisions.iter().map(|known| (known.id.as_str(), known)).collect();
    let mut all: Vec<Seen<'_>> = rows.iter().map(of_row).collect();
    let first_shipped = all.len();
    all.extend(shipped.iter().map(|own| of_decision(own, known.get(own.id.as_str()).copied())));
    let mut groups: Vec<usize> = (0..all.len()).collect();
    let mut countries: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (place, seen) in all.iter().enumerate() {
        countries.entry(seen.country).or_default().push(place);
    }
    for places in countries.values() {
        for (at, one) in places.iter().enumerate() {
            for other in places.iter().take(at) {
                if let (Some(a), Some(b)) = (all.get(*one), all.get(*other))
                    && same(a, b)
                {
                    join(&mut groups, *one, *other);
                }
            }
        }
    }
    for (place, own) in shipped.iter().enumerate() {
        let related = known.get(own.id.as_str()).map(|decision| decision.related.as_slice()).unwrap_or_default();
        for id in related {
            if let Some(other) = shipped.iter().position(|other| other.id == *id) {
                join(&mut groups, first_shipped + place, first_shipped + other);
            }
        }
    }
    let found: Vec<usize> = (0..groups.len()).map(|place| root(&groups, place)).collect();
    let numbered = rows.iter_mut().map(|row| &mut row.evidence).chain(shipped.iter_mut());
    for (evidence, group) in numbered.zip(found) {
        evidence.group = group;
    }
}

fn of_row(row: &Row) -> Seen<'_> {
    let evidence = &row.evidence;
    Seen {
        id: &evidence.id,
        country: evidence.profile.word(Fact::Country).unwrap_or_default(),
        day: row.day,
        number: row.number.clone(),
        name: row.name.clone(),
        amount: evidence.amount,
    }
}

fn of_decision<'a>(own: &'a Evidence, decision: Option<&'a Decision>) -> Seen<'a> {
    Seen {
        id: &own.id,
        country: decision.map_or("", |known| &known.country),
        day: decision.map(|known| known.decided),
        number: decision.map(|known| plain(&known.number)).unwrap_or_default(),
        name: decision.map(|known| plain(&known.controller)).unwrap_or_default(),
        amount: own.amount,
    }
}

/// Whether two entries of one country are the same decision: the same name in a table; the same number; the same
/// day and amount; or the same body and amount.
fn same(one: &Seen<'_>, other: &Seen<'_>) -> bool {
    let amounts = match (one.amount, other.amount) {
        (Some(a), Some(b)) => Some((a - b).abs() < NEAR),
        _ => None,
    };
    let names = one.name.len() > 3 && one.name == other.name;
    let numbers = number(&one.number) && one.number == other.number;
    let days = one.day.is_some() && one.day == other.day;
    one.id == other.id
        || (numbers && amounts != Some(false))
        || (days && amounts == Some(true))
        || (days && names)
        || (names && amounts == Some(true))
}

/// Whether a number is long enough to tell decisions apart.
fn number(number: &str) -> bool {
    number.chars().filter(char::is_ascii_digit).count() >= 5
}

fn root(groups: &[usize], mut place: usize) -> usize {
    while let Some(next) = groups.get(place).filter(|next| **next != place) {
        place = *next;
    }
    place
}

fn join(groups: &mut [usize], one: usize, other: usize) {
    let (one, other) = (root(groups, one), root(groups, other));
    if let Some(group) = groups.get_mut(one.max(other)) {
        *group = one.min(other);
    }
}

/// The short hashes by which a row is known again: of its name, its number, and of body and day. The outcome is in none.
pub(super) fn identities(row: &Row) -> Vec<String> {
    let country = row.evidence.profile.word(Fact::Country).unwrap_or_default();
    let mut all = vec![format!("id {country} {}", row.evidence.id)];
    if number(&row.number) {
        all.push(format!("number {country} {}", row.number));
    }
    if let Some(day) = row.day.filter(|_| row.name.len() > 3) {
        all.push(format!("body {country} {} {day}", row.name));
    }
    all.iter().map(|identity| short_hash(identity)).collect()
}

/// One of ten folds for each group: the same for the same rows, whatever their order.
pub(super) fn folds(evidence: &[&Evidence]) -> BTreeMap<usize, usize> {
    let mut names: BTreeMap<usize, &str> = BTreeMap::new();
    for known in evidence {
        let name = names.entry(known.group).or_insert(&known.id);
        if known.id.as_str() < *name {
            *name = &known.id;
        }
    }
    let mut order: Vec<(Vec<u8>, usize)> =
        names.into_iter().map(|(group, name)| (Sha256::digest(format!("fold {name}")).to_vec(), group)).collect();
    order.sort();
    order.into_iter().enumerate().map(|(place, (_, group))| (group, place % 10)).collect()
}

/// What is learnt from, each decision once: a row that is a shipped decision gives it its outcome, and of
/// several rows of one decision the one that tells most is kept.
pub(super) fn distinct(rows: &[&Evidence], shipped: &[&Evidence], told: &[Fact]) -> Vec<Evidence> {
    let mut best: BTreeMap<usize, &Evidence> = BTreeMap::new();
    let rank = |known: &Evidence| (known.amount.is_some(), known.profile.known_of(told));
    for row in rows {
        let kept = best.entry(row.group).or_insert(row);
        if rank(row) > rank(kept) {
            *kept = row;
        }
    }
    let mut all: Vec<Evidence> = Vec::new();
    let mut groups: BTreeMap<usize, usize> = BTreeMap::new();
    for own in shipped {
        let mut own = (*own).clone();
        // Of several bodies in one group only one stands for the row.
        if let Some(row) = best.get(&own.group).filter(|_| !groups.contains_key(&own.group)) {
            own.fined = row.fined;
        }
        *groups.entry(own.group).or_default() += 1;
        all.push(own);
    }
    all.extend(best.into_iter().filter(|(group, _)| !groups.contains_key(group)).map(|(_, row)| row.clone()));
    all
}
