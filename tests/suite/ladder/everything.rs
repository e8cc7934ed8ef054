//! Every question in every example: an answer that makes the facts worse, all else being equal,
//! lowers neither the method's point nor the legal maximum, and no amount is reached by fewer outcomes.
//!
//! Which of two answers is worse is told by what they lead to, never by the amount: the worse one
//! leads to every allegation of the other, at least as firm, everything else that weighs in an
//! operation goes at least as far to its detriment, and nothing of it goes without a fine for want
//! of fault.

use std::collections::{BTreeMap, BTreeSet};

use amende::analysis::{self, Analysis};
use amende::facts::{Answer, AnswerValue, CaseFile};
use amende::law::{AnswerKind, Direction, OperationId, ProvisionId, Question, QuestionId, Strength, Weight};
use amende::quantity::Money;
use amende::trace::Warning;

use super::reaching;
use crate::{analyse, library};

/// How far a matter goes to the detriment of the organisation, in every respect that counts.
struct Detriment {
    alleged: BTreeMap<(OperationId, ProvisionId), Strength>,
    weighed: BTreeMap<(OperationId, String), i8>,
    /// Which operations are sanctioned together: of unlike divisions neither is the worse one.
    together: Vec<Vec<OperationId>>,
    /// What another provision displaces.
    displaced: Vec<ProvisionId>,
    /// Whether something goes without a fine for want of fault.
    faultless: bool,
}

fn detriment(analysis: &Analysis<'_>) -> Detriment {
    let assessment = &analysis.assessment;
    let mut found = Detriment {
        alleged: BTreeMap::new(),
        weighed: BTreeMap::new(),
        together: assessment.conducts.iter().map(|conduct| conduct.operations.clone()).collect(),
        displaced: assessment.infringements().filter_map(|known| known.displaced_by.clone()).collect(),
        faultless: analysis
            .calculation
            .warnings
            .iter()
            .any(|warning| matches!(warning, Warning::WithoutFault { .. } | Warning::FaultlessLeftOut { .. })),
    };
    for finding in assessment.findings() {
        let place = (finding.operation.clone(), library().law.rule(&finding.rule).unwrap().provision.clone());
        let firmest = found.alleged.entry(place).or_insert(finding.strength);
        *firmest = finding.strength.max(*firmest);
    }
    for conduct in &assessment.conducts {
        for weighed in &conduct.weighed {
            let at = |id: &str| (weighed.operation.clone(), id.to_owned());
            for factor in &weighed.factors {
                let weight = factor.weight.map_or(0, |weight| match weight {
                    Weight::Lowers => -1,
                    Weight::Neutral => 0,
                    Weight::Raises => 1,
                });
                found.weighed.insert(at(factor.factor.as_str()), weight);
            }
            for known in &weighed.circumstances {
                let direction = known.direction.map_or(0, |direction| match direction {
                    Direction::Mitigating => -1,
                    Direction::Neutral => 0,
                    Direction::Aggravating => 1,
                });
                found.weighed.insert(at(known.circumstance.as_str()), direction);
            }
        }
    }
    found
}

impl Detriment {
    /// Whether it is worse than another, or as bad: in every respect.
    fn at_least(&self, other: &Self) -> bool {
        let alleged = other.alleged.iter().all(|(place, strength)| self.alleged.get(place) >= Some(strength));
        let weighed = other.weighed.iter().all(|(place, weight)| self.weighed.get(place).unwrap_or(&0) >= weight);
        let nothing_better =
            self.weighed.iter().all(|(place, weight)| other.weighed.get(place).unwrap_or(&0) <= weight);
        let same_frame = self.together == other.together && self.displaced == other.displaced;
        same_frame && (other.faultless || !self.faultless) && alleged && weighed && nothing_better
    }
}

/// Answers to a question that differ in what they tell.
fn answers(question: &Question) -> Vec<AnswerValue> {
    match &question.answer {
        AnswerKind::YesNo => vec![AnswerValue::Yes, AnswerValue::Partly, AnswerValue::No],
        AnswerKind::Choice(options) => options.iter().map(|option| AnswerValue::Option(option.id.clone())).collect(),
        AnswerKind::Several(options) => {
            options.iter().map(|option| AnswerValue::Options(vec![option.id.clone()])).collect()
        }
        AnswerKind::Number { .. } => {
            let most = question.at_most.unwrap_or(1_000_000);
            [0, 1, 6, 13, 36, 100, 5_000, 1_000_000]
                .into_iter()
                .filter(|n| *n <= most)
                .map(AnswerValue::Number)
                .collect()
        }
        AnswerKind::Date | AnswerKind::Money => Vec::new(),
    }
}

struct Rung<'a> {
    answer: AnswerValue,
    matter: CaseFile,
    analysis: Analysis<'a>,
    detriment: Detriment,
}

