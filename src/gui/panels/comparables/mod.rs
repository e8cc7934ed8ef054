//! Stage 4: the nearest decided cases, with what they share and where they differ; kept in
//! view, left out with a reason, or side by side.

mod side;

use std::collections::BTreeSet;

use egui::{FontId, Rect, RichText, Role, Sense, Ui, Vec2, WidgetInfo};

use super::figure::Figure;
use crate::facts::CaseFile;
use crate::gui::command::Explained;
use crate::gui::widgets::{Face, Field};
use crate::gui::{Command, View, theme, widgets};
use crate::precedents::{Appeal, Decision, Likeness, Match};
use crate::report;

/// Width of the mark at the left of a decision.
const MARK: f32 = 52.0;

/// So many decisions stand side by side at most.
const BESIDE: usize = 4;

/// What the page keeps while it is shown.
#[derive(Clone, Default)]
struct Kept {
    /// Chosen to stand side by side.
    chosen: BTreeSet<String>,
    /// Whether they do.
    side_by_side: bool,
    /// About to be left out, and the reason typed so far.
    leaving: Option<(String, String)>,
}

/// Shows the stage.
pub fn ui(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Command>) {
    let (text, theme) = (view.text, view.theme);
    let id = ui.scope_id().with("comparables");
    let mut kept: Kept = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let near = &view.analysis.comparables;
    let shown = near.len().to_string();
    let all = view.library.decisions.len().to_string();
    let subtitle = text.fill("comparables.subtitle", &[("shown", &shown), ("all", &all)]);
    widgets::stage_title(ui, theme, text.t("screen.comparables"), &subtitle);
    if near.len() > 1 {
        ui.add_space(6.0);
        let options = [text.t("comparables.list"), text.t("comparables.side")];
        let selected = usize::from(kept.side_by_side);
        if let Some(chosen) = widgets::segmented(ui, theme, text.t("comparables.view"), &options, Some(selected)) {
            kept.side_by_side = chosen == 1;
        }
    }
    if view.case_file.decided_as.is_some() {
        widgets::wrapped_small(ui, theme, text.t("report.comparables.left_out"));
    }
    if near.is_empty() {
        ui.add_space(10.0);
        widgets::body(ui, text.t("report.comparables.none"));
    }
    if kept.side_by_side && near.len() > 1 {
        let chosen: Vec<&Match<'_>> = near.iter().filter(|near| kept.chosen.contains(&near.decision.id)).collect();
        // Where none or one was chosen, the nearest.
        let chosen = if chosen.len() > 1 { chosen } else { near.iter().take(3).collect() };
        widgets::wrapped_small(ui, theme, text.t("comparables.side_hint"));
        side::ui(ui, view, chosen.get(..BESIDE).unwrap_or(&chosen), out);
    } else {
        for near in near {
            widgets::hairline(ui, theme, 8.0);
            one(ui, view, near, out);
            acts(ui, view, near.decision, &mut kept, out);
        }
    }
    left_out(ui, view, out);
    ui.data_mut(|data| data.insert_temp(id, kept));
}

/// Carries a change of what is compared out.
fn edited(view: &View<'_>, change: impl FnOnce(&mut CaseFile)) -> Command {
    let mut case_file = view.case_file.clone();
    change(&mut case_file);
    Command::Edit(Box::new(case_file))
}

/// What can be done with a decision: kept in view, left out, put beside others.
fn acts(ui: &mut Ui, view: &View<'_>, decision: &Decision, kept: &mut Kept, out: &mut Vec<Command>) {
    let (text, theme) = (view.text, view.theme);
    let id = decision.id.as_str();
    let is_pinned = view.case_file.compared.is_pinned(id);
    ui.push_id(id, |ui| {
        ui.horizontal_wrapped(|ui| {
            // Under the words, not under the mark.
            if widgets::has_room(ui, MARK) {
                ui.add_space(MARK);
            }
            let key = if is_pinned { "comparables.unpin" } else { "comparables.pin" };
            if widgets::link(ui, text.t(key), theme::SMALL).clicked() {
                out.push(edited(view, |matter| matter.compared.pin(id, !is_pinned)));
            }
            if widgets::link(ui, text.t("comparables.exclude"), theme::SMALL).clicked() {
                kept.leaving = Some((id.to_owned(), String::new()));
            }
            let mut on = kept.chosen.contains(id);
            let room = on || kept.chosen.len() < BESIDE;
            let words = RichText::new(text.t("comparables.choose")).size(theme::SMALL);
            if ui.add_enabled_ui(room, |ui| widgets::checkbox(ui, theme, &mut on, words)).inner.clicked() {
                if on {
                    kept.chosen.insert(id.to_owned());
                } else {
                    kept.chosen.remove(id);
                }
            }
        });
        let Some((_, reason)) = kept.leaving.as_mut().filter(|(leaving, _)| leaving == id) else { return };
        let face = Face { text, theme };
        let label = text.t("comparables.reason");
        Field::new(face, "comparables.reason", label).hint(label).width(420.0).search(ui, reason);
        let mut done = false;
        ui.horizontal(|ui| {
            let given = !reason.trim().is_empty();
            let act =
                ui.add_enabled_ui(given, |ui| widgets::primary_button(ui, theme, text.t("comparables.leave_out")));
            if act.inner.clicked() {
                let reason = reason.clone();
                out.push(edited(view, |matter| matter.compared.exclude(id, &reason)));
                done = true;
            }
            done |= widgets::link(ui, text.t("comparables.cancel"), theme::SMALL).clicked();
        });
        if done {
            kept.leaving = None;
        }
    });
}

