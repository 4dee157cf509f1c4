//! What a mistake costs: the smallest part that can be, and every number that is lost with it.

use opatlas::file;
use opatlas::model::{Dataset, LeftOut, Lost, Problem, Quantity};

use super::{SOUND, mistaken, rows, told};

/// What is left of the sound dataset with a mistake in it.
fn read(from: &str, to: &str) -> Dataset {
    let reading = file::read("f", mistaken(from, to).as_bytes());
    reading.dataset.expect("most of it can be shown")
}

fn cases(dataset: &Dataset) -> Vec<&str> {
    let cases = dataset.cases.iter();
    cases.map(|case| case.id.as_str()).collect()
}

#[test]
fn only_the_smallest_part_is_left_out() {
    let dataset = read("MoreThan(800)", "MoreThan(8,00)");
    let charged = dataset.operations[0]
        .figure("charged")
        .expect("one report is left");
    assert_eq!(charged.reports.len(), 1);
    assert_eq!(charged.reports[0].quantity, Quantity::About(850));

    let dataset = read("Exactly(2517)", "2517");
    assert!(dataset.operations[0].figure("arrests").is_none());
    assert!(dataset.operations[0].figure("charged").is_some());

    let dataset = read("\"ARG\", \"TGO\"", "\"Argentina\", \"TGO\"");
    assert_eq!(dataset.operations[0].countries.listed.len(), 1);

    let dataset = read("title: \"Work on a farm\",", "title: \"Work on a farm,");
    assert_eq!(cases(&dataset), ["port"]);

    let dataset = read("source: \"police\")])],", "source: \"police\")],");
    assert_eq!(cases(&dataset), ["port"]);

    let dataset = read("title: \"Test\"", "title: Test");
    assert_eq!((dataset.title.as_str(), dataset.cases.len()), ("f", 2));

    let dataset = read("\"Work on a farm\"", "\"Work \u{202E}on a \\u{202E}farm\"");
    assert_eq!(dataset.cases[0].title, "Work on a farm");
}

/// What the first problem costs that costs something: its line, the part, the record and the
/// figures.
fn cost(from: &str, to: &str) -> String {
    let reading = file::read("f", mistaken(from, to).as_bytes());
    let costs = |problem: &Problem| {
        let place = problem.place.expect("a problem in a record has a place");
        let LeftOut {
            part, record, lost, ..
        } = problem.left_out.clone()?;
        let record = record.map_or_else(String::new, |(noun, id)| format!(" of {noun:?} {id}"));
        let figures = lost.iter().map(|lost| match lost {
            Lost::Figure(operation, metric) => format!(", {operation}/{metric}"),
            Lost::Figures(operation) => format!(", all of {operation}"),
            Lost::Operation(_)
            | Lost::Days(_)
            | Lost::Length(_)
            | Lost::Countries(_)
            | Lost::Whole(_)
            | Lost::Other => String::new(),
        });
        let figures = figures.collect::<String>();
        Some(format!("{}: {part:?}{record}{figures}", place.line))
    };
    let costs = reading.problems.iter().find_map(costs);
    costs.expect("something is left out")
}

