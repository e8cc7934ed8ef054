//! What the simulation may know of a matter: what can be found, which choices are settled,
//! and what an imagined outcome comes to.
//!
//! The choices as the user typed them are out of its reach. What a calculation refused, or
//! brought inside what is permitted, is so for every outcome, since only the record of that
//! calculation comes here.

use super::calculate::{FineError, Input};
use super::own_currency::OwnCurrency;
use super::prepared::{National, OfConduct, Ready, Settled};
use super::turnover::{Stated, stated_turnover};
use super::{Calculation, Point, Prepared, Sanctioned, sanctioned};
use crate::facts::{CaseFile, ChoiceValue, Choices};
use crate::findings::Conduct;
use crate::law::{ConductId, Corpus, Methodology, NationalRules, PointKey, Procedure, Seriousness};
use crate::quantity::{Currency, Money, Rate};
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

    /// The law.
    pub fn law(&self) -> &'a Corpus {
        self.law
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

    /// A point as the calculation recorded it.
    pub fn recorded(&self, key: &PointKey<'_>) -> Option<&'a Point> {
        self.calculation.point(key.id().as_str())
    }

    /// Whether the user settled a point.
    pub fn settles(&self, key: &PointKey<'_>) -> bool {
        self.settled.has(key.id().as_str())
    }

    /// The matter ready to be calculated many times.
    ///
    /// # Errors
    /// As [`calculate`](fn@super::calculate).
    pub fn prepare(&self) -> Result<Prepared<'_>, FineError> {
        let input = Input {
            law: self.law,
            methodology: self.methodology,
            national: self.national,
            case_file: self.case_file,
            conducts: &[],
            choices: &self.settled,
            as_of: self.calculation.as_of,
        };
        let currency = self.methodology.currency;
        let own = self.own.as_ref();
        let settled = Settled::new(&self.settled, own);
        let stated = self.turnover();
        let turnover = (stated.point, stated.is_open());
        let conducts = self.conducts.iter().map(|sanctioned| {
            let of = OfConduct { input, sanctioned, settled, own, known: self.stated.known, turnover };
            let tiers = sanctioned.tiers(self.law, self.methodology);
            let ways = tiers.iter().map(|tier| of.way(tier)).collect::<Result<_, _>>()?;
            Ok(Ready { tiers, ways, circumstances: sanctioned.conduct.circumstances.len() })
        });
        let conducts = conducts.collect::<Result<_, FineError>>()?;
        Ok(Prepared {
            currency,
            own: self.own.clone(),
            turnover: stated.point,
            turnover_is_open: stated.is_open(),
            conducts,
            national: self.ready_national(settled, own.map_or(currency, |own| own.currency)),
        })
    }

    /// What national law does to the sum, which is in this currency.
    fn ready_national(&self, settled: Settled<'_>, imposed: Currency) -> National {
        let as_of = self.calculation.as_of;
        let in_force = |known: &&Procedure| known.from <= as_of && known.cap.currency() == imposed;
        let procedures = self.national.iter().flat_map(|rules| &rules.procedures).filter(in_force);
        let chosen = procedures.filter(|known| settled.holds(&PointKey::Procedure(&known.id)));
        let reductions = self.national.iter().flat_map(|rules| &rules.reductions);
        let taken = reductions.filter(|known| settled.holds(&PointKey::Reduction(&known.id)));
        let taken_off = taken.fold(Rate::ZERO, |sum, known| sum.plus(Rate::from_ppm(-known.share.ppm())));
        National { caps: chosen.map(|known| known.cap).collect(), taken_off, rounding: self.methodology.rounding }
    }
}
