//! The five steps of one conduct.

use egui::{RichText, Ui};

use super::{amount, conducts, judgement, weights};
use crate::facts::CaseFile;
use crate::findings::Conduct;
use crate::fine::ConductFine;
use crate::gui::command::Explained;
use crate::gui::panels::figure::Figure;
use crate::gui::{Command, View, theme, widgets};
use crate::law::{AbilityToPay, CategoryBands, Citation, Step, StepKind};
use crate::quantity::{Money, Range, Rate};
use crate::report;
use crate::trace::{TraceNode, Value};

/// Everything a step shows.
struct Page<'p, 'v> {
    view: &'p View<'v>,
    fine: &'p ConductFine,
    conduct: &'p Conduct,
    /// The conduct without what nobody is at fault for.
    fined: &'p Conduct,
    draft: &'p mut CaseFile,
    out: &'p mut Vec<Command>,
    /// The number of the step shown last.
    number: Option<u8>,
}

/// The steps of the method in their order, numbered as readers know them.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, fine: &ConductFine, draft: &mut CaseFile, out: &mut Vec<Command>) {
    let Some(conduct) = view.analysis.assessment.conducts.iter().find(|conduct| conduct.id == fine.conduct) else {
        return;
    };
    let fined = view.analysis.fined.iter().find(|known| known.id == conduct.id).unwrap_or(conduct);
    let mut page = Page { view, fine, conduct, fined, draft, out, number: None };
    for step in &view.analysis.methodology.steps {
        match &step.kind {
            StepKind::Concurrence => page.concurrence(ui, step),
            StepKind::Fault { excludes_fine, .. } => page.fault(ui, step, *excludes_fine),
            StepKind::Seriousness { .. } => page.seriousness(ui, step),
            StepKind::TurnoverAdjustment { .. } => page.turnover(ui, step),
            StepKind::Circumstances(_) => page.circumstances(ui, step),
            StepKind::LegalMaximum { .. } => page.maximum(ui, step),
            StepKind::Proportionality(range) => page.proportionality(ui, step, &range.usual),
            StepKind::CategoryBand(bands) => page.category(ui, step, bands),
            StepKind::DailyRate(_) => page.daily_rate(ui, step),
            StepKind::Reprimand { .. } => page.reprimand(ui, step),
            StepKind::AbilityToPay(terms) => page.ability_to_pay(ui, step, terms),
        }
    }
    page.result(ui);
}

/// `A · name of the operation`.
pub(super) fn conduct_name(view: &View<'_>, fine: &ConductFine) -> String {
    let conduct = view.analysis.assessment.conducts.iter().find(|conduct| conduct.id == fine.conduct);
    let operations = conduct.map_or_else(String::new, |conduct| view.case_file.names_of(&conduct.operations));
    format!("{} · {operations}", fine.conduct)
}

/// Width of the column of figures.
pub(super) const FIGURES: f32 = 164.0;
/// Width of the column of numbers.
const NUMBERS: f32 = 28.0;

/// A step's name and where it comes from.
fn head(ui: &mut Ui, view: &View<'_>, step: &Step) {
    ui.horizontal_wrapped(|ui| {
        widgets::heading(ui, &step.title);
        let words = RichText::new(view.text.citation(&step.source, &view.library.law)).size(theme::SMALL);
        ui.hyperlink_to(words, view.text.citation_url(&step.source, &view.library.law));
    });
}

/// Words with their source.
fn cited(ui: &mut Ui, view: &View<'_>, words: &str, source: &Citation) {
    widgets::running(ui, |ui| {
        widgets::wrapped_small(ui, view.theme, words);
        let link = RichText::new(view.text.citation(source, &view.library.law)).size(theme::SMALL);
        ui.hyperlink_to(link, view.text.citation_url(source, &view.library.law));
    });
}

