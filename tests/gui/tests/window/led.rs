//! Who is led to a question finds it, whatever was searched for before.

use amende::gui::{Command, Screen};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::support::{Window, kaspr, send, settled, shows, shows_part, type_into};

/// The operation, and the id and words of a question that is answered and of one that is open.
fn questions(window: &Window) -> (String, [(String, String); 2]) {
    let matter = window.state().case_file().unwrap();
    let operation = matter.operations.first().unwrap();
    let law = &super::support::library().law;
    let answered = operation.answers.keys().next().unwrap();
    let answered = law.question(answered).unwrap();
    let open = law.question(&"fault.kind".into()).unwrap();
    let named = |question: &amende::law::Question| (question.id.to_string(), question.text.clone());
    (operation.id.to_string(), [named(answered), named(open)])
}

/// Whether the page, not the strip beside it, has these words.
fn on_page(window: &Window, words: &str) -> bool {
    let page = egui::Rangef::new(220.0, 960.0);
    let by = egui_kittest::kittest::By::new().label_contains(words);
    window.query_all(by).any(|node| page.contains(node.rect().left()))
}

fn searched(window: &Window) -> String {
    let field = window.get_by_role_and_label(egui::accesskit::Role::TextInput, "Search questions");
    field.accesskit_node().value().unwrap_or_default()
}

#[test]
fn a_search_that_hides_the_question_is_cleared_and_that_is_said() {
    let (operation, both) = questions(&kaspr());
    for (id, words) in both {
        let mut window = kaspr();
        settled(&mut window, Screen::Practices);
        type_into(&mut window, "Search questions", "zzzz");
        assert!(shows(&window, "No question contains these words.") && !on_page(&window, &words));
        send(&mut window, Command::ShowQuestion(operation.clone(), id.clone()));
        assert!(on_page(&window, &words), "{words} is not shown");
        assert_eq!(searched(&window), "");
        assert!(shows(&window, "The search for “zzzz” was cleared: it hid this question."));
        // From now on the search is the user's again.
        type_into(&mut window, "Search questions", "zzzz");
        assert!(shows(&window, "No question contains these words."));
        assert_eq!(searched(&window), "zzzz");
        // Words that the question has hide nothing and stay.
        let mut window = kaspr();
        settled(&mut window, Screen::Practices);
        type_into(&mut window, "Search questions", &words);
        send(&mut window, Command::ShowQuestion(operation.clone(), id));
        assert_eq!(searched(&window), words);
        assert!(on_page(&window, &words) && !shows_part(&window, "was cleared"));
    }
}

/// The order by what matters lists open questions: an answered one is shown by topic.
#[test]
fn an_order_that_leaves_the_question_out_gives_way() {
    let (operation, [(id, words), _]) = questions(&kaspr());
    let mut window = kaspr();
    settled(&mut window, Screen::Practices);
    let order = super::support::library().locale.t("practices.order");
    let matters = super::support::library().locale.t("practices.matters");
    window.get_by_label(&format!("{order}: {matters}")).click_accesskit();
    window.run_ok();
    window.run_ok();
    assert!(!on_page(&window, &words), "an answered question is not among them");
    send(&mut window, Command::ShowQuestion(operation, id));
    assert!(on_page(&window, &words));
}
