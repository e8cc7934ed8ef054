//! The words a matter, a decision and a rule share: countries, supervisory authorities,
//! sectors, topics and currencies (`assets/vocabulary`).
//!
//! A matter may also hold a user's own words in place of a name of a list. They are kept as they are
//! and compare with nothing: [`Vocabulary::sector`] and its like answer `None` for them.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization as _;

use super::{AuthorityId, TopicId, country_code};
use crate::quantity::ListedCurrency;

/// All lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vocabulary {
    /// Countries (`countries.ron`).
    pub countries: Listed<Country>,
    /// Supervisory authorities (`authorities.ron`).
    pub authorities: Listed<Authority>,
    /// Sectors of activity (`sectors.ron`).
    pub sectors: Listed<Sector>,
    /// What processing, a duty or a decision is about (`topics.ron`).
    pub topics: Listed<Topic>,
    /// Currencies (`currencies.ron`).
    pub currencies: Listed<ListedCurrency>,
}

/// A list and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Listed<T> {
    /// Where it comes from.
    pub source: ListSource,
    /// Its entries, in the order in which they are offered.
    pub entries: Vec<T>,
}

/// Where a list comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListSource {
    /// Its title.
    pub title: String,
    /// Its address; empty for a list of our own.
    pub url: String,
    /// How it was read.
    pub read: String,
    /// What could not be checked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unverified: Option<String>,
}

/// A country.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Country {
    /// ISO 3166 alpha-2.
    pub code: String,
    /// Its usual English name.
    pub name: String,
    /// Other names and codes of it.
    #[serde(default)]
    pub also: Vec<String>,
    /// Whether it belongs to the Union or the European Economic Area.
    #[serde(default)]
    pub membership: Option<Membership>,
    /// The member whose territory has this code of its own (Art. 355 TFEU).
    #[serde(default)]
    pub part_of: Option<String>,
}

/// How a country belongs to the Union.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Membership {
    /// A Member State of the European Union.
    Eu {
        /// From this day on.
        since: Date,
    },
    /// Of the European Economic Area only.
    Eea {
        /// From this day on.
        since: Date,
    },
    /// A Member State that left.
    Left {
        /// From this day on…
        since: Date,
        /// …to this.
        until: Date,
    },
}

/// A supervisory authority (Art. 51 GDPR).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Authority {
    /// Its name in files: `cnil`, `datatilsynet-dk`.
    pub id: AuthorityId,
    /// How it is cited.
    pub short: String,
    /// Its name in its own language.
    pub name: String,
    /// Its name in English.
    pub english: String,
    /// Its country (ISO 3166 alpha-2).
    pub country: String,
    /// The Land or region it is limited to.
    #[serde(default)]
    pub region: Option<String>,
    /// The bodies it is limited to.
    #[serde(default)]
    pub remit: Option<Remit>,
    /// Its site.
    pub url: String,
    /// Other names it had or goes by.
    #[serde(default)]
    pub also: Vec<String>,
    /// What could not be checked.
    #[serde(default)]
    pub unverified: Option<String>,
}

/// The bodies an authority is limited to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Remit {
    /// Public bodies of the federation, and telecommunications and postal services.
    FederalBodies,
    /// Public bodies of its Land or region.
    PublicBodies,
    /// Everybody else in its Land.
    PrivateBodies,
}

/// A section or division of NACE Rev. 2.1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sector {
    /// A letter for a section, two digits for a division.
    pub code: String,
    /// Its wording.
    pub name: String,
    /// The section of a division; absent for a section.
    #[serde(default)]
    pub section: Option<String>,
    /// Words of older files that mean it.
    #[serde(default)]
    pub formerly: Vec<String>,
    /// Words a person may look for.
    #[serde(default)]
    pub also: Vec<String>,
}

/// What processing, a duty or a decision is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Its name in files.
    pub id: TopicId,
    /// Its wording.
    pub name: String,
    /// Whether it is a kind of processing rather than a duty.
    #[serde(default)]
    pub subject: bool,
    /// Words of older files that mean it.
    #[serde(default)]
    pub formerly: Vec<String>,
}

/// What every list's entries have.
pub trait Entry {
    /// Its name in files.
    fn id(&self) -> &str;
    /// Its wording.
    fn wording(&self) -> &str;
    /// Names that mean this entry and are understood in place of its id, the wording among them.
    fn names(&self) -> Vec<&str>;
    /// Further words a search finds it by.
    fn hints(&self) -> &[String] {
        &[]
    }
}

impl Entry for Country {
    fn id(&self) -> &str {
        &self.code
    }
    fn wording(&self) -> &str {
        &self.name
    }
    fn names(&self) -> Vec<&str> {
        once(&self.name, &self.also)
    }
}

impl Entry for Authority {
    fn id(&self) -> &str {
        self.id.as_str()
    }
    fn wording(&self) -> &str {
        &self.short
    }
    fn names(&self) -> Vec<&str> {
        let mut names = once(&self.short, &self.also);
        names.extend([self.name.as_str(), &self.english]);
        names
    }
}

impl Entry for Sector {
    fn id(&self) -> &str {
        &self.code
    }
    fn wording(&self) -> &str {
        &self.name
    }
    fn names(&self) -> Vec<&str> {
        once(&self.name, &self.formerly)
    }
    fn hints(&self) -> &[String] {
        &self.also
    }
}

impl Entry for Topic {
    fn id(&self) -> &str {
        self.id.as_str()
    }
    fn wording(&self) -> &str {
        &self.name
    }
    fn names(&self) -> Vec<&str> {
        once(&self.name, &self.formerly)
    }
}

