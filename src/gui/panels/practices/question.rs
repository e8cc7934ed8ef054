//! One question: wording, reason, law, answer, what hangs on it, what it led to.

use egui::{RichText, Ui};

use super::answer::{self, Place};
use super::{before, scope};
use crate::analysis::Relevance;
use crate::facts::{Answer, CaseFile, Operation, Until};
use crate::findings::Finding;
use crate::gui::widgets::{self, Field, Symbol};
use crate::gui::{Command, Screen, View, theme};
use crate::law::{OperationId, Question};
use crate::quantity::Range;

/// The room for the answer at the right.
const RIGHT: f32 = 254.0;
/// What note and evidence take beside each other, besides what words need.
const NOTES: f32 = 400.0;

/// A question as it is shown.
pub(super) struct Row<'r> {
    pub(super) question: &'r Question,
    /// Whether it arises for this operation.
    pub(super) asked: bool,
    /// What hangs on it, where it is open and that is known.
    pub(super) relevance: Option<&'r Relevance>,
}

/// Shows a question and takes its answer.
pub(super) fn ui(
    ui: &mut Ui,
    view: &View<'_>,
    row: &Row<'_>,
    original: &Operation,
    draft: &mut CaseFile,
    out: &mut Vec<Command>,
) -> egui::Response {
    let question = row.question;
    ui.push_id(question.id.as_str(), |ui| {
        if !row.asked {
            idle(ui, view, question, original, out);
            return;
        }
        let present = scope::present(view.case_file, original, question);
        let mut given = present.clone();
        let place = Place { name: "answer", operation: &original.id, label: &question.text };
        if answer::is_narrow(question) {
            widgets::beside(
                ui,
                RIGHT,
                |ui| words(ui, view, question),
                |ui| {
                    answer::ui(ui, view, &place, question, &mut given.value);
                    kept_room(ui, original, question, |ui| view.weighing(ui, |ui| hangs_on(ui, view, row.relevance)));
                },
            );
        } else {
            words(ui, view, question);
            ui.add_space(3.0);
            answer::ui(ui, view, &place, question, &mut given.value);
            kept_room(ui, original, question, |ui| view.weighing(ui, |ui| hangs_on(ui, view, row.relevance)));
        }
        before::ui(ui, view, &original.id, question, &mut given);
        remarks(ui, view, &original.id, question, &mut given);
        if given != present {
            scope::put(draft, original, question, given);
        }
        scope::ui(ui, view, original, question, draft);
        led_to(ui, view, question, original, out);
    })
    .response
}

/// Wording, reason, law and examples.
fn words(ui: &mut Ui, view: &View<'_>, question: &Question) {
    let (text, theme) = (view.text, view.theme);
    widgets::paragraph(ui, RichText::new(&question.text), 14.0);
    widgets::running(ui, |ui| {
        ui.label(RichText::new(&question.why).size(theme::SMALL).color(*theme.ink_second));
        for citation in &question.citations {
            let words = RichText::new(text.citation(citation, &view.library.law)).size(theme::SMALL);
            ui.hyperlink_to(words, text.citation_url(citation, &view.library.law));
        }
    });
    if !question.examples.is_empty() {
        let words = text.fill("practices.example", &[("text", &question.examples.join("; "))]);
        widgets::wrapped_small(ui, theme, &words);
    }
    if question.judgement {
        widgets::tag(ui, theme, Symbol::Half, text.t("practices.judgement"));
    }
}

/// Room for hints that come and go: once they were there, their room stays while the
/// page is shown, so that nothing below jumps away from the pointer.
fn kept_room(ui: &mut Ui, operation: &Operation, question: &Question, hints: impl FnOnce(&mut Ui)) {
    let id = egui::Id::unique(("hints", operation.id.as_str(), question.id.as_str()));
    let pass = ui.ctx().cumulative_pass_nr();
    let known: Option<(f32, u64)> = ui.data(|data| data.get_temp(id));
    // A page left and shown again begins anew.
    let height = known.filter(|(_, seen)| seen + 2 >= pass).map_or(0.0, |(height, _)| height);
    let shown = ui.scope(hints).response.rect.height();
    if shown < height {
        ui.add_space(height - shown);
    }
    ui.data_mut(|data| data.insert_temp(id, (height.max(shown), pass)));
}

