//! A small atlas for tests: two operations of one family with every way a figure can be stated.
#![expect(clippy::missing_panics_doc, reason = "for tests alone")]

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{
    Atlas, Case, Country, Crime, Dataset, Days, Figure, Gaps, Grade, Metric, Operation,
    PartialDate, Participation, People, Quantity, Report, Source, Status, Who,
};

/// A report from the fixture's official source of 2024, 2026 or its news.
pub fn report(quantity: Quantity, source: &str) -> Report {
    Report::of(quantity, source)
}

fn source(publisher: &str, date: &str, grade: Grade) -> Source {
    Source {
        publisher: publisher.to_owned(),
        title: format!("Release of {date}"),
        date: PartialDate::parse(date),
        address: Ok(format!("https://example.org/{date}")),
        grade,
        note: None,
    }
}

fn metric(id: &str, label: &str, unit: &str, part_of: Option<&str>) -> Metric {
    Metric {
        id: id.into(),
        label: label.to_owned(),
        unit: unit.to_owned(),
        definition: format!("{label} in the operation"),
        part_of: part_of.map(Into::into),
        not_per: Vec::new(),
    }
}

fn figure(metric: &str, reports: Vec<Report>) -> Figure {
    Figure {
        metric: metric.into(),
        reports,
    }
}

fn operation(
    id: &str,
    name: &str,
    days: (&str, &str),
    countries: Participation,
    figures: Vec<Figure>,
) -> Operation {
    Operation {
        family: "Liberterra".to_owned(),
        lead: vec!["INTERPOL".to_owned()],
        days: Some(Days {
            first: PartialDate::parse(days.0).unwrap(),
            last: PartialDate::parse(days.1).unwrap(),
        }),
        countries,
        figures,
        ..Operation::named(id, name)
    }
}

/// Countries by code.
pub fn countries(codes: &[&str]) -> Vec<Country> {
    codes
        .iter()
        .map(|code| Country::from_code(code).unwrap())
        .collect()
}

fn case() -> Case {
    Case {
        id: "mali".into(),
        operation: "liberterra-2".into(),
        title: "Pyramid scheme in Mali".to_owned(),
        summary: "Women were promised work abroad.".to_owned(),
        date: None,
        countries: countries(&["MLI"]),
        crimes: vec![Crime::Trafficking, Crime::Fraud],
        found: vec![People {
            who: Who::PotentialVictims,
            reports: vec![report(Quantity::Exactly(24), "official-2024")],
            nationalities: countries(&["TGO"]),
            regions: Vec::new(),
            among: Vec::new(),
            note: None,
        }],
        arrested: vec![report(Quantity::Exactly(10), "official-2024")],
        alleged: Vec::new(),
        suspected: Vec::new(),
        seized: Vec::new(),
        route: Vec::new(),
        sources: vec!["official-2024".into()],
        note: None,
    }
}

/// The dataset behind [`atlas`].
pub fn dataset() -> Dataset {
    use Quantity::{Exactly, MoreThan, Nearly, Thousands};
    let second = operation(
        "liberterra-2",
        "Liberterra II",
        ("2024-09-29", "2024-10-04"),
        Participation {
            count: vec![report(Exactly(116), "official-2024")],
            listed: countries(&["MLI", "TGO"]),
            ..Participation::default()
        },
        vec![
            figure(
                "arrests",
                vec![
                    report(Exactly(2517), "official-2024"),
                    report(Exactly(2571), "news-2024"),
                ],
            ),
            figure(
                "arrests_trafficking_smuggling",
                vec![report(Exactly(850), "official-2024")],
            ),
            figure("officers", vec![report(Thousands, "news-2024")]),
            figure(
                "database_checks",
                vec![report(Nearly(8_000_000), "official-2024")],
            ),
        ],
    );
    let third = operation(
        "liberterra-3",
        "Liberterra III",
        ("2025-11-10", "2025-11-21"),
        Participation {
            count: vec![report(Exactly(119), "official-2026")],
            ..Participation::default()
        },
        vec![
            figure("arrests", vec![report(Exactly(3744), "official-2026")]),
            figure(
                "arrests_trafficking_smuggling",
                vec![report(MoreThan(1800), "official-2026")],
            ),
            figure("officers", vec![report(MoreThan(14_000), "official-2026")]),
        ],
    );
    Dataset {
        file: "fixture.ron".to_owned(),
        title: "Fixture".to_owned(),
        summary: None,
        sources: [
            (
                "official-2024",
                source("INTERPOL", "2024-11-06", Grade::Official),
            ),
            (
                "official-2026",
                source("INTERPOL", "2026-01-26", Grade::Official),
            ),
            (
                "news-2024",
                source("A newspaper", "2024-11-07", Grade::News),
            ),
        ]
        .into_iter()
        .map(|(id, source)| (id.into(), source))
        .collect(),
        metrics: vec![
            metric("arrests", "Arrests", "people", None),
            metric(
                "arrests_trafficking_smuggling",
                "Arrests for trafficking or smuggling",
                "people",
                Some("arrests"),
            ),
            metric("officers", "Officers deployed", "people", None),
            metric(
                "database_checks",
                "Checks against INTERPOL databases",
                "checks",
                None,
            ),
        ],
        operations: vec![
            Operation {
                status: Some(Status::Preliminary),
                ..second
            },
            third,
        ],
        cases: vec![Arc::new(case())],
        gaps: Gaps::default(),
        print: 0,
        places: BTreeMap::new(),
        case_places: Vec::new(),
    }
}

/// The fixture as an atlas.
pub fn atlas() -> Atlas {
    Atlas::of(&[Arc::new(dataset())]).0
}
