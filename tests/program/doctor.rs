//! The dataset doctor: every mistake people make, with the exact place and words it is told in.

use opatlas::file::{self, EMBEDDED, Reading, STARTER};
use opatlas::model::{Atlas, LeftOut, Place, Problem, Quantity, Severity};

/// A small dataset without a fault; each mistake is made in it.
const SOUND: &str = r#"(
    format: 1,
    title: "Test",
    sources: {
        "gazette": (publisher: "Gazette", title: "T", date: "2024-11-06", address: "https://example.org", grade: News),
        "police": (publisher: "Police", title: "T", no_address: "Printed.", grade: Official),
    },
    metrics: {
        "arrests": (label: "Arrests", unit: "people", definition: "All arrests"),
        "charged": (label: "Charged", unit: "people", definition: "Those charged", part_of: "arrests"),
    },
    operations: [
        (
            id: "weka",
            name: "Operation Weka",
            days: ("2024-09-29", "2024-10-04"),
            countries: (count: [(quantity: UpTo(3), source: "police")], listed: ["ARG", "TGO"]),
            figures: {
                "arrests": [(quantity: Exactly(2517), source: "police")],
                "charged": [
                    (quantity: MoreThan(800), source: "police"),
                    (quantity: About(850), source: "gazette"),
                ],
            },
        ),
    ],
    cases: [
        (
            id: "farm",
            operation: "weka",
            title: "Work on a farm",
            summary: "People had to work on a farm.",
            countries: ["TGO"],
            crimes: [ForcedLabour],
            found: [(who: PeopleFound, reports: [(quantity: Exactly(24), source: "police")])],
            route: [(step: Origin, place: "Asia"), (step: Found, country: "TGO")],
            sources: ["police"],
        ),
        (
            id: "port",
            operation: "weka",
            title: "Arrests in a port",
            summary: "Officers arrested smugglers.",
            date: "2024-10-01",
            countries: ["ARG"],
            arrested: [(quantity: Exactly(7), source: "gazette")],
            sources: ["gazette"],
        ),
    ],
)
"#;

/// The mistakes: behind `-` what is replaced in the sound dataset, behind `+` by what, and below
/// every problem that is then told, with its place, what is wrong and what to do. `⏎` stands for
/// a line break and `‹202E›` for the character of that number.
const MISTAKES: &str = include_str!("mistakes.txt");

