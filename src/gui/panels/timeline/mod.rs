//! The timeline: alleged infringements as bars, what happened as numbered marks, and what
//! each date does in the calculation.

mod effects;
mod marks;
mod picture;
mod rows;
mod table;

use egui::{RichText, Ui};

use crate::analysis::{Bar, Event, Mark};
use crate::gui::{Command, Screen, View, theme, widgets};
use crate::law::OperationId;
use crate::report::When;

/// Shows the page.
pub fn ui(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Command>) {
    let (text, theme) = (view.text, view.theme);
    let timeline = &view.analysis.timeline;
    widgets::stage_title(ui, theme, text.t("screen.timeline"), &subtitle(view));
    if timeline.bars.is_empty() {
        ui.add_space(8.0);
        widgets::body(ui, text.t("timeline.none"));
    } else {
        ui.add_space(8.0);
        let id = ui.scope_id().with("mode");
        let mode: usize = ui.data(|data| data.get_temp(id)).unwrap_or_default();
        let names = ["timeline.picture", "timeline.table"].map(|key| text.t(key));
        if let Some(clicked) = widgets::segmented(ui, theme, text.t("timeline.view"), &names, Some(mode)) {
            ui.data_mut(|data| data.insert_temp(id, clicked));
        }
        ui.add_space(10.0);
        if mode == 0 { picture::ui(ui, view, out) } else { table::ui(ui, view, out) }
    }
    ui.add_space(6.0);
    limitation(ui, view);
    ui.add_space(14.0);
    effects::ui(ui, view, out);
}

fn when<'v>(view: &View<'v>) -> When<'v> {
    When { case_file: view.case_file, law: &view.library.law, text: view.text }
}

fn subtitle(view: &View<'_>) -> String {
    let (text, timeline) = (view.text, &view.analysis.timeline);
    let on = timeline.bars.iter().filter(|bar| bar.goes_on()).count();
    let infringements = text.plural("timeline.infringements", timeline.bars.len());
    let dates = text.plural("timeline.dates", timeline.marks.len());
    let on = if on == 0 { text.t("timeline.going_on.none").to_owned() } else { text.plural("timeline.going_on", on) };
    text.fill("timeline.subtitle", &[("infringements", &infringements), ("dates", &dates), ("continue", &on)])
}

/// The limitation rules of the country with their sources, or that none is known.
fn limitation(ui: &mut Ui, view: &View<'_>) {
    let when = when(view);
    let law = &view.library.law;
    let country = view.case_file.undertaking.deciding_country(&law.vocabulary);
    let national = law.national_for(view.analysis.methodology, country);
    let Some(known) = national.filter(|national| !national.limitation.is_empty()) else {
        widgets::wrapped_small(ui, view.theme, &when.no_rule(national));
        return;
    };
    for (before, citation, after) in when.rules(known) {
        widgets::running(ui, |ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            widgets::small(ui, view.theme, &before);
            let words = RichText::new(view.text.marked(citation, &view.library.law)).size(theme::SMALL);
            ui.hyperlink_to(words, view.text.citation_url(citation, &view.library.law));
            widgets::small(ui, view.theme, &after);
        });
    }
}

/// Where a bar leads: to its finding.
fn finding(bar: &Bar) -> Command {
    Command::ShowFinding(bar.operation.to_string(), bar.rule.to_string())
}

/// Where an event leads: to the question or the field that tells it.
fn told_by(event: &Event) -> Command {
    let field = |screen, operation: Option<&OperationId>, key: &str| {
        let field = operation.map_or_else(|| key.to_owned(), |operation| format!("{key}/{operation}"));
        Command::ShowField { screen, operation: operation.map(ToString::to_string), field }
    };
    match event {
        Event::LawApplies => Command::Show(Screen::FineCalculation),
        Event::Began(operation) => field(Screen::Practices, Some(operation), "time.began"),
        Event::Ended(operation) => field(Screen::Practices, Some(operation), "time.ended_field"),
        Event::Contact => field(Screen::Organisation, None, "time.first_contact"),
        Event::Today => field(Screen::Organisation, None, "organisation.as_of"),
        Event::Changed { operation, question, .. } => {
            Command::ShowQuestion(operation.to_string(), question.to_string())
        }
    }
}

/// A mark in words, with what changed.
fn in_words(view: &View<'_>, mark: &Mark) -> String {
    let when = when(view);
    let words = when.mark(mark);
    match when.detail(&mark.event) {
        Some(detail) => format!("{words}. {detail}"),
        None => words,
    }
}
