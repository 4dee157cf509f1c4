//! Reads a whole dataset and leaves each record in it unread: where it begins and ends.
//!
//! ron would give up on the whole file at the first fault in any record. So records are only
//! stepped over, bracket by bracket, and each is then read on its own. When the brackets of a
//! record do not close, the next record is found by its indentation.

use std::collections::BTreeMap;

use super::diagnose::fields;
use super::format::Dataset;
use super::found::{Found, Span};
use super::guess;
use super::reader::Reader;
use super::recovery::{Outcome, without_comma};
use super::scan::{AFTER_TEXT, Stop, closer_of, is_odd_mark};
use super::tree::{Entry, Group, Kind, Node, State};
use crate::model::fault::{FileFault, Noun, ShapeFault, SignFault, Wanted};
use crate::model::hidden::shown;
use crate::model::{Fault, Part};

/// So many faults outside the records make a file that is no dataset.
const MOST_FAULTS: usize = 1_000;

/// Where the parts of a dataset stand.
#[derive(Debug)]
pub(super) struct Frame<'a> {
    /// The dataset itself, with its fields; what they hold is unread.
    pub root: Node<'a>,
    /// The records, by the field that holds them.
    records: BTreeMap<&'static str, Records>,
}

/// Records in a list or map.
#[derive(Debug, Default)]
pub(super) struct Records {
    /// Their ids, in quotation marks; none in a list.
    pub keys: Vec<Span>,
    /// The records.
    pub values: Vec<Span>,
}

impl Frame<'_> {
    /// Where the value of a field stands.
    pub fn value(&self, name: &str) -> Option<Span> {
        Some(self.root.field(name)?.span.clone())
    }

    /// Takes the records out that a field holds.
    pub fn take(&mut self, name: &str) -> Records {
        self.records.remove(name).unwrap_or_default()
    }
}

/// Steps over a text; `None` when its brackets cannot be followed to the end.
pub(super) fn frame<'a>(text: &'a str, faults: &mut Vec<Found>) -> Option<Frame<'a>> {
    let mut reader = Reader::new(text);
    let mut records = BTreeMap::new();
    let mut group = Group {
        open: b'(',
        name: None,
        entries: Vec::new(),
    };
    let read = reader.dataset(&mut group, &mut records);
    faults.append(&mut reader.faults);
    let (state, span) = match read {
        Ok(span) => (State::Sound, span),
        Err(found) => {
            faults.push(*found);
            (State::Open, 0..text.len())
        }
    };
    let root = Node::new(span, Kind::Group(group), state);
    faults.extend(fields(&root, Dataset::RECORD));
    (state == State::Sound).then_some(Frame { root, records })
}

impl<'a> Reader<'a> {
    /// Tells something that is left out.
    fn leave_out(&mut self, span: Span, fault: impl Into<Fault>) {
        let found = Found::error(span, fault).leaving_out(Part::It);
        self.faults.push(found);
    }

    /// Ends the reading when there is too much wrong with what stands around the records.
    fn enough(&self) -> Outcome<()> {
        if self.faults.len() < MOST_FAULTS {
            return Ok(());
        }
        let text = self.text;
        let at = text.floor_char_boundary(self.at.min(text.len() - 1));
        Err(Box::new(Found::error(at..at + 1, FileFault::Hopeless)))
    }

    /// Steps over a dataset, and gives where it stands.
    fn dataset(
        &mut self,
        dataset: &mut Group<'a>,
        records: &mut BTreeMap<&'static str, Records>,
    ) -> Outcome<Span> {
        self.attributes()?;
        let start = self.at;
        let name = self.take_name();
        let open = self.at;
        if self.byte() != Some(b'(') {
            if let Some(comment) = self.open_comment {
                return self.lost(Stop::Comment(comment));
            }
            return Err(Box::new(guess::explain(self.text, start)));
        }
        if !matches!(name, "" | "Dataset") {
            self.fault(start..open, ShapeFault::NameBefore(shown(name), None));
        }
        self.at += 1;
        loop {
            self.enough()?;
            self.skip_space();
            match self.byte() {
                None => return self.lost(self.end(open)),
                Some(b')') => break,
                Some(byte @ (b']' | b'}')) => self.closes_nothing(byte),
                Some(b',') => self.stray_comma(),
                Some(_) => self.field(dataset, records)?,
            }
        }
        self.at += 1;
        let end = self.at;
        self.skip_space();
        let rest = self.rest().trim_end();
        if !rest.is_empty() {
            let span = self.at..self.at + rest.len();
            self.leave_out(span, FileFault::AfterEnd(shown(rest)));
        }
        Ok(open..end)
    }

