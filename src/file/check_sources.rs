//! Checks sources and metrics, the records everything else refers to.

use std::collections::BTreeMap;

use super::check::Check;
use super::document;
use super::fault::Fault;
use super::frame::Entry;
use super::known::{IdKind, Known, Tally};
use super::places::Path;
use super::record::{self, Raw};
use super::shape::{self, Shape};
use super::wording::quoted;
use crate::model::{Metric, MetricId, Source, SourceId};

/// Reads the sources, and makes their ids known.
pub(super) fn sources(
    text: record::Source<'_>,
    entries: Vec<Entry>,
    known: &mut Known,
    tally: &mut Tally,
) -> BTreeMap<SourceId, Source> {
    let mut sources = BTreeMap::new();
    for entry in entries {
        let Some(id) = id(text, &entry, IdKind::Source, known, tally) else {
            continue;
        };
        let shape = Shape::Record(&shape::SOURCE);
        let read = record::read(text, entry.value, shape, "this source", &mut tally.faults);
        if let Some((written, raw)) = read {
            let mut check = Check::new(&raw, known, tally);
            let source = source(&mut check, written);
            sources.insert(id.as_str().into(), source);
            known.declare(IdKind::Source, id, entry.key, true);
        } else {
            known.declare(IdKind::Source, id, entry.key, false);
        }
    }
    sources
}

/// The id of an entry, unless it is empty or was there before.
fn id(
    text: record::Source<'_>,
    entry: &Entry,
    kind: IdKind,
    known: &mut Known,
    tally: &mut Tally,
) -> Option<String> {
    let noun = kind.noun();
    let name = format!("this {noun}");
    let read = record::read::<String>(
        text,
        entry.key.clone(),
        Shape::Text,
        &name,
        &mut tally.faults,
    );
    let Some((id, _)) = read else {
        // Without its quotation marks it is no id, but it says which one is meant.
        let written = text.text.get(entry.key.clone()).unwrap_or("");
        known.declare(
            kind,
            written.trim_matches('"').to_owned(),
            entry.key.clone(),
            false,
        );
        return None;
    };
    let (what, part) = if id.trim().is_empty() {
        (format!("the {noun} has an empty id"), name.as_str())
    } else if known.of(kind).contains_key(&id) {
        (
            format!("the {noun} {} is there twice", quoted(&id)),
            "the second",
        )
    } else {
        return Some(id);
    };
    let remedy = "give it an id of its own, or remove it";
    tally
        .faults
        .push(Fault::error(entry.key.clone(), what, remedy).leaving_out(part));
    None
}

fn source(check: &mut Check<'_>, written: document::Source) -> Source {
    let at = Path::RECORD;
    let address = address(check, written.address, written.no_address);
    Source {
        publisher: check.text(&at.field("publisher"), "publisher", written.publisher),
        title: check.text(&at.field("title"), "title", written.title),
        date: written
            .date
            .and_then(|date| check.date(&at.field("date"), &date, "the date")),
        address,
        grade: written.grade,
        note: check.optional(&at.field("note"), "note", written.note),
    }
}

