//! A record in which nothing is entered yet.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Appeal, Decision, DecisionFacts, Initiation, Outcome, PrimarySource, Read, Weighing};
use crate::law::{AuthorityId, Role, UndertakingKind};

impl Decision {
    /// A record of the user's own that says nothing yet but the day; it does not pass the checks.
    pub fn blank(decided: Date) -> Self {
        Self {
            id: String::new(),
            authority: AuthorityId::from(""),
            country: String::new(),
            number: String::new(),
            decided,
            published: None,
            controller: String::new(),
            role: Role::Controller,
            kind: UndertakingKind::Company,
            sector: String::new(),
            source: PrimarySource {
                title: String::new(),
                url: String::new(),
                language: String::new(),
                read: Read::Original,
            },
            summary: String::new(),
            provisions: Vec::new(),
            not_found: Vec::new(),
            outcome: Outcome::Fine,
            fine: None,
            fine_note: None,
            conducts: Vec::new(),
            reported: Vec::new(),
            facts: DecisionFacts::blank(),
            weighing: Weighing::default(),
            orders: Vec::new(),
            one_stop_shop: None,
            appeal: Appeal::Unknown,
            proceedings: Vec::new(),
            related: Vec::new(),
            method: None,
            notes: Vec::new(),
            places: BTreeMap::new(),
            differs: Vec::new(),
            entered: None,
            checked: None,
            own: true,
        }
    }
}

impl DecisionFacts {
    fn blank() -> Self {
        Self {
            topics: Vec::new(),
            people: None,
            people_potential: None,
            records: None,
            turnover: None,
            size: None,
            employees: None,
            special_categories: None,
            data: Vec::new(),
            vulnerable_people: None,
            breach: None,
            initiation: Initiation::Unknown,
            cross_border: None,
            duration_months: None,
            from: None,
            until: None,
            ongoing: None,
            first_contact: None,
        }
    }
}
