//! What can be known of a matter before it is decided, in words that all sources share.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

/// A fact that can be known before a decision. None of them is the authority's own weighing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Fact {
    /// The country whose authority decides (ISO 3166 alpha-2).
    Country,
    /// The kind of body with its size: `sme`, `large`, `multinational`, `public`, `non_profit`, `individual`.
    Kind,
    /// The legal form a name tells: `private`, `listed`.
    Form,
    /// The sector, in the few groups of `assets/estimate/recipe.ron`.
    Sector,
    /// `controller` or `processor`.
    Role,
    /// What was infringed: articles, the principles of Art. 5 with their letter.
    Provisions,
    /// Data of Articles 9 or 10: `yes`, `no`.
    SpecialData,
    /// Who depends on others: `children`, `employees`, `patients`, `others`; `none`.
    Vulnerable,
    /// A personal data breach: `yes`, `no`.
    Breach,
    /// Whether the breach was notified: `in_time`, `late`.
    Notified,
    /// Damage: `material`, `non_material`, `none`.
    Harm,
    /// How long it lasted: `days`, `months`, `years`.
    Duration,
    /// A financial benefit: `yes`, `no`.
    Gain,
    /// How the body cooperated: `full`, `partial`, `none`.
    Cooperation,
    /// An earlier infringement: `yes`, `no`.
    Earlier,
    /// What was wrong was put right before the decision: `yes`, `no`.
    Remedied,
    /// People in several countries, or several authorities: `yes`, `no`.
    CrossBorder,
    /// How it began: `complaint`, `breach`, `own`.
    Began,
    /// Turnover of the undertaking: log10 of euro.
    Turnover,
    /// People concerned: log10 of their number.
    People,
    /// The year of the decision.
    Year,
    /// Where the description comes from: lists differ in what they hold. Never shown as a fact.
    Source,
}

impl Fact {
    /// All facts, in the order in which they are told.
    pub const ALL: [Self; 22] = [
        Self::Country,
        Self::Kind,
        Self::Form,
        Self::Turnover,
        Self::People,
        Self::Sector,
        Self::Role,
        Self::Provisions,
        Self::SpecialData,
        Self::Vulnerable,
        Self::Breach,
        Self::Notified,
        Self::Harm,
        Self::Duration,
        Self::Gain,
        Self::Cooperation,
        Self::Earlier,
        Self::Remedied,
        Self::CrossBorder,
        Self::Began,
        Self::Year,
        Self::Source,
    ];

    /// Whether it is a measure rather than words.
    pub fn is_measure(self) -> bool {
        matches!(self, Self::Turnover | Self::People | Self::Year)
    }

    /// The key of its wording.
    pub fn key(self) -> &'static str {
        match self {
            Self::Country => "practice.country",
            Self::Kind => "practice.kind",
            Self::Form => "practice.form",
            Self::Sector => "practice.sector",
            Self::Role => "practice.role",
            Self::Provisions => "practice.provisions",
            Self::SpecialData => "practice.special_data",
            Self::Vulnerable => "practice.vulnerable",
            Self::Breach => "practice.breach",
            Self::Notified => "practice.notified",
            Self::Harm => "practice.harm",
            Self::Duration => "practice.duration",
            Self::Gain => "practice.gain",
            Self::Cooperation => "practice.cooperation",
            Self::Earlier => "practice.earlier",
            Self::Remedied => "practice.remedied",
            Self::CrossBorder => "practice.cross_border",
            Self::Began => "practice.began",
            Self::Turnover => "practice.turnover",
            Self::People => "practice.people",
            Self::Year => "practice.year",
            Self::Source => "practice.source",
        }
    }
}

/// What is known of a matter. A fact that is absent is unknown, which is a value of its own.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Profile {
    words: BTreeMap<Fact, BTreeSet<String>>,
    measures: BTreeMap<Fact, f64>,
}

impl Profile {
    /// Adds a word to a fact; an empty one says nothing.
    pub fn say(&mut self, fact: Fact, word: impl Into<String>) {
        let word = word.into();
        if !word.is_empty() {
            self.words.entry(fact).or_default().insert(word);
        }
    }

    /// Adds `yes` or `no`, where it is known.
    pub fn say_whether(&mut self, fact: Fact, known: Option<bool>) {
        if let Some(known) = known {
            self.say(fact, if known { "yes" } else { "no" });
        }
    }

    /// Sets a measure; one that is no number says nothing.
    pub fn measure(&mut self, fact: Fact, value: f64) {
        if value.is_finite() {
            self.measures.insert(fact, value);
        }
    }

    /// Sets a measure to the log10 of an amount or number; nothing and less says nothing.
    pub fn size(&mut self, fact: Fact, value: f64) {
        if value > 0.0 {
            self.measure(fact, libm::log10(value));
        }
    }

    /// Whether something is known of it.
    pub fn knows(&self, fact: Fact) -> bool {
        self.words.contains_key(&fact) || self.measures.contains_key(&fact)
    }

    /// Whether a fact has this word.
    pub fn has(&self, fact: Fact, word: &str) -> bool {
        self.words.get(&fact).is_some_and(|words| words.contains(word))
    }

    /// The words of a fact.
    pub fn words(&self, fact: Fact) -> impl Iterator<Item = &str> {
        self.words.get(&fact).into_iter().flatten().map(String::as_str)
    }

    /// The first word of a fact, where it has one.
    pub fn word(&self, fact: Fact) -> Option<&str> {
        self.words(fact).next()
    }

    /// A measure.
    pub fn value(&self, fact: Fact) -> Option<f64> {
        self.measures.get(&fact).copied()
    }

    /// The same with nothing known of a fact.
    #[must_use]
    pub fn without(&self, fact: Fact) -> Self {
        let mut other = self.clone();
        other.forget(fact);
        other
    }

    /// Takes back all that is known of a fact.
    pub fn forget(&mut self, fact: Fact) {
        self.words.remove(&fact);
        self.measures.remove(&fact);
    }

    /// How many of these facts are known.
    pub fn known_of(&self, facts: &[Fact]) -> usize {
        facts.iter().filter(|fact| self.knows(**fact)).count()
    }

    /// Takes every fact of another over that it knows.
    pub fn overlay(&mut self, other: &Self) {
        for (fact, words) in &other.words {
            self.words.insert(*fact, words.clone());
        }
        self.measures.extend(other.measures.iter().map(|(fact, value)| (*fact, *value)));
    }
}

/// A decision as the estimate learns from it.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// A shipped decision's id, or the identity of a row.
    pub id: String,
    /// What could be known before.
    pub profile: Profile,
    /// log10 of the fine in euro, where there was one and its amount is known.
    pub amount: Option<f64>,
    /// Whether an infringement that was found ended in a fine; `None` where it cannot be told or
    /// nothing was found.
    pub fined: Option<bool>,
    /// Decisions of one group tell of the same facts: what is learnt from one never estimates another.
    pub group: usize,
}
