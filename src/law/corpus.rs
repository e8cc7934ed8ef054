//! All legal data together, as loaded and cross-checked by [`crate::library`].

use jiff::civil::Date;

use super::{
    Circumstance, Factor, Framework, Instrument, InstrumentId, Methodology, Provision, ProvisionId, Question,
    QuestionId, Questionnaire, Rule, RuleId, Tier,
};

/// The law the program knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Corpus {
    /// What can be cited.
    pub instruments: Vec<Instrument>,
    /// Tiers of maxima.
    pub framework: Framework,
    /// Provisions, in the order of the instrument.
    pub provisions: Vec<Provision>,
    /// Questions by topic, in the order in which they are asked.
    pub questionnaires: Vec<Questionnaire>,
    /// Rules, by topic.
    pub rules: Vec<Rule>,
    /// What weighs in the seriousness.
    pub factors: Vec<Factor>,
    /// The other circumstances.
    pub circumstances: Vec<Circumstance>,
    /// Methods of calculation.
    pub methodologies: Vec<Methodology>,
}

impl Corpus {
    /// The provision of this name.
    pub fn provision(&self, id: &ProvisionId) -> Option<&Provision> {
        self.provisions.iter().find(|provision| provision.id == *id)
    }

    /// Where a provision stands in the instrument, for ordering.
    pub fn provision_order(&self, id: &ProvisionId) -> usize {
        self.provisions.iter().position(|p| p.id == *id).unwrap_or(usize::MAX)
    }

    /// The tier a provision falls under; `None` where it carries no fine of its own.
    pub fn tier_of(&self, id: &ProvisionId) -> Option<&Tier> {
        self.framework.tier_of(self.provision(id)?)
    }

    /// The instrument of this name.
    pub fn instrument(&self, id: &InstrumentId) -> Option<&Instrument> {
        self.instruments.iter().find(|instrument| instrument.id == *id)
    }

    /// The rule of this name.
    pub fn rule(&self, id: &RuleId) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.id == *id)
    }

    /// All questions in the order in which they are asked.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.questionnaires.iter().flat_map(|topic| &topic.questions)
    }

    /// The question of this name.
    pub fn question(&self, id: &QuestionId) -> Option<&Question> {
        self.questions().find(|question| question.id == *id)
    }

    /// The method of this name, or the newest that applies on the day.
    pub fn methodology(&self, id: Option<&str>, day: Date) -> Option<&Methodology> {
        match id {
            Some(id) => self.methodologies.iter().find(|method| method.id.as_str() == id),
            None => self.methodologies.iter().filter(|method| method.applies_on(day)).max_by_key(|method| method.from),
        }
    }
}
