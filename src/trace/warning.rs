//! What a reader must know before relying on the figures.

use jiff::civil::Date;
use serde::{Serialize, Serializer};

use super::{DatesProblem, RateUsed, Value, WordOf};
use crate::law::{ChoiceId, ConductId, LawText, OperationId, OptionId, ProvisionId, QuestionId, TopicId};
use crate::quantity::{Currency, Money, PartialDate, Range, Rate};

/// Something that was put right, is missing, or does not fit the matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Warning {
    /// A choice the method does not permit; the nearest permitted one was used.
    OutOfRange {
        /// The discretionary point.
        choice: ChoiceId,
        /// What was chosen.
        #[serde(serialize_with = "as_written")]
        chosen: Value,
        /// What was used instead.
        #[serde(serialize_with = "as_written")]
        used: Value,
    },
    /// A choice of another kind than is asked for there; the proposal was used.
    WrongKind {
        /// The discretionary point.
        choice: ChoiceId,
    },
    /// A choice for a point this calculation does not have.
    NoSuchPoint {
        /// What was chosen for.
        choice: ChoiceId,
    },
    /// Mitigation adds up to more than the whole amount.
    MoreThanWhole {
        /// Where.
        conduct: ConductId,
        /// What it adds up to.
        movement: Rate,
    },
    /// The method was adopted after the day whose law applies.
    NotYetAdopted {
        /// The first day it applies.
        from: Date,
    },
    /// The method was superseded before the day whose law applies.
    Superseded {
        /// The last day it applied.
        to: Date,
    },
    /// The method is not that of the country whose authority decides.
    ForeignMethod {
        /// The country (ISO 3166 alpha-2).
        country: String,
    },
    /// A share of the turnover would be higher than the fixed maximum, and is none: the
    /// body is no undertaking.
    NoUndertaking,
    /// The turnover is of another financial year than the one that counts.
    TurnoverYear {
        /// Of which it is.
        stated: i16,
        /// Which counts: the one before the decision.
        counts: i16,
    },
    /// The matter does not say of which financial year the turnover is.
    TurnoverYearUnstated {
        /// Which counts: the one before the decision.
        counts: i16,
    },
    /// Neither intent nor negligence is shown, and the method fines all the same.
    FaultNotRequired {
        /// Where.
        conduct: ConductId,
    },
    /// The authority has rules of its own for such a body, which this program does not
    /// hold.
    RulesNotHeld {
        /// Which, and for whom.
        rules: LawText,
    },
    /// An earlier infringement so old that its weight is doubtful.
    OldInfringement {
        /// When it was established.
        date: PartialDate,
    },
    /// An earlier infringement that does not say when or what, and so does not count.
    EarlierIncomplete {
        /// What it says it was; perhaps nothing.
        what: String,
    },
    /// An infringement established only after the day whose law applies.
    LaterInfringement {
        /// When it was established.
        date: PartialDate,
    },
    /// A circumstance moved against what the answers say of it.
    AgainstAnswers {
        /// The discretionary point.
        choice: ChoiceId,
        /// What the answers say.
        reasons: Vec<LawText>,
    },
    /// A displacement chosen that has no effect: what displaces is itself displaced.
    NotDisplaced {
        /// The discretionary point.
        choice: ChoiceId,
    },
    /// What belongs together, of one operation or of linked ones, stands in several
    /// conducts with a maximum each.
    LinkedApart {
        /// Of which operation.
        operation: OperationId,
        /// Its name.
        name: String,
        /// In which conducts.
        conducts: Vec<ConductId>,
    },
    /// Among the countries of the data subjects stands a word that is none.
    UnknownCountry {
        /// The word.
        word: String,
    },
    /// Main establishment, deciding authority or sector is a word that no list has: what
    /// hangs on it is not found.
    UnknownWord {
        /// Which of them.
        of: WordOf,
        /// The word.
        word: String,
        /// What is nearest to it on the list.
        nearest: Option<String>,
    },
    /// The turnover lies near the end of a size band, above which the fine falls.
    BandEdge {
        /// The end of the band.
        edge: Money,
        /// The fine by the method at that turnover.
        up_to: Money,
        /// The fine by the method just above it.
        above: Money,
    },
    /// No turnover measures the size of the body, and none is assumed.
    SizeUnknown {
        /// The least share of the starting amount that is open.
        low: Rate,
        /// The most.
        high: Rate,
        /// The share taken.
        taken: Rate,
    },
    /// Answers that cannot both be true, or hardly.
    Contradiction {
        /// The operation's name.
        operation: String,
        /// What to look at.
        about: LawText,
    },
    /// "None of these" chosen beside one of these.
    NoneAndOthers {
        /// The operation's name.
        operation: String,
        /// The question.
        question: QuestionId,
        /// That option.
        none: OptionId,
    },
    /// A number greater than can be meant.
    TooMany {
        /// The operation's name.
        operation: String,
        /// The question.
        question: QuestionId,
        /// What was answered.
        stated: i64,
        /// The most that can be meant.
        most: i64,
    },
    /// Days of an operation or of the matter that cannot all be right.
    DatesDisagree {
        /// The operation's name; empty where it is about the matter.
        operation: String,
        /// What is wrong.
        problem: DatesProblem,
        /// The day, month or year stated.
        stated: PartialDate,
        /// What it disagrees with.
        against: PartialDate,
    },
    /// Something went on for longer than the law applies.
    EarlierConduct {
        /// The operation's name.
        operation: String,
        /// The law's first day.
        since: Date,
        /// The months stated.
        stated: i64,
        /// The months that can lie under the law.
        possible: i64,
    },
    /// People are concerned where another law applies, whose authority may fine apart.
    SecondLaw {
        /// The other law.
        law: LawText,
        /// The countries (ISO 3166 alpha-2).
        countries: Vec<String>,
    },
    /// Without an establishment there no authority leads: each may fine.
    NoLeadAuthority {
        /// The countries (ISO 3166 alpha-2).
        countries: Vec<String>,
    },
    /// The decision taken on these facts is named, and there is none of that name.
    NoSuchDecision {
        /// What was named.
        named: String,
        /// The nearest there is: it is kept out of the comparable ones all the same.
        nearest: String,
    },
    /// No fine, since neither intent nor negligence is shown.
    WithoutFault {
        /// Where.
        conduct: ConductId,
    },
    /// An operation of a conduct that nobody is at fault for: nothing of it counts.
    FaultlessLeftOut {
        /// Which.
        operation: OperationId,
        /// Its name.
        name: String,
        /// Of which conduct.
        conduct: ConductId,
    },
    /// The method is not made for this kind of body.
    NotMadeForBody,
    /// A choice that a later one on the same conduct leaves without effect.
    Overridden {
        /// The discretionary point.
        choice: ChoiceId,
        /// The later one.
        by: ChoiceId,
    },
    /// A choice in the last step outside what published chains show.
    Unusual {
        /// The discretionary point.
        choice: ChoiceId,
        /// What share of the amount before it leaves.
        factor: Rate,
        /// The least that is usual.
        low: Rate,
        /// The most that is usual.
        high: Rate,
    },
    /// A category further from the provision's own than the next.
    CategoryFar {
        /// The discretionary point.
        choice: ChoiceId,
    },
    /// The turnover is a bracket; its middle was taken.
    TurnoverBracket {
        /// What was taken.
        taken: Money,
    },
    /// Every condition of inability to pay is stated and nothing is taken off.
    NothingTakenOff,
    /// The turnover is not known and was assumed.
    TurnoverAssumed {
        /// Between this and the next.
        low: Money,
        /// The other end.
        high: Money,
        /// What was taken.
        taken: Money,
    },
    /// A country in which no law held here applies.
    OutsideTerritory {
        /// As the matter states it.
        country: String,
    },
    /// A country's rule limits or excludes a fine on this public body.
    PublicBodyLimit {
        /// The country (ISO 3166 alpha-2).
        country: String,
        /// The rule.
        rule: LawText,
    },
    /// It is not known whether this country fines public bodies; the fine is
    /// calculated as for anybody.
    PublicBodyUnknown {
        /// The country as stated; empty where none is.
        country: String,
    },
    /// The country tells kinds of public bodies apart and the matter does not say
    /// which this is; the rule for the rest was applied.
    PublicBodyKindUnstated {
        /// The country (ISO 3166 alpha-2).
        country: String,
    },
    /// The turnover is in another currency than the method's and was converted.
    TurnoverConverted {
        /// As the matter states it; both ends of a bracket.
        stated: Range<Money>,
        /// As the method counts it.
        counted: Range<Money>,
        /// The rates that took it there.
        rates: Vec<RateUsed>,
    },
    /// The rate stated in the matter is not what the published one leads to expect.
    RateDoubted {
        /// As stated, and used.
        stated: RateUsed,
        /// As published.
        published: Vec<RateUsed>,
    },
    /// The country's limit is in its own currency: the amounts are calculated and imposed
    /// in it.
    CountedInOwn {
        /// The currency.
        currency: Currency,
        /// The rates at which they are shown in that of the method.
        rates: Vec<RateUsed>,
    },
    /// No rate of the time that counts is held; that of another was used.
    RateOfOtherTime {
        /// The rate used.
        rate: RateUsed,
    },
    /// The rate of exchange of the year is not known; an earlier one was used.
    RateOfEarlierYear {
        /// The currency of payment.
        currency: Currency,
        /// The day of the rate used.
        day: Date,
    },
    /// Rules on cookies or direct marketing of these countries are not held: their risk is in
    /// no figure.
    BesideNotHeld {
        /// What the operations do: topics of the vocabulary.
        topics: Vec<TopicId>,
        /// The countries of the people concerned; empty where none is stated.
        countries: Vec<String>,
    },
    /// Infringements of a law beside data protection law are alleged, and no amount is set.
    BesideNotPriced {
        /// The law's name.
        law: LawText,
        /// Who imposes the fine.
        authority: LawText,
        /// What would be infringed.
        provisions: Vec<ProvisionId>,
        /// The fixed maximum.
        maximum: Money,
        /// The maximum as a share of the turnover, where there is one.
        share: Option<Rate>,
    },
    /// No rate of exchange is known for the day: nothing was converted.
    RateUnknown {
        /// The currency of payment.
        currency: Currency,
    },
}

/// A choice as matters write it: `"EUR 240000.00"`, `"12 %"`, `"3"`.
fn as_written<S: Serializer>(value: &Value, serializer: S) -> Result<S::Ok, S::Error> {
    match value {
        Value::Money(amount) => serializer.collect_str(amount),
        Value::Rate(rate) => serializer.collect_str(rate),
        Value::Count(count) => serializer.collect_str(count),
        other => other.serialize(serializer),
    }
}

impl Warning {
    /// Whether it must stand beside the figures themselves: a risk that is in none of them.
    pub fn is_of_headline(&self) -> bool {
        matches!(self, Self::BesideNotHeld { .. } | Self::BesideNotPriced { .. })
    }

    /// The discretionary point it is about, if it is about one.
    pub fn choice(&self) -> Option<&ChoiceId> {
        match self {
            Self::OutOfRange { choice, .. } | Self::WrongKind { choice } | Self::NoSuchPoint { choice } => Some(choice),
            _ => None,
        }
    }
}
