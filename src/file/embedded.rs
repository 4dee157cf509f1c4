//! The datasets that come with the program, and the one that “opatlas new” writes.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::model::{Metric, MetricId};

/// The embedded datasets: file name and text.
pub const EMBEDDED: &[(&str, &str)] = &[
    ("liberterra.ron", include_str!("../../data/liberterra.ron")),
    ("turquesa.ron", include_str!("../../data/turquesa.ron")),
    ("weka.ron", include_str!("../../data/weka.ron")),
    (
        "storm-makers.ron",
        include_str!("../../data/storm-makers.ron"),
    ),
    (
        "global-chain.ron",
        include_str!("../../data/global-chain.ron"),
    ),
];

/// A dataset to start from, which is also the manual of the format.
pub const STARTER: &str = include_str!("starter.ron");

/// In place of what in the starter the metrics of the embedded datasets stand, and after what.
const METRICS: [&str; 2] = [
    "`opatlas new FILE --metrics` writes them all here, to choose from.\n",
    "take away the two slashes before those you need:\n",
];

/// The starter with the metrics of the embedded datasets to choose from, as comments.
pub fn starter() -> String {
    let own = super::read("starter", STARTER.as_bytes())
        .dataset
        .unwrap_or_default();
    let mut known: BTreeSet<MetricId> = own.metrics.into_iter().map(|metric| metric.id).collect();
    let [place, before] = METRICS;
    let mut lines = before.to_owned();
    for (name, text) in EMBEDDED {
        let dataset = super::read(name, text.as_bytes())
            .dataset
            .unwrap_or_default();
        for metric in dataset.metrics {
            if known.insert(metric.id.clone()) {
                lines.push_str(&declaration(&metric));
            }
        }
    }
    STARTER.replacen(place, &lines, 1)
}

/// A metric as it is declared in a dataset, as a comment.
fn declaration(metric: &Metric) -> String {
    // Every text can be written as RON.
    let text = |text: &str| ron::to_string(text).unwrap_or_default();
    let mut fields = format!(
        "label: {}, unit: {}, definition: {}",
        text(&metric.label),
        text(&metric.unit),
        text(&metric.definition),
    );
    if let Some(whole) = &metric.part_of {
        let _written = write!(fields, ", part_of: {}", text(whole.as_str()));
    }
    if !metric.not_per.is_empty() {
        let _written = write!(fields, ", not_per: {:?}", metric.not_per);
    }
    format!("        // {}: ({fields}),\n", text(metric.id.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Atlas, Problem, Severity};
    use std::sync::Arc;

    #[test]
    fn the_starter_opens_beside_the_embedded_datasets_with_any_of_their_metrics() {
        let starter = starter();
        assert!(starter.contains("        // \"potential_victims_women\""));
        let chosen = starter.replace("        // \"", "        \"");
        for text in [&starter, &chosen] {
            let own = super::super::read("mine.ron", text.as_bytes());
            // A metric taken and not counted yet is asked about, no more.
            let severity = |problem: &Problem| problem.severity;
            assert!(
                !own.problems
                    .iter()
                    .map(severity)
                    .any(|s| s == Severity::Error)
            );
            let embedded = EMBEDDED.iter().map(|(name, text)| (*name, text.as_bytes()));
            let datasets: Vec<_> = embedded
                .chain([("mine.ron", text.as_bytes())])
                .filter_map(|(name, bytes)| super::super::read(name, bytes).dataset.map(Arc::new))
                .collect();
            let (atlas, clashes) = Atlas::of(&datasets);
            assert_eq!(clashes, []);
            assert!(atlas.gaps.is_empty());
        }
    }
}
