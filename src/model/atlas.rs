//! Everything that is open: one or more datasets, seen as one.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

use super::case::Case;
use super::colours;
use super::figure::{Metric, Report};
use super::ids::{MetricId, OperationId, SourceId};
use super::operation::Operation;
use super::problem::{Problem, Severity};
use super::source::Source;

/// One RON file, checked: every id refers to something, every number is within range.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Dataset {
    /// The file's name as the user gave it.
    pub file: String,
    /// The dataset's own title.
    pub title: String,
    /// What it holds and where it comes from.
    pub summary: Option<String>,
    /// Publications by id.
    pub sources: BTreeMap<SourceId, Source>,
    /// Metrics in the order declared.
    pub metrics: Vec<Metric>,
    /// Operations in the order written.
    pub operations: Vec<Operation>,
    /// Cases in the order written; shared, since a dataset may hold a million of them.
    pub cases: Vec<Arc<Case>>,
}

/// All open datasets as one: their operations are compared side by side.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Atlas {
    /// The open datasets' files and titles, in the order opened.
    pub titles: Vec<(String, String)>,
    /// Publications by id.
    pub sources: BTreeMap<SourceId, Source>,
    /// Metrics in the order first declared.
    pub metrics: Vec<Metric>,
    /// Operations in the order written.
    pub operations: Vec<Operation>,
    /// Cases in the order written; shared, since a dataset may hold a million of them.
    pub cases: Vec<Arc<Case>>,
    /// A number for each operation, which gives its colour; operations beyond these have their
    /// place.
    pub numbers: Vec<usize>,
}

/// Two open datasets use one id for different things; the first one opened keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// What kind of record: "operation", "metric" …
    pub kind: &'static str,
    /// The id.
    pub id: String,
    /// The file whose record is used.
    pub kept: String,
    /// The file whose record is left out.
    pub left_out: String,
}

impl fmt::Display for Clash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "the {} “{}” is also in {}",
            self.kind, self.id, self.kept
        )
    }
}

impl Clash {
    /// The clash as a problem of the file whose record is left out.
    pub fn problem(&self) -> Problem {
        Problem {
            severity: Severity::Error,
            file: self.left_out.clone(),
            place: None,
            what: self.to_string(),
            remedy: format!(
                "give one of the two another id; until then the one in {} is shown, and what rests on the other is left out",
                self.kept
            ),
        }
    }
}

/// Which dataset each id belongs to.
#[derive(Default)]
struct Owners {
    /// The place among the datasets and the file, by kind and id.
    known: BTreeMap<(&'static str, String), (usize, String)>,
    clashes: Vec<Clash>,
}

impl Owners {
    /// Whether an id belongs to a dataset. If it is another's, and does not mean the same
    /// there, the clash is noted.
    fn claim(&mut self, kind: &'static str, id: &str, by: (usize, &str), same: bool) -> bool {
        let (owner, kept) = self
            .known
            .entry((kind, id.to_owned()))
            .or_insert_with(|| (by.0, by.1.to_owned()));
        let own = *owner == by.0;
        if !own && !same {
            self.clashes.push(Clash {
                kind,
                id: id.to_owned(),
                kept: kept.clone(),
                left_out: by.1.to_owned(),
            });
        }
        own
    }
}

/// Ids of one dataset that mean something else in another opened before it.
#[derive(Default)]
struct Lost {
    sources: BTreeSet<SourceId>,
    metrics: BTreeSet<MetricId>,
    operations: BTreeSet<OperationId>,
}

impl Lost {
    /// An operation without the figures and reports that would now rest on another file's
    /// metric or source.
    fn without(&self, operation: &Operation) -> Operation {
        let mut operation = operation.clone();
        let keep = |report: &Report| !self.sources.contains(&report.source);
        operation.countries.count.retain(keep);
        for figure in &mut operation.figures {
            figure.reports.retain(keep);
        }
        operation
            .figures
            .retain(|figure| !figure.reports.is_empty() && !self.metrics.contains(&figure.metric));
        operation
    }
}

impl Atlas {
    /// Puts datasets together. Sources and metrics may stand in several as long as they say
    /// the same; an operation or a case belongs to one. What clashes is left out with all that
    /// rests on it, and told.
    pub fn of(datasets: &[Arc<Dataset>]) -> (Self, Vec<Clash>) {
        let mut atlas = Self::default();
        let mut owners = Owners::default();
        for (index, dataset) in datasets.iter().enumerate() {
            atlas.add(index, dataset, &mut owners);
        }
        atlas.numbers = colours::numbers(&atlas.operations);
        (atlas, owners.clashes)
    }

