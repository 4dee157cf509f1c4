//! From the parts of a file to a dataset: the order in which they are checked, and what can be
//! said only when all of it has been read.

use std::collections::BTreeSet;

use super::document::FORMAT;
use super::fault::{Fault, Span};
use super::frame::Frame;
use super::known::{IdKind, Known, Tally};
use super::record::{self, Source};
use super::shape::Shape;
use super::wording::quoted;
use super::{cases, check_operations, check_sources};
use crate::model::{Dataset, Metric, MetricId, Severity};

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
    let mut tally = Tally::default();
    let title = words(text, frame.title.as_ref(), "title", &mut tally.faults);
    if frame.title.is_none() && !frame.misspelt.contains(&"title") {
        tally.faults.push(Fault::error(
            frame.open.clone(),
            "the dataset has no “title”",
            "add title: \"…\"",
        ));
    }
    let summary = words(text, frame.summary.as_ref(), "summary", &mut tally.faults);
    let mut known = Known::default();
    let sources = check_sources::sources(text, frame.sources, &mut known, &mut tally);
    let metrics = check_sources::metrics(text, frame.metrics, &mut known, &mut tally);
    let operations =
        check_operations::operations(text, frame.operations, &metrics, &mut known, &mut tally);
    let cases = cases::cases(text, &frame.cases, &known, &mut tally);
    let mut told = faults.iter().chain(&tally.faults);
    // What was left out may have referred to what nothing else refers to.
    if told.all(|fault| fault.severity == Severity::Warning) {
        unused(&known, &metrics, &mut tally);
        if operations.is_empty() {
            let remedy = "add them: operations: [(id: \"…\", name: \"…\")]";
            tally.faults.push(Fault::warning(
                frame.open,
                "the dataset has no operations",
                remedy,
            ));
        }
    }
    tally.tell_dragged(&known);
    faults.append(&mut tally.faults);
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
    if frame.misspelt.contains(&"format") {
        return true;
    }
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
        } else if written.starts_with('"') {
            "the number of the format stands in quotation marks".to_owned()
        } else {
            format!("{} is not a format", quoted(written))
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

/// Warns of sources and metrics that nothing refers to.
fn unused(known: &Known, metrics: &[Metric], tally: &mut Tally) {
    let wholes: BTreeSet<&str> = metrics
        .iter()
        .filter_map(|metric| metric.part_of.as_ref())
        .map(MetricId::as_str)
        .collect();
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
            // A whole may be there only for its parts.
            let whole = kind == IdKind::Metric && wholes.contains(id.as_str());
            if !whole && !tally.is_used(kind, id) {
                let what = format!("nothing uses the {} {}", kind.noun(), quoted(id));
                tally
                    .faults
                    .push(Fault::warning(declared.span.clone(), what, remedy));
            }
        }
    }
}
