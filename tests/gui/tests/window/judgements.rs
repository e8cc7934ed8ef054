//! A choice that is not permitted any more is told where it was made.

use amende::facts::ChoiceValue;
use amende::gui::{Command, Screen};
use amende::law::{ChoiceId, Seriousness};

use super::support::{kaspr, send, settled, shows, shows_part};

#[test]
fn a_share_outside_its_class_is_told_beside_the_field() {
    let mut window = kaspr();
    let mut matter = window.state().case_file().unwrap().clone();
    matter.choices.set(ChoiceId::from("A.seriousness"), ChoiceValue::Level(Seriousness::High), String::new());
    let share = ChoiceValue::Rate("45 %".parse().unwrap());
    matter.choices.set(ChoiceId::from("A.seriousness_share"), share, String::new());
    send(&mut window, Command::Edit(Box::new(matter.clone())));
    settled(&mut window, Screen::FineCalculation);
    assert!(!shows_part(&window, "The choice of"), "45 % is permitted for high seriousness");
    matter.choices.set(ChoiceId::from("A.seriousness"), ChoiceValue::Level(Seriousness::Medium), String::new());
    send(&mut window, Command::Edit(Box::new(matter)));
    settled(&mut window, Screen::FineCalculation);
    let [chosen, range, used] = ["45\u{a0}%", "10 – 20\u{a0}%", "20\u{a0}%"];
    assert!(shows(&window, &format!("The choice of {chosen} lies outside {range}; {used} is used.")));
    assert!(!shows_part(&window, "A.seriousness_share"), "the note names the point in words");
    assert!(shows_part(&window, "lies outside the permitted range"));
}
