//! How parts are put into brackets and taken out of them, so that what is put in and taken out
//! again leaves the text as it was to the byte.
//!
//! Parts that stand on lines of their own are joined by one more line behind the last one's, with
//! a comma behind it where the last one has a comma; parts on one line by one more on that line.

use std::ops::Range;

use super::value::{Key, Style, Value, entry};
use crate::file::scan::Scanner;

/// So long a line, in bytes, is broken where a list was empty.
const LONG_LINE: usize = 80;

/// Stretches of a text and what comes in their place.
#[derive(Debug, Default)]
pub(super) struct Splices(Vec<(Range<usize>, String)>);

impl Splices {
    /// One stretch.
    pub fn one(range: Range<usize>, text: String) -> Self {
        Self(vec![(range, text)])
    }

    fn cut(ranges: impl IntoIterator<Item = Range<usize>>) -> Self {
        Self(
            ranges
                .into_iter()
                .map(|range| (range, String::new()))
                .collect(),
        )
    }

    /// Those of others too, which touch other places.
    pub fn extend(&mut self, others: Self) {
        self.0.extend(others.0);
    }

    /// The text with all of them.
    pub fn applied(mut self, text: &str) -> String {
        self.0.sort_by_key(|(range, _)| range.start);
        let mut out = String::with_capacity(text.len());
        let mut at = 0;
        for (range, new) in self.0 {
            out.push_str(text.get(at..range.start).unwrap_or(""));
            out.push_str(&new);
            at = range.end;
        }
        out.push_str(text.get(at..).unwrap_or(""));
        out
    }
}

/// A part in brackets.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    /// Where it begins, with its name or id.
    pub start: usize,
    /// Where its value ends.
    pub end: usize,
    /// Where its comma ends, or the spaces behind it where it has none.
    pub behind: usize,
}

/// Brackets and the parts in them as they stand in a text.
pub(super) struct Placed<'a> {
    pub text: &'a str,
    pub style: &'a Style,
    /// Where the opening bracket stands.
    pub open: usize,
    /// Where the closing bracket stands.
    pub close: usize,
    pub entries: Vec<Part>,
}

/// The spaces with which the line of a place begins.
pub(super) fn indent_at(text: &str, at: usize) -> &str {
    let before = text.get(..at).unwrap_or("");
    let line = before.get(before.rfind('\n').map_or(0, |at| at + 1)..);
    let line = line.unwrap_or("");
    let end = line.find(|c| c != ' ' && c != '\t').unwrap_or(line.len());
    &line[..end]
}

