//! The form filled with something that is there, to be corrected.

use super::case::{from_typed, route_typed};
use super::reading::{joined, shown};
use super::record::Record;
use super::{
    CaseFields, FigureFields, Form, OperationFields, PeopleFields, SeizedFields, SourceFields,
    Subject, label,
};
use crate::model::{
    Atlas, Case, Dataset, Group, Metric, MetricId, NoAddress, Operation, OperationId, People,
    Report, Seizure, Source, SourceId, SupportRole,
};
use crate::words::imports::NOT_APPLICABLE;

/// The form filled with a record of a dataset; `None` where that has none of it.
pub(super) fn filled(record: &Record, dataset: &Dataset) -> Option<Form> {
    let of_source = |id: Option<&SourceId>| SourceFields {
        named: id.map_or_else(String::new, |id| source_named(id, dataset)),
        ..SourceFields::default()
    };
    Some(match record {
        Record::Report(id, metric, _) => {
            let operation = dataset.operations.iter().find(|one| one.id == *id)?;
            let report = record.report(operation)?;
            let label = metric.as_ref().map_or("", |metric| {
                let known = dataset.metrics.iter().find(|one| one.id == *metric);
                known.map_or(metric.as_str(), |known| &known.label)
            });
            Form {
                subject: Subject::Figures,
                operation: OperationFields {
                    name: operation.name.clone(),
                    ..OperationFields::default()
                },
                source: of_source(Some(&report.source)),
                figures: vec![figure(label, report)],
                ..Form::default()
            }
        }
        Record::NotApplicable(id, metric) => {
            let operation = dataset.operations.iter().find(|one| one.id == *id)?;
            let none = operation.not_applicable(metric.as_str())?;
            let known = dataset.metrics.iter().find(|one| one.id == *metric);
            Form {
                subject: Subject::Figures,
                operation: OperationFields {
                    name: operation.name.clone(),
                    ..OperationFields::default()
                },
                source: of_source(none.sources.first()),
                figures: vec![FigureFields {
                    metric: known.map_or(metric.as_str(), |one| &one.label).to_owned(),
                    number: NOT_APPLICABLE.to_owned(),
                    note: text(none.reason.as_ref()),
                    ..FigureFields::default()
                }],
                ..Form::default()
            }
        }
        Record::Metric(id) => Form {
            subject: Subject::Figures,
            figures: vec![metric(
                dataset.metrics.iter().find(|one| one.id == *id)?,
                dataset,
            )],
            ..Form::default()
        },
        Record::Source(id) => Form {
            subject: Subject::Source,
            source: source(dataset.sources.get(id)?),
            ..Form::default()
        },
        Record::Operation(id) => {
            let there = dataset.operations.iter().find(|one| one.id == *id)?;
            Form {
                subject: Subject::Operation,
                operation: operation(there, dataset),
                source: of_source(there.sources.first()),
                ..Form::default()
            }
        }
        Record::Case(id) => {
            let there = dataset.cases.iter().find(|one| one.id == *id)?;
            let operations = &dataset.operations;
            let of = operations.iter().find(|one| one.id == there.operation);
            Form {
                subject: Subject::Case,
                operation: OperationFields {
                    name: of.map_or_else(|| there.operation.to_string(), |of| of.name.clone()),
                    ..OperationFields::default()
                },
                source: of_source(there.sources.first()),
                case: case(there, dataset),
                ..Form::default()
            }
        }
    })
}

impl Form {
    /// The form filled with what a source states of a number, to be said otherwise.
    pub fn saying(
        atlas: &Atlas,
        operation: &OperationId,
        metric: Option<&MetricId>,
        report: &Report,
    ) -> Self {
        let named = |id: &OperationId| atlas.operation(id.as_str()).map(|one| one.name.clone());
        let label = metric.and_then(|id| atlas.metric(id.as_str()));
        let label = label.map_or_else(String::new, |one| one.label.clone());
        let number = report.quantity.words();
        Self {
            subject: metric.map_or(Subject::Operation, |_| Subject::Figures),
            operation: OperationFields {
                name: named(operation).unwrap_or_default(),
                count: metric.map_or(number, |_| String::new()),
                ..OperationFields::default()
            },
            source: SourceFields {
                named: atlas
                    .source(&report.source)
                    .map_or_else(String::new, super::label),
                ..SourceFields::default()
            },
            figures: metric.map(|_| figure(&label, report)).into_iter().collect(),
            ..Self::default()
        }
    }
}

fn text(text: Option<&String>) -> String {
    text.cloned().unwrap_or_default()
}

fn number(reports: &[Report], dataset: &Dataset) -> String {
    let shown = shown(reports, dataset).and_then(|at| reports.get(at));
    shown.map_or_else(String::new, |report| report.quantity.words())
}

/// What a source is called in its field.
fn source_named(id: &SourceId, dataset: &Dataset) -> String {
    let known = dataset.sources.get(id);
    known.map_or_else(|| id.to_string(), label)
}

