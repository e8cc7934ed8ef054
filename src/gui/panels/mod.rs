//! One file per panel. A panel reads what it shows and returns wishes.

pub(super) mod bar;
pub mod comparables;
mod conflict;
pub(super) mod decisions;
mod differences;
pub mod exposure;
pub mod findings;
pub mod fine;
pub(super) mod help;
pub mod organisation;
mod palette;
mod path_dialog;
pub mod practices;
pub(super) mod provision;
pub(super) mod rail;
pub(super) mod recovery;
pub mod report;
mod search;
pub(super) mod settings;
pub(super) mod start;
pub mod strip;
pub(super) mod trace;
pub(super) mod unsaved;

pub(super) use conflict::Conflict;
pub(super) use palette::Palette;
pub(super) use path_dialog::PathDialog;
pub(super) use recovery::Comparison;
pub use report::ReportPages;
