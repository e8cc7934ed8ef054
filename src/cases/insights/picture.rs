//! A picture made of a few shapes, to be painted in the window or written as SVG, and the table beside it.

use std::fmt::Write as _;

/// The colour of a shape, by what it is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ink {
    /// The ground.
    Paper,
    /// Words.
    Ink,
    /// Words of second rank.
    Second,
    /// Lines of a grid.
    Hairline,
    /// Decisions.
    Accent,
    /// A pale ground in the colour of decisions.
    Tint,
    /// The legal maxima.
    Serious,
}

/// Where words stand from their place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// They begin there.
    Start,
    /// Their middle is there.
    Middle,
    /// They end there.
    End,
}

/// What a click on a shape leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A decision, by its id.
    Decision(String),
    /// The decisions of a country on a provision.
    Cell {
        /// The country.
        country: String,
        /// The provision.
        provision: String,
    },
}

/// A part of a picture; places in points from the upper left.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// A line through points.
    Line {
        /// Its points.
        points: Vec<(f64, f64)>,
        /// Its colour.
        ink: Ink,
        /// How wide.
        width: f64,
    },
    /// A dot, which can be pointed at.
    Dot {
        /// Its middle.
        at: (f64, f64),
        /// How large.
        radius: f64,
        /// What it is of.
        target: Target,
        /// What is told of it.
        told: String,
    },
    /// A field of a table, which can be pointed at.
    Field {
        /// Its upper left.
        at: (f64, f64),
        /// Width and height.
        size: (f64, f64),
        /// How much of its width is filled, from 0 to 1.
        share: f64,
        /// What stands in it.
        words: String,
        /// What it is of.
        target: Target,
        /// What is told of it.
        told: String,
    },
    /// Words.
    Words {
        /// Where, at half their height.
        at: (f64, f64),
        /// What they say.
        words: String,
        /// Their colour.
        ink: Ink,
        /// From where.
        anchor: Anchor,
    },
}

/// The table beside a picture.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cells {
    /// The names of the columns.
    pub heads: Vec<String>,
    /// The rows, each with the decision it is of, where it is of one.
    pub rows: Vec<(Option<String>, Vec<String>)>,
}

/// A picture with its table.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// Its width and height in points.
    pub size: (f64, f64),
    /// What it shows, in words.
    pub title: String,
    /// Its parts, the first at the back.
    pub shapes: Vec<Shape>,
    /// The same figures as a table.
    pub table: Cells,
}

/// The size of words, in points.
pub(super) const WORDS: f64 = 12.0;

impl Picture {
    pub(super) fn line(&mut self, points: Vec<(f64, f64)>, ink: Ink, width: f64) {
        self.shapes.push(Shape::Line { points, ink, width });
    }

    pub(super) fn words(&mut self, at: (f64, f64), words: impl Into<String>, ink: Ink, anchor: Anchor) {
        self.shapes.push(Shape::Words { at, words: words.into(), ink, anchor });
    }

    /// As SVG, in these colours (`#RRGGBB`) and this font.
    pub fn svg(&self, colour: impl Fn(Ink) -> String, font: &str) -> String {
        let (width, height) = self.size;
        let mut out = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0}" height="{height:.0}" viewBox="0 0 {width:.0} {height:.0}" font-family="{}" font-size="{WORDS}" role="img">"#,
            escaped(font)
        );
        // Writing to a string cannot fail, here and below.
        let _ = write!(out, "<title>{}</title>", escaped(&self.title));
        let _ = write!(out, r#"<rect width="100%" height="100%" fill="{}"/>"#, colour(Ink::Paper));
        for shape in &self.shapes {
            match shape {
                Shape::Line { points, ink, width } => {
                    let points: Vec<String> = points.iter().map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
                    let (points, colour) = (points.join(" "), colour(*ink));
                    let _ = write!(
                        out,
                        r#"<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="{width}"/>"#
                    );
                }
                Shape::Dot { at: (x, y), radius, told, .. } => {
                    let (colour, told) = (colour(Ink::Accent), escaped(told));
                    let _ = write!(
                        out,
                        r#"<circle cx="{x:.1}" cy="{y:.1}" r="{radius:.1}" fill="{colour}" fill-opacity="0.55"><title>{told}</title></circle>"#
                    );
                }
                Shape::Field { at: (x, y), size: (width, height), share, words, told, .. } => {
                    let (tint, ink) = (colour(Ink::Tint), colour(Ink::Ink));
                    let filled = width * share;
                    let (middle, below) = (x + width / 2.0, y + height / 2.0 + WORDS * 0.35);
                    let (words, told) = (escaped(words), escaped(told));
                    let _ = write!(
                        out,
                        r#"<g><title>{told}</title><rect x="{x:.1}" y="{y:.1}" width="{filled:.1}" height="{height:.1}" fill="{tint}"/><text x="{middle:.1}" y="{below:.1}" text-anchor="middle" fill="{ink}">{words}</text></g>"#
                    );
                }
                Shape::Words { at: (x, y), words, ink, anchor } => {
                    let anchor = match anchor {
                        Anchor::Start => "start",
                        Anchor::Middle => "middle",
                        Anchor::End => "end",
                    };
                    let (colour, words, below) = (colour(*ink), escaped(words), y + WORDS * 0.35);
                    let _ = write!(
                        out,
                        r#"<text x="{x:.1}" y="{below:.1}" text-anchor="{anchor}" fill="{colour}">{words}</text>"#
                    );
                }
            }
        }
        out.push_str("</svg>");
        out
    }
}

/// Words as they stand in XML: what no XML may hold is left out.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for sign in words.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            sign if sign.is_control() && !matches!(sign, '\n' | '\t') => {}
            sign => out.push(sign),
        }
    }
    out
}
