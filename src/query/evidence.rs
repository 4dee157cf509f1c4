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
    /// The next was revised since.
    Revised,
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
    /// All of them as the dataset has them.
    of: &'a [Report],
}

/// The evidence of one number; `None` when no source states it.
pub fn of<'a>(atlas: &'a Atlas, reports: &'a [Report]) -> Option<Evidence<'a>> {
    let mut ordered: Vec<(&Report, Option<&Source>)> = reports
        .iter()
        .map(|report| (report, atlas.source(&report.source)))
        .collect();
    // Sorting keeps the dataset's order among equals, as choosing the first one does.
    ordered.sort_by_cached_key(|(report, _)| report.standing(reports, &atlas.sources));
    let reason = match ordered.as_slice() {
        [] => return None,
        [_] => Reason::Only,
        [(shown, _), (next, _), ..] if shown.preferred != next.preferred => Reason::Dataset,
        [(shown, _), (next, _), ..]
            if shown.is_revised_in(reports) != next.is_revised_in(reports) =>
        {
            Reason::Revised
        }
        [(_, shown), (_, next), ..] => reason(*shown, *next),
    };
    if let Some((shown, others)) = ordered.split_first_mut() {
        others.sort_by_key(|(report, _)| report.quantity.agrees_with(shown.0.quantity));
    }
    Some(Evidence {
        reports: ordered,
        reason,
        dispute: Report::dispute(reports, &atlas.sources),
        of: reports,
    })
}

impl Evidence<'_> {
    /// Whether a report cannot be true where the one shown is.
    pub fn contradicts(&self, report: &Report) -> bool {
        let shown = self.reports.first();
        shown.is_some_and(|(shown, _)| !shown.quantity.agrees_with(report.quantity))
            && !self.is_revised(report)
    }

    /// Whether another one says that a report was revised.
    pub fn is_revised(&self, report: &Report) -> bool {
        report.is_revised_in(self.of)
    }
}

fn reason(shown: Option<&Source>, next: Option<&Source>) -> Reason {
    match (shown, next) {
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
