//! The sizes of the window.

use egui::Vec2;

use super::measure::MARGIN;
use crate::harness::Window;

/// In pixels.
const SIZES: [(f32, f32); 6] =
    [(960.0, 600.0), (1024.0, 640.0), (1280.0, 720.0), (1920.0, 1080.0), (2560.0, 1440.0), (3840.0, 2160.0)];
const ZOOMS: [f32; 4] = [0.8, 1.0, 1.5, 2.0];

/// The window in this size, settled. The harness keeps a margin around it.
pub(crate) fn sized(window: &mut Window, size: Vec2, zoom: f32) {
    // A new zoom scales the size there was: it must be taken up before the new size.
    window.set_pixels_per_point(zoom);
    window.step();
    window.set_size(size + 2.0 * MARGIN);
    window.run_steps(2);
    let page = window.ctx.content_rect();
    assert!((page.size() - size - 2.0 * MARGIN).length() < 1.0, "{page:?} instead of {size:?}");
}

/// Every size that occurs, in points, with its zoom.
fn sizes() -> Vec<(Vec2, f32)> {
    let all = SIZES.iter().flat_map(|(width, height)| ZOOMS.map(|zoom| (Vec2::new(width / zoom, height / zoom), zoom)));
    all.collect()
}

/// Every width that occurs, in points; of those in which each page has its whole width
/// (beyond 1920) the largest only.
pub(crate) fn widths() -> Vec<f32> {
    let mut all: Vec<f32> = sizes().iter().map(|(size, _)| size.x.round()).collect();
    all.sort_by(f32::total_cmp);
    all.dedup();
    let largest = all.last().copied();
    all.retain(|width| *width <= 1920.0 || Some(*width) == largest);
    all
}

/// The true sizes, in points: four windows at four scales. What is as large as another in
/// points is laid out as that one and measured once.
pub(crate) fn true_sizes() -> Vec<(Vec2, f32)> {
    const WINDOWS: [(f32, f32); 4] = [(960.0, 600.0), (1280.0, 720.0), (2560.0, 1440.0), (3840.0, 2160.0)];
    let mut all: Vec<(Vec2, f32)> = Vec::new();
    for (width, height) in WINDOWS {
        for zoom in ZOOMS {
            let size = Vec2::new(width / zoom, height / zoom);
            if !all.iter().any(|(known, _)| *known == size) {
                all.push((size, zoom));
            }
        }
    }
    all
}
