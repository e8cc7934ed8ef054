//! What was when: alleged infringements and dates on one axis, and the same as tables.

use super::Source;
use crate::analysis::{Bar, Mark, PPM, PartKind};
use crate::law::Strength;
use crate::library::Withheld;
use crate::report::{Block, Cell, Column, Inline, Row, TimelineBar, TimelineChart, TimelineMark, Tone, When};

pub(super) fn blocks(source: Source<'_>) -> Vec<Block> {
    if told(source).next().is_none() {
        return Vec::new();
    }
    let strategy = !source.withholds(Withheld::Strategy);
    let when = When { case_file: source.case_file, law: &source.library.law, text: source.text };
    let mut blocks = vec![source.heading("timeline.heading")];
    blocks.push(Block::Timeline(chart(source, when)));
    blocks.push(bars(source, when));
    if strategy {
        blocks.extend(limitation(source, when));
    }
    blocks.push(marks(source, when));
    blocks.extend(undated(source, when));
    blocks
}

/// The bars of what is told of.
fn told(source: Source<'_>) -> impl Iterator<Item = &Bar> {
    source.analysis.timeline.bars.iter().filter(move |bar| source.tells(&bar.operation, &bar.rule))
}

fn share(place: i64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a place on paper")]
    let share = place as f64 / PPM as f64;
    share
}

fn tone(strength: Strength) -> Tone {
    match strength {
        Strength::Clear => Tone::Serious,
        Strength::Arguable => Tone::Caution,
        Strength::Weak => Tone::Good,
    }
}

fn chart(source: Source<'_>, when: When<'_>) -> TimelineChart {
    let timeline = &source.analysis.timeline;
    let axis = &timeline.axis;
    let strategy = !source.withholds(Withheld::Strategy);
    let kind = |kind: PartKind| match kind {
        PartKind::NotCounted => "not_counted",
        PartKind::Uncertain => "uncertain",
        PartKind::Certain => "certain",
        PartKind::GoesOn => "goes_on",
    };
    let bar = |bar: &Bar| TimelineBar {
        title: when.title(bar),
        note: when.provision(bar),
        tone: if strategy { tone(bar.strength) } else { Tone::Quiet },
        parts: axis
            .parts(bar, timeline.day)
            .into_iter()
            .map(|part| (share(part.from), share(part.to), kind(part.kind)))
            .collect(),
        label: when.beside(bar),
        limit: bar.limited().filter(|_| strategy).map(|day| share(axis.place(day.last()))),
    };
    let bars: Vec<TimelineBar> = told(source).map(bar).collect();
    let mut years: Vec<_> = axis.years().iter().map(|day| (share(axis.place(*day)), day.year().to_string())).collect();
    years.extend(axis.later.first().map(|day| (share(axis.place(*day)), day.year().to_string())));
    TimelineChart {
        alternative: alternative(source, when),
        years,
        break_at: (!axis.later.is_empty()).then(|| share(axis.break_at())),
        day: share(axis.place(timeline.day)),
        marks: grouped(source, when),
        legend: legend(source, &bars),
        bars,
    }
}

/// The looks that occur, with what they mean.
fn legend(source: Source<'_>, bars: &[TimelineBar]) -> Vec<(&'static str, String)> {
    let text = source.text;
    let has = |wanted: &str| bars.iter().flat_map(|bar| &bar.parts).any(|(_, _, kind)| *kind == wanted);
    let toned = |wanted: Tone| bars.iter().any(|bar| bar.tone == wanted && !bar.parts.is_empty());
    let all = [
        (toned(Tone::Serious), "serious", text.t(Strength::Clear.key())),
        (toned(Tone::Caution), "caution", text.t(Strength::Arguable.key())),
        (toned(Tone::Good), "good", text.t(Strength::Weak.key())),
        (has("goes_on"), "goes_on", text.t("timeline.continues")),
        (has("uncertain"), "uncertain", text.t("timeline.legend.uncertain")),
        (has("not_counted"), "not_counted", text.t("timeline.legend.not_counted")),
        (bars.iter().any(|bar| bar.limit.is_some()), "limit", text.t("timeline.legend.limit")),
    ];
    all.into_iter().filter(|(occurs, ..)| *occurs).map(|(_, kind, words)| (kind, words.to_owned())).collect()
}

/// Marks of one day as one: `3` or `3 to 5`.
fn grouped(source: Source<'_>, when: When<'_>) -> Vec<TimelineMark> {
    let timeline = &source.analysis.timeline;
    let days = timeline.marks.chunk_by(|one, next| one.at() == next.at());
    let mark = |marks: &[Mark]| {
        let (first, last) = (marks.first()?, marks.last()?);
        Some(TimelineMark {
            at: share(timeline.axis.place(first.at())),
            label: when.numbers(first.number, last.number),
        })
    };
    days.filter_map(mark).collect()
}

