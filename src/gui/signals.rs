//! The system ends the program at a log-out: what is not saved is kept first.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// A flag that is raised when the system asks the program to end; the window is woken.
#[cfg(unix)]
pub(super) fn ending(ctx: &egui::Context) -> Arc<AtomicBool> {
    use std::sync::atomic::Ordering;

    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};

    let flag = Arc::new(AtomicBool::new(false));
    let (raised, ctx) = (flag.clone(), ctx.clone());
    if let Ok(mut signals) = signal_hook::iterator::Signals::new([SIGTERM, SIGINT, SIGHUP]) {
        // Where no thread can be started, the signal ends the program as before.
        let _ = std::thread::Builder::new().name("signals".to_owned()).spawn(move || {
            for signal in signals.forever() {
                // Whoever asks twice does not want to wait.
                if raised.swap(true, Ordering::Relaxed) {
                    let _ = signal_hook::low_level::emulate_default_handler(signal);
                }
                ctx.request_repaint();
            }
        });
    }
    flag
}

/// Elsewhere the window system asks the window to close.
#[cfg(not(unix))]
pub(super) fn ending(_ctx: &egui::Context) -> Arc<AtomicBool> {
    Arc::new(AtomicBool::new(false))
}