/// The figures that must not fall.
fn figures(rung: &Rung<'_>) -> [(&'static str, Money); 2] {
    let calculation = &rung.analysis.calculation;
    [("point", calculation.fine.point), ("maximum", calculation.maximum.high)]
}

/// The amounts that fewer of the outcomes of the worse answer reach than of the better one's. All outcomes count, also
/// those without a fine: the middle of the fines alone may fall, where what was no fine becomes a small one.
fn reached_less(worse: &Rung<'_>, better: &Rung<'_>) -> Vec<(Money, u32, u32)> {
    let drawn = |rung: &Rung<'_>| analysis::simulate(&rung.matter, library(), &rung.analysis).unwrap();
    let (worse, better) = (drawn(worse), drawn(better));
    let amounts = [10, 25, 50, 75, 90].into_iter().filter_map(|percent| better.percentile(percent));
    let compared = amounts.map(|amount| (amount, reaching(&worse, amount), reaching(&better, amount)));
    compared.filter(|(_, worse, better)| worse < better).collect()
}

/// All answers to a question in the first operation of a matter, or in the organisation.
fn rungs<'a>(matter: &CaseFile, question: &Question) -> Vec<Rung<'a>> {
    let rung = |answer: AnswerValue| {
        let mut matter = matter.clone();
        let told = Answer { value: answer.clone(), ..Answer::default() };
        matter.operations[0].answers.insert(question.id.clone(), told);
        let analysis = analyse(&matter);
        let detriment = detriment(&analysis);
        Rung { answer, matter, analysis, detriment }
    };
    answers(question).into_iter().map(rung).collect()
}

fn holds(file: &str) {
    let shipped = library().presets.iter().find(|preset| preset.file == file).unwrap();
    let (mut compared, mut unlike, mut drawn, mut fallen) = (0, 0, 0, Vec::new());
    let asked = asked(&shipped.case_file);
    for question in library().law.questions().filter(|question| asked.contains(&question.id)) {
        let rungs = rungs(&shipped.case_file, question);
        for (place, worse) in rungs.iter().enumerate() {
            for (other, better) in rungs.iter().enumerate() {
                if place == other || !worse.detriment.at_least(&better.detriment) {
                    continue;
                }
                compared += 1;
                let at = format!("{}: {:?} is worse than {:?}", question.id, worse.answer, better.answer);
                for ((name, high), (_, low)) in figures(worse).into_iter().zip(figures(better)) {
                    if high < low {
                        fallen.push(format!("{at}, yet its {name} is {high:?}, below {low:?}"));
                    }
                }
                // Where neither allegation nor weight moves, the draws are the same.
                let moved = !better.detriment.at_least(&worse.detriment);
                unlike += usize::from(moved);
                if moved && unlike % EACH == 0 {
                    drawn += 1;
                    for (amount, high, low) in reached_less(worse, better) {
                        fallen.push(format!(
                            "{at}, yet {high} of its outcomes reach {amount:?}, and {low} of the other’s"
                        ));
                    }
                }
            }
        }
    }
    assert!(compared > 100, "{file}: only {compared} pairs were compared");
    assert!(fallen.is_empty(), "{file}, {compared} pairs, {drawn} drawn:\n{}", fallen.join("\n"));
}

/// One pair that differs in so many is drawn: each costs a simulation of both.
const EACH: usize = 13;

/// The questions that arise in a matter, answered or not.
fn asked(matter: &CaseFile) -> BTreeSet<QuestionId> {
    let open = analyse(matter).assessment.missing.into_iter().map(|missing| missing.question);
    let own = matter.operations.iter().take(1).flat_map(|operation| operation.answers.keys());
    own.chain(matter.answers.keys()).cloned().chain(open).collect()
}

macro_rules! presets {
    ($($name:ident: $file:literal),* $(,)?) => {
        $(#[test] fn $name() { holds($file); })*

        #[test]
        fn no_example_is_left_out() {
            let named = [$($file),*];
            for shipped in &library().presets {
                assert!(named.contains(&shipped.file.as_str()), "{} has no test here", shipped.file);
            }
        }
    };
}

presets! {
    access_ignored: "access-ignored.amende.ron",
    adtech: "adtech.amende.ron",
    biometric_access: "biometric-access.amende.ron",
    children_app: "children-app.amende.ron",
    clean_organisation: "clean-organisation.amende.ron",
    clinic: "clinic.amende.ron",
    direct_marketing: "direct-marketing.amende.ron",
    employee_monitoring: "employee-monitoring.amende.ron",
    hospital_snooping: "hospital-snooping.amende.ron",
    kaspr: "kaspr.amende.ron",
    processor_ransomware: "processor-ransomware.amende.ron",
    public_authority: "public-authority.amende.ron",
    shop: "shop.amende.ron",
    transfers: "transfers.amende.ron",
    video_surveillance: "video-surveillance.amende.ron",
}
