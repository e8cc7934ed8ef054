//! Rates of exchange that a method needs and the matter states: rate and source.

use egui::{RichText, TextEdit, Ui};

use crate::facts::{CaseFile, Exchange, Turnover};
use crate::gui::{View, theme, widgets};
use crate::law::{Corpus, Methodology, UndertakingKind};
use crate::quantity::Currency;

/// The fields for every rate this method needs for this matter.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, methodology: &Methodology, draft: &mut CaseFile) {
    for (from, to) in needed(draft, methodology, &view.library.law) {
        ui.push_id((from, to), |ui| row(ui, view, from, to, draft));
    }
}

/// The pairs of currencies: of the turnover and of the country's cap for public bodies.
fn needed(case_file: &CaseFile, methodology: &Methodology, law: &Corpus) -> Vec<(Currency, Currency)> {
    let undertaking = &case_file.undertaking;
    let mut given = match &undertaking.turnover {
        Turnover::Figure { amount, .. } => vec![amount.currency()],
        Turnover::Bracket { from, to, .. } => vec![from.currency(), to.currency()],
        Turnover::Unknown => Vec::new(),
    };
    if undertaking.kind == UndertakingKind::PublicBody
        && let Some(rules) = law.national_for(methodology, &undertaking.establishment)
    {
        let (rule, ..) = rules.public_bodies.rule_for(undertaking.public_body);
        // The rate the country's law names for its fines is held here.
        let held = rules.payment.as_ref().map(|payment| payment.currency);
        let caps = rule.caps().iter().map(|cap| cap.cap.currency());
        given.extend(caps.filter(|currency| Some(*currency) != held));
    }
    given.retain(|currency| *currency != methodology.currency);
    given.dedup();
    given.into_iter().map(|currency| (currency, methodology.currency)).collect()
}

fn row(ui: &mut Ui, view: &View<'_>, from: Currency, to: Currency, draft: &mut CaseFile) {
    let text = view.text;
    let present = draft.exchange(from, to).cloned();
    let id = ui.scope_id().with("rate");
    let stated = present.as_ref().map_or_else(String::new, |exchange| exchange.rate.to_string());
    let mut words: String = ui.data(|data| data.get_temp(id)).unwrap_or(stated);
    let mut source = present.as_ref().map_or_else(String::new, |exchange| exchange.source.clone());
    ui.horizontal_wrapped(|ui| {
        let label = text.fill("exchange.rate", &[("from", from.code()), ("to", to.code())]);
        widgets::small(ui, view.theme, &label);
        let rate = ui.add(TextEdit::singleline(&mut words).desired_width(80.0));
        rate.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, &label));
        if rate.has_focus() {
            ui.data_mut(|data| data.insert_temp(id, words.clone()));
        } else {
            ui.data_mut(|data| data.remove::<String>(id));
        }
        let label = text.t("exchange.source");
        let field = ui.add(TextEdit::singleline(&mut source).desired_width(240.0).hint_text(label));
        field.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, label));
        let Ok(value) = words.parse() else {
            let wanted = RichText::new(text.t("exchange.wanted")).size(theme::SMALL).color(*view.theme.amber);
            ui.label(wanted);
            return;
        };
        draft.set_exchange(Exchange { from, to, rate: value, source });
    });
}
