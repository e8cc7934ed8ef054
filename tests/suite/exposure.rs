//! What is drawn, against the chances that `assets/estimate/priors.ron` states: all but one
//! thing is settled, so that the shares follow by plain arithmetic.

use amende::analysis;
use amende::exposure::ExposureDistribution;
use amende::facts::{Answer, AnswerValue, CaseFile, ChoiceValue, Turnover};
use amende::fine::{Calculation, Permitted};
use amende::law::{Seriousness, StepKind};
use amende::quantity::{Currency, Money, Rate, Rounding};

use crate::{analyse, library};

fn money(text: &str) -> Money {
    text.parse().unwrap()
}

/// An operation without a legal basis, by an undertaking with this turnover.
fn matter(turnover: &str) -> CaseFile {
    let mut case_file = CaseFile::new("Drawn", "Operation");
    case_file.undertaking.turnover = Turnover::Figure {
        amount: Some(money(turnover)),
        year: Some(2025),
        source: "test".to_owned(),
        secondary: false,
    };
    case_file.undertaking.employees = Some(400);
    answer(&mut case_file, "lawfulness.basis", AnswerValue::Option("none".into()));
    case_file
}

fn answer(case_file: &mut CaseFile, question: &str, value: AnswerValue) {
    case_file.operations[0].answers.insert(question.into(), Answer { value, ..Answer::default() });
}

fn settle(case_file: &mut CaseFile, point: &str, value: ChoiceValue) {
    case_file.choices.set(point.into(), value, "test");
}

fn rate(text: &str) -> ChoiceValue {
    ChoiceValue::Rate(text.parse().unwrap())
}

fn drawn(case_file: &CaseFile) -> (Calculation, ExposureDistribution) {
    let analysis = analyse(case_file);
    let drawn = analysis::simulate(case_file, library(), &analysis).unwrap();
    (analysis.calculation.clone(), drawn)
}

/// Whether so many hundredths of the fines exceed an amount, give or take two.
fn exceed(drawn: &ExposureDistribution, amount: Money, hundredths: f64) {
    let found = drawn.exceedance(amount);
    #[expect(clippy::cast_precision_loss, reason = "at most a hundred")]
    let apart = (found as f64 - hundredths).abs();
    assert!(apart <= 2.0, "{amount} is exceeded by {found} of a hundred, not {hundredths}");
}

/// The chance that something of what a conduct is alleged to infringe is found: each alone, by
/// its strength.
fn found(case_file: &CaseFile) -> f64 {
    let analysis = analyse(case_file);
    let alleged = analysis.assessment.conducts[0].infringements.iter();
    let fined = alleged.filter(|known| known.tier.is_some() && known.beside().is_none());
    let missed = fined.map(|known| 1.0 - part(library().priors.found.of(known.strength)));
    1.0 - missed.product::<f64>()
}

fn part(rate: Rate) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "parts per million")]
    let ppm = rate.ppm() as f64;
    ppm / 1_000_000.0
}

/// The geometric mean: the middle of a logarithmic scale.
fn middle(low: Money, high: Money) -> Money {
    #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "amounts of a test")]
    let minor = (low.minor() as f64 * high.minor() as f64).sqrt() as i64;
    Money::from_minor(minor, low.currency())
}

