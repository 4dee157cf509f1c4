//! Checks cases. There may be a million of them, so they are read on several threads; the
//! outcome does not depend on how many.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::num::NonZero;
use std::sync::Arc;
use std::thread;

use super::check::{Check, Findings, Known};
use super::check_operations::larger;
use super::document;
use super::fault::{Fault, Span};
use super::people::Telling;
use super::record::{self, Path, Raw};
use super::shape::{self, Shape};
use super::wording::quoted;
use crate::model::{Among, Case, People, Report, Seizure, Stop};

/// So many cases are worth a thread.
const CASES_A_THREAD: usize = 2_000;

/// A case and where its record stands.
struct Placed {
    case: Arc<Case>,
    span: Span,
    /// Equal for equal titles and for equal summaries in one operation.
    marks: [u64; 2],
}

/// Reads the cases.
pub(super) fn cases(
    text: record::Source<'_>,
    items: &[Span],
    known: &Known,
    out: &mut Findings,
) -> Vec<Arc<Case>> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let threads = (items.len() / CASES_A_THREAD).clamp(1, cores);
    let chunks = items.chunks(items.len().div_ceil(threads).max(1));
    let parts: Vec<(Vec<Placed>, Findings)> = thread::scope(|scope| {
        let started: Vec<_> = chunks
            .map(|chunk| {
                let builder = thread::Builder::new().name("opatlas-cases".to_owned());
                let work = move || some_cases(text, chunk, known);
                // The first part needs no thread, and where none can be had, no part gets one.
                if threads == 1 {
                    Err(chunk)
                } else {
                    builder
                        .spawn_scoped(scope, work)
                        .map_err(|_no_thread| chunk)
                }
            })
            .collect();
        started
            .into_iter()
            .map(|part| match part {
                Ok(handle) => handle
                    .join()
                    .unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
                Err(chunk) => some_cases(text, chunk, known),
            })
            .collect()
    });
    let mut cases = Vec::with_capacity(items.len());
    for (part, findings) in parts {
        cases.extend(part);
        out.merge(findings);
    }
    distinct(text, cases, known, out)
}

fn some_cases(text: record::Source<'_>, items: &[Span], known: &Known) -> (Vec<Placed>, Findings) {
    let mut out = Findings::default();
    let mut cases = Vec::with_capacity(items.len());
    for item in items {
        let shape = Shape::Record(&shape::CASE);
        let read =
            record::read::<document::Case>(text, item.clone(), shape, "this case", &mut out.faults);
        if let Some((written, raw)) = read {
            let mut check = Check {
                raw: &raw,
                known,
                out: &mut out,
            };
            cases.extend(case(&mut check, written).map(|case| Placed {
                marks: [mark("title", &case), mark("summary", &case)],
                case: Arc::new(case),
                span: item.clone(),
            }));
        }
    }
    (cases, out)
}

fn case(check: &mut Check<'_>, written: document::Case) -> Option<Case> {
    let at = Path::RECORD;
    let operation = check.operation(&at.field("operation"), &written.operation, "case");
    let named = check.new_id(&at.field("id"), "case", &written.id, false);
    let title = check.text(&at.field("title"), "title", written.title);
    let summary = check.text(&at.field("summary"), "summary", written.summary);
    let note = check.optional(&at.field("note"), "note", written.note);
    for (name, text) in [
        ("title", Some(&title)),
        ("summary", Some(&summary)),
        ("note", note.as_ref()),
    ] {
        if let Some(text) = text {
            check.disclosures(&at.field(name), text, Telling::AgesAndNames);
        }
    }
    let somewhere = !written.countries.is_empty()
        || !written.route.is_empty()
        || written
            .found
            .iter()
            .any(|people| !people.nationalities.is_empty() || !people.regions.is_empty());
    if !somewhere && check.raw.is_whole() {
        check.warn(
            &at.field("id"),
            "the case names neither a country nor a region",
            "add countries: [\"TGO\"] with the codes of where it happened, or a route with the region",
        );
    }
    if written.sources.is_empty() && check.raw.is_whole() {
        check.warn(
            &at.field("sources"),
            "the case names no source",
            "write the id of at least one: sources: [\"…\"]",
        );
    }
    let case = Case {
        id: written.id.into(),
        operation: written.operation.into(),
        title,
        summary,
        date: written
            .date
            .and_then(|date| check.date(&at.field("date"), &date, "the date")),
        countries: check.countries(&at.field("countries"), &written.countries),
        crimes: written.crimes,
        found: found(check, written.found),
        arrested: check.reports(&at.field("arrested"), written.arrested),
        suspected: check.reports(&at.field("suspected"), written.suspected),
        seized: seized(check, written.seized),
        route: route(check, written.route),
        sources: check.sources(&at.field("sources"), written.sources),
        note,
    };
    (operation && named).then_some(case)
}

fn found(check: &mut Check<'_>, written: Vec<document::People>) -> Vec<People> {
    let found = Path::RECORD.field("found");
    let people = written.into_iter().enumerate().map(|(index, people)| {
        let at = found.item(index);
        let reports = check.reports(&at.field("reports"), people.reports);
        let note = check.optional(&at.field("note"), "note", people.note);
        if let Some(note) = &note {
            check.disclosures(&at.field("note"), note, Telling::AgesAndNames);
        }
        let regions = at.field("regions");
        let named = people.regions.into_iter().enumerate();
        People {
            who: people.who,
            nationalities: check.countries(&at.field("nationalities"), &people.nationalities),
            regions: named
                .map(|(index, name)| check.text(&regions.item(index), "regions", name))
                .collect(),
            among: among(check, &at.field("among"), people.among, &reports),
            reports,
            note,
        }
    });
    people.collect()
}

