//! The frame of a dataset: its fields, and where each record begins and ends.
//!
//! ron would give up on the whole file at the first fault in any record. So the frame is only
//! stepped over, bracket by bracket, and each record is then read on its own. When the brackets
//! of a record do not close, the next record is found by its indentation.

use super::fault::{Fault, Span};
use super::guess;
use super::scan::{AFTER_TEXT, Scanner, Stop, closer_of};
use super::wording::{all_of, nearest, quoted, shown};

/// The fields of a dataset.
const FIELDS: [&str; 7] = [
    "format",
    "title",
    "summary",
    "sources",
    "metrics",
    "operations",
    "cases",
];

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
        faults,
        seen: Vec::new(),
        open: 0,
    };
    let frame = reader.dataset();
    if let Err(fault) = frame {
        reader.faults.push(*fault);
        return None;
    }
    frame.ok()
}

struct Reader<'a, 'f> {
    text: &'a str,
    scanner: Scanner<'a>,
    faults: &'f mut Vec<Fault>,
    seen: Vec<&'static str>,
    /// Where the bracket stands that everything is in.
    open: usize,
}

/// A fault that ends the reading; boxed, since it is rare and large.
type Outcome<T> = Result<T, Box<Fault>>;

impl Reader<'_, '_> {
    fn fault(&mut self, span: Span, what: impl Into<String>, remedy: impl Into<String>) {
        self.faults.push(Fault::error(span, what, remedy));
    }

