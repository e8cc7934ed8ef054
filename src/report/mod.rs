//! The risk report: one neutral [`Document`], written by a renderer per format.

mod document;
mod render;

pub use document::{Block, Cell, Chart, ChartMark, Column, Document, Inline, Row, Tone, TraceLine};
pub use render::{Format, RenderError, render};
