//! The exposure strip: how far could the law go, what does the method say, what
//! is likely, what was decided, what is still open. It never scrolls: where the window
//! is low, the least important parts are left out (`DROPPED`).

mod chart;
mod layer;
pub(super) mod of;
mod slim;

use egui::{FontId, Label, RichText, Sense, Ui};

use super::figure::Figure;
use crate::gui::{Command, Screen, View, theme, widgets};
use crate::headline::Headline;
use crate::library::Library;
use crate::precedents::Decision;
use crate::quantity::{Money, Range};
use crate::report;

pub(in crate::gui::panels) use layer::Kind;
pub(in crate::gui) use slim::{over, slim};

/// A part that can be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// From how many decisions the probability of a fine is.
    Count,
    /// What the two layers say, which the axis shows as well.
    Layers,
    /// How far the weightiest open answer moves the fine.
    Weight,
    /// The axis.
    Chart,
    /// The weightiest open question.
    Question,
    /// What the estimate is not.
    Disclaimer,
}

/// What is left out first where the window is low. The figures, and notes that must be
/// read before relying on them, are never left out.
const DROPPED: [Part; 6] = [Part::Weight, Part::Count, Part::Layers, Part::Chart, Part::Question, Part::Disclaimer];

/// Shows the strip.
pub fn ui(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Command>) {
    let text = view.text;
    let shows = Parts::that_fit(ui, view);
    widgets::heading(ui, text.t("strip.heading"));
    let currency = view.analysis.methodology.currency.code();
    widgets::small(ui, view.theme, &text.fill("strip.axis", &[("currency", currency)]));
    not_in_figures(ui, view);
    if let Some(problem) = view.problem {
        widgets::paragraph(ui, RichText::new(problem).color(*view.theme.brick), theme::BODY);
    } else if view.analysis.calculation.conducts.is_empty() {
        widgets::wrapped_small(ui, view.theme, text.t("strip.nothing"));
    } else {
        if shows.has(Part::Chart) {
            chart::ui(ui, view, shows.chart, out);
        }
        estimate(ui, view, &shows, out);
        figures(ui, view, out);
    }
    warnings(ui, view, out);
    if shows.has(Part::Question) {
        open_question(ui, view, shows.has(Part::Weight), out);
    }
    if shows.has(Part::Disclaimer) {
        ui.with_layout(egui::Layout::bottom_up(egui::Align::Min), |ui| {
            widgets::wrapped_small(ui, view.theme, text.t("report.disclaimer"));
        });
    }
}

/// What stands of a decision in the currency of the method, at the average rate of its
/// month; `None` without a fine, or where no rate is held.
pub(in crate::gui) fn standing(view: &View<'_>, decision: &Decision) -> Option<Money> {
    let currency = view.analysis.methodology.currency;
    decision.standing_in(currency, &view.library.law.rates).map(|converted| converted.amount)
}

/// The amount of a decision in words: as it was imposed and, on an axis in another
/// currency, what that comes to.
pub(in crate::gui) fn amount_in_words(view: &View<'_>, decision: &Decision, on_axis: Money) -> String {
    match decision.standing_amount() {
        Some(own) if own.currency() != on_axis.currency() => {
            let names = [("amount", view.text.money(own)), ("converted", view.text.rough_money(on_axis))];
            let names: Vec<(&str, &str)> = names.iter().map(|(name, words)| (*name, words.as_str())).collect();
            view.text.fill("strip.converted", &names)
        }
        _ => view.text.money(on_axis),
    }
}

/// The decision taken on the very facts of this matter, with the fine that stands.
pub(in crate::gui) fn decided<'v>(view: &View<'v>) -> Option<(&'v Decision, Money)> {
    let library: &'static Library = view.library;
    let decision = library.decision(view.case_file.decided_as.as_deref()?)?;
    Some((decision, decision.standing_amount()?))
}

