//! Provisions that can be infringed.

use serde::{Deserialize, Serialize};

use super::{Citation, ProvisionId, TierId};

/// Whom a provision binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Bound {
    /// Who determines purposes and means (Art. 4(7) GDPR).
    Controller,
    /// Who processes on behalf of a controller (Art. 4(8) GDPR).
    Processor,
    /// A body that monitors a code of conduct (Art. 41 GDPR).
    MonitoringBody,
    /// A certification body (Art. 43 GDPR).
    CertificationBody,
}

/// A provision, its heading and the tier of maxima it falls under.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provision {
    /// As lawyers write it: `5(1)(e)`.
    pub id: ProvisionId,
    /// Its subject in a few words.
    pub heading: String,
    /// The framework it belongs to: the folder it was read from.
    #[serde(skip)]
    pub framework: String,
    /// What its infringements form a conduct of their own under, beside that of the
    /// operation: `FR-cookies`. `None`: they belong with the rest.
    #[serde(default)]
    pub conduct: Option<String>,
    /// The point of Art. 83 that provides the fine; `None` where there is none.
    pub tier: Option<TierId>,
    /// Other points of Art. 83 that name it too, with the same maxima: for others whom
    /// it binds, or for the same failure once more.
    #[serde(default)]
    pub also: Vec<TierId>,
    /// Whom it binds.
    pub bound: Vec<Bound>,
    /// Its official text.
    pub url: String,
    /// What a reader should know.
    #[serde(default)]
    pub note: Option<String>,
    /// Why no rule alleges it, where none does: what the answers cannot show.
    #[serde(default)]
    pub no_rule: Option<String>,
    /// Where the tier is laid down.
    pub source: Citation,
    /// Whether the tier was checked against the source.
    #[serde(default)]
    pub verified: bool,
}
