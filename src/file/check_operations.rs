//! Checks operations: when, who took part, what was counted.

use std::collections::{BTreeMap, BTreeSet};

use super::check::Check;
use super::document;
use super::fault::Span;
use super::known::{IdKind, Known, Tally};
use super::places::Path;
use super::record;
use super::shape::{self, Shape};
use super::wording::quoted;
use crate::model::{
    CoordinationUnit, Days, Figure, Finding, Metric, Operation, Participation, Quantity, Report,
    Support,
};

/// Reads the operations, and makes their ids known.
pub(super) fn operations(
    text: record::Source<'_>,
    items: Vec<Span>,
    metrics: &[Metric],
    known: &mut Known,
    tally: &mut Tally,
) -> Vec<Operation> {
    let mut operations: Vec<Operation> = Vec::with_capacity(items.len());
    let by_id: BTreeMap<&str, &Metric> = metrics
        .iter()
        .map(|metric| (metric.id.as_str(), metric))
        .collect();
    for item in items {
        let shape = Shape::Record(&shape::OPERATION);
        let read = record::read::<document::Operation>(
            text,
            item.clone(),
            shape,
            "this operation",
            &mut tally.faults,
        );
        let Some((written, raw)) = read else {
            if let Some((id, span)) = record::id_of_broken(text, &item) {
                known.declare(IdKind::Operation, id, span, false);
            }
            continue;
        };
        let mut check = Check::new(&raw, known, tally);
        let at = Path::RECORD.field("id");
        let taken = known.of(IdKind::Operation).contains_key(&written.id);
        if !check.new_id(&at, "operation", &written.id, taken) {
            continue;
        }
        let id = written.id.clone();
        let operation = operation(&mut check, written);
        parts_and_wholes(&mut check, &operation, &by_id);
        known.declare(IdKind::Operation, id, item, true);
        operations.push(operation);
    }
    operations
}

fn operation(check: &mut Check<'_>, written: document::Operation) -> Operation {
    let at = Path::RECORD;
    let name = check.text(&at.field("name"), "name", written.name);
    let family = check.optional(&at.field("family"), "family", written.family);
    let lead_at = at.field("lead");
    let lead = written.lead.into_iter().enumerate();
    let days = written.days.and_then(|days| self::days(check, &days));
    Operation {
        id: written.id.into(),
        length: length(check, days, written.length),
        days,
        family: family.unwrap_or_else(|| name.clone()),
        name,
        summary: check.optional_story(&at.field("summary"), "summary", written.summary),
        lead: lead
            .map(|(index, name)| check.text(&lead_at.item(index), "lead", name))
            .collect(),
        days_note: check.optional(&at.field("days_note"), "days_note", written.days_note),
        status: written.status,
        countries: participation(check, written.countries),
        coordination_units: coordination_units(check, written.coordination_units),
        figures: figures(check, written.figures.0),
        findings: findings(check, written.findings),
        supported_by: supporters(check, written.supported_by),
        sources: check.sources(&at.field("sources"), written.sources),
    }
}

fn days(check: &mut Check<'_>, (first, last): &(String, String)) -> Option<Days> {
    let at = Path::RECORD.field("days");
    let from = check.date(&at.item(0), first, "the field “days”");
    let to = check.date(&at.item(1), last, "the field “days”");
    let days = Days {
        first: from?,
        last: to?,
    };
    if days.first.earliest() > days.last.latest() {
        check.refuse(
            &at,
            format!("the last day, {last}, is before the first, {first}"),
            "the field “days”",
            format!("write days: (\"{last}\", \"{first}\") if they are only swapped"),
        );
        return None;
    }
    Some(days)
}

/// A length is there for operations of which the days are not known, and fits into their months.
fn length(check: &mut Check<'_>, days: Option<Days>, length: Option<u32>) -> Option<u32> {
    let at = Path::RECORD.field("length");
    let field = "the field “length”";
    let written = length?;
    let most = days.and_then(|days| {
        let (first, last) = (days.first.earliest(), days.last.latest());
        u32::try_from((last - first).get_days() + 1).ok()
    });
    if let Some(count) = days.and_then(Days::count) {
        if count != written {
            check.refuse(
                &at,
                format!("the length is {written} days, but from the first to the last it is {count}"),
                field,
                "leave “length” out: the days say it; what a source counts differently is a days_note",
            );
        }
        return None;
    }
    if written == 0 || most.is_some_and(|most| written > most) {
        let most = most.map_or_else(String::new, |most| {
            format!(" and at most {most}, as the months are long")
        });
        check.refuse(
            &at,
            format!("the length is {written} days"),
            field,
            format!("write a number of at least 1{most}"),
        );
        return None;
    }
    Some(written)
}

fn participation(check: &mut Check<'_>, written: document::Participation) -> Participation {
    let at = Path::RECORD.field("countries");
    let participation = Participation {
        count: check.reports(&at.field("count"), written.count),
        listed: check.countries(&at.field("listed"), &written.listed),
        sources: check.sources(&at.field("sources"), written.sources),
        note: check.optional(&at.field("note"), "note", written.note),
    };
    let listed = participation.listed.len();
    let most = most(&participation.count);
    if let Some(most) = most
        && u64::try_from(listed).is_ok_and(|listed| listed > most)
    {
        check.tell(
            &at.field("listed"),
            format!(
                "{listed} countries are listed, but no more than {most} took part by any count"
            ),
            "compare the list with its source, and the count with its own",
        );
    }
    participation
}

