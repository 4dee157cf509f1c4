//! One record from its text: read by ron when it can be, else without the parts that are wrong;
//! and the places of what is in it.

use std::borrow::Cow;

use ron::extensions::Extensions;
use serde::de::DeserializeOwned;

use super::diagnose::{Cut, diagnose};
use super::fault::{Fault, Span};
use super::shape::Shape;
use super::tree::{Group, Kind, Node, Tree};

/// The text of a file and the hidden characters in it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Source<'a> {
    /// The decoded text.
    pub text: &'a str,
    /// Where hidden characters stand, in order.
    pub hidden: &'a [Span],
}

/// The text a record was read from, which may be shorter than what stands in the file.
#[derive(Debug, Clone)]
pub(super) struct Raw<'a> {
    text: Cow<'a, str>,
    /// Where the record begins in the file.
    offset: usize,
    /// What was taken out, relative to the record's beginning in the file; in order.
    cuts: Vec<Span>,
}

/// One step from a value to a value inside it.
#[derive(Debug, Clone, Copy)]
enum Step<'p> {
    /// The field of a name.
    Field(&'p str),
    /// The value at an index of a list or map.
    Item(usize),
    /// The key at an index of a map.
    Key(usize),
    /// The key of a name.
    KeyOf(&'p str),
}

/// The way from a record to a value in it. Costs nothing to build, since hardly any is walked.
#[derive(Debug, Clone, Copy)]
pub(super) struct Path<'p> {
    before: Option<(&'p Self, Step<'p>)>,
}

impl<'p> Path<'p> {
    /// The record itself.
    pub const RECORD: Path<'static> = Path { before: None };

    /// A field of what the path leads to.
    pub fn field(&'p self, name: &'p str) -> Self {
        Self {
            before: Some((self, Step::Field(name))),
        }
    }

    /// One of the values in it.
    pub fn item(&'p self, index: usize) -> Self {
        Self {
            before: Some((self, Step::Item(index))),
        }
    }

    /// One of the keys in it.
    pub fn key(&'p self, index: usize) -> Self {
        Self {
            before: Some((self, Step::Key(index))),
        }
    }

    /// The key of a name in it.
    pub fn key_of(&'p self, name: &'p str) -> Self {
        Self {
            before: Some((self, Step::KeyOf(name))),
        }
    }

    fn steps(&self) -> Vec<Step<'_>> {
        let mut steps = Vec::new();
        let mut path = self;
        while let Some((before, step)) = path.before {
            steps.push(step);
            path = before;
        }
        steps.reverse();
        steps
    }
}

impl Raw<'_> {
    /// Where in the file the value stands that a path leads to; the last one on the way that
    /// could be found.
    pub fn span(&self, path: &Path<'_>) -> Span {
        let tree = Tree::of(&self.text);
        let mut node = &tree.root;
        for step in path.steps() {
            match follow(node, step) {
                Some(next) => node = next,
                None => break,
            }
        }
        self.in_file(&node.span)
    }

    /// Where in the file a piece of a text stands; the whole text when it is written with
    /// escapes, so that its bytes cannot be counted.
    pub fn span_within(&self, path: &Path<'_>, piece: &Span) -> Span {
        let span = self.span(path);
        let start = span.start + 1;
        let in_text = self
            .text
            .get(span.start.saturating_sub(self.offset)..)
            .unwrap_or("");
        let plain = self.cuts.is_empty() && in_text.starts_with('"');
        let written = in_text.get(1..=piece.end).unwrap_or("");
        if plain && !written.contains('\\') && start + piece.end <= span.end {
            start + piece.start..start + piece.end
        } else {
            span
        }
    }

    /// Whether nothing of what the file holds was left out of it.
    pub fn is_whole(&self) -> bool {
        self.cuts.is_empty()
    }

    fn in_file(&self, span: &Span) -> Span {
        let mut start = span.start;
        let mut end = span.end;
        for cut in &self.cuts {
            if cut.start <= start {
                start += cut.len();
            }
            if cut.start < end {
                end += cut.len();
            }
        }
        self.offset + start..self.offset + end.max(start)
    }
}

fn follow<'n, 'a>(node: &'n Node<'a>, step: Step<'_>) -> Option<&'n Node<'a>> {
    let Kind::Group(group) = &node.kind else {
        return None;
    };
    match (step, group) {
        // `Some(value)` stands for its value.
        (
            _,
            Group {
                name: Some("Some"),
                parts,
                ..
            },
        ) => follow(&parts.first()?.value, step),
        (Step::Field(name), _) => group.field(name).map(|part| &part.value),
        (Step::Item(index), _) => group.parts.get(index).map(|part| &part.value),
        (Step::Key(index), _) => group.parts.get(index)?.key.as_ref(),
        (Step::KeyOf(name), _) => group.field(name)?.key.as_ref(),
    }
}

/// Reads the record that stands in a span of the file. What cannot be used is told and left
/// out; `None` when that is the whole record. `name` is what the record is called in sentences.
pub(super) fn read<'a, T: DeserializeOwned>(
    source: Source<'a>,
    span: Span,
    shape: Shape,
    name: &str,
    faults: &mut Vec<Fault>,
) -> Option<(T, Raw<'a>)> {
    let raw = Raw::of(source, &span);
    match parse::<T>(&raw.text) {
        Ok(value) if !raw.has_escapes() => Some((value, raw)),
        Ok(value) => {
            let tree = Tree::of(&raw.text);
            if tree.stray.is_empty() {
                return Some((value, raw));
            }
            faults.extend(
                tree.faults
                    .into_iter()
                    .map(|fault| raw.fault_in_file(fault)),
            );
            let mended = raw.without(tree.stray);
            parse(&mended.text).ok().map(|value| (value, mended))
        }
        Err(refusal) => mend(&raw, &refusal, shape, name, faults),
    }
}

