//! The frame of a dataset: its fields, and where each record begins and ends.
//!
//! ron would give up on the whole file at the first fault in any record. So the frame is only
//! stepped over, bracket by bracket, and each record is then read on its own. When the brackets
//! of a record do not close, the next record is found by its indentation.

use super::fault::{Fault, Span};
use super::guess;
use super::scan::{AFTER_TEXT, Scanner, Stop};
use super::unclosed::explain;
use super::wording::{all_of, nearest, quoted, shown};

/// The fields of a dataset.
pub(super) const FIELDS: [&str; 7] = [
    "format",
    "title",
    "summary",
    "sources",
    "metrics",
    "operations",
    "cases",
];

/// So many faults outside the records make a file that is no dataset.
const MOST_FAULTS: usize = 1_000;

const WRITE_A_FIELD: &str =
    "write the name of a field, a colon and its value, such as title: \"…\"";

/// Where the parts of a dataset stand.
#[derive(Debug, Default)]
pub(super) struct Frame {
    /// The bracket everything is in.
    pub open: Span,
    /// The value of `format`.
    pub format: Option<Span>,
    /// The value of `title`.
    pub title: Option<Span>,
    /// The value of `summary`.
    pub summary: Option<Span>,
    /// Fields that are there under a name that is none.
    pub misspelt: Vec<&'static str>,
    /// Ids and records of the sources.
    pub sources: Vec<Entry>,
    /// Ids and records of the metrics.
    pub metrics: Vec<Entry>,
    /// The operations.
    pub operations: Vec<Span>,
    /// The cases.
    pub cases: Vec<Span>,
}

/// A record with an id before it.
#[derive(Debug)]
pub(super) struct Entry {
    /// The id, in its quotation marks.
    pub key: Span,
    /// The record.
    pub value: Span,
}

/// Steps over a text; `None` when its brackets cannot be followed to the end.
pub(super) fn frame(text: &str, faults: &mut Vec<Fault>) -> Option<Frame> {
    let mut reader = Reader {
        text,
        scanner: Scanner::new(text, 0),
        faults_before: faults.len(),
        faults,
        seen: Vec::new(),
        open: 0,
        some_broken: false,
    };
    let frame = reader.dataset();
    if let Err(fault) = frame {
        reader.faults.push(*fault);
        return None;
    }
    frame.ok()
}

/// Steps over a dataset.
pub(super) struct Reader<'a, 'f> {
    pub(super) text: &'a str,
    pub(super) scanner: Scanner<'a>,
    pub(super) faults: &'f mut Vec<Fault>,
    /// How many faults there were before.
    faults_before: usize,
    /// The fields of the dataset that came before.
    seen: Vec<&'static str>,
    /// Where the bracket stands that everything is in.
    pub(super) open: usize,
    /// Whether the brackets of some record did not close.
    pub(super) some_broken: bool,
}

/// A fault that ends the reading; boxed, since it is rare and large.
pub(super) type Outcome<T> = Result<T, Box<Fault>>;

impl Reader<'_, '_> {
    /// Ends the reading when there is too much wrong with what stands around the records.
    pub(super) fn enough(&self) -> Outcome<()> {
        if self.faults.len() - self.faults_before < MOST_FAULTS {
            return Ok(());
        }
        let at = self
            .text
            .floor_char_boundary(self.scanner.at.min(self.text.len() - 1));
        Err(Box::new(Fault::error(
            at..at + 1,
            "nothing from here on can be understood",
            "correct the problems before, then look again",
        )))
    }

    pub(super) fn fault(&mut self, span: Span, what: impl Into<String>, remedy: impl Into<String>) {
        self.faults.push(Fault::error(span, what, remedy));
    }

    fn dataset(&mut self) -> Outcome<Frame> {
        self.attributes()?;
        let start = self.scanner.at;
        let name = self.scanner.take_while(|c| c.is_alphanumeric() || c == '_');
        if self.scanner.byte() != Some(b'(') {
            if let Some(comment) = self.scanner.open_comment {
                return Err(Box::new(explain(self.text, Stop::Comment(comment))));
            }
            return Err(Box::new(guess::explain(self.text, start)));
        }
        if !matches!(name, "" | "Dataset") {
            self.fault(
                start..self.scanner.at,
                format!("{} stands before the bracket", quoted(name)),
                "write ( alone",
            );
        }
        let open = self.scanner.at;
        self.open = open;
        let mut frame = Frame {
            open: open..open + 1,
            ..Frame::default()
        };
        self.scanner.at += 1;
        loop {
            self.enough()?;
            self.scanner.skip_space();
            match self.scanner.byte() {
                None => return Err(Box::new(explain(self.text, self.scanner.end(open)))),
                Some(b')') => break,
                Some(byte @ (b']' | b'}')) => self.closes_nothing(byte),
                Some(b',' | b';') => self.stray_comma(),
                Some(_) => self.field(&mut frame)?,
            }
        }
        self.scanner.at += 1;
        self.scanner.skip_space();
        let rest = self.scanner.at..self.text.trim_end().len();
        if !rest.is_empty() {
            let what = format!(
                "something follows the end of the dataset: {}",
                quoted(self.scanner.rest())
            );
            let fault = Fault::error(
                rest,
                what,
                "remove it, or move it before the ) that closes the dataset",
            );
            self.faults.push(fault.leaving_out("it"));
        }
        Ok(frame)
    }

