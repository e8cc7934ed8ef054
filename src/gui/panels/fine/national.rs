//! What the country's law adds: public bodies, procedures, reductions, currency.

use egui::{RichText, Ui};

use super::judgement;
use crate::facts::CaseFile;
use crate::gui::panels::figure::Figure;
use crate::gui::{Command, View, theme, widgets};
use crate::law::{Citation, UndertakingKind};

/// The section, where the country's rules are known.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, draft: &mut CaseFile, out: &mut Vec<Command>) {
    let text = view.text;
    let country = view.case_file.undertaking.deciding_country(&view.library.law.vocabulary);
    let Some(rules) = view.library.law.national_for(view.analysis.methodology, country) else { return };
    widgets::hairline(ui, view.theme, 9.0);
    widgets::heading(ui, &text.fill("fine.national", &[("country", &rules.name)]));
    if view.case_file.undertaking.kind == UndertakingKind::PublicBody {
        let (_, particular, source) = rules.public_bodies.rule_for(view.case_file.undertaking.public_body);
        let words = text.law_text(&rules.on_public_bodies(particular), &view.library.law);
        noted(ui, view, &words, source);
    }
    let calculation = &view.analysis.calculation;
    let options = rules.procedures.iter().map(|procedure| format!("matter.procedure.{}", procedure.id));
    let options = options.chain(rules.reductions.iter().map(|reduction| format!("matter.reduction.{}", reduction.id)));
    for id in options {
        if let Some(point) = calculation.point(&id) {
            judgement::ui(ui, view, point, &mut draft.choices, out);
        }
    }
    if let Some(payable) = calculation.payable {
        let amount = text.money_exact(payable.point);
        let words = text.fill("fine.payable", &[("amount", &amount)]);
        let figure = Figure::traced(view, "figure.payable", amount, "fine.payable");
        figure.wrapped(ui, view, RichText::new(words).size(theme::BODY), out);
        if let Some(payment) = &rules.payment {
            noted(ui, view, &payment.text, &payment.source);
        }
    }
    for known in &rules.not_held {
        noted(ui, view, &known.text, &known.source);
    }
    for note in &rules.notes {
        noted(ui, view, &note.text, &note.source);
    }
}

fn noted(ui: &mut Ui, view: &View<'_>, words: &str, source: &Citation) {
    widgets::running(ui, |ui| {
        widgets::wrapped_small(ui, view.theme, words);
        let cited = RichText::new(view.text.citation(source, &view.library.law)).size(theme::SMALL);
        ui.hyperlink_to(cited, view.text.citation_url(source, &view.library.law));
        if let Some(doubt) = &source.unverified {
            ui.label(RichText::new(doubt).size(theme::SMALL).color(*view.theme.amber));
        }
    });
}
