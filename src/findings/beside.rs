//! Companions: what authorities charge beside another provision on the same facts.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{Finding, Letters, assess};
use crate::facts::{CaseFile, Verdict};
use crate::law::{ConductId, Corpus, ProvisionId, Rule, Strength};

/// What is charged beside these findings: once in each conduct, where what it stands beside is
/// alleged firmly and nothing else alleges it there. Those the user rejected are among them.
pub(super) fn charged(
    law: &Corpus,
    case_file: &CaseFile,
    people_in: &BTreeSet<String>,
    day: Date,
    letters: &Letters,
    findings: &[&Finding],
) -> Vec<Finding> {
    let mut settled: BTreeSet<(Option<&ConductId>, &ProvisionId)> =
        findings.iter().map(|finding| (letters.get(&finding.operation), &finding.provision)).collect();
    settled.extend(rejected(law, case_file, letters));
    let mut all = Vec::new();
    for rule in law.rules.iter().filter(|rule| !rule.beside.is_empty()) {
        if !assess::binds(law, rule, case_file, people_in, day) {
            continue;
        }
        for main in firm(rule, findings) {
            if settled.insert((letters.get(&main.operation), &rule.provision)) {
                all.push(assess::reviewed(companion(rule, main), case_file));
            }
        }
    }
    all
}

/// What a rule stands beside, as far as it is alleged firmly, in the order of the rule.
fn firm<'f>(rule: &Rule, findings: &[&'f Finding]) -> Vec<&'f Finding> {
    let of = |main: &ProvisionId| {
        let firm = |finding: &&&Finding| finding.provision == *main && finding.strength >= Strength::Arguable;
        findings.iter().filter(firm).copied().collect::<Vec<_>>()
    };
    rule.beside.iter().flat_map(of).collect()
}

/// What the user rejected where answers of its own had brought it about: it does not come
/// back as a companion.
fn rejected<'a>(
    law: &'a Corpus,
    case_file: &CaseFile,
    letters: &'a Letters,
) -> Vec<(Option<&'a ConductId>, &'a ProvisionId)> {
    let reviews = case_file.reviews.iter().filter(|review| review.verdict == Verdict::Rejected);
    let provision = |id| law.rule(id).filter(|rule| rule.beside.is_empty()).map(|rule| &rule.provision);
    reviews.filter_map(|review| Some((letters.get(&review.operation), provision(&review.rule)?))).collect()
}

fn companion(rule: &Rule, main: &Finding) -> Finding {
    Finding {
        rule: rule.id.clone(),
        operation: main.operation.clone(),
        provision: rule.provision.clone(),
        strength: Strength::Weak,
        graded: Strength::Weak,
        verdict: None,
        facts: main.facts.clone(),
        period: main.period,
        beside: Some(main.provision.clone()),
    }
}
