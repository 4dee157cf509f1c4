//! What differs between two states of a dataset.

use super::numbers::{lower, qualifier, upper, value};
use crate::export::cell::Cell;
use crate::export::sheet::Sheet;
use crate::model::{Report, Status};
use crate::query::diff::{Change, Of, Part, What, evidence};

/// A row: a change, or one part of what a number rests on.
struct Row<'a> {
    change: &'a Change<'a>,
    part: Option<Part<'a>>,
}

impl Row<'_> {
    fn change(&self) -> &'static str {
        match self.change.what {
            What::Added | What::ReportAdded(..) => "added",
            What::Removed | What::ReportRemoved(..) => "removed",
            What::Shown(..) => "shown",
            What::Renamed(_) => "renamed",
            What::Number(..) | What::Field(..) if self.part.is_none() => "changed",
            What::Number(..) | What::Field(..) | What::Evidence(..) => "evidence",
        }
    }

    fn reports(&self) -> [Option<&Report>; 2] {
        match self.change.what {
            What::ReportAdded(new, _) => [None, Some(new)],
            What::ReportRemoved(old, _) => [Some(old), None],
            What::Number(old, new) | What::Evidence(old, new) | What::Shown(old, new) => {
                [Some(old), Some(new)]
            }
            What::Added | What::Removed | What::Renamed(_) | What::Field(..) => [None, None],
        }
    }

    /// The texts of before and now, where it is texts that differ.
    fn texts(&self) -> [Cell; 2] {
        match (self.part, &self.change.what) {
            (
                Some(
                    Part::Source(old, new)
                    | Part::Wording(old, new)
                    | Part::Note(old, new)
                    | Part::Excerpt(old, new)
                    | Part::Archived(old, new),
                ),
                _,
            ) => [old, new].map(Cell::text),
            (Some(Part::Checked), _) => [Cell::Empty, Cell::Empty],
            (Some(Part::Status(old, new)), _) => {
                [old, new].map(|status| Cell::optional(status.map(Status::key)))
            }
            (Some(Part::RevisedFrom(old, new)), _) => {
                [old, new].map(|one| one.map_or(Cell::Empty, |one| Cell::text(one.words())))
            }
            (Some(Part::Preferred(old, new)), _) => [old, new].map(Cell::Truth),
            (None, What::Renamed(old)) => [Cell::text(*old), Cell::text(id(self.change.of))],
            (None, What::Field(_, Some(texts))) => texts.clone().map(Cell::text),
            (None, _) => self.reports().map(value),
        }
    }
}

fn record(of: Of<'_>) -> &'static str {
    match of {
        Of::Dataset => "dataset",
        Of::Source(..) => "source",
        Of::Metric(_) => "metric",
        Of::Operation(_) => "operation",
        Of::Figure(..) | Of::Countries(_) => "figure",
        Of::Case(_) | Of::Numbers(..) => "case",
    }
}

fn id(of: Of<'_>) -> &str {
    match of {
        Of::Dataset => "",
        Of::Source(id, _) => id.as_str(),
        Of::Metric(metric) => metric.id.as_str(),
        Of::Operation(operation) | Of::Figure(operation, ..) | Of::Countries(operation) => {
            operation.id.as_str()
        }
        Of::Case(case) | Of::Numbers(case, _) => case.id.as_str(),
    }
}

/// Of a number the metric, or the field of a case; else the field that differs.
fn field<'a>(change: &Change<'a>) -> &'a str {
    match (change.of, &change.what) {
        (_, What::Field(name, _)) => name,
        (Of::Figure(_, metric, _), _) => metric.as_str(),
        (Of::Countries(_), _) => "countries",
        (Of::Numbers(_, field), _) => field,
        (Of::Dataset | Of::Source(..) | Of::Metric(_) | Of::Operation(_) | Of::Case(_), _) => "",
    }
}

/// One row for each change; of what a number rests on, one for each part.
pub fn changes(changes: &[Change<'_>]) -> Sheet {
    let rows = changes.iter().flat_map(|change| {
        let whole = Row { change, part: None };
        let parts = match change.what {
            What::Number(old, new) | What::Evidence(old, new) => evidence(old, new),
            What::Added
            | What::Removed
            | What::ReportAdded(..)
            | What::ReportRemoved(..)
            | What::Shown(..)
            | What::Renamed(_)
            | What::Field(..) => Vec::new(),
        };
        let is_evidence = matches!(change.what, What::Evidence(..));
        let whole = (!is_evidence).then_some(whole);
        let part = |part| Row {
            change,
            part: Some(part),
        };
        whole.into_iter().chain(parts.into_iter().map(part))
    });
    Sheet::of::<Row<'_>>(
        rows,
        &[&[
            ("change", |row| Cell::text(row.change())),
            ("record", |row| Cell::text(record(row.change.of))),
            ("id", |row| Cell::text(id(row.change.of))),
            ("field", |row| Cell::text(field(row.change))),
            ("part", |row| {
                Cell::optional(row.part.map(|part| match part {
                    Part::Source(..) => "source",
                    Part::Wording(..) => "wording",
                    Part::Preferred(..) => "preferred",
                    Part::Status(..) => "status",
                    Part::RevisedFrom(..) => "revised_from",
                    Part::Note(..) => "note",
                    Part::Excerpt(..) => "excerpt",
                    Part::Archived(..) => "archived",
                    Part::Checked => "checked",
                }))
            }),
            ("source", |row| {
                let [old, new] = row.reports();
                Cell::optional(new.or(old).map(|report| report.source.as_str()))
            }),
            ("before", |row| {
                let [old, _] = row.texts();
                old
            }),
            ("before_qualifier", |row| qualifier(row.reports()[0])),
            ("before_lower", |row| lower(row.reports()[0])),
            ("before_upper", |row| upper(row.reports()[0])),
            ("after", |row| {
                let [_, new] = row.texts();
                new
            }),
            ("after_qualifier", |row| qualifier(row.reports()[1])),
            ("after_lower", |row| lower(row.reports()[1])),
            ("after_upper", |row| upper(row.reports()[1])),
        ]],
    )
}
