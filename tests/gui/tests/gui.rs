//! The window without a window: flows by label, as a screen reader meets them.
#![expect(clippy::unwrap_used, reason = "a helper of a test fails the test by panicking")]

mod harness;

use amende::gui::{Command, Screen};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use harness::{Window, library, start};

fn window() -> Window {
    start(Harness::builder().with_size([1280.0, 720.0]))
}

fn kaspr() -> Window {
    let mut window = window();
    window.get_by_role_and_label(egui::accesskit::Role::Button, "Kaspr: scraped contacts").click();
    window.run_ok();
    assert_eq!(window.state().screen(), Screen::Organisation);
    window
}

#[test]
fn the_start_screen_offers_matters() {
    let mut window = window();
    window.run_ok();
    window.get_by_label_contains("Show all").click();
    window.run_ok();
    for preset in &library().presets {
        let card = window.query_by_role_and_label(egui::accesskit::Role::Button, &preset.case_file.title);
        assert!(card.is_some(), "{}", preset.case_file.title);
    }
}

#[test]
fn every_stage_opens_from_the_rail_and_shows_its_matter() {
    let mut window = kaspr();
    let shown = [
        ("Practices", "What kind of processing is carried out?"),
        ("Findings", "Storage period renewable without end"),
        ("Comparables", "Clearview AI"),
        ("Fine calculation", "Effective, proportionate, dissuasive"),
        ("Exposure", "Assumptions"),
        ("Report", "Export report…"),
        ("Timeline", "Effect on the calculation"),
        ("Decisions library", "Search decisions"),
        ("Settings", "Scale"),
    ];
    for (stage, content) in shown {
        window.get_by_role_and_label(egui::accesskit::Role::Button, stage).click();
        for _ in 0..40 {
            window.run_ok();
            if window.state().is_idle() {
                break;
            }
            std::thread::yield_now();
        }
        assert!(window.query_all_by_label(content).next().is_some(), "{stage} shows `{content}`");
    }
}

/// Looking at a stage must not change the matter.
#[test]
fn looking_changes_nothing() {
    let mut window = kaspr();
    let before = window.state().case_file().unwrap().clone();
    for screen in Screen::STAGES {
        window.state_mut().push(Command::Show(screen));
        window.run_ok();
        window.run_ok();
        assert_eq!(window.state().case_file().unwrap(), &before, "{screen:?}");
    }
}

#[test]
fn an_answer_changes_the_findings_and_undo_takes_it_back() {
    let mut window = kaspr();
    let before = window.state().case_file().unwrap().clone();
    window.get_by_label("Practices").click();
    window.run_ok();
    window.get_by_label("Staff files and payroll").click();
    window.run_ok();
    let after = window.state().case_file().unwrap().clone();
    assert_ne!(before, after);
    window.state_mut().push(Command::Undo);
    window.run_ok();
    assert_eq!(window.state().case_file().unwrap(), &before);
    window.state_mut().push(Command::Redo);
    window.run_ok();
    assert_eq!(window.state().case_file().unwrap(), &after);
}

/// A matter opened while another's simulation is under way never shows the other's.
#[test]
fn a_matter_never_shows_the_exposure_of_the_one_before() {
    let mut window = kaspr();
    for file in ["clinic.amende.ron", "shop.amende.ron", "kaspr.amende.ron"] {
        // The job of the matter before has just been started, or is half done.
        window.state_mut().push(Command::OpenPreset(file.to_owned()));
        window.step();
        window.step();
    }
    window.state_mut().push(Command::OpenPreset("shop.amende.ron".to_owned()));
    window.step();
    assert!(window.state().exposure().is_none(), "nothing is shown before it is there");
    settled(&mut window, Screen::Exposure);
    let shop = library().presets.iter().find(|preset| preset.file == "shop.amende.ron").unwrap();
    let terms = amende::analysis::Terms {
        methodology: None,
        as_of: shop.case_file.as_of.unwrap_or("2026-11-23".parse().unwrap()),
        seed: amende::analysis::DEFAULT_SEED,
    };
    let analysis = amende::analysis::analyse(&shop.case_file, library(), &terms).unwrap();
    let own = amende::analysis::simulate(&shop.case_file, library(), &analysis).unwrap();
    assert_eq!(format!("{:?}", window.state().exposure().unwrap()), format!("{own:?}"));
}

/// Opens the matter on a stage and lets everything behind the window finish.
fn settled(window: &mut Window, screen: Screen) {
    window.state_mut().push(Command::Show(screen));
    for _ in 0..100_000 {
        window.step();
        if window.state().is_idle() {
            break;
        }
        std::thread::yield_now();
    }
    window.run_ok();
}

/// Types into a field, as after a click on it.
fn type_into(window: &mut Window, label: &str, text: &str) {
    window.get_by_label(label).focus();
    window.run_ok();
    window.get_by_label(label).type_text(text);
    window.run_ok();
}

