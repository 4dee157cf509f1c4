//! What only goes by another id: nothing that it states has changed with that.

use super::{Change, Of, What, diff};
use crate::model::{CaseId, Dataset, MetricId, OperationId, SourceId};

/// An earlier state of a dataset under the ids of a later one.
#[derive(Debug, Clone)]
pub struct Before {
    dataset: Dataset,
    sources: Vec<[SourceId; 2]>,
    metrics: Vec<[MetricId; 2]>,
    operations: Vec<[OperationId; 2]>,
    cases: Vec<[CaseId; 2]>,
}

impl Before {
    /// What only one of the two has and what only the other has are the same thing, where they say
    /// the same and nothing else does.
    pub fn of(old: &Dataset, new: &Dataset) -> Self {
        let mut dataset = old.clone();
        let of = |dataset: &Dataset| -> Vec<_> {
            let sources = dataset.sources.iter();
            sources.map(|(id, one)| (id.clone(), one.clone())).collect()
        };
        let sources = renamed(&of(old), &of(new));
        for [old, new] in &sources {
            dataset.rename_source(old, new);
        }
        let of = |dataset: &Dataset| -> Vec<_> {
            let what = dataset.metrics.iter().map(|one| {
                let what = [&one.label, &one.unit, &one.definition].map(String::clone);
                (one.id.clone(), what)
            });
            what.collect()
        };
        let metrics = renamed(&of(old), &of(new));
        for [old, new] in &metrics {
            dataset.rename_metric(old, new);
        }
        let of = |dataset: &Dataset| -> Vec<_> {
            let what = dataset.operations.iter();
            what.map(|one| (one.id.clone(), (one.name.clone(), one.days, one.length)))
                .collect()
        };
        let operations = renamed(&of(old), &of(new));
        for [old, new] in &operations {
            dataset.rename_operation(old, new);
        }
        let of = |dataset: &Dataset| -> Vec<_> {
            let what = dataset.cases.iter().map(|one| {
                let what = (
                    one.operation.clone(),
                    one.title.clone(),
                    one.summary.clone(),
                );
                (one.id.clone(), what)
            });
            what.collect()
        };
        let cases = renamed(&of(&dataset), &of(new));
        for [old, new] in &cases {
            dataset.rename_case(old, new);
        }
        Self {
            dataset,
            sources,
            metrics,
            operations,
            cases,
        }
    }

    /// What differs from a later state, first what goes by another id.
    pub fn diff<'a>(&'a self, new: &'a Dataset) -> Vec<Change<'a>> {
        let change = |of, old: &'a str| Change {
            of,
            what: What::Renamed(old),
        };
        let sources = self.sources.iter().filter_map(|[old, now]| {
            let (id, source) = new.sources.get_key_value(now)?;
            Some(change(Of::Source(id, source), old.as_str()))
        });
        let metrics = self.metrics.iter().filter_map(|[old, now]| {
            let metric = new.metrics.iter().find(|one| one.id == *now)?;
            Some(change(Of::Metric(metric), old.as_str()))
        });
        let operations = self.operations.iter().filter_map(|[old, now]| {
            let operation = new.operations.iter().find(|one| one.id == *now)?;
            Some(change(Of::Operation(operation), old.as_str()))
        });
        let cases = self.cases.iter().filter_map(|[old, now]| {
            let case = new.cases.iter().find(|one| one.id == *now)?;
            Some(change(Of::Case(case), old.as_str()))
        });
        let renamed = sources.chain(metrics).chain(operations).chain(cases);
        renamed.chain(diff(&self.dataset, new)).collect()
    }
}

/// The ids of what is in both under different ones.
fn renamed<Id: Clone + Ord, What: Clone + PartialEq>(
    old: &[(Id, What)],
    new: &[(Id, What)],
) -> Vec<[Id; 2]> {
    let known = |all: &[(Id, What)]| -> std::collections::BTreeSet<Id> {
        all.iter().map(|(id, _)| id.clone()).collect()
    };
    let (before, now) = (known(old), known(new));
    let gone: Vec<_> = old.iter().filter(|(id, _)| !now.contains(id)).collect();
    let come: Vec<_> = new.iter().filter(|(id, _)| !before.contains(id)).collect();
    let only = |all: &[&(Id, What)], what: &What| -> Option<Id> {
        let mut same = all.iter().filter(|(_, one)| one == what);
        let (id, _) = same.next()?;
        same.next().is_none().then(|| id.clone())
    };
    let pairs = gone.iter().filter_map(|(id, what)| {
        only(&gone, what)?;
        Some([id.clone(), only(&come, what)?])
    });
    pairs.collect()
}
