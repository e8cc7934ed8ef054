//! What is chosen from the lists of the vocabulary and the law.

use egui::Ui;

use super::{COLUMN, Form, PLACE};
use crate::gui::widgets::{Item, Picker};
use crate::law::vocabulary::{Entry, Listed};
use crate::law::{AuthorityId, Provision, ProvisionId, TopicId};
use crate::precedents::Outcome;

impl<'f> Form<'f> {
    fn picker(&self, key: &'f str, help: &'f str) -> Picker<'f> {
        let text = &self.library.locale;
        let name = key.rsplit('.').next().unwrap_or(key);
        Picker::new(self.face(), format!("{PLACE}{name}"), text.t(key), text.t(help)).above().width(COLUMN, 480.0)
    }

    /// The authority; its country follows.
    pub(super) fn authority(&mut self, ui: &mut Ui) {
        let vocabulary = &self.library.law.vocabulary;
        let id = self.draft.record.authority.as_str().to_owned();
        let shown = vocabulary.authorities.get(&id).map_or(id.as_str(), |known| &known.short).to_owned();
        let items = || {
            let country =
                |code: &str| vocabulary.countries.get(code).map_or_else(|| code.to_owned(), |c| c.name.clone());
            let known = vocabulary.authorities.entries.iter();
            known
                .map(|known| Item::new(known.id.as_str(), &known.short, country(&known.country)).also(known.names()))
                .collect()
        };
        if let Some(chosen) = self.picker("facet.authority", "picker.help_authority").one(ui, &shown, &id, items) {
            if let Some(known) = vocabulary.authorities.get(&chosen) {
                self.draft.record.country.clone_from(&known.country);
            }
            self.draft.record.authority = AuthorityId::from(chosen);
        }
    }

    pub(super) fn country(&mut self, ui: &mut Ui) {
        let list = &self.library.law.vocabulary.countries;
        let code = self.draft.record.country.clone();
        let picker = self.picker("facet.country", "picker.help_country");
        if let Some(chosen) = picker.one(ui, &wording(list, &code), &code, || items(list)) {
            self.draft.record.country = chosen;
        }
    }

    pub(super) fn sector(&mut self, ui: &mut Ui) {
        let list = &self.library.law.vocabulary.sectors;
        let code = self.draft.record.sector.clone();
        let picker = self.picker("facet.sector", "picker.help_sector");
        if let Some(chosen) = picker.one(ui, &wording(list, &code), &code, || items(list)) {
            self.draft.record.sector = chosen;
        }
    }

    pub(super) fn topics(&mut self, ui: &mut Ui) {
        let list = &self.library.law.vocabulary.topics;
        let chosen: Vec<String> = self.draft.record.facts.topics.iter().map(ToString::to_string).collect();
        let shown: Vec<String> = chosen.iter().map(|id| wording(list, id)).collect();
        let picker = self.picker("facet.topic", "own.help_topic");
        if let Some(now) = picker.many(ui, &shown.join(", "), &chosen, || items(list)) {
            self.draft.record.facts.topics = now.into_iter().map(TopicId::from).collect();
        }
    }

    pub(super) fn outcome(&mut self, ui: &mut Ui) {
        const ALL: [Outcome; 6] = [
            Outcome::Fine,
            Outcome::Reprimand,
            Outcome::Order,
            Outcome::Referral,
            Outcome::Established,
            Outcome::NoInfringement,
        ];
        let text = &self.library.locale;
        let key = self.draft.record.outcome.key();
        let items = || ALL.map(|outcome| Item::new(outcome.key(), text.t(outcome.key()), "")).to_vec();
        let chosen = self.picker("facet.outcome", "own.help_outcome").one(ui, text.t(key), key, items);
        if let Some(chosen) = chosen.and_then(|key| ALL.into_iter().find(|outcome| outcome.key() == key)) {
            self.draft.record.outcome = chosen;
        }
    }

    pub(super) fn provisions(&mut self, ui: &mut Ui) {
        let (law, text) = (&self.library.law, &self.library.locale);
        let chosen: Vec<String> = self.draft.record.provisions.iter().map(ToString::to_string).collect();
        // By paragraph, as decisions name them: what the list has no words for is named by its article.
        let read = |line: &str| {
            let bare =
                |word: &str| word.trim().trim_start_matches("Art.").trim_start_matches("Article").trim().to_owned();
            let words: Vec<String> = line.split([',', ';', '\n']).map(bare).filter(|word| !word.is_empty()).collect();
            let is_known = |word: &String| {
                let id = ProvisionId::from(word.as_str());
                let divided = law.articles.articles.contains_key(id.article());
                law.provisions.iter().any(|known| known.id.article() == id.article())
                    && (!divided || law.articles.fault(&id).is_none())
            };
            if words.iter().all(is_known) { words } else { Vec::new() }
        };
        let items = || {
            let item = |known: &Provision| {
                let article = text.article(known.id.as_str());
                Item::new(known.id.as_str(), format!("{article} {}", known.heading), "")
            };
            let listed: Vec<Item> = law.provisions.iter().map(item).collect();
            let is_missing = |id: &&String| listed.iter().all(|item| item.id != **id);
            let further: Vec<Item> =
                chosen.iter().filter(is_missing).map(|id| Item::new(id, text.article(id), "")).collect();
            further.into_iter().chain(listed).collect()
        };
        let picker = self.picker("decisions.provisions", "picker.help_provision").several(&read);
        if let Some(now) = picker.many(ui, &chosen.join(", "), &chosen, items) {
            self.draft.record.provisions = now.into_iter().map(ProvisionId::from).collect();
        }
    }
}

fn items<T: Entry>(list: &Listed<T>) -> Vec<Item> {
    list.entries.iter().map(|known| Item::new(known.id(), known.wording(), known.id()).also(known.names())).collect()
}

/// What an entry is called; the word itself where the list does not have it.
fn wording<T: Entry>(list: &Listed<T>, id: &str) -> String {
    list.get(id).map_or_else(|| id.to_owned(), |known| known.wording().to_owned())
}
