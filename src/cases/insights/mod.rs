//! What the decisions listed show together: amounts against turnover, by authority and year, by provision, and
//! whether there was a fine. Each is a picture with a table of the same figures.

mod authorities;
mod outcomes;
mod picture;
mod provisions;
mod scale;
mod turnover;

pub use picture::{Anchor, Cells, Ink, Picture, Shape, Target};

use jiff::civil::Date;

use super::standing_in_euro;
use crate::law::ProvisionId;
use crate::library::Library;
use crate::precedents::{Decision, Features, Outcome};
use crate::quantity::Money;

/// So many decisions are drawn at most; the tables hold all.
pub const DRAWN: usize = 3000;

/// One of the pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Insight {
    /// Amounts against turnover, with the maxima.
    Turnover,
    /// Amounts by authority and year.
    Authorities,
    /// Amounts by provision.
    Provisions,
    /// Fine or no fine, by country and provision.
    Outcomes,
}

impl Insight {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Turnover, Self::Authorities, Self::Provisions, Self::Outcomes];

    /// The key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Turnover => "insight.turnover",
            Self::Authorities => "insight.authorities",
            Self::Provisions => "insight.provisions",
            Self::Outcomes => "insight.outcomes",
        }
    }

    /// The key of what it shows.
    pub fn note(self) -> &'static str {
        match self {
            Self::Turnover => "insight.turnover_note",
            Self::Authorities => "insight.authorities_note",
            Self::Provisions => "insight.provisions_note",
            Self::Outcomes => "insight.outcomes_note",
        }
    }

    /// The picture of these decisions, so wide, in points.
    pub fn picture(self, shown: &[Shown], library: &Library, width: f64) -> Picture {
        match self {
            Self::Turnover => turnover::picture(shown, library, width),
            Self::Authorities => authorities::picture(shown, library, width),
            Self::Provisions => provisions::picture(shown, library, width),
            Self::Outcomes => outcomes::picture(shown, library, width),
        }
    }
}

/// What a picture shows of a decision.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// The record.
    pub id: String,
    /// Who, by whom and when, and how much: what is told where it is pointed at.
    pub told: String,
    /// Who was sanctioned.
    pub controller: String,
    /// The authority.
    pub authority: String,
    /// Its country.
    pub country: String,
    /// The day.
    pub decided: Date,
    /// The articles found infringed, of Art. 5(1) with the letter; each once.
    pub provisions: Vec<String>,
    /// The amount that stands today, in euro at its day.
    pub amount: Option<Money>,
    /// The turnover, in euro at the average of its year.
    pub turnover: Option<Money>,
    /// Whether there was a fine, whatever became of it; `None` where nothing was found or nothing was imposed yet.
    pub fined: Option<bool>,
}

/// What the pictures show of some decisions, by their places in the library.
pub fn shown(library: &Library, records: &[usize], at_prices_of_today: bool) -> Vec<Shown> {
    let known = records.iter().filter_map(|place| library.decisions.get(*place));
    known.map(|decision| of(decision, library, at_prices_of_today)).collect()
}

fn of(decision: &Decision, library: &Library, at_prices_of_today: bool) -> Shown {
    let text = &library.locale;
    let mut provisions: Vec<String> = decision.provisions.iter().map(ProvisionId::principle).collect();
    provisions.sort();
    provisions.dedup();
    let amount = standing_in_euro(decision, library, at_prices_of_today).filter(|amount| amount.minor() > 0);
    let controller = if decision.own {
        text.fill("decisions.own_named", &[("name", &decision.controller)])
    } else {
        decision.controller.clone()
    };
    let authority = library.law.vocabulary.authority_name(&decision.authority).to_owned();
    let worth = amount.map_or_else(|| text.t(decision.outcome.key()).to_owned(), |amount| text.money(amount));
    let date = text.date(decision.decided);
    let names = [("controller", controller.as_str()), ("authority", &authority), ("date", &date), ("amount", &worth)];
    Shown {
        id: decision.id.clone(),
        told: text.fill("insight.decision", &names),
        authority: decision.authority.to_string(),
        country: decision.country.clone(),
        decided: decision.decided,
        provisions,
        amount,
        turnover: Features::of_decision(decision, &library.law).turnover.filter(|turnover| turnover.minor() > 0),
        fined: match decision.outcome {
            Outcome::Fine => Some(true),
            Outcome::Reprimand | Outcome::Order | Outcome::Established => Some(false),
            Outcome::Referral | Outcome::NoInfringement => None,
        },
        controller,
    }
}

/// The middle of some amounts; of an even number the lower of both.
fn median(mut amounts: Vec<Money>) -> Option<Money> {
    amounts.sort_by_key(|amount| amount.minor());
    amounts.get(amounts.len().checked_sub(1)? / 2).copied()
}

fn counted(library: &Library, count: usize) -> String {
    library.locale.count(i64::try_from(count).unwrap_or(i64::MAX))
}

/// A name cut to what a margin holds.
fn short(name: &str, letters: usize) -> String {
    if name.chars().count() <= letters {
        return name.to_owned();
    }
    let kept: String = name.chars().take(letters.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}
