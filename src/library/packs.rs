//! What a pack for a workshop must hold together: its record and matter exist, its
//! candidates are those the decision is about, and nothing told gives the decision away.

use std::collections::BTreeSet;

use super::answers::answer_problems;
use super::{Library, Problem};
use crate::law::vocabulary::folded;
use crate::law::{Corpus, ProvisionId};
use crate::precedents::{Appeal, Decision};
use crate::quantity::Money;
use crate::workshop::{Pack, TO_WRITE, holds, to_be_written, touches};

/// The folder of the packs.
pub(super) const FOLDER: &str = "presets/workshops/";

/// A pack that comes with the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShippedPack {
    /// Its file, below the repository's root.
    pub file: String,
    /// The scenario.
    pub pack: Pack,
}

/// All that does not hold together in the packs that come with the program.
pub(super) fn problems(library: &Library) -> Vec<Problem> {
    let mut found = Vec::new();
    for ShippedPack { file, pack } in &library.packs {
        let mut messages = pack_problems(pack, library);
        if *file != format!("{FOLDER}{}.ron", pack.id) {
            messages.push(format!("the pack's id `{}` is not the name of its file", pack.id));
        }
        if pack.matter().is_none() {
            messages.push("`reveal.matter` must name the matter that the pack was made from".to_owned());
        }
        found.extend(messages.into_iter().map(|message| Problem { file: file.clone(), position: None, message }));
    }
    found
}

/// What is wrong with a pack, wherever it stands; empty where all is well.
pub fn pack_problems(pack: &Pack, library: &Library) -> Vec<String> {
    let mut check = Check { pack, problems: Vec::new() };
    check.amount_of_text();
    check.words();
    check.law(library);
    check.matter(library);
    let id = &pack.behind().decision;
    match library.decision(id) {
        None => check.add(format!("`reveal.decision`: assets/decisions does not have `{id}`")),
        Some(decision) => {
            check.provisions(decision);
            check.court(decision);
            check.giveaways(decision, &library.law);
            if decision.fine.is_some() && decision.imposed_in(pack.told.currency, &library.law.rates).is_none() {
                let currency = pack.told.currency.code();
                check.add(format!("`currency`: no rate into {currency} is held for the month of the decision"));
            }
        }
    }
    check.problems
}

/// What is wrong with the file of a pack, each with its line where it has one: first what is to be
/// written, then what does not hold together; empty where all is well.
pub fn pack_file_problems(pack: &Pack, file: &str, library: &Library) -> Vec<(Option<usize>, String)> {
    let unwritten = to_be_written(file).map(|(line, what)| (Some(line), format!("to be written: {what}")));
    // What is to be written is named once.
    let is_new = pack.told.title.contains(TO_WRITE);
    let of_mark = |problem: &String| problem.contains(TO_WRITE) || is_new && problem.starts_with("`title`");
    let others = pack_problems(pack, library).into_iter().filter(|problem| !of_mark(problem));
    unwritten.chain(others.map(|problem| (None, problem))).collect()
}

struct Check<'a> {
    pack: &'a Pack,
    problems: Vec<String>,
}

