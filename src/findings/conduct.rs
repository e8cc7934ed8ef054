//! Sanctionable conducts: what would be fined together (Art. 83(3) GDPR; EDPB
//! Guidelines 04/2022, chapter 3).
//!
//! Proposed here: what one processing operation, or operations linked to each
//! other, do wrong is one conduct (unity of action); separate operations are
//! separate conducts (plurality). The user may put an infringement elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use super::weigh::{self, WeighedCircumstance, WeighedFactor};
use super::{Finding, Infringement};
use crate::facts::{CaseFile, ChoiceValue};
use crate::law::{ConductId, Corpus, Displacement, Methodology, OfConduct, OperationId, ProvisionId, RuleId, Tier};

/// Why infringements stand together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// One processing operation.
    OneOperation,
    /// Operations linked to each other.
    LinkedOperations,
    /// The user put something here or elsewhere.
    Assigned,
}

impl Basis {
    /// Its wording's key.
    pub fn key(self) -> &'static str {
        match self {
            Self::OneOperation => "basis.one_operation",
            Self::LinkedOperations => "basis.linked_operations",
            Self::Assigned => "basis.assigned",
        }
    }
}

/// A conduct that would be sanctioned with one fine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conduct {
    /// `A`, `B`, … in the order of the operations.
    pub id: ConductId,
    /// The operation its letter belongs to, that all others are linked to or single cases of;
    /// `None` where the user made the conduct. It stays, whatever is added to the conduct.
    pub root: Option<OperationId>,
    /// The operations it consists of.
    pub operations: Vec<OperationId>,
    /// Why this is one conduct.
    pub basis: Basis,
    /// What it would infringe, in the order of the instrument.
    pub infringements: Vec<Infringement>,
    /// What weighs in its seriousness.
    pub factors: Vec<WeighedFactor>,
    /// The other circumstances.
    pub circumstances: Vec<WeighedCircumstance>,
    /// The same, operation by operation.
    pub weighed: Vec<WeighedOperation>,
    /// Operations with findings that no fine is taken for.
    pub left_out: Vec<OperationId>,
}

/// What weighs in one operation of a conduct.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeighedOperation {
    /// Which.
    pub operation: OperationId,
    /// What weighs in its seriousness.
    pub factors: Vec<WeighedFactor>,
    /// The other circumstances.
    pub circumstances: Vec<WeighedCircumstance>,
}

impl Conduct {
    /// The conduct without some of its operations: neither what they infringe nor what
    /// weighs in them counts, and what they displaced stands again.
    #[must_use]
    pub fn without(&self, left_out: &[OperationId]) -> Self {
        let stays = |operation: &OperationId| !left_out.contains(operation);
        let mut infringements = self.infringements.clone();
        for infringement in &mut infringements {
            infringement.findings.retain(|finding| stays(&finding.operation));
            let strengths = infringement.findings.iter().map(|finding| finding.strength);
            infringement.strength = strengths.max().unwrap_or(infringement.strength);
        }
        infringements.retain(|infringement| !infringement.findings.is_empty());
        let remaining: Vec<ProvisionId> = infringements.iter().map(|known| known.provision.clone()).collect();
        for infringement in &mut infringements {
            // What another law displaces, in its own conduct, it goes on displacing.
            let elsewhere = |by: &ProvisionId| !self.infringements.iter().any(|known| known.provision == *by);
            let by = infringement.displaced_by.take();
            infringement.displaced_by = by.filter(|by| remaining.contains(by) || elsewhere(by));
        }
        let weighed: Vec<_> = self.weighed.iter().filter(|weighed| stays(&weighed.operation)).cloned().collect();
        let each = weighed.iter().map(|weighed| (weighed.factors.clone(), weighed.circumstances.clone()));
        let (factors, circumstances) = weigh::together(each);
        Self {
            operations: self.operations.iter().filter(|operation| stays(operation)).cloned().collect(),
            infringements,
            factors,
            circumstances,
            weighed,
            left_out: left_out.to_vec(),
            ..self.clone()
        }
    }

    /// The tier of its gravest infringement (Art. 83(3) GDPR): that with the
    /// highest fixed maximum. `None` where nothing alleged carries a fine.
    pub fn gravest_tier<'l>(&self, law: &'l Corpus, methodology: &Methodology) -> Option<&'l Tier> {
        // What is only charged beside another provision does not raise the maximum.
        gravest(law, methodology, self.infringements.iter().filter(|known| known.beside().is_none()))
    }

    /// The displacements that may be chosen here: both provisions are alleged.
    pub fn displacements<'l>(&self, law: &'l Corpus) -> impl Iterator<Item = &'l Displacement> {
        let has = |provision: &ProvisionId| self.infringements.iter().any(|known| known.provision == *provision);
        law.displacements.iter().filter(move |known| has(&known.displaced) && has(&known.by))
    }
}

