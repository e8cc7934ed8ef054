//! A matter's report as the bytes of a file, in any format.

use super::{AssessmentJson, Contents, Format, Look, PreparedBy, RenderError, SystemFonts, compose, render};
use crate::analysis::{self, Analysis};
use crate::exposure::ExposureDistribution;
use crate::facts::CaseFile;
use crate::library::Library;

/// What a report is made of.
#[derive(Clone, Copy)]
pub struct Reported<'a> {
    /// The matter.
    pub case_file: &'a CaseFile,
    /// Law, decisions and words.
    pub library: &'a Library,
    /// The matter analysed.
    pub analysis: &'a Analysis<'a>,
    /// Its simulated outcomes.
    pub exposure: &'a ExposureDistribution,
    /// Who prepares it.
    pub by: &'a PreparedBy,
    /// What it holds.
    pub contents: &'a Contents,
    /// What it looks like.
    pub look: &'a Look,
}

/// The report in a format, with fonts of the system for what those bundled lack.
///
/// # Errors
/// When the typesetter refuses it, or the file cannot be packed.
pub fn write(reported: Reported<'_>, format: Format, system: &SystemFonts) -> Result<Vec<u8>, RenderError> {
    let Reported { case_file, library, analysis, exposure, contents, .. } = reported;
    if format != Format::Json {
        return render(&compose(reported), format, system);
    }
    let edition = contents.edition();
    // The assessment says everything: it cannot be cut to what an edition may say.
    if !contents.is_whole() {
        return Err(RenderError::WholeOnly { edition: edition.id.name() });
    }
    let relevance = analysis::relevance(case_file, library, analysis);
    let marking = library.locale.t(edition.marking.key());
    let json = AssessmentJson::new(case_file, library, analysis, exposure, &relevance).marked(marking);
    let mut bytes = serde_json::to_vec_pretty(&json).map_err(|error| RenderError::Pack(error.to_string()))?;
    bytes.push(b'\n');
    Ok(bytes)
}
