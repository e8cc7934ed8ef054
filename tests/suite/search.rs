//! The search through the decisions: what comes first, and what is forgiven.

use std::sync::OnceLock;

use amende::cases::{self, CaseIndex, Cases, Counts, Facet, Sort, TableFormat, Wanted};
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
    // No hospital has been reprimanded in these records: what is nearest is health care, division 86 (hospital
    // activities among it).
    let best = first("reprimand hospital");
    assert_eq!((best.outcome, best.sector.as_str()), (Outcome::Reprimand, "86"), "{}", best.id);
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
    let kaspr_pack = library()
        .packs
        .iter()
        .find(|shipped| library().without_decisions_of(&[&shipped.pack]).decisions.len() < library().decisions.len());
    let shown: Library = library().without_decisions_of(&[&kaspr_pack.unwrap().pack]);
    let sheltered = CaseIndex::new(&shown).unwrap();
    let hidden = library().decisions.iter().filter(|known| shown.decision(&known.id).is_none());
    for decision in hidden {
        for place in sheltered.search(&decision.controller).unwrap().unwrap().records {
            assert_ne!(shown.decisions[place].controller, decision.controller);
        }
    }
}

fn cases() -> &'static Cases {
    static CASES: OnceLock<Cases> = OnceLock::new();
    CASES.get_or_init(|| Cases::new(library()).unwrap())
}

fn listed(wanted: &Wanted) -> (Vec<&'static Decision>, Counts) {
    let listing = cases().list(wanted).unwrap();
    (listing.records.iter().map(|place| &library().decisions[*place]).collect(), listing.counts)
}

/// Counted by hand from the records, without what the program counts with.
#[test]
fn facets_count_what_choosing_would_show() {
    let number = |counts: &Counts, facet: Facet, value: &str| {
        let (_, values) = counts.iter().find(|(known, _)| *known == facet).unwrap();
        values.iter().find(|(known, _)| known == value).map_or(0, |(_, count)| *count)
    };
    let (all, counts) = listed(&Wanted::default());
    assert_eq!(all.len(), library().decisions.len());
    let french = |decision: &&Decision| decision.country == "FR";
    let fined = |decision: &&Decision| decision.outcome == Outcome::Fine;
    let count = |holds: &dyn Fn(&&Decision) -> bool| library().decisions.iter().filter(holds).count();
    assert_eq!(number(&counts, Facet::Country, "FR"), count(&french));
    assert_eq!(number(&counts, Facet::Outcome, "outcome.fine"), count(&fined));
    let security = |decision: &&Decision| decision.provisions.iter().any(|id| id.article() == "32");
    assert_eq!(number(&counts, Facet::Provision, "32"), count(&security));

    let mut wanted = Wanted::default();
    wanted.chosen.entry(Facet::Country).or_default().insert("FR".to_owned());
    let (shown, counts) = listed(&wanted);
    assert_eq!(shown.len(), count(&french));
    // Of its own facet the others are still counted: what choosing them too would add.
    assert_eq!(number(&counts, Facet::Country, "IT"), count(&|decision| decision.country == "IT"));
    assert_eq!(number(&counts, Facet::Outcome, "outcome.fine"), count(&|decision| french(decision) && fined(decision)));
    wanted.chosen.entry(Facet::Outcome).or_default().insert("outcome.fine".to_owned());
    wanted.chosen.entry(Facet::Country).or_default().insert("IT".to_owned());
    let (shown, _) = listed(&wanted);
    assert_eq!(shown.len(), count(&|known| fined(known) && ["FR", "IT"].contains(&known.country.as_str())));
    // Every value has a wording, and no facet is left out.
    assert_eq!(counts.len(), Facet::ALL.len());
    for (facet, values) in &counts {
        // None of those that come with the program is one's own.
        assert_eq!(values.is_empty(), *facet == Facet::Origin, "{facet:?}");
        for (value, _) in values {
            let words = facet.wording(value, library());
            assert!(
                !words.is_empty() && !words.contains("facet.") && !words.contains("size."),
                "{facet:?} {value}: {words}"
            );
        }
    }
}

