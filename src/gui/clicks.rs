//! A click that closes a menu, a list or any other popup does nothing else: it never
//! reaches what lies below. One rule for all of them, before egui sees the click.

use egui::{Context, Event, Order, Plugin, Popup, Pos2, RawInput, Rect};

/// Installs the rule in a context; a second time it does nothing.
pub fn install(ctx: &Context) {
    ctx.add_plugin(ClosingClicks::default());
}

/// Names what may be pressed while a popup is open: the titles of other menus.
pub(super) fn exempt(ctx: &Context, titles: Vec<Rect>) {
    ctx.data_mut(|data| data.insert_temp(key(), titles));
}

fn key() -> egui::Id {
    egui::Id::unique("menu-titles")
}

/// Takes the press that closes a popup, and its release, out of the input.
#[derive(Debug, Default)]
struct ClosingClicks {
    /// The press was taken out: its release is still to come.
    taken: bool,
}

impl Plugin for ClosingClicks {
    fn debug_name(&self) -> &'static str {
        "closing clicks"
    }

    fn input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        let mut closing = false;
        input.events.retain(|event| match event {
            Event::PointerButton { pos, pressed: true, .. } if !closing && Popup::is_any_open(ctx) => {
                closing = is_outside(ctx, *pos);
                self.taken |= closing;
                !closing
            }
            Event::PointerButton { pressed: false, .. } if self.taken => {
                self.taken = false;
                false
            }
            _ => true,
        });
        if closing {
            Popup::close_all(ctx);
        }
    }
}

/// Whether a place belongs to no popup, so that a press there closes it.
fn is_outside(ctx: &Context, pos: Pos2) -> bool {
    let titles: Vec<Rect> = ctx.data(|data| data.get_temp(key())).unwrap_or_default();
    if titles.iter().any(|title| title.contains(pos)) {
        return false;
    }
    let Some(layer) = ctx.layer_id_at(pos) else { return true };
    // A modal lies in front as popups do, and is none.
    layer.order < Order::Foreground || ctx.memory(egui::Memory::top_modal_layer) == Some(layer)
}
