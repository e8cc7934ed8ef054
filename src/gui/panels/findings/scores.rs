//! How far the duties are kept, topic by topic. A score is never part of the fine.

use egui::{FontId, RichText, Sense, Ui, Vec2};

use crate::findings::Score;
use crate::gui::command::Explained;
use crate::gui::panels::figure::Figure;
use crate::gui::{Command, View, theme, widgets};

/// The score in all, and topic by topic on demand.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Command>) {
    let text = view.text;
    let scores = &view.analysis.scores;
    let id = egui::Id::unique("findings-scores");
    let open: bool = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    ui.horizontal_wrapped(|ui| {
        widgets::heading(ui, text.t("score.heading"));
        let figure = RichText::new(words(view, scores.overall)).font(FontId::new(theme::HEADING, theme::serif()));
        let why = Command::Explain(Explained::Overall);
        Figure::new(view, "figure.score", words(view, scores.overall), why).show(ui, view, figure, out);
        let (decided, total) =
            (scores.overall.decided.to_string(), (scores.overall.decided + scores.overall.open).to_string());
        widgets::small(ui, view.theme, &text.fill("score.decided", &[("decided", &decided), ("total", &total)]));
        let key = if open { "score.fold" } else { "score.unfold" };
        if widgets::link(ui, text.t(key), theme::SMALL).clicked() {
            ui.data_mut(|data| data.insert_temp(id, !open));
        }
    });
    if !open {
        return;
    }
    widgets::wrapped_small(ui, view.theme, text.t("score.note"));
    ui.add_space(4.0);
    for (topic, score) in &scores.topics {
        let known = view.library.law.questionnaires.iter().find(|known| known.topic == *topic);
        let heading = known.map_or_else(|| topic.to_string(), |known| known.heading.clone());
        let why = Command::Explain(Explained::Topic(topic.clone()));
        let figure = Figure::new(view, "figure.score_topic", words(view, *score), why);
        row(ui, view, &heading, *score, figure, out);
    }
}

/// A score in words.
pub(super) fn words(view: &View<'_>, score: Score) -> String {
    view.text.score(score.low, score.point, score.high)
}

fn row(ui: &mut Ui, view: &View<'_>, heading: &str, score: Score, figure: Figure, out: &mut Vec<Command>) {
    const BAR: f32 = 220.0;
    const FIGURE: f32 = 80.0;
    let theme = view.theme;
    let bar = |ui: &mut Ui| {
        ui.horizontal(|ui| {
            let width = BAR.min(ui.available_width() - FIGURE);
            let (rect, response) = ui.allocate_exact_size(Vec2::new(width, 8.0), Sense::hover());
            let at = |points: u8| rect.left() + rect.width() * f32::from(points) / 100.0;
            if score.point.is_none() {
                hatched(ui, rect, *theme.ink_third);
            } else {
                ui.painter().rect_filled(rect, 2.0, *theme.hairline);
                let sure = egui::Rect::from_min_max(rect.min, egui::pos2(at(score.low), rect.bottom()));
                let open = egui::Rect::from_min_max(
                    egui::pos2(at(score.low), rect.top()),
                    egui::pos2(at(score.high), rect.bottom()),
                );
                ui.painter().rect_filled(sure, 2.0, *theme.accent);
                ui.painter().rect_filled(open, 2.0, theme.accent.gamma_multiply(0.35));
            }
            // Nothing decided is no score from 0 to 100.
            let words = if score.point.is_none() { view.text.t("score.none").to_owned() } else { words(view, score) };
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, format!("{heading}: {words}")));
            let words = RichText::new(words).size(theme::SMALL).color(*theme.ink_second);
            figure.show(ui, view, words, out);
        });
    };
    widgets::beside(ui, BAR + FIGURE, |ui| widgets::wrapped_small(ui, theme, heading), bar);
}

/// An empty bar with slanting lines: not known.
fn hatched(ui: &Ui, rect: egui::Rect, ink: egui::Color32) {
    let stroke = egui::Stroke::new(1.0, ink.gamma_multiply(0.6));
    ui.painter().rect_stroke(rect, 2.0, stroke, egui::StrokeKind::Inside);
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    let mut left = rect.left() - rect.height();
    while left < rect.right() {
        painter.line_segment([egui::pos2(left, rect.bottom()), egui::pos2(left + rect.height(), rect.top())], stroke);
        left += 6.0;
    }
}
