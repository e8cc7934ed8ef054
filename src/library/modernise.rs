//! Matters of older versions brought to the vocabulary: words that mean a name of a list
//! become that name, anything else stays as the user wrote it.

use crate::facts::CaseFile;
use crate::law::Vocabulary;

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
