//! Stage 2: questions by topic or by what hangs on them, only those that arise.

mod answer;
mod before;
pub(in crate::gui) mod operations;
mod question;
mod scope;

use std::collections::BTreeSet;

use egui::Ui;

use crate::analysis::Relevance;
use crate::facts::{Answers, Moment, Operation, Truth, idle};
use crate::findings::Missing;
use crate::gui::app::anchor;
use crate::gui::widgets::{self, Field};
use crate::gui::{Command, View};
use crate::law::{CaseKind, Question, QuestionId, Scope};
use question::Row;

/// Shows the stage; `focus` is an operation and a question to bring into view.
pub fn ui(ui: &mut Ui, view: &View<'_>, focus: Option<&(String, String)>, out: &mut Vec<Command>) {
    let mut draft = view.case_file.clone();
    let Some(index) = operations::shown(ui, view, focus) else { return };
    let Some(original) = view.case_file.operations.get(index) else { return };
    let idle = idle(view.library.law.questions(), view.case_file, original, Moment::Today);
    let page = Page { view, original, idle: &idle, focused: focus.map(|(_, question)| question.as_str()) };
    page.heading(ui);
    ui.add_space(8.0);
    operations::selector(ui, view, index, &mut draft);
    ui.add_space(4.0);
    operations::properties(ui, view, index, &mut draft);
    ui.add_space(6.0);
    let chosen = controls(ui, view, original);
    let (by_relevance, search) = page.uncover(ui, chosen, out);
    let mut row = |ui: &mut Ui, row: &Row<'_>| {
        widgets::hairline(ui, view.theme, 7.0);
        let response = question::ui(ui, view, row, original, &mut draft, out);
        anchor::mark(ui, egui::Id::unique((original.id.as_str(), row.question.id.as_str())), response.rect);
        if page.focused == Some(row.question.id.as_str()) {
            widgets::bring(ui, view.theme, &response);
        }
    };
    let mut shown = 0;
    if by_relevance && search.is_empty() {
        for question in page.weightiest() {
            row(ui, &page.row(question));
            shown += 1;
        }
    } else {
        for topic in &view.library.law.questionnaires {
            let fits = |question: &&Question| page.is_shown(question, &search);
            let questions: Vec<&Question> = topic.questions.iter().filter(fits).collect();
            if !questions.is_empty() {
                ui.add_space(14.0);
                widgets::heading(ui, &topic.heading);
            }
            for question in questions {
                row(ui, &page.row(question));
                shown += 1;
            }
        }
    }
    if shown == 0 {
        ui.add_space(14.0);
        let key = match (search.is_empty(), &original.case_of) {
            (true, Some(_)) => "scope.nothing_told",
            (true, None) => "practices.nothing_open",
            (false, _) => "practices.nothing_found",
        };
        widgets::body(ui, view.text.t(key));
    }
    if draft != *view.case_file {
        out.push(Command::Edit(Box::new(draft)));
    }
}

/// Where the order chosen is kept.
fn order_key() -> egui::Id {
    egui::Id::unique("practices-order")
}

/// Where the words searched for are kept.
fn search_key() -> egui::Id {
    egui::Id::unique("practices-search")
}

/// What was searched for, and in which operation.
type Searched = (crate::law::OperationId, String);

/// The order chosen and the words searched for.
fn controls(ui: &mut Ui, view: &View<'_>, operation: &Operation) -> (bool, String) {
    let text = view.text;
    let (order, words) = (order_key(), search_key());
    let mut by_relevance: bool = ui.data(|data| data.get_temp(order)).unwrap_or_default();
    // What was searched for, and in which operation: it does not outlive that.
    let typed: Option<Searched> = ui.data(|data| data.get_temp(words));
    let mut search = typed.filter(|(id, _)| *id == operation.id).map(|(_, words)| words).unwrap_or_default();
    ui.horizontal_wrapped(|ui| {
        let modes = [text.t("practices.by_topic"), text.t("practices.matters")];
        let label = text.t("practices.order");
        if let Some(clicked) = widgets::segmented(ui, view.theme, label, &modes, Some(usize::from(by_relevance))) {
            by_relevance = clicked == 1;
            ui.data_mut(|data| data.insert_temp(order, by_relevance));
        }
        let label = text.t("practices.search");
        let field = Field::new(view.face(), "practices.search", label).hint(label).width(220.0);
        let field = field.search(ui, &mut search);
        widgets::search_if_asked(ui, &field, &search);
        if field.changed() {
            ui.data_mut(|data| data.insert_temp(words, (operation.id.clone(), search.clone())));
        }
    });
    (by_relevance, search.trim().to_lowercase())
}

/// The questions of one operation.
struct Page<'p> {
    view: &'p View<'p>,
    original: &'p Operation,
    idle: &'p BTreeSet<QuestionId>,
    focused: Option<&'p str>,
}

impl<'p> Page<'p> {
    /// Whether a question arises and can still matter: it is answered, or a finding, a
    /// factor or a circumstance hangs on it.
    fn asked(&self, question: &Question) -> bool {
        if let Some(case) = &self.original.case_of {
            // All else is asked at the operation.
            let own = self.original.answers.contains_key(&question.id);
            let of_such_cases = question.scope == Scope::Case(case.kind);
            return own || (of_such_cases && self.arises(question)) || self.opens(question, case.kind);
        }
        self.arises(question) && (self.is_answered(question) || self.is_missing(question))
    }

