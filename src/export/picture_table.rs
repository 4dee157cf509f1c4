//! The figures of a picture as a table: the rows and columns that stand beside it in the window,
//! one row for each figure.

use std::collections::BTreeMap;

use super::cell::Cell;
use super::sheet::{Column, Sheet};
use crate::chart::{Body, ChartSpec, MetricShown, OperationShown, Part, Shown, Subject, WorldMap};
use crate::model::{Amount, Country, Open, Sign};
use crate::query::measure::{Disputed, Measure, Value};
use serde_json::{Value as Json, json};

/// A figure of a picture.
struct Figure<'a> {
    spec: &'a ChartSpec,
    operation: &'a OperationShown,
    metric: &'a MetricShown,
    measure: Measure,
    shown: &'a Shown,
}

/// The figures, row by row.
fn figures(spec: &ChartSpec) -> Vec<Figure<'_>> {
    let cells = spec
        .table()
        .rows
        .into_iter()
        .flat_map(|row| row.cells)
        .flatten();
    let figure = |place: usize| {
        let shown = &spec.figures[place];
        match shown.subject {
            Subject::Figure {
                operation,
                metric,
                measure,
            } => Some(Figure {
                spec,
                operation: &spec.operations[operation],
                metric: &spec.metrics[metric],
                measure,
                shown,
            }),
            Subject::Days { .. }
            | Subject::Countries { .. }
            | Subject::Country(_)
            | Subject::TakingPart { .. } => None,
        }
    };
    cells.filter_map(figure).collect()
}

fn named<'a>() -> [Column<Figure<'a>>; 5] {
    [
        ("operation", |one| Cell::text(&one.operation.id)),
        ("name", |one| Cell::text(&one.operation.name)),
        ("metric", |one| Cell::text(&one.metric.id)),
        ("label", |one| Cell::text(&one.metric.label)),
        ("measure", |one| Cell::text(one.measure.key())),
    ]
}

fn unit<'a>() -> [Column<Figure<'a>>; 1] {
    [("unit", |one| {
        let whole = one.metric.whole.as_deref();
        Cell::text(one.measure.unit(&one.metric.unit, whole))
    })]
}

fn value<T: InPicture>() -> [Column<T>; 2] {
    [
        ("value", |one| {
            let single = one.shown().amount().filter(|amount| amount.low().is_none());
            decimal(single.map(Amount::number), f64::round)
        }),
        ("qualifier", |one| Cell::text(qualifier(one.shown().value))),
    ]
}

fn told<T: InPicture>() -> [Column<T>; 6] {
    [
        ("lower", |one| {
            bound(
                one.shown().amount(),
                |bounds| bounds.0,
                |least| (least + NOISE).floor(),
            )
        }),
        ("upper", |one| {
            bound(
                one.shown().amount(),
                |bounds| bounds.1,
                |most| (most - NOISE).ceil(),
            )
        }),
        ("shown", |one| Cell::text(one.shown().starred())),
        // On what sources differ, how many contradict what is shown, and their best grade.
        ("disputed", |one| {
            Cell::list(one.shown().disputes.iter().map(|(on, _)| disputed(*on)))
        }),
        ("contradicting", |one| {
            let counts = one.shown().disputes.iter();
            Cell::List(
                counts
                    .map(|(_, dispute)| Cell::count(dispute.contradicting))
                    .collect(),
            )
        }),
        ("contradicting_grade", |one| {
            let grades = one.shown().disputes.iter();
            Cell::list(grades.map(|(_, dispute)| dispute.best.map_or("", |grade| grade.key())))
        }),
    ]
}

/// A country of a map, or of a grid in an operation or in all.
struct Place<'a> {
    spec: &'a ChartSpec,
    country: Country,
    operation: Option<&'a OperationShown>,
    shown: &'a Shown,
}

fn places(spec: &ChartSpec) -> Vec<Place<'_>> {
    let rows = spec.table().rows.into_iter();
    let places = rows
        .flat_map(|row| row.cells)
        .flatten()
        .filter_map(|place| {
            let shown = &spec.figures[place];
            let operation = shown.subject.operation();
            Some(Place {
                spec,
                country: spec.country_of(place)?,
                operation: operation.map(|operation| &spec.operations[operation]),
                shown,
            })
        });
    places.collect()
}

fn placed<'a>() -> [Column<Place<'a>>; 4] {
    [
        ("country", |one| Cell::text(one.country.code())),
        ("name", |one| Cell::text(one.country.name())),
        ("region", |one| Cell::text(one.country.region().name())),
        ("subregion", |one| Cell::text(one.country.subregion())),
    ]
}

/// Of how many operations a country's number is, what its part was, and in which operation, where
/// it is of one.
fn part<'a>() -> [Column<Place<'a>>; 3] {
    [
        ("of", |one| {
            let all = one.spec.operations.len();
            Cell::count(one.operation.map_or(all, |_| 1))
        }),
        ("part", |one| Cell::text(&one.shown.spoken)),
        ("operation", |one| {
            Cell::text(one.operation.map_or("", |operation| &operation.id))
        }),
    ]
}

