//! Coverage: which figures are reported at all, and how firmly.

use super::{Making, Shows};
use crate::chart::asked::Asked;
use crate::chart::body::{Body, HeightRule, Matrix, MatrixRow, MatrixUnit};
use crate::chart::shown::Listing;
use crate::model::{Metric, Operation};
use crate::query::measure::{Measure, Value};
use crate::words::{Headline, Note, capitalised};

pub(super) const COVERAGE: Making = Making {
    shows: Shows::All,
    metrics: None,
    // How firmly a figure is stated does not depend on what it is divided by.
    footing: Some(Measure::Total),
    zooms: false,
    height: HeightRule::Matrix,
    by_operation: false,
    tells_missing: false,
    why_not: |_| None,
    body,
    heading: |titled, _, _| titled.reported(),
    headline,
    note: |_, _| Some(Note::NotReportedIsNotNone),
};

fn body(asked: &Asked<'_>, listing: &mut Listing) -> Body {
    let mut units: Vec<MatrixUnit> = Vec::new();
    let mut totals = vec![0; asked.operations.len()];
    for metric in by_unit(&asked.metrics) {
        let cells: Vec<usize> = asked
            .operations
            .iter()
            .map(|&operation| {
                let measured = asked.measured(operation, metric);
                listing.add(asked, operation, metric, &measured)
            })
            .collect();
        let mut reported = 0;
        for (&cell, total) in cells.iter().zip(&mut totals) {
            // What is left out is reported all the same.
            let value = listing.shown[cell].value;
            if !matches!(value, Value::NotReported | Value::NotApplicable) {
                *total += 1;
                reported += 1;
            }
        }
        let row = MatrixRow {
            metric: listing.metric(asked, metric),
            cells,
            reported,
        };
        let unit = capitalised(&metric.unit);
        match units.last_mut().filter(|last| last.unit == unit) {
            Some(last) => last.rows.push(row),
            None => units.push(MatrixUnit {
                unit,
                rows: vec![row],
            }),
        }
    }
    let columns = asked.operations.iter();
    Body::Matrix(Matrix {
        columns: columns.map(|one| listing.operation(asked, one)).collect(),
        totals,
        units,
    })
}

/// The metrics with those of one unit together, units in the order they first occur.
pub(super) fn by_unit<'a>(metrics: &[&'a Metric]) -> Vec<&'a Metric> {
    let mut sorted = metrics.to_vec();
    let unit = |metric: &Metric| capitalised(&metric.unit);
    sorted.sort_by_key(|metric| metrics.iter().position(|one| unit(one) == unit(metric)));
    sorted
}

/// Which metrics most and fewest operations state.
fn headline(asked: &Asked<'_>) -> Option<Headline> {
    let stated = |metric: &Metric| {
        let states = |operation: &&&Operation| {
            asked.atlas.figure(operation, &metric.id).is_some()
                || asked.atlas.gaps.has_figure(&operation.id, &metric.id)
        };
        asked.operations.iter().filter(states).count()
    };
    if asked.operations.len() < 2 {
        return None;
    }
    let stated: Vec<(String, usize)> = asked
        .metrics
        .iter()
        .map(|metric| (metric.label.clone(), stated(metric)))
        .collect();
    // Of equal ones `max_by_key` takes the last; the first is meant.
    let most = stated.iter().rev().max_by_key(|(_, count)| count)?;
    let fewest = stated.iter().min_by_key(|(_, count)| count)?;
    Some(Headline::Stated {
        of: asked.operations.len(),
        most: most.clone(),
        fewest: (fewest.1 < most.1).then(|| fewest.clone()),
    })
}
