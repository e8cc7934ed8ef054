//! Cross-references between data files: everything named must exist, everything
//! asked must be used, every range must hold its proposal.

use std::collections::{BTreeMap, BTreeSet};

use super::answers::answer_problems;
use super::citations::citations;
use super::{Library, Problem, packs, records, steps};
use crate::law::{Condition, Corpus, LimitedTo, PublicBodyRule, Question, QuestionId, StepKind, Tier};

/// All that does not hold together.
pub(super) fn check(library: &Library) -> Vec<Problem> {
    let mut check = Check { law: &library.law, problems: Vec::new() };
    check.citations();
    check.provisions(library);
    check.conditions();
    check.order();
    check.methodologies();
    check.decisions(library);
    check.presets(library);
    check.problems.extend(packs::problems(library));
    check.problems
}

struct Check<'a> {
    law: &'a Corpus,
    problems: Vec<Problem>,
}

impl Check<'_> {
    fn problem(&mut self, file: impl Into<String>, message: String) {
        self.problems.push(Problem { file: file.into(), position: None, message });
    }

    fn citations(&mut self) {
        let law = self.law;
        for cited in citations(law) {
            if law.instrument(&cited.citation.instrument).is_none() {
                let (of, instrument) = (&cited.of, &cited.citation.instrument);
                let message = format!("`{of}` cites `{instrument}`, which no file under assets/law/instruments has");
                self.problem(cited.file, message);
            }
        }
        for question in law.questions().filter(|question| question.citations.is_empty()) {
            let message = format!("`{}` cites nothing: say which law it is asked for", question.id);
            self.problem("assets/questionnaire", message);
        }
        for rule in law.rules.iter().filter(|rule| rule.citations.is_empty()) {
            self.problem("assets/law/gdpr/rules", format!("`{}` cites nothing", rule.id));
        }
    }

    fn provisions(&mut self, library: &Library) {
        let law = self.law;
        self.unique("assets/law/gdpr/provisions.ron", law.provisions.iter().map(|p| p.id.to_string()));
        self.unique("assets/law/instruments", law.instruments.iter().map(|i| i.id.to_string()));
        self.unique("assets/law/gdpr/rules", law.rules.iter().map(|rule| rule.id.to_string()));
        self.unique("assets/questionnaire", law.questions().map(|question| question.id.to_string()));
        for framework in &law.frameworks {
            for provision in law.provisions.iter().filter(|provision| provision.tier.is_some()) {
                let Some(tier) = framework.tier_of(provision) else {
                    let message = format!("`{}` has a tier that framework `{}` lacks", provision.id, framework.id);
                    self.problem("assets/law/gdpr/provisions.ron", message);
                    continue;
                };
                let same = |point| framework.tier_around(point).is_some_and(|other| maxima_agree(tier, other));
                if !provision.also.iter().all(same) {
                    let message = format!("`{}`: what stands under `also` must have the same maxima", provision.id);
                    self.problem("assets/law/gdpr/provisions.ron", message);
                }
            }
        }
        for provision in law.provisions.iter().filter(|provision| provision.tier.is_some()) {
            let ruled = law.rules.iter().any(|rule| rule.provision == provision.id);
            if ruled == provision.no_rule.is_some() {
                let message = format!(
                    "`{}` needs either a rule that alleges it or `no_rule`, the reason why there is none",
                    provision.id
                );
                self.problem("assets/law/gdpr/provisions.ron", message);
            }
        }
        for displacement in &law.displacements {
            for provision in [&displacement.displaced, &displacement.by] {
                if law.provision(provision).is_none() {
                    let message = format!("`{provision}` is not a provision provisions.ron knows");
                    self.problem("assets/law/gdpr/concurrence.ron", message);
                }
            }
        }
        let countries: BTreeSet<&String> = law.frameworks.iter().flat_map(|framework| &framework.territory).collect();
        for rules in law.national.iter().filter(|rules| !countries.contains(&rules.country)) {
            let message = format!("no framework applies in `{}`", rules.country);
            self.problem("assets/law/national", message);
        }
        self.unique("assets/law/national", law.national.iter().map(|rules| rules.country.clone()));
        for problem in law.rates.problems() {
            self.problem("assets/law/rates/ecb.ron", problem);
        }
        for rules in &law.national {
            let bodies = &rules.public_bodies;
            let caps = std::iter::once(&bodies.rule).chain(bodies.particular.iter().map(|own| &own.rule));
            for rule in caps.clone() {
                let mut currencies = rule.caps().iter().map(|cap| cap.cap.currency());
                let first = currencies.next();
                if currencies.any(|currency| Some(currency) != first) {
                    let file = format!("assets/law/national/{}.ron", rules.country);
                    self.problem(file, "the caps of one rule must be in one currency".to_owned());
                }
            }
            for limitation in &rules.limitation {
                let file = format!("assets/law/national/{}.ron", rules.country);
                if limitation.months == 0 {
                    self.problem(file.clone(), "a limitation period has at least one month".to_owned());
                }
                let LimitedTo::Tiers(tiers) = &limitation.applies_to else { continue };
                for tier in tiers.iter().filter(|tier| law.frameworks.iter().all(|known| known.tier(tier).is_none())) {
                    self.problem(file.clone(), format!("there is no tier `{tier}` that a limitation period is for"));
                }
            }
            let caps = caps.flat_map(PublicBodyRule::caps);
            for cap in caps.filter(|cap| law.frameworks.iter().all(|framework| framework.tier(&cap.tier).is_none())) {
                let file = format!("assets/law/national/{}.ron", rules.country);
                self.problem(file, format!("there is no tier `{}` to cap", cap.tier));
            }
        }
        for rule in &law.rules {
            for id in rule.decided.iter().filter(|id| library.decision(id).is_none()) {
                let message = format!("`{}` names the decision `{id}`, which assets/decisions does not have", rule.id);
                self.problem("assets/law/gdpr/rules", message);
            }
            if law.provision(&rule.provision).is_none() {
                let message = format!("`{}` alleges `{}`, which provisions.ron does not have", rule.id, rule.provision);
                self.problem("assets/law/gdpr/rules", message);
            }
        }
    }

    fn unique(&mut self, file: &str, ids: impl Iterator<Item = String>) {
        let mut seen = BTreeSet::new();
        for id in ids {
            if !seen.insert(id.clone()) {
                self.problem(file, format!("`{id}` stands here twice"));
            }
        }
    }

    /// Every question a condition looks at exists and has that option; every
    /// question is looked at by a rule, a factor, a circumstance or a method.
    fn conditions(&mut self) {
        let law = self.law;
        let questions: BTreeMap<&QuestionId, &Question> =
            law.questions().map(|question| (&question.id, question)).collect();
        let mut used = BTreeSet::new();
        for (file, owner, condition, decides) in conditions(law) {
            for id in condition.questions() {
                if !questions.contains_key(id) {
                    self.problem(file, format!("`{owner}` asks for `{id}`, which no questionnaire has"));
                }
                if decides {
                    used.insert(id);
                }
            }
            for (id, option) in condition.options() {
                let known =
                    questions.get(id).is_none_or(|question| question.answer.options().iter().any(|o| o.id == *option));
                if !known {
                    self.problem(
                        file,
                        format!("`{owner}` asks `{id}` for `{option}`, which is not one of its options"),
                    );
                }
            }
        }
        for id in questions.keys().filter(|id| !used.contains(**id) && !feeds_comparison(id)) {
            self.problem("assets/questionnaire", format!("`{id}` is used by no rule, factor or circumstance"));
        }
    }

    /// A question is asked after those that decide whether it is.
    fn order(&mut self) {
        let law = self.law;
        let mut before = BTreeSet::new();
        for question in law.questions() {
            for gate in question.when.questions().into_iter().filter(|gate| !before.contains(gate)) {
                let message = format!("`{}` depends on `{gate}`, which must stand before it", question.id);
                self.problem("assets/questionnaire", message);
            }
            before.insert(&question.id);
        }
    }

    fn methodologies(&mut self) {
        let law = self.law;
        self.unique("methodologies", law.methodologies.iter().map(|method| method.id.to_string()));
        for method in &law.methodologies {
            let file = format!("assets/law/{}/methodologies/{}.ron", method.framework, method.id);
            if law.framework_of(method).is_none() {
                self.problem(&file, format!("there is no framework `{}`", method.framework));
            }
            for step in &method.steps {
                for problem in steps::problems(&step.kind) {
                    self.problem(&file, format!("step {} `{}`: {problem}", step.number, step.title));
                }
            }
        }
    }

    fn decisions(&mut self, library: &Library) {
        for (file, message) in records::problems(library) {
            self.problem(file, message);
        }
    }

    fn presets(&mut self, library: &Library) {
        for preset in &library.presets {
            let file = format!("presets/{}", preset.file);
            let decided = preset.case_file.decided_as.as_deref();
            if let Some(id) = decided.filter(|id| library.decision(id).is_none()) {
                self.problem(&file, format!("decided_as names `{id}`, which assets/decisions does not have"));
            }
            for problem in answer_problems(&preset.case_file, self.law) {
                self.problem(&file, problem.message);
            }
        }
    }
}

