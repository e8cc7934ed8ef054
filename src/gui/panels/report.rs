//! Stage 7: the pages as they will print, beside what they hold.

use egui::{Button, Color32, ColorImage, Key, Modifiers, Rect, RichText, TextureHandle, TextureOptions, Ui, Vec2};

use crate::gui::theme::FADED;
use crate::gui::{Command, View, theme, widgets};
use crate::report::{Format, PagePicture};

/// The pages of the preview.
pub struct ReportPages {
    pages: Vec<TextureHandle>,
    current: usize,
    /// In percent of what fits.
    zoom: f32,
    /// Where the page stood in the last frame, and what of it was seen.
    shown: Option<(Rect, Rect)>,
    /// The page was turned: it is shown from its top.
    turned: bool,
    /// In which format the report is written.
    format: Format,
}

impl Default for ReportPages {
    fn default() -> Self {
        Self { pages: Vec::new(), current: 0, zoom: 100.0, shown: None, turned: false, format: Format::Pdf }
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

    /// Takes the pictures away: the next ones could not be made.
    pub fn clear(&mut self) {
        self.pages.clear();
    }

    /// Turns to a page; beyond the last there is none.
    fn turn(&mut self, page: usize) {
        let page = page.min(self.pages.len().saturating_sub(1));
        self.turned |= page != self.current;
        self.current = page;
    }

    /// Page Up and Down, Home and End go through the pages.
    fn keys(&mut self, ui: &Ui) {
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if self.pages.is_empty() || ui.ctx().text_edit_focused() {
            return;
        }
        let last = self.pages.len() - 1;
        let keys = [
            (Key::PageDown, self.current.saturating_add(1)),
            (Key::PageUp, self.current.saturating_sub(1)),
            (Key::Home, 0),
            (Key::End, last),
        ];
        if let Some((_, page)) = keys.into_iter().find(|(key, _)| pressed(*key)) {
            self.turn(page);
        }
    }

    /// The wheel with Ctrl held zooms the page under the pointer. Returns the place to
    /// which the page scrolls, so that what is under the pointer stays there.
    fn wheel(&mut self, ui: &Ui, room: impl Fn(f32) -> Vec2) -> Option<Vec2> {
        let (page, seen) = self.shown?;
        let pointer = ui.input(|input| input.pointer.hover_pos()).filter(|pointer| seen.contains(*pointer))?;
        let factor = ui.input(egui::InputState::zoom_delta);
        let zoom = (self.zoom * factor).clamp(LEAST, MOST);
        if (zoom - self.zoom).abs() < 0.01 {
            return None;
        }
        self.zoom = zoom;
        let share = (pointer - page.min) / page.size();
        Some((share * room(zoom) - (pointer - seen.min)).max(Vec2::ZERO))
    }
}

/// Width of the column with what the report holds.
const SIDE: f32 = 250.0;
/// The least width of a page beside it.
const BESIDE: f32 = READABLE;
/// How much of the width a page takes, in percent.
const ZOOMS: [u16; 4] = [100, 150, 200, 300];
/// The least and the greatest that the wheel reaches, in percent.
const LEAST: f32 = 50.0;
const MOST: f32 = 400.0;

/// What the report holds.
const SECTIONS: [&str; 9] = [
    "report.summary.heading",
    "report.summary.rests_on",
    "report.findings.heading",
    "report.calculation.heading",
    "report.scores.heading",
    "report.comparables.heading",
    "report.assumptions.heading",
    "report.receipt.heading",
    "report.annex.heading",
];

/// What the stage depends on beside the matter.
#[derive(Debug, Clone, Copy)]
pub struct State {
    /// A report is being written.
    pub exporting: bool,
    /// Nothing lies over the page, whose keys are then its own.
    pub free: bool,
    /// The pages are of the matter as it is.
    pub is_current: bool,
}

/// Shows the stage.
pub fn ui(ui: &mut Ui, view: &View<'_>, pages: &mut ReportPages, state: State, out: &mut Vec<Command>) {
    let text = view.text;
    if state.free {
        pages.keys(ui);
    }
    widgets::stage_title(ui, view.theme, text.t("screen.report"), text.t("report.stage.subtitle"));
    ui.add_space(10.0);
    if ui.available_width() < SIDE + BESIDE {
        let names = SECTIONS.map(|key| text.t(key));
        widgets::wrapped_small(ui, view.theme, &names.join(" · "));
        formats(ui, view, pages);
        ui.add_space(6.0);
        export(ui, view, pages, state, out);
        widgets::hairline(ui, view.theme, 8.0);
        preview(ui, view, pages, state.is_current);
        return;
    }
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(SIDE);
            contents(ui, view, pages, state, out);
        });
        ui.add_space(16.0);
        ui.vertical(|ui| preview(ui, view, pages, state.is_current));
    });
}

/// Sections, formats, and the export.
fn contents(ui: &mut Ui, view: &View<'_>, pages: &mut ReportPages, state: State, out: &mut Vec<Command>) {
    let text = view.text;
    widgets::heading(ui, text.t("report.stage.sections"));
    for key in SECTIONS {
        widgets::body(ui, text.t(key));
    }
    ui.add_space(12.0);
    widgets::heading(ui, text.t("report.stage.formats"));
    formats(ui, view, pages);
    ui.add_space(12.0);
    export(ui, view, pages, state, out);
}

