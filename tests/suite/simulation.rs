//! The simulation: what it calculates with is what `calculate` comes to, whatever is drawn; the same
//! bytes from the same seed, however many threads take part.

use amende::analysis::{self, Analysis};
use amende::exposure::Watch;
use amende::facts::{CaseFile, ChoiceValue, Choices, Turnover};
use amende::fine::{self, Basis, DrawnConduct, Input, Known, Prepared, Sanctioned};
use amende::law::{Discretion, PointKey, Seriousness, StepKind, Tier};
use amende::quantity::{Money, Range, Rate};
use amende::trace::TraceBuilder;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use crate::{library, preset, terms};

const METHODS: [&str; 4] = ["edpb-04-2022-v2.1", "ap-2019", "dsk-2019", "ico-2024"];

/// Every shipped matter: those to begin with and those decided.
fn matters() -> Vec<(String, CaseFile)> {
    let library = library();
    let presets = library.presets.iter().map(|preset| (preset.file.clone(), preset.case_file.clone()));
    let decided = &library.decided.matters;
    presets.chain(decided.iter().filter_map(|known| Some((known.file(), known.case_file().ok()?)))).collect()
}

/// Numbers between 0 and a million, one after the other, the same in every run.
struct Numbers(TestRunner);

impl Numbers {
    fn new() -> Self {
        let random = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
        Self(TestRunner::new_with_rng(Config { failure_persistence: None, ..Config::default() }, random))
    }

    fn below(&mut self, end: i64) -> i64 {
        let tree = (0..end.max(1)).new_tree(&mut self.0).unwrap();
        proptest::strategy::ValueTree::current(&tree)
    }

    fn rate(&mut self, range: Range<Rate>) -> Rate {
        Rate::from_ppm(range.low.ppm() + self.below(range.high.ppm() - range.low.ppm() + 1))
    }

    fn amount(&mut self, range: Range<Money>) -> Money {
        let minor = range.low.minor() + self.below(range.high.minor() - range.low.minor() + 1);
        Money::from_minor(minor, range.low.currency())
    }
}

/// One outcome drawn at random, with the same judgements as the user would state them.
struct Outcome<'b> {
    found: Vec<(&'b Sanctioned<'b>, &'b Tier)>,
    drawn: amende::fine::Drawn,
    choices: Choices,
}

fn outcome<'b>(basis: &'b Basis<'b>, prepared: &Prepared<'b>, settled: &Choices, numbers: &mut Numbers) -> Outcome<'b> {
    let mut drawn = prepared.nothing_drawn();
    let (mut found, mut choices) = (Vec::new(), settled.clone());
    let stated = basis.turnover();
    if stated.is_open() {
        let amount = numbers.amount(stated.range);
        drawn.turnover = Some(amount);
        choices.set(PointKey::Turnover.id(), ChoiceValue::Amount(amount), "");
    }
    let turnover = drawn.turnover.unwrap_or(stated.point);
    for ((conduct, tiers), drawn) in basis.conducts().iter().zip(prepared.tiers()).zip(&mut drawn.conducts) {
        let place = usize::try_from(numbers.below(i64::try_from(tiers.len()).unwrap() + 1)).unwrap();
        let Some(tier) = tiers.get(place).copied() else { continue };
        drawn.tier = Some(place);
        found.push((conduct, tier));
        of_conduct(basis, conduct, tier, turnover, drawn, &mut choices, numbers);
    }
    Outcome { found, drawn, choices }
}

