//! What tables would change in a dataset: what is new is added, what repeats is known, what
//! contradicts a report becomes a further one, and nothing that stands there is overwritten.

use std::collections::{BTreeMap, BTreeSet};

use super::{Asked, Given, Incoming, Passed};
use crate::file::edit::{self, Edit, Path, Step, Value, edited};
use crate::file::read;
use crate::model::fault::{Noun, RecordFault};
use crate::model::{
    Atlas, Case, Dataset, Fault, Metric, MetricId, OperationId, Problem, Quantity, Report,
    Severity, Source, SourceId,
};

/// How a report stands to what is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The figure was not reported.
    First,
    /// Others are there, and all can be true.
    Further,
    /// It cannot be true beside another one.
    Contradicts,
}

impl Kind {
    /// How a number stands to reports.
    pub(super) fn beside(there: &[Report], quantity: Quantity) -> Self {
        if there.is_empty() {
            Self::First
        } else if there.iter().all(|one| one.quantity.agrees_with(quantity)) {
            Self::Further
        } else {
            Self::Contradicts
        }
    }
}

/// Fields of something as they would be written.
pub type Fields = Vec<(&'static str, Value)>;

/// The fields of a record but some.
pub(super) fn fields_but(record: &Value, without: &[&str]) -> Fields {
    let Value::Record(fields, _) = record else {
        return Fields::new();
    };
    let fields = fields.iter().filter(|(name, _)| !without.contains(name));
    fields.cloned().collect()
}

/// One thing that would be written, or that is left as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Put {
    /// The title of the dataset.
    Title(String),
    /// A new publication, by its publisher, and what else is said of it.
    Source(SourceId, String, Fields),
    /// A new metric, by its label, and what else is said of it.
    Metric(MetricId, String, Fields),
    /// A new operation, by its name, and what else is said of it.
    Operation(OperationId, String, Fields),
    /// A field that an operation lacked, and what it then says.
    Field(OperationId, &'static str, Value),
    /// A report.
    Report(Given, Kind),
    /// A new case, by its title, and what else is said of it.
    Case(String, String, Fields),
    /// A report as it is corrected, and the number that it had.
    Corrected(Given, Quantity),
    /// A report that is removed.
    Removed(Given),
    /// A field of something that is corrected: what it is, what it is called, and the field.
    Changed(Noun, String, &'static str),
    /// Something that is removed: what it is, and what it is called.
    Gone(Noun, String),
    /// Something that stands there otherwise, which stays as it is: what it is, its id, and in
    /// which field where only one differs.
    Stays(Noun, String, &'static str),
}

/// What names a source or a metric.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Use {
    /// A figure of an operation.
    Figure(OperationId, MetricId),
    /// An operation, apart from its figures.
    Operation(OperationId),
    /// A metric, as the whole that it is a part of.
    Metric(MetricId),
    /// A case, by its title.
    Case(String),
}

/// What tables would change in a dataset.
#[derive(Debug, Clone, Default)]
pub struct Proposal {
    /// The changes.
    pub edits: Vec<Edit>,
    /// The text of the dataset with them; `None` where something has to be known first.
    pub text: Option<String>,
    /// The dataset with them.
    pub dataset: Option<Dataset>,
    /// What they are.
    pub put: Vec<Put>,
    /// How many things are there already.
    pub repeated: usize,
    /// What has to be known first.
    pub asked: Vec<Asked>,
    /// What was passed over.
    pub passed: Vec<Passed>,
}

impl Proposal {
    /// Tells how reports stand to those of other open datasets too.
    pub(super) fn beside(&mut self, atlas: &Atlas) {
        for put in &mut self.put {
            let Put::Report(given, kind) = put else {
                continue;
            };
            let operation = atlas.operation(given.operation.as_str());
            let reports = operation.and_then(|one| match &given.metric {
                Some(metric) => Some(&one.figure(metric.as_str())?.reports),
                None => Some(&one.countries.count),
            });
            let there = reports.map_or(&[][..], |reports| reports);
            *kind = (*kind).max(Kind::beside(there, given.report.quantity));
        }
    }

    /// Whether nothing would be written and nothing is there already: what was given states nothing.
    pub fn states_nothing(&self) -> bool {
        self.put.is_empty() && self.repeated == 0 && self.asked.is_empty()
    }

    /// What is put into the text, piece by piece.
    pub fn written(&self) -> Vec<String> {
        self.edits.iter().filter_map(edit::written).collect()
    }
}

/// Holds what was understood against a dataset.
pub(super) fn proposal(incoming: Incoming, text: &str, dataset: &Dataset) -> Proposal {
    finished(unfinished(incoming, dataset), text, dataset)
}

/// The changes, not tried yet.
pub(super) fn unfinished(incoming: Incoming, dataset: &Dataset) -> Proposal {
    let mut merging = Merging {
        dataset,
        proposal: Proposal {
            asked: incoming.asked,
            passed: incoming.passed,
            ..Proposal::default()
        },
    };
    let is_empty = dataset.sources.is_empty()
        && dataset.metrics.is_empty()
        && dataset.operations.is_empty()
        && dataset.cases.is_empty();
    if let Some((title, summary)) = incoming.dataset.filter(|_| is_empty) {
        merging.title(title, summary);
    }
    let metrics = merging.metrics(incoming.metrics, &incoming.reports);
    merging.unknown_sources(&incoming.sources, &incoming.reports);
    merging.sources(incoming.sources);
    merging.declare(metrics);
    merging.operations(incoming.operations, incoming.reports);
    merging.cases(incoming.cases);
    merging.proposal
}

/// The text with the changes, where nothing has to be known first and no rule is broken.
pub(super) fn finished(mut proposal: Proposal, text: &str, dataset: &Dataset) -> Proposal {
    if !proposal.asked.is_empty() {
        return proposal;
    }
    match edited(text, &proposal.edits) {
        Ok(new) => {
            let now = read(&dataset.file, new.as_bytes());
            proposal.asked = new_problems(text, &now.problems);
            if proposal.asked.is_empty() {
                (proposal.text, proposal.dataset) = (Some(new), now.dataset);
            }
        }
        Err(fault) => proposal.asked.push(Asked::NotWritten(fault)),
    }
    proposal
}

/// What would be wrong with a text that was not wrong with it before.
fn new_problems(before: &str, now: &[Problem]) -> Vec<Asked> {
    // Whoever says that there were more countries than there are swapped two numbers.
    let swapped =
        |problem: &Problem| matches!(problem.fault, Fault::Record(RecordFault::TooManyCounted(_)));
    let is_wrong = |one: &&Problem| one.severity == Severity::Error || swapped(one);
    let wrong: Vec<&Problem> = now.iter().filter(is_wrong).collect();
    if wrong.is_empty() {
        return Vec::new();
    }
    let before = read("", before.as_bytes()).problems;
    let is_new = |problem: &&&Problem| !before.iter().any(|one| one.fault == problem.fault);
    let new = wrong.iter().filter(is_new);
    new.map(|problem| Asked::Problem(problem.what())).collect()
}

pub(super) struct Merging<'a> {
    pub(super) dataset: &'a Dataset,
    pub(super) proposal: Proposal,
}

pub(super) fn field(name: &'static str) -> Path {
    vec![Step::Field(name)]
}

impl Merging<'_> {
    fn title(&mut self, title: String, summary: Option<String>) {
        let edits = &mut self.proposal.edits;
        edits.push(Edit::Set(field("title"), Value::Text(title.clone())));
        edits.extend(summary.map(|summary| Edit::Set(field("summary"), Value::Text(summary))));
        self.proposal.put.push(Put::Title(title));
    }

    /// The metrics that are new: those given, and those that come with the program and are counted.
    fn metrics(&mut self, given: Vec<Metric>, reports: &[Given]) -> Vec<Metric> {
        let mut new: Vec<Metric> = Vec::new();
        for metric in given {
            match self.dataset.metrics.iter().find(|one| one.id == metric.id) {
                Some(there) if *there == metric => self.proposal.repeated += 1,
                Some(_) => {
                    let id = metric.id.to_string();
                    self.proposal.put.push(Put::Stays(Noun::Metric, id, ""));
                }
                None => new.push(metric),
            }
        }
        let mut told = BTreeSet::new();
        for Given { metric, place, .. } in reports {
            let Some(id) = metric else { continue };
            let known = self.dataset.metrics.iter().chain(&new);
            if !known.into_iter().any(|one| one.id == *id) && told.insert(id) {
                let asked = Asked::Metric(place.clone(), id.to_string());
                self.proposal.asked.push(asked);
            }
        }
        new
    }

    fn unknown_sources(&mut self, new: &BTreeMap<SourceId, Source>, reports: &[Given]) {
        let mut told = BTreeSet::new();
        for Given { report, place, .. } in reports {
            let id = &report.source;
            let is_known = self.dataset.sources.contains_key(id) || new.contains_key(id);
            if !is_known && told.insert(id) {
                let asked = Asked::UnknownSource(place.clone(), id.to_string());
                self.proposal.asked.push(asked);
            }
        }
    }

    fn sources(&mut self, given: BTreeMap<SourceId, Source>) {
        let mut new = Vec::new();
        for (id, source) in given {
            match self.dataset.sources.get(&id) {
                Some(there) if *there == source => self.proposal.repeated += 1,
                Some(_) => {
                    let put = Put::Stays(Noun::Source, id.to_string(), "");
                    self.proposal.put.push(put);
                }
                None => {
                    let value = edit::source(&source);
                    let said = fields_but(&value, &["publisher"]);
                    new.push((id.to_string(), value));
                    let put = Put::Source(id, source.publisher, said);
                    self.proposal.put.push(put);
                }
            }
        }
        self.add_keyed("sources", new);
    }

    fn declare(&mut self, metrics: Vec<Metric>) {
        let declared = metrics
            .iter()
            .map(|one| (one.id.to_string(), edit::metric(one)));
        self.add_keyed("metrics", declared.collect());
        let put = metrics.into_iter().map(|one| {
            let said = fields_but(&edit::metric(&one), &["label"]);
            Put::Metric(one.id, one.label, said)
        });
        self.proposal.put.extend(put);
    }

    fn add_keyed(&mut self, name: &'static str, new: Vec<(String, Value)>) {
        if !new.is_empty() {
            self.proposal.edits.push(Edit::AddKeyed(field(name), new));
        }
    }

    fn cases(&mut self, given: Vec<Case>) {
        let there: BTreeMap<&str, &Case> = self
            .dataset
            .cases
            .iter()
            .map(|one| (one.id.as_str(), &**one))
            .collect();
        let mut new = Vec::new();
        for case in given {
            match there.get(case.id.as_str()) {
                Some(there) if **there == case => self.proposal.repeated += 1,
                Some(_) => {
                    let put = Put::Stays(Noun::Case, case.id.to_string(), "");
                    self.proposal.put.push(put);
                }
                None => {
                    let value = edit::case(&case);
                    let said = fields_but(&value, &["id", "title"]);
                    new.push(value);
                    let put = Put::Case(case.id.to_string(), case.title, said);
                    self.proposal.put.push(put);
                }
            }
        }
        if !new.is_empty() {
            self.proposal.edits.push(Edit::Add(field("cases"), new));
        }
    }
}
