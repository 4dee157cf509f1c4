//! Checks cases: what happened, who was found, where people were taken.

use super::check::Check;
use super::format;
use super::people::Telling;
use super::places::Path;
use super::reach::larger;
use crate::model::fault::{Noun, RecordFault};
use crate::model::{Among, Case, Part, People, Report, Seizure, Stop};

/// A case as far as it can be used.
pub(super) fn case(check: &mut Check<'_>, written: format::Case) -> Option<Case> {
    let at = Path::RECORD;
    let operation = check.operation(&at.field("operation"), &written.operation);
    let named = check.new_id(&at.field("id"), false);
    let title = check.line(&at.field("title"), "title", written.title);
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
    let case = Case {
        id: written.id.into(),
        operation: written.operation.into(),
        title,
        summary,
        date: check.date_of(&at, written.date),
        countries: check.countries(&at.field("countries"), &written.countries),
        crimes: written.crimes,
        found: people(check, &at.field("found"), written.found),
        alleged: people(check, &at.field("alleged"), written.alleged),
        arrested: check.reports(&at.field("arrested"), written.arrested),
        suspected: check.reports(&at.field("suspected"), written.suspected),
        seized: check.each(&at.field("seized"), written.seized, |check, at, one| {
            Some(seizure(check, at, one))
        }),
        route: check.each(&at.field("route"), written.route, stop),
        sources: check.sources(&at, written.sources),
        note,
    };
    (operation && named).then_some(case)
}

fn people(check: &mut Check<'_>, groups: &Path<'_>, written: Vec<format::People>) -> Vec<People> {
    check.each(groups, written, |check, at, people| {
        let reports = check.reports(&at.field("reports"), people.reports);
        let note = check.optional(at, "note", people.note);
        if let Some(note) = &note {
            check.disclosures(&at.field("note"), note, Telling::AgesAndNames);
        }
        Some(People {
            who: people.who,
            nationalities: check.countries(&at.field("nationalities"), &people.nationalities),
            regions: check.texts(at, "regions", people.regions),
            among: check.each(&at.field("among"), people.among, |check, at, part| {
                among(check, at, part, &reports)
            }),
            reports,
            note,
        })
    })
}

fn among(
    check: &mut Check<'_>,
    at: &Path<'_>,
    part: format::Among,
    whole: &[Report],
) -> Option<Among> {
    let (who, reports_at) = (part.who, at.field("reports"));
    if part.reports.is_empty() {
        let left_out = Part::This(Noun::PartOfGroup);
        check.refuse(&reports_at, RecordFault::NoReportOfGroup(who), left_out);
        return None;
    }
    let reports = check.reports(&reports_at, part.reports);
    if larger(&reports, whole) {
        check.tell(at, RecordFault::MoreThanGroup(who));
    }
    (!reports.is_empty()).then_some(Among { who, reports })
}

fn seizure(check: &mut Check<'_>, at: &Path<'_>, seizure: format::Seizure) -> Seizure {
    Seizure {
        what: check.text(&at.field("what"), "what", seizure.what),
        unit: check.optional(at, "unit", seizure.unit),
        reports: check.reports(&at.field("reports"), seizure.reports),
    }
}

fn stop(check: &mut Check<'_>, at: &Path<'_>, stop: format::Stop) -> Option<Stop> {
    let place = check.optional(at, "place", stop.place);
    if stop.country.is_none() && place.is_none() {
        check.refuse(at, RecordFault::NoStop, Part::This(Noun::Stop));
    }
    let lost = match place {
        Some(_) => Part::The(Noun::Country),
        None => Part::This(Noun::Stop),
    };
    let code = stop.country;
    let country = code.and_then(|code| check.country(&at.field("country"), &code, lost));
    (country.is_some() || place.is_some()).then_some(Stop {
        step: stop.step,
        country,
        place,
    })
}
