//! What a page does once when one arrives: scroll to what was asked for, put the
//! caret into its search.

use egui::{Context, Id, Response, Stroke, StrokeKind, Ui};

use crate::gui::theme::Theme;

fn scrolled() -> Id {
    Id::unique("arrival-scrolled")
}

fn search() -> Id {
    Id::unique("arrival-search")
}

/// Lets the next page scroll to what is asked for.
pub fn scroll_again(ctx: &Context) {
    ctx.data_mut(|data| data.remove::<bool>(scrolled()));
}

/// Scrolls to what was asked for, once: afterwards the user scrolls.
fn scroll_once(ui: &Ui, response: &Response) {
    if arriving(ui) {
        response.scroll_to_me(Some(egui::Align::Center));
        arrived(ui);
    }
}

/// Whether the page has not yet scrolled to what was asked for.
pub fn arriving(ui: &Ui) -> bool {
    let done: bool = ui.data(|data| data.get_temp(scrolled())).unwrap_or_default();
    !done
}

/// Ends the arrival, also where what was asked for is no longer on the page.
pub fn arrived(ui: &Ui) {
    ui.data_mut(|data| data.insert_temp(scrolled(), true));
}

/// Scrolls once to what was asked for, and marks it by an edge.
pub fn bring(ui: &Ui, theme: &Theme, response: &Response) {
    scroll_once(ui, response);
    let rect = response.rect.expand2(egui::vec2(10.0, 4.0));
    ui.painter().rect_stroke(rect, 4.0, Stroke::new(1.0, *theme.accent), StrokeKind::Outside);
}

/// Lets the search of the page take the focus.
pub fn ask_for_search(ctx: &Context) {
    ctx.data_mut(|data| data.insert_temp(search(), true));
    ctx.request_repaint();
}

/// Gives the search of the page the focus where it was asked for, with what stands in it
/// selected: what is typed next is looked for instead.
pub fn search_if_asked(ui: &Ui, field: &Response, words: &str) {
    let asked: bool = ui.data_mut(|data| data.remove_temp(search())).unwrap_or_default();
    if asked {
        super::field::select(ui, field, words.chars().count());
        field.request_focus();
        field.scroll_to_me(None);
    }
}

/// Lets a field that is about to be shown take the focus.
pub fn ask_for_focus(ui: &Ui, field: Id) {
    // A few passes: where the page is laid out anew, the first may be thrown away.
    ui.data_mut(|data| data.insert_temp(field.with("focus"), 3_u8));
    ui.ctx().request_repaint();
}

/// Gives a field the focus where it was asked for.
pub fn focus_if_asked(ui: &Ui, name: Id, field: &Response) {
    let key = name.with("focus");
    let passes: u8 = ui.data(|data| data.get_temp(key)).unwrap_or_default();
    if passes == 0 {
        return;
    }
    field.request_focus();
    field.scroll_to_me(None);
    ui.data_mut(|data| data.insert_temp(key, passes - 1));
    ui.ctx().request_repaint();
}
