//! The language shown: switched at once and kept between runs. Figures stay; words are
//! found anew.

use super::App;
use crate::gui::jobs::Revision;
use crate::library::Library;
use crate::locale::Locale;

impl App {
    /// All languages there are, that of the data first.
    pub(in crate::gui) fn languages(&self) -> &'static [Locale] {
        &self.data.languages
    }

    /// Shows everything in another language; stays as it is where there is no such language.
    pub(in crate::gui) fn speak(&mut self, language: &str) {
        let known = std::iter::once(self.data).chain(self.spoken.iter().copied());
        let known = known.into_iter().find(|library| library.locale.language == language);
        let shown = known.or_else(|| {
            let library: &'static Library = Box::leak(Box::new(self.data.in_language(language)?));
            self.spoken.push(library);
            Some(library)
        });
        let Some(shown) = shown else { return };
        language.clone_into(&mut self.settings.language);
        self.show_library(shown);
    }

    /// Shows other data in the language shown.
    pub(super) fn show_data(&mut self, data: &'static Library) {
        if std::ptr::eq(self.data, data) {
            return;
        }
        let language = &self.library.locale.language;
        let worded = if data.locale.language == *language { None } else { data.in_language(language) };
        // What was made of the data before is shown no more.
        self.data = data;
        self.spoken.clear();
        self.sheltered.clear();
        let shown = worded.map(|library| &*Box::leak(Box::new(library)));
        self.spoken.extend(shown);
        self.show_library(shown.unwrap_or(data));
    }

    fn show_library(&mut self, shown: &'static Library) {
        self.library = shown;
        self.shelter();
        // What was concluded names texts of the law in the other language; late results too.
        if let Some(open) = &mut self.open {
            open.revision = Revision::next();
        }
    }
}
