//! Types for legal data: what the files under `assets/law` and
//! `assets/questionnaire` say, before anything is calculated.
//!
//! Nothing here has a default that is law: a figure without a source does not
//! load, a misspelt key does not load. Files are read by [`crate::library`].

mod articles;
mod citation;
mod concurrence;
mod condition;
mod corpus;
mod framework;
mod ids;
mod limitation;
mod methodology;
mod national;
mod parameter;
mod point;
mod prices;
mod procedure;
mod provision;
mod question;
mod rates;
mod rule;
mod terms;
mod text;
mod translate;
pub mod vocabulary;
mod weighing;

pub use articles::Articles;
pub use citation::{Citation, Instrument, Note};
pub use concurrence::{Displacement, Principle};
pub use condition::{Condition, Contradiction, PutRight, YesNo};
pub use corpus::{Corpus, country_code};
pub use framework::{Beginning, Beside, Departure, Framework, SameAct, SetBy, Tier};
pub use ids::{
    AuthorityId, ChoiceId, ConductId, FactorId, FigureId, InstrumentId, MethodologyId, OperationId, OptionId,
    ProvisionId, QuestionId, RuleId, TierId, TopicId, has_own_sign,
};
pub use limitation::{Limitation, LimitationStart, LimitedTo};
pub use methodology::{EndedFor, Methodology, Seriousness, SeriousnessClass, Step, StepKind, TurnoverBand};
pub use national::{
    NationalRules, ParticularBodies, Payment, Procedure, PublicBodies, PublicBodyKind, PublicBodyRule, PublishedRate,
    Reduction, RulesNotHeld, TierCap,
};
pub use parameter::{Dated, Parameter};
pub use point::{Discretion, OfConduct, PointKey};
pub use prices::{PriceYear, Prices};
pub use procedure::{Appeal, CorrectivePower, NationalProcedure, ProcedureSource, Suspends};
pub use provision::{Bound, Provision};
pub use question::{AnswerKind, CaseKind, Question, QuestionOption, Questionnaire, Scope};
pub use rates::{Average, Basis, Converted, EuroRate, FixedRate, NoRate, Period, Rates, When};
pub use rule::{Grade, Remedy, Role, Rule, RuleFile, Strength, UndertakingKind};
pub use terms::{
    AbilityToPay, AssumedCategory, AssumedTurnover, CategoryBands, CategoryOf, CircumstanceRanges, DailyClass,
    DailyGroup, DailyRates, FineCategory, HardshipCondition, Proportionality, WithoutTurnover,
};
pub use text::LawText;
pub use vocabulary::{Authority, Country, Sector, Topic, Vocabulary};
pub use weighing::{Circumstance, CircumstanceReading, Direction, Factor, FactorReading, Weight};
