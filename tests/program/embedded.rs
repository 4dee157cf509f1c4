//! The datasets that come with the program: whole, sourced, and as the releases state them.

use std::collections::BTreeSet;
use std::sync::Arc;

use opatlas::export::sheet;
use opatlas::file::{EMBEDDED, read};
use opatlas::model::{Atlas, Country, Dataset, NoAddress, Quantity, Region, Severity};
use opatlas::query::countries::{self, CountryChoice};
use opatlas::query::tables::Table;
use opatlas::words::window::countries as said;

fn datasets() -> Vec<Arc<Dataset>> {
    let readings = EMBEDDED
        .iter()
        .map(|(name, text)| read(name, text.as_bytes()));
    readings
        .map(|reading| Arc::new(reading.dataset.unwrap()))
        .collect()
}

pub fn atlas() -> Atlas {
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
    let shown: Vec<String> = sheet(&atlas, Table::Figures, &CountryChoice::default())
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
fn liberterra_three_says_720_flat_over_at_least_and_about_720_in_one_figure() {
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
    assert_eq!(
        stated,
        BTreeSet::from(["about", "at_least", "exact", "more_than"])
    );
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

#[test]
fn who_joined_and_who_left_is_told_of_lists_that_are_complete_and_left_open_of_others() {
    let atlas = Atlas::of(&datasets()).0;
    let (standings, lists) = (countries::standings(&atlas), countries::lists(&atlas));
    let told = |earlier: &str, later: &str| {
        let places = [earlier, later].map(|id| atlas.place_of(id).unwrap());
        said::since(&atlas, &standings, &lists, places)
    };
    let known = told("turquesa-1", "turquesa-2");
    let names = |id: &str| -> BTreeSet<&str> {
        let listed = &atlas.operation(id).unwrap().countries.listed;
        listed.iter().map(|country| country.name()).collect()
    };
    let (before, after) = (names("turquesa-1"), names("turquesa-2"));
    let joined = after.difference(&before).count();
    assert!(
        known[0].starts_with(&format!("{joined} countries joined since Turquesa: ")),
        "{known:?}"
    );
    let both = format!(
        "{} countries took part in both.",
        after.intersection(&before).count()
    );
    assert!(known.contains(&both), "{known:?}");
    let open = told("liberterra-2", "liberterra-3");
    assert!(
        !open.iter().any(|sentence| sentence.contains("left of")),
        "{open:?}"
    );
    assert_eq!(
        open[0], "At least 1 country joined since Liberterra II: Laos.",
        "it hosted a unit"
    );
    let last = open.last().unwrap();
    assert!(last.starts_with("Nobody can tell who"), "{last}");
    assert!(
        last.contains("Liberterra III counted 119 countries; no list was published"),
        "{last}"
    );
}

#[test]
fn spain_and_morocco_were_certainly_both_in_two_operations_and_nine_leave_it_open() {
    let atlas = Atlas::of(&datasets()).0;
    let [spain, morocco] = ["ESP", "MAR"].map(|code| Country::from_code(code).unwrap());
    let both = atlas.operations.iter().map(|one| {
        let took_part = [spain, morocco].map(|country| one.took_part(country, &atlas.sources));
        let both = match took_part {
            [Some(true), Some(true)] => Some(true),
            [Some(false), _] | [_, Some(false)] => Some(false),
            [_, _] => None,
        };
        (one.name.as_str(), both)
    });
    let both: Vec<(&str, Option<bool>)> = both.collect();
    let certainly = both.iter().filter(|(_, both)| *both == Some(true));
    let certainly: Vec<&str> = certainly.map(|(name, _)| *name).collect();
    assert_eq!(certainly, ["Liberterra II", "Turquesa II"]);
    assert_eq!(both.iter().filter(|(_, both)| both.is_none()).count(), 9);
}

#[test]
fn the_regions_of_liberterra_2_are_counted_as_m49_has_them() {
    let atlas = Atlas::of(&datasets()).0;
    let listed = &atlas.operation("liberterra-2").unwrap().countries.listed;
    assert_eq!(listed.len(), 116);
    let of = |region| {
        listed
            .iter()
            .filter(|country| country.region() == region)
            .count()
    };
    let counts = [
        Region::Africa,
        Region::Americas,
        Region::Asia,
        Region::Europe,
        Region::Oceania,
    ]
    .map(of);
    assert_eq!(counts, [40, 29, 23, 22, 2]);
    for code in ["CYP", "ARM", "TUR"] {
        assert_eq!(
            Country::from_code(code).unwrap().subregion(),
            "Western Asia"
        );
    }
}

/// Datasets as people write them who see a starter for the first time, in Spain, Nigeria, Thailand
/// and a field office: their own labels, definitions, metrics and words for units.
const NEWCOMERS: [(&str, &str); 4] = [
    ("refugio.ron", include_str!("newcomers/refugio.ron")),
    ("naptip.ron", include_str!("newcomers/naptip.ron")),
    ("thai.ron", include_str!("newcomers/thai.ron")),
    ("unodc.ron", include_str!("newcomers/unodc.ron")),
];

#[test]
fn what_newcomers_state_stands_beside_the_built_in_figures_and_nothing_is_refused() {
    let own = NEWCOMERS.map(|(name, text)| {
        let reading = read(name, text.as_bytes());
        let errors = reading
            .problems
            .iter()
            .filter(|one| one.severity == Severity::Error);
        assert_eq!(errors.count(), 0, "{:?}", reading.problems);
        Arc::new(reading.dataset.unwrap())
    });
    for datasets in [
        [datasets(), own.to_vec()].concat(),
        [own.to_vec(), datasets()].concat(),
    ] {
        let (atlas, clashes) = Atlas::of(&datasets);
        assert_eq!(clashes, []);
        assert!(atlas.gaps.is_empty());
        for dataset in &own {
            for (operation, figure) in dataset
                .operations
                .iter()
                .flat_map(|one| one.figures.iter().map(move |figure| (one, figure)))
            {
                let shown = atlas.operation(operation.id.as_str()).unwrap();
                assert!(
                    atlas.figure(shown, &figure.metric).is_some(),
                    "{} {}",
                    operation.id,
                    figure.metric
                );
            }
        }
        let units: BTreeSet<&str> = atlas
            .metrics
            .iter()
            .map(|metric| metric.unit.as_str())
            .collect();
        let people = ["people", "People", "persons", "personas", "คน"];
        assert_eq!(
            people.iter().filter(|unit| units.contains(**unit)).count(),
            1,
            "{units:?}"
        );
    }
}