/// Two conducts whose fines are settled at EUR 1,000 and EUR 3,000, each found or not: an
/// outcome is one of them, the sum, or none.
#[test]
fn an_outcome_is_the_sum_of_what_is_found() {
    let mut case_file = matter("EUR 300_000_000");
    let mut second = case_file.operations[0].clone();
    second.id = "second".into();
    case_file.operations.push(second);
    let chance = found(&case_file);
    settle(&mut case_file, "A.final_amount", ChoiceValue::Amount(money("EUR 1_000")));
    settle(&mut case_file, "B.final_amount", ChoiceValue::Amount(money("EUR 3_000")));
    let (calculation, drawn) = drawn(&case_file);
    assert_eq!(calculation.fine.point, money("EUR 4_000"));

    let any = 1.0 - (1.0 - chance) * (1.0 - chance);
    assert_eq!(drawn.exceedance(money("EUR 999.99")), 100);
    exceed(&drawn, money("EUR 1_000"), 100.0 * chance / any);
    exceed(&drawn, money("EUR 2_999.99"), 100.0 * chance / any);
    exceed(&drawn, money("EUR 3_000"), 100.0 * chance * chance / any);
    exceed(&drawn, money("EUR 3_999.99"), 100.0 * chance * chance / any);
    assert_eq!(drawn.exceedance(money("EUR 4_000")), 0, "what an amount equals does not exceed it");
    #[expect(clippy::cast_precision_loss, reason = "counts")]
    let without = drawn.without_fine as f64 / drawn.drawn as f64;
    assert!((without - (1.0 - any)).abs() < 0.01, "{without} without a fine, not {}", 1.0 - any);

    let all: Vec<Money> = (1..=100).filter_map(|percent| drawn.percentile(percent)).collect();
    assert_eq!(all.len(), 100);
    assert!(all.is_sorted_by_key(|amount| amount.minor()));
    let possible = ["EUR 1_000", "EUR 3_000", "EUR 4_000"].map(money);
    assert!(all.iter().all(|amount| possible.contains(amount)), "{all:?}");
    assert_eq!((all[0], all[49], all[99]), (possible[0], possible[2], possible[2]));
    assert!(!drawn.is_empty() && drawn.outside.is_none());
    // Eight tenths of the fines lie from one end to the other, ends included.
    let (low, high) = (drawn.percentile(10).unwrap(), drawn.percentile(90).unwrap());
    let beside = |amount: Money, cents| Money::from_minor(amount.minor() + cents, amount.currency());
    assert!(!drawn.leaves_out(low) && !drawn.leaves_out(high));
    assert!(drawn.leaves_out(beside(low, -1)) && drawn.leaves_out(beside(high, 1)));

    // Nearest rank: so many hundredths of the fines do not exceed the percentile, and fewer
    // lie below it.
    for percent in [5, 10, 50, 90] {
        let amount = drawn.percentile(percent).unwrap();
        let below = Money::from_minor(amount.minor() - 1, amount.currency());
        assert!(drawn.exceedance(amount) <= 100 - percent && drawn.exceedance(below) >= 100 - percent, "{percent}");
    }
    let names: Vec<String> = drawn.marks().into_iter().map(|(name, _)| name).collect();
    assert_eq!(names.join(", "), "P10, P50, P90");
    assert!(drawn.marks().is_sorted_by(|(_, one), (_, other)| one < other), "equal ones stand as one");
}

/// EUR 2,000 is the middle of a logarithmic scale from EUR 1,000 to EUR 4,000.
#[test]
fn a_picture_counts_every_fine_between_its_ends_once() {
    let mut case_file = matter("EUR 300_000_000");
    let mut second = case_file.operations[0].clone();
    second.id = "second".into();
    case_file.operations.push(second);
    settle(&mut case_file, "A.final_amount", ChoiceValue::Amount(money("EUR 1_000")));
    settle(&mut case_file, "B.final_amount", ChoiceValue::Amount(money("EUR 3_000")));
    let (_, drawn) = drawn(&case_file);
    let fines = u32::try_from(drawn.drawn - drawn.without_fine).unwrap();
    let count = |low: &str, high: &str, bins| drawn.histogram(money(low), money(high), bins);

    let halves = count("EUR 1_000", "EUR 4_000", 2);
    assert_eq!(halves.iter().sum::<u32>(), fines);
    let above = usize::try_from(halves[1]).unwrap() * 100 / usize::try_from(fines).unwrap();
    assert_eq!(above, drawn.exceedance(money("EUR 1_000")), "EUR 3,000 and 4,000 lie in the upper half");
    // One alone and both together in parts of their own; what lies outside is in none.
    let [only_a, only_b] = [count("EUR 500", "EUR 1_500", 1)[0], count("EUR 2_500", "EUR 3_500", 1)[0]];
    assert!(only_a > 0 && only_b > 0);
    assert_eq!(only_a, halves[0]);
    assert_eq!(count("EUR 3_500", "EUR 5_000", 1)[0], fines - only_a - only_b);
    assert_eq!(count("EUR 1_100", "EUR 2_900", 3), [0, 0, 0]);
    assert_eq!(count("EUR 20", "EUR 200_000", 4), [0, only_a, fines - only_a, 0], "a part for each power of ten");
    assert_eq!(count("EUR 1_000", "EUR 4_000", 0), Vec::<u32>::new());
    assert_eq!(count("EUR 4_000", "EUR 1_000", 2), [0, 0]);
    assert_eq!(count("EUR 4_000", "EUR 4_000", 2), [0, 0]);
}

