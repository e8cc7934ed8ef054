//! Keeps a long list in its place: when hints above what one is reading come or go,
//! the page is moved by as much, so that the field one types into, or else the row under the
//! pointer, stays there.

use egui::scroll_area::State;
use egui::{Id, Rect, Ui};

/// Where the rows of the page stand, from the top of the page.
#[derive(Debug, Clone, Default)]
struct Rows(Vec<(Id, f32, f32)>);

/// Notes where a row of the page stands; `name` must be the same in every frame.
pub(in crate::gui) fn mark(ui: &Ui, name: Id, rect: Rect) {
    ui.data_mut(|data| {
        let rows: &mut Rows = data.get_temp_mut_or_default(now());
        rows.0.push((name, rect.top(), rect.bottom()));
    });
}

fn now() -> Id {
    Id::unique("rows-now")
}

fn before() -> Id {
    Id::unique("rows-before")
}

/// Where the page is to be scrolled to, so that it stays in its place.
pub(super) fn offset(ui: &Ui) -> Option<f32> {
    ui.data_mut(|data| data.remove_temp(held()))
}

fn held() -> Id {
    Id::unique("rows-held")
}

/// After the page is laid out: moves it so that the row one is at stays where it was.
/// `top` is where the page begins on the screen.
pub(super) fn hold(ui: &Ui, state: &State, top: f32) {
    let (rows, old): (Rows, Rows) = ui.data_mut(|data| {
        let rows: Rows = data.remove_temp(now()).unwrap_or_default();
        let rows = Rows(rows.0.into_iter().map(|(id, from, to)| (id, from - top, to - top)).collect());
        let old = data.get_temp(before()).unwrap_or_default();
        data.insert_temp(before(), rows.clone());
        (rows, old)
    });
    let focused = ui.memory(egui::Memory::focused);
    let pointer = ui.input(|input| input.pointer.hover_pos());
    let seen = ui.clip_rect().y_range();
    let typed_into = old.0.iter().find(|(id, from, _)| Some(*id) == focused && seen.contains(from + top));
    let under = |place: f32| old.0.iter().find(|(_, from, to)| (*from..=*to).contains(&place));
    let Some((id, from, _)) = typed_into.or_else(|| under(pointer?.y - top)) else { return };
    let Some((_, new, _)) = rows.0.iter().find(|(known, ..)| known == id) else { return };
    let moved = new - from;
    if moved.abs() > 0.5 {
        let offset = (state.clamped_offset().y + moved).max(0.0);
        ui.data_mut(|data| data.insert_temp(held(), offset));
        ui.ctx().request_discard("the page is held in its place");
    }
}
