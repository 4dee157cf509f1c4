//! The dataset doctor: every mistake people make, with the exact place and words it is told in.

mod any_text;
mod causes;
mod left_out;
mod mistakes;

use opatlas::file::{self, EMBEDDED, Reading, STARTER};

/// A small dataset without a fault; each mistake is made in it.
const SOUND: &str = include_str!("sound.ron");

/// A line of a table, in which `⏎` stands for a line break and `‹202E›` for the character of that
/// number.
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

/// The cells of each row of a table, parted by arrows; `# ` begins a comment.
fn rows<const N: usize>(table: &str) -> Vec<[String; N]> {
    let lines = table.lines().filter(|line| !line.is_empty());
    let lines = lines.filter(|line| !line.starts_with("# "));
    let cells = |line: &str| line.split(" → ").map(unfolded).collect::<Vec<_>>();
    let row = |line| cells(line).try_into().unwrap_or_else(|_| panic!("{line}"));
    lines.map(row).collect()
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
