//! What differs between two states of a dataset is told, as text and as a table.

use std::fs;
use std::path::Path;
use std::process::Output;

use opatlas::file::{EMBEDDED, read};
use opatlas::query::diff::{Before, Change, diff};

use crate::started;

const OLD: &str = r#"(
    format: 1,
    title: "Mine",
    sources: {
        "release": (publisher: "The police", title: "A release", no_address: "none", grade: Official),
        "paper": (publisher: "A paper", title: "A report", no_address: "none", grade: News),
    },
    metrics: {
        "arrests": (label: "Arrests", unit: "people", definition: "All arrests"),
        "officers": (label: "Officers", unit: "people", definition: "All officers"),
    },
    operations: [
        (id: "one", name: "One", figures: {
            "arrests": [(quantity: Exactly(40), source: "release"), (quantity: MoreThan(30), source: "paper", wording: "held")],
        }),
        (id: "two", name: "Two", figures: {"arrests": [(quantity: Exactly(7), source: "release")]}),
    ],
    cases: [(id: "c", operation: "one", title: "A case", summary: "S", sources: ["paper"])],
)"#;

/// The old state with something else in it.
fn new() -> String {
    OLD.replace("Exactly(40)", "Exactly(41)")
        .replace("\"held\"", "\"detained\"")
        .replace(
            "\"arrests\": [(quantity: Exactly(7)",
            "\"officers\": [(quantity: Exactly(7)",
        )
        .replace("title: \"A report\"", "title: \"Another report\"")
        .replace("(id: \"c\"", "(id: \"d\"")
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    let mut program = started::opatlas(folder);
    program.arg("diff").args(arguments).output().unwrap()
}

#[test]
fn each_thing_that_differs_is_told_once() {
    let (old, new) = (OLD.to_owned(), new());
    let [old, new] = [old, new].map(|text| read("x", text.as_bytes()).dataset.unwrap());
    let told: Vec<String> = diff(&old, &new).iter().map(Change::sentence).collect();
    assert_eq!(
        told,
        [
            "Source paper (A paper): title “A report” → “Another report”",
            "One, arrests: 40 → 41 (release)",
            "One, arrests: more than 30 (paper) rests on something else: wording “held” → “detained”",
            "Two, arrests: 7 (release) removed; not reported now",
            "Two, officers: 7 (release) added; not reported before",
            "Case c (A case): removed",
            "Case d (A case): added",
        ]
    );
}

/// What is told of two texts.
fn told(old: &str, new: &str) -> Vec<String> {
    let [old, new] = [old, new].map(|text| read("x", text.as_bytes()).dataset.unwrap());
    let before = Before::of(&old, &new);
    before.diff(&new).iter().map(Change::sentence).collect()
}

#[test]
fn what_goes_by_another_id_is_told_once_and_nothing_with_it() {
    for (old, new, sentence) in [
        (
            "\"release\"",
            "\"police-1\"",
            "Source police-1 (The police): went by the id release",
        ),
        (
            "\"arrests\"",
            "\"arrested\"",
            "Metric arrested (Arrests): went by the id arrests",
        ),
        (
            "\"one\"",
            "\"first\"",
            "Operation first (One): went by the id one",
        ),
        ("\"c\"", "\"boat\"", "Case boat (A case): went by the id c"),
    ] {
        assert_eq!(told(OLD, &OLD.replace(old, new)), [sentence]);
    }
    // Of two that are alike nobody can say which is which.
    let twins = |ids: [&str; 2]| {
        let metric =
            |id: &str| format!(r#""{id}": (label: "Raids", unit: "raids", definition: "Raids")"#);
        OLD.replace(
            "metrics: {",
            &format!("metrics: {{{}, {},", metric(ids[0]), metric(ids[1])),
        )
    };
    assert_eq!(told(&twins(["a", "b"]), &twins(["x", "y"])).len(), 4);
}

#[test]
fn a_revised_number_is_one_change_and_another_number_that_is_shown_is_told() {
    let revised = OLD.replace(
        "Exactly(7), source: \"release\"",
        "Exactly(8), source: \"paper\", revised_from: (quantity: Exactly(7), source: \"release\")",
    );
    let [sentence] = &told(OLD, &revised)[..] else {
        panic!("one change")
    };
    assert!(sentence.starts_with("Two, arrests: 7 → 8 (paper); source “release” → “paper”"));
    let preferred = OLD.replace("wording: \"held\"", "wording: \"held\", preferred: true");
    let told = told(OLD, &preferred);
    assert_eq!(
        told[1],
        "One, arrests: more than 30 (paper) is shown now, 40 (release) was"
    );
}

#[test]
fn a_dataset_does_not_differ_from_itself() {
    for (name, text) in EMBEDDED {
        let dataset = read(name, text.as_bytes()).dataset.unwrap();
        assert_eq!(diff(&dataset, &dataset), []);
    }
}

#[test]
fn the_exit_code_is_that_of_diff() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("old.ron"), OLD).unwrap();
    fs::write(folder.path().join("new.ron"), new()).unwrap();
    fs::write(folder.path().join("other.ron"), "x").unwrap();
    for (arguments, code) in [
        (&["old.ron", "old.ron"][..], 0),
        (&["old.ron", "new.ron"], 1),
        (&["old.ron", "other.ron"], 2),
        (&["old.ron", "away.ron"], 2),
        (&["old.ron"], 2),
    ] {
        assert_eq!(
            run(folder.path(), arguments).status.code(),
            Some(code),
            "{arguments:?}"
        );
    }
}

#[test]
fn what_differs_is_written_as_a_table() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("old.ron"), OLD).unwrap();
    fs::write(folder.path().join("new.ron"), new()).unwrap();
    let output = run(folder.path(), &["old.ron", "new.ron", "--table", "-"]);
    let table = String::from_utf8(output.stdout).unwrap();
    let lines: Vec<&str> = table.lines().collect();
    assert!(lines[0].starts_with("change,record,id,field,part,source,before,before_qualifier,"));
    assert!(lines.contains(&"changed,figure,one,arrests,,release,40,exact,40,40,41,exact,41,41"));
    let evidence =
        "evidence,figure,one,arrests,wording,paper,held,more_than,31,,detained,more_than,31,";
    assert!(lines.contains(&evidence), "{table}");
    assert!(
        lines.contains(&"changed,source,paper,title,,,A report,,,,Another report,,,"),
        "{table}"
    );
}
