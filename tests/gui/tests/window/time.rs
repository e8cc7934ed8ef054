//! Facts over time, typed as a person does.

use amende::facts::{AnswerValue, Until};
use amende::gui::{Command, Screen};
use egui_kittest::kittest::Queryable as _;

use super::support::{Window, finish, kaspr, send, settled, shows_part, type_into};

const QUESTION: &str = "retention.renewed";

fn wording() -> &'static str {
    &super::support::library().law.question(&QUESTION.into()).unwrap().text
}

fn answer(window: &Window) -> amende::facts::Answer {
    window.state().case_file().unwrap().operations.first().unwrap().answers.get(QUESTION).unwrap().clone()
}

fn renewed_until(window: &Window) -> Option<Until> {
    let matter = window.state().case_file().unwrap();
    let law = &super::support::library().law;
    let assessment = amende::analysis::assess(matter, law, matter.as_of.unwrap());
    let mut findings = assessment.findings();
    let finding = findings.find(|finding| finding.facts.contains(&QUESTION.into()))?;
    finding.period.map(|period| period.until)
}

/// A state that was put right: today's answer changed, the former one told with its day.
#[test]
fn what_was_so_before_is_told_and_ends_the_finding() {
    let mut window = kaspr();
    settled(&mut window, Screen::Practices);
    send(&mut window, Command::ShowQuestion("contacts".to_owned(), QUESTION.to_owned()));
    finish(&mut window);
    assert_eq!(renewed_until(&window), Some(Until::GoesOn));
    type_into(&mut window, "Search questions", "restart whenever");
    window.get_by_label("It was different before").click();
    window.run_ok();
    // Opened and left empty it states nothing.
    assert_eq!(answer(&window).before, None);
    type_into(&mut window, &format!("Until: {}", wording()), "31 March 2024");
    finish(&mut window);
    assert_eq!(answer(&window).before.unwrap().until.unwrap().to_string(), "2024-03-31");
    assert_eq!(answer(&window).before.unwrap().value, AnswerValue::Unknown, "nothing is made up");
    let choose = |window: &mut Window, group: &str, name: &str| {
        let label = format!("{group}: {name}");
        window.get_by_label(&label).click();
        window.run_ok();
        finish(window);
    };
    choose(&mut window, &format!("Before: {}", wording()), "Yes");
    choose(&mut window, wording(), "No");
    assert_eq!(renewed_until(&window), Some(Until::Ended(Some("2024-03-31".parse().unwrap()))));
    assert!(shows_part(&window, "until 31 March 2024"), "said beside the answer");
    send(&mut window, Command::Undo);
    assert_eq!(answer(&window).value, AnswerValue::Yes, "one step back");
}
