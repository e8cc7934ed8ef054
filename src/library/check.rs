//! Cross-references between data files: everything named must exist, everything
//! asked must be used, every range must hold its proposal.

use std::collections::{BTreeMap, BTreeSet};

use super::{Library, Problem};
use crate::facts::{AnswerValue, CaseFile};
use crate::law::{
    AnswerKind, Citation, Condition, Corpus, Methodology, ProvisionId, Question, QuestionId, Seriousness, StepKind,
};
use crate::quantity::{Range, Rate};

/// All that does not hold together.
pub(super) fn check(library: &Library) -> Vec<Problem> {
    let mut check = Check { law: &library.law, problems: Vec::new() };
    check.citations();
    check.provisions();
    check.conditions();
    check.methodologies();
    check.decisions(library);
    check.presets(library);
    check.problems
}

struct Check<'a> {
    law: &'a Corpus,
    problems: Vec<Problem>,
}

impl Check<'_> {
    fn problem(&mut self, file: impl Into<String>, message: String) {
        self.problems.push(Problem { file: file.into(), position: None, message });
    }

    fn citation(&mut self, file: &str, of: &str, citation: &Citation) {
        if self.law.instrument(&citation.instrument).is_none() {
            let message =
                format!("`{of}` cites `{}`, which assets/law/instruments.ron does not have", citation.instrument);
            self.problem(file, message);
        }
    }

    fn citations(&mut self) {
        let law = self.law;
        for provision in &law.provisions {
            self.citation("assets/law/gdpr/provisions.ron", provision.id.as_str(), &provision.source);
        }
        for question in law.questions() {
            if question.citations.is_empty() {
                self.problem(
                    "assets/questionnaire",
                    format!("`{}` cites nothing: say which law it is asked for", question.id),
                );
            }
            for citation in &question.citations {
                self.citation("assets/questionnaire", question.id.as_str(), citation);
            }
        }
        for rule in &law.rules {
            if rule.citations.is_empty() {
                self.problem("assets/law/gdpr/rules", format!("`{}` cites nothing", rule.id));
            }
            for citation in &rule.citations {
                self.citation("assets/law/gdpr/rules", rule.id.as_str(), citation);
            }
        }
        for factor in &law.factors {
            self.citation("assets/law/gdpr/factors.ron", factor.id.as_str(), &factor.source);
        }
        for circumstance in &law.circumstances {
            self.citation("assets/law/gdpr/circumstances.ron", circumstance.id.as_str(), &circumstance.source);
        }
        for tier in &law.framework.tiers {
            let sources = tier.static_cap.values.iter().map(|dated| &dated.source);
            for source in sources.chain(tier.dynamic_cap.values.iter().map(|dated| &dated.source)) {
                self.citation("assets/law/gdpr/framework.ron", tier.id.as_str(), source);
            }
        }
    }

    fn provisions(&mut self) {
        let law = self.law;
        self.unique("assets/law/gdpr/provisions.ron", law.provisions.iter().map(|p| p.id.to_string()));
        self.unique("assets/law/instruments.ron", law.instruments.iter().map(|i| i.id.to_string()));
        self.unique("assets/law/gdpr/rules", law.rules.iter().map(|rule| rule.id.to_string()));
        self.unique("assets/questionnaire", law.questions().map(|question| question.id.to_string()));
        for provision in &law.provisions {
            if provision.tier.is_some() && law.framework.tier_of(provision).is_none() {
                let message = format!("`{}` names a tier that framework.ron does not have", provision.id);
                self.problem("assets/law/gdpr/provisions.ron", message);
            }
        }
        for rule in &law.rules {
            if law.provision(&rule.provision).is_none() {
                let message = format!("`{}` alleges `{}`, which provisions.ron does not have", rule.id, rule.provision);
                self.problem("assets/law/gdpr/rules", message);
            }
        }
    }

    fn unique(&mut self, file: &str, ids: impl Iterator<Item = String>) {
        let mut seen = BTreeSet::new();
        for id in ids {
            if !seen.insert(id.clone()) {
                self.problem(file, format!("`{id}` stands here twice"));
            }
        }
    }

    /// Every question a condition looks at exists and has that option; every
    /// question is looked at by a rule, a factor, a circumstance or a method.
    fn conditions(&mut self) {
        let law = self.law;
        let questions: BTreeMap<&QuestionId, &Question> =
            law.questions().map(|question| (&question.id, question)).collect();
        let mut used = BTreeSet::new();
        for (file, owner, condition, decides) in conditions(law) {
            for id in condition.questions() {
                if !questions.contains_key(id) {
                    self.problem(file, format!("`{owner}` asks for `{id}`, which no questionnaire has"));
                }
                if decides {
                    used.insert(id);
                }
            }
            for (id, option) in condition.options() {
                let known =
                    questions.get(id).is_none_or(|question| question.answer.options().iter().any(|o| o.id == *option));
                if !known {
                    self.problem(
                        file,
                        format!("`{owner}` asks `{id}` for `{option}`, which is not one of its options"),
                    );
                }
            }
        }
        for id in questions.keys().filter(|id| !used.contains(**id) && !feeds_comparison(id)) {
            self.problem("assets/questionnaire", format!("`{id}` is used by no rule, factor or circumstance"));
        }
    }

    fn methodologies(&mut self) {
        let law = self.law;
        for method in &law.methodologies {
            let file = format!("assets/law/gdpr/methodologies/{}.ron", method.id);
            self.citation(&file, "source", &method.source);
            for step in &method.steps {
                self.citation(&file, &step.title, &step.source);
                for problem in step_problems(&step.kind) {
                    self.problem(&file, format!("step {} `{}`: {problem}", step.number, step.title));
                }
                for citation in step_citations(&step.kind) {
                    self.citation(&file, &step.title, citation);
                }
            }
        }
    }

    fn decisions(&mut self, library: &Library) {
        let articles: BTreeSet<&str> = self.law.provisions.iter().map(|p| article(&p.id)).collect();
        for decision in &library.decisions {
            let file = format!("assets/decisions/{}.ron", decision.id);
            if super::ASSETS.get_file(format!("decisions/{}.ron", decision.id)).is_none() {
                self.problem(
                    &file,
                    format!("the record's id `{}` is not its place under assets/decisions", decision.id),
                );
            }
            if !decision.source.url.starts_with("https://") {
                self.problem(&file, "the record has no link to the authority's own publication".to_owned());
            }
            for provision in decision.provisions.iter().filter(|p| !articles.contains(article(p))) {
                self.problem(&file, format!("`{provision}` is not a provision provisions.ron knows"));
            }
        }
    }

    fn presets(&mut self, library: &Library) {
        for preset in &library.presets {
            let file = format!("presets/{}", preset.file);
            let decided = preset.case_file.decided_as.as_deref();
            if let Some(id) = decided.filter(|id| library.decision(id).is_none()) {
                self.problem(&file, format!("decided_as names `{id}`, which assets/decisions does not have"));
            }
            for problem in answer_problems(&preset.case_file, self.law) {
                self.problem(&file, problem.message);
            }
        }
    }
}

