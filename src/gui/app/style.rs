//! The house style of reports: read, checked, and worn once it holds together.

use std::path::{Path, PathBuf};

use super::App;
use crate::library::Problem;
use crate::report::{HouseStyle, Look, SystemFonts};
use crate::storage::{self, StorageError};

/// Why a style is not worn.
#[derive(Debug, thiserror::Error)]
enum NoStyle {
    #[error(transparent)]
    Storage(#[from] StorageError),
    #[error("{0}")]
    Problem(Problem),
}

impl App {
    /// Takes a style; reports look as before until it holds together.
    pub(in crate::gui) fn wear(&mut self, style: HouseStyle) {
        self.settings.style = style;
        self.dress();
    }

    /// Takes the style of a file, with its author and firm.
    pub(in crate::gui) fn wear_file(&mut self, path: &Path) {
        match read(path) {
            Ok(style) => {
                let by = crate::report::PreparedBy { author: style.author.clone(), firm: style.firm.clone() };
                self.sign(by);
                self.wear(style);
            }
            Err(error) => self.notices.error(error.to_string()),
        }
    }

    /// Takes another logo.
    pub(in crate::gui) fn wear_logo(&mut self, path: &Path) {
        let logo = path.display().to_string();
        self.wear(HouseStyle { logo, ..self.settings.style.clone() });
    }

    /// Makes the look of the style kept.
    pub(in crate::gui) fn dress(&mut self) {
        let style = HouseStyle { firm: self.settings.by.firm.clone(), ..self.settings.style.clone() };
        match look(&style) {
            Ok(look) => {
                self.style_problem = None;
                if look != self.look {
                    self.look = look;
                    self.set_anew();
                }
            }
            Err(NoStyle::Problem(problem)) => self.style_problem = Some(problem.message),
            Err(error) => self.style_problem = Some(error.to_string()),
        }
    }
}

/// The style of a file, its logo as a path of its own; it holds together.
fn read(path: &Path) -> Result<HouseStyle, NoStyle> {
    let file = path.display().to_string();
    let bytes = storage::read_whole(path)?;
    let text = String::from_utf8_lossy(&bytes);
    let mut style = HouseStyle::parse(&file, &text).map_err(NoStyle::Problem)?;
    if !style.logo.is_empty() {
        style.logo = path.with_file_name("").join(&style.logo).display().to_string();
    }
    let logo = logo_of(&style)?;
    style.look((&file, &text), logo, SystemFonts::installed()).map_err(NoStyle::Problem)?;
    Ok(style)
}

fn look(style: &HouseStyle) -> Result<Look, NoStyle> {
    let logo = logo_of(style)?;
    style.look(("", ""), logo, SystemFonts::installed()).map_err(NoStyle::Problem)
}

fn logo_of(style: &HouseStyle) -> Result<Option<Vec<u8>>, StorageError> {
    let path = (!style.logo.is_empty()).then(|| PathBuf::from(&style.logo));
    path.map(|path| storage::read_whole(&path)).transpose()
}
