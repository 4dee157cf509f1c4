//! Metrics that a sheet declares: a row each, with its unit and definition. They become metrics of
//! the dataset where something is counted by them.

use super::layout::is_example;
use super::sources::free_id;
use super::{CellPlace, Grid, Incoming, Passed};
use crate::model::{Metric, MetricId};
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
        if is_example(&label) {
            let place = CellPlace {
                sheet: grid.name.clone(),
                row: index + 1,
                column: None,
            };
            incoming.passed.push(Passed::Example(place));
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
