//! The decided matters: what was alleged, examined and found, and where the amount fell.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::analysis::{self, Analysis, DEFAULT_SEED, Terms};
use crate::exposure::ExposureDistribution;
use crate::facts::CaseFile;
use crate::law::{ProvisionId, Strength};
use crate::library::{DecidedMatter, FirstRun, Library, Part, Problem, Ran};
use crate::precedents::{Decision, Outcome};
use crate::quantity::Money;

/// What the authority made of a provision that is alleged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// It found it infringed.
    Found,
    /// It examined it and did not find it infringed.
    NotFound,
    /// It did not examine it: neither right nor wrong.
    NotExamined,
}

/// A provision alleged, and what the authority made of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Alleged {
    /// The provision.
    pub provision: ProvisionId,
    /// The firmest grade of its findings.
    pub grade: Strength,
    /// What the authority made of it.
    pub answer: Answer,
}

/// A provision found infringed, and whether it was alleged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Found {
    /// The provision as the record names it.
    pub provision: ProvisionId,
    /// The firmest grade under which it was alleged; nothing where it was not.
    pub alleged: Option<Strength>,
}

/// What came out for one matter, beside what was decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Scored {
    /// The name of its file, without ending.
    pub name: String,
    /// What was alleged.
    pub alleged: Vec<Alleged>,
    /// What was found.
    pub found: Vec<Found>,
    /// Whether a fine was imposed.
    pub fined: bool,
    /// The fine imposed, in the currency of the calculation; nothing without one.
    #[serde(skip)]
    pub decided: Option<Money>,
    /// The fine by the method.
    #[serde(skip)]
    pub method: Option<Money>,
    /// The 10th, 50th and 90th percentile of the fines drawn.
    #[serde(skip)]
    pub drawn: Option<(Money, Money, Money)>,
}

/// How many provisions of one grade were alleged, examined, found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct GradeCount {
    /// Alleged at this grade.
    pub alleged: usize,
    /// Of these, examined by the authority.
    pub examined: usize,
    /// Of those, found infringed.
    pub found: usize,
}

/// The count for each grade.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct ByGrade {
    /// Firm allegations.
    pub clear: GradeCount,
    /// Those with a case on both sides.
    pub arguable: GradeCount,
    /// Those for which something speaks.
    pub weak: GradeCount,
}

/// How much of what was found had been alleged.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Recall {
    /// Provisions found infringed.
    pub found: usize,
    /// Of these, alleged at any grade.
    pub alleged: usize,
}

/// The counts of one provision, by article or principle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ByProvision {
    /// The article, or the letter of Article 5.
    pub provision: String,
    /// In how many matters it was found.
    pub found: usize,
    /// In how many of these it was alleged.
    pub alleged: usize,
    /// In how many matters it was alleged and examined, and not found.
    pub wrongly: usize,
}

/// Where the amounts fell.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Amounts {
    /// Matters with a fine.
    pub fined: usize,
    /// Of these, those for which fines were drawn.
    pub drawn: usize,
    /// Of those, with the amount between the 10th and the 90th percentile.
    pub within_80: usize,
    /// Of those, with the amount below the 10th.
    pub below: usize,
    /// Of those, with the amount above the 90th.
    pub above: usize,
}

/// Everything said of one part.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Findings {
    /// How many matters.
    pub matters: usize,
    /// By grade.
    pub by_grade: ByGrade,
    /// How much of what was found had been alleged.
    pub recall: Recall,
    /// By article.
    pub by_provision: Vec<ByProvision>,
    /// Where the amounts fell, by the method's drawn outcomes.
    pub amounts: Amounts,
}

/// Why a matter could not be scored.
#[derive(Debug, thiserror::Error)]
pub enum MatterError {
    /// Its file cannot be read.
    #[error("{0}")]
    Unread(Problem),
    /// It belongs to no record.
    #[error("presets/decided/{0}.amende.ron: `decided_as` names no record of assets/decisions")]
    NoRecord(String),
    /// Nothing can be calculated.
    #[error("presets/decided/{name}.amende.ron: {error}")]
    Analysis {
        /// Its name.
        name: String,
        /// Why.
        error: analysis::AnalysisError,
    },
}

