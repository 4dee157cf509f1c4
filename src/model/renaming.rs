//! Other ids for what a dataset has, everywhere it is named.

use std::sync::Arc;

use super::atlas::Dataset;
use super::ids::{CaseId, MetricId, OperationId, SourceId};

impl Dataset {
    /// Has a publication go by another id.
    pub fn rename_source(&mut self, old: &SourceId, new: &SourceId) {
        if let Some(source) = self.sources.remove(old) {
            self.sources.insert(new.clone(), source);
        }
        let mut rename = |id: &mut SourceId| {
            if id == old {
                id.clone_from(new);
            }
        };
        for operation in &mut self.operations {
            operation.each_source(&mut rename);
        }
        for case in &mut self.cases {
            if case.names(old) {
                Arc::make_mut(case).each_source(&mut rename);
            }
        }
    }

    /// Has a metric go by another id.
    pub fn rename_metric(&mut self, old: &MetricId, new: &MetricId) {
        let wholes = self
            .metrics
            .iter_mut()
            .filter_map(|one| one.part_of.as_mut());
        let wholes: Vec<&mut MetricId> = wholes.filter(|id| *id == old).collect();
        for id in wholes {
            id.clone_from(new);
        }
        let own = self.metrics.iter_mut().map(|one| &mut one.id);
        let operations = self.operations.iter_mut().flat_map(|operation| {
            let figures = operation.figures.iter_mut().map(|one| &mut one.metric);
            let none = operation.not_applicable.iter_mut();
            figures.chain(none.map(|one| &mut one.metric))
        });
        for id in own.chain(operations).filter(|id| *id == old) {
            id.clone_from(new);
        }
    }

    /// Has an operation go by another id.
    pub fn rename_operation(&mut self, old: &OperationId, new: &OperationId) {
        let own = self.operations.iter_mut().map(|one| &mut one.id);
        for id in own.filter(|id| *id == old) {
            id.clone_from(new);
        }
        for case in self.cases.iter_mut().filter(|one| one.operation == *old) {
            Arc::make_mut(case).operation.clone_from(new);
        }
    }

    /// Has a case go by another id.
    pub fn rename_case(&mut self, old: &CaseId, new: &CaseId) {
        for case in self.cases.iter_mut().filter(|one| one.id == *old) {
            Arc::make_mut(case).id.clone_from(new);
        }
    }
}
