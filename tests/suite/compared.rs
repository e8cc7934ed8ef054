//! The decisions a matter is compared with: what is pinned, what is left out, what makes alike.

use std::sync::OnceLock;

use amende::analysis::{self, DEFAULT_SEED, Terms};
use amende::facts::CaseFile;
use amende::library::Library;
use amende::precedents::Likeness;

fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| Library::embedded().unwrap())
}

fn matter(file: &str) -> CaseFile {
    library().presets.iter().find(|preset| preset.file == format!("{file}.amende.ron")).unwrap().case_file.clone()
}

/// The decisions compared, in their order, with what is said of each feature.
fn compared(case_file: &CaseFile) -> Vec<(String, Vec<(&'static str, Likeness)>)> {
    let terms = Terms {
        methodology: None,
        as_of: case_file.as_of.unwrap_or_else(|| "2026-06-01".parse().unwrap()),
        seed: DEFAULT_SEED,
    };
    let analysis = analysis::analyse(case_file, library(), &terms).unwrap();
    let told = analysis.comparables.iter().map(|near| {
        let reasons = near.reasons.iter().map(|reason| (reason.feature, reason.likeness));
        (near.decision.id.clone(), reasons.collect())
    });
    told.collect()
}

#[test]
fn a_matter_of_cameras_is_compared_with_cameras_first() {
    let near = compared(&matter("video-surveillance"));
    assert!(near.len() >= 5);
    for (id, _) in near.iter().take(5) {
        let topics = &library().decision(id).unwrap().facts.topics;
        assert!(topics.iter().any(|topic| topic.as_str() == "video_surveillance"), "{id}: {topics:?}");
    }
}

#[test]
fn what_neither_has_is_said_and_makes_nothing_alike() {
    let mut neither = 0;
    for preset in &library().presets {
        for (id, reasons) in compared(&preset.case_file) {
            let facts = &library().decision(&id).unwrap().facts;
            for (feature, likeness) in reasons {
                let theirs = match feature {
                    "feature.breach" => facts.breach,
                    "feature.special_categories" => facts.special_categories,
                    "feature.cross_border" => facts.cross_border,
                    _ => continue,
                };
                match likeness {
                    Likeness::Same => assert_eq!(theirs, Some(true), "{id} {feature}"),
                    Likeness::Neither => {
                        neither += 1;
                        assert_eq!(theirs, Some(false), "{id} {feature}");
                    }
                    _ => {}
                }
            }
        }
    }
    assert!(neither > 10, "{neither}");
}

#[test]
fn a_decision_is_pinned_and_another_left_out_and_both_are_kept_in_the_file() {
    let mut case_file = matter("shop");
    let before = compared(&case_file);
    let first = before[0].0.clone();
    // One that is not among them.
    let far = library().decisions.iter().find(|known| before.iter().all(|(id, _)| *id != known.id)).unwrap().id.clone();
    case_file.compared.pin(&far, true);
    case_file.compared.exclude(&first, "Another law applied.");
    let after = compared(&case_file);
    assert_eq!(after[0].0, far);
    assert!(after.iter().all(|(id, _)| *id != first));
    assert_eq!(after[1].0, before[1].0, "the others keep their order");

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.amende.ron");
    amende::storage::save(&path, &case_file, &library().law).unwrap();
    let read = amende::storage::open(&path, &library().law).unwrap();
    assert_eq!(read.compared, case_file.compared);
    assert_eq!(read.compared.excluded(&first), Some("Another law applied."));
}