/// The web address, or why there is none.
fn address(
    check: &mut Check<'_>,
    address: Option<String>,
    no_address: Option<String>,
) -> Result<String, String> {
    let at = Path::RECORD;
    let no_address = check.optional(&at.field("no_address"), "no_address", no_address);
    match (address, no_address) {
        (Some(address), reason) => {
            if reason.is_some() {
                check.refuse(
                    &at.field("no_address"),
                    "the source has an address and a reason why it has none".to_owned(),
                    "the reason",
                    "remove one of the two",
                );
            }
            let host = address
                .strip_prefix("https://")
                .or_else(|| address.strip_prefix("http://"));
            let host = host.and_then(|rest| rest.split(['/', '?', '#']).next());
            if host.is_some_and(|host| host.contains(['@', '\\'])) {
                check.refuse(
                    &at.field("address"),
                    format!("{} leads elsewhere than it seems to", quoted(&address)),
                    "it",
                    "write the address without what stands before @, and with / only",
                );
                return Err("the address in the dataset cannot be used".to_owned());
            }
            if host.is_some_and(|host| !host.is_empty() && !address.contains(char::is_whitespace)) {
                return Ok(address);
            }
            check.refuse(
                &at.field("address"),
                format!("{} is not a web address", quoted(&address)),
                "it",
                "write an address that begins with https:// or http:// and has no spaces, or say in no_address why \
                 there is none",
            );
            Err("the address in the dataset cannot be used".to_owned())
        }
        (None, Some(reason)) => Err(reason),
        (None, None) => {
            check.tell(
                &at,
                "the source has neither an address nor a reason why it has none",
                "add address: \"https://…\", or no_address: \"…\" with the reason",
            );
            Err("the dataset gives no address".to_owned())
        }
    }
}

/// Reads the metrics, and makes their ids known.
pub(super) fn metrics(
    text: record::Source<'_>,
    entries: Vec<Entry>,
    known: &mut Known,
    tally: &mut Tally,
) -> Vec<Metric> {
    let mut metrics: Vec<(Metric, Raw<'_>)> = Vec::new();
    for entry in entries {
        let Some(id) = id(text, &entry, IdKind::Metric, known, tally) else {
            continue;
        };
        let shape = Shape::Record(&shape::METRIC);
        let read = record::read::<document::Metric>(
            text,
            entry.value,
            shape,
            "this metric",
            &mut tally.faults,
        );
        known.declare(IdKind::Metric, id.clone(), entry.key, read.is_some());
        if let Some((written, raw)) = read {
            let mut check = Check::new(&raw, known, tally);
            let at = Path::RECORD;
            let metric = Metric {
                id: id.into(),
                label: check.text(&at.field("label"), "label", written.label),
                unit: check.text(&at.field("unit"), "unit", written.unit),
                definition: check.text(&at.field("definition"), "definition", written.definition),
                part_of: written.part_of.map(Into::into),
                not_per: written.not_per,
            };
            metrics.push((metric, raw));
        }
    }
    wholes(&mut metrics, known, tally);
    metrics.into_iter().map(|(metric, _)| metric).collect()
}

/// Leaves out every `part_of` that leads nowhere or back to where it came from.
fn wholes(metrics: &mut [(Metric, Raw<'_>)], known: &Known, tally: &mut Tally) {
    let at = Path::RECORD.field("part_of");
    let mut whole_of: BTreeMap<MetricId, MetricId> = BTreeMap::new();
    let units: BTreeMap<MetricId, String> = metrics
        .iter()
        .map(|(metric, _)| (metric.id.clone(), metric.unit.clone()))
        .collect();
    for (metric, raw) in metrics {
        let Some(whole) = metric.part_of.take() else {
            continue;
        };
        let mut check = Check::new(raw, known, tally);
        let id = quoted(metric.id.as_str());
        if whole == metric.id {
            let what = format!("the metric {id} is said to be a part of itself");
            check.refuse(
                &at,
                what,
                "the field “part_of”",
                "write the id of the larger metric, or leave the field out",
            );
        } else if leads_to(&whole_of, &whole, &metric.id) {
            let what = format!(
                "the metric {id} is a part of {}, which is a part of {id}",
                quoted(whole.as_str())
            );
            check.refuse(
                &at,
                what,
                "the field “part_of”",
                "remove “part_of” from the larger of the two",
            );
        } else if check.metric(&at, whole.as_str(), "“part_of”").is_some() {
            let unit = units.get(&whole);
            if unit.is_some_and(|unit| *unit != metric.unit) {
                check.warn(
                    &at,
                    format!(
                        "the metric {id} is a part of {}, but they count in different units",
                        quoted(whole.as_str())
                    ),
                    "give both the same unit, or leave “part_of” out",
                );
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
