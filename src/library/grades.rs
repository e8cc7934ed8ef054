//! Whether answers are possible by which every condition holds, and every grade of a rule and
//! every reading of a factor or circumstance is reached.

use super::Problem;
use super::conditions::{nth, stated};
use super::reach::Reach;
use super::sources::{Sources, Word};
use crate::law::{Bound, Condition, Corpus, FactorId, Provision, Role, Rule, Scope, Strength};

const RULES: &str = "assets/law/gdpr/rules";

/// All that can never be reached. The conditions must be of the right form.
pub(super) fn problems(law: &Corpus, sources: Sources<'_>) -> Vec<Problem> {
    let mut check = Check { law, reach: Reach::of(law), sources, problems: Vec::new() };
    for stated in stated(law) {
        if !check.reach.is_possible(&[stated.condition], &[]) {
            let message = format!("`{}`: no answers are possible by which this condition holds", stated.of);
            check.problem(&stated.file, &stated.at, message);
        }
    }
    for rule in &law.rules {
        check.scope(rule);
        check.order(rule);
        check.grades(rule);
        check.facts(rule);
    }
    for of in &law.factors {
        let readings: Vec<_> = of.readings.iter().map(|reading| (&reading.when, true)).collect();
        check.readings("assets/law/gdpr/factors.ron", &of.id, "weight", &readings);
    }
    for of in &law.circumstances {
        // Past one whose facts are infringements as well, the next may be asked too.
        let readings: Vec<_> =
            of.readings.iter().map(|reading| (&reading.when, reading.alleged_as.is_empty())).collect();
        check.readings("assets/law/gdpr/circumstances.ron", &of.id, "direction", &readings);
    }
    check.problems
}

struct Check<'a> {
    law: &'a Corpus,
    reach: Reach<'a>,
    sources: Sources<'a>,
    problems: Vec<Problem>,
}

impl Check<'_> {
    fn problem(&mut self, file: &str, at: &[Word<'_>], message: String) {
        self.problems.push(self.sources.problem(file, at, message));
    }

    /// A rule is about the organisation exactly where all that it looks at is.
    fn scope(&mut self, rule: &Rule) {
        let law = self.law;
        let elsewhere = |id: &&_| law.question(id).is_some_and(|question| question.scope != Scope::Organisation);
        let questions: Vec<_> = rule.grades.iter().flat_map(|grade| grade.when.questions()).collect();
        let message = match (rule.scope, questions.iter().copied().find(elsewhere)) {
            (Scope::Organisation, Some(question)) => {
                format!("`{}`: it is about the organisation as a whole, and `{question}` is not asked of it", rule.id)
            }
            (Scope::Organisation, None) if questions.is_empty() => {
                format!("`{}`: only a rule with grades of its own is about the organisation", rule.id)
            }
            (Scope::Operation, None) if !questions.is_empty() => {
                format!("`{}`: all that it looks at is asked of the organisation: write `scope: Organisation`", rule.id)
            }
            (Scope::Case(_), _) => {
                format!("`{}`: a rule is about the organisation or about an operation", rule.id)
            }
            (Scope::Organisation | Scope::Operation, _) => return,
        };
        let key = if rule.scope == Scope::Operation { "provision" } else { "scope" };
        self.problem(RULES, &nth(rule.id.as_str(), key, 0), message);
    }

    fn order(&mut self, rule: &Rule) {
        for (place, pair) in rule.grades.windows(2).enumerate() {
            if let [first, second] = pair
                && second.strength > first.strength
            {
                let message = format!(
                    "`{}`: {} stands after {}; grades go from the firmest to the weakest",
                    rule.id,
                    word(second.strength),
                    word(first.strength)
                );
                self.problem(RULES, &nth(rule.id.as_str(), "strength", place + 1), message);
            }
        }
    }

    fn grades(&mut self, rule: &Rule) {
        let bound = self.law.provision(&rule.provision).map_or(Condition::Always, roles);
        let grades: Vec<&Condition> = rule.grades.iter().map(|grade| &grade.when).collect();
        for (place, grade) in rule.grades.iter().enumerate() {
            let before = grades.get(..place).unwrap_or_default();
            if self.reach.is_possible(&[&grade.when], &[]) && !self.reach.is_possible(&[&grade.when, &bound], before) {
                let message = format!(
                    "`{}`: {} can never be reached: whenever it holds, a grade before it does, or its provision does \
                     not bind",
                    rule.id,
                    word(grade.strength)
                );
                self.problem(RULES, &nth(rule.id.as_str(), "strength", place), message);
            }
        }
    }

    /// A clear allegation rests on facts: no question that needs weighing decides it.
    fn facts(&mut self, rule: &Rule) {
        let law = self.law;
        for (place, grade) in rule.grades.iter().enumerate().filter(|(_, grade)| grade.strength == Strength::Clear) {
            if !grade.when.exceptions().is_empty() {
                let message =
                    format!("`{}`: Clear needs every exception answered away, and Unless leaves one open", rule.id);
                self.problem(RULES, &nth(rule.id.as_str(), "strength", place), message);
            }
            let judged = |id: &&_| law.question(id).is_some_and(|question| question.judgement);
            let Some(weighed) = grade.when.questions().into_iter().find(judged) else { continue };
            let message = format!("`{}`: Clear rests on facts, and `{weighed}` needs a judgement", rule.id);
            self.problem(RULES, &nth(rule.id.as_str(), "strength", place), message);
        }
    }

    fn readings(&mut self, file: &str, id: &FactorId, key: &str, readings: &[(&Condition, bool)]) {
        for (place, (reading, _)) in readings.iter().enumerate() {
            let before = readings.iter().take(place).filter(|(_, settles)| *settles);
            let before: Vec<&Condition> = before.map(|(when, _)| *when).collect();
            if self.reach.is_possible(&[reading], &[]) && !self.reach.is_possible(&[reading], &before) {
                let message = format!("`{id}`: this reading can never be reached: one before it always holds too");
                self.problem(file, &nth(id.as_str(), key, place), message);
            }
        }
    }
}

fn word(strength: Strength) -> &'static str {
    match strength {
        Strength::Weak => "Weak",
        Strength::Arguable => "Arguable",
        Strength::Clear => "Clear",
    }
}

/// In which roles an organisation can infringe a provision.
fn roles(provision: &Provision) -> Condition {
    let mut roles = Vec::new();
    if provision.bound.contains(&Bound::Controller) {
        roles.extend([Role::Controller, Role::Joint]);
    }
    if provision.bound.contains(&Bound::Processor) {
        roles.push(Role::Processor);
    }
    Condition::Role(roles)
}