#[test]
fn nothing_alleged_leaves_no_fine_to_draw() {
    let case_file = CaseFile::new("Nothing", "Operation");
    let (_, drawn) = drawn(&case_file);
    assert!(drawn.is_empty() && drawn.marks().is_empty());
    assert_eq!(drawn.without_fine, drawn.drawn);
    assert_eq!((drawn.percentile(50), drawn.exceedance(money("EUR 0"))), (None, 0));
    assert!(!drawn.leaves_out(money("EUR 1")));
}

/// The amount before step 5 is settled: step 5 leaves it as it is as often as stated, else any
/// factor of the usual range, small ones as likely as large ones.
#[test]
fn step_5_is_left_out_or_spread_evenly_on_a_logarithmic_scale() {
    let mut case_file = matter("EUR 3_000_000");
    let amount = analyse(&case_file).calculation.conducts[0].adjusted.point;
    settle(&mut case_file, "A.adjusted_amount", ChoiceValue::Amount(amount));
    let (calculation, drawn) = drawn(&case_file);
    let method = library().law.methodology(calculation.methodology.as_str()).unwrap();
    let usual = method.steps.iter().find_map(|step| match &step.kind {
        StepKind::Proportionality(range) => Some(range.usual),
        _ => None,
    });
    let (low, high) = usual.map(|usual| (times(amount, usual.low), times(amount, usual.high))).unwrap();
    assert!(drawn.percentile(1).unwrap() >= low && drawn.percentile(100).unwrap() <= high);
    let same = 100.0 * part(library().priors.proportionality_unchanged);
    let spread = 100.0 - same;
    // Of what is spread, as much lies below any amount as its place on the scale says.
    let log = |amount: Money| {
        #[expect(clippy::cast_precision_loss, reason = "amounts of a test")]
        let minor = amount.minor() as f64;
        libm::log(minor)
    };
    let above = |amount: Money| spread * (log(high) - log(amount)) / (log(high) - log(low));
    exceed(&drawn, amount, above(amount));
    exceed(&drawn, Money::from_minor(amount.minor() - 1, amount.currency()), above(amount) + same);
    let centre = middle(low, high);
    exceed(&drawn, centre, spread / 2.0 + if centre < amount { same } else { 0.0 });
}

fn times(amount: Money, factor: Rate) -> Money {
    amount.share(factor, Rounding::Down)
}