/// The most that any of several reports allows; `None` when one of them sets no limit.
fn most(reports: &[Report]) -> Option<u64> {
    let limits: Option<Vec<u64>> = reports
        .iter()
        .map(|report| match report.quantity {
            Quantity::Exactly(n)
            | Quantity::UpTo(n)
            | Quantity::Nearly(n)
            | Quantity::Between(_, n) => Some(n),
            Quantity::About(_)
            | Quantity::MoreThan(_)
            | Quantity::AtLeast(_)
            | Quantity::Several
            | Quantity::Dozens
            | Quantity::Hundreds
            | Quantity::Thousands => None,
        })
        .collect();
    limits?.into_iter().max()
}

/// The least that any of several reports demands; `None` when one of them demands nothing.
fn least(reports: &[Report]) -> Option<u64> {
    let limits: Option<Vec<u64>> = reports
        .iter()
        .map(|report| match report.quantity {
            Quantity::Exactly(n) | Quantity::AtLeast(n) | Quantity::Between(n, _) => Some(n),
            Quantity::MoreThan(n) => n.checked_add(1),
            Quantity::About(_)
            | Quantity::Nearly(_)
            | Quantity::UpTo(_)
            | Quantity::Several
            | Quantity::Dozens
            | Quantity::Hundreds
            | Quantity::Thousands => None,
        })
        .collect();
    limits?.into_iter().min()
}

/// Whether a part is larger than its whole by every report of both.
pub(super) fn larger(part: &[Report], whole: &[Report]) -> bool {
    matches!((least(part), most(whole)), (Some(part), Some(whole)) if part > whole)
}

/// Tells figures that are larger than what they are a part of.
fn parts_and_wholes(
    check: &mut Check<'_>,
    operation: &Operation,
    metrics: &BTreeMap<&str, &Metric>,
) {
    for figure in &operation.figures {
        let mut id = figure.metric.as_str();
        // No metric leads back to itself, so this ends.
        while let Some(whole) = metrics.get(id).and_then(|metric| metric.part_of.as_ref()) {
            id = whole.as_str();
            if let Some(whole) = operation.figure(id)
                && larger(&figure.reports, &whole.reports)
            {
                let figures = Path::RECORD.field("figures");
                check.tell(
                    &figures.key_of(figure.metric.as_str()),
                    format!(
                        "{} is larger than {}, of which it is a part",
                        quoted(figure.metric.as_str()),
                        quoted(whole.metric.as_str())
                    ),
                    "compare both figures with their sources",
                );
                break;
            }
        }
    }
}

fn figures(check: &mut Check<'_>, written: Vec<(String, Vec<document::Report>)>) -> Vec<Figure> {
    let at = Path::RECORD.field("figures");
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut figures = Vec::with_capacity(written.len());
    for (index, (id, reports)) in written.into_iter().enumerate() {
        let key = at.key(index);
        let Some(metric) = check.metric(&key, &id, "figure") else {
            continue;
        };
        if !seen.insert(id.clone()) {
            check.refuse(
                &key,
                format!("the figure {} is there twice", quoted(&id)),
                "the second",
                "put the reports of both into one list",
            );
            continue;
        }
        if reports.is_empty() {
            check.refuse(
                &key,
                format!("the figure {} has no report", quoted(&id)),
                "it",
                "remove it: a figure that no source states is “not reported” of itself",
            );
            continue;
        }
        let reports = check.reports(&at.item(index), reports);
        if !reports.is_empty() {
            figures.push(Figure { metric, reports });
        }
    }
    figures
}

fn coordination_units(
    check: &mut Check<'_>,
    written: Vec<document::CoordinationUnit>,
) -> Vec<CoordinationUnit> {
    let units = Path::RECORD.field("coordination_units");
    let mut kept = Vec::with_capacity(written.len());
    for (index, unit) in written.into_iter().enumerate() {
        let at = units.item(index);
        let country = check.country(
            &at.field("country"),
            &unit.country,
            "this coordination unit",
        );
        let place = check.optional(&at.field("place"), "place", unit.place);
        let note = check.optional(&at.field("note"), "note", unit.note);
        let sources = check.sources(&at.field("sources"), unit.sources);
        kept.extend(country.map(|country| CoordinationUnit {
            country,
            place,
            note,
            sources,
        }));
    }
    kept
}

fn findings(check: &mut Check<'_>, written: Vec<document::Finding>) -> Vec<Finding> {
    let findings = Path::RECORD.field("findings");
    let findings = written.into_iter().enumerate().map(|(index, finding)| {
        let at = findings.item(index);
        Finding {
            text: check.story(&at.field("text"), "text", finding.text),
            sources: check.sources(&at.field("sources"), finding.sources),
        }
    });
    findings.collect()
}

fn supporters(check: &mut Check<'_>, written: Vec<document::Support>) -> Vec<Support> {
    let supporters = Path::RECORD.field("supported_by");
    let supporters = written.into_iter().enumerate().map(|(index, support)| {
        let at = supporters.item(index);
        Support {
            name: check.text(&at.field("name"), "name", support.name),
            role: support.role,
            sources: check.sources(&at.field("sources"), support.sources),
        }
    });
    supporters.collect()
}
