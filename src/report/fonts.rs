//! The fonts of the system, for characters that those bundled lack.

use std::collections::BTreeMap;
#[cfg(feature = "typeset")]
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Mutex, OnceLock, PoisonError};

use fontdb::{Database, FaceInfo, ID, Style};

use crate::library::ASSETS;

/// The folders of bundled fonts under `assets/`, the text's own first.
const FOLDERS: &[&str] = &["fonts", "fonts/fallback"];

/// Fonts beyond those bundled, found by the characters they have.
#[derive(Debug)]
pub struct SystemFonts {
    database: Database,
    /// What was found before: a search reads every font where none has the character.
    known: Mutex<BTreeMap<char, Option<ID>>>,
}

/// A font that was found.
#[derive(Debug, Clone)]
pub struct FoundFont {
    /// Its name, the same for the same font.
    pub name: String,
    /// The file.
    pub data: Vec<u8>,
    /// Which font of the file.
    pub index: u32,
}

impl SystemFonts {
    /// The fonts installed on this computer, listed once.
    pub fn installed() -> &'static Self {
        static INSTALLED: OnceLock<SystemFonts> = OnceLock::new();
        INSTALLED.get_or_init(|| {
            let mut database = Database::new();
            database.load_system_fonts();
            Self { database, known: Mutex::default() }
        })
    }

    /// The fonts in a folder, in place of those installed.
    pub fn in_folder(folder: &Path) -> Self {
        let mut database = Database::new();
        database.load_fonts_dir(folder);
        Self { database, known: Mutex::default() }
    }

    /// A font that has this character and may be embedded.
    pub fn with(&self, sign: char) -> Option<FoundFont> {
        self.find(sign).and_then(|id| self.load(id))
    }

    /// Whether a family is installed, or bundled, and may be embedded.
    pub(super) fn has_family(&self, name: &str) -> bool {
        is_bundled(name) || !self.family(name).is_empty()
    }

    /// The fonts of a family that may be embedded; none of a bundled one, which are there.
    pub(super) fn family(&self, name: &str) -> Vec<FoundFont> {
        if name.is_empty() || is_bundled(name) {
            return Vec::new();
        }
        let faces = self.database.faces().filter(|face| face.families.iter().any(|(known, _)| known == name));
        let free = faces
            .filter(|face| self.database.with_face_data(face.id, |data, index| has(data, index, 'a')) == Some(true));
        let mut ids: Vec<(String, ID)> = free.map(|face| (face.post_script_name.clone(), face.id)).collect();
        ids.sort();
        ids.into_iter().filter_map(|(_, id)| self.load(id)).collect()
    }

    /// The fonts that have these characters, each once; a character none has is left out.
    #[cfg(feature = "typeset")]
    pub(super) fn covering(&self, signs: &BTreeSet<char>) -> Vec<FoundFont> {
        let found: BTreeSet<ID> = signs.iter().filter_map(|sign| self.find(*sign)).collect();
        found.into_iter().filter_map(|id| self.load(id)).collect()
    }

    fn find(&self, sign: char) -> Option<ID> {
        // A search that panicked left what it knew: still right.
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        *known.entry(sign).or_insert_with(|| self.search(sign))
    }

    fn search(&self, sign: char) -> Option<ID> {
        let mut faces: Vec<&FaceInfo> = self.database.faces().filter(|face| face.style == Style::Normal).collect();
        faces.sort_by_cached_key(|face| {
            let name = family(face);
            (rank(sign, name), face.weight.0.abs_diff(400), name.to_owned(), face.index, face.post_script_name.clone())
        });
        let usable = |face: &&FaceInfo| self.database.with_face_data(face.id, |data, index| has(data, index, sign));
        faces.into_iter().find(|face| usable(face) == Some(true)).map(|face| face.id)
    }

    fn load(&self, id: ID) -> Option<FoundFont> {
        let face = self.database.face(id)?;
        let name = format!("{} ({})", family(face), face.post_script_name);
        self.database.with_face_data(id, |data, index| FoundFont { name, data: data.to_vec(), index })
    }
}

/// Whether a family is one of those bundled.
fn is_bundled(name: &str) -> bool {
    static BUNDLED: OnceLock<Database> = OnceLock::new();
    let bundled = BUNDLED.get_or_init(|| {
        let mut database = Database::new();
        bundled_files().for_each(|file| database.load_font_data(file.to_vec()));
        database
    });
    bundled.faces().any(|face| face.families.iter().any(|(known, _)| known == name))
}

/// The files of the bundled fonts.
pub(super) fn bundled_files() -> impl Iterator<Item = &'static [u8]> {
    let files = FOLDERS.iter().filter_map(|folder| ASSETS.get_dir(folder)).flat_map(include_dir::Dir::files);
    let fonts = files.filter(|file| file.path().extension().is_some_and(|extension| extension == "ttf"));
    fonts.map(include_dir::File::contents)
}

fn family(face: &FaceInfo) -> &str {
    face.families.first().map_or("", |(name, _)| name.as_str())
}

/// Whether a font draws the character and may be embedded in a file.
fn has(data: &[u8], index: u32, sign: char) -> bool {
    let Ok(face) = ttf_parser::Face::parse(data, index) else { return false };
    let tables = face.tables();
    let drawn = tables.glyf.is_some() || tables.cff.is_some() || tables.cff2.is_some();
    let free = face.permissions() != Some(ttf_parser::Permissions::Restricted);
    drawn && free && face.glyph_index(sign).is_some()
}

/// The families that suit a script best; the same character looks different in Chinese
/// and Japanese hands.
const CHINESE: &[&str] =
    &["CJK SC", "Noto Sans SC", "Source Han Sans", "PingFang", "YaHei", "WenQuanYi", "Droid Sans Fallback", "SimSun"];
const JAPANESE: &[&str] =
    &["CJK JP", "Noto Sans JP", "Source Han Sans", "Hiragino", "Yu Gothic", "Meiryo", "IPA", "Takao", "MS Gothic"];
const KOREAN: &[&str] = &["CJK KR", "Noto Sans KR", "Source Han Sans", "Apple SD Gothic", "Malgun", "Nanum", "Baekmuk"];

/// How well a family suits a character, the best first.
fn rank(sign: char, family: &str) -> usize {
    let preferred = match sign {
        '\u{3040}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' => JAPANESE,
        '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7ff}' => KOREAN,
        _ => CHINESE,
    };
    let serif = ["Serif", "Mincho", "Ming", "Song"].iter().any(|word| family.contains(word));
    let place = preferred.iter().position(|known| family.contains(known)).unwrap_or(preferred.len());
    match family {
        // Draws every character as a box.
        last if last.replace(' ', "").contains("LastResort") => usize::MAX,
        noto if place == preferred.len() && noto.starts_with("Noto Sans") => place + usize::from(serif) * 10,
        _ => place + 1 + usize::from(serif) * 10,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_gets_a_family_made_for_it() {
        assert!(rank('华', "Noto Sans CJK SC") < rank('华', "Noto Sans CJK JP"));
        assert!(rank('カ', "Noto Sans CJK JP") < rank('カ', "Noto Sans CJK SC"));
        assert!(rank('한', "Noto Sans CJK KR") < rank('한', "Noto Sans CJK SC"));
        assert!(rank('ሀ', "Noto Sans Ethiopic") < rank('ሀ', "Abyssinica"));
        assert_eq!(rank('ሀ', ".LastResort"), usize::MAX);
    }
}
