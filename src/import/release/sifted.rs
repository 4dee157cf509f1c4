//! A release as somebody goes through it: what is taken, what is passed over, what is still open.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Confirmed, Counted, Mark, Release, Taken, What};
use crate::import::form::SourceFields;
use crate::model::OperationId;

/// A release with what somebody says of it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sifted {
    /// The release.
    pub release: Arc<Release>,
    /// What was confirmed of it.
    pub confirmed: Confirmed,
    /// The places of numbers that are in a case instead.
    pub in_cases: BTreeSet<usize>,
    /// The places of marks that were passed over.
    pub passed: BTreeSet<usize>,
    /// Its publication, as typed.
    pub source: SourceFields,
}

/// What was decided of a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing yet.
    Open,
    /// It goes into the dataset.
    Taken,
    /// It is in a case.
    InCase,
    /// It does not.
    Passed,
}

impl Sifted {
    /// The places of the marks that something can be decided of: numbers that may be figures,
    /// days, lists of countries.
    pub fn stops(&self) -> Vec<usize> {
        let is_stop = |mark: &Mark| match &mark.what {
            What::Number(number) => number.is_offered(),
            What::Days(days) => days.first.day.is_some(),
            What::Countries(_) => true,
            What::Country(_) | What::Operation(_) => false,
        };
        let marks = self.release.marks.iter().enumerate();
        marks
            .filter(|(at, mark)| is_stop(mark) && self.release.published != Some(*at))
            .map(|(at, _)| at)
            .collect()
    }

    /// Whether a number reads as one of a single event, and nothing is decided of it yet.
    pub fn is_open_event(&self, at: usize) -> bool {
        let number = self.release.number(at);
        number.is_some_and(|number| number.of_event) && self.verdict(at) == Verdict::Open
    }

    /// What was decided of a mark.
    pub fn verdict(&self, at: usize) -> Verdict {
        let confirmed = &self.confirmed;
        if confirmed.figures.contains_key(&at) || confirmed.facts.contains_key(&at) {
            Verdict::Taken
        } else if self.in_cases.contains(&at) {
            Verdict::InCase
        } else if self.passed.contains(&at) {
            Verdict::Passed
        } else {
            Verdict::Open
        }
    }

    /// Takes a mark, a number as what it counts; whether that is known enough to be done.
    pub fn take(
        &mut self,
        at: usize,
        counted: Option<&Counted>,
        operation: Option<&OperationId>,
    ) -> bool {
        let Some(operation) = operation.cloned() else {
            return false;
        };
        match (self.release.number(at).is_some(), counted) {
            (true, None) => return false,
            (true, Some(counted)) => {
                let counted = counted.clone();
                self.confirmed
                    .figures
                    .insert(at, Taken { counted, operation });
            }
            (false, _) => self.confirmed.take_fact(&self.release, at, operation),
        }
        self.passed.remove(&at);
        self.in_cases.remove(&at);
        true
    }

    /// Passes a mark over.
    pub fn pass(&mut self, at: usize) {
        self.confirmed.figures.remove(&at);
        self.confirmed.facts.remove(&at);
        self.in_cases.remove(&at);
        self.passed.insert(at);
    }
}
