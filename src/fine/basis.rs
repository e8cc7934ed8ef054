//! What the simulation may know of a matter: what can be found, which choices are settled,
//! and what an imagined outcome comes to.
//!
//! The choices as the user typed them are out of its reach. What a calculation refused, or
//! brought inside what is permitted, is so for every outcome, since only the record of that
//! calculation comes here.

use std::borrow::Cow;

use super::calculate::{FineError, Input, calculate};
use super::turnover::{Stated, stated_turnover};
use super::{Calculation, culpable};
use crate::facts::{CaseFile, ChoiceValue, Choices};
use crate::findings::Conduct;
use crate::law::{ChoiceId, ConductId, Corpus, Framework, Methodology, NationalRules, Seriousness, Tier};
use crate::quantity::{Money, Rate};
use crate::trace::{ChosenBy, TraceBuilder};

/// A matter as a calculation settled it.
#[derive(Debug, Clone)]
pub struct Basis<'a> {
    law: &'a Corpus,
    methodology: &'a Methodology,
    national: Option<&'a NationalRules>,
    case_file: &'a CaseFile,
    calculation: &'a Calculation,
    conducts: Vec<Cow<'a, Conduct>>,
    turnover: Stated,
    settled: Choices,
}

/// One imagined outcome: the settled choices, the rest drawn.
#[derive(Debug, Clone)]
pub struct Drawn<'b> {
    settled: &'b Choices,
    choices: Choices,
}

impl<'a> Basis<'a> {
    /// The matter as this calculation, one with a trace, settled it.
    ///
    /// # Errors
    /// As [`calculate`].
    pub fn new(
        case_file: &'a CaseFile,
        law: &'a Corpus,
        methodology: &'a Methodology,
        conducts: &'a [Conduct],
        calculation: &'a Calculation,
    ) -> Result<Self, FineError> {
        let mut settled = Choices::default();
        for point in calculation.points.iter().filter(|point| point.by == ChosenBy::User) {
            settled.set(point.id.clone(), point.value, "");
        }
        Ok(Self {
            law,
            methodology,
            national: law.national_for(methodology, &case_file.undertaking.establishment),
            case_file,
            calculation,
            conducts: culpable::at_fault(case_file, methodology, conducts),
            turnover: stated_turnover(case_file, methodology, &law.rates, calculation.as_of)?,
            settled,
        })
    }

    /// The method.
    pub fn methodology(&self) -> &'a Methodology {
        self.methodology
    }

    /// The framework the method belongs to.
    pub fn framework(&self) -> Option<&'a Framework> {
        self.law.framework_of(self.methodology)
    }

    /// The conducts that somebody is at fault for.
    pub fn conducts(&self) -> impl Iterator<Item = &Conduct> {
        self.conducts.iter().map(Cow::as_ref)
    }

    /// The turnover as stated, or the one settled in its place.
    pub fn turnover(&self) -> Stated {
        match self.settled.get("matter.turnover").map(|choice| choice.value) {
            Some(ChoiceValue::Amount(amount)) => Stated::figure(amount),
            _ => self.turnover,
        }
    }

    /// The fine by the method and the settled choices.
    pub fn point(&self) -> Money {
        self.calculation.fine.point
    }

    /// The class of seriousness by the method and the settled choices.
    pub fn level(&self, conduct: &ConductId) -> Seriousness {
        let fine = self.calculation.conducts.iter().find(|fine| fine.conduct == *conduct);
        fine.and_then(|fine| fine.seriousness).unwrap_or(Seriousness::Medium)
    }

    /// Whether the user settled a point.
    pub fn settles(&self, id: &ChoiceId) -> bool {
        self.settled.has(id.as_str())
    }

    /// An outcome in which nothing is drawn yet.
    pub fn drawn(&self) -> Drawn<'_> {
        Drawn { settled: &self.settled, choices: self.settled.clone() }
    }

    /// What an outcome comes to, where these infringements are found.
    ///
    /// # Errors
    /// As [`calculate`].
    pub fn fine(&self, found: &[(&Conduct, &Tier)], drawn: &Drawn<'_>) -> Result<Money, FineError> {
        let input = Input {
            law: self.law,
            methodology: self.methodology,
            national: self.national,
            case_file: self.case_file,
            conducts: found,
            choices: &drawn.choices,
            chosen_by: ChosenBy::Simulation,
            as_of: self.calculation.as_of,
        };
        Ok(calculate(&input, TraceBuilder::disabled())?.fine.point)
    }
}

impl Drawn<'_> {
    /// Draws a class of seriousness; what is settled stays.
    pub fn level(&mut self, id: &ChoiceId, level: Seriousness) {
        self.draw(id, ChoiceValue::Level(level));
    }

    /// Draws a share, a movement or a factor; what is settled stays.
    pub fn rate(&mut self, id: &ChoiceId, rate: Rate) {
        self.draw(id, ChoiceValue::Rate(rate));
    }

    /// Draws an amount; what is settled stays.
    pub fn amount(&mut self, id: &ChoiceId, amount: Money) {
        self.draw(id, ChoiceValue::Amount(amount));
    }

    fn draw(&mut self, id: &ChoiceId, value: ChoiceValue) {
        if !self.settled.has(id.as_str()) {
            self.choices.put(id, value);
        }
    }
}
