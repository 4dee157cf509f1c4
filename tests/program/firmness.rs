//! What is preliminary, revised, final or not applicable is said to be so, wherever a number is.

use std::sync::Arc;

use opatlas::chart::{Kind, Showing, picture};
use opatlas::export::{Csv, TableFormat, table};
use opatlas::file::read;
use opatlas::model::{Atlas, Severity};
use opatlas::query::change::WhyNot;
use opatlas::query::comparison::Comparison;
use opatlas::query::countries::CountryChoice;
use opatlas::query::diff::{Change, diff};
use opatlas::query::measure::{Disputed, Measure, Value, measured};
use opatlas::query::tables::Table;

/// Two operations with the figures and whatever else is written for each.
fn text(one: &str, two: &str) -> String {
    format!(
        r#"(
    format: 1,
    title: "Mine",
    sources: {{
        "release": (publisher: "The police", title: "A release", date: "2025-01-01", no_address: "none", grade: Official),
        "later": (publisher: "The police", title: "A correction", date: "2025-02-01", no_address: "none", grade: News),
    }},
    metrics: {{
        "arrests": (label: "Arrests", unit: "people", definition: "All arrests"),
        "flights": (label: "Flights", unit: "flights", definition: "All flights"),
    }},
    operations: [
        (id: "one", name: "One", sources: ["later"], {one}),
        (id: "two", name: "Two", {two}),
    ],
)"#
    )
}

const NO_FLIGHTS: &str =
    r#"not_applicable: {"flights": (reason: "No airport took part.", sources: ["release"])}"#;

fn figure(metric: &str, report: &str) -> String {
    format!("\"{metric}\": [(quantity: {report})]")
}

fn figures(of: &[String]) -> String {
    format!("figures: {{{}}}", of.join(", "))
}

fn problems(text: &str) -> Vec<String> {
    let problems = read("mine.ron", text.as_bytes()).problems.into_iter();
    let errors = problems.filter(|problem| problem.severity == Severity::Error);
    errors.map(|problem| problem.what()).collect()
}

fn atlas(text: &str) -> Atlas {
    assert_eq!(problems(text), [""; 0], "{text}");
    let dataset = read("mine.ron", text.as_bytes()).dataset.unwrap();
    Atlas::of(&[Arc::new(dataset)]).0
}

fn shown(atlas: &Atlas, kind: Kind) -> opatlas::chart::ChartSpec {
    let comparison = Comparison {
        operations: vec!["one".to_owned(), "two".to_owned()],
        metrics: vec!["arrests".to_owned(), "flights".to_owned()],
        ..Comparison::telling(atlas)
    };
    let showing = Showing {
        kind,
        ..Showing::default()
    };
    picture(atlas, &comparison, showing)
}

