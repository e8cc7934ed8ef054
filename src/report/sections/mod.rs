//! One file per section of the report; [`build`] holds their order.

mod annex;
mod assumptions;
mod calculation;
mod comparables;
mod findings;
mod matter;
mod receipt;
mod scores;
mod sheets;
mod steps;
mod summary;
mod timeline;

use serde::{Deserialize, Serialize};

use super::{Block, CharacterNotes, Document, Inline, anchors, characters};
use crate::analysis::Analysis;
use crate::exposure::ExposureDistribution;
use crate::facts::CaseFile;
use crate::law::Citation;
use crate::library::Library;
use crate::locale::{Locale, plain};

/// What every section may read.
#[derive(Clone, Copy)]
pub(super) struct Source<'a> {
    pub(super) case_file: &'a CaseFile,
    pub(super) library: &'a Library,
    pub(super) analysis: &'a Analysis<'a>,
    pub(super) exposure: &'a ExposureDistribution,
    pub(super) text: &'a Locale,
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

/// Builds the report of an analysed matter, with nobody named as its author.
pub fn build(
    case_file: &CaseFile,
    library: &Library,
    analysis: &Analysis<'_>,
    exposure: &ExposureDistribution,
) -> Document {
    build_by(case_file, library, analysis, exposure, &PreparedBy::default())
}

/// Builds the report of an analysed matter; who prepared it stands below the title and as
/// author in the file.
pub fn build_by(
    case_file: &CaseFile,
    library: &Library,
    analysis: &Analysis<'_>,
    exposure: &ExposureDistribution,
    by: &PreparedBy,
) -> Document {
    let text = &library.locale;
    let source = Source { case_file, library, analysis, exposure, text };
    let date = text.date(analysis.calculation.as_of);
    let name = source.name();
    let mut blocks = summary::blocks(source);
    blocks.push(Block::PageBreak);
    blocks.extend(summary::basis(source));
    blocks.extend(matter::blocks(source));
    blocks.extend(findings::blocks(source));
    blocks.extend(timeline::blocks(source));
    blocks.extend(calculation::blocks(source));
    blocks.extend(scores::blocks(source));
    blocks.extend(comparables::blocks(source));
    blocks.extend(assumptions::blocks(source));
    blocks.extend(matter::remarks(source));
    blocks.extend(receipt::blocks(source));
    blocks.push(Block::PageBreak);
    blocks.extend(annex::blocks(source));
    let framework = library.law.framework_of(analysis.methodology).map_or("", |framework| framework.name.as_str());
    let receipt = &analysis.receipt;
    let short = |hash: &str| hash.chars().take(8).collect::<String>();
    let title = title(case_file, text);
    let subtitle =
        text.fill("report.subtitle", &[("name", &name), ("date", &date), ("method", &analysis.methodology.name)]);
    let by = by.line();
    let program = text.t("report.author").to_owned();
    let mut document = Document {
        language: text.language.clone(),
        kind: text.fill("report.kind", &[("framework", framework)]),
        title: title.to_owned(),
        subtitle: match &by {
            Some(by) => text.fill("report.subtitle_by", &[("subtitle", &subtitle), ("by", by)]),
            None => subtitle,
        },
        marking: text.t("report.marking").to_owned(),
        running_title: title.to_owned(),
        footer: text.fill(
            "report.footer",
            &[
                ("version", &receipt.program),
                ("law", &short(&receipt.law_data)),
                ("matter", &short(&receipt.matter_sha256)),
            ],
        ),
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
        contents: text.t("report.contents").to_owned(),
        blocks,
        sheets: sheets::all(source),
    };
    characters::clean(&mut document);
    anchors::name(&mut document);
    document
}

/// The title of a matter, or a word for it where none was entered.
pub fn title<'a>(case_file: &'a CaseFile, text: &'a Locale) -> &'a str {
    if plain::one_line(&case_file.title).is_empty() { text.t("report.untitled") } else { &case_file.title }
}

impl<'a> Source<'a> {
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
