//! One file per section of the report; [`build`] holds their order.

mod annex;
mod assumptions;
mod calculation;
mod comparables;
mod findings;
mod matter;
mod overview;
mod powers;
mod procedure;
mod receipt;
mod scores;
mod sensitivity;
mod sheets;
mod shop;
mod signature;
mod steps;
mod summary;
mod timeline;

use serde::{Deserialize, Serialize};

use super::{Block, CharacterNotes, Contents, Document, Figures, Inline, Look, Reported, anchors, characters};
use crate::analysis::Analysis;
use crate::exposure::ExposureDistribution;
use crate::facts::{CaseFile, Verdict};
use crate::findings::{Finding, Infringement};
use crate::law::{Citation, OperationId, RuleId, Strength};
use crate::library::{Edition, EditionId, Library, Section, Withheld};
use crate::locale::{Locale, plain};

/// What every section may read.
#[derive(Clone, Copy)]
pub(super) struct Source<'a> {
    pub(super) case_file: &'a CaseFile,
    pub(super) library: &'a Library,
    pub(super) analysis: &'a Analysis<'a>,
    pub(super) exposure: &'a ExposureDistribution,
    pub(super) text: &'a Locale,
    pub(super) by: &'a PreparedBy,
    pub(super) edition: &'a Edition,
    pub(super) contents: &'a Contents,
}

/// Who prepared a report; either may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PreparedBy {
    /// A person.
    pub author: String,
    /// The firm or department.
    pub firm: String,
}

impl PreparedBy {
    /// Both in one line; `None` where nobody is named.
    fn line(&self) -> Option<String> {
        let named = [&self.author, &self.firm].map(|name| plain::joined(name));
        let named: Vec<String> = named.into_iter().filter(|name| !plain::one_line(name).is_empty()).collect();
        (!named.is_empty()).then(|| named.join(", "))
    }
}

/// Builds the report of an analysed matter for counsel, with nobody named as its author.
pub fn build(
    case_file: &CaseFile,
    library: &Library,
    analysis: &Analysis<'_>,
    exposure: &ExposureDistribution,
) -> Document {
    let contents = Contents::of(library, EditionId::Counsel);
    let (by, look) = (PreparedBy::default(), Look::default());
    compose(Reported { case_file, library, analysis, exposure, by: &by, contents: &contents, look: &look })
}

/// Builds a report: the sections wanted of an edition. Who prepared it stands below the title
/// and as author in the file.
pub fn compose(reported: Reported<'_>) -> Document {
    let Reported { case_file, library, analysis, exposure, by, contents, look } = reported;
    let text = &library.locale;
    let edition = contents.edition();
    let source = Source { case_file, library, analysis, exposure, text, by, edition, contents };
    let date = text.date(analysis.calculation.as_of);
    let name = source.name();
    let mut blocks: Vec<Block> = Vec::new();
    for section in contents.sections() {
        let told = source.section(section);
        if told.is_empty() {
            continue;
        }
        // A first page with the estimate says it all, and the annex stands apart.
        let whole_page = contents.has(Section::Summary) && !edition.withholds(Withheld::Estimate);
        let behind_first = whole_page && section != Section::Summary && !has_break(&blocks);
        if !blocks.is_empty() && (section == Section::Annex || behind_first) {
            blocks.push(Block::PageBreak);
        }
        blocks.extend(told);
    }
    let framework = library.law.framework_of(analysis.methodology).map_or("", |framework| framework.name.as_str());
    let receipt = &analysis.receipt;
    let short = |hash: &str| hash.chars().take(8).collect::<String>();
    let title = title(case_file, text);
    let method = if edition.withholds(Withheld::Estimate) { "" } else { analysis.methodology.name.as_str() };
    let key = if method.is_empty() { "report.subtitle.statement" } else { "report.subtitle" };
    let subtitle = text.fill(key, &[("name", &name), ("date", &date), ("method", method)]);
    let by = by.line();
    let program = text.t("report.author").to_owned();
    let made = [
        ("version", receipt.program.as_str()),
        ("law", &short(&receipt.law_data)),
        ("matter", &short(&receipt.matter_sha256)),
    ];
    let made = text.fill("report.footer", &made);
    let footer = if look.footer.is_empty() { made } else { format!("{} · {made}", look.footer) };
    let mut document = Document {
        language: text.language.clone(),
        kind: text.fill(
            if edition.withholds(Withheld::Estimate) { "report.kind.statement" } else { "report.kind" },
            &[("framework", framework), ("edition", text.t(edition.id.key()))],
        ),
        title: title.to_owned(),
        subtitle: match &by {
            Some(by) => text.fill("report.subtitle_by", &[("subtitle", &subtitle), ("by", by)]),
            None => subtitle,
        },
        marking: text.t(edition.marking.key()).to_owned(),
        running_title: title.to_owned(),
        footer,
        page_of: text.fill("report.page_of", &[("n", "{n}"), ("total", "{total}")]),
        date: analysis.calculation.as_of.to_string(),
        author: by.unwrap_or_else(|| program.clone()),
        program,
        characters: CharacterNotes {
            removed: later(text, "report.characters.removed"),
            missing: later(text, "report.characters.missing"),
            unnamed: text.t("report.characters.unnamed").to_owned(),
            front: text.t("report.characters.front").to_owned(),
        },
        contents: if edition.contents { text.t("report.contents").to_owned() } else { String::new() },
        blocks,
        look: look.clone(),
        figures: Figures::of(&reported).to_json(),
        sheets: sheets::wanted(source, contents),
    };
    characters::clean(&mut document);
    anchors::name(&mut document);
    document
}

