//! Cases from our own tables: what they are, the people in them, what was seized, the routes.

use std::collections::BTreeMap;

use super::{Row, Tables, prefer};
use crate::import::Asked;
use crate::model::{
    Among, Case, Country, Crime, Dataset, Group, People, Report, Seizure, Source, SourceId, Step,
    Stop, Who,
};
use crate::query::tables::Table;

/// Reports of one number, and which of them is to be shown.
type Counted = (Vec<Report>, Option<usize>);

pub(super) fn gather(tables: &mut Tables<'_, '_>, dataset: &Dataset) {
    let sources = tables.all_sources(dataset);
    let cases = tables.take(Table::Cases);
    let mut numbers = Numbers::default();
    for row in tables.take(Table::People) {
        let read = numbers.people(&row);
        tables.wanted(read);
    }
    for row in tables.take(Table::Seizures) {
        let read = numbers.seizure(&row);
        tables.wanted(read);
    }
    for row in tables.take(Table::Routes) {
        let stop = stop(&row);
        if let Some(stop) = tables.wanted(stop) {
            numbers.of(&row).route.push(stop);
        }
    }
    for row in cases {
        let id = row.text("case").unwrap_or_default();
        let parts = numbers.0.remove(&id).unwrap_or_default();
        let counts = [
            "found_who",
            "found",
            "alleged_who",
            "alleged",
            "arrested",
            "suspected",
        ];
        let is_counted = counts.iter().any(|column| !row.cell(column).is_empty());
        if is_counted && parts.is_empty_of_people() {
            tables.incoming.asked.push(Asked::PeopleMissing(id));
            continue;
        }
        let case = case(&row, parts, &sources);
        if let Some(case) = tables.wanted(case) {
            tables.incoming.cases.push(case);
        }
    }
}

/// What other tables say of cases, by their ids.
#[derive(Default)]
struct Numbers(BTreeMap<String, Parts>);

/// What other tables say of a case.
#[derive(Default)]
struct Parts {
    /// Groups of people with the numbers of the whole and of each part, by field.
    groups: BTreeMap<(&'static str, u64), Counting>,
    suspects: BTreeMap<&'static str, Counted>,
    seized: BTreeMap<u64, (Seizure, Option<usize>)>,
    route: Vec<Stop>,
}

/// A group of people as it is gathered.
struct Counting {
    people: People,
    shown: Option<usize>,
    shown_among: Vec<Option<usize>>,
}

impl Parts {
    fn is_empty_of_people(&self) -> bool {
        self.groups.is_empty() && self.suspects.is_empty()
    }
}

fn add((reports, shown): &mut Counted, read: Option<(Report, bool)>) {
    if let Some((report, is_shown)) = read {
        if is_shown {
            *shown = Some(reports.len());
        }
        reports.push(report);
    }
}

impl Numbers {
    fn of(&mut self, row: &Row<'_>) -> &mut Parts {
        self.0
            .entry(row.text("case").unwrap_or_default())
            .or_default()
    }

