//! `docs/method.md` shows figures: each is calculated again, and the naive results beside
//! ours differ as the page says.

use amende::facts::ChoiceValue;
use amende::law::Seriousness;
use amende::quantity::Money;

use crate::chain::follow;

const PAGE: &str = include_str!("../../docs/method.md");

/// Rows of the table: who, turnover, percent times score, maximum times score, range of
/// the starting amount, our proposal.
fn rows() -> Vec<Vec<String>> {
    let lines = PAGE.lines().skip_while(|line| !line.starts_with("| undertaking | turnover |")).skip(2);
    lines
        .take_while(|line| line.starts_with('|'))
        .map(|line| line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect())
        .collect()
}

/// Whole euro with commas, as the page writes them.
fn euro(amount: i64) -> String {
    let digits = amount.to_string();
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

fn number(cell: &str) -> i64 {
    cell.chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap()
}

/// The page's score: one half. In whole euro, without anything else.
fn halved(amount: i64) -> i64 {
    amount / 2
}

#[test]
fn the_page_shows_what_the_naive_and_our_way_give() {
    assert!(PAGE.contains("a score of 0.5"));
    let rows = rows();
    assert_eq!(rows.len(), 3, "a micro enterprise, 10 to 50 million, above 500 million");
    for row in rows {
        let turnover = number(&row[1]);
        let by_turnover = halved(turnover * 4 / 100);
        let by_maximum = halved((turnover * 4 / 100).max(20_000_000));
        let calculation = follow("edpb-04-2022-v2.1", &["6(1)"], &format!("EUR {turnover}"), |case_file| {
            case_file.choices.set("A.seriousness".into(), ChoiceValue::Level(Seriousness::Medium), "the page");
        })
        .unwrap();
        let whole = |money: Money| {
            assert_eq!(money.minor() % 100, 0, "the page shows whole euro");
            money.minor() / 100
        };
        let (low, high) = (whole(calculation.starting.low), whole(calculation.starting.high));
        let ours = whole(calculation.fine.point);
        let expected = [
            format!("EUR {}", euro(by_turnover)),
            format!("EUR {}", euro(by_maximum)),
            format!("EUR {} to {}", euro(low), euro(high)),
            format!("EUR {}", euro(ours)),
        ];
        assert_eq!(row[2..], expected, "{}", row[0]);
        for naive in [by_turnover, by_maximum] {
            assert!(naive > high, "{}: {naive} is no starting amount the guidelines know", row[0]);
            assert_ne!(naive, ours);
        }
    }
}

/// The three sizes the page promises.
#[test]
fn the_page_takes_three_sizes() {
    let turnovers: Vec<i64> = rows().iter().map(|row| number(&row[1])).collect();
    assert!(turnovers[0] <= 2_000_000);
    assert!(turnovers[1] > 10_000_000 && turnovers[1] <= 50_000_000);
    assert!(turnovers[2] > 500_000_000);
}

/// Every link of the page to a file of this project leads somewhere, and every step of
/// the method has its heading's number there.
#[test]
fn the_page_links_to_what_exists() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut seen = 0;
    for link in PAGE.split("](").skip(1) {
        let target = link.split(')').next().unwrap();
        if !target.starts_with("http") && !target.starts_with('#') {
            assert!(root.join("docs").join(target).exists(), "{target}");
            seen += 1;
        }
    }
    assert!(seen >= 5, "{seen} links");
    for step in 1..=5 {
        assert!(PAGE.contains(&format!("### Step {step}")), "step {step}");
    }
    assert!(include_str!("../../README.md").contains("docs/method.md"));
}
