//! Whether the amounts of the law and the figures of the estimate are plausible: maxima
//! that rise with the tier, shares and chances between none and all.

use super::sources::{Sources, Word};
use super::steps::{self, method_file};
use super::{Library, Problem};
use crate::law::{Framework, Limitation, LimitedTo, NationalRules, Parameter, PublicBodyRule, Tier, TierCap};
use crate::quantity::Rate;

/// All that is wrong with the figures.
pub(super) fn problems(library: &Library, sources: Sources<'_>) -> Vec<Problem> {
    let mut check = Check { sources, problems: Vec::new() };
    for framework in &library.law.frameworks {
        check.framework(framework);
    }
    for method in &library.law.methodologies {
        let file = method_file(method);
        let first = library.law.framework_of(method).and_then(|framework| framework.tiers.first());
        let currency = first.and_then(|tier| tier.static_cap.values.last()).map(|dated| dated.value.currency());
        if currency.is_some_and(|currency| currency != method.currency) {
            let message = format!("the method counts in {}, its framework does not", method.currency.code());
            check.problem(&file, &[Word::Key("currency")], message);
        }
        for step in &method.steps {
            for (key, problem) in steps::problems(&step.kind, method.currency) {
                let at = [Word::Of("title", step.title.as_str()), Word::Key(key)];
                check.problem(&file, &at, format!("step {} `{}`: {problem}", step.number, step.title));
            }
        }
    }
    for rules in &library.law.national {
        check.country(rules, &library.law.frameworks);
    }
    check.priors(library);
    check.scale(library);
    check.similarity(library);
    check.problems
}

struct Check<'a> {
    sources: Sources<'a>,
    problems: Vec<Problem>,
}

