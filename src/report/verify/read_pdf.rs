//! What a report as PDF says: the figures attached to it, and the lines on its pages.

use std::collections::HashMap;

use hayro_cmap::{BfString, CMap};
use hayro_syntax::Pdf;
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::{Dict, Object, Stream};

use super::VerifyError;

fn open(bytes: &[u8]) -> Result<Pdf, VerifyError> {
    let unreadable = |error| VerifyError::Unreadable { format: "PDF", problem: format!("{error:?}") };
    Pdf::new(bytes.to_vec()).map_err(unreadable)
}

/// The figures attached to the file: of all its attached files, the one that says so.
pub(super) fn figures(bytes: &[u8]) -> Result<String, VerifyError> {
    let pdf = open(bytes)?;
    for object in pdf.objects() {
        let Object::Stream(stream) = object else { continue };
        let Ok(decoded) = stream.decoded() else { continue };
        if let Ok(text) = std::str::from_utf8(&decoded)
            && text.starts_with('{')
            && text.contains(crate::report::FIGURES)
        {
            return Ok(text.to_owned());
        }
    }
    Err(VerifyError::NoFigures)
}

/// The lines shown: what is set in one go is one.
pub(super) fn lines(bytes: &[u8]) -> Result<Vec<String>, VerifyError> {
    let pdf = open(bytes)?;
    let mut lines = Vec::new();
    for page in pdf.pages().iter() {
        let mut fonts: HashMap<Vec<u8>, Option<CMap>> = HashMap::new();
        let mut font: Vec<u8> = Vec::new();
        let mut operations = page.typed_operations();
        while let Some(operation) = operations.next() {
            let shown = match operation {
                TypedInstruction::TextFont(set) => {
                    font = set.0.to_vec();
                    if !fonts.contains_key(&font) {
                        let map = page.resources().get_font(set.0).and_then(|known| to_unicode(&known));
                        fonts.insert(font.clone(), map);
                    }
                    continue;
                }
                TypedInstruction::ShowText(text) => text.0.as_bytes().to_vec(),
                TypedInstruction::ShowTexts(texts) => {
                    let strings = texts.0.iter::<Object<'_>>().filter_map(|part| match part {
                        Object::String(text) => Some(text.as_bytes().to_vec()),
                        _ => None,
                    });
                    strings.flatten().collect()
                }
                _ => continue,
            };
            lines.push(words(&shown, fonts.get(&font).and_then(Option::as_ref)));
        }
    }
    Ok(lines)
}

/// What the codes of a font mean.
fn to_unicode(font: &Dict<'_>) -> Option<CMap> {
    let map = font.get::<Stream<'_>>("ToUnicode")?;
    CMap::parse(&map.decoded().ok()?, |_| None)
}

/// Codes of two bytes, as composite fonts have them.
fn words(codes: &[u8], map: Option<&CMap>) -> String {
    let Some(map) = map else { return String::new() };
    let mut words = String::new();
    for code in codes.chunks(2) {
        let code = code.iter().fold(0_u32, |all, byte| all << 8 | u32::from(*byte));
        match map.lookup_bf_string(code) {
            Some(BfString::Char(sign)) => words.push(sign),
            Some(BfString::String(signs)) => words.push_str(&signs),
            None => {}
        }
    }
    words
}
