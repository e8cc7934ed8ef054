//! Workshops that run, kept as unsaved matters are: a killed program continues where it was.

use std::path::Path;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Journal, Keep};
use crate::storage::StorageError;
use crate::workshop::{Estimate, Session};

/// A workshop as it stood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptWorkshop {
    /// When it was changed last.
    pub changed: Timestamp,
    /// The session, which holds nothing secret.
    pub session: Session,
    /// The team whose entry lay open, and what was typed but not yet entered.
    #[serde(default)]
    pub typed: Option<(usize, Estimate)>,
}

impl Keep for KeptWorkshop {
    const ENDING: &'static str = "workshop";
    const WHAT: &'static str = "a workshop";
    type Beside = ();

    fn changed(&self) -> Timestamp {
        self.changed
    }

    fn offered(self, file: &Path, _: &Journal) -> Result<Option<(Self, ())>, StorageError> {
        let session = self.session.checked().map_err(|error| StorageError::Session { path: file.to_owned(), error })?;
        Ok(Some((Self { session, ..self }, ())))
    }
}
