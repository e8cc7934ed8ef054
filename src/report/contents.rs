//! What a report holds: an edition, and the sections of it that are wanted.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::Format;
use crate::library::{Edition, EditionId, Library, Section, Withheld};

/// An edition with the sections wanted, in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contents {
    edition: Edition,
    sections: BTreeSet<Section>,
}

impl Contents {
    /// What an edition holds unless something else is asked for.
    ///
    /// The data hold every edition; of data that hold none, the report has every section.
    pub fn of(library: &Library, id: EditionId) -> Self {
        let whole = || Edition {
            id,
            marking: crate::library::Marking::Privileged,
            sections: Section::ALL.to_vec(),
            never: Vec::new(),
            withholds: Vec::new(),
            contents: true,
        };
        let edition = library.edition(id).cloned().unwrap_or_else(whole);
        let sections = edition.sections.iter().copied().collect();
        Self { edition, sections }
    }

    /// The edition.
    pub fn edition(&self) -> &Edition {
        &self.edition
    }

    /// Whether a section is wanted.
    pub fn has(&self, section: Section) -> bool {
        self.sections.contains(&section)
    }

    /// Whether nothing is withheld: only then the assessment itself may be handed out.
    pub fn is_whole(&self) -> bool {
        !self.edition.withholds(Withheld::Estimate) && !self.edition.withholds(Withheld::Strategy)
    }

    /// The sections wanted, in the order in which they stand.
    pub fn sections(&self) -> impl Iterator<Item = Section> {
        self.sections.iter().copied()
    }

    /// Takes a section in or out; `false` where the edition never holds it, and nothing changes.
    pub fn set(&mut self, section: Section, wanted: bool) -> bool {
        if self.edition.never.contains(&section) {
            return false;
        }
        if wanted {
            self.sections.insert(section);
        } else {
            self.sections.remove(&section);
        }
        true
    }
}

/// Which edition somebody wants, and what of it besides what it holds by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Wanted {
    /// For whom.
    pub edition: EditionId,
    /// Sections taken in or left out, edition by edition.
    pub set: BTreeMap<EditionId, BTreeMap<Section, bool>>,
    /// The formats it is written in, by the endings of their files.
    pub formats: Vec<String>,
}

impl Default for Wanted {
    fn default() -> Self {
        Self { edition: EditionId::Counsel, set: BTreeMap::new(), formats: vec![Format::Pdf.ending().to_owned()] }
    }
}

impl Wanted {
    /// What the report then holds.
    pub fn contents(&self, library: &Library) -> Contents {
        let mut contents = Contents::of(library, self.edition);
        for (section, wanted) in self.set.get(&self.edition).into_iter().flatten() {
            contents.set(*section, *wanted);
        }
        contents
    }

    /// The formats it is written in: those that the edition can be written in.
    pub fn formats(&self, library: &Library) -> Vec<Format> {
        let whole = self.contents(library).is_whole();
        let wanted = |format: &&Format| self.formats.iter().any(|known| known == format.ending());
        Format::ALL.iter().filter(wanted).copied().filter(|format| whole || *format != Format::Json).collect()
    }

    /// Takes a section of the edition in or out.
    pub fn set(&mut self, section: Section, wanted: bool) {
        self.set.entry(self.edition).or_default().insert(section, wanted);
    }
}
