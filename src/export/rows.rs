//! The rows of tables, for people who go on in a spreadsheet. The first columns of each and their
//! order are a promise to scripts; more may follow them.

use std::sync::Arc;

use crate::model::{Atlas, Case, Days, Operation, People, Report, Source, Status};
use crate::query::tables::Table;
use crate::query::{countries, sources};

impl Table {
    /// The names of the columns.
    pub fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Figures => &[
                "operation",
                "metric",
                "value",
                "qualifier",
                "unit",
                "preferred",
                "source",
                "wording",
                "publisher",
                "date",
                "grade",
                "note",
            ],
            Self::Operations => &[
                "operation",
                "name",
                "lead",
                "from",
                "to",
                "days",
                "countries",
                "listed",
                "status",
                "coordination_units",
                "family",
                "countries_qualifier",
                "supported_by",
                "summary",
                "sources",
            ],
            Self::Countries => &[
                "country",
                "name",
                "region",
                "subregion",
                "operations",
                "coordination_units",
                "cases",
            ],
            Self::Cases => &[
                "case",
                "operation",
                "title",
                "countries",
                "crimes",
                "found",
                "found_qualifier",
                "arrested",
                "arrested_qualifier",
                "sources",
                "found_who",
                "suspected",
                "seized",
                "route",
                "date",
                "summary",
                "alleged",
                "alleged_qualifier",
                "alleged_who",
                "note",
                "suspected_qualifier",
            ],
            Self::Sources => &[
                "source",
                "publisher",
                "title",
                "date",
                "grade",
                "address",
                "figures",
                "only_support",
                "disagreeing",
                "cases",
            ],
        }
    }

    /// The rows, in the atlas's order; each as long as [`Table::columns`].
    pub fn rows(self, atlas: &Atlas) -> Vec<Vec<Cell>> {
        match self {
            Self::Figures => figures(atlas),
            Self::Operations => atlas
                .operations
                .iter()
                .map(|operation| operation_row(atlas, operation))
                .collect(),
            Self::Countries => countries::all(atlas).iter().map(country_row).collect(),
            Self::Cases => atlas
                .cases
                .iter()
                .map(|case| case_row(atlas, case))
                .collect(),
            Self::Sources => sources::counts(atlas)
                .iter()
                .filter_map(|counts| Some(source_row(counts, atlas.source(&counts.id)?)))
                .collect(),
        }
    }
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Text, or nothing where it is empty.
    Text(String),
    /// A whole number.
    Number(u64),
    /// Yes or no.
    Truth(bool),
    /// Several texts.
    List(Vec<String>),
}

/// As in CSV: lists with `;` between their parts.
impl std::fmt::Display for Cell {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Number(number) => write!(f, "{number}"),
            Self::Truth(truth) => write!(f, "{truth}"),
            Self::List(parts) => f.write_str(&parts.join(";")),
        }
    }
}

fn text(text: impl Into<String>) -> Cell {
    Cell::Text(text.into())
}

fn list<T: ToString>(parts: impl IntoIterator<Item = T>) -> Cell {
    Cell::List(parts.into_iter().map(|part| part.to_string()).collect())
}

fn count(number: usize) -> Cell {
    Cell::Number(u64::try_from(number).unwrap_or(u64::MAX))
}

fn optional(value: Option<impl ToString>) -> Cell {
    Cell::Text(value.map_or_else(String::new, |value| value.to_string()))
}

/// The number of a report: digits where a single number was stated.
fn value(report: Option<&Report>) -> Cell {
    let Some(report) = report else {
        return text("");
    };
    let written = report.quantity.table_value();
    written.parse().map_or(Cell::Text(written), Cell::Number)
}

fn figures(atlas: &Atlas) -> Vec<Vec<Cell>> {
    let mut rows = Vec::new();
    for operation in &atlas.operations {
        rows.extend(reports(
            atlas,
            operation,
            "countries",
            "countries",
            &operation.countries.count,
        ));
        for figure in &operation.figures {
            let unit = atlas
                .metric(figure.metric.as_str())
                .map_or("", |metric| metric.unit.as_str());
            rows.extend(reports(
                atlas,
                operation,
                figure.metric.as_str(),
                unit,
                &figure.reports,
            ));
        }
    }
    rows
}

