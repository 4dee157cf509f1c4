//! One record from its text: read by ron when it can be, else without the parts that are wrong.

use std::borrow::Cow;

use ron::extensions::Extensions;
use serde::de::DeserializeOwned;

use super::diagnose::{cut_at, diagnose};
use super::format::{Held, Shape};
use super::found::{Found, Span};
use super::tree::{Kind, Node, Tree};
use crate::model::fault::{Noun, Part, SignFault};
use crate::model::{LeftOut, MetricId};

/// The text of a file and the hidden characters in it.
#[derive(Debug, Clone, Copy)]
pub(super) struct FileText<'a> {
    /// The decoded text.
    pub text: &'a str,
    /// Where hidden characters stand, in order.
    pub hidden: &'a [Span],
}

/// The text a record was read from, which may be shorter than what stands in the file.
#[derive(Debug, Clone)]
pub(super) struct Raw<'a> {
    file: FileText<'a>,
    text: Cow<'a, str>,
    /// Where the record stands in the file.
    span: Span,
    /// What was taken out, in order: where it stood in what is left, and how many bytes were
    /// taken out there and before.
    gaps: Vec<(usize, usize)>,
    /// Whether parts were taken out, and not only hidden characters.
    cut: bool,
}

/// Reads the record that stands in a span of the file. What cannot be used is told and left
/// out; `None` when that is the whole record, which is called `whole`. `id` is its id where that
/// stands outside of it.
pub(super) fn read<'a, T: DeserializeOwned + Held>(
    file: FileText<'a>,
    span: Span,
    whole: Part,
    id: Option<&str>,
    faults: &mut Vec<Found>,
) -> Option<(T, Raw<'a>)> {
    let raw = Raw::of(file, &span);
    match parse::<T>(&raw.text) {
        Ok(value) if !raw.has_escapes() => Some((value, raw)),
        Ok(value) => {
            let tree = Tree::of(&raw.text);
            if tree.stray.is_empty() {
                return Some((value, raw));
            }
            faults.extend(tree.faults.into_iter().map(|found| raw.found(found)));
            let mended = raw.without(&tree.stray, false);
            parse(&mended.text).ok().map(|value| (value, mended))
        }
        Err(refusal) => mend(&raw, &refusal, whole, id, faults),
    }
}

/// The id of a record that cannot be used, and where it stands, so that what refers to it can
/// be told apart from what refers to nothing.
pub(super) fn id_of_broken(file: FileText<'_>, span: &Span) -> Option<(String, Span)> {
    let raw = Raw::of(file, span);
    let tree = Tree::of(&raw.text);
    let (id, span) = id_of(&tree.root)?;
    Some((id.to_owned(), raw.in_file(span)))
}

/// The id that a record has as a field, and where it stands.
fn id_of<'n>(record: &'n Node<'_>) -> Option<(&'n str, &'n Span)> {
    let id = record.field("id")?;
    match &id.kind {
        Kind::Text(text) => Some((text, &id.span)),
        Kind::Number(_) | Kind::Word(_) | Kind::Group(_) | Kind::Unread => None,
    }
}

/// The figure of an operation in which a place stands.
pub(super) fn figure_at(operation: &Node<'_>, at: usize) -> Option<MetricId> {
    let Kind::Group(figures) = &operation.field("figures")?.kind else {
        return None;
    };
    let part = figures.parts.iter().find(|part| part.span.contains(&at))?;
    match &part.key.as_ref()?.kind {
        Kind::Text(id) => Some(id.as_ref().into()),
        Kind::Number(_) | Kind::Word(_) | Kind::Group(_) | Kind::Unread => None,
    }
}

