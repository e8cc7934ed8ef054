//! What happened in the order of days, with what each day does in the calculation.

use jiff::civil::Date;

use super::{Bar, Does, Effect, Event, Mark};
use crate::facts::{CaseFile, Operation, Restored, Until};
use crate::findings::{self, Assessment, WeighedCircumstance, WeighedFactor, WeighedOperation};
use crate::law::{Circumstance, Corpus, Direction, Factor, OperationId, QuestionId, Weight};
use crate::quantity::PartialDate;

/// Marks with a day in the order of days, and events without one.
pub(super) fn of(
    case_file: &CaseFile,
    law: &Corpus,
    assessment: &Assessment,
    bars: &[Bar],
    counted_from: Option<Date>,
    day: Date,
) -> (Vec<Mark>, Vec<Event>) {
    let mut events: Vec<(Option<PartialDate>, Event)> = Vec::new();
    events.extend(counted_from.map(|first| (Some(first.into()), Event::LawApplies)));
    for operation in &case_file.operations {
        let of_it = || bars.iter().filter(|bar| bar.operation == operation.id);
        if operation.began.is_some() || of_it().any(Bar::begins_unknown) {
            events.push((operation.began, Event::Began(operation.id.clone())));
        }
        events.extend(changes(case_file, law, operation));
        events.extend(operation.ended.map(|ended| (Some(ended), Event::Ended(operation.id.clone()))));
    }
    events.extend(case_file.first_contact.map(|contact| (Some(contact), Event::Contact)));
    events.push((Some(day.into()), Event::Today));
    let seen = Seen { law, assessment, bars };
    let mut dated: Vec<(PartialDate, Event)> = Vec::new();
    let mut undated = Vec::new();
    for (day, event) in events {
        match day {
            Some(day) => dated.push((day, event)),
            None => undated.push(event),
        }
    }
    // Events of one day stay in the order above.
    dated.sort_by_key(|(day, event)| event.at(*day));
    let mark = |(index, (day, event)): (usize, (PartialDate, Event))| Mark {
        number: index + 1,
        day,
        effects: seen.effects(day, &event),
        event,
    };
    (dated.into_iter().enumerate().map(mark).collect(), undated)
}

fn changes<'a>(
    case_file: &CaseFile,
    law: &Corpus,
    operation: &'a Operation,
) -> impl Iterator<Item = (Option<PartialDate>, Event)> + use<'a> {
    let turns = findings::turns(law, case_file, operation);
    turns.into_iter().map(|turn| {
        let (operation, question) = (operation.id.clone(), turn.question);
        (turn.until, Event::Changed { operation, question, way: turn.way })
    })
}

/// What the effects of an event are read from.
struct Seen<'a> {
    law: &'a Corpus,
    assessment: &'a Assessment,
    bars: &'a [Bar],
}

