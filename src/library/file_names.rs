//! Whether the names of files agree with what stands inside.

use super::sources::{Sources, Word};
use super::words::Named;
use super::{Library, Problem};
use crate::law::vocabulary::Entry as _;

/// What a file says it is, to be compared with its path.
pub(super) struct Says {
    pub(super) path: String,
    /// The key under which it says so.
    pub(super) key: &'static str,
    /// What it says.
    pub(super) name: String,
    /// Where it would then stand.
    pub(super) belongs: String,
}

/// Files that are called otherwise than what stands inside; rules of another topic than their file's.
pub(super) fn problems(library: &Library, sources: Sources<'_>, said: &[Says], topics: &[Named]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for Says { path, key, name, belongs } in said.iter().filter(|said| said.path != said.belongs) {
        let message = format!("{key} is `{name}`, so the file belongs at {belongs}");
        problems.push(sources.problem(path, &[Word::Of(key, name)], message));
    }
    let topic_words = |topic: &str| {
        let topic = library.law.vocabulary.topics.get(topic)?;
        Some(topic.names().into_iter().skip(1).chain([topic.id()]).map(str::to_owned).collect::<Vec<_>>())
    };
    // Whose topic is a slip: its rules belong where their names say.
    let mut slips = Vec::new();
    for file in topics.iter().filter(|file| file.key == "topic") {
        // A topic that is not there is told of with the other words.
        let Some(words) = topic_words(&file.word) else { continue };
        let stem = file.file.rsplit('/').next().unwrap_or_default().trim_end_matches(".ron");
        let stem = stem.trim_start_matches(|sign: char| sign.is_ascii_digit() || sign == '-');
        if !words.iter().any(|word| word == stem) {
            let message = format!(
                "topic: the file is called `{stem}`, its topic is `{}`; the words for it are {}",
                file.word,
                words.join(", ")
            );
            problems.push(sources.problem(&file.file, &[Word::Of("topic", &file.word)], message));
            slips.push(file.word.as_str());
        }
    }
    for rule in &library.law.rules {
        let Some(topic) = library.law.rule_topics.get(&rule.id) else { continue };
        let Some(words) = topic_words(topic.as_str()).filter(|_| !slips.contains(&topic.as_str())) else { continue };
        // Those of a law beside data protection law name its country first.
        let of = library.law.provision(&rule.provision);
        let country = usize::from(of.is_some_and(|provision| library.law.beside_of(provision).is_some()));
        let prefix = rule.id.as_str().split('.').nth(country).unwrap_or_default();
        if !words.iter().any(|word| word == prefix || word == rule.id.as_str()) {
            let message = format!(
                "`{}` stands in the file of the topic `{topic}`: its name begins with one of {}{}",
                rule.id,
                if country == 0 { "" } else { "the country, and then " },
                words.join(", ")
            );
            problems.push(sources.problem("assets/law/gdpr/rules", &[Word::Of("id", rule.id.as_str())], message));
        }
    }
    problems
}
