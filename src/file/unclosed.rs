//! Why the brackets of a file cannot be followed to its end.

use super::fault::Fault;
use super::scan::{AFTER_TEXT, Scanner, Stop, closer_of};
use super::wording::shown;

/// Why the brackets cannot be followed to the end. A text that runs over what follows it
/// explains more than the bracket it made disappear.
pub(super) fn explain(text: &str, stop: Stop) -> Fault {
    let stop = match run_on(text) {
        Some(at) => Stop::Text(at),
        None => stop,
    };
    let bracket = |at: usize| text.as_bytes().get(at).copied().unwrap_or(b'(');
    match stop {
        Stop::Text(at) => Fault::error(
            at..text.len(),
            "the text that begins here is never closed",
            "write \" where it ends; if the file was cut off, get it whole again",
        ),
        Stop::Comment(at) => Fault::error(
            at..at + 2,
            "the comment that begins here is never closed",
            "write */ where it ends, or begin each of its lines with //",
        ),
        Stop::Bracket(at) => Fault::error(
            at..at + 1,
            format!(
                "the “{}” that stands here is never closed",
                char::from(bracket(at))
            ),
            format!(
                "write {} where its contents end; if the file was cut off, get it whole again",
                char::from(closer_of(bracket(at)))
            ),
        ),
        Stop::Mismatch { open, close } => {
            let contents = text.get(open..close).unwrap_or("");
            let contents = shown(contents.lines().next().unwrap_or(""));
            let another = char::from(bracket(close));
            Fault::error(
                close..close + 1,
                format!("“{another}” stands here while a bracket is still open: “{contents}”"),
                format!(
                    "write {} before the {another}",
                    char::from(closer_of(bracket(open)))
                ),
            )
        }
    }
}

/// The first text that goes on over the line it begins on and is then followed by what can
/// follow no text: its closing mark is missing.
fn run_on(text: &str) -> Option<usize> {
    let mut scanner = Scanner::new(text, 0);
    loop {
        let rest = scanner.rest();
        let step = rest.find(['"', '/'])?;
        scanner.at += step;
        if scanner.byte() == Some(b'/') {
            if !scanner.skip_comment() {
                scanner.at += 1;
            }
            continue;
        }
        let start = scanner.at;
        scanner.skip_text().ok()?;
        let over_lines = scanner.slice(start..scanner.at).contains('\n');
        let end = scanner.at;
        scanner.skip_space();
        let follows = scanner.char();
        scanner.at = end;
        if over_lines && follows.is_some_and(|c| !AFTER_TEXT.contains(c)) {
            return Some(start);
        }
    }
}