impl Page<'_, '_> {
    /// The frame of a step: number, heading, citation, body; figures at the right.
    fn step(
        &mut self,
        ui: &mut Ui,
        step: &Step,
        body: impl FnOnce(&mut Self, &mut Ui),
        figures: impl FnOnce(&mut Self, &mut Ui),
    ) {
        let view = self.view;
        widgets::hairline(ui, view.theme, 9.0);
        // Several blocks may belong to one step of the method: its number stands once.
        let first = self.number.replace(step.number) != Some(step.number);
        let number = if first { step.numbers() } else { String::new() };
        let number = RichText::new(number).font(egui::FontId::new(theme::HEADING, theme::serif()));
        widgets::after(
            ui,
            NUMBERS,
            |ui| {
                ui.label(number.color(*view.theme.accent));
            },
            |ui| {
                // Body and figures both write to the page, one after the other.
                let page = std::cell::RefCell::new(self);
                widgets::beside(
                    ui,
                    FIGURES,
                    |ui| {
                        head(ui, view, step);
                        body(*page.borrow_mut(), ui);
                        for note in &step.notes {
                            cited(ui, view, &note.text, &note.source);
                        }
                    },
                    |ui| figures(*page.borrow_mut(), ui),
                );
            },
        );
    }

    /// An amount, by its name in the trace and the key of what it is.
    fn figure(&mut self, ui: &mut Ui, words: &str, name: &str, key: &str) {
        let figure = Figure::traced(self.view, key, words, self.fine.conduct.figure(name).as_str());
        figure.show(ui, self.view, amount(words, theme::BODY), self.out);
    }

    /// The starting amount with what the method permits.
    fn starting(&mut self, ui: &mut Ui) {
        let text = self.view.text;
        self.quiet(ui, text.t("trace.starting_amount"));
        self.figure(ui, &text.money(self.fine.starting.point), "starting_amount", "figure.starting");
    }

    /// A range beside an amount, by its name in the trace.
    fn range(&mut self, ui: &mut Ui, range: Range<Money>, name: &str) {
        let text = self.view.text;
        let copied = format!("{}{}{}", text.money(range.low), text.range, text.amount(range.high));
        let words = RichText::new(text.amount_range(range)).size(theme::SMALL).color(*self.view.theme.ink_second);
        let figure =
            Figure::traced(self.view, "figure.starting_range", copied, self.fine.conduct.figure(name).as_str());
        figure.wrapped(ui, self.view, words, self.out);
    }

    /// The control of a discretionary point.
    fn point(&mut self, ui: &mut Ui, name: &str) {
        let id = self.fine.conduct.choice(name);
        if let Some(point) = self.view.analysis.calculation.point(id.as_str()) {
            judgement::ui(ui, self.view, point, &mut self.draft.choices, self.out);
        }
    }

    fn quiet(&self, ui: &mut Ui, words: &str) {
        widgets::wrapped_small(ui, self.view.theme, words);
    }

    fn concurrence(&mut self, ui: &mut Ui, step: &Step) {
        let text = self.view.text;
        self.step(
            ui,
            step,
            |page, ui| {
                let standing = page.fined.infringements.iter().filter(|known| known.displaced_by.is_none());
                let all: Vec<&str> = standing.map(|known| known.provision.as_str()).collect();
                let names = [("provisions", all.join(", ")), ("tier", page.fine.tier.to_string())];
                let names: Vec<(&str, &str)> = names.iter().map(|(name, value)| (*name, value.as_str())).collect();
                widgets::body(ui, &text.fill("fine.concurrence", &names));
                page.quiet(ui, text.t(page.conduct.basis.key()));
                conducts::ui(ui, page.view, page.conduct, page.draft);
                let displaced: Vec<String> = page
                    .conduct
                    .displacements(&page.view.library.law)
                    .map(|known| known.displaced.to_string())
                    .collect();
                for provision in displaced {
                    page.point(ui, &format!("displaced.{provision}"));
                }
            },
            |page, ui| {
                page.quiet(ui, text.t("trace.legal_maximum"));
                let maximum = report::between(page.fine.maximum, |amount| text.money(amount), text);
                page.figure(ui, &maximum, "legal_maximum", "figure.conduct_maximum");
            },
        );
    }

