//! The whole pipeline in one readable function: facts in, reasoned range out.

mod beside;
mod relevance;
mod timeline;
mod workshop;

use jiff::civil::Date;

use crate::exposure::{self, Draws, ExposureDistribution, Watch};
use crate::facts::{CaseFile, Counted};
use crate::findings::{self, Assessment, Conduct, Scores};
use crate::fine::{self, Calculation, FineError, Input, OwnDecisions, Receipt};
use crate::headline::{Headline, Parts};
use crate::law::{Corpus, Methodology, MethodologyId, When};
use crate::library::{self, Library};
use crate::practice::{self, NotPositive, Practice, PracticeEstimate};
use crate::precedents::{self, Decision, Features, Match};
use crate::quantity::Money;
use crate::trace::{TraceBuilder, Warning};

pub use relevance::Relevance;
pub use timeline::{Axis, Bar, Does, Effect, Event, Limit, Mark, PPM, Part, PartKind, Timeline};
pub use workshop::{NoTruth, truth};

/// Why a matter could not be analysed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AnalysisError {
    /// The method asked for does not exist.
    #[error("there is no methodology `{asked}`; there is {known}")]
    NoMethodology {
        /// What was asked for.
        asked: String,
        /// Those that exist.
        known: String,
    },
    /// No method applies on the day.
    #[error("no methodology applies on {0}")]
    NotInForce(Date),
    /// The fine could not be calculated.
    #[error(transparent)]
    Fine(#[from] FineError),
    /// The fitted estimate does not hold together.
    #[error("assets/estimate/practice.ron: {0}; run `amende calibrate` again")]
    Practice(#[from] NotPositive),
}

impl AnalysisError {
    /// The field of the matter that says what could not be followed.
    pub fn field(&self) -> &'static str {
        match self {
            Self::NoMethodology { .. } => "methodology",
            Self::NotInForce(_) | Self::Fine(FineError::NotInForce(_)) | Self::Practice(_) => "as_of",
            Self::Fine(FineError::Currency { .. } | FineError::Turnover) => "turnover",
        }
    }
}

/// What an analysis is asked for besides the matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    /// The method, or the newest that applies on the day.
    pub methodology: Option<String>,
    /// The day whose law applies.
    pub as_of: Date,
    /// The seed of the simulation.
    pub seed: u64,
}

/// The seed used where none is given, so that results compare.
pub const DEFAULT_SEED: u64 = 20_241_205;

/// Everything concluded from one state of a matter.
#[derive(Debug, Clone)]
pub struct Analysis<'l> {
    /// What would be alleged.
    pub assessment: Assessment,
    /// The conducts as they are fined: without what nobody is at fault for.
    pub fined: Vec<Conduct>,
    /// How far the duties are kept; never part of the fine.
    pub scores: Scores,
    /// The fine by the method, with its trace.
    pub calculation: Calculation,
    /// The method.
    pub methodology: &'l Methodology,
    /// What was when.
    pub timeline: Timeline,
    /// Comparable decided cases, the nearest first.
    pub comparables: Vec<Match<'l>>,
    /// What authorities did in like matters; `None` where nothing is alleged.
    pub practice: Option<PracticeEstimate>,
    /// What it was made with.
    pub receipt: Receipt,
}

/// Analyses a matter: findings, fine, comparable decisions, receipt. Fast enough
/// to run while somebody types; [`simulate`] is the slower part.
///
/// # Errors
/// When the method does not exist or the fine cannot be calculated.
pub fn analyse<'l>(case_file: &CaseFile, library: &'l Library, terms: &Terms) -> Result<Analysis<'l>, AnalysisError> {
    let law = &library.law;
    let chosen = terms.methodology.as_deref().or(case_file.methodology.as_ref().map(MethodologyId::as_str));
    let methodology = match chosen {
        Some(id) => law.methodology(id),
        None => law.methodology_for(
            case_file.undertaking.deciding_country(&law.vocabulary),
            case_file.undertaking.kind,
            terms.as_of,
        ),
    };
    let methodology = methodology.ok_or_else(|| no_method(library, chosen, terms.as_of))?;
    let assessment = assess(case_file, law, terms.as_of);
    let trace = TraceBuilder::recording();
    let mut calculation = calculate(case_file, law, &assessment.conducts, methodology, terms.as_of, trace)?;
    calculation.warnings.extend(no_such_decision(case_file, library));
    let not_in_figures = beside::told(case_file, library, methodology, &assessment, terms.as_of);
    calculation.warnings.splice(0..0, not_in_figures);
    let comparables = comparables(case_file, &assessment, library);
    let practice = match &library.practice {
        Some(fitted) => practice(case_file, &assessment, library, fitted, terms.as_of)?,
        None => None,
    };
    let receipt = Receipt {
        program: env!("CARGO_PKG_VERSION").to_owned(),
        law_data: library.law_sha256.clone(),
        decisions: library.decisions_sha256.clone(),
        own_decisions: own_decisions(library, &comparables),
        estimate: library.estimate_sha256.clone(),
        methodology: methodology.id.clone(),
        methodology_sha256: library.methodology_sha256(methodology.id.as_str()).to_owned(),
        matter_sha256: matter_hash(case_file),
        as_of: terms.as_of,
        seed: terms.seed,
        samples: library.priors.samples,
    };
    let scores = Scores::of(&assessment, law, &library.scale);
    let fined = fine::sanctioned(case_file, law, methodology, &assessment.conducts);
    let fined = fined.into_iter().map(|fined| fined.conduct.into_owned()).collect();
    let national = law.national_for(methodology, case_file.undertaking.deciding_country(&law.vocabulary));
    let timeline = timeline::of(case_file, law, &assessment, national, terms.as_of);
    Ok(Analysis { assessment, fined, scores, calculation, methodology, timeline, comparables, practice, receipt })
}

