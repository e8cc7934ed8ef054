//! What the palette finds: commands, the matter's operations and findings, articles,
//! questions, decisions, examples. What begins with the words comes before what only
//! contains them.

use super::bar;
use crate::gui::Command;
use crate::gui::app::App;
use crate::law::Provision;
use crate::law::vocabulary::folded;

/// How many hits are listed.
const SHOWN: usize = 12;

/// Something found.
#[derive(Debug)]
pub(super) struct Hit {
    /// What it is called.
    pub(super) name: String,
    /// What it is, in a word.
    pub(super) kind: &'static str,
    /// What choosing it does.
    pub(super) command: Command,
}

/// How well words fit, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// They are the whole name.
    Whole,
    /// The name begins with them.
    Start,
    /// Each begins a word of the name.
    Words,
    /// Each stands somewhere in the name.
    Inside,
    /// Each stands somewhere in what is known of it.
    Known,
}

/// What fits the words, the best first; everything that can be done where there are none.
pub(super) fn hits(app: &App, words: &str) -> Vec<Hit> {
    let words = plain(words);
    let mut found = Found { words: &words, hits: Vec::new() };
    commands(app, &mut found);
    matter(app, &mut found);
    articles(app, &mut found);
    questions(app, &mut found);
    library(app, &mut found);
    // A stable order: among equals commands stay first.
    found.hits.sort_by_key(|(fit, _)| *fit);
    found.hits.into_iter().map(|(_, hit)| hit).take(SHOWN).collect()
}

struct Found<'w> {
    words: &'w str,
    hits: Vec<(Fit, Hit)>,
}

impl Found<'_> {
    /// Takes something up where it fits; `known` is what else is known of it.
    fn offer(&mut self, name: &str, known: &str, kind: &'static str, command: impl FnOnce() -> Command) {
        if let Some(fit) = fit(self.words, &plain(name), &plain(known)) {
            self.hits.push((fit, Hit { name: name.to_owned(), kind, command: command() }));
        }
    }
}

/// Without case and accents, and without the dots of abbreviations: "Art. 33" and "article 33" are "art 33".
fn plain(words: &str) -> String {
    let lower = folded(words).replace("article ", "art ").replace("art.", "art ");
    lower.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn fit(words: &str, name: &str, known: &str) -> Option<Fit> {
    if words.is_empty() || name == words {
        return Some(Fit::Whole);
    }
    if name.starts_with(words) {
        return Some(Fit::Start);
    }
    let all = |fits: &dyn Fn(&str) -> bool| words.split(' ').all(fits);
    let begins = |text: &str, word: &str| text.split([' ', '(', ':', '“']).any(|part| part.starts_with(word));
    if all(&|word| begins(name, word)) {
        return Some(Fit::Words);
    }
    if all(&|word| name.contains(word)) {
        return Some(Fit::Inside);
    }
    (!known.is_empty() && all(&|word| known.contains(word) || name.contains(word))).then_some(Fit::Known)
}

fn commands(app: &App, found: &mut Found<'_>) {
    let text = &app.library.locale;
    for command in Command::offered().into_iter().filter(|command| bar::is_possible(app, command)) {
        let Some(name) = bar::name(app, &command).filter(|_| command != Command::Palette) else { continue };
        // "help" finds all that stands in the Help menu, first of all.
        let menu = text.t(bar::menu_of(&command));
        let by_menu = !found.words.is_empty() && plain(menu).starts_with(found.words);
        let known = if by_menu { found.words.to_owned() } else { String::new() };
        if by_menu && matches!(command, Command::Help(_)) {
            let hit = Hit { name, kind: text.t("palette.command"), command };
            found.hits.push((Fit::Start, hit));
        } else {
            found.offer(&name, &known, text.t("palette.command"), || command);
        }
    }
}

fn matter(app: &App, found: &mut Found<'_>) {
    let Some(open) = &app.open else { return };
    let text = &app.library.locale;
    for operation in &open.case_file.operations {
        found.offer(&operation.name, &operation.purpose, text.t("palette.operation"), || {
            Command::ShowQuestion(operation.id.to_string(), String::new())
        });
    }
    let Some(analysis) = &open.analysis else { return };
    for finding in analysis.assessment.findings() {
        let Some(rule) = app.library.law.rule(&finding.rule) else { continue };
        let article = text.article(finding.provision.as_str());
        let name = format!("{}, {article}", rule.title);
        found.offer(&name, "", text.t("palette.finding"), || {
            Command::ShowFinding(finding.operation.to_string(), finding.rule.to_string())
        });
    }
}

fn articles(app: &App, found: &mut Found<'_>) {
    let text = &app.library.locale;
    // Without words the list is of what can be done.
    for provision in app.library.law.provisions.iter().filter(|_| !found.words.is_empty()).collect::<Vec<_>>() {
        found.offer(&article(app, provision), "", text.t("palette.article"), || {
            Command::ShowProvision(provision.id.to_string())
        });
    }
}

/// "Art. 33(1) Notification to the supervisory authority".
fn article(app: &App, provision: &Provision) -> String {
    let name = app.library.locale.article(provision.id.as_str());
    format!("{name} {}", provision.heading)
}

fn questions(app: &App, found: &mut Found<'_>) {
    let Some(operation) = app.case_file().and_then(|case_file| case_file.operations.first()) else { return };
    for question in app.library.law.questions().filter(|_| !found.words.is_empty()).collect::<Vec<_>>() {
        found.offer(&question.text, "", app.library.locale.t("palette.question"), || {
            Command::ShowQuestion(operation.id.to_string(), question.id.to_string())
        });
    }
}

fn library(app: &App, found: &mut Found<'_>) {
    let text = &app.library.locale;
    for preset in &app.library.presets {
        found.offer(&preset.case_file.title, "", text.t("palette.matter"), || Command::OpenPreset(preset.file.clone()));
    }
    for decision in &app.library.decisions {
        let name = format!(
            "{} ({} {})",
            crate::report::controller(decision, text),
            app.library.law.vocabulary.authority_name(&decision.authority),
            decision.decided.year()
        );
        found.offer(&name, &decision.searchable(&app.library.law.vocabulary), text.t("palette.decision"), || {
            Command::ShowDecision(decision.id.clone())
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearer_fit_comes_first() {
        assert_eq!(fit("save", "save", ""), Some(Fit::Whole));
        assert_eq!(fit("save", "save as…", ""), Some(Fit::Start));
        assert_eq!(fit("as", "save as…", ""), Some(Fit::Words));
        assert_eq!(fit("help", "autoriteit persoonsgegevens, schelphelper", ""), Some(Fit::Inside));
        assert_eq!(fit("leak", "uber", "a leak of data"), Some(Fit::Known));
        assert_eq!(fit("leak", "uber", ""), None);
        assert!(Fit::Whole < Fit::Start && Fit::Start < Fit::Known);
    }

    #[test]
    fn articles_are_found_as_lawyers_write_them() {
        for typed in ["art 33", "Art. 33", "Article 33", "art.33"] {
            assert_eq!(fit(&plain(typed), &plain("Art. 33(1) Notification"), ""), Some(Fit::Start), "{typed}");
        }
    }
}
