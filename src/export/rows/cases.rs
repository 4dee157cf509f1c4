//! Cases: what they are, who was found and arrested, what was seized, the routes.

use super::numbers::{self, Stated, lower, qualifier, stated, upper, value};
use crate::export::cell::Cell;
use crate::export::sheet::Sheet;
use crate::model::{Atlas, Case, Country, Group, People, Report, Seizure, Stop};
use std::sync::Arc;

/// A case with the reports to show of its numbers.
struct Row<'a> {
    case: &'a Case,
    found: Vec<Option<&'a Report>>,
    alleged: Vec<Option<&'a Report>>,
    arrested: Option<&'a Report>,
    suspected: Option<&'a Report>,
    seized: Vec<Option<&'a Report>>,
}

impl<'a> Row<'a> {
    fn of(atlas: &'a Atlas, case: &'a Case) -> Self {
        let of_people = |groups: &'a [People]| {
            groups
                .iter()
                .map(|people| atlas.preferred(&people.reports))
                .collect()
        };
        Self {
            case,
            found: of_people(&case.found),
            alleged: of_people(&case.alleged),
            arrested: atlas.preferred(&case.arrested),
            suspected: atlas.preferred(&case.suspected),
            seized: case
                .seized
                .iter()
                .map(|seizure| atlas.preferred(&seizure.reports))
                .collect(),
        }
    }

    fn seized(&self) -> Cell {
        Cell::list(
            self.case
                .seized
                .iter()
                .zip(&self.seized)
                .map(|(seizure, report)| {
                    let number = report.map(|report| report.quantity.words());
                    let unit = seizure.unit.as_deref().unwrap_or("");
                    let words = [number.as_deref().unwrap_or(""), unit, &seizure.what];
                    let words: Vec<&str> =
                        words.into_iter().filter(|word| !word.is_empty()).collect();
                    words.join(" ")
                }),
        )
    }
}

fn each(reports: &[Option<&Report>], cell: fn(Option<&Report>) -> Cell) -> Cell {
    Cell::List(reports.iter().map(|report| cell(*report)).collect())
}

fn who(groups: &[People]) -> Cell {
    Cell::list(groups.iter().map(|people| people.who.name()))
}

/// One row for each case.
pub fn cases(atlas: &Atlas) -> Sheet {
    Sheet::of::<Row<'_>>(
        atlas.cases.iter().map(|case| Row::of(atlas, case)),
        &[&[
            ("case", |row| Cell::text(row.case.id.as_str())),
            ("operation", |row| Cell::text(row.case.operation.as_str())),
            ("title", |row| Cell::text(&row.case.title)),
            ("countries", |row| {
                Cell::list(row.case.countries.iter().map(|one| one.code()))
            }),
            ("crimes", |row| {
                Cell::list(row.case.crimes.iter().map(|crime| crime.name()))
            }),
            ("found", |row| each(&row.found, value)),
            ("found_qualifier", |row| each(&row.found, qualifier)),
            ("arrested", |row| value(row.arrested)),
            ("arrested_qualifier", |row| qualifier(row.arrested)),
            ("sources", |row| Cell::list(&row.case.sources)),
            ("found_who", |row| who(&row.case.found)),
            ("suspected", |row| value(row.suspected)),
            ("seized", Row::seized),
            ("route", |row| {
                let stop = |stop: &Stop| format!("{}: {}", stop.step.name(), stop.words());
                Cell::list(row.case.route.iter().map(stop))
            }),
            ("date", |row| Cell::date(row.case.date)),
            ("summary", |row| Cell::text(&row.case.summary)),
            ("alleged", |row| each(&row.alleged, value)),
            ("alleged_qualifier", |row| each(&row.alleged, qualifier)),
            ("alleged_who", |row| who(&row.case.alleged)),
            ("note", |row| Cell::optional(row.case.note.as_deref())),
            ("suspected_qualifier", |row| qualifier(row.suspected)),
            ("found_lower", |row| each(&row.found, lower)),
            ("found_upper", |row| each(&row.found, upper)),
            ("arrested_lower", |row| lower(row.arrested)),
            ("arrested_upper", |row| upper(row.arrested)),
            ("suspected_lower", |row| lower(row.suspected)),
            ("suspected_upper", |row| upper(row.suspected)),
            ("alleged_lower", |row| each(&row.alleged, lower)),
            ("alleged_upper", |row| each(&row.alleged, upper)),
        ]],
    )
}

