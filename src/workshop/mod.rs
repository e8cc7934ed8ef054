//! Workshops: a room learns to estimate fines, and to be honest about how sure it is.
//!
//! A [`Pack`] tells a decided matter in rounds and keeps the decision behind its reveal. A
//! [`Session`] is what a room does with some packs: teams, their estimates, the stage it has
//! reached. It changes by [`Command`]s alone ([`Session::apply`]) and holds nothing secret, so
//! it may be written to disk at any time. What a projector or a window shows is one function,
//! [`Session::shown`]: it takes the [`Truths`], whose insides no other module can read, and
//! gives a [`Shown`] that has no field for what the stage does not yet reveal.
//!
//! [`score`] awards the points; `docs/workshop.md` defines them.

mod command;
mod entry;
mod error;
mod pack;
mod record;
mod results;
pub mod score;
mod session;
mod shown;
mod stage;
mod standing;
mod team;
mod timer;
mod truth;
mod whole;

pub use command::{Command, Setup};
pub use entry::{Correction, EnteredBy, Entry, Estimate, EstimateProblem};
pub use error::SessionError;
pub use pack::{
    Fact, Level, Organisation, Pack, Reason, Reveal, Round, Ruled, Source, TO_WRITE, Teller, Told, Weight, holds,
    to_be_written, touches,
};
pub use record::{Played, Record};
pub use results::{NamedStanding, RESULTS_SCHEMA, ResultRow, Results};
pub use score::{Calibration, Points};
pub use session::{SESSION_FORMAT, Scenario, Session};
pub use shown::{
    DecisionView, LobbyView, ReasonsView, RevealView, RoundView, Shown, StandingsView, TeamEstimate, TeamPoints,
    TeamState,
};
pub use stage::{Part, RevealStep, RoundStep, Stage};
pub use standing::{ScenarioPoints, Standing};
pub use team::{FEWEST_TEAMS, MOST_TEAMS, Pattern, Team, TeamColor};
pub use timer::Timer;
pub use truth::{Band, Truth, Truths};
