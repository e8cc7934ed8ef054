//! Sanctionable conducts: what would be fined together (Art. 83(3) GDPR; EDPB
//! Guidelines 04/2022, chapter 3).
//!
//! Proposed here: what one processing operation does wrong is one conduct (unity
//! of action), separate operations are separate conducts (plurality). The user's
//! own assignment and concurrence of offences are not built yet.

use std::collections::BTreeSet;

use super::weigh::{self, WeighedCircumstance, WeighedFactor};
use super::{Finding, Infringement, Missing};
use crate::facts::{Answers, CaseFile};
use crate::law::{ConductId, Corpus, OperationId, Tier};

/// A conduct that would be sanctioned with one fine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conduct {
    /// `A`, `B`, … in the order of the operations.
    pub id: ConductId,
    /// The operation it consists of.
    pub operation: OperationId,
    /// What it would infringe, in the order of the instrument.
    pub infringements: Vec<Infringement>,
    /// What weighs in its seriousness.
    pub factors: Vec<WeighedFactor>,
    /// The other circumstances.
    pub circumstances: Vec<WeighedCircumstance>,
}

impl Conduct {
    /// The tier of its gravest infringement (Art. 83(3) GDPR): that with the
    /// highest fixed maximum. `None` where nothing alleged carries a fine.
    pub fn gravest_tier<'l>(&self, law: &'l Corpus) -> Option<&'l Tier> {
        gravest(law, &self.infringements)
    }
}

/// The tier with the highest fixed maximum among these infringements.
pub fn gravest<'l, 'i>(law: &'l Corpus, infringements: impl IntoIterator<Item = &'i Infringement>) -> Option<&'l Tier> {
    infringements
        .into_iter()
        .filter_map(|infringement| law.framework.tier(infringement.tier.as_ref()?))
        .max_by_key(|tier| tier.static_cap.values.last().map(|dated| dated.value.minor()))
}

/// Groups findings into conducts and weighs each.
pub(super) fn group(
    case_file: &CaseFile,
    law: &Corpus,
    findings: &[Finding],
    missing: &mut BTreeSet<Missing>,
) -> Vec<Conduct> {
    let mut conducts = Vec::new();
    let concerned = case_file.operations.iter().filter(|o| findings.iter().any(|f| f.operation == o.id));
    for (index, operation) in concerned.enumerate() {
        let answers = Answers { undertaking: &case_file.undertaking, operation };
        let own = findings.iter().filter(|finding| finding.operation == operation.id);
        let (factors, circumstances) = weigh::weigh(law, answers, missing);
        conducts.push(Conduct {
            id: letter(index),
            operation: operation.id.clone(),
            infringements: by_provision(law, own.cloned()),
            factors,
            circumstances,
        });
    }
    conducts
}

/// `A` to `Z`, then `AA`, `AB`, …
fn letter(index: usize) -> ConductId {
    let last = char::from(b'A' + u8::try_from(index % 26).unwrap_or_default());
    match index / 26 {
        0 => ConductId::from(last.to_string()),
        rest => ConductId::from(format!("{}{last}", letter(rest - 1))),
    }
}

fn by_provision(law: &Corpus, findings: impl Iterator<Item = Finding>) -> Vec<Infringement> {
    let mut infringements: Vec<Infringement> = Vec::new();
    for finding in findings {
        match infringements.iter_mut().find(|known| known.provision == finding.provision) {
            Some(known) => {
                known.strength = known.strength.max(finding.strength);
                known.findings.push(finding);
            }
            None => infringements.push(Infringement {
                provision: finding.provision.clone(),
                tier: law.tier_of(&finding.provision).map(|tier| tier.id.clone()),
                strength: finding.strength,
                findings: vec![finding],
            }),
        }
    }
    infringements.sort_by_key(|infringement| law.provision_order(&infringement.provision));
    infringements
}
