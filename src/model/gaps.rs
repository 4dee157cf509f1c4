//! What open datasets state but a problem keeps from being used: left out, which is never the
//! same as not reported.

use std::collections::{BTreeMap, BTreeSet};

use super::fault::{LeftOut, Noun, Part};
use super::ids::{MetricId, OperationId};

/// What is left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Gaps {
    figures: BTreeSet<(OperationId, MetricId)>,
    /// Fields of operations other than figures, wholly or in part.
    fields: BTreeSet<(OperationId, String)>,
    /// Operations that are left out as a whole, each with the files that state one of that id.
    operations: BTreeMap<OperationId, BTreeSet<String>>,
    /// How many other things are.
    others: BTreeMap<Noun, usize>,
}

impl Gaps {
    /// Notes what one problem of a file leaves out.
    pub fn add(&mut self, file: &str, left_out: &LeftOut) {
        if left_out.is_trail() {
            return;
        }
        self.figures.extend(left_out.figures.iter().cloned());
        self.fields.extend(left_out.fields.iter().cloned());
        let Some((noun, id)) = &left_out.record else {
            return self.add_other(Noun::Dataset);
        };
        if left_out.part == Part::Repeated {
            return;
        }
        if *noun != Noun::Operation {
            if left_out.figures.is_empty() {
                self.add_other(*noun);
            }
            return;
        }
        let operation = OperationId::from(id.as_str());
        match (&left_out.part, &left_out.field) {
            (Part::It | Part::Second | Part::This(Noun::Operation), None)
            | (Part::This(Noun::Operation), Some(_)) => self.add_operation(operation, file),
            (Part::Field(field), _) => {
                self.fields.insert((operation, (*field).to_owned()));
            }
            (_, Some(field)) if left_out.figures.is_empty() => {
                self.fields.insert((operation, field.clone()));
            }
            (_, Some(_) | None) => {}
        }
    }

    /// Notes a figure.
    pub fn add_figure(&mut self, operation: OperationId, metric: MetricId) {
        self.figures.insert((operation, metric));
    }

    /// Notes an operation that a file states.
    pub fn add_operation(&mut self, operation: OperationId, file: &str) {
        let files = self.operations.entry(operation).or_default();
        files.insert(file.to_owned());
    }

    /// Notes something that belongs to no operation.
    pub fn add_other(&mut self, noun: Noun) {
        *self.others.entry(noun).or_insert(0) += 1;
    }

    /// Takes over what is left out of a dataset, but nothing of operations of which another one
    /// is shown.
    pub fn extend(&mut self, other: &Self, shown: impl Fn(&OperationId) -> bool) {
        let figures = other.figures.iter().filter(|(id, _)| shown(id));
        self.figures.extend(figures.cloned());
        let fields = other.fields.iter().filter(|(id, _)| shown(id));
        self.fields.extend(fields.cloned());
        for (id, files) in &other.operations {
            let all = self.operations.entry(id.clone()).or_default();
            all.extend(files.iter().cloned());
        }
        for (noun, count) in &other.others {
            *self.others.entry(*noun).or_insert(0) += count;
        }
    }

    /// Whether nothing is left out.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether a figure is stated of which something is left out.
    pub fn has_figure(&self, operation: &OperationId, metric: &MetricId) -> bool {
        self.has_field(operation, "figures")
            || self.figures.contains(&(operation.clone(), metric.clone()))
    }

    /// The metrics of the figures of an operation of which something is left out.
    pub fn figures_of<'a>(
        &'a self,
        operation: &'a OperationId,
    ) -> impl Iterator<Item = &'a MetricId> {
        let of_it = self.figures.iter().filter(move |(id, _)| id == operation);
        of_it.map(|(_, metric)| metric)
    }

    /// Whether what an operation states of how long it ran is left out.
    pub fn has_days(&self, operation: &OperationId) -> bool {
        ["days", "length"]
            .iter()
            .any(|field| self.has_field(operation, field))
    }

    /// Whether an operation's field is stated of which something is left out.
    pub fn has_field(&self, operation: &OperationId, field: &str) -> bool {
        self.fields.contains(&(operation.clone(), field.to_owned()))
    }

    /// The ids of operations that are left out as a whole. An operation of the same id from
    /// another file, or another one in it, may be shown.
    pub fn operations(&self) -> impl Iterator<Item = &OperationId> {
        self.operations.keys()
    }

    /// The files that state an operation of an id that is left out as a whole.
    pub fn files_of(&self, operation: &OperationId) -> impl Iterator<Item = &str> {
        let files = self.operations.get(operation).into_iter().flatten();
        files.map(String::as_str)
    }
}