    /// Steps over `#![enable(implicit_some)]` and the like.
    fn attributes(&mut self) -> Outcome<()> {
        self.skip_space();
        while self.byte() == Some(b'#') {
            let start = self.at;
            let rest = self.rest();
            let Some(length) = rest.find(']') else {
                let end = start + rest.lines().next().unwrap_or("").len();
                return Err(Box::new(Found::error(start..end, FileFault::OpenAttribute)));
            };
            let attribute = rest.get(..=length).unwrap_or("");
            self.at += attribute.len();
            let written: String = attribute.split_whitespace().collect();
            let names = written.strip_prefix("#![enable(");
            let names = names.and_then(|rest| rest.strip_suffix(")]"));
            let known = |name| ["implicit_some", ""].contains(&name);
            if !names.is_some_and(|names| names.split(',').all(known))
                && !written.starts_with("#![type=")
                && !written.starts_with("#![schema=")
            {
                let fault = FileFault::Attribute(shown(attribute));
                self.leave_out(start..self.at, fault);
            }
            self.skip_space();
        }
        Ok(())
    }

    /// Steps over one field of the dataset.
    fn field(
        &mut self,
        dataset: &mut Group<'a>,
        records: &mut BTreeMap<&'static str, Records>,
    ) -> Outcome<()> {
        let start = self.at;
        let is_quoted = self.byte() == Some(b'"');
        if is_quoted {
            self.skip_text().or_else(|stop| self.lost(stop))?;
        } else {
            self.take_name();
        }
        let key = start..self.at;
        if key.is_empty() {
            self.not_understood(start, Wanted::Field);
            return Ok(());
        } else if !self.names(&key, Wanted::Field) {
            return Ok(());
        }
        let name = self.slice(key.clone()).trim_matches('"');
        let place = self.at;
        let field = Dataset::RECORD.field(name);
        let read = match field.and_then(|field| Some((field.name, field.shape.holds()?))) {
            Some((name, of)) if !records.contains_key(name) => self.list(name, of).map(|found| {
                records.insert(name, found);
            }),
            _ => self.skip_held(),
        };
        let value = Node::new(place..self.at, Kind::Unread, State::Sound);
        if read.is_ok() {
            self.end_part(start);
        }
        let kind = if is_quoted {
            Kind::Text(name.into())
        } else {
            Kind::Word(name)
        };
        dataset.entries.push(Entry {
            span: start..self.at,
            key: Some(Node::new(key, kind, State::Sound)),
            value,
        });
        read
    }

    /// Steps over the records in a field.
    fn list(&mut self, field: &'static str, (noun, open): (Noun, u8)) -> Outcome<Records> {
        let mut records = Records::default();
        let (is_map, close) = (open == b'{', closer_of(open));
        let place = self.at;
        match self.char() {
            None => return Ok(records),
            Some(c) if c == char::from(open) => self.at += 1,
            Some(c) => {
                let fault = ShapeFault::BracketsNeeded(field, open.into(), close.into());
                self.leave_out(place..place + c.len_utf8(), fault);
                self.skip_held()?;
                return Ok(records);
            }
        }
        loop {
            self.enough()?;
            self.skip_space();
            let start = self.at;
            match self.byte() {
                None if self.swallows(if is_map {
                    &records.keys
                } else {
                    &records.values
                }) =>
                {
                    records.keys.pop();
                    records.values.pop();
                }
                None => return self.lost(self.end(place)),
                Some(byte) if byte == close => break,
                Some(b')') if self.dataset_ends() => {
                    self.left_open(open, start..start + 1);
                    return Ok(records);
                }
                Some(byte @ (b')' | b']' | b'}')) => self.closes_nothing(byte),
                Some(b',') => self.stray_comma(),
                Some(_) => {
                    if let Some(next) = self.next_field() {
                        self.left_open(open, next);
                        return Ok(records);
                    }
                    let stepped = if is_map {
                        self.keyed(noun, &mut records)?
                    } else {
                        self.item(noun, &mut records)?
                    };
                    if stepped {
                        self.end_part(start);
                    }
                }
            }
        }
        self.at += 1;
        Ok(records)
    }