/// Whether two tiers have the same maxima at all times.
fn maxima_agree(one: &Tier, other: &Tier) -> bool {
    let fixed = |tier: &Tier| tier.static_cap.values.iter().map(|dated| (dated.from, dated.value)).collect::<Vec<_>>();
    let share = |tier: &Tier| tier.dynamic_cap.values.iter().map(|dated| (dated.from, dated.value)).collect::<Vec<_>>();
    fixed(one) == fixed(other) && share(one) == share(other)
}

/// Questions that only the comparison with decided cases reads.
fn feeds_comparison(id: &QuestionId) -> bool {
    id.as_str().starts_with("processing.")
}

/// Every condition of the law: its file, whose it is, and whether it decides
/// something (rather than whether a question is asked).
fn conditions(law: &Corpus) -> Vec<(&'static str, String, &Condition, bool)> {
    let mut all = Vec::new();
    for question in law.questions() {
        all.push(("assets/questionnaire", question.id.to_string(), &question.when, false));
    }
    for rule in &law.rules {
        for grade in &rule.grades {
            all.push(("assets/law/gdpr/rules", rule.id.to_string(), &grade.when, true));
        }
    }
    for factor in &law.factors {
        for reading in &factor.readings {
            all.push(("assets/law/gdpr/factors.ron", factor.id.to_string(), &reading.when, true));
        }
    }
    for circumstance in &law.circumstances {
        for reading in &circumstance.readings {
            all.push(("assets/law/gdpr/circumstances.ron", circumstance.id.to_string(), &reading.when, true));
        }
    }
    for known in &law.contradictions {
        all.push(("assets/law/gdpr/contradictions.ron", known.id.clone(), &known.when, false));
    }
    for method in &law.methodologies {
        for step in &method.steps {
            if let StepKind::Fault { absent_when, .. } = &step.kind {
                all.push(("assets/law/gdpr/methodologies", method.id.to_string(), absent_when, true));
            }
        }
    }
    all
}