#[test]
fn a_finding_is_reviewed_with_a_reason_and_undo_takes_it_back() {
    let mut window = kaspr();
    settled(&mut window, Screen::Findings);
    let before = window.state().case_file().unwrap().clone();
    window.get_by_label("Review of Storage period renewable without end: Reject").click_accesskit();
    window.run_ok();
    let reviews = window.state().case_file().unwrap().reviews.clone();
    assert_eq!(reviews.len(), 1);
    assert_eq!(reviews[0].verdict, amende::facts::Verdict::Rejected);
    window.run_ok();
    assert!(window.query_by_label("1 finding rejected (not counted)").is_some());
    type_into(&mut window, "Reason", "Renewal ended in 2023");
    window.run_ok();
    assert_eq!(window.state().case_file().unwrap().reviews[0].reason, "Renewal ended in 2023");
    for _ in 0..3 {
        window.state_mut().push(Command::Undo);
        window.run_ok();
    }
    assert_eq!(window.state().case_file().unwrap(), &before);
}

#[test]
fn what_matters_most_comes_first_and_says_how_far_it_moves() {
    let mut window = kaspr();
    settled(&mut window, Screen::Practices);
    window.get_by_label("Order: Most relevant first").click();
    window.run_ok();
    let moves = window.query_all(egui_kittest::kittest::By::new().label_contains("could change the fine within"));
    assert!(moves.count() >= 2, "the strip and at least one question");
}

#[test]
fn a_search_finds_questions_and_says_which_do_not_arise() {
    let mut window = kaspr();
    settled(&mut window, Screen::Practices);
    type_into(&mut window, "Search questions", "withdrawn");
    window.run_ok();
    assert!(window.query_all_by_label("Can consent be withdrawn as easily as it was given?").next().is_some());
    assert!(window.query_all_by_label("Not applicable as things stand. It depends on").next().is_some());
    assert!(
        window.query_by_label("Is this processing part of the core activities of the organisation?: No").is_none(),
        "filtered out"
    );
}

/// By keyboard alone: the focus is moved by Tab, an answer is given by its first letter.
#[test]
fn an_answer_is_given_by_keyboard_alone() {
    let mut window = kaspr();
    settled(&mut window, Screen::Practices);
    let label = "Is this processing part of the core activities of the organisation?: Yes";
    for _ in 0..80 {
        if window.get_by_label(label).is_focused() {
            break;
        }
        window.key_press(egui::Key::Tab);
        window.run_ok();
    }
    assert!(window.get_by_label(label).is_focused(), "Tab reaches the answer");
    window.event(egui::Event::Text("n".to_owned()));
    window.run_ok();
    let answers = &window.state().case_file().unwrap().operations[0].answers;
    assert_eq!(answers.get("processing.core").unwrap().value, amende::facts::AnswerValue::No);
}

#[test]
fn operations_are_added_linked_and_removed() {
    let mut window = kaspr();
    settled(&mut window, Screen::Practices);
    window.get_by_label("+ Operation").click();
    window.run_ok();
    window.run_ok();
    assert_eq!(window.state().case_file().unwrap().operations.len(), 2);
    window.get_all_by_label("Contact database").last().unwrap().click();
    window.run_ok();
    let operations = window.state().case_file().unwrap().operations.clone();
    assert_eq!(operations[1].linked_to.as_ref(), Some(&operations[0].id));
    window.get_by_label("Remove").click();
    window.run_ok();
    assert_eq!(window.state().case_file().unwrap().operations.len(), 1);
}

#[test]
fn an_earlier_infringement_is_added_and_counts() {
    let mut window = kaspr();
    settled(&mut window, Screen::Organisation);
    window.get_by_label("+ Add").click_accesskit();
    window.run_ok();
    assert_eq!(window.state().case_file().unwrap().undertaking.previous_infringements.len(), 1);
    type_into(&mut window, "What was established", "Reprimand");
    window.run_ok();
    assert_eq!(window.state().case_file().unwrap().undertaking.previous_infringements[0].what, "Reprimand");
}

