//! What was when: the timeline of a matter as a plain value.

use amende::analysis::{Analysis, Bar, Does, Event, Limit, Mark};
use amende::facts::{Answer, AnswerValue, Before, CaseFile, ChoiceValue, Until};
use amende::findings::{EARLIER_CONDUCT, Way};
use amende::law::{Direction, LimitationStart, YesNo};
use amende::quantity::PartialDate;
use amende::report;

use crate::{analyse, library, preset};

fn day(text: &str) -> PartialDate {
    text.parse().unwrap()
}

/// A newsletter since January 2024, without a contract with its processor.
fn matter() -> CaseFile {
    let mut matter = CaseFile::new("Time", "Newsletter");
    matter.as_of = Some("2026-11-01".parse().unwrap());
    "DE".clone_into(&mut matter.undertaking.establishment);
    matter.operations[0].began = Some(day("2024-01-15"));
    say(&mut matter, "processors.used", YesNo::Yes.into(), None);
    say(&mut matter, "processors.contract", YesNo::No.into(), None);
    matter
}

fn say(matter: &mut CaseFile, question: &str, value: AnswerValue, before: Option<(YesNo, Option<&str>)>) {
    let before =
        before.map(|(value, until)| Before { value: value.into(), until: until.map(day), evidence: String::new() });
    matter.operations[0].answers.insert(question.into(), Answer { value, before, ..Answer::default() });
}

/// The same, with the contract signed on this day.
fn signed(until: Option<&str>) -> CaseFile {
    let mut matter = matter();
    say(&mut matter, "processors.contract", YesNo::Yes.into(), Some((YesNo::No, until)));
    matter
}

fn bar<'a>(analysis: &'a Analysis<'_>, rule: &str) -> &'a Bar {
    analysis.timeline.bars.iter().find(|bar| bar.rule.as_str() == rule).unwrap()
}

const RULE: &str = "processors.contract";

fn mark<'a>(analysis: &'a Analysis<'_>, is: impl Fn(&Event) -> bool) -> &'a Mark {
    analysis.timeline.marks.iter().find(|mark| is(&mark.event)).unwrap()
}

fn effects(mark: &Mark) -> Vec<(&str, Does, Option<Direction>)> {
    mark.effects.iter().map(|effect| (effect.letter.as_str(), effect.does, effect.direction)).collect()
}

#[test]
fn marks_are_numbered_in_the_order_of_days() {
    let mut matter = signed(Some("2025-06-30"));
    matter.first_contact = Some(day("2025-03"));
    matter.operations[0].ended = Some(day("2026"));
    let analysis = analyse(&matter);
    let marks = &analysis.timeline.marks;
    let numbers: Vec<usize> = marks.iter().map(|mark| mark.number).collect();
    assert_eq!(numbers, [1, 2, 3, 4, 5]);
    let days: Vec<String> = marks.iter().map(|mark| mark.at().to_string()).collect();
    assert_eq!(days, ["2024-01-15", "2025-03-01", "2025-06-30", "2026-11-01", "2026-12-31"]);
    assert!(matches!(marks[0].event, Event::Began(_)) && marks[1].event == Event::Contact);
    assert!(matches!(marks[2].event, Event::Changed { way: Way::Better, .. }), "a remedy");
    assert!(marks[3].event == Event::Today && matches!(marks[4].event, Event::Ended(_)));
    let places: Vec<i64> = marks.iter().map(|mark| analysis.timeline.axis.place(mark.at())).collect();
    assert!(places.is_sorted(), "{places:?}");
}

