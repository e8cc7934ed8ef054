//! The house style of a firm: a small file (`*.style.ron`) that says what its reports look like.
//!
//! ```ron
//! (
//!     firm: "Counsel and Partners",
//!     author: "A. Counsel",
//!     logo: "logo.svg",
//!     accent: "#0B5563",
//!     ink: "#1D2026",
//!     font: "IBM Plex Sans",
//!     footer: "Counsel and Partners · Brussels",
//! )
//! ```

use serde::{Deserialize, Serialize};

use super::SystemFonts;
use crate::library::{self, Problem};

/// What text on paper must differ from it by, as a ratio (WCAG 2.2, 1.4.3).
const CONTRAST: f64 = 4.5;
/// A logo is at most so large, in bytes.
const LARGEST_LOGO: usize = 2 * 1024 * 1024;
/// A footer is at most so long, in characters: what it was made with stands beside it.
const LONGEST_FOOTER: usize = 60;

/// What a firm's reports look like; what is empty is as this program has it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct HouseStyle {
    /// The firm or department, as reports name it.
    pub firm: String,
    /// Who prepares reports.
    pub author: String,
    /// The file of the logo (PNG or SVG), beside the file of the style.
    pub logo: String,
    /// The colour of links, lines of charts and the like: `#0B5563`.
    pub accent: String,
    /// The colour of text.
    pub ink: String,
    /// A family of fonts installed on this computer.
    pub font: String,
    /// What stands at the foot of every page.
    pub footer: String,
}

/// A look that holds together: ready to be drawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Look {
    /// The colour of links and charts, as `#rrggbb`.
    pub accent: String,
    /// The same, thinned out on white.
    pub tint: String,
    /// The colour of text.
    pub ink: String,
    /// A family of fonts; empty for those of this program.
    pub font: String,
    /// What stands at the foot of every page before what the report was made with.
    pub footer: String,
    /// The logo.
    pub logo: Option<Logo>,
}

/// A logo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Logo {
    /// What the template knows the file by: `logo.png` or `logo.svg`.
    pub name: &'static str,
    /// Whose it is, for readers who do not see it.
    pub alternative: String,
    /// The file.
    #[serde(skip)]
    pub data: Vec<u8>,
}

impl Default for Look {
    fn default() -> Self {
        let text = str::to_owned;
        Self {
            accent: text("#0b5563"),
            tint: text("#d1dee1"),
            ink: text("#1d2026"),
            font: String::new(),
            footer: String::new(),
            logo: None,
        }
    }
}

impl HouseStyle {
    /// Reads a style.
    ///
    /// # Errors
    /// With line, column and key of what is wrong.
    pub fn parse(file: &str, text: &str) -> Result<Self, Problem> {
        library::parse(file, text)
    }

    /// The look, with the logo's file where one is named; `text` is the file of the style, in
    /// which places are named, if there is one.
    ///
    /// # Errors
    /// With the key of what is wrong, and what to do.
    pub fn look(
        &self,
        (file, text): (&str, &str),
        logo: Option<Vec<u8>>,
        system: &SystemFonts,
    ) -> Result<Look, Problem> {
        let wrong = |key: &str, message: String| Problem {
            file: file.to_owned(),
            position: place(text, key),
            message: format!("{key}: {message}"),
        };
        let usual = Look::default();
        let colour = |key: &str, value: &str, usual: String| {
            if value.trim().is_empty() {
                return Ok(usual);
            }
            let colour = Colour::read(value).ok_or_else(|| {
                wrong(key, format!("`{value}` is no colour: write six hexadecimal digits, as in `#0B5563`"))
            })?;
            let contrast = colour.contrast();
            if contrast < CONTRAST {
                let message = format!(
                    "`{value}` is too light to be read on white paper (contrast {contrast:.1} to 1, at least {CONTRAST} to 1): choose a darker colour"
                );
                return Err(wrong(key, message));
            }
            Ok(colour.written())
        };
        let accent = colour("accent", &self.accent, usual.accent)?;
        let own = Colour::read(&accent).filter(|_| !self.accent.trim().is_empty());
        let tint = own.map_or(usual.tint, |accent| accent.thinned().written());
        let ink = colour("ink", &self.ink, usual.ink)?;
        let font = self.font.trim();
        if !font.is_empty() && !system.has_family(font) {
            let message = format!(
                "the font `{font}` is not installed here, or may not be embedded: install it, or leave the font out"
            );
            return Err(wrong("font", message));
        }
        if self.footer.chars().count() > LONGEST_FOOTER {
            let message = format!("the footer is longer than {LONGEST_FOOTER} characters: shorten it");
            return Err(wrong("footer", message));
        }
        let look = Look {
            accent,
            tint,
            ink,
            font: font.to_owned(),
            footer: self.footer.trim().to_owned(),
            logo: logo.map(|data| self.logo(data)).transpose().map_err(|message| wrong("logo", message))?,
        };
        if look.logo.is_some() {
            super::render::drawable(&look).map_err(|error| wrong("logo", error.to_string()))?;
        }
        Ok(look)
    }

