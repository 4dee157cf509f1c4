//! Checks cases: what happened, who was found, where people were taken.

use super::check::Check;
use super::check_operations::larger;
use super::document;
use super::people::Telling;
use super::places::Path;
use crate::model::{Among, Case, People, Report, Seizure, Stop};

/// A case as far as it can be used.
pub(super) fn case(check: &mut Check<'_>, written: document::Case) -> Option<Case> {
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
            .chain(&written.alleged)
            .any(|people| !people.nationalities.is_empty() || !people.regions.is_empty());
    if !somewhere && check.is_whole() {
        check.warn(
            &at.field("id"),
            "the case names neither a country nor a region",
            "add countries: [\"TGO\"] with the codes of where it happened, or a route with the region",
        );
    }
    if written.sources.is_empty() && check.is_whole() {
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
        found: people(check, "found", written.found),
        alleged: people(check, "alleged", written.alleged),
        arrested: check.reports(&at.field("arrested"), written.arrested),
        suspected: check.reports(&at.field("suspected"), written.suspected),
        seized: seized(check, written.seized),
        route: route(check, written.route),
        sources: check.sources(&at.field("sources"), written.sources),
        note,
    };
    (operation && named).then_some(case)
}

fn people(
    check: &mut Check<'_>,
    field: &'static str,
    written: Vec<document::People>,
) -> Vec<People> {
    let groups = Path::RECORD.field(field);
    // Not collected from `written` itself: that would keep its spare room for every case.
    let mut kept = Vec::with_capacity(written.len());
    for (index, people) in written.into_iter().enumerate() {
        let at = groups.item(index);
        let reports = check.reports(&at.field("reports"), people.reports);
        let note = check.optional(&at.field("note"), "note", people.note);
        if let Some(note) = &note {
            check.disclosures(&at.field("note"), note, Telling::AgesAndNames);
        }
        let regions = at.field("regions");
        let named = people.regions.into_iter().enumerate();
        kept.push(People {
            who: people.who,
            nationalities: check.countries(&at.field("nationalities"), &people.nationalities),
            regions: named
                .map(|(index, name)| check.text(&regions.item(index), "regions", name))
                .collect(),
            among: among(check, &at.field("among"), people.among, &reports),
            reports,
            note,
        });
    }
    kept
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
            check.tell(
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
    let mut kept = Vec::with_capacity(written.len());
    for (index, seizure) in written.into_iter().enumerate() {
        let at = seized.item(index);
        kept.push(Seizure {
            what: check.text(&at.field("what"), "what", seizure.what),
            unit: check.optional(&at.field("unit"), "unit", seizure.unit),
            reports: check.reports(&at.field("reports"), seizure.reports),
        });
    }
    kept
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