/// Files that are no datasets, and what is told of them.
const NO_DATASETS: &[(&[u8], &str)] = &[
    (
        b"",
        "1:1: the file is empty; write a dataset into it; “opatlas new” writes one to start from",
    ),
    (
        b" \n\n",
        "1:1: the file holds nothing but spaces; write a dataset into it; “opatlas new” writes one to start from",
    ),
    (
        b"// one\n/* two */\n",
        "2:9: the file holds nothing but comments; write the dataset below them: (format: 1, title: \"…\")",
    ),
    (
        b"{\"format\": 1}",
        "1:1: the file looks like JSON, not like a dataset; write round brackets for its outer { } and names without quotation marks: (format: 1, title: \"…\")",
    ),
    (
        b"[{\"id\": 1}]",
        "1:1: the file looks like JSON, not like a dataset; write round brackets for its outer { } and names without quotation marks: (format: 1, title: \"…\")",
    ),
    (
        b"{ format: 1 }",
        "1:1: “{” stands here where ( is needed; write the dataset in round brackets: (format: 1, title: \"…\")",
    ),
    (
        b"country,arrests\nTGO,10\n",
        "1:1: the file looks like a table (CSV), not like a dataset; write the data as a dataset; “opatlas new” writes an example",
    ),
    (
        b"country;arrests\nTGO;10\n",
        "1:1: the file looks like a table (CSV), not like a dataset; write the data as a dataset; “opatlas new” writes an example",
    ),
    (
        b"\n<!DOCTYPE html>\n<html>",
        "2:1: the file looks like a web page (HTML), not like a dataset; open a dataset instead; a page saved by a browser holds none",
    ),
    (
        b"<?xml version=\"1.0\"?>",
        "1:1: the file looks like XML, not like a dataset; write the data as a dataset; “opatlas new” writes an example",
    ),
    (
        b"---\ntitle: x\n",
        "1:1: the file looks like YAML, not like a dataset; write the data as a dataset; “opatlas new” writes an example",
    ),
    (
        b"Operation Liberterra II ran in 116 countries.",
        "1:1: the file looks like plain text, not like a dataset; write the data as a dataset; “opatlas new” writes an example",
    ),
    (
        b"format: 1,\ntitle: \"x\",\n",
        "1:1: the bracket is missing before “format”; write ( before it and ) at the end of the file",
    ),
    (
        b"#![enable(",
        "1:1: the first line is not complete; write #![enable(implicit_some)], or nothing",
    ),
    (
        b"/* (format: 1)",
        "1:1: the comment that begins here is never closed; write */ where it ends, or begin each of its lines with //",
    ),
    (
        b"(format: 1, title: \"x\",",
        "1:1: the “(” that stands here is never closed; write ) where its contents end; if the file was cut off, get it whole again",
    ),
    (
        b"(format: 1, title: \"x",
        "1:20: the text that begins here is never closed; write \" where it ends; if the file was cut off, get it whole again",
    ),
    (
        b"(format: 99, title: \"x\")",
        "1:10: the dataset is in format 99, which is newer than this program; it reads format 1; open it with a newer version of Opatlas",
    ),
    (
        b"%PDF-1.7\n",
        "1:1: the file is a PDF document, not a dataset; open a dataset instead: a text file whose name usually ends in .ron",
    ),
    (
        b"PK\x03\x04....",
        "1:1: the file is a zip archive, as Excel, Word and LibreOffice write them, not a dataset; open a dataset instead: a text file whose name usually ends in .ron",
    ),
    (
        b"\x89PNG\r\n\x1A\n",
        "1:1: the file is a PNG picture, not a dataset; open a dataset instead: a text file whose name usually ends in .ron",
    ),
    (
        b"\x01\x02\x03\x04\x05\x06abc",
        "1:1: the file holds bytes that are no text; open a dataset instead: a text file whose name usually ends in .ron",
    ),
    (
        b"\xFF\xFE(\0f\0o\0r\0",
        "1:1: the file is saved as UTF-16; save it again as UTF-8, which editors offer under Save as or Encoding",
    ),
    (
        b"\xFE\xFF\0(\0f\0o\0r",
        "1:1: the file is saved as UTF-16; save it again as UTF-8, which editors offer under Save as or Encoding",
    ),
    (
        b"(\0f\0o\0r\0m\0",
        "1:1: the file is saved as UTF-16; save it again as UTF-8, which editors offer under Save as or Encoding",
    ),
    (
        b"\0(\0f\0o\0r\0m",
        "1:1: the file is saved as UTF-16; save it again as UTF-8, which editors offer under Save as or Encoding",
    ),
    (
        b"\xFF\xFE\0\0(\0\0\0",
        "1:1: the file is saved as UTF-32; save it again as UTF-8, which editors offer under Save as or Encoding",
    ),
    (
        b"(\n  title: \"Lom\xE9\",\n)",
        "2:14: the byte 0xE9 that stands here is no UTF-8 text; if it should be é, the file is saved as Windows-1252; save it again as UTF-8, which editors offer under Save as or Encoding",
    ),
    (
        b"(title: \"\x81\")",
        "1:10: the byte 0x81 that stands here is no UTF-8 text; save it again as UTF-8, which editors offer under Save as or Encoding",
    ),
];

/// A mistake: what is replaced, by what, and what is then told.
struct Mistake {
    from: String,
    to: String,
    told: Vec<String>,
}

fn mistakes() -> Vec<Mistake> {
    let mut mistakes: Vec<Mistake> = Vec::new();
    for line in MISTAKES
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        if let Some(from) = line.strip_prefix("- ") {
            mistakes.push(Mistake {
                from: unfolded(from),
                to: String::new(),
                told: Vec::new(),
            });
        } else if let Some(mistake) = mistakes.last_mut() {
            match line.strip_prefix("+ ").or_else(|| line.strip_prefix('+')) {
                Some(to) => mistake.to = unfolded(to),
                None => mistake.told.push(unfolded(line)),
            }
        }
    }
    mistakes
}

/// A line of the table with its line breaks and unseen characters.
fn unfolded(line: &str) -> String {
    let mut pieces = line.split('‹');
    let mut out = pieces.next().unwrap_or("").replace('⏎', "\n");
    for piece in pieces {
        let (number, rest) = piece.split_once('›').expect("a number in ‹ ›");
        let c = u32::from_str_radix(number, 16)
            .ok()
            .and_then(char::from_u32);
        out.push(c.expect("the number of a character"));
        out.push_str(&rest.replace('⏎', "\n"));
    }
    out
}

