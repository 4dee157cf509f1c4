//! Sheets as people have them are read for what they mean, or it is asked; and nothing that is
//! written is ever half written.

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::Instant;

use opatlas::file::read;
use opatlas::import::{Answers, Asked, Grid, Passed, Proposal, grids, proposal};
use opatlas::model::{Atlas, Dataset, Quantity};
use rust_xlsxwriter::{Format, Formula, Workbook, Worksheet};

use crate::started;
use crate::workbooks::{self, Cell, Since};

const MINE: &str = r#"(
    format: 1,
    title: "Mine",
    sources: {"release": (publisher: "The police", title: "A release", no_address: "none", grade: Official)},
    metrics: {"arrests": (label: "Arrests", unit: "people", definition: "All arrests")},
    operations: [(id: "old", name: "Old", figures: {"arrests": [(quantity: Exactly(1), source: "release")]})],
)
"#;

fn dataset(text: &str) -> Dataset {
    read("mine", text.as_bytes()).dataset.unwrap()
}

fn proposed(sheets: &[Grid]) -> Proposal {
    proposal(
        sheets,
        MINE,
        &dataset(MINE),
        &Answers::default(),
        &Atlas::default(),
    )
}

/// A workbook of one sheet, filled by hand.
fn book(fill: impl FnOnce(&mut Worksheet)) -> Vec<Grid> {
    let mut book = Workbook::new();
    fill(book.add_worksheet());
    grids("b.xlsx", &book.save_to_buffer().unwrap()).unwrap()
}

fn write(sheet: &mut Worksheet, rows: &[&[&str]]) {
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(*cells) {
            match cell.parse::<f64>() {
                Ok(number) => sheet.write(row, column, number).unwrap(),
                Err(_) => sheet.write(row, column, *cell).unwrap(),
            };
        }
    }
}

/// What the sheets state of arrests in each new operation, in their order.
fn arrests(sheets: &[Grid]) -> Vec<(String, Vec<Quantity>)> {
    let proposal = proposed(sheets);
    assert_eq!(proposal.asked, []);
    let dataset = dataset(&proposal.text.unwrap());
    let new = dataset.operations.iter().skip(1).map(|operation| {
        let figure = operation.figure("arrests");
        let reports = figure.map_or(&[][..], |figure| &figure.reports);
        let quantities = reports.iter().map(|report| report.quantity);
        (operation.name.clone(), quantities.collect())
    });
    new.collect()
}

const HEADS: &[&str] = &["Operation", "Metric", "Number", "Source"];

/// A table of text.
fn text(text: &str) -> Vec<Grid> {
    grids("b.csv", text.as_bytes()).unwrap()
}

#[test]
fn a_row_with_more_cells_than_heads_is_asked_about_and_nothing_of_it_is_taken() {
    for table in [
        "Operation,Arrests,Source\nSunrise,1,800,release\nMoonset,250,release\n",
        "operation,metric,value,qualifier,source\nold,arrests,1,800,exact,release\nold,arrests,250,exact,release\n",
        "Publisher,Title,Date\nINTERPOL,Raids, arrests,2024\nINTERPOL,Raids,2024\n",
    ] {
        let proposal = proposed(&text(table));
        let moved = |asked: &&Asked| matches!(asked, Asked::MoreCells(place) if place.row == 2);
        assert_eq!(proposal.asked.iter().filter(moved).count(), 1, "{table}");
        assert_eq!(proposal.text, None);
        let told: String = proposal.put.iter().map(ToString::to_string).collect();
        assert!(!told.contains("800") && !told.contains(": 1 ("), "{told}");
    }
}

#[test]
fn what_a_row_says_of_its_number_is_not_said_of_the_countries_beside_it() {
    let proposal = proposed(&text(
        "Operation,Countries,Metric,Number,Source,Wording,Excerpt,Note,Status\n\
         Sunrise,12,Arrests,5,release,five men,The five men were held,only adults,preliminary\n\
         Sunrise,12,Arrests,6,release,six,,,\n",
    ));
    assert_eq!(proposal.asked, []);
    let dataset = dataset(&proposal.text.unwrap());
    let sunrise = &dataset.operations[1];
    let [count] = &sunrise.countries.count[..] else {
        panic!("one report of the countries: {:?}", sunrise.countries.count);
    };
    let of = |report: &opatlas::model::Report| {
        let trail = report.trail.is_some();
        (
            report.wording.is_some(),
            report.note.is_some(),
            report.status.is_some(),
            trail,
        )
    };
    assert_eq!(of(count), (false, false, false, false));
    let arrests = &sunrise.figure("arrests").unwrap().reports[0];
    assert_eq!(of(arrests), (true, true, true, true));
}

