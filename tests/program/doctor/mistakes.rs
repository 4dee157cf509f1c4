//! What is told of a mistake: where it stands, what is wrong, what to write instead.

use opatlas::file::{self, Reading};
use opatlas::model::{Place, Severity};

use super::{SOUND, mistaken, rows, told, unfolded, well_told};

/// The mistakes: behind `-` what is replaced in the sound dataset, behind `+` by what, and below
/// every problem that is then told, with its place, what is wrong and what to do. `⏎` stands for
/// a line break and `‹202E›` for the character of that number.
const MISTAKES: &str = include_str!("mistakes.txt");

/// Files that are no datasets, and what is told of them; a character stands for a byte.
const NO_DATASETS: &str = include_str!("no_datasets.txt");

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

/// The piece of a text that a place means.
fn meant(text: &str, place: Place) -> String {
    let line = text.lines().nth(place.line - 1).unwrap_or("");
    line.chars()
        .skip(place.column - 1)
        .take(place.length)
        .collect()
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
    for [letters, expected] in rows(NO_DATASETS) {
        let bytes = letters.chars().map(|c| u8::try_from(c).unwrap());
        let bytes: Vec<u8> = bytes.collect();
        let reading = file::read("f", &bytes);
        assert_eq!(told(&reading), [expected.as_str()]);
        assert_eq!(reading.dataset, None, "{expected}");
        assert!(
            reading
                .problems
                .iter()
                .all(|problem| problem.severity == Severity::Error)
        );
        well_told(&file::decode(&bytes), &reading);
    }
}

#[test]
fn what_is_right_is_not_told() {
    let table = r##"
# A note confirms a round number that is exact.
Exactly(2517), source: "police" → Exactly(2000), source: "police", note: "Printed flat."
# More than 800 or about 9,000: the sources leave room for the whole to be larger.
About(850) → About(9000)
MoreThan(800) → MoreThan(2517)
UpTo(3) → MoreThan(1)
# Other ways to write the same thing.
Exactly(2517) → Exactly(2_517)
date: "2024-10-01" → date: Some("2024-10-01")
date: "2024-10-01" → date: None
title: "Work on a farm" → title: r#"Work on "a" farm"#
title: "Work on a farm" → title: "Work on a \"farm\""
"People had to work on a farm." → "People had to⏎work on a farm."
(⏎    format: 1 → #![enable(implicit_some)] /* ] */ // (⏎(⏎    format: 1
(⏎    format: 1 → Dataset(⏎    format: 1
,⏎    ],⏎) → ⏎    ]⏎) // the end
"##;
    for [from, to] in rows(table) {
        let reading = file::read("f", mistaken(&from, &to).as_bytes());
        assert_eq!(told(&reading), [""; 0], "{to}");
    }
}

#[test]
fn a_place_means_the_very_words_that_are_wrong() {
    let table = r#"
Exactly(2517) → Exactly(2,517) → 2,517
quantity: Exactly(2517) → quantity: "2517" → "2517"
MoreThan(800), source: "police" → MoreThan(800), source: "polise" → "polise"
"People had to work on a farm." → "Là, an 8-year-old boy." → 8-year-old
"People had to work on a farm." → "Là, \"an 8-year-old boy." → "Là, \"an 8-year-old boy."
title: "Work on a farm" → titel: "Work on a farm" → titel
listed: ["ARG", "TGO"] → listed: ["ARG", /* ‹202E› */ "Togo"] → "Togo"
crimes: [ForcedLabour] → crimes: [Weather], date: "2024", date: "soon" → date
# Places stay right behind a text out of which escapes were taken, also on one line.
title: "Work on a farm" → title: "W\u{202E}o\u{202E}rk",‹A0›date: "soon" → "soon"
route: [(step: Origin, place: "Asia"), → route: [(step: Source), (step: Origin, country: "Asia"), → "Asia"
"#;
    for [from, to, expected] in rows(table) {
        let text = mistaken(&from, &to);
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
    let table = r#"
Exactly(2517) → >40 → write MoreThan(40) → MoreThan(40)
Exactly(2517) → ~40 → write About(40) → About(40)
Exactly(2517) → 40+ → write AtLeast(40) → AtLeast(40)
Exactly(2517) → over 40 → write MoreThan(40) → MoreThan(40)
Exactly(2517) → Between(40 to 60) → write Between(40, 60) → Between(40, 60)
Exactly(2517) → Exactly(8M) → write About(8000000) → About(8000000)
Exactly(2517) → 1,23,456 → write Exactly(123456) → Exactly(123456)
Exactly(2517) → Exactly(۴۰) → write Exactly(40) → Exactly(40)
Exactly(2517) → Between(5, 5) → write Exactly(5) → Exactly(5)
"TGO"]), → "Nigera"]), → or "NGA" for Nigeria → "NGA"]),
"TGO"]), → "UNK"]), → write "XKX" → "XKX"]),
title: "Test", → title: "Test", # mine → write // instead → title: "Test", // mine
title: "Test", → title: "Test"， → write , → title: "Test",
Exactly(2517) → Over(50) → write MoreThan(50) → MoreThan(50)
[(quantity: Exactly(2517), source: "police")] → [(quantity: NaN, source: "police")] → leave the whole figure out → [(quantity: Several, source: "police")]
title: "Test", → title: 'O''Brien', → write "O'Brien" → title: "O'Brien",
title: "Test", → title: ‘Test’, → write "Test" → title: "Test",
"#;
    for [from, slip, advised, written] in rows(table) {
        let problems = told(&file::read("f", mistaken(&from, &slip).as_bytes()));
        assert!(
            problems.len() == 1 && problems[0].contains(&advised),
            "{slip}: {problems:?}"
        );
        let mended = file::read("f", mistaken(&from, &written).as_bytes());
        assert_eq!(told(&mended), [""; 0], "{written}");
    }
}
