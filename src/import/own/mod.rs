//! Our own exported tables, which together hold all that a dataset states.

mod cases;
mod cell;
mod operations;
mod row;

use std::collections::BTreeMap;

use super::layout::is_example;
use super::{Asked, Grid, Incoming, Passed};
use crate::model::{Dataset, Divisor, Metric, Report, Source, SourceId};
use crate::query::tables::Table;
use row::{Columns, Row, column};

/// The first columns of each table, by which it is known. What countries were asked for begins as
/// the table of countries does.
const FIRST: [(Table, &[&str]); 14] = [
    (
        Table::Figures,
        &["operation", "metric", "value", "qualifier"],
    ),
    (Table::Operations, &["operation", "name", "lead", "from"]),
    (
        Table::Countries,
        &["country", "name", "region", "subregion"],
    ),
    (Table::Cases, &["case", "operation", "title", "countries"]),
    (Table::Sources, &["source", "publisher", "title", "date"]),
    (Table::Metrics, &["metric", "label", "unit", "definition"]),
    (Table::Findings, &["operation", "finding", "sources"]),
    (Table::People, &["case", "part", "group", "who"]),
    (Table::Seizures, &["case", "item", "what", "value"]),
    (Table::Routes, &["case", "stop", "step", "country"]),
    (
        Table::CoordinationUnits,
        &["operation", "country", "place", "note"],
    ),
    (Table::Supporters, &["operation", "name", "role", "sources"]),
    (Table::Datasets, &["dataset", "title", "summary"]),
    (
        Table::Participation,
        &["country", "name", "operation", "took_part"],
    ),
];

fn table(grid: &Grid) -> Option<Table> {
    let heads = grid.rows.first()?;
    let begins = |(table, first): &&(Table, &[&str])| {
        // People keep theirs of sources in the same columns, under heads with capitals.
        let is_head = |head: &str, name: &str| {
            head == name || *table == Table::Sources && column(head) == name
        };
        let mut both = heads.iter().zip(*first);
        heads.len() >= first.len() && both.all(|(head, name)| is_head(head, name))
    };
    FIRST.iter().find(begins).map(|(table, _)| *table)
}

/// Whether a table is one of ours.
pub(super) fn is_own(grid: &Grid) -> bool {
    table(grid).is_some()
}

/// Gathers what our own tables say.
pub(super) fn gather(grids: &[&Grid], dataset: &Dataset, incoming: &mut Incoming) {
    let mut rows: BTreeMap<&str, Vec<Row<'_>>> = BTreeMap::new();
    for grid in grids {
        let Some(table) = table(grid) else { continue };
        if matches!(table, Table::Countries | Table::Participation) {
            incoming.passed.push(Passed::Derived(grid.name.clone()));
        }
        let columns = Columns::of(grid);
        let filled = grid.rows.iter().enumerate().skip(1);
        let filled = filled.filter(|(_, cells)| cells.iter().any(|cell| !cell.is_empty()));
        let shifted = grid.shifted(1);
        let of_grid = filled.map(|(index, cells)| Row {
            grid,
            columns: columns.clone(),
            cells,
            number: index + 1,
        });
        let (examples, of_grid): (Vec<Row<'_>>, Vec<Row<'_>>) =
            of_grid.partition(|row| row.cells.first().is_some_and(|first| is_example(first)));
        let (moved, of_grid): (Vec<Row<'_>>, Vec<Row<'_>>) =
            (of_grid.into_iter()).partition(|row| shifted.contains(&(row.number - 1)));
        let moved = moved.into_iter().map(|row| Asked::MoreCells(row.whole()));
        incoming.asked.extend(moved);
        let examples = examples.into_iter().map(|row| Passed::Example(row.whole()));
        incoming.passed.extend(examples);
        rows.entry(table.key()).or_default().extend(of_grid);
    }
    let mut tables = Tables { rows, incoming };
    tables.sources();
    tables.metrics();
    tables.datasets();
    operations::gather(&mut tables, dataset);
    cases::gather(&mut tables, dataset);
}

/// The rows of all tables, and what was understood of them.
struct Tables<'a, 'i> {
    rows: BTreeMap<&'static str, Vec<Row<'a>>>,
    incoming: &'i mut Incoming,
}

impl<'a> Tables<'a, '_> {
    fn take(&mut self, table: Table) -> Vec<Row<'a>> {
        self.rows.remove(table.key()).unwrap_or_default()
    }

    /// A value; where it is none, that is asked.
    fn wanted<T>(&mut self, value: Result<T, Asked>) -> Option<T> {
        value.map_err(|asked| self.incoming.asked.push(asked)).ok()
    }

    fn sources(&mut self) {
        for row in self.take(Table::Sources) {
            let source = row.source();
            if let Some(source) = self.wanted(source) {
                self.incoming.sources.insert(row.id("source"), source);
            }
        }
    }

    fn metrics(&mut self) {
        for row in self.take(Table::Metrics) {
            let not_per = row.list("not_per").into_iter().filter_map(|name| {
                let mut all = Divisor::ALL.into_iter();
                all.find(|divisor| divisor.key().eq_ignore_ascii_case(&name))
            });
            self.incoming.metrics.push(Metric {
                id: row.id("metric"),
                label: row.text("label").unwrap_or_default(),
                unit: row.text("unit").unwrap_or_default(),
                definition: row.text("definition").unwrap_or_default(),
                part_of: row.text("part_of").map(Into::into),
                not_per: not_per.collect(),
            });
        }
    }

    fn datasets(&mut self) {
        // Of several nobody can say which one is meant.
        if let [row] = self.take(Table::Datasets).as_slice() {
            let title = row.text("title").unwrap_or_default();
            self.incoming.dataset = Some((title, row.text("summary")));
        }
    }

    /// The publications of the tables and of the dataset.
    fn all_sources(&self, dataset: &Dataset) -> BTreeMap<SourceId, Source> {
        let mut all = dataset.sources.clone();
        all.extend(self.incoming.sources.clone());
        all
    }
}

/// Has a dataset say itself which of several reports is to be shown, where its sources would have
/// another one shown.
fn prefer(reports: &mut [Report], shown: Option<usize>, sources: &BTreeMap<SourceId, Source>) {
    let by_rule = Report::preferred(reports, sources);
    let Some(shown) = shown.and_then(|at| reports.get(at)) else {
        return;
    };
    if by_rule.is_some_and(|by_rule| !std::ptr::eq(by_rule, shown)) {
        let at = reports.iter().position(|one| std::ptr::eq(one, shown));
        if let Some(report) = at.and_then(|at| reports.get_mut(at)) {
            report.preferred = true;
        }
    }
}
