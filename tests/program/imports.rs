//! Tables become a dataset, and nothing is guessed on the way.

use std::fmt::Write as _;
use std::sync::Arc;

use opatlas::export::{Csv, TableFormat, table};
use opatlas::file::{EMBEDDED, STARTER, read};
use opatlas::import::{
    Answers, Asked, Grid, GridFault, Kind, Meaning, Proposal, Put, grids, proposal,
};
use opatlas::model::{Atlas, Dataset, Grade, Operation, Quantity, Severity};
use opatlas::query::countries::CountryChoice;
use opatlas::query::tables::Table;

use crate::workbooks::{self, Since};

const EMPTY: &str = "#![enable(implicit_some)]\n(\n    format: 1,\n    title: \"x\",\n)\n";

fn dataset(name: &str, text: &str) -> Dataset {
    let reading = read(name, text.as_bytes());
    let mut problems = reading.problems.iter();
    let error = problems.find(|problem| problem.severity == Severity::Error);
    assert!(error.is_none(), "{}", error.unwrap());
    reading.dataset.unwrap()
}

fn tables(dataset: &Dataset) -> Vec<(&'static str, Vec<u8>)> {
    let (atlas, _) = Atlas::of(&[Arc::new(dataset.clone())]);
    let csv = |one: Table| {
        table(
            &atlas,
            one,
            &CountryChoice::default(),
            TableFormat::Csv(Csv::Plain),
        )
        .unwrap()
    };
    Table::ALL.map(|one| (one.key(), csv(one))).to_vec()
}

#[test]
fn every_embedded_dataset_and_the_starter_come_back_from_their_tables() {
    for (name, text) in EMBEDDED.iter().chain(&[("starter", STARTER)]) {
        let first = tables(&dataset(name, text));
        let all = first.iter();
        let all: Vec<Grid> = all
            .flat_map(|(key, csv)| grids(key, csv).unwrap())
            .collect();
        let proposal = proposal(
            &all,
            EMPTY,
            &dataset("x", EMPTY),
            &Answers::default(),
            &Atlas::default(),
        );
        assert_eq!(proposal.asked, [], "{name}");
        let new = proposal.text.unwrap();
        let again = tables(&dataset(name, &new));
        for ((key, one), (_, other)) in first.iter().zip(&again) {
            let (one, other) = (String::from_utf8_lossy(one), String::from_utf8_lossy(other));
            let mut lines = one.lines().zip(other.lines());
            let differing = lines.find(|(one, other)| one != other);
            assert_eq!(differing, None, "{name} {key}");
            assert_eq!(one.len(), other.len(), "{name} {key}");
        }
        // And what is imported once is not imported again.
        let all: Vec<Grid> = first
            .iter()
            .flat_map(|(key, csv)| grids(key, csv).unwrap())
            .collect();
        let again = opatlas::import::proposal(
            &all,
            &new,
            &dataset(name, &new),
            &Answers::default(),
            &Atlas::default(),
        );
        assert_eq!(
            (again.put.as_slice(), again.edits.as_slice()),
            (&[][..], &[][..]),
            "{name}"
        );
    }
}

/// A dataset with one operation, metric and source.
const MINE: &str = r#"(
    format: 1,
    title: "Mine",
    sources: {
        "release": (publisher: "The police", title: "A release", address: "https://example.org/a", grade: Official),
    },
    metrics: {
        "arrests": (label: "Arrests", unit: "people", definition: "All arrests"),
        "drugs": (label: "Drugs", unit: "kilograms", definition: "All drugs seized"),
    },
    operations: [
        ( // the first
            id: "one",
            name: "Liberterra II",
            figures: {"arrests": [(quantity: Exactly(2517), source: "release")]},
        ),
    ],
)
"#;

fn proposed(csv: impl AsRef<[u8]>, answers: &Answers) -> Proposal {
    let grids = grids("sheet", csv.as_ref()).unwrap();
    proposal(
        &grids,
        MINE,
        &dataset("mine", MINE),
        answers,
        &Atlas::default(),
    )
}

/// What a sheet states of a metric of an operation in the order of the dataset.
fn quantities(csv: impl AsRef<[u8]>, answers: &Answers, operation: usize) -> Vec<Quantity> {
    let proposal = proposed(csv, answers);
    assert_eq!(proposal.asked, []);
    let dataset = dataset("mine", &proposal.text.unwrap());
    let figures = &dataset.operations[operation].figures;
    let reports = figures.iter().flat_map(|figure| &figure.reports);
    reports.map(|report| report.quantity).collect()
}

