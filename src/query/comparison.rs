//! What a person chose to compare.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::measure::{Measure, measured};
use super::search;
use crate::model::{Amount, Atlas, Metric, Operation};

/// Chosen operations × chosen metrics under one measure. Ids that are in no open dataset are
/// kept, so that a view survives a file that is away for a while; they show nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Comparison {
    /// Operation ids, in the order shown.
    pub operations: Vec<String>,
    /// Metric ids, in the order shown.
    pub metrics: Vec<String>,
    /// The common footing.
    pub measure: Measure,
    /// The operation that changes are measured from; the first chosen where `None`.
    pub base: Option<String>,
}

/// An order of operations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// By first day; those without one last.
    Date,
    /// By name.
    Name,
    /// By the first chosen metric under the measure, the largest first; those without a number
    /// last.
    Value,
}

/// How many metrics are shown before anyone chose: as many as one takes in at a glance.
const FIRST_METRICS: usize = 8;

impl Comparison {
    /// What to show before anyone chose: the two latest operations of the first family that has
    /// two, and the first metrics that one of them reports. Which family comes first is for the
    /// datasets to say, by their order.
    pub fn telling(atlas: &Atlas) -> Self {
        let of_family = |family: &str| -> Vec<&Operation> {
            atlas
                .operations
                .iter()
                .filter(|operation| operation.family == family)
                .collect()
        };
        let mut families = atlas
            .operations
            .iter()
            .map(|operation| of_family(&operation.family));
        let mut family = families
            .find(|family| family.len() > 1)
            .unwrap_or_else(|| atlas.operations.iter().collect());
        family.sort_by_key(|operation| operation.days.map(|days| days.first));
        let chosen = family.split_off(family.len().saturating_sub(2));
        let mut comparison = Self {
            operations: chosen
                .iter()
                .map(|operation| operation.id.to_string())
                .collect(),
            ..Self::default()
        };
        comparison.choose_first_metrics(atlas);
        comparison
    }

    /// Chooses the first metrics that one of the chosen operations reports: as many as one takes
    /// in at a glance.
    pub fn choose_first_metrics(&mut self, atlas: &Atlas) {
        self.choose_reported_metrics(atlas);
        self.metrics.truncate(FIRST_METRICS);
    }

    /// Chooses every metric that one of the chosen operations reports, in the order declared.
    pub fn choose_reported_metrics(&mut self, atlas: &Atlas) {
        let chosen = self.operations_in(atlas);
        let reported = atlas.metrics.iter().filter(|metric| {
            chosen.iter().any(|operation| {
                // What a problem leaves out is stated all the same.
                operation.figure(metric.id.as_str()).is_some()
                    || atlas.gaps.has_figure(&operation.id, &metric.id)
            })
        });
        self.metrics = reported.map(|metric| metric.id.to_string()).collect();
    }

    /// Puts first the two chosen metrics that most operations report in numbers, so that a
    /// scatter has points; the earlier pair where two are equal.
    pub fn lead_with_most_shared(&mut self, atlas: &Atlas) {
        let metrics = self.metrics_in(atlas);
        let in_numbers = |operation: &Operation, metric: &Metric| {
            let report = atlas.figure(operation, &metric.id);
            report.is_some_and(|report| report.quantity.number().is_some())
        };
        let shared = |a: &Metric, b: &Metric| {
            let both =
                |operation: &&Operation| in_numbers(operation, a) && in_numbers(operation, b);
            atlas.operations.iter().filter(both).count()
        };
        let pairs = metrics
            .iter()
            .enumerate()
            .flat_map(|(index, a)| metrics.iter().skip(index + 1).map(move |b| (*a, *b)));
        // Of equal ones `max_by_key` takes the last, so the pairs are looked at from the end.
        let pairs: Vec<(&Metric, &Metric)> = pairs.collect();
        let best = pairs.into_iter().rev().max_by_key(|(a, b)| shared(a, b));
        if let Some((a, b)) = best {
            let lead = [a.id.to_string(), b.id.to_string()];
            self.metrics.retain(|id| !lead.contains(id));
            self.metrics.splice(0..0, lead);
        }
    }

