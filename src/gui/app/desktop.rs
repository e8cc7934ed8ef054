//! What the window owes the desktop: its title, and a place where it can be seen.

use egui::{Pos2, Rect, Vec2, ViewportCommand, pos2};

use super::App;

/// How much of the window must lie on a screen, in pixels.
const SEEN: Vec2 = Vec2::new(160.0, 80.0);
/// Passes during which the place is looked at: some systems place a window late.
const LOOKS: u8 = 6;

impl App {
    /// "• Web shop – Amende": the matter, with a mark while it is not saved.
    pub fn title(&self) -> String {
        let text = &self.library.locale;
        if let Some(title) = super::workshop::title(self) {
            return title;
        }
        let Some(open) = &self.open else { return text.t("start.title").to_owned() };
        let key = if open.is_changed() { "window.changed" } else { "window.unchanged" };
        let name: String = open.case_file.title.split_whitespace().collect::<Vec<_>>().join(" ");
        let name = if name.is_empty() { text.t("matter.new").to_owned() } else { name };
        text.fill(key, &[("name", &name)])
    }

    /// Tells the window system the title where it changed.
    pub(super) fn entitle(&mut self, ctx: &egui::Context) {
        let title = self.title();
        if self.titled.as_ref() != Some(&title) {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.titled = Some(title);
        }
    }

    /// Brings a window back whose saved place lies on no screen any more.
    pub(super) fn bring_back(&mut self, ctx: &egui::Context, frame: &eframe::Frame) {
        if self.placed >= LOOKS {
            return;
        }
        self.placed += 1;
        ctx.request_repaint();
        let Some(window) = frame.winit_window() else { return };
        let Ok(place) = window.outer_position() else { return };
        let size = window.outer_size();
        let whole = rect(place.x, place.y, size.width, size.height);
        let screens: Vec<Rect> = window
            .available_monitors()
            .map(|screen| {
                let (place, size) = (screen.position(), screen.size());
                rect(place.x, place.y, size.width, size.height)
            })
            .collect();
        if let Some(place) = brought_back(whole, &screens) {
            let points = place / ctx.pixels_per_point();
            ctx.send_viewport_cmd(ViewportCommand::OuterPosition(points));
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "places on a screen")]
fn rect(x: i32, y: i32, width: u32, height: u32) -> Rect {
    Rect::from_min_size(pos2(x as f32, y as f32), Vec2::new(width as f32, height as f32))
}

/// Where a window belongs that lies on none of the screens; `None` where it can be
/// seen. The first screen is taken, the window as far inside as it fits.
fn brought_back(window: Rect, screens: &[Rect]) -> Option<Pos2> {
    let seen = |screen: &Rect| {
        let part = window.intersect(*screen);
        // The upper edge must be on the screen: one moves a window by it.
        part.width() >= SEEN.x && part.height() >= SEEN.y && window.top() >= screen.top() - 1.0
    };
    if screens.iter().any(seen) {
        return None;
    }
    let first = screens.first()?;
    let room = (first.size() - window.size()).max(Vec2::ZERO) / 2.0;
    Some(first.min + room.min(Vec2::splat(80.0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_off_every_screen_comes_back() {
        let screens = [rect(0, 0, 1920, 1080), rect(1920, 0, 1280, 1024)];
        for seen in [rect(100, 100, 1280, 720), rect(2000, 50, 1280, 720), rect(-1000, 10, 1280, 720)] {
            assert_eq!(brought_back(seen, &screens), None, "{seen:?}");
        }
        for hidden in [rect(5000, 100, 1280, 720), rect(100, -800, 1280, 720), rect(-1250, 0, 1280, 720)] {
            let place = brought_back(hidden, &screens).unwrap();
            let back = Rect::from_min_size(place, hidden.size());
            assert!(screens[0].contains_rect(back), "{hidden:?} → {back:?}");
        }
        assert_eq!(brought_back(rect(0, 0, 10, 10), &[]), None, "no screen is known");
    }
}