    /// Steps over `#![enable(implicit_some)]` and the like.
    fn attributes(&mut self) -> Outcome<()> {
        self.scanner.skip_space();
        while self.scanner.rest().starts_with('#') {
            let start = self.scanner.at;
            let Some(length) = self.scanner.rest().find(']') else {
                let end = start + self.scanner.rest().lines().next().unwrap_or("").len();
                return Err(Box::new(Fault::error(
                    start..end,
                    "the first line is not complete",
                    "write #![enable(implicit_some)], or nothing",
                )));
            };
            self.scanner.at += length + 1;
            let span = start..self.scanner.at;
            let written: String = self
                .scanner
                .slice(span.clone())
                .split_whitespace()
                .collect();
            let names = written
                .strip_prefix("#![enable(")
                .and_then(|rest| rest.strip_suffix(")]"));
            let known = names.is_some_and(|names| {
                names
                    .split(',')
                    .all(|name| ["implicit_some", ""].contains(&name))
            });
            if !known && !written.starts_with("#![type=") && !written.starts_with("#![schema=") {
                let what = format!(
                    "{} switches on what datasets do not use",
                    quoted(self.scanner.slice(span.clone()))
                );
                self.faults.push(
                    Fault::error(span, what, "write #![enable(implicit_some)], or nothing")
                        .leaving_out("it"),
                );
            }
            self.scanner.skip_space();
        }
        Ok(())
    }

    /// Steps over one field of the dataset.
    fn field(&mut self, frame: &mut Frame) -> Outcome<()> {
        let start = self.scanner.at;
        let quoted_name = self.scanner.byte() == Some(b'"');
        if quoted_name {
            self.scanner
                .skip_text()
                .map_err(|stop| Box::new(explain(self.text, stop)))?;
        } else {
            self.scanner.take_while(|c| c.is_alphanumeric() || c == '_');
        }
        let key = start..self.scanner.at;
        let name = self.scanner.slice(key.clone()).trim_matches('"');
        if key.is_empty() {
            self.not_understood(WRITE_A_FIELD);
            return Ok(());
        }
        if quoted_name {
            let what = format!(
                "the name of the field {} stands in quotation marks",
                quoted(name)
            );
            self.fault(key.clone(), what, format!("write {}: …", shown(name)));
        }
        if !self.colon(&key, WRITE_A_FIELD) {
            return Ok(());
        }
        let Some(field) = FIELDS.iter().find(|field| **field == name) else {
            frame.misspelt.extend(self.unknown_field(name, &key));
            self.value()?;
            self.comma();
            return Ok(());
        };
        if self.seen.contains(field) {
            let what = format!("the field {} is written twice", quoted(name));
            self.faults.push(
                Fault::error(key, what, "put what they hold into one").leaving_out("the second"),
            );
            self.value()?;
            self.comma();
            return Ok(());
        }
        self.seen.push(field);
        match *field {
            "sources" => frame.sources = self.entries(&key, "source")?,
            "metrics" => frame.metrics = self.entries(&key, "metric")?,
            "operations" => frame.operations = self.items(&key, "operation")?,
            "cases" => frame.cases = self.items(&key, "case")?,
            "format" => frame.format = Some(self.value()?),
            "title" => frame.title = Some(self.value()?),
            _ => frame.summary = Some(self.value()?),
        }
        self.comma();
        Ok(())
    }

