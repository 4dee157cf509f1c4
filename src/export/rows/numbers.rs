//! The columns of one report of a number, the same in every table that has such rows.

use crate::export::cell::Cell;
use crate::export::sheet::Column;
use crate::model::{
    Atlas, Earlier, NotApplicable, Quantity, Report, Source, SourceId, Status, Trail,
};
use crate::query::tables::{LEFT_OUT, NOT_APPLICABLE};

/// A report of a number of something; where no source states one, a row without it.
pub struct Stated<'a, T> {
    /// What the number is of.
    pub of: T,
    report: Option<&'a Report>,
    source: Option<&'a Source>,
    unit: &'a str,
    preferred: bool,
    /// What all numbers of what it belongs to were called.
    called: Option<Status>,
    /// Whether a problem leaves out what is stated.
    left_out: bool,
    /// What says that there can be no number.
    not_applicable: Option<&'a NotApplicable>,
}

/// A number that cannot be: a row that says why.
pub fn not_applicable<'a, T>(of: T, unit: &'a str, why: &'a NotApplicable) -> Stated<'a, T> {
    Stated {
        left_out: false,
        not_applicable: Some(why),
        ..left_out(of, unit)
    }
}

/// A number that is stated but that a problem leaves out: a row without it.
pub fn left_out<T>(of: T, unit: &str) -> Stated<'_, T> {
    Stated {
        of,
        report: None,
        source: None,
        unit,
        preferred: false,
        called: None,
        left_out: true,
        not_applicable: None,
    }
}

/// The reports of a number, a row each; one row without a number where there are none.
pub fn stated<'a, T: Copy>(
    atlas: &'a Atlas,
    of: T,
    unit: &'a str,
    called: Option<Status>,
    reports: &'a [Report],
) -> Vec<Stated<'a, T>> {
    let preferred = atlas.preferred(reports);
    let row = |report: Option<&'a Report>| Stated {
        of,
        report,
        source: report.and_then(|report| atlas.source(&report.source)),
        unit,
        preferred: report
            .zip(preferred)
            .is_some_and(|(report, preferred)| std::ptr::eq(report, preferred)),
        called,
        left_out: false,
        not_applicable: None,
    };
    if reports.is_empty() {
        vec![row(None)]
    } else {
        reports.iter().map(|report| row(Some(report))).collect()
    }
}

impl<T> Stated<'_, T> {
    fn quantity(&self) -> Option<Quantity> {
        self.report.map(|report| report.quantity)
    }

    fn status(&self) -> Option<Status> {
        self.report?.status
    }

    fn earlier(&self) -> Option<&Earlier> {
        self.report?.revised_from.as_deref()
    }

    fn trail(&self) -> Option<&Trail> {
        self.report.and_then(|report| report.trail.as_deref())
    }
}

/// The columns of a report.
pub fn columns<'a, T>() -> [Column<Stated<'a, T>>; 23] {
    [
        ("value", |one| value(one.report)),
        ("qualifier", |one| {
            if one.left_out {
                Cell::text(LEFT_OUT)
            } else if one.not_applicable.is_some() {
                Cell::text(NOT_APPLICABLE)
            } else {
                qualifier(one.report)
            }
        }),
        ("unit", |one| Cell::text(one.unit)),
        ("preferred", |one| match one.report {
            Some(_) => Cell::Truth(one.preferred),
            None => Cell::Empty,
        }),
        ("source", |one| {
            let source = one.report.map(|report| report.source.as_str());
            one.not_applicable
                .map_or_else(|| Cell::optional(source), |why| Cell::list(&why.sources))
        }),
        ("wording", |one| {
            Cell::optional(one.report.and_then(|report| report.wording.as_deref()))
        }),
        ("lower", |one| lower(one.report)),
        ("upper", |one| upper(one.report)),
        ("obs_status", |one| {
            let called = one.status().or(one.called);
            Cell::text(obs_status(one.quantity(), called))
        }),
        ("publisher", |one| {
            Cell::optional(one.source.map(|source| source.publisher.as_str()))
        }),
        ("date", |one| {
            Cell::date(one.source.and_then(|source| source.date))
        }),
        ("grade", |one| {
            Cell::optional(one.source.map(|source| source.grade.key()))
        }),
        ("note", |one| {
            let note = one.report.and_then(|report| report.note.as_deref());
            let reason = one.not_applicable.and_then(|why| why.reason.as_deref());
            Cell::optional(note.or(reason))
        }),
        ("excerpt", |one| {
            Cell::optional(one.trail().and_then(|trail| trail.excerpt.as_deref()))
        }),
        ("archived", |one| {
            Cell::optional(one.trail().and_then(|trail| trail.archived.as_deref()))
        }),
        ("checked", |one| {
            let checked = one.trail().and_then(|trail| trail.checked.as_ref());
            Cell::date(checked.map(|(day, _)| *day))
        }),
        ("checked_by", |one| {
            let checked = one.trail().and_then(|trail| trail.checked.as_ref());
            Cell::optional(checked.map(|(_, by)| by.as_str()))
        }),
        ("status", |one| {
            Cell::optional(one.status().map(Status::key))
        }),
        ("revised_from", |one| {
            Cell::number(earlier(one).and_then(Quantity::single_number))
        }),
        ("revised_from_qualifier", |one| {
            Cell::optional(earlier(one).map(Quantity::qualifier))
        }),
        ("revised_from_lower", |one| {
            Cell::number(earlier(one).and_then(|quantity| quantity.bounds().0))
        }),
        ("revised_from_upper", |one| {
            Cell::number(earlier(one).and_then(|quantity| quantity.bounds().1))
        }),
        ("revised_from_source", |one| {
            let source = one.earlier().and_then(|earlier| earlier.source.as_ref());
            Cell::optional(source.map(SourceId::as_str))
        }),
    ]
}

/// What a number was before it was revised.
fn earlier<T>(one: &Stated<'_, T>) -> Option<Quantity> {
    one.earlier().map(|earlier| earlier.quantity)
}

/// The number of a report, where a single one was stated.
pub fn value(report: Option<&Report>) -> Cell {
    Cell::number(report.and_then(|report| report.quantity.single_number()))
}

/// How firmly it was stated.
pub fn qualifier(report: Option<&Report>) -> Cell {
    Cell::optional(report.map(|report| report.quantity.qualifier()))
}

/// The least it can be.
pub fn lower(report: Option<&Report>) -> Cell {
    Cell::number(report.and_then(|report| report.quantity.bounds().0))
}

/// The most it can be.
pub fn upper(report: Option<&Report>) -> Cell {
    Cell::number(report.and_then(|report| report.quantity.bounds().1))
}

/// The observation status of SDMX (code list `CL_OBS_STATUS`): `M` where no number is stated, `P`
/// where it was called preliminary, `E` where the source gives it only about or within bounds, `A`
/// for any other.
fn obs_status(quantity: Option<Quantity>, called: Option<Status>) -> &'static str {
    match quantity {
        Some(quantity) if quantity.number().is_some() => {
            if called == Some(Status::Preliminary) {
                "P"
            } else if quantity.is_exact() {
                "A"
            } else {
                "E"
            }
        }
        Some(_) | None => "M",
    }
}