impl Placed<'_> {
    /// Parts put in behind one, or before all.
    pub fn inserted(&self, after: Option<usize>, parts: &[(Key<'_>, &Value)]) -> Splices {
        let after = after.and_then(|at| Some((at, *self.entries.get(at)?)));
        match (after, self.entries.first()) {
            (Some((at, part)), _) => self.behind(part, at + 1 == self.entries.len(), parts),
            (None, Some(first)) => self.before(*first, parts),
            (None, None) => self.when_empty(parts),
        }
    }

    fn behind(&self, part: Part, is_last: bool, parts: &[(Key<'_>, &Value)]) -> Splices {
        let comma = self.comma(part);
        let from = comma.map_or(part.end, |comma| comma + 1);
        let line = self.line_before(part.start).zip(self.line_end(from));
        let Some(((newline, indent), at)) = line else {
            let indent = indent_at(self.text, part.start);
            let parts = self.on_line(parts, indent);
            let new = if comma.is_some() {
                format!(" {parts},")
            } else {
                format!(", {parts}")
            };
            return Splices::one(from..from, new);
        };
        let closed = comma.is_some() || !is_last;
        let new = self.on_lines(parts, newline, indent, closed);
        if comma.is_some() {
            Splices::one(at..at, new)
        } else if at == part.end {
            Splices::one(at..at, format!(",{new}"))
        } else {
            Splices(vec![(from..from, ",".to_owned()), (at..at, new)])
        }
    }

    fn before(&self, first: Part, parts: &[(Key<'_>, &Value)]) -> Splices {
        let line = self.line_before(first.start);
        if let Some(((newline, indent), at)) = line.zip(self.line_end(self.open + 1)) {
            return Splices::one(at..at, self.on_lines(parts, newline, indent, true));
        }
        let indent = indent_at(self.text, first.start);
        let new = format!("{}, ", self.on_line(parts, indent));
        Splices::one(first.start..first.start, new)
    }

    fn when_empty(&self, parts: &[(Key<'_>, &Value)]) -> Splices {
        let at = self.open + 1;
        let outer = indent_at(self.text, self.open);
        let inner = format!("{outer}{}", self.style.unit);
        let newline = self.style.newline;
        if let Some(at) = self.line_end(at).filter(|&at| at < self.close) {
            // No comma, so that one who takes it out knows that there was an empty line.
            return Splices::one(at..at, self.on_lines(parts, newline, &inner, false));
        }
        let line = self.on_line(parts, outer);
        if at < self.close || (line.len() <= LONG_LINE && !line.contains('\n')) {
            return Splices::one(at..at, line);
        }
        let lines = self.on_lines(parts, newline, &inner, true);
        Splices::one(at..at, format!("{lines}{newline}{outer}"))
    }

    /// A part taken out.
    pub fn removed(&self, at: usize) -> Splices {
        let Some(&part) = self.entries.get(at) else {
            return Splices::default();
        };
        let comma = self.comma(part);
        let end = comma.map_or(part.end, |comma| comma + 1);
        let line = self.line_before(part.start);
        let rest = self.text.get(end..self.close).unwrap_or("");
        let is_alone = line.is_some()
            && rest
                .trim_start_matches([' ', '\t'])
                .starts_with(['\n', '\r']);
        let (from, to) = if let (Some((newline, indent)), true) = (line, is_alone) {
            (part.start - indent.len() - newline.len(), end)
        } else if line.is_some() || (at == 0 && comma.is_some()) {
            (part.start, end + spaces(rest))
        } else if at == 0 {
            (part.start, end)
        } else {
            let before = self.text.get(..part.start).unwrap_or("");
            (before.trim_end_matches([' ', '\t']).len(), end)
        };
        if let (1, Some(_), true) = (self.entries.len(), comma, is_alone)
            && (self
                .text
                .get(self.open + 1..from)
                .unwrap_or("")
                .trim()
                .is_empty())
            && rest.trim().is_empty()
        {
            return Splices::one(self.open + 1..self.close, String::new());
        }
        let previous = at.checked_sub(1).and_then(|at| self.entries.get(at));
        let lone_comma = match (comma, previous) {
            (None, Some(&previous)) => self.comma(previous),
            (None, None) | (Some(_), _) => None,
        };
        let lone_comma = lone_comma.map(|comma| comma..comma + 1);
        // What is told between a value and its comma stays.
        let between = comma.and_then(|comma| self.text.get(part.end..comma));
        if let (Some(comma), true) = (comma, between.is_some_and(|told| !told.trim().is_empty())) {
            return Splices::cut([part.start..part.end, comma..comma + 1]);
        }
        Splices::cut(lone_comma.into_iter().chain(Some(from..to)))
    }

    /// Where the comma behind a part stands.
    fn comma(&self, part: Part) -> Option<usize> {
        let last = part.behind.checked_sub(1)?;
        (last >= part.end && self.text.as_bytes().get(last) == Some(&b',')).then_some(last)
    }

    /// What ends the line before a place and the spaces behind, where nothing else stands before
    /// the place on its line.
    fn line_before(&self, at: usize) -> Option<(&'static str, &str)> {
        let before = self.text.get(self.open..at)?;
        let indent = before.get(before.rfind('\n')? + 1..)?;
        let is_blank = indent.chars().all(|c| c == ' ' || c == '\t');
        let above = before.get(..before.len() - indent.len())?;
        let newline = if above.ends_with("\r\n") {
            "\r\n"
        } else {
            "\n"
        };
        is_blank.then_some((newline, indent))
    }

    /// Where the line ends on which nothing but comments stands behind a place.
    fn line_end(&self, at: usize) -> Option<usize> {
        let mut scanner = Scanner::new(self.text, at);
        loop {
            match scanner.byte()? {
                b' ' | b'\t' => scanner.at += 1,
                b'\n' => return Some(scanner.at),
                b'\r' if scanner.byte_at(scanner.at + 1) == b'\n' => return Some(scanner.at),
                b'/' => {
                    let start = scanner.at;
                    if !scanner.skip_comment() {
                        return None;
                    }
                    // A comment to the end of its line leaves its carriage return to the line end.
                    let told = scanner.slice(start..scanner.at);
                    if told.starts_with("//") && told.ends_with('\r') {
                        scanner.at -= 1;
                    }
                }
                _ => return None,
            }
        }
    }

    fn on_line(&self, parts: &[(Key<'_>, &Value)], indent: &str) -> String {
        let parts = parts.iter();
        let parts = parts.map(|(key, value)| entry(key, value, self.style, indent));
        parts.collect::<Vec<_>>().join(", ")
    }

    /// Each part on a line of its own, begun by what ends the one before.
    fn on_lines(
        &self,
        parts: &[(Key<'_>, &Value)],
        newline: &str,
        indent: &str,
        closed: bool,
    ) -> String {
        let mut out = String::new();
        for (index, (key, value)) in parts.iter().enumerate() {
            let written = entry(key, value, self.style, indent);
            let comma = closed || index + 1 < parts.len();
            out.extend([newline, indent, &written, if comma { "," } else { "" }]);
        }
        out
    }
}

fn spaces(text: &str) -> usize {
    text.len() - text.trim_start_matches([' ', '\t']).len()
}
