//! Checks cases: what happened, who was found, where people were taken.

use super::check::Check;
use super::format;
use super::people::Telling;
use super::places::Path;
use super::reach::larger;
use crate::model::fault::{Noun, Part, RecordFault};
use crate::model::{Among, Case, People, Report, Seizure, Stop};

/// A case as far as it can be used.
pub(super) fn case(check: &mut Check<'_>, written: format::Case) -> Option<Case> {
    let at = Path::RECORD;
    let operation = check.operation(&at.field("operation"), &written.operation);
    let named = check.new_id(&at.field("id"), false);
    let title = check.text(&at.field("title"), "title", written.title);
    let summary = check.text(&at.field("summary"), "summary", written.summary);
    let note = check.optional(&at, "note", written.note);
    check.disclosures(&at.field("title"), &title, Telling::AgesAndNames);
    check.disclosures(&at.field("summary"), &summary, Telling::AgesAndNames);
    if let Some(note) = &note {
        check.disclosures(&at.field("note"), note, Telling::AgesAndNames);
    }
    let mut people_in_it = written.found.iter().chain(&written.alleged);
    let somewhere = !written.countries.is_empty()
        || !written.route.is_empty()
        || people_in_it
            .any(|people| !people.nationalities.is_empty() || !people.regions.is_empty());
    if !somewhere && check.is_whole() {
        check.warn(&at.field("id"), RecordFault::NoPlace);
    }
    if written.sources.is_empty() && check.is_whole() {
        check.warn(&at.field("sources"), RecordFault::NoSource);
    }
    let date = at.field("date");
    let case = Case {
        id: written.id.into(),
        operation: written.operation.into(),
        title,
        summary,
        date: written
            .date
            .and_then(|text| check.date(&date, &text, Part::The(Noun::Date))),
        countries: check.countries(&at.field("countries"), &written.countries),
        crimes: written.crimes,
        found: people(check, &at.field("found"), written.found),
        alleged: people(check, &at.field("alleged"), written.alleged),
        arrested: check.reports(&at.field("arrested"), written.arrested),
        suspected: check.reports(&at.field("suspected"), written.suspected),
        seized: seized(check, &at.field("seized"), written.seized),
        route: route(check, &at.field("route"), written.route),
        sources: check.sources(&at, written.sources),
        note,
    };
    (operation && named).then_some(case)
}

fn people(check: &mut Check<'_>, groups: &Path<'_>, written: Vec<format::People>) -> Vec<People> {
    // Not collected from `written` itself: that would keep its spare room for every case.
    let mut kept = Vec::with_capacity(written.len());
    for (index, people) in written.into_iter().enumerate() {
        let at = groups.item(index);
        let reports = check.reports(&at.field("reports"), people.reports);
        let note = check.optional(&at, "note", people.note);
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
    written: Vec<format::Among>,
    whole: &[Report],
) -> Vec<Among> {
    let mut kept = Vec::with_capacity(written.len());
    for (index, part) in written.into_iter().enumerate() {
        let at = at.item(index);
        let who = part.who;
        if part.reports.is_empty() {
            let at = at.field("reports");
            let left_out = Part::This(Noun::PartOfGroup);
            check.refuse(&at, RecordFault::NoReportOfGroup(who), left_out);
            continue;
        }
        let reports = check.reports(&at.field("reports"), part.reports);
        if larger(&reports, whole) {
            check.tell(&at, RecordFault::MoreThanGroup(who));
        }
        if !reports.is_empty() {
            kept.push(Among { who, reports });
        }
    }
    kept
}

fn seized(check: &mut Check<'_>, at: &Path<'_>, written: Vec<format::Seizure>) -> Vec<Seizure> {
    let mut kept = Vec::with_capacity(written.len());
    for (index, seizure) in written.into_iter().enumerate() {
        let at = at.item(index);
        kept.push(Seizure {
            what: check.text(&at.field("what"), "what", seizure.what),
            unit: check.optional(&at, "unit", seizure.unit),
            reports: check.reports(&at.field("reports"), seizure.reports),
        });
    }
    kept
}

fn route(check: &mut Check<'_>, at: &Path<'_>, written: Vec<format::Stop>) -> Vec<Stop> {
    let mut kept = Vec::with_capacity(written.len());
    for (index, stop) in written.into_iter().enumerate() {
        let at = at.item(index);
        let place = check.optional(&at, "place", stop.place);
        if stop.country.is_none() && place.is_none() {
            check.refuse(&at, RecordFault::NoStop, Part::This(Noun::Stop));
            continue;
        }
        let lost = match place {
            Some(_) => Part::The(Noun::Country),
            None => Part::This(Noun::Stop),
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
