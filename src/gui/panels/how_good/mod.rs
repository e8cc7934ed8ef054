//! How well findings and estimate did on decided cases: the figures of the back-test as it was written, none of
//! them computed here.

mod plots;

use egui::{Grid, Label, RichText, Ui};

use crate::gui::app::App;
use crate::gui::{Command, theme, widgets};
use crate::headline::{TestedMatters, TestedRows, TestedScore};
use crate::library::Library;
use crate::locale::Locale;
use crate::practice::Practice;

/// Groups with fewer fines than this are not plotted: chance alone would move them far.
const FEWEST: usize = 25;

pub(in crate::gui) fn ui(ui: &mut Ui, app: &App, out: &mut Vec<Command>) {
    let (text, theme, library) = (&app.library.locale, &app.theme, app.library);
    let tested = &library.tested;
    let date = library.practice.as_ref().map(Practice::fitted);
    let subtitle = date.map_or_else(String::new, |fitted| {
        let number = |number: usize| text.count(i64::try_from(number).unwrap_or(i64::MAX));
        let until = fitted.until.parse().map_or_else(|_| fitted.until.clone(), |day| text.date(day));
        let (fines, found) = (number(fitted.counts.decisions + fitted.counts.rows), number(fitted.counts.found));
        text.fill("how_good.fitted", &[("fines", &fines), ("found", &found), ("until", &until)])
    });
    widgets::stage_title(ui, theme, text.t("screen.how_good"), &subtitle);
    if tested.rows.is_none() && tested.matters.is_none() {
        widgets::body(ui, text.t("how_good.nothing"));
        return;
    }
    ui.add_space(4.0);
    if let Some(matters) = &tested.matters {
        in_short(ui, text, matters);
    }
    if let Some(fitted_on) = stale(library) {
        widgets::paragraph(ui, RichText::new(fitted_on).color(*theme.amber), theme::SMALL);
    }
    widgets::hairline(ui, theme, 10.0);
    if let Some(rows) = &tested.rows {
        widgets::halves(ui, |ui| plots::amounts(ui, text, theme, rows), |ui| plots::chances(ui, text, theme, rows));
        widgets::hairline(ui, theme, 10.0);
    }
    if let Some(matters) = &tested.matters {
        let mut clicked = None;
        widgets::halves(ui, |ui| clicked = plots::matters(ui, library, theme, matters), |ui| agreed(ui, app, matters));
        out.extend(clicked.map(Command::ShowDecision));
        widgets::hairline(ui, theme, 10.0);
    }
    compared(ui, app, tested.matters.as_ref(), tested.rows.as_ref());
    if let Some(rows) = &tested.rows {
        widgets::hairline(ui, theme, 10.0);
        plots::groups(ui, library, theme, rows, FEWEST);
    }
    widgets::hairline(ui, theme, 10.0);
    widgets::heading(ui, text.t("how_good.how"));
    for key in ["how_good.how.rows", "how_good.how.matters", "how_good.how.limits"] {
        widgets::wrapped_small(ui, theme, text.t(key));
    }
}

/// The result in two sentences.
fn in_short(ui: &mut Ui, text: &Locale, matters: &TestedMatters) {
    let inside = matters.fines.iter().filter(|fine| fine.is_inside()).count().to_string();
    let (all, factor) = (matters.fines.len().to_string(), one(matters.combined.half_within));
    let names = [("all", all.as_str()), ("inside", &inside), ("factor", &factor)];
    let words = RichText::new(text.fill("how_good.short", &names)).family(theme::serif());
    widgets::paragraph(ui, words, theme::HEADING);
}

/// Told where the estimate was fitted anew since it was tested.
fn stale(library: &Library) -> Option<String> {
    let fitted_on = &library.practice.as_ref()?.fitted().fitted_on;
    let tested = &library.tested;
    let rows = tested.rows.as_ref().map(|rows| &rows.fitted_on);
    let matters = tested.matters.as_ref().map(|matters| &matters.fitted_on);
    let other = rows.into_iter().chain(matters).any(|tested| tested != fitted_on);
    other.then(|| library.locale.t("how_good.stale").to_owned())
}

