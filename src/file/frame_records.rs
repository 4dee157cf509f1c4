//! The lists and maps of a dataset: where each record in them begins and ends, also when its
//! brackets do not close.

use super::fault::{Fault, Span};
use super::frame::{Entry, FIELDS, Outcome, Reader, without_comma};
use super::scan::{Scanner, Stop, closer_of};
use super::unclosed::explain;
use super::wording::quoted;

impl Reader<'_, '_> {
    /// Steps over a list and gives its items.
    pub(super) fn items(&mut self, key: &Span, noun: &str) -> Outcome<Vec<Span>> {
        let mut items = Vec::new();
        if !self.opens(b'[', key)? {
            return Ok(items);
        }
        let open = self.scanner.at;
        self.scanner.at += 1;
        loop {
            self.enough()?;
            self.scanner.skip_space();
            let start = self.scanner.at;
            match self.scanner.byte() {
                None if self.swallows(items.last().map(|item| item.start)) => {
                    items.truncate(items.len() - 1);
                }
                None => return Err(Box::new(explain(self.text, self.scanner.end(open)))),
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
    pub(super) fn entries(&mut self, key: &Span, noun: &str) -> Outcome<Vec<Entry>> {
        let mut entries = Vec::new();
        if !self.opens(b'{', key)? {
            return Ok(entries);
        }
        let open = self.scanner.at;
        self.scanner.at += 1;
        loop {
            self.enough()?;
            self.scanner.skip_space();
            let start = self.scanner.at;
            match self.scanner.byte() {
                None if self.swallows(entries.last().map(|entry| entry.key.start)) => {
                    entries.truncate(entries.len() - 1);
                }
                None => return Err(Box::new(explain(self.text, self.scanner.end(open)))),
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

    /// Whether the bracket stands at hand that a field needs; without it the field is told and
    /// stepped over.
    fn opens(&mut self, open: u8, key: &Span) -> Outcome<bool> {
        let Some(byte) = self.scanner.byte() else {
            return Err(Box::new(explain(self.text, Stop::Bracket(self.open))));
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

    /// Steps over a record; when its brackets do not close, to where the next one begins. `start`
    /// is where the record or the id before it begins.
    fn bracketed(&mut self, start: usize) -> Outcome<Span> {
        let value = self.scanner.at;
        // Once a record was broken, others may be: each is then followed only to where the next
        // one seems to begin, or a file full of them would be gone through again and again.
        let mut next = if self.some_broken {
            self.next_record(start)
        } else {
            None
        };
        let within = next.map_or(self.text, |next| self.scanner.slice(0..next));
        match Scanner::new(within, value).skip_value() {
            Ok(span) => {
                self.scanner.at = span.end;
                return Ok(span);
            }
            Err(stop) => {
                self.some_broken = true;
                next = next.or_else(|| self.next_record(start));
                let next = next.ok_or_else(|| Box::new(explain(self.text, stop)))?;
                // The comma behind it is stepped over as any other.
                let written = without_comma(self.scanner.slice(value..next));
                self.scanner.at = value + written.len();
            }
        }
        Ok(value..self.scanner.at)
    }

    /// Whether the last record of a list that has no end goes on over others, since a bracket in
    /// it is not closed where it should be. Then reading goes on from where it begins.
    fn swallows(&mut self, last: Option<usize>) -> bool {
        let Some(start) =
            last.filter(|&start| !self.some_broken && self.next_record(start).is_some())
        else {
            return false;
        };
        self.some_broken = true;
        self.scanner.at = start;
        true
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

    /// Whether the closing bracket at hand is the dataset's own: nothing follows it.
    fn dataset_ends(&self) -> bool {
        let mut ahead = self.scanner.clone();
        ahead.at += 1;
        ahead.skip_space();
        ahead.byte().is_none()
    }
}
