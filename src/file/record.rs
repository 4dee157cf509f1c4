//! One record from its text: read by ron when it can be, else without the parts that are wrong.

use std::borrow::Cow;
use std::iter::repeat_n;

use ron::error::SpannedError;
use ron::extensions::Extensions;
use serde::de::DeserializeOwned;

use super::diagnose::{Cut, cut_at, diagnose, stray};
use super::format::{self, Held, Shape};
use super::found::{Found, Span};
use super::long::too_much;
use super::scan::Scanner;
use super::tree::{Kind, Node, Tree};
use super::within::Within;
use crate::model::fault::SignFault;
use crate::model::{LeftOut, Lost, Part};

/// The text a record was read from. It is as long as the record in the file: where something was
/// left out there are spaces.
#[derive(Debug)]
pub(super) struct Raw<'a> {
    text: Cow<'a, str>,
    /// Where the record begins in the file.
    offset: usize,
    /// What it should be.
    shape: Shape,
    /// Whether parts were left out.
    cut: bool,
}

/// Reads the record that stands in a span of the file. What cannot be used is told and left
/// out; `None` when that is the whole record, which is called `whole`. `id` is its id where that
/// stands outside of it.
pub(super) fn read<'a, T: DeserializeOwned + Held>(
    file: &'a str,
    span: Span,
    whole: &Part,
    id: Option<&str>,
    faults: &mut Vec<Found>,
) -> Option<(T, Raw<'a>)> {
    let raw = Raw::of::<T>(file, span).shortened(faults);
    match parse::<T>(&raw.text) {
        Ok(value) if !raw.has_escapes() => Some((value, raw)),
        Ok(value) => {
            let tree = Tree::of(&raw.text);
            if tree.stray.is_empty() {
                return Some((value, raw));
            }
            let mended = raw.without(&stray(&tree.stray));
            match parse(&mended.text) {
                Ok(value) => {
                    faults.extend(tree.stray.into_iter().map(|found| raw.found(found)));
                    Some((value, mended))
                }
                Err(refusal) => mend(&raw, &refusal, whole, id, faults),
            }
        }
        Err(refusal) => mend(&raw, &refusal, whole, id, faults),
    }
}

/// The id of an operation that cannot be used, and where it stands, so that what refers to it can
/// be told apart from what refers to nothing.
pub(super) fn id_of_broken(file: &str, span: Span) -> Option<(String, Span)> {
    let raw = Raw::of::<format::Operation>(file, span);
    let tree = Tree::of(&raw.text);
    let id = id_of(&tree.root)?;
    Some((id.written().to_owned(), raw.in_file(&id.span)))
}

/// The id of a record, however it and its name are written.
fn id_of<'n, 'a>(record: &'n Node<'a>) -> Option<&'n Node<'a>> {
    let is_id = |key: &Node<'_>| {
        key.name()
            .is_some_and(|name| name.eq_ignore_ascii_case("id"))
    };
    let mut entries = record.group()?.entries.iter();
    let entry = entries.find(|entry| entry.key.as_ref().is_some_and(is_id))?;
    matches!(
        entry.value.kind,
        Kind::Text(_) | Kind::Word(_) | Kind::Number(_)
    )
    .then_some(&entry.value)
}

/// Finds out why ron refused a record, and reads what remains of it.
fn mend<'a, T: DeserializeOwned + Held>(
    raw: &Raw<'a>,
    refusal: &SpannedError,
    whole: &Part,
    id: Option<&str>,
    faults: &mut Vec<Found>,
) -> Option<(T, Raw<'a>)> {
    let mut tree = Tree::of(&raw.text);
    let mut diagnosis = diagnose(&mut tree, T::SHAPE);
    let mended = raw.without(&diagnosis.cuts);
    let value = diagnosis
        .usable
        .then(|| parse::<T>(&mended.text).ok())
        .flatten();
    if diagnosis.faults.is_empty() && value.is_none() {
        diagnosis.faults.push(unexplained(refusal, &raw.text));
    }
    faults.extend(tree.stray.into_iter().map(|found| raw.found(found)));
    for beside in diagnosis.beside {
        if value.is_none() || cut_at(&diagnosis.cuts, beside.start()).is_some() {
            faults.push(raw.found(beside));
        }
    }
    let id = id.or_else(|| Some(id_of(&tree.root)?.written()));
    let noun = matches!(T::SHAPE, Shape::Record(_)).then_some(T::NOUN);
    let record = noun.and_then(|noun| Some((noun, id?.to_owned())));
    for found in diagnosis.faults {
        let at = found.start();
        let meant = found.fault.meant();
        let within = |at: usize| Within::of(&tree.root, T::SHAPE, at, meant);
        let lost = |start: usize| match (&record, &value) {
            (Some((noun, id)), None) => Lost::record(*noun, id),
            (Some((_, id)), Some(_)) => within(start).lost(id),
            (None, _) => Lost::Other,
        };
        let gone = match &value {
            None => Some((at, whole)),
            Some(_) => cut_at(&diagnosis.cuts, at),
        };
        let left_out = gone.map(|(start, part)| LeftOut {
            part: part.clone(),
            record: record.clone(),
            field: within(at).field,
            figure: within(at).figure,
            lost: [lost(start)].into(),
            rests: Vec::new(),
        });
        faults.push(Found {
            left_out,
            ..raw.found(found)
        });
    }
    value.map(|value| (value, mended))
}

