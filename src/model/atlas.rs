//! Everything that is open: one or more datasets, seen as one.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::case::Case;
use super::fault::Noun;
use super::figure::{Metric, Report};
use super::gaps::Gaps;
use super::ids::{MetricId, OperationId, SourceId};
use super::operation::Operation;
use super::problem::Place;
use super::source::Source;

/// One RON file, checked: every id refers to something, every number is within range.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Dataset {
    /// The file's name as the user gave it.
    pub file: String,
    /// The dataset's own title.
    pub title: String,
    /// What it holds and where it comes from.
    pub summary: Option<String>,
    /// Publications by id.
    pub sources: BTreeMap<SourceId, Source>,
    /// Metrics in the order declared.
    pub metrics: Vec<Metric>,
    /// Operations in the order written.
    pub operations: Vec<Operation>,
    /// Cases in the order written; shared, since a dataset may hold a million of them.
    pub cases: Vec<Arc<Case>>,
    /// What it states that a problem keeps from being used.
    pub gaps: Gaps,
    /// A print of the file's bytes: files that differ have different ones.
    pub print: u64,
    /// Where in the file its sources, metrics and operations stand, by kind and id.
    pub places: BTreeMap<(Noun, String), Place>,
    /// Where in the file each of the cases stands.
    pub case_places: Vec<Place>,
}

/// An open dataset, as far as it is told from others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenDataset {
    /// The file's name as the user gave it.
    pub file: String,
    /// The dataset's title.
    pub title: String,
    /// What it holds and where it comes from.
    pub summary: Option<String>,
    /// The print of the file's bytes.
    pub print: u64,
}

/// All open datasets as one: their operations are compared side by side.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Atlas {
    /// The open datasets, in the order opened.
    pub opened: Vec<OpenDataset>,
    /// Publications by id.
    pub sources: BTreeMap<SourceId, Source>,
    /// Metrics in the order first declared.
    pub metrics: Vec<Metric>,
    /// Operations in the order written.
    pub operations: Vec<Operation>,
    /// Cases in the order written; shared, since a dataset may hold a million of them.
    pub cases: Vec<Arc<Case>>,
    /// What the datasets state that a problem keeps from being used.
    pub gaps: Gaps,
    /// How each dataset, by its place, declares a metric.
    pub declared: BTreeMap<MetricId, Vec<(usize, Declared)>>,
    /// The place of the dataset that an operation stands in.
    pub datasets: BTreeMap<OperationId, usize>,
    /// Where each operation stands among all, so that thousands are found as fast as a few.
    pub(crate) places: BTreeMap<OperationId, usize>,
    /// A number for each operation, which gives its colour; operations beyond these have their
    /// place.
    pub numbers: Vec<usize>,
}

/// A metric as one dataset declares it, where others call or define it otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declared {
    /// The title of the dataset.
    pub dataset: String,
    /// What it calls the metric.
    pub label: String,
    /// How it defines it.
    pub definition: String,
}

impl Atlas {
    /// How the datasets of some operations declare a metric, where they do so in different words;
    /// nothing where all agree.
    pub fn declared(&self, metric: &MetricId, operations: &[&Operation]) -> Vec<&Declared> {
        let of: BTreeSet<usize> = operations
            .iter()
            .filter_map(|operation| self.datasets.get(&operation.id).copied())
            .collect();
        let all = self.declared.get(metric).into_iter().flatten();
        let told: Vec<&Declared> = all
            .filter(|(dataset, _)| of.contains(dataset))
            .map(|(_, declared)| declared)
            .collect();
        let words = |one: &Declared| {
            let definition = one.definition.trim().trim_end_matches('.');
            (one.label.trim().to_owned(), definition.to_owned())
        };
        let differ = told.windows(2).any(|pair| words(pair[0]) != words(pair[1]));
        if differ { told } else { Vec::new() }
    }

    /// The title of the dataset that an operation stands in.
    pub fn dataset_of(&self, operation: &Operation) -> Option<&str> {
        Some(&self.opened_with(operation)?.title)
    }

    /// The dataset that an operation stands in.
    pub fn opened_with(&self, operation: &Operation) -> Option<&OpenDataset> {
        self.opened.get(*self.datasets.get(&operation.id)?)
    }

    /// The operation of an id.
    pub fn operation(&self, id: &str) -> Option<&Operation> {
        self.operations.get(self.place_of(id)?)
    }

    /// The place among all of the operation of an id.
    pub fn place_of(&self, id: &str) -> Option<usize> {
        let is_it = |place: &usize| {
            let there = self.operations.get(*place);
            there.is_some_and(|operation| operation.id.as_str() == id)
        };
        let noted = self.places.get(id).copied().filter(is_it);
        // Whoever puts operations in another order afterwards finds them all the same.
        noted.or_else(|| (0..self.operations.len()).find(is_it))
    }

    /// An operation's number, which no other has and which gives its colour everywhere; `None`
    /// when it is not open.
    pub fn place(&self, operation: &Operation) -> Option<usize> {
        Some(self.number(self.place_of(operation.id.as_str())?))
    }

    /// The number of the operation at a place in the list; see [`Self::place`].
    pub fn number(&self, place: usize) -> usize {
        self.numbers.get(place).copied().unwrap_or(place)
    }

    /// The metric of an id.
    pub fn metric(&self, id: &str) -> Option<&Metric> {
        self.metrics.iter().find(|metric| metric.id.as_str() == id)
    }

    /// The metric that another is a part of; `None` where it is a part of none.
    pub fn whole_of(&self, part: &Metric) -> Option<&Metric> {
        self.metric(part.part_of.as_ref()?.as_str())
    }

    /// The source of an id.
    pub fn source(&self, id: &SourceId) -> Option<&Source> {
        self.sources.get(id)
    }

    /// The report to show of several; see [`Report::preferred`].
    pub fn preferred<'a>(&self, reports: &'a [Report]) -> Option<&'a Report> {
        Report::preferred(reports, &self.sources)
    }

    /// The report to show of a metric in an operation; `None` when it is not reported.
    pub fn figure<'a>(&self, operation: &'a Operation, metric: &MetricId) -> Option<&'a Report> {
        self.preferred(&operation.figure(metric.as_str())?.reports)
    }
}
