//! The editions of the report (`assets/report/editions.ron`): for whom each is, which sections
//! it holds, and what it never says.

use serde::{Deserialize, Serialize};

use super::load::Loader;

/// Where the editions stand.
const PATH: &str = "assets/report/editions.ron";

/// For whom a report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EditionId {
    /// Those who decide and have two minutes: two pages.
    Board,
    /// The lawyers of the organisation: everything.
    Counsel,
    /// The supervisory authority: nothing privileged.
    Authority,
}

impl EditionId {
    /// Every edition.
    pub const ALL: [Self; 3] = [Self::Board, Self::Counsel, Self::Authority];

    /// Its name in arguments and files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Board => "board",
            Self::Counsel => "counsel",
            Self::Authority => "authority",
        }
    }

    /// The key of its name for readers.
    pub fn key(self) -> &'static str {
        match self {
            Self::Board => "edition.board",
            Self::Counsel => "edition.counsel",
            Self::Authority => "edition.authority",
        }
    }

    /// The key of its name in one word.
    pub fn short_key(self) -> &'static str {
        match self {
            Self::Board => "edition.short.board",
            Self::Counsel => "edition.short.counsel",
            Self::Authority => "edition.short.authority",
        }
    }

    /// The edition of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.name() == name)
    }
}

/// A section of the report, in the order in which they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Section {
    /// One paragraph, one picture, five actions.
    Summary,
    /// Allegations, amounts and decisions in a table each, on one page.
    Overview,
    /// What the figures rest on.
    Basis,
    /// What the matter is about.
    Matter,
    /// The facts relied on, with evidence and notes.
    Facts,
    /// What would be alleged.
    Findings,
    /// What was when.
    Timeline,
    /// The steps of the method.
    Calculation,
    /// How far the duties are kept.
    Scores,
    /// Decisions to compare with.
    Comparables,
    /// What would move the figure most.
    Sensitivity,
    /// What else the authority may order.
    Powers,
    /// Which authority leads.
    OneStopShop,
    /// Appeal, payment, limitation.
    Procedure,
    /// What the estimate assumes.
    Assumptions,
    /// What is not known.
    OpenQuestions,
    /// How to make the figures again.
    Receipt,
    /// Who signs.
    Signature,
    /// Every figure down to the answers.
    Annex,
}

impl Section {
    /// Every section, in their order.
    pub const ALL: [Self; 19] = [
        Self::Summary,
        Self::Overview,
        Self::Basis,
        Self::Matter,
        Self::Facts,
        Self::Findings,
        Self::Timeline,
        Self::Calculation,
        Self::Scores,
        Self::Comparables,
        Self::Sensitivity,
        Self::Powers,
        Self::OneStopShop,
        Self::Procedure,
        Self::Assumptions,
        Self::OpenQuestions,
        Self::Receipt,
        Self::Signature,
        Self::Annex,
    ];

    /// Its name in arguments and files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Summary => "summary",
            Self::Overview => "overview",
            Self::Basis => "basis",
            Self::Matter => "matter",
            Self::Facts => "facts",
            Self::Findings => "findings",
            Self::Timeline => "timeline",
            Self::Calculation => "calculation",
            Self::Scores => "scores",
            Self::Comparables => "comparables",
            Self::Sensitivity => "sensitivity",
            Self::Powers => "powers",
            Self::OneStopShop => "one_stop_shop",
            Self::Procedure => "procedure",
            Self::Assumptions => "assumptions",
            Self::OpenQuestions => "open_questions",
            Self::Receipt => "receipt",
            Self::Signature => "signature",
            Self::Annex => "annex",
        }
    }

    /// The key of its heading.
    pub fn key(self) -> &'static str {
        match self {
            Self::Summary => "report.summary.heading",
            Self::Overview => "report.overview.heading",
            Self::Basis => "report.summary.rests_on",
            Self::Matter => "report.matter.heading",
            Self::Facts => "report.remarks.heading",
            Self::Findings => "report.findings.heading",
            Self::Timeline => "timeline.heading",
            Self::Calculation => "report.calculation.heading",
            Self::Scores => "report.scores.heading",
            Self::Comparables => "report.comparables.heading",
            Self::Sensitivity => "report.sensitivity.heading",
            Self::Powers => "report.powers.heading",
            Self::OneStopShop => "report.shop.heading",
            Self::Procedure => "report.procedure.heading",
            Self::Assumptions => "report.assumptions.heading",
            Self::OpenQuestions => "report.assumptions.open",
            Self::Receipt => "report.receipt.heading",
            Self::Signature => "report.signature.heading",
            Self::Annex => "report.annex.heading",
        }
    }

    /// The section of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.name() == name)
    }
}

/// What an edition never says, whichever of its sections are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Withheld {
    /// What a fine could come to.
    Estimate,
    /// Grades, rebuttals, limitation, what was rejected, what weighs which way.
    Strategy,
    /// Weak allegations that nobody has confirmed.
    NotConceded,
    /// Notes on answers and reasons of reviews.
    Notes,
}

/// What stands at the head of every page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Marking {
    /// Made for legal advice.
    Privileged,
    /// Handed to an authority in confidence.
    Confidential,
}

impl Marking {
    /// The key of its words.
    pub fn key(self) -> &'static str {
        match self {
            Self::Privileged => "report.marking.privileged",
            Self::Confidential => "report.marking.confidential",
        }
    }
}

/// An edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// Which.
    pub id: EditionId,
    /// What stands at the head of every page.
    pub marking: Marking,
    /// The sections it holds unless others are asked for.
    pub sections: Vec<Section>,
    /// The sections it never holds.
    #[serde(default)]
    pub never: Vec<Section>,
    /// What it never says.
    #[serde(default)]
    pub withholds: Vec<Withheld>,
    /// Whether a table of contents stands behind the first page, where the format has one.
    #[serde(default)]
    pub contents: bool,
}

impl Edition {
    /// Whether it leaves something out, in every section.
    pub fn withholds(&self, what: Withheld) -> bool {
        self.withholds.contains(&what)
    }

    /// The sections it may hold, in their order.
    pub fn offered(&self) -> impl Iterator<Item = Section> {
        Section::ALL.into_iter().filter(|section| !self.never.contains(section))
    }
}

/// Reads the editions; each of them must be there once and must not hold what it never holds.
pub(super) fn load(loader: &mut Loader) -> Option<Vec<Edition>> {
    let editions: Vec<Edition> = loader.one(PATH)?;
    for id in EditionId::ALL {
        let found: Vec<&Edition> = editions.iter().filter(|edition| edition.id == id).collect();
        if found.len() != 1 {
            let message = format!("the edition `{}` stands here {} times; it must stand once", id.name(), found.len());
            loader.problem(PATH, &[], message);
        }
        for section in
            found.iter().flat_map(|edition| edition.sections.iter().filter(|known| edition.never.contains(known)))
        {
            let message = format!(
                "the edition `{}` holds the section `{}` and says that it never does: take it out of one of the lists",
                id.name(),
                section.name()
            );
            loader.problem(PATH, &[], message);
        }
    }
    Some(editions)
}