fn news() -> Answers {
    Answers {
        grade: Some(Grade::News),
        ..Answers::default()
    }
}

#[test]
fn a_sheet_with_a_row_a_report_is_read_in_three_languages() {
    use Quantity::{About, Between, Dozens, Exactly, MoreThan};
    let given = [
        Exactly(2517),
        MoreThan(1800),
        About(40),
        Between(40, 60),
        Dozens,
    ];
    for csv in [
        "Operation,Metric,Number,Source\nLiberterra II,Arrests,more than 1 800,release\n\
         Operation Liberterra II,arrests,~40,release\nLIBERTERRA II,arrests,40–60,release\n\
         Liberterra II,Arrests,dozens,release\n",
        "Opération;Indicateur;Nombre;Source\nLiberterra II;Arrestations;plus de 1 800;release\n\
         Liberterra II;Interpellations;environ 40;release\nLiberterra II;arrests;entre 40 et 60;release\n\
         Liberterra II;arrests;des dizaines de personnes;release\nTotal;;1 900;\n",
        "Resultados de la operación\t\t\t\n\t\t\t\nOperación\tIndicador\tCifra\tFuente\n\
         Liberterra II\tDetenciones\tmás de 1 800\trelease\nLiberterra II\tdetenidos\tunos 40\trelease\n\
         Liberterra II\tarrests\t40-60\trelease\nLiberterra II\tarrests\tdecenas\trelease\n",
    ] {
        assert_eq!(quantities(csv, &Answers::default(), 0), given, "{csv}");
    }
}

#[test]
fn a_sheet_with_a_column_a_metric_is_read_with_its_days_and_countries() {
    let csv = "Operation,From,To,Countries,Arrests,Officers,Source\n\
        New One,29/09/2024,04/10/2024,\"Togo; Côte d’Ivoire\",12,n/a,https://example.org/a\n\
        New Two,45564,45569,7,nearly 500,thousands,https://example.org/a\n\
        TOTAL,,,,512,,\n";
    let proposal = proposed(csv, &Answers::default());
    assert_eq!(proposal.asked, []);
    let dataset = dataset("mine", &proposal.text.unwrap());
    let [_, one, two] = dataset.operations.as_slice() else {
        panic!("three operations");
    };
    assert_eq!(
        (one.id.as_str(), one.day_count(), two.day_count()),
        ("new-one", Some(6), Some(6))
    );
    let codes: Vec<&str> = one.countries.listed.iter().map(|one| one.code()).collect();
    assert_eq!(codes, ["TGO", "CIV"]);
    assert_eq!(two.countries.count[0].quantity, Quantity::Exactly(7));
    assert!(one.figure("officers").is_none(), "n/a is not reported");
    assert_eq!(
        two.figure("officers").unwrap().reports[0].quantity,
        Quantity::Thousands
    );
    assert_eq!(
        two.figure("arrests").unwrap().reports[0].source.as_str(),
        "release"
    );
    assert!(
        dataset
            .metrics
            .iter()
            .any(|metric| metric.id.as_str() == "officers")
    );
}

#[test]
fn merged_heads_empty_columns_and_other_encodings_are_no_obstacle() {
    let csv = b"Bilan des op\xE9rations;;;;;\n;;;;;\nOp\xE9ration;;Arrestations;;Victimes;\n\
        ;;Nombre;Source;Nombre;Source\nC\xF4te Un;;12;release;plus de 3;release\n";
    let proposal = proposed(csv, &Answers::default());
    assert_eq!(proposal.asked, []);
    let dataset = dataset("mine", &proposal.text.unwrap());
    let one = &dataset.operations[1];
    assert_eq!(one.name, "Côte Un");
    let number = |id: &str| one.figure(id).unwrap().reports[0].quantity;
    assert_eq!(number("arrests"), Quantity::Exactly(12));
    assert_eq!(number("potential_victims"), Quantity::MoreThan(3));
}