/// What goes on counts until the day of the matter; what ended is weighed with its end.
#[test]
fn each_mark_says_what_it_does_in_the_calculation() {
    let goes_on = analyse(&matter());
    let began = mark(&goes_on, |event| matches!(event, Event::Began(_)));
    let bars = goes_on.timeline.bars.len();
    assert!(bars > 0);
    assert_eq!(effects(began), [("a", Does::Begins(bars), None)]);
    let today = mark(&goes_on, |event| *event == Event::Today);
    assert_eq!(effects(today), [("a", Does::CountedUntil(bars), Some(Direction::Aggravating))], "33 months");

    let mut matter = signed(Some("2024-03-31"));
    say(&mut matter, "response.mitigated", YesNo::Yes.into(), None);
    matter.first_contact = Some(day("2024-05-02"));
    let ended = analyse(&matter);
    let remedy = mark(&ended, |event| matches!(event, Event::Changed { .. }));
    let told = effects(remedy);
    assert!(matches!(told[0], ("a", Does::Ends(1..), Some(Direction::Mitigating))), "two months: {told:?}");
    assert_eq!(told[1..], [("c", Does::PutRight, Some(Direction::Mitigating))], "before the first contact");
    assert!(mark(&ended, |event| *event == Event::Today).effects.is_empty(), "nothing goes on");
    let contact: Vec<Does> = mark(&ended, |event| *event == Event::Contact).effects.iter().map(|e| e.does).collect();
    assert_eq!(contact, [Does::ContactMade, Does::Cooperation]);

    matter.first_contact = Some(day("2024-02-01"));
    say(&mut matter, "response.mitigated", AnswerValue::Unknown, None);
    let after = analyse(&matter);
    let remedy = mark(&after, |event| matches!(event, Event::Changed { .. }));
    assert_eq!(effects(remedy)[1], ("c", Does::PutRight, Some(Direction::Neutral)), "after the first contact");
}

/// A contract given up makes it worse, from then on.
#[test]
fn a_worsening_is_told_from_a_remedy() {
    let mut matter = matter();
    say(&mut matter, "processors.contract", YesNo::No.into(), Some((YesNo::Yes, Some("2025-06-30"))));
    let analysis = analyse(&matter);
    let change = mark(&analysis, |event| matches!(event, Event::Changed { .. }));
    assert!(matches!(change.event, Event::Changed { way: Way::Worse, .. }));
    assert!(matches!(effects(change)[..], [("a", Does::Begins(1..), None)]), "{:?}", effects(change));
    assert_eq!(bar(&analysis, RULE).period.unwrap().from, Some(day("2025-06-30")));
}

#[test]
fn what_has_no_day_stands_apart() {
    let mut matter = signed(None);
    matter.operations[0].began = None;
    let analysis = analyse(&matter);
    let undated = &analysis.timeline.undated;
    assert!(undated.iter().any(|event| matches!(event, Event::Began(_))), "{undated:?}");
    assert!(undated.iter().any(|event| matches!(event, Event::Changed { way: Way::Better, .. })), "{undated:?}");
    let only: Vec<&Event> = analysis.timeline.marks.iter().map(|mark| &mark.event).collect();
    assert_eq!(only, [&Event::Today]);
    let bar = bar(&analysis, RULE);
    assert!(bar.begins_unknown() && bar.months.is_none());
    assert_eq!(bar.limit, Limit::NoDay);
}

/// The assessment counts from the law on; the timeline tells the beginning as it was told.
#[test]
fn time_before_the_law_is_told_and_not_counted() {
    let mut matter = signed(Some("2018-07-31"));
    matter.operations[0].began = Some(day("2012"));
    let analysis = analyse(&matter);
    let known = bar(&analysis, RULE);
    assert_eq!(known.period.unwrap().from, Some(day("2018-05-25")));
    assert_eq!(known.told_from, Some(day("2012")));
    assert_eq!(known.months, Some(2));
    assert_eq!(analysis.timeline.counted_from, Some("2018-05-25".parse().unwrap()));
    let law = mark(&analysis, |event| *event == Event::LawApplies);
    let begun = analysis.timeline.bars.len();
    assert!(begun > 0);
    assert_eq!(effects(law), [("a", Does::NotCountedBefore, None), ("a", Does::Begins(begun), None)]);

    // Chosen to count: nothing is left out, and nothing is hatched.
    matter.choices.set(EARLIER_CONDUCT.into(), ChoiceValue::Holds(true), "as it began");
    let chosen = analyse(&matter);
    assert_eq!(bar(&chosen, RULE).told_from, None);
    assert_eq!(bar(&chosen, RULE).period.unwrap().from, Some(day("2012")));
    assert_eq!(chosen.timeline.counted_from, None);
}

