//! Operations: their figures, what they are, and what belongs to them.

use std::ops::Deref;

use super::numbers::{
    self, Stated, left_out, lower, not_applicable, qualifier, stated, upper, value,
};
use crate::export::cell::Cell;
use crate::export::sheet::Sheet;
use crate::model::{Atlas, MetricId, Operation, OperationId, Report, Status, SupportRole};
use crate::query::tables::LEFT_OUT;

/// One row for each report of each figure, how many countries took part included.
pub fn figures(atlas: &Atlas) -> Sheet {
    let rows = atlas.operations.iter().flat_map(|operation| {
        let counts = &operation.countries.count;
        let countries = ("countries", "countries", counts.as_slice());
        let countries = (!counts.is_empty()).then_some(countries);
        let unit = |id| atlas.metric(id).map_or("", |metric| metric.unit.as_str());
        let figures = operation.figures.iter().map(move |figure| {
            let id = figure.metric.as_str();
            (id, unit(id), figure.reports.as_slice())
        });
        let none = operation.not_applicable.iter().map(move |why| {
            let id = why.metric.as_str();
            not_applicable(Named::of(atlas, operation, id), unit(id), why)
        });
        countries
            .into_iter()
            .chain(figures)
            .flat_map(move |(metric, unit, reports)| {
                let figure = Named::of(atlas, operation, metric);
                stated(atlas, figure, unit, operation.status, reports)
            })
            .chain(none)
            .chain(gaps(atlas, operation))
    });
    let whole = left_out_whole(atlas).map(|(id, file)| {
        let figures = Named {
            operation: id.as_str(),
            metric: "",
            dataset: Some(file),
        };
        left_out(figures, "")
    });
    Sheet::of::<Stated<'_, Named<'_>>>(
        rows.chain(whole),
        &[
            &[
                ("operation", |one| Cell::text(one.of.operation)),
                ("metric", |one| Cell::text(one.of.metric)),
            ],
            &numbers::columns(),
            &[("dataset", |one| Cell::optional(one.of.dataset))],
        ],
    )
}

/// Which figure a row is about; none where the operation is left out as a whole.
#[derive(Clone, Copy)]
struct Named<'a> {
    operation: &'a str,
    metric: &'a str,
    /// The file that the operation stands in.
    dataset: Option<&'a str>,
}

impl<'a> Named<'a> {
    fn of(atlas: &'a Atlas, operation: &'a Operation, metric: &'a str) -> Self {
        Self {
            operation: operation.id.as_str(),
            metric,
            dataset: file(atlas, operation),
        }
    }
}

/// The file that an operation stands in.
fn file<'a>(atlas: &'a Atlas, operation: &Operation) -> Option<&'a str> {
    Some(&atlas.opened_with(operation)?.file)
}

/// The rows of what is stated of an operation but left out because of a problem.
fn gaps<'a>(
    atlas: &'a Atlas,
    operation: &'a Operation,
) -> impl Iterator<Item = Stated<'a, Named<'a>>> {
    let gaps = &atlas.gaps;
    let figures = gaps.has_figures(&operation.id).then_some("figures");
    let countries = gaps.has_countries(&operation.id).then_some("countries");
    let all = figures.into_iter().chain(countries);
    let single = gaps.figures_of(&operation.id).map(MetricId::as_str);
    all.chain(single).map(move |metric| {
        let unit = atlas.metric(metric).map_or("", |metric| &metric.unit);
        left_out(Named::of(atlas, operation, metric), unit)
    })
}

/// What a table says of an operation.
struct Told<'a> {
    operation: &'a Operation,
    count: Option<&'a Report>,
    /// The file that states it.
    file: Option<&'a str>,
    /// Whether a problem leaves out the whole of it.
    is_left_out: bool,
    /// Whether it leaves out how many countries took part, or which.
    lacks_countries: bool,
}

impl Deref for Told<'_> {
    type Target = Operation;

    fn deref(&self) -> &Operation {
        self.operation
    }
}

/// The operations that are left out as a whole, each with a file that states it.
fn left_out_whole(atlas: &Atlas) -> impl Iterator<Item = (&OperationId, &str)> {
    let ids = atlas.gaps.operations();
    ids.flat_map(|id| atlas.gaps.files_of(id).map(move |file| (id, file)))
}

