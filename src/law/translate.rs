//! The texts of the law in another language: every text that a reader sees has a key, by
//! which `assets/locale/<language>/law/*.ron` may translate it. A text without a translation
//! stays in the language of the data.

use std::collections::BTreeMap;

use super::{
    AnswerKind, Corpus, LawText, Methodology, NationalRules, Parameter, Question, Rule, StepKind, Tier, Vocabulary,
};

/// What is done with each text: its key, and the text to be replaced.
type Visit<'v> = &'v mut dyn FnMut(String, &mut String);

impl Corpus {
    /// The same law with these texts in place of its own.
    #[must_use]
    pub fn translated(&self, texts: &BTreeMap<String, String>) -> Self {
        let mut translated = self.clone();
        translated.each_text(&mut |key, text| {
            if let Some(other) = texts.get(&key) {
                text.clone_from(other);
            }
        });
        keep_names(&mut translated.vocabulary, &self.vocabulary);
        translated
    }

    /// The keys of all texts that can be translated.
    pub fn text_keys(&self) -> Vec<String> {
        let mut keys = Vec::new();
        self.clone().each_text(&mut |key, _| keys.push(key));
        keys
    }

    fn each_text(&mut self, visit: Visit<'_>) {
        for questionnaire in &mut self.questionnaires {
            visit(format!("questionnaire.{}", questionnaire.topic), &mut questionnaire.heading);
            questionnaire.questions.iter_mut().for_each(|question| of_question(question, visit));
        }
        self.rules.iter_mut().for_each(|rule| of_rule(rule, visit));
        self.weighed(visit);
        for known in &mut self.displacements {
            let key = LawText::Displacement(known.displaced.clone(), known.by.clone());
            visit(key.to_string(), &mut known.text);
        }
        for known in &mut self.contradictions {
            visit(LawText::Contradiction(known.id.clone()).to_string(), &mut known.text);
        }
        for provision in &mut self.provisions {
            visit(format!("provision.{}", provision.id), &mut provision.heading);
            numbered(&format!("provision.{}.note", provision.id), provision.note.iter_mut(), visit);
            numbered(&format!("provision.{}.no_rule", provision.id), provision.no_rule.iter_mut(), visit);
        }
        for framework in &mut self.frameworks {
            visit(LawText::Framework(framework.id.clone()).to_string(), &mut framework.name);
            if let Some(beginning) = &mut framework.beginning {
                visit(LawText::Beginning(framework.id.clone()).to_string(), &mut beginning.note);
            }
            framework.tiers.iter_mut().for_each(|tier| of_tier(tier, visit));
        }
        self.methodologies.iter_mut().for_each(|method| of_method(method, visit));
        self.national.iter_mut().for_each(|rules| of_country(rules, visit));
        for instrument in &mut self.instruments {
            visit(format!("instrument.{}", instrument.id), &mut instrument.title);
            visit(format!("instrument.{}.short", instrument.id), &mut instrument.short);
        }
        of_vocabulary(&mut self.vocabulary, visit);
    }

    /// Factors and circumstances.
    fn weighed(&mut self, visit: Visit<'_>) {
        for factor in &mut self.factors {
            visit(LawText::Factor(factor.id.clone()).to_string(), &mut factor.label);
            if let Some(note) = &mut factor.note {
                visit(LawText::FactorNote(factor.id.clone()).to_string(), note);
            }
            for (n, reading) in factor.readings.iter_mut().enumerate() {
                visit(LawText::FactorReading(factor.id.clone(), n).to_string(), &mut reading.reason);
            }
        }
        for circumstance in &mut self.circumstances {
            let key = LawText::Circumstance(circumstance.id.clone()).to_string();
            visit(key.clone(), &mut circumstance.label);
            numbered(&format!("{key}.note"), circumstance.note.iter_mut(), visit);
            for (n, reading) in circumstance.readings.iter_mut().enumerate() {
                visit(LawText::CircumstanceReading(circumstance.id.clone(), n).to_string(), &mut reading.reason);
            }
        }
    }
}

/// Several texts under one key, counted from zero.
fn numbered<'t>(key: &str, texts: impl Iterator<Item = &'t mut String>, visit: Visit<'_>) {
    for (n, text) in texts.enumerate() {
        visit(format!("{key}.{n}"), text);
    }
}

fn of_question(question: &mut Question, visit: Visit<'_>) {
    let key = LawText::Question(question.id.clone()).to_string();
    visit(key.clone(), &mut question.text);
    visit(format!("{key}.why"), &mut question.why);
    numbered(&format!("{key}.example"), question.examples.iter_mut(), visit);
    match &mut question.answer {
        AnswerKind::Choice(options) | AnswerKind::Several(options) => {
            for option in options {
                visit(format!("{key}.option.{}", option.id), &mut option.label);
            }
        }
        // A unit is a name: its words are messages.
        AnswerKind::YesNo | AnswerKind::Number { .. } | AnswerKind::Date | AnswerKind::Money => {}
    }
}

fn of_rule(rule: &mut Rule, visit: Visit<'_>) {
    visit(LawText::Rule(rule.id.clone()).to_string(), &mut rule.title);
    visit(LawText::Reasoning(rule.id.clone()).to_string(), &mut rule.reasoning);
    visit(format!("rule.{}.rebuttal", rule.id), &mut rule.rebuttal);
    visit(format!("rule.{}.remedy", rule.id), &mut rule.remedy.text);
}

