//! Stage 7: the pages as they will print, beside what they hold.

use egui::{Button, ColorImage, TextureHandle, TextureOptions, Ui, Vec2};

use crate::gui::{Command, View, theme, widgets};
use crate::report::PagePicture;

/// The pages of the preview.
#[derive(Default)]
pub struct ReportPages {
    pages: Vec<TextureHandle>,
    current: usize,
}

impl ReportPages {
    /// Takes new pictures.
    pub fn set(&mut self, ctx: &egui::Context, pages: &[PagePicture]) {
        let load = |(index, page): (usize, &PagePicture)| {
            let image = ColorImage::from_rgba_premultiplied([page.width, page.height], &page.rgba);
            ctx.load_texture(format!("page-{index}"), image, TextureOptions::LINEAR)
        };
        self.pages = pages.iter().enumerate().map(load).collect();
        self.current = self.current.min(self.pages.len().saturating_sub(1));
    }
}

/// Shows the stage.
pub fn ui(ui: &mut Ui, view: &View<'_>, pages: &mut ReportPages, exporting: bool, out: &mut Vec<Command>) {
    let (text, theme) = (view.text, view.theme);
    widgets::stage_title(ui, theme, text.t("screen.report"), text.t("report.stage.subtitle"));
    ui.add_space(10.0);
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(270.0);
            widgets::heading(ui, text.t("report.stage.sections"));
            for key in [
                "report.summary.heading",
                "report.findings.heading",
                "report.calculation.heading",
                "report.scores.heading",
                "report.comparables.heading",
                "report.assumptions.heading",
                "report.receipt.heading",
            ] {
                widgets::body(ui, text.t(key));
            }
            ui.add_space(12.0);
            widgets::heading(ui, text.t("report.stage.formats"));
            widgets::wrapped_small(ui, theme, text.t("report.stage.formats.text"));
            ui.add_space(12.0);
            ui.horizontal(|ui| {
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
        });
        ui.vertical(|ui| preview(ui, view, pages));
    });
}

fn preview(ui: &mut Ui, view: &View<'_>, pages: &mut ReportPages) {
    let text = view.text;
    let Some(page) = pages.pages.get(pages.current) else {
        ui.horizontal(|ui| {
            ui.spinner();
            widgets::small(ui, view.theme, text.t("report.stage.typesetting"));
        });
        return;
    };
    let width = ui.available_width().min(620.0);
    let size = page.size_vec2();
    let shown = Vec2::new(width, width * size.y / size.x.max(1.0));
    ui.horizontal(|ui| {
        let last = pages.pages.len() - 1;
        if ui.add_enabled(pages.current > 0, Button::new(text.t("report.stage.previous"))).clicked() {
            pages.current -= 1;
        }
        let (number, total) = ((pages.current + 1).to_string(), pages.pages.len().to_string());
        widgets::small(ui, view.theme, &text.fill("report.page_of", &[("n", &number), ("total", &total)]));
        if ui.add_enabled(pages.current < last, Button::new(text.t("report.stage.next"))).clicked() {
            pages.current += 1;
        }
    });
    ui.add_space(4.0);
    if let Some(page) = pages.pages.get(pages.current) {
        let response = ui.add(egui::Image::new((page.id(), shown)));
        let stroke = egui::Stroke::new(1.0, *view.theme.hairline);
        ui.painter().rect_stroke(response.rect, 0.0, stroke, egui::StrokeKind::Outside);
        let label = text.t("report.stage.preview");
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, label));
    }
    ui.add_space(theme::MARGIN);
}