fn reports(
    atlas: &Atlas,
    operation: &Operation,
    metric: &str,
    unit: &str,
    reports: &[Report],
) -> Vec<Vec<Cell>> {
    let preferred = atlas.preferred(reports);
    reports
        .iter()
        .map(|report| {
            let source = atlas.source(&report.source);
            vec![
                text(operation.id.as_str()),
                text(metric),
                value(Some(report)),
                text(report.quantity.qualifier()),
                text(unit),
                Cell::Truth(preferred.is_some_and(|preferred| std::ptr::eq(preferred, report))),
                text(report.source.as_str()),
                optional(report.wording.as_deref()),
                text(source.map_or("", |source| source.publisher.as_str())),
                optional(source.and_then(|source| source.date)),
                text(source.map_or("", |source| source.grade.key())),
                optional(report.note.as_deref()),
            ]
        })
        .collect()
}

fn operation_row(atlas: &Atlas, operation: &Operation) -> Vec<Cell> {
    let days: Option<Days> = operation.days;
    let taking_part = atlas.preferred(&operation.countries.count);
    let mut supporters: Vec<&str> = Vec::new();
    for support in &operation.supported_by {
        if !supporters.contains(&support.name.as_str()) {
            supporters.push(&support.name);
        }
    }
    let units = operation
        .coordination_units
        .iter()
        .map(|unit| unit.country.code());
    vec![
        text(operation.id.as_str()),
        text(&operation.name),
        list(&operation.lead),
        optional(days.map(|days| days.first)),
        optional(days.map(|days| days.last)),
        operation
            .day_count()
            .map_or_else(|| text(""), |days| Cell::Number(u64::from(days))),
        value(taking_part),
        // A list that was never published has no length, not even 0.
        if operation.countries.listed.is_empty() {
            text("")
        } else {
            count(operation.countries.listed.len())
        },
        text(operation.status.map_or("", Status::key)),
        list(units),
        text(&operation.family),
        text(taking_part.map_or("", |report| report.quantity.qualifier())),
        list(supporters),
        optional(operation.summary.as_deref()),
        list(&operation.sources),
    ]
}

fn country_row(row: &countries::CountryRow<'_>) -> Vec<Cell> {
    let ids =
        |operations: &[&Operation]| list(operations.iter().map(|operation| operation.id.as_str()));
    vec![
        text(row.country.code()),
        text(row.country.name()),
        text(row.country.region().name()),
        text(row.country.subregion()),
        ids(&row.took_part),
        ids(&row.coordination_units),
        list(row.cases.iter().map(|case| case.id.as_str())),
    ]
}

fn case_row(atlas: &Atlas, case: &Arc<Case>) -> Vec<Cell> {
    let (found, found_qualifiers) = numbers(atlas, &case.found);
    let (alleged, alleged_qualifiers) = numbers(atlas, &case.alleged);
    let arrested = atlas.preferred(&case.arrested);
    let suspected = atlas.preferred(&case.suspected);
    let seized = case.seized.iter().map(|seizure| {
        let number = atlas
            .preferred(&seizure.reports)
            .map(|report| report.quantity.words());
        let unit = seizure.unit.as_deref().unwrap_or("");
        [number.as_deref().unwrap_or(""), unit, &seizure.what]
            .join(" ")
            .trim()
            .replace("  ", " ")
    });
    let route = case
        .route
        .iter()
        .map(|stop| format!("{}: {}", stop.step.name(), stop.words()));
    vec![
        text(case.id.as_str()),
        text(case.operation.as_str()),
        text(&case.title),
        list(case.countries.iter().map(|country| country.code())),
        list(case.crimes.iter().map(|crime| crime.name())),
        found,
        found_qualifiers,
        value(arrested),
        text(arrested.map_or("", |report| report.quantity.qualifier())),
        list(&case.sources),
        list(case.found.iter().map(|people| people.who.name())),
        value(suspected),
        list(seized),
        list(route),
        optional(case.date),
        text(&case.summary),
        alleged,
        alleged_qualifiers,
        list(case.alleged.iter().map(|people| people.who.name())),
        optional(case.note.as_deref()),
        text(suspected.map_or("", |report| report.quantity.qualifier())),
    ]
}

/// How many people each group has, and how firmly that was stated.
fn numbers(atlas: &Atlas, groups: &[People]) -> (Cell, Cell) {
    let reports = groups.iter().map(|people| atlas.preferred(&people.reports));
    let values = reports.clone().map(|report| value(report));
    let qualifiers = reports.map(|report| report.map_or("", |report| report.quantity.qualifier()));
    (list(values), list(qualifiers))
}

fn source_row(counts: &sources::SourceCounts, source: &Source) -> Vec<Cell> {
    vec![
        text(counts.id.as_str()),
        text(&source.publisher),
        text(&source.title),
        optional(source.date),
        text(source.grade.key()),
        text(source.link().unwrap_or("")),
        count(counts.figures),
        count(counts.alone),
        count(counts.disagreeing),
        count(counts.cases),
    ]
}
