//! The risk report: one neutral [`Document`], written by a renderer per format.

mod amounts;
mod anchors;
#[cfg_attr(not(feature = "typeset"), expect(dead_code, reason = "only the typesetter asks for glyphs"))]
mod characters;
mod contents;
mod document;
mod figures;
mod fonts;
mod handout;
mod headline;
mod json;
mod outside;
mod practice;
mod render;
mod sections;
mod style;
mod taken_up;
mod unstated;
pub mod verify;
mod when;
mod write;

pub use amounts::{amount_in_words, between, controller, standing_amount};
pub use characters::CharacterNotes;
pub use contents::{Contents, Wanted};
pub use document::{
    Block, Cell, Chart, ChartMark, Column, Document, Inline, Row, RowKind, Sheet, TimelineBar, TimelineChart,
    TimelineMark, Tone, TraceLine, Typed,
};
pub use figures::{FIGURES, Figures};
pub use fonts::{FoundFont, SystemFonts};
pub use handout::{
    HANDOUT_FORMATS, HandoutParts, NoHandout, NoResults, RESULT_ENDINGS, handout, handout_format, pack_from,
    results_for, results_table,
};
pub use headline::{chance_in_words, headline_in_words, layers_in_words, weights_in_words};
pub use json::{AssessmentJson, SCHEMA, TraceJson};
pub use outside::{cause_in_words, outside_in_words};
pub use practice::{factor_in_words, known_in_words, remark_in_words};
pub use render::{Format, RenderError, render};
#[cfg(feature = "gui")]
pub use render::{PagePicture, Preview, pages, preview};
pub use sections::{PreparedBy, build, compose, title};
pub use style::{HouseStyle, Logo, Look};
pub use taken_up::taken_up;
pub use unstated::unstated_in_words;
pub use when::When;
pub use write::{Reported, write};