fn of_tier(tier: &mut Tier, visit: Visit<'_>) {
    of_parameter(&mut tier.static_cap, visit);
    of_parameter(&mut tier.dynamic_cap, visit);
}

fn of_parameter<T>(parameter: &mut Parameter<T>, visit: Visit<'_>) {
    visit(LawText::Parameter(parameter.id.clone()).to_string(), &mut parameter.label);
    for (n, value) in parameter.values.iter_mut().enumerate() {
        if let Some(note) = &mut value.note {
            visit(LawText::ParameterNote(parameter.id.clone(), n).to_string(), note);
        }
    }
}

fn of_method(method: &mut Methodology, visit: Visit<'_>) {
    let id = method.id.clone();
    visit(format!("method.{id}"), &mut method.name);
    visit(format!("method.{id}.short"), &mut method.short);
    visit(format!("method.{id}.rounding"), &mut method.rounding_reason);
    numbered(&format!("method.{id}.left_to_judgement"), method.left_to_judgement.iter_mut(), visit);
    for (place, step) in method.steps.iter_mut().enumerate() {
        visit(LawText::Step(id.clone(), place).to_string(), &mut step.title);
        for (n, note) in step.notes.iter_mut().enumerate() {
            visit(LawText::StepNote(id.clone(), place, n).to_string(), &mut note.text);
        }
        if let Some(note) = step.kind.proposal_note_mut() {
            visit(LawText::Proposal(id.clone(), place).to_string(), note);
        }
        match &mut step.kind {
            StepKind::TurnoverAdjustment { without_turnover, .. } => {
                visit(LawText::WithoutTurnover(id.clone()).to_string(), &mut without_turnover.reason);
            }
            StepKind::LegalMaximum { unknown_turnover } => {
                visit(LawText::AssumedTurnover(id.clone()).to_string(), &mut unknown_turnover.reason);
            }
            StepKind::AbilityToPay(terms) => {
                for condition in &mut terms.conditions {
                    let key = LawText::Hardship(id.clone(), condition.id.clone());
                    visit(key.to_string(), &mut condition.text);
                }
            }
            StepKind::Concurrence
            | StepKind::Fault { .. }
            | StepKind::Seriousness { .. }
            | StepKind::Circumstances(_)
            | StepKind::Proportionality(_)
            | StepKind::Reprimand { .. }
            | StepKind::CategoryBand(_)
            | StepKind::DailyRate(_) => {}
        }
    }
}

fn of_country(rules: &mut NationalRules, visit: Visit<'_>) {
    let code = rules.country.clone();
    visit(LawText::Country(code.clone()).to_string(), &mut rules.name);
    for (n, note) in rules.notes.iter_mut().enumerate() {
        visit(LawText::CountryNote(code.clone(), n).to_string(), &mut note.text);
    }
    visit(LawText::PublicBodies(code.clone()).to_string(), &mut rules.public_bodies.text);
    for (n, own) in rules.public_bodies.particular.iter_mut().enumerate() {
        visit(LawText::ParticularBodies(code.clone(), n).to_string(), &mut own.text);
    }
    for procedure in &mut rules.procedures {
        visit(LawText::Procedure(code.clone(), procedure.id.clone()).to_string(), &mut procedure.label);
        visit(LawText::ProcedureTerms(code.clone(), procedure.id.clone()).to_string(), &mut procedure.text);
    }
    for reduction in &mut rules.reductions {
        visit(LawText::Reduction(code.clone(), reduction.id.clone()).to_string(), &mut reduction.label);
        visit(LawText::ReductionTerms(code.clone(), reduction.id.clone()).to_string(), &mut reduction.text);
    }
    if let Some(payment) = &mut rules.payment {
        visit(LawText::Payment(code.clone()).to_string(), &mut payment.text);
    }
    for (n, known) in rules.not_held.iter_mut().enumerate() {
        visit(LawText::NotHeld(code.clone(), n).to_string(), &mut known.text);
    }
}

fn of_vocabulary(vocabulary: &mut Vocabulary, visit: Visit<'_>) {
    for country in &mut vocabulary.countries.entries {
        visit(format!("country.{}", country.code), &mut country.name);
    }
    for sector in &mut vocabulary.sectors.entries {
        visit(format!("sector.{}", sector.code), &mut sector.name);
    }
    for topic in &mut vocabulary.topics.entries {
        visit(format!("topic.{}", topic.id), &mut topic.name);
    }
}

/// Keeps the names of the data's own language: a word in a matter means the same whatever
/// language is shown.
fn keep_names(shown: &mut Vocabulary, data: &Vocabulary) {
    let keep = |names: &mut Vec<String>, name: &str, known: &str| {
        if name != known {
            names.push(known.to_owned());
        }
    };
    for (country, known) in shown.countries.entries.iter_mut().zip(&data.countries.entries) {
        keep(&mut country.also, &country.name, &known.name);
    }
    for (sector, known) in shown.sectors.entries.iter_mut().zip(&data.sectors.entries) {
        keep(&mut sector.also, &sector.name, &known.name);
    }
    for (topic, known) in shown.topics.entries.iter_mut().zip(&data.topics.entries) {
        keep(&mut topic.formerly, &topic.name, &known.name);
    }
}
