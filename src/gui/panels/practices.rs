//! Stage 2: questions by topic, only those that can still matter.

use egui::{Label, RichText, TextEdit, Ui};

use crate::facts::{Answer, AnswerValue, Answers, CaseFile, Operation, Truth, idle};
use crate::gui::widgets::{self, Symbol};
use crate::gui::{Command, View, theme};
use crate::law::{AnswerKind, Question, QuestionOption, YesNo};
use crate::quantity::Money;

/// Shows the stage; `focus` is an operation and a question to bring into view.
pub fn ui(ui: &mut Ui, view: &View<'_>, focus: Option<&(String, String)>, out: &mut Vec<Command>) {
    let (text, theme) = (view.text, view.theme);
    let mut draft = view.case_file.clone();
    let Some(index) = operation(ui, view, focus) else { return };
    let Some(original) = view.case_file.operations.get(index) else { return };
    let undertaking = &view.case_file.undertaking;
    let idle = idle(view.library.law.questions(), undertaking, original);
    let answers = Answers { undertaking, operation: original, idle: &idle };
    let asked = |question: &&Question| answers.holds(&question.when) == Truth::True;
    let answered = view.library.law.questions().filter(asked).filter(|q| answers.value(&q.id).is_known()).count();
    let left = view.library.law.questions().filter(asked).count() - answered;
    let missing = view.analysis.assessment.missing.iter().filter(|m| m.operation == original.id);
    let matter: Vec<_> = missing.map(|missing| &missing.question).collect();
    let numbers = [answered, left, matter.len()].map(|n| n.to_string());
    let [done, open, decisive] = &numbers;
    let names = [("name", original.name.as_str()), ("answered", done), ("left", open), ("matter", decisive)];
    widgets::stage_title(ui, theme, text.t("screen.practices"), &text.fill("practices.subtitle", &names));
    progress(ui, view, answered, left);
    selector(ui, view, index, &mut draft);
    let id = ui.scope_id().with("only-open");
    let mut only_open: bool = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    ui.add_space(6.0);
    let modes = [text.t("practices.by_topic"), text.t("practices.matters")];
    if let Some(clicked) =
        widgets::segmented(ui, theme, text.t("practices.order"), &modes, Some(usize::from(only_open)))
    {
        only_open = clicked == 1;
        ui.data_mut(|data| data.insert_temp(id, only_open));
    }
    let focused = focus.map(|(_, question)| question.as_str());
    for topic in &view.library.law.questionnaires {
        let shown = topic
            .questions
            .iter()
            .filter(asked)
            .filter(|q| !only_open || matter.contains(&&q.id) || focused == Some(q.id.as_str()));
        let shown: Vec<&Question> = shown.collect();
        if shown.is_empty() {
            continue;
        }
        ui.add_space(14.0);
        widgets::heading(ui, &topic.heading);
        for question in shown {
            widgets::hairline(ui, theme, 7.0);
            let Some(edited) = draft.operations.get_mut(index) else { continue };
            let response = one(ui, view, question, original, edited, out);
            if focused == Some(question.id.as_str()) {
                response.scroll_to_me(Some(egui::Align::Center));
                let rect = response.rect.expand2(egui::vec2(10.0, 4.0));
                ui.painter().rect_stroke(rect, 4.0, egui::Stroke::new(1.0, *theme.accent), egui::StrokeKind::Outside);
            }
        }
    }
    if draft != *view.case_file {
        out.push(Command::Edit(Box::new(draft)));
    }
}

/// The operation shown: the one asked for, else the one last chosen.
fn operation(ui: &Ui, view: &View<'_>, focus: Option<&(String, String)>) -> Option<usize> {
    let id = egui::Id::unique("practices-operation");
    let asked = focus.and_then(|(name, _)| view.case_file.operations.iter().position(|o| o.id.as_str() == name));
    if let Some(index) = asked {
        ui.data_mut(|data| data.insert_temp(id, index));
    }
    let chosen: usize = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let count = view.case_file.operations.len();
    (count > 0).then(|| chosen.min(count - 1))
}

