//! The lists a stage offers, made from the vocabulary and the law.

use crate::gui::View;
use crate::gui::widgets::Item;
use crate::law::vocabulary::{Entry, Remit};
use crate::law::{Authority, Country};
use crate::quantity::Currency;

/// All countries, those first in which a law held here applies on the day of the matter.
pub(super) fn countries(view: &View<'_>) -> Vec<Item> {
    let countries = &view.library.law.vocabulary.countries.entries;
    let item = |country: &Country| {
        let law = law_of(view, &country.code);
        let part = u8::from(law.is_none());
        let aside = match law {
            None => view.text.t("organisation.no_law").to_owned(),
            Some(law) => {
                let usual = view.library.law.vocabulary.usual_authority(&country.code);
                let by_land = view.text.t("organisation.by_land");
                format!("{law} · {}", usual.map_or(by_land, |authority| &authority.short))
            }
        };
        Item::new(&country.code, &country.name, aside).also(country.names()).in_part(part)
    };
    countries.iter().map(item).collect()
}

/// Countries together with the words a matter states in place of one.
pub(super) fn countries_and(view: &View<'_>, stated: &[String]) -> Vec<Item> {
    let unknown = stated.iter().filter(|word| view.library.law.vocabulary.countries.get(word).is_none());
    let no_country = view.text.t("organisation.no_country");
    unknown.map(|word| Item::new(word, word, no_country)).chain(countries(view)).collect()
}

/// The law that applies in a country on the day of the matter, as it is cited.
pub(super) fn law_of<'v>(view: &View<'v>, country: &str) -> Option<&'v str> {
    let law = &view.library.law;
    let country = law.vocabulary.jurisdiction(country);
    let day = view.analysis.calculation.as_of;
    let framework = law.frameworks.iter().find(|framework| framework.applies_in(&country, day))?;
    let instrument = law.instruments.iter().find(|instrument| instrument.id.as_str() == framework.id.as_str());
    Some(instrument.map_or(framework.name.as_str(), |instrument| &instrument.short))
}

/// All authorities, those of a country first.
pub(super) fn authorities(view: &View<'_>, country: &str) -> Vec<Item> {
    let vocabulary = &view.library.law.vocabulary;
    let here = vocabulary.jurisdiction(country);
    let item = |authority: &Authority| {
        let country = vocabulary.countries.get(&authority.country).map_or(authority.country.as_str(), Entry::wording);
        let mut aside =
            authority.region.as_deref().map_or_else(|| country.to_owned(), |land| format!("{land}, {country}"));
        if let Some(remit) = authority.remit {
            aside = format!("{aside} · {}", view.text.t(remit_key(remit)));
        }
        let item = Item::new(authority.id.as_str(), &authority.short, aside);
        item.also(authority.names()).in_part(u8::from(authority.country != here))
    };
    vocabulary.authorities.entries.iter().map(item).collect()
}

/// The bodies an authority is limited to.
fn remit_key(remit: Remit) -> &'static str {
    match remit {
        Remit::FederalBodies => "remit.federal_bodies",
        Remit::PublicBodies => "remit.public_bodies",
        Remit::PrivateBodies => "remit.private_bodies",
    }
}

/// An authority with its country, as it stands in a field.
pub(super) fn with_country(view: &View<'_>, authority: &Authority) -> String {
    let country = view.library.law.vocabulary.countries.get(&authority.country);
    let country = country.map_or(authority.country.as_str(), |country| &country.name);
    format!("{}, {country}", authority.short)
}

/// The sections and divisions of NACE.
pub(super) fn sectors(view: &View<'_>) -> Vec<Item> {
    let sectors = &view.library.law.vocabulary.sectors.entries;
    let item = |sector: &crate::law::Sector| {
        Item::new(&sector.code, &sector.name, &sector.code).also(sector.also.iter().map(String::as_str))
    };
    sectors.iter().map(item).collect()
}

/// The currencies of ISO 4217, those withdrawn with the year.
pub(super) fn currencies(view: &View<'_>) -> Vec<Item> {
    let item = |currency: &Currency| Item::new(currency.code(), view.text.currency_name(*currency), currency.code());
    Currency::all().iter().map(item).collect()
}

/// The provisions with their headings.
pub(super) fn provisions(view: &View<'_>) -> Vec<Item> {
    let item = |provision: &crate::law::Provision| {
        let article = view.text.article(provision.id.as_str());
        Item::new(provision.id.as_str(), format!("{article} {}", provision.heading), "")
    };
    view.library.law.provisions.iter().map(item).collect()
}
