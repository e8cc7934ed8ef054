//! The steps of the method for one conduct, as a reader follows them: what was taken, what
//! is permitted, the amounts at the low end, as taken and at the high end, and why.

mod line;

pub(super) use line::Line;

use super::Source;
use crate::facts::ChoiceValue;
use crate::findings::Conduct;
use crate::fine::{ConductFine, Point, Spread};
use crate::law::{Direction, Step, StepKind, Weight};
use crate::quantity::{Money, Rate};
use crate::report::Inline;
use crate::trace::{Reason, TraceNode, Value};

/// A step with its lines and what they rest on.
pub(super) struct Told {
    /// The number of the method; empty where it has none, or the step before has the same.
    pub(super) number: String,
    /// What it is called.
    pub(super) title: String,
    /// Its lines from top to bottom.
    pub(super) lines: Vec<Line>,
    /// Why, and where the step stands.
    pub(super) remarks: Vec<Vec<Inline>>,
}

/// Every step of the method for a conduct.
pub(super) fn of(source: Source<'_>, fine: &ConductFine) -> Vec<Told> {
    let conducts = &source.analysis.assessment.conducts;
    let Some(conduct) = conducts.iter().find(|conduct| conduct.id == fine.conduct) else { return Vec::new() };
    // What nobody is at fault for is not fined.
    let fined = source.analysis.fined.iter().find(|known| known.id == conduct.id).unwrap_or(conduct);
    let page = Page { source, fine, conduct: fined };
    let mut before = None;
    let told = |step: &Step| {
        let first = before.replace(step.number) != Some(step.number);
        let mut told = page.step(step);
        told.number = if first { step.numbers() } else { String::new() };
        told
    };
    source.analysis.methodology.steps.iter().map(told).collect()
}

/// What a step is told of.
struct Page<'a> {
    source: Source<'a>,
    fine: &'a ConductFine,
    conduct: &'a Conduct,
}