/// What would be alleged on a day.
pub fn assess(case_file: &CaseFile, law: &Corpus, day: Date) -> Assessment {
    findings::assess(&findings::known_on(case_file, law, day), law, day)
}

/// The fine by one method.
#[derive(Debug, Clone)]
pub struct Beside<'l> {
    /// The method.
    pub methodology: &'l Methodology,
    /// What comes out, or why nothing does: a rate of exchange may be missing.
    pub result: Result<Calculation, FineError>,
}

/// The fine by every method the program knows, to set them beside each other.
pub fn beside<'l>(case_file: &CaseFile, library: &'l Library, as_of: Date) -> Vec<Beside<'l>> {
    let assessment = assess(case_file, &library.law, as_of);
    let methods = library.law.methodologies.iter();
    let by = |methodology| {
        let trace = TraceBuilder::recording();
        Beside {
            methodology,
            result: calculate(case_file, &library.law, &assessment.conducts, methodology, as_of, trace),
        }
    };
    methods.map(by).collect()
}

/// The fine by one method and the user's own choices.
fn calculate(
    case_file: &CaseFile,
    law: &Corpus,
    conducts: &[Conduct],
    methodology: &Methodology,
    as_of: Date,
    trace: TraceBuilder,
) -> Result<Calculation, FineError> {
    with_input(case_file, law, conducts, methodology, as_of, |input| fine::calculate(input, trace))
}

/// The fine for some conducts together with others whose fines are known.
fn together(
    case_file: &CaseFile,
    law: &Corpus,
    conducts: &[Conduct],
    methodology: &Methodology,
    as_of: Date,
    others: Option<fine::Together>,
) -> Result<Money, FineError> {
    with_input(case_file, law, conducts, methodology, as_of, |input| fine::together(input, others))
}