#[test]
fn what_has_two_readings_is_asked_and_the_answer_read() {
    let csv = "Operation,Metric,Number,Source\nX,drugs,1.800,release\n";
    assert!(matches!(
        proposed(csv, &Answers::default()).asked[..],
        [Asked::Decimal(_, _, 1)]
    ));
    let comma = Answers {
        decimal: Some(opatlas::file::Decimal::Comma),
        ..Answers::default()
    };
    assert_eq!(quantities(csv, &comma, 1), [Quantity::Exactly(1800)]);
    let point = Answers {
        decimal: Some(opatlas::file::Decimal::Point),
        ..Answers::default()
    };
    assert!(matches!(
        proposed(csv, &point).asked[..],
        [Asked::NotWhole(..)]
    ));
    // The sheet itself may answer.
    let shown = format!("{csv}X,drugs,1.234.567,release\n");
    assert_eq!(quantities(shown, &Answers::default(), 1).len(), 2);
    let days = "Operation,From,To,Arrests,Source\nX,04/10/2024,05/10/2024,3,release\n";
    assert!(matches!(
        proposed(days, &Answers::default()).asked[..],
        [Asked::DayFirst(..)]
    ));
}

#[test]
fn what_is_missing_is_asked_and_nothing_is_written() {
    type Is = fn(&Asked) -> bool;
    let cases: [(&str, Is); 8] = [
        ("a,b\n1,2\n", |asked| matches!(asked, Asked::NoHeads(_))),
        ("Operation,Arrests\nX,3\n", |asked| {
            matches!(asked, Asked::NoSource(_, 1))
        }),
        ("Operation,Arrests,Source\nX,3,Gazette\n", |asked| {
            matches!(asked, Asked::Grade(..))
        }),
        ("Operation,Arrests,Source\nX,lots,release\n", |asked| {
            matches!(asked, Asked::Number(..))
        }),
        ("Operation,Arrests,Source\n,3,release\nX,,\n", |asked| {
            matches!(asked, Asked::NoOperation(_))
        }),
        ("Operation,Arrests,Raids,Source\nX,3,4,release\n", |asked| {
            matches!(asked, Asked::Column(..))
        }),
        (
            "Operation,Metric,Number,Source\nX,raids,4,release\n",
            |asked| matches!(asked, Asked::Metric(..)),
        ),
        (
            "Operation,Arrests,Countries,Source\nX,3,Atlantis,release\n",
            |asked| matches!(asked, Asked::Country(..)),
        ),
    ];
    for (csv, is_it) in cases {
        let proposal = proposed(csv, &Answers::default());
        assert!(
            proposal.asked.iter().any(is_it),
            "{csv}: {:?}",
            proposal.asked
        );
        assert_eq!(proposal.text, None, "{csv}");
    }
}

#[test]
fn an_answer_names_a_column_or_a_metric() {
    let csv = "Operation,Raids,Metric,Number,Source\nX,4,Interpellations totales,5,release\n";
    let answers = Answers {
        meanings: vec![
            ("Raids".to_owned(), Meaning::from_key("nothing")),
            (
                "interpellations totales".to_owned(),
                Meaning::from_key("arrests"),
            ),
        ],
        ..Answers::default()
    };
    assert_eq!(quantities(csv, &answers, 1), [Quantity::Exactly(5)]);
}

#[test]
fn what_repeats_is_known_and_what_contradicts_becomes_a_further_report() {
    let csv = "Operation,Metric,Number,Source\nLiberterra II,arrests,2517,release\n\
        Liberterra II,arrests,more than 2 500,Gazette\nLiberterra II,arrests,2 600,Gazette\n";
    let proposal = proposed(csv, &news());
    assert_eq!(proposal.asked, []);
    assert_eq!(proposal.repeated, 1);
    let kinds = proposal.put.iter().filter_map(|put| match put {
        Put::Report(given, kind) => Some((given.report.source.as_str(), *kind)),
        _ => None,
    });
    let kinds: Vec<_> = kinds.collect();
    assert_eq!(
        kinds,
        [("gazette", Kind::Further), ("gazette", Kind::Contradicts)]
    );
    let text = proposal.text.unwrap();
    assert!(text.contains("( // the first\n"), "{text}");
}

#[test]
fn many_rows_are_read_in_one_go() {
    let mut csv = String::from("Operation,Metric,Number,Source\n");
    for number in 0..20_000 {
        let operation = number % 10_000;
        writeln!(csv, "Operation {operation},arrests,{number},release").unwrap();
    }
    let proposal = proposed(csv, &Answers::default());
    assert_eq!(proposal.asked, []);
    let dataset = dataset("mine", &proposal.text.unwrap());
    assert_eq!(dataset.operations.len(), 10_001);
}

