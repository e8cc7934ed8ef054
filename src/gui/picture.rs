//! A picture of the decisions as the bytes of a file: SVG, or PNG made of it.

use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

use super::panels::decisions::ink_colour;
use super::theme::Theme;
use crate::cases::Picture;
use crate::library::{ASSETS, Problem};

/// Pixels to a point: sharp in print at the width of a page.
const PIXELS: f32 = 3.0;
/// The font of the pictures, which comes with the program.
const FONT: (&str, &str) = ("IBM Plex Sans", "fonts/IBMPlexSans-Regular.ttf");

/// Why no picture could be written.
#[derive(Debug, thiserror::Error)]
pub(super) enum PictureError {
    #[error("{0}")]
    Theme(Problem),
    #[error("The picture could not be drawn: {0}")]
    Drawn(String),
}

/// As SVG, on white paper whatever the window looks like.
pub(super) fn svg(picture: &Picture) -> Result<String, PictureError> {
    let theme = Theme::load("light").map_err(PictureError::Theme)?;
    let colour = |ink| {
        let [red, green, blue, _] = ink_colour(&theme, ink).to_array();
        format!("#{red:02X}{green:02X}{blue:02X}")
    };
    Ok(picture.svg(colour, FONT.0))
}

/// As PNG.
pub(super) fn png(picture: &Picture) -> Result<Vec<u8>, PictureError> {
    let drawn = |error: &dyn std::fmt::Display| PictureError::Drawn(error.to_string());
    let mut fonts = fontdb::Database::new();
    if let Some(font) = ASSETS.get_file(FONT.1) {
        fonts.load_font_data(font.contents().to_vec());
    }
    let options = Options { fontdb: Arc::new(fonts), font_family: FONT.0.to_owned(), ..Options::default() };
    let tree = Tree::from_str(&svg(picture)?, &options).map_err(|error| drawn(&error))?;
    let size = tree.size().to_int_size().scale_by(PIXELS);
    let pixels = size.and_then(|size| Pixmap::new(size.width(), size.height()));
    let mut pixels = pixels.ok_or_else(|| drawn(&"it is too large"))?;
    resvg::render(&tree, Transform::from_scale(PIXELS, PIXELS), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| drawn(&error))
}
