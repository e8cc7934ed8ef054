//! Stage 3: what would be alleged, on which facts, what would rebut it, and what the
//! lawyer makes of it.

mod finding;
mod map;
mod review;
mod scores;

use egui::Ui;

pub(super) use finding::fines;

use crate::findings::Finding;
use crate::gui::app::anchor;
use crate::gui::{Command, View, widgets};
use crate::law::Strength;

/// Shows the stage; `focus` is an operation and a rule to bring into view.
pub fn ui(ui: &mut Ui, view: &View<'_>, focus: Option<&(String, String)>, out: &mut Vec<Command>) {
    let (text, theme) = (view.text, view.theme);
    let mut draft = view.case_file.clone();
    let findings: Vec<&Finding> = view.analysis.assessment.findings().collect();
    let of = |strength| findings.iter().filter(|finding| finding.strength == strength).count().to_string();
    let [clear, arguable, weak] = [Strength::Clear, Strength::Arguable, Strength::Weak].map(of);
    let names = [("clear", clear.as_str()), ("arguable", &arguable), ("weak", &weak)];
    let count = text.plural("findings.count", findings.len());
    let subtitle = format!("{count}{}", text.fill("findings.grades", &names));
    widgets::stage_title(ui, theme, text.t("screen.findings"), &subtitle);
    super::strip::not_in_figures(ui, view);
    ui.add_space(10.0);
    map::ui(ui, view, out);
    ui.add_space(4.0);
    scores::ui(ui, view, out);
    let operation = operation(ui, view, focus);
    let rejected = &view.analysis.assessment.rejected;
    if !rejected.is_empty() {
        ui.add_space(6.0);
        widgets::small(ui, theme, &text.plural("findings.rejected", rejected.len()));
    }
    if let Some(words) = crate::report::unstated_in_words(view.case_file, view.library) {
        widgets::wrapped_small(ui, theme, &words);
    }
    let here = |finding: &&Finding| operation.as_ref().is_none_or(|id| finding.operation == *id);
    let mut shown: Vec<&Finding> = findings.into_iter().chain(rejected).filter(here).collect();
    if shown.is_empty() {
        ui.add_space(8.0);
        widgets::body(ui, text.t("report.findings.none"));
    }
    // By what the rule says, not by what was made of it: a card stays where it is judged.
    let place = |finding: &&Finding| {
        let operation = view.case_file.operations.iter().position(|known| known.id == finding.operation);
        let rule = view.library.law.rules.iter().position(|known| known.id == finding.rule);
        (std::cmp::Reverse(finding.graded), operation, rule)
    };
    shown.sort_by_key(place);
    for finding in shown {
        if let Some(rule) = view.library.law.rule(&finding.rule) {
            widgets::hairline(ui, theme, 9.0);
            // One rule may find the same at several operations.
            let id = (finding.operation.as_str(), finding.rule.as_str());
            let card = ui.push_id(id, |ui| finding::ui(ui, view, finding, rule, &mut draft, out)).response;
            anchor::mark(ui, egui::Id::unique(id), card.rect);
            if focus.is_some_and(|(operation, rule)| id == (operation.as_str(), rule.as_str())) {
                widgets::bring(ui, theme, &card);
            }
        }
    }
    if draft != *view.case_file {
        out.push(Command::Edit(Box::new(draft)));
    }
}

/// The operation whose findings are shown; `None` for all.
fn operation(ui: &mut Ui, view: &View<'_>, focus: Option<&(String, String)>) -> Option<crate::law::OperationId> {
    let operations = &view.case_file.operations;
    if operations.len() < 2 {
        return None;
    }
    let id = egui::Id::unique("findings-operation");
    let chosen: Option<crate::law::OperationId> = ui.data(|data| data.get_temp(id)).flatten();
    let chosen = chosen.filter(|id| view.case_file.operation(id).is_some());
    // What is to be shown is not filtered away.
    let chosen = chosen.filter(|id| focus.is_none_or(|(operation, _)| operation == id.as_str()));
    let mut next = chosen.clone();
    ui.add_space(6.0);
    ui.horizontal_wrapped(|ui| {
        if widgets::chip(ui, view.theme, view.text.t("findings.all_operations"), chosen.is_none()).clicked() {
            next = None;
        }
        for operation in operations {
            let on = chosen.as_ref() == Some(&operation.id);
            if widgets::chip(ui, view.theme, &operation.name, on).clicked() {
                next = Some(operation.id.clone());
            }
        }
    });
    ui.data_mut(|data| data.insert_temp(id, next.clone()));
    next
}
