//! The workbook that `opatlas template` writes is filled in and imported without a question.

use opatlas::file::{EMBEDDED, read};
use opatlas::import::{Answers, Asked, Grid, Passed, Proposal, grids, proposal};
use opatlas::model::{Atlas, Dataset, Metric, Quantity, Severity, Status, Who};
use opatlas::words::template::{CASES, FIGURES, METRICS, OPERATIONS, SOURCES};
use rust_xlsxwriter::{ExcelDateTime, Workbook};

use crate::started;

const EMPTY: &str = "#![enable(implicit_some)]\n(\n    format: 1,\n    title: \"x\",\n)\n";

fn metrics() -> Vec<Metric> {
    let datasets = EMBEDDED
        .iter()
        .map(|(name, text)| read(name, text.as_bytes()).dataset);
    datasets.flat_map(|one| one.unwrap().metrics).collect()
}

fn proposed(sheets: &[Grid]) -> Proposal {
    let empty = read("x", EMPTY.as_bytes()).dataset.unwrap();
    proposal(
        sheets,
        EMPTY,
        &empty,
        &Answers::default(),
        &Atlas::default(),
    )
}

fn imported(sheets: &[Grid]) -> Dataset {
    let proposal = proposed(sheets);
    assert_eq!(proposal.asked, []);
    let text = proposal.text.unwrap();
    let reading = read("x", text.as_bytes());
    let problems = reading.problems.iter();
    let faults: Vec<_> = problems
        .filter(|one| one.severity == Severity::Error)
        .collect();
    assert_eq!(faults, [] as [&opatlas::model::Problem; 0], "{text}");
    reading.dataset.unwrap()
}

/// The workbook with further rows in its sheets, written by another program: digits as numbers, what
/// reads as a day as a day.
fn filled(rows: &[(&str, &[&str])]) -> Vec<Grid> {
    let template = grids("t.xlsx", &opatlas::export::template(&metrics()).unwrap()).unwrap();
    let mut book = Workbook::new();
    for grid in &template {
        let name = grid.name.trim_start_matches("t.xlsx ");
        let sheet = book.add_worksheet();
        sheet.set_name(name).unwrap();
        let more = rows
            .iter()
            .filter(|(of, _)| *of == name)
            .flat_map(|(_, rows)| *rows);
        let more = more.map(|row| row.split('|').map(str::to_owned).collect());
        let all = grid.rows.iter().cloned().chain(more);
        for (row, cells) in (0..).zip(all) {
            for (column, cell) in (0..).zip(cells) {
                let day = (cell.len() == 10).then(|| ExcelDateTime::parse_from_str(&cell).ok());
                if let Ok(number) = cell.parse::<f64>() {
                    sheet.write(row, column, number).unwrap();
                } else if let Some(Some(day)) = day {
                    let format = rust_xlsxwriter::Format::new().set_num_format("dd/mm/yyyy");
                    sheet
                        .write_datetime_with_format(row, column, &day, &format)
                        .unwrap();
                } else {
                    sheet.write(row, column, cell).unwrap();
                }
            }
        }
    }
    grids("filled.xlsx", &book.save_to_buffer().unwrap()).unwrap()
}

#[test]
fn the_workbook_as_it_is_written_says_nothing_and_asks_nothing() {
    let bytes = opatlas::export::template(&metrics()).unwrap();
    assert_eq!(
        bytes,
        opatlas::export::template(&metrics()).unwrap(),
        "the same bytes"
    );
    let proposal = proposed(&grids("t.xlsx", &bytes).unwrap());
    assert_eq!(proposal.asked, []);
    assert_eq!(proposal.put, []);
    let examples = proposal
        .passed
        .iter()
        .filter(|one| matches!(one, Passed::Example(_)));
    assert_eq!(examples.count(), 5, "{:?}", proposal.passed);
}

/// What somebody fills in, a row a line.
const FILLED: [(&str, &[&str]); 5] = [
    (
        SOURCES.name,
        &["police-2025|The police|A release|2025-03-01|official|https://example.org/a"],
    ),
    (
        OPERATIONS.name,
        &[
            "Sunrise|2025-02-01|2025-02-03|7|Togo; Côte d’Ivoire|The police|final|police-2025|Raids.",
        ],
    ),
    (METRICS.name, &["Raids|raids|All raids"]),
    (
        FIGURES.name,
        &[
            "Sunrise|Arrests|40|more than|police-2025|held|preliminary|More than 40 were held.|\
             https://archive.org/a|2025-03-02|A desk|A note",
            "Sunrise|Raids|10-12||police-2025",
            "Moonset|Arrests|dozens||A release",
        ],
    ),
    (
        CASES.name,
        &[
            "|Sunrise|A farm|People had to work there.|2025-02-02|Togo|\
             forced labour; human trafficking|24|||about 2||Ghana|Ghana||Lomé||police-2025",
            "m-1|Moonset|A boat|People were taken over the sea.|||||30|||||||||police-2025",
        ],
    ),
];

