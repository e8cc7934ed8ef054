//! Matters of older versions brought to the vocabulary: words that mean a name of a list
//! become that name, anything else stays as the user wrote it.

use crate::facts::CaseFile;
use crate::law::{Corpus, ProvisionId, Vocabulary};

/// Brings countries, authority and sector of a matter to the names of the vocabulary. Only
/// what means the same is changed; a user's own words stay as they are.
pub fn modernise(case_file: &mut CaseFile, vocabulary: &Vocabulary) {
    let undertaking = &mut case_file.undertaking;
    if let Some(country) = vocabulary.country(&undertaking.establishment) {
        undertaking.establishment.clone_from(&country.code);
    }
    if let Some(authority) = vocabulary.authority(&undertaking.lead_authority, &undertaking.establishment) {
        undertaking.lead_authority = authority.id.to_string();
    }
    if let Some(sector) = vocabulary.sector(&undertaking.sector) {
        undertaking.sector.clone_from(&sector.code);
    }
    let stated = std::mem::take(&mut undertaking.people_in);
    let known = |word: &String| vocabulary.countries.get(word).is_some();
    let mut countries: Vec<String> = Vec::new();
    for line in stated {
        let named = vocabulary.countries_in(&line);
        let named = if named.iter().any(known) { named } else { vec![line] };
        for country in named {
            if !countries.contains(&country) {
                countries.push(country);
            }
        }
    }
    undertaking.people_in = countries;
}

/// Words of a file that were read as others, to be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repaired {
    /// What stands in the file.
    pub written: String,
    /// What it was read as.
    pub read: Vec<String>,
}

/// Takes provisions of earlier infringements apart that an older version wrote together:
/// `5(1)(a)6(1)`. Where they cannot be taken apart in one way only, they stay.
pub fn repair(case_file: &mut CaseFile, law: &Corpus) -> Vec<Repaired> {
    let mut repaired = Vec::new();
    for earlier in &mut case_file.undertaking.previous_infringements {
        let mut provisions = Vec::new();
        for stated in std::mem::take(&mut earlier.provisions) {
            // Nobody wrote more than a few into one: a longer text is something else.
            let unknown = law.provision(&stated).is_none() && stated.as_str().len() <= 60;
            match if unknown { apart(stated.as_str(), law) } else { Vec::new() }.as_slice() {
                [only] if only.len() > 1 => {
                    let read = only.iter().map(ProvisionId::to_string).collect();
                    repaired.push(Repaired { written: stated.to_string(), read });
                    provisions.extend(only.iter().cloned());
                }
                _ => provisions.push(stated),
            }
        }
        earlier.provisions = provisions;
    }
    repaired
}

/// Every way in which a text is provisions written one after the other; two are enough to
/// know that there is not one.
fn apart(text: &str, law: &Corpus) -> Vec<Vec<ProvisionId>> {
    if text.is_empty() {
        return vec![Vec::new()];
    }
    let mut ways = Vec::new();
    for known in &law.provisions {
        let Some(rest) = text.strip_prefix(known.id.as_str()) else { continue };
        for mut way in apart(rest, law) {
            way.insert(0, known.id.clone());
            ways.push(way);
        }
        if ways.len() > 1 {
            break;
        }
    }
    ways
}
