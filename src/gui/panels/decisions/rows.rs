//! The decisions as a table: only the rows in sight are laid out, however many there are.

use egui::{Color32, CursorIcon, FontId, Rect, Response, Role, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2};

use super::Page;
use crate::cases::{self, Sort};
use crate::gui::Command;
use crate::gui::shelf::ShelfWish;
use crate::gui::theme;
use crate::law::ProvisionId;
use crate::precedents::Decision;
use crate::report;

/// Below this width a row has two lines instead of columns.
const TABLE: f32 = 540.0;
/// From this width on there is room for amounts in euro.
const ROOMY: f32 = 700.0;
/// Height of a row of columns, and of one with two lines.
const HEIGHTS: (f32, f32) = (28.0, 44.0);
/// Room between two columns.
const GAP: f32 = 10.0;
/// So many rows beyond those in sight can be reached by Tab.
const AHEAD: usize = 2;

/// A column.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Controller,
    Authority,
    Date,
    Provisions,
    Outcome,
    Amount,
    Euro,
}

impl Column {
    /// Those a table of this width has, each with its own width; the first takes what is left.
    fn of(width: f32) -> Vec<(Self, f32)> {
        // Each with its width where there is little room and where there is more, and from which on it is there.
        let all = [
            (Self::Authority, (72.0, 92.0), 0.0),
            (Self::Date, (70.0, 80.0), 0.0),
            (Self::Provisions, (82.0, 112.0), 0.0),
            (Self::Outcome, (124.0, 124.0), 860.0),
            (Self::Amount, (116.0, 122.0), 0.0),
            (Self::Euro, (104.0, 104.0), ROOMY),
        ];
        let fits = all.into_iter().filter(|(.., least)| width >= *least);
        let own = |(little, more)| if width < ROOMY { little } else { more };
        let others: Vec<(Self, f32)> = fits.map(|(column, widths, _)| (column, own(widths))).collect();
        let taken: f32 = others.iter().map(|(_, width)| width + GAP).sum();
        std::iter::once((Self::Controller, width - taken)).chain(others).collect()
    }

    /// What its head sorts by.
    fn sort(self) -> Sort {
        match self {
            Self::Controller => Sort::Controller,
            Self::Authority => Sort::Authority,
            Self::Date => Sort::Date,
            Self::Provisions => Sort::Provisions,
            Self::Outcome => Sort::Outcome,
            Self::Amount | Self::Euro => Sort::Amount,
        }
    }

    fn is_right(self) -> bool {
        matches!(self, Self::Amount | Self::Euro)
    }
}