#[test]
fn every_column_sorts_both_ways() {
    for sort in Sort::ALL {
        let order = |high| {
            let (shown, _) = listed(&Wanted { sort: Some((sort, high)), ..Wanted::default() });
            shown
        };
        let (low, high) = (order(false), order(true));
        assert_eq!(low.len(), library().decisions.len());
        assert_ne!(low[0].id, high[0].id, "{sort:?}");
    }
    let dates: Vec<_> = listed(&Wanted { sort: Some((Sort::Date, true)), ..Wanted::default() }).0;
    assert!(dates.windows(2).all(|pair| pair[0].decided >= pair[1].decided));
    let (amounts, _) = listed(&Wanted { sort: Some((Sort::Amount, true)), ..Wanted::default() });
    let euro =
        |decision: &Decision| cases::standing_in_euro(decision, library(), false).map(amende::quantity::Money::minor);
    assert!(amounts.windows(2).all(|pair| euro(pair[0]) >= euro(pair[1])));
    assert!(amounts.iter().any(|known| known.fine.is_some_and(|fine| fine.currency().code() == "SEK")));
}

#[test]
fn a_selection_is_exported_as_it_is_and_without_formulas() {
    let mut library = library().clone();
    "=HYPERLINK(\"https://example.org\"; \"ł, é\")".clone_into(&mut library.decisions[0].controller);
    let records: Vec<usize> = vec![0, 5, 9];
    let rows = cases::rows(&library, &records);
    let file = |format| cases::write(&rows, format, &library).unwrap();

    let csv = String::from_utf8(file(TableFormat::Csv)).unwrap();
    let bare = csv.strip_prefix('\u{feff}').unwrap();
    let mut reader = csv::Reader::from_reader(bare.as_bytes());
    let heads = reader.headers().unwrap().clone();
    let at = |name: &str| heads.iter().position(|head| head == name).unwrap();
    let read: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(read.len(), 3);
    assert_eq!(&read[0][at("controller")], format!("'{}", library.decisions[0].controller));
    for (row, place) in read.iter().zip(&records) {
        let decision = &library.decisions[*place];
        assert_eq!(&row[at("id")], decision.id);
        assert_eq!(&row[at("summary")], decision.summary);
        let amount = decision.fine.map_or_else(String::new, |fine| fine.minor().to_string());
        assert_eq!(&row[at("amount_cents")], amount);
    }

    let json: serde_json::Value = serde_json::from_slice(&file(TableFormat::Json)).unwrap();
    assert_eq!(json[0]["controller"], library.decisions[0].controller.as_str());
    assert_eq!(json.as_array().unwrap().len(), 3);

    let mut book: calamine::Xlsx<_> =
        calamine::open_workbook_from_rs(std::io::Cursor::new(file(TableFormat::Xlsx))).unwrap();
    let sheet = calamine::Reader::worksheet_range_at(&mut book, 0).unwrap().unwrap();
    assert_eq!(sheet.height(), 4);
    assert_eq!(sheet.get((1, 0)).unwrap().to_string(), library.decisions[0].controller);
    assert!(calamine::Reader::worksheet_formula(&mut book, "Decisions").unwrap().is_empty(), "no formula lives");
    let row = records.iter().position(|place| library.decisions[*place].fine.is_some()).unwrap();
    let imposed = library.decisions[records[row]].fine.unwrap();
    assert_eq!(imposed.minor() % imposed.currency().minor_units(), 0, "a whole amount");
    assert_eq!(sheet.get((row + 1, 7)).unwrap().to_string(), imposed.major().to_string());
}

/// By hand: the rates of 2022, 2023 and 2024 in the data are 9.2, 6.4 and 2.6 per cent.
#[test]
fn amounts_are_carried_to_the_prices_of_the_last_year() {
    let prices = &library().law.prices;
    let hundred = "EUR 100".parse().unwrap();
    let of = |day: &str| prices.today(hundred, day.parse().unwrap()).map(|amount| amount.to_string());
    assert_eq!(prices.last(), Some(2024));
    // 100 × 1.092 = 109.20; × 1.064 = 116.19 (116.1888); × 1.026 = 119.21 (119.2109).
    assert_eq!(of("2021-05-01").as_deref(), Some("EUR 119.21"));
    assert_eq!(of("2023-12-31").as_deref(), Some("EUR 102.60"));
    assert_eq!(of("2024-03-01").as_deref(), Some("EUR 100.00"));
    assert_eq!(of("2026-03-01").as_deref(), Some("EUR 100.00"), "as it is: those prices are not known here");
    assert_eq!(of("2015-03-01"), None);
}
