//! One vocabulary for matters, decisions and rules: what it holds, what `check` refuses,
//! what becomes of older files.

use amende::facts::{AnswerValue, CaseFile};
use amende::law::vocabulary::folded;
use amende::library::modernise;
use amende::precedents::Likeness::{Different, Partly, Same, Unknown};
use amende::{findings, precedents};

use crate::{library, preset, support};

/// What `check` says of the data with one text replaced in one file.
fn broken(path: &str, from: &str, to: &str) -> String {
    support::broken(&[(path, from, to)])
}

#[test]
fn a_misspelt_word_is_refused_with_its_place_and_the_nearest() {
    let decision = "assets/decisions/cnil/2024-kaspr.ron";
    let preset = "presets/shop.amende.ron";
    let cases = [
        (decision, "country: \"FR\"", "country: \"FX\"", ":4:14: country: `FX`", "did you mean"),
        (
            decision,
            "authority: \"cnil\"",
            "authority: \"cnli\"",
            ":3:16: authority: `cnli`",
            "did you mean `cnil` (CNIL)?",
        ),
        (decision, "authority: \"cnil\"", "authority: \"CNIL\"", "authority: `CNIL`", "did you mean `cnil` (CNIL)?"),
        (decision, "sector: \"63\"", "sector: \"technology\"", ":11:13: sector: `technology`", "did you mean `K`"),
        (decision, "\"retention\"", "\"retentoin\"", "topics: `retentoin`", "did you mean `retention`"),
        (decision, "\"information\"", "\"transparency\"", "topics: `transparency`", "did you mean `information`"),
        (preset, "sector: \"47\"", "sector: \"retial\"", "sector: `retial`", "did you mean `47` (Retail trade)?"),
        (preset, "establishment: \"AT\"", "establishment: \"Austira\"", "establishment: `Austira`", "`AT` (Austria)"),
        (
            "presets/clinic.amende.ron",
            "lead_authority: \"hmbbfdi\"",
            "lead_authority: \"hmbbfd\"",
            "lead_authority: `hmbbfd`",
            "`hmbbfdi` (HmbBfDI)",
        ),
        (preset, "people_in: [\"AT\"]", "people_in: [\"UK\"]", "people_in: `UK`", "`GB` (United Kingdom)"),
        (
            "assets/law/gdpr/rules/video.ron",
            "topic: \"video_surveillance\"",
            "topic: \"video\"",
            ":2:12: topic: `video`",
            "`video_surveillance`",
        ),
        (
            "assets/questionnaire/73-video.ron",
            "topic: \"video_surveillance\"",
            "topic: \"vidoe\"",
            "topic: `vidoe`",
            "did you mean",
        ),
        (
            "assets/questionnaire/10-processing.ron",
            "id: \"location\"",
            "id: \"locations\"",
            "offers `locations`",
            "`location`",
        ),
        (
            "assets/estimate/similarity.ron",
            "kinds: \"processing.kinds\"",
            "kinds: \"processing.kind\"",
            ":4:16: kinds: there is no question",
            "`processing.kinds`",
        ),
        ("assets/law/national/FR.ron", "country: \"FR\"", "country: \"FF\"", "country: `FF`", "did you mean"),
        (
            "assets/law/uk-gdpr/framework.ron",
            "territory: [\"GB\"]",
            "territory: [\"UK\"]",
            "territory: `UK`",
            "`GB` (United Kingdom)",
        ),
        ("assets/law/gdpr/framework.ron", "country: \"GB\"", "country: \"BG \"", "country: `BG `", "`BG` (Bulgaria)"),
        (
            "assets/law/gdpr/methodologies/ap-2019.ron",
            "territory: [\"NL\"]",
            "territory: [\"Nl\"]",
            "territory: `Nl`",
            "`NL` (Netherlands)",
        ),
    ];
    for (path, from, to, said, hint) in cases {
        let problems = broken(path, from, to);
        let line =
            problems.lines().find(|line| line.starts_with(path.rsplit_once('/').unwrap().0) && line.contains(said));
        let line = line.unwrap_or_else(|| panic!("{to} in {path}: {problems}"));
        assert!(line.contains(hint), "{line}");
    }
}

#[test]
fn the_lists_must_agree_with_each_other_and_with_the_law() {
    let countries = "assets/vocabulary/countries.ron";
    let cases = [
        (
            countries,
            "membership: Eu(since: \"1995-01-01\")",
            "membership: Left(since: \"1995-01-01\", until: \"2000-01-01\")",
            "do not agree",
        ),
        (countries, "(code: \"AL\"", "(code: \"AT\"", "`AT` stands here twice"),
        (countries, "part_of: \"FI\"", "part_of: \"FJJ\"", "`AX` is part of `FJJ`"),
        ("assets/vocabulary/authorities.ron", "country: \"BE\"", "country: \"BB\"", "`BE` has no authority"),
        ("assets/vocabulary/authorities.ron", "id: \"cnil\"", "id: \"cnil-fr\"", "authority: `cnil` is not in"),
        ("assets/vocabulary/authorities.ron", "url: \"https://www.cnil.fr\"", "url: \"\"", "`cnil` has no link"),
        ("assets/vocabulary/sectors.ron", "section: \"A\"", "section: \"01\"", "in section `01`"),
        (
            "assets/vocabulary/topics.ron",
            "formerly: [\"video\"]",
            "formerly: [\"scraping\"]",
            "`scraping` is the id of another entry",
        ),
        ("assets/decisions/cnil/2024-kaspr.ron", "country: \"FR\"", "country: \"DE\"", "`DE` is not that of `cnil`"),
    ];
    for (path, from, to, said) in cases {
        let problems = broken(path, from, to);
        assert!(problems.contains(said), "{to} in {path}: {problems}");
    }
}