impl Page<'_> {
    pub(super) fn table(&self, ui: &mut Ui, records: &[usize], out: &mut Vec<Command>) {
        let width = ui.available_width();
        let is_table = width >= TABLE;
        let columns = if is_table { Column::of(width) } else { narrow(width) };
        let (head, _) = ui.allocate_exact_size(Vec2::new(width, theme::SMALL_ROW), Sense::hover());
        let height = if is_table { HEIGHTS.0 } else { HEIGHTS.1 };
        #[expect(clippy::cast_precision_loss, reason = "a height on the screen")]
        let whole = Vec2::new(width, height * records.len() as f32);
        let spacing = std::mem::replace(&mut ui.spacing_mut().item_spacing.y, 0.0);
        let (body, _) = ui.allocate_exact_size(whole, Sense::hover());
        ui.spacing_mut().item_spacing.y = spacing;
        let sight = ui.clip_rect();
        let first = row_at(sight.top() - body.top(), height).saturating_sub(AHEAD);
        let last = (row_at(sight.bottom() - body.top(), height) + 1 + AHEAD).min(records.len());
        for (place, record) in records.iter().enumerate().take(last).skip(first) {
            let Some(decision) = self.library.decisions.get(*record) else { continue };
            #[expect(clippy::cast_precision_loss, reason = "a height on the screen")]
            let top = body.top() + height * place as f32;
            let rect = Rect::from_min_size(pos2(body.left(), top), Vec2::new(width, height));
            self.row(ui, rect, decision, is_table.then_some(columns.as_slice()), out);
        }
        // It stays in sight over the rows.
        let head = head.translate(Vec2::new(0.0, (sight.top() - head.top()).max(0.0)));
        self.head(ui, head, &columns, out);
    }

    /// The names of the columns: a click sorts.
    fn head(&self, ui: &mut Ui, head: Rect, columns: &[(Column, f32)], out: &mut Vec<Command>) {
        let (text, theme) = (&self.library.locale, self.theme);
        ui.painter().rect_filled(head, 0.0, *theme.paper);
        let mut left = head.left();
        for (column, width) in columns {
            let sort = column.sort();
            let cell = Rect::from_min_size(pos2(left, head.top()), Vec2::new(*width, head.height()));
            left += width + GAP;
            let name = match column {
                Column::Euro if self.shelf.prices => text.t("shelf.euro_today"),
                Column::Euro => text.t("shelf.euro"),
                _ => text.t(sort.key()),
            };
            let sorted = self.shelf.wanted.sort.filter(|(known, _)| *known == sort);
            let mark = match sorted {
                Some((_, true)) => " ↓",
                Some((_, false)) => " ↑",
                None => "",
            };
            let response = ui.interact(cell, ui.scope_id().with(("head", name)), Sense::click());
            let said = text.fill("shelf.sort", &[("column", name)]);
            response.widget_info(|| WidgetInfo::selected(Role::Button, true, sorted.is_some(), &said));
            let lit = response.hovered() || response.has_focus() || sorted.is_some();
            let ink = if lit { *theme.ink } else { *theme.ink_second };
            words_in(ui, cell, &format!("{name}{mark}"), FontId::proportional(theme::SMALL), ink, column.is_right());
            if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
                out.push(Command::Shelf(ShelfWish::Sort(sort)));
            }
        }
        ui.painter().hline(head.x_range(), head.bottom(), Stroke::new(1.0, *theme.ink));
    }

    fn row(&self, ui: &Ui, rect: Rect, decision: &Decision, columns: Option<&[(Column, f32)]>, out: &mut Vec<Command>) {
        let (text, theme) = (&self.library.locale, self.theme);
        let response = ui.interact(rect, ui.scope_id().with(&decision.id), Sense::click());
        // Read out, what was imposed stands beside what a court left of it.
        let said = [
            self.words(Column::Controller, decision, true),
            self.words(Column::Authority, decision, true),
            self.words(Column::Date, decision, true),
            self.words(Column::Provisions, decision, true),
            report::amount_in_words(decision, text),
        ];
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, said.join(", ")));
        if response.hovered() || response.has_focus() {
            ui.painter().rect_filled(rect, 0.0, *theme.rail);
        }
        match columns {
            Some(columns) => self.cells(ui, rect, decision, columns),
            None => self.two_lines(ui, rect, decision),
        }
        ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, *theme.hairline));
        if opened(&response) {
            out.push(Command::ShowDecision(decision.id.clone()));
        }
    }

    fn cells(&self, ui: &Ui, rect: Rect, decision: &Decision, columns: &[(Column, f32)]) {
        let has_euro = columns.iter().any(|(column, _)| *column == Column::Euro);
        let mut left = rect.left();
        for (column, width) in columns {
            let cell = Rect::from_min_size(pos2(left, rect.top()), Vec2::new(*width, rect.height()));
            left += width + GAP;
            let is_first = *column == Column::Controller;
            let font =
                if is_first { FontId::new(theme::SMALL, theme::strong()) } else { FontId::proportional(theme::SMALL) };
            let second = matches!(column, Column::Date | Column::Outcome);
            let ink = if second { *self.theme.ink_second } else { *self.theme.ink };
            words_in(ui, cell, &self.words(*column, decision, has_euro), font, ink, column.is_right());
        }
    }

    /// What stands in a column; the amount as it was, unless it alone can show other prices.
    fn words(&self, column: Column, decision: &Decision, has_euro: bool) -> String {
        let (text, library) = (&self.library.locale, self.library);
        let euro = || cases::standing_in_euro(decision, library, self.shelf.prices);
        match column {
            Column::Controller => report::controller(decision, text),
            Column::Authority => library.law.vocabulary.authority_name(&decision.authority).to_owned(),
            Column::Date => decision.decided.to_string(),
            Column::Provisions => decision.provisions.iter().map(ProvisionId::as_str).collect::<Vec<_>>().join(", "),
            Column::Outcome => {
                let outcome = text.t(decision.outcome.key()).to_owned();
                match cases::appeal_key(decision) {
                    Some(key) => format!("{outcome}, {}", text.t(key).trim_end_matches(':').to_lowercase()),
                    None => outcome,
                }
            }
            Column::Amount if self.shelf.prices && !has_euro => {
                euro().map_or_else(|| report::standing_amount(decision, text), |amount| text.money(amount))
            }
            Column::Amount => report::standing_amount(decision, text),
            Column::Euro => euro().map_or_else(String::new, |amount| text.amount(amount)),
        }
    }

    /// Name and amount, and the rest below them.
    fn two_lines(&self, ui: &Ui, rect: Rect, decision: &Decision) {
        let theme = self.theme;
        let small = FontId::proportional(theme::SMALL);
        let amount = self.words(Column::Amount, decision, false);
        let amount = ui.painter().layout_no_wrap(amount, small.clone(), *theme.ink);
        let strong = FontId::new(theme::SMALL, theme::strong());
        let room = rect.width() - amount.size().x - GAP;
        let name = shortened(ui, self.words(Column::Controller, decision, false), strong, *theme.ink, room);
        let others = [Column::Authority, Column::Date, Column::Provisions];
        let below = others.map(|column| self.words(column, decision, false)).join(" · ");
        let below = shortened(ui, below, small, *theme.ink_second, rect.width());
        ui.painter().galley(rect.min + Vec2::new(0.0, 4.0), name, *theme.ink);
        ui.painter().galley(pos2(rect.right() - amount.size().x, rect.top() + 4.0), amount, *theme.ink);
        ui.painter().galley(rect.min + Vec2::new(0.0, 22.0), below, *theme.ink_second);
    }
}

