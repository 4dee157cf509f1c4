//! The datasets that come with the program: whole, sourced, and as the releases state them.

use std::collections::BTreeSet;
use std::sync::Arc;

use opatlas::export::sheet;
use opatlas::file::{EMBEDDED, read};
use opatlas::model::{Atlas, Dataset, NoAddress, Quantity};
use opatlas::query::tables::Table;

fn datasets() -> Vec<Arc<Dataset>> {
    let readings = EMBEDDED
        .iter()
        .map(|(name, text)| read(name, text.as_bytes()));
    readings
        .map(|reading| Arc::new(reading.dataset.unwrap()))
        .collect()
}

fn atlas() -> Atlas {
    Atlas::of(&datasets()).0
}

#[test]
fn every_embedded_file_passes_check_with_no_warning() {
    for (name, text) in EMBEDDED {
        let problems: Vec<String> = read(name, text.as_bytes())
            .problems
            .iter()
            .map(ToString::to_string)
            .collect();
        assert!(problems.is_empty(), "{problems:#?}");
    }
}

#[test]
fn the_embedded_files_do_not_clash() {
    let (atlas, clashes) = Atlas::of(&datasets());
    assert!(clashes.is_empty(), "{clashes:?}");
    assert_eq!(atlas.operations.len(), 16);
}

#[test]
fn every_shown_figure_is_what_the_releases_state() {
    let atlas = atlas();
    let shown: Vec<String> = sheet(&atlas, Table::Figures)
        .rows
        .iter()
        .filter(|row| row[5].to_string() == "true")
        .map(|row| format!("{},{},{},{}", row[0], row[1], row[3], row[2]))
        .collect();
    let expected: Vec<&str> = include_str!("shown_figures.csv").lines().skip(1).collect();
    assert_eq!(shown, expected);
}

#[test]
fn every_report_has_a_source_and_every_source_an_address_or_a_reason() {
    let atlas = atlas();
    for source in atlas.sources.values() {
        match &source.address {
            Ok(address) => assert!(address.starts_with("http"), "{address}"),
            Err(reason) => assert!(matches!(reason, NoAddress::Because(_)), "{}", source.title),
        }
    }
    let figures = atlas
        .operations
        .iter()
        .flat_map(|operation| &operation.figures);
    let counts = atlas
        .operations
        .iter()
        .map(|operation| &operation.countries.count);
    let in_cases = atlas.cases.iter().flat_map(|case| {
        let found = case.found.iter().map(|people| &people.reports);
        found.chain([&case.arrested, &case.suspected])
    });
    for report in figures
        .map(|figure| &figure.reports)
        .chain(counts)
        .chain(in_cases)
        .flatten()
    {
        assert!(atlas.source(&report.source).is_some(), "{report:?}");
    }
}

#[test]
fn every_operation_has_days_countries_and_sources() {
    let atlas = atlas();
    for operation in &atlas.operations {
        assert!(operation.days.is_some(), "{}", operation.name);
        assert!(!operation.countries.count.is_empty(), "{}", operation.name);
        assert!(!operation.sources.is_empty(), "{}", operation.name);
    }
}

#[test]
fn liberterra_three_says_720_flat_and_over_720_in_one_figure() {
    let atlas = atlas();
    let figure = atlas
        .operation("liberterra-3")
        .unwrap()
        .figure("investigations")
        .unwrap();
    let stated: BTreeSet<&str> = figure
        .reports
        .iter()
        .map(|report| report.quantity.qualifier())
        .collect();
    assert_eq!(stated, BTreeSet::from(["exact", "more_than"]));
    assert!(
        figure
            .reports
            .iter()
            .all(|report| report.quantity.number() == Some(720))
    );
    assert_eq!(
        atlas.preferred(&figure.reports).unwrap().quantity,
        Quantity::MoreThan(720)
    );
}

#[test]
fn liberterra_two_lists_116_countries_and_three_lists_none() {
    let atlas = atlas();
    let listed = |id: &str| &atlas.operation(id).unwrap().countries.listed;
    let second: BTreeSet<&str> = listed("liberterra-2")
        .iter()
        .map(|country| country.code())
        .collect();
    assert_eq!(second.len(), 116);
    for code in [
        "TGO", "CIV", "COD", "GNB", "GIN", "PSE", "CUW", "TCA", "LCA",
    ] {
        assert!(second.contains(code), "{code}");
    }
    assert!(!second.contains("COG"));
    assert!(listed("liberterra-3").is_empty());
}

#[test]
fn no_case_is_told_twice() {
    let atlas = atlas();
    let titles: BTreeSet<(&str, &str)> = atlas
        .cases
        .iter()
        .map(|case| (case.operation.as_str(), case.title.as_str()))
        .collect();
    assert_eq!(titles.len(), atlas.cases.len());
    let summaries: BTreeSet<&str> = atlas
        .cases
        .iter()
        .map(|case| case.summary.as_str())
        .collect();
    assert_eq!(summaries.len(), atlas.cases.len());
}

#[test]
fn the_embedded_operations_have_the_sixteen_colours_in_their_order() {
    let atlas = atlas();
    let numbers: Vec<usize> = (0..16).map(|place| atlas.number(place)).collect();
    assert_eq!(numbers, (0..16).collect::<Vec<usize>>());
    let fewer: Vec<Arc<Dataset>> = datasets().split_off(2);
    let fewer = Atlas::of(&fewer).0;
    for operation in &fewer.operations {
        assert_eq!(
            fewer.place(operation),
            atlas.place(operation),
            "{}",
            operation.id
        );
    }
}
