//! The licences of the program, of its fonts and of the crates it is made of.

use std::sync::OnceLock;

use egui::{CollapsingHeader, Label, RichText, Ui};
use serde::Deserialize;

use super::asset;
use crate::gui::app::App;
use crate::gui::{theme, widgets};
use crate::library;

/// The texts of the program's own licences, one to be chosen.
const OWN: [(&str, &str); 2] =
    [("MIT", include_str!("../../../../LICENSE-MIT")), ("Apache-2.0", include_str!("../../../../LICENSE-APACHE"))];

/// A crate the program is made of (`assets/licences/crates.ron`).
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Crate {
    name: String,
    version: String,
    licence: String,
    notices: Vec<String>,
}

pub(super) fn ui(ui: &mut Ui, app: &App) {
    let (text, theme) = (&app.library.locale, &app.theme);
    widgets::stage_title(ui, theme, text.t("help.licences"), text.t("help.licences_subtitle"));
    for (name, words) in OWN {
        fold(ui, name, words);
    }
    ui.add_space(10.0);
    widgets::heading(ui, text.t("help.fonts"));
    fold(ui, "IBM Plex (OFL-1.1)", asset("fonts/OFL.txt"));
    ui.add_space(10.0);
    let crates = crates();
    widgets::heading(ui, &text.plural("help.crates", crates.len()));
    widgets::wrapped_small(ui, theme, text.t("help.crates_note"));
    for (name, file) in texts() {
        fold(ui, name, file);
    }
    ui.add_space(6.0);
    for part in crates {
        widgets::running(ui, |ui| {
            ui.label(RichText::new(format!("{} {}", part.name, part.version)).size(theme::SMALL));
            widgets::small(ui, theme, &part.licence);
        });
        for notice in &part.notices {
            widgets::wrapped_small(ui, theme, notice);
        }
    }
}

fn fold(ui: &mut Ui, name: &str, words: &str) {
    CollapsingHeader::new(name).show(ui, |ui| {
        ui.add(Label::new(RichText::new(words).size(theme::SMALL)).wrap());
    });
}

fn crates() -> &'static [Crate] {
    static CRATES: OnceLock<Vec<Crate>> = OnceLock::new();
    CRATES
        .get_or_init(|| library::parse("assets/licences/crates.ron", asset("licences/crates.ron")).unwrap_or_default())
}

/// The texts of the licences of third parties, by their short names.
fn texts() -> impl Iterator<Item = (&'static str, &'static str)> {
    library::ASSETS.get_dir("licences").into_iter().flat_map(include_dir::Dir::files).filter_map(|file| {
        let name = file.path().file_stem()?.to_str()?;
        let is_text = file.path().extension().is_some_and(|extension| extension == "txt");
        is_text.then(|| file.contents_utf8()).flatten().map(|words| (name, words))
    })
}
