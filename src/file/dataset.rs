//! From the parts of a file to a dataset: the order in which they are checked, and what can be
//! said only when all of it has been read.

use super::check::{Findings, IdKind, Known};
use super::document::FORMAT;
use super::fault::{Fault, Span};
use super::frame::Frame;
use super::record::{self, Source};
use super::shape::Shape;
use super::wording::quoted;
use super::{check_cases, check_operations, check_sources};
use crate::model::{Dataset, Metric, Severity};

/// Reads everything in a frame; `None` when the format is one this program does not know.
pub(super) fn dataset(
    file: &str,
    text: Source<'_>,
    frame: Frame,
    faults: &mut Vec<Fault>,
) -> Option<Dataset> {
    if !format(text, &frame, faults) {
        return None;
    }
    let mut out = Findings::default();
    let title = words(text, frame.title.as_ref(), "title", &mut out.faults);
    if frame.title.is_none() {
        out.faults.push(Fault::error(
            frame.open.clone(),
            "the dataset has no “title”",
            "add title: \"…\"",
        ));
    }
    let summary = words(text, frame.summary.as_ref(), "summary", &mut out.faults);
    let mut known = Known::default();
    let sources = check_sources::sources(text, frame.sources, &mut known, &mut out);
    let metrics = check_sources::metrics(text, frame.metrics, &mut known, &mut out);
    let operations =
        check_operations::operations(text, frame.operations, &metrics, &mut known, &mut out);
    let cases = check_cases::cases(text, &frame.cases, &known, &mut out);
    if out
        .faults
        .iter()
        .all(|fault| fault.severity == Severity::Warning)
    {
        unused(&known, &metrics, &mut out);
        if operations.is_empty() {
            let remedy = "add them: operations: [(id: \"…\", name: \"…\")]";
            out.faults.push(Fault::warning(
                frame.open,
                "the dataset has no operations",
                remedy,
            ));
        }
    }
    out.tell_dragged(&known);
    faults.append(&mut out.faults);
    Some(Dataset {
        file: file.to_owned(),
        title: title.unwrap_or_else(|| file.to_owned()),
        summary,
        sources,
        metrics,
        operations,
        cases,
    })
}

/// Whether the file's format is known. One that is missing or misspelt is taken for ours.
fn format(text: Source<'_>, frame: &Frame, faults: &mut Vec<Fault>) -> bool {
    let remedy = format!("write format: {FORMAT}");
    let Some(span) = frame.format.clone() else {
        faults.push(Fault::error(
            frame.open.clone(),
            "the dataset does not say which format it is in",
            format!("add format: {FORMAT},"),
        ));
        return true;
    };
    let written = text.text.get(span.clone()).unwrap_or("");
    let digits = !written.is_empty() && written.bytes().all(|byte| byte.is_ascii_digit());
    let version: u32 = if digits {
        written.parse().unwrap_or(u32::MAX)
    } else {
        0
    };
    if version > FORMAT {
        faults.push(Fault::error(
            span,
            format!("the dataset is in format {written}, which is newer than this program; it reads format {FORMAT}"),
            "open it with a newer version of Opatlas",
        ));
        return false;
    }
    if version < FORMAT {
        let what = if digits {
            format!("there is no format {written}")
        } else {
            format!("{} is not a format", quoted(written.trim_matches('"')))
        };
        faults.push(Fault::error(span, what, remedy));
    }
    true
}

/// A text of the dataset itself.
fn words(
    text: Source<'_>,
    span: Option<&Span>,
    name: &str,
    faults: &mut Vec<Fault>,
) -> Option<String> {
    let span = span?.clone();
    let part = format!("the {name}");
    let (words, _) = record::read::<String>(text, span.clone(), Shape::Text, &part, faults)?;
    if words.trim().is_empty() {
        faults.push(Fault::warning(
            span,
            format!("“{name}” is empty"),
            "write something between the quotation marks",
        ));
        return None;
    }
    Some(words)
}

/// Warns of sources and metrics that nothing refers to. Said only when everything could be
/// read: what was left out may have referred to them.
fn unused(known: &Known, metrics: &[Metric], out: &mut Findings) {
    for (kind, remedy) in [
        (
            IdKind::Source,
            "remove it, or name it where it supports something",
        ),
        (
            IdKind::Metric,
            "remove it, or add a figure of it to an operation",
        ),
    ] {
        for (id, declared) in known.of(kind) {
            let used = out.used.get(&kind).is_some_and(|ids| ids.contains(id));
            let whole = metrics
                .iter()
                .any(|metric| metric.part_of.as_ref().is_some_and(|of| of.as_str() == id));
            let excused = kind == IdKind::Metric && whole;
            if !used && !excused {
                let what = format!("nothing uses the {} {}", kind.noun(), quoted(id));
                out.faults
                    .push(Fault::warning(declared.span.clone(), what, remedy));
            }
        }
    }
}