#[test]
fn nothing_is_written_before_it_is_wanted_and_all_can_be_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    std::fs::write(at("mine.ron"), MINE).unwrap();
    std::fs::write(at("good.csv"), "Operation,Drugs,Source\nX,3,release\n").unwrap();
    std::fs::write(
        at("bad.csv"),
        "Operation,Drugs,Source\nX,3,release\nX,1.800,release\n",
    )
    .unwrap();
    let run = |arguments: &[&str]| {
        let mut program = crate::started::opatlas(folder.path());
        let output = program.args(arguments).output().unwrap();
        output.status.code()
    };
    let import = |sheet: &str, more: &[&str]| {
        run(&[&["import", sheet, "--into", "mine.ron"], more].concat())
    };
    let text = || std::fs::read_to_string(at("mine.ron")).unwrap();
    assert_eq!((import("good.csv", &[]), text().as_str()), (Some(0), MINE));
    assert_eq!(
        (import("bad.csv", &["--yes"]), text().as_str()),
        (Some(1), MINE)
    );
    assert_eq!(
        (import("away.csv", &["--yes"]), text().as_str()),
        (Some(1), MINE)
    );
    assert_eq!(
        import("bad.csv", &["--column", "Drugs"]),
        Some(2),
        "no meaning"
    );
    assert_eq!(import("bad.csv", &["--yes", "--decimal", "comma"]), Some(0));
    assert_eq!(
        dataset("mine", &text()).operations[1].figures[0]
            .reports
            .len(),
        2
    );
    assert_eq!(
        import("good.csv", &["--yes"]),
        Some(0),
        "what is there is no fault"
    );
    std::fs::write(at("more.csv"), "Operation,Arrests,Source\nY,3,release\n").unwrap();
    assert_eq!(import("more.csv", &["--yes"]), Some(0));
    assert_eq!(run(&["undo", "mine.ron"]), Some(0));
    assert_eq!(dataset("mine", &text()).operations.len(), 2);
    assert_eq!(
        (run(&["undo", "mine.ron"]), text().as_str()),
        (Some(0), MINE)
    );
    assert_eq!(
        (run(&["undo", "mine.ron"]), text().as_str()),
        (Some(1), MINE)
    );
    let new = &[
        "import", "good.csv", "--into", "new.ron", "--yes", "--source", "release",
    ];
    assert_eq!(run(new), Some(1), "the source is not known there");
    assert!(!at("new.ron").exists());
}

#[test]
fn a_workbook_is_read_sheet_by_sheet_whatever_its_cells_are() {
    use workbooks::Cell::{Day, Empty, Number, Text};
    let rows: &[&[workbooks::Cell]] = &[
        &[Text("Results of operations")],
        &[],
        &[
            Text("Operation"),
            Text("From"),
            Text("To"),
            Empty,
            Text("Arrests"),
            Text("Source"),
        ],
        &[
            Text("New"),
            Day(45564),
            Day(45564),
            Empty,
            Number(12.0),
            Text("release"),
        ],
        &[
            Text("Newer"),
            Text("2025-01-02"),
            Text("2025-01-03"),
            Empty,
            Text("more than 1 800"),
            Text("release"),
        ],
        &[Text("Total"), Empty, Empty, Empty, Number(1812.0)],
    ];
    let notes: &[&[workbooks::Cell]] = &[&[Text("Written by hand")]];
    for (name, bytes) in [
        (
            "a.xlsx",
            workbooks::office(&[("Notes", notes), ("Data", rows)], Since::Y1900),
        ),
        ("a.ods", workbooks::open_document(rows)),
    ] {
        let tables = grids(name, &bytes).unwrap();
        let proposal = proposal(
            &tables,
            MINE,
            &dataset("mine", MINE),
            &Answers::default(),
            &Atlas::default(),
        );
        assert_eq!(proposal.asked, [], "{name}");
        let read = dataset("mine", &proposal.text.unwrap());
        let [_, new, newer] = read.operations.as_slice() else {
            panic!("{name}");
        };
        let days = new.days.unwrap();
        assert_eq!(days.first.to_string(), "2024-09-29", "{name}");
        assert_eq!(newer.day_count(), Some(2), "{name}");
        let number = |operation: &Operation| operation.figures[0].reports[0].quantity;
        assert_eq!(number(new), Quantity::Exactly(12), "{name}");
        assert_eq!(number(newer), Quantity::MoreThan(1800), "{name}");
    }
}

#[test]
fn a_broken_workbook_is_told() {
    let mut bytes = workbooks::office(&[("Data", &[])], Since::Y1900);
    bytes.truncate(bytes.len() / 2);
    assert!(matches!(grids("a.xlsx", &bytes), Err(GridFault::Broken(_))));
}
