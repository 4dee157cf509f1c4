//! The metrics that a name in a sheet, a form or a text can mean.

use std::collections::BTreeMap;

use super::built_in::known_metrics;
use crate::model::{Dataset, Metric, MetricId};
use crate::query::search::folded;

/// What people call the metrics that datasets of the program declare.
const CALLED: [(&str, &str); 6] = [
    (
        "arrests",
        "arrests|arrested|arrestations|personnes arretees|interpellations|detenciones|detenidos|\
         arrestos",
    ),
    (
        "potential_victims",
        "victims|potential victims|victims rescued|presumed victims|victimes|\
         victimes potentielles|victimes presumees|victimas|posibles victimas|\
         presuntas victimas|victimas potenciales",
    ),
    (
        "irregular_migrants",
        "migrants|irregular migrants|migrants irreguliers|migrantes|migrantes irregulares",
    ),
    (
        "officers",
        "officers|police officers|agents|policiers|agentes|policias",
    ),
    ("inspections", "inspections|checks|controles|inspecciones"),
    (
        "investigations",
        "investigations|enquetes|enquetes ouvertes|investigaciones",
    ),
];

/// The metrics that a name can mean: those of the dataset, then those that come with the program.
pub(super) struct Metrics<'a> {
    own: &'a [Metric],
    /// Those that other sheets declare.
    declared: Vec<Metric>,
    embedded: &'static [Metric],
    /// Which is meant by each name, folded; rows name them, so that it is asked often.
    names: BTreeMap<String, MetricId>,
}

impl<'a> Metrics<'a> {
    pub fn of_dataset(dataset: &'a Dataset) -> Self {
        Self::and(dataset, Vec::new())
    }

    /// Those of a dataset, and `declared` ones of other sheets.
    pub fn and(dataset: &'a Dataset, declared: Vec<Metric>) -> Self {
        let mut metrics = Self {
            own: &dataset.metrics,
            declared,
            embedded: known_metrics(),
            names: BTreeMap::new(),
        };
        let mut names = BTreeMap::new();
        for metric in metrics.all() {
            for name in [metric.id.as_str(), &metric.label] {
                names
                    .entry(folded(name))
                    .or_insert_with(|| metric.id.clone());
            }
        }
        for (id, words) in CALLED {
            for word in words.split('|').filter(|_| metrics.by_id(id).is_some()) {
                names.entry(word.to_owned()).or_insert_with(|| id.into());
            }
        }
        metrics.names = names;
        metrics
    }

    /// Whether the dataset declares a metric itself.
    pub fn is_own(&self, id: &MetricId) -> bool {
        self.own.iter().any(|metric| metric.id == *id)
    }

    /// The metric of an id.
    pub fn by_id(&self, id: &str) -> Option<&Metric> {
        self.all().find(|metric| metric.id.as_str() == id)
    }

    /// A metric that the dataset does not declare itself, and the wholes that it is part of.
    pub fn with_wholes(&self, id: &MetricId) -> Vec<&Metric> {
        let mut all = Vec::new();
        let mut wanted = self.by_id(id.as_str());
        while let Some(metric) = wanted.filter(|one| !self.is_own(&one.id)) {
            all.push(metric);
            let whole = metric.part_of.as_ref();
            wanted = whole.and_then(|whole| self.by_id(whole.as_str()));
        }
        all
    }

    /// Every metric, of an id the one that the dataset declares.
    pub fn each_once(&self) -> Vec<Metric> {
        let mut all: Vec<Metric> = Vec::new();
        for metric in self.all() {
            if !all.iter().any(|one| one.id == metric.id) {
                all.push(metric.clone());
            }
        }
        all
    }

    /// The metric that a name means.
    pub fn of(&self, name: &str) -> Option<&Metric> {
        self.by_id(self.names.get(&folded(name))?.as_str())
    }

    fn all(&self) -> impl Iterator<Item = &Metric> {
        let others = self.declared.iter().chain(self.embedded);
        self.own.iter().chain(others)
    }
}
