//! The shipped data: complete, consistent, worded, legible.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use amende::quantity::Currency;

use crate::library;

#[test]
fn the_data_loads_and_holds_together() {
    let library = library();
    assert!(library.decisions.len() >= 25, "{} decisions", library.decisions.len());
    assert!(library.presets.iter().any(|preset| preset.file == "kaspr.amende.ron"));
    let required = [
        "5(1)(a)", "5(1)(b)", "5(1)(c)", "5(1)(e)", "5(1)(f)", "6(1)", "9", "12", "13", "14", "15", "17", "21", "25",
        "28", "30", "32", "33", "35", "44",
    ];
    for provision in required {
        let ruled = library.law.rules.iter().any(|rule| rule.provision.as_str() == provision);
        assert!(ruled, "no rule alleges Art. {provision}");
    }
}

/// Art. 83(4) to (6) GDPR: traps of calculators that know the tiers only roughly.
#[test]
fn tiers_are_those_of_article_83() {
    let law = &library().law;
    let tier = |id: &str| law.tier_of(&id.into()).map(|tier| tier.to_string());
    assert_eq!(tier("5(1)(f)").as_deref(), Some("83(5)"), "the principle lies in the higher tier");
    assert_eq!(tier("32").as_deref(), Some("83(4)"), "security of processing in the lower");
    assert_eq!(tier("8").as_deref(), Some("83(4)"), "a child's consent in the lower");
    assert_eq!(tier("44").as_deref(), Some("83(5)"));
    assert_eq!(tier("10"), None, "no fine of its own");
    assert_eq!(tier("24"), None, "no fine of its own");
}

#[test]
fn kaspr_has_the_official_amount_and_those_reported() {
    let kaspr = library().decision("cnil/2024-kaspr").unwrap();
    assert_eq!(kaspr.fine.unwrap().to_string(), "EUR 240000.00");
    let reported: Vec<String> = kaspr.reported.iter().map(|reported| reported.amount.to_string()).collect();
    for amount in ["EUR 249600.00", "USD 250000.00", "EUR 200000.00"] {
        assert!(reported.contains(&amount.to_owned()), "{amount}");
    }
}

/// Every key the program asks for has wording; every wording is asked for.
#[test]
fn every_key_has_wording_and_every_wording_a_use() {
    let locale = &library().locale;
    let mut source = String::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut source);
    let literals: BTreeSet<&str> = source.split('"').skip(1).step_by(2).filter(|text| is_key(text)).collect();
    let families: BTreeSet<&str> = locale.messages.keys().map(|key| key.split('.').next().unwrap()).collect();
    let has = |key: &str| locale.has(key);
    let missing: Vec<&&str> =
        literals.iter().filter(|key| families.contains(key.split('.').next().unwrap()) && !has(key)).collect();
    // Names of figures and fields, not of wording.
    let known = [
        "fine.after_procedure",
        "fine.after_reductions",
        "fine.payable",
        "fine.together",
        "matter.ability.remains",
        "matter.earlier_conduct",
        "matter.exchange",
        "matter.limit_rate",
        "matter.payment_rate",
        "matter.procedure.",
        "matter.turnover",
        "matter.turnover_stated",
        "undertaking.turnover",
        "workshop.title",
    ];
    let missing: Vec<_> = missing.into_iter().filter(|key| !known.contains(key) && !key.contains(".amende")).collect();
    assert!(missing.is_empty(), "without wording: {missing:?}");
    // Names of currencies are asked for by their code: each has one, and no other has.
    let currencies: BTreeSet<String> = Currency::all().iter().map(|currency| currency.key()).collect();
    let nameless: Vec<&String> = currencies.iter().filter(|key| !has(key)).collect();
    assert!(nameless.is_empty(), "without wording: {nameless:?}");
    let is_used = |key: &str| literals.contains(key) || currencies.contains(key);
    let unused: Vec<&str> = locale.messages.keys().filter(|key| !is_used(key)).collect();
    assert!(unused.is_empty(), "never asked for: {unused:?}");
}

/// What a message names to be filled in, the program gives: as far as both stand in one
/// call, which is where names are mistyped. The rest is asserted wherever tests fill it in.
#[test]
fn every_name_in_a_message_is_given() {
    let messages = &library().locale.messages;
    let mut source = String::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut source);
    let mut seen = 0;
    for call in source.split("fill(").skip(1) {
        let Some(key) = call.trim_start().strip_prefix('"').and_then(|rest| rest.split('"').next()) else { continue };
        let Some((between, names)) = call.split_once("&[") else { continue };
        if between.trim().trim_matches(['"', ',']) != key || !messages.has(key) {
            continue;
        }
        let names = names.split(']').next().unwrap();
        let given: BTreeSet<&str> = names.split("(\"").skip(1).filter_map(|name| name.split('"').next()).collect();
        for name in messages.variables(key) {
            assert!(given.contains(name), "`{key}` names `{name}`; given are {given:?}");
        }
        seen += 1;
    }
    assert!(seen > 100, "{seen} calls were found");
}

fn is_key(text: &str) -> bool {
    text.contains('.') && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '.' || c == '_')
}

fn collect(folder: &Path, out: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, out);
        } else {
            // Character literals would upset the pairing of quotation marks.
            out.push_str(&fs::read_to_string(&path).unwrap().replace("'\"'", "").replace("\\\"", ""));
        }
    }
}

/// What must be read keeps a contrast of 4.5 to 1 (WCAG 2.1, 1.4.3) in both themes.
#[test]
fn text_is_legible_in_both_themes() {
    for theme in ["light", "dark"] {
        let path = format!("theme/{theme}.ron");
        let text = amende::library::ASSETS.get_file(&path).unwrap().contents_utf8().unwrap();
        let color = |name: &str| {
            let line = text.lines().find(|line| line.trim().starts_with(&format!("{name}:"))).unwrap();
            line.split('"').nth(1).unwrap().to_owned()
        };
        let pairs = [
            ("ink", "paper"),
            ("ink_second", "paper"),
            ("ink_second", "rail"),
            ("ink", "field"),
            ("accent", "paper"),
            ("accent", "rail"),
            ("amber", "amber_tint"),
            ("brick", "brick_tint"),
            ("green", "green_tint"),
            ("ink", "accent_tint"),
            ("on_accent", "accent"),
        ];
        for (ink, ground) in pairs {
            let ratio = contrast(&color(ink), &color(ground));
            assert!(ratio >= 4.5, "{theme}: {ink} on {ground} is {ratio:.2}");
        }
    }
}

fn contrast(a: &str, b: &str) -> f64 {
    let luminance = |hex: &str| {
        let channel = |at: usize| {
            let value = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
            if value <= 0.039_28 { value / 12.92 } else { libm::pow((value + 0.055) / 1.055, 2.4) }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    };
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}