impl Check<'_> {
    fn add(&mut self, message: String) {
        self.problems.push(message);
    }

    fn count(&mut self, what: &str, count: usize, low: usize, high: usize) {
        if !(low..=high).contains(&count) {
            self.add(format!("{what}: there are {count}, there must be {low} to {high}"));
        }
    }

    /// What fits a projector and a morning.
    fn amount_of_text(&mut self) {
        let (told, reveal) = (&self.pack.told, self.pack.behind());
        self.count("`goals`", told.goals.len(), 1, 5);
        self.count("`rounds`", told.rounds.len(), 2, 4);
        self.count("`candidates`", told.candidates.len(), 4, 16);
        for (at, round) in (1..).zip(&told.rounds) {
            self.count(&format!("facts of round {at}"), round.facts.len(), 2, 6);
            self.count(&format!("questions of round {at}"), round.questions.len(), 1, 4);
            self.count(&format!("hints of round {at}"), round.hints.len(), 1, 4);
            self.minutes(&format!("round {at}"), round.minutes);
            for fact in round.facts.iter().filter(|fact| fact.text.chars().count() > LONGEST_FACT) {
                let begins: String = fact.text.chars().take(40).collect();
                let message = format!("round {at}: “{begins}…” is longer than {LONGEST_FACT} characters; divide it");
                self.add(message);
            }
        }
        if told.title.chars().count() > LONGEST_TITLE {
            self.add(format!("`title` is longer than {LONGEST_TITLE} characters"));
        }
        self.count("`reasons`", reveal.reasons.len(), 1, 8);
        self.count("`read_again`", reveal.read_again.len(), 1, 10);
        self.count("`giveaways`", reveal.giveaways.len(), 1, 20);
        self.minutes("the reveal", reveal.minutes);
        if reveal.taught.len() != told.rounds.len() {
            let (taught, rounds) = (reveal.taught.len(), told.rounds.len());
            self.add(format!("`taught` has {taught} entries for {rounds} rounds; write one for each"));
        }
    }

    fn minutes(&mut self, what: &str, minutes: u32) {
        if !(1..=90).contains(&minutes) {
            self.add(format!("`minutes` of {what}: {minutes}, must be 1 to 90"));
        }
    }

    /// No text is empty or begins or ends with a blank; the id can name a file anywhere.
    fn words(&mut self) {
        let id = &self.pack.id;
        let may = |c: char| c.is_ascii_lowercase() || c == '-';
        if id.is_empty() || !id.chars().all(may) {
            self.add(format!("`id`: `{id}` must be small letters and hyphens"));
        }
        let all = texts(&self.pack.told).into_iter().chain(texts(self.pack.behind()));
        let bare = all.filter(|(_, text)| text.trim() != text.as_str() || text.is_empty());
        let found: Vec<String> =
            bare.map(|(key, text)| format!("`{key}`: “{text}” is empty or ends in a blank")).collect();
        self.problems.extend(found);
    }

    fn law(&mut self, library: &Library) {
        let law = &library.law;
        let topic = &self.pack.told.topic;
        if law.vocabulary.topics.get(topic.as_str()).is_none() {
            self.add(format!("`topic`: `{topic}` is not in assets/vocabulary/topics.ron"));
        }
        for cited in &self.pack.behind().read_again {
            if law.instrument(&cited.instrument).is_none() {
                let instrument = &cited.instrument;
                self.add(format!("`read_again` cites `{instrument}`, which no file under assets/law/instruments has"));
            }
        }
        let candidates = &self.pack.told.candidates;
        for candidate in candidates {
            if !law.provisions.iter().any(|provision| touches(&provision.id, candidate)) {
                self.add(format!("`candidates`: `{candidate}` is not a provision provisions.ron knows"));
            }
        }
        let mut ordered = candidates.clone();
        ordered.sort_by_key(order);
        if ordered != *candidates {
            let ordered: Vec<String> = ordered.iter().map(|id| format!("\"{id}\"")).collect();
            self.add(format!(
                "`candidates` must stand in the order of the Regulation, which tells nothing: [{}]",
                ordered.join(", ")
            ));
        }
        for (at, one) in candidates.iter().enumerate() {
            for other in candidates.iter().skip(at + 1).filter(|other| touches(one, other)) {
                self.add(format!("`candidates`: `{one}` and `{other}` are the same or one holds the other; keep one"));
            }
        }
    }

    /// The matter it was made from is there, fits the questionnaire and is that of the decision.
    fn matter(&mut self, library: &Library) {
        let Some(named) = self.pack.matter() else { return };
        let matter = match library.matter(named) {
            None => return self.add(format!("`reveal.matter`: there is no file presets/{named}")),
            Some(Err(problem)) => return self.add(problem.to_string()),
            Some(Ok(matter)) => matter,
        };
        for problem in answer_problems(&matter, &library.law) {
            self.add(format!("the matter it was made from: {}", problem.message));
        }
        if matter.decided_as.as_ref().is_some_and(|decided| *decided != self.pack.behind().decision) {
            self.add("`reveal.matter` was decided as another decision than `reveal.decision`".to_owned());
        }
    }

    /// Each candidate is ruled on once, as the record has it; each provision of the record is
    /// a candidate.
    fn provisions(&mut self, decision: &Decision) {
        let (told, reveal) = (&self.pack.told, self.pack.behind());
        let ruled = || reveal.found.iter().chain(&reveal.not_found).map(|ruled| &ruled.provision);
        let mut problems = Vec::new();
        for candidate in &told.candidates {
            let times = ruled().filter(|provision| *provision == candidate).count();
            if times != 1 {
                problems.push(format!(
                    "`candidates`: `{candidate}` stands {times} times under `found` and `not_found`, must stand once"
                ));
            }
        }
        for provision in ruled().filter(|provision| !told.candidates.contains(provision)) {
            problems.push(format!("`{provision}` stands under `found` or `not_found` and not under `candidates`"));
        }
        let in_record = |provision: &ProvisionId| decision.provisions.iter().any(|found| touches(found, provision));
        for wrong in reveal.found.iter().filter(|ruled| !in_record(&ruled.provision)) {
            problems.push(format!("`found`: the record does not have `{}` under `provisions`", wrong.provision));
        }
        for wrong in reveal.not_found.iter().filter(|ruled| in_record(&ruled.provision)) {
            problems.push(format!("`not_found`: the record has `{}` under `provisions`", wrong.provision));
        }
        for missing in &decision.provisions {
            if !reveal.found.iter().any(|ruled| touches(&ruled.provision, missing)) {
                problems.push(format!("`found`: `{missing}`, which the record has under `provisions`, is missing"));
            }
        }
        if reveal.not_found.is_empty() {
            problems.push("`not_found` is empty: name provisions that come to mind and were not found".to_owned());
        }
        self.problems.extend(problems);
    }

    /// What a court made of it is told exactly where there is something to tell.
    fn court(&mut self, decision: &Decision) {
        let to_tell = !matches!(decision.appeal, Appeal::Unknown | Appeal::NotAppealed);
        if to_tell && self.pack.behind().court.is_none() {
            let appeal = decision.appeal.name();
            self.add(format!("`court` is missing: in the record the appeal is `{appeal}`; tell what became of it"));
        }
    }

    /// Nothing told holds a name, number or amount of the decision.
    fn giveaways(&mut self, decision: &Decision, law: &Corpus) {
        let mut told = texts(&self.pack.told);
        told.push(("id".to_owned(), self.pack.id.replace('-', " ")));
        let secret: BTreeSet<String> = self.pack.behind().giveaways.iter().map(|word| folded(word)).collect();
        let number = folded(&decision.number);
        for (key, text) in &told {
            let plain = folded(text);
            let named = secret.iter().filter(|word| holds(&plain, word)).cloned();
            let numbered = Some(number.clone()).filter(|number| !number.is_empty() && holds(&plain, number));
            let controller = Some(decision.controller.clone()).filter(|name| holds(text, name));
            let amounts = amounts(self.pack, decision, law).into_iter().filter(|amount| states(&plain, *amount));
            let amounts = amounts.map(|amount| amount.to_string());
            for word in named.chain(numbered).chain(controller).chain(amounts) {
                self.problems.push(format!("`told.{key}` gives the decision away: it holds “{word}”"));
            }
        }
    }
}

