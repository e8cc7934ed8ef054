//! The risk report: one neutral [`Document`], written by a renderer per format.

mod amounts;
mod characters;
mod document;
mod fonts;
mod json;
mod outside;
mod render;
mod sections;
mod taken_up;
mod unstated;
mod when;

pub use amounts::{amount_in_words, between, standing_amount};
pub use characters::CharacterNotes;
pub use document::{
    Block, Cell, Chart, ChartMark, Column, Document, Inline, Row, TimelineBar, TimelineChart, TimelineMark, Tone,
    TraceLine,
};
pub use fonts::{FoundFont, SystemFonts};
pub use json::{AssessmentJson, SCHEMA, TraceJson};
pub use outside::{cause_in_words, outside_in_words};
pub use render::{Format, RenderError, render};
#[cfg(feature = "gui")]
pub use render::{PagePicture, pages};
pub use sections::{PreparedBy, build, build_by, title};
pub use taken_up::taken_up;
pub use unstated::unstated_in_words;
pub use when::When;