/// Another method stands beside the one used at the published rate; a rate of the user's
/// own takes its place, in either direction, and can be taken back.
#[test]
fn two_methods_stand_side_by_side() {
    let mut window = kaspr();
    settled(&mut window, Screen::FineCalculation);
    window.get_by_label("Comparison of methods: ICO 2024").click_accesskit();
    window.run_ok();
    assert!(window.query_by_label("ICO Data Protection Fining Guidance (2024)").is_some());
    assert!(window.query_by_label_contains("Converted at GBP 0.").is_some());
    let role = egui::accesskit::Role::TextInput;
    let stated = |window: &Window| {
        let exchange = window.state().case_file().unwrap().exchange.clone();
        exchange.first().map(|stated| (stated.from.code(), stated.to.code(), stated.rate.to_string()))
    };
    window.get_by_label("State another rate").click_accesskit();
    window.run_ok();
    window.get_by_role_and_label(role, "1 EUR in GBP").focus();
    window.run_ok();
    window.get_by_role_and_label(role, "1 EUR in GBP").type_text("0,8x");
    window.run_ok();
    assert!(window.query_by_label_contains("No rate is stated yet, as in 0.8").is_some());
    assert_eq!(stated(&window), None);
    window.get_by_label("Direction in which the rate is stated: 1 GBP in EUR").click_accesskit();
    window.run_ok();
    window.get_by_role_and_label(role, "1 GBP in EUR").focus();
    window.run_ok();
    window.get_by_role_and_label(role, "1 GBP in EUR").type_text("1.18");
    window.run_ok();
    window.run_ok();
    assert_eq!(stated(&window), Some(("GBP", "EUR", "1.18".to_owned())));
    settled(&mut window, Screen::FineCalculation);
    window.get_by_label("Use the published rate").click_accesskit();
    window.run_ok();
    assert_eq!(stated(&window), None);
}

#[test]
fn a_judgement_is_recorded_with_a_reason_and_can_be_taken_back() {
    let mut window = kaspr();
    window.get_by_label("Fine calculation").click();
    window.run_ok();
    window.get_by_label("Seriousness: medium").click();
    window.run_ok();
    let choices = &window.state().case_file().unwrap().choices;
    assert_eq!(choices.get("A.seriousness").unwrap().reason, "", "nobody stated a reason");
    type_into(&mut window, "Reason", "Few were concerned");
    let choices = &window.state().case_file().unwrap().choices;
    assert_eq!(choices.get("A.seriousness").unwrap().reason, "Few were concerned");
    window.get_by_label("use the proposal").click();
    window.run_ok();
    assert!(window.state().case_file().unwrap().choices.is_empty());
}

#[test]
fn the_palette_finds_a_decision() {
    let mut window = kaspr();
    window.state_mut().push(Command::Palette);
    window.run_ok();
    window.get_by_label("Find or do anything").type_text("criteo");
    window.run_ok();
    window.key_press(egui::Key::Enter);
    window.run_ok();
    window.run_ok();
    assert_eq!(window.state().screen(), Screen::Decisions);
}

#[test]
fn unsaved_changes_are_not_lost_by_opening_another_matter() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.amende.ron");
    let mut window = kaspr();
    window.state_mut().push(Command::SaveTo(path.clone()));
    // The file is written behind the window.
    settled(&mut window, Screen::Organisation);
    let mut changed = window.state().case_file().unwrap().clone();
    changed.title = "Changed".to_owned();
    window.state_mut().push(Command::Edit(Box::new(changed.clone())));
    window.state_mut().push(Command::OpenPreset("shop.amende.ron".to_owned()));
    window.run_ok();
    assert_eq!(window.state().case_file().unwrap().title, "Changed", "still there");
    window.get_by_label("Leave without saving").click();
    window.run_ok();
    window.run_ok();
    assert_eq!(window.state().case_file().unwrap().title, "Web shop: newsletter");
    let saved = amende::storage::open(&path, &library().law).unwrap();
    assert_eq!(saved.title, "Kaspr: scraped contacts");
}

#[test]
fn the_report_is_exported_by_the_path_of_the_dialog() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("report.pdf");
    let mut window = kaspr();
    window.state_mut().push(Command::ExportReportTo(path.clone()));
    window.run_ok();
    for _ in 0..100_000 {
        if path.exists() {
            break;
        }
        window.step();
        std::thread::yield_now();
    }
    assert!(std::fs::read(&path).unwrap().starts_with(b"%PDF"));
}

/// Pictures of every stage in both themes; run on a machine with a Vulkan driver
/// (`mesa-vulkan-drivers`) by `.ci/run`.
#[test]
#[ignore = "needs a Vulkan driver; .ci/run installs one and runs it"]
fn pictures_of_every_stage() {
    let mut results = egui_kittest::SnapshotResults::new();
    for dark in [false, true] {
        let mut window = kaspr();
        if dark {
            window.state_mut().push(Command::ToggleTheme);
        }
        for screen in [Screen::Organisation, Screen::Findings, Screen::Comparables, Screen::FineCalculation] {
            window.state_mut().push(Command::Show(screen));
            for _ in 0..400 {
                window.run_ok();
                if window.state().is_idle() {
                    break;
                }
                std::thread::sleep(std::time::Duration::from_millis(20));
            }
            window.run_ok();
            let name = format!("{}-{}", format!("{screen:?}").to_lowercase(), if dark { "dark" } else { "light" });
            window.snapshot_options(name, &egui_kittest::SnapshotOptions::new().threshold(1.2).max_failed_pixels(400));
        }
        results.extend(window.take_snapshot_results());
    }
}
