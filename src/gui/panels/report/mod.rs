//! Stage 7: edition, sections and formats beside the pages as they will print.

mod pages;
mod side;

use std::path::PathBuf;

use egui::{ColorImage, Rect, TextureHandle, TextureOptions, Ui};

use crate::gui::{Command, View, widgets};
use crate::report::{Preview, Wanted};

/// The pages of the preview, and what was written.
pub struct ReportPages {
    pages: Vec<TextureHandle>,
    /// The headings of sections, each with the index of its page.
    outline: Vec<(String, usize)>,
    current: usize,
    /// In percent of what fits.
    zoom: f32,
    /// Where all pages stood in the last frame, and what of them was seen.
    shown: Option<(Rect, Rect)>,
    /// A page to be shown from its top.
    turned: Option<usize>,
    /// What was written last.
    pub(in crate::gui) written: Vec<PathBuf>,
}

impl Default for ReportPages {
    fn default() -> Self {
        Self {
            pages: Vec::new(),
            outline: Vec::new(),
            current: 0,
            zoom: 100.0,
            shown: None,
            turned: None,
            written: Vec::new(),
        }
    }
}

impl ReportPages {
    /// Takes new pictures.
    pub fn set(&mut self, ctx: &egui::Context, preview: &Preview) {
        // A page shown smaller than it was set stays legible.
        let smooth = TextureOptions::LINEAR.with_mipmap_mode(Some(egui::TextureFilter::Linear));
        let load = |(index, page): (usize, &crate::report::PagePicture)| {
            let image = ColorImage::from_rgba_premultiplied([page.width, page.height], &page.rgba);
            ctx.load_texture(format!("page-{index}"), image, smooth)
        };
        self.pages = preview.pages.iter().enumerate().map(load).collect();
        self.outline.clone_from(&preview.outline);
        self.current = self.current.min(self.pages.len().saturating_sub(1));
    }

    /// Takes the pictures away: the next ones could not be made.
    pub fn clear(&mut self) {
        self.pages.clear();
        self.outline.clear();
    }

    /// Turns to a page; beyond the last there is none.
    fn turn(&mut self, page: usize) {
        let page = page.min(self.pages.len().saturating_sub(1));
        self.turned = Some(page);
        self.current = page;
    }
}

/// What the stage shows besides the matter.
#[derive(Clone, Copy)]
pub struct Stage<'a> {
    /// Reports being written: how many are, of how many.
    pub exporting: Option<(usize, usize)>,
    /// Nothing lies over the page, whose keys are then its own.
    pub free: bool,
    /// The pages are of the matter as it is.
    pub is_current: bool,
    /// The edition, its sections and the formats wanted.
    pub wanted: &'a Wanted,
}

/// Width of the column with what the report holds.
const SIDE: f32 = 262.0;
/// The least width of a page beside it: it is read by zooming in.
const BESIDE: f32 = 400.0;

/// Shows the stage.
pub fn ui(ui: &mut Ui, view: &View<'_>, pages: &mut ReportPages, stage: Stage<'_>, out: &mut Vec<Command>) {
    let text = view.text;
    if stage.free {
        pages::keys(ui, pages);
    }
    widgets::stage_title(ui, view.theme, text.t("screen.report"), text.t("report.stage.subtitle"));
    ui.add_space(10.0);
    if ui.available_width() < SIDE + BESIDE {
        side::ui(ui, view, pages, stage, out);
        widgets::hairline(ui, view.theme, 8.0);
        pages::ui(ui, view, pages, stage.is_current);
        return;
    }
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(SIDE);
            side::ui(ui, view, pages, stage, out);
        });
        ui.add_space(16.0);
        ui.vertical(|ui| pages::ui(ui, view, pages, stage.is_current));
    });
}