/// The sound dataset with a mistake in it.
fn mistaken(from: &str, to: &str) -> String {
    assert_eq!(SOUND.matches(from).count(), 1, "{from}");
    SOUND.replacen(from, to, 1)
}

/// Problems as lines of a terminal, without the file's name.
fn told(reading: &Reading) -> Vec<String> {
    let lines = reading.problems.iter().map(ToString::to_string);
    lines
        .map(|line| line.strip_prefix("f:").map(str::to_owned).unwrap_or(line))
        .collect()
}

/// The piece of a text that a place means.
fn meant(text: &str, place: Place) -> String {
    let line = text.lines().nth(place.line - 1).unwrap_or("");
    line.chars()
        .skip(place.column - 1)
        .take(place.length)
        .collect()
}

/// A text has one problem, told so.
fn alone_told(text: &str, expected: &str) {
    let reading = file::read("f", text.as_bytes());
    assert_eq!(told(&reading), [expected]);
    well_told(text, &reading);
}

/// Every problem has a place that exists and sentences of one form.
fn well_told(text: &str, reading: &Reading) {
    let lines: Vec<&str> = text.split('\n').collect();
    for problem in &reading.problems {
        for sentence in [&problem.what(), &problem.remedy()] {
            let one_line = !sentence.is_empty() && !sentence.contains('\n');
            assert!(one_line && !sentence.ends_with('.'), "{problem}");
        }
        if let Some(place) = problem.place {
            let length = lines
                .get(place.line - 1)
                .map_or(0, |line| line.chars().count());
            assert!(
                place.column + place.length <= length.max(1) + 1,
                "{problem}: {place:?} in {text}"
            );
        }
    }
    let places: Vec<_> = reading
        .problems
        .iter()
        .map(|problem| problem.place.map(|p| (p.line, p.column)))
        .collect();
    assert!(places.is_sorted(), "{places:?}");
}

#[test]
fn the_starter_and_every_embedded_dataset_are_without_problem() {
    for (name, text) in EMBEDDED
        .iter()
        .chain([&("starter", STARTER), &("sound", SOUND)])
    {
        let reading = file::read(name, text.as_bytes());
        assert_eq!(reading.problems, [], "{name}");
        assert!(
            reading
                .dataset
                .is_some_and(|dataset| !dataset.operations.is_empty()),
            "{name}"
        );
    }
    assert_eq!(EMBEDDED.len(), 5);
}

#[test]
fn every_mistake_is_told_with_its_place_and_what_to_write_instead() {
    let mistakes = mistakes();
    assert!(mistakes.len() > 150);
    for Mistake {
        from,
        to,
        told: expected,
    } in mistakes
    {
        let text = mistaken(&from, &to);
        let reading = file::read("f", text.as_bytes());
        assert_eq!(told(&reading), expected, "{to}");
        well_told(&text, &reading);
    }
}

#[test]
fn a_file_that_is_no_dataset_is_told_what_it_is() {
    for (bytes, expected) in NO_DATASETS {
        let reading = file::read("f", bytes);
        assert_eq!(told(&reading), [*expected]);
        assert_eq!(reading.dataset, None, "{expected}");
        assert!(
            reading
                .problems
                .iter()
                .all(|problem| problem.severity == Severity::Error)
        );
        well_told(&file::decode(bytes), &reading);
    }
}

#[test]
fn what_is_right_is_not_told() {
    for (from, to) in [
        // A note confirms a round number that is exact.
        (
            "Exactly(2517), source: \"police\"",
            "Exactly(2000), source: \"police\", note: \"Printed flat.\"",
        ),
        // More than 800 or about 9,000: the sources leave room for the whole to be larger.
        ("About(850)", "About(9000)"),
        ("MoreThan(800)", "MoreThan(2517)"),
        ("UpTo(3)", "MoreThan(1)"),
        // Other ways to write the same thing.
        ("Exactly(2517)", "Exactly(2_517)"),
        ("date: \"2024-10-01\"", "date: Some(\"2024-10-01\")"),
        ("date: \"2024-10-01\"", "date: None"),
        (
            "title: \"Work on a farm\"",
            "title: r#\"Work on a \"farm\"\"#",
        ),
        (
            "title: \"Work on a farm\"",
            "title: \"Work on a \\\"farm\\\"\"",
        ),
        (
            "\"People had to work on a farm.\"",
            "\"People had to\nwork on a farm.\"",
        ),
        (
            "(\n    format: 1",
            "#![enable(implicit_some)] /* ] */ // (\n(\n    format: 1",
        ),
        ("(\n    format: 1", "Dataset(\n    format: 1"),
        (",\n    ],\n)", "\n    ]\n) // the end"),
    ] {
        let reading = file::read("f", mistaken(from, to).as_bytes());
        assert_eq!(told(&reading), [""; 0], "{to}");
    }
}

