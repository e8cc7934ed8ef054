//! The reveal on the trainer's page: for somebody alone the axis itself, for all the reasons to
//! be read.

use egui::{RichText, Sense, Ui, Vec2};

use crate::gui::app::App;
use crate::gui::panels::projector;
use crate::gui::theme;
use crate::gui::widgets::{self, Symbol};
use crate::gui::workshop::{Room, now};
use crate::workshop::{ReasonsView, Ruled, Shown, Weight};

pub(super) fn ui(ui: &mut Ui, app: &App, room: &Room) {
    let shown = room.shown();
    let reasons = match &shown {
        Shown::Reveal(view) => view.reasons.as_ref(),
        _ => None,
    };
    if let Some(reasons) = reasons {
        widgets::hairline(ui, &app.theme, 10.0);
        why(ui, app, reasons);
    } else if room.session.is_alone()
        && let Some(slide) = room.last_slide()
    {
        let width = ui.available_width();
        let (rect, _) = ui.allocate_exact_size(Vec2::new(width, width * 9.0 / 16.0), Sense::hover());
        let mut inside = ui.new_child(egui::UiBuilder::new().max_rect(rect));
        projector::page(&mut inside, rect, slide, now());
    }
}

/// Why it was decided so: what weighed, what was found, what to remember.
fn why(ui: &mut Ui, app: &App, view: &ReasonsView<'_>) {
    let (text, theme) = (&app.library.locale, &app.theme);
    widgets::heading(ui, text.t("room.reveal.reasons"));
    for reason in view.reasons {
        let (sign, ink) = match reason.weight {
            Weight::Against => (Symbol::Up, *theme.brick),
            Weight::For => (Symbol::Down, *theme.green),
            Weight::Neutral => (Symbol::Dot, *theme.ink_second),
        };
        widgets::after(ui, 16.0, |ui| widgets::symbol(ui, sign, ink), |ui| widgets::body(ui, &reason.text));
    }
    if let Some(court) = view.court {
        widgets::body(ui, &text.fill("room.court", &[("court", court)]));
    }
    ui.add_space(6.0);
    let found = if view.found.is_empty() { "room.found_none" } else { "room.found" };
    for (key, all) in [(found, view.found), ("room.not_found", view.not_found)] {
        widgets::strong_text(ui, text.t(key));
        for ruled in all {
            widgets::body(ui, &in_words(app, ruled));
        }
        ui.add_space(6.0);
    }
    widgets::paragraph(ui, RichText::new(view.lesson).color(*theme.accent), theme::HEADING);
    ui.add_space(6.0);
    widgets::running(ui, |ui| {
        ui.hyperlink_to(RichText::new(&view.source.title).size(theme::SMALL), &view.source.url);
        for source in view.sources {
            ui.hyperlink_to(RichText::new(&source.title).size(theme::SMALL), &source.url);
        }
    });
}

fn in_words(app: &App, ruled: &Ruled) -> String {
    let text = &app.library.locale;
    let article = text.fill("provision.article", &[("name", ruled.provision.as_str())]);
    text.fill("room.ruled", &[("article", &article), ("why", &ruled.why)])
}
