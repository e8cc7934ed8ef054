//! Who is concerned: name, role, sector, kind, size.

use egui::{TextEdit, Ui};

use super::{choice, columns, field, named};
use crate::facts::CaseFile;
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
        |ui| field(ui, view, "organisation.title", &mut draft.title, 300.0),
        |ui| {
            field(ui, view, "organisation.name", &mut draft.undertaking.name, 300.0);
        },
    );
    ui.add_space(6.0);
    let undertaking = &mut draft.undertaking;
    columns(
        ui,
        |ui| choice(ui, view, "organisation.role", &ROLES, &mut undertaking.role),
        |ui| {
            field(ui, view, "organisation.sector", &mut undertaking.sector, 200.0);
        },
    );
    ui.add_space(6.0);
    columns(
        ui,
        |ui| choice(ui, view, "organisation.kind", &KINDS, &mut undertaking.kind),
        |ui| employees(ui, view, &mut undertaking.employees),
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

/// How many people work there; emptied it is not known.
fn employees(ui: &mut Ui, view: &View<'_>, value: &mut Option<u32>) {
    let label = view.text.t("organisation.employees");
    widgets::small(ui, view.theme, label);
    let mut words = value.map_or_else(String::new, |count| view.text.count(i64::from(count)));
    if named(ui.add(TextEdit::singleline(&mut words).desired_width(100.0)), label).changed() {
        let digits: String = words.chars().filter(char::is_ascii_digit).take(9).collect();
        *value = digits.parse().ok();
    }
}
