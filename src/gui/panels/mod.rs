//! One file per panel. A panel reads what it shows and returns wishes.

pub(super) mod bar;
pub mod comparables;
pub(super) mod decisions;
pub(super) mod estimate;
pub mod exposure;
pub mod findings;
pub mod fine;
pub mod organisation;
mod palette;
pub mod practices;
pub(super) mod rail;
pub mod report;
pub(super) mod settings;
pub(super) mod start;
pub mod strip;
pub(super) mod trace;
pub(super) mod unsaved;

pub(super) use palette::Palette;
pub use report::ReportPages;
