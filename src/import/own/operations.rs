//! Operations and their figures from our own tables.

use std::collections::BTreeMap;

use super::{Row, Tables, prefer};
use crate::import::{Asked, Given, Passed};
use crate::model::{
    CoordinationUnit, Dataset, Days, Finding, MetricId, NotApplicable, Operation, OperationId,
    Participation, Report, Status, Support, SupportRole,
};
use crate::query::tables::{LEFT_OUT, NOT_APPLICABLE, Table};

/// The metric under which the number of countries stands.
const COUNTRIES: &str = "countries";

/// What of several reports of one figure is known: they, their rows, and which is to be shown.
type Gathered<'a> = (Vec<Report>, Vec<Row<'a>>, Option<usize>);

pub(super) fn gather(tables: &mut Tables<'_, '_>, dataset: &Dataset) {
    for row in tables.take(Table::Operations) {
        let operation = operation(&row);
        if let Some(operation) = tables.wanted(operation) {
            tables.incoming.operations.push(operation);
        }
    }
    for row in tables.take(Table::CoordinationUnits) {
        let unit = row.country(&row.text("country").unwrap_or_default(), "country");
        let unit = unit.map(|country| CoordinationUnit {
            country,
            place: row.text("place"),
            note: row.text("note"),
            sources: row.ids("sources"),
        });
        if let Some(unit) = tables.wanted(unit) {
            operation_of(tables, &row).coordination_units.push(unit);
        }
    }
    for row in tables.take(Table::Findings) {
        let finding = Finding {
            text: row.text("finding").unwrap_or_default(),
            sources: row.ids("sources"),
        };
        operation_of(tables, &row).findings.push(finding);
    }
    for row in tables.take(Table::Supporters) {
        let roles = [SupportRole::Partner, SupportRole::Funder];
        let name = |role| match role {
            SupportRole::Partner => "partner",
            SupportRole::Funder => "funder",
        };
        let role = row.one_of("role", &roles, name);
        let role = role.and_then(|role| role.map_or_else(|| row.refused("role"), Ok));
        if let Some(role) = tables.wanted(role) {
            operation_of(tables, &row).supported_by.push(Support {
                name: row.text("name").unwrap_or_default(),
                role,
                sources: row.ids("sources"),
            });
        }
    }
    figures(tables, dataset);
}

/// The operation that a row names; where no table has it, one of which only the id is known.
fn operation_of<'t>(tables: &'t mut Tables<'_, '_>, row: &Row<'_>) -> &'t mut Operation {
    let id: OperationId = row.id("operation");
    let operations = &mut tables.incoming.operations;
    let at = operations.iter().position(|one| one.id == id);
    let at = at.unwrap_or_else(|| {
        operations.push(Operation::named(id.clone(), id.as_str()));
        operations.len() - 1
    });
    &mut operations[at]
}

fn operation(row: &Row<'_>) -> Result<Operation, Asked> {
    let days = row.date("from")?.zip(row.date("to")?);
    let days = days.map(|(first, last)| Days { first, last });
    let length = row
        .number("days")?
        .filter(|_| days.and_then(Days::count).is_none());
    let name = row.text("name").unwrap_or_default();
    let id: OperationId = row.id("operation");
    let of_no_more = Operation::named(id, &name);
    Ok(Operation {
        family: row.text("family").unwrap_or(name),
        further: row.cell("further") == "true",
        summary: row.text("summary"),
        lead: row.list("lead"),
        days,
        length: length.and_then(|length| u32::try_from(length).ok()),
        days_note: row.text("days_note"),
        status: row.one_of("status", &Status::ALL, Status::key)?,
        countries: Participation {
            count: Vec::new(),
            listed: row.countries("countries_listed")?,
            sources: row.ids("countries_sources"),
            note: row.text("countries_note"),
        },
        sources: row.ids("sources"),
        ..of_no_more
    })
}

/// What was counted, in the order of the table.
fn figures(tables: &mut Tables<'_, '_>, dataset: &Dataset) {
    let mut order: Vec<(OperationId, String)> = Vec::new();
    let mut gathered: BTreeMap<(OperationId, String), Gathered<'_>> = BTreeMap::new();
    for row in tables.take(Table::Figures) {
        if row.cell("qualifier") == LEFT_OUT {
            let place = row.place("operation");
            tables.incoming.passed.push(Passed::LeftOut(place));
            continue;
        }
        if row.cell("qualifier") == NOT_APPLICABLE {
            operation_of(tables, &row)
                .not_applicable
                .push(NotApplicable {
                    metric: row.id("metric"),
                    reason: row.text("note"),
                    sources: row.ids("source"),
                });
            continue;
        }
        let report = row.report();
        let Some(Some((report, is_shown))) = tables.wanted(report) else {
            continue;
        };
        let key = (row.id("operation"), row.text("metric").unwrap_or_default());
        if !gathered.contains_key(&key) {
            order.push(key.clone());
        }
        let (reports, rows, shown) = gathered.entry(key).or_default();
        if is_shown {
            *shown = Some(reports.len());
        }
        reports.push(report);
        rows.push(row);
    }
    let sources = tables.all_sources(dataset);
    for key in order {
        let (mut reports, rows, shown) = gathered.remove(&key).unwrap_or_default();
        prefer(&mut reports, shown, &sources);
        let (operation, metric) = key;
        let metric = (metric != COUNTRIES).then(|| MetricId::from(metric));
        let given = reports.into_iter().zip(rows).map(|(report, row)| Given {
            operation: operation.clone(),
            metric: metric.clone(),
            report,
            place: row.place("value"),
        });
        tables.incoming.reports.extend(given);
    }
}
