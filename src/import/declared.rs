//! Metrics and publications that a sheet declares: a row each. Metrics, with unit and definition,
//! become metrics of the dataset where something is counted by them.

use super::heads::{DATE, Meaning};
use super::layout::is_example;
use super::metrics::Metrics;
use super::sources::{Named, Publications, free_id};
use super::{Answers, Asked, CellPlace, Grid, Incoming, Passed};
use crate::file::{DateSaid, date_said};
use crate::model::{Dataset, Metric, MetricId};
use crate::query::search::folded;

/// The heads of such a sheet, folded: name, unit, definition, id and whole.
const HEADS: [&str; 5] = [
    "metric|label|name|indicateur|indicador",
    "unit|unite|unidad",
    "definition|what is counted|definicion",
    "id|metric id",
    "part of|partie de|parte de",
];

/// Whether a sheet declares metrics, and in which row its heads stand.
fn heads(grid: &Grid) -> Option<(usize, [Option<usize>; 5])> {
    let rows = grid.rows.iter().take(10).enumerate();
    let mut known = rows.filter_map(|(at, row)| {
        let heads: Vec<String> = row.iter().map(|head| folded(head)).collect();
        let of = |words: &str| {
            let is_word = |head: &String| words.split('|').any(|word| word == head);
            heads.iter().position(is_word)
        };
        let found = HEADS.map(of);
        found
            .iter()
            .take(3)
            .all(Option::is_some)
            .then_some((at, found))
    });
    known.next()
}

/// Whether a sheet declares metrics.
pub(super) fn is_of_metrics(grid: &Grid) -> bool {
    heads(grid).is_some()
}

/// The metrics that a sheet declares.
pub(super) fn metrics(grid: &Grid, incoming: &mut Incoming) -> Vec<Metric> {
    let Some((first, columns)) = heads(grid) else {
        return Vec::new();
    };
    let shifted = grid.shifted(first + 1);
    let mut all: Vec<Metric> = Vec::new();
    for (index, row) in grid.rows.iter().enumerate().skip(first + 1) {
        let cell = |column: Option<usize>| {
            let text = column
                .and_then(|at| row.get(at))
                .map_or("", |cell| cell.trim());
            Some(text.to_owned()).filter(|text| !text.is_empty())
        };
        let [label, unit, definition, id, whole] = columns.map(cell);
        let Some(label) = label else { continue };
        let place = CellPlace {
            sheet: grid.name.clone(),
            row: index + 1,
            column: None,
        };
        if is_example(&label) {
            incoming.passed.push(Passed::Example(place));
            continue;
        }
        if shifted.contains(&index) {
            incoming.asked.push(Asked::MoreCells(place));
            continue;
        }
        let taken = |id: &str| all.iter().any(|one| one.id.as_str() == id);
        let id = id.unwrap_or_else(|| free_id(&folded(&label), taken).replace('-', "_"));
        all.push(Metric {
            id: MetricId::from(id),
            label,
            unit: unit.unwrap_or_default(),
            definition: definition.unwrap_or_default(),
            part_of: whole.map(Into::into),
            not_per: Vec::new(),
        });
    }
    all
}

/// Which columns of a sheet tell of publications, and the row of its heads; `None` where it tells
/// of anything else.
fn heads_of_sources(grid: &Grid, metrics: &Metrics<'_>) -> Option<(usize, Vec<Option<Meaning>>)> {
    const OF_SOURCES: [Meaning; 7] = [
        Meaning::Source,
        Meaning::Publisher,
        Meaning::Title,
        Meaning::Date,
        Meaning::Address,
        Meaning::Grade,
        Meaning::Note,
    ];
    let means = |head: &String| {
        let is_date = DATE.contains(&folded(head).as_str());
        is_date
            .then_some(Meaning::Date)
            .or_else(|| Meaning::of_head(head, metrics))
    };
    let rows = grid.rows.iter().take(10).enumerate();
    let mut known = rows.map(|(at, row)| (at, row.iter().map(means).collect::<Vec<_>>()));
    known.find(|(_, columns)| {
        let has = |wanted: &Meaning| columns.iter().flatten().any(|one| one == wanted);
        let of_sources = |one: &Meaning| OF_SOURCES.contains(one);
        has(&Meaning::Publisher) && has(&Meaning::Title) && columns.iter().flatten().all(of_sources)
    })
}

/// Whether a sheet declares publications.
pub(super) fn is_of_sources(grid: &Grid, metrics: &Metrics<'_>) -> bool {
    heads_of_sources(grid, metrics).is_some()
}

/// The publications that a sheet declares are known to the rows of others.
pub(super) fn sources(
    grid: &Grid,
    metrics: &Metrics<'_>,
    dataset: &Dataset,
    answers: &Answers,
    incoming: &mut Incoming,
) {
    let Some((first, columns)) = heads_of_sources(grid, metrics) else {
        return;
    };
    let shifted = grid.shifted(first + 1);
    let mut publications = Publications::of(dataset, answers, &incoming.sources);
    for (index, row) in grid.rows.iter().enumerate().skip(first + 1) {
        let place = CellPlace {
            sheet: grid.name.clone(),
            row: index + 1,
            column: None,
        };
        let cell = |wanted: &Meaning| {
            let at = columns.iter().position(|one| one.as_ref() == Some(wanted));
            let text = at.and_then(|at| row.get(at)).map(|cell| cell.trim());
            text.filter(|text| !text.is_empty()).map(str::to_owned)
        };
        if row.first().is_some_and(|first| is_example(first)) {
            incoming.passed.push(Passed::Example(place));
            continue;
        }
        if shifted.contains(&index) {
            incoming.asked.push(Asked::MoreCells(place));
            continue;
        }
        let date = match cell(&Meaning::Date).map(|text| (date_said(&text), text)) {
            Some((DateSaid::One(date), _)) => Some(date),
            Some((DateSaid::Either(..) | DateSaid::Unclear, text)) => {
                incoming.asked.push(Asked::NoDate(place.clone(), text));
                None
            }
            None => None,
        };
        let named = Named {
            source: cell(&Meaning::Source),
            publisher: cell(&Meaning::Publisher),
            title: cell(&Meaning::Title),
            address: cell(&Meaning::Address),
            grade: cell(&Meaning::Grade),
            date,
        };
        publications.source(named, &place);
    }
    publications.told(incoming);
}