#[test]
fn the_lists_are_whole() {
    let words = &library().law.vocabulary;
    assert_eq!(words.countries.entries.len(), 249, "ISO 3166-1");
    let sections = words.sectors.entries.iter().filter(|sector| sector.section.is_none()).count();
    assert_eq!((sections, words.sectors.entries.len() - sections), (22, 87), "NACE Rev. 2.1: sections and divisions");
    let lands = words.authorities_of("DE").filter(|authority| authority.region.is_some()).count();
    assert_eq!(lands, 17, "sixteen Länder, Bavaria with two authorities");
    for country in &library().law.frameworks[0].territory {
        let usual = words.usual_authority(country);
        assert_eq!(usual.is_none(), country == "DE", "{country}: only in Germany it depends on the Land");
    }
    assert_eq!(words.usual_authority("RE").unwrap().id.as_str(), "cnil", "Réunion is part of France");
    assert_eq!(words.usual_authority("UK").unwrap().id.as_str(), "ico");
    assert!(words.usual_authority("US").is_none());
}

#[test]
fn names_codes_and_lists_of_countries_are_read() {
    let words = &library().law.vocabulary;
    for (typed, code) in [
        ("france", "FR"),
        ("UK", "GB"),
        ("el", "GR"),
        ("Osterreich", "AT"),
        ("  turkiye ", "TR"),
        ("Czech Republic", "CZ"),
    ] {
        assert_eq!(words.country(typed).map(|country| country.code.as_str()), Some(code), "{typed}");
    }
    for line in ["FR BE DE", "FR, BE, DE", "fr;be;de", "France, Belgium; Germany", "FR\nBE DE", "FR / BE / DE / FR"] {
        assert_eq!(words.countries_in(line), ["FR", "BE", "DE"], "{line}");
    }
    assert_eq!(words.countries_in("United Kingdom, Atlantis"), ["GB", "Atlantis"], "what is no country stays");
    assert_eq!(words.countries_in("DEFRIT"), ["DEFRIT"]);
    assert!(words.countries_in(" , ; ").is_empty());
    let datatilsynet = |country| words.authority("Datatilsynet", country).map(|known| known.id.as_str().to_owned());
    assert_eq!(datatilsynet("NO").as_deref(), Some("datatilsynet-no"));
    assert_eq!(datatilsynet("DK").as_deref(), Some("datatilsynet-dk"));
    assert_eq!(datatilsynet("FR"), None, "two are called so");
    assert_eq!(folded("Bußgeld  ÜBER"), "bussgeld uber");
}

/// Sectors and authorities as matters were saved before there was a vocabulary.
#[test]
fn older_matters_open_and_nothing_is_lost() {
    let words = &library().law.vocabulary;
    let old = [
        ("technology", "K"),
        ("retail", "47"),
        ("health", "86"),
        ("public_administration", "84"),
        ("finance", "L"),
        ("transport", "H"),
        ("energy", "D"),
        ("hospitality", "I"),
        ("social_media", "60"),
        ("advertising", "73"),
        ("non_profit", "94"),
        ("media", "J"),
        ("employment", "78"),
        ("telecom", "61"),
        ("culture", "S"),
        ("other", "other"),
        ("fashion", "fashion"),
        ("", ""),
        ("47", "47"),
        ("Education", "Q"),
    ];
    for (before, after) in old {
        let mut matter = CaseFile::new("Matter", "Operation");
        matter.undertaking.sector = before.to_owned();
        modernise(&mut matter, words);
        assert_eq!(matter.undertaking.sector, after);
    }
    let mut matter = CaseFile::new("Matter", "Operation");
    matter.undertaking.establishment = "France".to_owned();
    matter.undertaking.lead_authority = "CNIL, 3rd chamber".to_owned();
    matter.undertaking.people_in = vec!["FR BE DE".to_owned(), "UK".to_owned(), "Atlantis".to_owned()];
    modernise(&mut matter, words);
    assert_eq!(matter.undertaking.establishment, "FR");
    assert_eq!(matter.undertaking.lead_authority, "CNIL, 3rd chamber", "own words stay");
    assert_eq!(matter.undertaking.people_in, ["FR", "BE", "DE", "GB", "Atlantis"]);
    let once = matter.clone();
    modernise(&mut matter, words);
    assert_eq!(matter, once, "twice is once");
}

