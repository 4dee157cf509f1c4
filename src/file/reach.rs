//! How far reports of one number leave room: the most and the least that it can be.

use crate::model::{Quantity, Report};

/// The most that any of several reports allows; `None` when one of them sets no limit.
pub(super) fn most(reports: &[Report]) -> Option<u64> {
    let limits: Option<Vec<u64>> = reports
        .iter()
        .map(|report| match report.quantity {
            Quantity::Exactly(n)
            | Quantity::UpTo(n)
            | Quantity::Nearly(n)
            | Quantity::Between(_, n) => Some(n),
            Quantity::About(_)
            | Quantity::MoreThan(_)
            | Quantity::AtLeast(_)
            | Quantity::Several
            | Quantity::Dozens
            | Quantity::Hundreds
            | Quantity::Thousands => None,
        })
        .collect();
    limits?.into_iter().max()
}

/// The least that any of several reports demands; `None` when one of them demands nothing.
fn least(reports: &[Report]) -> Option<u64> {
    let limits: Option<Vec<u64>> = reports
        .iter()
        .map(|report| match report.quantity {
            Quantity::Exactly(n) | Quantity::AtLeast(n) | Quantity::Between(n, _) => Some(n),
            Quantity::MoreThan(n) => n.checked_add(1),
            Quantity::About(_)
            | Quantity::Nearly(_)
            | Quantity::UpTo(_)
            | Quantity::Several
            | Quantity::Dozens
            | Quantity::Hundreds
            | Quantity::Thousands => None,
        })
        .collect();
    limits?.into_iter().min()
}

/// Whether a part is larger than its whole by every report of both.
pub(super) fn larger(part: &[Report], whole: &[Report]) -> bool {
    matches!((least(part), most(whole)), (Some(part), Some(whole)) if part > whole)
}