    fn dataset(&mut self) -> Outcome<Frame> {
        self.attributes()?;
        let start = self.scanner.at;
        let name = self.scanner.take_while(|c| c.is_alphanumeric() || c == '_');
        if self.scanner.byte() != Some(b'(') {
            if let Some(comment) = self.scanner.open_comment {
                return Err(Box::new(self.explain(Stop::Comment(comment))));
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
            self.scanner.skip_space();
            match self.scanner.byte() {
                None => return Err(Box::new(self.explain(self.scanner.end(open)))),
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
                .map_err(|stop| Box::new(self.explain(stop)))?;
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
            self.fault(key.clone(), what, format!("write {name}: …"));
        }
        if !self.colon(&key, WRITE_A_FIELD) {
            return Ok(());
        }
        let Some(field) = FIELDS.iter().find(|field| **field == name) else {
            self.unknown_field(name, &key);
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

    fn value(&mut self) -> Outcome<Span> {
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
        skipped.map_err(|stop| Box::new(self.explain(stop)))
    }

    fn unknown_field(&mut self, name: &str, key: &Span) {
        let free = FIELDS
            .iter()
            .copied()
            .filter(|field| !self.seen.contains(field));
        let remedy = match nearest(name, free) {
            Some(field) => format!("write {field}"),
            None => format!("remove it; a dataset has the fields {}", all_of(&FIELDS)),
        };
        let what = format!("{} is not a field of a dataset", quoted(name));
        self.faults
            .push(Fault::error(key.clone(), what, remedy).leaving_out("it"));
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
    fn colon(&mut self, key: &Span, remedy: &str) -> bool {
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
    fn comma(&mut self) {
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

    fn stray_comma(&mut self) {
        let at = self.scanner.at;
        self.fault(at..at + 1, "one comma too many stands here", "remove it");
        self.scanner.at += 1;
    }

    fn closes_nothing(&mut self, byte: u8) {
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

    /// Whether the bracket stands at hand that a field needs; without it the field is told and
    /// stepped over.
    fn opens(&mut self, open: u8, key: &Span) -> Outcome<bool> {
        let Some(byte) = self.scanner.byte() else {
            return Err(Box::new(self.explain(Stop::Bracket(self.open))));
        };
        if byte == open {
            return Ok(true);
        }
        let name = self.scanner.slice(key.clone()).trim_matches('"');
        let (open, close) = (char::from(open), char::from(closer_of(open)));
        let at = self.scanner.at;
        let width = self.scanner.char().map_or(1, char::len_utf8);
        let what = format!("the field “{name}” needs {open} {close} around what it holds");
        let fault = Fault::error(
            at..at + width,
            what,
            format!("write {name}: {open} … {close}"),
        );
        self.faults.push(fault.leaving_out("it"));
        self.value()?;
        Ok(false)
    }

    /// Steps over a list and gives its items.
    fn items(&mut self, key: &Span, noun: &str) -> Outcome<Vec<Span>> {
        let mut items = Vec::new();
        if !self.opens(b'[', key)? {
            return Ok(items);
        }
        let open = self.scanner.at;
        self.scanner.at += 1;
        loop {
            self.scanner.skip_space();
            let start = self.scanner.at;
            match self.scanner.byte() {
                None => return Err(Box::new(self.explain(self.scanner.end(open)))),
                Some(b']') => break,
                Some(b'}') => self.closes_nothing(b'}'),
                Some(b')') if self.dataset_ends() => {
                    self.left_open(open, start..start + 1);
                    return Ok(items);
                }
                Some(b')') => self.closes_nothing(b')'),
                Some(b',' | b';') => self.stray_comma(),
                Some(b'(' | b'[' | b'{') => {
                    items.push(self.bracketed(start)?);
                    self.comma();
                }
                Some(_) if self.named_bracket() => {
                    items.push(self.bracketed(start)?);
                    self.comma();
                }
                Some(_) => {
                    if let Some(next) = self.next_field() {
                        self.left_open(open, next);
                        return Ok(items);
                    }
                    let line = self.scanner.take_while(|c| c != '\n' && c != ',');
                    let what = format!(
                        "a {noun} in round brackets is needed here, not {}",
                        quoted(line)
                    );
                    let span = start..start + line.trim_end().len();
                    self.faults
                        .push(Fault::error(span, what, "write (id: \"…\", …)").leaving_out("it"));
                    self.scanner.take(b',');
                }
            }
        }
        self.scanner.at += 1;
        Ok(items)
    }

    /// Steps over a map and gives its entries.
    fn entries(&mut self, key: &Span, noun: &str) -> Outcome<Vec<Entry>> {
        let mut entries = Vec::new();
        if !self.opens(b'{', key)? {
            return Ok(entries);
        }
        let open = self.scanner.at;
        self.scanner.at += 1;
        loop {
            self.scanner.skip_space();
            let start = self.scanner.at;
            match self.scanner.byte() {
                None => return Err(Box::new(self.explain(self.scanner.end(open)))),
                Some(b'}') => break,
                Some(b']') => self.closes_nothing(b']'),
                Some(b')') if self.dataset_ends() => {
                    self.left_open(open, start..start + 1);
                    return Ok(entries);
                }
                Some(b')') => self.closes_nothing(b')'),
                Some(b',' | b';') => self.stray_comma(),
                Some(b'(') => {
                    let what = format!("an id is missing before this {noun}");
                    let value = self.bracketed(start)?;
                    let fault =
                        Fault::error(value, what, "write \"id\": before it").leaving_out("it");
                    self.faults.push(fault);
                    self.comma();
                }
                Some(byte) => {
                    if let Some(next) = self.next_field() {
                        self.left_open(open, next);
                        return Ok(entries);
                    }
                    if byte == b'"' {
                        self.value()?;
                    } else {
                        self.scanner
                            .take_while(|c| c.is_alphanumeric() || "_-.".contains(c));
                    }
                    let id = start..self.scanner.at;
                    if !self.colon(
                        &id,
                        "write an id in quotation marks, a colon and a record: \"id\": (…)",
                    ) {
                        continue;
                    }
                    let value = self.bracketed(start)?;
                    entries.push(Entry { key: id, value });
                    self.comma();
                }
            }
        }
        self.scanner.at += 1;
        Ok(entries)
    }

    /// Whether the closing bracket at hand is the dataset's own: nothing follows it.
    fn dataset_ends(&self) -> bool {
        let mut ahead = self.scanner.clone();
        ahead.at += 1;
        ahead.skip_space();
        ahead.byte().is_none()
    }

    /// Whether a name with a bracket behind it is at hand.
    fn named_bracket(&self) -> bool {
        let mut ahead = self.scanner.clone();
        !ahead
            .take_while(|c| c.is_alphanumeric() || c == '_')
            .is_empty()
            && ahead.byte() == Some(b'(')
    }

    /// The name of the dataset's next field, if it is at hand.
    fn next_field(&self) -> Option<Span> {
        let mut ahead = self.scanner.clone();
        let name = ahead.take_while(|c| c.is_ascii_lowercase());
        let end = ahead.at;
        ahead.skip_space();
        let colon = ahead.byte() == Some(b':');
        (colon && FIELDS.contains(&name)).then_some(self.scanner.at..end)
    }

    /// Tells a list or map that is still open where something begins that cannot be in it.
    fn left_open(&mut self, open: usize, next: Span) {
        let open = self.text.as_bytes().get(open).copied().unwrap_or(b'[');
        let what = format!(
            "“{}” stands here while a “{}” is still open",
            self.scanner.slice(next.clone()),
            char::from(open)
        );
        self.fault(
            next,
            what,
            format!("write {} before it", char::from(closer_of(open))),
        );
    }

    /// Steps over a record; when its brackets do not close, to where the next one begins. `start`
    /// is where the record or the id before it begins.
    fn bracketed(&mut self, start: usize) -> Outcome<Span> {
        let value = self.scanner.at;
        match self.scanner.skip_value() {
            Ok(span) => Ok(span),
            Err(stop) => {
                let next = self
                    .next_record(start)
                    .ok_or_else(|| Box::new(self.explain(stop)))?;
                self.scanner.at = next;
                self.scanner.open_comment = None;
                let written = without_comma(self.scanner.slice(value..next));
                // A comma behind it is stepped over as any other.
                self.scanner.at = value + written.len();
                Ok(value..self.scanner.at)
            }
        }
    }

    /// Where the record after a broken one begins, or the bracket that closes them all: the
    /// next line that is indented as the broken one is and begins alike, or indented less.
    fn next_record(&self, start: usize) -> Option<usize> {
        let before = self.scanner.slice(0..start);
        let line = before.rfind('\n').map_or(0, |newline| newline + 1);
        let indentation = before.get(line..)?;
        if !indentation.trim().is_empty() {
            return None;
        }
        let first = self.text.as_bytes().get(start);
        let mut at = start;
        for line in self.text.get(start..)?.split_inclusive('\n') {
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

    /// Why the brackets cannot be followed to the end. A text that runs over what follows it
    /// explains more than the bracket it made disappear.
    fn explain(&self, stop: Stop) -> Fault {
        let stop = match run_on(self.text) {
            Some(at) => Stop::Text(at),
            None => stop,
        };
        let bracket = |at: usize| {
            self.scanner
                .slice(at..at + 1)
                .bytes()
                .next()
                .unwrap_or(b'(')
        };
        match stop {
            Stop::Text(at) => Fault::error(
                at..self.text.len(),
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
                let contents = self.scanner.slice(open..close);
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
}

/// A text without the comma and the spaces at its end.
fn without_comma(text: &str) -> &str {
    let text = text.trim_end();
    text.strip_suffix(',').unwrap_or(text)
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
