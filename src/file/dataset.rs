//! From the parts of a file to a dataset: the order in which they are checked, and what can be
//! said only when all of it has been read.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::format::FORMAT;
use super::found::{Found, Span, Spans};
use super::frame::Frame;
use super::known::{Declared, Known, Tally};
use super::looks;
use super::record;
use super::{cases, check_operations, check_sources};
use crate::model::fault::{FileFault, Noun, RecordFault};
use crate::model::hidden::shown;
use crate::model::{Dataset, Gaps, Metric, MetricId, Part, Severity};

/// A dataset and where its records stand in the text.
pub(super) struct Read {
    pub dataset: Dataset,
    pub spans: Spans,
    /// Where each of its cases does.
    pub case_spans: Vec<Span>,
}

/// Reads everything in a frame; `None` when the format is one this program does not know.
pub(super) fn dataset(
    file: &str,
    text: &str,
    mut frame: Frame<'_>,
    today: Option<Date>,
    faults: &mut Vec<Found>,
) -> Option<Read> {
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
    let mut known = Known::on(today);
    let sources = check_sources::sources(text, frame.take("sources"), &mut known, &mut tally);
    let metrics = check_sources::metrics(text, frame.take("metrics"), &mut known, &mut tally);
    let items = frame.take("operations").values;
    let operations = check_operations::operations(text, items, &metrics, &mut known, &mut tally);
    let (cases, case_spans) = cases::cases(text, &frame.take("cases").values, &known, &mut tally);
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
    alike(&known, &mut tally);
    tally.tell_dragged();
    faults.append(&mut tally.faults);
    let spans = [Noun::Source, Noun::Metric, Noun::Operation]
        .into_iter()
        .flat_map(|noun| {
            let ids = known.of(noun);
            ids.map(move |(id, declared)| ((noun, id.to_owned()), declared.span.clone()))
        });
    let dataset = Dataset {
        file: file.to_owned(),
        title: title.unwrap_or_else(|| file.to_owned()),
        summary,
        sources,
        metrics,
        operations,
        cases,
        gaps: Gaps::default(),
        print: 0,
        places: BTreeMap::new(),
        case_places: Vec::new(),
    };
    Some(Read {
        dataset,
        spans: spans.collect(),
        case_spans,
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
    if words.trim().contains(['\n', '\r', '\t']) && noun == Noun::Title {
        faults.push(Found::warning(span, RecordFault::SeveralLines("title")));
    }
    Some(words)
}

/// Warns of ids that look like another one.
fn alike(known: &Known, tally: &mut Tally) {
    for noun in [Noun::Source, Noun::Metric, Noun::Operation] {
        let mut first_of: BTreeMap<String, &str> = BTreeMap::new();
        let mut ids: Vec<(&str, &Declared)> = known.of(noun).collect();
        ids.retain(|(_, declared)| declared.usable);
        ids.sort_by_key(|(_, declared)| declared.span.start);
        for (id, declared) in ids {
            let first = *first_of.entry(looks::looks(id)).or_insert(id);
            if first != id {
                let fault = RecordFault::Alike(noun, shown(id), shown(first));
                let span = declared.span.clone();
                tally.faults.push(Found::warning(span, fault));
            }
        }
    }
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
