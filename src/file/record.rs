//! One record from its text: read by ron when it can be, else without the parts that are wrong.

use std::borrow::Cow;

use ron::extensions::Extensions;
use serde::de::DeserializeOwned;

use super::diagnose::{Cut, diagnose};
use super::fault::{Fault, Span};
use super::long::too_much;
use super::shape::Shape;
use super::tree::{Kind, Tree};

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
    /// What was taken out, in order.
    gaps: Vec<Gap>,
}

/// Where something was taken out of a text.
#[derive(Debug, Clone, Copy)]
struct Gap {
    /// The offset at which it stood in what was left.
    at: usize,
    /// How many bytes were taken out here and before.
    bytes: usize,
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
    let raw = Raw::of(source, &span).shortened(faults);
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
            let mended = raw.without(&tree.stray);
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
    let cuts = outermost(diagnosis.cuts);
    let spans: Vec<Span> = cuts.iter().map(|cut| cut.span.clone()).collect();
    let mended = raw.without(&spans);
    let value = if diagnosis.usable {
        parse::<T>(&mended.text).ok()
    } else {
        None
    };
    for fault in diagnosis.faults {
        let at = fault.span.as_ref().map_or(0, |span| span.start);
        let before = cuts
            .partition_point(|cut| cut.span.start <= at)
            .checked_sub(1);
        let cut = before
            .and_then(|index| cuts.get(index))
            .filter(|cut| at < cut.span.end);
        let part = match (&value, cut) {
            (None, _) => name,
            (Some(_), Some(cut)) => cut.part.as_str(),
            (Some(_), None) => "",
        };
        let fault = raw.fault_in_file(fault);
        let told = part.is_empty() || fault.what.ends_with("left out");
        faults.push(if told { fault } else { fault.leaving_out(part) });
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
            gaps: Vec::new(),
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
            raw.without(&stretches)
        }
    }

    /// What is left of the text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether nothing was taken out.
    pub fn is_whole(&self) -> bool {
        self.gaps.is_empty()
    }

    /// Where in the file a stretch of the text stands.
    pub fn in_file(&self, span: &Span) -> Span {
        let start =
            span.start + self.taken_out(self.gaps.partition_point(|gap| gap.at <= span.start));
        let end = span.end + self.taken_out(self.gaps.partition_point(|gap| gap.at < span.end));
        self.offset + start..self.offset + end.max(start)
    }

    /// How many bytes the first gaps took out.
    fn taken_out(&self, gaps: usize) -> usize {
        gaps.checked_sub(1)
            .and_then(|last| self.gaps.get(last))
            .map_or(0, |gap| gap.bytes)
    }

    /// Whether the text holds escapes that may stand for any character.
    fn has_escapes(&self) -> bool {
        self.text.contains('\\')
            && ["\\u{", "\\x", "\\0"]
                .iter()
                .any(|sign| self.text.contains(sign))
    }

    /// The same text without what is too much of the texts in it, which is told.
    fn shortened(self, faults: &mut Vec<Fault>) -> Self {
        let (spans, told): (Vec<Span>, Vec<Fault>) = too_much(&self.text).into_iter().unzip();
        if spans.is_empty() {
            return self;
        }
        faults.extend(told.into_iter().map(|fault| self.fault_in_file(fault)));
        self.without(&spans)
    }

    fn fault_in_file(&self, fault: Fault) -> Fault {
        let span = fault.span.as_ref().map(|span| self.in_file(span));
        Fault { span, ..fault }
    }

    /// The same text with stretches taken out, which are in order and apart from one another.
    fn without(&self, stretches: &[Span]) -> Self {
        let mut kept = String::with_capacity(self.text.len());
        let mut gaps = Vec::with_capacity(self.gaps.len() + stretches.len());
        let mut earlier = self.gaps.iter().peekable();
        let mut at = 0;
        let mut taken_out = 0;
        for stretch in stretches {
            // Gaps before the stretch move up by what was taken out; those in it are part of it.
            while let Some(gap) = earlier.next_if(|gap| gap.at < stretch.start) {
                gaps.push(Gap {
                    at: gap.at - taken_out,
                    bytes: gap.bytes + taken_out,
                });
            }
            let mut before =
                self.taken_out(self.gaps.partition_point(|gap| gap.at < stretch.start));
            while let Some(gap) = earlier.next_if(|gap| gap.at <= stretch.end) {
                before = gap.bytes;
            }
            kept.push_str(self.text.get(at..stretch.start).unwrap_or(""));
            at = stretch.end;
            taken_out += stretch.len();
            gaps.push(Gap {
                at: kept.len(),
                bytes: before + taken_out,
            });
        }
        for gap in earlier {
            gaps.push(Gap {
                at: gap.at - taken_out,
                bytes: gap.bytes + taken_out,
            });
        }
        kept.push_str(self.text.get(at..).unwrap_or(""));
        Self {
            text: kept.into(),
            offset: self.offset,
            gaps,
        }
    }
}

/// The cuts without those inside others, in order.
fn outermost(mut cuts: Vec<Cut>) -> Vec<Cut> {
    cuts.sort_by_key(|cut| (cut.span.start, usize::MAX - cut.span.end));
    let mut kept: Vec<Cut> = Vec::new();
    for cut in cuts {
        if kept
            .last()
            .is_none_or(|last| last.span.end <= cut.span.start)
        {
            kept.push(cut);
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