/// Operations side by side, and one more.
fn selector(ui: &mut Ui, view: &View<'_>, index: usize, draft: &mut CaseFile) {
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        let names: Vec<&str> = view.case_file.operations.iter().map(|operation| operation.name.as_str()).collect();
        let id = egui::Id::unique("practices-operation");
        if let Some(clicked) =
            widgets::segmented(ui, view.theme, view.text.t("practices.operation"), &names, Some(index))
        {
            ui.data_mut(|data| data.insert_temp(id, clicked));
        }
        if ui.button(view.text.t("practices.add")).clicked() {
            let number = draft.operations.len() + 1;
            let mut more = CaseFile::new("", view.text.fill("practices.operation_n", &[("n", &number.to_string())]));
            if let Some(mut operation) = more.operations.pop() {
                operation.id = format!("operation-{number}").into();
                draft.operations.push(operation);
            }
            ui.data_mut(|data| data.insert_temp(id, number - 1));
        }
        if let Some(operation) = draft.operations.get_mut(index) {
            let label = view.text.t("practices.operation_name");
            let field = ui.add(TextEdit::singleline(&mut operation.name).desired_width(220.0));
            field.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, label));
        }
    });
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

/// One question with its answer, its reason and what it led to.
fn one(
    ui: &mut Ui,
    view: &View<'_>,
    question: &Question,
    original: &Operation,
    edited: &mut Operation,
    out: &mut Vec<Command>,
) -> egui::Response {
    let (text, theme) = (view.text, view.theme);
    ui.scope(|ui| {
        ui.add(Label::new(RichText::new(&question.text).size(14.0)).wrap());
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(&question.why).size(theme::SMALL).color(*theme.ink_second));
            for citation in &question.citations {
                let words = RichText::new(text.citation(citation, &view.library.law)).size(theme::SMALL);
                ui.hyperlink_to(words, text.citation_url(citation, &view.library.law));
            }
        });
        ui.add_space(3.0);
        let present = original.answers.get(&question.id).cloned().unwrap_or_default();
        let mut answer = present.clone();
        input(ui, view, question, &mut answer.value);
        remarks(ui, view, question, &mut answer);
        if answer != present {
            edited.answers.insert(question.id.clone(), answer);
        }
        led_to(ui, view, question, original, out);
    })
    .response
}

fn input(ui: &mut Ui, view: &View<'_>, question: &Question, value: &mut AnswerValue) {
    let (text, theme) = (view.text, view.theme);
    match &question.answer {
        AnswerKind::YesNo => {
            let names = ["answer.yes", "answer.partly", "answer.no", "answer.unknown"].map(|key| text.t(key));
            let present = match value.yes_no() {
                Some(YesNo::Yes) => 0,
                Some(YesNo::Partly) => 1,
                Some(YesNo::No) => 2,
                None => 3,
            };
            let given = [AnswerValue::Yes, AnswerValue::Partly, AnswerValue::No, AnswerValue::Unknown];
            let clicked = widgets::segmented(ui, theme, &question.text, &names, Some(present));
            if let Some(new) = clicked.and_then(|index| given.into_iter().nth(index)) {
                *value = new;
            }
        }
        AnswerKind::Number { unit } => number(ui, view, question, unit, value),
        AnswerKind::Date => date(ui, view, question, value),
        AnswerKind::Money => money(ui, view, question, value),
        AnswerKind::Choice(options) => choice(ui, view, options, value),
        AnswerKind::Several(options) => several(ui, view, options, value),
    }
}

/// A number; emptied it is unknown again.
fn number(ui: &mut Ui, view: &View<'_>, question: &Question, unit: &str, value: &mut AnswerValue) {
    ui.horizontal(|ui| {
        let mut words = match value {
            AnswerValue::Number(number) => view.text.count(*number),
            _ => String::new(),
        };
        let hint = view.text.t("answer.unknown");
        let field = ui.add(TextEdit::singleline(&mut words).desired_width(140.0).hint_text(hint));
        field.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, &question.text));
        if field.changed() {
            let digits: String = words.chars().filter(char::is_ascii_digit).take(15).collect();
            *value = digits.parse().map_or(AnswerValue::Unknown, AnswerValue::Number);
        }
        widgets::small(ui, view.theme, unit);
    });
}

fn date(ui: &mut Ui, view: &View<'_>, question: &Question, value: &mut AnswerValue) {
    let id = ui.scope_id().with(question.id.as_str());
    let shown = if let AnswerValue::Date(date) = value { date.to_string() } else { String::new() };
    let typed: Option<String> = ui.data(|data| data.get_temp(id));
    let mut words = typed.unwrap_or(shown);
    let field =
        ui.add(TextEdit::singleline(&mut words).desired_width(140.0).hint_text(view.text.t("practices.date_form")));
    field.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, &question.text));
    if field.changed() {
        *value = words.trim().parse().map_or(AnswerValue::Unknown, AnswerValue::Date);
    }
    if field.has_focus() {
        ui.data_mut(|data| data.insert_temp(id, words));
    } else {
        ui.data_mut(|data| data.remove::<String>(id));
    }
}

