//! The columns of one report of a number, the same in every table that has such rows.

use crate::export::cell::Cell;
use crate::export::sheet::Column;
use crate::model::{Atlas, Quantity, Report, Source, Trail};

/// What stands in a table instead of what a problem leaves out.
pub const LEFT_OUT: &str = "left_out";

/// A report of a number of something; where no source states one, a row without it.
pub struct Stated<'a, T> {
    /// What the number is of.
    pub of: T,
    report: Option<&'a Report>,
    source: Option<&'a Source>,
    unit: &'a str,
    preferred: bool,
    preliminary: bool,
    /// Whether a problem leaves out what is stated.
    left_out: bool,
}

/// A number that is stated but that a problem leaves out: a row without it.
pub fn left_out<T>(of: T, unit: &str) -> Stated<'_, T> {
    Stated {
        of,
        report: None,
        source: None,
        unit,
        preferred: false,
        preliminary: false,
        left_out: true,
    }
}

/// The reports of a number, a row each; one row without a number where there are none.
pub fn stated<'a, T: Copy>(
    atlas: &'a Atlas,
    of: T,
    unit: &'a str,
    preliminary: bool,
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
        preliminary,
        left_out: false,
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

    fn trail(&self) -> Option<&Trail> {
        self.report.and_then(|report| report.trail.as_deref())
    }
}

/// The columns of a report.
pub fn columns<'a, T>() -> [Column<Stated<'a, T>>; 17] {
    [
        ("value", |one| value(one.report)),
        ("qualifier", |one| {
            if one.left_out {
                Cell::text(LEFT_OUT)
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
            Cell::optional(one.report.map(|report| report.source.as_str()))
        }),
        ("wording", |one| {
            Cell::optional(one.report.and_then(|report| report.wording.as_deref()))
        }),
        ("lower", |one| lower(one.report)),
        ("upper", |one| upper(one.report)),
        ("obs_status", |one| {
            Cell::text(obs_status(one.quantity(), one.preliminary))
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
            Cell::optional(one.report.and_then(|report| report.note.as_deref()))
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
    ]
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
fn obs_status(quantity: Option<Quantity>, preliminary: bool) -> &'static str {
    match quantity {
        Some(quantity) if quantity.number().is_some() => {
            if preliminary {
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
