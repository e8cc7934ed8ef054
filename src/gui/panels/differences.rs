//! What two states of a matter say differently, in plain words.

use std::collections::BTreeSet;

use egui::{Align, Button, Label, Layout, RichText, Ui, vec2};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::Value;

use crate::facts::difference::Difference;
use crate::facts::{Answer, CaseFile};
use crate::gui::app::App;
use crate::gui::{theme, widgets};
use crate::law::{ChoiceId, OperationId, QuestionId};
use crate::quantity::Money;

/// How wide each of the two states is at most.
const COLUMN: f32 = 178.0;
/// Room between the columns.
const GAP: f32 = 10.0;

/// A difference in words.
struct Row {
    label: String,
    citation: String,
    mine: String,
    theirs: String,
}

/// The table. With `chosen`, each row can be taken from the one or the other.
pub(super) fn table(
    ui: &mut Ui,
    app: &App,
    (mine, rows): (&CaseFile, &[Difference]),
    heads: [&str; 2],
    height: f32,
    mut chosen: Option<&mut BTreeSet<usize>>,
) {
    let (text, theme) = (&app.library.locale, &app.theme);
    line(ui, |ui, at| match at {
        0 => drop(widgets::wrapped_small(ui, theme, text.t("difference.heading"))),
        at => drop(widgets::wrapped_small(ui, theme, heads.get(at - 1).copied().unwrap_or_default())),
    });
    widgets::hairline(ui, theme, 3.0);
    widgets::list(ui, "differences", height, |ui| {
        for (index, difference) in rows.iter().enumerate() {
            let row = words(app, mine, difference);
            let is_theirs = chosen.as_ref().is_some_and(|chosen| chosen.contains(&index));
            line(ui, |ui, at| match at {
                0 => {
                    ui.add(Label::new(RichText::new(&row.label).size(theme::BODY)).wrap());
                    if !row.citation.is_empty() {
                        widgets::small(ui, theme, &row.citation);
                    }
                }
                at => {
                    let said = if at == 1 { &row.mine } else { &row.theirs };
                    let Some(chosen) = &mut chosen else {
                        let words = RichText::new(said).font(egui::FontId::new(theme::BODY, theme::strong()));
                        ui.add(Label::new(words).truncate()).on_hover_text(said);
                        return;
                    };
                    let on = is_theirs == (at == 2);
                    let name = format!("{}: {}", row.label, heads.get(at - 1).copied().unwrap_or_default());
                    let button = ui.add(Button::selectable(on, said.as_str()).truncate()).on_hover_text(said);
                    button.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, on, &name));
                    if button.clicked() && at == 2 {
                        chosen.insert(index);
                    } else if button.clicked() {
                        chosen.remove(&index);
                    }
                }
            });
            widgets::hairline(ui, theme, 2.0);
        }
    });
}

/// A row of three: what it is, and what each says, at the right.
fn line(ui: &mut Ui, mut cell: impl FnMut(&mut Ui, usize)) {
    let room = ui.available_width();
    let column = COLUMN.min((room - 2.0 * GAP) / 3.0);
    let first = room - 2.0 * (column + GAP);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        for at in 0..=2 {
            let (width, align) = if at == 0 { (first, Align::Min) } else { (column, Align::Max) };
            ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(align), |ui| {
                ui.set_width(width);
                ui.spacing_mut().item_spacing.y = 1.0;
                cell(ui, at);
            });
        }
    });
}

/// A moment: the time, and the day where it is not today.
pub(super) fn moment(app: &App, at: Timestamp) -> String {
    let at = jiff::ZonedDateTime::new(at, TimeZone::system());
    let time = format!("{:02}:{:02}", at.hour(), at.minute());
    if at.date() == app.today {
        return time;
    }
    app.library.locale.fill("difference.moment", &[("date", &app.library.locale.date(at.date())), ("time", &time)])
}

