//! What else was ordered, and what became of the decision.

use egui::Ui;

use super::{Page, sentences};
use crate::gui::{Command, theme, widgets};
use crate::precedents::{Appeal, Proceeding};

impl Page<'_> {
    pub(super) fn after(&self, ui: &mut Ui, out: &mut Vec<Command>) {
        let (text, decision) = (self.text, self.decision);
        for order in &decision.orders {
            self.row(ui, "record.order", order, "");
        }
        let appeal = match &decision.appeal {
            Appeal::Unknown => text.t("decisions.appeal_unknown").to_owned(),
            Appeal::NotAppealed => text.t("decisions.not_appealed").to_owned(),
            Appeal::Pending => text.t("decisions.pending").to_owned(),
            Appeal::Upheld => text.t("decisions.upheld").to_owned(),
            Appeal::Reduced { note, .. } => format!("{} {note}", text.t("decisions.reduced")),
            Appeal::Annulled { note } => format!("{} {note}", text.t("decisions.annulled")),
        };
        self.row(ui, "decisions.appeal", &appeal, "");
        for step in &decision.proceedings {
            self.proceeding(ui, step);
        }
        for related in decision.related.iter().filter_map(|id| self.library.decision(id)) {
            let name = |ui: &mut Ui| {
                widgets::small(ui, self.theme, text.t("record.related"));
            };
            let title = format!("{} ({})", crate::report::controller(related, text), related.decided.year());
            if widgets::after(ui, 170.0, name, |ui| widgets::link(ui, &title, theme::SMALL)).clicked() {
                out.push(Command::ShowDecision(related.id.clone()));
            }
        }
    }

    fn proceeding(&self, ui: &mut Ui, step: &Proceeding) {
        let text = self.text;
        let when = step.decided.map_or_else(String::new, |when| text.partial_date(when));
        let about: Vec<&str> =
            [step.court.as_str(), &step.number, &when].into_iter().filter(|words| !words.is_empty()).collect();
        let result = text.t(step.result.key()).to_owned();
        let result = match step.amount {
            Some(amount) => format!("{result}, {}", text.money(amount)),
            None => result,
        };
        let words = text.fill("record.reason", &[("what", &about.join(", ")), ("reason", &result)]);
        let words = if step.note.is_empty() { words } else { sentences(&[format!("{words}."), step.note.clone()]) };
        self.row(ui, "record.court", &words, "");
        if step.url.starts_with("https://") {
            ui.hyperlink_to(egui::RichText::new(&step.url).size(theme::SMALL), &step.url);
        }
    }
}