/// One figure large, which is the headline; the probability of a fine; and the two layers by name.
fn estimate(ui: &mut Ui, view: &View<'_>, shows: &Parts, out: &mut Vec<Command>) {
    let text = view.text;
    ui.add_space(6.0);
    let Some(headline) = view.headline else {
        let key = if view.is_settling { "strip.settling" } else { "strip.no_fine" };
        widgets::small(ui, view.theme, text.t(key));
        return;
    };
    // The estimate of a state before is faded, and named as what it is.
    let opacity = ui.opacity();
    view.fade(ui);
    let words = RichText::new(text.rough(headline.both.median)).font(FontId::new(theme::FIGURE, theme::serif()));
    of::median(view, headline).show(ui, view, words, out);
    ui.set_opacity(opacity);
    widgets::small(ui, view.theme, text.t(if view.is_settling { "strip.settling" } else { "strip.p50" }));
    view.fade(ui);
    layers(ui, view, headline, shows, out);
    ui.set_opacity(opacity);
}

/// The range of the headline, the probability of a fine, and the two layers by name.
fn layers(ui: &mut Ui, view: &View<'_>, headline: &Headline, shows: &Parts, out: &mut Vec<Command>) {
    let text = view.text;
    // A range in the fewest words that stand beside its name.
    let mut range = |ui: &mut Ui, [whole, short]: [&str; 2], range: Range<Money>, figure: Figure| {
        let words = text.amount_range_rough(range);
        let less = format!("{}{}{}", text.short(range.low), text.range, text.short(range.high));
        let (name, words) = that_fits(ui, [(whole, &words), (short, &words), (short, &less)]);
        row(ui, view, name, words, figure, false, out);
    };
    let name = ["strip.p10_p90", "strip.p10_p90.short"].map(|key| text.t(key));
    range(ui, name, headline.both.most, of::most(view, headline));
    if shows.has(Part::Layers) {
        range(ui, [text.t("headline.method_range"); 2], headline.method.most, of::method(view, headline));
        if let Some((practice, figure)) = of::practice(view, headline) {
            range(ui, [text.t("headline.practice_range"); 2], practice.most, figure);
        }
    }
    if let Some((chance, figure)) = of::chance(view, headline) {
        row(ui, view, text.t("headline.chance"), &chance, figure, false, out);
        if let Some(words) = report::chance_in_words(headline, text).filter(|_| shows.has(Part::Count)) {
            widgets::wrapped_small(ui, view.theme, &words);
        }
    }
}

/// The figures of law and method by name.
fn figures(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Command>) {
    let text = view.text;
    let calculation = &view.analysis.calculation;
    let method = text.amount(calculation.fine.point);
    row(ui, view, text.t("strip.by_method"), &method, of::fine(view), false, out);
    let maximum = maximum(view, |amount| text.amount(amount));
    row(ui, view, text.t("strip.maximum"), &maximum, of::maximum(view), false, out);
    if let Some(cap) = calculation.procedure_cap() {
        let figure = of::procedure(view, cap);
        row(ui, view, text.t("strip.procedure"), &text.amount(cap), figure, false, out);
    }
    if let Some((decision, fine)) = decided(view) {
        let amount = text.money(fine);
        row(ui, view, text.t("strip.decided"), &amount, of::decided(view, decision, fine), true, out);
    }
}

/// Risks that are in no figure, in words: above the figures they are missing from.
pub(in crate::gui) fn not_in_figures(ui: &mut Ui, view: &View<'_>) {
    for words in headline(view) {
        widgets::paragraph(ui, RichText::new(words).color(*view.theme.amber), theme::SMALL);
    }
}

fn headline(view: &View<'_>) -> Vec<String> {
    let warnings = view.analysis.calculation.warnings.iter().filter(|warning| warning.is_of_headline());
    warnings.map(|warning| view.text.warning(warning, &view.library.law)).collect()
}

/// Notes that must be read before relying on the figures.
fn warnings(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Command>) {
    let count = view.analysis.calculation.warnings.len();
    if count == 0 {
        return;
    }
    ui.add_space(2.0);
    let words = RichText::new(view.text.plural("strip.warnings", count)).size(theme::SMALL).color(*view.theme.amber);
    if ui.add(egui::Link::new(words)).clicked() {
        out.push(Command::Show(Screen::FineCalculation));
    }
}

