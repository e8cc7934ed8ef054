//! Cross-references between data files: everything named must exist, everything
//! asked must be used, every range must hold its proposal.

use std::collections::BTreeSet;

use super::answers::answer_problems;
use super::citations::citations;
use super::sources::{Sources, Word, meant};
use super::steps::method_file;
use super::{DataFile, Library, Problem, beside, conditions, figures, grades, languages, questions, records};
use crate::law::{Corpus, Direction, Provision, Rule, StepKind, Tier};

/// All that does not hold together.
pub(super) fn check(library: &Library, files: &[DataFile]) -> Vec<Problem> {
    let sources = Sources { files };
    let figures = figures::problems(library, sources);
    // Where a maximum is wrong, those compared with it are not.
    let maxima_hold = !figures.iter().any(|problem| problem.file.ends_with("/framework.ron"));
    let mut check = Check { law: &library.law, sources, maxima_hold, problems: Vec::new() };
    check.citations();
    check.stand_once();
    check.provisions();
    check.rules(library);
    check.weighing();
    check.methodologies(library);
    check.national();
    check.presets(library);
    let mut problems = check.problems;
    let conditions = conditions::problems(&library.law, sources);
    // Only what is of the right form can be tried.
    if conditions.is_empty() {
        problems.extend(grades::problems(&library.law, sources));
    }
    problems.extend(conditions);
    problems.extend(conditions::unused(&library.law, sources));
    problems.extend(questions::problems(&library.law, sources));
    problems.extend(figures);
    problems.extend(beside::problems(&library.law, sources));
    problems.extend(records::problems(library, sources));
    problems.extend(languages::problems(library, sources));
    problems
}

const PROVISIONS: &str = "assets/law/gdpr/provisions.ron";
const RULES: &str = "assets/law/gdpr/rules";
const QUESTIONS: &str = "assets/questionnaire";

struct Check<'a> {
    law: &'a Corpus,
    sources: Sources<'a>,
    /// Whether the maxima of the frameworks are plausible.
    maxima_hold: bool,
    problems: Vec<Problem>,
}

