//! The editions of the report: what each holds, and what none but counsel's may say.

use std::io::Read as _;

use amende::analysis;
use amende::facts::{CaseFile, Review, Verdict};
use amende::law::Strength;
use amende::library::{EditionId, Section};
use amende::report::{self, Block, Contents, Document, Format, Look, PreparedBy, RenderError, Reported, SystemFonts};

use crate::support::broken;
use crate::{analyse, library, preset};

const MATTERS: [&str; 4] =
    ["kaspr.amende.ron", "clinic.amende.ron", "public-authority.amende.ron", "adtech.amende.ron"];

fn contents(edition: EditionId) -> Contents {
    Contents::of(library(), edition)
}

pub(crate) fn composed(case_file: &CaseFile, contents: &Contents) -> Document {
    let analysis = analyse(case_file);
    let exposure = analysis::simulate(case_file, library(), &analysis).unwrap();
    let by = PreparedBy { author: "A. Counsel".to_owned(), firm: "Counsel and Partners".to_owned() };
    let look = Look::default();
    let reported = Reported {
        case_file,
        library: library(),
        analysis: &analysis,
        exposure: &exposure,
        by: &by,
        contents,
        look: &look,
    };
    report::compose(reported)
}

fn written(document: &Document, format: Format) -> Vec<u8> {
    report::render(document, format, SystemFonts::installed()).unwrap()
}

/// All that a file says, packed parts unpacked.
fn all_words(bytes: &[u8], format: Format) -> String {
    if !matches!(format, Format::Word | Format::Spreadsheet) {
        return String::from_utf8_lossy(bytes).into_owned();
    }
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut all = String::new();
    for index in 0..zip.len() {
        let mut part = Vec::new();
        zip.by_index(index).unwrap().read_to_end(&mut part).unwrap();
        all.push_str(&String::from_utf8_lossy(&part));
    }
    all
}

fn headings(document: &Document) -> Vec<&str> {
    let heading = |block| match block {
        &Block::Heading { level: 1, ref text, .. } => Some(text.as_str()),
        _ => None,
    };
    document.blocks.iter().filter_map(heading).collect()
}

#[test]
#[cfg(feature = "gui")]
fn the_board_reads_two_pages() {
    for shipped in &library().presets {
        let file = shipped.file.as_str();
        let document = composed(&preset(file), &contents(EditionId::Board));
        assert_eq!(report::pages(&document, 0.1, SystemFonts::installed()).unwrap().len(), 2, "{file}");
    }
}

#[test]
fn every_edition_holds_its_sections_and_marks_every_format() {
    let text = &library().locale;
    for edition in EditionId::ALL {
        let contents = contents(edition);
        let document = composed(&preset("kaspr.amende.ron"), &contents);
        let known: Vec<&str> = contents.sections().map(|section| text.t(section.key())).collect();
        let found = headings(&document);
        assert!(found.iter().all(|heading| known.contains(heading)), "{found:?}");
        assert!(found.len() > 2, "{found:?}");
        let marking = text.t(contents.edition().marking.key());
        assert_eq!(document.marking, marking);
        for format in [Format::Word, Format::Spreadsheet, Format::Html, Format::Markdown] {
            let words = all_words(&written(&document, format), format);
            // A spreadsheet has little room at the head of its pages.
            let part: String = marking.chars().take(40).collect();
            assert!(words.contains(&part), "{edition:?} {format:?}");
        }
    }
}

#[test]
fn a_section_left_out_is_left_out_and_one_never_held_is_refused() {
    let mut contents = contents(EditionId::Counsel);
    assert!(contents.set(Section::Annex, false) && contents.set(Section::Calculation, false));
    let document = composed(&preset("kaspr.amende.ron"), &contents);
    let text = &library().locale;
    let found = headings(&document);
    assert!(!found.contains(&text.t(Section::Annex.key())) && !found.contains(&text.t(Section::Calculation.key())));
    let sheets: Vec<&str> = document.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert!(!sheets.contains(&text.t("report.sheet.trace")) && !sheets.contains(&text.t("report.sheet.steps")));
    let mut authority = self::contents(EditionId::Authority);
    assert!(!authority.set(Section::Calculation, true));
    assert!(!authority.has(Section::Calculation));
}