/// The tier with the highest fixed maximum among these infringements; what is
/// displaced does not count.
pub fn gravest<'l, 'i>(
    law: &'l Corpus,
    methodology: &Methodology,
    infringements: impl IntoIterator<Item = &'i Infringement>,
) -> Option<&'l Tier> {
    let standing = infringements.into_iter().filter(|infringement| infringement.displaced_by.is_none());
    graver(standing.filter_map(|infringement| law.tier_by(methodology, infringement.tier.as_ref()?)))
}

/// The tier with the highest fixed maximum.
pub fn graver<'l>(tiers: impl IntoIterator<Item = &'l Tier>) -> Option<&'l Tier> {
    tiers.into_iter().max_by_key(|tier| tier.static_cap.values.last().map(|dated| dated.value.minor()))
}

/// The letter of each operation's conduct, whether anything is found at it or not, so
/// that the choices made under a letter stay with it; linked operations share one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letters {
    of: BTreeMap<OperationId, ConductId>,
    roots: BTreeMap<ConductId, OperationId>,
}

impl Letters {
    /// The letters of a matter, in the order of its operations.
    pub fn of(case_file: &CaseFile) -> Self {
        let mut links: BTreeMap<&OperationId, Option<&OperationId>> = BTreeMap::new();
        for operation in &case_file.operations {
            let whole = operation.case_of.as_ref().map(|case| &case.operation);
            links.entry(&operation.id).or_insert(whole.or(operation.linked_to.as_ref()));
        }
        let mut shared: BTreeMap<&OperationId, ConductId> = BTreeMap::new();
        let mut letters = BTreeMap::new();
        for operation in &case_file.operations {
            let next = letter(shared.len());
            let own = shared.entry(first_linked(&links, &operation.id)).or_insert(next);
            letters.insert(operation.id.clone(), own.clone());
        }
        let roots = shared.into_iter().map(|(root, letter)| (letter, root.clone())).collect();
        Self { of: letters, roots }
    }

    /// The letter of an operation.
    pub fn get(&self, operation: &OperationId) -> Option<&ConductId> {
        self.of.get(operation)
    }

    /// The operation a letter belongs to: the one the others are linked to.
    pub fn root(&self, letter: &ConductId) -> Option<&OperationId> {
        self.roots.get(letter)
    }
}

/// Groups findings into conducts; `weigh` tells what weighs in an operation of one.
pub(super) fn group(
    case_file: &CaseFile,
    law: &Corpus,
    letters: &Letters,
    findings: &[&Finding],
    mut weigh: impl FnMut(&OperationId) -> Option<WeighedOperation>,
) -> Vec<Conduct> {
    let mut grouped: BTreeMap<(usize, ConductId), Vec<&Finding>> = BTreeMap::new();
    for finding in findings {
        let conduct = assigned(case_file, finding).or_else(|| letters.get(&finding.operation));
        let conduct = conduct.cloned().unwrap_or_else(|| letter(0));
        // Another law has another maximum: what it forbids is a conduct beside that of the operation.
        let mark = law.provision(&finding.provision).and_then(|provision| provision.conduct.as_deref());
        let id = mark.map_or_else(|| conduct.clone(), |mark| conduct.beside(mark));
        grouped.entry((conduct.as_str().len(), id)).or_default().push(finding);
    }
    let all = findings;
    let conducts = grouped.into_iter().map(|((_, id), findings)| {
        let at: BTreeSet<&OperationId> = findings.iter().map(|finding| &finding.operation).collect();
        let in_order = case_file.operations.iter().map(|operation| &operation.id).filter(|id| at.contains(id));
        let operations: Vec<OperationId> = in_order.cloned().collect();
        let moved = findings.iter().any(|finding| assigned(case_file, finding).is_some());
        let weighed: Vec<WeighedOperation> = operations.iter().filter_map(&mut weigh).collect();
        let basis = match operations.len() {
            _ if moved => Basis::Assigned,
            0 | 1 => Basis::OneOperation,
            _ => Basis::LinkedOperations,
        };
        let mut conduct = Conduct {
            infringements: by_provision(law, findings.into_iter().cloned()),
            root: letters.root(&id).cloned(),
            id,
            operations,
            basis,
            factors: Vec::new(),
            circumstances: Vec::new(),
            weighed,
            left_out: Vec::new(),
        };
        displace(&mut conduct, case_file, law);
        settle(&mut conduct, law, all);
        let each = conduct.weighed.iter().map(|weighed| (weighed.factors.clone(), weighed.circumstances.clone()));
        (conduct.factors, conduct.circumstances) = weigh::together(each);
        conduct
    });
    let mut conducts: Vec<Conduct> = conducts.collect();
    count_acts_once(&mut conducts, law, findings);
    conducts
}

