//! What a person chose to compare.

use serde::{Deserialize, Serialize};

use super::measure::Measure;
use crate::model::{Atlas, Metric, Operation};

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
        comparison.choose_reported_metrics(atlas);
        comparison.metrics.truncate(FIRST_METRICS);
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
