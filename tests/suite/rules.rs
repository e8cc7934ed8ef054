//! Every rule has a worked example that fires it and a near miss that does not
//! (`tests/rules`, run by [`amende::examples`]), and an example that is wrong is told of.

use std::borrow::Cow;

use amende::examples::{Tried, of_rules};
use amende::law::Strength;
use amende::library::Library;

use crate::library;

#[test]
fn every_rule_fires_on_its_example_and_not_on_the_near_miss() {
    let tried = of_rules(library());
    assert!(tried.problems.is_empty(), "{}", told(&tried));
    assert!(tried.examples >= library().law.rules.len(), "{} examples", tried.examples);
}

/// An example that comes out otherwise, a near miss that is none, a rule without example, an
/// example without rule: each is told with file and line.
#[test]
fn an_example_that_does_not_hold_is_told_of() {
    for (from, to, said) in [
        ("```fires Arguable", "```fires Weak", "tests/rules/retention.md:3:1: `retention.undefined`: Weak is expected"),
        (
            "(answers: { \"retention.defined\": Yes })",
            "(answers: { \"retention.defined\": No })",
            "the near miss comes to",
        ),
        ("## retention.undefined", "## retention.undefind", "there is no rule `retention.undefind`; did you mean"),
        ("## retention.undefined", "## retention.too_long", "tests/rules: `retention.undefined` has no example"),
        ("\"retention.defined\": No,", "\"retention.definde\": No,", "there is no question `retention.definde`"),
        ("\"retention.defined\": No,", "\"retention.defined\": Nay,", "tests/rules/retention.md:7:"),
        ("```near miss", "```near", "tests/rules/retention.md:3:1: there is no block"),
    ] {
        let mut library: Library = library().clone();
        let page = library.examples.iter_mut().find(|file| file.path == "tests/rules/retention.md").unwrap();
        let text = std::str::from_utf8(&page.contents).unwrap();
        assert!(text.contains(from), "{from}");
        page.contents = Cow::Owned(text.replacen(from, to, 1).into_bytes());
        let told = told(&of_rules(&library));
        assert!(told.contains(said), "{to}: {told}");
    }
}

fn told(tried: &Tried) -> String {
    tried.problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// A clear allegation rests on facts: no question that needs weighing decides it.
#[test]
fn no_clear_grade_looks_at_a_judgement() {
    let law = &library().law;
    let (mut wrong, mut looked) = (Vec::new(), 0);
    for rule in &law.rules {
        for grade in rule.grades.iter().filter(|grade| grade.strength == Strength::Clear) {
            for id in grade.when.questions() {
                looked += 1;
                if law.question(id).is_some_and(|question| question.judgement) {
                    wrong.push(format!("{}: {id}", rule.id));
                }
            }
        }
    }
    assert!(looked > 50, "{looked} questions of clear grades");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