    fn fault(&mut self, ui: &mut Ui, step: &Step, excludes_fine: bool) {
        let key = match (excludes_fine, self.fine.without_fault) {
            (false, _) => "fine.fault.weighed",
            (true, true) => "fine.fault.absent",
            (true, false) => "fine.fault.not_excluded",
        };
        self.step(ui, step, |page, ui| page.quiet(ui, page.view.text.t(key)), |_, _| {});
    }

    fn seriousness(&mut self, ui: &mut Ui, step: &Step) {
        self.step(
            ui,
            step,
            |page, ui| {
                page.point(ui, "seriousness");
                weights::factors(ui, page.view, page.fined);
                page.point(ui, "seriousness_share");
            },
            |_, _| {},
        );
    }

    fn turnover(&mut self, ui: &mut Ui, step: &Step) {
        let text = self.view.text;
        self.step(
            ui,
            step,
            |page, ui| {
                page.point(ui, "turnover_share");
                if page.view.analysis.calculation.point(page.fine.conduct.choice("turnover_share").as_str()).is_none() {
                    let by_limit = page.trace("turnover_band").is_none();
                    let above = match &step.kind {
                        StepKind::TurnoverAdjustment { bands, .. } => bands.last().map(|band| text.money(band.above)),
                        _ => None,
                    };
                    let words = match above {
                        Some(amount) if !by_limit => text.fill("fine.no_adjustment", &[("amount", &amount)]),
                        _ => text.t("fine.no_adjustment_limit").to_owned(),
                    };
                    page.quiet(ui, &words);
                }
                page.point_anywhere(ui, "matter.turnover");
            },
            |page, ui| {
                page.starting(ui);
                page.range(ui, page.fine.starting.ends(), "starting_range");
            },
        );
    }

    /// A point of the matter rather than of the conduct: said, not controlled here.
    fn point_anywhere(&self, ui: &mut Ui, id: &str) {
        if let Some(point) = self.view.analysis.calculation.point(id) {
            self.quiet(ui, &self.view.text.reason_of(&point.reason, &self.view.library.law));
        }
    }

    fn circumstances(&mut self, ui: &mut Ui, step: &Step) {
        let text = self.view.text;
        let rows = |page: &mut Self, ui: &mut Ui| {
            weights::circumstances(ui, page.view, page.fine, page.fined, &mut page.draft.choices, page.out);
        };
        self.step(ui, step, rows, |page, ui| {
            // Some methods choose the amount inside a range rather than move it.
            let name =
                if page.trace("after_adjustment").is_some() { "after_adjustment" } else { "after_circumstances" };
            page.figure(ui, &text.money(page.fine.adjusted.point), name, "figure.adjusted");
        });
    }

    fn maximum(&mut self, ui: &mut Ui, step: &Step) {
        let text = self.view.text;
        let reached = self.fine.maximum.point.is_less_than(self.fine.adjusted.point);
        let key = if reached { "fine.maximum_reached" } else { "fine.maximum_not_reached" };
        self.step(
            ui,
            step,
            |page, ui| page.quiet(ui, text.t(key)),
            |page, ui| {
                let within = page.fine.adjusted.point.min(page.fine.maximum.point);
                page.figure(ui, &text.money(within), "after_maximum", "figure.within_maximum");
            },
        );
    }

    fn proportionality(&mut self, ui: &mut Ui, step: &Step, usual: &crate::quantity::Range<Rate>) {
        let text = self.view.text;
        let usual = text.rate_range(*usual);
        self.step(
            ui,
            step,
            |page, ui| {
                page.point(ui, "proportionality");
                page.quiet(ui, &text.fill("fine.usual", &[("range", &usual)]));
            },
            |page, ui| page.figure_of(ui, "after_proportionality", "figure.proportionate"),
        );
    }

    fn category(&mut self, ui: &mut Ui, step: &Step, bands: &CategoryBands) {
        self.step(
            ui,
            step,
            |page, ui| {
                let id = page.fine.conduct.choice("category");
                if let Some(point) = page.view.analysis.calculation.point(id.as_str()) {
                    judgement::categories(ui, page.view, point, bands, &mut page.draft.choices);
                }
            },
            |page, ui| {
                page.starting(ui);
                page.range(ui, page.fine.starting.ends(), "category_band");
            },
        );
    }

