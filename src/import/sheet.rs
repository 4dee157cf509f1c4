//! Sheets as people keep them: one row a report, or one row an operation with a column a metric.

use super::declared;
use super::heads::Meaning;
use super::layout::{Layout, tells_of_people};
use super::metrics::Metrics;
use super::reading::{Reading, Row};
use super::reports::Counts;
use super::values::{is_none, is_not_reported};
use super::{Answers, Asked, Grid, Incoming, Passed};
use crate::file::{QuantitySaid, quantity_said};
use crate::model::{Dataset, Days, OperationId};

/// Gathers what the sheets say.
pub(super) fn gather(
    grids: &[&Grid],
    dataset: &Dataset,
    answers: &Answers,
    incoming: &mut Incoming,
) {
    if grids.is_empty() {
        return;
    }
    let (declaring, grids): (Vec<&Grid>, Vec<&Grid>) =
        grids.iter().partition(|grid| declared::is_of_metrics(grid));
    let declared = declaring
        .into_iter()
        .flat_map(|grid| declared::metrics(grid, incoming));
    let declared = declared.collect::<Vec<_>>();
    let metrics = Metrics::and(dataset, declared);
    let (of_sources, grids): (Vec<&Grid>, Vec<&Grid>) =
        (grids.into_iter()).partition(|grid| declared::is_of_sources(grid, &metrics));
    for grid in of_sources {
        declared::sources(grid, &metrics, dataset, answers, incoming);
    }
    let mut understood = 0;
    let mut not_understood = Vec::new();
    for grid in grids {
        if tells_of_people(grid) {
            incoming.asked.push(Asked::RowsArePeople(grid.name.clone()));
            understood += 1;
            continue;
        }
        let mut of_grid = Incoming::default();
        if let Some(layout) = Layout::of(grid, &metrics, answers, &mut of_grid) {
            understood += 1;
            incoming.asked.append(&mut of_grid.asked);
            incoming.passed.append(&mut of_grid.passed);
            Reading::of(&layout, dataset, answers, &metrics, incoming).read();
        } else {
            not_understood.push(grid.name.clone());
        }
    }
    if understood == 0 {
        incoming
            .asked
            .extend(not_understood.into_iter().map(Asked::NoHeads));
    } else {
        incoming
            .passed
            .extend(not_understood.into_iter().map(Passed::Sheet));
    }
}

impl<'a> Reading<'a, '_> {
    fn read(mut self) {
        let shifted = self.layout.shifted();
        let rows = self.layout.rows(self.incoming).into_iter();
        let (moved, rows): (Vec<Row<'a>>, Vec<Row<'a>>) =
            rows.partition(|(number, _)| shifted.contains(number));
        let moved = moved.into_iter();
        let asked: Vec<Asked> = moved
            .map(|row| Asked::MoreCells(self.place(row, None)))
            .collect();
        self.incoming.asked.extend(asked);
        self.conventions(&rows);
        for row in rows {
            if self.has_no_value(row) {
                continue;
            }
            if self.layout.is_of_cases {
                self.case(row);
            } else {
                self.row(row);
            }
        }
        let not_reported = std::mem::take(&mut self.not_reported).into_iter();
        let not_reported =
            not_reported.map(|(_, (place, text, count))| Passed::NotReported(place, text, count));
        self.incoming.passed.extend(not_reported);
        if let Some((place, text, count)) = self.two_readings.take() {
            self.incoming.asked.push(Asked::Decimal(place, text, count));
        }
        if let Some((place, count)) = self.no_source.take() {
            self.incoming.asked.push(Asked::NoSource(place, count));
        }
        let lacking = self.lacking.into_iter();
        let lacking = lacking.map(|(what, (place, count))| {
            if what == Meaning::Operation {
                Asked::CaseNoOperation(place, count)
            } else {
                Asked::CaseLacks(place, what, count)
            }
        });
        self.incoming.asked.extend(lacking);
        self.publications.told(self.incoming);
    }

    fn row(&mut self, row: Row<'a>) {
        let Some((_, name)) = self.cell(row, None, &Meaning::Operation) else {
            let place = self.place(row, None);
            self.incoming.asked.push(Asked::NoOperation(place));
            return;
        };
        let operation = self.operation(name);
        self.days(row, &operation);
        if self.cell(row, None, &Meaning::Metric).is_none() {
            let status = self.status(row, None);
            let summary = self.cell(row, None, &Meaning::Summary);
            if let Some(operation) = self.understood(&operation) {
                operation.status = status.or(operation.status);
                operation.summary = summary
                    .map(|(_, text)| text.to_owned())
                    .or(operation.summary.take());
            }
        }
        if let Some((_, lead)) = self.cell(row, None, &Meaning::Lead) {
            let lead = lead.split(';').map(|one| one.trim().to_owned()).collect();
            if let Some(operation) = self.understood(&operation) {
                operation.lead = lead;
            }
        }
        let columns = self.layout.columns.iter().zip(&self.layout.groups);
        for (at, (meaning, group)) in columns.enumerate() {
            let Some(cell) = row.1.get(at).map(|cell| cell.trim()) else {
                continue;
            };
            let metric = match (meaning, group) {
                (Some(Meaning::Of(metric)), _) | (Some(Meaning::Number), Some(metric)) => {
                    Some(metric.clone())
                }
                (Some(Meaning::Number), None) => match self.metric(row, cell) {
                    Some(Counts::Metric(metric)) => Some(metric),
                    Some(Counts::Countries) => None,
                    None => continue,
                },
                (Some(Meaning::Countries), _)
                    if self.lists_countries(row, at, cell, &operation) =>
                {
                    continue;
                }
                (Some(Meaning::Countries), _) => None,
                (Some(_) | None, _) => continue,
            };
            self.report(row, at, cell, &operation, metric.as_ref(), group.as_ref());
        }
    }

    fn days(&mut self, row: Row<'a>, operation: &OperationId) {
        let first = self.date(row, &Meaning::From);
        let last = self.date(row, &Meaning::To);
        if let Some(((first, last), operation)) = first.zip(last).zip(self.understood(operation)) {
            operation.days = Some(Days { first, last });
        }
    }

    /// Whether a cell lists countries, which are then noted.
    fn lists_countries(
        &mut self,
        row: Row<'a>,
        at: usize,
        cell: &str,
        operation: &OperationId,
    ) -> bool {
        if is_not_reported(cell) || is_none(cell) || quantity_said(cell) != QuantitySaid::Unclear {
            return false;
        }
        let listed = self.countries(row, at, cell);
        if let Some(operation) = self.understood(operation) {
            let there = &mut operation.countries.listed;
            for country in listed {
                if !there.contains(&country) {
                    there.push(country);
                }
            }
        }
        true
    }
}