    /// Takes out what is named a second time: it is one operation, or one metric.
    pub fn name_each_once(&mut self) {
        for ids in [&mut self.operations, &mut self.metrics] {
            let mut met = BTreeSet::new();
            ids.retain(|id| met.insert(id.clone()));
        }
    }

    /// Puts the chosen operations into an order.
    pub fn sort_operations(&mut self, atlas: &Atlas, order: Order) {
        let known = |id: &String| atlas.operation(id);
        match order {
            Order::Date => self.operations.sort_by_key(|id| {
                let first = known(id).and_then(|operation| operation.days);
                (first.is_none(), first.map(|days| days.first.earliest()))
            }),
            Order::Name => self.operations.sort_by_cached_key(|id| {
                known(id).map_or_else(String::new, |operation| search::folded(&operation.name))
            }),
            Order::Value => {
                let base = self.base_in(atlas);
                let first = self.metrics_in(atlas).first().copied();
                let number = |id: &String| {
                    let figure = measured(atlas, known(id)?, first?, self.measure, base);
                    figure.amount().map(Amount::number)
                };
                let mut keyed: Vec<(Option<f64>, String)> = self
                    .operations
                    .iter()
                    .map(|id| (number(id), id.clone()))
                    .collect();
                keyed.sort_by(|(a, _), (b, _)| match (a, b) {
                    (Some(a), Some(b)) => b.total_cmp(a),
                    (a, b) => b.is_some().cmp(&a.is_some()),
                });
                self.operations = keyed.into_iter().map(|(_, id)| id).collect();
            }
        }
    }

    /// The ids chosen that are in no open dataset.
    pub fn missing_from(&self, atlas: &Atlas) -> Vec<String> {
        let operations = self.operations.iter().chain(&self.base);
        let operations = operations.filter(|id| atlas.operation(id).is_none());
        let metrics = self.metrics.iter().filter(|id| atlas.metric(id).is_none());
        operations.chain(metrics).cloned().collect()
    }

    /// The chosen operations that are open, each once, in the order chosen.
    pub fn operations_in<'a>(&self, atlas: &'a Atlas) -> Vec<&'a Operation> {
        let mut met = BTreeSet::new();
        let chosen = self.operations.iter().filter(|id| met.insert(id.as_str()));
        chosen.filter_map(|id| atlas.operation(id)).collect()
    }

    /// The chosen metrics that are open, each once, in the order chosen.
    pub fn metrics_in<'a>(&self, atlas: &'a Atlas) -> Vec<&'a Metric> {
        let mut met = BTreeSet::new();
        let chosen = self.metrics.iter().filter(|id| met.insert(id.as_str()));
        chosen.filter_map(|id| atlas.metric(id)).collect()
    }

    /// The operation that changes are measured from.
    pub fn base_in<'a>(&self, atlas: &'a Atlas) -> Option<&'a Operation> {
        let chosen = self.base.as_deref().and_then(|id| atlas.operation(id));
        chosen.or_else(|| self.operations_in(atlas).first().copied())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture;

    #[test]
    fn operations_are_put_in_order_of_date_name_or_value() {
        let atlas = fixture::atlas();
        let mut comparison = Comparison::telling(&atlas);
        let order = |comparison: &Comparison| comparison.operations.join(" ");
        comparison.sort_operations(&atlas, Order::Value);
        assert_eq!(order(&comparison), "liberterra-3 liberterra-2");
        comparison.measure = Measure::PerDay;
        comparison.sort_operations(&atlas, Order::Value);
        assert_eq!(order(&comparison), "liberterra-2 liberterra-3");
        comparison.operations.reverse();
        comparison.sort_operations(&atlas, Order::Date);
        assert_eq!(order(&comparison), "liberterra-2 liberterra-3");
        comparison.operations.reverse();
        comparison.sort_operations(&atlas, Order::Name);
        assert_eq!(order(&comparison), "liberterra-2 liberterra-3");
    }
}