impl Check<'_> {
    fn problem(&mut self, file: &str, at: &[Word<'_>], message: String) {
        self.problems.push(self.sources.problem(file, at, message));
    }

    /// The higher the tier, the higher the maxima; all in one currency.
    fn framework(&mut self, framework: &Framework) {
        let file = format!("assets/law/{}/framework.ron", framework.id);
        for tier in &framework.tiers {
            self.dated(&file, &tier.static_cap);
            let shares = tier.dynamic_cap.iter();
            shares.clone().for_each(|share| self.dated(&file, share));
            for dated in tier.static_cap.values.iter().filter(|dated| dated.value.minor() <= 0) {
                let message = format!("the fixed maximum of {} is {}: it must be above zero", tier.id, dated.value);
                self.problem(&file, &[Word::Of("id", &tier.static_cap.id), Word::Key("value")], message);
            }
            for share in shares {
                let is_none = |value| !is_share(value) || value == Rate::ZERO;
                for dated in share.values.iter().filter(|dated| is_none(dated.value)) {
                    let message =
                        format!("the share of {} is {}: it must lie between 0 % and 100 %", tier.id, dated.value);
                    self.problem(&file, &[Word::Of("id", &share.id), Word::Key("value")], message);
                }
            }
        }
        for pair in framework.tiers.windows(2) {
            let [lower, higher] = pair else { continue };
            let fixed = |tier: &Tier| tier.static_cap.values.last().map(|dated| dated.value);
            if let (Some(least), Some(most)) = (fixed(lower), fixed(higher)) {
                let at = [Word::Of("id", &higher.static_cap.id), Word::Key("value")];
                if least.currency() != most.currency() {
                    let message = format!("the fixed maxima of {} and {} must be in one currency", lower.id, higher.id);
                    self.problem(&file, &at, message);
                } else if most.is_less_than(least) {
                    let message = format!(
                        "the fixed maximum of {} is {most}, less than {least} of {}, which stands before it: the lower \
                         tier comes first",
                        higher.id, lower.id
                    );
                    self.problem(&file, &at, message);
                }
            }
            let share = |tier: &Tier| Some(tier.dynamic_cap.as_ref()?.values.last()?.value);
            if let (Some(least), Some(most)) = (share(lower), share(higher))
                && most < least
            {
                let of = higher.dynamic_cap.as_ref().map_or("", |share| share.id.as_str());
                let at = [Word::Of("id", of), Word::Key("value")];
                let message = format!(
                    "the share of turnover of {} is {most}, less than {least} of {}, which stands before it: the lower \
                     tier comes first",
                    higher.id, lower.id
                );
                self.problem(&file, &at, message);
            }
        }
    }

    /// A figure has a value, and its values follow in time.
    fn dated<T>(&mut self, file: &str, parameter: &Parameter<T>) {
        let late = parameter.values.windows(2).any(|pair| matches!(pair, [one, next] if next.from <= one.from));
        if late || parameter.values.is_empty() {
            let message = format!("`{}` needs values, the oldest first", parameter.id);
            self.problem(file, &[Word::Of("id", &parameter.id), Word::Key("values")], message);
        }
    }

    fn country(&mut self, rules: &NationalRules, frameworks: &[Framework]) {
        let file = format!("assets/law/national/{}.ron", rules.country);
        let bodies = &rules.public_bodies;
        for rule in std::iter::once(&bodies.rule).chain(bodies.particular.iter().map(|own| &own.rule)) {
            self.caps(&file, rule.caps(), frameworks);
            if matches!(rule, PublicBodyRule::UpTo(caps) if caps.is_empty()) {
                self.problem(&file, &[Word::Key("rule")], "UpTo names no cap: name one for each tier".to_owned());
            }
        }
        let mut all = Rate::ZERO;
        for reduction in &rules.reductions {
            all = all.plus(reduction.share);
            if !is_share(reduction.share) || reduction.share == Rate::ZERO {
                let message =
                    format!("`{}` takes off {}: it must lie between 0 % and 100 %", reduction.id, reduction.share);
                self.problem(&file, &[Word::Of("id", &reduction.id), Word::Key("share")], message);
            }
        }
        if !is_share(all) {
            let message = format!("the reductions together take off {all}, more than the whole fine");
            self.problem(&file, &[Word::Key("reductions")], message);
        }
        for procedure in rules.procedures.iter().filter(|procedure| procedure.cap.minor() <= 0) {
            let message = format!("`{}` has a maximum of {}: it must be above zero", procedure.id, procedure.cap);
            self.problem(&file, &[Word::Of("id", &procedure.id), Word::Key("cap")], message);
        }
        for (place, limitation) in rules.limitation.iter().enumerate() {
            let at: Vec<Word<'_>> =
                std::iter::once("limitation").chain((0..=place).map(|_| "months")).map(Word::Key).collect();
            self.limitation(&file, &at, limitation, frameworks);
        }
        let rates = rules.payment.iter().flat_map(|payment| payment.rates.windows(2));
        for later in rates.filter_map(|pair| matches!(pair, [one, next] if next.day <= one.day).then(|| pair.last())?) {
            let day = later.day.to_string();
            let message = format!("the rate of {day} stands after a later one: the oldest comes first");
            self.problem(&file, &[Word::Of("day", &day)], message);
        }
    }

    /// The caps of one rule: of tiers there are, in one currency, rising with the tier.
    fn caps(&mut self, file: &str, caps: &[TierCap], frameworks: &[Framework]) {
        for cap in caps {
            let at = [Word::Of("tier", cap.tier.as_str())];
            let tier = cap.tier.as_str();
            if frameworks.iter().all(|framework| framework.tier(&cap.tier).is_none()) {
                self.problem(file, &at, format!("there is no tier `{tier}` to cap"));
            }
            if cap.cap.minor() <= 0 {
                self.problem(file, &at, format!("the cap of {tier} is {}: it must be above zero", cap.cap));
            }
            if cap.share_of_budget.is_some_and(|share| !is_share(share)) {
                self.problem(file, &at, format!("the share of the budget of {tier} must lie between 0 % and 100 %"));
            }
        }
        for pair in caps.windows(2) {
            let [one, next] = pair else { continue };
            let at = [Word::Of("tier", next.tier.as_str())];
            if one.cap.currency() != next.cap.currency() {
                self.problem(file, &at, "the caps of one rule must be in one currency".to_owned());
            } else if next.tier > one.tier && next.cap.is_less_than(one.cap) {
                let message = format!("the cap of {} is lower than that of {}", next.tier, one.tier);
                self.problem(file, &at, message);
            }
        }
    }

    /// A period of some length, for tiers there are.
    fn limitation(&mut self, file: &str, at: &[Word<'_>], limitation: &Limitation, frameworks: &[Framework]) {
        if limitation.months == 0 {
            self.problem(file, at, "a limitation period has at least one month".to_owned());
        }
        let LimitedTo::Tiers(tiers) = &limitation.applies_to else { return };
        if tiers.is_empty() {
            self.problem(file, at, "a limitation period is for Tiers and names none".to_owned());
        }
        for tier in tiers.iter().filter(|tier| frameworks.iter().all(|known| known.tier(tier).is_none())) {
            let at: Vec<Word<'_>> = at.iter().copied().chain([Word::Quoted(tier.as_str())]).collect();
            self.problem(file, &at, format!("there is no tier `{tier}` that a limitation period is for"));
        }
    }

    fn priors(&mut self, library: &Library) {
        const FILE: &str = "assets/estimate/priors.ron";
        let priors = &library.priors;
        let (found, class) = (&priors.found, &priors.seriousness);
        let chances = [
            ("clear", found.clear),
            ("arguable", found.arguable),
            ("weak", found.weak),
            ("as_proposed", class.as_proposed),
            ("next", class.next),
            ("farther", class.farther),
            ("share_floor", priors.share_floor),
            ("size_begins", priors.size_begins),
            ("circumstance_counted", priors.circumstance_counted),
            ("proportionality_unchanged", priors.proportionality_unchanged),
        ];
        for (key, chance) in chances.into_iter().filter(|(_, chance)| !is_share(*chance)) {
            self.problem(FILE, &[Word::Key(key)], format!("{key}: {chance} must lie between 0 % and 100 %"));
        }
        if found.clear < found.arguable || found.arguable < found.weak {
            let message = "found: the firmer an allegation, the more often it must be taken as found";
            self.problem(FILE, &[Word::Key("found")], message.to_owned());
        }
        let sum = class.as_proposed.plus(class.next).plus(class.farther);
        if sum != Rate::WHOLE {
            let message = format!("seriousness: the three chances add up to {sum}, not to 100 %");
            self.problem(FILE, &[Word::Key("seriousness")], message);
        }
        if priors.share_floor <= Rate::ZERO {
            self.problem(FILE, &[Word::Key("share_floor")], "share_floor: it must be above 0 %".to_owned());
        }
        if priors.turnover_floor <= 0 {
            self.problem(FILE, &[Word::Key("turnover_floor")], "turnover_floor: it must be above zero".to_owned());
        }
        // Of fewer, a percentile says nothing.
        if priors.samples < 1_000 {
            self.problem(FILE, &[Word::Key("samples")], "samples: draw a thousand at least".to_owned());
        }
    }

    fn scale(&mut self, library: &Library) {
        let scale = &library.scale;
        let points =
            [("in_order", scale.in_order), ("weak", scale.weak), ("arguable", scale.arguable), ("clear", scale.clear)];
        let falls = |pair: &&[(&str, u8)]| matches!(pair, [one, next] if next.1 > one.1);
        let wrong = points.windows(2).find(falls).and_then(<[_]>::last);
        if let Some((key, _)) = wrong.or_else(|| points.iter().find(|(_, points)| *points > 100)) {
            let message = format!("{key}: the points must fall from `in_order` to `clear`, from 100 at most");
            self.problem("assets/estimate/score.ron", &[Word::Key(key)], message);
        }
    }

    fn similarity(&mut self, library: &Library) {
        let weights = &library.similarity;
        let percents =
            [("no_kind", weights.no_kind), ("same_section", weights.same_section), ("at_least", weights.at_least)];
        let file = "assets/estimate/similarity.ron";
        for (key, percent) in percents.into_iter().filter(|(_, percent)| *percent > 100) {
            self.problem(file, &[Word::Key(key)], format!("{key}: {percent} is more than 100 percent"));
        }
        if weights.unlike_ratio < 2 {
            let message = "unlike_ratio: sizes are unlike from a ratio of 2 on at the least".to_owned();
            self.problem(file, &[Word::Key("unlike_ratio")], message);
        }
        if weights.shown == 0 {
            self.problem(file, &[Word::Key("shown")], "shown: show one decision at least".to_owned());
        }
    }
}

fn is_share(rate: Rate) -> bool {
    (Rate::ZERO..=Rate::WHOLE).contains(&rate)
}