    fn people(&mut self, row: &Row<'_>) -> Result<(), Asked> {
        let read = row.report()?;
        let part = match row.cell("part") {
            "arrested" => {
                add(self.of(row).suspects.entry("arrested").or_default(), read);
                return Ok(());
            }
            "suspected" => {
                add(self.of(row).suspects.entry("suspected").or_default(), read);
                return Ok(());
            }
            "found" => "found",
            "alleged" => "alleged",
            _ => return row.refused("part"),
        };
        let Some(who) = row.one_of("who", &Who::ALL, Who::name)? else {
            return row.refused("who");
        };
        let among = row.one_of("among", &Group::ALL, Group::name)?;
        let nationalities = row.countries("nationalities")?;
        let place = row.number("group")?.unwrap_or(1);
        let new = || Counting {
            people: People {
                who,
                reports: Vec::new(),
                nationalities,
                regions: row.list("regions"),
                among: Vec::new(),
                note: row.text("group_note"),
            },
            shown: None,
            shown_among: Vec::new(),
        };
        let counting = self.of(row).groups.entry((part, place)).or_insert_with(new);
        let Some(who) = among else {
            let mut counted = (std::mem::take(&mut counting.people.reports), counting.shown);
            add(&mut counted, read);
            (counting.people.reports, counting.shown) = counted;
            return Ok(());
        };
        // A part that is counted twice stands in rows one after the other.
        if counting
            .people
            .among
            .last()
            .is_none_or(|last| last.who != who)
        {
            let reports = Vec::new();
            counting.people.among.push(Among { who, reports });
            counting.shown_among.push(None);
        }
        if let (Some(among), Some(shown)) = (
            counting.people.among.last_mut(),
            counting.shown_among.last_mut(),
        ) {
            let mut counted = (std::mem::take(&mut among.reports), *shown);
            add(&mut counted, read);
            (among.reports, *shown) = counted;
        }
        Ok(())
    }

    fn seizure(&mut self, row: &Row<'_>) -> Result<(), Asked> {
        let read = row.report()?;
        let place = row.number("item")?.unwrap_or(1);
        let new = || {
            let seizure = Seizure {
                what: row.text("what").unwrap_or_default(),
                unit: row.text("unit"),
                reports: Vec::new(),
            };
            (seizure, None)
        };
        let (seizure, shown) = self.of(row).seized.entry(place).or_insert_with(new);
        let mut counted = (std::mem::take(&mut seizure.reports), *shown);
        add(&mut counted, read);
        (seizure.reports, *shown) = counted;
        Ok(())
    }
}

fn stop(row: &Row<'_>) -> Result<Stop, Asked> {
    let Some(step) = row.one_of("step", &Step::ALL, Step::name)? else {
        return row.refused("step");
    };
    let country: Option<Country> = match row.text("country") {
        Some(code) => Some(row.country(&code, "country")?),
        None => None,
    };
    Ok(Stop {
        step,
        country,
        place: row.text("place"),
    })
}

fn case(
    row: &Row<'_>,
    mut parts: Parts,
    sources: &BTreeMap<SourceId, Source>,
) -> Result<Case, Asked> {
    let mut crimes = Vec::new();
    for name in row.list("crimes") {
        let mut all = Crime::ALL.iter().copied();
        match all.find(|crime| crime.name() == name) {
            Some(crime) => crimes.push(crime),
            None => return row.refused("crimes"),
        }
    }
    let mut groups = |field: &str| -> Vec<People> {
        let of_field = parts
            .groups
            .iter_mut()
            .filter(|((part, _), _)| *part == field);
        let whole = of_field.map(|(_, counting)| {
            let people = &mut counting.people;
            prefer(&mut people.reports, counting.shown, sources);
            for (among, shown) in people.among.iter_mut().zip(&counting.shown_among) {
                prefer(&mut among.reports, *shown, sources);
            }
            people.clone()
        });
        whole.collect()
    };
    let (found, alleged) = (groups("found"), groups("alleged"));
    let mut suspects = |field: &str| {
        let (mut reports, shown) = parts.suspects.remove(field).unwrap_or_default();
        prefer(&mut reports, shown, sources);
        reports
    };
    let (arrested, suspected) = (suspects("arrested"), suspects("suspected"));
    let seized = parts.seized.into_values().map(|(mut seizure, shown)| {
        prefer(&mut seizure.reports, shown, sources);
        seizure
    });
    Ok(Case {
        id: row.id("case"),
        operation: row.id("operation"),
        title: row.text("title").unwrap_or_default(),
        summary: row.text("summary").unwrap_or_default(),
        date: row.date("date")?,
        countries: row.countries("countries")?,
        crimes,
        found,
        alleged,
        arrested,
        suspected,
        seized: seized.collect(),
        route: parts.route,
        sources: row.ids("sources"),
        note: row.text("note"),
    })
}
