//! All legal data together, as loaded and cross-checked by [`crate::library`].

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{
    Articles, Beginning, Beside, Circumstance, Contradiction, Displacement, Factor, FactorId, Framework, Instrument,
    InstrumentId, Methodology, NationalRules, Provision, ProvisionId, Question, QuestionId, Questionnaire, Rates, Rule,
    RuleId, Tier, TierId, TopicId, UndertakingKind, Vocabulary,
};

/// The law the program knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Corpus {
    /// The words a matter, a decision and a rule share.
    pub vocabulary: Vocabulary,
    /// What can be cited.
    pub instruments: Vec<Instrument>,
    /// Tiers of maxima of data protection law, framework by framework.
    pub frameworks: Vec<Framework>,
    /// Laws beside data protection law, on cookies and direct marketing.
    pub beside: Vec<Framework>,
    /// Provisions, in the order of the instrument, those of laws beside the last.
    /// How articles are divided.
    pub articles: Articles,
    /// Provisions, in the order of the instrument.
    pub provisions: Vec<Provision>,
    /// Questions by topic, in the order in which they are asked.
    pub questionnaires: Vec<Questionnaire>,
    /// Rules, by topic.
    pub rules: Vec<Rule>,
    /// The topic of each rule.
    pub rule_topics: BTreeMap<RuleId, TopicId>,
    /// What weighs in the seriousness.
    pub factors: Vec<Factor>,
    /// The other circumstances.
    pub circumstances: Vec<Circumstance>,
    /// When one infringement may displace another.
    pub displacements: Vec<Displacement>,
    /// Answers that contradict each other.
    pub contradictions: Vec<Contradiction>,
    /// Methods of calculation.
    pub methodologies: Vec<Methodology>,
    /// What countries add.
    pub national: Vec<NationalRules>,
    /// Rates of exchange.
    pub rates: Rates,
}

/// A country's code as the data writes it: ISO 3166 in capitals; the codes the European
/// institutions use for the United Kingdom and Greece mean the same.
pub fn country_code(country: &str) -> String {
    match country.trim().to_uppercase().as_str() {
        "UK" => "GB".to_owned(),
        "EL" => "GR".to_owned(),
        code => code.to_owned(),
    }
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

    /// The name of the tier a provision falls under, the same in every framework
    /// that keeps Art. 83; `None` where it carries no fine of its own.
    pub fn tier_of(&self, id: &ProvisionId) -> Option<TierId> {
        let provision = self.provision(id)?;
        let all = self.frameworks.iter().chain(&self.beside);
        all.filter_map(|framework| framework.tier_of(provision)).map(|tier| tier.id.clone()).next()
    }

    /// The fixed maximum of a tier, in the minor unit of its currency, by the framework that has it.
    pub fn highest_of(&self, tier: &TierId) -> Option<i64> {
        let mut all = self.frameworks.iter().chain(&self.beside);
        let tier = all.find_map(|framework| framework.tier(tier))?;
        tier.static_cap.values.last().map(|dated| dated.value.minor())
    }

    /// The tier of this name as a method comes to it: that of its framework, or of a law
    /// beside that. `None` where no amount can be set with the method.
    pub fn tier_by(&self, methodology: &Methodology, id: &TierId) -> Option<&Tier> {
        let own = self.framework_of(methodology).and_then(|framework| framework.tier(id));
        own.or_else(|| self.tier_beside(id).map(|(_, tier)| tier).filter(|tier| tier.is_priced_by(methodology)))
    }

    /// The tier of this name of a law beside data protection law.
    pub fn tier_beside(&self, id: &TierId) -> Option<(&Framework, &Tier)> {
        self.beside.iter().find_map(|framework| Some((framework, framework.tier(id)?)))
    }

    /// The law beside data protection law that a provision belongs to, where it is one.
    pub fn beside_of(&self, provision: &Provision) -> Option<(&Framework, &Beside)> {
        let framework = self.beside.iter().find(|framework| framework.id == provision.framework)?;
        Some((framework, framework.beside.as_ref()?))
    }

    /// Since when conduct is under the law, by the first framework that says so.
    pub fn beginning(&self) -> Option<&Beginning> {
        self.begun()?.beginning.as_ref()
    }

    /// The framework that says since when conduct is under it.
    pub fn begun(&self) -> Option<&Framework> {
        self.frameworks.iter().find(|framework| framework.beginning.is_some())
    }

    /// The factor of this name.
    pub fn factor(&self, id: &FactorId) -> Option<&Factor> {
        self.factors.iter().find(|factor| factor.id == *id)
    }

    /// The circumstance of this name.
    pub fn circumstance(&self, id: &FactorId) -> Option<&Circumstance> {
        self.circumstances.iter().find(|circumstance| circumstance.id == *id)
    }

    /// The framework of a method; the library checks that there is one.
    pub fn framework_of(&self, methodology: &Methodology) -> Option<&Framework> {
        self.frameworks.iter().find(|framework| framework.id == methodology.framework)
    }

    /// The rules of a country, if the program knows any and the method's framework
    /// applies there.
    pub fn national_for(&self, methodology: &Methodology, country: &str) -> Option<&NationalRules> {
        let country = country_code(country);
        let rules = self.national.iter().find(|rules| rules.country == country)?;
        self.framework_of(methodology)?.territory.contains(&rules.country).then_some(rules)
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

    /// Where the topic of a question stands among the topics.
    pub fn topic_position(&self, id: &QuestionId) -> Option<usize> {
        self.questionnaires.iter().position(|topic| topic.questions.iter().any(|question| question.id == *id))
    }

    /// The method of this name.
    pub fn methodology(&self, id: &str) -> Option<&Methodology> {
        self.methodologies.iter().find(|method| method.id.as_str() == id)
    }

    /// The method in force on the day for this kind of body in this country: the
    /// country's own before the framework's, the newest first. On a day before any was
    /// published, the first that the whole framework got. Where no country or an
    /// unknown one is given, the first framework applies.
    pub fn methodology_for(&self, country: &str, kind: UndertakingKind, day: Date) -> Option<&Methodology> {
        let country = country_code(country);
        let there = self.frameworks.iter().find(|framework| framework.applies_in(&country, day));
        let framework = there.or(self.frameworks.first())?;
        let usable = |method: &&Methodology| {
            method.framework == framework.id
                && (method.territory.is_empty() || method.territory.contains(&country))
                && (method.bodies.is_empty() || method.bodies.contains(&kind))
        };
        let usable = || self.methodologies.iter().filter(usable);
        let in_force = usable().filter(|method| method.applies_on(kind, day));
        in_force.max_by_key(|method| (!method.territory.is_empty(), method.from)).or_else(|| {
            usable().filter(|method| method.territory.is_empty() && day < method.from).min_by_key(|method| method.from)
        })
    }

    /// Whether a method is not one that the authority of this country uses, as far as
    /// it is known here. `country` is its code in capitals.
    pub fn is_foreign(&self, methodology: &Methodology, country: &str, day: Date) -> bool {
        if !methodology.territory.is_empty() {
            return !methodology.territory.iter().any(|known| known == country);
        }
        let here = self.framework_of(methodology).is_some_and(|framework| framework.applies_in(country, day));
        !here && self.frameworks.iter().any(|framework| framework.applies_in(country, day))
    }
}