#[test]
fn a_problem_says_which_figures_and_which_record_it_costs() {
    let table = r#"
Exactly(2517) → 2517 → 19: Figure(MetricId("arrests")) of Operation weka, weka/arrests
MoreThan(800) → MoreThan(8,00) → 21: This(Report) of Operation weka, weka/charged
Exactly(2517) → Between(9, 3) → 19: This(Report) of Operation weka, weka/arrests
800), source: "police" → 800), source: "polise" → 21: This(Report) of Operation weka, weka/charged
"charged": [⏎ → "charge": [⏎ → 20: This(Figure) of Operation weka, weka/charge
figures: { → figures: 7, findings: { → 18: Field("figures") of Operation weka, all of weka
figures: { → figurs: { → 18: It of Operation weka, all of weka
"ARG", "TGO" → "ARG", "Togo" → 17: It of Operation weka
name: "Operation Weka" → nam: "x" → 15: This(Operation) of Operation weka
Exactly(24) → 24 → 35: This(Report) of Case farm
title: "Work on a farm" → title: 3 → 31: This(Case) of Case farm
title: "Test" → title: Test → 3: The(Title)
"#;
    for [from, to, expected] in rows(table) {
        assert_eq!(cost(&from, &to), expected, "{to}");
    }
}

#[test]
fn figures_that_go_with_a_source_or_a_metric_are_known() {
    let takes = |from: &str, to: &str, operation: &str, metric: &str| {
        let gaps = read(from, to).gaps;
        gaps.has_figure(&operation.into(), &metric.into())
    };
    // Only “charged” has a report of the Gazette.
    let (from, to) = ("publisher: \"Gazette\", ", "");
    assert!(takes(from, to, "weka", "charged"));
    assert!(!takes(from, to, "weka", "arrests"));
    assert!(!takes(from, to, "other", "charged"));
    let (from, to) = (
        "unit: \"people\", definition: \"Those",
        "unit: people, definition: \"Those",
    );
    assert!(takes(from, to, "weka", "charged"));
    assert!(!takes(from, to, "weka", "arrests"));
    // A count of countries goes with its source too.
    let counted = SOUND.replace(
        "UpTo(3), source: \"police\"",
        "UpTo(3), source: \"gazette\"",
    );
    let lost = counted.replace("publisher: \"Gazette\", ", "");
    for (text, expected) in [(counted, false), (lost, true)] {
        let gaps = file::read("f", text.as_bytes())
            .dataset
            .expect("usable")
            .gaps;
        assert_eq!(gaps.has_countries(&"weka".into()), expected);
        assert!(!gaps.has_figures(&"weka".into()));
    }
    // Without its brackets no figure of the operation can be used.
    let (from, to) = ("figures: {", "figures: 7, findings: {");
    assert!(takes(from, to, "weka", "charged"));
    assert!(takes(from, to, "weka", "arrests"));
    assert!(!takes("Exactly(24)", "24", "weka", "arrests"));
}

#[test]
fn of_what_is_written_twice_nothing_is_lost() {
    for from in ["\"TGO\"]", "[\"TGO\"]"] {
        let twice = SOUND.replacen(from, &from.replace("\"TGO\"", "\"TGO\", \"TGO\""), 1);
        let reading = file::read("t.ron", twice.as_bytes());
        assert_eq!(reading.problems.len(), 1, "{:?}", reading.problems);
        let dataset = reading.dataset;
        assert!(dataset.is_some_and(|dataset| dataset.gaps.is_empty()));
    }
    // Of two operations, cases or figures of one id the second says something of its own.
    let operation = "],\n    cases: [";
    for (from, to) in [
        (
            operation,
            "(id: \"weka\", name: \"W\"),\n    ],\n    cases: [",
        ),
        ("id: \"port\"", "id: \"farm\""),
        (
            "\"charged\": [",
            "\"arrests\": [(quantity: Exactly(3), source: \"police\")], \"charged\": [",
        ),
    ] {
        assert!(!read(from, to).gaps.is_empty(), "{to}");
    }
}

/// What cannot be used takes no id away from what can.
#[test]
fn of_two_records_with_one_id_the_sound_one_stays() {
    for (before, broken) in [
        ("    operations: [", "(id: \"weka\", name: Weka),"),
        (
            "    sources: {",
            "\"police\": (publisher: Police, title: \"T\", grade: Official),",
        ),
        (
            "    metrics: {",
            "\"arrests\": (label: Arrests, unit: \"people\", definition: \"\"),",
        ),
        (
            "    cases: [",
            "(id: \"farm\", operation: weka, title: \"\", summary: \"\", sources: []),",
        ),
    ] {
        let text = mistaken(before, &format!("{before}\n{broken}"));
        let reading = file::read("f", text.as_bytes());
        let problems = told(&reading);
        assert_eq!(problems.len(), 1, "{problems:?}");
        let dataset = reading.dataset.expect("most of it can be shown");
        let sound = file::read("f", SOUND.as_bytes()).dataset.expect("sound");
        assert_eq!(dataset.operations, sound.operations, "{broken}");
        assert_eq!(dataset.cases, sound.cases, "{broken}");
    }
}

#[test]
fn no_number_is_missing_for_a_fault_in_what_stands_beside_it() {
    for beside in [
        "archived: \"kept\"",
        "checked: (day: \"06.11.2024\", by: \"desk\")",
        "checked: (day: \"2024-11-06\")",
        "note: 7",
    ] {
        let from = "Exactly(2517), source: \"police\"";
        let dataset = read(from, &format!("{from}, {beside}"));
        assert!(dataset.operations[0].figure("arrests").is_some());
        let gaps = dataset.gaps;
        assert!(!gaps.is_empty(), "{beside} is in no table");
        assert!(
            !gaps.has_figure(&"weka".into(), &"arrests".into()),
            "{beside}"
        );
    }
}
