//! Whether every country, authority, sector and topic named in a data file is in the
//! vocabulary (`assets/vocabulary`), and whether the vocabulary itself holds together.

use std::collections::BTreeSet;

use super::sources::{Sources, Word};
use super::{DataFile, Library, Problem};
use crate::law::vocabulary::{Entry, Listed, Membership, folded};
use crate::law::{AnswerKind, Corpus, TopicId, Vocabulary};
use crate::precedents::Decision;
use crate::quantity::Currency;

/// A word of a data file that must be one of a list.
pub(super) struct Named {
    pub(super) file: String,
    pub(super) key: &'static str,
    pub(super) word: String,
    list: List,
}

/// Which list.
#[derive(Clone, Copy)]
enum List {
    Countries,
    Authorities,
    Sectors,
    Topics,
}

impl Named {
    /// The topic of a file of rules or questions.
    pub(super) fn topic(file: &str, topic: &TopicId) -> Self {
        Self { file: file.to_owned(), key: "topic", word: topic.to_string(), list: List::Topics }
    }

    /// A topic that a law beside data protection law covers.
    pub(super) fn covered(file: &str, topic: &TopicId) -> Self {
        Self { key: "covers", ..Self::topic(file, topic) }
    }
}

/// What is wrong, with its place in the files as far as it can be found.
pub(super) fn check(library: &Library, mut named: Vec<Named>, files: &[DataFile]) -> Vec<Problem> {
    let vocabulary = &library.law.vocabulary;
    named.extend(of_decisions(library));
    named.extend(of_presets(library));
    named.extend(of_law(&library.law));
    let mut problems = Vec::new();
    for word in named {
        if let Some(message) = unknown(vocabulary, &word) {
            let position = place(files, &word.file, word.key, &word.word);
            problems.push(Problem { file: word.file, position, message });
        }
    }
    let mut lists = Lists { files, problems };
    lists.agree(vocabulary, &library.law);
    lists.comparison(library);
    lists.decided_by(library);
    lists.problems
}

/// What is wrong with a word; `None` where the list has it.
fn unknown(vocabulary: &Vocabulary, named: &Named) -> Option<String> {
    let Named { key, word, .. } = named;
    let (file, near) = match named.list {
        List::Countries => ("countries", missing(&vocabulary.countries, word)?),
        List::Authorities => ("authorities", missing(&vocabulary.authorities, word)?),
        List::Sectors => ("sectors", missing(&vocabulary.sectors, word)?),
        List::Topics => ("topics", missing(&vocabulary.topics, word)?),
    };
    Some(format!("{key}: `{word}` is not in assets/vocabulary/{file}.ron{near}"))
}

/// The hint for a word a list does not have; `None` where it has it.
fn missing<T: Entry>(list: &Listed<T>, word: &str) -> Option<String> {
    if list.get(word).is_some() {
        return None;
    }
    let near = list.meant(word).next().or_else(|| list.nearest(word));
    Some(near.map_or_else(String::new, |near| format!("; did you mean `{}` ({})?", near.id(), near.wording())))
}

fn of_decisions(library: &Library) -> Vec<Named> {
    let file = |decision: &Decision| format!("assets/decisions/{}.ron", decision.id);
    library.decisions.iter().flat_map(|decision| of_decision(decision, &file(decision))).collect()
}

fn of_decision(decision: &Decision, file: &str) -> Vec<Named> {
    let mut found = Vec::new();
    let mut add = |key, word: &str, list| found.push(Named { file: file.to_owned(), key, word: word.to_owned(), list });
    add("authority", decision.authority.as_str(), List::Authorities);
    add("country", &decision.country, List::Countries);
    if !decision.sector.is_empty() {
        add("sector", &decision.sector, List::Sectors);
    }
    for topic in &decision.facts.topics {
        add("topics", topic.as_str(), List::Topics);
    }
    found
}

/// What is wrong with the words of a record of the user's own file.
pub(super) fn of_own(decision: &Decision, library: &Library, sources: Sources<'_>, file: &str) -> Vec<Problem> {
    let vocabulary = &library.law.vocabulary;
    let id = Word::Of("id", &decision.id);
    let unknown = of_decision(decision, file).into_iter().filter_map(|named| {
        let message = unknown(vocabulary, &named)?;
        Some(sources.problem(file, &[id, Word::Key(named.key), Word::Quoted(&named.word)], message))
    });
    let elsewhere = elsewhere(decision, vocabulary)
        .map(|message| sources.problem(file, &[id, Word::Key("country"), Word::Quoted(&decision.country)], message));
    unknown.chain(elsewhere).collect()
}

