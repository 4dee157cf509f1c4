//! What is wrong, by byte offset while a file is being read, and its place once it has been.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use crate::model::fault::{FileFault, Noun};
use crate::model::{Fault, LeftOut, Part, Place, Problem, Severity};

/// So many problems are told of one file; nobody reads more, and a broken program can write
/// millions.
pub(super) const MOST_PROBLEMS: usize = 10_000;

/// So many slips of one kind are told one by one; whoever makes more writes so throughout.
const MOST_SLIPS: usize = 3;

/// A stretch of the decoded text, in bytes.
pub(super) type Span = Range<usize>;

/// Where sources, metrics and operations stand, by kind and id.
pub(super) type Spans = BTreeMap<(Noun, String), Span>;

/// A fault before its place has been worked out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// How much it matters.
    pub severity: Severity,
    /// Which part of the text; `None` when it is about the file as a whole.
    pub span: Option<Span>,
    /// What is wrong.
    pub fault: Fault,
    /// What cannot be used for it.
    pub left_out: Option<LeftOut>,
}

impl Found {
    /// Something that cannot be used.
    pub fn error(span: Span, fault: impl Into<Fault>) -> Self {
        Self {
            severity: Severity::Error,
            span: Some(span),
            fault: fault.into(),
            left_out: None,
        }
    }

    /// Something to look at.
    pub fn warning(span: Span, fault: impl Into<Fault>) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::error(span, fault)
        }
    }

    /// Something that makes the whole file unusable.
    pub fn of_file(fault: FileFault) -> Self {
        Self {
            span: None,
            ..Self::error(0..0, fault)
        }
    }

    /// The same, with what it costs.
    pub fn leaving_out(self, part: Part) -> Self {
        Self {
            left_out: Some(LeftOut::part(part)),
            ..self
        }
    }

    /// Where it begins.
    pub fn start(&self) -> usize {
        self.span.as_ref().map_or(0, |span| span.start)
    }
}

/// The faults as problems with places, by place. The text is walked through once, however many
/// faults there are.
pub(super) fn problems(file: &str, text: &str, mut faults: Vec<Found>) -> Vec<Problem> {
    faults.sort_by_key(Found::start);
    let mut habits: HashMap<Fault, usize> = HashMap::new();
    for habit in faults.iter().filter_map(|found| found.fault.habit()) {
        *habits.entry(habit).or_default() += 1;
    }
    let cause = |fault: &Fault| {
        let habit = fault
            .habit()
            .filter(|habit| habits.get(habit) > Some(&MOST_SLIPS));
        habit.or_else(|| fault.is_of_a_name().then(|| fault.clone()))
    };
    let mut cursor = Cursor::new(text);
    let mut problems: Vec<Problem> = Vec::with_capacity(faults.len().min(MOST_PROBLEMS));
    let mut causes: HashMap<Fault, usize> = HashMap::new();
    for found in faults {
        let place = found.span.map(|span| cursor.place(&span));
        if let Some(cause) = cause(&found.fault) {
            let first = *causes.entry(cause).or_insert(problems.len());
            if let Some(first) = problems.get_mut(first) {
                first.again.extend(place.filter(|_| place != first.place));
                match (&mut first.left_out, found.left_out) {
                    (Some(first), Some(left_out)) => first.lost.extend(left_out.lost),
                    (first, left_out) => *first = first.take().or(left_out),
                }
                continue;
            }
        }
        let is_last = problems.len() == MOST_PROBLEMS;
        let problem = Problem {
            severity: found.severity,
            file: file.to_owned(),
            place,
            again: Vec::new(),
            fault: if is_last {
                FileFault::More.into()
            } else {
                found.fault
            },
            left_out: found.left_out.filter(|_| !is_last),
        };
        if problems.last() != Some(&problem) {
            problems.push(problem);
        }
        if is_last {
            break;
        }
    }
    problems
}

/// Where stretches of a text begin, which come in order.
pub(super) fn places<'s>(
    text: &str,
    spans: impl IntoIterator<Item = &'s Span>,
) -> impl Iterator<Item = Place> {
    let mut cursor = Cursor::new(text);
    spans.into_iter().map(move |span| cursor.place(span))
}

/// A position that only moves forwards.
struct Cursor<'a> {
    text: &'a str,
    offset: usize,
    line: usize,
    column: usize,
}

impl<'a> Cursor<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text,
            offset: 0,
            line: 1,
            column: 1,
        }
    }

    fn place(&mut self, span: &Span) -> Place {
        let passed = self.text.get(self.offset..span.start).unwrap_or("");
        match passed.rfind('\n') {
            Some(newline) => {
                self.line += memchr::memchr_iter(b'\n', passed.as_bytes()).count();
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
    use crate::model::fault::SignFault;

    #[test]
    fn places_are_in_characters_from_one_and_problems_come_in_order() {
        let text = "é = 1\n  née: \"x\",\n";
        let faults = vec![
            Found::error(9..13, SignFault::Comma),
            Found::error(3..4, SignFault::MarkInside),
            Found::error(9..13, SignFault::Comma),
            Found::of_file(FileFault::Empty),
        ];
        let told: Vec<_> = problems("f", text, faults)
            .into_iter()
            .map(|problem| (problem.fault, problem.place))
            .map(|(fault, place)| (fault, place.map(|p| (p.line, p.column, p.length))))
            .collect();
        assert_eq!(
            told,
            [
                (FileFault::Empty.into(), None),
                (SignFault::MarkInside.into(), Some((1, 3, 1))),
                (SignFault::Comma.into(), Some((2, 3, 3))),
            ]
        );
    }

    #[test]
    fn a_place_covers_only_its_first_line() {
        let text = "a \"one\ntwo\"";
        let problem = problems("f", text, vec![Found::error(2..11, SignFault::Comma)]);
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