#[test]
fn only_the_smallest_part_is_left_out() {
    let read = |from: &str, to: &str| {
        file::read("f", mistaken(from, to).as_bytes())
            .dataset
            .expect("most of it can be shown")
    };
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
    assert_eq!(
        dataset
            .cases
            .iter()
            .map(|case| case.id.as_str())
            .collect::<Vec<_>>(),
        ["port"]
    );

    let dataset = read("source: \"police\")])],", "source: \"police\")],");
    assert_eq!(
        dataset
            .cases
            .iter()
            .map(|case| case.id.as_str())
            .collect::<Vec<_>>(),
        ["port"]
    );

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
            part,
            record,
            figures,
            ..
        } = problem.left_out.clone()?;
        let record = record.map_or_else(String::new, |(noun, id)| format!(" of {noun:?} {id}"));
        let figures = figures
            .iter()
            .map(|(operation, metric)| format!(", {operation}/{metric}"));
        let figures = figures.collect::<String>();
        Some(format!("{}: {part:?}{record}{figures}", place.line))
    };
    let costs = reading.problems.iter().find_map(costs);
    costs.expect("something is left out")
}

#[test]
fn a_problem_says_which_figures_and_which_record_it_costs() {
    let report = "This(Report) of Operation weka, weka";
    for (from, to, expected) in [
        (
            "Exactly(2517)",
            "2517",
            "19: Figure(MetricId(\"arrests\")) of Operation weka, weka/arrests",
        ),
        (
            "MoreThan(800)",
            "MoreThan(8,00)",
            &format!("21: {report}/charged"),
        ),
        (
            "Exactly(2517)",
            "Between(9, 3)",
            &format!("19: {report}/arrests"),
        ),
        (
            "800), source: \"police\"",
            "800), source: \"polise\"",
            &format!("21: {report}/charged"),
        ),
        (
            "\"charged\": [\n",
            "\"charge\": [\n",
            "20: This(Figure) of Operation weka, weka/charge",
        ),
        (
            "figures: {",
            "figures: 7, findings: {",
            "18: Field(\"figures\") of Operation weka",
        ),
        (
            "\"ARG\", \"TGO\"",
            "\"ARG\", \"Togo\"",
            "17: It of Operation weka",
        ),
        (
            "name: \"Operation Weka\"",
            "nam: \"x\"",
            "15: This(Operation) of Operation weka",
        ),
        ("Exactly(24)", "24", "35: This(Report) of Case farm"),
        (
            "title: \"Work on a farm\"",
            "title: 3",
            "31: This(Case) of Case farm",
        ),
        ("title: \"Test\"", "title: Test", "3: The(Title)"),
    ] {
        assert_eq!(cost(from, to), expected, "{to}");
    }
}

#[test]
fn figures_that_go_with_a_source_or_a_metric_are_known() {
    let takes = |from: &str, to: &str, operation: &str, metric: &str| {
        let reading = file::read("f", mistaken(from, to).as_bytes());
        let gaps = reading.dataset.expect("most of it can be shown").gaps;
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
        assert_eq!(gaps.has_field(&"weka".into(), "countries"), expected);
        assert!(!gaps.has_field(&"weka".into(), "figures"));
    }
    // Without its brackets no figure of the operation can be used.
    let (from, to) = ("figures: {", "figures: 7, findings: {");
    assert!(takes(from, to, "weka", "charged"));
    assert!(takes(from, to, "weka", "arrests"));
    assert!(!takes("Exactly(24)", "24", "weka", "arrests"));
}

