//! The library of decided cases: searched, listed, read.

use egui::{FontId, Label, Rect, RichText, Role, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2};

use crate::gui::Command;
use crate::gui::theme::{self, Theme};
use crate::gui::widgets::{self, Face, Field};
use crate::law::vocabulary::folded;
use crate::library::Library;
use crate::locale::Locale;
use crate::precedents::{Appeal, Decision};
use crate::report;

/// Shows the library, with one decision open where `selected` names it.
pub(in crate::gui) fn ui(
    ui: &mut Ui,
    library: &Library,
    theme: &Theme,
    selected: Option<&str>,
    out: &mut Vec<Command>,
) {
    let text = &library.locale;
    let count = text.plural("decisions.subtitle", library.decisions.len());
    widgets::stage_title(ui, theme, text.t("screen.decisions"), &count);
    ui.add_space(10.0);
    if let Some(decision) = selected.and_then(|id| library.decision(id)) {
        details(ui, library, theme, decision);
        widgets::hairline(ui, theme, 10.0);
    }
    let id = ui.scope_id().with("search");
    let mut words: String = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let label = text.t("decisions.search");
    let field = Field::new(Face { text, theme }, "decisions.search", label).hint(label).width(f32::INFINITY);
    let field = field.search(ui, &mut words);
    widgets::search_if_asked(ui, &field);
    if field.changed() {
        ui.data_mut(|data| data.insert_temp(id, words.clone()));
    }
    ui.add_space(8.0);
    header(ui, text, theme);
    let lower = folded(&words);
    let found = library.decisions.iter().filter(|decision| {
        let record = decision.searchable(&library.law.vocabulary);
        lower.split_whitespace().all(|word| record.contains(word))
    });
    for decision in found {
        row(ui, library, theme, decision, selected == Some(decision.id.as_str()), out);
    }
}

/// Where the columns begin, as shares of the width; the last is right-aligned.
const COLUMNS: [f32; 5] = [0.0, 0.32, 0.47, 0.59, 1.0];

fn header(ui: &mut Ui, text: &Locale, theme: &Theme) {
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), theme::SMALL_ROW), Sense::hover());
    let keys =
        ["decisions.controller", "decisions.authority", "decisions.date", "decisions.provisions", "decisions.amount"];
    cells(ui, rect, &keys.map(|key| text.t(key).to_owned()), *theme.ink_second, false);
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, *theme.ink));
}

fn row(ui: &mut Ui, library: &Library, theme: &Theme, decision: &Decision, on: bool, out: &mut Vec<Command>) {
    let text = &library.locale;
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 28.0), Sense::click());
    let amount = report::standing_amount(decision, text);
    let provisions: Vec<&str> = decision.provisions.iter().map(crate::law::ProvisionId::as_str).collect();
    let words = [
        decision.controller.clone(),
        library.law.vocabulary.authority_name(&decision.authority).to_owned(),
        decision.decided.to_string(),
        provisions.join(", "),
        amount,
    ];
    // Read out, what was imposed stands beside what a court left of it.
    let mut spoken = words.clone();
    spoken[4] = report::amount_in_words(decision, text);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, on, spoken.join(", ")));
    if on || response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, 0.0, if on { *theme.accent_tint } else { *theme.rail });
    }
    cells(ui, rect, &words, *theme.ink, true);
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, *theme.hairline));
    if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
        out.push(Command::ShowDecision(decision.id.clone()));
    }
}

/// Words in their columns, cut where the next begins.
fn cells(ui: &Ui, rect: Rect, words: &[String; 5], ink: egui::Color32, strong_first: bool) {
    let starts = COLUMNS.map(|share| rect.left() + share * rect.width());
    for (index, (words, start)) in words.iter().zip(starts).enumerate() {
        let strong = strong_first && index == 0;
        let font = if strong { FontId::new(theme::SMALL, theme::strong()) } else { FontId::proportional(theme::SMALL) };
        let last = index + 1 == COLUMNS.len();
        let end = match COLUMNS.get(index + 1) {
            Some(1.0) => rect.left() + 0.82 * rect.width(),
            Some(share) => rect.left() + share * rect.width() - 8.0,
            None => rect.right(),
        };
        let mut job = egui::text::LayoutJob::simple_singleline(words.clone(), font, ink);
        if !last {
            job.wrap = egui::text::TextWrapping::truncate_at_width(end - start);
        }
        let galley = ui.painter().layout_job(job);
        let top = rect.center().y - galley.size().y / 2.0;
        let left = if last { rect.right() - galley.size().x } else { start };
        ui.painter().galley(pos2(left, top), galley, ink);
    }
}

