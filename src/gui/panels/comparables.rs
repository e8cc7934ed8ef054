//! Stage 4: the nearest decided cases, with what they share and where they differ.

use egui::{FontId, Rect, RichText, Role, Sense, Ui, Vec2, WidgetInfo};

use super::figure::Figure;
use crate::gui::command::Explained;
use crate::gui::{Command, View, theme, widgets};
use crate::precedents::{Appeal, Decision, Likeness, Match};
use crate::report;

/// Shows the stage.
pub fn ui(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Command>) {
    let (text, theme) = (view.text, view.theme);
    let shown = view.analysis.comparables.len().to_string();
    let all = view.library.decisions.len().to_string();
    let subtitle = text.fill("comparables.subtitle", &[("shown", &shown), ("all", &all)]);
    widgets::stage_title(ui, theme, text.t("screen.comparables"), &subtitle);
    if view.case_file.decided_as.is_some() {
        widgets::wrapped_small(ui, theme, text.t("report.comparables.left_out"));
    }
    if view.analysis.comparables.is_empty() {
        ui.add_space(10.0);
        widgets::body(ui, text.t("report.comparables.none"));
    }
    for near in &view.analysis.comparables {
        widgets::hairline(ui, theme, 8.0);
        one(ui, view, near, out);
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
    widgets::after(ui, 52.0, mark, |ui| {
        let words = |ui: &mut Ui| {
            widgets::running(ui, |ui| {
                let name = RichText::new(&decision.controller)
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
