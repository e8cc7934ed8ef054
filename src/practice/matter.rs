//! A matter as the estimate sees it: the same facts as those of a decision, from answers and findings.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::decided::{RECORD, kind, role, sector};
use super::told::{self, figure};
use super::{Fact, Profile, Recipe};
use crate::facts::{AnswerValue, CaseFile, Counted, Turnover};
use crate::findings::Assessment;
use crate::law::{Corpus, Strength, YesNo};
use crate::precedents::turnover_in_euro;
use crate::quantity::Money;

/// What an answer of a matter says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum AnswerReading {
    /// `yes` or `no`; partly is yes.
    Whether(Fact),
    /// A number, as its log10.
    Number(Fact),
    /// A number of months.
    Months,
    /// The words of options.
    Options(Fact, BTreeMap<String, String>),
    /// A word where the number is at most this, and another where it is more.
    UpTo(Fact, i64, String, String),
}

/// What can be known of a matter on a day.
pub fn profile(case_file: &CaseFile, assessment: &Assessment, recipe: &Recipe, law: &Corpus, day: Date) -> Profile {
    let undertaking = &case_file.undertaking;
    let mut profile = Profile::default();
    profile.say(Fact::Source, RECORD);
    profile.say(Fact::Country, undertaking.deciding_country(&law.vocabulary));
    profile.measure(Fact::Year, f64::from(day.year()));
    let turnover = turnover(case_file, law);
    let staff = undertaking.employees.map(u64::from);
    let size = recipe.size(turnover, staff);
    profile.say(Fact::Kind, kind(undertaking.kind).or(size).unwrap_or_default());
    if let Some(turnover) = turnover {
        profile.size(Fact::Turnover, turnover);
    }
    profile.say(Fact::Sector, sector(&undertaking.sector, recipe, law).unwrap_or_default());
    profile.say(Fact::Role, role(undertaking.role));
    told::name(&mut profile, &undertaking.name, recipe);
    let firm = |strength: Strength| strength != Strength::Weak;
    let any_firm = assessment.infringements().any(|alleged| firm(alleged.strength));
    // What is only inferred would be found seldom: it counts where nothing firmer is alleged.
    let alleged = assessment.infringements().filter(|alleged| !any_firm || firm(alleged.strength));
    told::provisions(&mut profile, alleged.map(|alleged| alleged.provision.as_str()), law);
    if !undertaking.previous_infringements.is_empty() {
        profile.say(Fact::Earlier, "yes");
    }
    for (question, reading) in &recipe.answers {
        let own = case_file.operations.iter().map(|operation| &operation.answers);
        let answers = own.chain([&case_file.answers]).filter_map(|answers| answers.get(question));
        let values: Vec<&AnswerValue> = answers.map(|answer| &answer.value).filter(|value| value.is_known()).collect();
        told_by(&mut profile, &values, reading, recipe);
    }
    profile
}

/// The turnover in euro; of a bracket, its middle on a logarithmic scale.
fn turnover(case_file: &CaseFile, law: &Corpus) -> Option<f64> {
    let stated = &case_file.undertaking.turnover;
    let year = match stated {
        Turnover::Figure { year, .. } => *year,
        Turnover::Bracket { .. } | Turnover::Unknown => None,
    };
    let euro = |amount: Money| turnover_in_euro(case_file, amount, year, law).map(figure).filter(|euro| *euro > 0.0);
    match stated.counted() {
        Counted::Figure(amount) => euro(amount),
        Counted::Bracket(from, to) => Some(libm::sqrt(euro(from)? * euro(to)?)),
        Counted::Unknown => None,
    }
}

fn told_by(profile: &mut Profile, values: &[&AnswerValue], reading: &AnswerReading, recipe: &Recipe) {
    let greatest = values.iter().filter_map(|value| match value {
        AnswerValue::Number(number) => Some(*number),
        _ => None,
    });
    let greatest = greatest.max();
    match reading {
        AnswerReading::Whether(fact) => {
            let known = values.iter().filter_map(|value| value.yes_no()).map(|answer| answer != YesNo::No);
            if !profile.knows(*fact) {
                profile.say_whether(*fact, known.reduce(|one, other| one || other));
            }
        }
        AnswerReading::Number(fact) => {
            if let Some(number) = greatest.and_then(|number| u64::try_from(number).ok()) {
                profile.size(*fact, told::number(number));
            }
        }
        AnswerReading::Months => {
            if let Some(months) = greatest.and_then(|months| u32::try_from(months).ok()) {
                profile.say(Fact::Duration, recipe.duration(f64::from(months)).unwrap_or_default());
            }
        }
        AnswerReading::Options(fact, words) => {
            let options = values.iter().flat_map(|value| match value {
                AnswerValue::Options(options) => options.iter().collect::<Vec<_>>(),
                AnswerValue::Option(option) => vec![option],
                _ => Vec::new(),
            });
            for word in options.filter_map(|option| words.get(option.as_str())) {
                profile.say(*fact, word);
            }
        }
        AnswerReading::UpTo(fact, limit, within, beyond) => {
            if let Some(number) = greatest {
                profile.say(*fact, if number <= *limit { within } else { beyond });
            }
        }
    }
}