/// What is wrong with the country of a record, where that of its authority is another.
fn elsewhere(decision: &Decision, vocabulary: &Vocabulary) -> Option<String> {
    let authority = vocabulary.authorities.get(decision.authority.as_str())?;
    vocabulary.countries.get(&decision.country)?;
    let differs = authority.country != vocabulary.jurisdiction(&decision.country);
    let (id, country) = (&authority.id, &authority.country);
    differs.then(|| format!("country: `{}` is not that of `{id}`, which is `{country}`", decision.country))
}

/// A shipped matter speaks the vocabulary; a user's may use own words.
fn of_presets(library: &Library) -> Vec<Named> {
    let mut found = Vec::new();
    for preset in &library.presets {
        let file = format!("presets/{}", preset.file);
        let undertaking = &preset.case_file.undertaking;
        let mut add = |key, word: &String, list| {
            if !word.is_empty() {
                found.push(Named { file: file.clone(), key, word: word.clone(), list });
            }
        };
        add("sector", &undertaking.sector, List::Sectors);
        add("establishment", &undertaking.establishment, List::Countries);
        add("lead_authority", &undertaking.lead_authority, List::Authorities);
        for country in &undertaking.people_in {
            add("people_in", country, List::Countries);
        }
    }
    found
}

fn of_law(law: &Corpus) -> Vec<Named> {
    let mut found = Vec::new();
    let mut add = |file: String, key, word: &String| {
        found.push(Named { file, key, word: word.clone(), list: List::Countries });
    };
    for rules in &law.national {
        add(format!("assets/law/national/{}.ron", rules.country), "country", &rules.country);
    }
    for known in &law.procedures {
        add(format!("assets/law/procedure/{}.ron", known.country), "country", &known.country);
    }
    for method in &law.methodologies {
        for country in &method.territory {
            let file = format!("assets/law/{}/methodologies/{}.ron", method.framework, method.id);
            add(file, "territory", country);
        }
    }
    for framework in law.frameworks.iter().chain(&law.beside) {
        let file = format!("assets/law/{}/framework.ron", framework.id);
        for country in &framework.territory {
            add(file.clone(), "territory", country);
        }
        for left in &framework.left {
            add(file.clone(), "country", &left.country);
        }
    }
    found
}

/// Where a quoted word stands: after its key, or else the first time in the file.
fn place(files: &[DataFile], file: &str, key: &str, word: &str) -> Option<(usize, usize)> {
    let data = files.iter().find(|data| data.path == file)?;
    let text = std::str::from_utf8(&data.contents).ok()?;
    let quoted = format!("\"{word}\"");
    let begins = text.find(&format!("{key}:")).unwrap_or(0);
    let after = text.get(begins..)?.find(&quoted).map(|at| begins + at);
    let at = after.or_else(|| text.find(&quoted))?;
    let before = text.get(..at)?;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    Some((before.matches('\n').count() + 1, column))
}

struct Lists<'a> {
    files: &'a [DataFile],
    problems: Vec<Problem>,
}

