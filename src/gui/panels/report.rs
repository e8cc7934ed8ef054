//! Stage 7: the pages as they will print, beside what they hold.

use egui::{Button, ColorImage, TextureHandle, TextureOptions, Ui, Vec2};

use crate::gui::{Command, View, theme, widgets};
use crate::report::PagePicture;

/// The pages of the preview.
pub struct ReportPages {
    pages: Vec<TextureHandle>,
    current: usize,
    /// In percent of what fits.
    zoom: u16,
}

impl Default for ReportPages {
    fn default() -> Self {
        Self { pages: Vec::new(), current: 0, zoom: 100 }
    }
}

impl ReportPages {
    /// Takes new pictures.
    pub fn set(&mut self, ctx: &egui::Context, pages: &[PagePicture]) {
        // A page shown smaller than it was set stays legible.
        let smooth = TextureOptions::LINEAR.with_mipmap_mode(Some(egui::TextureFilter::Linear));
        let load = |(index, page): (usize, &PagePicture)| {
            let image = ColorImage::from_rgba_premultiplied([page.width, page.height], &page.rgba);
            ctx.load_texture(format!("page-{index}"), image, smooth)
        };
        self.pages = pages.iter().enumerate().map(load).collect();
        self.current = self.current.min(self.pages.len().saturating_sub(1));
    }
}

/// Width of the column with what the report holds.
const SIDE: f32 = 250.0;
/// The least width of a page beside it.
const BESIDE: f32 = READABLE;
/// How much of the width a page takes, in percent.
const ZOOMS: [u16; 4] = [100, 150, 200, 300];

/// What the report holds.
const SECTIONS: [&str; 7] = [
    "report.summary.heading",
    "report.findings.heading",
    "report.calculation.heading",
    "report.scores.heading",
    "report.comparables.heading",
    "report.assumptions.heading",
    "report.receipt.heading",
];

/// Shows the stage.
pub fn ui(ui: &mut Ui, view: &View<'_>, pages: &mut ReportPages, exporting: bool, out: &mut Vec<Command>) {
    let text = view.text;
    widgets::stage_title(ui, view.theme, text.t("screen.report"), text.t("report.stage.subtitle"));
    ui.add_space(10.0);
    if ui.available_width() < SIDE + BESIDE {
        let names = SECTIONS.map(|key| text.t(key));
        widgets::wrapped_small(ui, view.theme, &names.join(" · "));
        widgets::wrapped_small(ui, view.theme, text.t("report.stage.formats.text"));
        ui.add_space(6.0);
        export(ui, view, pages, exporting, out);
        widgets::hairline(ui, view.theme, 8.0);
        preview(ui, view, pages);
        return;
    }
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(SIDE);
            contents(ui, view, pages, exporting, out);
        });
        ui.add_space(16.0);
        ui.vertical(|ui| preview(ui, view, pages));
    });
}

/// Sections, formats, and the export.
fn contents(ui: &mut Ui, view: &View<'_>, pages: &ReportPages, exporting: bool, out: &mut Vec<Command>) {
    let (text, theme) = (view.text, view.theme);
    widgets::heading(ui, text.t("report.stage.sections"));
    for key in SECTIONS {
        widgets::body(ui, text.t(key));
    }
    ui.add_space(12.0);
    widgets::heading(ui, text.t("report.stage.formats"));
    widgets::wrapped_small(ui, theme, text.t("report.stage.formats.text"));
    ui.add_space(12.0);
    export(ui, view, pages, exporting, out);
}

fn export(ui: &mut Ui, view: &View<'_>, pages: &ReportPages, exporting: bool, out: &mut Vec<Command>) {
    let (text, theme) = (view.text, view.theme);
    ui.horizontal_wrapped(|ui| {
        if exporting {
            ui.spinner();
            widgets::small(ui, theme, text.t("message.exporting"));
        } else if widgets::primary_button(ui, theme, text.t("command.export")).clicked() {
            out.push(Command::ExportReport);
        }
        if !pages.pages.is_empty() {
            widgets::small(ui, theme, &text.plural("report.stage.pages", pages.pages.len()));
        }
    });
}

fn preview(ui: &mut Ui, view: &View<'_>, pages: &mut ReportPages) {
    let text = view.text;
    if pages.pages.is_empty() {
        ui.horizontal_wrapped(|ui| {
            ui.spinner();
            widgets::small(ui, view.theme, text.t("report.stage.typesetting"));
        });
        return;
    }
    controls(ui, view, pages);
    ui.add_space(4.0);
    let Some(page) = pages.pages.get(pages.current) else { return };
    let (size, mut room) = (page.size_vec2(), ui.available_size());
    // The bar that scrolls it stands beside the page.
    room.x -= ui.spacing().scroll.allocated_width();
    let height = room.y.max(view_height(ui)).max(320.0);
    // The whole page is seen at 100 %, unless that would be too small to be read.
    let fits = (height * size.x / size.y.max(1.0)).clamp(READABLE.min(room.x), room.x);
    let width = fits * f32::from(pages.zoom) / 100.0;
    let shown = Vec2::new(width, width * size.y / size.x.max(1.0));
    // White paper would fade out into the dark of the window.
    ui.spacing_mut().scroll.fade.strength = 0.0;
    let area = egui::ScrollArea::both().id_salt("preview").max_height(height).auto_shrink([true, true]);
    area.show(ui, |ui| {
        let response = ui.add(egui::Image::new((page.id(), shown)));
        let stroke = egui::Stroke::new(1.0, *view.theme.hairline);
        ui.painter().rect_stroke(response.rect, 0.0, stroke, egui::StrokeKind::Inside);
        let label = text.t("report.stage.preview");
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, label));
    });
}

/// Below this width a page is not read with ease.
const READABLE: f32 = 560.0;

/// What of the window's height a page may take.
fn view_height(ui: &Ui) -> f32 {
    ui.ctx().content_rect().height() - theme::BAR - 150.0
}

/// Which page, and how large.
fn controls(ui: &mut Ui, view: &View<'_>, pages: &mut ReportPages) {
    let text = view.text;
    let last = pages.pages.len().saturating_sub(1);
    ui.horizontal_wrapped(|ui| {
        if ui.add_enabled(pages.current > 0, Button::new(text.t("report.stage.previous"))).clicked() {
            pages.current -= 1;
        }
        let (number, total) = ((pages.current + 1).to_string(), pages.pages.len().to_string());
        widgets::small(ui, view.theme, &text.fill("report.page_of", &[("n", &number), ("total", &total)]));
        if ui.add_enabled(pages.current < last, Button::new(text.t("report.stage.next"))).clicked() {
            pages.current += 1;
        }
        let names = ZOOMS.map(|zoom| format!("{zoom}\u{a0}%"));
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let present = ZOOMS.iter().position(|zoom| *zoom == pages.zoom);
        let clicked = widgets::segmented(ui, view.theme, text.t("report.stage.zoom"), &names, present);
        if let Some(zoom) = clicked.and_then(|index| ZOOMS.get(index)) {
            pages.zoom = *zoom;
        }
    });
}
