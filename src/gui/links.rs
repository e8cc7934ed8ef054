//! Links that leave the program: opened in the system's browser, and where there is
//! none, said so with the address to copy.

use std::sync::Arc;

use super::Command;

/// Opens an address; `false` where nothing could open it.
pub type Opener = Arc<dyn Fn(&str) -> bool + Send + Sync>;

/// The system's browser.
pub(super) fn browser() -> Opener {
    Arc::new(|address| webbrowser::open(address).is_ok())
}

/// Takes the links followed in this frame out of the output.
pub(super) fn followed(ctx: &egui::Context) -> Vec<String> {
    ctx.output_mut(|output| {
        let mut found = Vec::new();
        output.commands.retain(|command| match command {
            egui::OutputCommand::OpenUrl(link) => {
                found.push(link.url.clone());
                false
            }
            _ => true,
        });
        found
    })
}

/// Opens an address and says what is to be done where that fails. Called off the
/// painting thread: a browser may take its time to start.
pub(super) fn open(opener: &Opener, address: String) -> Option<Command> {
    (!opener(&address)).then_some(Command::LinkFailed(address))
}