/// An amount in the currency of the method; emptied it is unknown again.
fn money(ui: &mut Ui, view: &View<'_>, question: &Question, value: &mut AnswerValue) {
    ui.horizontal(|ui| {
        let (mut words, currency) = match value {
            AnswerValue::Money(amount) => (view.text.amount(*amount), amount.currency()),
            _ => (String::new(), view.analysis.methodology.currency),
        };
        let hint = view.text.t("answer.unknown");
        let field = ui.add(TextEdit::singleline(&mut words).desired_width(140.0).hint_text(hint));
        field.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, &question.text));
        if field.changed() {
            let digits: String = words.chars().filter(char::is_ascii_digit).take(13).collect();
            let amount = |major| AnswerValue::Money(Money::from_major(major, currency));
            *value = digits.parse().map_or(AnswerValue::Unknown, amount);
        }
        widgets::small(ui, view.theme, currency.code());
    });
}

fn choice(ui: &mut Ui, view: &View<'_>, options: &[QuestionOption], value: &mut AnswerValue) {
    ui.horizontal_wrapped(|ui| {
        for option in options {
            let on = matches!(value, AnswerValue::Option(chosen) if *chosen == option.id);
            if widgets::chip(ui, view.theme, &option.label, on).clicked() {
                *value = AnswerValue::Option(option.id.clone());
            }
        }
        unknown(ui, view, value);
    });
}

fn several(ui: &mut Ui, view: &View<'_>, options: &[QuestionOption], value: &mut AnswerValue) {
    ui.horizontal_wrapped(|ui| {
        for option in options {
            let chosen = if let AnswerValue::Options(chosen) = &*value { chosen.clone() } else { Vec::new() };
            let on = chosen.contains(&option.id);
            if widgets::chip(ui, view.theme, &option.label, on).clicked() {
                let mut changed = chosen;
                if on {
                    changed.retain(|id| *id != option.id);
                } else {
                    changed.push(option.id.clone());
                }
                *value = AnswerValue::Options(changed);
            }
        }
        unknown(ui, view, value);
    });
}

fn unknown(ui: &mut Ui, view: &View<'_>, value: &mut AnswerValue) {
    if widgets::chip(ui, view.theme, view.text.t("answer.unknown"), !value.is_known()).clicked() {
        *value = AnswerValue::Unknown;
    }
}

/// Note and evidence: shown where there are any, else behind a link.
fn remarks(ui: &mut Ui, view: &View<'_>, question: &Question, answer: &mut Answer) {
    let text = view.text;
    let id = ui.scope_id().with(("remarks", question.id.as_str()));
    let opened: bool = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    if answer.note.is_empty() && answer.evidence.is_empty() && !opened {
        if widgets::link(ui, text.t("practices.remarks"), theme::SMALL).clicked() {
            ui.data_mut(|data| data.insert_temp(id, true));
        }
        return;
    }
    ui.data_mut(|data| data.insert_temp(id, true));
    ui.horizontal_top(|ui| {
        for (key, value, width) in
            [("practices.note", &mut answer.note, 400.0), ("practices.evidence", &mut answer.evidence, 230.0)]
        {
            let label = text.t(key);
            let edit = TextEdit::multiline(value)
                .desired_rows(1)
                .desired_width(width)
                .hint_text(label)
                .font(egui::TextStyle::Small);
            ui.add(edit).widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, label));
        }
    });
}

/// The findings that rest on this answer.
fn led_to(ui: &mut Ui, view: &View<'_>, question: &Question, operation: &Operation, out: &mut Vec<Command>) {
    let rests =
        |finding: &&crate::findings::Finding| finding.operation == operation.id && finding.facts.contains(&question.id);
    for finding in view.analysis.assessment.findings().filter(rests) {
        ui.horizontal(|ui| {
            widgets::tag(ui, view.theme, Symbol::from(finding.strength), view.text.t(finding.strength.key()));
            let title = view.library.law.rule(&finding.rule).map_or("", |rule| rule.title.as_str());
            let provision = view.text.fill("provision.article", &[("name", finding.provision.as_str())]);
            if widgets::link(ui, &format!("{title}, {provision}"), theme::SMALL).clicked() {
                out.push(Command::Show(crate::gui::Screen::Findings));
            }
        });
    }
}