    /// Steps over an id and its record. Whether there was a record.
    fn keyed(&mut self, noun: Noun, records: &mut Records) -> Outcome<bool> {
        let start = self.at;
        if self.byte() == Some(b'"') {
            self.skip_held()?;
        } else if self.char().is_some_and(is_odd_mark) {
            // Told when the id is read.
            let told = self.faults.len();
            self.oddly_quoted(start);
            self.faults.truncate(told);
        } else {
            let in_id = |c: char| c.is_alphanumeric() || "_-.".contains(c);
            self.take_while(in_id);
        }
        let key = start..self.at;
        let bracket = key.is_empty() && matches!(self.byte(), Some(b'(' | b'[' | b'{'));
        if !bracket && !self.names(&key, Wanted::Entry) {
            return Ok(false);
        }
        let value = self.bracketed(start)?;
        if key.is_empty() {
            self.leave_out(value, ShapeFault::NoId(noun));
        } else {
            records.keys.push(key);
            records.values.push(value);
        }
        Ok(true)
    }

    /// Steps over a record. Whether there was one.
    fn item(&mut self, noun: Noun, records: &mut Records) -> Outcome<bool> {
        let start = self.at;
        let mut ahead = self.ahead();
        let name = ahead.take_name();
        let stepped = match ahead.byte() {
            Some(b'(') => true,
            Some(b'[' | b'{') => name.is_empty(),
            _ => false,
        };
        if stepped {
            records.values.push(self.bracketed(start)?);
        } else {
            let fault = |line| ShapeFault::NotARecord(noun, line, "(id: \"…\", …)".to_owned());
            self.skip_line(start, fault);
        }
        Ok(stepped)
    }

    /// Steps over a value that is no list or map of records.
    fn skip_held(&mut self) -> Outcome<()> {
        let start = self.at;
        let skipped = self.skip_value();
        let end = self.at;
        self.skip_space();
        let follows = self.char();
        self.at = end;
        let written = self.slice(start..end);
        let runs_on = follows.is_some_and(|c| !AFTER_TEXT.contains(c)) || skipped.is_err();
        // A text that is not closed runs on over other fields; it is taken to end with its line.
        if let (true, true, Some((line, _))) =
            (runs_on, written.starts_with('"'), written.split_once('\n'))
        {
            self.at = start + without_comma(line).len();
            return Ok(());
        }
        skipped.map(drop).or_else(|stop| self.lost(stop))
    }

    /// Steps over the colon behind a name. Without one, over the line, and the answer is no.
    fn names(&mut self, key: &Span, wanted: Wanted) -> bool {
        self.skip_space();
        let colon = self.colon(key).is_some();
        if colon {
            self.skip_space();
        } else {
            self.not_understood(key.start, wanted);
        }
        colon
    }

    fn not_understood(&mut self, start: usize, wanted: Wanted) {
        self.skip_line(start, |line| SignFault::NotUnderstood(line, wanted));
    }

    /// Tells and leaves out what stands from a place to the next comma or the end of the line.
    fn skip_line<F: Into<Fault>>(&mut self, start: usize, fault: impl FnOnce(String) -> F) {
        self.at = start;
        let line = self.take_while(|c| c != '\n' && c != ',');
        self.leave_out(start..start + line.trim_end().len(), fault(shown(line)));
        self.take(b',');
    }

    /// Steps over the comma behind a part. Behind a list that is still open, a missing one is
    /// no news.
    fn end_part(&mut self, start: usize) {
        let end = self.at;
        self.skip_space();
        let at = self.at;
        let told = self.faults.last().is_some_and(|last| last.start() == at);
        self.comma(start, end, told);
    }

    fn closes_nothing(&mut self, byte: u8) {
        let at = self.at;
        let fault = SignFault::ClosesNothing(byte.into());
        self.fault(at..at + 1, fault);
        self.at += 1;
        self.take(b',');
    }

    /// Tells a list or map that is still open where something begins that cannot be in it.
    fn left_open(&mut self, open: u8, next: Span) {
        let begins = shown(self.slice(next.clone()));
        self.fault(next, SignFault::OpenBefore(begins, open.into()));
    }

    /// The name of the dataset's next field, if it is at hand.
    fn next_field(&self) -> Option<Span> {
        let mut ahead = self.ahead();
        let name = ahead.take_name();
        let span = self.at..ahead.at;
        ahead.skip_space();
        (ahead.byte() == Some(b':') && Dataset::RECORD.field(name).is_some()).then_some(span)
    }

    /// Whether the closing bracket at hand is the dataset's own: nothing follows it.
    fn dataset_ends(&self) -> bool {
        let mut ahead = self.ahead();
        ahead.at += 1;
        ahead.skip_space();
        ahead.byte().is_none()
    }
}
