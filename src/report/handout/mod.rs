//! The hand-out of a workshop: what was told, estimated, decided and to be learnt, for all who
//! took part or for one team. Only scenarios whose reasons were shown are in it.

mod chart;
mod pack;
mod parts;
mod results;
mod scenario;
mod tables;

use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::{Block, CharacterNotes, Document, Format, Inline, anchors, characters};
use crate::library::Library;
use crate::locale::Locale;
use crate::workshop::{RevealView, Scenario, Session, Truths};

pub use pack::pack_from;
pub use results::{NoResults, RESULT_ENDINGS, results_for, results_table};

/// What a hand-out holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a box to tick")]
pub struct HandoutParts {
    /// For this team alone: its place.
    pub team: Option<usize>,
    /// The facts and what each round taught.
    pub facts: bool,
    /// The ranges of the teams.
    pub ranges: bool,
    /// The points and the ranking.
    pub points: bool,
    /// The names of the teams; letters without.
    pub names: bool,
    /// Sources and articles to read again.
    pub sources: bool,
}

impl HandoutParts {
    /// Everything, for all who took part.
    pub const ALL: Self = Self { team: None, facts: true, ranges: true, points: true, names: true, sources: true };
}

/// The formats of a hand-out: those for reading.
pub const HANDOUT_FORMATS: &[Format] = &[Format::Pdf, Format::Word, Format::Html, Format::Markdown];

/// The format of a hand-out that its file's name asks for.
///
/// # Errors
/// Where it is none of [`HANDOUT_FORMATS`].
pub fn handout_format(path: &Path) -> Result<Format, NoHandout> {
    let format = Format::from_path(path).ok().filter(|format| HANDOUT_FORMATS.contains(format));
    format.ok_or_else(|| NoHandout::Format(path.to_owned()))
}

/// Why there is no hand-out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoHandout {
    /// It is not written in this format.
    #[error("{}: a hand-out is written as .pdf, .docx, .html or .md; name the file accordingly", .0.display())]
    Format(PathBuf),
    /// Nothing was revealed.
    #[error("no scenario of this session was revealed up to its reasons: there is nothing to hand out yet")]
    Covered,
    /// A pack is not at hand or was changed.
    #[error("the pack `{0}` is not at hand, or was changed since the session began: name its file, as it was")]
    NoPack(String),
    /// There is no such team.
    #[error("there is no team at place {0}")]
    NoTeam(usize),
}

/// What every part of a hand-out reads.
#[derive(Clone, Copy)]
struct Source<'a> {
    session: &'a Session,
    truths: &'a Truths,
    library: &'a Library,
    text: &'a Locale,
    parts: HandoutParts,
}

/// One scenario with all that it revealed.
struct Played<'a> {
    place: usize,
    scenario: &'a Scenario,
    view: RevealView<'a>,
}

/// Builds the hand-out of a session held on a day.
///
/// # Errors
/// When nothing was revealed, a pack is missing, or the team is unknown.
pub fn handout(
    session: &Session,
    truths: &Truths,
    library: &Library,
    parts: HandoutParts,
    day: Date,
) -> Result<Document, NoHandout> {
    if let Some(unknown) = parts.team.filter(|team| *team >= session.teams().len()) {
        return Err(NoHandout::NoTeam(unknown));
    }
    let source = Source { session, truths, library, text: &library.locale, parts };
    let mut played = Vec::new();
    for (place, scenario) in session.scenarios().iter().enumerate() {
        let Some(view) = session.whole_reveal(place, truths) else { continue };
        if view.missing {
            return Err(NoHandout::NoPack(scenario.pack.clone()));
        }
        played.push(Played { place, scenario, view });
    }
    if played.is_empty() {
        return Err(NoHandout::Covered);
    }
    let mut blocks = vec![Block::Note { content: vec![Inline::text(source.text.t("workshop.handout.disclaimer"))] }];
    for (at, played) in played.iter().enumerate() {
        if at > 0 {
            blocks.push(Block::PageBreak);
        }
        blocks.extend(scenario::blocks(source, played));
    }
    if parts.points {
        blocks.extend(tables::result(source, &played));
    }
    Ok(document(source, played.len(), day, blocks))
}

fn document(source: Source<'_>, scenarios: usize, day: Date, blocks: Vec<Block>) -> Document {
    let text = source.text;
    let subtitle = text.fill(
        "workshop.handout.subtitle",
        &[
            ("date", &text.date(day)),
            ("scenarios", &text.plural("workshop.scenarios", scenarios)),
            ("teams", &text.plural("workshop.teams", source.session.teams().len())),
        ],
    );
    let subtitle = match source.parts.team {
        Some(team) => text.fill("workshop.handout.for_team", &[("subtitle", &subtitle), ("team", &source.team(team))]),
        None => subtitle,
    };
    let decisions: String = source.library.decisions_sha256.chars().take(8).collect();
    let program = text.t("report.author").to_owned();
    let later = |key: &str| text.fill(key, &[("characters", "{characters}"), ("places", "{places}")]);
    let mut document = Document {
        language: text.language.clone(),
        kind: text.t("workshop.handout.kind").to_owned(),
        title: source.session.title().to_owned(),
        subtitle,
        marking: text.t("workshop.handout.marking").to_owned(),
        running_title: source.session.title().to_owned(),
        footer: text
            .fill("workshop.handout.footer", &[("version", env!("CARGO_PKG_VERSION")), ("decisions", &decisions)]),
        page_of: text.fill("report.page_of", &[("n", "{n}"), ("total", "{total}")]),
        date: day.to_string(),
        author: program.clone(),
        program,
        characters: CharacterNotes {
            removed: later("report.characters.removed"),
            missing: later("report.characters.missing"),
            unnamed: text.t("report.characters.unnamed").to_owned(),
            front: text.t("report.characters.front").to_owned(),
        },
        contents: text.t("report.contents").to_owned(),
        blocks,
        look: super::Look::default(),
        figures: String::new(),
        sheets: Vec::new(),
    };
    anchors::name(&mut document);
    characters::clean(&mut document);
    document
}

impl Source<'_> {
    /// A team's name, or a letter where names are left out.
    fn team(&self, team: usize) -> String {
        let named = self.session.teams().get(team).filter(|_| self.parts.names || self.parts.team.is_some());
        let letter = || ('A'..='Z').nth(team).map_or_else(String::new, String::from);
        named
            .map_or_else(|| self.text.fill("workshop.handout.team", &[("letter", &letter())]), |team| team.name.clone())
    }

    /// The teams the hand-out is about.
    fn teams(&self) -> Vec<usize> {
        match self.parts.team {
            Some(team) => vec![team],
            None => (0..self.session.teams().len()).collect(),
        }
    }
}
