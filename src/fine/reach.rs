//! Several laws, several authorities: where people are concerned besides the country of the
//! establishment (Art. 3(2), 27, 55 and 56 GDPR; Art. 3(2) UK GDPR).

use super::calculate::Input;
use crate::law::{Framework, LawText, country_code};
use crate::trace::Warning;

/// What is told of laws and authorities besides those of the calculation.
pub(super) fn told(input: &Input<'_>) -> Vec<Warning> {
    let undertaking = &input.case_file.undertaking;
    let home = country_code(&undertaking.establishment);
    let deciding = country_code(undertaking.deciding_country(&input.law.vocabulary));
    if home.is_empty() {
        return Vec::new();
    }
    let own = input.law.framework_of(input.methodology);
    let mut warnings = Vec::new();
    for framework in &input.law.frameworks {
        let applies = |country: &str| framework.applies_in(country, input.as_of);
        let people = people_in(input, &applies);
        if people.is_empty() {
            continue;
        }
        let is_own = own.is_some_and(|own| own.id == framework.id);
        if !is_own && !applies(&deciding) {
            let law = LawText::Framework(framework.id.clone());
            warnings.push(Warning::SecondLaw { law, countries: people.clone() });
        }
        if has_several_authorities(framework) && !applies(&home) {
            warnings.push(Warning::NoLeadAuthority { countries: people });
        }
    }
    warnings
}

/// The countries of the people concerned where a framework applies, each once.
fn people_in(input: &Input<'_>, applies: &dyn Fn(&str) -> bool) -> Vec<String> {
    let codes = input.case_file.undertaking.people_in.iter().map(|country| country_code(country));
    let mut countries: Vec<String> = codes.filter(|country| applies(country)).collect();
    countries.sort();
    countries.dedup();
    countries
}

/// Whether it has a lead authority among several.
fn has_several_authorities(framework: &Framework) -> bool {
    framework.territory.len() > 1
}
