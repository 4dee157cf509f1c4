//! The remarks under a picture: what stands between its figures and a fair comparison.

use super::kinds::Making;
use crate::query::comparability::Difference;
use crate::words::{Note, together};

/// The two remarks without which the picture would mislead most. `differences` are all there
/// are, `own` is what the kind itself must say; `has_legend` tells whether a legend says which
/// figures are preliminary.
pub(super) fn notes(
    differences: &[Difference<'_>],
    making: &Making,
    own: Option<&Note>,
    has_legend: bool,
) -> Vec<String> {
    if own == Some(&Note::NotReportedIsNotNone) {
        return own.map(Note::sentence).into_iter().collect();
    }
    let mut found: Vec<&Difference<'_>> = differences.iter().collect();
    found.retain(|difference| match difference {
        Difference::Missing { .. } => making.tells_missing,
        // The order's own note says as much.
        Difference::Qualified => own.is_none(),
        Difference::Days { .. }
        | Difference::Wording(_)
        | Difference::Declared(_)
        | Difference::Status { .. }
        | Difference::Countries { .. } => true,
    });
    // Where no legend says which figures are preliminary, the remarks do, whatever else they say.
    let status = found
        .iter()
        .position(|difference| matches!(difference, Difference::Status { .. }))
        .filter(|_| !has_legend)
        .map(|index| found.remove(index).sentence());
    // That a figure is not defined in the same words everywhere is never dropped for another.
    let declared = found
        .iter()
        .any(|one| matches!(one, Difference::Declared(_)));
    let room = 2 - usize::from(own.is_some()) + usize::from(declared);
    let found = found.into_iter().take(room);
    let mut notes: Vec<String> = found
        .map(Difference::sentence)
        .chain(own.map(Note::sentence))
        .collect();
    match (status, notes.as_mut_slice()) {
        (Some(status), [first, _, ..]) => *first = together(first, &status),
        (Some(status), [] | [_]) => notes.insert(0, status),
        (None, _) => {}
    }
    notes
}
