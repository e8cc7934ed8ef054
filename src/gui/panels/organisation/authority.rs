//! Which authority decides, by the law of which day, for people in which countries.

use egui::{CornerRadius, Frame, Label, Margin, RichText, Ui};

use super::{field, part, words};
use crate::facts::{CaseFile, Undertaking};
use crate::gui::widgets::Picker;
use crate::gui::{View, theme, widgets};

/// The authority, the day whose law applies, the countries of the people concerned.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, draft: &mut CaseFile) {
    let text = view.text;
    widgets::heading(ui, text.t("organisation.authority"));
    widgets::side_by_side(ui, 662.0, |ui| {
        ui.spacing_mut().item_spacing.x = 14.0;
        let undertaking = &mut draft.undertaking;
        ui.vertical(|ui| {
            ui.set_width(190.0);
            part(ui, view, "change.establishment", |ui| establishment(ui, view, undertaking));
        });
        ui.vertical(|ui| {
            ui.set_width(210.0);
            part(ui, view, "change.authority", |ui| lead(ui, view, undertaking));
        });
        ui.vertical(|ui| {
            ui.set_width(230.0);
            part(ui, view, "change.people_in", |ui| people_in(ui, view, undertaking));
        });
    });
    ui.add_space(6.0);
    part(ui, view, "change.day", |ui| {
        let day = field(view, "organisation.as_of", 190.0).hint(text.t("organisation.as_of.today"));
        day.day(ui, view.analysis.calculation.as_of, &mut draft.as_of);
    });
    widgets::wrapped_small(ui, view.theme, text.t("organisation.as_of.rule"));
    ui.add_space(6.0);
    part(ui, view, "change.first_contact", |ui| {
        let contact = field(view, "time.first_contact", 190.0).hint(text.t("time.first_contact.none"));
        contact.day_or_less(ui, view.analysis.calculation.as_of, &mut draft.first_contact);
    });
    widgets::wrapped_small(ui, view.theme, text.t("time.first_contact.rule"));
    several_laws(ui, view, &draft.undertaking);
}

/// A picker of this stage, its label above it; the key of the label is its place.
fn picker<'v>(view: &View<'v>, key: &'v str, help: &'v str) -> Picker<'v> {
    Picker::new(view.face(), key, view.text.t(key), view.text.t(help)).above()
}

fn establishment(ui: &mut Ui, view: &View<'_>, undertaking: &mut Undertaking) {
    let known = view.library.law.vocabulary.countries.get(&undertaking.establishment);
    let shown = known.map_or(undertaking.establishment.as_str(), |country| &country.name).to_owned();
    let picker = picker(view, "organisation.establishment", "picker.help_country").width(190.0, 360.0).free();
    if let Some(country) = picker.one(ui, &shown, &undertaking.establishment, || words::countries(view)) {
        undertaking.establishment = country;
    }
    if known.is_none() && !undertaking.establishment.trim().is_empty() {
        widgets::wrapped_small(ui, view.theme, view.text.t("organisation.establishment.own"));
    }
}