/// The id of a record that cannot be used, and where it stands, so that what refers to it can
/// be told apart from what refers to nothing.
pub(super) fn id_of_broken(source: Source<'_>, span: &Span) -> Option<(String, Span)> {
    let raw = Raw::of(source, span);
    let tree = Tree::of(&raw.text);
    let Kind::Group(group) = &tree.root.kind else {
        return None;
    };
    let id = &group.field("id")?.value;
    match &id.kind {
        Kind::Text(text) => Some((text.clone().into_owned(), raw.in_file(&id.span))),
        Kind::Number(_) | Kind::Word(_) | Kind::Group(_) | Kind::Unclear => None,
    }
}

/// Finds out why ron refused a record, and reads what remains of it.
fn mend<'a, T: DeserializeOwned>(
    raw: &Raw<'a>,
    refusal: &ron::error::SpannedError,
    shape: Shape,
    name: &str,
    faults: &mut Vec<Fault>,
) -> Option<(T, Raw<'a>)> {
    let diagnosis = diagnose(Tree::of(&raw.text), shape);
    if diagnosis.faults.is_empty() {
        faults.push(unexplained(refusal, raw).leaving_out(name));
        return None;
    }
    let mended = raw.without(outermost(
        diagnosis.cuts.iter().map(|cut| cut.span.clone()).collect(),
    ));
    let value = if diagnosis.usable {
        parse::<T>(&mended.text).ok()
    } else {
        None
    };
    let whole = Cut {
        span: 0..usize::MAX,
        part: name.to_owned(),
    };
    for fault in diagnosis.faults {
        let at = fault.span.as_ref().map_or(0, |span| span.start);
        let around = |cut: &&Cut| cut.span.contains(&at) && !cut.part.is_empty();
        let cut = match &value {
            Some(_) => diagnosis
                .cuts
                .iter()
                .filter(around)
                .max_by_key(|cut| cut.span.len()),
            None => Some(&whole),
        };
        let fault = raw.fault_in_file(fault);
        let told = fault.what.ends_with("left out");
        faults.push(match cut {
            Some(cut) if !told => fault.leaving_out(&cut.part),
            _ => fault,
        });
    }
    value.map(|value| (value, mended))
}

impl<'a> Raw<'a> {
    /// The text of a span of the file, without the hidden characters in it.
    pub fn of(source: Source<'a>, span: &Span) -> Self {
        let text = source.text.get(span.clone()).unwrap_or("");
        let raw = Self {
            text: text.into(),
            offset: span.start,
            cuts: Vec::new(),
        };
        let from = source
            .hidden
            .partition_point(|hidden| hidden.start < span.start);
        let hidden = source.hidden.get(from..).unwrap_or(&[]).iter();
        let within = hidden.take_while(|hidden| hidden.start < span.end);
        let stretches: Vec<Span> = within
            .map(|hidden| hidden.start - span.start..hidden.end - span.start)
            .collect();
        if stretches.is_empty() {
            raw
        } else {
            raw.without(stretches)
        }
    }

    /// Whether the text holds escapes that may stand for any character.
    fn has_escapes(&self) -> bool {
        self.text.contains('\\')
            && ["\\u{", "\\x", "\\0"]
                .iter()
                .any(|sign| self.text.contains(sign))
    }

    fn fault_in_file(&self, fault: Fault) -> Fault {
        let span = fault.span.as_ref().map(|span| self.in_file(span));
        Fault { span, ..fault }
    }

    /// The same text with stretches taken out, which are in order and apart from one another.
    fn without(&self, stretches: Vec<Span>) -> Self {
        let mut kept = String::with_capacity(self.text.len());
        let mut at = 0;
        let mut cuts = self.cuts.clone();
        for stretch in stretches {
            kept.push_str(self.text.get(at..stretch.start).unwrap_or(""));
            at = stretch.end;
            let span = self.in_file(&stretch);
            cuts.push(span.start - self.offset..span.end - self.offset);
        }
        kept.push_str(self.text.get(at..).unwrap_or(""));
        Self {
            text: kept.into(),
            offset: self.offset,
            cuts: outermost(cuts),
        }
    }
}

/// The spans without those inside others, in order.
fn outermost(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_by_key(|span| (span.start, usize::MAX - span.end));
    let mut kept: Vec<Span> = Vec::new();
    for span in spans {
        if kept.last().is_none_or(|last| last.end <= span.start) {
            kept.push(span);
        }
    }
    kept
}

fn parse<T: DeserializeOwned>(text: &str) -> ron::error::SpannedResult<T> {
    ron::Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME)
        .from_str(text)
}

/// What ron says, where nothing else was found.
fn unexplained(error: &ron::error::SpannedError, raw: &Raw<'_>) -> Fault {
    let position = error.span.start;
    let before: usize = raw
        .text
        .split_inclusive('\n')
        .take(position.line.saturating_sub(1))
        .map(str::len)
        .sum();
    let line = raw.text.get(before..).unwrap_or("");
    let column = line
        .char_indices()
        .nth(position.col.saturating_sub(1))
        .map_or(0, |(at, _)| at);
    let at = before + column;
    Fault::error(
        raw.in_file(&(at..at)),
        format!("this cannot be read: {}", error.code),
        "compare it with the example that “opatlas new” writes",
    )
}