fn rows(atlas: &Atlas) -> String {
    let format = TableFormat::Csv(Csv::Plain);
    let bytes = table(atlas, Table::Figures, &CountryChoice::default(), format).unwrap();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn what_cannot_be_counted_is_not_applicable_and_never_not_reported() {
    let arrests = figure("arrests", "Exactly(40), source: \"release\"");
    let flights = figure("flights", "Exactly(7), source: \"release\"");
    let one = format!("{}, {NO_FLIGHTS}", figures(std::slice::from_ref(&arrests)));
    let atlas = atlas(&text(&one, &figures(&[arrests, flights])));
    for kind in [Kind::Bars, Kind::Ranking, Kind::Change] {
        let told = shown(&atlas, kind).alt();
        assert!(!told.contains("ot reported"), "{kind:?}: {told}");
    }
    for kind in [Kind::Bars, Kind::Coverage] {
        assert!(
            shown(&atlas, kind).alt().contains("not applicable"),
            "{kind:?}"
        );
    }
    let row = rows(&atlas);
    let row = row
        .lines()
        .find(|row| row.starts_with("one,flights"))
        .unwrap();
    assert!(
        row.starts_with("one,flights,,not_applicable,flights,,release,"),
        "{row}"
    );
    assert!(row.contains("No airport took part."), "{row}");
}

/// Why the flights of the first operation are no share, after a change to the text.
fn why_no_share(change: impl Fn(String) -> String) -> WhyNot {
    let flights = figure("flights", "Exactly(7), source: \"release\"");
    let text = text(&figures(&[flights]), "").replace(
        "definition: \"All flights\"",
        "definition: \"All flights\", part_of: \"arrests\"",
    );
    let text = change(text.replace("unit: \"flights\"", "unit: \"people\""));
    let dataset = read("mine.ron", text.as_bytes()).dataset.unwrap();
    let atlas = Atlas::of(&[Arc::new(dataset)]).0;
    let metric = atlas.metric("flights").unwrap();
    let one = atlas.operation("one").unwrap();
    match measured(&atlas, one, metric, Measure::Share, None).value {
        Value::NotComputable(why) => why,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_share_says_why_there_is_no_whole() {
    assert_eq!(why_no_share(|text| text), WhyNot::WholeNotReported);
    let none = NO_FLIGHTS.replace("flights", "arrests");
    let without = |text: String| text.replace("sources: [\"later\"]", &none);
    assert_eq!(why_no_share(without), WhyNot::WholeNotApplicable);
    // What it is a part of is stated, and cannot be used.
    let lost = |text: String| text.replace("part_of: \"arrests\"", "part_of: \"arests\"");
    assert_eq!(why_no_share(lost), WhyNot::LeftOut(Disputed::Whole));
    let lost = |text: String| text.replace("part_of: \"arrests\"", "part_of: 7");
    assert_eq!(why_no_share(lost), WhyNot::LeftOut(Disputed::Whole));
}

#[test]
fn what_is_not_applicable_needs_a_reason_and_no_figure() {
    let flights = figure("flights", "Exactly(7), source: \"release\"");
    let both = text(&format!("{}, {NO_FLIGHTS}", figures(&[flights])), "");
    let none = NO_FLIGHTS.replace(
        "reason: \"No airport took part.\", sources: [\"release\"]",
        "",
    );
    let stranger = NO_FLIGHTS.replace("flights", "trains");
    for (text, told) in [
        (both, "there is a figure of it"),
        (text(&none, ""), "nothing says why"),
        (text(&stranger, ""), "no metric has the id"),
    ] {
        let problems = problems(&text);
        assert!(
            problems.iter().any(|problem| problem.contains(told)),
            "{problems:?}"
        );
    }
}

#[test]
fn a_remark_says_which_figures_are_preliminary_and_which_are_not() {
    let arrests = |status: &str| {
        figure(
            "arrests",
            &format!("Exactly(40), source: \"release\", status: {status}"),
        )
    };
    let flights = |status: &str| {
        figure(
            "flights",
            &format!("Exactly(7), source: \"release\", status: {status}"),
        )
    };
    for (one, two, told) in [
        (
            [arrests("Preliminary"), flights("Preliminary")],
            [arrests("Final"), flights("Revised")],
            "The figures of One were published as preliminary, those of Two as revised or final.",
        ),
        (
            [arrests("Preliminary"), flights("Preliminary")],
            [arrests("Final"), flights("Final")],
            "The figures of One were published as preliminary, those of Two as final.",
        ),
        (
            [arrests("Preliminary"), flights("Final")],
            [arrests("Preliminary"), flights("Preliminary")],
            "The figures of Two and One (in part) were published as preliminary.",
        ),
    ] {
        let atlas = atlas(&text(&figures(&one), &figures(&two)));
        let told_by = shown(&atlas, Kind::Bars).alt();
        assert!(told_by.contains(told), "{told_by}");
    }
    // What is said of one number counts before what is said of all.
    let one = format!(
        "status: Preliminary, {}",
        figures(&[
            arrests("Final"),
            figure("flights", "Exactly(7), source: \"release\"")
        ])
    );
    let atlas = atlas(&text(&one, &figures(&[arrests("Final")])));
    let row = |metric: &str| {
        rows(&atlas)
            .lines()
            .find(|row| row.starts_with(&format!("one,{metric}")))
            .unwrap()
            .to_owned()
    };
    assert!(
        row("arrests").contains(",A,The police"),
        "{}",
        row("arrests")
    );
    assert!(
        row("flights").contains(",P,The police"),
        "{}",
        row("flights")
    );
}

#[test]
fn a_revised_number_is_shown_without_a_star_and_the_change_is_told() {
    let before = figures(&[figure(
        "arrests",
        "Exactly(40), source: \"release\", status: Preliminary",
    )]);
    let after = "figures: {\"arrests\": [(quantity: Exactly(40), source: \"release\", status: Preliminary), \
        (quantity: Exactly(41), source: \"later\", status: Revised, revised_from: (quantity: Exactly(40), source: \"release\"))]}";
    let alone =
        "figures: {\"arrests\": [(quantity: Exactly(40), source: \"release\", status: Final)]}";
    let [old, new, last] = [before.as_str(), after, alone].map(|one| text(one, ""));
    let atlas = atlas(&new);
    let told = shown(&atlas, Kind::Bars).alt();
    assert!(told.contains("41") && !told.contains("disagree"), "{told}");
    let [old, new, last] = [old, new, last].map(|text| read("x", text.as_bytes()).dataset.unwrap());
    let told = |old, new| {
        diff(old, new)
            .iter()
            .map(Change::sentence)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        told(&old, &new),
        [
            "One, arrests: 41 (later) added",
            "One, arrests: 41 (later) is shown now, 40 (release) was"
        ]
    );
    assert_eq!(
        told(&old, &last),
        ["One, arrests: 40 (release) rests on something else: status “preliminary” → “final”"]
    );
}