#[test]
fn a_cell_that_says_there_is_no_number_is_told_and_one_that_may_say_0_is_asked_about() {
    let proposal = proposed(&text(
        "Operation,Arrests,Source\nA,n/a,release\nB,N/A,release\nC,non communiqué,release\n\
         D,sin datos,release\nE,,release\nF,0,release\n",
    ));
    assert_eq!(proposal.asked, []);
    let passed = proposal.passed.iter().map(|one| match one {
        Passed::NotReported(place, text, count) => (place.row, text.as_str(), *count),
        other => panic!("{other}"),
    });
    let expected = [(2, "n/a", 2), (4, "non communiqué", 1), (5, "sin datos", 1)];
    assert_eq!(passed.collect::<Vec<_>>(), expected);
    let dataset = dataset(&proposal.text.unwrap());
    let figure = dataset.operations[6].figure("arrests").unwrap();
    assert_eq!(figure.reports[0].quantity, Quantity::Exactly(0));
    for word in ["none", "nil", "Zero", "aucun", "ninguno"] {
        let table = format!("Operation,Arrests,Source\nA,{word},release\n");
        let asked = proposed(&text(&table)).asked;
        assert!(
            matches!(&asked[..], [Asked::NoneSaid(_, said)] if said == word),
            "{asked:?}"
        );
    }
}

#[test]
fn a_sign_between_thousands_is_not_asked_about_where_there_is_no_half_of_what_is_counted() {
    let sheet = text("Operation;Arrests;Source\nA;1,800;release\nB;fewer than 50;release\n");
    let proposal = proposed(&sheet);
    assert_eq!(proposal.asked, []);
    let dataset = dataset(&proposal.text.unwrap());
    let report = |at: usize| dataset.operations[at].figure("arrests").unwrap().reports[0].clone();
    assert_eq!(report(1).quantity, Quantity::Exactly(1800));
    // What a quantity does not keep of a cell is its wording.
    assert_eq!(report(2).wording.as_deref(), Some("fewer than 50"));
}

#[test]
fn a_sheet_of_heads_alone_states_nothing() {
    let proposal = proposed(&text("Operation,Arrests,Source\n"));
    assert!(proposal.states_nothing() && proposal.edits.is_empty());
    let there = proposed(&text("Operation,Arrests,Source\nold,1,release\n"));
    assert!(!there.states_nothing() && there.edits.is_empty());
}

#[test]
fn everything_that_would_be_written_of_an_operation_is_told() {
    let proposal = proposed(&text(
        "Operation;From;To;Lead;Countries;Arrests;Source;Wording\n\
         Sunrise;2024-09-29;2024-10-04;\"INTERPOL; Europol\";Spain, Morocco;5;release;five men\n",
    ));
    assert_eq!(proposal.asked, []);
    let told: Vec<String> = proposal.put.iter().map(ToString::to_string).collect();
    let expected = [
        "+ operation sunrise (Sunrise): lead INTERPOL, Europol; days 2024-09-29 to 2024-10-04; \
         countries ESP, MAR",
        "+ sunrise, arrests: 5 (release) [b.csv!F2]: wording five men",
    ];
    assert_eq!(told, expected);
}

#[test]
fn a_workbook_that_unpacks_to_more_than_is_read_is_refused_before_it_is_unpacked() {
    use std::io::Write as _;
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    archive
        .start_file(
            "xl/worksheets/sheet1.xml",
            zip::write::SimpleFileOptions::default(),
        )
        .unwrap();
    let piece = vec![b' '; 1 << 20];
    for _ in 0..300 {
        archive.write_all(&piece).unwrap();
    }
    let mut bytes = archive.finish().unwrap().into_inner();
    assert_eq!(
        grids("b.xlsx", &bytes),
        Err(opatlas::import::GridFault::TooLarge)
    );
    // One that says that it is small gives no more than that.
    let size = (300_u32 << 20).to_le_bytes();
    while let Some(at) = bytes.windows(4).position(|four| four == size) {
        bytes[at..at + 4].copy_from_slice(&7_u32.to_le_bytes());
    }
    assert!(grids("b.xlsx", &bytes).is_err());
}

