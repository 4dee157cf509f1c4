//! What stands between chosen operations and a fair comparison.

use std::collections::{BTreeMap, BTreeSet};

use super::measure::Measure;
use crate::model::{Atlas, Declared, Metric, Operation, Quantity, Status};

/// Something that differs between the chosen operations, or else keeps their figures from being
/// compared as they stand.
#[derive(Debug, Clone, PartialEq)]
pub enum Difference<'a> {
    /// They ran for different numbers of days.
    Days {
        /// Each operation with its days.
        ran: Vec<(&'a Operation, Known<u32>)>,
        /// What the figures are put on.
        measure: Measure,
    },
    /// Metrics are counted under different words.
    Wording(Vec<Wording<'a>>),
    /// Datasets call or define metrics in different words.
    Declared(Vec<Declarations<'a>>),
    /// Figures are preliminary for some.
    Status {
        /// Those of which every figure was published as preliminary.
        preliminary: Vec<&'a Operation>,
        /// Those of which only some were.
        in_part: Vec<&'a Operation>,
        /// Those of which every figure is revised or final.
        firm: Vec<&'a Operation>,
        /// What all of these figures were called; `None` where some are the one, some the other.
        firm_as: Option<Status>,
        /// Whether every figure of every one was published as preliminary.
        all: bool,
    },
    /// Different numbers of countries took part.
    Countries {
        /// Each operation with its countries.
        counted: Vec<(&'a Operation, Known<Quantity>)>,
        /// What the figures are put on.
        measure: Measure,
    },
    /// Metrics are not reported for all of them.
    Missing {
        /// Each such metric with the operations that do not report it.
        gaps: Vec<(&'a Metric, Vec<&'a Operation>)>,
        /// How many operations there are in all.
        operations: usize,
        /// How many metrics there are in all.
        metrics: usize,
    },
    /// Figures are open-ended or approximate for some.
    Qualified,
}

/// What the figures of an operation were called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Called {
    /// All of them preliminary.
    Preliminary,
    /// Some of them preliminary.
    PreliminaryInPart,
    /// All of them revised or final.
    Firm,
    /// Of some nothing is said, and none is preliminary.
    Unsaid,
}

/// What is known of an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known<T> {
    /// It is stated.
    Stated(T),
    /// No source states it.
    NotReported,
    /// The dataset states it, but a problem keeps it from being used.
    LeftOut,
}

impl<T> Known<T> {
    fn of(stated: Option<T>, is_left_out: bool) -> Self {
        match stated {
            Some(stated) => Self::Stated(stated),
            None if is_left_out => Self::LeftOut,
            None => Self::NotReported,
        }
    }

    /// What is stated.
    pub fn stated(self) -> Option<T> {
        match self {
            Self::Stated(stated) => Some(stated),
            Self::NotReported | Self::LeftOut => None,
        }
    }
}

/// A metric that datasets call or define in different words.
#[derive(Debug, Clone, PartialEq)]
pub struct Declarations<'a> {
    /// The metric.
    pub metric: &'a Metric,
    /// How each dataset declares it.
    pub declared: Vec<&'a Declared>,
}

/// The sources' own words for what one metric counts.
#[derive(Debug, Clone, PartialEq)]
pub struct Wording<'a> {
    /// The metric.
    pub metric: &'a Metric,
    /// Each word with the operations it is used in, in the order met.
    pub words: Vec<(&'a str, Vec<&'a Operation>)>,
}

/// Every difference between the chosen operations, those that mislead most first.
pub fn differences<'a>(
    atlas: &'a Atlas,
    all: &[&'a Operation],
    metrics: &[&'a Metric],
    measure: Measure,
) -> Vec<Difference<'a>> {
    // What an operation without any of these figures was like misleads nobody.
    let reports = |operation: &&Operation| {
        metrics
            .iter()
            .any(|metric| atlas.figure(operation, &metric.id).is_some())
    };
    let operations: Vec<&Operation> = all.iter().copied().filter(reports).collect();
    if all.len() < 2 {
        // One operation differs from nothing, but how firm its figures are is still to be said.
        return status(atlas, &operations, metrics).into_iter().collect();
    }
    let found = [
        days(atlas, &operations, measure),
        declared(atlas, &operations, metrics),
        wording(atlas, &operations, metrics),
        status(atlas, &operations, metrics),
        participation(atlas, &operations, measure),
        missing(atlas, all, metrics),
        qualified(atlas, &operations, metrics),
    ];
    found.into_iter().flatten().collect()
}

/// What is known of each operation, where it is not the same of all. What is left out may be.
fn differing<'a, T: PartialEq>(
    operations: &[&'a Operation],
    known: impl Fn(&Operation) -> Known<T>,
) -> Option<Vec<(&'a Operation, Known<T>)>> {
    let all: Vec<_> = operations.iter().map(|&one| (one, known(one))).collect();
    let used = || all.iter().filter(|(_, known)| *known != Known::LeftOut);
    let differ = used().zip(used().skip(1)).any(|(a, b)| a.1 != b.1);
    differ.then_some(all)
}

fn days<'a>(
    atlas: &Atlas,
    operations: &[&'a Operation],
    measure: Measure,
) -> Option<Difference<'a>> {
    let ran = differing(operations, |operation| {
        Known::of(operation.day_count(), atlas.gaps.has_length(&operation.id))
    })?;
    // A part does not outgrow its whole with time.
    (measure != Measure::Share).then_some(Difference::Days { ran, measure })
}