/// Questions that only the comparison with decided cases reads.
fn feeds_comparison(id: &QuestionId) -> bool {
    id.as_str().starts_with("processing.")
}

/// An answer that does not fit the questionnaire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerProblem {
    /// The question named.
    pub question: String,
    /// What is wrong and what to do.
    pub message: String,
}

/// What is wrong with the answers of a matter: questions nobody asks, options
/// that do not exist, answers of another form than the question's.
pub fn answer_problems(case_file: &CaseFile, law: &Corpus) -> Vec<AnswerProblem> {
    let mut problems = Vec::new();
    for operation in &case_file.operations {
        for (id, answer) in &operation.answers {
            let wrong = match law.question(id) {
                None => {
                    let known = law.questions().map(|question| question.id.as_str());
                    let near = known.min_by_key(|known| strsim::levenshtein(known, id.as_str()));
                    let hint = near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
                    format!("there is no question `{id}`{hint}")
                }
                Some(question) if !fits(&answer.value, &question.answer) => {
                    format!("the answer to `{id}` is not one the question takes: {}", taken(&question.answer))
                }
                Some(_) => continue,
            };
            let message = format!("operation `{}`: {wrong}", operation.id);
            problems.push(AnswerProblem { question: id.to_string(), message });
        }
    }
    problems
}

fn fits(value: &AnswerValue, kind: &AnswerKind) -> bool {
    match (value, kind) {
        (AnswerValue::Unknown, _)
        | (AnswerValue::Yes | AnswerValue::Partly | AnswerValue::No, AnswerKind::YesNo)
        | (AnswerValue::Date(_), AnswerKind::Date) => true,
        (AnswerValue::Number(number), AnswerKind::Number { .. }) => *number >= 0,
        (AnswerValue::Option(option), AnswerKind::Choice(options)) => options.iter().any(|o| o.id == *option),
        (AnswerValue::Options(given), AnswerKind::Several(options)) => {
            given.iter().all(|option| options.iter().any(|o| o.id == *option))
        }
        _ => false,
    }
}

