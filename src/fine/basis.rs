//! What the simulation may know of a matter: what can be found, which choices are settled,
//! and what an imagined outcome comes to.
//!
//! The choices as the user typed them are out of its reach. What a calculation refused, or
//! brought inside what is permitted, is so for every outcome, since only the record of that
//! calculation comes here.

use super::calculate::{FineError, Input, outcome};
use super::own_currency::OwnCurrency;
use super::turnover::{Stated, stated_turnover};
use super::{Calculation, Drawn, Made, Sanctioned, sanctioned};
use crate::facts::{CaseFile, ChoiceValue, Choices};
use crate::findings::Conduct;
use crate::law::{ConductId, Corpus, Framework, Methodology, NationalRules, PointKey, Seriousness, Tier};
use crate::quantity::Money;
use crate::trace::ChosenBy;

/// A matter as a calculation settled it.
#[derive(Debug, Clone)]
pub struct Basis<'a> {
    law: &'a Corpus,
    methodology: &'a Methodology,
    national: Option<&'a NationalRules>,
    case_file: &'a CaseFile,
    calculation: &'a Calculation,
    conducts: Vec<Sanctioned<'a>>,
    stated: Stated,
    own: Option<OwnCurrency<'a>>,
    settled: Choices,
}

impl<'a> Basis<'a> {
    /// The matter as this calculation, one with a trace, settled it.
    ///
    /// # Errors
    /// As [`calculate`](fn@super::calculate).
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
        let national = law.national_for(methodology, case_file.undertaking.deciding_country(&law.vocabulary));
        let as_of = calculation.as_of;
        Ok(Self {
            law,
            methodology,
            national,
            case_file,
            calculation,
            conducts: sanctioned(case_file, law, methodology, conducts),
            stated: stated_turnover(case_file, methodology, &law.rates, as_of)?,
            own: OwnCurrency::of(case_file, methodology, national, &law.rates, as_of)?,
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
    pub fn conducts(&self) -> &[Sanctioned<'a>] {
        &self.conducts
    }

    /// The turnover as stated, or the one settled in its place.
    pub fn turnover(&self) -> Stated {
        match self.settled.get("matter.turnover").map(|choice| choice.value) {
            Some(ChoiceValue::Amount(amount)) => Stated::figure(amount),
            _ => self.stated,
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
    pub fn settles(&self, key: &PointKey<'_>) -> bool {
        self.settled.has(key.id().as_str())
    }

    /// An outcome in which nothing is drawn yet.
    pub fn drawn(&self) -> Drawn<'_> {
        Drawn::new(&self.settled, &self.conducts)
    }

    /// What an outcome comes to, where these infringements are found.
    ///
    /// # Errors
    /// As [`calculate`](fn@super::calculate).
    pub fn fine(&self, found: &[(&Sanctioned<'_>, &Tier)], drawn: &Drawn<'_>) -> Result<Money, FineError> {
        let input = Input {
            law: self.law,
            methodology: self.methodology,
            national: self.national,
            case_file: self.case_file,
            conducts: found,
            made: Made::Drawn(drawn),
            as_of: self.calculation.as_of,
        };
        outcome(&input, self.stated, self.own.as_ref())
    }
}