/// The longest paragraph that can be read from the last row.
const LONGEST_FACT: usize = 260;
/// The longest title on one line of the projector.
const LONGEST_TITLE: usize = 48;

/// The place of a provision in the Regulation.
fn order(provision: &ProvisionId) -> (u32, String) {
    (provision.article().parse().unwrap_or(u32::MAX), provision.to_string())
}

/// Every text of a part of a pack, with its key.
fn texts(part: &impl serde::Serialize) -> Vec<(String, String)> {
    fn walk(key: &str, value: &serde_json::Value, found: &mut Vec<(String, String)>) {
        let below = |inner: &str| if key.is_empty() { inner.to_owned() } else { format!("{key}.{inner}") };
        match value {
            serde_json::Value::String(text) => found.push((key.to_owned(), text.clone())),
            serde_json::Value::Array(list) => {
                for (at, inner) in (1..).zip(list) {
                    walk(&below(&at.to_string()), inner, found);
                }
            }
            serde_json::Value::Object(map) => {
                for (name, inner) in map {
                    walk(&below(name), inner, found);
                }
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    // A part of a pack has text keys only, so that it is always JSON.
    let value = serde_json::to_value(part).unwrap_or_default();
    walk("", &value, &mut found);
    found
}

/// The amounts of the decision, of its conducts, of what stands today, and of reports, in the
/// currency of the decision and in that of the estimates.
fn amounts(pack: &Pack, decision: &Decision, law: &Corpus) -> BTreeSet<i64> {
    let own = decision.fine.into_iter().chain(decision.standing_amount());
    let parts = decision.conducts.iter().map(|conduct| conduct.amount);
    let reported = decision.reported.iter().map(|reported| reported.amount);
    let converted = decision.imposed_in(pack.told.currency, &law.rates).map(|converted| converted.amount);
    own.chain(parts).chain(reported).chain(converted).map(Money::major).filter(|amount| *amount > 0).collect()
}

/// Whether a folded text states an amount of money of so many units, in digits however they
/// are grouped or in millions.
fn states(text: &str, amount: i64) -> bool {
    let money = ["eur", "€", "£", "gbp", "euro", "fine", "pound", "krone", "zl", "sek", "nok", "dkk", "pln"];
    let chars: Vec<char> = text.chars().collect();
    let mut at = 0;
    while let Some(rest) = chars.get(at..).filter(|rest| !rest.is_empty()) {
        if !rest.first().is_some_and(char::is_ascii_digit) {
            at += 1;
            continue;
        }
        let grouped =
            |c: &char| c.is_ascii_digit() || matches!(c, ',' | '.' | '\'' | '_' | '\u{a0}' | '\u{202f}' | ' ');
        let run: String = rest.iter().take_while(|c| grouped(c)).collect();
        let after: String = rest.iter().skip(run.chars().count()).take(20).collect();
        let from = at.saturating_sub(20);
        let before: String = chars.get(from..at).unwrap_or_default().iter().collect();
        at += run.chars().count();
        if means(&run, &after, amount) && money.iter().any(|word| before.contains(word) || after.contains(word)) {
            return true;
        }
    }
    false
}

/// Whether digits, with a word for millions or thousands after them, mean the amount.
fn means(run: &str, after: &str, amount: i64) -> bool {
    let run = run.trim_end_matches([' ', '.', ',', '\u{a0}']);
    let digits: String = run.chars().filter(char::is_ascii_digit).collect();
    if digits.parse() == Ok(amount) {
        return true;
    }
    let word: String = after.chars().take_while(|c| c.is_alphabetic()).collect();
    let unit = match word.as_str() {
        "m" | "million" | "mio" => 1_000_000,
        "k" | "thousand" => 1_000,
        _ => return false,
    };
    // A decimal point or comma: 1.5 million.
    let (whole, part) = run.split_once(['.', ',']).unwrap_or((run, ""));
    let scale = 10_i64.checked_pow(u32::try_from(part.len()).unwrap_or(u32::MAX));
    let value = scale.zip(format!("{whole}{part}").parse::<i64>().ok());
    value.and_then(|(scale, value)| value.checked_mul(unit).map(|value| value / scale)) == Some(amount)
}
