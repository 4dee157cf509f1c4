//! From the parts of a file to a dataset: the order in which they are checked, and what can be
//! said only when all of it has been read.

use std::collections::BTreeSet;

use super::format::FORMAT;
use super::found::{Found, Span};
use super::frame::Frame;
use super::known::{Known, Tally};
use super::record;
use super::{cases, check_operations, check_sources};
use crate::model::fault::{FileFault, Noun, Part, RecordFault};
use crate::model::hidden::shown;
use crate::model::{Dataset, Gaps, Metric, MetricId, Severity};

/// Reads everything in a frame; `None` when the format is one this program does not know.
pub(super) fn dataset(
    file: &str,
    text: &str,
    mut frame: Frame<'_>,
    faults: &mut Vec<Found>,
) -> Option<Dataset> {
    if let Some(span) = frame.value("format")
        && let Some(fault) = format(text.get(span.clone()).unwrap_or(""))
    {
        let newer = matches!(fault, FileFault::NewerFormat(..));
        faults.push(Found::error(span, fault));
        if newer {
            return None;
        }
    }
    let mut tally = Tally::default();
    let title = words(text, frame.value("title"), Noun::Title, &mut tally.faults);
    let summary = words(
        text,
        frame.value("summary"),
        Noun::Summary,
        &mut tally.faults,
    );
    let mut known = Known::default();
    let sources = check_sources::sources(text, frame.take("sources"), &mut known, &mut tally);
    let metrics = check_sources::metrics(text, frame.take("metrics"), &mut known, &mut tally);
    let items = frame.take("operations").values;
    let operations = check_operations::operations(text, items, &metrics, &mut known, &mut tally);
    let cases = cases::cases(text, &frame.take("cases").values, &known, &mut tally);
    let mut told = faults.iter().chain(&tally.faults);
    // What was left out may have referred to what nothing else refers to.
    if told.all(|found| found.severity == Severity::Warning) {
        unused(&known, &metrics, &mut tally);
        if operations.is_empty() {
            let open = frame.root.span.start;
            let found = Found::warning(open..open + 1, FileFault::NoOperations);
            tally.faults.push(found);
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
        gaps: Gaps::default(),
        print: 0,
    })
}

/// What is wrong with the number of the format. One that is missing or misspelt is taken for
/// ours.
fn format(written: &str) -> Option<FileFault> {
    let digits = !written.is_empty() && written.bytes().all(|byte| byte.is_ascii_digit());
    if !digits {
        return Some(if written.starts_with('"') {
            FileFault::FormatQuoted(FORMAT)
        } else {
            FileFault::NotAFormat(shown(written), FORMAT)
        });
    }
    match written.parse::<u32>().unwrap_or(u32::MAX) {
        FORMAT => None,
        number if number < FORMAT => Some(FileFault::NoSuchFormat(shown(written), FORMAT)),
        _ => Some(FileFault::NewerFormat(shown(written), FORMAT)),
    }
}

/// A text of the dataset itself.
fn words(text: &str, span: Option<Span>, noun: Noun, faults: &mut Vec<Found>) -> Option<String> {
    let span = span?;
    let (words, _) = record::read::<String>(text, span.clone(), &Part::The(noun), None, faults)?;
    if words.trim().is_empty() {
        let name = if noun == Noun::Title {
            "title"
        } else {
            "summary"
        };
        faults.push(Found::warning(span, RecordFault::EmptyText(name)));
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
    for noun in [Noun::Source, Noun::Metric] {
        for (id, declared) in known.of(noun) {
            // A whole may be there only for its parts.
            let whole = noun == Noun::Metric && wholes.contains(id);
            if !whole && !tally.is_used(noun, id) {
                let fault = RecordFault::Unused(noun, shown(id));
                let found = Found::warning(declared.span.clone(), fault);
                tally.faults.push(found);
            }
        }
    }
}
