//! What the decisions show together: pictures that can be pointed at and clicked, tables beside them, files.

use amende::cases::{self, Insight};
use amende::gui::{Command, Screen, ShelfWish};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::support::{Window, finish, library, send, settled, shows, shows_part, sized, type_into};

fn window() -> Window {
    let mut window = sized([1280.0, 1100.0]);
    settled(&mut window, Screen::Decisions);
    window.get_by_label_contains("Insights").click();
    window.run_ok();
    window.run_ok();
    window
}

#[test]
fn a_dot_names_its_decision_and_opens_it_and_follows_the_filter() {
    let mut window = window();
    let all: Vec<usize> = (0..library().decisions.len()).collect();
    let shown = cases::shown(library(), &all, false);
    let both = shown.iter().filter(|one| one.turnover.is_some() && one.amount.is_some()).count();
    assert!(both > 20);
    let dots =
        |window: &Window| window.query_all(egui_kittest::kittest::By::new().label_contains(". Turnover ")).count();
    assert_eq!(dots(&window), both, "one for each decision that states both");
    assert!(shows(&window, "The same figures as a table"));
    type_into(&mut window, "Search decisions", "kaspr");
    window.run_ok();
    let kaspr = library().decision("cnil/2024-kaspr").unwrap();
    assert_eq!(dots(&window), usize::from(kaspr.facts.turnover.is_some()));
    window.get_by_label_contains("Kaspr, CNIL").click();
    window.run_ok();
    window.run_ok();
    assert!(shows(&window, &kaspr.summary));
}

#[test]
fn every_picture_has_its_table_and_a_field_leads_to_its_decisions() {
    let mut window = window();
    for (picture, head) in [
        ("By authority and year", "Total"),
        ("By provision", "Median"),
        ("Fine or no fine", "No fine"),
        ("Amount and turnover", "Share of the turnover"),
    ] {
        window.get_by_label_contains(picture).click();
        window.run_ok();
        window.run_ok();
        assert!(shows(&window, head), "{picture}");
        assert!(shows(&window, "Export the picture…"), "{picture}");
    }
    window.get_by_label_contains("Fine or no fine").click();
    window.run_ok();
    window.run_ok();
    let imposed = |known: &&amende::precedents::Decision| {
        use amende::precedents::Outcome;
        known.country == "FR"
            && known.provisions.iter().any(|id| id.principle() == "32")
            && !matches!(known.outcome, Outcome::Referral | Outcome::NoInfringement)
    };
    let of = library().decisions.iter().filter(imposed).count();
    let field = window.get_by_label_contains("France, Art. 32: a fine in ");
    assert!(field.accesskit_node().label().unwrap().ends_with(&format!(" of {of} decisions")));
    field.click_accesskit();
    window.run_ok();
    window.run_ok();
    assert!(shows(&window, "Country: France ×") && shows_part(&window, "Art. 32 ×"), "they are listed");
}

#[test]
fn a_picture_is_written_as_svg_and_png() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window();
    for insight in Insight::ALL {
        for ending in ["svg", "png"] {
            let path = folder.path().join(format!("{insight:?}.{ending}"));
            send(&mut window, Command::Shelf(ShelfWish::PictureTo(path.clone(), insight)));
            finish(&mut window);
            let written = std::fs::read(&path).unwrap();
            if ending == "png" {
                assert!(written.starts_with(b"\x89PNG") && written.len() > 10_000, "{insight:?}");
            } else {
                let words = String::from_utf8(written).unwrap();
                assert!(words.starts_with("<svg") && words.ends_with("</svg>") && words.contains("<title>"));
            }
        }
    }
}
