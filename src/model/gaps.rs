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
    /// Operations that are left out as a whole.
    operations: BTreeSet<OperationId>,
    /// How many other things are.
    others: BTreeMap<Noun, usize>,
}

impl Gaps {
    /// Notes what one problem leaves out.
    pub fn add(&mut self, left_out: &LeftOut) {
        self.figures.extend(left_out.figures.iter().cloned());
        let Some((noun, id)) = &left_out.record else {
            *self.others.entry(Noun::Dataset).or_insert(0) += 1;
            return;
        };
        if *noun != Noun::Operation {
            if left_out.figures.is_empty() {
                *self.others.entry(*noun).or_insert(0) += 1;
            }
            return;
        }
        let operation = OperationId::from(id.as_str());
        match (&left_out.part, &left_out.field) {
            (Part::It | Part::Second | Part::This(Noun::Operation), None)
            | (Part::This(Noun::Operation), Some(_)) => {
                self.operations.insert(operation);
            }
            // Of what is written twice, nothing is lost with the second.
            (Part::Second, Some(field)) if field != "figures" => {}
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

    /// Takes over what is left out of another dataset.
    pub fn extend(&mut self, other: &Self) {
        self.figures.extend(other.figures.iter().cloned());
        self.fields.extend(other.fields.iter().cloned());
        self.operations.extend(other.operations.iter().cloned());
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

    /// Operations that are left out as a whole.
    pub fn operations(&self) -> impl Iterator<Item = &OperationId> {
        self.operations.iter()
    }
}