    pub(super) fn value(&mut self) -> Outcome<Span> {
        let start = self.scanner.at;
        let skipped = self.scanner.skip_value();
        let end = self.scanner.at;
        self.scanner.skip_space();
        let follows = self.scanner.char();
        self.scanner.at = end;
        let written = self.scanner.slice(start..end);
        let runs_on = follows.is_some_and(|c| !AFTER_TEXT.contains(c)) || skipped.is_err();
        // A text that is not closed runs on over other fields; it is taken to end with its line.
        if let (true, true, Some((line, _))) =
            (runs_on, written.starts_with('"'), written.split_once('\n'))
        {
            self.scanner.at = start + without_comma(line).len();
            return Ok(start..self.scanner.at);
        }
        skipped.map_err(|stop| Box::new(explain(self.text, stop)))
    }

    /// Tells a name that is no field; gives the field that seems to be meant.
    fn unknown_field(&mut self, name: &str, key: &Span) -> Option<&'static str> {
        let free = FIELDS
            .iter()
            .copied()
            .filter(|field| !self.seen.contains(field));
        let meant = nearest(name, free);
        let remedy = match meant {
            Some(field) => format!("write {field}"),
            None => format!("remove it; a dataset has the fields {}", all_of(&FIELDS)),
        };
        let what = format!("{} is not a field of a dataset", quoted(name));
        self.faults
            .push(Fault::error(key.clone(), what, remedy).leaving_out("it"));
        meant
    }

    /// Steps over what cannot be the beginning of a field.
    fn not_understood(&mut self, remedy: &str) {
        let start = self.scanner.at;
        let line = self.scanner.take_while(|c| c != '\n' && c != ',');
        let span = start..start + line.trim_end().len();
        let what = format!("{} cannot be understood here", quoted(line));
        let fault = Fault::error(span, what, remedy);
        self.faults.push(fault.leaving_out("it"));
        self.scanner.take(b',');
    }

    /// Steps over the colon behind a name. Without one, over the line, and the answer is no.
    pub(super) fn colon(&mut self, key: &Span, remedy: &str) -> bool {
        self.scanner.skip_space();
        let at = self.scanner.at;
        let name = shown(self.scanner.slice(key.clone()));
        match self.scanner.byte() {
            Some(b':') => self.scanner.at += 1,
            Some(b'=') => {
                self.scanner.take_while(|c| c == '=' || c == '>');
                let what = format!(
                    "{} stands here instead of a colon",
                    quoted(self.scanner.slice(at..self.scanner.at))
                );
                self.fault(at..self.scanner.at, what, format!("write {name}: …"));
            }
            Some(b'(' | b'[' | b'{' | b'"') => {
                let what = format!("a colon is missing after “{name}”");
                self.fault(key.clone(), what, format!("write {name}: …"));
            }
            _ => {
                self.scanner.at = key.start;
                self.not_understood(remedy);
                return false;
            }
        }
        self.scanner.skip_space();
        true
    }

    /// Steps over the comma behind a value.
    pub(super) fn comma(&mut self) {
        let end = self.scanner.at;
        self.scanner.skip_space();
        match self.scanner.byte() {
            Some(b',') => self.scanner.at += 1,
            Some(b';') => {
                let at = self.scanner.at;
                self.fault(at..at + 1, "“;” stands here instead of a comma", "write ,");
                self.scanner.at += 1;
            }
            None | Some(b')' | b']' | b'}') => {}
            // Behind a list that is still open, the missing comma is no news.
            Some(_) if self.told_at(self.scanner.at) => {}
            Some(_) => {
                let last = self
                    .scanner
                    .slice(0..end)
                    .char_indices()
                    .next_back()
                    .map_or(0, |(at, _)| at);
                let what = format!(
                    "a comma is missing after “{}”",
                    self.scanner.slice(last..end)
                );
                self.fault(last..end, what, "write a comma behind it");
            }
        }
    }

    /// Whether the last fault told begins at a place.
    fn told_at(&self, at: usize) -> bool {
        self.faults
            .last()
            .and_then(|fault| fault.span.as_ref())
            .is_some_and(|span| span.start == at)
    }

    pub(super) fn stray_comma(&mut self) {
        let at = self.scanner.at;
        self.fault(at..at + 1, "one comma too many stands here", "remove it");
        self.scanner.at += 1;
    }

    pub(super) fn closes_nothing(&mut self, byte: u8) {
        let at = self.scanner.at;
        let what = format!("the “{}” that stands here closes nothing", char::from(byte));
        self.fault(
            at..at + 1,
            what,
            "remove it, or write the bracket it should close",
        );
        self.scanner.at += 1;
        self.scanner.take(b',');
    }
}

/// A text without the comma and the spaces at its end.
pub(super) fn without_comma(text: &str) -> &str {
    let text = text.trim_end();
    text.strip_suffix(',').unwrap_or(text)
}
