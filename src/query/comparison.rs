//! What a person chose to compare.

use serde::{Deserialize, Serialize};

use super::measure::Measure;
use crate::model::{Atlas, Metric, Operation};

/// How many shared figures make two operations worth comparing.
const SOME: usize = 3;

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

impl Comparison {
    /// What to show before anyone chose: two operations of one family, one after the other, that
    /// state some of the same figures in numbers; of these the pair in which most countries took
    /// part, and the later one where two are equal. And every metric one of them reports.
    pub fn telling(atlas: &Atlas) -> Self {
        let in_numbers = |operation: &Operation, metric: &Metric| {
            atlas
                .figure(operation, &metric.id)
                .is_some_and(|report| report.quantity.number().is_some())
        };
        let shared = |a: &Operation, b: &Operation| {
            atlas
                .metrics
                .iter()
                .filter(|metric| in_numbers(a, metric) && in_numbers(b, metric))
                .count()
        };
        let countries = |operation: &Operation| {
            let count = atlas
                .preferred(&operation.countries.count)
                .and_then(|report| report.quantity.number());
            count.unwrap_or(0)
        };
        let first_day = |operation: &Operation| operation.days.map(|days| days.first.earliest());
        let mut in_time: Vec<&Operation> = atlas.operations.iter().collect();
        in_time.sort_by_key(|operation| (&operation.family, first_day(operation)));
        let pair = in_time
            .windows(2)
            .filter_map(|pair| match pair {
                [a, b] if a.family == b.family => Some((
                    shared(a, b).min(SOME),
                    countries(a) + countries(b),
                    first_day(b),
                    [*a, *b],
                )),
                _ => None,
            })
            .max_by_key(|(shared, countries, day, _)| (*shared, *countries, *day));
        let chosen: Vec<&Operation> = match pair {
            Some((.., pair)) => pair.to_vec(),
            None => in_time
                .into_iter()
                .max_by_key(|operation| operation.figures.len())
                .into_iter()
                .collect(),
        };
        let mut comparison = Self {
            operations: chosen
                .iter()
                .map(|operation| operation.id.to_string())
                .collect(),
            ..Self::default()
        };
        comparison.choose_reported_metrics(atlas);
        comparison
    }

    /// Chooses every metric that one of the chosen operations reports, in the order declared.
    pub fn choose_reported_metrics(&mut self, atlas: &Atlas) {
        let chosen = self.operations_in(atlas);
        let reported = atlas.metrics.iter().filter(|metric| {
            chosen
                .iter()
                .any(|operation| operation.figure(metric.id.as_str()).is_some())
        });
        self.metrics = reported.map(|metric| metric.id.to_string()).collect();
    }

    /// The chosen operations that are open, in the order chosen.
    pub fn operations_in<'a>(&self, atlas: &'a Atlas) -> Vec<&'a Operation> {
        self.operations
            .iter()
            .filter_map(|id| atlas.operation(id))
            .collect()
    }

    /// The chosen metrics that are open, in the order chosen.
    pub fn metrics_in<'a>(&self, atlas: &'a Atlas) -> Vec<&'a Metric> {
        self.metrics
            .iter()
            .filter_map(|id| atlas.metric(id))
            .collect()
    }

    /// The operation that changes are measured from.
    pub fn base_in<'a>(&self, atlas: &'a Atlas) -> Option<&'a Operation> {
        let chosen = self.base.as_deref().and_then(|id| atlas.operation(id));
        chosen.or_else(|| self.operations_in(atlas).first().copied())
    }
}