/// Heads for rows of two lines.
fn narrow(width: f32) -> Vec<(Column, f32)> {
    let part = (width - 2.0 * GAP) / 3.0;
    [Column::Controller, Column::Date, Column::Amount].map(|column| (column, part)).to_vec()
}

/// The row that begins so far below the first.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count of rows on the screen")]
fn row_at(below: f32, height: f32) -> usize {
    (below / height).floor().max(0.0) as usize
}

fn opened(response: &Response) -> bool {
    response.clone().on_hover_cursor(CursorIcon::PointingHand).clicked()
}

fn shortened(ui: &Ui, words: String, font: FontId, ink: Color32, width: f32) -> std::sync::Arc<egui::Galley> {
    let mut job = egui::text::LayoutJob::simple_singleline(words, font, ink);
    job.wrap = egui::text::TextWrapping::truncate_at_width(width.max(0.0));
    ui.painter().layout_job(job)
}

/// Words in a cell, in the middle of its height, cut at its end.
fn words_in(ui: &Ui, cell: Rect, words: &str, font: FontId, ink: Color32, right: bool) {
    let galley = shortened(ui, words.to_owned(), font, ink, cell.width());
    let left = if right { cell.right() - galley.size().x } else { cell.left() };
    ui.painter().galley(pos2(left, cell.center().y - galley.size().y / 2.0), galley, ink);
}
