//! What does not fit between the matter, the method and the day. The calculation goes
//! on; the wording stands under `assets/locale`.

use jiff::civil::Date;

use super::calculate::Input;
use crate::facts::Turnover;
use crate::law::{OperationId, PublicBodyRule, UndertakingKind, country_code};
use crate::quantity::Range;
use crate::trace::Warning;

/// What does not fit between the matter, the method and the day.
pub(super) fn of_matter(input: &Input<'_>) -> Vec<Warning> {
    let mut warnings = Vec::new();
    warnings.extend(method(input));
    if !input.conducts.is_empty() {
        warnings.extend(turnover_year(input));
        warnings.extend(linked_apart(input));
        warnings.extend(earlier_infringements(input));
        warnings.extend(public_body(input));
        warnings.extend(rules_not_held(input));
    }
    warnings
}

fn method(input: &Input<'_>) -> Vec<Warning> {
    let method = input.methodology;
    let mut warnings = Vec::new();
    if input.as_of < method.from {
        warnings.push(Warning::NotYetAdopted { from: method.from });
    }
    if let Some(to) = method.last_day(input.case_file.undertaking.kind).filter(|to| *to < input.as_of) {
        warnings.push(Warning::Superseded { to });
    }
    let country = country_code(&input.case_file.undertaking.establishment);
    if !country.is_empty() {
        if input.law.is_foreign(method, &country, input.as_of) {
            warnings.push(Warning::ForeignMethod { country: country.clone() });
        }
        if !input.law.frameworks.iter().any(|framework| framework.applies_in(&country, input.as_of)) {
            warnings.push(Warning::OutsideTerritory { country });
        }
    }
    warnings
}

/// The financial year before the decision counts (Art. 83(4) to (6) GDPR; EDPB
/// Guidelines 04/2022, para. 131).
fn turnover_year(input: &Input<'_>) -> Option<Warning> {
    let counts = input.as_of.year().saturating_sub(1);
    match input.case_file.undertaking.turnover {
        Turnover::Figure { year: Some(stated), .. } if stated != counts => {
            Some(Warning::TurnoverYear { stated, counts })
        }
        Turnover::Figure { year: None, .. } => Some(Warning::TurnoverYearUnstated { counts }),
        Turnover::Unknown if !input.choices.has("matter.turnover") => {
            let assumed = input.methodology.unknown_turnover()?;
            let Range { low, high } = assumed.range;
            Some(Warning::TurnoverAssumed { low, high, taken: assumed.proposed })
        }
        Turnover::Figure { .. } | Turnover::Bracket { .. } | Turnover::Unknown => None,
    }
}

/// Linked operations are one conduct (Art. 83(3) GDPR): the user may put an infringement
/// apart, and is told what that undoes.
fn linked_apart(input: &Input<'_>) -> Vec<Warning> {
    let case_file = input.case_file;
    let is_linked = |id: &OperationId| {
        let of = |known: &crate::facts::Operation| {
            (known.id == *id && known.linked_to.is_some()) || known.linked_to.as_ref() == Some(id)
        };
        case_file.operations.iter().any(of)
    };
    let apart = case_file.assignments.iter().filter(|known| is_linked(&known.operation));
    let told = |known: &crate::facts::Assignment| Warning::LinkedApart {
        operation: known.operation.clone(),
        conduct: known.conduct.clone(),
    };
    apart.map(told).collect()
}

/// The older an infringement, the less it weighs, and only what was established before
/// counts (EDPB Guidelines 04/2022, paras 82 to 94).
fn earlier_infringements(input: &Input<'_>) -> Vec<Warning> {
    let years = input.law.circumstances.iter().find_map(|known| known.doubted_after_years);
    let earlier = &input.case_file.undertaking.previous_infringements;
    let doubt = |date: Date| match years {
        _ if input.as_of < date => Some(Warning::LaterInfringement { date }),
        Some(years) if date.year().saturating_add(years) < input.as_of.year() => {
            Some(Warning::OldInfringement { date })
        }
        _ => None,
    };
    earlier.iter().filter_map(|known| doubt(known.date)).collect()
}

/// Rules of the authority's own for such a body; a method of that country is one of them.
fn rules_not_held(input: &Input<'_>) -> Vec<Warning> {
    let kind = input.case_file.undertaking.kind;
    let rules = input.national.filter(|_| input.methodology.territory.is_empty());
    let rules = rules.iter().flat_map(|rules| &rules.not_held);
    let rules = rules.filter(|known| known.bodies.contains(&kind) && known.from <= input.as_of);
    rules.map(|known| Warning::RulesNotHeld { text: known.text.clone() }).collect()
}

fn public_body(input: &Input<'_>) -> Option<Warning> {
    let undertaking = &input.case_file.undertaking;
    if undertaking.kind != UndertakingKind::PublicBody {
        return None;
    }
    let Some(rules) = input.national else {
        return Some(Warning::PublicBodyUnknown { country: undertaking.establishment.clone() });
    };
    let terms = &rules.public_bodies;
    if terms.rule == PublicBodyRule::NotKnown {
        return Some(Warning::PublicBodyUnknown { country: rules.name.clone() });
    }
    let told_apart = undertaking.public_body.is_none() && !terms.particular.is_empty();
    told_apart.then(|| Warning::PublicBodyKindUnstated { country: rules.name.clone() })
}
