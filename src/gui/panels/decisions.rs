//! The library of decided cases: searched, listed, read.

use egui::{FontId, Key, Rect, Role, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2};

use super::decision;
use crate::gui::Command;
use crate::gui::theme::{self, Theme};
use crate::gui::widgets::{self, Face, Field};
use crate::law::vocabulary::folded;
use crate::library::Library;
use crate::locale::Locale;
use crate::precedents::Decision;
use crate::report;

/// Shows the library: one decision where `selected` names it, else the list of all.
pub(in crate::gui) fn ui(
    ui: &mut Ui,
    library: &Library,
    theme: &Theme,
    selected: Option<&str>,
    out: &mut Vec<Command>,
) {
    let text = &library.locale;
    if let Some(decision) = selected.and_then(|id| library.decision(id)) {
        // Under a box or a menu, Escape closes that and nothing else.
        let alone = ui.memory(|memory| memory.top_modal_layer().is_none()) && !egui::Popup::is_any_open(ui.ctx());
        let back = alone && ui.input(|input| input.key_pressed(Key::Escape));
        if widgets::link(ui, text.t("decisions.back"), theme::SMALL).clicked() || back {
            out.push(Command::LeaveDecision);
        }
        ui.add_space(6.0);
        decision::ui(ui, library, theme, decision, out);
        return;
    }
    let id = ui.scope_id().with("search");
    let mut words: String = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let found = found(library, &words);
    let all = text.plural("decisions.subtitle", library.decisions.len());
    let count = match found.len() {
        shown if shown == library.decisions.len() => all,
        shown => text.fill("decisions.found", &[("shown", &shown.to_string()), ("all", &all)]),
    };
    widgets::stage_title(ui, theme, text.t("screen.decisions"), &count);
    ui.add_space(10.0);
    let label = text.t("decisions.search");
    let field = Field::new(Face { text, theme }, "decisions.search", label).hint(label).width(f32::INFINITY);
    let field = field.search(ui, &mut words);
    widgets::search_if_asked(ui, &field, &words);
    if field.changed() {
        ui.data_mut(|data| data.insert_temp(id, words.clone()));
    }
    ui.add_space(8.0);
    if found.is_empty() {
        widgets::body(ui, text.t("decisions.none"));
        return;
    }
    if ui.available_width() >= TABLE {
        header(ui, text, theme);
    }
    for decision in found {
        row(ui, library, theme, decision, out);
    }
}

/// The decisions that contain all these words, in their order.
fn found<'l>(library: &'l Library, words: &str) -> Vec<&'l Decision> {
    let lower = folded(words);
    let holds = |decision: &&Decision| {
        let record = decision.searchable(&library.law.vocabulary);
        lower.split_whitespace().all(|word| record.contains(word))
    };
    library.decisions.iter().filter(|decision| lower.trim().is_empty() || holds(decision)).collect()
}

/// The room for the amount.
const AMOUNT: f32 = 134.0;

/// Below this width a row has two lines instead of columns.
const TABLE: f32 = 600.0;

/// Where the columns begin, as shares of the width; the last is right-aligned.
const COLUMNS: [f32; 5] = [0.0, 0.32, 0.47, 0.59, 1.0];

fn header(ui: &mut Ui, text: &Locale, theme: &Theme) {
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), theme::SMALL_ROW), Sense::hover());
    let keys =
        ["decisions.controller", "decisions.authority", "decisions.date", "decisions.provisions", "decisions.amount"];
    cells(ui, rect, &keys.map(|key| text.t(key).to_owned()), *theme.ink_second, false);
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, *theme.ink));
}

fn row(ui: &mut Ui, library: &Library, theme: &Theme, decision: &Decision, out: &mut Vec<Command>) {
    let text = &library.locale;
    let is_table = ui.available_width() >= TABLE;
    let height = if is_table { 28.0 } else { 44.0 };
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), height), Sense::click());
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
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, spoken.join(", ")));
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, 0.0, *theme.rail);
    }
    if is_table {
        cells(ui, rect, &words, *theme.ink, true);
    } else {
        two_lines(ui, theme, rect, &words);
    }
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, *theme.hairline));
    if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
        out.push(Command::ShowDecision(decision.id.clone()));
    }
}

/// Name and amount, and the rest below them.
fn two_lines(ui: &Ui, theme: &Theme, rect: Rect, words: &[String; 5]) {
    let [name, authority, date, provisions, amount] = words;
    let small = FontId::proportional(theme::SMALL);
    let amount = ui.painter().layout_no_wrap(amount.clone(), small.clone(), *theme.ink);
    let shortened = |words: String, font: FontId, ink, width| {
        let mut job = egui::text::LayoutJob::simple_singleline(words, font, ink);
        job.wrap = egui::text::TextWrapping::truncate_at_width(width);
        ui.painter().layout_job(job)
    };
    let strong = FontId::new(theme::SMALL, theme::strong());
    let name = shortened(name.clone(), strong, *theme.ink, rect.width() - amount.size().x - 10.0);
    let below = format!("{authority} · {date} · {provisions}");
    let below = shortened(below, small, *theme.ink_second, rect.width());
    ui.painter().galley(rect.min + Vec2::new(0.0, 4.0), name, *theme.ink);
    ui.painter().galley(pos2(rect.right() - amount.size().x, rect.top() + 4.0), amount, *theme.ink);
    ui.painter().galley(rect.min + Vec2::new(0.0, 22.0), below, *theme.ink_second);
}

/// Words in their columns, cut where the next begins.
fn cells(ui: &Ui, rect: Rect, words: &[String; 5], ink: egui::Color32, strong_first: bool) {
    let starts = COLUMNS.map(|share| rect.left() + share * rect.width());
    for (index, (words, start)) in words.iter().zip(starts).enumerate() {
        let strong = strong_first && index == 0;
        let font = if strong { FontId::new(theme::SMALL, theme::strong()) } else { FontId::proportional(theme::SMALL) };
        let last = index + 1 == COLUMNS.len();
        let end = match COLUMNS.get(index + 1) {
            Some(1.0) => rect.right() - AMOUNT,
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