/// Finds out why ron refused a record, and reads what remains of it.
fn mend<'a, T: DeserializeOwned + Held>(
    raw: &Raw<'a>,
    refusal: &ron::error::SpannedError,
    whole: Part,
    id: Option<&str>,
    faults: &mut Vec<Found>,
) -> Option<(T, Raw<'a>)> {
    let mut tree = Tree::of(&raw.text);
    let diagnosis = diagnose(&mut tree, T::SHAPE);
    let id = id.or_else(|| Some(id_of(&tree.root)?.0));
    let record = match T::SHAPE {
        Shape::Record(record) => id.map(|id| (record.noun, id.to_owned())),
        _ => None,
    };
    let told = diagnosis
        .faults
        .is_empty()
        .then(|| unexplained(refusal, raw));
    let spans: Vec<Span> = diagnosis.cuts.iter().map(|cut| cut.span.clone()).collect();
    let mended = raw.without(&spans, true);
    let value = (diagnosis.usable && told.is_none())
        .then(|| parse::<T>(&mended.text).ok())
        .flatten();
    for found in told.into_iter().chain(diagnosis.faults) {
        let at = found.start();
        let part = match &value {
            None => Some(&whole),
            Some(_) => cut_at(&diagnosis.cuts, at),
        };
        let part = found
            .left_out
            .as_ref()
            .map(|left_out| &left_out.part)
            .or(part)
            .cloned();
        let figure = match &record {
            Some((Noun::Operation, id)) if value.is_some() => {
                figure_at(&tree.root, at).map(|metric| (id.as_str().into(), metric))
            }
            _ => None,
        };
        let left_out = part.map(|part| LeftOut {
            part,
            record: record.clone(),
            figures: figure.into_iter().collect(),
        });
        faults.push(Found {
            left_out,
            ..raw.found(found)
        });
    }
    value.map(|value| (value, mended))
}

impl<'a> Raw<'a> {
    /// The text of a span of the file, without the hidden characters in it.
    pub fn of(file: FileText<'a>, span: &Span) -> Self {
        let raw = Self {
            file,
            text: file.text.get(span.clone()).unwrap_or("").into(),
            span: span.clone(),
            gaps: Vec::new(),
            cut: false,
        };
        if raw.hidden().is_empty() {
            raw
        } else {
            raw.without(&[], false)
        }
    }

    /// The hidden characters in the record, as places in the file.
    fn hidden(&self) -> &'a [Span] {
        let from = self
            .file
            .hidden
            .partition_point(|hidden| hidden.start < self.span.start);
        let to = self
            .file
            .hidden
            .partition_point(|hidden| hidden.start < self.span.end);
        self.file.hidden.get(from..to).unwrap_or(&[])
    }

    /// What is left of the text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether no part was taken out.
    pub fn is_whole(&self) -> bool {
        !self.cut
    }

    /// Where in the file a stretch of the text stands.
    pub fn in_file(&self, span: &Span) -> Span {
        let taken_out = |gaps: usize| {
            let last = gaps.checked_sub(1).and_then(|last| self.gaps.get(last));
            self.span.start + last.map_or(0, |(_, bytes)| *bytes)
        };
        let start = span.start + taken_out(self.gaps.partition_point(|(at, _)| *at <= span.start));
        let end = span.end + taken_out(self.gaps.partition_point(|(at, _)| *at < span.end));
        start..end.max(start)
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

    /// The text without some stretches of it, which are in order and apart from one another, and
    /// without hidden characters. `cut`: whether that takes parts out.
    fn without(&self, stretches: &[Span], cut: bool) -> Self {
        let mut out: Vec<Span> = stretches.iter().map(|span| self.in_file(span)).collect();
        out.extend_from_slice(self.hidden());
        out.sort_by_key(|span| span.start);
        let mut text = String::with_capacity(self.text.len());
        let mut gaps: Vec<(usize, usize)> = Vec::with_capacity(out.len());
        let mut at = self.span.start;
        for span in out {
            if span.end > at {
                text.push_str(self.file.text.get(at..span.start).unwrap_or(""));
                at = span.end;
                gaps.push((text.len(), at - self.span.start - text.len()));
            }
        }
        text.push_str(self.file.text.get(at..self.span.end).unwrap_or(""));
        Self {
            text: text.into(),
            gaps,
            span: self.span.clone(),
            cut,
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
fn unexplained(error: &ron::error::SpannedError, raw: &Raw<'_>) -> Found {
    let position = error.span.start;
    let lines = raw.text.split_inclusive('\n');
    let before: usize = lines
        .take(position.line.saturating_sub(1))
        .map(str::len)
        .sum();
    let line = raw.text.get(before..).unwrap_or("");
    let column = line.char_indices().nth(position.col.saturating_sub(1));
    let at = before + column.map_or(0, |(at, _)| at);
    Found::error(at..at, SignFault::Unexplained(error.code.to_string()))
}
