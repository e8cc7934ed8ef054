//! One file per kind of step. Each takes the state of a conduct, changes its
//! amounts and records why.

pub(super) mod ability_to_pay;
pub(super) mod category_band;
pub(super) mod circumstances;
pub(super) mod concurrence;
pub(super) mod daily_rate;
mod evidence;
pub(super) mod fault;
pub(super) mod legal_maximum;
pub(super) mod practice;
pub(super) mod proportionality;
pub(super) mod reprimand;
pub(super) mod seriousness;
mod state;
pub(super) mod turnover_adjustment;

pub(super) use state::ConductState;
