//! The parts of the window by keyboard: F6 goes from bar to rail, page and strip; the
//! keys of a page scroll it; what has the focus is kept in view.

use egui::{Context, FocusDirection, Id, Key, Modifiers, Rect, Sense, Ui, Vec2};

/// A part of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::gui) enum Region {
    /// Menus and the palette's field.
    Bar,
    /// The stages.
    Rail,
    /// The stage itself.
    #[default]
    Page,
    /// The exposure.
    Strip,
}

impl Region {
    const ALL: [Self; 4] = [Self::Bar, Self::Rail, Self::Page, Self::Strip];

    fn id(self) -> Id {
        Id::unique(("region", self as u8))
    }
}

/// Which part was gone to last, and whether its first control is still to be focused.
#[derive(Debug, Default)]
pub(in crate::gui) struct Regions {
    at: Region,
    /// Passes until the focus moves from the start of the part to its first control.
    steps: u8,
    /// The start of a part that can have the focus until it moves on.
    start: Option<Region>,
}

impl Regions {
    /// Goes on to the next part that is there, or back to the one before.
    pub(in crate::gui) fn go(&mut self, ctx: &Context, forward: bool, there: impl Fn(Region) -> bool) {
        let here = Region::ALL.iter().position(|region| *region == self.at).unwrap_or_default();
        let count = Region::ALL.len();
        let next = (1..=count)
            .map(|step| if forward { here + step } else { here + count - step })
            .filter_map(|place| Region::ALL.get(place % count).copied())
            .find(|region| there(*region));
        if let Some(next) = next {
            self.enter(ctx, next, true);
        }
    }

    /// Puts the focus at the start of a part; with `first` on its first control.
    pub(in crate::gui) fn enter(&mut self, ctx: &Context, region: Region, first: bool) {
        self.at = region;
        self.start = Some(region);
        self.steps = if first { 2 } else { 0 };
        ctx.memory_mut(|memory| memory.request_focus(region.id()));
        ctx.request_repaint();
    }

    /// To be called where a part begins.
    pub(super) fn begin(&mut self, ui: &mut Ui, region: Region) {
        if self.start != Some(region) {
            return;
        }
        // A place with nothing to see: the next control after it is the first of the part.
        let place = Rect::from_min_size(ui.cursor().min, Vec2::ZERO);
        if self.steps == 1 {
            // Taken up by the start itself, which hands the focus on to the next control.
            ui.memory_mut(|memory| memory.move_focus(FocusDirection::Next));
        }
        let response = ui.interact(place, region.id(), Sense::focusable_noninteractive());
        if self.steps > 0 {
            self.steps -= 1;
            ui.ctx().request_repaint();
        } else if !response.has_focus() {
            self.start = None;
        }
    }
}

/// How many controls there are so far in this pass: what comes after is the page's.
pub(super) fn count(ui: &Ui) -> usize {
    let layer = ui.layer_id();
    ui.ctx().viewport(|viewport| viewport.this_pass.widgets.get_layer(layer).count())
}

/// Scrolls the page by its keys, and to what has got the focus by a key. `first` is
/// the number of controls before the page.
pub(super) fn scroll(ui: &Ui, first: usize, focused_before: Option<Id>) {
    let page = ui.clip_rect().height();
    let typing = ui.ctx().text_edit_focused();
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let mut by = 0.0;
    if pressed(Key::PageDown) {
        by -= 0.85 * page;
    }
    if pressed(Key::PageUp) {
        by += 0.85 * page;
    }
    // In a field these keys move the caret.
    if !typing && pressed(Key::Home) {
        by += FAR;
    }
    if !typing && pressed(Key::End) {
        by -= FAR;
    }
    if by != 0.0 {
        ui.scroll_with_delta(Vec2::new(0.0, by));
    }
    let by_key = ui.input(|input| !input.pointer.any_down() && !input.pointer.any_released());
    let focused = ui.memory(egui::Memory::focused).filter(|id| by_key && Some(*id) != focused_before);
    let Some(id) = focused else { return };
    let order = ui.ctx().viewport(|viewport| viewport.this_pass.widgets.order(id));
    let Some(response) = ui.ctx().read_response(id) else { return };
    let on_page = order.is_some_and(|(layer, place)| layer == ui.layer_id() && place >= first);
    if on_page && !ui.clip_rect().shrink(12.0).contains_rect(response.rect) {
        ui.scroll_to_rect(response.rect.expand(40.0), None);
    }
}

/// Farther than any page is long.
const FAR: f32 = 1e6;