/// A line with what a source states, of a metric by its name.
pub(super) fn figure(metric: &str, report: &Report) -> FigureFields {
    let trail = report.trail.as_deref();
    let checked = trail.and_then(|trail| trail.checked.as_ref());
    let earlier = report.revised_from.as_deref();
    FigureFields {
        metric: metric.to_owned(),
        number: report.quantity.words(),
        wording: text(report.wording.as_ref()),
        note: text(report.note.as_ref()),
        status: report.status,
        revised_from: earlier.map_or_else(String::new, |earlier| earlier.quantity.words()),
        excerpt: text(trail.and_then(|trail| trail.excerpt.as_ref())),
        archived: text(trail.and_then(|trail| trail.archived.as_ref())),
        checked_on: checked.map_or_else(String::new, |(day, _)| day.to_string()),
        checked_by: text(checked.map(|(_, by)| by)),
        ..FigureFields::default()
    }
}

fn metric(metric: &Metric, dataset: &Dataset) -> FigureFields {
    let whole = metric.part_of.as_ref().map(|id| {
        let known = dataset.metrics.iter().find(|one| one.id == *id);
        known.map_or_else(|| id.to_string(), |known| known.label.clone())
    });
    FigureFields {
        metric: metric.label.clone(),
        unit: metric.unit.clone(),
        definition: metric.definition.clone(),
        part_of: whole.unwrap_or_default(),
        not_per: metric.not_per.clone(),
        ..FigureFields::default()
    }
}

fn source(source: &Source) -> SourceFields {
    let why = match &source.address {
        Err(NoAddress::Because(why)) => why.clone(),
        Err(NoAddress::Unusable | NoAddress::Unsaid) | Ok(_) => String::new(),
    };
    SourceFields {
        named: String::new(),
        publisher: source.publisher.clone(),
        title: source.title.clone(),
        date: source
            .date
            .map_or_else(String::new, |date| date.to_string()),
        address: source.link().unwrap_or_default().to_owned(),
        no_address: why,
        grade: Some(source.grade),
        note: text(source.note.as_ref()),
    }
}

fn operation(operation: &Operation, dataset: &Dataset) -> OperationFields {
    let days = operation.days.map(|days| [days.first, days.last]);
    let [first, last] = days.map_or_else(Default::default, |days| days.map(|day| day.to_string()));
    let units = operation.coordination_units.iter();
    let units = units.map(|unit| match &unit.place {
        Some(place) => format!("{} ({place})", unit.country),
        None => unit.country.to_string(),
    });
    let findings: Vec<&str> = operation
        .findings
        .iter()
        .map(|one| one.text.as_str())
        .collect();
    let support = |role: SupportRole| {
        let all = operation.supported_by.iter();
        let of_role = all.filter(|one| one.role == role);
        joined(of_role.map(|one| one.name.clone()))
    };
    let listed = operation.countries.listed.iter();
    OperationFields {
        name: operation.name.clone(),
        first,
        last,
        length: operation
            .length
            .map_or_else(String::new, |days| days.to_string()),
        days_note: text(operation.days_note.as_ref()),
        lead: joined(operation.lead.iter().cloned()),
        count: number(&operation.countries.count, dataset),
        listed: joined(listed.map(ToString::to_string)),
        family: Some(&operation.family)
            .filter(|family| **family != operation.name)
            .cloned()
            .unwrap_or_default(),
        summary: text(operation.summary.as_ref()),
        status: operation.status,
        units: joined(units),
        partners: support(SupportRole::Partner),
        funders: support(SupportRole::Funder),
        findings: findings.join("\n"),
        further: operation.further,
    }
}

fn case(case: &Case, dataset: &Dataset) -> CaseFields {
    let found = case.found.iter().map(|people| (people, false));
    let alleged = case.alleged.iter().map(|people| (people, true));
    let group = |(people, alleged): (&People, bool)| PeopleFields {
        number: number(&people.reports, dataset),
        who: Some(people.who),
        alleged,
        from: from_typed(people),
        among: Group::ALL.map(|who| {
            let part = people.among.iter().find(|among| among.who == who);
            part.map_or_else(String::new, |part| number(&part.reports, dataset))
        }),
        note: text(people.note.as_ref()),
    };
    let mut groups = found.chain(alleged).map(group);
    let people = groups.next().unwrap_or_default();
    let seized = |one: &Seizure| SeizedFields {
        what: one.what.clone(),
        number: number(&one.reports, dataset),
        unit: text(one.unit.as_ref()),
    };
    let crimes = case.crimes.iter().map(|crime| crime.name().to_owned());
    let countries = case.countries.iter();
    CaseFields {
        title: case.title.clone(),
        summary: case.summary.clone(),
        date: case.date.map_or_else(String::new, |date| date.to_string()),
        countries: joined(countries.map(ToString::to_string)),
        people,
        others: groups.collect(),
        arrested: number(&case.arrested, dataset),
        suspected: number(&case.suspected, dataset),
        crimes: joined(crimes),
        route: route_typed(&case.route),
        seized: case.seized.iter().map(seized).collect(),
        note: text(case.note.as_ref()),
    }
}
