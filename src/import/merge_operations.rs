//! Operations and their reports held against those of a dataset.

use std::collections::{BTreeMap, BTreeSet};

use super::Given;
use super::merge::{Fields, Kind, Merging, Put, field, fields_but};
use crate::file::edit::{self, Edit, Layout, Step, Value};
use crate::model::fault::Noun;
use crate::model::{Figure, MetricId, Operation, OperationId, Report};

impl Merging<'_> {
    pub(super) fn operations(&mut self, given: Vec<Operation>, reports: Vec<Given>) {
        let mut of: BTreeMap<OperationId, Vec<Given>> = BTreeMap::new();
        let mut order: Vec<Operation> = Vec::new();
        let mut known: BTreeSet<OperationId> = BTreeSet::new();
        for operation in given {
            if known.insert(operation.id.clone()) {
                order.push(operation);
            }
        }
        for report in reports {
            if known.insert(report.operation.clone()) {
                let id = report.operation.clone();
                let name = id.to_string();
                order.push(Operation::named(id, &name));
            }
            of.entry(report.operation.clone()).or_default().push(report);
        }
        let there: BTreeMap<&OperationId, &Operation> = self
            .dataset
            .operations
            .iter()
            .map(|one| (&one.id, one))
            .collect();
        let mut new = Vec::new();
        for operation in order {
            let reports = of.remove(&operation.id).unwrap_or_default();
            if let Some(there) = there.get(&operation.id) {
                self.fill(there, &operation);
                self.reports(there, reports);
            } else {
                let said = said_of(&operation);
                let put = Put::Operation(operation.id.clone(), operation.name.clone(), said);
                self.proposal.put.push(put);
                let whole = self.with_reports(operation, reports);
                new.push(edit::operation(&whole));
            }
        }
        if !new.is_empty() {
            self.proposal
                .edits
                .push(Edit::Add(field("operations"), new));
        }
    }

    /// A new operation with what is counted in it; the same statement twice is one.
    fn with_reports(&mut self, mut operation: Operation, reports: Vec<Given>) -> Operation {
        for given in reports {
            let there = match &given.metric {
                None => &mut operation.countries.count,
                Some(metric) => {
                    let figures = &mut operation.figures;
                    let at = figures.iter().position(|one| one.metric == *metric);
                    let at = at.unwrap_or_else(|| {
                        figures.push(Figure {
                            metric: metric.clone(),
                            reports: Vec::new(),
                        });
                        figures.len() - 1
                    });
                    &mut figures[at].reports
                }
            };
            if there.contains(&given.report) {
                self.proposal.repeated += 1;
                continue;
            }
            let kind = Kind::beside(there, given.report.quantity);
            there.push(given.report.clone());
            self.proposal.put.push(Put::Report(given, kind));
        }
        operation
    }

    /// Adds further reports to an operation that is there.
    fn reports(&mut self, operation: &Operation, given: Vec<Given>) {
        let mut order: Vec<Option<MetricId>> = Vec::new();
        let mut of: BTreeMap<Option<MetricId>, Vec<Given>> = BTreeMap::new();
        for one in given {
            if !of.contains_key(&one.metric) {
                order.push(one.metric.clone());
            }
            of.entry(one.metric.clone()).or_default().push(one);
        }
        let root = vec![
            Step::Field("operations"),
            Step::Id(operation.id.to_string()),
        ];
        for metric in order {
            let mut there: Vec<Report> = match &metric {
                None => operation.countries.count.clone(),
                Some(id) => (operation.figure(id.as_str()))
                    .map_or_else(Vec::new, |figure| figure.reports.clone()),
            };
            let mut new = Vec::new();
            for given in of.remove(&metric).unwrap_or_default() {
                if there.iter().any(|one| repeats(&given.report, one)) {
                    self.proposal.repeated += 1;
                    continue;
                }
                let kind = Kind::beside(&there, given.report.quantity);
                there.push(given.report.clone());
                new.push(edit::report(&given.report));
                self.proposal.put.push(Put::Report(given, kind));
            }
            let steps = match metric {
                None => vec![Step::Field("countries"), Step::Field("count")],
                Some(id) => vec![Step::Field("figures"), Step::Key(id.to_string())],
            };
            if !new.is_empty() {
                let path = [root.clone(), steps].concat();
                self.proposal.edits.push(Edit::Add(path, new));
            }
        }
    }

    /// Adds the fields that an operation lacks; tells those that it has otherwise.
    fn fill(&mut self, there: &Operation, given: &Operation) {
        let mut lacking: BTreeMap<&'static str, Value> = BTreeMap::new();
        if let Value::Record(fields, _) = edit::operation(given) {
            lacking.extend(fields);
        }
        let mut own: BTreeMap<&'static str, Value> = BTreeMap::new();
        if let Value::Record(fields, _) = edit::operation(there) {
            own.extend(fields);
        }
        // The name of a row is how somebody calls the operation.
        for name in ["id", "name", "family"] {
            lacking.remove(name);
        }
        for (name, value) in lacking {
            let path = vec![
                Step::Field("operations"),
                Step::Id(there.id.to_string()),
                Step::Field(name),
            ];
            match own.get(name) {
                None => {
                    let put = Put::Field(there.id.clone(), name, value.clone());
                    self.proposal.edits.push(Edit::Set(path, value));
                    self.proposal.put.push(put);
                }
                Some(own) if *own == value => self.proposal.repeated += 1,
                // Its list and its number are told apart.
                Some(_) if name == "countries" => self.fill_countries(there, given),
                Some(_) => {
                    let put = Put::Stays(Noun::Operation, there.id.to_string(), name);
                    self.proposal.put.push(put);
                }
            }
        }
    }

    fn fill_countries(&mut self, there: &Operation, given: &Operation) {
        let (own, new) = (&there.countries, &given.countries);
        let listed = new.listed.iter().map(|country| country.code());
        let put = if new.listed.is_empty() || own.listed == new.listed {
            return;
        } else if own.listed.is_empty() {
            let path = vec![
                Step::Field("operations"),
                Step::Id(there.id.to_string()),
                Step::Field("countries"),
                Step::Field("listed"),
            ];
            let listed = Value::texts(listed);
            let put = Put::Field(there.id.clone(), "countries", listed.clone());
            self.proposal.edits.push(Edit::Set(path, listed));
            put
        } else {
            Put::Stays(Noun::Operation, there.id.to_string(), "countries")
        };
        self.proposal.put.push(put);
    }
}

/// What a new operation says besides its id, name and numbers, each of which is told by itself.
fn said_of(operation: &Operation) -> Fields {
    let mut said = fields_but(&edit::operation(operation), &["id", "name", "figures"]);
    for (name, value) in &mut said {
        if *name == "countries" {
            *value = Value::Record(fields_but(value, &["count"]), Layout::Line);
        }
    }
    said.retain(|(_, value)| !matches!(value, Value::Record(fields, _) if fields.is_empty()));
    said
}

/// Whether a report says nothing that another one does not.
fn repeats(new: &Report, there: &Report) -> bool {
    let says = |new: &Option<String>, there: &Option<String>| new.is_none() || new == there;
    new.quantity == there.quantity
        && new.source == there.source
        && says(&new.wording, &there.wording)
        && says(&new.note, &there.note)
        && (new.status.is_none() || new.status == there.status)
        && (new.revised_from.is_none() || new.revised_from == there.revised_from)
        && (new.trail.is_none() || new.trail == there.trail)
}
