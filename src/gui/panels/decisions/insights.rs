//! What the decisions listed show together: a picture, and the same figures as a table.

use egui::{
    Align2, Color32, CursorIcon, FontId, Rect, RichText, Role, ScrollArea, Sense, Stroke, Ui, Vec2, WidgetInfo,
};
use egui::{Pos2, StrokeKind, vec2};

use super::Page;
use crate::cases::{Anchor, Cells, DRAWN, Facet, Ink, Insight, Picture, Shape, Target};
use crate::gui::shelf::ShelfWish;
use crate::gui::theme::{self, Theme};
use crate::gui::{Command, widgets};

/// Wider than this no picture gets.
const WIDEST: f32 = 900.0;
/// A picture needs so much width to be read.
const LEAST: f32 = 420.0;
/// Height of a row of the table, and of the table.
const ROW: f32 = 22.0;
const TABLE: f32 = 320.0;

/// The colour of a shape.
pub(in crate::gui) fn colour(theme: &Theme, ink: Ink) -> Color32 {
    match ink {
        Ink::Paper => *theme.paper,
        Ink::Ink => *theme.ink,
        Ink::Second => *theme.ink_second,
        Ink::Hairline => *theme.hairline,
        Ink::Accent => *theme.accent,
        Ink::Tint => *theme.accent_tint,
        Ink::Serious => *theme.brick,
    }
}

