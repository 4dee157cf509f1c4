//! The problems of what is open.

use egui_kittest::kittest::Queryable as _;
use opatlas::model::fault::{Noun, NumberFault, NumberForm, RecordFault};
use opatlas::model::{Fault, Place, Problem, Severity};
use opatlas::state::{Command, Page};

use super::{on, read, window};

#[test]
fn a_broken_file_keeps_its_last_good_state_and_says_so() {
    let mut desk = on(Page::Problems);
    let problem = |severity, line, fault: Fault| Problem {
        severity,
        file: "test.ron".to_owned(),
        place: Some(Place {
            line,
            column: 5,
            length: 1,
        }),
        again: Vec::new(),
        fault,
        left_out: None,
    };
    let unused = RecordFault::Unused(Noun::Source, "a".to_owned());
    let comma = NumberFault::Form(
        "3,744".to_owned(),
        NumberForm::Comma,
        "Exactly".to_owned(),
        Some("Exactly(3744)".to_owned()),
    );
    let problems = vec![
        problem(Severity::Warning, 1, unused.into()),
        problem(Severity::Error, 9, comma.into()),
    ];
    desk.apply(read(None, problems));
    let mut harness = window(desk);
    harness.get_by_label("This file cannot be read now. What is shown is its last good state.");
    let error = harness.get_by_value(
        "Error at test.ron:9:5: The number “3,744” is written with a comma. Write Exactly(3744).",
    );
    let warning = harness.get_by_value(
        "Warning at test.ron:1:5: Nothing uses the source “a”. Remove it, or name it where it supports something.",
    );
    assert!(error.rect().top() < warning.rect().top());
    harness.get_by_label("Copy: test.ron:9:5").click();
    harness.run();
    assert!(
        matches!(&harness.state().asked[0], Command::Copy(text, _) if text.starts_with("test.ron:9:5: "))
    );
}

#[test]
fn a_clean_file_is_told_calmly() {
    let harness = window(on(Page::Problems));
    harness.get_by_label("No problems");
}
