//! What the command line says, safe for a terminal: nothing from a file or a file's name begins a
//! line of its own, moves the cursor, or turns the line round.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::io::{self, Write as _};

use crate::model::Problem;
use crate::words::command_line::{WhatNext, more_problems};

/// The most problems of one file that are printed before something else happens.
const FIRST: usize = 20;
/// The most problems of one file that are printed to be read.
pub(super) const MOST: usize = 1_000;

/// A text on one line: what a terminal would obey is written out, as `\u{1b}`.
pub(super) fn plain(text: impl Display) -> String {
    let mut plain = String::new();
    for c in text.to_string().chars() {
        if is_obeyed(c) {
            plain.extend(c.escape_default());
        } else {
            plain.push(c);
        }
    }
    plain
}

/// Whether a terminal does something at a character instead of showing it.
pub(super) fn is_obeyed(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// Prints a sentence to standard error.
pub(super) fn sentence(text: impl Display) -> io::Result<()> {
    writeln!(io::stderr(), "{}", plain(text))
}

/// Prints a line to standard output.
///
/// # Errors
/// When it cannot be written, though somebody reads.
pub(super) fn line(text: impl Display) -> Result<(), super::CliError> {
    match writeln!(io::stdout(), "{}", plain(text)) {
        // Whoever reads has read enough.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(super::CliError::Output(error))
        }
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Prints the first problems of each file to standard error, and how many more there are.
pub(super) fn some(problems: &[Problem]) -> io::Result<()> {
    let mut by_file: BTreeMap<&str, usize> = BTreeMap::new();
    for problem in problems {
        let count = by_file.entry(&problem.file).or_default();
        *count += 1;
        if *count <= FIRST {
            sentence(problem)?;
        }
    }
    for (file, count) in by_file {
        if count > FIRST {
            let more = count - FIRST;
            sentence(more_problems(file, more, count, WhatNext::Check))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_reaches_the_terminal_but_its_letters() {
        let text = "a\u{1b}[2Jb\nforged.ron:1:1: fine\r\u{202e}c\u{2028}d\u{9b}e é 漢 ع";
        let plain = plain(text);
        assert!(!plain.chars().any(is_obeyed), "{plain:?}");
        assert_eq!(
            plain,
            "a\\u{1b}[2Jb\\nforged.ron:1:1: fine\\r\\u{202e}c\\u{2028}d\\u{9b}e é 漢 ع"
        );
    }
}
