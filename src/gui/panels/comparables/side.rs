//! Decisions side by side, feature by feature.

use egui::{Align, FontId, Layout, RichText, Ui};

use crate::cases;
use crate::gui::{Command, View, theme, widgets};
use crate::law::ProvisionId;
use crate::precedents::{Features, Match};
use crate::report;

/// Below this width of a column they stand one below the other.
const LEAST: f32 = 150.0;

/// Shows them in columns of the same width; where there is no room, one below the other.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, near: &[&Match<'_>], out: &mut Vec<Command>) {
    #[expect(clippy::cast_precision_loss, reason = "four at most")]
    let width = ui.available_width() / near.len().max(1) as f32;
    if width < LEAST {
        for near in near {
            ui.push_id(&near.decision.id, |ui| {
                line(ui, view, std::slice::from_ref(near), out);
            });
        }
    } else {
        line(ui, view, near, out);
    }
}

fn line(ui: &mut Ui, view: &View<'_>, near: &[&Match<'_>], out: &mut Vec<Command>) {
    widgets::hairline(ui, view.theme, 6.0);
    ui.columns(near.len(), |columns| {
        for (ui, near) in columns.iter_mut().zip(near) {
            let name = RichText::new(report::controller(near.decision, view.text))
                .font(FontId::new(theme::BODY, theme::strong()));
            let title = |ui: &mut Ui| ui.add(egui::Link::new(name)).clicked();
            if ui.with_layout(Layout::top_down(Align::Min), title).inner {
                out.push(Command::ShowDecision(near.decision.id.clone()));
            }
        }
    });
    for (key, told) in rows() {
        let words: Vec<String> = near.iter().map(|near| told(view, near)).collect();
        if words.iter().all(String::is_empty) {
            continue;
        }
        widgets::hairline(ui, view.theme, 3.0);
        widgets::small(ui, view.theme, view.text.t(key));
        ui.columns(near.len(), |columns| {
            for (ui, words) in columns.iter_mut().zip(&words) {
                let words = if words.is_empty() { view.text.t("comparables.not_stated") } else { words };
                // Columns are justified of themselves, which would set the letters apart.
                ui.with_layout(Layout::top_down(Align::Min), |ui| {
                    widgets::paragraph(ui, RichText::new(words), theme::SMALL);
                });
            }
        });
    }
}

type Told = fn(&View<'_>, &Match<'_>) -> String;

/// What is compared, by the key of its name; nothing where a record does not tell.
fn rows() -> [(&'static str, Told); 12] {
    [
        ("comparables.similarity", |_, near| near.similarity.to_string()),
        ("decisions.authority", |view, near| {
            let authority = view.library.law.vocabulary.authority_name(&near.decision.authority);
            format!("{authority}, {}", view.text.date(near.decision.decided))
        }),
        ("decisions.provisions", |_, near| {
            near.decision.provisions.iter().map(ProvisionId::as_str).collect::<Vec<_>>().join(", ")
        }),
        ("decisions.amount", |view, near| report::amount_in_words(near.decision, view.text)),
        ("shelf.euro", |view, near| {
            let amount = cases::standing_in_euro(near.decision, view.library, false);
            amount.map_or_else(String::new, |amount| view.text.money(amount))
        }),
        ("decisions.appeal", |view, near| {
            let key = cases::appeal_key(near.decision);
            key.map_or_else(String::new, |key| view.text.t(key).trim_end_matches(':').to_owned())
        }),
        ("decisions.turnover", |view, near| {
            let turnover = near.decision.facts.turnover.as_ref();
            turnover.map_or_else(String::new, |turnover| view.text.money(turnover.amount))
        }),
        ("decisions.people", |view, near| {
            let people = near.decision.facts.people.and_then(|people| i64::try_from(people).ok());
            people.map_or_else(String::new, |people| view.text.count(people))
        }),
        ("facet.sector", |view, near| {
            let sector = Features::of_decision(near.decision, &view.library.law).sector;
            sector.map_or_else(String::new, |sector| sector.name)
        }),
        ("facet.topic", |view, near| {
            let topics = &view.library.law.vocabulary.topics;
            let known = near.decision.facts.topics.iter().filter_map(|id| topics.get(id.as_str()));
            known.map(|topic| topic.name.as_str()).collect::<Vec<_>>().join(", ")
        }),
        ("record.fault", |view, near| {
            near.decision.weighing.fault.map_or_else(String::new, |fault| view.text.t(fault.key()).to_owned())
        }),
        ("table.summary", |_, near| near.decision.summary.clone()),
    ]
}
