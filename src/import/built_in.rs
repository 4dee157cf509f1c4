//! What comes with the program, for what is entered to refer to; read once, when first asked for.

use std::sync::{Arc, LazyLock};

use crate::file::{EMBEDDED, read};
use crate::model::{Atlas, Dataset, Metric};

static DATASETS: LazyLock<Vec<Dataset>> = LazyLock::new(|| {
    let read = |(name, text): &(&str, &str)| read(name, text.as_bytes()).dataset;
    EMBEDDED.iter().filter_map(read).collect()
});

static METRICS: LazyLock<Vec<Metric>> = LazyLock::new(|| {
    let mut metrics: Vec<Metric> = Vec::new();
    for metric in datasets().iter().flat_map(|one| &one.metrics) {
        if !metrics.iter().any(|one| one.id == metric.id) {
            metrics.push(metric.clone());
        }
    }
    metrics
});

static ATLAS: LazyLock<Atlas> = LazyLock::new(|| {
    let datasets: Vec<Arc<Dataset>> = datasets().iter().cloned().map(Arc::new).collect();
    Atlas::of(&datasets).0
});

/// The datasets that come with the program.
pub(super) fn datasets() -> &'static [Dataset] {
    &DATASETS
}

/// The metrics that come with the program, which every dataset can take over.
pub fn known_metrics() -> &'static [Metric] {
    &METRICS
}

/// All that comes with the program, put together.
pub fn known_atlas() -> &'static Atlas {
    &ATLAS
}
