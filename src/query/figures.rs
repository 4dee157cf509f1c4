//! Rows of the figures table: every figure of chosen operations and metrics under a measure.

use super::comparison::Comparison;
use super::measure::{Measured, measured};
use crate::model::{Atlas, Metric, Operation};

/// A metric with its value in each chosen operation, in the order chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct FigureRow<'a> {
    /// What is counted.
    pub metric: &'a Metric,
    /// The operations and their values.
    pub values: Vec<(&'a Operation, Measured<'a>)>,
}

/// One row for each chosen metric, in the order chosen.
pub fn rows<'a>(atlas: &'a Atlas, comparison: &Comparison) -> Vec<FigureRow<'a>> {
    let operations = comparison.operations_in(atlas);
    let base = comparison.base_in(atlas);
    // A base that is not among what is shown has no star of its own.
    let base_is_hidden =
        base.is_some_and(|base| operations.iter().all(|operation| operation.id != base.id));
    comparison
        .metrics_in(atlas)
        .into_iter()
        .map(|metric| FigureRow {
            metric,
            values: operations
                .iter()
                .map(|&operation| {
                    let mut figure = measured(atlas, operation, metric, comparison.measure, base);
                    figure.tells_of_base = base_is_hidden;
                    (operation, figure)
                })
                .collect(),
        })
        .collect()
}

/// The rows by unit: metrics of different units never share an axis. Units in the order they
/// first occur.
pub fn by_unit(rows: Vec<FigureRow<'_>>) -> Vec<(&str, Vec<FigureRow<'_>>)> {
    let mut units: Vec<(&str, Vec<FigureRow<'_>>)> = Vec::new();
    for row in rows {
        let unit = row.metric.unit.as_str();
        match units.iter_mut().find(|(known, _)| *known == unit) {
            Some((_, rows)) => rows.push(row),
            None => units.push((unit, vec![row])),
        }
    }
    units
}
