//! Rates of exchange that a method needs and the matter states: rate and source.

use egui::{RichText, Ui};

use crate::facts::{CaseFile, Exchange};
use crate::gui::widgets::{self, Field};
use crate::gui::{View, theme};
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
    let mut given: Vec<Currency> = undertaking.turnover.amounts().iter().map(|amount| amount.currency()).collect();
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
    let mut rate = present.as_ref().map(|exchange| exchange.rate);
    // Written before the rate it is kept by its field.
    let pending = egui::Id::unique(("exchange-source", from, to));
    let typed: Option<String> = ui.data(|data| data.get_temp(pending));
    let mut source = present.as_ref().map(|exchange| exchange.source.clone()).or(typed).unwrap_or_default();
    ui.horizontal_wrapped(|ui| {
        let label = text.fill("exchange.rate", &[("from", from.code()), ("to", to.code())]);
        widgets::small(ui, view.theme, &label);
        let place = format!("exchange/{}/{}", from.code(), to.code());
        Field::new(view.face(), format!("{place}/rate"), &label).width(90.0).exchange(ui, to, &mut rate);
        let label = text.t("exchange.source");
        Field::new(view.face(), format!("{place}/source"), label).hint(label).width(240.0).text(ui, &mut source);
        if rate.is_none() {
            ui.label(RichText::new(text.t("exchange.wanted")).size(theme::SMALL).color(*view.theme.amber));
        }
    });
    if let Some(rate) = rate {
        draft.set_exchange(Exchange { from, to, rate, source });
        return;
    }
    draft.exchange.retain(|known| known.from != from || known.to != to);
    ui.data_mut(|data| data.insert_temp(pending, source));
}