/// The authority: as it follows from the main establishment, or another.
fn lead(ui: &mut Ui, view: &View<'_>, undertaking: &mut Undertaking) {
    let text = view.text;
    let vocabulary = &view.library.law.vocabulary;
    let usual = vocabulary.usual_authority(&undertaking.establishment);
    let stated = vocabulary.authorities.get(&undertaking.lead_authority);
    let shown = match (stated, undertaking.lead_authority.trim(), usual) {
        (Some(authority), ..) | (None, "", Some(authority)) => words::with_country(view, authority),
        (None, own, _) => own.to_owned(),
    };
    let is_stated = !undertaking.lead_authority.trim().is_empty();
    let country = undertaking.establishment.clone();
    let picker = picker(view, "organisation.lead", "picker.help_authority").width(210.0, 480.0).free();
    if let Some(authority) = picker.one(ui, &shown, &undertaking.lead_authority, || words::authorities(view, &country))
    {
        // The usual one is not stated: it then follows the establishment.
        let is_usual = usual.is_some_and(|usual| usual.id.as_str() == authority);
        undertaking.lead_authority = if is_usual { String::new() } else { authority };
        return;
    }
    let note = |ui: &mut Ui, words: &str| widgets::wrapped_small(ui, view.theme, words);
    match usual {
        Some(usual) if is_stated && stated.is_none_or(|stated| stated.id != usual.id) => {
            let name = words::with_country(view, usual);
            note(ui, &text.fill("organisation.lead.would_be", &[("authority", &name)]));
            if stated.is_some_and(|stated| stated.country != usual.country) {
                note(ui, text.t("organisation.lead.elsewhere"));
            }
            if widgets::link(ui, &text.fill("organisation.lead.use", &[("authority", &usual.short)]), theme::SMALL)
                .clicked()
            {
                undertaking.lead_authority.clear();
            }
        }
        Some(_) => {
            note(ui, text.t("organisation.lead.follows"));
        }
        None if !is_stated && vocabulary.authorities_of(&country).next().is_some() => {
            note(ui, text.t("organisation.lead.by_land"));
        }
        None => {}
    }
    if is_stated && stated.is_none() {
        note(ui, text.t("organisation.lead.own"));
    }
}

fn people_in(ui: &mut Ui, view: &View<'_>, undertaking: &mut Undertaking) {
    let vocabulary = &view.library.law.vocabulary;
    let stated = &mut undertaking.people_in;
    let name = |word: &String| vocabulary.countries.get(word).map_or(word.as_str(), |country| &country.name).to_owned();
    let shown = stated.iter().map(name).collect::<Vec<_>>().join(", ");
    let read = |line: &str| vocabulary.countries_in(line);
    let picker = picker(view, "organisation.people_in", "picker.help_country").width(230.0, 360.0).several(&read);
    if let Some(countries) = picker.many(ui, &shown, stated, || words::countries_and(view, stated)) {
        *stated = countries;
    }
    for word in stated.iter().filter(|word| vocabulary.countries.get(word).is_none()) {
        let words = view.text.fill("warning.unknown_country", &[("word", word)]);
        let words = RichText::new(words).size(theme::SMALL).color(*view.theme.brick);
        ui.add(Label::new(words).wrap());
    }
}

/// Told where people are concerned in countries of different laws.
fn several_laws(ui: &mut Ui, view: &View<'_>, undertaking: &Undertaking) {
    let mut laws: Vec<(&str, Vec<&str>)> = Vec::new();
    for code in &undertaking.people_in {
        let Some(law) = words::law_of(view, code) else { continue };
        let Some(country) = view.library.law.vocabulary.countries.get(code) else { continue };
        match laws.iter_mut().find(|(known, _)| *known == law) {
            Some((_, countries)) => countries.push(&country.name),
            None => laws.push((law, vec![&country.name])),
        }
    }
    let [(first, first_in), (second, second_in), ..] = laws.as_slice() else { return };
    let text = view.text;
    let (first_in, second_in) = (first_in.join(", "), second_in.join(", "));
    let told = [("first_in", first_in.as_str()), ("first", first), ("second_in", &second_in), ("second", second)];
    ui.add_space(8.0);
    let frame = Frame::new().inner_margin(Margin { left: 12, right: 0, top: 2, bottom: 2 });
    let response = frame.show(ui, |ui| {
        let heading = RichText::new(text.t("organisation.two_laws"));
        let heading = heading.font(egui::FontId::new(theme::SMALL, theme::strong())).color(*view.theme.amber);
        ui.label(heading);
        widgets::wrapped_small(ui, view.theme, &text.fill("organisation.two_laws.what", &told));
    });
    let bar = response.response.rect;
    let bar = egui::Rect::from_min_max(bar.min, egui::pos2(bar.left() + 2.0, bar.bottom()));
    ui.painter().rect_filled(bar, CornerRadius::ZERO, *view.theme.amber);
}