/// A matter with words of its own in every note, so that they are found where they stand.
fn told() -> CaseFile {
    let mut case_file = preset("clinic.amende.ron");
    "INTERNALNOTE on strategy".clone_into(&mut case_file.notes);
    for operation in &mut case_file.operations {
        for answer in operation.answers.values_mut() {
            "INTERNALREMARK".clone_into(&mut answer.note);
            "EVIDENCEFILE".clone_into(&mut answer.evidence);
        }
    }
    case_file
}

/// The edition for the authority: no estimate, no grade, no rebuttal, no note, and no weak
/// allegation that nobody has confirmed, in any format, in whatever part of the file.
#[test]
fn the_edition_for_the_authority_gives_nothing_away() {
    let mut case_file = told();
    let analysis = analyse(&case_file);
    let weak: Vec<_> =
        analysis.assessment.findings().filter(|finding| finding.strength == Strength::Weak).cloned().collect();
    let firm: Vec<_> =
        analysis.assessment.findings().filter(|finding| finding.strength != Strength::Weak).cloned().collect();
    assert!(weak.len() > 1 && firm.len() > 1, "the matter has both");
    // One is confirmed by the reviewer: it is conceded.
    case_file.set_review(
        &weak[0].operation,
        &weak[0].rule,
        Some(Review {
            operation: weak[0].operation.clone(),
            rule: weak[0].rule.clone(),
            verdict: Verdict::Confirmed,
            reason: "INTERNALREASON".to_owned(),
        }),
    );
    let analysis = analyse(&case_file);
    let exposure = analysis::simulate(&case_file, library(), &analysis).unwrap();
    let mut contents = contents(EditionId::Authority);
    let offered: Vec<Section> = contents.edition().offered().collect();
    for section in offered {
        contents.set(section, section != Section::Comparables);
    }
    let document = composed(&case_file, &contents);
    let text = &library().locale;
    let rule = |id: &amende::law::RuleId| library().law.rule(id).unwrap();
    for format in [Format::Word, Format::Spreadsheet, Format::Html, Format::Markdown] {
        let words = all_words(&written(&document, format), format).replace('\\', "").replace('\u{a0}', " ");
        for hidden in ["INTERNALNOTE", "INTERNALREMARK", "INTERNALREASON"] {
            assert!(!words.contains(hidden), "{format:?}: {hidden}");
        }
        assert!(words.contains("EVIDENCEFILE"), "{format:?}");
        let fine = analysis.calculation.fine;
        let middle = exposure.percentile(50).unwrap();
        for amount in [fine.point, fine.low, fine.high, middle] {
            for written in [text.rough_money(amount), text.money(amount)] {
                assert!(!words.contains(&written.replace('\u{a0}', " ")), "{format:?}: {written}");
            }
        }
        for finding in &weak[1..] {
            let title = &rule(&finding.rule).title;
            let elsewhere = firm.iter().any(|known| rule(&known.rule).title == *title);
            assert!(elsewhere || !words.contains(title.as_str()), "{format:?}: {title}");
        }
        for finding in &firm {
            assert!(words.contains(rule(&finding.rule).title.as_str()), "{format:?}: {}", finding.rule);
            let rebuttal: String = rule(&finding.rule).rebuttal.chars().take(40).collect();
            assert!(!words.contains(&rebuttal), "{format:?}: {rebuttal}");
        }
        assert!(words.contains(rule(&weak[0].rule).title.as_str()), "{format:?}: conceded");
    }
    let by = PreparedBy::default();
    let reported = Reported {
        case_file: &case_file,
        library: library(),
        analysis: &analysis,
        exposure: &exposure,
        by: &by,
        contents: &contents,
        look: &Look::default(),
    };
    let json = report::write(reported, Format::Json, SystemFonts::installed());
    assert!(matches!(json, Err(RenderError::WholeOnly { .. })), "JSON says everything");
}

#[test]
fn counsel_finds_procedure_powers_and_signature() {
    let document = composed(&preset("kaspr.amende.ron"), &contents(EditionId::Counsel));
    let words = String::from_utf8(written(&document, Format::Markdown)).unwrap().replace('\\', "");
    for part in [
        "Council of State (Conseil d’État)",
        "An appeal does not keep the fine from being payable",
        "SAN-2020-018",
        "(d) Order to bring processing into compliance",
        "Prepared by** A. Counsel",
        "Firm or department** Counsel and Partners",
        "Facts as of** 5 December 2024",
        "What would move the figure most",
    ] {
        assert!(words.contains(part), "{part}");
    }
    // No transfer is alleged: the suspension of data flows does not belong here.
    let alleged = analyse(&preset("kaspr.amende.ron"));
    let transfers = alleged.assessment.findings().any(|finding| finding.provision.as_str().starts_with("44"));
    assert_eq!(words.contains("(j) Suspension of data flows"), transfers);
}