fn open_question(ui: &mut Ui, view: &View<'_>, with_weight: bool, out: &mut Vec<Command>) {
    let Some(open) = Open::first(view) else { return };
    widgets::hairline(ui, view.theme, 6.0);
    widgets::wrapped_small(ui, view.theme, &open.heading);
    if ui.add(egui::Link::new(RichText::new(open.question).size(theme::BODY))).clicked() {
        out.push(open.command());
    }
    if let Some(weight) = open.weight.filter(|_| with_weight) {
        view.weighing(ui, |ui| widgets::wrapped_small(ui, view.theme, &weight));
    }
}

/// The open question worth answering next.
struct Open<'v> {
    heading: String,
    question: &'v str,
    operation: String,
    id: String,
    weight: Option<String>,
}

impl<'v> Open<'v> {
    fn first(view: &View<'v>) -> Option<Self> {
        let weightiest = view.relevance.first().filter(|known| known.moves().minor() > 0);
        let open = weightiest.map(|known| &known.missing).or(view.analysis.assessment.missing.first())?;
        let question = view.library.law.question(&open.question)?;
        let key = if weightiest.is_some() { "strip.weightiest" } else { "strip.open" };
        let weight = weightiest.map(|known| {
            let range = view.text.rough_range(Range::new(known.low, known.high));
            view.text.fill("practices.moves", &[("range", &range)])
        });
        Some(Self {
            heading: view.text.plural(key, view.analysis.assessment.missing.len()),
            question: &question.text,
            operation: open.operation.to_string(),
            id: open.question.to_string(),
            weight,
        })
    }

    fn command(&self) -> Command {
        Command::ShowQuestion(self.operation.clone(), self.id.clone())
    }
}

/// The first name and figure that have room beside each other, else the last.
fn that_fits<'n>(ui: &Ui, ways: [(&'n str, &'n str); 3]) -> (&'n str, &'n str) {
    let wide = |words: &str| {
        let font = FontId::proportional(theme::SMALL);
        ui.painter().layout_no_wrap(words.to_owned(), font, ui.visuals().text_color()).size().x
    };
    // A hair more, for rounding to pixels.
    let room = ui.available_width() - ui.spacing().item_spacing.x - 2.0;
    let [first, second, last] = ways;
    [first, second].into_iter().find(|(name, figure)| wide(name) + wide(figure) <= room).unwrap_or(last)
}

/// A name at the left and a figure at the right. `marked`: with the sign of the line on
/// the axis.
fn row(ui: &mut Ui, view: &View<'_>, name: &str, words: &str, figure: Figure, marked: bool, out: &mut Vec<Command>) {
    let words = RichText::new(words).size(theme::SMALL).color(*view.theme.ink);
    named(ui, view, name, marked, |ui| {
        figure.show(ui, view, words, out);
    });
}

/// A name at the left and what belongs to it at the right.
fn named(ui: &mut Ui, view: &View<'_>, name: &str, marked: bool, add: impl FnOnce(&mut Ui)) {
    let height = std::mem::replace(&mut ui.spacing_mut().interact_size.y, ROW);
    ui.horizontal(|ui| {
        if marked {
            let (rect, _) = ui.allocate_exact_size(egui::vec2(3.0, 12.0), Sense::hover());
            ui.painter().rect_filled(rect.shrink2(egui::vec2(0.5, 0.0)), 0.0, *view.theme.brick);
        }
        let name = RichText::new(name).size(theme::SMALL).color(*view.theme.ink_second);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            add(ui);
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                ui.add(Label::new(name).truncate());
            });
        });
    });
    ui.spacing_mut().interact_size.y = height;
}

/// Height of a row of figures.
const ROW: f32 = 18.0;

/// What the height of the strip allows.
struct Parts {
    dropped: usize,
    /// Height of the axis.
    chart: f32,
}

