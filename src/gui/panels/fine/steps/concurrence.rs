//! What a conduct consists of; where it is under a law beside data protection law, what must be
//! known of that, and the amount where no method leads to it.

use egui::Ui;

use super::{Page, cited};
use crate::gui::panels::fine::{conducts, judgement};
use crate::gui::widgets;
use crate::law::{Step, Tier};
use crate::report;

impl Page<'_, '_> {
    /// What is charged in this conduct, under which maximum, and by which law.
    pub(super) fn concurrence(&mut self, ui: &mut Ui, step: &Step) {
        let text = self.view.text;
        self.step(
            ui,
            step,
            |page, ui| {
                let standing = page.fined.infringements.iter().filter(|known| known.displaced_by.is_none());
                let all: Vec<String> = standing.map(|known| text.article(known.provision.as_str())).collect();
                let names = [("provisions", all.join(", ")), ("tier", text.article(page.fine.tier.as_str()))];
                let names = names.each_ref().map(|(name, value)| (*name, value.as_str()));
                widgets::body(ui, &text.fill("fine.concurrence", &names));
                page.quiet(ui, text.t(page.conduct.basis.key()));
                page.law_beside(ui);
                conducts::ui(ui, page.view, page.conduct, page.draft);
                let displaced: Vec<String> = page
                    .conduct
                    .displacements(&page.view.library.law)
                    .map(|known| known.displaced.to_string())
                    .collect();
                for provision in displaced {
                    page.point(ui, &format!("displaced.{provision}"));
                }
                if page.tier_beside().is_some_and(Tier::is_by_practice) {
                    page.practice(ui);
                }
            },
            |page, ui| {
                page.quiet(ui, text.t("trace.legal_maximum"));
                let maximum = report::between(page.fine.maximum, |amount| text.money(amount), text);
                page.figure(ui, &maximum, "legal_maximum", "figure.conduct_maximum");
                if page.tier_beside().is_some_and(Tier::is_by_practice) {
                    page.starting(ui);
                }
            },
        );
    }

    /// Its tier, where that is one of a law beside data protection law.
    pub(super) fn tier_beside(&self) -> Option<&Tier> {
        self.view.library.law.tier_beside(&self.fine.tier).map(|(_, tier)| tier)
    }

    /// The amount from the range that decisions show.
    fn practice(&mut self, ui: &mut Ui) {
        let id = self.fine.conduct.choice("starting_amount");
        if let Some(point) = self.view.analysis.calculation.point(id.as_str()) {
            judgement::amount(ui, self.view, point, &mut self.draft.choices);
        }
    }

    /// How the amount comes about under such a law, and how it relates to the other fine.
    fn law_beside(&self, ui: &mut Ui) {
        let law = &self.view.library.law;
        let notes = self.trace("fine").filter(|_| self.tier_beside().is_some());
        for note in notes.iter().flat_map(|node| &node.governed_by) {
            cited(ui, self.view, &self.view.text.law_text(&note.text, law), &note.source);
        }
    }
}