/// The decisions left out, each with its reason.
fn left_out(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Command>) {
    let (text, theme) = (view.text, view.theme);
    let excluded = &view.case_file.compared.excluded;
    // What a workshop keeps back is not named here either.
    let known: Vec<_> =
        excluded.iter().filter_map(|left| Some((view.library.decision(&left.decision)?, left))).collect();
    if known.is_empty() {
        return;
    }
    widgets::hairline(ui, theme, 10.0);
    widgets::heading(ui, text.t("comparables.excluded"));
    for (decision, left) in known {
        ui.push_id(&left.decision, |ui| {
            widgets::running(ui, |ui| {
                let title = format!("{} ({})", report::controller(decision, text), decision.decided.year());
                if widgets::link(ui, &title, theme::SMALL).clicked() {
                    out.push(Command::ShowDecision(decision.id.clone()));
                }
                widgets::small(ui, theme, &left.reason);
                if widgets::link(ui, text.t("comparables.include"), theme::SMALL).clicked() {
                    out.push(edited(view, |matter| matter.compared.include(&left.decision)));
                }
            });
        });
    }
}

fn one(ui: &mut Ui, view: &View<'_>, near: &Match<'_>, out: &mut Vec<Command>) {
    let (text, theme) = (view.text, view.theme);
    let decision = near.decision;
    let (mut marked, mut priced) = (Vec::new(), Vec::new());
    let mark = |ui: &mut Ui| {
        ui.add_space(6.0);
        likeness_bar(ui, view, near.similarity);
        let likeness = near.similarity.to_string();
        let words = RichText::new(&likeness).size(theme::SMALL).color(*theme.ink_second);
        let why = Command::Explain(Explained::Likeness(decision.id.clone()));
        Figure::new(view, "figure.likeness", likeness, why).show(ui, view, words, &mut marked);
    };
    let amount = |ui: &mut Ui| {
        let standing = report::standing_amount(decision, text);
        let words = RichText::new(&standing).font(FontId::new(theme::BODY, theme::strong()));
        let why = Command::ShowDecision(decision.id.clone());
        Figure::new(view, "figure.standing", standing, why).show(ui, view, words, &mut priced);
        if let Some(note) = aftermath(view, decision) {
            widgets::wrapped_small(ui, theme, &note);
        }
    };
    widgets::after(ui, MARK, mark, |ui| {
        let words = |ui: &mut Ui| {
            widgets::running(ui, |ui| {
                let name = RichText::new(report::controller(decision, text))
                    .font(FontId::new(theme::BODY, theme::strong()))
                    .color(*theme.ink);
                if ui.add(egui::Link::new(name)).clicked() {
                    out.push(Command::ShowDecision(decision.id.clone()));
                }
                let authority = view.library.law.vocabulary.authority_name(&decision.authority);
                let place = format!("{authority} {}", decision.decided.year());
                let provisions: Vec<&str> = decision.provisions.iter().map(crate::law::ProvisionId::as_str).collect();
                if provisions.is_empty() {
                    widgets::small(ui, theme, &place);
                    return;
                }
                widgets::small(ui, theme, &format!("{place} ·"));
                let articles = text.article(&provisions.join(", "));
                ui.label(RichText::new(articles).size(theme::SMALL).color(*theme.accent));
            });
            let line = |ui: &mut Ui, key: &str, wanted: &[Likeness], ink| {
                let named = near.reasons.iter().filter(|reason| wanted.contains(&reason.likeness));
                let words: Vec<&str> = named.map(|reason| text.t(reason.feature)).collect();
                if !words.is_empty() {
                    let words = text.fill(key, &[("features", &words.join(", "))]);
                    widgets::paragraph(ui, RichText::new(words).color(ink), theme::SMALL);
                }
            };
            line(ui, "comparables.same", &[Likeness::Same, Likeness::Partly], *theme.ink);
            line(ui, "comparables.different", &[Likeness::Different], *theme.brick);
            line(ui, "comparables.neither", &[Likeness::Neither], *theme.ink_second);
            line(ui, "comparables.unknown", &[Likeness::Unknown], *theme.ink_second);
        };
        widgets::beside(ui, 142.0, words, amount);
    });
    out.extend(marked.into_iter().chain(priced));
}

/// What became of a decision, where that changes how it is to be read.
pub(super) fn aftermath(view: &View<'_>, decision: &Decision) -> Option<String> {
    match &decision.appeal {
        Appeal::Pending => Some(view.text.t("decisions.pending").to_owned()),
        Appeal::Upheld => Some(view.text.t("decisions.upheld").to_owned()),
        Appeal::Reduced { .. } | Appeal::Annulled { .. } => {
            let fine = decision.fine.map(|fine| view.text.money(fine))?;
            Some(view.text.fill("decision.imposed", &[("fine", &fine)]))
        }
        Appeal::Unknown | Appeal::NotAppealed => None,
    }
}

fn likeness_bar(ui: &mut Ui, view: &View<'_>, similarity: u32) {
    let (rect, response) = ui.allocate_exact_size(Vec2::new(44.0, 4.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Meter, true, similarity.to_string()));
    ui.painter().rect_filled(rect, 0.0, *view.theme.hairline);
    #[expect(clippy::cast_precision_loss, reason = "the length of a bar")]
    let width = rect.width() * similarity as f32 / 100.0;
    ui.painter().rect_filled(Rect::from_min_size(rect.min, Vec2::new(width, rect.height())), 0.0, *view.theme.accent);
}