#[test]
fn a_cell_merged_over_rows_counts_for_each_of_them() {
    let sheets = book(|sheet| {
        let plain = Format::new();
        write(sheet, &[&["Results"], HEADS]);
        sheet
            .merge_range(0, 0, 0, 3, "Results of the year", &plain)
            .unwrap();
        sheet.merge_range(2, 0, 3, 0, "Sunrise", &plain).unwrap();
        sheet.merge_range(2, 3, 4, 3, "release", &plain).unwrap();
        for (row, number) in [(2, 3.0), (3, 4.0), (4, 5.0)] {
            sheet.write(row, 1, "Arrests").unwrap();
            sheet.write(row, 2, number).unwrap();
        }
        sheet.write(4, 0, "Moonset").unwrap();
    });
    let [three, four, five] = [3, 4, 5].map(Quantity::Exactly);
    let expected = [
        ("Sunrise".to_owned(), vec![three, four]),
        ("Moonset".to_owned(), vec![five]),
    ];
    assert_eq!(arrests(&sheets), expected);
}

#[test]
fn a_formula_counts_as_its_value_and_one_without_is_asked_about() {
    let calculated = book(|sheet| {
        write(sheet, &[HEADS, &["Sunrise", "Arrests", "", "release"]]);
        let formula = Formula::new("=40+2").set_result("42");
        sheet.write_formula(1, 2, formula).unwrap();
    });
    assert_eq!(arrests(&calculated)[0].1, [Quantity::Exactly(42)]);
    let rows: &[&[Cell]] = &[
        &["Operation", "Arrests", "Source"].map(Cell::Text),
        &[
            Cell::Text("Sunrise"),
            Cell::Formula("40+2"),
            Cell::Text("release"),
        ],
    ];
    let bytes = workbooks::office(&[("One", rows)], Since::Y1900);
    let asked = proposed(&grids("b.xlsx", &bytes).unwrap()).asked;
    assert!(
        matches!(&asked[..], [Asked::NoValue(place, _)] if place.row == 2),
        "{asked:?}"
    );
}

#[test]
fn an_error_in_a_cell_is_asked_about_wherever_it_matters() {
    for row in [
        &["Sunrise", "Arrests", "#REF!", "release"],
        &["#VALUE!", "Arrests", "3", "release"],
        &["Sunrise", "Arrests", "3", "#NAME?"],
    ] {
        let asked = proposed(&book(|sheet| write(sheet, &[HEADS, row]))).asked;
        assert!(matches!(asked[..], [Asked::NoValue(..)]), "{asked:?}");
    }
    let missing = book(|sheet| write(sheet, &[HEADS, &["Sunrise", "Arrests", "#N/A", "release"]]));
    assert_eq!(
        arrests(&missing),
        [("Sunrise".to_owned(), vec![])],
        "not available"
    );
}

#[test]
fn what_a_filter_hides_is_read_and_told_and_a_hidden_sheet_is_passed_over_and_told() {
    let mut book = Workbook::new();
    let rows: [&[&str]; 3] = [
        HEADS,
        &["Sunrise", "Arrests", "3", "release"],
        &["Moonset", "Arrests", "4", "release"],
    ];
    let sheet = book.add_worksheet();
    write(sheet, &rows);
    sheet.set_row_hidden(1).unwrap();
    // And one that holds nothing.
    sheet.set_row_hidden(3).unwrap();
    let hidden = book.add_worksheet();
    write(hidden, &[HEADS, &["Draft", "Arrests", "9", "release"]]);
    hidden.set_hidden(true);
    let sheets = grids("b.xlsx", &book.save_to_buffer().unwrap()).unwrap();
    let names: Vec<String> = arrests(&sheets).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["Sunrise", "Moonset"]);
    let passed = proposed(&sheets).passed;
    let hidden = Passed::Hidden("b.xlsx Sheet2".to_owned());
    let rows = Passed::HiddenRows("b.xlsx Sheet1".to_owned(), 1);
    assert_eq!(passed, [hidden, rows]);
}

#[test]
fn two_sheets_are_one_and_totals_are_passed_over() {
    let mut book = Workbook::new();
    for (name, number) in [("Sunrise", "3"), ("Moonset", "4")] {
        let rows: [&[&str]; 5] = [
            &["", "", "Figures of the year"],
            &[],
            &["", "Operation", "Arrests", "", "Source"],
            &["", name, number, "", "release"],
            &["", "Total", number],
        ];
        write(book.add_worksheet(), &rows);
    }
    let sheets = grids("b.xlsx", &book.save_to_buffer().unwrap()).unwrap();
    assert_eq!(arrests(&sheets).len(), 2);
}

