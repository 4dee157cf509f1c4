//! Sheets as people keep them: one row a report, or one row an operation with a column a metric.

use std::collections::{BTreeMap, BTreeSet};

use super::declared;
use super::heads::{Meaning, Metrics};
use super::layout::{Layout, tells_of_people};
use super::reports::Counts;
use super::sources::{Publications, free_id};
use super::values::is_not_reported;
use super::{Answers, Asked, CellPlace, Grid, Incoming, Passed};
use crate::file::{Decimal, QuantitySaid, quantity_said};
use crate::model::{Dataset, Days, MetricId, Operation, OperationId};
use crate::query::search::folded;

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

/// A sheet as it is read, row by row.
pub(super) struct Reading<'a, 'i> {
    pub(super) layout: &'a Layout<'a>,
    pub(super) answers: &'a Answers,
    pub(super) metrics: &'a Metrics<'a>,
    pub(super) publications: Publications<'a>,
    /// The ids of operations by their names.
    operations: BTreeMap<String, OperationId>,
    /// Every id of an operation, and where it stands among what is understood.
    ids: BTreeMap<OperationId, Option<usize>>,
    /// Which sign stands before decimals, where the sheet shows it or its owner says so.
    pub(super) decimal: Option<Decimal>,
    /// Whether the day stands before the month.
    pub(super) day_first: Option<bool>,
    /// How many numbers have two readings, and the first of them.
    pub(super) two_readings: Option<(CellPlace, String, usize)>,
    /// How many reports name no source, and the first of them.
    pub(super) no_source: Option<(CellPlace, usize)>,
    /// How many cases lack something, and the first of them.
    pub(super) lacking: BTreeMap<Meaning, (CellPlace, usize)>,
    pub(super) told: BTreeSet<String>,
    pub(super) incoming: &'i mut Incoming,
}

/// A row with its number from 1.
pub(super) type Row<'a> = (usize, &'a [String]);

impl<'a, 'i> Reading<'a, 'i> {
    fn of(
        layout: &'a Layout<'a>,
        dataset: &'a Dataset,
        answers: &'a Answers,
        metrics: &'a Metrics<'a>,
        incoming: &'i mut Incoming,
    ) -> Self {
        let known = dataset.operations.iter().chain(&incoming.operations);
        let operations = known.flat_map(|one| {
            let names = [one.id.as_str(), &one.name];
            names.map(|name| (bare(name), one.id.clone()))
        });
        let there = dataset.operations.iter().map(|one| (one.id.clone(), None));
        let new = incoming.operations.iter().enumerate();
        let ids = there.chain(new.map(|(at, one)| (one.id.clone(), Some(at))));
        Self {
            layout,
            answers,
            metrics,
            operations: operations.collect(),
            ids: ids.collect(),
            publications: Publications::of(dataset, answers, &incoming.sources),
            decimal: answers.decimal,
            day_first: answers.day_first,
            two_readings: None,
            no_source: None,
            lacking: BTreeMap::new(),
            told: BTreeSet::new(),
            incoming,
        }
    }

    fn read(mut self) {
        let rows = self.layout.rows(self.incoming);
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

    pub(super) fn place(&self, (number, _): Row<'a>, column: Option<usize>) -> CellPlace {
        CellPlace {
            sheet: self.layout.grid.name.clone(),
            row: number,
            column,
        }
    }

    /// Where the first cell of a meaning stands that is not empty, and its text.
    pub(super) fn cell(
        &self,
        (_, row): Row<'a>,
        of: Option<&MetricId>,
        wanted: &Meaning,
    ) -> Option<(usize, &'a str)> {
        let columns = self
            .layout
            .columns
            .iter()
            .zip(&self.layout.groups)
            .enumerate();
        let mut cells = columns.filter_map(|(at, (meaning, group))| {
            let fits = meaning.as_ref() == Some(wanted) && group.as_ref() == of;
            let cell = row.get(at).filter(|_| fits)?.trim();
            (!cell.is_empty()).then_some((at, cell))
        });
        cells.next()
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

    pub(super) fn operation(&mut self, name: &str) -> OperationId {
        let known = self.operations.get(&bare(name)).cloned();
        let id = known.unwrap_or_else(|| {
            let plain = bare(name);
            let id = free_id(&plain, |id| self.ids.contains_key(id));
            let id = OperationId::from(id);
            self.operations.insert(plain, id.clone());
            id
        });
        let at = self.ids.entry(id.clone()).or_default();
        if at.is_none() {
            *at = Some(self.incoming.operations.len());
            let operation = Operation::named(id.clone(), name);
            self.incoming.operations.push(operation);
        }
        id
    }

    /// What is understood of an operation that a row named.
    pub(super) fn understood(&mut self, id: &OperationId) -> Option<&mut Operation> {
        let at = self.ids.get(id).copied().flatten()?;
        self.incoming.operations.get_mut(at)
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
        if is_not_reported(cell) || quantity_said(cell) != QuantitySaid::Unclear {
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

/// A name without what all operations are called.
pub(super) fn bare(name: &str) -> String {
    let name = folded(name);
    let bare = ["operation ", "operacion "]
        .iter()
        .find_map(|word| name.strip_prefix(word));
    bare.unwrap_or(&name).to_owned()
}