/// People of a case that are counted.
#[derive(Clone, Copy)]
struct Counted<'a> {
    case: &'a Case,
    /// In which part of the case they stand.
    part: &'static str,
    /// Their place in that part, from 1, and who they are; `None` for suspects.
    group: Option<(usize, &'a People)>,
    /// Which of them.
    among: Option<Group>,
}

/// Every number of people in a case, with its reports.
fn counted(case: &Case) -> Vec<(Counted<'_>, &[Report])> {
    let mut rows = Vec::new();
    for (part, groups) in [("found", &case.found), ("alleged", &case.alleged)] {
        for (index, people) in groups.iter().enumerate() {
            let group = Some((index + 1, people));
            let whole = Counted {
                case,
                part,
                group,
                among: None,
            };
            rows.push((whole, people.reports.as_slice()));
            rows.extend(people.among.iter().map(|among| {
                let of = Counted {
                    among: Some(among.who),
                    ..whole
                };
                (of, among.reports.as_slice())
            }));
        }
    }
    for (part, reports) in [("arrested", &case.arrested), ("suspected", &case.suspected)] {
        if !reports.is_empty() {
            rows.push((
                Counted {
                    case,
                    part,
                    group: None,
                    among: None,
                },
                reports,
            ));
        }
    }
    rows
}

/// One row for each report of each number of people.
pub fn people(atlas: &Atlas) -> Sheet {
    let counted = atlas.cases.iter().flat_map(|case| counted(case));
    let rows = counted.flat_map(|(of, reports)| stated(atlas, of, "people", None, reports));
    Sheet::of::<Stated<'_, Counted<'_>>>(
        rows,
        &[
            &[
                ("case", |one| Cell::text(one.of.case.id.as_str())),
                ("part", |one| Cell::text(one.of.part)),
                ("group", |one| {
                    one.of
                        .group
                        .map_or(Cell::Empty, |(place, _)| Cell::count(place))
                }),
                ("who", |one| {
                    Cell::optional(one.of.group.map(|(_, people)| people.who.name()))
                }),
                ("among", |one| Cell::optional(one.of.among.map(Group::name))),
            ],
            &numbers::columns(),
            &[
                ("nationalities", |one| {
                    let people = one.of.group.map(|(_, people)| &people.nationalities);
                    Cell::list(people.into_iter().flatten().map(|country| country.code()))
                }),
                ("regions", |one| {
                    let regions = one.of.group.map(|(_, people)| &people.regions);
                    Cell::list(regions.into_iter().flatten())
                }),
                ("group_note", |one| {
                    Cell::optional(one.of.group.and_then(|(_, people)| people.note.as_deref()))
                }),
            ],
        ],
    )
}

/// What belongs to cases, each with its case and its place there, from 1.
fn of_each<'a, T>(
    atlas: &'a Atlas,
    of: fn(&'a Case) -> &'a [T],
) -> impl Iterator<Item = (&'a Case, usize, &'a T)> {
    let numbered = move |case: &'a Arc<Case>| {
        let parts = of(case).iter().enumerate();
        parts.map(move |(index, one)| (&**case, index + 1, one))
    };
    atlas.cases.iter().flat_map(numbered)
}

/// One row for each report of each thing seized.
pub fn seizures(atlas: &Atlas) -> Sheet {
    let seized = of_each(atlas, |case| &case.seized);
    let rows = seized.flat_map(|of| {
        let unit = of.2.unit.as_deref().unwrap_or("");
        stated(atlas, of, unit, None, &of.2.reports)
    });
    Sheet::of::<Stated<'_, (&Case, usize, &Seizure)>>(
        rows,
        &[
            &[
                ("case", |one| Cell::text(one.of.0.id.as_str())),
                ("item", |one| Cell::count(one.of.1)),
                ("what", |one| Cell::text(&one.of.2.what)),
            ],
            &numbers::columns(),
        ],
    )
}

/// One row for each stop of each route.
pub fn routes(atlas: &Atlas) -> Sheet {
    Sheet::of::<(&Case, usize, &Stop)>(
        of_each(atlas, |case| &case.route),
        &[&[
            ("case", |(case, ..)| Cell::text(case.id.as_str())),
            ("stop", |(_, place, _)| Cell::count(*place)),
            ("step", |(.., stop)| Cell::text(stop.step.name())),
            ("country", |(.., stop)| {
                Cell::optional(stop.country.map(Country::code))
            }),
            ("place", |(.., stop)| Cell::optional(stop.place.as_deref())),
        ]],
    )
}
