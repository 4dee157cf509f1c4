//! A report that is there, corrected or removed by a form: of it only the fields that differ are
//! touched, so that what is told around them stays.

use super::{Entered, FigureFields, Form, OperationFields, SourceFields, Subject};
use crate::file::edit::{self, Edit, Path, Step, Value};
use crate::import::{Given, Incoming, Proposal, Put, merge};
use crate::model::{Dataset, MetricId, OperationId, Report, Trail};

/// A report that is there and is corrected or removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// Of which operation.
    pub operation: OperationId,
    /// Of which metric; `None` for how many countries took part.
    pub metric: Option<MetricId>,
    /// Its place among the reports of that number in its dataset, from 0.
    pub at: usize,
    /// Whether it is removed.
    pub removed: bool,
}

impl Changed {
    /// The report in its dataset.
    fn report<'a>(&self, dataset: &'a Dataset) -> Option<&'a Report> {
        self.reports(dataset)?.get(self.at)
    }

    fn reports<'a>(&self, dataset: &'a Dataset) -> Option<&'a [Report]> {
        let mut operations = dataset.operations.iter();
        let operation = operations.find(|one| one.id == self.operation)?;
        match &self.metric {
            Some(metric) => Some(&operation.figure(metric.as_str())?.reports),
            None => Some(&operation.countries.count),
        }
    }

    /// The form filled with it.
    pub fn form(&self, dataset: &Dataset) -> Option<Form> {
        let report = self.report(dataset)?;
        let operation = dataset
            .operations
            .iter()
            .find(|one| one.id == self.operation)?;
        let metric = self.metric.as_ref().map_or("", MetricId::as_str);
        let label = dataset.metrics.iter().find(|one| one.id.as_str() == metric);
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let trail = report.trail.as_deref();
        Some(Form {
            subject: Subject::Figures,
            operation: OperationFields {
                name: operation.name.clone(),
                ..OperationFields::default()
            },
            source: SourceFields {
                named: (dataset.sources.get(&report.source))
                    .map_or_else(|| report.source.to_string(), super::label),
                ..SourceFields::default()
            },
            figures: vec![FigureFields {
                metric: label.map_or(metric, |label| &label.label).to_owned(),
                number: report.quantity.words(),
                wording: text(&report.wording),
                excerpt: trail.map_or_else(String::new, |trail| text(&trail.excerpt)),
                note: text(&report.note),
                ..FigureFields::default()
            }],
            changed: Some(self.clone()),
            ..Form::default()
        })
    }

    /// Where it stands; its whole figure where it is removed and the only one.
    fn path(&self, alone: bool) -> Path {
        let number = match &self.metric {
            Some(id) => [Step::Field("figures"), Step::Key(id.to_string())],
            None => [Step::Field("countries"), Step::Field("count")],
        };
        let operation = [
            Step::Field("operations"),
            Step::Id(self.operation.to_string()),
        ];
        let at = (!alone).then_some(Step::At(self.at));
        operation.into_iter().chain(number).chain(at).collect()
    }

    /// What it would change.
    pub(super) fn proposal(
        &self,
        incoming: Incoming,
        entered: &Entered,
        text: &str,
        dataset: &Dataset,
    ) -> Proposal {
        let (Some(old), Some(reports)) = (self.report(dataset), self.reports(dataset)) else {
            return Proposal::default();
        };
        let given = |report: Report| Given {
            operation: self.operation.clone(),
            metric: self.metric.clone(),
            report,
            place: super::reading::place(),
        };
        if self.removed {
            let proposal = Proposal {
                edits: vec![Edit::Remove(self.path(reports.len() == 1))],
                put: vec![Put::Removed(given(old.clone()))],
                ..Proposal::default()
            };
            return merge::finished(proposal, text, dataset);
        }
        let Some(new) = incoming
            .reports
            .first()
            .filter(|_| entered.refused.is_empty())
        else {
            return Proposal::default();
        };
        let new = Self::beside(old, &new.report);
        let incoming = Incoming {
            sources: incoming.sources,
            ..Incoming::default()
        };
        let mut proposal = merge::unfinished(incoming, dataset);
        let edits = self.edits(old, &new);
        if !edits.is_empty() {
            let was = old.quantity;
            proposal.put.push(Put::Corrected(given(new), was));
        }
        proposal.edits.extend(edits);
        merge::finished(proposal, text, dataset)
    }

    /// The report with what a form says, and all else that it has.
    fn beside(old: &Report, said: &Report) -> Report {
        let mut trail = old.trail.clone().unwrap_or_default();
        trail.excerpt = said.trail.as_ref().and_then(|trail| trail.excerpt.clone());
        Report {
            quantity: said.quantity,
            source: said.source.clone(),
            wording: said.wording.clone(),
            note: said.note.clone(),
            trail: Some(trail).filter(|trail| **trail != Trail::default()),
            ..old.clone()
        }
    }

    fn edits(&self, old: &Report, new: &Report) -> Vec<Edit> {
        let fields = |report: &Report| match edit::report(report) {
            Value::Record(fields, _) => fields,
            Value::Text(_)
            | Value::Number(_)
            | Value::Word(_)
            | Value::Quantity(_)
            | Value::Pair(..)
            | Value::List(..)
            | Value::Map(_) => Vec::new(),
        };
        let (before, now) = (fields(old), fields(new));
        let at = |name: &'static str| {
            let mut path = self.path(false);
            path.push(Step::Field(name));
            path
        };
        let gone = before
            .iter()
            .filter(|(name, _)| !now.iter().any(|(new, _)| new == name));
        let gone = gone.map(|(name, _)| Edit::Remove(at(name)));
        let differing = now.iter().filter(|field| !before.contains(field));
        let set = differing.map(|(name, value)| Edit::Set(at(name), value.clone()));
        gone.chain(set).collect()
    }
}