fn alternative(source: Source<'_>, when: When<'_>) -> String {
    let timeline = &source.analysis.timeline;
    let strategy = !source.withholds(Withheld::Strategy);
    let plainly = |bar: &Bar| format!("{}; {}; {}", when.title(bar), when.provision(bar), when.beside(bar));
    let bars = told(source).map(|bar| if strategy { when.bar(bar) } else { plainly(bar) });
    let marks = timeline.marks.iter().map(|mark| when.mark(mark));
    bars.chain(marks).collect::<Vec<_>>().join(". ")
}

fn columns(source: Source<'_>, keys: &[(&str, u8)]) -> Vec<Column> {
    let column =
        |(key, share): &(&str, u8)| Column { heading: source.text.t(key).to_owned(), share: *share, right: false };
    keys.iter().map(column).collect()
}

fn bars(source: Source<'_>, when: When<'_>) -> Block {
    let strategy = !source.withholds(Withheld::Strategy);
    let mut keys = vec![
        ("timeline.column.what", 6),
        ("timeline.column.from", 4),
        ("timeline.column.until", 4),
        ("timeline.column.months", 3),
    ];
    if strategy {
        keys.push(("timeline.column.limit", 4));
    }
    let row = |bar: &Bar| {
        let grade = if strategy { format!("; {}", source.text.t(bar.strength.key())) } else { String::new() };
        let mut cells = vec![
            Cell::text(format!("{} ({}{grade})", when.title(bar), when.provision(bar))),
            Cell::text(when.from(bar)),
            Cell::text(when.until(bar)),
            Cell::text(when.months(bar)),
        ];
        if strategy {
            cells.push(Cell::text(when.limit(bar.limit)).toned(Tone::Quiet));
        }
        Row::plain(cells)
    };
    Block::Table {
        caption: source.text.t("timeline.caption").to_owned(),
        columns: columns(source, &keys),
        rows: told(source).map(row).collect(),
    }
}

/// The limitation rules of the country, or that none is known.
fn limitation(source: Source<'_>, when: When<'_>) -> Vec<Block> {
    let country = source.case_file.undertaking.deciding_country(&source.library.law.vocabulary);
    let national = source.library.law.national_for(source.analysis.methodology, country);
    let known = national.filter(|_| source.analysis.timeline.limitation_known);
    let Some(known) = known else {
        return vec![Block::Note { content: vec![Inline::text(when.no_rule(national))] }];
    };
    let note = |(before, citation, after): (String, _, String)| Block::Note {
        content: vec![Inline::text(before), source.cite(citation), Inline::text(after)],
    };
    when.rules(known).into_iter().map(note).collect()
}

fn marks(source: Source<'_>, when: When<'_>) -> Block {
    // What a day does to a fine is said where a fine is.
    let effect = !source.withholds(Withheld::Strategy);
    let mut keys = vec![("timeline.column.number", 1), ("timeline.column.day", 3), ("timeline.column.event", 6)];
    if effect {
        keys.extend([("timeline.column.effect", 7), ("timeline.column.direction", 3)]);
    }
    let row = |mark: &Mark| {
        let mut event = vec![Inline::strong(when.event(&mark.event))];
        event.extend(when.detail(&mark.event).map(|detail| Inline::text(format!(". {detail}"))));
        let day = source.text.partial_date(mark.day);
        let mut cells = vec![Cell::text(mark.number.to_string()), Cell::text(day), Cell::of(event)];
        if effect {
            cells.extend(effects(source, when, mark));
        }
        Row::plain(cells)
    };
    Block::Table {
        caption: source.text.t("timeline.marks_caption").to_owned(),
        columns: columns(source, &keys),
        rows: source.analysis.timeline.marks.iter().map(row).collect(),
    }
}

/// What an event does to the calculation, and which way that goes.
fn effects(source: Source<'_>, when: When<'_>, mark: &Mark) -> [Cell; 2] {
    let effects: Vec<String> = mark.effects.iter().map(|effect| when.effect(effect)).collect();
    let none = source.text.t("timeline.no_effect");
    let effects = if effects.is_empty() { none.to_owned() } else { effects.join(" ") };
    let ways: Vec<&str> = mark.effects.iter().map(|effect| when.direction(effect.direction)).collect();
    let ways: Vec<&str> = ways.into_iter().filter(|way| !way.is_empty()).collect();
    [Cell::text(effects), Cell::text(ways.join(", "))]
}

/// What was told without a day.
fn undated(source: Source<'_>, when: When<'_>) -> Vec<Block> {
    let events = &source.analysis.timeline.undated;
    if events.is_empty() {
        return Vec::new();
    }
    let item = |event| {
        let mut item = vec![Inline::strong(when.event(event))];
        item.extend(when.detail(event).map(|detail| Inline::text(format!(". {detail}"))));
        item
    };
    let heading = Block::heading(2, source.text.t("timeline.undated").to_owned());
    let note = source.note("timeline.undated.note", &[]);
    vec![heading, note, Block::List { items: events.iter().map(item).collect() }]
}
