//! `amende check --coverage`: which rules allege each provision, and why none does
//! where none does.

use std::fmt::Write as _;

use super::{CliError, output};
use crate::law::TierId;
use crate::library::Library;

pub(super) fn run(library: &Library) -> Result<(), CliError> {
    let (law, text) = (&library.law, &library.locale);
    let mut out = String::new();
    let (mut with_rule, mut explained) = (0, 0);
    for provision in &law.provisions {
        let rules: Vec<&str> =
            law.rules.iter().filter(|rule| rule.provision == provision.id).map(|rule| rule.id.as_str()).collect();
        let tiers: Vec<&str> = provision.tier.iter().chain(&provision.also).map(TierId::as_str).collect();
        let tier = if tiers.is_empty() { text.t("coverage.no_fine").to_owned() } else { tiers.join(", ") };
        let by = match &provision.no_rule {
            _ if !rules.is_empty() => rules.join(", "),
            Some(reason) => text.fill("coverage.reason", &[("reason", reason)]),
            None if provision.tier.is_none() => {
                text.fill("coverage.reason", &[("reason", provision.note.as_deref().unwrap_or_default())])
            }
            None => text.t("coverage.nothing").to_owned(),
        };
        with_rule += usize::from(provision.tier.is_some() && !rules.is_empty());
        explained += usize::from(provision.tier.is_some() && rules.is_empty() && provision.no_rule.is_some());
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{:<9} {:<18} {by}", provision.id, tier);
    }
    let finable = law.provisions.iter().filter(|provision| provision.tier.is_some()).count();
    let numbers = [finable, with_rule, explained].map(|number| number.to_string());
    let [finable, with_rule, explained] = &numbers;
    let names = [("finable", finable.as_str()), ("ruled", with_rule), ("explained", explained)];
    let _ = writeln!(out, "{}", text.fill("coverage.sum", &names));
    output::text(&out)
}
