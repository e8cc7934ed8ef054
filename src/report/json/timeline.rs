//! What was when, for programs: bars and marks.

use serde::Serialize;

use super::{PeriodJson, period_json};
use crate::analysis::{Analysis, Bar, Does, Effect, Event, Limit, Mark};
use crate::facts::CaseFile;
use crate::findings::Way;
use crate::law::{Direction, LimitationStart, Strength};
use crate::library::Library;
use crate::report::When;

#[derive(Debug, Clone, Serialize)]
pub(super) struct TimelineJson {
    bars: Vec<BarJson>,
    marks: Vec<MarkJson>,
}

#[derive(Debug, Clone, Serialize)]
struct BarJson {
    rule: String,
    operation: String,
    provision: String,
    strength: Strength,
    period: Option<PeriodJson>,
    told_from: Option<String>,
    limitation: LimitJson,
}

#[derive(Debug, Clone, Serialize)]
struct LimitJson {
    state: &'static str,
    until: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
struct MarkJson {
    number: Option<usize>,
    day: Option<String>,
    event: &'static str,
    operation: Option<String>,
    question: Option<String>,
    way: Option<&'static str>,
    effects: Vec<EffectJson>,
}

#[derive(Debug, Clone, Serialize)]
struct EffectJson {
    letter: String,
    does: &'static str,
    count: Option<usize>,
    direction: Option<&'static str>,
    text: String,
}

impl TimelineJson {
    pub(super) fn new(case_file: &CaseFile, library: &Library, analysis: &Analysis<'_>) -> Self {
        let when = When { case_file, law: &library.law, text: &library.locale };
        let timeline = &analysis.timeline;
        let bar = |bar: &Bar| BarJson {
            rule: bar.rule.to_string(),
            operation: bar.operation.to_string(),
            provision: bar.provision.to_string(),
            strength: bar.strength,
            period: bar.period.map(|period| period_json(&period, timeline.day)),
            told_from: bar.told_from.map(|day| day.to_string()),
            limitation: limit(bar.limit),
        };
        let undated = timeline.undated.iter().map(MarkJson::of);
        Self {
            bars: timeline.bars.iter().map(bar).collect(),
            marks: timeline.marks.iter().map(|mark| MarkJson::dated(mark, when)).chain(undated).collect(),
        }
    }
}

fn limit(limit: Limit) -> LimitJson {
    let (state, until) = match limit {
        Limit::NotKnown => ("none_known", None),
        Limit::GoesOn => ("not_begun", None),
        Limit::NoDay => ("no_day", None),
        Limit::Elsewhere(LimitationStart::Knowledge) => ("from_knowledge", None),
        Limit::Elsewhere(_) => ("from_finding", None),
        Limit::Ends(day) => ("ends", Some(day.to_string())),
    };
    LimitJson { state, until }
}

impl MarkJson {
    fn dated(mark: &Mark, when: When<'_>) -> Self {
        Self {
            number: Some(mark.number),
            day: Some(mark.day.to_string()),
            effects: mark.effects.iter().map(|effect| EffectJson::of(effect, when)).collect(),
            ..Self::of(&mark.event)
        }
    }

    fn of(event: &Event) -> Self {
        let (event, operation, question, way) = match event {
            Event::LawApplies => ("law_applies", None, None, None),
            Event::Began(operation) => ("began", Some(operation), None, None),
            Event::Ended(operation) => ("ended", Some(operation), None, None),
            Event::Contact => ("contact", None, None, None),
            Event::Today => ("today", None, None, None),
            Event::Changed { operation, question, way } => ("changed", Some(operation), Some(question), Some(*way)),
        };
        let way = way.map(|way| match way {
            Way::Better => "better",
            Way::Worse => "worse",
            Way::Open => "open",
        });
        Self {
            number: None,
            day: None,
            event,
            operation: operation.map(ToString::to_string),
            question: question.map(ToString::to_string),
            way,
            effects: Vec::new(),
        }
    }
}

impl EffectJson {
    fn of(effect: &Effect, when: When<'_>) -> Self {
        let (does, count) = match effect.does {
            Does::NotCountedBefore => ("not_counted_before", None),
            Does::Begins(count) => ("begins", Some(count)),
            Does::Ends(count) => ("ends", Some(count)),
            Does::PutRight => ("put_right", None),
            Does::ContactMade => ("contact_made", None),
            Does::Cooperation => ("cooperation", None),
            Does::CountedUntil(count) => ("counted_until", Some(count)),
        };
        let direction = effect.direction.map(|direction| match direction {
            Direction::Aggravating => "aggravating",
            Direction::Neutral => "neutral",
            Direction::Mitigating => "mitigating",
        });
        Self { letter: effect.letter.clone(), does, count, direction, text: when.effect(effect) }
    }
}
