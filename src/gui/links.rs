//! Links that leave the program: opened in the system's browser, and where there is
//! none, said so with the address to copy.

use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

use super::Command;

/// Opens an address; `false` where nothing could open it.
pub type Opener = Arc<dyn Fn(&str) -> bool + Send + Sync>;

/// The system's browser.
pub(super) fn browser() -> Opener {
    Arc::new(|address| webbrowser::open(address).is_ok())
}

/// The address of a file on this computer.
pub(super) fn address_of(path: &Path) -> String {
    let path = path.to_string_lossy().replace('\\', "/");
    let mut address = if path.starts_with('/') { "file://".to_owned() } else { "file:///".to_owned() };
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"/:-_.~".contains(&byte) {
            address.push(char::from(byte));
        } else {
            let _ = write!(address, "%{byte:02X}");
        }
    }
    address
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_of_a_file_has_no_bare_blanks_or_accents() {
        assert_eq!(address_of(Path::new("/tmp/a b/é#1.pdf")), "file:///tmp/a%20b/%C3%A9%231.pdf");
        assert_eq!(address_of(Path::new("C:\\Temp\\a.pdf")), "file:///C:/Temp/a.pdf");
    }
}