#[test]
fn days_are_counted_from_the_year_that_the_workbook_says() {
    for (since, day) in [(Since::Y1900, 45564), (Since::Y1904, 44102)] {
        let written = f64::from(day);
        let rows: &[&[Cell]] = &[
            &["Operation", "From", "To", "Arrests", "Source"].map(Cell::Text),
            &[
                Cell::Text("Sunrise"),
                Cell::Day(day),
                // A day that nobody marked as one.
                Cell::Number(written),
                Cell::Number(3.0),
                Cell::Text("release"),
            ],
            &[
                Cell::Text("Moonset"),
                Cell::Number(2025.0),
                Cell::Text("2025"),
                Cell::Number(4.0),
                Cell::Text("release"),
            ],
        ];
        let bytes = workbooks::office(&[("One", rows)], since);
        let proposal = proposed(&grids("b.xlsx", &bytes).unwrap());
        assert_eq!(proposal.asked, [], "{since:?}");
        let dataset = dataset(&proposal.text.unwrap());
        for (operation, day) in [(1, "2024-09-29"), (2, "2025")] {
            let days = dataset.operations[operation].days.unwrap();
            let days = [days.first, days.last].map(|day| day.to_string());
            assert_eq!(days, [day, day], "{since:?}");
        }
    }
}

#[test]
fn a_column_that_says_nothing_of_what_a_row_is_about_is_passed_over_and_told() {
    let csv = "Operation,Metric,Number,Source,Description,Origin\n\
        Sunrise,arrests,3,release,a text,Togo\n";
    let sheets = grids("a.csv", csv.as_bytes()).unwrap();
    let passed = proposed(&sheets).passed;
    let heads = passed.iter().map(|one| match one {
        Passed::Column(_, head) => head.as_str(),
        other => panic!("{other:?}"),
    });
    assert_eq!(heads.collect::<Vec<_>>(), ["Description", "Origin"]);
    assert_eq!(arrests(&sheets).len(), 1);
}

#[test]
fn what_a_sheet_calls_not_applicable_is_stated_as_that_with_its_reason_and_source() {
    let csv = "Operation,Arrests,Flights monitored,Note,Source\n\
        Sunrise,3,not applicable,No airport took part,release\nMoonset,4,n/a,,release\n";
    let proposal = proposed(&grids("a.csv", csv.as_bytes()).unwrap());
    assert_eq!(proposal.asked, []);
    let dataset = dataset(&proposal.text.unwrap());
    let [_, sunrise, moonset] = dataset.operations.as_slice() else {
        panic!("{:?}", dataset.operations);
    };
    let none = sunrise.not_applicable("flights").unwrap();
    assert_eq!(none.reason.as_deref(), Some("No airport took part"));
    assert_eq!(none.sources.len(), 1);
    assert!(moonset.not_applicable.is_empty() && moonset.figure("flights").is_none());
}

#[test]
fn a_sheet_of_publications_is_known_to_the_rows_of_the_others() {
    let mut book = Workbook::new();
    let figures = book.add_worksheet();
    write(figures, &[HEADS, &["Sunrise", "Arrests", "3", "Big raid"]]);
    let sources = book.add_worksheet();
    let heads: &[&str] = &["Publisher", "Title", "Date", "Address", "Grade"];
    let paper: &[&str] = &[
        "A paper",
        "Big raid",
        "2024-01-02",
        "https://example.org/x",
        "News",
    ];
    write(sources, &[heads, paper]);
    let proposal = proposed(&grids("b.xlsx", &book.save_to_buffer().unwrap()).unwrap());
    assert_eq!(
        (&proposal.asked[..], &proposal.passed[..]),
        (&[][..], &[][..])
    );
    let dataset = dataset(&proposal.text.unwrap());
    let id = &dataset.operations[1].figure("arrests").unwrap().reports[0].source;
    let source = &dataset.sources[id];
    assert_eq!(source.publisher, "A paper");
    assert_eq!(source.link(), Some("https://example.org/x"));
}

#[test]
fn a_case_without_a_title_column_is_called_what_its_row_calls_it() {
    let csv = "Operation,Case,What happened,Arrested,Source\nOld,A raid at night,A raid was made.,2,release\n";
    let proposal = proposed(&grids("a.csv", csv.as_bytes()).unwrap());
    assert_eq!(proposal.asked, []);
    let dataset = dataset(&proposal.text.unwrap());
    assert_eq!(dataset.cases[0].title, "A raid at night");
}

