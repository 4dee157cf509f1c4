//! Numbers as they were stated, found by their digits.

use super::fit::Fit;
use crate::model::{Atlas, Quantity, Report};

/// What a number that was found is the number of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberOf {
    /// A figure of an operation: the operation's place in the atlas, and the figure's in it.
    Figure(usize, usize),
    /// How many countries took part in the operation at a place in the atlas.
    Countries(usize),
    /// A part of the case at a place in the atlas.
    Case(usize, Part),
}

/// What is counted in a case; a group or seizure by its place in the case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// People found.
    Found(usize),
    /// People whom the suspects are said to have moved or exploited.
    Alleged(usize),
    /// The arrested.
    Arrested,
    /// Suspects not arrested.
    Suspected,
    /// What was seized.
    Seized(usize),
}

/// The numbers of operations that are the one typed or begin with it, each quantity of a figure
/// once.
pub(super) fn of_operations(atlas: &Atlas, typed: u64) -> Vec<(Fit, NumberOf, Quantity)> {
    let mut found = Vec::new();
    for (place, operation) in atlas.operations.iter().enumerate() {
        for (figure, stated) in operation.figures.iter().enumerate() {
            of_reports(
                &stated.reports,
                typed,
                NumberOf::Figure(place, figure),
                &mut found,
            );
        }
        let count = &operation.countries.count;
        of_reports(count, typed, NumberOf::Countries(place), &mut found);
    }
    found
}

/// The numbers of cases that are the one typed.
pub(super) fn of_cases(atlas: &Atlas, typed: u64) -> Vec<(Fit, NumberOf, Quantity)> {
    let mut found = Vec::new();
    for (place, case) in atlas.cases.iter().enumerate() {
        let of = |part| NumberOf::Case(place, part);
        let mut look = |reports: &[Report], part| {
            of_reports(reports, typed, of(part), &mut found);
        };
        for (index, people) in case.found.iter().enumerate() {
            look(&people.reports, Part::Found(index));
        }
        for (index, people) in case.alleged.iter().enumerate() {
            look(&people.reports, Part::Alleged(index));
        }
        look(&case.arrested, Part::Arrested);
        look(&case.suspected, Part::Suspected);
        for (index, seizure) in case.seized.iter().enumerate() {
            look(&seizure.reports, Part::Seized(index));
        }
    }
    // The beginning of a small number says little.
    found.retain(|(fit, ..)| *fit == Fit::Same);
    found
}

fn of_reports(
    reports: &[Report],
    typed: u64,
    of: NumberOf,
    found: &mut Vec<(Fit, NumberOf, Quantity)>,
) {
    let before = found.len();
    for quantity in reports.iter().map(|report| report.quantity) {
        let known = found
            .iter()
            .skip(before)
            .any(|(_, _, known)| *known == quantity);
        if let (false, Some(fit)) = (known, fit(quantity, typed)) {
            found.push((fit, of, quantity));
        }
    }
}

/// How well a quantity fits the number typed. One digit begins too many.
fn fit(quantity: Quantity, typed: u64) -> Option<Fit> {
    let lower = if let Quantity::Between(low, _) = quantity {
        Some(low)
    } else {
        None
    };
    let stated = || quantity.number().into_iter().chain(lower);
    let begins = |number: u64| {
        std::iter::successors(Some(number), |rest| Some(rest / 10))
            .take_while(|rest| *rest >= typed)
            .any(|rest| rest == typed)
    };
    if stated().any(|number| number == typed) {
        Some(Fit::Same)
    } else {
        (typed >= 10 && stated().any(begins)).then_some(Fit::Begins(0))
    }
}