/// Draws every point of a conduct that nothing settles, inside what is permitted.
fn of_conduct(
    basis: &Basis<'_>,
    conduct: &Sanctioned<'_>,
    tier: &Tier,
    turnover: Money,
    drawn: &mut DrawnConduct,
    choices: &mut Choices,
    numbers: &mut Numbers,
) {
    let key = |point| PointKey::Conduct(conduct.of(), point);
    let open = |choices: &Choices, point: Discretion| !choices.has(key(point).id().as_str());
    if open(choices, Discretion::Seriousness) {
        let level = Seriousness::ALL[usize::try_from(numbers.below(3)).unwrap()];
        drawn.level = Some(level);
        choices.set(key(Discretion::Seriousness).id(), ChoiceValue::Level(level), "");
    }
    let level = choices.get(key(Discretion::Seriousness).id().as_str()).map(|choice| choice.value);
    let Some(ChoiceValue::Level(level)) = level else { panic!("a class is chosen") };
    let mut rate = |choices: &mut Choices, point: Discretion, range: Range<Rate>| {
        open(choices, point).then(|| {
            let rate = numbers.rate(range);
            choices.set(key(point).id(), ChoiceValue::Rate(rate), "");
            rate
        })
    };
    for step in &basis.methodology().steps {
        match &step.kind {
            StepKind::Seriousness { classes, .. } => {
                let class = classes.iter().find(|class| class.level == level).unwrap();
                drawn.share = rate(choices, Discretion::SeriousnessShare, class.share);
            }
            StepKind::TurnoverAdjustment { without_turnover, .. } => {
                let range = match basis.turnover().known {
                    Known::Immaterial => without_turnover.share,
                    _ => basis.methodology().band(turnover).unwrap().share,
                };
                drawn.size = rate(choices, Discretion::TurnoverShare, range);
            }
            StepKind::DailyRate(rates) => {
                let class = rates.classes.iter().find(|class| class.level == level && class.tier == tier.id);
                drawn.factor = class.and_then(|class| rate(choices, Discretion::DailyFactor, class.factor));
            }
            StepKind::Proportionality(range) => {
                drawn.proportionality = rate(choices, Discretion::Proportionality, range.permitted);
            }
            _ => {}
        }
    }
    for (place, weighed) in conduct.conduct.circumstances.iter().enumerate() {
        let key = PointKey::Circumstance(conduct.of(), &weighed.circumstance, place);
        let point = basis.recorded(&key);
        let Some(fine::Permitted::Rates(range)) = point.map(|point| point.permitted) else { continue };
        if !choices.has(key.id().as_str()) {
            let movement = numbers.rate(range);
            drawn.circumstances[place] = Some(movement);
            choices.set(key.id(), ChoiceValue::Rate(movement), "");
        }
    }
}

/// What the user settled, as the calculation recorded it.
fn settled(analysis: &Analysis<'_>) -> Choices {
    let mut settled = Choices::default();
    for point in analysis.calculation.points.iter().filter(|point| point.by == amende::trace::ChosenBy::User) {
        settled.set(point.id.clone(), point.value, "");
    }
    settled
}

/// Compares so many outcomes of a matter by a method with what `calculate` comes to.
fn compare(name: &str, case_file: &CaseFile, method: Option<&str>, numbers: &mut Numbers) -> usize {
    let law = &library().law;
    let terms = analysis::Terms { methodology: method.map(str::to_owned), ..terms(case_file) };
    let Ok(analysis) = analysis::analyse(case_file, library(), &terms) else { return 0 };
    let conducts = &analysis.assessment.conducts;
    let basis = Basis::new(case_file, law, analysis.methodology, conducts, &analysis.calculation).unwrap();
    let prepared = basis.prepare().unwrap();
    let settled = settled(&analysis);
    let mut compared = 0;
    for _ in 0..8 {
        let Outcome { found, drawn, choices } = outcome(&basis, &prepared, &settled, numbers);
        let input = Input {
            law,
            methodology: analysis.methodology,
            national: law.national_for(analysis.methodology, case_file.undertaking.deciding_country(&law.vocabulary)),
            case_file,
            conducts: &found,
            choices: &choices,
            as_of: terms.as_of,
        };
        let calculated = fine::calculate(&input, TraceBuilder::disabled()).unwrap();
        assert_eq!(prepared.fine(&drawn), calculated.fine.point, "{name} by {method:?}: {choices:?}");
        compared += found.len();
    }
    compared
}

