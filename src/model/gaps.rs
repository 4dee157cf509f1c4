//! What open datasets state but a problem keeps from being used: left out, which is never the
//! same as not reported.

use std::collections::{BTreeMap, BTreeSet};

use super::ids::{MetricId, OperationId};
use super::left_out::{LeftOut, Lost};

/// What is left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Gaps {
    /// All but operations as a whole.
    lost: BTreeSet<Lost>,
    /// Operations that are left out as a whole, each with the files that state one of that id.
    operations: BTreeMap<OperationId, BTreeSet<String>>,
}

impl Gaps {
    /// Notes what one problem of a file leaves out.
    pub fn add(&mut self, file: &str, left_out: &LeftOut) {
        for lost in &left_out.lost {
            self.add_lost(file, lost.clone());
        }
    }

    /// Notes something that a file states.
    pub fn add_lost(&mut self, file: &str, lost: Lost) {
        if let Lost::Operation(id) = lost {
            let files = self.operations.entry(id).or_default();
            files.insert(file.to_owned());
        } else {
            self.lost.insert(lost);
        }
    }

    /// Takes over what is left out of a dataset, but nothing of operations of which another one
    /// is shown.
    pub fn extend(&mut self, other: &Self, shown: impl Fn(&OperationId) -> bool) {
        let lost = other.lost.iter();
        let lost = lost.filter(|lost| lost.part_of().is_none_or(&shown));
        self.lost.extend(lost.cloned());
        for (id, files) in &other.operations {
            let all = self.operations.entry(id.clone()).or_default();
            all.extend(files.iter().cloned());
        }
    }

    /// Whether nothing is left out.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether an operation’s figures are stated, but none can be used.
    pub fn has_figures(&self, operation: &OperationId) -> bool {
        self.lost.contains(&Lost::Figures(operation.clone()))
    }

    /// Whether a figure is stated of which something is left out.
    pub fn has_figure(&self, operation: &OperationId, metric: &MetricId) -> bool {
        let figure = Lost::Figure(operation.clone(), metric.clone());
        self.has_figures(operation) || self.lost.contains(&figure)
    }

    /// The metrics of the figures of an operation of which something is left out.
    pub fn figures_of<'a>(
        &'a self,
        operation: &'a OperationId,
    ) -> impl Iterator<Item = &'a MetricId> {
        self.lost.iter().filter_map(move |lost| {
            if let Lost::Figure(of, metric) = lost {
                (of == operation).then_some(metric)
            } else {
                None
            }
        })
    }

    /// Whether what an operation states of when it ran is left out.
    pub fn has_days(&self, operation: &OperationId) -> bool {
        self.lost.contains(&Lost::Days(operation.clone()))
    }

    /// Whether what an operation states of how long it ran is left out.
    pub fn has_length(&self, operation: &OperationId) -> bool {
        self.has_days(operation) || self.lost.contains(&Lost::Length(operation.clone()))
    }

    /// Whether something is left out of what an operation states of who took part.
    pub fn has_countries(&self, operation: &OperationId) -> bool {
        self.lost.contains(&Lost::Countries(operation.clone()))
    }

    /// Whether what a metric is a part of is left out.
    pub fn has_whole(&self, metric: &MetricId) -> bool {
        self.lost.contains(&Lost::Whole(metric.clone()))
    }

    /// The ids of operations that are left out as a whole. An operation of the same id from
    /// another file, or another one in it, may be shown.
    pub fn operations(&self) -> impl Iterator<Item = &OperationId> {
        self.operations.keys()
    }

    /// The files that state an operation of an id that is left out as a whole.
    pub fn files_of(&self, operation: &OperationId) -> impl Iterator<Item = &str> {
        let files = self.operations.get(operation).into_iter().flatten();
        files.map(String::as_str)
    }
}