/// One aggravating circumstance, all else settled: counted as often as stated, and then with
/// up to twice the movement proposed, each as likely.
#[test]
fn a_circumstance_is_counted_as_often_as_stated_and_up_to_twice_what_is_proposed() {
    let mut case_file = matter("EUR 3_000_000");
    answer(&mut case_file, "response.earlier", AnswerValue::Yes);
    settle(&mut case_file, "A.starting_amount", ChoiceValue::Amount(money("EUR 10_000")));
    settle(&mut case_file, "A.proportionality", rate("100 %"));
    let open = analyse(&case_file).calculation;
    // What else weighs is settled at nothing.
    let moved: Vec<String> = open
        .points
        .iter()
        .filter(|point| point.id.as_str().starts_with("A.circumstance.") && point.id.as_str() != "A.circumstance.e")
        .map(|point| point.id.to_string())
        .collect();
    for point in moved {
        settle(&mut case_file, &point, rate("0 %"));
    }
    let (calculation, drawn) = drawn(&case_file);
    let earlier = calculation.point("A.circumstance.e").unwrap();
    let ChoiceValue::Rate(proposed) = earlier.proposed else { panic!("{earlier:?}") };
    let Permitted::Rates(permitted) = earlier.permitted else { panic!("{earlier:?}") };
    assert!(proposed > Rate::ZERO && permitted.high.ppm() >= 2 * proposed.ppm(), "{earlier:?}");
    let starting = calculation.starting.point;
    let counted = 100.0 * part(library().priors.circumstance_counted);
    let by = |rate: Rate| starting.moved_by(rate, Rounding::Down);
    assert_eq!(drawn.percentile(1), Some(starting));
    exceed(&drawn, starting, counted);
    exceed(&drawn, by(proposed), counted / 2.0);
    exceed(&drawn, by(Rate::from_ppm(proposed.ppm() * 3 / 2)), counted / 4.0);
    assert!(drawn.percentile(100).unwrap() <= by(Rate::from_ppm(2 * proposed.ppm())));
}

/// The class of seriousness and the share inside it, all else settled: the share is the fine
/// over EUR 20 million (Art. 83(5)), and the classes meet at 10 % and 20 % (Guidelines 04/2022,
/// para. 60).
#[test]
fn the_class_is_the_one_proposed_or_another_as_often_as_stated() {
    let mut case_file = matter("EUR 500_000_000");
    settle(&mut case_file, "A.turnover_share", rate("100 %"));
    settle(&mut case_file, "A.proportionality", rate("100 %"));
    let open = analyse(&case_file).calculation;
    let weighed = open.points.iter().filter(|point| point.id.as_str().starts_with("A.circumstance."));
    for point in weighed.map(|point| point.id.to_string()).collect::<Vec<_>>() {
        settle(&mut case_file, &point, rate("0 %"));
    }
    let (calculation, drawn) = drawn(&case_file);
    assert_eq!(calculation.maximum.point, money("EUR 20_000_000"));
    let ChoiceValue::Rate(size) = calculation.point("A.turnover_share").unwrap().value else { panic!("no share") };
    let of_maximum = |percent: &str| {
        let share: Rate = percent.parse().unwrap();
        calculation.maximum.point.share(share, Rounding::Down).share(size, Rounding::Down)
    };
    let priors = &library().priors.seriousness;
    let [same, next, farther] = [priors.as_proposed, priors.next, priors.farther].map(|rate| 100.0 * part(rate));
    let either = f64::midpoint(next, farther);
    let [low, medium, high] = match calculation.conducts[0].seriousness.unwrap() {
        Seriousness::Low => [same, next, farther],
        Seriousness::Medium => [either, same, either],
        Seriousness::High => [farther, next, same],
    };
    assert!((low + medium + high - 100.0).abs() < 0.001);
    exceed(&drawn, of_maximum("10 %"), medium + high);
    exceed(&drawn, of_maximum("20 %"), high);
    // Inside a class small shares are as likely as large ones on a logarithmic scale.
    exceed(&drawn, middle(of_maximum("10 %"), of_maximum("20 %")), high + medium / 2.0);
    exceed(&drawn, middle(of_maximum("20 %"), of_maximum("100 %")), high / 2.0);
    let floor = library().priors.share_floor.to_string();
    exceed(&drawn, middle(of_maximum(&floor), of_maximum("10 %")), high + medium + low / 2.0);
    assert!(drawn.percentile(1).unwrap() >= of_maximum(&floor));
}

