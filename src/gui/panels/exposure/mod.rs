//! Stage 6: how far the fine may go, how likely there is one, what drives it, and on what that rests.

mod curves;
mod drives;
mod layers;

use egui::{Align, FontId, Layout, RichText, Ui};

use super::strip;
use crate::exposure::ExposureDistribution;
use crate::gui::widgets;
use crate::gui::{Command, Screen, View, theme};
use crate::headline::Headline;
use crate::law::Strength;
use crate::report;

pub(super) use drives::weightiest;

/// Shows the stage.
pub fn ui(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Command>) {
    let (text, theme) = (view.text, view.theme);
    widgets::stage_title(ui, theme, text.t("screen.exposure"), text.t("exposure.subtitle"));
    if let Some(problem) = view.problem {
        ui.add_space(10.0);
        widgets::paragraph(ui, RichText::new(problem).color(*theme.brick), theme::BODY);
        return;
    }
    let drawn = view.exposure.filter(|exposure| !exposure.is_empty());
    let Some((exposure, headline)) = drawn.zip(view.headline) else {
        ui.add_space(10.0);
        let key = match view.analysis.calculation.conducts.is_empty() {
            _ if view.is_settling => "strip.settling",
            true => "strip.nothing",
            false => "report.summary.no_fine",
        };
        widgets::body(ui, text.t(key));
        return;
    };
    widgets::field::hint(ui, theme, text.t("strip.settling"), view.is_settling);
    view.fade(ui);
    ui.add_space(8.0);
    let id = ui.scope_id().with("mode");
    let mode: usize = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let names = ["exposure.layers", "exposure.distribution", "exposure.exceedance", "exposure.table"];
    let names = names.map(|key| text.t(key));
    if let Some(clicked) = widgets::segmented(ui, theme, text.t("exposure.view"), &names, Some(mode)) {
        ui.data_mut(|data| data.insert_temp(id, clicked));
    }
    ui.add_space(8.0);
    figures(ui, view, headline, out);
    ui.add_space(6.0);
    match mode {
        0 => layers::ui(ui, view, exposure, headline, out),
        1 => curves::ui(ui, view, (exposure, headline), false, out),
        2 => curves::ui(ui, view, (exposure, headline), true, out),
        _ => layers::table(ui, view, exposure, headline),
    }
    if let Some((decision, fine)) = strip::decided(view) {
        let amount = report::amount_in_words(decision, text);
        let words = text.fill("exposure.decided", &[("amount", &amount)]);
        let words = RichText::new(words).size(theme::SMALL).color(*theme.ink_second);
        strip::of::decided(view, decision, fine).wrapped(ui, view, words, out);
    }
    if widgets::link(ui, text.t("screen.how_good"), theme::SMALL).clicked() {
        out.push(Command::Show(Screen::HowGood));
    }
    drives::ui(ui, view, out);
    widgets::hairline(ui, theme, 10.0);
    assumptions(ui, view, exposure, headline);
}

/// On how many decided matters the two layers were weighed.
pub(super) fn matters(view: &View<'_>) -> usize {
    view.library.practice.as_ref().map_or(0, |practice| practice.fitted().combination.matters)
}

/// The headline at the left, the probability of a fine at the right, each with its words.
fn figures(ui: &mut Ui, view: &View<'_>, headline: &Headline, out: &mut Vec<Command>) {
    let (text, theme) = (view.text, view.theme);
    let large = |words: String| RichText::new(words).font(FontId::new(theme::FIGURE, theme::serif()));
    let both = &headline.both;
    let (low, high) = (text.rough_money(both.most.low), text.rough(both.most.high));
    let words = text.fill("headline.most", &[("low", &low), ("high", &high)]);
    let (mut amount, mut likely) = (Vec::new(), Vec::new());
    let left = |ui: &mut Ui| {
        strip::of::median(view, headline).show(ui, view, large(text.rough_money(both.median)), &mut amount);
        let small = RichText::new(&words).size(theme::BODY);
        strip::of::most(view, headline).wrapped(ui, view, small, &mut amount);
        widgets::wrapped_small(ui, theme, text.t("headline.if_fined"));
    };
    let right = |ui: &mut Ui| {
        ui.set_max_width(310.0);
        let Some((words, figure)) = strip::of::chance(view, headline) else { return };
        figure.show(ui, view, large(words), &mut likely);
        let given = format!("{}, {}", text.t("headline.chance"), text.t("headline.chance_given"));
        ui.label(RichText::new(given).size(theme::BODY));
        if let Some(words) = report::chance_in_words(headline, text) {
            widgets::wrapped_small(ui, theme, &words);
        }
    };
    widgets::beside(ui, 310.0, left, |ui| {
        ui.with_layout(Layout::top_down(Align::Max), right);
    });
    out.extend(amount.into_iter().chain(likely));
}

fn assumptions(ui: &mut Ui, view: &View<'_>, exposure: &ExposureDistribution, headline: &Headline) {
    let (text, theme) = (view.text, view.theme);
    let priors = &view.library.priors;
    widgets::heading(ui, text.t("report.assumptions.heading"));
    for words in report::weights_in_words(headline, matters(view), text) {
        widgets::wrapped_small(ui, theme, &words);
    }
    if let Some(why) = report::outside_in_words(exposure, &view.analysis.calculation, text) {
        widgets::wrapped_small(ui, theme, &why);
    }
    widgets::wrapped_small(ui, theme, &priors.note);
    let samples = text.count(i64::try_from(exposure.drawn).unwrap_or(i64::MAX));
    let found =
        [Strength::Clear, Strength::Arguable, Strength::Weak].map(|strength| text.rate(priors.found.of(strength)));
    let [clear, arguable, weak] = &found;
    let (same, counted) = (text.rate(priors.seriousness.as_proposed), text.rate(priors.circumstance_counted));
    let names = [
        ("samples", samples.as_str()),
        ("clear", clear),
        ("arguable", arguable),
        ("weak", weak),
        ("same", &same),
        ("counted", &counted),
    ];
    widgets::wrapped_small(ui, theme, &text.fill("report.assumptions.simulation", &names));
    widgets::wrapped_small(ui, theme, &priors.source_of_proportionality);
    widgets::wrapped_small(ui, theme, text.t("report.assumptions.probability"));
    widgets::small(ui, theme, &text.fill("exposure.seed", &[("seed", &exposure.seed.to_string())]));
}