#[test]
fn what_is_filled_in_becomes_operations_figures_sources_and_cases() {
    let sheets = filled(&FILLED);
    let dataset = imported(&sheets);
    let [sunrise, moonset] = dataset.operations.as_slice() else {
        panic!("{:?}", dataset.operations);
    };
    assert_eq!(
        (sunrise.day_count(), sunrise.status),
        (Some(3), Some(Status::Final))
    );
    assert_eq!(sunrise.countries.listed.len(), 2);
    assert_eq!(sunrise.countries.count[0].quantity, Quantity::Exactly(7));
    let arrests = &sunrise.figure("arrests").unwrap().reports[0];
    assert_eq!(
        (arrests.quantity, arrests.status),
        (Quantity::MoreThan(40), Some(Status::Preliminary))
    );
    let trail = arrests.trail.as_ref().unwrap();
    assert_eq!(trail.excerpt.as_deref(), Some("More than 40 were held."));
    assert_eq!(trail.checked.as_ref().unwrap().1, "A desk");
    assert_eq!(
        sunrise.figure("raids").unwrap().reports[0].quantity,
        Quantity::Between(10, 12)
    );
    assert_eq!(
        moonset.figure("arrests").unwrap().reports[0]
            .source
            .as_str(),
        "police-2025"
    );
    assert_eq!(dataset.metrics.len(), 2, "only what is counted is declared");
    // And it is known again.
    let text = proposed(&sheets).text.unwrap();
    let again = proposal(
        &sheets,
        &text,
        &dataset,
        &Answers::default(),
        &Atlas::default(),
    );
    assert_eq!((again.asked, again.put), (vec![], vec![]));
}

#[test]
fn a_row_of_the_sheet_of_cases_becomes_a_case_with_its_people_and_route() {
    let dataset = imported(&filled(&FILLED));
    let [farm, boat] = dataset.cases.as_slice() else {
        panic!("{:?}", dataset.cases);
    };
    assert_eq!(
        (farm.operation.as_str(), farm.crimes.len(), farm.route.len()),
        ("sunrise", 2, 2)
    );
    assert_eq!(
        (farm.found[0].who, farm.found[0].nationalities.len()),
        (Who::PotentialVictims, 1)
    );
    assert_eq!(farm.arrested[0].quantity, Quantity::About(2));
    assert_eq!(
        (boat.id.as_str(), boat.found[0].who),
        ("m-1", Who::IrregularMigrants)
    );
}

#[test]
fn cases_of_other_people_are_asked_about_where_their_numbers_mean_something_else() {
    let missing = "Main ID,Incident Date,Number of Dead,Number of Survivors,Country of Origin,Country of Incident,\
        Location of Incident,Information Source,URL\n2024.1,2024-02-01,3,12,Togo,Tunisia,Off Sfax,A paper,https://example.org/b\n";
    let grids = |text: &str| grids("other.csv", text.as_bytes()).unwrap();
    let asked = proposed(&grids(missing)).asked;
    let columns = asked.iter().filter_map(|one| match one {
        Asked::Column(_, head) => Some(head.as_str()),
        _ => None,
    });
    assert_eq!(
        columns.collect::<Vec<_>>(),
        ["Number of Dead", "Number of Survivors"]
    );
    assert!(
        asked
            .iter()
            .any(|one| matches!(one, Asked::CaseNoOperation(_, 1))),
        "{asked:?}"
    );
    assert!(
        asked.iter().any(|one| matches!(one, Asked::CaseLacks(..))),
        "{asked:?}"
    );
    let people = "yearOfRegistration,gender,ageBroad,citizenship,CountryOfExploitation\n2020,Female,9--17,GHA,TGO\n";
    assert!(matches!(
        proposed(&grids(people)).asked[..],
        [Asked::RowsArePeople(_)]
    ));
}

#[test]
fn a_workbook_to_fill_is_never_written_over_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let run = |name: &str| {
        let mut program = started::opatlas(folder.path());
        let output = program.args(["template", name]).output().unwrap();
        output.status.code()
    };
    assert_eq!(run("mine.xlsx"), Some(0));
    let first = std::fs::read(folder.path().join("mine.xlsx")).unwrap();
    assert_eq!(run("mine.xlsx"), Some(1));
    assert_eq!(
        std::fs::read(folder.path().join("mine.xlsx")).unwrap(),
        first
    );
    assert_eq!(run("mine.csv"), Some(2));
}