/// One record, read.
fn details(ui: &mut Ui, library: &Library, theme: &Theme, decision: &Decision) {
    let text = &library.locale;
    widgets::heading(ui, &decision.controller);
    let names = [
        ("authority", library.law.vocabulary.authority_name(&decision.authority).to_owned()),
        ("number", decision.number.clone()),
        ("date", text.date(decision.decided)),
    ];
    let names: Vec<(&str, &str)> = names.iter().map(|(name, value)| (*name, value.as_str())).collect();
    widgets::small(ui, theme, &text.fill("report.comparables.what", &names));
    let amount = report::amount_in_words(decision, text);
    ui.label(RichText::new(amount).font(FontId::new(theme::FIGURE, theme::serif())));
    if let Some(note) = &decision.fine_note {
        widgets::wrapped_small(ui, theme, note);
    }
    for reported in &decision.reported {
        widgets::running(ui, |ui| {
            let names = [("amount", text.money(reported.amount)), ("note", reported.note.clone())];
            let names: Vec<(&str, &str)> = names.iter().map(|(name, value)| (*name, value.as_str())).collect();
            widgets::small(ui, theme, &text.fill("decisions.reported", &names));
            if reported.source.url.is_empty() {
                widgets::small(ui, theme, &reported.source.title);
            } else {
                ui.hyperlink_to(RichText::new(&reported.source.title).size(theme::SMALL), &reported.source.url);
            }
        });
    }
    ui.add_space(6.0);
    ui.add(Label::new(&decision.summary).wrap());
    ui.add_space(6.0);
    facts(ui, text, theme, decision);
    for order in &decision.orders {
        widgets::wrapped_small(ui, theme, &text.fill("decisions.order", &[("text", order)]));
    }
    for note in &decision.notes {
        widgets::wrapped_small(ui, theme, note);
    }
    ui.hyperlink_to(text.fill("decisions.open", &[("title", &decision.source.title)]), &decision.source.url);
}

fn facts(ui: &mut Ui, text: &Locale, theme: &Theme, decision: &Decision) {
    let facts = &decision.facts;
    let provisions: Vec<&str> = decision.provisions.iter().map(crate::law::ProvisionId::as_str).collect();
    let mut rows = vec![("decisions.provisions", provisions.join(", "))];
    if let Some(turnover) = &facts.turnover {
        let key = if turnover.secondary { "decisions.secondary" } else { "decisions.stated" };
        rows.push(("decisions.turnover", text.fill(key, &[("amount", &text.money(turnover.amount))])));
    }
    if let Some(people) = facts.people {
        rows.push(("decisions.people", text.count(i64::try_from(people).unwrap_or(i64::MAX))));
    }
    let appeal = match &decision.appeal {
        Appeal::Unknown => text.t("decisions.appeal_unknown").to_owned(),
        Appeal::NotAppealed => text.t("decisions.not_appealed").to_owned(),
        Appeal::Pending => text.t("decisions.pending").to_owned(),
        Appeal::Upheld => text.t("decisions.upheld").to_owned(),
        Appeal::Reduced { note, .. } => {
            format!("{} {note}", text.t("decisions.reduced"))
        }
        Appeal::Annulled { note } => format!("{} {note}", text.t("decisions.annulled")),
    };
    rows.push(("decisions.appeal", appeal));
    for (key, value) in rows {
        ui.horizontal(|ui| {
            ui.allocate_ui(Vec2::new(170.0, 18.0), |ui| {
                ui.set_width(170.0);
                widgets::small(ui, theme, text.t(key));
            });
            ui.add(Label::new(RichText::new(value).size(theme::SMALL)).wrap());
        });
    }
}