fn participation<'a>(
    atlas: &Atlas,
    operations: &[&'a Operation],
    measure: Measure,
) -> Option<Difference<'a>> {
    let counted = differing(operations, |operation| {
        let report = atlas.preferred(&operation.countries.count);
        let is_left_out = atlas.gaps.has_countries(&operation.id);
        let listed = operation.countries.listed.len() as u64;
        let listed = (listed > 0).then_some(Quantity::AtLeast(listed));
        Known::of(report.map(|report| report.quantity).or(listed), is_left_out)
    })?;
    (measure != Measure::Share).then_some(Difference::Countries { counted, measure })
}

fn declared<'a>(
    atlas: &'a Atlas,
    operations: &[&'a Operation],
    metrics: &[&'a Metric],
) -> Option<Difference<'a>> {
    let declarations = metrics.iter().map(|&metric| {
        let mut stating = operations.to_vec();
        stating.retain(|operation| operation.figure(metric.id.as_str()).is_some());
        Declarations {
            metric,
            declared: atlas.declared(&metric.id, &stating),
        }
    });
    let differing: Vec<_> = declarations
        .filter(|one| !one.declared.is_empty())
        .collect();
    (!differing.is_empty()).then_some(Difference::Declared(differing))
}

fn wording<'a>(
    atlas: &'a Atlas,
    operations: &[&'a Operation],
    metrics: &[&'a Metric],
) -> Option<Difference<'a>> {
    let of = |metric: &&'a Metric| {
        let mut words: Vec<(&str, Vec<&Operation>)> = Vec::new();
        let mut places: BTreeMap<&str, usize> = BTreeMap::new();
        for &operation in operations {
            let report = atlas.figure(operation, &metric.id);
            let Some(word) = report.and_then(|report| report.wording.as_deref()) else {
                continue;
            };
            let place = *places.entry(word).or_insert_with(|| {
                words.push((word, Vec::new()));
                words.len() - 1
            });
            words[place].1.push(operation);
        }
        (words.len() > 1).then_some(Wording { metric, words })
    };
    let differing: Vec<Wording<'_>> = metrics.iter().filter_map(of).collect();
    (!differing.is_empty()).then_some(Difference::Wording(differing))
}

fn missing<'a>(
    atlas: &Atlas,
    operations: &[&'a Operation],
    metrics: &[&'a Metric],
) -> Option<Difference<'a>> {
    let without = |metric: &Metric| -> Vec<&'a Operation> {
        let mut without = operations.to_vec();
        without.retain(|operation| {
            // What is left out because of a problem is not unreported.
            let left_out = atlas.gaps.has_figure(&operation.id, &metric.id);
            let applies = operation.not_applicable(metric.id.as_str()).is_none();
            !left_out && applies && atlas.figure(operation, &metric.id).is_none()
        });
        without
    };
    let gaps = metrics.iter().map(|&metric| (metric, without(metric)));
    let gaps: Vec<_> = gaps.filter(|(_, missing)| !missing.is_empty()).collect();
    (!gaps.is_empty()).then_some(Difference::Missing {
        gaps,
        operations: operations.len(),
        metrics: metrics.len(),
    })
}

/// What each figure that is shown of an operation was called; where there are none, all of its
/// figures.
fn statuses(atlas: &Atlas, operation: &Operation, metrics: &[&Metric]) -> Vec<Option<Status>> {
    let reports = metrics
        .iter()
        .filter_map(|one| atlas.figure(operation, &one.id));
    let mut statuses: Vec<Option<Status>> = reports.map(|one| operation.status_of(one)).collect();
    if statuses.is_empty() {
        statuses.push(operation.status);
    }
    statuses
}

/// What the figures that are shown of an operation were called; where there are none, all of its
/// figures.
pub fn called(atlas: &Atlas, operation: &Operation, metrics: &[&Metric]) -> Called {
    let statuses = statuses(atlas, operation, metrics);
    let is_preliminary = |status: &Option<Status>| *status == Some(Status::Preliminary);
    if statuses.iter().all(is_preliminary) {
        Called::Preliminary
    } else if statuses.iter().any(is_preliminary) {
        Called::PreliminaryInPart
    } else if statuses.iter().all(Option::is_some) {
        Called::Firm
    } else {
        Called::Unsaid
    }
}

fn status<'a>(
    atlas: &Atlas,
    operations: &[&'a Operation],
    metrics: &[&Metric],
) -> Option<Difference<'a>> {
    let of = |wanted: Called| -> Vec<&'a Operation> {
        let all = operations.iter().copied();
        all.filter(|one| called(atlas, one, metrics) == wanted)
            .collect()
    };
    let [preliminary, in_part, firm] =
        [Called::Preliminary, Called::PreliminaryInPart, Called::Firm].map(of);
    let all = preliminary.len() == operations.len();
    let firmly = firm.iter().flat_map(|one| statuses(atlas, one, metrics));
    let firmly: BTreeSet<Status> = firmly.flatten().collect();
    let any = !preliminary.is_empty() || !in_part.is_empty();
    any.then_some(Difference::Status {
        preliminary,
        in_part,
        firm,
        firm_as: firmly.first().copied().filter(|_| firmly.len() == 1),
        all,
    })
}

fn qualified<'a>(
    atlas: &Atlas,
    operations: &[&Operation],
    metrics: &[&Metric],
) -> Option<Difference<'a>> {
    let any = operations.iter().any(|operation| {
        metrics
            .iter()
            .filter_map(|metric| atlas.figure(operation, &metric.id))
            .any(|report| report.quantity.number().is_some() && !report.quantity.is_exact())
    });
    any.then_some(Difference::Qualified)
}
