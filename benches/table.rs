//! How long a frame of the table takes in a library of a hundred thousand decisions, laid out and turned into
//! triangles: `cargo bench --bench table`. The bound is 8 ms.

mod large;

use amende::gui::{App, Command, Screen, theme};
use amende::library::Library;
use divan::Bencher;
use egui::{Context, Event, Modifiers, MouseWheelSource, MouseWheelUnit, RawInput, Rect, TouchPhase, Vec2, pos2};

fn main() {
    divan::main();
}

/// The window on the list, once it is ready.
fn window() -> (Context, App) {
    let library: &'static Library = Box::leak(Box::new(large::library()));
    let day = "2026-11-23".parse().unwrap_or_else(|error| panic!("{error}"));
    let mut app = App::new(library, day).unwrap_or_else(|problem| panic!("{problem}"));
    let ctx = Context::default();
    theme::install_fonts(&ctx);
    app.prepare(&ctx);
    app.push(Command::Show(Screen::Decisions));
    frame(&ctx, &mut app, 0.0);
    while !app.is_idle() {
        std::thread::sleep(std::time::Duration::from_millis(50));
        frame(&ctx, &mut app, 0.0);
    }
    frame(&ctx, &mut app, 0.0);
    (ctx, app)
}

/// One frame, scrolled down so far.
fn frame(ctx: &Context, app: &mut App, down: f32) -> usize {
    let screen = Rect::from_min_size(pos2(0.0, 0.0), Vec2::new(1920.0, 1080.0));
    let mut input = RawInput { screen_rect: Some(screen), ..RawInput::default() };
    input.events.push(Event::PointerMoved(pos2(1000.0, 700.0)));
    if down > 0.0 {
        let (unit, phase) = (MouseWheelUnit::Point, TouchPhase::Move);
        let (source, modifiers) = (MouseWheelSource::Wheel, Modifiers::NONE);
        input.events.push(Event::MouseWheel { unit, delta: Vec2::new(0.0, -down), phase, source, modifiers });
    }
    let output = ctx.run_ui(input, |ui| app.frame(ui));
    ctx.tessellate(output.shapes, output.pixels_per_point).len()
}

#[divan::bench]
fn standing(bencher: Bencher<'_, '_>) {
    let (ctx, mut app) = window();
    bencher.bench_local(|| frame(&ctx, &mut app, 0.0));
}

#[divan::bench]
fn scrolling(bencher: Bencher<'_, '_>) {
    let (ctx, mut app) = window();
    bencher.bench_local(|| frame(&ctx, &mut app, 900.0));
}