/// The choice of a format.
fn formats(ui: &mut Ui, view: &View<'_>, pages: &mut ReportPages) {
    let text = view.text;
    let names: Vec<&str> = Format::ALL.iter().map(|format| text.t(format.key())).collect();
    let present = Format::ALL.iter().position(|format| *format == pages.format);
    let clicked = widgets::segmented(ui, view.theme, text.t("report.stage.formats"), &names, present);
    if let Some(format) = clicked.and_then(|index| Format::ALL.get(index)) {
        pages.format = *format;
    }
    widgets::wrapped_small(ui, view.theme, text.t("report.stage.formats.text"));
}

fn export(ui: &mut Ui, view: &View<'_>, pages: &ReportPages, state: State, out: &mut Vec<Command>) {
    let (text, theme) = (view.text, view.theme);
    ui.horizontal_wrapped(|ui| {
        if state.exporting {
            ui.spinner();
            widgets::small(ui, theme, text.t("message.exporting"));
        } else if widgets::primary_button(ui, theme, text.t("command.export")).clicked() {
            out.push(Command::ExportReportAs(pages.format));
        }
        if state.is_current && !pages.pages.is_empty() {
            widgets::small(ui, theme, &text.plural("report.stage.pages", pages.pages.len()));
        }
    });
}

/// The pages; those of a state before stay in sight while the new ones are made, faded and named
/// as what they are.
fn preview(ui: &mut Ui, view: &View<'_>, pages: &mut ReportPages, is_current: bool) {
    let text = view.text;
    if let Some(problem) = view.problem {
        widgets::paragraph(ui, RichText::new(problem).color(*view.theme.brick), theme::BODY);
        return;
    }
    if !is_current {
        let key = if pages.pages.is_empty() { "report.stage.typesetting" } else { "report.stage.typesetting_again" };
        ui.horizontal_wrapped(|ui| {
            ui.spinner();
            widgets::small(ui, view.theme, text.t(key));
        });
    }
    if pages.pages.is_empty() {
        return;
    }
    controls(ui, view, pages);
    ui.add_space(4.0);
    let Some(page) = pages.pages.get(pages.current) else { return };
    let (id, size, mut room) = (page.id(), page.size_vec2(), ui.available_size());
    // The bar that scrolls it stands beside the page.
    room.x -= ui.spacing().scroll.allocated_width();
    let height = room.y.max(view_height(ui)).max(320.0);
    // The whole page is seen at 100 %, unless that would be too small to be read.
    let fits = (height * size.x / size.y.max(1.0)).clamp(READABLE.min(room.x), room.x);
    let large = |zoom: f32| {
        let width = fits * zoom / 100.0;
        Vec2::new(width, width * size.y / size.x.max(1.0))
    };
    // White paper would fade out into the dark of the window.
    ui.spacing_mut().scroll.fade.strength = 0.0;
    let mut area = egui::ScrollArea::both().id_salt("preview").max_height(height).auto_shrink([true, true]);
    if let Some(offset) = pages.wheel(ui, large) {
        area = area.scroll_offset(offset);
    } else if std::mem::take(&mut pages.turned) {
        area = area.vertical_scroll_offset(0.0);
    }
    let shown = area.show(ui, |ui| {
        let tint = Color32::WHITE.gamma_multiply(if is_current { 1.0 } else { FADED });
        let response = ui.add(egui::Image::new((id, large(pages.zoom))).tint(tint));
        let stroke = egui::Stroke::new(1.0, *view.theme.hairline);
        ui.painter().rect_stroke(response.rect, 0.0, stroke, egui::StrokeKind::Inside);
        let label = text.t(if is_current { "report.stage.preview" } else { "report.stage.preview_before" });
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, label));
        response.rect
    });
    pages.shown = Some((shown.inner, shown.inner_rect));
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
            pages.turn(pages.current.saturating_sub(1));
        }
        let (number, total) = ((pages.current + 1).to_string(), pages.pages.len().to_string());
        widgets::small(ui, view.theme, &text.fill("report.page_of", &[("n", &number), ("total", &total)]));
        if ui.add_enabled(pages.current < last, Button::new(text.t("report.stage.next"))).clicked() {
            pages.turn(pages.current + 1);
        }
        let names = ZOOMS.map(|zoom| format!("{zoom}\u{a0}%"));
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let present = ZOOMS.iter().position(|zoom| (f32::from(*zoom) - pages.zoom).abs() < 0.5);
        let clicked = widgets::segmented(ui, view.theme, text.t("report.stage.zoom"), &names, present);
        if let Some(zoom) = clicked.and_then(|index| ZOOMS.get(index)) {
            pages.zoom = f32::from(*zoom);
        }
        if present.is_none() {
            widgets::small(ui, view.theme, &format!("{:.0}\u{a0}%", pages.zoom));
        }
    });
}