impl Page<'_> {
    fn step(&self, step: &Step) -> Told {
        let (lines, reasons) = match &step.kind {
            StepKind::Concurrence => self.concurrence(),
            StepKind::Fault { excludes_fine, .. } => (Vec::new(), vec![self.fault(*excludes_fine)]),
            StepKind::Seriousness { .. } => self.seriousness(),
            StepKind::TurnoverAdjustment { .. } => self.size(),
            StepKind::Circumstances(_) => self.circumstances(),
            StepKind::LegalMaximum { .. } => self.maximum(),
            StepKind::Proportionality(range) => self.proportionality(&self.source.text.rate_range(range.usual)),
            StepKind::CategoryBand(_) => self.category(),
            StepKind::DailyRate(_) => self.daily_rate(),
            StepKind::Reprimand { .. } => self.statements(&["reprimand"], None),
            StepKind::AbilityToPay(terms) => {
                let names: Vec<String> = terms.conditions.iter().map(|known| format!("ability.{}", known.id)).collect();
                let names: Vec<&str> = names.iter().map(String::as_str).collect();
                self.statements(&names, Some("after_ability"))
            }
        };
        // The source stands behind what rests on it.
        let mut said = joined(&reasons);
        if !said.is_empty() {
            said.push(' ');
        }
        let remarks = vec![vec![Inline::text(said), self.source.cite(&step.source)]];
        Told { number: String::new(), title: step.title.clone(), lines, remarks }
    }

    fn concurrence(&self) -> (Vec<Line>, Vec<String>) {
        let text = self.source.text;
        let standing = self.conduct.infringements.iter().filter(|known| known.displaced_by.is_none());
        let provisions: Vec<&str> = standing.map(|known| known.provision.as_str()).collect();
        let names = [("provisions", provisions.join(", ")), ("tier", self.fine.tier.to_string())];
        let names: Vec<(&str, &str)> = names.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let mut lines = Vec::new();
        // Which of two maxima counts is told by both.
        for name in ["static_cap", "dynamic_cap"] {
            if let Some(node) = self.node(name) {
                let rate = if name == "dynamic_cap" { self.node("dynamic_rate") } else { None };
                let mut line = self.of_node(node);
                line.permitted = rate.map(|rate| self.written(&rate.value)).unwrap_or_default();
                lines.push(if node.applied { line } else { line.quiet() });
            }
        }
        let label = text.t("trace.legal_maximum");
        lines.push(Line::spread(label, self.fine.maximum, text).strong());
        let reasons = vec![text.fill("fine.concurrence", &names), text.t(self.conduct.basis.key()).to_owned()];
        (lines, reasons)
    }

    fn fault(&self, excludes_fine: bool) -> String {
        let key = match (excludes_fine, self.fine.without_fault) {
            (false, _) => "fine.fault.weighed",
            (true, true) => "fine.fault.absent",
            (true, false) => "fine.fault.not_excluded",
        };
        self.source.text.t(key).to_owned()
    }

    fn seriousness(&self) -> (Vec<Line>, Vec<String>) {
        let (mut lines, mut reasons) = self.factors();
        lines.extend(self.judged("seriousness", &mut reasons));
        lines.extend(self.judged("seriousness_share", &mut reasons));
        lines.extend(self.node("after_seriousness").map(|node| self.of_node(node)));
        (lines, reasons)
    }

    fn size(&self) -> (Vec<Line>, Vec<String>) {
        let mut reasons = Vec::new();
        let mut lines: Vec<Line> = self.matter("matter.turnover").map(|node| self.of_node(node)).into_iter().collect();
        match self.judged("turnover_share", &mut reasons) {
            Some(line) => lines.push(line),
            None => reasons.push(self.source.text.t("report.steps.no_adjustment").to_owned()),
        }
        lines.push(self.starting());
        (lines, reasons)
    }

    fn category(&self) -> (Vec<Line>, Vec<String>) {
        let mut reasons = Vec::new();
        // The category by its name, which the point counts only.
        let _ = self.judged("category", &mut reasons);
        let names = ["category", "category_band", "basic_amount"];
        let mut lines: Vec<Line> = names.iter().filter_map(|name| Some(self.of_node(self.node(name)?))).collect();
        lines.push(self.starting());
        (lines, reasons)
    }

    fn daily_rate(&self) -> (Vec<Line>, Vec<String>) {
        let (mut lines, mut reasons) = self.factors();
        lines.extend(self.matter("matter.turnover").map(|node| self.of_node(node)));
        lines.extend(self.node("daily_value").map(|node| self.of_node(node)));
        lines.extend(self.judged("seriousness", &mut reasons));
        lines.extend(self.judged("daily_factor", &mut reasons));
        lines.push(self.starting());
        (lines, reasons)
    }

    fn starting(&self) -> Line {
        Line::spread(self.source.text.t("trace.starting_amount"), self.fine.starting, self.source.text).strong()
    }

    /// What raises or lowers the seriousness, each with its reason.
    fn factors(&self) -> (Vec<Line>, Vec<String>) {
        let (text, law) = (self.source.text, &self.source.library.law);
        let mut lines = Vec::new();
        let mut quiet = Vec::new();
        for weighed in &self.conduct.factors {
            let Some(factor) = law.factors.iter().find(|factor| factor.id == weighed.factor) else { continue };
            let key = match weighed.weight {
                Some(Weight::Raises) => "weight.raises",
                Some(Weight::Lowers) => "weight.lowers",
                Some(Weight::Neutral) => {
                    quiet.push(factor.label.clone());
                    continue;
                }
                None => {
                    quiet.push(text.fill("fine.factor_unknown", &[("name", &factor.label)]));
                    continue;
                }
            };
            let mut line = Line::named(format!("({}) {}", factor.letter, factor.label));
            text.t(key).clone_into(&mut line.permitted);
            line.why = text.law_texts(&weighed.reasons(), law);
            lines.push(line);
        }
        (lines, self.without_effect(&quiet))
    }

    fn without_effect(&self, names: &[String]) -> Vec<String> {
        let said = || format!("{}.", self.source.text.fill("fine.considered", &[("names", &names.join(", "))]));
        (!names.is_empty()).then(said).into_iter().collect()
    }

    /// Each circumstance that moves the amount, with its reason; the others by name.
    fn circumstances(&self) -> (Vec<Line>, Vec<String>) {
        let (text, law) = (self.source.text, &self.source.library.law);
        let mut lines = Vec::new();
        let mut quiet = Vec::new();
        for weighed in &self.conduct.circumstances {
            let known = law.circumstances.iter().find(|known| known.id == weighed.circumstance);
            let point = self.point(&format!("circumstance.{}", weighed.circumstance));
            let (Some(circumstance), Some(point)) = (known, point) else { continue };
            let name = format!("({}) {}", circumstance.letter, circumstance.label);
            let moved = !matches!(point.value, ChoiceValue::Rate(Rate::ZERO));
            if !moved && matches!(weighed.direction, None | Some(Direction::Neutral)) {
                quiet.push(name);
                continue;
            }
            let mut line = Line::judged(name, point, text);
            let facts = text.law_texts(&weighed.reasons(), law);
            line.why = joined(&[facts, self.reason(point)]);
            lines.push(line);
        }
        let label = text.t("trace.after_circumstances");
        lines.push(Line::spread(label, self.fine.adjusted, text).strong());
        (lines, self.without_effect(&quiet))
    }

    fn maximum(&self) -> (Vec<Line>, Vec<String>) {
        let text = self.source.text;
        let reached = self.fine.maximum.point.is_less_than(self.fine.adjusted.point);
        let key = if reached { "fine.maximum_reached" } else { "fine.maximum_not_reached" };
        let within: Spread<Money> = self.fine.adjusted.capped(self.fine.maximum);
        let line = Line::spread(text.t("trace.after_maximum"), within, text).strong();
        (vec![line], vec![text.t(key).to_owned()])
    }

    fn proportionality(&self, usual: &str) -> (Vec<Line>, Vec<String>) {
        let mut reasons = Vec::new();
        let mut lines: Vec<Line> = self.judged("proportionality", &mut reasons).into_iter().collect();
        lines.extend(self.node("after_proportionality").map(|node| self.of_node(node).strong()));
        reasons.push(self.source.text.fill("fine.usual", &[("range", usual)]));
        (lines, reasons)
    }

    /// Statements that hold or do not, and the amount after them.
    fn statements(&self, names: &[&str], after: Option<&str>) -> (Vec<Line>, Vec<String>) {
        let nodes = names.iter().filter_map(|name| self.node(name));
        let mut lines: Vec<Line> = nodes.map(|node| self.of_node(node)).collect();
        lines.extend(after.and_then(|name| self.node(name)).map(|node| self.of_node(node).strong()));
        (lines, Vec::new())
    }

    /// A discretionary point of this conduct, with its reason among the others.
    fn judged(&self, name: &str, reasons: &mut Vec<String>) -> Option<Line> {
        let point = self.point(name)?;
        reasons.push(self.reason(point));
        Some(Line::judged(self.source.text.label(&point.label, &self.source.library.law), point, self.source.text))
    }

    /// Who decided, and why: `proposed: …`.
    fn reason(&self, point: &Point) -> String {
        let reason = self.source.text.reason_of(&point.reason, &self.source.library.law);
        let stated = matches!(point.reason, Reason::Stated(_));
        match (stated, reason.trim()) {
            (_, "") => String::new(),
            (true, reason) => self.source.text.fill("report.steps.chosen", &[("reason", reason)]),
            (false, reason) => reason.to_owned(),
        }
    }

    fn point(&self, name: &str) -> Option<&Point> {
        self.source.analysis.calculation.point(self.fine.conduct.choice(name).as_str())
    }

    fn node(&self, name: &str) -> Option<&TraceNode> {
        self.matter(self.fine.conduct.figure(name).as_str())
    }

    fn matter(&self, id: &str) -> Option<&TraceNode> {
        self.source.analysis.calculation.trace.as_ref()?.find(id)
    }

    fn written(&self, value: &Value) -> String {
        self.source.text.value(value, &self.source.library.law)
    }

    /// A figure of the trace as a line: an amount as taken, anything else as what it is.
    fn of_node(&self, node: &TraceNode) -> Line {
        let (text, law) = (self.source.text, &self.source.library.law);
        let label = text.label(&node.label, law);
        match &node.value {
            Value::Money(amount) => Line::amount(label, *amount, text),
            Value::MoneyRange(range) => Line::range(label, *range, text),
            Value::Rate(rate) => Line::rate(label, *rate, text),
            other => Line::words(label, text.value(other, law)),
        }
    }
}

/// Reasons one after the other: what several say is said once.
fn joined(reasons: &[String]) -> String {
    let mut said: Vec<&str> = Vec::new();
    for reason in reasons.iter().map(|reason| reason.trim()) {
        if !reason.is_empty() && !said.contains(&reason) {
            said.push(reason);
        }
    }
    said.join(" ")
}