/// Each country of the framework has its procedure, and what was not checked says so.
#[test]
fn every_country_of_the_law_has_a_procedure() {
    let law = &library().law;
    for framework in &law.frameworks {
        for country in &framework.territory {
            assert!(law.procedure_of(country).is_some(), "{country}");
        }
    }
    // A territory has the rules of the member it is part of.
    assert_eq!(law.procedure_of("AX").unwrap().country, "FI");
    let known = law.procedure_of("IE").unwrap();
    assert!(!known.unverified.is_empty(), "what was not read is told");
}

#[test]
fn the_lead_authority_is_named_where_several_states_are_concerned() {
    let words = |edit: &dyn Fn(&mut CaseFile)| {
        let mut case_file = preset("shop.amende.ron");
        edit(&mut case_file);
        let document = composed(&case_file, &contents(EditionId::Counsel));
        String::from_utf8(written(&document, Format::Markdown)).unwrap().replace('\\', "")
    };
    let people = |countries: &[&str], seat: &str, case_file: &mut CaseFile| {
        case_file.undertaking.people_in = countries.iter().map(|code| (*code).to_owned()).collect();
        seat.clone_into(&mut case_file.undertaking.establishment);
        case_file.undertaking.lead_authority.clear();
    };
    let led = words(&|case_file| people(&["FR", "BE", "LU"], "FR", case_file));
    assert!(led.contains("so CNIL leads") && led.contains("Belgium, France, Luxembourg"), "{led}");
    let alone = words(&|case_file| people(&["FR"], "FR", case_file));
    assert!(!alone.contains("One-stop shop"));
    let outside = words(&|case_file| people(&["FR", "DE"], "US", case_file));
    assert!(outside.contains("there is no lead authority"));
}

#[test]
fn of_several_options_those_that_decided_are_told() {
    let mut found = 0;
    for file in MATTERS {
        let case_file = preset(file);
        let analysis = analyse(&case_file);
        let document = composed(&case_file, &contents(EditionId::Counsel));
        let facts: String = document
            .blocks
            .iter()
            .filter_map(|block| match block {
                Block::Facts { rows } => Some(rows),
                _ => None,
            })
            .flatten()
            .flat_map(|(_, content)| content.iter().map(|part| part.words().to_owned()))
            .collect();
        for finding in analysis.assessment.findings() {
            let rule = library().law.rule(&finding.rule).unwrap();
            let operation = case_file.operation(&finding.operation).unwrap();
            for id in &finding.facts {
                let (question, answer) =
                    (library().law.question(id).unwrap(), case_file.answer(operation, id).unwrap());
                let amende::facts::AnswerValue::Options(chosen) = &answer.value else { continue };
                let named = |option| rule.grades.iter().any(|grade| grade.when.options().contains(&(id, option)));
                let (decided, idle): (Vec<_>, Vec<_>) = chosen.iter().partition(|option| named(*option));
                if decided.is_empty() || idle.is_empty() {
                    continue;
                }
                found += 1;
                let label = |option: &amende::law::OptionId| {
                    question.answer.options().iter().find(|known| known.id == *option).unwrap().label.clone()
                };
                let told: Vec<String> = decided.into_iter().map(label).collect();
                assert!(facts.contains(&format!("{} {}.", question.text, told.join(", "))) || answer.before.is_some());
            }
        }
    }
    assert!(found > 0, "a preset has an answer with options that did not decide");
}

#[test]
fn editions_that_do_not_hold_together_are_told_with_their_file() {
    let wrong = broken(&[("assets/report/editions.ron", "never: [overview]", "never: [overview, annex]")]);
    assert!(wrong.contains("assets/report/editions.ron") && wrong.contains("`annex`"), "{wrong}");
    let wrong = broken(&[("assets/report/editions.ron", "id: board", "id: counsel")]);
    assert!(wrong.contains("the edition `board` stands here 0 times"), "{wrong}");
    let wrong =
        broken(&[("assets/report/editions.ron", "sections: [summary, overview", "sections: [sumary, overview")]);
    assert!(wrong.contains("assets/report/editions.ron:") && wrong.contains("sumary"), "{wrong}");
}
