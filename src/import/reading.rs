//! A sheet while it is read: what is known of it so far, its cells by what they mean, and the
//! operations its rows name.

use std::collections::{BTreeMap, BTreeSet};

use super::heads::Meaning;
use super::layout::Layout;
use super::metrics::Metrics;
use super::sources::{Publications, free_id};
use super::{Answers, CellPlace, Incoming};
use crate::file::Decimal;
use crate::model::{Dataset, MetricId, Operation, OperationId};
use crate::query::search::folded;

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
    /// What stands for numbers that are not reported, folded: the first such cell, its text, and how
    /// many there are.
    pub(super) not_reported: BTreeMap<String, (CellPlace, String, usize)>,
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
    pub(super) fn of(
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
            not_reported: BTreeMap::new(),
            no_source: None,
            lacking: BTreeMap::new(),
            told: BTreeSet::new(),
            incoming,
        }
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
}

/// A name without what all operations are called.
pub(super) fn bare(name: &str) -> String {
    let name = folded(name);
    let bare = ["operation ", "operacion "]
        .iter()
        .find_map(|word| name.strip_prefix(word));
    bare.unwrap_or(&name).to_owned()
}
