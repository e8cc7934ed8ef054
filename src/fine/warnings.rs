//! What does not fit between the matter, the method and the day. The calculation goes
//! on; the wording stands under `assets/locale`.

use jiff::Span;
use jiff::civil::Date;

use super::Point;
use super::calculate::Input;
use super::turnover::{self, Known, Stated, stated_turnover};
use super::{answers, reach};
use crate::facts::{ChoiceValue, Counted, Operation, PreviousInfringement, Turnover};
use crate::findings::Conduct;
use crate::law::{LawText, NationalRules, OperationId, PublicBodyRule, StepKind, Tier, UndertakingKind, country_code};
use crate::quantity::{PartialDate, Range};
use crate::trace::{ChosenBy, Warning, WordOf};

/// What does not fit between the matter, the method and the day. Choices that were refused
/// have no part in it.
pub(super) fn of_matter(input: &Input<'_>, points: &[Point]) -> Vec<Warning> {
    let chosen: Vec<&Point> = points.iter().filter(|point| point.by == ChosenBy::User).collect();
    let mut warnings = Vec::new();
    warnings.extend(method(input));
    warnings.extend(answers::told(input));
    warnings.extend(unknown_countries(input));
    warnings.extend(unknown_words(input));
    if !input.conducts.is_empty() {
        warnings.extend(turnover_year(input, &chosen));
        warnings.extend(turnover::told(input));
        warnings.extend(no_undertaking(input));
        warnings.extend(linked_apart(input));
        warnings.extend(left_out(input));
        warnings.extend(overridden(input, &chosen));
        warnings.extend(earlier_infringements(input));
        warnings.extend(public_body(input));
        warnings.extend(rules_not_held(input));
        warnings.extend(reach::told(input));
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
    if !method.bodies.is_empty() && !method.bodies.contains(&input.case_file.undertaking.kind) {
        warnings.push(Warning::NotMadeForBody);
    }
    let country = country_code(input.case_file.undertaking.deciding_country(&input.law.vocabulary));
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

/// Words among the countries of the data subjects for which no law can be found.
fn unknown_countries(input: &Input<'_>) -> impl Iterator<Item = Warning> {
    let known = &input.law.vocabulary.countries;
    let stated = input.case_file.undertaking.people_in.iter();
    let unknown = stated.filter(|word| !word.trim().is_empty() && known.get(word).is_none());
    unknown.map(|word| Warning::UnknownCountry { word: word.clone() })
}

/// Words for the establishment, the authority and the sector that no list has, each with
/// what is nearest to it, where anything is.
fn unknown_words(input: &Input<'_>) -> impl Iterator<Item = Warning> {
    let (vocabulary, undertaking) = (&input.law.vocabulary, &input.case_file.undertaking);
    let known = |word: &str, found: bool| word.trim().is_empty() || found;
    let of = |of, word: &String, found: bool, nearest: Option<String>| {
        (!known(word, found)).then(|| Warning::UnknownWord { of, word: word.clone(), nearest })
    };
    let near = |wording: &str, id: &str| if wording == id { id.to_owned() } else { format!("{wording} ({id})") };
    let (country, authority, sector) = (&undertaking.establishment, &undertaking.lead_authority, &undertaking.sector);
    let countries = vocabulary.countries.near(country).map(|known| near(&known.name, &known.code));
    let authorities = vocabulary.authorities.near(authority).map(|known| near(&known.short, known.id.as_str()));
    let sectors = vocabulary.sectors.near(sector).map(|known| near(&known.name, &known.code));
    [
        of(WordOf::Establishment, country, vocabulary.country(country).is_some(), countries),
        of(WordOf::Authority, authority, vocabulary.authorities.get(authority).is_some(), authorities),
        of(WordOf::Sector, sector, vocabulary.sectors.get(sector).is_some(), sectors),
    ]
    .into_iter()
    .flatten()
}

/// The financial year before the decision counts (Art. 83(4) to (6) GDPR; EDPB
/// Guidelines 04/2022, para. 131).
fn turnover_year(input: &Input<'_>, chosen: &[&Point]) -> Option<Warning> {
    let settled = chosen.iter().any(|point| point.id.as_str() == "matter.turnover");
    let counts = input.as_of.year().saturating_sub(1);
    let turnover = &input.case_file.undertaking.turnover;
    match (turnover.counted(), turnover) {
        (Counted::Figure(_), Turnover::Figure { year: Some(stated), .. }) if *stated != counts => {
            let stated = *stated;
            Some(Warning::TurnoverYear { stated, counts })
        }
        (Counted::Figure(_), Turnover::Figure { year: None, .. }) => Some(Warning::TurnoverYearUnstated { counts }),
        (Counted::Unknown, _) if is_immaterial(input) => size_unknown(input),
        (Counted::Unknown, _) if !settled => {
            let Stated { range: Range { low, high }, point: taken, .. } = stated(input)?;
            Some(Warning::TurnoverAssumed { low, high, taken })
        }
        (Counted::Bracket(..), _) if !settled => Some(Warning::TurnoverBracket { taken: stated(input)?.point }),
        (Counted::Figure(_) | Counted::Bracket(..) | Counted::Unknown, _) => None,
    }
}

fn stated(input: &Input<'_>) -> Option<Stated> {
    stated_turnover(input.case_file, input.methodology, &input.law.rates, input.as_of).ok()
}

fn is_immaterial(input: &Input<'_>) -> bool {
    stated(input).is_some_and(|stated| stated.known == Known::Immaterial)
}

/// Told where the method takes the size into account.
fn size_unknown(input: &Input<'_>) -> Option<Warning> {
    input.methodology.steps.iter().find_map(|step| match &step.kind {
        StepKind::TurnoverAdjustment { without_turnover, .. } => {
            let Range { low, high } = without_turnover.share;
            Some(Warning::SizeUnknown { low, high, taken: without_turnover.proposed })
        }
        _ => None,
    })
}

/// Told where it makes a difference.
fn no_undertaking(input: &Input<'_>) -> Option<Warning> {
    if input.case_file.undertaking.is_undertaking() {
        return None;
    }
    let turnover = stated(input)?.range.high;
    let higher = |tier: &Tier| {
        let fixed = tier.static_cap.on(input.as_of)?.value;
        let share = tier.dynamic_cap.as_ref()?.on(input.as_of)?.value;
        let relative = turnover.share(share, input.methodology.rounding);
        Some(fixed.is_less_than(relative))
    };
    input.conducts.iter().any(|(_, tier)| higher(tier) == Some(true)).then_some(Warning::NoUndertaking)
}

/// The same or linked operations share one maximum (Art. 83(3) GDPR): the user may put
/// an infringement apart, and is told what that undoes.
fn linked_apart(input: &Input<'_>) -> Vec<Warning> {
    let conducts_of = |id: &OperationId| {
        let holding = input.conducts.iter().filter(|(fined, _)| fined.conduct.operations.contains(id));
        holding.map(|(fined, _)| fined.conduct.id.clone()).collect::<Vec<_>>()
    };
    let told = |operation: &Operation| {
        let mut conducts = conducts_of(&operation.id);
        if let (Some(linked), false) = (&operation.linked_to, conducts.is_empty()) {
            conducts.extend(conducts_of(linked));
        }
        // Another law beside has its own maximum whatever the user does.
        conducts.retain(|id| id.mark().is_none());
        conducts.sort();
        conducts.dedup();
        (conducts.len() > 1).then(|| Warning::LinkedApart {
            operation: operation.id.clone(),
            name: operation.name.clone(),
            conducts,
        })
    };
    input.case_file.operations.iter().filter_map(told).collect()
}

fn left_out(input: &Input<'_>) -> Vec<Warning> {
    let of = |conduct: &Conduct| {
        let told = |id: &OperationId| Warning::FaultlessLeftOut {
            operation: id.clone(),
            name: input.case_file.names_of(std::slice::from_ref(id)),
            conduct: conduct.id.clone(),
        };
        conduct.left_out.iter().map(told).collect::<Vec<_>>()
    };
    input.conducts.iter().flat_map(|(fined, _)| of(&fined.conduct)).collect()
}

/// Choices before one that settles the amount outright, on the same conduct.
fn overridden(input: &Input<'_>, chosen: &[&Point]) -> Vec<Warning> {
    /// Where a point stands in the order of the steps, and whether it settles the amount.
    fn place(name: &str) -> Option<(u8, bool)> {
        Some(match name {
            "seriousness_share" | "turnover_share" | "daily_factor" => (1, false),
            "starting_amount" => (2, true),
            _ if name.starts_with("circumstance.") => (3, false),
            "adjusted_amount" => (4, true),
            "proportionality" => (5, false),
            "final_amount" => (6, true),
            "reprimand" => (7, true),
            _ => return None,
        })
    }
    let mut warnings = Vec::new();
    for (fined, _) in input.conducts {
        let prefix = format!("{}.", fined.conduct.id);
        let placed = chosen.iter().filter_map(|point| {
            let (place, settles) = place(point.id.as_str().strip_prefix(&prefix)?)?;
            let holds = point.value != ChoiceValue::Holds(false);
            Some((&point.id, place, settles && holds))
        });
        let placed: Vec<_> = placed.collect();
        for (id, at, _) in &placed {
            let later = placed.iter().filter(|(_, place, settles)| *settles && place > at);
            if let Some((by, ..)) = later.max_by_key(|(_, place, _)| *place) {
                warnings.push(Warning::Overridden { choice: (*id).clone(), by: (*by).clone() });
            }
        }
    }
    warnings
}

/// The older an infringement, the less it weighs, and only what was established before
/// counts (EDPB Guidelines 04/2022, paras 82 to 94).
fn earlier_infringements(input: &Input<'_>) -> Vec<Warning> {
    let years = input.law.circumstances.iter().find_map(|known| known.doubted_after_years);
    let earlier = &input.case_file.undertaking.previous_infringements;
    let doubt = |date: PartialDate| match years {
        _ if input.as_of <= date.first() => Some(Warning::LaterInfringement { date }),
        Some(years) if is_older(date.last(), years, input.as_of) => Some(Warning::OldInfringement { date }),
        _ => None,
    };
    let begun =
        |known: &&PreviousInfringement| known.established().is_none() && **known != PreviousInfringement::default();
    let incomplete = earlier.iter().filter(begun).map(|known| Warning::EarlierIncomplete { what: known.what.clone() });
    earlier.iter().filter_map(PreviousInfringement::established).filter_map(doubt).chain(incomplete).collect()
}

/// Whether more than so many years lie between two days.
fn is_older(date: Date, years: i16, day: Date) -> bool {
    let passed = Span::new().try_years(years).and_then(|years| date.checked_add(years));
    passed.is_ok_and(|passed| passed < day)
}

/// Rules of the authority's own for such a body; a method of that country is one of them.
fn rules_not_held(input: &Input<'_>) -> Vec<Warning> {
    let kind = input.case_file.undertaking.kind;
    let rules = input.national.filter(|_| input.methodology.territory.is_empty());
    let told = |rules: &NationalRules| {
        let known = rules.not_held.iter().enumerate();
        let known = known.filter(|(_, known)| known.bodies.contains(&kind) && known.from <= input.as_of);
        let told = known.map(|(n, _)| Warning::RulesNotHeld { rules: LawText::NotHeld(rules.country.clone(), n) });
        told.collect::<Vec<_>>()
    };
    rules.map(told).unwrap_or_default()
}

fn public_body(input: &Input<'_>) -> Option<Warning> {
    let undertaking = &input.case_file.undertaking;
    if undertaking.kind != UndertakingKind::PublicBody {
        return None;
    }
    let Some(rules) = input.national else {
        return Some(Warning::PublicBodyUnknown {
            country: undertaking.deciding_country(&input.law.vocabulary).to_owned(),
        });
    };
    let terms = &rules.public_bodies;
    if terms.rule == PublicBodyRule::NotKnown {
        return Some(Warning::PublicBodyUnknown { country: rules.country.clone() });
    }
    let told_apart = undertaking.public_body.is_none() && !terms.particular.is_empty();
    told_apart.then(|| Warning::PublicBodyKindUnstated { country: rules.country.clone() })
}