/// Runs the program on a matter.
///
/// # Errors
/// Where its file cannot be read or nothing can be calculated.
pub fn run(matter: &DecidedMatter, library: &Library) -> Result<Ran, MatterError> {
    let (_, analysis, drawn) = prepared(matter, library)?;
    let mut alleged: BTreeMap<ProvisionId, Strength> = BTreeMap::new();
    for infringement in analysis.assessment.infringements() {
        let grade = alleged.entry(infringement.provision.clone()).or_insert(infringement.strength);
        *grade = (*grade).max(infringement.strength);
    }
    let percentiles = |percent| drawn.percentile(percent);
    Ok(Ran {
        name: matter.name.clone(),
        alleged: alleged.into_iter().collect(),
        method: Some(analysis.calculation.fine.point).filter(|amount| amount.minor() > 0),
        drawn: percentiles(10).zip(percentiles(50)).zip(percentiles(90)).map(|((low, mid), high)| (low, mid, high)),
    })
}

/// A matter analysed, with its outcomes drawn.
pub(super) fn prepared<'l>(
    matter: &DecidedMatter,
    library: &'l Library,
) -> Result<(CaseFile, Analysis<'l>, ExposureDistribution), MatterError> {
    let case_file = matter.case_file().map_err(MatterError::Unread)?;
    let record = record_of(matter, library)?;
    let as_of = case_file.as_of.unwrap_or(record.decided);
    let wrong = |error| MatterError::Analysis { name: matter.name.clone(), error };
    let terms = Terms { methodology: None, as_of, seed: DEFAULT_SEED };
    let analysis = analysis::analyse(&case_file, library, &terms).map_err(wrong)?;
    let drawn = analysis::simulate(&case_file, library, &analysis).map_err(|error| wrong(error.into()))?;
    Ok((case_file, analysis, drawn))
}

/// Runs the program on every matter of one part, to be kept as its first run.
///
/// # Errors
/// As [`run`].
pub fn first_run(part: Part, on: jiff::civil::Date, library: &Library) -> Result<FirstRun, MatterError> {
    let matters = library.decided.matters.iter().filter(|matter| matter.part == part);
    Ok(FirstRun {
        part,
        on,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        law_data: library.law_sha256.clone(),
        matters: matters.map(|matter| run(matter, library)).collect::<Result<_, _>>()?,
    })
}

/// Sets what came out beside what was decided.
///
/// # Errors
/// Where the matter belongs to no record.
pub fn score(ran: &Ran, matter: &DecidedMatter, library: &Library) -> Result<Scored, MatterError> {
    let record = record_of(matter, library)?;
    let alleged = ran.alleged.iter().map(|(provision, grade)| Alleged {
        provision: provision.clone(),
        grade: *grade,
        answer: answer(provision, record),
    });
    let found = record.provisions.iter().map(|provision| Found {
        provision: provision.clone(),
        alleged: ran.alleged.iter().filter(|(other, _)| provision.is_same(other)).map(|(_, grade)| *grade).max(),
    });
    let currency = ran.drawn.map(|(low, ..)| low.currency()).or(ran.method.map(Money::currency));
    let decided = currency.and_then(|currency| record.imposed_in(currency, &library.law.rates));
    Ok(Scored {
        name: ran.name.clone(),
        alleged: alleged.collect(),
        found: found.collect(),
        fined: record.outcome == Outcome::Fine,
        decided: decided.map(|converted| converted.amount),
        method: ran.method,
        drawn: ran.drawn,
    })
}

/// Counts over scored matters.
pub fn count(scored: &[Scored]) -> Findings {
    let mut all = Findings { matters: scored.len(), ..Findings::default() };
    let mut provisions: BTreeMap<String, ByProvision> = BTreeMap::new();
    let mut of = |provision: &ProvisionId, add: fn(&mut ByProvision)| {
        let name = head(provision);
        add(provisions.entry(name.clone()).or_insert(ByProvision {
            provision: name,
            found: 0,
            alleged: 0,
            wrongly: 0,
        }));
    };
    for matter in scored {
        for alleged in &matter.alleged {
            let grade = match alleged.grade {
                Strength::Clear => &mut all.by_grade.clear,
                Strength::Arguable => &mut all.by_grade.arguable,
                Strength::Weak => &mut all.by_grade.weak,
            };
            grade.alleged += 1;
            grade.examined += usize::from(alleged.answer != Answer::NotExamined);
            grade.found += usize::from(alleged.answer == Answer::Found);
            if alleged.answer == Answer::NotFound {
                of(&alleged.provision, |count| count.wrongly += 1);
            }
        }
        for found in &matter.found {
            all.recall.found += 1;
            of(&found.provision, |count| count.found += 1);
            if found.alleged.is_some() {
                all.recall.alleged += 1;
                of(&found.provision, |count| count.alleged += 1);
            }
        }
        all.amounts.add(matter);
    }
    all.by_provision = provisions.into_values().collect();
    all.by_provision.sort_by_key(|count| std::cmp::Reverse(count.found));
    all
}