    fn add(&mut self, index: usize, dataset: &Dataset, owners: &mut Owners) {
        let mut claim = |kind, id: &str, same| owners.claim(kind, id, (index, &dataset.file), same);
        let mut lost = Lost::default();
        for (id, source) in &dataset.sources {
            let same = self.sources.get(id) == Some(source);
            if claim("source", id.as_str(), same) {
                self.sources.insert(id.clone(), source.clone());
            } else if !same {
                lost.sources.insert(id.clone());
            }
        }
        for metric in &dataset.metrics {
            let same = self.metric(metric.id.as_str()) == Some(metric);
            if claim("metric", metric.id.as_str(), same) {
                self.metrics.push(metric.clone());
            } else if !same {
                lost.metrics.insert(metric.id.clone());
            }
        }
        for operation in &dataset.operations {
            if claim("operation", operation.id.as_str(), false) {
                self.operations.push(lost.without(operation));
            } else {
                lost.operations.insert(operation.id.clone());
            }
        }
        for case in &dataset.cases {
            let of_lost = lost.operations.contains(&case.operation);
            if !of_lost && claim("case", case.id.as_str(), false) {
                self.cases.push(case.clone());
            }
        }
        self.titles
            .push((dataset.file.clone(), dataset.title.clone()));
    }

    /// The operation of an id.
    pub fn operation(&self, id: &str) -> Option<&Operation> {
        self.operations
            .iter()
            .find(|operation| operation.id.as_str() == id)
    }

    /// An operation's number, which no other has and which gives its colour everywhere; `None`
    /// when it is not open.
    pub fn place(&self, operation: &Operation) -> Option<usize> {
        let mut all = self.operations.iter();
        Some(self.number(all.position(|known| known.id == operation.id)?))
    }

    /// The number of the operation at a place in the list; see [`Self::place`].
    pub fn number(&self, place: usize) -> usize {
        self.numbers.get(place).copied().unwrap_or(place)
    }

    /// The metric of an id.
    pub fn metric(&self, id: &str) -> Option<&Metric> {
        self.metrics.iter().find(|metric| metric.id.as_str() == id)
    }

    /// The metric that another is a part of; `None` where it is a part of none.
    pub fn whole_of(&self, part: &Metric) -> Option<&Metric> {
        self.metric(part.part_of.as_ref()?.as_str())
    }

    /// The source of an id.
    pub fn source(&self, id: &SourceId) -> Option<&Source> {
        self.sources.get(id)
    }

    /// The report to show of several; see [`Report::preferred`].
    pub fn preferred<'a>(&self, reports: &'a [Report]) -> Option<&'a Report> {
        Report::preferred(reports, &self.sources)
    }

    /// The report to show of a metric in an operation; `None` when it is not reported.
    pub fn figure<'a>(&self, operation: &'a Operation, metric: &MetricId) -> Option<&'a Report> {
        self.preferred(&operation.figure(metric.as_str())?.reports)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture;

    #[test]
    fn a_dataset_opened_twice_is_shown_once_and_told() {
        let twice = [Arc::new(fixture::dataset()), Arc::new(fixture::dataset())];
        let (atlas, clashes) = Atlas::of(&twice);
        assert_eq!(atlas.operations.len(), 2);
        assert_eq!(atlas.cases.len(), 1);
        assert!(clashes.iter().any(|clash| clash.id == "liberterra-2"));
    }

    #[test]
    fn figures_never_move_to_another_files_metric_or_source() {
        let mut other = fixture::dataset();
        "other.ron".clone_into(&mut other.file);
        other.metrics[0].definition = "Counted otherwise".to_owned();
        let source = other.sources.get_mut("official-2026").unwrap();
        source.publisher = "Someone else".to_owned();
        for operation in &mut other.operations {
            operation.id = format!("other-{}", operation.id).into();
        }
        let (atlas, clashes) = Atlas::of(&[Arc::new(fixture::dataset()), Arc::new(other)]);
        assert_eq!(
            clashes.len(),
            3,
            "a source, a metric and a case: {clashes:?}"
        );
        let second = atlas.operation("other-liberterra-2").unwrap();
        assert!(second.figure("arrests").is_none());
        assert!(second.figure("officers").is_some());
        let third = atlas.operation("other-liberterra-3").unwrap();
        assert!(third.figures.is_empty() && third.countries.count.is_empty());
    }
}
