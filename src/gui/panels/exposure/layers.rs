//! Method, practice and both together on one money axis, with the decided cases below; and the same as a table.

use egui::{Align2, FontId, Grid, Rect, RichText, Role, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2};

use super::curves::ends;
use crate::exposure::ExposureDistribution;
use crate::gui::panels::figure::Figure;
use crate::gui::panels::strip::{self, Kind};
use crate::gui::widgets::{self, MoneyAxis};
use crate::gui::{Command, View, theme};
use crate::headline::Headline;

/// Height of the row of a layer.
const ROW: f32 = 38.0;
/// Room for the names at the left…
const NAMES: f32 = 112.0;
/// …and for the amounts at the right.
const AMOUNTS: f32 = 168.0;
/// Both where there is little room.
const LITTLE: (f32, f32) = (84.0, 116.0);

pub(super) fn ui(
    ui: &mut Ui,
    view: &View<'_>,
    exposure: &ExposureDistribution,
    headline: &Headline,
    out: &mut Vec<Command>,
) {
    let (text, theme) = (view.text, view.theme);
    let kinds: Vec<Kind> = Kind::ALL.into_iter().filter(|kind| kind.of(headline).is_some()).collect();
    #[expect(clippy::cast_precision_loss, reason = "three at most")]
    let rows = kinds.len() as f32 * ROW;
    let width = ui.available_width();
    let (rect, _) = ui.allocate_exact_size(Vec2::new(width, rows + 62.0), Sense::hover());
    let (names, amounts) = if width < 520.0 { LITTLE } else { (NAMES, AMOUNTS) };
    let plot =
        Rect::from_min_max(rect.min + Vec2::new(names, 0.0), pos2(rect.right() - amounts, rect.top() + rows + 40.0));
    let decided = strip::decided(view).and_then(|(decision, _)| strip::standing(view, decision));
    let (low, high) = ends(view, exposure, headline, decided);
    let axis = MoneyAxis::new(plot, low, high);
    axis.grid(ui, theme, text, headline.maximum.currency());
    for (place, kind) in kinds.into_iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "three at most")]
        let top = rect.top() + place as f32 * ROW;
        let area = Rect::from_min_size(pos2(rect.left(), top), Vec2::new(width, ROW));
        row(ui, view, headline, (kind, area), &axis, out);
    }
    let line = rect.top() + rows + 16.0;
    ui.painter().hline(plot.x_range(), line, Stroke::new(1.0, *theme.accent));
    let font = FontId::proportional(theme::SMALL);
    let name = text.t("exposure.decided_row");
    ui.painter().text(pos2(rect.left(), line), Align2::LEFT_CENTER, name, font, *theme.ink_second);
    dots(ui, view, &axis, line, out);
    if let Some((decision, fine)) = strip::decided(view)
        && let Some(amount) = decided
    {
        let x = axis.x(amount);
        ui.painter().vline(x, rect.top()..=plot.bottom(), Stroke::new(1.5, *theme.brick));
        let area = Rect::from_x_y_ranges(x - 4.0..=x + 4.0, line - 10.0..=line + 10.0);
        let response = ui.interact(area, ui.scope_id().with("decided"), Sense::click());
        strip::of::decided(view, decision, fine).on(view, response, out);
    }
    widgets::wrapped_small(ui, theme, text.t("exposure.caption"));
}