/// What the authorities made of what was alleged, by grade.
fn agreed(ui: &mut Ui, app: &App, matters: &TestedMatters) {
    let (text, theme) = (&app.library.locale, &app.theme);
    widgets::heading(ui, text.t("how_good.agree"));
    widgets::wrapped_small(ui, theme, &text.plural("how_good.agree.note", matters.matters));
    Grid::new("how-good-grades").num_columns(4).spacing([22.0, 8.0]).show(ui, |ui| {
        for key in ["backtest.grade", "backtest.alleged", "backtest.examined", "backtest.found"] {
            widgets::small(ui, theme, text.t(key));
        }
        ui.end_row();
        for known in &matters.grades {
            ui.add(Label::new(RichText::new(text.t(&known.grade)).size(theme::BODY)).extend());
            widgets::body(ui, &known.alleged.to_string());
            widgets::body(ui, &known.examined.to_string());
            let share = percent(text, known.found, known.examined);
            ui.label(RichText::new(format!("{} ({share})", known.found)).family(theme::strong()));
            ui.end_row();
        }
    });
    let (found, alleged) = (matters.found.to_string(), matters.alleged.to_string());
    let share = percent(text, matters.alleged, matters.found);
    let names = [("found", found.as_str()), ("alleged", &alleged), ("share", &share)];
    widgets::wrapped_small(ui, theme, &text.fill("backtest.recall", &names));
    widgets::wrapped_small(ui, theme, text.t("how_good.examined"));
}

/// The estimate beside each of its layers and simple rules.
fn compared(ui: &mut Ui, app: &App, matters: Option<&TestedMatters>, rows: Option<&TestedRows>) {
    let (text, theme) = (&app.library.locale, &app.theme);
    widgets::heading(ui, text.t("how_good.better"));
    let heads = ["how_good.fines", "how_good.half", "how_good.inside", "how_good.width", "how_good.loss"];
    Grid::new("how-good-models").num_columns(6).spacing([22.0, 8.0]).show(ui, |ui| {
        let part = |ui: &mut Ui, title: &str, models: Vec<(String, TestedScore, bool)>| {
            widgets::small(ui, theme, title);
            for key in heads {
                widgets::small(ui, theme, text.t(key));
            }
            ui.end_row();
            for (name, score, strong) in models {
                let write = |ui: &mut Ui, words: String| {
                    let words = RichText::new(words).size(theme::BODY);
                    let words = if strong { words.family(theme::strong()) } else { words };
                    ui.add(Label::new(words).extend());
                };
                write(ui, name);
                write(ui, score.fines.to_string());
                write(ui, text.fill("practice.times", &[("factor", &one(score.half_within))]));
                write(ui, text.fill("headline.percent", &[("percent", &whole(score.inside_80))]));
                write(ui, text.fill("practice.times", &[("factor", &format!("{:.0}", score.high_by_low))]));
                write(ui, format!("{:.3}", score.pinball));
                ui.end_row();
            }
        };
        if let Some(matters) = matters {
            let layers = [
                ("how_good.both", matters.combined, true),
                ("how_good.practice", matters.practice, false),
                ("how_good.method", matters.method, false),
            ];
            let models = layers.map(|(key, score, strong)| (text.t(key).to_owned(), score, strong));
            part(ui, text.t("how_good.on_matters"), models.into());
        }
        if let Some(rows) = rows {
            let mut models = vec![(text.t("how_good.practice").to_owned(), rows.estimate, true)];
            models.extend(rows.simple.iter().map(|(name, score)| (simple(text, name).to_owned(), *score, false)));
            part(ui, text.t("how_good.on_rows"), models);
        }
    });
    widgets::wrapped_small(ui, theme, text.t("how_good.loss.note"));
}

/// What a simple model is called.
fn simple<'t>(text: &'t Locale, name: &'t str) -> &'t str {
    match name {
        "training_median" => text.t("how_good.simple.median"),
        "country_provision_median" => text.t("how_good.simple.group"),
        "least_squares_provisions" => text.t("how_good.simple.squares"),
        "nearest_neighbours" => text.t("how_good.simple.near"),
        other => other,
    }
}

fn percent(text: &Locale, part: usize, whole: usize) -> String {
    let rounded = (part * 100 + whole / 2).checked_div(whole).unwrap_or_default();
    text.fill("headline.percent", &[("percent", &rounded.to_string())])
}

/// One digit behind the point.
fn one(value: f64) -> String {
    format!("{value:.1}")
}

/// A share in whole percent.
fn whole(share: f64) -> String {
    format!("{:.0}", share * 100.0)
}