fn among(
    check: &mut Check<'_>,
    at: &Path<'_>,
    written: Vec<document::Among>,
    whole: &[Report],
) -> Vec<Among> {
    let mut kept = Vec::with_capacity(written.len());
    for (index, part) in written.into_iter().enumerate() {
        let at = at.item(index);
        if part.reports.is_empty() {
            check.refuse(
                &at.field("reports"),
                format!("the number of {} has no report", part.who.name()),
                "this part of the group",
                "write [(quantity: Exactly(12), source: \"…\")], or remove this part of the group",
            );
            continue;
        }
        let reports = check.reports(&at.field("reports"), part.reports);
        if larger(&reports, whole) {
            check.contradiction(
                &at,
                format!(
                    "there are more {} than people in the group",
                    part.who.name()
                ),
                "compare both numbers with their sources",
            );
        }
        if !reports.is_empty() {
            kept.push(Among {
                who: part.who,
                reports,
            });
        }
    }
    kept
}

fn seized(check: &mut Check<'_>, written: Vec<document::Seizure>) -> Vec<Seizure> {
    let seized = Path::RECORD.field("seized");
    let seizures = written.into_iter().enumerate().map(|(index, seizure)| {
        let at = seized.item(index);
        Seizure {
            what: check.text(&at.field("what"), "what", seizure.what),
            unit: check.optional(&at.field("unit"), "unit", seizure.unit),
            reports: check.reports(&at.field("reports"), seizure.reports),
        }
    });
    seizures.collect()
}

fn route(check: &mut Check<'_>, written: Vec<document::Stop>) -> Vec<Stop> {
    let route = Path::RECORD.field("route");
    let mut kept = Vec::with_capacity(written.len());
    for (index, stop) in written.into_iter().enumerate() {
        let at = route.item(index);
        let place = check.optional(&at.field("place"), "place", stop.place);
        if stop.country.is_none() && place.is_none() {
            check.refuse(
                &at,
                "the stop has neither a country nor a place".to_owned(),
                "this stop",
                "add country: \"TGO\", or place: \"South Asia\" where only a region is known",
            );
            continue;
        }
        let lost = if place.is_some() {
            "the country"
        } else {
            "this stop"
        };
        let country = stop
            .country
            .and_then(|code| check.country(&at.field("country"), &code, lost));
        if country.is_some() || place.is_some() {
            kept.push(Stop {
                step: stop.step,
                country,
                place,
            });
        }
    }
    kept
}

/// Leaves out cases whose id was there before, and tells those that seem to be one event told
/// twice.
fn distinct(
    text: record::Source<'_>,
    cases: Vec<Placed>,
    known: &Known,
    out: &mut Findings,
) -> Vec<Arc<Case>> {
    let mut ids: HashSet<&str> = HashSet::with_capacity(cases.len());
    let fresh: Vec<bool> = cases
        .iter()
        .map(|placed| ids.insert(placed.case.id.as_str()))
        .collect();
    let mut kept: Vec<Placed> = Vec::with_capacity(cases.len());
    for (placed, fresh) in cases.into_iter().zip(fresh) {
        if fresh {
            kept.push(placed);
        } else {
            let raw = Raw::of(text, &placed.span);
            let mut check = Check {
                raw: &raw,
                known,
                out,
            };
            check.new_id(
                &Path::RECORD.field("id"),
                "case",
                placed.case.id.as_str(),
                true,
            );
        }
    }
    repeated(text, &kept, out);
    kept.into_iter().map(|placed| placed.case).collect()
}

/// Warns of cases of one operation with the same title, or the same summary.
fn repeated(text: record::Source<'_>, cases: &[Placed], out: &mut Findings) {
    let mut first_of: HashMap<u64, &Case> = HashMap::with_capacity(2 * cases.len());
    for Placed { case, span, marks } in cases {
        for (field, mark) in ["title", "summary"].into_iter().zip(marks) {
            let first = *first_of.entry(*mark).or_insert(case);
            // Equal marks are nearly always equal words; only nearly.
            let same = words_of(case, field) == words_of(first, field);
            let empty = words_of(case, field).is_empty();
            if first.id == case.id || !same || empty || first.operation != case.operation {
                continue;
            }
            let place = Raw::of(text, span).span(&Path::RECORD.field(field));
            let first = quoted(first.id.as_str());
            out.faults.push(Fault::warning(
                place,
                format!("the case has the same {field} as {first} and may be the same event"),
                format!("put both into one case, or let the {field} say how they differ"),
            ));
            break;
        }
    }
}

fn words_of<'c>(case: &'c Case, field: &str) -> &'c str {
    if field == "title" {
        case.title.trim()
    } else {
        case.summary.trim()
    }
}

/// A number that stands for an operation and words about an event in it.
fn mark(field: &str, case: &Case) -> u64 {
    let mut hasher = DefaultHasher::new();
    (field, case.operation.as_str(), words_of(case, field)).hash(&mut hasher);
    hasher.finish()
}