#[test]
fn a_place_means_the_very_words_that_are_wrong() {
    for (from, to, expected) in [
        ("Exactly(2517)", "Exactly(2,517)", "2,517"),
        ("quantity: Exactly(2517)", "quantity: \"2517\"", "\"2517\""),
        (
            "MoreThan(800), source: \"police\"",
            "MoreThan(800), source: \"polise\"",
            "\"polise\"",
        ),
        (
            "\"People had to work on a farm.\"",
            "\"Là, an 8-year-old boy.\"",
            "8-year-old",
        ),
        (
            "\"People had to work on a farm.\"",
            "\"Là, \\\"an 8-year-old boy.\"",
            "\"Là, \\\"an 8-year-old boy.\"",
        ),
        (
            "title: \"Work on a farm\"",
            "titel: \"Work on a farm\"",
            "titel",
        ),
        (
            "listed: [\"ARG\", \"TGO\"]",
            "listed: [\"ARG\", /* \u{202E} */ \"Togo\"]",
            "\"Togo\"",
        ),
        (
            "crimes: [ForcedLabour]",
            "crimes: [Weather], date: \"2024\", date: \"soon\"",
            "date",
        ),
        // Places stay right behind a text out of which escapes were taken, also on one line.
        (
            "title: \"Work on a farm\"",
            "title: \"W\\u{202E}o\\u{202E}rk\",\u{A0}date: \"soon\"",
            "\"soon\"",
        ),
        (
            "route: [(step: Origin, place: \"Asia\"),",
            "route: [(step: Source), (step: Origin, country: \"Asia\"),",
            "\"Asia\"",
        ),
    ] {
        let text = mistaken(from, to);
        let reading = file::read("f", text.as_bytes());
        let last = reading
            .problems
            .last()
            .and_then(|problem| problem.place)
            .expect("a problem with a place");
        assert_eq!(meant(&text, last), expected, "{:?}", told(&reading));
    }
}

#[test]
fn a_byte_order_mark_and_foreign_line_ends_move_no_place() {
    let text = mistaken("Exactly(2517)", "Exactly(2,517)");
    let expected = told(&file::read("f", text.as_bytes()));
    assert_eq!(
        told(&file::read("f", text.replace('\n', "\r\n").as_bytes())),
        expected
    );
    let marked = file::read("f", format!("\u{FEFF}{text}").as_bytes());
    let mark = "1:1: warning: the file begins with a byte-order mark; save it as UTF-8 without one, if the editor offers that";
    assert_eq!(
        told(&marked),
        [&[mark.to_owned()], expected.as_slice()].concat()
    );
    assert!(marked.dataset.is_some());
}

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

#[test]
fn a_length_stands_where_the_days_are_not_known_and_fits_into_their_months() {
    let days = "days: (\"2024-09-29\", \"2024-10-04\"),";
    let with = |instead: &str| file::read("t.ron", SOUND.replace(days, instead).as_bytes());
    let length = |reading: &Reading| {
        let dataset = reading.dataset.as_ref().expect("a dataset");
        dataset.operations[0].length
    };
    for known in [
        "length: 10,",
        "days: (\"2024-01\", \"2024-01\"), length: 10,",
    ] {
        let reading = with(known);
        assert!(reading.problems.is_empty(), "{:?}", reading.problems);
        assert_eq!(length(&reading), Some(10), "{known}");
    }
    for (wrong, told) in [
        ("length: ten,", "“ten” is not a whole number of days"),
        ("length: 0,", "the length is 0 days"),
        (
            "days: (\"2024-01\", \"2024-01\"), length: 40,",
            "the length is 40 days",
        ),
        (
            "days: (\"2024-01-01\", \"2024-01-04\"), length: 10,",
            "the length is 10 days, but from the first to the last it is 4",
        ),
    ] {
        let reading = with(wrong);
        let said: Vec<String> = reading
            .problems
            .iter()
            .map(opatlas::model::Problem::what)
            .collect();
        assert!(
            said.iter().any(|one| one.contains(told)),
            "{wrong}: {said:?}"
        );
        assert_eq!(length(&reading), None, "{wrong}");
    }
}

#[test]
fn of_what_is_written_twice_nothing_is_lost() {
    let twice = SOUND.replacen("\"TGO\"]", "\"TGO\", \"TGO\"]", 1);
    let reading = file::read("t.ron", twice.as_bytes());
    assert_eq!(reading.problems.len(), 1, "{:?}", reading.problems);
    assert!(
        reading
            .dataset
            .is_some_and(|dataset| dataset.gaps.is_empty())
    );
    let twice = SOUND.replacen("[\"TGO\"]", "[\"TGO\", \"TGO\"]", 1);
    let dataset = file::read("t.ron", twice.as_bytes()).dataset;
    assert!(dataset.is_some_and(|dataset| dataset.gaps.is_empty()));
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
        let dataset = file::read("t.ron", mistaken(from, to).as_bytes()).dataset;
        assert!(
            dataset.is_some_and(|dataset| !dataset.gaps.is_empty()),
            "{to}"
        );
    }
}