/// Own words compare with nothing: neither like nor unlike.
#[test]
fn own_words_are_not_comparable_and_sections_are_partly_alike() {
    let likeness = |sector: &str, decision: &str| {
        let mut matter = preset("kaspr.amende.ron");
        matter.decided_as = None;
        matter.undertaking.sector = sector.to_owned();
        let law = &library().law;
        let weights = &library().similarity;
        let features = precedents::Features::of_matter(
            &matter,
            &findings::assess(&matter, law, jiff::civil::date(2026, 11, 1)),
            weights,
            law,
        );
        let near = precedents::nearest(&features, &library().decisions, weights, law, None);
        let near = near.into_iter().find(|near| near.decision.id == decision).unwrap();
        near.reasons.iter().find(|reason| reason.feature == "feature.sector").unwrap().likeness
    };
    assert_eq!(likeness("63", "cnil/2024-kaspr"), Same);
    assert_eq!(likeness("62", "cnil/2024-kaspr"), Partly);
    assert_eq!(likeness("K", "cnil/2024-kaspr"), Partly);
    assert_eq!(likeness("47", "cnil/2024-kaspr"), Different);
    assert_eq!(likeness("fashion", "cnil/2024-kaspr"), Unknown);
    assert_eq!(likeness("", "cnil/2024-kaspr"), Unknown);
    let silent = library().decisions.iter().find(|decision| decision.sector.is_empty()).unwrap();
    assert_eq!(likeness("63", &silent.id), Unknown, "{} does not tell", silent.id);
}

/// A camera matter finds the decided camera cases first.
#[test]
fn video_surveillance_finds_the_camera_cases_first() {
    let matter = preset("video-surveillance.amende.ron");
    let analysis = crate::analyse(&matter);
    let camera = |id: &str| {
        let decision = library().decision(id).unwrap();
        decision.facts.topics.iter().any(|topic| topic.as_str() == "video_surveillance")
    };
    let found: Vec<&str> = analysis.comparables.iter().map(|near| near.decision.id.as_str()).collect();
    let cameras = library().decisions.iter().filter(|decision| camera(&decision.id)).count();
    assert!(cameras >= 3, "{cameras}");
    assert!(found.iter().take(cameras).all(|id| camera(id)), "{found:?}");
    let shared = analysis.comparables[0].reasons.iter().find(|reason| reason.feature == "feature.subjects").unwrap();
    assert!(shared.detail.split(", ").any(|topic| topic == "video_surveillance"), "{}", shared.detail);
}

/// Everyday words lead to one division each, and every division is found by several.
#[test]
fn sectors_are_found_by_everyday_words() {
    let sectors = &library().law.vocabulary.sectors.entries;
    for (word, division) in [
        ("fashion", "14"),
        ("gym", "93"),
        ("hotel", "55"),
        ("bank", "64"),
        ("insurer", "65"),
        ("school", "85"),
        ("hospital", "86"),
        ("startup", "62"),
        ("software company", "62"),
        ("adtech", "73"),
        ("telco", "61"),
        ("power company", "35"),
        ("municipality", "84"),
        ("landlord", "68"),
        ("law firm", "69"),
        ("charity", "94"),
        ("restaurant", "56"),
        ("airline", "51"),
    ] {
        let found: Vec<&str> = sectors
            .iter()
            .filter(|sector| sector.also.iter().any(|also| also == word))
            .map(|sector| sector.code.as_str())
            .collect();
        assert_eq!(found, [division], "{word}");
    }
    let mut words = std::collections::BTreeSet::new();
    for sector in sectors.iter().filter(|sector| sector.section.is_some()) {
        for word in &sector.also {
            assert!(words.insert(word.to_lowercase()), "{word} leads to two divisions");
        }
        assert!(!sector.also.is_empty(), "{} is found by its official name alone", sector.code);
    }
    assert!(words.len() > 250, "only {}", words.len());
}

/// What a client names first is offered as a kind of processing, and naming it changes neither
/// a finding nor an amount by itself.
#[test]
fn usual_kinds_of_processing_are_offered_and_change_no_figure() {
    let law = &library().law;
    let question = law.question(&"processing.kinds".into()).unwrap();
    let usual =
        ["staff_files", "recruitment", "customers", "business_contacts", "loyalty", "members", "pupils", "website"];
    for kind in usual {
        assert!(question.answer.options().iter().any(|option| option.id.as_str() == kind), "{kind} is not offered");
        assert!(law.vocabulary.topics.get(kind).is_some_and(|topic| topic.subject), "{kind} is no subject");
    }
    for preset in &library().presets {
        let mut case_file = preset.case_file.clone();
        let before = crate::analyse(&case_file);
        for operation in &mut case_file.operations {
            let Some(answer) = operation.answers.get_mut("processing.kinds") else { continue };
            let AnswerValue::Options(kinds) = &mut answer.value else { continue };
            kinds.extend(usual.map(Into::into));
        }
        let after = crate::analyse(&case_file);
        assert_eq!(before.calculation.fine, after.calculation.fine, "{}", preset.file);
        assert_eq!(before.assessment.conducts, after.assessment.conducts, "{}", preset.file);
    }
}
