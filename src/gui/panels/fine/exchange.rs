//! Rates of exchange: the published one that is used, and another in its place where the
//! user states one, in either direction.

use egui::{RichText, Ui};

use crate::facts::{CaseFile, Exchange, Turnover};
use crate::gui::widgets::{self, Field};
use crate::gui::{View, theme};
use crate::law::{Corpus, Methodology, UndertakingKind, When};
use crate::quantity::Currency;
use crate::trace::RateUsed;

/// A rate that is needed: from one currency into another, as of when.
type Needed = (Currency, Currency, When);

/// A line for every rate this method needs for this matter.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, methodology: &Methodology, draft: &mut CaseFile) {
    for needed in needed(view, methodology, &view.library.law, draft) {
        ui.push_id((needed.0, needed.1), |ui| row(ui, view, needed, draft));
    }
}

/// The fields for the rates this matter needs and nobody publishes, beside what needs them.
pub fn unpublished(ui: &mut Ui, view: &View<'_>, draft: &mut CaseFile) {
    let chosen = draft.methodology.as_ref().and_then(|id| view.library.law.methodology(id.as_str()));
    for needed in needed(view, chosen.unwrap_or(view.analysis.methodology), &view.library.law, draft) {
        if !is_published(view, needed) {
            ui.push_id((needed.0, needed.1), |ui| row(ui, view, needed, draft));
        }
    }
}

fn is_published(view: &View<'_>, (from, to, when): Needed) -> bool {
    view.library.law.rates.rate(from, to, when).is_ok()
}

/// The rates needed: for the turnover and for the country's limit for public bodies.
fn needed(view: &View<'_>, methodology: &Methodology, law: &Corpus, case_file: &CaseFile) -> Vec<Needed> {
    let undertaking = &case_file.undertaking;
    let as_of = view.analysis.calculation.as_of;
    let before = as_of.year().saturating_sub(1);
    let given = undertaking.turnover.amounts();
    let year = match &undertaking.turnover {
        Turnover::Figure { year, .. } => *year,
        Turnover::Bracket { .. } | Turnover::Unknown => None,
    };
    let year = When::FinancialYear(year.unwrap_or(before), as_of);
    let mut all: Vec<Needed> = given.iter().map(|amount| (amount.currency(), methodology.currency, year)).collect();
    if undertaking.kind == UndertakingKind::PublicBody
        && let Some(rules) = law.national_for(methodology, undertaking.deciding_country(&law.vocabulary))
    {
        let (rule, ..) = rules.public_bodies.rule_for(undertaking.public_body);
        // The rate the country's law names for its fines is held with it.
        let held = rules.payment.as_ref().map(|payment| payment.currency);
        let caps = rule.caps().iter().map(|cap| cap.cap.currency()).filter(|currency| Some(*currency) != held);
        all.extend(caps.map(|currency| (currency, methodology.currency, When::Day(as_of))));
    }
    all.retain(|(from, to, _)| from != to);
    all.dedup_by_key(|(from, ..)| *from);
    all
}

/// The published rate, with the offer to state another; or the one stated.
fn row(ui: &mut Ui, view: &View<'_>, (from, to, when): Needed, draft: &mut CaseFile) {
    let text = view.text;
    let open_id = ui.scope_id().with("open");
    if !is_published(view, (from, to, when)) {
        ui.horizontal_wrapped(|ui| stated(ui, view, (from, to, when), draft));
        if draft.exchange(from, to).is_none() {
            let needed = text.fill("exchange.needed", &[("from", from.code()), ("to", to.code())]);
            widgets::paragraph(ui, RichText::new(needed).color(*view.theme.amber), theme::SMALL);
        }
        return;
    }
    let open = ui.data(|data| data.get_temp(open_id)).unwrap_or(false);
    if draft.exchange(from, to).is_some() || open {
        ui.horizontal_wrapped(|ui| {
            stated(ui, view, (from, to, when), draft);
            if widgets::link(ui, text.t("exchange.published"), theme::SMALL).clicked() {
                draft.remove_exchange(from, to);
                ui.data_mut(|data| data.remove::<bool>(open_id));
            }
        });
        return;
    }
    ui.horizontal_wrapped(|ui| {
        if let Ok((_, published)) = view.library.law.rates.rate(from, to, when) {
            let used: Vec<RateUsed> = published.iter().map(RateUsed::from).collect();
            widgets::small(ui, view.theme, &text.fill("exchange.used", &[("rates", &text.rates_used(&used))]));
        }
        if widgets::link(ui, text.t("exchange.other"), theme::SMALL).clicked() {
            ui.data_mut(|data| data.insert_temp(open_id, true));
        }
    });
}

/// The fields for a rate of the user's own: which way round, rate, source. What is typed
/// stays until it reads as a rate.
fn stated(ui: &mut Ui, view: &View<'_>, (from, to, when): Needed, draft: &mut CaseFile) {
    let text = view.text;
    let present = draft.exchange(from, to).cloned();
    let way_id = ui.scope_id().with("way");
    let way = |from: Currency, to: Currency| text.fill("exchange.rate", &[("from", from.code()), ("to", to.code())]);
    let ways = [(from, to), (to, from)];
    let names = ways.map(|(from, to)| way(from, to));
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let kept: Option<usize> = ui.data(|data| data.get_temp(way_id));
    let chosen = present.as_ref().map(|stated| usize::from(stated.from != from)).or(kept).unwrap_or(0);
    let clicked = widgets::segmented(ui, view.theme, text.t("exchange.way"), &names, Some(chosen)).unwrap_or(chosen);
    if clicked != chosen {
        // A rate the other way round is another rate: it is typed anew.
        ui.data_mut(|data| data.insert_temp(way_id, clicked));
        draft.remove_exchange(from, to);
        return;
    }
    let Some((&name, &(from, to))) = names.get(chosen).zip(ways.get(chosen)) else { return };
    let mut rate = present.as_ref().map(|exchange| exchange.rate);
    // Written before the rate, the source is kept by its field.
    let pending = egui::Id::unique(("exchange-source", from, to));
    let typed: Option<String> = ui.data(|data| data.get_temp(pending));
    let mut source = present.as_ref().map(|exchange| exchange.source.clone()).or(typed).unwrap_or_default();
    let example = example(view, (from, to, when));
    let place = format!("exchange/{}/{}", from.code(), to.code());
    let field = Field::new(view.face(), format!("{place}/rate"), name).hint(example.as_str()).width(110.0);
    field.exchange(ui, to, &mut rate);
    let label = text.t("exchange.source");
    Field::new(view.face(), format!("{place}/source"), label).hint(label).width(240.0).text(ui, &mut source);
    if let Some(rate) = rate {
        draft.set_exchange(Exchange { from, to, rate, source });
        return;
    }
    draft.remove_exchange(from, to);
    ui.data_mut(|data| data.insert_temp(pending, source));
    if !example.is_empty() {
        let wanted = text.fill("exchange.wanted", &[("example", &example)]);
        ui.label(RichText::new(wanted).size(theme::SMALL).color(*view.theme.amber));
    }
}

/// A rate of this very pair to go by: the published one.
fn example(view: &View<'_>, (from, to, when): Needed) -> String {
    let published = view.library.law.rates.rate(from, to, when);
    published.map_or_else(|_| String::new(), |(ratio, _)| ratio.decimal())
}