#[test]
fn days_that_have_not_come_are_asked_about_where_today_is_known() {
    let today = jiff::civil::date(2024, 10, 3);
    let problems = |today| told(&file::read_on("f", SOUND.as_bytes(), today));
    assert_eq!(
        problems(Some(today)),
        ["5:61: warning: “2024-11-06” has not come yet; compare the date with its source"]
    );
    // The operation ends tomorrow, which it is somewhere.
    assert_eq!(problems(Some(jiff::civil::date(2024, 11, 6))), [""; 0]);
    assert_eq!(problems(None), [""; 0]);
}

/// Following the advice to the letter leaves a file without problem.
#[test]
fn advice_that_is_followed_mends_the_file() {
    for (from, slip, advised, written) in [
        ("Exactly(2517)", ">40", "write MoreThan(40)", "MoreThan(40)"),
        ("Exactly(2517)", "~40", "write About(40)", "About(40)"),
        ("Exactly(2517)", "40+", "write AtLeast(40)", "AtLeast(40)"),
        (
            "Exactly(2517)",
            "over 40",
            "write MoreThan(40)",
            "MoreThan(40)",
        ),
        (
            "Exactly(2517)",
            "Between(40 to 60)",
            "write Between(40, 60)",
            "Between(40, 60)",
        ),
        (
            "Exactly(2517)",
            "Exactly(8M)",
            "write About(8000000)",
            "About(8000000)",
        ),
        (
            "Exactly(2517)",
            "1,23,456",
            "write Exactly(123456)",
            "Exactly(123456)",
        ),
        (
            "Exactly(2517)",
            "Exactly(۴۰)",
            "write Exactly(40)",
            "Exactly(40)",
        ),
        (
            "Exactly(2517)",
            "Between(5, 5)",
            "write Exactly(5)",
            "Exactly(5)",
        ),
        (
            "\"TGO\"]),",
            "\"Nigera\"]),",
            "or \"NGA\" for Nigeria",
            "\"NGA\"]),",
        ),
        ("\"TGO\"]),", "\"UNK\"]),", "write \"XKX\"", "\"XKX\"]),"),
        (
            "title: \"Test\",",
            "title: \"Test\", # mine",
            "write // instead",
            "title: \"Test\", // mine",
        ),
        (
            "title: \"Test\",",
            "title: \"Test\"，",
            "write ,",
            "title: \"Test\",",
        ),
        (
            "Exactly(2517)",
            "Over(50)",
            "write MoreThan(50)",
            "MoreThan(50)",
        ),
        (
            "[(quantity: Exactly(2517), source: \"police\")]",
            "[(quantity: NaN, source: \"police\")]",
            "leave the whole figure out",
            "[(quantity: Several, source: \"police\")]",
        ),
        (
            "title: \"Test\",",
            "title: 'O''Brien',",
            "write \"O'Brien\"",
            "title: \"O'Brien\",",
        ),
        (
            "title: \"Test\",",
            "title: ‘Test’,",
            "write \"Test\"",
            "title: \"Test\",",
        ),
    ] {
        let problems = told(&file::read("f", mistaken(from, slip).as_bytes()));
        assert!(
            problems.len() == 1 && problems[0].contains(advised),
            "{slip}: {problems:?}"
        );
        let mended = file::read("f", mistaken(from, written).as_bytes());
        assert_eq!(told(&mended), [""; 0], "{written}");
    }
}

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

#[test]
fn no_number_is_missing_for_a_fault_in_how_it_can_be_checked() {
    for trail in [
        "archived: \"kept\"",
        "checked: (day: \"06.11.2024\", by: \"desk\")",
        "checked: (day: \"2024-11-06\")",
    ] {
        let with = format!("(quantity: Exactly(2517), source: \"police\", {trail})");
        let text = SOUND.replace("(quantity: Exactly(2517), source: \"police\")", &with);
        let reading = file::read("a.ron", text.as_bytes());
        assert_eq!(reading.problems.len(), 1, "{trail}");
        let dataset = reading.dataset.unwrap();
        assert!(dataset.gaps.is_empty(), "{trail}: {:?}", dataset.gaps);
        assert_eq!(dataset.operations[0].figures.len(), 2, "{trail}");
    }
}