/// How far the fine would move between the answers, and what could be alleged.
fn hangs_on(ui: &mut Ui, view: &View<'_>, relevance: Option<&Relevance>) {
    let (Some(relevance), text) = (relevance, view.text) else { return };
    if relevance.moves().minor() > 0 {
        let range = text.rough_range(Range::new(relevance.low, relevance.high));
        widgets::wrapped_small(ui, view.theme, &text.fill("practices.moves", &[("range", &range)]));
    }
    if !relevance.provisions.is_empty() {
        let mut provisions: Vec<_> = relevance.provisions.iter().collect();
        provisions.sort_by_key(|provision| view.library.law.provision_order(provision));
        let names: Vec<String> = provisions.iter().map(|provision| text.article(provision.as_str())).collect();
        let words = text.fill("practices.could_allege", &[("provisions", &names.join(", "))]);
        widgets::wrapped_small(ui, view.theme, &words);
    }
}

/// A question that does not arise, with those that decide whether it does.
fn idle(ui: &mut Ui, view: &View<'_>, question: &Question, operation: &Operation, out: &mut Vec<Command>) {
    let (text, theme) = (view.text, view.theme);
    widgets::paragraph(ui, RichText::new(&question.text).color(*theme.ink_second), 14.0);
    let gates = question.when.questions();
    let key = if gates.is_empty() { "practices.does_not_arise_here" } else { "practices.does_not_arise" };
    widgets::wrapped_small(ui, theme, text.t(key));
    for gate in gates {
        let Some(gate) = view.library.law.question(gate) else { continue };
        if widgets::link(ui, &gate.text, theme::SMALL).clicked() {
            out.push(Command::ShowQuestion(operation.id.to_string(), gate.id.to_string()));
        }
    }
}

/// Note and evidence: shown where there are any or reasons are asked for, else behind
/// a link.
fn remarks(ui: &mut Ui, view: &View<'_>, operation: &OperationId, question: &Question, answer: &mut Answer) {
    let text = view.text;
    let id = ui.scope_id().with("remarks");
    let opened: bool = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let wanted = question.judgement && answer.value.is_known();
    if answer.note.is_empty() && answer.evidence.is_empty() && !opened && !wanted {
        if widgets::link(ui, text.t("practices.remarks"), theme::SMALL).clicked() {
            ui.data_mut(|data| data.insert_temp(id, true));
            widgets::ask_for_focus(ui, id);
        }
        return;
    }
    ui.data_mut(|data| data.insert_temp(id, true));
    let note = if question.judgement { "practices.reasons" } else { "practices.note" };
    let fields = |ui: &mut Ui| {
        for (key, value, width) in
            [(note, &mut answer.note, 400.0), ("practices.evidence", &mut answer.evidence, 230.0)]
        {
            let label = text.t(key);
            let place = format!("{key}/{operation}/{}", question.id);
            let field = Field::new(view.face(), place, label).named(format!("{label}: {}", question.text));
            let field = field.hint(label).width(width).rows(2).small().text(ui, value);
            // Just opened: the first of the two has the focus.
            if key == note {
                widgets::focus_if_asked(ui, id, &field);
            }
        }
    };
    if widgets::has_room(ui, NOTES) {
        ui.horizontal_top(fields);
    } else {
        ui.vertical(fields);
    }
}

/// The findings that rest on this answer.
fn led_to(ui: &mut Ui, view: &View<'_>, question: &Question, operation: &Operation, out: &mut Vec<Command>) {
    let rests = |finding: &&Finding| finding.operation == operation.id && finding.facts.contains(&question.id);
    for finding in view.analysis.assessment.findings().filter(rests) {
        ui.horizontal_wrapped(|ui| {
            widgets::tag(ui, view.theme, Symbol::from(finding.strength), view.text.t(finding.strength.key()));
            let title = view.library.law.rule(&finding.rule).map_or("", |rule| rule.title.as_str());
            let provision = view.text.article(finding.provision.as_str());
            if widgets::link(ui, &format!("{title}, {provision}"), theme::SMALL).clicked() {
                out.push(Command::Show(Screen::Findings));
            }
        });
        // What goes on is the usual case and needs no words.
        if let Some(period) = finding.period.filter(|period| period.until != Until::GoesOn) {
            widgets::wrapped_small(ui, view.theme, &view.text.period(&period));
        }
    }
}
