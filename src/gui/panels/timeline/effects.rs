//! What each date does in the calculation, and what has no date.

use egui::{FontId, RichText, Ui};

use super::{told_by, when};
use crate::analysis::{Effect, Event, Mark};
use crate::gui::widgets::{self, Symbol};
use crate::gui::{Command, View, theme};
use crate::law::Direction;

/// Width of the column with the number.
const NUMBER: f32 = 22.0;

/// Shows the list.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Command>) {
    let (text, theme, timeline) = (view.text, view.theme, &view.analysis.timeline);
    widgets::heading(ui, text.t("timeline.effects"));
    widgets::wrapped_small(ui, theme, text.t("timeline.effects.note"));
    for mark in &timeline.marks {
        widgets::hairline(ui, theme, 5.0);
        let number = |ui: &mut Ui| {
            let words = RichText::new(mark.number.to_string());
            ui.label(words.font(FontId::new(theme::BODY, theme::strong())).color(*theme.accent));
        };
        widgets::after(ui, NUMBER, number, |ui| one(ui, view, mark, out));
    }
    widgets::hairline(ui, theme, 5.0);
    if !timeline.undated.is_empty() {
        ui.add_space(10.0);
        widgets::heading(ui, text.t("timeline.undated"));
        widgets::wrapped_small(ui, theme, text.t("timeline.undated.note"));
        for event in &timeline.undated {
            widgets::hairline(ui, theme, 5.0);
            name(ui, view, event, out);
        }
        widgets::hairline(ui, theme, 5.0);
    }
}

fn one(ui: &mut Ui, view: &View<'_>, mark: &Mark, out: &mut Vec<Command>) {
    let day = view.text.partial_date(mark.day);
    widgets::line(ui, |ui| name(ui, view, &mark.event, out), |ui| drop(widgets::small(ui, view.theme, &day)));
    if mark.effects.is_empty() {
        widgets::wrapped_small(ui, view.theme, view.text.t("timeline.no_effect"));
    }
    for effect in &mark.effects {
        self::effect(ui, view, effect);
    }
}

/// What happened, as a link to what tells it, with what changed.
fn name(ui: &mut Ui, view: &View<'_>, event: &Event, out: &mut Vec<Command>) {
    let when = when(view);
    let words = RichText::new(when.event(event)).font(FontId::new(theme::BODY, theme::strong())).color(*view.theme.ink);
    if ui.add(egui::Link::new(words)).clicked() {
        out.push(told_by(event));
    }
    if let Some(detail) = when.detail(event) {
        widgets::wrapped_small(ui, view.theme, &detail);
    }
}

fn effect(ui: &mut Ui, view: &View<'_>, effect: &Effect) {
    let when = when(view);
    let ink = match effect.direction {
        Some(Direction::Aggravating) => *view.theme.brick,
        Some(Direction::Mitigating) => *view.theme.green,
        Some(Direction::Neutral) | None => *view.theme.ink_second,
    };
    let sign = Symbol::from(effect.direction.unwrap_or(Direction::Neutral));
    let words = |ui: &mut Ui| {
        widgets::running(ui, |ui| {
            widgets::symbol(ui, sign, ink);
            ui.label(RichText::new(when.effect(effect)).size(theme::SMALL));
        });
    };
    widgets::line(ui, words, |ui| {
        let way = when.direction(effect.direction);
        if !way.is_empty() {
            ui.label(RichText::new(way).font(FontId::new(theme::SMALL, theme::strong())).color(ink));
        }
    });
}
