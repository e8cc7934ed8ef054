//! What drives the estimate from practice: what each known fact changes, which decided cases weigh most, and
//! where the matter lies outside what is known.

use egui::{FontId, Rect, RichText, Sense, Stroke, Ui, Vec2, pos2};

use crate::gui::panels::strip;
use crate::gui::{Command, View, theme, widgets};
use crate::practice::{Factor, PracticeEstimate};
use crate::report;

/// So many facts are shown, the weightiest first.
const SHOWN: usize = 8;
/// What changes the amount by less than this share of itself is not shown.
const LEAST: f64 = 0.03;

pub(super) fn ui(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Command>) {
    let (text, theme) = (view.text, view.theme);
    let Some(estimate) = &view.analysis.practice else { return };
    widgets::hairline(ui, theme, 10.0);
    widgets::heading(ui, text.t("exposure.drives"));
    widgets::wrapped_small(ui, theme, text.t("exposure.drives_note"));
    let shown: Vec<&Factor> =
        estimate.factors.iter().filter(|known| (known.factor - 1.0).abs() >= LEAST).take(SHOWN).collect();
    let widest = shown.iter().map(|known| libm::log10(known.factor).abs()).fold(0.3, f64::max);
    for known in shown {
        factor(ui, view, known, widest);
    }
    widgets::hairline(ui, theme, 10.0);
    widgets::heading(ui, text.t("exposure.weightiest"));
    widgets::wrapped_small(ui, theme, text.t("exposure.weightiest_note"));
    weightiest(ui, view, estimate, out);
    if !estimate.remarks.is_empty() {
        widgets::hairline(ui, theme, 10.0);
        widgets::heading(ui, text.t("exposure.outside_known"));
        for remark in &estimate.remarks {
            widgets::wrapped_small(ui, theme, &report::remark_in_words(view.library, *remark));
        }
    }
}

/// One fact: what it is, by what it multiplies the amount, and the same as a bar from the middle.
fn factor(ui: &mut Ui, view: &View<'_>, factor: &Factor, widest: f64) {
    let (text, theme) = (view.text, view.theme);
    let (fact, known) = (text.t(factor.fact.key()), report::known_in_words(view.library, factor));
    let times = text.fill("practice.times", &[("factor", &factor.rounded())]);
    let words = |ui: &mut Ui| {
        widgets::running(ui, |ui| {
            ui.label(RichText::new(fact).size(theme::BODY));
            widgets::small(ui, theme, &known);
        });
    };
    widgets::beside(ui, 250.0, words, |ui| {
        let (rect, _) = ui.allocate_exact_size(Vec2::new(250.0_f32.min(ui.available_width()), 20.0), Sense::hover());
        let font = FontId::new(theme::BODY, theme::strong());
        let left = rect.left_center();
        ui.painter().text(left, egui::Align2::LEFT_CENTER, &times, font, *theme.ink);
        let bars = Rect::from_min_max(pos2(rect.left() + 70.0, rect.top() + 4.0), rect.max - Vec2::new(0.0, 4.0));
        let middle = bars.center().x;
        #[expect(clippy::cast_possible_truncation, reason = "a length on the screen")]
        let reach = (libm::log10(factor.factor) / widest) as f32 * bars.width() / 2.0;
        let (from, to) = (middle.min(middle + reach), middle.max(middle + reach));
        let strength = if reach > 0.0 { 0.65 } else { 0.3 };
        let bar = Rect::from_x_y_ranges(from..=to, bars.y_range());
        ui.painter().rect_filled(bar, 0.0, theme.accent.gamma_multiply(strength));
        ui.painter().vline(middle, rect.y_range(), Stroke::new(1.0, *theme.ink_third));
    });
}

/// The decided cases that weigh most, each a link to its record.
pub(in crate::gui::panels) fn weightiest(
    ui: &mut Ui,
    view: &View<'_>,
    estimate: &PracticeEstimate,
    out: &mut Vec<Command>,
) {
    let (text, library) = (view.text, view.library);
    for weight in &estimate.weightiest {
        let Some(decision) = library.decision(&weight.id) else { continue };
        let authority = library.law.vocabulary.authority_name(&decision.authority);
        let name = format!("{} ({authority} {})", decision.controller, decision.decided.year());
        let amount = match strip::standing(view, decision) {
            Some(here) => strip::amount_in_words(view, decision, here),
            None => report::amount_in_words(decision, text),
        };
        let mut clicked = false;
        let words = |ui: &mut Ui| {
            widgets::running(ui, |ui| {
                clicked = widgets::link(ui, &name, theme::BODY).clicked();
                widgets::small(ui, view.theme, &text.fill("exposure.weight", &[("weight", &weight.percent())]));
            });
        };
        widgets::beside(ui, 250.0, words, |ui| {
            ui.add(egui::Label::new(RichText::new(amount).size(theme::SMALL)).wrap());
        });
        if clicked {
            out.push(Command::ShowDecision(weight.id.clone()));
        }
    }
}