/// What stands over and under the picture that a row is of.
fn frame<T: InPicture>() -> [Column<T>; 4] {
    [
        ("title", |one| Cell::text(&one.spec().title)),
        ("subtitle", |one| Cell::text(&one.spec().subtitle)),
        ("notes", |one| Cell::text(one.spec().notes.join(" "))),
        ("sources", |one| Cell::text(&one.spec().sources)),
    ]
}

/// What has a row.
trait InPicture {
    /// The picture it is shown in.
    fn spec(&self) -> &ChartSpec;
    /// What is shown.
    fn shown(&self) -> &Shown;
}

impl InPicture for Figure<'_> {
    fn spec(&self) -> &ChartSpec {
        self.spec
    }

    fn shown(&self) -> &Shown {
        self.shown
    }
}

impl InPicture for Place<'_> {
    fn spec(&self) -> &ChartSpec {
        self.spec
    }

    fn shown(&self) -> &Shown {
        self.shown
    }
}

/// A row for each figure, with what stands over and under the picture behind it.
pub fn with_frame(spec: &ChartSpec) -> Sheet {
    if spec.kind.shows_countries() {
        return of_places(spec, &frame());
    }
    of_figures(spec, &frame())
}

/// A row for each figure alone.
fn alone(spec: &ChartSpec) -> Sheet {
    if spec.kind.shows_countries() {
        return of_places(spec, &[]);
    }
    of_figures(spec, &[])
}

fn of_places<'a>(spec: &'a ChartSpec, more: &[Column<Place<'a>>]) -> Sheet {
    let sheet = Sheet::of(places(spec), &[&placed(), &value(), &told(), &part(), more]);
    match &spec.body {
        Body::Map(map) if map.filled.is_set() => sheet.with("answer", answers(spec, map)),
        Body::Map(_)
        | Body::Rows(_)
        | Body::Dots(_)
        | Body::Timeline(_)
        | Body::Scatter(_)
        | Body::Matrix(_)
        | Body::Grid(_)
        | Body::Nothing(_) => sheet,
    }
}

/// Whether the country of each row is of the set that a map shows.
fn answers<'a>(spec: &'a ChartSpec, map: &WorldMap) -> impl Iterator<Item = Cell> + use<'a> {
    let parts = map.places.iter().map(|one| (one.country, one.part));
    let parts: BTreeMap<Country, Part> = parts.collect();
    let answer = move |one: Place<'_>| match parts.get(&one.country) {
        Some(Part::NotKnown) => Cell::text("open"),
        Some(Part::NotListed) => Cell::text("not"),
        Some(Part::Took(_) | Part::Hosted | Part::Listed | Part::Fits | Part::NamedInCase) => {
            Cell::text("certain")
        }
        None => Cell::Empty,
    };
    places(spec).into_iter().map(answer)
}

fn of_figures<'a>(spec: &'a ChartSpec, more: &[Column<Figure<'a>>]) -> Sheet {
    Sheet::of(figures(spec), &[&named(), &value(), &unit(), &told(), more])
}

/// The picture with its figures, as one object.
pub fn object(spec: &ChartSpec) -> Json {
    json!({
        "chart": spec.kind.key(),
        "measure": spec.measure.key(),
        "title": spec.title,
        "subtitle": spec.subtitle,
        "headline": spec.headline,
        "figures": alone(spec).json(),
        "notes": spec.notes,
        "remarks": spec.remarks,
        "sources": spec.sources,
    })
}

/// How many digits are written: fewer than spreadsheets keep, and than arithmetic makes noise in.
const DIGITS: i32 = 12;

/// How much of the last digit is noise.
const NOISE: f64 = 0.01;

type Bounds = (Option<f64>, Option<f64>);

/// One bound of a number, rounded so that it stays one.
fn bound(amount: Option<Amount>, which: fn(Bounds) -> Option<f64>, round: fn(f64) -> f64) -> Cell {
    let Some(amount) = amount else {
        return Cell::Empty;
    };
    let is_exact = amount.open() == Open::No;
    decimal(
        which(amount.bounds()),
        if is_exact { f64::round } else { round },
    )
}

fn decimal(number: Option<f64>, round: fn(f64) -> f64) -> Cell {
    let Some(number) = number else {
        return Cell::Empty;
    };
    let before = if number == 0.0 {
        0.0
    } else {
        number.abs().log10().floor()
    };
    let scale = 10_f64.powi(DIGITS - 1 - before as i32);
    Cell::Decimal(round(number * scale) / scale)
}

fn qualifier(value: Value) -> &'static str {
    match value {
        Value::Number(amount) => amount.sign().map_or("between", Sign::key),
        Value::Unnumbered(quantity) => quantity.qualifier(),
        Value::NotReported => "not_reported",
        Value::NotApplicable => "not_applicable",
        Value::LeftOut => "left_out",
        Value::NotComputable(_) => "not_computable",
    }
}

fn disputed(on: Disputed) -> &'static str {
    match on {
        Disputed::Figure => "figure",
        Disputed::Whole => "whole",
        Disputed::Days => "days",
        Disputed::Countries => "countries",
        Disputed::Base => "base",
    }
}
