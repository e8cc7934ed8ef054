//! Until when a fine may be imposed for what has ended, as far as that can be computed.

use jiff::{Span, civil::Date};

use crate::facts::Until;
use crate::findings::Finding;
use crate::law::{Corpus, LimitationStart, NationalRules};
use crate::quantity::PartialDate;

/// The end of the time in which a fine may be imposed. What interrupts it is told with the
/// rule and not computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// No rule is known to the program.
    NotKnown,
    /// It has not begun: the infringement goes on, or may.
    GoesOn,
    /// The day from which it runs is not known.
    NoDay,
    /// It runs from something the matter does not tell: the authority's knowledge.
    Elsewhere(LimitationStart),
    /// The last day, month or year, unless it was interrupted.
    Ends(PartialDate),
}

pub(super) fn of(law: &Corpus, national: Option<&NationalRules>, finding: &Finding) -> Limit {
    let Some(national) = national.filter(|national| !national.limitation.is_empty()) else { return Limit::NotKnown };
    let ended = match finding.period.map(|period| period.until) {
        Some(Until::GoesOn | Until::Unclear) => return Limit::GoesOn,
        None | Some(Until::Ended(None)) => return Limit::NoDay,
        Some(Until::Ended(Some(day))) => day,
    };
    let tier = law.tier_of(&finding.provision);
    match national.limitation_for(tier.as_ref(), ended.last()) {
        None => Limit::NotKnown,
        Some(rule) if !rule.starts.is_at_end() => Limit::Elsewhere(rule.starts),
        Some(rule) => later(ended, i64::from(rule.months)).map_or(Limit::NoDay, Limit::Ends),
    }
}

/// So many months later, no more exact than the beginning is.
fn later(from: PartialDate, months: i64) -> Option<PartialDate> {
    let add = |day: Date| day.checked_add(Span::new().try_months(months).ok()?).ok();
    Some(match from {
        PartialDate::Day(day) => PartialDate::Day(add(day)?),
        PartialDate::Month(day) => PartialDate::Month(add(day)?),
        // Half years have no name: the last month it may be.
        PartialDate::Year(day) if months % 12 == 0 => PartialDate::Year(add(day)?),
        PartialDate::Year(day) => PartialDate::Month(add(day.last_of_year())?.first_of_month()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_later_is_no_more_exact_than_the_beginning() {
        let later = |from: &str, months| later(from.parse().unwrap(), months).unwrap().to_string();
        assert_eq!(later("2026-01-15", 36), "2029-01-15");
        assert_eq!(later("2024-08-31", 6), "2025-02-28", "the last day of a shorter month");
        assert_eq!(later("2024-02-29", 12), "2025-02-28");
        assert_eq!(later("2026-03", 60), "2031-03");
        assert_eq!(later("2024", 36), "2027");
        assert_eq!(later("2024", 6), "2025-06", "the latest it may be");
    }
}