/// The share for the size, all else settled: from half way (on a logarithmic scale) between the
/// least of the band and that at the turnover's place, to the most of the band.
#[test]
fn the_share_for_the_size_begins_half_way_to_the_place_in_the_band() {
    let mut case_file = matter("EUR 3_000_000");
    settle(&mut case_file, "A.seriousness", ChoiceValue::Level(Seriousness::Medium));
    settle(&mut case_file, "A.seriousness_share", rate("10 %"));
    settle(&mut case_file, "A.proportionality", rate("100 %"));
    let open = analyse(&case_file).calculation;
    let weighed = open.points.iter().filter(|point| point.id.as_str().starts_with("A.circumstance."));
    for point in weighed.map(|point| point.id.to_string()).collect::<Vec<_>>() {
        settle(&mut case_file, &point, rate("0 %"));
    }
    let (calculation, drawn) = drawn(&case_file);
    assert_eq!(library().priors.size_begins.to_string(), "50 %");
    let size = calculation.point("A.turnover_share").unwrap();
    let (ChoiceValue::Rate(at), Permitted::Rates(band)) = (size.proposed, size.permitted) else { panic!("{size:?}") };
    // 10 % of EUR 20 million; the annex has EUR 6,000 to 40,000 of it for EUR 2 to 10 million.
    let share = |rate: Rate| money("EUR 2_000_000").share(rate, Rounding::Down);
    assert_eq!((share(band.low), share(band.high)), (money("EUR 6_000"), money("EUR 40_000")));
    let from = middle(share(band.low), share(at));
    let near =
        |amount: Money, other: Money| amount.minor().abs_diff(other.minor()) * 100 <= other.minor().unsigned_abs();
    assert!(drawn.percentile(1).unwrap().minor() * 101 >= from.minor() * 100, "{from}");
    assert!(near(drawn.percentile(100).unwrap(), share(band.high)));
    exceed(&drawn, middle(from, share(band.high)), 50.0);
}

/// A turnover between nothing and EUR 50 million is drawn evenly on a logarithmic scale from the
/// floor that is stated, and never beyond the bracket.
#[test]
fn a_bracket_is_drawn_evenly_on_a_logarithmic_scale() {
    let mut case_file = matter("EUR 1");
    case_file.undertaking.turnover = Turnover::Bracket {
        from: Some(money("EUR 1_000_000_000")),
        to: Some(money("EUR 4_000_000_000")),
        source: "test".to_owned(),
    };
    // Above EUR 500 million the maximum is 4 % of the turnover and size plays no other part.
    settle(&mut case_file, "A.seriousness", ChoiceValue::Level(Seriousness::Medium));
    settle(&mut case_file, "A.seriousness_share", rate("10 %"));
    settle(&mut case_file, "A.proportionality", rate("100 %"));
    let open = analyse(&case_file).calculation;
    let weighed = open.points.iter().filter(|point| point.id.as_str().starts_with("A.circumstance."));
    for point in weighed.map(|point| point.id.to_string()).collect::<Vec<_>>() {
        settle(&mut case_file, &point, rate("0 %"));
    }
    let (_, drawn) = drawn(&case_file);
    // 10 % of 4 % of the turnover: EUR 4 million at the least, 16 at the most, 8 at EUR 2,000 million.
    assert!(drawn.percentile(1).unwrap() >= money("EUR 4_000_000"));
    assert!(drawn.percentile(100).unwrap() <= money("EUR 16_000_000"));
    exceed(&drawn, money("EUR 8_000_000"), 50.0);
    exceed(&drawn, middle(money("EUR 4_000_000"), money("EUR 8_000_000")), 75.0);
    assert_eq!(drawn.percentile(50).unwrap().currency(), Currency::EUR);
}