impl Check<'_> {
    fn problem(&mut self, file: &str, at: &[Word<'_>], message: String) {
        self.problems.push(self.sources.problem(file, at, message));
    }

    fn citations(&mut self) {
        let law = self.law;
        for cited in citations(law) {
            let (of, instrument, pinpoint) = (&cited.of, &cited.citation.instrument, &cited.citation.pinpoint);
            let at = [Word::Of("instrument", instrument.as_str())];
            if law.instrument(instrument).is_none() {
                let near = meant(instrument.as_str(), law.instruments.iter().map(|known| known.id.as_str()));
                let message =
                    format!("`{of}` cites `{instrument}`, which no file under assets/law/instruments has{near}");
                self.problem(&cited.file, &at, message);
            } else if law.frameworks.first().is_some_and(|first| first.id == instrument.as_str())
                && let Some(fault) = law.articles.fault_of_citation(pinpoint)
            {
                let message = format!("`{of}` cites {pinpoint}: {fault}");
                self.problem(&cited.file, &[Word::Of("pinpoint", pinpoint)], message);
            }
        }
        for question in law.questions().filter(|question| question.citations.is_empty()) {
            let message = format!("`{}` cites nothing: say which law it is asked for", question.id);
            self.problem(QUESTIONS, &[Word::Of("id", question.id.as_str())], message);
        }
        for rule in law.rules.iter().filter(|rule| rule.citations.is_empty()) {
            self.problem(RULES, &[Word::Of("id", rule.id.as_str())], format!("`{}` cites nothing", rule.id));
        }
    }

    /// No name stands twice.
    fn stand_once(&mut self) {
        let law = self.law;
        self.unique(PROVISIONS, law.provisions.iter().map(|provision| provision.id.as_str()));
        self.unique("assets/law/instruments", law.instruments.iter().map(|instrument| instrument.id.as_str()));
        self.unique(RULES, law.rules.iter().map(|rule| rule.id.as_str()));
        self.unique(QUESTIONS, law.questions().map(|question| question.id.as_str()));
        self.unique("assets/law/gdpr/factors.ron", law.factors.iter().map(|factor| factor.id.as_str()));
        self.unique("assets/law/gdpr/circumstances.ron", law.circumstances.iter().map(|known| known.id.as_str()));
        self.unique("assets/law/gdpr/contradictions.ron", law.contradictions.iter().map(|known| known.id.as_str()));
        for question in law.questions() {
            let options = question.answer.options().iter().map(|option| option.id.as_str());
            let mut seen = BTreeSet::new();
            for option in options.filter(|option| !seen.insert(*option)) {
                let at = [Word::Of("id", question.id.as_str()), Word::Of("id", option), Word::Of("id", option)];
                self.problem(QUESTIONS, &at, format!("`{}` has the option `{option}` twice", question.id));
            }
        }
    }

    fn unique<'n>(&mut self, file: &str, ids: impl Iterator<Item = &'n str>) {
        let mut seen = BTreeSet::new();
        for id in ids {
            if !seen.insert(id) {
                self.problem(file, &[Word::Of("id", id), Word::Of("id", id)], format!("`{id}` stands here twice"));
            }
        }
    }

    fn provisions(&mut self) {
        let law = self.law;
        // Those of a law beside data protection law are looked at on their own.
        let own = |provision: &&Provision| law.beside_of(provision).is_none();
        let taxed = || law.provisions.iter().filter(own).filter(|provision| provision.tier.is_some());
        for provision in &law.provisions {
            let known = law.articles.articles.contains_key(provision.id.article());
            if let Some(fault) = law.articles.fault(&provision.id).filter(|_| known) {
                let at = [Word::Of("id", provision.id.as_str())];
                self.problem(PROVISIONS, &at, format!("`{}`: {fault}", provision.id));
            }
        }
        for framework in &law.frameworks {
            for provision in taxed() {
                let at = [Word::Of("id", provision.id.as_str()), Word::Key("tier")];
                let Some(tier) = framework.tier_of(provision) else {
                    let message = format!("`{}` has a tier that framework `{}` lacks", provision.id, framework.id);
                    self.problem(PROVISIONS, &at, message);
                    continue;
                };
                let same = |point| framework.tier_around(point).is_some_and(|other| maxima_agree(tier, other));
                if self.maxima_hold && !provision.also.iter().all(same) {
                    let message = format!("`{}`: what stands under `also` must have the same maxima", provision.id);
                    self.problem(PROVISIONS, &at, message);
                }
            }
        }
        for provision in taxed() {
            let ruled = law.rules.iter().any(|rule| rule.provision == provision.id);
            if ruled == provision.no_rule.is_some() {
                let message = format!(
                    "`{}` needs either a rule that alleges it or `no_rule`, the reason why there is none",
                    provision.id
                );
                self.problem(PROVISIONS, &[Word::Of("id", provision.id.as_str())], message);
            }
        }
        let names = || law.provisions.iter().map(|known| known.id.as_str());
        for displacement in &law.displacements {
            for (key, provision) in [("displaced", &displacement.displaced), ("by", &displacement.by)] {
                if law.provision(provision).is_none() {
                    let near = meant(provision.as_str(), names());
                    let message = format!("`{provision}` is not a provision provisions.ron knows{near}");
                    self.problem("assets/law/gdpr/concurrence.ron", &[Word::Of(key, provision.as_str())], message);
                }
            }
        }
    }

    fn rules(&mut self, library: &Library) {
        let law = self.law;
        for rule in &law.rules {
            let id = Word::Of("id", rule.id.as_str());
            for name in rule.decided.iter().filter(|name| library.decision(name).is_none()) {
                let near = meant(name, library.decisions.iter().map(|decision| decision.id.as_str()));
                let message =
                    format!("`{}` names the decision `{name}`, which assets/decisions does not have{near}", rule.id);
                self.problem(RULES, &[id, Word::Quoted(name)], message);
            }
            if law.provision(&rule.provision).is_none() {
                let near = meant(rule.provision.as_str(), law.provisions.iter().map(|known| known.id.as_str()));
                let message =
                    format!("`{}` alleges `{}`, which provisions.ron does not have{near}", rule.id, rule.provision);
                self.problem(RULES, &[id, Word::Of("provision", rule.provision.as_str())], message);
            }
            self.companion(rule);
        }
    }

    /// A rule has grades, or names what it is charged beside.
    fn companion(&mut self, rule: &Rule) {
        let id = Word::Of("id", rule.id.as_str());
        if rule.grades.is_empty() && rule.beside.is_empty() {
            let message = format!("`{}` has no grade, so it can never allege anything", rule.id);
            self.problem(RULES, &[id, Word::Key("grades")], message);
        }
        if !rule.grades.is_empty() && !rule.beside.is_empty() {
            let message = format!("`{}` has grades and `beside`: write two rules", rule.id);
            self.problem(RULES, &[id, Word::Key("beside")], message);
        }
        let provisions = &self.law.provisions;
        for main in &rule.beside {
            if *main == rule.provision {
                let message = format!("`{}`: `{main}` cannot be charged beside itself", rule.id);
                self.problem(RULES, &[id, Word::Key("beside")], message);
            }
            if !provisions.iter().any(|known| known.id == *main) {
                let near = meant(main.as_str(), provisions.iter().map(|known| known.id.as_str()));
                let message = format!("`{}` stands beside `{main}`, which provisions.ron does not have{near}", rule.id);
                self.problem(RULES, &[id, Word::Quoted(main.as_str())], message);
            }
        }
    }

    /// Letters of Art. 83(2), and directions that the circumstance allows.
    fn weighing(&mut self) {
        const FILE: &str = "assets/law/gdpr/circumstances.ron";
        let law = self.law;
        for factor in law.factors.iter().filter(|factor| !matches!(factor.letter.as_str(), "a" | "b" | "g")) {
            let at = [Word::Of("id", factor.id.as_str()), Word::Key("letter")];
            let message = format!(
                "`{}`: the seriousness rests on the letters a, b and g of Art. 83(2), not on `{}`",
                factor.id, factor.letter
            );
            self.problem("assets/law/gdpr/factors.ron", &at, message);
        }
        for circumstance in &law.circumstances {
            let id = Word::Of("id", circumstance.id.as_str());
            if !matches!(circumstance.letter.as_bytes(), [b'c'..=b'f' | b'h'..=b'k']) {
                let message = format!(
                    "`{}`: the other circumstances are the letters c to f and h to k of Art. 83(2), not `{}`",
                    circumstance.id, circumstance.letter
                );
                self.problem(FILE, &[id, Word::Key("letter")], message);
            }
            for (place, reading) in circumstance.readings.iter().enumerate() {
                for alleged in reading.alleged_as.iter().filter(|alleged| law.provision(alleged).is_none()) {
                    let near = meant(alleged.as_str(), law.provisions.iter().map(|known| known.id.as_str()));
                    let message = format!("`{}`: there is no provision `{alleged}`{near}", circumstance.id);
                    self.problem(FILE, &[id, Word::Quoted(alleged.as_str())], message);
                }
                if !circumstance.allowed.contains(&reading.direction) {
                    let at: Vec<Word<'_>> = [id, Word::Key("readings")]
                        .into_iter()
                        .chain((0..=place).map(|_| Word::Key("direction")))
                        .collect();
                    let allowed: Vec<&str> = circumstance.allowed.iter().map(|allowed| named(*allowed)).collect();
                    let message = format!(
                        "`{}` is read as {}, and allows {} only",
                        circumstance.id,
                        named(reading.direction),
                        allowed.join(", ")
                    );
                    self.problem(FILE, &at, message);
                }
            }
        }
    }

    fn methodologies(&mut self, library: &Library) {
        let law = self.law;
        self.unique("assets/law", law.methodologies.iter().map(|method| method.id.as_str()));
        for method in &law.methodologies {
            let file = method_file(method);
            if law.framework_of(method).is_none() {
                let near = meant(&method.framework, law.frameworks.iter().map(|known| known.id.as_str()));
                let message = format!("there is no framework `{}`{near}", method.framework);
                self.problem("assets/law", &[Word::Of("framework", &method.framework)], message);
            }
            if method.to.is_some_and(|to| to < method.from) {
                self.problem(&file, &[Word::Key("to")], "it ends before it begins".to_owned());
            }
            for step in &method.steps {
                let StepKind::CategoryBand(bands) = &step.kind else { continue };
                for of in &bands.provisions {
                    if let Some(fault) = law.articles.fault(&of.provision) {
                        let at = [Word::Of("provision", of.provision.as_str())];
                        self.problem(&file, &at, format!("`{}`: {fault}", of.provision));
                    }
                }
                for assumed in &bands.assumed {
                    if law.framework_of(method).is_some_and(|framework| framework.tier(&assumed.tier).is_none()) {
                        let at = [Word::Of("tier", assumed.tier.as_str())];
                        self.problem(&file, &at, format!("there is no tier `{}`", assumed.tier));
                    }
                }
            }
        }
        for decision in &library.decisions {
            if let Some(id) = decision.method.as_ref().filter(|id| law.methodology(id.as_str()).is_none()) {
                let near = meant(id.as_str(), law.methodologies.iter().map(|known| known.id.as_str()));
                let file = format!("assets/decisions/{}.ron", decision.id);
                let message = format!("there is no method `{id}`{near}");
                self.problem(&file, &[Word::Of("method", id.as_str())], message);
            }
        }
    }

    fn national(&mut self) {
        let law = self.law;
        let countries: BTreeSet<&String> = law.frameworks.iter().flat_map(|framework| &framework.territory).collect();
        for rules in law.national.iter().filter(|rules| !countries.contains(&rules.country)) {
            let at = [Word::Of("country", rules.country.as_str())];
            let message = format!("no framework applies in `{}`", rules.country);
            self.problem("assets/law/national", &at, message);
        }
        let mut seen = BTreeSet::new();
        for rules in law.national.iter().filter(|rules| !seen.insert(&rules.country)) {
            let at = [Word::Of("country", rules.country.as_str())];
            self.problem("assets/law/national", &at, format!("`{}` stands here twice", rules.country));
        }
        for problem in law.rates.problems() {
            self.problem("assets/law/rates/ecb.ron", &[], problem);
        }
        for problem in law.prices.problems() {
            self.problem("assets/law/rates/hicp.ron", &[], problem);
        }
    }

    fn presets(&mut self, library: &Library) {
        for preset in &library.presets {
            let file = format!("presets/{}", preset.file);
            let decided = preset.case_file.decided_as.as_deref();
            if let Some(id) = decided.filter(|id| library.decision(id).is_none()) {
                let near = meant(id, library.decisions.iter().map(|decision| decision.id.as_str()));
                let message = format!("decided_as names `{id}`, which assets/decisions does not have{near}");
                self.problem(&file, &[Word::Of("decided_as", id)], message);
            }
            for problem in answer_problems(&preset.case_file, self.law) {
                let at: Vec<Word<'_>> = problem.place.iter().map(|part| Word::read(part)).collect();
                self.problem(&file, &at, problem.message);
            }
        }
    }
}

fn named(direction: Direction) -> &'static str {
    match direction {
        Direction::Mitigating => "Mitigating",
        Direction::Neutral => "Neutral",
        Direction::Aggravating => "Aggravating",
    }
}

/// Whether two tiers have the same maxima at all times.
fn maxima_agree(one: &Tier, other: &Tier) -> bool {
    let fixed = |tier: &Tier| tier.static_cap.values.iter().map(|dated| (dated.from, dated.value)).collect::<Vec<_>>();
    let share = |tier: &Tier| {
        let cap = tier.dynamic_cap.iter().flat_map(|cap| &cap.values);
        cap.map(|dated| (dated.from, dated.value)).collect::<Vec<_>>()
    };
    fixed(one) == fixed(other) && share(one) == share(other)
}
