//! Stage 3: what would be alleged, on which facts, what would rebut it.

use egui::{FontId, Label, Rect, RichText, Sense, Stroke, Ui, Vec2, pos2};

use crate::findings::Finding;
use crate::gui::widgets::{self, Symbol};
use crate::gui::{Command, View, theme};
use crate::law::{ProvisionId, Rule, Strength};
use crate::quantity::{Currency, Money};

/// Shows the stage.
pub fn ui(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Command>) {
    let (text, theme) = (view.text, view.theme);
    let findings: Vec<&Finding> = view.analysis.assessment.findings().collect();
    let of = |strength| findings.iter().filter(|finding| finding.strength == strength).count().to_string();
    let [clear, arguable, weak] = [Strength::Clear, Strength::Arguable, Strength::Weak].map(of);
    let names = [("clear", clear.as_str()), ("arguable", &arguable), ("weak", &weak)];
    let count = text.plural("findings.count", findings.len());
    widgets::stage_title(
        ui,
        theme,
        text.t("screen.findings"),
        &format!("{count}{}", text.fill("findings.grades", &names)),
    );
    ui.add_space(10.0);
    map(ui, view);
    ui.add_space(4.0);
    if findings.is_empty() {
        ui.add_space(8.0);
        widgets::body(ui, text.t("report.findings.none"));
    }
    let mut sorted = findings;
    sorted.sort_by_key(|finding| std::cmp::Reverse(finding.strength));
    for finding in sorted {
        if let Some(rule) = view.library.law.rule(&finding.rule) {
            widgets::hairline(ui, theme, 9.0);
            one(ui, view, finding, rule, out);
        }
    }
}

/// The provisions a rule can find, each with the firmest finding.
fn map(ui: &mut Ui, view: &View<'_>) {
    const CELL: Vec2 = Vec2::new(59.0, 38.0);
    let mut provisions: Vec<&ProvisionId> = view.library.law.rules.iter().map(|rule| &rule.provision).collect();
    provisions.sort_by_key(|provision| view.library.law.provision_order(provision));
    provisions.dedup();
    for row in provisions.chunks(12) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            for provision in row {
                cell(ui, view, provision, CELL);
            }
        });
        ui.add_space(-4.0);
    }
    ui.add_space(4.0);
}

fn cell(ui: &mut Ui, view: &View<'_>, provision: &ProvisionId, size: Vec2) {
    let theme = view.theme;
    let found =
        view.analysis.assessment.infringements().filter(|i| i.provision == *provision).map(|i| i.strength).max();
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let (ink, ground) = match found {
        Some(Strength::Clear) => (*theme.brick, Some(*theme.brick_tint)),
        Some(Strength::Arguable) => (*theme.amber, Some(*theme.amber_tint)),
        Some(Strength::Weak) => (*theme.green, Some(*theme.green_tint)),
        None => (*theme.ink_second, None),
    };
    if let Some(ground) = ground {
        ui.painter().rect_filled(rect, 0.0, ground);
    }
    ui.painter().rect_stroke(rect, 0.0, Stroke::new(1.0, *theme.hairline), egui::StrokeKind::Middle);
    let galley = ui.painter().layout_no_wrap(provision.to_string(), FontId::proportional(theme::SMALL), ink);
    ui.painter().galley(rect.min + Vec2::new(6.0, 4.0), galley, ink);
    if let Some(strength) = found {
        let place = Rect::from_min_size(pos2(rect.left() + 4.0, rect.top() + 19.0), Vec2::splat(16.0));
        let mut inside = ui.new_child(egui::UiBuilder::new().max_rect(place));
        widgets::symbol(&mut inside, Symbol::from(strength), ink);
    }
    let heading = view.library.law.provision(provision).map_or("", |provision| provision.heading.as_str());
    let state = found.map_or_else(|| view.text.t("findings.not_alleged"), |strength| view.text.t(strength.key()));
    let article = view.text.fill("provision.article", &[("name", provision.as_str())]);
    let words = format!("{article} {heading}: {state}");
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &words));
    response.on_hover_text(words);
}

fn one(ui: &mut Ui, view: &View<'_>, finding: &Finding, rule: &Rule, out: &mut Vec<Command>) {
    let (text, theme) = (view.text, view.theme);
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(92.0);
            widgets::tag(ui, theme, Symbol::from(finding.strength), text.t(finding.strength.key()));
            let article = text.fill("provision.article", &[("name", finding.provision.as_str())]);
            let url = view.library.law.provision(&finding.provision).map_or("", |provision| provision.url.as_str());
            ui.hyperlink_to(RichText::new(article).size(theme::SMALL), url);
        });
        ui.vertical(|ui| {
            ui.set_width(ui.available_width() - 128.0);
            widgets::heading(ui, &rule.title);
            facts(ui, view, finding, out);
            ui.add(Label::new(&rule.reasoning).wrap());
            widgets::wrapped_small(ui, theme, &text.fill("findings.rebuttal", &[("text", &rule.rebuttal)]));
            let weeks = text.plural("report.weeks", usize::try_from(rule.remedy.effort_weeks).unwrap_or_default());
            let remedy = [("text", rule.remedy.text.trim_end_matches('.')), ("weeks", &weeks)];
            widgets::wrapped_small(ui, theme, &text.fill("findings.remedy", &remedy));
            ui.horizontal_wrapped(|ui| {
                for citation in &rule.citations {
                    let words = RichText::new(text.citation(citation, &view.library.law)).size(theme::SMALL);
                    ui.hyperlink_to(words, text.citation_url(citation, &view.library.law));
                }
            });
        });
        ui.with_layout(egui::Layout::top_down(egui::Align::Max), |ui| decided(ui, view, &finding.provision));
    });
}

/// The answers a finding rests on, each a link to its question.
fn facts(ui: &mut Ui, view: &View<'_>, finding: &Finding, out: &mut Vec<Command>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for id in &finding.facts {
            let Some(question) = view.library.law.question(id) else { continue };
            let value = view.case_file.operation(&finding.operation).and_then(|operation| operation.answers.get(id));
            let answer = value.map_or_else(String::new, |answer| view.text.answer(question, &answer.value));
            if widgets::link(ui, &format!("{} {answer}.", question.text), theme::SMALL).clicked() {
                out.push(Command::ShowQuestion(finding.operation.to_string(), id.to_string()));
            }
        }
    });
}

/// How many decided cases found this provision infringed, and their median in euro.
fn decided(ui: &mut Ui, view: &View<'_>, provision: &ProvisionId) {
    let article = |id: &ProvisionId| id.as_str().split('(').next().unwrap_or_default().to_owned();
    let same = |id: &ProvisionId| {
        id == provision || (!provision.as_str().starts_with('5') && article(id) == article(provision))
    };
    let left_out = view.case_file.decided_as.as_deref();
    let known = view.library.decisions.iter().filter(|decision| Some(decision.id.as_str()) != left_out);
    let known: Vec<_> = known.filter(|decision| decision.provisions.iter().any(same)).collect();
    widgets::small(ui, view.theme, &view.text.plural("findings.decisions", known.len()));
    let mut fines: Vec<Money> =
        known.iter().filter_map(|decision| decision.fine).filter(|fine| fine.currency() == Currency::EUR).collect();
    fines.sort_by_key(|fine| fine.minor());
    if let Some(median) = fines.get(fines.len() / 2) {
        widgets::small(
            ui,
            view.theme,
            &view.text.fill("findings.median", &[("amount", &view.text.rough_money(*median))]),
        );
    }
}