/// Whether a page was begun already.
fn has_break(blocks: &[Block]) -> bool {
    blocks.iter().any(|block| matches!(block, Block::PageBreak))
}

/// The title of a matter, or a word for it where none was entered.
pub fn title<'a>(case_file: &'a CaseFile, text: &'a Locale) -> &'a str {
    if plain::one_line(&case_file.title).is_empty() { text.t("report.untitled") } else { &case_file.title }
}

impl<'a> Source<'a> {
    /// What a section says; nothing where the matter gives it nothing to say.
    fn section(self, section: Section) -> Vec<Block> {
        match section {
            Section::Summary => summary::blocks(self),
            Section::Overview => overview::blocks(self),
            Section::Basis => summary::basis(self),
            Section::Matter => matter::blocks(self),
            Section::Facts => matter::remarks(self),
            Section::Findings => findings::blocks(self),
            Section::Timeline => timeline::blocks(self),
            Section::Calculation => calculation::blocks(self),
            Section::Scores => scores::blocks(self),
            Section::Comparables => comparables::blocks(self),
            Section::Sensitivity => sensitivity::blocks(self),
            Section::Powers => powers::blocks(self),
            Section::OneStopShop => shop::blocks(self),
            Section::Procedure => procedure::blocks(self),
            Section::Assumptions => assumptions::blocks(self),
            Section::OpenQuestions => assumptions::unknown(self),
            Section::Receipt => receipt::blocks(self),
            Section::Signature => signature::blocks(self),
            Section::Annex => annex::blocks(self),
        }
    }

    /// Whether the edition says this nowhere.
    fn withholds(&self, what: Withheld) -> bool {
        self.edition.withholds(what)
    }

    /// Whether a finding is told of in this edition.
    fn is_told(&self, finding: &Finding) -> bool {
        let conceded = finding.strength != Strength::Weak || finding.verdict == Some(Verdict::Confirmed);
        conceded || !self.withholds(Withheld::NotConceded)
    }

    /// Every finding that is told of.
    fn findings(self) -> impl Iterator<Item = &'a Finding> {
        self.analysis.assessment.findings().filter(move |finding| self.is_told(finding))
    }

    /// Whether what a rule found about an operation is told of.
    fn tells(&self, operation: &OperationId, rule: &RuleId) -> bool {
        self.findings().any(|finding| finding.operation == *operation && finding.rule == *rule)
    }

    /// Every infringement of which a finding is told.
    fn infringements(self) -> impl Iterator<Item = &'a Infringement> {
        let all = self.analysis.assessment.infringements();
        all.filter(move |infringement| infringement.findings.iter().any(|finding| self.is_told(finding)))
    }

    /// The name of who is concerned in one line, to stand in sentences, or a word for it
    /// where none was entered.
    fn name(&self) -> String {
        let name = &self.case_file.undertaking.name;
        if plain::one_line(name).is_empty() { self.text.t("report.unnamed").to_owned() } else { plain::joined(name) }
    }

    /// The law in its short name: `GDPR`.
    fn law(&self) -> &'a str {
        self.library.law.framework_of(self.analysis.methodology).map_or("", |framework| framework.short.as_str())
    }

    /// A section's heading.
    fn heading(&self, key: &str) -> Block {
        Block::heading(1, self.text.t(key).to_owned())
    }

    /// A paragraph of wording with names filled in.
    fn paragraph(&self, key: &str, names: &[(&str, &str)]) -> Block {
        Block::Paragraph { content: vec![Inline::text(self.text.fill(key, names))] }
    }

    /// A remark of wording with names filled in.
    fn note(&self, key: &str, names: &[(&str, &str)]) -> Block {
        Block::Note { content: vec![Inline::text(self.text.fill(key, names))] }
    }

    /// Risks that are in no figure: to stand beside the figures, not among the remarks.
    fn not_in_figures(&self) -> Vec<Block> {
        if self.withholds(Withheld::Estimate) {
            return Vec::new();
        }
        let warnings = self.analysis.calculation.warnings.iter().filter(|warning| warning.is_of_headline());
        let words = warnings.map(|warning| self.text.warning(warning, &self.library.law));
        words.map(|words| Block::Paragraph { content: vec![Inline::strong(words)] }).collect()
    }

    /// A citation with its link.
    fn cite(&self, citation: &Citation) -> Inline {
        let law = &self.library.law;
        Inline::cite(self.text.marked(citation, law), self.text.citation_url(citation, law))
    }

    /// Several citations, set apart by semicolons.
    fn cites(&self, citations: &[Citation]) -> Vec<Inline> {
        let mut content = Vec::new();
        for citation in citations {
            if !content.is_empty() {
                content.push(Inline::text("; "));
            }
            content.push(self.cite(citation));
        }
        content
    }

    /// A provision with a link to its official text.
    fn provision(&self, id: &crate::law::ProvisionId) -> Inline {
        let url = self.library.law.provision(id).map_or("", |provision| provision.url.as_str());
        Inline::link(self.text.article(id.as_str()), url)
    }
}

/// The wording of a note with the names of what is filled in once the document stands.
fn later(text: &Locale, key: &str) -> String {
    text.fill(key, &[("characters", "{characters}"), ("places", "{places}")])
}