fn limit(establishment: &str, until: Option<&str>) -> Limit {
    let mut matter = signed(until);
    establishment.clone_into(&mut matter.undertaking.establishment);
    bar(&analyse(&matter), RULE).limit
}

/// § 31(2) no. 1 `OWiG`: three years from the end; ch. 6 § 4 Act 2018:218: five years; Art. 73
/// LOPDGDD: two years for what Art. 83(4) covers, as Art. 28(3) is; § 73(1) IKS: two years, and
/// three for offences from November 2023 on.
#[test]
fn limitation_ends_so_long_after_the_end() {
    assert_eq!(limit("DE", Some("2026-01-15")), Limit::Ends(day("2029-01-15")));
    assert_eq!(limit("DE", Some("2026-01")), Limit::Ends(day("2029-01")));
    assert_eq!(limit("SE", Some("2026-01-15")), Limit::Ends(day("2031-01-15")));
    assert_eq!(limit("ES", Some("2026-01-15")), Limit::Ends(day("2028-01-15")));
    assert_eq!(limit("EE", Some("2026-01-15")), Limit::Ends(day("2029-01-15")));
}

/// The law of the authority that decides, not that of the seat: § 31(2) no. 1 `OWiG` for the
/// authority of a Land and a company from outside the Union.
#[test]
fn limitation_is_that_of_the_deciding_authority() {
    let mut matter = signed(Some("2026-01-15"));
    "GB".clone_into(&mut matter.undertaking.establishment);
    "ldi-nrw".clone_into(&mut matter.undertaking.lead_authority);
    assert_eq!(bar(&analyse(&matter), RULE).limit, Limit::Ends(day("2029-01-15")));
}

/// Nothing is computed where no rule is known, nothing has ended, or it runs from elsewhere.
#[test]
fn limitation_is_not_made_up() {
    assert_eq!(limit("FR", Some("2026-01-15")), Limit::NotKnown);
    assert_eq!(limit("GB", Some("2026-01-15")), Limit::NotKnown);
    assert_eq!(limit("", Some("2026-01-15")), Limit::NotKnown);
    assert_eq!(limit("HU", Some("2026-01-15")), Limit::Elsewhere(LimitationStart::Knowledge));
    assert_eq!(limit("LT", Some("2026-01-15")), Limit::Elsewhere(LimitationStart::Found));
    assert_eq!(limit("DE", None), Limit::NoDay);
    assert_eq!(bar(&analyse(&matter()), RULE).limit, Limit::GoesOn);
}

/// Every country has either its periods, each with a source and a note, or none: those for
/// which the law was read and no period found, or was not read, have none.
#[test]
fn limitation_rules_are_held_for_twenty_three_countries() {
    let national = &library().law.national;
    let without: Vec<&str> =
        national.iter().filter(|known| known.limitation.is_empty()).map(|known| known.country.as_str()).collect();
    assert_eq!(without, ["CY", "FR", "GB", "GR", "HR", "IE", "LI", "MT"]);
    let held = national.iter().flat_map(|known| &known.limitation);
    assert!(held.clone().all(|known| known.months > 0 && !known.note.is_empty()));
    assert_eq!(held.count(), 25, "two classes in Spain, two periods in Estonia");
}

/// Kaspr as it is told: two rules ended, the rest goes on, since some day of 2018.
#[test]
fn kaspr_with_its_dates() {
    let analysis = analyse(&preset("kaspr.amende.ron"));
    let timeline = &analysis.timeline;
    assert_eq!(timeline.bars.len(), analysis.assessment.findings().count());
    let days: Vec<String> = timeline.marks.iter().map(|mark| mark.day.to_string()).collect();
    assert_eq!(days, ["2018", "2022-05-17", "2022-07-28", "2024-08", "2024-12-05"]);
    assert!(timeline.bars.iter().any(Bar::goes_on));
    let ended = |bar: &&Bar| matches!(bar.period.unwrap().until, Until::Ended(_));
    assert!(timeline.bars.iter().filter(|bar| bar.period.is_some()).any(|bar| ended(&bar)));
    assert!(
        timeline
            .undated
            .iter()
            .any(|event| matches!(event, Event::Changed { question, .. } if question.as_str() == "retention.defined"))
    );
    assert!(!timeline.limitation_known, "none is known for France");
}