fn words(app: &App, mine: &CaseFile, difference: &Difference) -> Row {
    let text = &app.library.locale;
    let place: Vec<&str> = difference.place.iter().map(String::as_str).collect();
    let plain = |value: &Option<Value>| value.as_ref().map_or_else(String::new, |value| said(app, value));
    let (mut citation, mut both) = (String::new(), [plain(&difference.mine), plain(&difference.theirs)]);
    let label = match place.as_slice() {
        ["operations", operation, rest @ ..] => {
            let name = mine.operation(&OperationId::from(*operation)).map_or(*operation, |known| known.name.as_str());
            match rest {
                [] => {
                    let there = |value: &Option<Value>| {
                        text.t(if value.is_some() { "difference.there" } else { "difference.not_there" }).to_owned()
                    };
                    both = [there(&difference.mine), there(&difference.theirs)];
                    text.fill("difference.operation", &[("name", name)])
                }
                ["answers", id] => {
                    let Some(question) = app.library.law.question(&QuestionId::from(*id)) else {
                        return Row { label: (*id).to_owned(), citation, mine: both.concat(), theirs: String::new() };
                    };
                    (citation, both) = of_answer(app, question, difference);
                    match mine.operations.len() {
                        1 => question.text.clone(),
                        _ => text.fill("difference.of", &[("what", &question.text), ("name", name)]),
                    }
                }
                [field, ..] => text.fill("difference.of", &[("what", known(app, field).as_str()), ("name", name)]),
            }
        }
        ["answers", id] => match app.library.law.question(&QuestionId::from(*id)) {
            Some(question) => {
                (citation, both) = of_answer(app, question, difference);
                question.text.clone()
            }
            None => (*id).to_owned(),
        },
        ["choices", id] => {
            text.fill("difference.choice", &[("name", &text.point(&ChoiceId::from(*id), &app.library.law))])
        }
        ["undertaking", field] | [field] => known(app, field),
        _ => known(app, &place.join(" ")),
    };
    let [one, other] = &both;
    if one == other {
        // Their words are the same: what is told is how the file writes them.
        both = [&difference.mine, &difference.theirs].map(|value| as_written(value.as_ref()));
    }
    let [mine, theirs] = both.map(|said| if said.is_empty() { text.t("difference.nothing").to_owned() } else { said });
    Row { label, citation, mine, theirs }
}

/// The law behind a question, and both answers to it in words.
fn of_answer(app: &App, question: &crate::law::Question, difference: &Difference) -> (String, [String; 2]) {
    let first = question.citations.first();
    let citation = first.map_or_else(String::new, |first| app.library.locale.citation(first, &app.library.law));
    (citation, [&difference.mine, &difference.theirs].map(|value| answer(app, question, value.as_ref())))
}

/// What a field of a matter is called.
fn known(app: &App, field: &str) -> String {
    let text = &app.library.locale;
    let key = match field {
        "title" => "difference.title",
        "summary" => "difference.summary",
        "notes" => "difference.notes",
        "first_contact" => "time.first_contact",
        "began" => "time.began",
        "ended" => "time.ended_field",
        "as_of" => "difference.as_of",
        "methodology" => "difference.methodology",
        "exchange" => "difference.exchange",
        "compared" => "difference.compared",
        "assignments" => "difference.assignments",
        "reviews" => "difference.reviews",
        "name" => "difference.name",
        "purpose" => "difference.purpose",
        "linked_to" => "difference.linked_to",
        "kind" => "difference.kind",
        "role" => "difference.role",
        "sector" => "difference.sector",
        "establishment" => "difference.establishment",
        "lead_authority" => "difference.lead_authority",
        "people_in" => "difference.people_in",
        "turnover" => "difference.turnover",
        "employees" => "difference.employees",
        "previous_infringements" => "difference.previous_infringements",
        other => return text.fill("difference.other", &[("name", &other.replace('_', " "))]),
    };
    text.t(key).to_owned()
}

/// An entry as it is stored, where words do not tell it from another.
fn as_written(value: Option<&Value>) -> String {
    value.map_or_else(String::new, Value::to_string)
}

/// An answer in the words of its question, with its note.
fn answer(app: &App, question: &crate::law::Question, value: Option<&Value>) -> String {
    let Some(value) = value else { return String::new() };
    let Ok(answer) = serde_json::from_value::<Answer>(value.clone()) else { return said(app, value) };
    let mut words = app.library.locale.answered(question, &answer);
    let change = answer.before.map(|before| before.evidence).unwrap_or_default();
    for more in [&answer.note, &answer.evidence, &change] {
        if !more.is_empty() {
            words.push_str(" · ");
            words.push_str(more);
        }
    }
    words
}

/// Any other entry: what stands in it, one after the other.
fn said(app: &App, value: &Value) -> String {
    let text = &app.library.locale;
    let joined = |parts: Vec<String>, between: &str| {
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(between)
    };
    match value {
        Value::Null => String::new(),
        Value::Bool(true) => text.t("answer.yes").to_owned(),
        Value::Bool(false) => text.t("answer.no").to_owned(),
        Value::Number(number) => number.as_i64().map_or_else(|| number.to_string(), |number| text.count(number)),
        Value::String(words) => match serde_json::from_value::<Money>(value.clone()) {
            Ok(amount) => text.money(amount),
            Err(_) => words.clone(),
        },
        Value::Array(entries) => joined(entries.iter().map(|entry| said(app, entry)).collect(), ", "),
        Value::Object(fields) => joined(fields.values().map(|entry| said(app, entry)).collect(), " · "),
    }
}