impl Lists<'_> {
    fn problem(&mut self, file: &str, key: &str, word: &str, message: String) {
        let position = place(self.files, file, key, word);
        self.problems.push(Problem { file: file.to_owned(), position, message });
    }

    /// What the lists say of each other and of the law.
    fn agree(&mut self, vocabulary: &Vocabulary, law: &Corpus) {
        const COUNTRIES: &str = "assets/vocabulary/countries.ron";
        const AUTHORITIES: &str = "assets/vocabulary/authorities.ron";
        const SECTORS: &str = "assets/vocabulary/sectors.ron";
        self.distinct(COUNTRIES, "code", &vocabulary.countries);
        self.distinct(AUTHORITIES, "id", &vocabulary.authorities);
        self.distinct(SECTORS, "code", &vocabulary.sectors);
        self.distinct("assets/vocabulary/topics.ron", "id", &vocabulary.topics);
        self.built_in(vocabulary);
        for country in &vocabulary.countries.entries {
            if let Some(member) = country.part_of.as_ref().filter(|member| vocabulary.countries.get(member).is_none()) {
                let message = format!("`{}` is part of `{member}`, which is not in the list", country.code);
                self.problem(COUNTRIES, "part_of", member, message);
            }
            let member = matches!(country.membership, Some(Membership::Eu { .. } | Membership::Eea { .. }));
            let applies = law.frameworks.first().is_some_and(|first| first.territory.contains(&country.code));
            if member != applies {
                let message = format!(
                    "`{}`: membership and the territory in assets/law/gdpr/framework.ron do not agree",
                    country.code
                );
                self.problem(COUNTRIES, "code", &country.code, message);
            }
            if member && vocabulary.authorities_of(&country.code).next().is_none() {
                let message = format!("`{}` has no authority in {AUTHORITIES}", country.code);
                self.problem(COUNTRIES, "code", &country.code, message);
            }
        }
        for authority in &vocabulary.authorities.entries {
            if vocabulary.countries.get(&authority.country).is_none() {
                let message = format!("`{}`: there is no country `{}`", authority.id, authority.country);
                self.problem(AUTHORITIES, "country", &authority.country, message);
            }
            if !authority.url.starts_with("https://") {
                let message = format!("`{}` has no link to the authority's site", authority.id);
                self.problem(AUTHORITIES, "url", &authority.url, message);
            }
        }
        for sector in &vocabulary.sectors.entries {
            let section = sector
                .section
                .as_ref()
                .filter(|section| vocabulary.sectors.get(section).is_none_or(|section| section.section.is_some()));
            if let Some(section) = section {
                let message = format!("`{}` is in section `{section}`, which is not in the list", sector.code);
                self.problem(SECTORS, "section", section, message);
            }
        }
    }

    /// The list of currencies is the one that is built in, and each is in it once.
    fn built_in(&mut self, vocabulary: &Vocabulary) {
        const CURRENCIES: &str = "assets/vocabulary/currencies.ron";
        let listed = &vocabulary.currencies.entries;
        for (index, entry) in listed.iter().enumerate() {
            let built_in = Currency::from_code(&entry.code).filter(|known| known.digits() == entry.digits);
            let twice = listed.iter().take(index).any(|other| other.code == entry.code);
            let replaced = entry.replaced_by.as_ref().filter(|code| listed.iter().all(|other| other.code != **code));
            let message = if built_in.is_none() {
                format!("`{}` is not in the list built into the program: it takes effect when built anew", entry.code)
            } else if twice {
                format!("`{}` stands in the list twice", entry.code)
            } else if let Some(code) = replaced {
                format!("`{}` is replaced by `{code}`, which is not in the list", entry.code)
            } else if entry.withdrawn.is_some() != entry.replaced_by.is_some() {
                format!("`{}`: state both `withdrawn` and `replaced_by`, or neither", entry.code)
            } else {
                continue;
            };
            self.problem(CURRENCIES, "code", &entry.code, message);
        }
    }

    /// No id stands twice, and no former word means two things or something that has it as id.
    fn distinct<T: Entry>(&mut self, file: &str, key: &str, list: &Listed<T>) {
        let mut seen = BTreeSet::new();
        for entry in &list.entries {
            if !seen.insert(folded(entry.id())) {
                self.problem(file, key, entry.id(), format!("`{}` stands here twice", entry.id()));
            }
        }
        for entry in &list.entries {
            for name in entry.names().into_iter().skip(1).filter(|name| seen.contains(&folded(name))) {
                if folded(name) != folded(entry.id()) {
                    let message = format!("`{}`: `{name}` is the id of another entry", entry.id());
                    self.problem(file, key, name, message);
                }
            }
        }
    }

    /// The answers a matter is compared by are there, and the kinds of processing are topics.
    fn comparison(&mut self, library: &Library) {
        const FILE: &str = "assets/estimate/similarity.ron";
        let (law, questions) = (&library.law, &library.similarity.questions);
        let named = [
            ("kinds", &questions.kinds),
            ("people", &questions.people),
            ("special_categories", &questions.special_categories),
            ("breach", &questions.breach),
        ];
        for (key, id) in named {
            if law.question(id).is_none() {
                let near = law.questions().min_by_key(|known| strsim::levenshtein(known.id.as_str(), id.as_str()));
                let near = near.map_or_else(String::new, |near| format!("; did you mean `{}`?", near.id));
                self.problem(FILE, key, id.as_str(), format!("{key}: there is no question `{id}`{near}"));
            }
        }
        let Some(AnswerKind::Several(options)) = law.question(&questions.kinds).map(|question| &question.answer) else {
            return;
        };
        for option in options {
            if let Some(near) = missing(&law.vocabulary.topics, option.id.as_str()) {
                let kinds = &questions.kinds;
                let message =
                    format!("`{kinds}` offers `{}`, which is not in assets/vocabulary/topics.ron{near}", option.id);
                self.problems.push(Problem { file: "assets/questionnaire".to_owned(), position: None, message });
            }
        }
    }

    /// A decision stands in the folder of its authority, and that authority in its country.
    fn decided_by(&mut self, library: &Library) {
        let vocabulary = &library.law.vocabulary;
        for decision in &library.decisions {
            let file = format!("assets/decisions/{}.ron", decision.id);
            let Some(authority) = vocabulary.authorities.get(decision.authority.as_str()) else { continue };
            if let Some(message) = elsewhere(decision, vocabulary) {
                self.problem(&file, "country", &decision.country, message);
            }
            if decision.id.split('/').next() != Some(authority.id.as_str()) {
                let message = format!("the record belongs into the folder of its authority, `{}`", authority.id);
                self.problem(&file, "authority", decision.authority.as_str(), message);
            }
        }
    }
}
