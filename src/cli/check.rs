//! `opatlas check`: every problem, with its line and a caret under what is meant.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use unicode_width::UnicodeWidthChar as _;

use super::CliError;
use super::told::{MOST, is_obeyed, plain};
use crate::disk::{dataset_text, in_folders, read_dataset_on};
use crate::model::{Atlas, Dataset, Place, Problem};
use crate::words::checked;
use crate::words::command_line::{WhatNext, more_problems};

/// Looks through datasets, one by one and for what clashes between them.
pub fn run(datasets: &[PathBuf]) -> Result<ExitCode, CliError> {
    let mut good: Vec<Arc<Dataset>> = Vec::new();
    let mut found = 0;
    let today = Timestamp::now().to_zoned(TimeZone::UTC).date();
    for path in &in_folders(datasets) {
        let reading = read_dataset_on(path, Some(today));
        found += reading.problems.len();
        print(&reading.problems, path)?;
        good.extend(reading.dataset.map(Arc::new));
    }
    let (_, clashes) = Atlas::of(&good);
    found += clashes.len();
    print(&clashes, Path::new(""))?;
    summary(&good, found)?;
    Ok(if found == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Prints what was looked through, last.
fn summary(datasets: &[Arc<Dataset>], problems: usize) -> Result<(), CliError> {
    let operations = datasets.iter().map(|dataset| dataset.operations.len());
    let cases = datasets.iter().map(|dataset| dataset.cases.len());
    let line = checked(operations.sum(), cases.sum(), problems);
    writeln!(std::io::stdout(), "{line}").map_err(CliError::Output)
}

/// Prints problems to standard output.
fn print(problems: &[Problem], path: &Path) -> Result<(), CliError> {
    if problems.is_empty() {
        return Ok(());
    }
    let text = dataset_text(path);
    let lines: Vec<&str> = text.lines().collect();
    let mut starts = Starts::default();
    let mut out = String::new();
    for problem in problems.iter().take(MOST) {
        // Writing to a string cannot fail.
        let _written = writeln!(out, "{}", plain(problem));
        if let Some(place) = problem.place
            && let Some(line) = lines.get(place.line - 1)
        {
            let skipped = place.column.saturating_sub(1 + CONTEXT);
            let from = starts.of(line, place.line, skipped);
            excerpt(&mut out, from, place);
        }
    }
    if let Some(more) = problems.len().checked_sub(MOST).filter(|&more| more > 0) {
        let path = plain(path.display());
        let line = more_problems(&path, more, problems.len(), WhatNext::MendFirst);
        let _written = writeln!(out, "{line}");
    }
    std::io::stdout()
        .write_all(out.as_bytes())
        .map_err(CliError::Output)
}

/// How much of a long line is shown on either side of what is meant.
const CONTEXT: usize = 60;

/// Where in a long line so many characters end. Problems come by place, so that a line is walked
/// through once for all of them, however long it is.
#[derive(Default)]
struct Starts {
    line: usize,
    characters: usize,
    bytes: usize,
}

impl Starts {
    /// What follows the first characters of a line, by its number.
    fn of<'a>(&mut self, line: &'a str, number: usize, characters: usize) -> &'a str {
        if self.line != number || self.characters > characters {
            *self = Self {
                line: number,
                ..Self::default()
            };
        }
        let rest = line.get(self.bytes..).unwrap_or("");
        let more = characters - self.characters;
        let step = rest.char_indices().nth(more);
        self.bytes += step.map_or(rest.len(), |(at, _)| at);
        self.characters = characters;
        line.get(self.bytes..).unwrap_or("")
    }
}

/// What is shown of a line, and under it carets below what is meant. The line begins at most so
/// much before that.
fn excerpt(out: &mut String, line: &str, place: Place) {
    let start = place.column.saturating_sub(1);
    let before = start.min(CONTEXT);
    let meant = place.length.min(CONTEXT);
    // What the terminal would obey stands as the sign for what cannot be shown.
    let show = |c: char| {
        if is_obeyed(c) && c != '\t' {
            char::REPLACEMENT_CHARACTER
        } else {
            c
        }
    };
    let shown = line.chars().take(2 * CONTEXT + meant);
    let shown: Vec<char> = shown.map(show).collect();
    let width = |c: &char| c.width().unwrap_or(0);
    let indent: String = shown
        .iter()
        .take(before)
        .map(|c| match c {
            '\t' => "\t".to_owned(),
            c => " ".repeat(width(c)),
        })
        .collect();
    let carets: usize = shown.iter().skip(before).take(meant).map(width).sum();
    let shown: String = shown.into_iter().collect();
    let carets = "^".repeat(carets.max(1));
    let _written = write!(out, "    {shown}\n    {indent}{carets}\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(line: &str, column: usize, length: usize) -> String {
        let mut out = String::new();
        excerpt(
            &mut out,
            line,
            Place {
                line: 1,
                column,
                length,
            },
        );
        out
    }

    #[test]
    fn carets_stand_below_what_is_meant() {
        assert_eq!(
            drawn("quantity: exactly(3)", 11, 7),
            "    quantity: exactly(3)\n              ^^^^^^^\n"
        );
        assert_eq!(drawn("\tx", 2, 1), "    \tx\n    \t^\n");
        assert_eq!(drawn("漢字x", 3, 1), "    漢字x\n        ^\n");
    }

    #[test]
    fn a_place_past_the_end_of_a_line_still_has_a_caret() {
        assert_eq!(drawn("(", 2, 1), "    (\n     ^\n");
    }
}