impl Seen<'_> {
    fn effects(&self, day: PartialDate, event: &Event) -> Vec<Effect> {
        match event {
            Event::LawApplies => {
                let from = |bar: &&Bar| bar.period.is_some_and(|period| period.from == Some(day));
                let begun = self.counted(None, self.bars.iter().filter(from).count(), Does::Begins);
                self.durations(None, Does::NotCountedBefore).into_iter().chain(begun).collect()
            }
            Event::Began(operation) => {
                let began =
                    self.count(operation, None, |bar| bar.period.is_some_and(|period| period.from == Some(day)));
                self.counted(None, began, Does::Begins).into_iter().collect()
            }
            Event::Changed { operation, question, .. } => self.changed(day, operation, question),
            Event::Ended(operation) => self.ended(day, operation, None),
            Event::Contact => self.contact(),
            Event::Today => {
                let on: Vec<&Bar> = self.bars.iter().filter(|bar| bar.goes_on()).collect();
                let heaviest =
                    on.iter().filter_map(|bar| self.duration(&bar.operation)).max_by_key(|known| known.weight);
                self.counted(heaviest, on.len(), Does::CountedUntil).into_iter().collect()
            }
        }
    }

    fn changed(&self, day: PartialDate, operation: &OperationId, question: &QuestionId) -> Vec<Effect> {
        let mut effects = self.ended(day, operation, Some(question));
        // What is better in one respect may be where something else begins.
        let begun =
            self.count(operation, Some(question), |bar| bar.period.is_some_and(|period| period.from == Some(day)));
        effects.splice(0..0, self.counted(None, begun, Does::Begins));
        effects
    }

    /// What ends with a day, and whether with it all was put right.
    fn ended(&self, day: PartialDate, operation: &OperationId, question: Option<&QuestionId>) -> Vec<Effect> {
        let ends = |bar: &Bar| bar.period.is_some_and(|period| period.until == Until::Ended(Some(day)));
        let over = self.count(operation, question, ends);
        let mut effects: Vec<Effect> = self.counted(self.duration(operation), over, Does::Ends).into_iter().collect();
        let restored = self.assessment.courses.get(operation).map(|course| course.put_right);
        if over > 0 && restored == Some(Restored::By(day)) {
            let course = |known: &&Circumstance| known.readings.iter().any(|reading| reading.when.looks_at_course());
            effects.extend(self.law.circumstances.iter().filter(course).map(|known| {
                let weighed = self.weighed(operation).and_then(|weighed| circumstance(&weighed.circumstances, known));
                effect(known, Does::PutRight, weighed)
            }));
        }
        effects
    }

    fn contact(&self) -> Vec<Effect> {
        let circumstances = self.law.circumstances.iter().filter_map(|known| {
            let does = if known.readings.iter().any(|reading| reading.when.looks_at_course()) {
                Does::ContactMade
            } else if known.from_first_contact {
                Does::Cooperation
            } else {
                return None;
            };
            let weighed = self.assessment.conducts.iter().flat_map(|conduct| &conduct.circumstances);
            let weighed = weighed.filter(|weighed| weighed.circumstance == known.id);
            // What is neutral from here on is not what the letter as a whole comes to.
            let weighed = weighed.max_by_key(|weighed| weighed.direction).filter(|_| does == Does::Cooperation);
            Some(effect(known, does, weighed))
        });
        circumstances.collect()
    }

    /// How many bars of an operation, and resting on a question, are so.
    fn count(&self, operation: &OperationId, question: Option<&QuestionId>, so: impl Fn(&Bar) -> bool) -> usize {
        let rests = |bar: &Bar| {
            let Some(question) = question else { return true };
            let grades = self.law.rule(&bar.rule).map(|rule| rule.grades.as_slice()).unwrap_or_default();
            let asked = grades.iter().flat_map(|grade| grade.when.questions());
            // Itself, or one that is asked only where it was answered so.
            let gated =
                |id: &QuestionId| self.law.question(id).is_some_and(|known| known.when.questions().contains(&question));
            asked.into_iter().any(|id| id == question || gated(id))
        };
        self.bars.iter().filter(|bar| bar.operation == *operation && rests(bar) && so(bar)).count()
    }

    fn counted(&self, weighed: Option<&WeighedFactor>, count: usize, does: fn(usize) -> Does) -> Option<Effect> {
        if count == 0 { None } else { self.durations(weighed, does(count)) }
    }

    /// An effect on the duration.
    fn durations(&self, weighed: Option<&WeighedFactor>, does: Does) -> Option<Effect> {
        let factor = self.law.factors.iter().find(|factor| self.is_duration(factor))?;
        let direction = weighed.and_then(|weighed| weighed.weight).map(|weight| match weight {
            Weight::Lowers => Direction::Mitigating,
            Weight::Neutral => Direction::Neutral,
            Weight::Raises => Direction::Aggravating,
        });
        let reasons = weighed.map_or_else(Vec::new, WeighedFactor::reasons);
        Some(Effect { letter: factor.letter.clone(), does, direction, reasons })
    }

    /// What the duration of an operation weighs.
    fn duration(&self, operation: &OperationId) -> Option<&WeighedFactor> {
        let factor = self.law.factors.iter().find(|factor| self.is_duration(factor))?;
        self.weighed(operation)?.factors.iter().find(|weighed| weighed.factor == factor.id)
    }

    fn is_duration(&self, factor: &Factor) -> bool {
        let asks = |id: &QuestionId| self.law.question(id).is_some_and(|question| question.duration);
        factor.readings.iter().any(|reading| reading.when.questions().into_iter().any(asks))
    }

    fn weighed(&self, operation: &OperationId) -> Option<&WeighedOperation> {
        let weighed = self.assessment.conducts.iter().flat_map(|conduct| &conduct.weighed);
        weighed.into_iter().find(|weighed| weighed.operation == *operation)
    }
}

fn circumstance<'a>(all: &'a [WeighedCircumstance], wanted: &Circumstance) -> Option<&'a WeighedCircumstance> {
    all.iter().find(|weighed| weighed.circumstance == wanted.id)
}

fn effect(circumstance: &Circumstance, does: Does, weighed: Option<&WeighedCircumstance>) -> Effect {
    Effect {
        letter: circumstance.letter.clone(),
        does,
        direction: weighed.and_then(|weighed| weighed.direction),
        reasons: weighed.map_or_else(Vec::new, WeighedCircumstance::reasons),
    }
}
