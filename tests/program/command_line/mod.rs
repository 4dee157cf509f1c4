//! The command line as scripts use it: exit codes, columns, files whole or not at all.

mod check;
mod export;
mod left_out;

use std::fs;
use std::path::Path;
use std::process::Output;

use crate::started;

fn opatlas(arguments: &[&str], folder: &Path) -> Output {
    let mut program = started::opatlas(folder);
    program.args(arguments).output().unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn csv_rows(path: &Path) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_path(path)
        .unwrap();
    reader
        .records()
        .map(|record| record.unwrap().iter().map(str::to_owned).collect())
        .collect()
}

/// A dataset of operations with the words of `change` put in place of others.
fn mine(folder: &Path, from: &str, to: &str) {
    let text = format!(
        "#![enable(implicit_some)]\n(format: 1, title: \"Mine\", sources: {{ \"release\": (publisher: \"Police\", \
         title: \"A release\", date: \"2025-03-01\", address: \"https://example.org\", grade: Official) }}, metrics: \
         {{ \"arrests\": (label: \"Arrests\", unit: \"people\", definition: \"All\"), \"officers\": (label: \
         \"Officers\", unit: \"people\", definition: \"All\") }}, cases: [], operations: [{}])",
        ["one", "two"].map(|id| format!(
            "(id: \"{id}\", name: \"Operation {id}\", days: (\"2025-02-01\", \"2025-02-03\"), figures: {{ \"arrests\": \
             [(quantity: MoreThan(40), source: \"release\")], \"officers\": [(quantity: AtLeast(500), source: \
             \"release\")] }})"
        ))
        .join(", ")
    );
    let changed = text.replace(from, to);
    assert!(from == to || changed != text, "{from}");
    fs::write(folder.join("mine.ron"), changed).unwrap();
}

const CHART: [&str; 4] = ["export", "mine.ron", "--chart", "bars"];

fn export(folder: &Path, more: &[&str]) -> Output {
    opatlas(&[&CHART[..], more].concat(), folder)
}

/// A dataset of two operations in words of its own, beside the built-in ones.
const OWN: &str = r#"#![enable(implicit_some)]
(
    format: 1,
    title: "Mine",
    sources: {
        "own": (publisher: "Agency", title: "A release", date: "2019-04-01", no_address: "In print.", grade: Official),
    },
    metrics: {
        "arrests": (label: "People arrested", unit: "people", definition: "Everyone arrested"),
        "inspections": (label: "Inspections", unit: "calls", definition: "Calls made"),
    },
    operations: [
        (
            id: "own-1",
            name: "Own I",
            figures: {
                "arrests": [(quantity: Exactly(350), source: "own", note: "Printed flat.")],
                "inspections": [(quantity: Exactly(77), source: "own")],
            },
        ),
    ],
)
"#;
