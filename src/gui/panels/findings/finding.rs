//! One finding: provision, facts, reasoning, what would rebut it, remedy, sources,
//! decided cases, and the lawyer's word on it.

use egui::{RichText, Ui};

use super::review;
use crate::facts::{CaseFile, Verdict};
use crate::findings::Finding;
use crate::gui::command::Explained;
use crate::gui::panels::figure::Figure;
use crate::gui::widgets::{self, Symbol};
use crate::gui::{Command, View, theme};
use crate::law::{ProvisionId, Rule};
use crate::precedents::Decision;
use crate::quantity::{Currency, Money};

/// Width of the column with strength and provision.
const MARKS: f32 = 92.0;

/// Shows a finding.
pub(super) fn ui(
    ui: &mut Ui,
    view: &View<'_>,
    finding: &Finding,
    rule: &Rule,
    draft: &mut CaseFile,
    out: &mut Vec<Command>,
) {
    let (text, theme) = (view.text, view.theme);
    let mark = |ui: &mut Ui| {
        if finding.verdict == Some(Verdict::Rejected) {
            widgets::tag(ui, theme, Symbol::Dot, text.t("review.rejected_tag"));
        } else {
            widgets::tag(ui, theme, Symbol::from(finding.strength), text.t(finding.strength.key()));
        }
        let article = text.article(finding.provision.as_str());
        let url = view.library.law.provision(&finding.provision).map_or("", |provision| provision.url.as_str());
        ui.hyperlink_to(RichText::new(article).size(theme::SMALL), url);
        if let Some(period) = finding.period {
            widgets::wrapped_small(ui, theme, &text.period(&period));
        }
        if view.case_file.operations.len() > 1 {
            let name = view.case_file.names_of(std::slice::from_ref(&finding.operation));
            widgets::wrapped_small(ui, theme, &name);
        }
    };
    // The words and what stands beside them both send wishes.
    let mut explained = Vec::new();
    let words = |ui: &mut Ui| {
        widgets::heading(ui, &rule.title);
        facts(ui, view, finding, out);
        if let Some(words) = crate::report::taken_up(finding, view.case_file, view.library) {
            widgets::wrapped_small(ui, theme, &words);
        }
        widgets::body(ui, &rule.reasoning);
        widgets::wrapped_small(ui, theme, &text.fill("findings.rebuttal", &[("text", &rule.rebuttal)]));
        let weeks = text.plural("report.weeks", usize::try_from(rule.remedy.effort_weeks).unwrap_or_default());
        let remedy = [("text", rule.remedy.text.trim_end_matches('.')), ("weeks", &weeks)];
        widgets::wrapped_small(ui, theme, &text.fill("findings.remedy", &remedy));
        sources(ui, view, rule, out);
    };
    widgets::after(ui, MARKS, mark, |ui| {
        widgets::beside(ui, 120.0, words, |ui| decided(ui, view, &finding.provision, &mut explained));
        review::ui(ui, view, finding, draft);
    });
    out.append(&mut explained);
}

/// The law behind it, and decided cases that found the same.
fn sources(ui: &mut Ui, view: &View<'_>, rule: &Rule, out: &mut Vec<Command>) {
    let text = view.text;
    widgets::running(ui, |ui| {
        for citation in &rule.citations {
            let words = RichText::new(text.citation(citation, &view.library.law)).size(theme::SMALL);
            ui.hyperlink_to(words, text.citation_url(citation, &view.library.law));
        }
        let left_out = view.case_file.decided_as.as_deref();
        for id in rule.decided.iter().filter(|id| Some(id.as_str()) != left_out) {
            let Some(decision) = view.library.decision(id) else { continue };
            let name = format!(
                "{} ({} {})",
                decision.controller,
                view.library.law.vocabulary.authority_name(&decision.authority),
                decision.decided.year()
            );
            if widgets::link(ui, &name, theme::SMALL).clicked() {
                out.push(Command::ShowDecision(id.clone()));
            }
        }
    });
}

/// The answers a finding rests on, each a link to its question.
fn facts(ui: &mut Ui, view: &View<'_>, finding: &Finding, out: &mut Vec<Command>) {
    widgets::running(ui, |ui| {
        for id in &finding.facts {
            let Some(question) = view.library.law.question(id) else { continue };
            let value = view.case_file.operation(&finding.operation).and_then(|known| view.case_file.answer(known, id));
            let answer = value.map_or_else(String::new, |answer| view.text.answered(question, answer));
            if widgets::link(ui, &format!("{} {answer}.", question.text), theme::SMALL).clicked() {
                out.push(Command::ShowQuestion(finding.operation.to_string(), id.to_string()));
            }
        }
    });
}

/// How many decided cases found this provision infringed, and their median in euro.
fn decided(ui: &mut Ui, view: &View<'_>, provision: &ProvisionId, out: &mut Vec<Command>) {
    let known = infringed(view, provision).count();
    widgets::small(ui, view.theme, &view.text.plural("findings.decisions", known));
    let fines = fines(view, provision);
    if let Some((_, median)) = fines.get(fines.len() / 2) {
        let amount = view.text.rough_money(*median);
        let words = RichText::new(view.text.fill("findings.median", &[("amount", &amount)]));
        let words = words.size(theme::SMALL).color(*view.theme.ink_second);
        let why = Command::Explain(Explained::Fines(provision.clone()));
        Figure::new(view, "figure.fines", amount, why).show(ui, view, words, out);
    }
}

/// The decided cases that found this provision infringed; where it is one of an article,
/// any provision of that article.
fn infringed<'v>(view: &View<'v>, provision: &ProvisionId) -> impl Iterator<Item = &'v Decision> {
    let provision = provision.clone();
    let article = |id: &ProvisionId| id.as_str().split('(').next().unwrap_or_default().to_owned();
    let same = move |id: &ProvisionId| {
        *id == provision || (!provision.as_str().starts_with('5') && article(id) == article(&provision))
    };
    let left_out = view.case_file.decided_as.as_deref();
    let known = view.library.decisions.iter().filter(move |decision| Some(decision.id.as_str()) != left_out);
    known.filter(move |decision| decision.provisions.iter().any(&same))
}

/// The fines of those cases in euro, the least first; without those whose currency has no rate.
pub(in crate::gui::panels) fn fines<'v>(view: &View<'v>, provision: &ProvisionId) -> Vec<(&'v Decision, Money)> {
    let fine = |decision: &'v Decision| {
        let standing = decision.standing_in(Currency::EUR, &view.library.law.rates)?;
        Some((decision, standing.amount))
    };
    let mut fines: Vec<_> = infringed(view, provision).filter_map(fine).collect();
    fines.sort_by_key(|(_, fine)| fine.minor());
    fines
}
