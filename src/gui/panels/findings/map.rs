//! The heat map: every provision a rule can find, with the firmest finding.

use egui::{FontId, Rect, Sense, Stroke, Ui, Vec2, pos2};

use super::scores;
use crate::findings::Finding;
use crate::gui::command::Explained;
use crate::gui::panels::figure::Figure;
use crate::gui::widgets::{self, Symbol};
use crate::gui::{Command, View, theme};
use crate::law::{ProvisionId, Strength};

/// The provisions a rule can find, each with the firmest finding.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Command>) {
    const CELL: Vec2 = Vec2::new(59.0, 38.0);
    const MOST: usize = 12;
    let mut provisions: Vec<&ProvisionId> = view.library.law.rules.iter().map(|rule| &rule.provision).collect();
    provisions.sort_by_key(|provision| view.library.law.provision_order(provision));
    provisions.dedup();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "so many cells fit in a row")]
    let fit = ((ui.available_width() / CELL.x) as usize).clamp(1, MOST);
    for row in provisions.chunks(fit) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            for provision in row {
                cell(ui, view, provision, CELL, out);
            }
        });
        ui.add_space(-4.0);
    }
    ui.add_space(4.0);
    legend(ui, view);
}

/// What the signs and the numbers of the grid say.
fn legend(ui: &mut Ui, view: &View<'_>) {
    let (text, theme) = (view.text, view.theme);
    ui.horizontal_wrapped(|ui| {
        for strength in [Strength::Clear, Strength::Arguable, Strength::Weak] {
            let ink = match strength {
                Strength::Clear => *theme.brick,
                Strength::Arguable => *theme.amber,
                Strength::Weak => *theme.green,
            };
            widgets::symbol(ui, Symbol::from(strength), ink);
            widgets::small(ui, theme, text.t(strength.key()));
            ui.add_space(6.0);
        }
        widgets::small(ui, theme, text.t("findings.legend"));
    });
}

fn cell(ui: &mut Ui, view: &View<'_>, provision: &ProvisionId, size: Vec2, out: &mut Vec<Command>) {
    let theme = view.theme;
    let here = || view.analysis.assessment.infringements().filter(|i| i.provision == *provision);
    let found = here().map(|i| i.strength).max();
    // What was put right is marked and not coloured: the number beside it is of today.
    let over = here().flat_map(|i| &i.findings).all(Finding::has_ended);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let (ink, ground) = match found {
        Some(Strength::Clear) => (*theme.brick, Some(*theme.brick_tint)),
        Some(Strength::Arguable) => (*theme.amber, Some(*theme.amber_tint)),
        Some(Strength::Weak) => (*theme.green, Some(*theme.green_tint)),
        None => (*theme.ink_second, None),
    };
    if let Some(ground) = ground.filter(|_| !over) {
        ui.painter().rect_filled(rect, 0.0, ground);
    }
    ui.painter().rect_stroke(rect, 0.0, Stroke::new(1.0, *theme.hairline), egui::StrokeKind::Middle);
    let galley = ui.painter().layout_no_wrap(provision.to_string(), FontId::proportional(theme::SMALL), ink);
    ui.painter().galley(rect.min + Vec2::new(6.0, 4.0), galley, ink);
    if let Some(strength) = found {
        let place = Rect::from_min_size(pos2(rect.left() + 4.0, rect.top() + 19.0), Vec2::splat(16.0));
        let mut inside = ui.new_child(egui::UiBuilder::new().max_rect(place));
        widgets::symbol(&mut inside, Symbol::from(strength), ink);
    }
    let score = view.analysis.scores.provisions.iter().find(|(id, _)| id == provision).map(|(_, score)| *score);
    if let Some(points) = score.and_then(|score| score.point) {
        let galley = ui.painter().layout_no_wrap(points.to_string(), FontId::proportional(theme::SMALL), ink);
        ui.painter().galley(rect.right_bottom() - galley.size() - Vec2::new(6.0, 3.0), galley, ink);
    }
    let heading = view.library.law.provision(provision).map_or("", |provision| provision.heading.as_str());
    let mut state =
        found.map_or_else(|| view.text.t("findings.not_alleged"), |strength| view.text.t(strength.key())).to_owned();
    if found.is_some() && over {
        state = view.text.fill("findings.over", &[("strength", &state)]);
    }
    let article = view.text.fill("provision.article", &[("name", provision.as_str())]);
    let why = score.map(|_| Command::Explain(Explained::Provision(provision.clone())));
    let kept = match score.filter(|score| score.point.is_some()) {
        Some(score) => view.text.fill("score.cell", &[("score", &scores::words(view, score))]),
        None => view.text.t("score.cell_unknown").to_owned(),
    };
    let score = score.map_or_else(|| view.text.t("score.none").to_owned(), |score| scores::words(view, score));
    let words = format!("{article} {heading}: {state}\n{kept}");
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &words));
    if why.is_some() {
        Figure { what: words, copied: score, why }.on(view, response, out);
    } else {
        response.on_hover_text(words);
    }
}
