//! What the lawyer makes of a finding: confirmed, regraded, rejected, with a reason.

use egui::Ui;

use crate::facts::{CaseFile, Review, Verdict};
use crate::findings::Finding;
use crate::gui::widgets::{self, Field};
use crate::gui::{View, theme};
use crate::law::Strength;

/// The verdict on a finding, and its reason.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, finding: &Finding, draft: &mut CaseFile) {
    let text = view.text;
    let present = view.case_file.review(&finding.operation, &finding.rule);
    let mut review = present.cloned();
    ui.horizontal_wrapped(|ui| {
        let others: Vec<Strength> = [Strength::Clear, Strength::Arguable, Strength::Weak]
            .into_iter()
            .filter(|s| *s != finding.graded)
            .collect();
        let mut options = vec![(None, text.t("review.open").to_owned())];
        options.push((Some(Verdict::Confirmed), text.t("review.confirm").to_owned()));
        options.extend(others.into_iter().map(|strength| {
            let label = text.fill("review.regrade", &[("strength", text.t(strength.key()))]);
            (Some(Verdict::Regraded(strength)), label)
        }));
        options.push((Some(Verdict::Rejected), text.t("review.reject").to_owned()));
        let title = view.library.law.rule(&finding.rule).map_or("", |rule| rule.title.as_str());
        let name = text.fill("review.of", &[("title", title)]);
        let selected = options.iter().position(|(verdict, _)| *verdict == present.map(|review| review.verdict));
        let labels: Vec<&str> = options.iter().map(|(_, label)| label.as_str()).collect();
        if let Some((verdict, _)) =
            widgets::segmented(ui, view.theme, &name, &labels, selected).and_then(|index| options.get(index))
        {
            let reason = review.take().map_or_else(String::new, |review| review.reason);
            let (operation, rule) = (finding.operation.clone(), finding.rule.clone());
            review = verdict.map(|verdict| Review { operation, rule, verdict, reason });
        }
    });
    if let Some(review) = &mut review {
        reason(ui, view, review, present.map(|review| review.verdict));
    }
    if review.as_ref() != present {
        draft.set_review(&finding.operation, &finding.rule, review);
    }
}

/// The box for the reason: below the verdict, with room for a paragraph. Just judged,
/// it has the focus.
fn reason(ui: &mut Ui, view: &View<'_>, review: &mut Review, before: Option<Verdict>) {
    let label = view.text.t("review.reason");
    ui.add_space(3.0);
    let width = ui.available_width().min(620.0);
    let place = format!("review/{}/{}", review.operation, review.rule);
    let field = Field::new(view.face(), place, label).hint(label).width(width).rows(3);
    let field = field.text(ui, &mut review.reason);
    let id = ui.scope_id().with("reason");
    if before != Some(review.verdict) && review.reason.trim().is_empty() {
        widgets::ask_for_focus(ui, id);
    }
    widgets::focus_if_asked(ui, id, &field);
    if review.reason.trim().is_empty() {
        let words = egui::RichText::new(view.text.t("review.reason_wanted")).size(theme::SMALL);
        ui.label(words.color(*view.theme.amber));
    }
}
