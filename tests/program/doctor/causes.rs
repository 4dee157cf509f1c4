//! One cause is one problem, wherever it is met.

use opatlas::file;
use opatlas::model::{Atlas, Lost, Problem};

use super::{SOUND, alone_told, told};

/// However many faults a record has that is left out, what rests on it is told once, with the
/// first of them.
#[test]
fn what_goes_with_a_record_is_told_with_the_first_cause() {
    let text = SOUND
        .replace("grade: News", "grade: Blog")
        .replace("address: \"https://example.org\"", "address: https,");
    let problems = told(&file::read("f", text.as_bytes()));
    let with_it: Vec<bool> = problems
        .iter()
        .map(|line| line.contains("and with it 1 reference and 2 reports"))
        .collect();
    assert!(problems.len() > 1 && with_it[0], "{problems:?}");
    assert!(!with_it[1..].contains(&true), "{problems:?}");
}

/// A slip that stands in many places is one problem, with the first of them.
#[test]
fn one_cause_is_one_problem_however_often_it_is_met() {
    let rows = "    operations: [\nWeka II\t12\t40\nWeka III\t13\t50\n";
    let git = "\n<<<<<<< HEAD\n    name: \"Weka\",\n=======\n    name: \"Weka I\",\n>>>>>>> b\n";
    for (text, expected) in [
        (
            SOUND.replace("\"police\": (", "\"polic\": ("),
            "17:61: no source has the id “police”, here and in 4 other places, first in lines 19, 21 and 35, so what rests on it is left out; write \"polic\"",
        ),
        (
            SOUND.replace("\"TGO\"", "\"UK\""),
            "17:89: “UK” is not a country code, here and in 2 other places, in lines 33 and 36, so each is left out; write \"GBR\" for United Kingdom",
        ),
        (
            SOUND
                .replace("grade: News", "grade: Blog")
                .replace("grade: Official", "grade: Blog"),
            "5:114: “Blog” is not a grade, here and in line 6, so each is left out; write Official, Reprint or News",
        ),
        (
            SOUND.replace("[\"ARG\", \"TGO\"]", "[ARG, TGO]"),
            "17:82: “ARG” is a text without quotation marks, and 1 other in this list has the same fault, so each is left out; write \"ARG\", and likewise for the others",
        ),
        (
            SOUND.replace("[ForcedLabour]", "[Forced labour]"),
            "34:22: “Forced labour” is not a crime, so this crime is left out of “crimes” in the case “farm”; write ForcedLabour",
        ),
        (
            SOUND.replace("[\"ARG\", \"TGO\"]", "[Costa Rica, \"TGO\"]"),
            "17:82: “Costa Rica” is not a country code, so this country is left out of “countries” in the operation “weka”; write \"CRI\" for Costa Rica",
        ),
        (
            SOUND.replace("    operations: [\n", rows),
            "13:1: a table of 2 lines stands here, as one pastes it from a sheet, so it is left out; write each of them as what stands around them is written; “opatlas new” writes an example",
        ),
        (
            SOUND.replace("\n            name: \"Operation Weka\",\n", git),
            "15:1: two versions stand here that git could not merge, so the second is left out; keep the right one, and remove the other with the lines <<<<<<<, ======= and >>>>>>>",
        ),
    ] {
        alone_told(&text, expected);
    }
}

/// A clash between files leads to the line of what is left out, whatever it is.
#[test]
fn what_clashes_between_files_is_told_with_its_line() {
    let read = |name: &str, text: &str| {
        let reading = file::read(name, text.as_bytes());
        std::sync::Arc::new(reading.dataset.expect("sound"))
    };
    let other = SOUND.replace("\"weka\"", "\"weka-2\"");
    let other = other
        .replace("All arrests\"", "x\u{200B}\"")
        .replace("unit: \"people\"", "unit: \"cases\"");
    let (_, clashes) = Atlas::of(&[read("a.ron", SOUND), read("b.ron", &other)]);
    let places: Vec<String> = clashes.iter().map(Problem::location).collect();
    assert_eq!(
        places,
        ["b.ron:9:9", "b.ron:10:9", "b.ron:28:9", "b.ron:39:9"]
    );
    let (_, clashes) = Atlas::of(&[read("a.ron", SOUND), read("b.ron", SOUND)]);
    let places: Vec<String> = clashes.iter().map(Problem::location).collect();
    assert_eq!(places, ["b.ron:13:9"]);
}

/// Somebody who writes so throughout, as another program or language has it, is told once.
#[test]
fn a_habit_is_one_problem() {
    let mut open = false;
    let mut marked = |[first, last]: [char; 2]| -> String {
        let mark = |c: char| match c {
            '"' => {
                open = !open;
                if open { first } else { last }
            }
            c => c,
        };
        SOUND.chars().map(mark).collect()
    };
    for (text, expected) in [
        (
            marked(['“', '”']),
            "3:12: the text stands in “ marks instead of straight quotation marks, here and in 33 other places, first in lines 5, 6 and 9, so what they stand in is left out; write \"Test\", and likewise in the other places",
        ),
        (
            marked(['\'', '\'']),
            "3:12: the text stands in ' marks instead of straight quotation marks, here and in 33 other places, first in lines 5, 6 and 9, so what they stand in is left out; write \"Test\", and likewise in the other places",
        ),
        (
            SOUND.replace(": ", " = "),
            "2:12: “=” stands here instead of a colon, here and in 69 other places, first in lines 3, 4 and 5, so what they stand in is left out; write format: …, and likewise in the other places",
        ),
        (
            SOUND.replace(",\n", "\n"),
            "2:13: a comma is missing after “format: 1”, here and in 28 other places, first in lines 3, 5 and 7, so what they stand in is left out; write a comma behind it, and likewise in the other places",
        ),
    ] {
        alone_told(&text, expected);
    }
}

/// Whoever asks why a number is missing finds the problem, in whichever place it costs that number.
#[test]
fn a_problem_with_several_places_knows_what_each_costs() {
    let reading = file::read(
        "f",
        SOUND.replace("\"police\": (", "\"polic\": (").as_bytes(),
    );
    let lost = |problem: &Problem| problem.left_out.clone().map(|left_out| left_out.lost);
    let lost = reading.problems.iter().find_map(lost).expect("a cost");
    let figure = |metric: &str| Lost::Figure("weka".into(), metric.into());
    let countries = Lost::Countries("weka".into());
    for one in [figure("arrests"), figure("charged"), countries] {
        assert!(lost.contains(&one), "{one:?}: {lost:?}");
    }
}
