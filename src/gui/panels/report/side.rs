//! For whom the report is, what it holds, and in which formats it is written.

use egui::Ui;

use super::{ReportPages, Stage};
use crate::gui::{Command, View, widgets};
use crate::library::{EditionId, Section};
use crate::report::{Contents, Format};

pub(super) fn ui(ui: &mut Ui, view: &View<'_>, pages: &mut ReportPages, stage: Stage<'_>, out: &mut Vec<Command>) {
    let mut wanted = stage.wanted.clone();
    let contents = wanted.contents(view.library);
    edition(ui, view, &mut wanted.edition);
    widgets::wrapped_small(ui, view.theme, view.text.t(contents.edition().marking.key()));
    ui.add_space(10.0);
    widgets::heading(ui, view.text.t("report.stage.sections"));
    for section in contents.edition().offered() {
        let mut on = contents.has(section);
        if row(ui, view, pages, (section, &mut on)) {
            wanted.set(section, on);
        }
    }
    ui.add_space(10.0);
    widgets::heading(ui, view.text.t("report.stage.formats"));
    formats(ui, view, &contents, &mut wanted.formats);
    if wanted != *stage.wanted {
        out.push(Command::Want(wanted));
    }
    ui.add_space(10.0);
    export(ui, view, pages, stage, out);
}

fn edition(ui: &mut Ui, view: &View<'_>, chosen: &mut EditionId) {
    let text = view.text;
    widgets::heading(ui, text.t("report.stage.edition"));
    let names = EditionId::ALL.map(|edition| text.t(edition.short_key()));
    let present = EditionId::ALL.iter().position(|edition| edition == chosen);
    let clicked = widgets::segmented(ui, view.theme, text.t("report.stage.edition"), &names, present);
    if let Some(edition) = clicked.and_then(|index| EditionId::ALL.get(index)) {
        *chosen = *edition;
    }
}

/// A section with the page it stands on; tells whether it was taken in or out.
fn row(ui: &mut Ui, view: &View<'_>, pages: &mut ReportPages, (section, on): (Section, &mut bool)) -> bool {
    let name = view.text.t(section.key());
    let place = pages.outline.iter().find(|(heading, _)| heading == name).map(|(_, page)| *page);
    let mut changed = false;
    ui.horizontal(|ui| {
        changed = widgets::checkbox(ui, view.theme, on, name).changed();
        if let Some(page) = place {
            let words = view.text.fill("report.stage.on_page", &[("n", &(page + 1).to_string())]);
            let link = widgets::link(ui, &words, crate::gui::theme::SMALL);
            let told = view.text.fill("report.stage.to_section", &[("section", name)]);
            if link.on_hover_text(told).clicked() {
                pages.turn(page);
            }
        }
    });
    changed
}

/// The formats, several at once; JSON says everything and is not offered where something is
/// withheld.
fn formats(ui: &mut Ui, view: &View<'_>, contents: &Contents, chosen: &mut Vec<String>) {
    let text = view.text;
    ui.horizontal_wrapped(|ui| {
        for format in Format::ALL {
            if *format == Format::Json && !contents.is_whole() {
                continue;
            }
            let mut on = chosen.iter().any(|known| known == format.ending());
            let changed = widgets::checkbox(ui, view.theme, &mut on, text.t(format.key())).changed();
            if changed {
                chosen.retain(|known| known != format.ending());
                if on {
                    chosen.push(format.ending().to_owned());
                }
            }
        }
    });
    widgets::wrapped_small(ui, view.theme, text.t("report.stage.formats.text"));
}

fn export(ui: &mut Ui, view: &View<'_>, pages: &ReportPages, stage: Stage<'_>, out: &mut Vec<Command>) {
    let (text, theme) = (view.text, view.theme);
    ui.horizontal_wrapped(|ui| {
        if let Some((done, total)) = stage.exporting {
            ui.spinner();
            let names = [("n", (done + 1).min(total).to_string()), ("total", total.to_string())];
            let names: Vec<(&str, &str)> = names.iter().map(|(name, value)| (*name, value.as_str())).collect();
            widgets::small(ui, theme, &text.fill("report.stage.writing", &names));
            if ui.button(text.t("report.stage.cancel")).clicked() {
                out.push(Command::CancelExport);
            }
        } else {
            let any = !stage.wanted.formats(view.library).is_empty();
            let clicked =
                ui.add_enabled_ui(any, |ui| widgets::primary_button(ui, theme, text.t("command.export")).clicked());
            if clicked.inner {
                out.push(Command::ExportReport);
            }
            if ui.button(text.t("report.stage.copy")).clicked() {
                out.push(Command::CopySummary);
            }
        }
    });
    if !pages.pages.is_empty() {
        widgets::small(ui, theme, &text.plural("report.stage.pages", pages.pages.len()));
    }
    written(ui, view, pages, out);
}

/// What was written last: to be opened, or seen where it stands.
fn written(ui: &mut Ui, view: &View<'_>, pages: &ReportPages, out: &mut Vec<Command>) {
    let text = view.text;
    for path in &pages.written {
        let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        let told = text.fill("report.stage.open", &[("file", &name)]);
        if widgets::link(ui, &told, crate::gui::theme::SMALL).clicked() {
            out.push(Command::OpenFile(path.clone()));
        }
    }
    let folder = pages.written.first().and_then(|path| path.parent());
    if let Some(folder) = folder
        && widgets::link(ui, text.t("report.stage.folder"), crate::gui::theme::SMALL).clicked()
    {
        out.push(Command::OpenFile(folder.to_owned()));
    }
}
