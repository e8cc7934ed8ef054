//! What is kept between two runs.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::Recent;
use crate::report::{HouseStyle, PreparedBy, Wanted};

/// What is kept between two runs: the window's own state, nothing of a matter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(in crate::gui) struct Settings {
    pub(in crate::gui) dark: bool,
    pub(in crate::gui) zoom: f32,
    pub(in crate::gui) matters: Vec<Recent>,
    /// Who prepares reports.
    pub(in crate::gui) by: PreparedBy,
    /// What they look like.
    pub(in crate::gui) style: HouseStyle,
    /// Which edition of the report, and which of its sections.
    pub(in crate::gui) wanted: Wanted,
    /// The language shown (BCP 47); that of the data where it is empty.
    pub(in crate::gui) language: String,
    /// As an earlier version kept them.
    pub(in crate::gui) recent: Vec<PathBuf>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            dark: false,
            zoom: 1.0,
            matters: Vec::new(),
            by: PreparedBy::default(),
            style: HouseStyle::default(),
            wanted: Wanted::default(),
            language: String::new(),
            recent: Vec::new(),
        }
    }
}

impl Settings {
    /// The scale in percent.
    pub(in crate::gui) fn percent(&self) -> u16 {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a scale of a few hundred at most")]
        let percent = (self.zoom * 100.0).round() as u16;
        percent
    }
}