#[test]
fn columns_that_say_nothing_are_all_passed_over_where_their_owner_says_so() {
    let csv = "Operation,Arrests,Source,X,Y,Z\nSunrise,'3,release,1,2,about 24\nMoonset,4,release,,,text\n";
    let sheets = grids("a.csv", csv.as_bytes()).unwrap();
    assert_eq!(proposed(&sheets).asked.len(), 3);
    let answers = Answers {
        passes_over_rest: true,
        ..Answers::default()
    };
    let proposal = proposal(&sheets, MINE, &dataset(MINE), &answers, &Atlas::default());
    assert_eq!((proposal.asked.len(), proposal.passed.len()), (0, 3));
}

#[test]
fn numbers_of_cells_have_one_reading() {
    let asked = proposed(&book(|sheet| {
        write(sheet, &[HEADS, &["Sunrise", "Arrests", "1.234", "release"]]);
    }))
    .asked;
    assert!(
        matches!(asked[..], [Asked::Number(..)]),
        "no thousand: {asked:?}"
    );
    let text = book(|sheet| {
        write(sheet, &[HEADS, &["Sunrise", "Arrests", "", "release"]]);
        sheet.write_string(1, 2, "1 234").unwrap();
    });
    assert_eq!(arrests(&text)[0].1, [Quantity::Exactly(1234)]);
}

#[test]
fn a_cell_far_from_all_others_costs_nothing() {
    let sheets = book(|sheet| {
        write(sheet, &[HEADS, &["Sunrise", "Arrests", "3", "release"]]);
        sheet.write(1_048_575, 16_383, "x").unwrap();
    });
    let asked = proposed(&sheets).asked;
    assert!(
        matches!(&asked[..], [Asked::NoOperation(place)] if place.row == 1_048_576),
        "{asked:?}"
    );
}

#[test]
fn more_countries_than_there_are_were_swapped_with_something_and_are_asked_about() {
    let csv = "Operation,Countries,Arrests,Source\nSunrise,12 000,69,release\n";
    let asked = proposed(&grids("a.csv", csv.as_bytes()).unwrap()).asked;
    assert!(matches!(asked[..], [Asked::Problem(_)]), "{asked:?}");
}

/// An import of many operations into a dataset, begun.
fn begun(folder: &Path) -> Child {
    let arguments = ["import", "many.csv", "--into", "mine.ron", "--yes"];
    started::opatlas(folder)
        .args(arguments)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Whether any file below a folder holds these bytes.
fn is_kept(folder: &Path, bytes: &[u8]) -> bool {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).any(|path| {
        let kept = std::fs::read(&path).is_ok_and(|kept| kept == bytes);
        kept || path.is_dir() && is_kept(&path, bytes)
    })
}

#[test]
fn a_program_that_is_killed_at_any_moment_leaves_the_old_file_or_the_new_one() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let mut csv = String::from("Operation,Metric,Number,Source\n");
    for number in 0..2_000 {
        writeln!(csv, "Operation {number},arrests,{number},release").unwrap();
    }
    std::fs::write(at("many.csv"), csv).unwrap();
    std::fs::write(at("mine.ron"), MINE).unwrap();
    let start = Instant::now();
    assert!(begun(folder.path()).wait().unwrap().success());
    let whole = start.elapsed();
    let new = std::fs::read(at("mine.ron")).unwrap();
    assert!(new.len() > 50_000);
    // From the last quarter on it writes.
    for attempt in 0..24_u32 {
        std::fs::write(at("mine.ron"), MINE).unwrap();
        std::fs::remove_dir_all(at("opatlas")).unwrap();
        let mut child = begun(folder.path());
        std::thread::sleep(whole * (60 + 2 * attempt) / 100);
        child.kill().unwrap();
        child.wait().unwrap();
        let now = std::fs::read(at("mine.ron")).unwrap();
        assert!(now == MINE.as_bytes() || now == new, "{} bytes", now.len());
        if now == new {
            assert!(
                is_kept(&at("opatlas"), MINE.as_bytes()),
                "what it was is kept"
            );
        }
        std::fs::create_dir_all(at("opatlas")).unwrap();
    }
    // What the killed ones left beside the file goes with the next change.
    std::fs::write(at("mine.ron"), MINE).unwrap();
    assert!(begun(folder.path()).wait().unwrap().success());
    let left = std::fs::read_dir(folder.path()).unwrap().flatten();
    let left = left.filter(|entry| entry.file_name().to_string_lossy().ends_with(".part"));
    assert_eq!(left.count(), 0);
}
