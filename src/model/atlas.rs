//! Everything that is open: one or more datasets, seen as one.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use super::case::Case;
use super::figure::{Metric, Report};
use super::ids::{MetricId, SourceId};
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
            "the {} “{}” is also in {}, and the two differ",
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
                "give one of them another id; until then the one in {} is shown",
                self.kept
            ),
        }
    }
}

impl Atlas {
    /// Puts datasets together. Sources and metrics may stand in several as long as they say
    /// the same; an operation or a case belongs to one. What clashes is left out and told.
    pub fn of(datasets: &[Arc<Dataset>]) -> (Self, Vec<Clash>) {
        let mut atlas = Self::default();
        let mut clashes = Vec::new();
        let mut owners: BTreeMap<(&'static str, String), String> = BTreeMap::new();
        for dataset in datasets {
            let mut claim = |kind: &'static str, id: &str, same: bool| -> bool {
                let kept = owners
                    .entry((kind, id.to_owned()))
                    .or_insert_with(|| dataset.file.clone());
                if *kept != dataset.file && !same {
                    clashes.push(Clash {
                        kind,
                        id: id.to_owned(),
                        kept: kept.clone(),
                        left_out: dataset.file.clone(),
                    });
                }
                *kept == dataset.file
            };
            for (id, source) in &dataset.sources {
                let same = atlas.sources.get(id) == Some(source);
                if claim("source", id.as_str(), same) {
                    atlas.sources.insert(id.clone(), source.clone());
                }
            }
            for metric in &dataset.metrics {
                let same = atlas.metric(metric.id.as_str()) == Some(metric);
                if claim("metric", metric.id.as_str(), same) {
                    atlas.metrics.push(metric.clone());
                }
            }
            for operation in &dataset.operations {
                if claim("operation", operation.id.as_str(), false) {
                    atlas.operations.push(operation.clone());
                }
            }
            for case in &dataset.cases {
                if claim("case", case.id.as_str(), false) {
                    atlas.cases.push(case.clone());
                }
            }
            atlas
                .titles
                .push((dataset.file.clone(), dataset.title.clone()));
        }
        (atlas, clashes)
    }

    /// The operation of an id.
    pub fn operation(&self, id: &str) -> Option<&Operation> {
        self.operations
            .iter()
            .find(|operation| operation.id.as_str() == id)
    }

    /// The metric of an id.
    pub fn metric(&self, id: &str) -> Option<&Metric> {
        self.metrics.iter().find(|metric| metric.id.as_str() == id)
    }

    /// The source of an id.
    pub fn source(&self, id: &SourceId) -> Option<&Source> {
        self.sources.get(id)
    }

    /// The case of an id.
    pub fn case(&self, id: &str) -> Option<&Arc<Case>> {
        self.cases.iter().find(|case| case.id.as_str() == id)
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
