//! What an earlier run left: since when, what, and three verbs.

use egui::{Button, CornerRadius, Frame, Label, Margin, RichText, Stroke, Ui, Vec2};
use jiff::Timestamp;

use super::differences::{moment, table};
use crate::facts::CaseFile;
use crate::facts::difference::{Difference, differences};
use crate::gui::app::App;
use crate::gui::{Command, theme, widgets};
use crate::storage::{Beside, Leftover};

/// The banners on the start screen, one a matter.
pub(in crate::gui) fn ui(ui: &mut Ui, app: &App, out: &mut Vec<Command>) {
    for leftover in app.leftovers() {
        banner(ui, app, leftover, out);
        ui.add_space(8.0);
    }
}

/// The banner over a matter of whose file something was left.
pub(in crate::gui) fn of_matter(ui: &mut Ui, app: &App, out: &mut Vec<Command>) {
    if let Some(leftover) = app.left_of_open() {
        banner(ui, app, leftover, out);
        ui.add_space(12.0);
    }
}

fn banner(ui: &mut Ui, app: &App, leftover: &Leftover, out: &mut Vec<Command>) {
    let (text, theme) = (&app.library.locale, &app.theme);
    let frame = Frame::NONE.fill(*theme.amber_tint).inner_margin(Margin::symmetric(14, 10));
    let shown = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            // The buttons first, from the right, so that long titles leave them their room.
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let id = leftover.id();
                let plain =
                    |ui: &mut Ui, key: &str| ui.add(Button::new(text.t(key)).min_size(Vec2::new(0.0, 28.0))).clicked();
                if plain(ui, "recovery.discard") {
                    out.push(Command::DiscardKept(id.clone()));
                }
                if !matches!(leftover.beside, Beside::NeverSaved | Beside::Gone) && plain(ui, "recovery.compare") {
                    out.push(Command::CompareKept(id.clone()));
                }
                if widgets::primary_button(ui, theme, text.t("recovery.recover")).clicked() {
                    out.push(Command::Recover(id));
                }
                ui.with_layout(egui::Layout::top_down(egui::Align::Min), |ui| {
                    ui.horizontal_wrapped(|ui| {
                        ui.set_max_width(ui.available_width().min(widgets::measure(theme::BODY)));
                        ui.spacing_mut().item_spacing.x = 4.0;
                        let strong = egui::FontId::new(theme::BODY, theme::strong());
                        ui.label(RichText::new(text.t("recovery.ended")).font(strong));
                        let (title, time) = (title(app, &leftover.kept.case_file), moment(app, leftover.kept.changed));
                        let what = text.fill("recovery.what", &[("title", &title), ("time", &time)]);
                        ui.add(Label::new(RichText::new(what).size(theme::BODY)).wrap());
                    });
                    widgets::paragraph(ui, RichText::new(beside(app, leftover)), theme::SMALL);
                    let unread = app.in_words(&leftover.kept.unread);
                    if !unread.is_empty() {
                        let words = text.fill("recovery.unread", &[("fields", &unread.join("; "))]);
                        widgets::paragraph(ui, RichText::new(words), theme::SMALL);
                    }
                });
            });
        });
    });
    let rect = shown.response.rect;
    let edge = egui::Rect::from_min_size(rect.min, Vec2::new(3.0, rect.height()));
    ui.painter().rect(edge, CornerRadius::ZERO, *theme.amber, Stroke::NONE, egui::StrokeKind::Inside);
}

fn title(app: &App, case_file: &CaseFile) -> String {
    if case_file.title.trim().is_empty() {
        app.library.locale.t("matter.new").to_owned()
    } else {
        case_file.title.clone()
    }
}

/// What became of the file.
fn beside(app: &App, leftover: &Leftover) -> String {
    let text = &app.library.locale;
    let name = leftover.kept.path.as_deref().map(crate::gui::app::name_of).unwrap_or_default();
    let time = |at: Option<std::time::SystemTime>| {
        at.and_then(|at| Timestamp::try_from(at).ok()).map_or_else(String::new, |at| moment(app, at))
    };
    let with = |key: &str, at| text.fill(key, &[("file", &name), ("time", &time(at))]);
    match leftover.beside {
        Beside::NeverSaved => text.t("recovery.never_saved").to_owned(),
        Beside::Unchanged(at) => with("recovery.unchanged", at),
        Beside::Changed(at) => with("recovery.changed", at),
        Beside::Gone => with("recovery.gone", None),
    }
}