/// One layer: its name, its bar, its median and range.
fn row(
    ui: &Ui,
    view: &View<'_>,
    headline: &Headline,
    (kind, area): (Kind, Rect),
    axis: &MoneyAxis,
    out: &mut Vec<Command>,
) {
    let (text, theme) = (view.text, view.theme);
    let Some(estimate) = kind.of(headline) else { return };
    let both = kind == Kind::Both;
    let strong = FontId::new(theme::BODY, if both { theme::strong() } else { egui::FontFamily::Proportional });
    let small = FontId::proportional(theme::SMALL);
    let middle = area.top() + 15.0;
    let name = text.t(kind.key());
    let note = note(view, kind);
    let painter = ui.painter();
    painter.text(pos2(area.left(), area.top() + 1.0), Align2::LEFT_TOP, name, strong.clone(), *theme.ink);
    painter.text(pos2(area.left(), area.top() + 18.0), Align2::LEFT_TOP, note, small.clone(), *theme.ink_second);
    let (top, height) = if both { (middle - 9.0, 18.0) } else { (middle - 6.0, 12.0) };
    kind.bar(painter, view, estimate, axis, (top, height));
    let (median, most) = (text.rough(estimate.median), text.amount_range_rough(estimate.most));
    painter.text(pos2(area.right(), area.top() + 1.0), Align2::RIGHT_TOP, &median, strong, *theme.ink);
    painter.text(pos2(area.right(), area.top() + 18.0), Align2::RIGHT_TOP, &most, small, *theme.ink_second);
    let response = ui.interact(area, ui.scope_id().with(kind.key()), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{name} {median}, {most}")));
    if let Some(figure) = kind.figure(view, headline) {
        figure.on(view, response, out);
    }
}

/// What a layer is, in a few words.
fn note(view: &View<'_>, kind: Kind) -> String {
    let text = view.text;
    match kind {
        Kind::Method => text.t("headline.method_note").to_owned(),
        Kind::Both => text.t("headline.both_note").to_owned(),
        Kind::Practice => {
            let fines = view.analysis.practice.as_ref();
            let fines = fines.map_or(0, |estimate| estimate.amounts_shipped + estimate.amounts_others);
            let fines = text.count(i64::try_from(fines).unwrap_or(i64::MAX));
            text.fill("headline.practice_note", &[("n", &fines)])
        }
    }
}

/// Decided cases, each a dot to hover and click.
pub(super) fn dots(ui: &Ui, view: &View<'_>, axis: &MoneyAxis, middle: f32, out: &mut Vec<Command>) {
    for near in &view.analysis.comparables {
        let Some(fine) = strip::standing(view, near.decision).filter(|fine| axis.contains(*fine)) else {
            continue;
        };
        let center = pos2(axis.x(fine), middle);
        let area = Rect::from_center_size(center, Vec2::splat(10.0));
        let dot = ui.interact(area, ui.scope_id().with(&near.decision.id), Sense::click());
        let ink = if dot.hovered() || dot.has_focus() { *view.theme.accent } else { *view.theme.ink_second };
        ui.painter().circle_filled(center, 3.5, ink);
        let copied = strip::amount_in_words(view, near.decision, fine);
        let name = format!("{}, {copied}", crate::report::controller(near.decision, view.text));
        dot.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        let why = Command::ShowDecision(near.decision.id.clone());
        Figure { what: name, copied, why: Some(why) }.on(view, dot, out);
    }
}

/// The amounts below which shares of the outcomes lie, layer by layer.
pub(super) fn table(ui: &mut Ui, view: &View<'_>, exposure: &ExposureDistribution, headline: &Headline) {
    let (text, theme) = (view.text, view.theme);
    let kinds: Vec<Kind> = Kind::ALL.into_iter().filter(|kind| kind.of(headline).is_some()).collect();
    Grid::new("exposure-table").num_columns(kinds.len() + 1).spacing([28.0, 8.0]).show(ui, |ui| {
        widgets::small(ui, theme, text.t("exposure.amount_below"));
        for kind in &kinds {
            widgets::small(ui, theme, text.t(kind.key()));
        }
        ui.end_row();
        for percent in [5_u8, 10, 25, 50, 75, 90, 95] {
            widgets::body(ui, &text.fill("exposure.share", &[("n", &percent.to_string())]));
            for kind in &kinds {
                let drawn = exposure.percentile(usize::from(percent)).filter(|_| *kind == Kind::Method);
                let known = kind.of(headline).map(|known| known.at(f64::from(percent) / 100.0));
                let words = drawn.or(known).map_or_else(String::new, |amount| text.rough_money(amount));
                let words = RichText::new(words).size(theme::BODY);
                ui.label(if *kind == Kind::Both { words.family(theme::strong()) } else { words });
            }
            ui.end_row();
        }
    });
}
