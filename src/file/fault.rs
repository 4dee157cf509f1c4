//! What is wrong, by byte offset while a file is being read, and its place once it has been.

use std::ops::Range;

use crate::model::{Place, Problem, Severity};

/// So many problems are told of one file; nobody reads more, and a broken program can write
/// millions.
pub(super) const MOST_PROBLEMS: usize = 10_000;

/// A stretch of the decoded text, in bytes.
pub(super) type Span = Range<usize>;

/// A problem before its place has been worked out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fault {
    /// How much it matters.
    pub severity: Severity,
    /// Which part of the text; `None` when it is about the file as a whole.
    pub span: Option<Span>,
    /// What is wrong, in one sentence without a full stop.
    pub what: String,
    /// What to do, in one sentence without a full stop.
    pub remedy: String,
}

impl Fault {
    /// Something that cannot be used.
    pub fn error(span: Span, what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self {
            severity: Severity::Error,
            span: Some(span),
            what: what.into(),
            remedy: remedy.into(),
        }
    }

    /// Something to look at.
    pub fn warning(span: Span, what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::error(span, what, remedy)
        }
    }

    /// Something that makes the whole file unusable.
    pub fn of_file(what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self {
            span: None,
            ..Self::error(0..0, what, remedy)
        }
    }

    /// The same fault, with what it costs said at the end of its sentence.
    pub fn leaving_out(mut self, part: &str) -> Self {
        self.what.push_str(", so ");
        self.what.push_str(part);
        self.what.push_str(" is left out");
        self
    }

    fn start(&self) -> usize {
        self.span.as_ref().map_or(0, |span| span.start)
    }
}

/// The faults as problems with places, by place. The text is walked through once, however many
/// faults there are.
pub(super) fn problems(file: &str, text: &str, mut faults: Vec<Fault>) -> Vec<Problem> {
    faults.sort_by_key(Fault::start);
    if let Some(first_left_out) = faults.get(MOST_PROBLEMS) {
        let more = Fault {
            what: "more problems follow than are listed".to_owned(),
            remedy: "correct those before, then look again".to_owned(),
            ..first_left_out.clone()
        };
        faults.truncate(MOST_PROBLEMS);
        faults.push(more);
    }
    let mut cursor = Cursor {
        text,
        offset: 0,
        line: 1,
        column: 1,
    };
    let mut problems: Vec<Problem> = Vec::with_capacity(faults.len());
    for fault in faults {
        let problem = Problem {
            severity: fault.severity,
            file: file.to_owned(),
            place: fault.span.map(|span| cursor.place(&span)),
            what: fault.what,
            remedy: fault.remedy,
        };
        if problems.last() != Some(&problem) {
            problems.push(problem);
        }
    }
    problems
}

/// A position that only moves forwards.
struct Cursor<'a> {
    text: &'a str,
    offset: usize,
    line: usize,
    column: usize,
}

impl Cursor<'_> {
    fn place(&mut self, span: &Span) -> Place {
        let passed = self.text.get(self.offset..span.start).unwrap_or("");
        match passed.rfind('\n') {
            Some(newline) => {
                self.line += passed.bytes().filter(|&byte| byte == b'\n').count();
                self.column = 1 + passed.get(newline + 1..).unwrap_or("").chars().count();
            }
            None => self.column += passed.chars().count(),
        }
        self.offset = self.offset.max(span.start.min(self.text.len()));
        let meant = self.text.get(span.clone()).unwrap_or("");
        let on_line = meant.lines().next().unwrap_or("").trim_end();
        Place {
            line: self.line,
            column: self.column,
            length: on_line.chars().count().max(1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_in_characters_from_one_and_problems_come_in_order() {
        let text = "é = 1\n  née: \"x\",\n";
        let faults = vec![
            Fault::error(9..13, "second", "r"),
            Fault::error(3..4, "first", "r"),
            Fault::error(9..13, "second", "r"),
            Fault::of_file("whole", "r"),
        ];
        let told: Vec<_> = problems("f", text, faults)
            .into_iter()
            .map(|p| {
                (
                    p.what,
                    p.place
                        .map(|place| (place.line, place.column, place.length)),
                )
            })
            .collect();
        assert_eq!(
            told,
            [
                ("whole".to_owned(), None),
                ("first".to_owned(), Some((1, 3, 1))),
                ("second".to_owned(), Some((2, 3, 3))),
            ]
        );
    }

    #[test]
    fn a_place_covers_only_its_first_line() {
        let text = "a \"one\ntwo\"";
        let problem = problems("f", text, vec![Fault::error(2..11, "w", "r")]);
        assert_eq!(
            problem.first().and_then(|p| p.place),
            Some(Place {
                line: 1,
                column: 3,
                length: 4
            })
        );
    }
}