impl Parts {
    fn has(&self, part: Part) -> bool {
        !DROPPED.iter().take(self.dropped).any(|known| *known == part)
    }

    /// Leaves parts out in their order until the rest fits.
    fn that_fit(ui: &Ui, view: &View<'_>) -> Self {
        let room = ui.available_height();
        let heights = DROPPED.map(|part| (part, height(ui, view, part)));
        let fixed = fixed(ui, view);
        for dropped in 0..=DROPPED.len() {
            let parts = Self { dropped, chart: chart::LEAST };
            let needed = fixed + heights.iter().filter(|(part, _)| parts.has(*part)).map(|(_, high)| high).sum::<f32>();
            if needed <= room {
                return Self { dropped, chart: (chart::LEAST + room - needed).min(chart::MOST) };
            }
        }
        Self { dropped: DROPPED.len(), chart: chart::LEAST }
    }
}

/// How high words of this size stand, wrapped in the strip's width, with the room below.
fn high(ui: &Ui, words: &str, size: f32) -> f32 {
    let font = FontId::proportional(size);
    let galley = ui.painter().layout(words.to_owned(), font, ui.visuals().text_color(), ui.available_width());
    galley.size().y + ui.spacing().item_spacing.y
}

/// Height of what is never left out.
fn fixed(ui: &Ui, view: &View<'_>) -> f32 {
    let text = view.text;
    let gap = ui.spacing().item_spacing.y;
    let small = high(ui, text.t("strip.by_method"), theme::SMALL);
    let missing: f32 = headline(view).iter().map(|words| high(ui, words, theme::SMALL)).sum();
    let heading = high(ui, text.t("strip.heading"), theme::HEADING) + small + missing;
    let warnings = if view.analysis.calculation.warnings.is_empty() { 0.0 } else { small + 2.0 };
    if let Some(problem) = view.problem {
        return heading + high(ui, problem, theme::BODY) + warnings;
    }
    if view.analysis.calculation.conducts.is_empty() {
        return heading + high(ui, text.t("strip.nothing"), theme::SMALL) + warnings;
    }
    let mut rows = 3.0;
    let has_chance = view.headline.is_some_and(|headline| headline.chance.is_some());
    for more in [decided(view).is_some(), view.analysis.calculation.procedure_cap().is_some(), has_chance] {
        rows += if more { 1.0 } else { 0.0 };
    }
    heading + 6.0 + high(ui, "0", theme::FIGURE) + 6.0 + small + rows * (ROW + gap) + warnings
}

/// Height of a part that may be left out.
fn height(ui: &Ui, view: &View<'_>, part: Part) -> f32 {
    const LINE: f32 = 13.0;
    let text = view.text;
    let gap = ui.spacing().item_spacing.y;
    let has_figures = view.problem.is_none() && !view.analysis.calculation.conducts.is_empty();
    let open = Open::first(view);
    match part {
        Part::Count | Part::Layers | Part::Chart if !has_figures => 0.0,
        Part::Count => {
            let words = view.headline.and_then(|headline| report::chance_in_words(headline, text));
            words.map_or(0.0, |words| high(ui, &words, theme::SMALL))
        }
        Part::Layers => 2.0 * (ROW + gap),
        Part::Chart => chart::LEAST + gap,
        Part::Weight => open.and_then(|open| open.weight).map_or(0.0, |words| high(ui, &words, theme::SMALL)),
        Part::Question => open.map_or(0.0, |open| {
            LINE + gap + high(ui, &open.heading, theme::SMALL) + high(ui, open.question, theme::BODY)
        }),
        Part::Disclaimer => high(ui, text.t("report.disclaimer"), theme::SMALL) + 6.0,
    }
}

/// The legal maximum; a range where the turnover it depends on is one.
fn maximum(view: &View<'_>, written: impl Fn(Money) -> String) -> String {
    let maximum = view.analysis.calculation.maximum;
    let (low, high) = (written(maximum.low), written(maximum.high));
    if low == high { high } else { format!("{low}{}{high}", view.text.range) }
}