    /// Whether questions about such cases hang on this one, which is about the whole.
    fn opens(&self, question: &Question, kind: CaseKind) -> bool {
        let law = &self.view.library.law;
        let mut of_such_cases = law.questions().filter(|known| known.scope == Scope::Case(kind));
        question.scope == Scope::Operation
            && self.arises(question)
            && of_such_cases.any(|known| known.when.questions().contains(&&question.id))
    }

    fn is_missing(&self, question: &Question) -> bool {
        let missing = Missing { operation: self.original.id.clone(), question: question.id.clone() };
        self.view.analysis.assessment.missing.contains(&missing)
    }

    fn arises(&self, question: &Question) -> bool {
        let answers = Answers::of(self.view.case_file, self.original, self.idle);
        answers.holds(&question.when) == Truth::True
    }

    fn is_answered(&self, question: &Question) -> bool {
        let known = self.view.case_file.answer(self.original, &question.id);
        known.is_some_and(|answer| answer.value.is_known())
    }

    /// Those that arise; while searching, all that match, so that nothing is hidden.
    fn is_shown(&self, question: &Question, search: &str) -> bool {
        if search.is_empty() {
            // An answer taken back leaves its question in place: somebody may be typing another.
            let taken_back = self.original.answers.contains_key(&question.id) && self.arises(question);
            return self.asked(question) || taken_back || self.focused == Some(question.id.as_str());
        }
        let text = format!("{} {} {}", question.text, question.why, question.id).to_lowercase();
        search.split_whitespace().all(|word| text.contains(word))
    }

    /// Whoever is led to a question finds it: a search that hides it is cleared, which is
    /// said, and an order that leaves it out gives way. Afterwards both are the user's again.
    fn uncover(&self, ui: &Ui, chosen: (bool, String), out: &mut Vec<Command>) -> (bool, String) {
        let (mut by_relevance, mut search) = chosen;
        let target = self.focused.and_then(|id| self.view.library.law.question(&QuestionId::from(id)));
        let Some(target) = target.filter(|_| widgets::arriving(ui)) else { return (by_relevance, search) };
        if !search.is_empty() && !self.is_shown(target, &search) {
            ui.data_mut(|data| data.remove::<Searched>(search_key()));
            out.push(Command::SearchCleared(std::mem::take(&mut search)));
        }
        if by_relevance && search.is_empty() && !self.weightiest().iter().any(|known| known.id == target.id) {
            ui.data_mut(|data| data.insert_temp(order_key(), false));
            by_relevance = false;
            ui.ctx().request_repaint();
        }
        (by_relevance, search)
    }

    fn row<'r>(&self, question: &'r Question) -> Row<'r>
    where
        'p: 'r,
    {
        Row { question, asked: self.arises(question), relevance: self.relevance(&question.id) }
    }

    fn relevance(&self, question: &QuestionId) -> Option<&'p Relevance> {
        let here =
            |known: &&Relevance| known.missing.operation == self.original.id && known.missing.question == *question;
        self.view.relevance.iter().find(here)
    }

    /// The open questions of this operation, what hangs on them first. Until that is
    /// known, in the order in which they are asked.
    fn weightiest(&self) -> Vec<&'p Question> {
        let law = &self.view.library.law;
        let open = |question: &&Question| self.asked(question) && !self.is_answered(question);
        let known = self.view.relevance.iter().filter(|known| known.missing.operation == self.original.id);
        let mut found: Vec<&Question> =
            known.filter_map(|known| law.question(&known.missing.question)).filter(open).collect();
        for question in law.questions().filter(open) {
            if self.view.relevance.is_empty() && !found.iter().any(|known| known.id == question.id) {
                found.push(question);
            }
        }
        found
    }

    fn heading(&self, ui: &mut Ui) {
        let text = self.view.text;
        let asked: Vec<&Question> = self.view.library.law.questions().filter(|q| self.asked(q)).collect();
        let answered = asked.iter().filter(|question| self.is_answered(question)).count();
        let left = asked.len() - answered;
        let here = |missing: &Missing| missing.operation == self.original.id;
        let matter = match self.view.relevance {
            // Not weighed yet: what could change a finding or a circumstance.
            [] => self.view.analysis.assessment.missing.iter().filter(|missing| here(missing)).count(),
            known => known.iter().filter(|known| here(&known.missing) && known.matters()).count(),
        };
        let numbers = [answered, left, matter].map(|number| number.to_string());
        let [done, open, decisive] = &numbers;
        let names = [("name", self.original.name.as_str()), ("answered", done), ("left", open), ("matter", decisive)];
        // Of a new operation it is not known yet what matters: "0 of them" would be wrong.
        let pending = self.view.analysis.assessment.missing.iter().any(here)
            && !self.view.relevance.is_empty()
            && !self.view.relevance.iter().any(|known| here(&known.missing));
        let key = if pending { "practices.subtitle_pending" } else { "practices.subtitle" };
        let subtitle = text.fill(key, &names);
        widgets::stage_title(ui, self.view.theme, text.t("screen.practices"), &subtitle);
        progress(ui, self.view, answered, left);
    }
}

fn progress(ui: &mut Ui, view: &View<'_>, answered: usize, left: usize) {
    ui.add_space(6.0);
    let (rect, _) = ui.allocate_exact_size(egui::vec2(ui.available_width(), 4.0), egui::Sense::hover());
    #[expect(clippy::cast_precision_loss, reason = "the length of a bar")]
    let share = answered as f32 / (answered + left).max(1) as f32;
    ui.painter().rect_filled(rect, 2.0, *view.theme.hairline);
    let done = egui::Rect::from_min_size(rect.min, egui::vec2(rect.width() * share, rect.height()));
    ui.painter().rect_filled(done, 2.0, *view.theme.accent);
}
