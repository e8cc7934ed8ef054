//! The fonts a report is set in: those bundled, and for characters they lack those of
//! the system.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use typst::foundations::Bytes;
use typst::text::Font;

use crate::report::{SystemFonts, fonts};

/// The bundled fonts, read once.
fn bundled() -> &'static [Font] {
    static BUNDLED: OnceLock<Vec<Font>> = OnceLock::new();
    BUNDLED.get_or_init(|| fonts::bundled_files().filter_map(|file| Font::new(Bytes::new(file), 0)).collect())
}

/// The fonts of a family of the system; none of a bundled one, which are there.
pub(super) fn of_family(name: &str, system: &SystemFonts) -> Vec<Font> {
    let found = system.family(name).into_iter();
    found.filter_map(|font| Font::new(Bytes::new(font.data), font.index)).collect()
}

/// The fonts to set a text in that has these characters, and the characters that none
/// of them has.
pub(super) fn for_characters(signs: &BTreeSet<char>, system: &SystemFonts) -> (Vec<Font>, BTreeSet<char>) {
    let lacking = |fonts: &[Font], signs: &BTreeSet<char>| -> BTreeSet<char> {
        let has = |sign: char| fonts.iter().any(|font| font.info().coverage.contains(u32::from(sign)));
        signs.iter().copied().filter(|sign| private(*sign) || !(seen_by_nobody(*sign) || has(*sign))).collect()
    };
    let mut fonts = bundled().to_vec();
    let missing = lacking(&fonts, signs);
    if missing.is_empty() {
        return (fonts, missing);
    }
    let found = system.covering(&missing).into_iter();
    fonts.extend(found.filter_map(|font| Font::new(Bytes::new(font.data), font.index)));
    let missing = lacking(&fonts, &missing);
    (fonts, missing)
}

/// A character whose meaning only its writer's font knows: it prints as nothing that
/// can be read again.
fn private(sign: char) -> bool {
    matches!(sign, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..)
}

/// Spaces and joiners need no shape.
fn seen_by_nobody(sign: char) -> bool {
    sign.is_whitespace() || sign.is_control() || matches!(sign, '\u{200c}'..='\u{200f}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::ASSETS;

    #[test]
    fn the_template_names_every_bundled_family_of_fallback_fonts() {
        let template = ASSETS.get_file("report/report.typ").and_then(include_dir::File::contents_utf8).unwrap();
        for font in bundled().iter().filter(|font| font.info().family.starts_with("Noto")) {
            assert!(template.contains(&format!("\"{}\"", font.info().family)), "{}", font.info().family);
        }
        assert_eq!(bundled().len(), 19, "every file is a font that typesets");
    }
}