/// The form of an answer as a file writes it.
fn taken(kind: &AnswerKind) -> String {
    let ids = || kind.options().iter().map(|option| format!("\"{}\"", option.id)).collect::<Vec<_>>().join(", ");
    match kind {
        AnswerKind::YesNo => "write Yes, Partly, No or Unknown".to_owned(),
        AnswerKind::Number { unit } => format!("write Number(…), {unit}, zero or more, or Unknown"),
        AnswerKind::Date => "write Date(\"2026-01-31\") or Unknown".to_owned(),
        AnswerKind::Choice(_) => format!("write Option(…) with one of {}, or Unknown", ids()),
        AnswerKind::Several(_) => format!("write Options([…]) of {}, or Unknown", ids()),
    }
}

/// Every condition of the law: its file, whose it is, and whether it decides
/// something (rather than whether a question is asked).
fn conditions(law: &Corpus) -> Vec<(&'static str, String, &Condition, bool)> {
    let mut all = Vec::new();
    for question in law.questions() {
        all.push(("assets/questionnaire", question.id.to_string(), &question.when, false));
    }
    for rule in &law.rules {
        for grade in &rule.grades {
            all.push(("assets/law/gdpr/rules", rule.id.to_string(), &grade.when, true));
        }
    }
    for factor in &law.factors {
        for reading in &factor.readings {
            all.push(("assets/law/gdpr/factors.ron", factor.id.to_string(), &reading.when, true));
        }
    }
    for circumstance in &law.circumstances {
        for reading in &circumstance.readings {
            all.push(("assets/law/gdpr/circumstances.ron", circumstance.id.to_string(), &reading.when, true));
        }
    }
    for method in &law.methodologies {
        for step in &method.steps {
            if let StepKind::Fault { absent_when } = &step.kind {
                all.push(("assets/law/gdpr/methodologies", method.id.to_string(), absent_when, true));
            }
        }
    }
    all
}

fn step_citations(kind: &StepKind) -> Vec<&Citation> {
    match kind {
        StepKind::Seriousness { classes, .. } => classes.iter().map(|class| &class.source).collect(),
        StepKind::TurnoverAdjustment { bands, .. } => bands.iter().map(|band| &band.source).collect(),
        StepKind::Concurrence
        | StepKind::Fault { .. }
        | StepKind::Circumstances(_)
        | StepKind::LegalMaximum { .. }
        | StepKind::Proportionality(_) => Vec::new(),
    }
}

fn step_problems(kind: &StepKind) -> Vec<String> {
    let mut problems = Vec::new();
    let mut holds = |range: Range<Rate>, proposed: Rate, what: &str| {
        if range.low > range.high || !range.contains(proposed) {
            problems.push(format!("the range of {what} must rise and hold its proposal"));
        }
    };
    match kind {
        StepKind::Seriousness { classes, .. } => {
            for class in classes {
                holds(class.share, class.proposed, "a class");
            }
            if Seriousness::ALL.iter().any(|level| !classes.iter().any(|class| class.level == *level)) {
                problems.push("all three classes must be there".to_owned());
            }
        }
        StepKind::TurnoverAdjustment { bands, .. } => {
            for band in bands {
                holds(band.share, band.share.low, "a band");
            }
            let contiguous = bands.windows(2).all(|pair| match pair {
                [lower, upper] => lower.up_to == Some(upper.above),
                _ => true,
            });
            if !contiguous || bands.last().is_none_or(|last| last.up_to.is_some()) {
                problems.push("the bands must follow on each other and the last must be open".to_owned());
            }
        }
        StepKind::Circumstances(ranges) => {
            holds(ranges.aggravating, ranges.aggravating_proposed, "aggravating circumstances");
            holds(ranges.mitigating, ranges.mitigating_proposed, "mitigating circumstances");
        }
        StepKind::Proportionality(range) => {
            holds(range.permitted, range.proposed, "step 5");
            holds(range.permitted, range.usual.low, "step 5");
            holds(range.permitted, range.usual.high, "step 5");
        }
        StepKind::Concurrence | StepKind::Fault { .. } | StepKind::LegalMaximum { .. } => {}
    }
    problems
}

fn article(provision: &ProvisionId) -> &str {
    provision.as_str().split('(').next().unwrap_or_default().trim()
}

/// The methods whose figures rest on a weak source, with what is doubtful.
pub fn unverified(methods: &[Methodology]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for method in methods {
        for step in &method.steps {
            for citation in step_citations(&step.kind) {
                if let Some(doubt) = &citation.unverified {
                    found.push((format!("{}, {}", method.id, citation.pinpoint), doubt.clone()));
                }
            }
        }
    }
    found
}
