//! The pages of the window.

/// Where the user is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
pub enum Screen {
    /// The first thing seen.
    #[default]
    Start,
    /// Stage 1.
    Organisation,
    /// Stage 2.
    Practices,
    /// Stage 3.
    Findings,
    /// Stage 4.
    Comparables,
    /// Stage 5.
    FineCalculation,
    /// Stage 6.
    Exposure,
    /// Stage 7.
    Report,
    /// What was when.
    Timeline,
    /// All decided cases.
    Decisions,
    /// A workshop: set up, led, or played alone.
    Workshop,
    /// How well findings and estimate did on decided cases.
    HowGood,
    /// Look and behaviour.
    Settings,
}

impl Screen {
    /// The seven stages, in the order of the data.
    pub const STAGES: [Self; 7] = [
        Self::Organisation,
        Self::Practices,
        Self::Findings,
        Self::Comparables,
        Self::FineCalculation,
        Self::Exposure,
        Self::Report,
    ];

    /// Whether it shows a matter.
    pub fn needs_matter(self) -> bool {
        self == Self::Timeline || Self::STAGES.contains(&self)
    }

    /// How wide its page gets at most, in points: tables need more than text.
    pub fn measure(self) -> f32 {
        match self {
            Self::Start | Self::Report => f32::INFINITY,
            Self::Decisions | Self::Exposure | Self::Timeline | Self::HowGood => 1180.0,
            _ => 840.0,
        }
    }

    /// The key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Start => "screen.start",
            Self::Organisation => "screen.organisation",
            Self::Practices => "screen.practices",
            Self::Findings => "screen.findings",
            Self::Comparables => "screen.comparables",
            Self::FineCalculation => "screen.fine",
            Self::Exposure => "screen.exposure",
            Self::Report => "screen.report",
            Self::Timeline => "screen.timeline",
            Self::Decisions => "screen.decisions",
            Self::Workshop => "screen.workshop",
            Self::HowGood => "screen.how_good",
            Self::Settings => "screen.settings",
        }
    }
}

/// A page of the help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HelpPage {
    /// From the facts to a report.
    FirstSteps,
    /// All keys.
    Keys,
    /// How the figure comes about.
    Method,
    /// The terms.
    Glossary,
    /// Instruments and methods, with their days.
    Sources,
    /// Of the program and of what it is made of.
    Licences,
    /// Version and details for a report.
    About,
}

impl HelpPage {
    /// All, in the order of the menu.
    pub const ALL: [Self; 7] =
        [Self::FirstSteps, Self::Keys, Self::Method, Self::Glossary, Self::Sources, Self::Licences, Self::About];

    /// The key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::FirstSteps => "help.first_steps",
            Self::Keys => "help.keys",
            Self::Method => "help.method",
            Self::Glossary => "help.glossary",
            Self::Sources => "help.sources",
            Self::Licences => "help.licences",
            Self::About => "help.about",
        }
    }
}
