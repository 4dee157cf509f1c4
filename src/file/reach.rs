//! How far reports of one number leave room: the most and the least that it can be.

use crate::model::Report;

/// The most that any of several reports allows; `None` when one of them sets no limit.
pub(super) fn most(reports: &[Report]) -> Option<u64> {
    let limits = reports.iter().map(|report| report.quantity.bounds().1);
    limits.collect::<Option<Vec<_>>>()?.into_iter().max()
}

/// The least that any of several reports demands; `None` when one of them demands nothing.
fn least(reports: &[Report]) -> Option<u64> {
    let limits = reports.iter().map(|report| report.quantity.bounds().0);
    limits.collect::<Option<Vec<_>>>()?.into_iter().min()
}

/// Whether a part is larger than its whole by every report of both.
pub(super) fn larger(part: &[Report], whole: &[Report]) -> bool {
    matches!((least(part), most(whole)), (Some(part), Some(whole)) if part > whole)
}