fn once<'a>(name: &'a str, others: &'a [String]) -> Vec<&'a str> {
    std::iter::once(name).chain(others.iter().map(String::as_str)).collect()
}

impl<T: Entry> Listed<T> {
    /// The entry of exactly this id.
    pub fn get(&self, id: &str) -> Option<&T> {
        self.entries.iter().find(|entry| entry.id() == id)
    }

    /// The entries a person may mean by this: by id or by one of its names, whatever the
    /// case and accents.
    pub fn meant(&self, words: &str) -> impl Iterator<Item = &T> {
        let words = folded(words);
        let by_id = self.entries.iter().any(|entry| folded(entry.id()) == words);
        self.entries.iter().filter(move |entry| {
            if by_id { folded(entry.id()) == words } else { entry.names().iter().any(|name| folded(name) == words) }
        })
    }

    /// The entry whose id or name is nearest to this, for "did you mean".
    pub fn nearest(&self, words: &str) -> Option<&T> {
        let words = folded(words);
        let distance = |entry: &T| {
            let names = std::iter::once(entry.id()).chain(entry.names());
            names.map(|name| strsim::osa_distance(&folded(name), &words)).min().unwrap_or(usize::MAX)
        };
        self.entries.iter().min_by_key(|entry| distance(entry))
    }
}

impl<T: Entry> Listed<T> {
    /// The entry that a slip of the pen may stand for: half of its letters at least agree.
    pub fn near(&self, words: &str) -> Option<&T> {
        let folded_words = folded(words);
        let agrees = |name: &str| {
            let name = folded(name);
            strsim::osa_distance(&name, &folded_words) * 2 <= name.chars().count().max(folded_words.chars().count())
        };
        self.nearest(words).filter(|entry| std::iter::once(entry.id()).chain(entry.names()).any(agrees))
    }
}

impl Vocabulary {
    /// The country a person may mean by a code or a name.
    pub fn country(&self, words: &str) -> Option<&Country> {
        self.countries.get(&country_code(words)).or_else(|| self.countries.meant(words).next())
    }

    /// The sector a person may mean by a code or a name.
    pub fn sector(&self, words: &str) -> Option<&Sector> {
        self.sectors.meant(words).next()
    }

    /// The topic a file may mean by a word.
    pub fn topic(&self, word: &str) -> Option<&Topic> {
        self.topics.meant(word).next()
    }

    /// The authority a person may mean; a name that several have counts only with the
    /// country of one of them.
    pub fn authority(&self, words: &str, country: &str) -> Option<&Authority> {
        let country = self.jurisdiction(country);
        let meant: Vec<&Authority> = self.authorities.meant(words).collect();
        let here = meant.iter().find(|authority| authority.country == country);
        here.copied().or(if let [only] = meant.as_slice() { Some(*only) } else { None })
    }

    /// How an authority is cited; a word no list has stands for itself.
    pub fn authority_name<'a>(&'a self, id: &'a AuthorityId) -> &'a str {
        self.authorities.get(id.as_str()).map_or(id.as_str(), |authority| &authority.short)
    }

    /// The code of the country whose law applies: of the member a territory is part of.
    pub fn jurisdiction(&self, country: &str) -> String {
        let code = country_code(country);
        match self.countries.get(&code).and_then(|known| known.part_of.as_ref()) {
            Some(member) => member.clone(),
            None => code,
        }
    }

    /// The authorities of a country, in the order of the list.
    pub fn authorities_of(&self, country: &str) -> impl Iterator<Item = &Authority> {
        let country = self.jurisdiction(country);
        self.authorities.entries.iter().filter(move |authority| authority.country == country)
    }

    /// The authority of a country for all bodies that have no other; `None` where it
    /// depends on the Land, or none is known.
    pub fn usual_authority(&self, country: &str) -> Option<&Authority> {
        self.authorities_of(country).find(|authority| authority.region.is_none() && authority.remit.is_none())
    }

    /// The countries named in a line: separated by commas, semicolons, slashes or line breaks, or codes by
    /// blanks alone. What is none stays as it was typed.
    pub fn countries_in(&self, line: &str) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        let mut add = |word: &str| {
            let word = self.country(word).map_or_else(|| word.to_owned(), |known| known.code.clone());
            if !found.contains(&word) {
                found.push(word);
            }
        };
        for part in line.split([',', ';', '/', '\n']).map(str::trim).filter(|part| !part.is_empty()) {
            let words: Vec<&str> = part.split_whitespace().collect();
            if self.country(part).is_none() && words.iter().all(|word| self.country(word).is_some()) {
                words.into_iter().for_each(&mut add);
            } else {
                add(part);
            }
        }
        found
    }
}

/// A text as searches compare it: lower case, without accents, one blank between words.
pub fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.nfd().filter(|c| !unicode_normalization::char::is_combining_mark(*c)) {
        match character {
            'ł' | 'Ł' => out.push('l'),
            'ø' | 'Ø' => out.push('o'),
            'đ' | 'Đ' | 'ð' | 'Ð' => out.push('d'),
            'ß' => out.push_str("ss"),
            'æ' | 'Æ' => out.push_str("ae"),
            'œ' | 'Œ' => out.push_str("oe"),
            'þ' | 'Þ' => out.push_str("th"),
            'ı' => out.push('i'),
            '’' => out.push('\''),
            other => out.extend(other.to_lowercase()),
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::folded;

    #[test]
    fn accents_case_and_blanks_do_not_matter() {
        assert_eq!(folded("  Österreich "), "osterreich");
        assert_eq!(folded("Urząd  Łódź"), "urzad lodz");
        assert_eq!(folded("Persónuvernd"), "personuvernd");
        assert_eq!(folded("Côte d’Ivoire"), "cote d'ivoire");
    }
}
