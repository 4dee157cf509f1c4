//! What a number rests on: its reports from the one shown to the least preferred, and why that
//! one is shown.

use crate::model::{Atlas, Dispute, Grade, PartialDate, Report, Source};

/// Why the report shown stands before the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// There is no other.
    Only,
    /// The dataset itself prefers it.
    Dataset,
    /// Its grade stands before the next one's.
    Grade(Grade, Grade),
    /// It is newer than the next of the same grade.
    Newest(Grade),
    /// The next is its equal and stands after it in the dataset.
    First,
}

/// Every report of one number.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence<'a> {
    /// The reports with their sources: the one shown first, then those that contradict it, then
    /// the others; of either the least preferred last.
    pub reports: Vec<(&'a Report, Option<&'a Source>)>,
    /// Why the first is shown.
    pub reason: Reason,
    /// How firmly some contradict others; `None` where all can be true.
    pub dispute: Option<Dispute>,
}

/// The evidence of one number; `None` when no source states it.
pub fn of<'a>(atlas: &'a Atlas, reports: &'a [Report]) -> Option<Evidence<'a>> {
    let mut ordered: Vec<(&Report, Option<&Source>)> = reports
        .iter()
        .map(|report| (report, atlas.source(&report.source)))
        .collect();
    // Sorting keeps the dataset's order among equals, as choosing the first one does.
    ordered.sort_by_cached_key(|(report, _)| report.standing(&atlas.sources));
    let reason = match ordered.as_slice() {
        [] => return None,
        [_] => Reason::Only,
        [shown, next, ..] => reason(*shown, *next),
    };
    if let Some((shown, others)) = ordered.split_first_mut() {
        others.sort_by_key(|(report, _)| report.quantity.agrees_with(shown.0.quantity));
    }
    Some(Evidence {
        reports: ordered,
        reason,
        dispute: Report::dispute(reports, &atlas.sources),
    })
}

impl Evidence<'_> {
    /// Whether a report cannot be true where the one shown is.
    pub fn contradicts(&self, report: &Report) -> bool {
        let shown = self.reports.first();
        shown.is_some_and(|(shown, _)| !shown.quantity.agrees_with(report.quantity))
    }
}

fn reason(shown: (&Report, Option<&Source>), next: (&Report, Option<&Source>)) -> Reason {
    if shown.0.preferred != next.0.preferred {
        return Reason::Dataset;
    }
    match (shown.1, next.1) {
        (Some(shown), Some(next)) if shown.grade != next.grade => {
            Reason::Grade(shown.grade, next.grade)
        }
        (Some(shown), Some(next))
            if shown.date.map(PartialDate::latest) != next.date.map(PartialDate::latest) =>
        {
            Reason::Newest(shown.grade)
        }
        _ => Reason::First,
    }
}
