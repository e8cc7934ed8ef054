//! What is chosen among a few.

use egui::Ui;

use super::Form;
use crate::gui::widgets;
use crate::law::{Role, UndertakingKind};
use crate::precedents::Initiation;

impl Form<'_> {
    /// A labelled choice among a few.
    fn choice<T: PartialEq + Copy>(&self, ui: &mut Ui, key: &str, options: &[(T, &str)], value: &mut T) {
        let text = &self.library.locale;
        let label = text.t(key);
        widgets::small(ui, self.theme, label);
        let names: Vec<&str> = options.iter().map(|(_, key)| text.t(key)).collect();
        let present = options.iter().position(|(option, _)| option == value);
        let clicked = widgets::segmented(ui, self.theme, label, &names, present);
        if let Some((option, _)) = clicked.and_then(|index| options.get(index)) {
            *value = *option;
        }
    }

    pub(super) fn role(&mut self, ui: &mut Ui) {
        const ROLES: [(Role, &str); 3] =
            [(Role::Controller, "role.controller"), (Role::Processor, "role.processor"), (Role::Joint, "role.joint")];
        let mut role = self.draft.record.role;
        self.choice(ui, "organisation.role", &ROLES, &mut role);
        self.draft.record.role = role;
    }

    pub(super) fn kind(&mut self, ui: &mut Ui) {
        const KINDS: [(UndertakingKind, &str); 4] = [
            (UndertakingKind::Company, "kind.company"),
            (UndertakingKind::PublicBody, "kind.public_body"),
            (UndertakingKind::Association, "kind.association"),
            (UndertakingKind::Individual, "kind.individual"),
        ];
        let mut kind = self.draft.record.kind;
        self.choice(ui, "organisation.kind", &KINDS, &mut kind);
        self.draft.record.kind = kind;
    }

    pub(super) fn initiation(&mut self, ui: &mut Ui) {
        const WAYS: [(Initiation, &str); 4] = [
            (Initiation::Complaint, "initiation.complaint"),
            (Initiation::BreachNotification, "initiation.breach_notification"),
            (Initiation::OwnInitiative, "initiation.own_initiative"),
            (Initiation::Unknown, "comparables.not_stated"),
        ];
        let mut way = self.draft.record.facts.initiation;
        self.choice(ui, "record.initiation", &WAYS, &mut way);
        self.draft.record.facts.initiation = way;
    }

    /// What a decision states, denies or leaves open: data of Articles 9 or 10, vulnerable people, a breach,
    /// several countries.
    pub(super) fn stated(&mut self, ui: &mut Ui, place: usize) {
        const ANSWERS: [(Option<bool>, &str); 3] =
            [(Some(true), "answer.yes"), (Some(false), "answer.no"), (None, "comparables.not_stated")];
        let facts = &self.draft.record.facts;
        let (key, mut value) = match place {
            0 => ("record.special", facts.special_categories),
            1 => ("record.vulnerable", facts.vulnerable_people),
            2 => ("record.breach", facts.breach),
            _ => ("record.cross_border", facts.cross_border),
        };
        self.choice(ui, key, &ANSWERS, &mut value);
        let facts = &mut self.draft.record.facts;
        match place {
            0 => facts.special_categories = value,
            1 => facts.vulnerable_people = value,
            2 => facts.breach = value,
            _ => facts.cross_border = value,
        }
    }
}
