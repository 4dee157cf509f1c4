//! Where reading goes on when the brackets of a record cannot be followed: the next record is
//! found by its indentation; and why a file cannot be read on.

use super::found::{Found, Span};
use super::reader::{Reader, still_open};
use super::scan::{AFTER_TEXT, Scanner, Stop};
use crate::model::fault::{Opened, SignFault};

/// A fault that ends the reading; boxed, since it is rare and large.
pub(super) type Outcome<T> = Result<T, Box<Found>>;

impl Reader<'_> {
    /// The reading ends: the brackets cannot be followed to the end.
    pub(super) fn lost<T>(&self, stop: Stop) -> Outcome<T> {
        Err(Box::new(explain(self.text, stop)))
    }

    /// Steps over a record; when its brackets do not close, to where the next one begins. `start`
    /// is where the record or the id before it begins.
    pub(super) fn bracketed(&mut self, start: usize) -> Outcome<Span> {
        let (text, value) = (self.text, self.at);
        // Once a record was broken, others may be: each is then followed only to where the next
        // one seems to begin, or a file full of them would be gone through again and again.
        let mut next = self.some_broken.then(|| self.next_record(start)).flatten();
        let within = text.get(..next.unwrap_or(text.len())).unwrap_or(text);
        match Scanner::new(within, value).skip_value() {
            Ok(span) => self.at = span.end,
            Err(stop) => {
                self.some_broken = true;
                next = next.or_else(|| self.next_record(start));
                let Some(next) = next else {
                    return self.lost(stop);
                };
                // The comma behind it is stepped over as any other.
                let written = without_comma(text.get(value..next).unwrap_or(""));
                self.at = value + written.len();
            }
        }
        Ok(value..self.at)
    }

    /// Whether the last record of a list that has no end goes on over others, since a bracket in
    /// it is not closed where it should be. Then reading goes on from where it begins.
    pub(super) fn swallows(&mut self, starts: &[Span]) -> bool {
        let last = starts.last().map(|last| last.start);
        let again = last.filter(|&at| !self.some_broken && self.next_record(at).is_some());
        if let Some(start) = again {
            self.some_broken = true;
            self.at = start;
        }
        again.is_some()
    }

    /// Where the record after a broken one begins, or the bracket that closes them all: the
    /// next line that is indented as the broken one is and begins alike, or indented less.
    fn next_record(&self, start: usize) -> Option<usize> {
        let text = self.text;
        let before = text.get(..start)?;
        let line = before.rfind('\n').map_or(0, |newline| newline + 1);
        let indentation = before.get(line..)?;
        if !indentation.trim().is_empty() {
            return None;
        }
        let first = text.as_bytes().get(start);
        let mut at = start;
        for line in text.get(start..)?.split_inclusive('\n') {
            let indented = line.len() - line.trim_start().len();
            let begins = line.as_bytes().get(indented);
            let alike = indented == indentation.len() && begins == first;
            let closes = indented < indentation.len() && matches!(begins, Some(b')' | b']' | b'}'));
            if at > start && (alike || closes) {
                return Some(at + indented);
            }
            at += line.len();
        }
        None
    }
}

/// A text without the comma and the spaces at its end.
pub(super) fn without_comma(text: &str) -> &str {
    let text = text.trim_end();
    text.strip_suffix(',').unwrap_or(text)
}

/// Why the brackets cannot be followed to the end. A text that runs over what follows it
/// explains more than the bracket it made disappear.
fn explain(text: &str, stop: Stop) -> Found {
    let scanner = Scanner::new(text, 0);
    match run_on(text).map_or(stop, Stop::Text) {
        Stop::Text(at) => Found::error(at..text.len(), SignFault::OpenAtEnd(Opened::Text)),
        Stop::Comment(at) => Found::error(at..at + 2, SignFault::OpenAtEnd(Opened::Comment)),
        Stop::Bracket(at) => {
            let opened = Opened::Bracket(scanner.sign_at(at));
            Found::error(at..at + 1, SignFault::OpenAtEnd(opened))
        }
        Stop::Mismatch { open, close } => still_open(&scanner, open, close),
    }
}

/// The first text that goes on over the line it begins on and is then followed by what can
/// follow no text: its closing mark is missing.
fn run_on(text: &str) -> Option<usize> {
    let mut scanner = Scanner::new(text, 0);
    loop {
        scanner.at += scanner.rest().find(['"', '/'])?;
        let start = scanner.at;
        if scanner.byte() == Some(b'/') {
            if !scanner.skip_comment() {
                scanner.at += 1;
            }
            continue;
        }
        scanner.skip_text().ok()?;
        let end = scanner.at;
        scanner.skip_space();
        let follows = scanner.char();
        scanner.at = end;
        let over_lines = scanner.slice(start..end).contains('\n');
        if over_lines && follows.is_some_and(|c| !AFTER_TEXT.contains(c)) {
            return Some(start);
        }
    }
}
