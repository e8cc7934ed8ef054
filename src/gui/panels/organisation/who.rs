//! Who is concerned: name, role, sector, kind, size.

use egui::Ui;

use super::{choice, columns, field, part, words};
use crate::facts::CaseFile;
use crate::gui::widgets::Picker;
use crate::gui::{View, widgets};
use crate::law::{PublicBodyKind, Role, UndertakingKind};

/// Its name, role, sector, kind and size.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, draft: &mut CaseFile) {
    const ROLES: [(Role, &str); 3] =
        [(Role::Controller, "role.controller"), (Role::Processor, "role.processor"), (Role::Joint, "role.joint")];
    const KINDS: [(UndertakingKind, &str); 4] = [
        (UndertakingKind::Company, "kind.company"),
        (UndertakingKind::PublicBody, "kind.public_body"),
        (UndertakingKind::Association, "kind.association"),
        (UndertakingKind::Individual, "kind.individual"),
    ];
    columns(
        ui,
        |ui| part(ui, view, "change.title", |ui| field(view, "organisation.title", 300.0).text(ui, &mut draft.title)),
        |ui| {
            let field = field(view, "organisation.name", 300.0);
            part(ui, view, "change.name", |ui| field.text(ui, &mut draft.undertaking.name));
        },
    );
    ui.add_space(6.0);
    let undertaking = &mut draft.undertaking;
    columns(
        ui,
        |ui| {
            part(ui, view, "change.role", |ui| choice(ui, view, "organisation.role", &ROLES, &mut undertaking.role));
        },
        |ui| part(ui, view, "change.sector", |ui| sector(ui, view, &mut undertaking.sector)),
    );
    ui.add_space(6.0);
    columns(
        ui,
        |ui| {
            part(ui, view, "change.kind", |ui| choice(ui, view, "organisation.kind", &KINDS, &mut undertaking.kind));
        },
        |ui| {
            let field = field(view, "organisation.employees", 100.0);
            part(ui, view, "change.employees", |ui| field.count(ui, &mut undertaking.employees));
        },
    );
    if undertaking.kind == UndertakingKind::PublicBody {
        ui.add_space(6.0);
        let kinds = PublicBodyKind::ALL.map(|kind| (Some(kind), kind.key()));
        choice(ui, view, "organisation.public_body", &kinds, &mut undertaking.public_body);
    }
    if matches!(undertaking.kind, UndertakingKind::PublicBody | UndertakingKind::Individual) {
        ui.add_space(4.0);
        widgets::checkbox(ui, view.theme, &mut undertaking.on_market, view.text.t("organisation.on_market"));
    }
}

/// A section or division of NACE, or own words.
fn sector(ui: &mut Ui, view: &View<'_>, sector: &mut String) {
    let known = view.library.law.vocabulary.sectors.get(sector);
    let shown = known.map_or(sector.as_str(), |known| &known.name).to_owned();
    let (label, help) = (view.text.t("organisation.sector"), view.text.t("picker.help_sector"));
    let picker = Picker::new(view.face(), "organisation.sector", label, help).above().width(300.0, 560.0).free();
    if let Some(chosen) = picker.one(ui, &shown, sector, || words::sectors(view)) {
        *sector = chosen;
    } else if known.is_none() && !sector.trim().is_empty() {
        widgets::small(ui, view.theme, view.text.t("organisation.sector.own"));
    }
}