    fn daily_rate(&mut self, ui: &mut Ui, step: &Step) {
        let text = self.view.text;
        self.step(
            ui,
            step,
            |page, ui| {
                page.point(ui, "seriousness");
                weights::factors(ui, page.view, page.fined);
                page.point(ui, "daily_factor");
                page.point_anywhere(ui, "matter.turnover");
            },
            |page, ui| {
                page.quiet(ui, text.t("trace.daily_value"));
                page.figure_of(ui, "daily_value", "figure.daily_value");
                page.starting(ui);
            },
        );
    }

    fn reprimand(&mut self, ui: &mut Ui, step: &Step) {
        self.step(ui, step, |page, ui| page.point(ui, "reprimand"), |_, _| {});
    }

    fn ability_to_pay(&mut self, ui: &mut Ui, step: &Step, terms: &AbilityToPay) {
        self.step(
            ui,
            step,
            |page, ui| {
                for condition in &terms.conditions {
                    let id = format!("matter.ability.{}", condition.id);
                    if let Some(point) = page.view.analysis.calculation.point(&id) {
                        judgement::statement(ui, page.view, point, false, &mut page.draft.choices);
                    }
                }
                page.quiet(ui, &terms.proposal_note);
                page.point_of_matter(ui, "matter.ability.remains");
            },
            |page, ui| page.figure_of(ui, "after_ability", "figure.after_ability"),
        );
    }

    /// What comes out for this conduct in the end.
    fn result(&mut self, ui: &mut Ui) {
        let text = self.view.text;
        widgets::hairline(ui, self.view.theme, 9.0);
        let range = self.fine.fine.ends();
        let note = self.trace("public_body_limit").filter(|node| !node.notes.is_empty());
        let note = note.map(|node| text.law_texts(&node.notes, &self.view.library.law));
        let page = std::cell::RefCell::new(self);
        widgets::beside(
            ui,
            FIGURES,
            |ui| {
                widgets::heading(ui, text.t("fine.result"));
                if let Some(note) = note {
                    page.borrow().quiet(ui, &note);
                }
            },
            |ui| {
                let mut page = page.borrow_mut();
                let fine = page.fine.fine.point;
                let name = page.fine.conduct.figure("fine");
                let figure = Figure::traced(page.view, "figure.conduct_fine", text.money(fine), name.as_str());
                figure.show(ui, page.view, amount(&text.amount(fine), theme::HEADING), page.out);
                let names = [("currency", fine.currency().code()), ("range", &text.amount_range(range))];
                let words = RichText::new(text.fill("fine.method_range", &names)).size(theme::SMALL);
                let copied = format!("{}{}{}", text.money(range.low), text.range, text.amount(range.high));
                let method = page.view.analysis.methodology.id.clone();
                let why = Command::Explain(Explained::Permitted(method, page.fine.conduct.clone()));
                let figure = Figure::new(page.view, "figure.permitted", copied, why);
                figure.wrapped(ui, page.view, words.color(*page.view.theme.ink_second), page.out);
            },
        );
    }

    /// A figure of this conduct's trace, where the steps made it.
    fn trace(&self, name: &str) -> Option<&TraceNode> {
        let id = self.fine.conduct.figure(name);
        self.view.analysis.calculation.trace.as_ref()?.find(id.as_str())
    }

    fn figure_of(&mut self, ui: &mut Ui, name: &str, key: &str) {
        if let Some(Value::Money(amount)) = self.trace(name).map(|node| node.value.clone()) {
            let words = self.view.text.money(amount);
            self.figure(ui, &words, name, key);
        }
    }

    /// A point of the whole matter, shown with each conduct.
    fn point_of_matter(&mut self, ui: &mut Ui, id: &str) {
        if let Some(point) = self.view.analysis.calculation.point(id) {
            judgement::ui(ui, self.view, point, &mut self.draft.choices, self.out);
        }
    }
}
