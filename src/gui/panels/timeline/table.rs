//! The same as a table: for those who do not see the picture, and for exact days.

use egui::{FontId, RichText, Ui};

use super::{finding, when};
use crate::analysis::Bar;
use crate::gui::{Command, View, theme, widgets};

/// Narrower than this each figure stands on a line with its name.
const COLUMNS: f32 = 620.0;
/// Shares of the width: what, from, until, duration, limitation.
const SHARES: [f32; 5] = [0.34, 0.2, 0.14, 0.12, 0.2];
const HEADINGS: [&str; 5] = [
    "timeline.column.what",
    "timeline.column.from",
    "timeline.column.until",
    "timeline.column.months",
    "timeline.column.limit",
];

/// Shows the table.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Command>) {
    let wide = ui.available_width() >= COLUMNS;
    if wide {
        columns(ui, |ui, index| {
            if let Some(key) = HEADINGS.get(index) {
                widgets::wrapped_small(ui, view.theme, view.text.t(key));
            }
        });
    }
    for bar in &view.analysis.timeline.bars {
        widgets::hairline(ui, view.theme, 4.0);
        let figures = figures(view, bar);
        if wide {
            columns(ui, |ui, index| match index.checked_sub(1).and_then(|index| figures.get(index)) {
                Some(figure) => drop(widgets::paragraph(ui, RichText::new(figure), theme::SMALL)),
                None => what(ui, view, bar, out),
            });
        } else {
            what(ui, view, bar, out);
            for (key, figure) in HEADINGS.iter().skip(1).zip(&figures).filter(|(_, figure)| !figure.is_empty()) {
                let name = |ui: &mut Ui| drop(widgets::wrapped_small(ui, view.theme, view.text.t(key)));
                widgets::after(ui, 90.0, name, |ui| widgets::paragraph(ui, RichText::new(figure), theme::SMALL));
            }
        }
    }
    widgets::hairline(ui, view.theme, 4.0);
}

fn figures(view: &View<'_>, bar: &Bar) -> [String; 4] {
    let when = when(view);
    [when.from(bar), when.until(bar), when.months(bar), when.limit(bar.limit)]
}

fn what(ui: &mut Ui, view: &View<'_>, bar: &Bar, out: &mut Vec<Command>) {
    let when = when(view);
    let name = RichText::new(when.title(bar)).font(FontId::new(theme::BODY, theme::strong())).color(*view.theme.ink);
    if ui.add(egui::Link::new(name)).clicked() {
        out.push(finding(bar));
    }
    let note = format!("{}; {}", when.provision(bar), view.text.t(bar.strength.key()));
    widgets::wrapped_small(ui, view.theme, &note);
}

/// Columns of fixed shares, each from the top.
fn columns(ui: &mut Ui, mut cell: impl FnMut(&mut Ui, usize)) {
    let gap = ui.spacing().item_spacing.x;
    let room = ui.available_width() - gap * 5.0;
    ui.horizontal_top(|ui| {
        for (index, share) in SHARES.iter().enumerate() {
            ui.vertical(|ui| {
                ui.set_width(room * share);
                cell(ui, index);
            });
        }
    });
}
