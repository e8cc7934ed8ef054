//! The risk report: one neutral [`Document`], written by a renderer per format.

mod amounts;
mod anchors;
mod characters;
mod document;
mod fonts;
mod handout;
mod json;
mod outside;
mod practice;
mod render;
mod sections;
mod taken_up;
mod unstated;
mod when;
mod write;

pub use amounts::{amount_in_words, between, standing_amount};
pub use characters::CharacterNotes;
pub use document::{
    Block, Cell, Chart, ChartMark, Column, Document, Inline, Row, RowKind, Sheet, TimelineBar, TimelineChart,
    TimelineMark, Tone, TraceLine, Typed,
};
pub use fonts::{FoundFont, SystemFonts};
pub use handout::{
    HANDOUT_FORMATS, HandoutParts, NoHandout, NoResults, RESULT_ENDINGS, handout, handout_format, pack_from,
    plain_cell, results_for, results_table,
};
pub use json::{AssessmentJson, SCHEMA, TraceJson};
pub use outside::{cause_in_words, outside_in_words};
pub use practice::{factor_in_words, remark_in_words};
pub use render::{Format, RenderError, render};
#[cfg(feature = "gui")]
pub use render::{PagePicture, pages};
pub use sections::{PreparedBy, build, build_by, title};
pub use taken_up::taken_up;
pub use unstated::unstated_in_words;
pub use when::When;
pub use write::{Reported, write};
