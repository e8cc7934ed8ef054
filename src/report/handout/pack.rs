//! A pack for a workshop, begun from a matter: what is known is filled in, the rest is marked
//! as to be written, so that `amende workshop check` names it line by line.

use std::fmt::Write as _;

use crate::analysis::Analysis;
use crate::facts::{CaseFile, Turnover};
use crate::law::{Citation, ProvisionId, TopicId};
use crate::library::{self, Library};
use crate::locale::Locale;
use crate::precedents::{Appeal, Decision};
use crate::quantity::Currency;
use crate::workshop::{
    Fact, Level, Organisation, Pack, Reason, Reveal, Round, Ruled, TO_WRITE, Teller, Told, Weight, touches,
};

/// How many facts a round has at most.
const ROUND: usize = 6;
/// The rounds, from the first to the last; the fourth where there are many facts.
const TELLERS: [Teller; 4] = [Teller::Client, Teller::Authority, Teller::Inspection, Teller::Hearing];
/// The longest fact that fits the projector.
const LONGEST: usize = 260;
/// The most candidates.
const CANDIDATES: usize = 16;
/// Minutes of a round and of the reveal, as docs/writing-a-pack.md advises.
const MINUTES: [u32; 4] = [12, 12, 15, 10];
/// Minutes of the reveal.
const REVEAL: u32 = 15;

/// The text of the pack's file, with a heading that says how to go on. Its id is made of the
/// name that the file has.
///
/// # Errors
/// Where the pack cannot be written as RON.
pub fn pack_from(
    file_stem: &str,
    case_file: &CaseFile,
    library: &Library,
    analysis: &Analysis<'_>,
) -> Result<String, ron::Error> {
    let decision = case_file.decided_as.as_deref().and_then(|id| library.decision(id));
    let draft = Draft { case_file, library, text: &library.locale, analysis, decision };
    let (rounds, left_over) = draft.rounds();
    let pack = Pack::new(id(file_stem), draft.told(&rounds), draft.reveal(rounds.len()));
    let text = library::ron_options().to_string_pretty(&pack, ron::ser::PrettyConfig::new())?;
    let mut out = String::new();
    // Writing to a string cannot fail.
    for line in draft.text.t("workshop.draft.head").lines() {
        let _ = writeln!(out, "// {line}");
    }
    if !left_over.is_empty() {
        let _ = writeln!(out, "// {}", draft.text.t("workshop.draft.left_over"));
    }
    for fact in &left_over {
        let _ = writeln!(out, "//   {} [{}]", fact.text, fact.place);
    }
    Ok(out + &text + "\n")
}

/// Small letters and hyphens.
fn id(stem: &str) -> String {
    let kept: String = stem.to_lowercase().chars().map(|c| if c.is_ascii_lowercase() { c } else { '-' }).collect();
    let words: Vec<&str> = kept.split('-').filter(|word| !word.is_empty()).collect();
    if words.is_empty() { "scenario".to_owned() } else { words.join("-") }
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

struct Draft<'a> {
    case_file: &'a CaseFile,
    library: &'a Library,
    text: &'a Locale,
    analysis: &'a Analysis<'a>,
    decision: Option<&'a Decision>,
}