impl<'a> Raw<'a> {
    /// The text of a span of the file, in which a `T` should stand.
    pub fn of<T: Held>(file: &'a str, span: Span) -> Self {
        Self {
            offset: span.start,
            shape: T::SHAPE,
            text: file.get(span).unwrap_or("").into(),
            cut: false,
        }
    }

    /// What is left of the text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What the record should be.
    pub fn shape(&self) -> Shape {
        self.shape
    }

    /// Whether no part was left out.
    pub fn is_whole(&self) -> bool {
        !self.cut
    }

    /// Where in the file a stretch of the text stands.
    pub fn in_file(&self, span: &Span) -> Span {
        span.start + self.offset..span.end + self.offset
    }

    /// A fault in the text as one in the file.
    fn found(&self, found: Found) -> Found {
        let span = found.span.as_ref().map(|span| self.in_file(span));
        Found { span, ..found }
    }

    /// Whether the text holds escapes that may stand for any character.
    fn has_escapes(&self) -> bool {
        let escapes = ["\\u{", "\\x", "\\0"];
        self.text.contains('\\') && escapes.iter().any(|sign| self.text.contains(sign))
    }

    /// The same text without what is too much of the texts in it, which is told. Spaces behind
    /// each take its place.
    fn shortened(self, faults: &mut Vec<Found>) -> Self {
        let found = too_much(&self.text);
        if found.is_empty() {
            return self;
        }
        let piece = |span: Span| self.text.get(span).unwrap_or("");
        let mut text = String::with_capacity(self.text.len());
        let mut at = 0;
        for long in &found {
            text.push_str(piece(at..long.rest.start));
            text.push_str(piece(long.rest.end..long.text.end));
            text.extend(repeat_n(' ', long.rest.len()));
            at = long.text.end;
        }
        text.push_str(piece(at..self.text.len()));
        faults.extend(found.into_iter().map(|long| self.found(long.fault())));
        Self {
            text: text.into(),
            ..self
        }
    }

    /// The text without what is cut out, in order. Spaces take its place; for a character inside
    /// a text, an escape, they stand behind that text.
    fn without(&self, cuts: &[Cut]) -> Self {
        let piece = |span: Span| self.text.get(span).unwrap_or("");
        let mut text = String::with_capacity(self.text.len());
        // Up to where the text is written, how many spaces are owed, and behind what.
        let (mut at, mut owed, mut end) = (0, 0, 0);
        for Cut { span, part } in cuts {
            if owed > 0 && end <= span.start {
                text.push_str(piece(at..end));
                text.extend(repeat_n(' ', std::mem::take(&mut owed)));
                at = end;
            }
            text.push_str(piece(at..span.start));
            at = span.end;
            if part.is_some() || !piece(span.clone()).starts_with('\\') {
                text.extend(repeat_n(' ', span.len()));
                continue;
            }
            if owed == 0 {
                let mut scanner = Scanner::new(&self.text, span.end - 1);
                end = scanner.skip_text().map_or(span.end, |()| scanner.at);
            }
            owed += span.len();
        }
        text.push_str(piece(at..end.max(at)));
        text.extend(repeat_n(' ', owed));
        text.push_str(piece(end.max(at)..self.text.len()));
        Self {
            text: text.into(),
            cut: cuts.iter().any(|cut| cut.part.is_some()),
            ..*self
        }
    }
}

fn parse<T: DeserializeOwned>(text: &str) -> ron::error::SpannedResult<T> {
    ron::Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME)
        .from_str(text)
}

/// What ron says, where nothing else was found.
fn unexplained(error: &SpannedError, text: &str) -> Found {
    let position = error.span.start;
    let lines = text.split_inclusive('\n');
    let before: usize = lines
        .take(position.line.saturating_sub(1))
        .map(str::len)
        .sum();
    let line = text.get(before..).unwrap_or("");
    let column = line.char_indices().nth(position.col.saturating_sub(1));
    let at = before + column.map_or(0, |(at, _)| at);
    Found::error(at..at, SignFault::Unexplained(error.code.to_string()))
}
