//! The method alone: how its outcomes were drawn, over the page.

use egui::Ui;

use super::{head, part};
use crate::exposure::ExposureDistribution;
use crate::gui::{Command, View, theme, widgets};
use crate::law::Strength;
use crate::quantity::Range;

/// The percentiles told.
const TOLD: [usize; 7] = [5, 10, 25, 50, 75, 90, 95];

/// The eight tenths of the simulated fines in the middle.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Command>) -> Option<()> {
    let (text, theme) = (view.text, view.theme);
    let exposure = view.exposure.filter(|exposure| !exposure.is_empty())?;
    if view.is_settling {
        widgets::small(ui, theme, text.t("strip.settling"));
        view.fade(ui);
    }
    let middle = Range::new(exposure.percentile(10)?, exposure.percentile(90)?);
    head(ui, &text.rough_range(middle), text.t("figure.middle"));
    for told in TOLD {
        let Some(amount) = exposure.percentile(told) else { continue };
        let name = text.fill("exposure.percentile", &[("n", &told.to_string())]);
        part(ui, view, &name, &text.rough_money(amount));
    }
    widgets::hairline(ui, theme, 4.0);
    widgets::heading(ui, text.t("estimate.drawn"));
    for words in drawn(view, exposure) {
        widgets::wrapped_small(ui, theme, &words);
    }
    widgets::hairline(ui, theme, 4.0);
    let point = view.analysis.calculation.fine.point;
    widgets::wrapped_small(ui, theme, &text.fill("estimate.method", &[("amount", &text.money(point))]));
    if let Some(why) = crate::report::outside_in_words(exposure, &view.analysis.calculation, text) {
        widgets::wrapped_small(ui, theme, &why);
    }
    if widgets::link(ui, text.t("estimate.method_why"), theme::SMALL).clicked() {
        out.push(Command::ShowTrace("fine".to_owned()));
    }
    Some(())
}

/// What was drawn, how often, with which seed.
fn drawn(view: &View<'_>, exposure: &ExposureDistribution) -> Vec<String> {
    let (text, priors) = (view.text, &view.library.priors);
    let count = |number: usize| text.count(i64::try_from(number).unwrap_or(i64::MAX));
    let fined = exposure.drawn - exposure.without_fine;
    let (all, fined, none) = (count(exposure.drawn), count(fined), count(exposure.without_fine));
    let numbers = [("drawn", all.as_str()), ("fined", &fined), ("none", &none)];
    let key = if exposure.without_fine == 0 { "estimate.all_fined" } else { "estimate.counts" };
    let mut told = vec![text.fill(key, &numbers)];
    for strength in [Strength::Clear, Strength::Arguable, Strength::Weak] {
        let alleged = view.analysis.assessment.findings().filter(|finding| finding.strength == strength).count();
        if alleged > 0 {
            let (n, share) = (alleged.to_string(), text.rate(priors.found.of(strength)));
            let names = [("n", n.as_str()), ("strength", text.t(strength.key())), ("share", &share)];
            told.push(text.fill("estimate.found", &names));
        }
    }
    let (same, counted) = (text.rate(priors.seriousness.as_proposed), text.rate(priors.circumstance_counted));
    told.push(text.fill("estimate.judgements", &[("same", &same), ("counted", &counted)]));
    told.push(priors.source_of_proportionality.clone());
    let kept = view.case_file.choices.iter().count();
    if kept > 0 {
        told.push(text.plural("estimate.kept", kept));
    }
    told.push(text.fill("estimate.seed", &[("seed", &exposure.seed.to_string())]));
    told
}
