//! The lines that problems are about, as they stand in the file. Goes once through the text, however
//! many problems there are and however long its lines.

use std::collections::{BTreeMap, BTreeSet};

use super::decode;
use crate::model::{Excerpt, Place, Problem};

/// Of so many problems the lines are kept; whoever has more reads these first.
const MOST: usize = 1_000;

/// How many characters of a line are kept before a place, and from it on.
const BEFORE: usize = 60;
const FROM: usize = 100;

/// The lines of problems, by their places.
pub fn excerpts(bytes: &[u8], problems: &[Problem]) -> BTreeMap<Place, Excerpt> {
    let places: BTreeSet<Place> = problems
        .iter()
        .filter_map(|one| one.place)
        .take(MOST)
        .collect();
    if places.is_empty() {
        return BTreeMap::new();
    }
    let text = decode(bytes);
    let mut lines = text.split('\n').enumerate();
    let mut found = BTreeMap::new();
    let mut current: Option<(usize, Reader<'_>)> = None;
    for place in places {
        if current
            .as_ref()
            .is_none_or(|(number, _)| *number != place.line)
        {
            let line = lines.find(|(index, _)| index + 1 == place.line);
            current = line.map(|(_, line)| (place.line, Reader::of(line)));
        }
        let Some((_, reader)) = &mut current else {
            break;
        };
        found.insert(place, reader.around(place.column - 1));
    }
    found
}

/// Goes through a line from the left.
struct Reader<'a> {
    line: &'a str,
    /// The characters passed, and the bytes they take.
    passed: (usize, usize),
}

impl<'a> Reader<'a> {
    fn of(line: &'a str) -> Self {
        let line = line.strip_suffix('\r').unwrap_or(line);
        let passed = (0, 0);
        Self { line, passed }
    }

    /// The part of the line around a character, by its place from 0; places come in their order.
    fn around(&mut self, column: usize) -> Excerpt {
        let (characters, bytes) = self.passed;
        let rest = self.line.get(bytes..).unwrap_or("");
        let on: usize = rest
            .chars()
            .take(column - characters)
            .map(char::len_utf8)
            .sum();
        self.passed = (column, bytes + on);
        let (left, right) = self.line.split_at(bytes + on);
        let mut before: Vec<char> = left.chars().rev().take(BEFORE + 1).collect();
        let cut = before.len() > BEFORE;
        before.truncate(BEFORE);
        before.reverse();
        let mut text: String = cut.then_some('…').into_iter().chain(before).collect();
        let before = text.chars().count();
        let mut from = right.chars();
        text.extend(from.by_ref().take(FROM));
        if from.next().is_some() {
            text.push('…');
        }
        Excerpt { text, before }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fault::FileFault;

    fn problem(line: usize, column: usize) -> Problem {
        let place = Place {
            line,
            column,
            length: 1,
        };
        Problem {
            place: Some(place),
            ..Problem::of_file("a.ron", FileFault::Empty)
        }
    }

    fn told(text: &str, places: &[(usize, usize)]) -> Vec<(String, String)> {
        let problems: Vec<Problem> = places
            .iter()
            .map(|(line, at)| problem(*line, *at))
            .collect();
        let found = excerpts(text.as_bytes(), &problems).into_values();
        let split = |one: Excerpt| {
            let at = one
                .text
                .char_indices()
                .nth(one.before)
                .map_or(one.text.len(), |(at, _)| at);
            let (before, from) = one.text.split_at(at);
            (before.to_owned(), from.to_owned())
        };
        found.map(split).collect()
    }

    #[test]
    fn a_problem_shows_its_line_and_where_in_it() {
        let text = "(\r\n  titel: \"Ä\", x\r\n)";
        let part = |before: &str, from: &str| (before.to_owned(), from.to_owned());
        assert_eq!(
            told(text, &[(2, 13), (2, 3), (3, 1)]),
            [
                part("  ", "titel: \"Ä\", x"),
                part("  titel: \"Ä\"", ", x"),
                part("", ")"),
            ]
        );
        assert!(told("(", &[(7, 1)]).is_empty());
        assert_eq!(told("(", &[(1, 2)]), [part("(", "")]);
    }

    #[test]
    fn of_a_line_as_long_as_the_file_only_the_part_around_is_shown() {
        let text = "ä".repeat(2_000_000);
        let places: Vec<(usize, usize)> = (1..=900).map(|nth| (1, nth * 2_000)).collect();
        // Read anew for each place, this would not end in good time.
        let parts = told(&text, &places);
        assert_eq!(parts.len(), 900);
        assert!(parts.iter().all(|(before, from)| {
            before.starts_with('…') && from.ends_with('…') && before.chars().count() == BEFORE + 1
        }));
    }
}