#[test]
fn what_is_prepared_comes_to_what_is_calculated_to_the_cent() {
    let mut numbers = Numbers::new();
    let mut compared = 0;
    for (name, case_file) in matters() {
        compared += compare(&name, &case_file, None, &mut numbers);
        for method in METHODS {
            compared += compare(&name, &case_file, Some(method), &mut numbers);
        }
        // The turnover left open, in a bracket and not known at all.
        let mut open = case_file;
        let (from, to) = (Some("EUR 900_000".parse().unwrap()), Some("EUR 900_000_000".parse().unwrap()));
        open.undertaking.turnover = Turnover::Bracket { from, to, source: "test".to_owned() };
        compared += compare(&name, &open, None, &mut numbers);
        open.undertaking.turnover = Turnover::Unknown;
        compared += compare(&name, &open, None, &mut numbers);
    }
    assert!(compared > 1_000, "{compared} conducts were compared");
}

/// A matter with its outcomes drawn so often.
fn analysed(case_file: &CaseFile, draws: usize) -> Analysis<'static> {
    let mut analysis = analysis::analyse(case_file, library(), &terms(case_file)).unwrap();
    analysis.receipt.samples = draws;
    analysis
}

#[test]
fn the_same_seed_gives_the_same_outcomes_on_any_number_of_threads() {
    for file in ["kaspr.amende.ron", "video-surveillance.amende.ron"] {
        let case_file = preset(file);
        // Neither a whole number of shares nor one share alone.
        let analysis = analysed(&case_file, 30_001);
        let drawn = |threads| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| analysis::simulate(&case_file, library(), &analysis).unwrap())
        };
        let one = drawn(1);
        assert_eq!(one.drawn, 30_001);
        assert!(one == drawn(2) && one == drawn(3), "{file}");
    }
}

#[test]
fn more_outcomes_begin_with_the_fewer() {
    // So that a number of outcomes is a matter of how exact, never of what is drawn.
    let case_file = preset("kaspr.amende.ron");
    let drawn = |draws| analysis::simulate(&case_file, library(), &analysed(&case_file, draws)).unwrap();
    let (few, more) = (drawn(5_000), drawn(5_001));
    let above = |exposure: &amende::exposure::ExposureDistribution| {
        (1..=100).filter_map(|percent| exposure.percentile(percent)).collect::<Vec<_>>()
    };
    let moved = above(&few).iter().zip(above(&more)).filter(|(few, more)| **few != *more).count();
    assert!(more.without_fine - few.without_fine <= 1 && moved < 100, "{moved}");
}

#[test]
fn a_simulation_can_be_watched_and_stopped() {
    let case_file = preset("kaspr.amende.ron");
    let analysis = analysed(&case_file, 20_000);
    let watch = Watch::default();
    let drawn = analysis::simulate_watched(&case_file, library(), &analysis, &watch).unwrap().unwrap();
    assert!(drawn.drawn == 20_000 && watch.drawn() >= 20_000);
    let watch = Watch::default();
    watch.stop();
    assert_eq!(analysis::simulate_watched(&case_file, library(), &analysis, &watch).unwrap(), None);
    assert_eq!(watch.drawn(), 0);
}

#[test]
fn what_is_told_of_the_outcomes_agrees() {
    let case_file = preset("kaspr.amende.ron");
    let drawn = analysis::simulate(&case_file, library(), &analysed(&case_file, 20_000)).unwrap();
    let at = |percent| drawn.percentile(percent).unwrap();
    // Half of the fines lie above the middle, a tenth above the 90th percentile.
    assert!((drawn.share_above(at(50)) - 0.5).abs() < 0.01 && (drawn.share_above(at(90)) - 0.1).abs() < 0.01);
    assert!(drawn.mean_of_highest(10).unwrap() >= at(90) && drawn.mean_of_highest(10) >= drawn.mean_of_highest(20));
    assert!(drawn.mean_of_highest(100).unwrap() < drawn.mean_of_highest(5).unwrap());
    let exceedances = drawn.exceedances();
    assert!(exceedances.len() > 3);
    for pair in exceedances.windows(2) {
        assert!(pair[0].0 < pair[1].0 && pair[0].1 >= pair[1].1);
    }
    let without = f64::from(u32::try_from(drawn.without_fine).unwrap()) / 20_000.0;
    assert!((drawn.share_without_fine() - without).abs() < f64::EPSILON);
}
