//! The pages as a person finds them with a screen reader and a keyboard: what each row says,
//! what keys do, what a click opens.

mod cases;
mod countries;
mod evidence;
mod problems;

use std::sync::Arc;

use eframe::egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use opatlas::model::{
    Among, Case, CoordinationUnit, Country, Crime, Dataset, Days, Figure, Grade, Group, Metric,
    Operation, PartialDate, Participation, People, Problem, Quantity, Report, Source, Step, Stop,
    Who,
};
use opatlas::state::{Command, FileRead, Page};

use crate::desk::Desk;

fn country(code: &str) -> Country {
    Country::from_code(code).unwrap_or_else(|| panic!("{code} is no country"))
}

fn report(quantity: Quantity, source: &str) -> Report {
    Report::of(quantity, source)
}

fn source(publisher: &str, title: &str, grade: Grade, date: &str) -> Source {
    Source {
        publisher: publisher.to_owned(),
        title: title.to_owned(),
        date: PartialDate::parse(date),
        address: Ok(format!("https://example.org/{date}")),
        grade,
        note: None,
    }
}

fn operation(id: &str, name: &str, days: (&str, &str), counted: u64, listed: &[&str]) -> Operation {
    let day = |text| PartialDate::parse(text).unwrap_or_else(|| panic!("{text} is no date"));
    Operation {
        family: "Liberterra".to_owned(),
        lead: vec!["INTERPOL".to_owned()],
        days: Some(Days {
            first: day(days.0),
            last: day(days.1),
        }),
        countries: Participation {
            count: vec![report(Quantity::Exactly(counted), "release")],
            listed: listed.iter().map(|code| country(code)).collect(),
            sources: vec!["release".into()],
            note: None,
        },
        figures: vec![Figure {
            metric: "arrests".into(),
            reports: vec![
                report(Quantity::MoreThan(2600), "paper"),
                Report {
                    wording: Some("arrests".to_owned()),
                    ..report(Quantity::Exactly(2517), "release")
                },
            ],
        }],
        sources: vec!["release".into()],
        ..Operation::named(id, name)
    }
}

fn case(id: &str, title: &str, countries: &[&str]) -> Case {
    Case {
        id: id.into(),
        operation: "l2".into(),
        title: title.to_owned(),
        summary: format!("What happened in {title}."),
        date: None,
        countries: countries.iter().map(|code| country(code)).collect(),
        crimes: vec![Crime::Trafficking],
        found: Vec::new(),
        arrested: Vec::new(),
        alleged: Vec::new(),
        suspected: Vec::new(),
        seized: Vec::new(),
        route: Vec::new(),
        sources: vec!["release".into()],
        note: None,
    }
}

fn dataset() -> Dataset {
    let mut second = operation(
        "l2",
        "Liberterra II",
        ("2024-09-29", "2024-10-04"),
        4,
        &["CIV", "TGO", "TUR", "ARG"],
    );
    second.coordination_units = vec![CoordinationUnit {
        country: country("ARG"),
        place: None,
        note: None,
        sources: Vec::new(),
    }];
    let third = operation(
        "l3",
        "Liberterra III",
        ("2025-11-10", "2025-11-21"),
        119,
        &[],
    );
    let mut mali = case("mali", "Pyramid scheme", &["MLI"]);
    mali.found = vec![People {
        who: Who::PotentialVictims,
        reports: vec![
            report(Quantity::Exactly(24), "release"),
            report(Quantity::MoreThan(30), "paper"),
        ],
        nationalities: vec![country("TGO")],
        regions: Vec::new(),
        among: vec![Among {
            who: Group::Women,
            reports: vec![report(Quantity::Dozens, "release")],
        }],
        note: None,
    }];
    mali.arrested = vec![report(Quantity::Exactly(10), "release")];
    mali.route = vec![
        Stop {
            step: Step::Origin,
            country: Some(country("TGO")),
            place: None,
        },
        Stop {
            step: Step::Found,
            country: Some(country("MLI")),
            place: None,
        },
        Stop {
            step: Step::Destination,
            country: None,
            place: Some("North America".to_owned()),
        },
    ];
    let cases = vec![
        mali,
        case("farms", "Farms", &["ARG"]),
        case("raid", "Café raid", &["CIV"]),
    ];
    Dataset {
        file: "test.ron".to_owned(),
        title: "Test".to_owned(),
        summary: None,
        sources: [
            (
                "release",
                source("INTERPOL", "Global raids", Grade::Official, "2024-11-06"),
            ),
            (
                "paper",
                source("The Écho", "Thousands held", Grade::News, "2025-01-02"),
            ),
        ]
        .into_iter()
        .map(|(id, source)| (id.into(), source))
        .collect(),
        metrics: vec![Metric {
            id: "arrests".into(),
            label: "Arrests".to_owned(),
            unit: "people".to_owned(),
            definition: "Everyone arrested".to_owned(),
            part_of: None,
            not_per: Vec::new(),
        }],
        operations: vec![second, third],
        cases: cases.into_iter().map(Arc::new).collect(),
        gaps: opatlas::model::Gaps::default(),
        print: 0,
        places: std::collections::BTreeMap::new(),
        case_places: Vec::new(),
    }
}

fn read(dataset: Option<Dataset>, problems: Vec<Problem>) -> Command {
    Command::ReadingDone(Box::new(FileRead {
        path: None,
        name: "test.ron".to_owned(),
        dataset: dataset.map(Arc::new),
        problems,
        ..FileRead::default()
    }))
}

fn on(page: Page) -> Desk {
    Desk::of([read(Some(dataset()), Vec::new()), Command::Show(page)])
}

/// The window on the page shown, which carries out what it is asked for.
fn window(desk: Desk) -> Harness<'static, Desk> {
    desk.window([1280.0, 760.0])
}

/// What a list's or table's rows say, in order.
fn rows(harness: &Harness<'_, Desk>) -> Vec<String> {
    harness
        .query_all_by(|node| matches!(node.role(), Role::ListBoxOption | Role::Row))
        .filter_map(|node| node.accesskit_node().label())
        .collect()
}