/// The report has the picture and the same in tables; Markdown has the tables alone.
#[test]
#[cfg(feature = "typeset")]
fn the_report_tells_what_was_when() {
    let mut matter = signed(Some("2026-01-15"));
    matter.first_contact = Some(day("2026-03"));
    let analysis = analyse(&matter);
    let exposure = amende::analysis::simulate(&matter, library(), &analysis).unwrap();
    let document = report::build(&matter, library(), &analysis, &exposure);
    let chart = document.blocks.iter().find_map(|block| match block {
        report::Block::Timeline(chart) => Some(chart),
        _ => None,
    });
    let chart = chart.unwrap();
    assert_eq!(chart.bars.len(), analysis.timeline.bars.len());
    assert!(
        chart.bars.iter().all(|bar| bar.parts.iter().all(|(from, to, _)| 0.0 <= *from && from <= to && *to <= 1.0))
    );
    let bar = chart.bars.iter().find(|bar| bar.limit.is_some()).unwrap();
    assert!(bar.limit.unwrap() > chart.break_at.unwrap(), "three years later is after the break");
    assert!(chart.alternative.contains("First contact by the authority"), "told to those who do not see it");

    let fonts = report::SystemFonts::installed();
    let markdown = String::from_utf8(report::render(&document, report::Format::Markdown, fonts).unwrap()).unwrap();
    let (_, words) = crate::support::read_markdown(&markdown);
    for told in ["What was when", "15 January 2024", "15 January 2029, unless interrupted", "24 months", "OWiG"] {
        assert!(words.contains(told), "{told}");
    }
    assert!(!words.contains(&chart.alternative));
    assert!(report::render(&document, report::Format::Pdf, fonts).unwrap().starts_with(b"%PDF"));
}

/// The same for programs.
#[test]
fn the_json_tells_what_was_when() {
    let matter = signed(Some("2026-01-15"));
    let analysis = analyse(&matter);
    let exposure = amende::analysis::simulate(&matter, library(), &analysis).unwrap();
    let json = report::AssessmentJson::new(&matter, library(), &analysis, &exposure, &[]);
    let json = serde_json::to_value(&json).unwrap();
    let timeline = &json["timeline"];
    let bars = timeline["bars"].as_array().unwrap();
    let bar = bars.iter().find(|bar| bar["rule"] == RULE).unwrap();
    assert_eq!(bar["limitation"], serde_json::json!({"state": "ends", "until": "2029-01-15"}));
    assert_eq!(bar["period"]["months"], 24);
    let marks = timeline["marks"].as_array().unwrap();
    let change = marks.iter().find(|mark| mark["event"] == "changed").unwrap();
    assert_eq!((&change["day"], &change["way"]), (&"2026-01-15".into(), &"better".into()));
    assert_eq!(change["effects"][0]["letter"], "a");
    assert_eq!(change["effects"][0]["direction"], "aggravating", "two years");
}

/// What cannot be is refused with the file that says it.
#[test]
fn a_limitation_period_that_cannot_be_is_refused() {
    let sweden = "assets/law/national/SE.ron";
    let told = crate::support::broken(&[(sweden, "months: 60", "months: 0")]);
    assert!(told.contains(sweden) && told.contains("at least one month"), "{told}");
    let spain = "assets/law/national/ES.ron";
    let told = crate::support::broken(&[(spain, "Tiers([\"83(4)\"])", "Tiers([\"83(7)\"])")]);
    assert!(told.contains(spain) && told.contains("no tier `83(7)`"), "{told}");
    let told = crate::support::broken(&[(sweden, "starts: Commission", "starts: Someday")]);
    assert!(told.contains(sweden), "{told}");
}
