//! `opatlas check`: every problem, with its line and a caret under what is meant.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use unicode_width::UnicodeWidthChar as _;

use super::CliError;
use crate::disk::{dataset_text, read_dataset};
use crate::model::{Atlas, Clash, Dataset, Place, Problem};
use crate::words::checked;

/// Looks through datasets, one by one and for what clashes between them.
pub fn run(datasets: &[PathBuf]) -> Result<ExitCode, CliError> {
    let mut good: Vec<Arc<Dataset>> = Vec::new();
    let mut found = 0;
    for path in datasets {
        let reading = read_dataset(path);
        found += reading.problems.len();
        print(&reading.problems, path)?;
        good.extend(reading.dataset.map(Arc::new));
    }
    let (_, clashes) = Atlas::of(&good);
    let clashes: Vec<Problem> = clashes.iter().map(Clash::problem).collect();
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
    let mut out = String::new();
    for problem in problems {
        // Writing to a string cannot fail.
        let _written = writeln!(out, "{problem}");
        if let Some(place) = problem.place
            && let Some(line) = lines.get(place.line - 1)
        {
            excerpt(&mut out, line, place);
        }
    }
    std::io::stdout()
        .write_all(out.as_bytes())
        .map_err(CliError::Output)
}

/// How much of a long line is shown on either side of what is meant.
const CONTEXT: usize = 60;

/// The line, and under it carets below what is meant.
fn excerpt(out: &mut String, line: &str, place: Place) {
    let start = place.column.saturating_sub(1);
    let skipped = start.saturating_sub(CONTEXT);
    let shown: String = line
        .chars()
        .skip(skipped)
        .take(2 * CONTEXT + place.length.min(CONTEXT))
        .collect();
    let indent: String = shown
        .chars()
        .take(start - skipped)
        .map(|c| {
            if c == '\t' {
                "\t".to_owned()
            } else {
                " ".repeat(c.width().unwrap_or(0))
            }
        })
        .collect();
    let meant: usize = shown
        .chars()
        .skip(start - skipped)
        .take(place.length.min(CONTEXT))
        .map(|c| c.width().unwrap_or(0))
        .sum();
    let shown: String = shown
        .chars()
        .map(|c| {
            // What turns the terminal's line round must not reach it.
            let turns = matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
            if turns || (c.is_control() && c != '\t') {
                '\u{FFFD}'
            } else {
                c
            }
        })
        .collect();
    let _written = write!(
        out,
        "    {shown}\n    {indent}{}\n",
        "^".repeat(meant.max(1))
    );
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
