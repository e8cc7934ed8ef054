//! The facets: what there is of each, with its number, chosen by a click.

use egui::{CursorIcon, FontId, Role, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2};

use super::Page;
use crate::cases::{Facet, Listing};
use crate::gui::Command;
use crate::gui::shelf::ShelfWish;
use crate::gui::theme;
use crate::gui::widgets;

/// So many values of a facet are shown before all are asked for.
const SHOWN: usize = 5;
/// Height of a value.
const ROW: f32 = 22.0;

impl Page<'_> {
    pub(super) fn facets(&self, ui: &mut Ui, listing: &Listing, out: &mut Vec<Command>) {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (facet, values) in listing.counts.iter().filter(|(_, values)| !values.is_empty()) {
            self.facet(ui, *facet, values, out);
            ui.add_space(10.0);
        }
    }

    fn facet(&self, ui: &mut Ui, facet: Facet, values: &[(String, usize)], out: &mut Vec<Command>) {
        let text = &self.library.locale;
        let name = text.t(facet.key());
        widgets::heading(ui, name);
        let id = ui.scope_id().with(("all", facet.key()));
        let mut all: bool = ui.data(|data| data.get_temp(id)).unwrap_or_default();
        let shown =
            |(place, (value, _)): &(usize, &(String, usize))| all || *place < SHOWN || self.is_chosen(facet, value);
        let values_shown: Vec<_> = values.iter().enumerate().filter(shown).map(|(_, known)| known).collect();
        let more = values.len() - values_shown.len();
        for (value, count) in values_shown {
            self.value(ui, facet, value, *count, out);
        }
        if more > 0 || all && values.len() > SHOWN {
            let words = if all { text.t("shelf.fewer").to_owned() } else { text.plural("shelf.more", more) };
            if widgets::link(ui, &words, theme::SMALL).clicked() {
                all = !all;
                ui.data_mut(|data| data.insert_temp(id, all));
            }
        }
    }

    fn value(&self, ui: &mut Ui, facet: Facet, value: &str, count: usize, out: &mut Vec<Command>) {
        let (text, theme) = (&self.library.locale, self.theme);
        let on = self.is_chosen(facet, value);
        let words = facet.wording(value, self.library);
        let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::click());
        let number = text.count(i64::try_from(count).unwrap_or(i64::MAX));
        let said = text.fill("shelf.value", &[("facet", text.t(facet.key())), ("value", &words), ("count", &number)]);
        response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, on, &said));
        let ground = rect.expand2(Vec2::new(4.0, 0.0));
        if on || response.hovered() {
            let fill = if on { *theme.accent_tint } else { *theme.rail };
            ui.painter().rect_filled(ground, f32::from(theme::RADIUS), fill);
        }
        if response.has_focus() {
            let line = Stroke::new(1.5, *theme.accent);
            ui.painter().rect_stroke(ground, f32::from(theme::RADIUS), line, egui::StrokeKind::Inside);
        }
        let font = FontId::proportional(theme::SMALL);
        let number = ui.painter().layout_no_wrap(number, font.clone(), *theme.ink_second);
        let ink = if on { *theme.accent } else { *theme.ink };
        let mut job = egui::text::LayoutJob::simple_singleline(words.clone(), font, ink);
        job.wrap = egui::text::TextWrapping::truncate_at_width(rect.width() - number.size().x - 8.0);
        let galley = ui.painter().layout_job(job);
        let shortened = galley.elided;
        let middle = rect.center().y;
        let at = pos2(rect.left(), middle - galley.size().y / 2.0);
        ui.painter().galley(at, galley, ink);
        let at = pos2(rect.right() - number.size().x, middle - number.size().y / 2.0);
        ui.painter().galley(at, number, *theme.ink_second);
        let response = if shortened { response.on_hover_text(words) } else { response };
        if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
            out.push(Command::Shelf(ShelfWish::Toggle(facet, value.to_owned())));
        }
    }
}
