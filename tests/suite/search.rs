//! The search through the decisions: what comes first, and what is forgiven.

use std::sync::OnceLock;

use amende::cases::CaseIndex;
use amende::library::Library;
use amende::precedents::{Decision, Outcome};

fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| Library::embedded().unwrap())
}

fn index() -> &'static CaseIndex {
    static INDEX: OnceLock<CaseIndex> = OnceLock::new();
    INDEX.get_or_init(|| CaseIndex::new(library()).unwrap())
}

fn found(words: &str) -> Vec<&'static Decision> {
    let found = index().search(words).unwrap().unwrap();
    found.records.iter().map(|place| &library().decisions[*place]).collect()
}

fn first(words: &str) -> &'static Decision {
    found(words).first().unwrap_or_else(|| panic!("nothing is found by `{words}`"))
}

#[test]
fn names_come_first() {
    assert_eq!(first("kaspr").id, "cnil/2024-kaspr");
    assert_eq!(first("linkedin").id, "dpc/2024-linkedin");
    assert!(first("gawel").controller.contains("Gaweł"));
    assert_eq!(first("SAN-2024-020").id, "cnil/2024-kaspr");
    // While it is being typed.
    assert_eq!(first("kas").id, "cnil/2024-kaspr");
}

#[test]
fn words_of_one_meaning_find_the_same_in_every_language() {
    let scraping = found("scraping");
    let about = |decision: &Decision| decision.facts.topics.iter().any(|topic| topic.as_str() == "scraping");
    let of_topic = library().decisions.iter().filter(|decision| about(decision)).count();
    assert!(of_topic >= 10);
    assert!(scraping.iter().take(of_topic).all(|decision| about(decision)), "what it is about comes first");
    let ids = |found: Vec<&'static Decision>| {
        let mut ids: Vec<&str> = found.iter().map(|decision| decision.id.as_str()).collect();
        ids.sort_unstable();
        ids
    };
    for other in ["moissonnage", "Moissonnage", "harvesting"] {
        assert!(about(first(other)), "{other}");
        assert_eq!(ids(found(other)), ids(found("scraping")), "{other}");
    }
    let english = ids(found("hospital"));
    for other in ["Krankenhaus", "hôpital", "szpital", "ospedale", "ziekenhuis"] {
        assert!(ids(found(other)).iter().all(|id| english.contains(id)), "{other}");
        assert!(!found(other).is_empty(), "{other}");
    }
}

#[test]
fn all_words_count_whatever_their_place_and_ending() {
    let hospitals = found("reprimand hospital");
    assert!(!hospitals.is_empty());
    for decision in hospitals.iter().take(3) {
        assert_eq!(decision.outcome, Outcome::Reprimand, "{}", decision.id);
        let said = format!("{} {}", decision.controller, decision.summary).to_lowercase();
        assert!(["hospital", "clinic"].iter().any(|word| said.contains(word)), "{}", decision.id);
    }
    for typed in ["cookies refus", "cookie refusals", "Cookies ablehnen", "cookie rifiuto"] {
        let best = first(typed);
        assert!(best.facts.topics.iter().any(|topic| topic.as_str() == "cookies"), "{typed}: {}", best.id);
        assert!(
            best.summary.to_lowercase().contains("refus") || best.summary.contains("reject"),
            "{typed}: {}",
            best.id
        );
    }
}

#[test]
fn provisions_are_found_whole() {
    for decision in found("art. 5(1)(e)") {
        assert!(decision.provisions.iter().any(|known| known.as_str().starts_with("5(1)(e)")), "{}", decision.id);
    }
    for decision in found("Article 33") {
        assert!(decision.provisions.iter().any(|known| known.as_str().starts_with("33")), "{}", decision.id);
    }
    assert!(found("Article 33").len() > 5);
}

#[test]
fn a_slip_is_forgiven_and_told_and_a_word_that_is_there_is_taken_as_it_is() {
    for (slip, meant) in [("kapsr", "kaspr"), ("likedin", "linkedin"), ("clearveiw", "clearview")] {
        let read = index().search(slip).unwrap().unwrap();
        assert_eq!(read.read_as, [(slip.to_owned(), vec![meant.to_owned()])]);
        assert_eq!(first(slip).id, first(meant).id);
    }
    assert!(index().search("kaspr").unwrap().unwrap().read_as.is_empty());
    assert!(found("qqxxyyzz").is_empty());
    assert!(found("kaspr qqxxyyzz").is_empty());
    assert!(index().search("  ").unwrap().is_none());
}

#[test]
fn what_a_workshop_keeps_back_is_not_found() {
    let kaspr_pack = library().packs.iter().find(|shipped| {
        library().without_decisions_of(&[&shipped.pack.id]).decisions.len() < library().decisions.len()
    });
    let id = &kaspr_pack.unwrap().pack.id;
    let shown: Library = library().without_decisions_of(&[id]);
    let sheltered = CaseIndex::new(&shown).unwrap();
    let hidden = library().decisions.iter().filter(|known| shown.decision(&known.id).is_none());
    for decision in hidden {
        for place in sheltered.search(&decision.controller).unwrap().unwrap().records {
            assert_ne!(shown.decisions[place].controller, decision.controller);
        }
    }
}
