//! What weighs: the factors of seriousness and the other circumstances of Art.
//! 83(2) GDPR, as the answers have them.

use egui::{RichText, Ui};

use super::judgement;
use crate::facts::{ChoiceValue, Choices};
use crate::findings::Conduct;
use crate::fine::ConductFine;
use crate::gui::app::Place;
use crate::gui::widgets::{self, Symbol};
use crate::gui::{Command, View, theme};
use crate::law::{Direction, Weight};
use crate::quantity::Rate;

/// What weighs: raising and lowering factors with their reason, the rest quietly.
pub(super) fn factors(ui: &mut Ui, view: &View<'_>, conduct: &Conduct) {
    let mut quiet = Vec::new();
    for weighed in &conduct.factors {
        let Some(factor) = view.library.law.factors.iter().find(|factor| factor.id == weighed.factor) else {
            continue;
        };
        let (sign, ink) = match weighed.weight {
            Some(Weight::Raises) => (Symbol::Up, *view.theme.brick),
            Some(Weight::Lowers) => (Symbol::Down, *view.theme.green),
            Some(Weight::Neutral) => {
                quiet.push(factor.label.clone());
                continue;
            }
            None => {
                quiet.push(view.text.fill("fine.factor_unknown", &[("name", &factor.label)]));
                continue;
            }
        };
        widgets::running(ui, |ui| {
            widgets::symbol(ui, sign, ink);
            ui.label(RichText::new(format!("({}) {}", factor.letter, factor.label)).size(theme::SMALL));
            ui.label(
                RichText::new(view.text.law_texts(&weighed.reasons(), &view.library.law))
                    .size(theme::SMALL)
                    .color(*view.theme.ink_second),
            );
        });
    }
    if !quiet.is_empty() {
        widgets::wrapped_small(ui, view.theme, &view.text.fill("fine.considered", &[("names", &quiet.join(", "))]));
    }
}

/// The other circumstances with their controls; those without effect on demand.
pub(super) fn circumstances(
    ui: &mut Ui,
    view: &View<'_>,
    fine: &ConductFine,
    conduct: &Conduct,
    choices: &mut Choices,
    out: &mut Vec<Command>,
) {
    let mut quiet = Vec::new();
    for weighed in &conduct.circumstances {
        let known = view.library.law.circumstances.iter().find(|known| known.id == weighed.circumstance);
        let name = format!("circumstance.{}", weighed.circumstance);
        let point = view.analysis.calculation.point(fine.conduct.choice(&name).as_str());
        let (Some(circumstance), Some(point)) = (known, point) else { continue };
        let direction = weighed.direction.unwrap_or(Direction::Neutral);
        let moved = !matches!(point.value, ChoiceValue::Rate(Rate::ZERO));
        let led_to = view.place == Some(&Place::Judgement(point.id.to_string()));
        if led_to {
            unfold(ui);
        }
        if direction == Direction::Neutral && !moved && !unfolded(ui) {
            quiet.push(format!("({}) {}", circumstance.letter, circumstance.label));
            continue;
        }
        let ink = match direction {
            Direction::Aggravating => *view.theme.brick,
            Direction::Neutral => *view.theme.ink_second,
            Direction::Mitigating => *view.theme.green,
        };
        judgement::row(ui, view, point, |ui| {
            widgets::running(ui, |ui| {
                widgets::symbol(ui, Symbol::from(direction), ink);
                ui.label(RichText::new(format!("({}) {}", circumstance.letter, circumstance.label)));
                ui.label(
                    RichText::new(view.text.law_texts(&weighed.reasons(), &view.library.law))
                        .size(theme::SMALL)
                        .color(*view.theme.ink_second),
                );
            });
            judgement::control(ui, view, point, choices, out);
        });
    }
    if !quiet.is_empty() {
        widgets::wrapped_small(ui, view.theme, &view.text.fill("fine.considered", &[("names", &quiet.join(", "))]));
        if widgets::link(ui, view.text.t("fine.unfold"), theme::SMALL).clicked() {
            unfold(ui);
        }
    }
}

/// Shows circumstances without effect with their controls from now on.
fn unfold(ui: &Ui) {
    ui.data_mut(|data| data.insert_temp(egui::Id::unique("fine-unfolded"), true));
}

/// Whether circumstances without effect are shown with their controls too.
fn unfolded(ui: &Ui) -> bool {
    ui.data(|data| data.get_temp(egui::Id::unique("fine-unfolded"))).unwrap_or_default()
}