impl Page<'_> {
    /// The picture chosen, with its table.
    pub(super) fn insight(&self, ui: &mut Ui, insight: Insight, out: &mut Vec<Command>) {
        let (text, theme) = (&self.library.locale, self.theme);
        let names = Insight::ALL.map(|known| text.t(known.key()));
        let present = Insight::ALL.iter().position(|known| *known == insight);
        let clicked = widgets::segmented(ui, theme, text.t("insight.which"), &names, present);
        if let Some(chosen) = clicked.and_then(|place| Insight::ALL.get(place)) {
            out.push(Command::Shelf(ShelfWish::Insight(Some(*chosen))));
        }
        ui.add_space(6.0);
        let Some(shown) = self.shelf.shown() else { return };
        let width = ui.available_width().clamp(LEAST, WIDEST);
        let picture = insight.picture(shown, self.library, f64::from(width));
        widgets::wrapped_small(ui, theme, text.t(insight.note()));
        if shown.len() > DRAWN && insight != Insight::Outcomes {
            let most = text.count(i64::try_from(DRAWN).unwrap_or(i64::MAX));
            widgets::wrapped_small(ui, theme, &text.fill("insight.drawn", &[("most", &most)]));
        }
        ui.add_space(4.0);
        if picture.table.rows.is_empty() {
            widgets::body(ui, text.t("insight.nothing"));
            return;
        }
        ScrollArea::horizontal().id_salt("picture").show(ui, |ui| self.paint(ui, &picture, out));
        ui.add_space(4.0);
        if widgets::link(ui, text.t("insight.export"), theme::SMALL).clicked() {
            out.push(Command::Shelf(ShelfWish::Picture(insight)));
        }
        ui.add_space(8.0);
        widgets::heading(ui, text.t("insight.table"));
        self.figures(ui, &picture.table, out);
    }

    fn paint(&self, ui: &mut Ui, picture: &Picture, out: &mut Vec<Command>) {
        let theme = self.theme;
        #[expect(clippy::cast_possible_truncation, reason = "places on the screen")]
        let place = |(x, y): (f64, f64)| vec2(x as f32, y as f32);
        let (rect, response) = ui.allocate_exact_size(place(picture.size), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &picture.title));
        let painter = ui.painter().clone();
        let small = FontId::proportional(theme::SMALL);
        for (number, shape) in picture.shapes.iter().enumerate() {
            let id = ui.scope_id().with(("shape", number));
            match shape {
                Shape::Line { points, ink, width } => {
                    let points: Vec<Pos2> = points.iter().map(|at| rect.min + place(*at)).collect();
                    #[expect(clippy::cast_possible_truncation, reason = "the width of a line")]
                    let stroke = Stroke::new(*width as f32, colour(theme, *ink));
                    painter.add(egui::Shape::line(points, stroke));
                }
                Shape::Words { at, words, ink, anchor } => {
                    let align = match anchor {
                        Anchor::Start => Align2::LEFT_CENTER,
                        Anchor::Middle => Align2::CENTER_CENTER,
                        Anchor::End => Align2::RIGHT_CENTER,
                    };
                    painter.text(rect.min + place(*at), align, words, small.clone(), colour(theme, *ink));
                }
                Shape::Dot { at, radius, target, told } => {
                    let middle = rect.min + place(*at);
                    #[expect(clippy::cast_possible_truncation, reason = "the size of a dot")]
                    let radius = *radius as f32;
                    let area = Rect::from_center_size(middle, Vec2::splat(2.0 * radius.max(5.0)));
                    // By keyboard the same decisions are reached in the table.
                    let dot = ui.interact(area, id, Sense::CLICK);
                    dot.widget_info(|| WidgetInfo::labeled(Role::Button, true, told));
                    let strength = if dot.hovered() { 1.0 } else { 0.55 };
                    painter.circle_filled(middle, radius, theme.accent.gamma_multiply(strength));
                    if dot.on_hover_text(told).on_hover_cursor(CursorIcon::PointingHand).clicked() {
                        self.go(target, out);
                    }
                }
                Shape::Field { at, size, share, words, target, told } => {
                    let area = Rect::from_min_size(rect.min + place(*at), place(*size));
                    let field = ui.interact(area, id, Sense::click());
                    field.widget_info(|| WidgetInfo::labeled(Role::Button, true, told));
                    #[expect(clippy::cast_possible_truncation, reason = "a share of a width")]
                    let filled = vec2(area.width() * *share as f32, area.height());
                    painter.rect_filled(Rect::from_min_size(area.min, filled), 0.0, *theme.accent_tint);
                    if field.hovered() || field.has_focus() {
                        painter.rect_stroke(area, 0.0, Stroke::new(1.0, *theme.accent), StrokeKind::Inside);
                    }
                    painter.text(area.center(), Align2::CENTER_CENTER, words, small.clone(), *theme.ink);
                    if field.on_hover_text(told).on_hover_cursor(CursorIcon::PointingHand).clicked() {
                        self.go(target, out);
                    }
                }
            }
        }
    }

    /// Opens a decision; or lists those of a field in the table.
    fn go(&self, target: &Target, out: &mut Vec<Command>) {
        match target {
            Target::Decision(id) => out.push(Command::ShowDecision(id.clone())),
            Target::Cell { country, provision } => {
                for (facet, value) in [(Facet::Country, country), (Facet::Provision, provision)] {
                    if !self.is_chosen(facet, value) {
                        out.push(Command::Shelf(ShelfWish::Toggle(facet, value.clone())));
                    }
                }
                out.push(Command::Shelf(ShelfWish::Insight(None)));
            }
        }
    }

    /// The table: only the rows in sight are laid out.
    fn figures(&self, ui: &mut Ui, table: &Cells, out: &mut Vec<Command>) {
        let theme = self.theme;
        let columns = table.heads.len().max(1);
        let row = |ui: &mut Ui, add: &mut dyn FnMut(&mut Ui, usize)| {
            ui.columns(columns, |places| {
                for (column, ui) in places.iter_mut().enumerate() {
                    ui.set_height(ROW - 4.0);
                    ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| add(ui, column));
                }
            });
        };
        row(ui, &mut |ui, column| {
            let head = table.heads.get(column).map_or("", String::as_str);
            ui.add(egui::Label::new(RichText::new(head).size(theme::SMALL).color(*theme.ink_second)).truncate());
        });
        widgets::hairline(ui, theme, 0.0);
        let area = ScrollArea::vertical().id_salt("insight-table").max_height(TABLE).min_scrolled_height(TABLE);
        let area = area.auto_shrink([false, true]);
        area.show_rows(ui, ROW, table.rows.len(), |ui, range| {
            for (of, words) in table.rows.get(range).unwrap_or_default() {
                row(ui, &mut |ui, column| {
                    let words = words.get(column).map_or("", String::as_str);
                    match of {
                        Some(id) if column == 0 => {
                            let link = RichText::new(words).size(theme::SMALL).color(*theme.accent);
                            let label = egui::Label::new(link).truncate().sense(Sense::click());
                            let response = ui.add(label).on_hover_cursor(CursorIcon::PointingHand);
                            response.widget_info(|| WidgetInfo::labeled(Role::Link, true, words));
                            if response.clicked() {
                                out.push(Command::ShowDecision(id.clone()));
                            }
                        }
                        _ => {
                            ui.add(egui::Label::new(RichText::new(words).size(theme::SMALL)).truncate());
                        }
                    }
                });
            }
        });
    }
}
