//! Packs of one's own on the page: why a file was refused, and what a workshop that runs lacks.

use egui::{RichText, Role, Ui, WidgetInfo};

use super::wish;
use crate::gui::app::App;
use crate::gui::widgets;
use crate::gui::workshop::{PackWish, Room, Wish};
use crate::gui::{Command, theme};
use crate::workshop::Pack;

/// Why the file that was opened last cannot be played, thing by thing.
pub(super) fn refused(ui: &mut Ui, app: &App, out: &mut Vec<Command>) {
    let (text, theme) = (&app.library.locale, &app.theme);
    let Some((path, problems)) = &app.own_packs.refused else { return };
    ui.add_space(6.0);
    let names = [("file", &*path.display().to_string())];
    widgets::paragraph(ui, RichText::new(text.fill("room.own.refused", &names)).color(*theme.brick), theme::BODY);
    for problem in problems {
        widgets::after(
            ui,
            16.0,
            |ui| widgets::symbol(ui, widgets::Symbol::Dot, *theme.brick),
            |ui| widgets::paragraph(ui, RichText::new(problem), theme::SMALL),
        );
    }
    widgets::running(ui, |ui| {
        if widgets::link(ui, text.t("room.own.again"), theme::SMALL).clicked() {
            wish(out, Wish::Own(PackWish::Open(path.clone())));
        }
        if widgets::link(ui, text.t("room.own.hide"), theme::SMALL).clicked() {
            wish(out, Wish::Own(PackWish::Hide));
        }
    });
}

/// Beside a pack of one's own: taken out of the list, its file stays.
pub(super) fn take_out(ui: &mut Ui, app: &App, pack: &Pack, out: &mut Vec<Command>) {
    let text = &app.library.locale;
    let Some(own) = app.own_packs.all().iter().find(|own| own.pack.id == pack.id) else { return };
    let link = widgets::link(ui, text.t("room.own.take_out"), theme::SMALL).on_hover_text(&own.file);
    let name = text.fill("room.own.take_out_name", &[("title", &pack.told.title)]);
    link.widget_info(|| WidgetInfo::labeled(Role::Link, true, &name));
    if link.clicked() {
        wish(out, Wish::Own(PackWish::TakeOut(pack.id.clone())));
    }
}

/// The scenarios of which nothing can be revealed, because their file is not open.
pub(super) fn lacking(ui: &mut Ui, app: &App, room: &Room, out: &mut Vec<Command>) {
    let (text, theme) = (&app.library.locale, &app.theme);
    let lacking: Vec<&str> = room.lacking().map(|scenario| scenario.told.title.as_str()).collect();
    if lacking.is_empty() {
        return;
    }
    ui.add_space(6.0);
    let words = text.fill("room.own.lacking", &[("titles", &lacking.join(", "))]);
    widgets::paragraph(ui, RichText::new(words).color(*theme.amber), theme::BODY);
    if ui.button(text.t("room.setup.own")).clicked() {
        wish(out, Wish::Own(PackWish::Ask));
    }
    refused(ui, app, out);
}