/// One row for each operation.
pub fn operations(atlas: &Atlas) -> Sheet {
    let shown = atlas.operations.iter().map(|operation| Told {
        operation,
        count: atlas.preferred(&operation.countries.count),
        file: file(atlas, operation),
        is_left_out: false,
        lacks_countries: atlas.gaps.has_countries(&operation.id),
    });
    let named = |(id, file): (&OperationId, _)| {
        let operation = Operation {
            id: id.clone(),
            ..Operation::default()
        };
        (operation, file)
    };
    let left_out: Vec<(Operation, &str)> = left_out_whole(atlas).map(named).collect();
    let left_out = left_out.iter().map(|(operation, file)| Told {
        operation,
        count: None,
        file: Some(file),
        is_left_out: true,
        lacks_countries: false,
    });
    Sheet::of::<Told<'_>>(
        shown.chain(left_out),
        &[&[
            ("operation", |one| Cell::text(one.id.as_str())),
            ("name", |one| Cell::text(&one.name)),
            ("lead", |one| Cell::list(&one.lead)),
            ("from", |one| Cell::date(one.days.map(|days| days.first))),
            ("to", |one| Cell::date(one.days.map(|days| days.last))),
            ("days", |one| Cell::number(one.day_count().map(u64::from))),
            ("countries", |one| value(one.count)),
            ("listed", |one| listed(one)),
            ("status", |one| {
                if one.is_left_out {
                    Cell::text(LEFT_OUT)
                } else {
                    Cell::optional(one.status.map(Status::key))
                }
            }),
            ("coordination_units", |one| {
                Cell::list(
                    one.coordination_units
                        .iter()
                        .map(|unit| unit.country.code()),
                )
            }),
            ("family", |one| Cell::text(&one.family)),
            ("countries_qualifier", |one| {
                if one.lacks_countries {
                    Cell::text(LEFT_OUT)
                } else {
                    qualifier(one.count)
                }
            }),
            ("supported_by", |one| Cell::list(supporters_once(one))),
            ("summary", |one| Cell::optional(one.summary.as_deref())),
            ("sources", |one| Cell::list(&one.sources)),
            ("countries_lower", |one| lower(one.count)),
            ("countries_upper", |one| upper(one.count)),
            ("countries_listed", |one| {
                Cell::list(one.countries.listed.iter().map(|country| country.code()))
            }),
            ("countries_note", |one| {
                Cell::optional(one.countries.note.as_deref())
            }),
            ("countries_sources", |one| {
                Cell::list(&one.countries.sources)
            }),
            ("days_note", |one| Cell::optional(one.days_note.as_deref())),
            ("dataset", |one| Cell::optional(one.file)),
            ("further", |one| {
                Cell::optional(one.further.then_some("true"))
            }),
        ]],
    )
}

/// How many countries are on the list. One that was never published has no length, not even 0.
fn listed(operation: &Operation) -> Cell {
    match operation.countries.listed.len() {
        0 => Cell::Empty,
        length => Cell::count(length),
    }
}

fn supporters_once(operation: &Operation) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    for support in &operation.supported_by {
        if !names.contains(&support.name.as_str()) {
            names.push(&support.name);
        }
    }
    names
}

/// What belongs to operations, each with its operation.
fn of_each<'a, T>(
    atlas: &'a Atlas,
    of: fn(&'a Operation) -> &'a [T],
) -> impl Iterator<Item = (&'a Operation, &'a T)> {
    let operations = atlas.operations.iter();
    operations.flat_map(move |operation| of(operation).iter().map(move |one| (operation, one)))
}

/// One row for each trend that an operation's publishers state.
pub fn findings(atlas: &Atlas) -> Sheet {
    Sheet::of(
        of_each(atlas, |operation| &operation.findings),
        &[&[
            ("operation", |(operation, _)| {
                Cell::text(operation.id.as_str())
            }),
            ("finding", |(_, finding)| Cell::text(&finding.text)),
            ("sources", |(_, finding)| Cell::list(&finding.sources)),
        ]],
    )
}

/// One row for each hub.
pub fn coordination_units(atlas: &Atlas) -> Sheet {
    Sheet::of(
        of_each(atlas, |operation| &operation.coordination_units),
        &[&[
            ("operation", |(operation, _)| {
                Cell::text(operation.id.as_str())
            }),
            ("country", |(_, unit)| Cell::text(unit.country.code())),
            ("place", |(_, unit)| Cell::optional(unit.place.as_deref())),
            ("note", |(_, unit)| Cell::optional(unit.note.as_deref())),
            ("sources", |(_, unit)| Cell::list(&unit.sources)),
        ]],
    )
}

/// One row for each partner and funder.
pub fn supporters(atlas: &Atlas) -> Sheet {
    Sheet::of(
        of_each(atlas, |operation| &operation.supported_by),
        &[&[
            ("operation", |(operation, _)| {
                Cell::text(operation.id.as_str())
            }),
            ("name", |(_, support)| Cell::text(&support.name)),
            ("role", |(_, support)| {
                Cell::text(match support.role {
                    SupportRole::Partner => "partner",
                    SupportRole::Funder => "funder",
                })
            }),
            ("sources", |(_, support)| Cell::list(&support.sources)),
        ]],
    )
}