/// Settles which circumstances count whose facts are infringements as well, by what stands in
/// the conduct once the user has chosen what is displaced.
fn settle(conduct: &mut Conduct, law: &Corpus, all: &[&Finding]) {
    let here = &conduct.infringements;
    for weighed in &mut conduct.weighed {
        let elsewhere = |provision: &ProvisionId| {
            let found = |known: &&Finding| known.provision == *provision && known.operation == weighed.operation;
            !here.iter().any(|known| known.provision == *provision) && all.iter().any(found)
        };
        weigh::settle(law, &mut weighed.circumstances, here, elsewhere);
    }
}

/// Marks what a law beside data protection law alleges as the same act: it is charged once.
fn count_acts_once(conducts: &mut [Conduct], law: &Corpus, findings: &[&Finding]) {
    let same: Vec<_> = law.beside.iter().filter_map(|framework| framework.beside.as_ref()).collect();
    let charged = |finding: &Finding| {
        let same = same.iter().flat_map(|beside| &beside.same_acts).filter(|same| same.displaced == finding.rule);
        let by = |rule: &RuleId| findings.iter().find(|by| by.rule == *rule && by.operation == finding.operation);
        same.filter_map(|same| by(&same.by)).map(|by| by.provision.clone()).next()
    };
    for infringement in conducts.iter_mut().flat_map(|conduct| &mut conduct.infringements) {
        let charged: Option<Vec<ProvisionId>> = infringement.findings.iter().map(charged).collect();
        if let Some(by) = charged.and_then(|by| by.into_iter().next()) {
            infringement.displaced_by = Some(by);
        }
    }
}

/// The operation at the end of the links; where they run in a ring, its least.
fn first_linked<'o>(
    links: &BTreeMap<&'o OperationId, Option<&'o OperationId>>,
    operation: &'o OperationId,
) -> &'o OperationId {
    let next = |at: &OperationId| links.get(at).copied().flatten().filter(|linked| links.contains_key(linked));
    let mut at = operation;
    let mut seen = BTreeSet::from([at]);
    while let Some(linked) = next(at) {
        if !seen.insert(linked) {
            let ring = std::iter::successors(next(linked), |at| next(at).filter(|at| *at != linked));
            return ring.chain([linked]).min().unwrap_or(linked);
        }
        at = linked;
    }
    at
}

fn assigned<'c>(case_file: &'c CaseFile, finding: &Finding) -> Option<&'c ConductId> {
    let here = |known: &&crate::facts::Assignment| {
        known.operation == finding.operation && known.provision == finding.provision
    };
    case_file.assignments.iter().find(here).map(|assignment| &assignment.conduct)
}

/// Marks what the user chose to be displaced.
fn displace(conduct: &mut Conduct, case_file: &CaseFile, law: &Corpus) {
    let chosen: Vec<(ProvisionId, ProvisionId)> = conduct
        .displacements(law)
        .filter(|displacement| {
            let of = OfConduct { id: &conduct.id, place: 0 };
            let choice = case_file.choices.get(displacement.point(of).id().as_str());
            choice.is_some_and(|choice| choice.value == ChoiceValue::Holds(true))
        })
        .map(|displacement| (displacement.displaced.clone(), displacement.by.clone()))
        .collect();
    for (displaced, by) in chosen {
        // What remains must itself remain.
        let remains = conduct.infringements.iter().any(|known| known.provision == by && known.displaced_by.is_none());
        if let Some(known) = conduct.infringements.iter_mut().find(|known| known.provision == displaced) {
            known.displaced_by = remains.then_some(by);
        }
    }
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
                tier: law.tier_of(&finding.provision),
                strength: finding.strength,
                findings: vec![finding],
                displaced_by: None,
            }),
        }
    }
    infringements.sort_by_key(|infringement| law.provision_order(&infringement.provision));
    infringements
}
