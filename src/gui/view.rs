//! What a panel may see: one state of the matter and what was concluded from it.

use egui::Ui;

use super::app::Place;
use super::theme::{FADED, Theme};
use super::widgets::Face;
use crate::analysis::{Analysis, Beside, Relevance};
use crate::exposure::ExposureDistribution;
use crate::facts::CaseFile;
use crate::headline::Headline;
use crate::library::Library;
use crate::locale::Locale;

/// A panel reads this and returns wishes; it computes nothing and keeps nothing.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The matter.
    pub case_file: &'a CaseFile,
    /// What was concluded from it.
    pub analysis: &'a Analysis<'static>,
    /// The fine by every method, on the page that compares them.
    pub beside: &'a [Beside<'static>],
    /// The simulation, once it is there.
    pub exposure: Option<&'a ExposureDistribution>,
    /// Method and practice together, of that simulation: the figure of the matter.
    pub headline: Option<&'a Headline>,
    /// What hangs on each open question, the weightiest first, once it is known.
    pub relevance: &'a [Relevance],
    /// Whether a newer simulation is under way.
    pub is_settling: bool,
    /// Whether what hangs on each question is of a state before this one.
    pub is_weighing: bool,
    /// Why the last state could not be analysed, if it could not.
    pub problem: Option<&'a str>,
    /// Where undo or redo lead on this page.
    pub place: Option<&'a Place>,
    /// All data.
    pub library: &'static Library,
    /// Words and numbers.
    pub text: &'static Locale,
    /// Colours.
    pub theme: &'a Theme,
}

impl<'a> View<'a> {
    /// Fades what follows while the estimate is of a state before.
    pub fn fade(&self, ui: &mut Ui) {
        if self.is_settling {
            ui.multiply_opacity(FADED);
        }
    }

    /// Shows what hangs on a question, faded while it is of a state before.
    pub fn weighing<T>(&self, ui: &mut Ui, add: impl FnOnce(&mut Ui) -> T) -> T {
        ui.scope(|ui| {
            if self.is_weighing {
                ui.multiply_opacity(FADED);
            }
            add(ui)
        })
        .inner
    }

    /// Words and colours, as fields need them.
    pub fn face(&self) -> Face<'a> {
        Face { text: self.text, theme: self.theme }
    }
}
