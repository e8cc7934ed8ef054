//! One scenario of a hand-out.

use super::parts::{heading, paragraph};
use super::{Played, Source, tables};
use crate::report::{Block, Inline};
use crate::workshop::{DecisionView, Fact, Reason, ReasonsView, Round, Teller, Weight};

pub(super) fn blocks(source: Source<'_>, played: &Played<'_>) -> Vec<Block> {
    let told = &played.scenario.told;
    let mut blocks = vec![
        heading(1, &told.title),
        Block::Paragraph {
            content: vec![
                Inline::strong(&told.organisation.name),
                Inline::text(format!(". {}", told.organisation.about)),
            ],
        },
    ];
    // A view without them belongs to a reveal that has not gone so far.
    let (Some(decision), Some(reasons)) = (&played.view.decision, &played.view.reasons) else { return blocks };
    if source.parts.facts {
        blocks.extend(facts(source, &told.rounds, reasons));
    }
    blocks.push(heading(2, source.text.t("workshop.handout.decision")));
    blocks.push(Block::Facts { rows: decided(source, decision, reasons) });
    if let Some(court) = reasons.court {
        blocks.push(Block::Paragraph {
            content: vec![Inline::strong(source.text.t("workshop.handout.court")), Inline::text(format!(". {court}"))],
        });
    }
    if source.parts.ranges {
        blocks.extend(tables::estimates(source, played, decision));
    }
    blocks.push(heading(2, source.text.t("workshop.handout.provisions")));
    blocks.push(tables::provisions(source, played, reasons));
    blocks.push(heading(2, source.text.t("workshop.handout.why")));
    blocks.push(Block::List { items: reasons.reasons.iter().map(|reason| why(source, reason)).collect() });
    blocks.push(heading(2, source.text.t("workshop.handout.lesson")));
    blocks.push(Block::Paragraph { content: vec![Inline::strong(reasons.lesson)] });
    if source.parts.sources {
        blocks.extend(sources(source, reasons));
    }
    blocks
}

/// The facts round by round, each with what it should have taught.
fn facts(source: Source<'_>, rounds: &[Round], reasons: &ReasonsView<'_>) -> Vec<Block> {
    let text = source.text;
    let mut blocks = vec![heading(2, text.t("workshop.handout.facts"))];
    for (at, round) in rounds.iter().enumerate() {
        let (n, teller) = ((at + 1).to_string(), text.t(teller(round.teller)));
        blocks.push(heading(3, text.fill("workshop.handout.round", &[("n", &n), ("teller", teller)])));
        blocks.push(Block::List { items: round.facts.iter().map(|fact| placed(source, fact)).collect() });
        if let Some(taught) = reasons.taught.get(at) {
            blocks.push(Block::Paragraph {
                content: vec![Inline::strong(text.t("workshop.handout.taught")), Inline::text(format!(". {taught}"))],
            });
        }
    }
    blocks
}

fn placed(source: Source<'_>, fact: &Fact) -> Vec<Inline> {
    let names = [("text", fact.text.as_str()), ("place", fact.place.as_str())];
    vec![Inline::text(source.text.fill("workshop.handout.placed", &names))]
}

fn teller(teller: Teller) -> &'static str {
    match teller {
        Teller::Client => "workshop.teller.client",
        Teller::Complaint => "workshop.teller.complaint",
        Teller::Authority => "workshop.teller.authority",
        Teller::Inspection => "workshop.teller.inspection",
        Teller::Hearing => "workshop.teller.hearing",
    }
}

/// Who decided what, and what became of it.
fn decided(source: Source<'_>, decision: &DecisionView<'_>, reasons: &ReasonsView<'_>) -> Vec<(String, Vec<Inline>)> {
    let text = source.text;
    let authority = &decision.authority.into();
    let authority = source.library.law.vocabulary.authority_name(authority);
    let fine = decision.fine.map_or_else(|| text.t(decision.outcome.key()).to_owned(), |fine| text.money(fine));
    let fine = match decision.original {
        Some(original) => {
            text.fill("workshop.handout.converted", &[("amount", &fine), ("original", &text.money(original))])
        }
        None => fine,
    };
    let date = text.date(decision.decided);
    let mut rows = vec![
        ("workshop.handout.authority", Inline::text(authority)),
        ("workshop.handout.addressee", Inline::text(decision.controller)),
        ("workshop.handout.decided", Inline::text(date)),
        ("workshop.handout.number", Inline::text(decision.number)),
        ("workshop.handout.outcome", Inline::strong(fine)),
    ];
    if matches!(reasons.appeal, "reduced" | "annulled") {
        let standing =
            reasons.standing.map_or_else(|| text.t("workshop.handout.nothing").to_owned(), |left| text.money(left));
        rows.push(("workshop.handout.standing", Inline::strong(standing)));
    }
    rows.retain(|(_, value)| !value.words().is_empty());
    rows.into_iter().map(|(key, value)| (text.t(key).to_owned(), vec![value])).collect()
}

fn why(source: Source<'_>, reason: &Reason) -> Vec<Inline> {
    let text = source.text;
    let weight = text.t(match reason.weight {
        Weight::Against => "workshop.weight.against",
        Weight::For => "workshop.weight.for",
        Weight::Neutral => "workshop.weight.neutral",
    });
    let words = match reason.place.as_str() {
        "" => reason.text.clone(),
        place => text.fill("workshop.handout.placed", &[("text", &reason.text), ("place", place)]),
    };
    vec![Inline::strong(format!("{weight}. ")), Inline::text(words)]
}

/// The articles to read again and where it all comes from.
fn sources(source: Source<'_>, reasons: &ReasonsView<'_>) -> Vec<Block> {
    let (text, law) = (source.text, &source.library.law);
    let cited = reasons
        .read_again
        .iter()
        .map(|citation| vec![Inline::link(text.marked(citation, law), text.citation_url(citation, law))]);
    let decision = vec![Inline::link(&reasons.source.title, &reasons.source.url)];
    let others = reasons.sources.iter().map(|other| vec![Inline::link(&other.title, &other.url)]);
    vec![
        heading(2, text.t("workshop.handout.read_again")),
        Block::List { items: cited.collect() },
        heading(2, text.t("workshop.handout.sources")),
        Block::List { items: std::iter::once(decision).chain(others).collect() },
        paragraph(text.t("workshop.handout.told_from")),
    ]
}