impl Draft<'_> {
    /// What is to be written, with the mark that the check looks for.
    fn to_write(&self, key: &str) -> String {
        format!("{TO_WRITE}: {}", self.text.t(key))
    }

    fn told(&self, rounds: &[Vec<Fact>]) -> Told {
        let topic = self.decision.and_then(|decision| decision.facts.topics.first().cloned());
        let round = |(at, facts): (usize, &Vec<Fact>)| Round {
            teller: TELLERS.get(at).copied().unwrap_or(Teller::Hearing),
            facts: facts.clone(),
            questions: vec![self.to_write("workshop.draft.question")],
            hints: vec![self.to_write("workshop.draft.hint")],
            notes: Vec::new(),
            minutes: MINUTES.get(at).copied().unwrap_or(REVEAL),
        };
        Told {
            title: self.to_write("workshop.draft.title"),
            topic: topic.unwrap_or_else(|| TopicId::from(self.to_write("workshop.draft.topic").as_str())),
            level: Level::Intermediate,
            goals: vec![self.to_write("workshop.draft.goal")],
            organisation: Organisation {
                name: self.to_write("workshop.draft.name"),
                about: self.to_write("workshop.draft.about"),
            },
            currency: self.currency(),
            rounds: rounds.iter().enumerate().map(round).collect(),
            candidates: self.candidates(),
        }
    }

    /// That of the fine, else that of the method.
    fn currency(&self) -> Currency {
        let fine = self.decision.and_then(|decision| decision.fine);
        fine.map_or(self.analysis.methodology.currency, crate::quantity::Money::currency)
    }

    /// The facts in the order of the questionnaire, in three rounds, or in four where there are
    /// many; and those for which there is no room.
    fn rounds(&self) -> (Vec<Vec<Fact>>, Vec<Fact>) {
        let facts = self.facts();
        let rounds = if facts.len() > 3 * ROUND { 4 } else { 3 };
        let each = facts.len().div_ceil(rounds).clamp(1, ROUND);
        let mut rounds: Vec<Vec<Fact>> = facts.chunks(each).take(rounds).map(<[Fact]>::to_vec).collect();
        let placed = rounds.iter().map(Vec::len).sum();
        while rounds.len() < 3 {
            rounds.push(Vec::new());
        }
        for round in &mut rounds {
            while round.len() < 2 {
                let place = self.text.t("workshop.draft.place").to_owned();
                round.push(Fact { text: self.to_write("workshop.draft.fact"), place });
            }
        }
        (rounds, facts.get(placed..).unwrap_or_default().to_vec())
    }

    /// What the matter says: of the organisation, then answer by answer. Where there are more
    /// than fit, those of which more was noted go first into the rounds.
    fn facts(&self) -> Vec<Fact> {
        let undertaking = &self.case_file.undertaking;
        let mut facts = Vec::new();
        if let Some(count) = undertaking.employees {
            facts.push(self.fact(&self.text.fill("workshop.draft.employees", &[("count", &count.to_string())]), ""));
        }
        if let Turnover::Figure { amount: Some(amount), year, source, .. } = &undertaking.turnover {
            let (amount, year) = (self.text.money(*amount), year.map_or_else(String::new, |year| year.to_string()));
            let key = if year.is_empty() { "workshop.draft.turnover" } else { "workshop.draft.turnover_of" };
            facts.push(self.fact(&self.text.fill(key, &[("amount", &amount), ("year", &year)]), source));
        }
        let of_organisation = facts.len();
        let answers = self.answers();
        // What was noted on goes first where there is not room for all.
        let room = (4 * ROUND).saturating_sub(of_organisation);
        let noted = answers.iter().filter(|(is_noted, _)| *is_noted).count();
        let mut bare = room.saturating_sub(noted);
        let has_room = |(is_noted, _): &(bool, Fact)| {
            let fits = *is_noted || bare > 0;
            bare = bare.saturating_sub(usize::from(!is_noted));
            fits
        };
        let (placed, spare): (Vec<_>, Vec<_>) = answers.into_iter().partition(has_room);
        facts.extend(placed.into_iter().chain(spare).map(|(_, fact)| fact));
        facts
    }

    /// The known answers in the order of the questionnaire, and whether something was noted on
    /// each.
    fn answers(&self) -> Vec<(bool, Fact)> {
        let mut found = Vec::new();
        for question in self.library.law.questions() {
            let id = crate::law::QuestionId::from(question.id.as_str());
            let operations = self.case_file.operations.iter().map(|operation| &operation.answers);
            let given = operations.chain([&self.case_file.answers]).filter_map(|answers| answers.get(&id));
            for answer in given.filter(|answer| answer.value.is_known()) {
                let asked = format!("{} {}.", question.text, self.text.answered(question, answer));
                let words = match answer.note.trim() {
                    "" => asked,
                    note if asked.chars().count() + note.chars().count() < LONGEST => format!("{asked} {note}"),
                    note => note.to_owned(),
                };
                found.push((!answer.note.trim().is_empty(), self.fact(&words, &answer.evidence)));
            }
        }
        found
    }

    /// Without the number of the decision, which the hand-out names elsewhere.
    fn fact(&self, words: &str, place: &str) -> Fact {
        let number = self.decision.map_or("", |decision| decision.number.as_str());
        let mut place = one_line(place);
        if !number.is_empty() {
            place = place.replace(&format!("{number}, "), "").replace(number, "");
        }
        let mut text = one_line(words);
        if text.chars().count() > LONGEST {
            text = text.chars().take(LONGEST - 1).chain(['…']).collect();
        }
        let place = if place.is_empty() { self.text.t("workshop.draft.place").to_owned() } else { place };
        Fact { text, place }
    }

    /// What was found, what was looked at and not found, and what the matter alleges: none of
    /// them within another, in the order of the Regulation.
    fn candidates(&self) -> Vec<ProvisionId> {
        let mut all: Vec<ProvisionId> = Vec::new();
        let mut add = |provision: &ProvisionId| {
            if all.len() < CANDIDATES && !all.iter().any(|known| touches(known, provision)) {
                all.push(provision.clone());
            }
        };
        if let Some(decision) = self.decision {
            decision.provisions.iter().for_each(&mut add);
            decision.not_found.iter().for_each(|not| add(&not.provision));
        }
        self.analysis.assessment.findings().for_each(|finding| add(&finding.provision));
        all.sort_by_key(|provision| (provision.article().parse().unwrap_or(u32::MAX), provision.to_string()));
        let all_found = all.iter().all(|provision| self.is_found(provision));
        if all.len() < 4 || all_found {
            all.push(ProvisionId::from(self.to_write("workshop.draft.candidates").as_str()));
        }
        all
    }

    fn is_found(&self, provision: &ProvisionId) -> bool {
        self.decision.is_some_and(|decision| decision.provisions.iter().any(|known| touches(known, provision)))
    }

    fn reveal(&self, rounds: usize) -> Reveal {
        let (found, others): (Vec<_>, Vec<_>) =
            self.candidates().into_iter().partition(|provision| self.is_found(provision));
        let ruled = |provision: ProvisionId, key: &str| Ruled { provision, why: self.to_write(key) };
        let not_found = others.into_iter().map(|provision| self.not_found(provision));
        let id = self.case_file.decided_as.clone();
        Reveal {
            decision: id.unwrap_or_else(|| self.to_write("workshop.draft.decision")),
            matter: self.matter(),
            giveaways: self.giveaways(),
            not_found: not_found.collect(),
            read_again: found.iter().take(10).map(cited).collect(),
            found: found.into_iter().map(|provision| ruled(provision, "workshop.draft.why")).collect(),
            reasons: self.reasons(),
            court: self
                .decision
                .filter(|decision| is_in_court(decision))
                .map(|_| self.to_write("workshop.draft.court")),
            taught: (0..rounds).map(|_| self.to_write("workshop.draft.taught")).collect(),
            lesson: self.to_write("workshop.draft.lesson"),
            sources: Vec::new(),
            minutes: REVEAL,
        }
    }

    fn not_found(&self, provision: ProvisionId) -> Ruled {
        let known = self.decision.and_then(|decision| decision.not_found.iter().find(|not| not.provision == provision));
        let why = known.map_or_else(|| self.to_write("workshop.draft.why_not"), |known| known.reason.clone());
        Ruled { provision, why }
    }

    /// What the record says was weighed.
    fn reasons(&self) -> Vec<Reason> {
        let weighed = self.decision.map(|decision| &decision.weighing);
        let lists = weighed.map(|weighing| {
            [
                (Weight::Against, &weighing.aggravating),
                (Weight::For, &weighing.mitigating),
                (Weight::Neutral, &weighing.neutral),
            ]
        });
        let all = lists.into_iter().flatten().flat_map(|(weight, list)| list.iter().map(move |one| (weight, one)));
        let reason = |(weight, one): (Weight, &crate::precedents::Weighed)| Reason {
            weight,
            text: one.text.clone(),
            place: one.place.clone(),
        };
        let mut reasons: Vec<Reason> = all.map(reason).take(8).collect();
        if reasons.is_empty() {
            let text = self.to_write("workshop.draft.reason");
            reasons.push(Reason { weight: Weight::Neutral, text, place: String::new() });
        }
        reasons
    }

    /// Names that must not be told: of the organisation, and of the decision.
    fn giveaways(&self) -> Vec<String> {
        let record = self.decision.map(|decision| [decision.controller.clone(), decision.number.clone()]);
        let own = self.case_file.undertaking.name.clone();
        let mut words: Vec<String> = record.into_iter().flatten().chain([own]).collect();
        words.retain(|word| !word.trim().is_empty());
        words.dedup();
        words.push(self.to_write("workshop.draft.giveaways"));
        words
    }

    /// The file of the matter below `presets/`, where it is one that comes with the program.
    fn matter(&self) -> Option<String> {
        let decided = self.case_file.decided_as.as_ref()?;
        let preset = self.library.presets.iter().find(|preset| preset.case_file.decided_as.as_ref() == Some(decided));
        let described = || {
            let matters = self.library.decided.matters.iter();
            let is_it = |file: &String| {
                self.library.matter(file).and_then(Result::ok).is_some_and(|it| it.decided_as.as_ref() == Some(decided))
            };
            matters.map(library::DecidedMatter::file).find(is_it)
        };
        preset.map(|preset| preset.file.clone()).or_else(described)
    }
}

fn cited(provision: &ProvisionId) -> Citation {
    Citation { instrument: "gdpr".into(), pinpoint: format!("Art. {provision}"), url: None, unverified: None }
}

fn is_in_court(decision: &Decision) -> bool {
    !matches!(decision.appeal, Appeal::Unknown | Appeal::NotAppealed)
}
