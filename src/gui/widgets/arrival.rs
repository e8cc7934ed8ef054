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

/// How many frames letters wait for the search they were typed for.
const WAIT: u64 = 8;

fn ahead() -> Id {
    Id::unique("typed-ahead")
}

/// The letters typed since a search was asked for that is not there yet; `None` where none
/// was asked for, or it did not come.
pub fn typed_ahead(ctx: &Context) -> Option<String> {
    let (letters, since): (String, u64) = ctx.data(|data| data.get_temp(ahead()))?;
    (ctx.cumulative_frame_nr() <= since + WAIT).then_some(letters)
}

/// Keeps letters for the search that is asked for.
pub fn keep_typed_ahead(ctx: &Context, letters: String) {
    let now = ctx.cumulative_frame_nr();
    ctx.data_mut(|data| {
        let since = data.get_temp(ahead()).map_or(now, |(_, since): (String, u64)| since);
        let since = if now > since + WAIT { now } else { since };
        data.insert_temp(ahead(), (letters, since));
    });
}

/// Takes the letters kept, behind what stands in the search already.
pub fn take_typed_ahead(ctx: &Context, words: &mut String) -> bool {
    let letters = typed_ahead(ctx).unwrap_or_default();
    ctx.data_mut(|data| data.remove::<(String, u64)>(ahead()));
    words.push_str(&letters);
    !letters.is_empty()
}

/// Gives the search of the page the focus where it was asked for, with the letters typed
/// meanwhile. Returns whether there were any.
pub fn search_if_asked(ui: &Ui, field: &Response, words: &mut String) -> bool {
    let asked: bool = ui.data_mut(|data| data.remove_temp(search())).unwrap_or_default();
    if asked {
        let came = take_typed_ahead(ui.ctx(), words);
        if came {
            let end = egui::text::CCursor::new(words.chars().count());
            let mut state = egui::text_edit::TextEditState::load(ui.ctx(), field.id).unwrap_or_default();
            state.cursor.set_char_range(Some(egui::text::CCursorRange::one(end)));
            state.store(ui.ctx(), field.id);
        }
        field.request_focus();
        field.scroll_to_me(None);
        return came;
    }
    false
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
