//! Checks sources and metrics, the records everything else refers to.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;

use super::address;
use super::check::{Check, id_fault};
use super::format::{self, Held};
use super::found::{Found, Span};
use super::frame::Records;
use super::known::{Known, Tally};
use super::places::Path;
use super::record::{self, Raw};
use super::tree::Tree;
use crate::model::fault::{Noun, RecordFault};
use crate::model::hidden::shown;
use crate::model::{LeftOut, Metric, MetricId, NoAddress, Part, Source, SourceId, unit};

/// Reads the sources, and makes their ids known.
pub(super) fn sources(
    text: &str,
    entries: Records,
    known: &mut Known,
    tally: &mut Tally,
) -> BTreeMap<SourceId, Source> {
    let mut sources = BTreeMap::new();
    let noun = Noun::Source;
    for (id, written, raw) in entries_of(text, entries, noun, known, tally) {
        let mut check = Check::new(&raw, (noun, &id), known, tally);
        sources.insert(id.as_str().into(), source(&mut check, written));
    }
    sources
}

/// Reads records that have their ids before them, and makes those known.
fn entries_of<'a, T: DeserializeOwned + Held>(
    text: &'a str,
    entries: Records,
    noun: Noun,
    known: &mut Known,
    tally: &mut Tally,
) -> Vec<(String, T, Raw<'a>)> {
    let mut read = Vec::with_capacity(entries.values.len());
    for (key, value) in entries.keys.into_iter().zip(entries.values) {
        if let Some(id) = id(text, &key, noun, known, tally) {
            let faults = &mut tally.faults;
            let record = record::read(text, value, &Part::This(noun), Some(&id), faults);
            known.declare(noun, id.clone(), key, record.is_some());
            read.extend(record.map(|(written, raw)| (id, written, raw)));
        }
    }
    read
}

/// The id that stands before a record, unless it cannot name it.
fn id(text: &str, key: &Span, noun: Noun, known: &mut Known, tally: &mut Tally) -> Option<String> {
    let told = tally.faults.len();
    let whole = Part::This(noun);
    let read = record::read::<String>(text, key.clone(), &whole, None, &mut tally.faults);
    if let Some((id, _)) = read {
        let Some((fault, part)) = id_fault(noun, &id, known.is_taken(noun, &id)) else {
            return Some(id);
        };
        tally.faults.push(Found {
            left_out: Some(LeftOut::whole(part, noun, &id)),
            ..Found::error(key.clone(), fault)
        });
        known.declare(noun, id, key.clone(), false);
        return None;
    }
    // Without its quotation marks it is no id, but it says which one is meant.
    let tree = Tree::of(text.get(key.clone()).unwrap_or(""));
    let written = tree.root.written().trim();
    let costs = tally.faults.iter_mut().skip(told);
    for left_out in costs.filter_map(|found| found.left_out.as_mut()) {
        left_out.record = Some((noun, written.to_owned()));
    }
    known.declare(noun, written.to_owned(), key.clone(), false);
    None
}

fn source(check: &mut Check<'_>, written: format::Source) -> Source {
    let at = Path::RECORD;
    let address = address(check, written.address, written.no_address);
    Source {
        publisher: check.line(&at.field("publisher"), "publisher", written.publisher),
        title: check.line(&at.field("title"), "title", written.title),
        date: check.date_of(&at, written.date),
        address,
        grade: written.grade,
        note: check.optional(&at, "note", written.note),
    }
}

/// The web address, or why there is none.
fn address(
    check: &mut Check<'_>,
    address: Option<String>,
    no_address: Option<String>,
) -> Result<String, NoAddress> {
    let at = Path::RECORD;
    let reason = check.optional(&at, "no_address", no_address);
    let Some(address) = address else {
        if reason.is_none() && check.is_whole() {
            check.tell(&at, RecordFault::NoAddress);
        }
        return Err(reason.map_or(NoAddress::Unsaid, NoAddress::Because));
    };
    if reason.is_some() {
        let at = at.field("no_address");
        check.refuse(&at, RecordFault::AddressAndReason, Part::The(Noun::Reason));
    }
    if let Some(fault) = address::fault(&address) {
        check.refuse(&at.field("address"), fault, Part::It);
        return Err(NoAddress::Unusable);
    }
    Ok(address)
}

/// Reads the metrics, and makes their ids known.
pub(super) fn metrics(
    text: &str,
    entries: Records,
    known: &mut Known,
    tally: &mut Tally,
) -> Vec<Metric> {
    let noun = Noun::Metric;
    let read = entries_of(text, entries, noun, known, tally);
    let check = |(id, written, raw): (String, format::Metric, _)| {
        let mut check = Check::new(&raw, (noun, &id), known, tally);
        let at = Path::RECORD;
        let metric = Metric {
            label: check.line(&at.field("label"), "label", written.label),
            unit: check.line(&at.field("unit"), "unit", written.unit),
            definition: check.text(&at.field("definition"), "definition", written.definition),
            part_of: written.part_of.map(Into::into),
            not_per: written.not_per,
            id: id.into(),
        };
        (metric, raw)
    };
    let mut metrics: Vec<(Metric, Raw<'_>)> = read.into_iter().map(check).collect();
    wholes(&mut metrics, known, tally);
    metrics.into_iter().map(|(metric, _)| metric).collect()
}

/// Leaves out every `part_of` that leads nowhere or back to where it came from.
fn wholes(metrics: &mut [(Metric, Raw<'_>)], known: &Known, tally: &mut Tally) {
    let at = Path::RECORD.field("part_of");
    let part = || Part::Field("part_of");
    let mut whole_of: BTreeMap<MetricId, MetricId> = BTreeMap::new();
    let units: BTreeMap<MetricId, String> = metrics
        .iter()
        .map(|(metric, _)| (metric.id.clone(), metric.unit.clone()))
        .collect();
    for (metric, raw) in metrics {
        let Some(whole) = metric.part_of.take() else {
            continue;
        };
        let id = metric.id.as_str();
        let mut check = Check::new(raw, (Noun::Metric, id), known, tally);
        let (told, told_whole) = (shown(id), shown(whole.as_str()));
        if whole == metric.id {
            check.refuse(&at, RecordFault::PartOfItself(told), part());
        } else if leads_to(&whole_of, &whole, &metric.id) {
            let fault = RecordFault::PartsOfEachOther(told, told_whole);
            check.refuse(&at, fault, part());
        } else if check.metric(&at, whole.as_str(), Noun::PartOf).is_some() {
            let other = |whole: &String| !unit::is_same(whole, &metric.unit);
            if units.get(&whole).is_some_and(other) {
                check.refuse(&at, RecordFault::OtherUnit(told, told_whole), part());
                continue;
            }
            whole_of.insert(metric.id.clone(), whole.clone());
            metric.part_of = Some(whole);
        }
    }
}

/// Whether going from part to whole leads from one metric to another.
fn leads_to(whole_of: &BTreeMap<MetricId, MetricId>, from: &MetricId, to: &MetricId) -> bool {
    let mut at = from;
    while at != to {
        match whole_of.get(at) {
            Some(whole) => at = whole,
            None => return false,
        }
    }
    true
}