/// What a calculation depends on, with the user's own choices.
fn with_input<T>(
    case_file: &CaseFile,
    law: &Corpus,
    conducts: &[Conduct],
    methodology: &Methodology,
    as_of: Date,
    calculate: impl FnOnce(&Input<'_>) -> Result<T, FineError>,
) -> Result<T, FineError> {
    let sanctioned = fine::sanctioned(case_file, law, methodology, conducts);
    let tiered = sanctioned.iter().filter_map(|fined| Some((fined, fined.tier(law, methodology)?)));
    let conducts: Vec<_> = tiered.collect();
    calculate(&Input {
        law,
        methodology,
        national: law.national_for(methodology, case_file.undertaking.deciding_country(&law.vocabulary)),
        case_file,
        conducts: &conducts,
        choices: &case_file.choices,
        as_of,
    })
}

/// Draws the exposure for an analysed matter, as often and from the seed that its receipt says.
///
/// # Errors
/// As [`fine::calculate`].
pub fn simulate(
    case_file: &CaseFile,
    library: &Library,
    analysis: &Analysis<'_>,
) -> Result<ExposureDistribution, FineError> {
    let drawn = simulate_watched(case_file, library, analysis, &Watch::default())?;
    Ok(drawn.unwrap_or_else(|| ExposureDistribution::none(analysis.receipt.seed, analysis.methodology.currency)))
}

/// The same, watched from another thread; `None` where it was stopped.
///
/// # Errors
/// As [`fine::calculate`].
pub fn simulate_watched(
    case_file: &CaseFile,
    library: &Library,
    analysis: &Analysis<'_>,
    watch: &Watch,
) -> Result<Option<ExposureDistribution>, FineError> {
    let (law, conducts) = (&library.law, &analysis.assessment.conducts);
    let basis = fine::Basis::new(case_file, law, analysis.methodology, conducts, &analysis.calculation)?;
    let draws = Draws { seed: analysis.receipt.seed, count: analysis.receipt.samples };
    exposure::simulate(&basis, &library.priors, draws, watch)
}

/// The headline of a matter whose outcomes were drawn; `None` where none of them is a fine. Quick.
pub fn headline(
    case_file: &CaseFile,
    library: &Library,
    analysis: &Analysis<'_>,
    exposure: &ExposureDistribution,
) -> Option<Headline> {
    Headline::new(Parts {
        exposure,
        practice: analysis.practice.as_ref(),
        combination: library.practice.as_ref().map(|practice| &practice.fitted().combination),
        turnover_known: turnover_known(case_file),
        maximum: analysis.calculation.maximum.high,
        rates: &library.law.rates,
        when: When::Day(analysis.calculation.as_of),
    })
}

/// Whether the turnover is stated as a figure.
pub fn turnover_known(case_file: &CaseFile) -> bool {
    matches!(case_file.undertaking.turnover.counted(), Counted::Figure(_))
}

/// Every open question with what hangs on it, the weightiest first. Takes many
/// calculations: behind the window.
pub fn relevance(case_file: &CaseFile, library: &Library, analysis: &Analysis<'_>) -> Vec<Relevance> {
    let as_of = analysis.calculation.as_of;
    relevance::relevance(case_file, &library.law, &analysis.assessment, analysis.methodology, as_of)
}

/// Told where the decision on these facts is named and there is none of that name.
fn no_such_decision(case_file: &CaseFile, library: &Library) -> Option<Warning> {
    let named = case_file.decided_as.as_deref().filter(|named| library.decision(named).is_none())?;
    let nearest = precedents::named(named, library.decisions.iter())?.id.clone();
    Some(Warning::NoSuchDecision { named: named.to_owned(), nearest })
}

/// The comparable decisions, those pinned first; the one taken on these very facts is left out, and
/// so are those the user excluded.
fn comparables<'l>(case_file: &CaseFile, assessment: &Assessment, library: &'l Library) -> Vec<Match<'l>> {
    let weights = &library.similarity;
    let features = Features::of_matter(case_file, assessment, weights, &library.law);
    if features.articles.is_empty() {
        // Without an alleged infringement there is nothing to compare.
        return Vec::new();
    }
    let mut found =
        precedents::nearest(&features, &library.decisions, weights, &library.law, case_file.decided_as.as_deref());
    let compared = &case_file.compared;
    found.retain(|near| compared.excluded(&near.decision.id).is_none());
    let (mut pinned, mut others): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|near| compared.is_pinned(&near.decision.id));
    others.retain(|near| near.similarity >= weights.at_least);
    others.truncate(weights.shown);
    pinned.append(&mut others);
    pinned
}

/// What authorities did in like matters. What was decided on the matter's own facts is left out, and so is
/// what was decided together with it.
///
/// # Errors
/// Where the fit does not hold together.
pub fn practice(
    case_file: &CaseFile,
    assessment: &Assessment,
    library: &Library,
    fitted: &Practice,
    as_of: Date,
) -> Result<Option<PracticeEstimate>, NotPositive> {
    if assessment.infringements().next().is_none() {
        return Ok(None);
    }
    // A record of the user's own is in no fit; what it names as related may be.
    let own = case_file.decided_as.as_deref().and_then(|name| {
        library.decision(name).filter(|known| known.own).or_else(|| precedents::named(name, library.shipped()))
    });
    let own = own.map(|own| {
        let related = |other: &&Decision| own.related.contains(&other.id) || other.related.contains(&own.id);
        library.decisions.iter().filter(related).chain([own]).map(|known| known.id.as_str()).collect::<Vec<_>>()
    });
    let profile = practice::profile_of_matter(case_file, assessment, &fitted.fitted().recipe, &library.law, as_of);
    fitted.estimate(&profile, &own.unwrap_or_default()).map(Some)
}

/// The user's file, where one of its records is compared with.
fn own_decisions(library: &Library, comparables: &[Match<'_>]) -> Option<OwnDecisions> {
    let file = library.own.as_ref().filter(|_| comparables.iter().any(|near| near.decision.own))?;
    Some(OwnDecisions { file: file.name.clone(), sha256: file.sha256.clone() })
}

/// The hash of the matter's content, whatever the layout of its file.
fn matter_hash(case_file: &CaseFile) -> String {
    library::ron_options().to_string(case_file).map_or_else(|_| String::new(), |text| library::sha256(text.as_bytes()))
}

fn no_method(library: &Library, chosen: Option<&str>, as_of: Date) -> AnalysisError {
    match chosen {
        None => AnalysisError::NotInForce(as_of),
        Some(asked) => {
            let known: Vec<_> = library.law.methodologies.iter().map(|m| format!("`{}`", m.id)).collect();
            AnalysisError::NoMethodology { asked: asked.to_owned(), known: known.join(", ") }
        }
    }
}