    fn logo(&self, data: Vec<u8>) -> Result<Logo, String> {
        if data.len() > LARGEST_LOGO {
            return Err(format!("`{}` is larger than 2 MB: make it smaller", self.logo));
        }
        let head = data.get(..data.len().min(4096)).unwrap_or_default();
        let name = if data.starts_with(b"\x89PNG\r\n\x1a\n") {
            "logo.png"
        } else if String::from_utf8_lossy(head).contains("<svg") {
            "logo.svg"
        } else {
            return Err(format!("`{}` is neither PNG nor SVG: save the logo as one of them", self.logo));
        };
        let named = if self.firm.trim().is_empty() { &self.logo } else { &self.firm };
        Ok(Logo { name, alternative: named.clone(), data })
    }
}

/// Where a key stands in a file.
fn place(text: &str, key: &str) -> Option<(usize, usize)> {
    let wanted = format!("{key}:");
    text.lines().zip(1..).find_map(|(line, number)| {
        let at = line.find(&wanted)?;
        let before = line.get(..at)?;
        let apart = before.chars().next_back().is_none_or(|sign| !sign.is_alphanumeric());
        apart.then(|| (number, before.chars().count() + 1))
    })
}

/// A colour on a screen or on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Colour([u8; 3]);

impl Colour {
    fn read(text: &str) -> Option<Self> {
        let digits = text.trim().strip_prefix('#')?;
        if digits.len() != 6 || !digits.chars().all(|sign| sign.is_ascii_hexdigit()) {
            return None;
        }
        let part = |at: usize| digits.get(at..at + 2).and_then(|pair| u8::from_str_radix(pair, 16).ok());
        Some(Self([part(0)?, part(2)?, part(4)?]))
    }

    fn written(self) -> String {
        let [red, green, blue] = self.0;
        format!("#{red:02x}{green:02x}{blue:02x}")
    }

    /// A fifth of it, the rest white.
    fn thinned(self) -> Self {
        Self(self.0.map(|part| u8::try_from((u16::from(part) + 4 * 255) / 5).unwrap_or(u8::MAX)))
    }

    /// How much it differs from white, from 1 to 21 (WCAG 2.2).
    fn contrast(self) -> f64 {
        let linear = |part: u8| {
            let share = f64::from(part) / 255.0;
            // The darkest eleven of 256 steps are linear (sRGB, IEC 61966-2-1).
            if part <= 10 { share / 12.92 } else { libm::pow((share + 0.055) / 1.055, 2.4) }
        };
        let [red, green, blue] = self.0.map(linear);
        1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_the_guidelines() {
        let contrast = |text: &str| Colour::read(text).unwrap().contrast();
        assert!((contrast("#000000") - 21.0).abs() < 0.01);
        assert!((contrast("#ffffff") - 1.0).abs() < 0.01);
        // The well-known limit: #767676 is the lightest grey that passes.
        assert!(contrast("#767676") >= CONTRAST && contrast("#777777") < CONTRAST);
        assert_eq!(Colour::read("0B5563"), None);
        assert_eq!(Colour::read("#0B556"), None);
    }
}
