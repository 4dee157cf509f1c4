//! What a person chose to compare.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::kind::Kind;
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
    /// What to show before anyone chose: of the first family in which two operations can be
    /// compared those two that share most figures, and the first metrics that one of them
    /// reports. Which family comes first is for the datasets to say, by their order.
    pub fn telling(atlas: &Atlas) -> Self {
        let chosen = families(atlas)
            .into_iter()
            .find_map(|family| most_shared(atlas, family))
            .or_else(|| most_shared(atlas, atlas.operations.iter().collect()));
        let mut chosen = chosen.unwrap_or_else(|| {
            let mut all = in_time(atlas.operations.iter().collect());
            all.split_off(all.len().saturating_sub(2))
        });
        // One of which nobody says when it was is no earlier than the other.
        chosen.sort_by_key(|operation| operation.days.is_none());
        let mut comparison = Self {
            operations: chosen.iter().map(|one| one.id.to_string()).collect(),
            ..Self::default()
        };
        comparison.choose_first_metrics(atlas);
        comparison
    }

    /// As [`Self::telling`], by one figure: the first that all of them report, so that it can be
    /// taken in at once; the others are a click away.
    pub fn first(atlas: &Atlas) -> Self {
        let mut comparison = Self::telling(atlas);
        let operations = comparison.operations_in(atlas);
        let metrics = comparison.metrics_in(atlas);
        let by_all = metrics.iter().find(|metric| {
            let mut operations = operations.iter();
            operations.all(|operation| in_numbers(atlas, operation, metric))
        });
        let lead = by_all.or(metrics.first()).map(|one| one.id.to_string());
        comparison.metrics = lead.into_iter().collect();
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

    /// What is compared once it is shown in a kind of chart: what was chosen, and where that is
    /// too little for a scatter one figure more, for coverage every figure that is reported.
    #[must_use]
    pub fn for_kind(mut self, kind: Kind, atlas: &Atlas) -> Self {
        if kind == Kind::Scatter {
            self.lead_with_most_shared(atlas);
        } else if kind == Kind::Coverage && self.metrics.len() < 2 {
            self.choose_reported_metrics(atlas);
        }
        self
    }

    /// Puts first the two chosen metrics that most operations report in numbers, so that a
    /// scatter has points; the earlier pair where two are equal. Where one alone is chosen,
    /// another stands beside it.
    fn lead_with_most_shared(&mut self, atlas: &Atlas) {
        let metrics = match self.metrics_in(atlas).as_slice() {
            [] => return,
            [one] => {
                let others = atlas.metrics.iter().filter(|other| other.id != one.id);
                let beside = others.map(|other| [*one, other]);
                return self.lead_with(most_reported(atlas, beside));
            }
            several => several.to_vec(),
        };
        let pairs = metrics
            .iter()
            .enumerate()
            .flat_map(|(index, a)| metrics.iter().skip(index + 1).map(move |b| [*a, *b]));
        self.lead_with(most_reported(atlas, pairs));
    }

    fn lead_with(&mut self, pair: Option<[&Metric; 2]>) {
        if let Some(pair) = pair {
            let lead = pair.map(|metric| metric.id.to_string());
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
                    figure.amount()
                };
                let mut keyed: Vec<(Option<Amount>, String)> = self
                    .operations
                    .iter()
                    .map(|id| (number(id), id.clone()))
                    .collect();
                keyed.sort_by(|(a, _), (b, _)| match (a, b) {
                    (Some(a), Some(b)) => a.larger_first(*b),
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

/// How many operations of a family are looked through for two that can be compared: the latest.
const LOOKED_THROUGH: usize = 16;

/// The operations by family, families in the order of the datasets.
fn families(atlas: &Atlas) -> Vec<Vec<&Operation>> {
    let mut families: Vec<Vec<&Operation>> = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for operation in &atlas.operations {
        let place = *places.entry(&operation.family).or_insert(families.len());
        match families.get_mut(place) {
            Some(family) => family.push(operation),
            None => families.push(vec![operation]),
        }
    }
    families
}

fn in_time(mut operations: Vec<&Operation>) -> Vec<&Operation> {
    operations.sort_by_key(|operation| operation.days.map(|days| days.first));
    operations
}

/// The two operations, in order of time, that report most figures in numbers both, the later two
/// where several do; `None` where no two report one.
fn most_shared<'a>(atlas: &Atlas, operations: Vec<&'a Operation>) -> Option<Vec<&'a Operation>> {
    let mut latest = in_time(operations);
    let latest = latest.split_off(latest.len().saturating_sub(LOOKED_THROUGH));
    let shared = |a: &Operation, b: &Operation| {
        let both = |metric: &&Metric| in_numbers(atlas, a, metric) && in_numbers(atlas, b, metric);
        atlas.metrics.iter().filter(both).count()
    };
    let later = latest.iter().enumerate();
    let pairs = later.flat_map(|(index, b)| latest.iter().take(index).map(move |a| [*a, *b]));
    // Of equal ones `max_by_key` takes the last.
    let best = pairs.map(|[a, b]| (shared(a, b), [a, b]));
    let (shared, pair) = best.max_by_key(|(shared, _)| *shared)?;
    (shared > 0).then(|| pair.to_vec())
}

/// The two metrics that most operations report in numbers both, the earlier pair where several
/// are.
fn most_reported<'a>(
    atlas: &Atlas,
    pairs: impl Iterator<Item = [&'a Metric; 2]>,
) -> Option<[&'a Metric; 2]> {
    let shared = |[a, b]: [&Metric; 2]| {
        let both = |one: &&Operation| in_numbers(atlas, one, a) && in_numbers(atlas, one, b);
        atlas.operations.iter().filter(both).count()
    };
    // Of equal ones `max_by_key` takes the last, so the pairs are looked at from the end.
    let pairs: Vec<[&Metric; 2]> = pairs.collect();
    pairs.into_iter().rev().max_by_key(|&pair| shared(pair))
}

/// Whether an operation's figure is stated as a number.
fn in_numbers(atlas: &Atlas, operation: &Operation, metric: &Metric) -> bool {
    let report = atlas.figure(operation, &metric.id);
    report.is_some_and(|report| report.quantity.number().is_some())
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

    #[test]
    fn the_first_picture_compares_two_operations_that_share_figures() {
        let mut atlas = fixture::atlas();
        let mut without = atlas.operations[1].clone();
        without.id = crate::model::OperationId::from("liberterra-4");
        without.figures.clear();
        without.days = None;
        without.length = None;
        atlas.operations.push(without);
        let chosen = Comparison::telling(&atlas).operations;
        assert_eq!(chosen, ["liberterra-2", "liberterra-3"]);
    }

    #[test]
    fn an_operation_of_which_nobody_says_when_it_was_comes_last() {
        let mut atlas = fixture::atlas();
        atlas.operations[0].days = None;
        let chosen = Comparison::telling(&atlas).operations;
        assert_eq!(chosen, ["liberterra-3", "liberterra-2"]);
    }

    #[test]
    fn the_window_begins_with_the_first_figure_that_both_report() {
        let mut atlas = fixture::atlas();
        assert_eq!(Comparison::first(&atlas).metrics, ["arrests"]);
        let mut figures = atlas.operations[0].figures.iter();
        let arrests = figures.position(|figure| figure.metric.as_str() == "arrests");
        atlas.operations[0].figures.remove(arrests.unwrap());
        assert_eq!(
            Comparison::first(&atlas).metrics,
            ["arrests_trafficking_smuggling"]
        );
    }

    #[test]
    fn a_scatter_of_one_figure_finds_another_beside_it() {
        let atlas = fixture::atlas();
        let scatter = Comparison::first(&atlas).for_kind(Kind::Scatter, &atlas);
        assert_eq!(
            scatter.metrics,
            ["arrests", "arrests_trafficking_smuggling"]
        );
    }
}
