//! Why a figure is what it is: the trace below it, over the page.

use egui::{Label, RichText, Ui};

use crate::gui::{View, theme, widgets};
use crate::trace::TraceNode;

/// Deeper figures start folded.
const OPEN_TO: usize = 5;

/// Returns whether it stays open.
pub(in crate::gui) fn ui(ui: &mut Ui, view: &View<'_>, figure: &str) -> bool {
    view.analysis.calculation.trace.as_ref().is_some_and(|trace| of(ui, view, trace, figure))
}

/// A figure of this trace, which may be that of another method.
pub(super) fn of(ui: &mut Ui, view: &View<'_>, trace: &TraceNode, figure: &str) -> bool {
    let text = view.text;
    let Some(node) = trace.find(figure) else { return false };
    let mut close = false;
    let response = widgets::Dialog::new("trace", 860.0).show(ui, |ui| {
        close = widgets::closable(ui, text.t("trace.why"), text.t("command.close_overlay"));
        widgets::wrapped_small(ui, view.theme, text.t("report.calculation.trace_note"));
        widgets::hairline(ui, view.theme, 4.0);
        let room = widgets::room_for_list(ui, 170.0);
        widgets::list(ui, "trace", room, |ui| {
            line(ui, view, node, 0, 0);
        });
    });
    !close && !response.should_close()
}

/// One figure, and those below it when unfolded. `place` keeps equal names apart.
fn line(ui: &mut Ui, view: &View<'_>, node: &TraceNode, depth: usize, place: usize) {
    let (text, theme) = (view.text, view.theme);
    let ink = if node.applied { *theme.ink } else { *theme.ink_second };
    let label = text.label(&node.label, &view.library.law);
    let title = RichText::new(&label).color(ink);
    let value = RichText::new(text.value(&node.value, &view.library.law)).color(ink).strong();
    let id = ui.make_persistent_id(("trace", node.id.as_str(), depth, place));
    let details = |ui: &mut Ui| {
        let origin = text.grounds(node, &view.library.law);
        widgets::running(ui, |ui| {
            ui.add(Label::new(RichText::new(origin).size(theme::SMALL).color(*theme.ink_second)).wrap());
            for citation in &node.citations {
                let words = RichText::new(text.citation(citation, &view.library.law)).size(theme::SMALL);
                ui.hyperlink_to(words, text.citation_url(citation, &view.library.law));
            }
        });
        for note in &node.governed_by {
            widgets::running(ui, |ui| {
                widgets::wrapped_small(
                    ui,
                    theme,
                    &text.fill("trace.note", &[("words", &text.law_text(&note.text, &view.library.law))]),
                );
                let words = RichText::new(text.citation(&note.source, &view.library.law)).size(theme::SMALL);
                ui.hyperlink_to(words, text.citation_url(&note.source, &view.library.law));
            });
        }
    };
    let head = |ui: &mut Ui| {
        ui.add(Label::new(title).wrap());
        ui.add(Label::new(value).wrap());
    };
    if node.children.is_empty() {
        widgets::running(ui, |ui| {
            ui.add_space(18.0);
            head(ui);
        });
        ui.horizontal(|ui| {
            ui.add_space(18.0);
            ui.vertical(details);
        });
        return;
    }
    let mut state = egui::collapsing_header::CollapsingState::load_with_default_open(ui.ctx(), id, depth < OPEN_TO);
    ui.horizontal_wrapped(|ui| {
        state.show_toggle_button(ui, egui::collapsing_header::paint_default_icon);
        head(ui);
    });
    state.show_body_indented(&ui.interact(ui.min_rect(), id.with("body"), egui::Sense::hover()), ui, |ui| {
        details(ui);
        for (index, child) in node.children.iter().enumerate() {
            line(ui, view, child, depth + 1, place * 31 + index);
        }
    });
}
