//! However broken, long or large a file is, it is read to its end.

use opatlas::file::{self, STARTER};
use opatlas::model::Severity;

use super::{SOUND, mistaken, told, well_told};

#[test]
fn a_file_cut_off_anywhere_is_told_and_breaks_nothing() {
    for whole in [STARTER, SOUND] {
        let whole = whole.trim_end();
        let ends: Vec<usize> = whole.char_indices().map(|(end, _)| end).collect();
        // On several threads, since there are many places to cut at.
        std::thread::scope(|scope| {
            for ends in ends.chunks(2_000) {
                scope.spawn(move || {
                    for &end in ends {
                        let part = whole.get(..end).unwrap_or("");
                        let reading = file::read("f", part.as_bytes());
                        let errors = reading
                            .problems
                            .iter()
                            .any(|problem| problem.severity == Severity::Error);
                        assert!(errors, "cut off at {end}");
                        well_told(part, &reading);
                    }
                });
            }
        });
    }
}

#[test]
fn a_file_with_letters_lost_or_added_anywhere_breaks_nothing() {
    let signs = [
        "", "(", ")", "[", "}", "\"", ",", ":", "“", "\\", "/*", "\n", "r#\"", "\u{202E}", "é",
        "Some(",
    ];
    for (index, (at, c)) in SOUND.char_indices().enumerate() {
        let mut text = SOUND.to_owned();
        text.replace_range(at..at + c.len_utf8(), signs[index % signs.len()]);
        well_told(&text, &file::read("f", text.as_bytes()));
    }
}

#[test]
fn brackets_and_texts_of_any_size_break_nothing() {
    let deep = mistaken(
        "title: \"Work on a farm\"",
        &format!("title: {}{}", "[".repeat(100_000), "]".repeat(100_000)),
    );
    let reading = file::read("f", deep.as_bytes());
    assert!(
        told(&reading)
            .iter()
            .any(|line| line.contains("brackets are nested more than 32 deep"))
    );
    assert_eq!(reading.dataset.map(|dataset| dataset.cases.len()), Some(1));

    let open = format!(
        "(format: 1, title: \"x\", cases: [{}",
        "(a: ".repeat(100_000)
    );
    assert_eq!(file::read("f", open.as_bytes()).dataset, None);

    let long = mistaken(
        "\"Work on a farm\"",
        &format!("\"{}\"", "x".repeat(1_000_000)),
    );
    let reading = file::read("f", long.as_bytes());
    let problems = told(&reading);
    let [problem] = problems.as_slice() else {
        panic!("{problems:?}");
    };
    assert!(problem.contains("a text of 1,000,000 characters stands here; the most is 10,000"));
    let cases = reading.dataset.unwrap().cases;
    assert_eq!(cases[0].title.chars().count(), 10_000);
}

#[test]
fn a_flood_of_problems_ends_in_one_that_says_so() {
    let codes: Vec<String> = (0..100_000).map(|nth| format!("\"X{nth}\"")).collect();
    let codes = codes.join(",");
    let text = mistaken("listed: [\"ARG\", \"TGO\"]", &format!("listed: [{codes}]"));
    let reading = file::read("f", text.as_bytes());
    assert_eq!(reading.problems.len(), 10_001);
    let last = reading
        .problems
        .last()
        .map(|problem| (problem.what(), problem.remedy()));
    assert_eq!(
        last,
        Some((
            "more problems follow than are listed".to_owned(),
            "correct those before, then look again".to_owned()
        ))
    );
}

#[test]
fn what_is_read_does_not_depend_on_how_many_threads_read_it() {
    let start = SOUND
        .find("        (\n            id: \"port\"")
        .expect("the second case");
    let end = SOUND.rfind("    ],\n)").expect("the end of the cases");
    let (before, case, after) = (&SOUND[..start], &SOUND[start..end], &SOUND[end..]);
    let cases: String = (0..9_000)
        .map(|number| {
            let case = case.replace("\"port\"", &format!("\"port-{number}\""));
            let case = case.replace("in a port", &format!("in port {number}"));
            case.replace(
                "smugglers",
                &format!(
                    "{} smugglers",
                    if number % 1_000 == 7 {
                        "Mr Smith and".into()
                    } else {
                        number.to_string()
                    }
                ),
            )
        })
        .collect();
    let text = format!("{before}{cases}{after}");
    let reading = file::read("f", text.as_bytes());
    let ids: Vec<String> = reading
        .dataset
        .iter()
        .flat_map(|dataset| {
            dataset
                .cases
                .iter()
                .skip(1)
                .map(|case| case.id.as_str().to_owned())
        })
        .collect();
    assert_eq!(
        ids,
        (0..9_000)
            .map(|number| format!("port-{number}"))
            .collect::<Vec<_>>()
    );
    let names = reading
        .problems
        .iter()
        .filter(|problem| problem.what().contains("“Mr Smith”"))
        .count();
    let repeated = reading
        .problems
        .iter()
        .filter(|problem| problem.what().contains("same summary"))
        .count();
    assert_eq!((names, repeated, reading.problems.len()), (9, 8, 17));
}