/// What was kept beside what the file says.
pub(in crate::gui) struct Comparison {
    id: String,
    kept: CaseFile,
    changed: Timestamp,
    rows: Vec<Difference>,
    written: Option<Timestamp>,
}

impl Comparison {
    /// Compares what was kept with the matter in the file.
    pub(in crate::gui) fn of(
        id: String,
        (kept, changed): (CaseFile, Timestamp),
        (file, written): (&CaseFile, Option<Timestamp>),
    ) -> Self {
        let rows = differences(&kept, file);
        Self { id, kept, changed, rows, written }
    }

    /// Returns whether it stays open.
    pub(in crate::gui) fn ui(&self, ui: &mut Ui, app: &App, out: &mut Vec<Command>) -> bool {
        let text = &app.library.locale;
        let mut keep = true;
        let response = widgets::Dialog::new("comparison", 684.0).show(ui, |ui| {
            widgets::heading(ui, &title(app, &self.kept));
            widgets::small(ui, &app.theme, &text.plural("conflict.differ", self.rows.len()));
            ui.add_space(8.0);
            let kept = text.fill("recovery.kept", &[("time", &moment(app, self.changed))]);
            let written = self.written.map_or_else(String::new, |at| moment(app, at));
            let file = text.fill("recovery.file", &[("time", &written)]);
            table(ui, app, (&self.kept, &self.rows), [&kept, &file], widgets::room_for_list(ui, 230.0), None);
            ui.add_space(10.0);
            ui.horizontal_wrapped(|ui| {
                if widgets::primary_button(ui, &app.theme, text.t("recovery.recover")).clicked() {
                    out.push(Command::Recover(self.id.clone()));
                    keep = false;
                }
                keep &= !ui.button(text.t("command.close_overlay")).clicked();
            });
        });
        keep && !response.should_close()
    }
}

/// The question before what was kept is given up; returns whether it still stands.
pub(in crate::gui) fn discard(ui: &mut Ui, app: &App, id: &str, out: &mut Vec<Command>) -> bool {
    let text = &app.library.locale;
    let matter = app.leftovers().iter().find(|leftover| leftover.id() == id);
    let matter = matter.map(|leftover| (title(app, &leftover.kept.case_file), leftover.kept.changed));
    let workshop = || app.workshops_left().iter().find(|leftover| leftover.id() == id);
    let workshop = || workshop().map(|leftover| (text.t("screen.workshop").to_owned(), leftover.kept.changed));
    let Some((title, changed)) = matter.or_else(workshop) else { return false };
    let mut keep = true;
    widgets::Dialog::new("discard", 420.0).show(ui, |ui| {
        widgets::heading(ui, text.t("recovery.discard.heading"));
        let time = moment(app, changed);
        widgets::body(ui, &text.fill("recovery.discard.text", &[("title", &title), ("time", &time)]));
        ui.add_space(10.0);
        ui.horizontal_wrapped(|ui| {
            if ui.button(text.t("recovery.discard.yes")).clicked() {
                out.push(Command::DiscardKeptNow(id.to_owned()));
                keep = false;
            }
            if widgets::primary_button(ui, &app.theme, text.t("recovery.discard.no")).clicked() {
                keep = false;
            }
        });
    });
    keep
}

/// Something that must be known before going on; returns whether it still stands.
pub(in crate::gui) fn told(ui: &mut Ui, app: &App, what: &str) -> bool {
    let text = &app.library.locale;
    let mut keep = true;
    let response = widgets::Dialog::new("told", 420.0).show(ui, |ui| {
        widgets::heading(ui, text.t("notice.heading"));
        ui.add(Label::new(RichText::new(what).size(theme::BODY)).wrap());
        ui.add_space(10.0);
        let enter = ui.ctx().input(|input| input.key_pressed(egui::Key::Enter));
        keep = !(widgets::primary_button(ui, &app.theme, text.t("notice.go_on")).clicked() || enter);
    });
    keep && !response.should_close()
}