impl Amounts {
    fn add(&mut self, matter: &Scored) {
        self.fined += usize::from(matter.fined);
        let Some(((low, _, high), decided)) = matter.drawn.zip(matter.decided).filter(|_| matter.fined) else { return };
        self.drawn += 1;
        self.below += usize::from(decided < low);
        self.above += usize::from(high < decided);
        self.within_80 += usize::from(low <= decided && decided <= high);
    }
}

pub(super) fn record_of<'l>(matter: &DecidedMatter, library: &'l Library) -> Result<&'l Decision, MatterError> {
    let id = matter.case_file().map_err(MatterError::Unread)?.decided_as;
    id.and_then(|id| library.decision(&id)).ok_or_else(|| MatterError::NoRecord(matter.name.clone()))
}

/// What the authority made of a provision. Where it found one paragraph and cleared
/// another, what it found counts.
fn answer(provision: &ProvisionId, record: &Decision) -> Answer {
    if record.provisions.iter().any(|found| provision.is_same(found)) {
        Answer::Found
    } else if record.not_found.iter().any(|cleared| provision.is_same(&cleared.provision)) {
        Answer::NotFound
    } else {
        Answer::NotExamined
    }
}

/// The article; of Article 5 with its paragraph and letter.
fn head(provision: &ProvisionId) -> String {
    let text = provision.as_str();
    match text.split_once('(') {
        Some((article, _)) if article != "5" => article.to_owned(),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn provision(text: &str) -> ProvisionId {
        ProvisionId::from(text)
    }

    #[test]
    fn a_provision_is_the_same_at_any_exactness() {
        assert!(provision("6").is_same(&provision("6(1)")));
        assert!(provision("5(1)(e)").is_same(&provision("5(1)(e)")));
        assert!(!provision("5(1)(e)").is_same(&provision("5(1)(a)")));
        assert!(!provision("3").is_same(&provision("32")));
    }

    /// Two matters counted by hand: in the first 32 is alleged and found, 5(1)(e) alleged
    /// and cleared, 13 found and not alleged; in the second 6 is alleged and not examined.
    #[test]
    fn counts_are_those_by_hand() {
        let alleged = |text, grade, answer| Alleged { provision: provision(text), grade, answer };
        let euro = |units: i64| Money::from_minor(units * 100, crate::quantity::Currency::EUR);
        let first = Scored {
            name: "first".to_owned(),
            alleged: vec![
                alleged("32", Strength::Clear, Answer::Found),
                alleged("5(1)(e)", Strength::Clear, Answer::NotFound),
            ],
            found: vec![
                Found { provision: provision("32(1)"), alleged: Some(Strength::Clear) },
                Found { provision: provision("13"), alleged: None },
            ],
            fined: true,
            decided: Some(euro(900)),
            method: Some(euro(2_000)),
            drawn: Some((euro(1_000), euro(2_000), euro(4_000))),
        };
        let second = Scored {
            name: "second".to_owned(),
            alleged: vec![alleged("6", Strength::Weak, Answer::NotExamined)],
            found: vec![],
            fined: false,
            decided: None,
            method: None,
            drawn: Some((euro(1), euro(2), euro(3))),
        };
        let counted = count(&[first, second]);
        assert_eq!(counted.by_grade.clear, GradeCount { alleged: 2, examined: 2, found: 1 });
        assert_eq!(counted.by_grade.arguable, GradeCount::default());
        assert_eq!(counted.by_grade.weak, GradeCount { alleged: 1, examined: 0, found: 0 });
        assert_eq!(counted.recall, Recall { found: 2, alleged: 1 });
        assert_eq!(counted.amounts, Amounts { fined: 1, drawn: 1, within_80: 0, below: 1, above: 0 });
        let names: Vec<_> = counted.by_provision.iter().map(|count| count.provision.as_str()).collect();
        assert_eq!(names, ["13", "32", "5(1)(e)"]);
    }
}
