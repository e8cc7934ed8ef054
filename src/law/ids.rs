//! Names of things in the data files. Each kind has its own type, so that a
//! question can never be looked up among the rules.

use std::{borrow::Borrow, fmt};

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The name as the files write it.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text)
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }
    )*};
}

ids! {
    /// A legal instrument that can be cited: `gdpr`, `edpb-04-2022`, `c-807-21`.
    InstrumentId;
    /// A provision as lawyers write it: `5(1)(e)`, `32`.
    ProvisionId;
    /// A tier of maxima: `83(4)`, `83(5)`.
    TierId;
    /// A method of calculation: `edpb-04-2022-v2.1`.
    MethodologyId;
    /// A supervisory authority: `cnil`, `datatilsynet-dk`.
    AuthorityId;
    /// A topic of questions, rules and decisions: `retention`.
    TopicId;
    /// A question: `retention.renewed`.
    QuestionId;
    /// One of a question's options: `social_network`.
    OptionId;
    /// A rule: `retention.renewed_without_end`.
    RuleId;
    /// Something that weighs in the seriousness or as a circumstance: `number_of_people`, `k`.
    FactorId;
    /// A processing operation of the user's matter.
    OperationId;
    /// A sanctionable conduct: `A`, `B`.
    ConductId;
    /// A discretionary point of the calculation: `A.seriousness`.
    ChoiceId;
    /// A figure in the trace: `A.starting_amount`.
    FigureId;
}

/// Whether a provision or tier is cited with a sign of its own and not after “Art.”:
/// `§ 25 TDDDG`, `reg. 6 PECR`.
pub fn has_own_sign(name: &str) -> bool {
    name.starts_with('§') || name.starts_with("reg.")
}

impl ProvisionId {
    /// The article alone: `5` of `5(1)(e)`.
    pub fn article(&self) -> &str {
        self.0.split('(').next().unwrap_or_default().trim()
    }

    /// The article, and of Art. 5 the principle: as decided cases are counted and compared.
    pub fn principle(&self) -> String {
        if self.0.starts_with("5(") { self.0.clone() } else { self.article().to_owned() }
    }

    /// Whether both name the same provision, one perhaps more exactly: `6` and `6(1)`.
    pub fn is_same(&self, other: &Self) -> bool {
        let (short, long) = if self.0.len() <= other.0.len() { (&self.0, &other.0) } else { (&other.0, &self.0) };
        long.strip_prefix(short.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('('))
    }
}

impl ConductId {
    /// The conduct of another law beside this one, of the same operations: `A-FR-cookies`.
    #[must_use]
    pub fn beside(&self, mark: &str) -> Self {
        Self(format!("{}-{mark}", self.letter()))
    }

    /// The letter alone: `A` of `A-FR-cookies`.
    pub fn letter(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }

    /// What tells it apart from the conduct under data protection law, where anything does.
    pub fn mark(&self) -> Option<&str> {
        self.0.split_once('-').map(|(_, mark)| mark)
    }

    /// The name of one of this conduct's discretionary points.
    pub fn choice(&self, point: &str) -> ChoiceId {
        ChoiceId(format!("{}.{point}", self.0))
    }

    /// The name of one of this conduct's figures.
    pub fn figure(&self, name: &str) -> FigureId {
        FigureId(format!("{}.{name}", self.0))
    }
}
