//! The user's matter: who, what is done, what was answered, what was chosen.
//!
//! Facts stand apart from judgements: [`Choices`] hold the latter.

mod answer;
mod assume;
mod case_file;
mod choice;
mod compared;
mod course;
pub mod difference;
mod distinct;
pub mod evaluate;
mod review;
mod undertaking;
mod unstated;

pub use answer::{Answer, AnswerValue, Before};
pub use assume::Assumed;
pub use case_file::{Assignment, CaseFile, CaseOf, Exchange, FORMAT, Operation};
pub use choice::{Choice, ChoiceValue, Choices};
pub use compared::{Compared, Excluded};
pub use course::{Change, Course, Moment, Period, Restored, Until, moments, months_between};
pub use evaluate::{Answers, Truth, idle, is_asked_at};
pub use review::{Review, Verdict};
pub use undertaking::{Counted, PreviousInfringement, Turnover, Undertaking};
pub use unstated::{Unstated, unstated};
