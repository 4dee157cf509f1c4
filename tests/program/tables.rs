//! Tables as files: whole, read back as they were, and left alone by spreadsheets.

use std::collections::BTreeMap;
use std::sync::Arc;

use opatlas::chart::{ChartSpec, Kind, Showing, Shown, picture};
use opatlas::export::{Csv, TableFormat, figures_of, table};
use opatlas::file::{EMBEDDED, read};
use opatlas::model::{Atlas, PartialDate, Quantity, Report, Status, Trail};
use opatlas::query::comparison::Comparison;
use opatlas::query::countries::{CountryChoice, Wanted};
use opatlas::query::measure::Measure;
use opatlas::query::tables::Table;

use crate::started;

/// What spreadsheets take for something else, and every way to state a number.
const AWKWARD: &str = r#"#![enable(implicit_some)]
(format: 1, title: "=1+1",
    sources: {
        "s;t": (publisher: "Press; office", title: "@SUM(A1); \"=2\"", date: "2025-03", address: "https://example.org/a;b=1", grade: Official),
        "=s": (publisher: "|;=cmd", title: "T", no_address: "-print", grade: News, note: "+1"),
    },
    metrics: {
        "0012": (label: "1E5", unit: "people", definition: "A\n=1"),
        "checks": (label: "x\t=2+2\n=3+3", unit: "checks", definition: "B", part_of: "0012"),
    },
    operations: [
        (id: "3-4", name: "A;=HYPERLINK(\"x\"&A1)", days: ("2024-03", "2024-05"), lead: ["Police; Justice", "=cmd|'/C calc'!A0", "'Ndrangheta", "50 %3B"],
            status: Preliminary, summary: "One, \"-1\";\t=1\r\n@x", sources: ["s;t", "=s"],
            countries: (count: [(quantity: Between(10, 12), source: "s;t")]),
            figures: {
                "0012": [(quantity: Between(10, 12), source: "s;t", wording: "10-12", note: "=1"), (quantity: MoreThan(1800), source: "=s", preferred: true, excerpt: "=More than 1,800; of whom many", archived: "https://example.org/;kept", checked: (day: "2024-11-06", by: "=A; B"))],
                "checks": [(quantity: About(430), source: "=s"), (quantity: Nearly(500), source: "s;t"), (quantity: UpTo(40), source: "s;t"), (quantity: Dozens, source: "s;t")],
            }),
        (id: "1E5", name: "+1", figures: { "0012": [(quantity: Exactly(999999999999999), source: "=s"), (quantity: AtLeast(0), source: "=s")] }, sources: ["s;t"]),
    ],
    cases: [(id: "c", operation: "3-4", title: "-", summary: "S", countries: ["CIV"],
        found: [
            (who: PotentialVictims, reports: [(quantity: Between(2, 3), source: "s;t", wording: "=w"), (quantity: Exactly(2), source: "=s")], nationalities: ["TGO", "CIV"], regions: ["A; B"], among: [(who: Minors, reports: [(quantity: Several, source: "=s")])], note: "n"),
            (who: PeopleFound),
        ],
        arrested: [(quantity: Exactly(4), source: "s;t")],
        seized: [(what: "phones; laptops", reports: [(quantity: Exactly(3), source: "s;t")]), (what: "cash", unit: "USD")],
        route: [(step: Origin, place: "A; B"), (step: Found, country: "CIV")], sources: ["s;t"])])"#;

fn atlases() -> [Atlas; 2] {
    let of = |files: &[(&str, &str)]| {
        let files = files
            .iter()
            .map(|(name, text)| read(name, text.as_bytes()).dataset);
        Atlas::of(
            &files
                .map(|dataset| Arc::new(dataset.unwrap()))
                .collect::<Vec<_>>(),
        )
        .0
    };
    [of(EMBEDDED), of(&[("awkward.ron", AWKWARD)])]
}

type Row = BTreeMap<String, String>;

/// The rows of a table, as a script reads them: the text of a cell is what stands behind its `'`.
fn rows(csv: &[u8]) -> Vec<Row> {
    let mut reader = csv::Reader::from_reader(csv);
    let rows = reader.deserialize::<Row>().map(Result::unwrap);
    rows.map(|row| {
        row.into_iter()
            .map(|(column, cell)| (column, text(&cell)))
            .collect()
    })
    .collect()
}

fn text(cell: &str) -> String {
    let mut text = cell.strip_prefix('\'').unwrap_or(cell).to_owned();
    for separator in [';', ',', '|', '\t', '\r', '\n'] {
        for (at, _) in text.clone().rmatch_indices(&format!("{separator}'")) {
            let behind =
                text[at + 2..].trim_start_matches(|c: char| c.is_whitespace() || "\"'".contains(c));
            if behind.starts_with(['=', '+', '-', '@']) {
                text.remove(at + 1);
            }
        }
    }
    text
}

fn csv(atlas: &Atlas, of: Table) -> Vec<u8> {
    table(
        atlas,
        of,
        &CountryChoice::default(),
        TableFormat::Csv(Csv::Plain),
    )
    .unwrap()
}

fn quantity(row: &Row) -> Quantity {
    let number = |column: &str| row[column].parse::<u64>().unwrap();
    match row["qualifier"].as_str() {
        "exact" => Quantity::Exactly(number("value")),
        "about" => Quantity::About(number("value")),
        "nearly" => Quantity::Nearly(number("value")),
        "more_than" => Quantity::MoreThan(number("value")),
        "at_least" => Quantity::AtLeast(number("value")),
        "up_to" => Quantity::UpTo(number("value")),
        "between" => Quantity::Between(number("lower"), number("upper")),
        "several" => Quantity::Several,
        "dozens" => Quantity::Dozens,
        "hundreds" => Quantity::Hundreds,
        "thousands" => Quantity::Thousands,
        other => panic!("no qualifier {other}"),
    }
}

fn report(row: &Row) -> Report {
    let optional = |column: &str| Some(row[column].clone()).filter(|text| !text.is_empty());
    Report {
        quantity: quantity(row),
        source: row["source"].as_str().into(),
        wording: optional("wording"),
        preferred: row["preferred"] == "true",
        status: Status::ALL
            .into_iter()
            .find(|one| one.key() == row["status"]),
        revised_from: None,
        note: optional("note"),
        trail: Some(Box::new(Trail {
            excerpt: optional("excerpt"),
            archived: optional("archived"),
            checked: PartialDate::parse(&row["checked"])
                .map(|day| (day, row["checked_by"].clone())),
        }))
        .filter(|trail| **trail != Trail::default()),
    }
}

#[test]
fn a_dataset_rebuilt_from_its_tables_has_every_figure() {
    for atlas in atlases() {
        let mut rebuilt: BTreeMap<(String, String), Vec<Report>> = BTreeMap::new();
        for row in rows(&csv(&atlas, Table::Figures)) {
            let figure = (row["operation"].clone(), row["metric"].clone());
            rebuilt.entry(figure).or_default().push(report(&row));
        }
        let mut first: BTreeMap<(String, String), Vec<Report>> = BTreeMap::new();
        for one in &atlas.operations {
            let counts = [("countries", &one.countries.count)];
            let figures = one
                .figures
                .iter()
                .map(|figure| (figure.metric.as_str(), &figure.reports));
            for (metric, reports) in counts.into_iter().chain(figures) {
                let shown = atlas.preferred(reports);
                let told = reports.iter().map(|report| Report {
                    preferred: shown.is_some_and(|shown| std::ptr::eq(shown, report)),
                    ..report.clone()
                });
                if !reports.is_empty() {
                    first.insert((one.id.to_string(), metric.to_owned()), told.collect());
                }
            }
        }
        assert_eq!(rebuilt, first);
    }
}

#[test]
fn cases_are_told_whole_group_by_group_and_step_by_step() {
    let [_, atlas] = atlases();
    let people = rows(&csv(&atlas, Table::People));
    let told = people.iter().map(|row| {
        [
            "part",
            "group",
            "who",
            "among",
            "qualifier",
            "lower",
            "upper",
            "source",
            "wording",
            "obs_status",
            "nationalities",
            "regions",
        ]
        .map(|column| row[column].as_str())
        .join(" | ")
    });
    assert_eq!(
        told.collect::<Vec<_>>(),
        [
            "found | 1 | potential victims |  | between | 2 | 3 | s;t | =w | E | TGO;CIV | A%3B B",
            "found | 1 | potential victims |  | exact | 2 | 2 | =s |  | A | TGO;CIV | A%3B B",
            "found | 1 | potential victims | minors | several |  |  | =s |  | M | TGO;CIV | A%3B B",
            "found | 2 | people found |  |  |  |  |  |  | M |  | ",
            "arrested |  |  |  | exact | 4 | 4 | s;t |  | A |  | ",
        ]
    );
    let columns = |of: Table, columns: &[&str]| -> Vec<String> {
        let rows = rows(&csv(&atlas, of));
        rows.iter()
            .map(|row| {
                columns
                    .iter()
                    .map(|&column| row[column].as_str())
                    .collect::<Vec<_>>()
                    .join(" | ")
            })
            .collect()
    };
    assert_eq!(
        columns(Table::Routes, &["stop", "step", "country", "place"]),
        ["1 | origin |  | A; B", "2 | found in | CIV | "]
    );
    assert_eq!(
        columns(Table::Seizures, &["item", "what", "value", "unit"]),
        ["1 | phones; laptops | 3 | ", "2 | cash |  | USD"]
    );
    assert_eq!(
        columns(
            Table::Cases,
            &["arrested", "found", "found_lower", "found_upper"]
        ),
        ["4 | ; | 2; | 3;"]
    );
}

#[test]
fn parts_of_lists_are_read_back_as_they_were() {
    let [_, atlas] = atlases();
    let bytes = csv(&atlas, Table::Operations);
    let mut reader = csv::Reader::from_reader(bytes.as_slice());
    let operations: Vec<Row> = reader.deserialize().map(Result::unwrap).collect();
    let parts = |cell: &str| -> Vec<String> {
        cell.split(';')
            .map(|part| text(part).replace("%3B", ";").replace("%25", "%"))
            .collect()
    };
    assert_eq!(parts(&operations[0]["lead"]), atlas.operations[0].lead);
    assert_eq!(parts(&operations[0]["sources"]), ["s;t", "=s"]);
}

#[test]
fn no_cell_of_any_table_is_a_formula_wherever_its_line_is_split() {
    for atlas in atlases() {
        for of in Table::ALL {
            for written in [
                Csv::Plain,
                Csv::Excel {
                    decimal_comma: false,
                },
                Csv::Excel {
                    decimal_comma: true,
                },
                Csv::Paste {
                    decimal_comma: true,
                },
            ] {
                let bytes = table(
                    &atlas,
                    of,
                    &CountryChoice::default(),
                    TableFormat::Csv(written),
                )
                .unwrap();
                let written = String::from_utf8(bytes).unwrap();
                for cell in written.split([';', ',', '|', '\t', '\r', '\n']) {
                    let start = cell.trim_start_matches(|c: char| c.is_whitespace() || c == '"');
                    assert!(!start.starts_with(['=', '+', '-', '@']), "{of:?}: {cell}");
                }
            }
        }
    }
}

#[test]
fn json_has_numbers_as_numbers_and_lists_as_lists() {
    let [_, atlas] = atlases();
    let read = |of| -> serde_json::Value {
        serde_json::from_slice(
            &table(&atlas, of, &CountryChoice::default(), TableFormat::Json).unwrap(),
        )
        .unwrap()
    };
    let figures = read(Table::Figures);
    let more_than = &figures[2];
    assert_eq!(
        (
            &more_than["value"],
            &more_than["lower"],
            &more_than["upper"]
        ),
        (&1800.into(), &1801.into(), &serde_json::Value::Null)
    );
    assert_eq!(more_than["metric"], "0012");
    assert_eq!(read(Table::Operations)[0]["lead"][1], "=cmd|'/C calc'!A0");
    assert_eq!(
        read(Table::Cases)[0]["found_lower"],
        serde_json::json!([2, null])
    );
}

fn spec(atlas: &Atlas, kind: Kind, measure: Measure) -> ChartSpec {
    let comparison = Comparison {
        measure,
        ..Comparison::telling(atlas)
    };
    picture(
        atlas,
        &comparison,
        Showing {
            kind,
            ..Showing::default()
        },
    )
}

#[test]
fn the_figures_of_a_picture_are_a_table_in_its_order_with_what_stands_around_it() {
    for atlas in atlases() {
        for (kind, measure) in Kind::ALL
            .into_iter()
            .flat_map(|kind| Measure::ALL.map(|measure| (kind, measure)))
        {
            let spec = spec(&atlas, kind, measure);
            let cells = spec
                .table()
                .rows
                .into_iter()
                .flat_map(|row| row.cells)
                .flatten();
            let shown: Vec<String> = cells.map(|place| spec.figures[place].starred()).collect();
            let rows = rows(&figures_of(&spec, TableFormat::Csv(Csv::Plain)).unwrap());
            assert_eq!(
                rows.iter()
                    .map(|row| row["shown"].clone())
                    .collect::<Vec<_>>(),
                shown
            );
            for row in &rows {
                assert_eq!(
                    (&row["title"], &row["notes"], &row["sources"]),
                    (&spec.title, &spec.notes.join(" "), &spec.sources)
                );
                assert_eq!(
                    row["disputed"].is_empty(),
                    !row["shown"].ends_with('*'),
                    "{row:?}"
                );
                let number = |column: &str| row[column].parse::<f64>().ok();
                let (value, lower, upper) = (number("value"), number("lower"), number("upper"));
                assert_eq!(
                    lower.zip(upper).is_some() && lower == upper,
                    row["qualifier"] == "exact",
                    "{row:?}"
                );
                assert!(
                    lower.zip(upper).is_none_or(|(lower, upper)| lower <= upper),
                    "{row:?}"
                );
                assert!(value.is_none() || row["qualifier"] != "between", "{row:?}");
            }
            let json: serde_json::Value =
                serde_json::from_slice(&figures_of(&spec, TableFormat::Json).unwrap()).unwrap();
            assert_eq!(json["figures"].as_array().unwrap().len(), rows.len());
            assert_eq!(json["title"], spec.title.as_str());
        }
    }
}

#[test]
fn a_copied_table_pastes_into_as_many_cells_as_it_has_and_no_formula() {
    let [_, atlas] = atlases();
    let spec = spec(&atlas, Kind::Bars, Measure::Total);
    let table = spec.table();
    let text = spec.table_text(&table);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b'\t')
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let lines: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(
        lines.len(),
        1 + table.rows.len()
            + usize::from(spec.figures.iter().any(Shown::is_starred))
            + spec.notes.len()
            + 1
    );
    assert!(
        lines
            .iter()
            .take(1 + table.rows.len())
            .all(|line| line.len() == 1 + table.columns.len())
    );
    let cells = lines.iter().flatten();
    assert!(
        cells
            .clone()
            .all(|cell| !cell.trim_start().starts_with(['=', '+', '@']))
    );
    assert!(
        cells.clone().any(|cell| cell == "x\t'=2+2\n'=3+3 (checks)"),
        "{text}"
    );
}

#[test]
fn excel_gets_a_byte_order_mark_and_the_separator_of_the_place() {
    let export = |locale: &str, arguments: &[&str]| {
        let folder = tempfile::tempdir().unwrap();
        let mut command = started::opatlas(folder.path());
        command
            .args(["export", "-o", "-"])
            .args(arguments)
            .env("LC_ALL", locale);
        let output = command.output().unwrap();
        assert!(output.status.success());
        String::from_utf8(output.stdout).unwrap()
    };
    let table = ["--table", "figures"];
    let excel = ["--table", "figures", "--excel"];
    assert!(export("de_DE.UTF-8", &table).starts_with("operation,metric,value"));
    assert!(export("en_GB.UTF-8", &excel).starts_with("\u{feff}operation,metric,value"));
    assert!(export("de_DE.UTF-8", &excel).starts_with("\u{feff}operation;metric;value"));
    let shares = [
        "--chart",
        "bars",
        "--measure",
        "per-day",
        "--format",
        "csv",
        "--excel",
    ];
    assert!(export("fr_FR.UTF-8", &shares).contains(";419,5;exact;"));
    assert!(export("C", &["--chart", "bars"]).starts_with("<svg"));
}

#[test]
fn figures_and_operations_name_their_dataset_and_a_dataset_says_what_it_holds() {
    let summed = AWKWARD.replacen(
        "title: \"=1+1\",",
        "title: \"=1+1\", summary: \"All of it\",",
        1,
    );
    let datasets = [("weka.ron", EMBEDDED[2].1), ("awkward.ron", &summed)];
    let datasets =
        datasets.map(|(name, text)| Arc::new(read(name, text.as_bytes()).dataset.unwrap()));
    let (atlas, _) = Atlas::of(&datasets);
    let rows = |kind| {
        rows(
            &table(
                &atlas,
                kind,
                &CountryChoice::default(),
                TableFormat::Csv(Csv::Plain),
            )
            .unwrap(),
        )
    };
    for kind in [Table::Figures, Table::Operations] {
        for row in rows(kind) {
            let own = ["3-4", "1E5"].contains(&row["operation"].as_str());
            let file = if own { "awkward.ron" } else { "weka.ron" };
            assert_eq!(row["dataset"], file, "{row:?}");
        }
    }
    let summaries: Vec<String> = rows(Table::Datasets)
        .into_iter()
        .map(|row| row["summary"].clone())
        .collect();
    assert_eq!(summaries[1], "All of it");
}

#[test]
fn the_countries_asked_for_are_a_table_that_tells_the_certain_from_those_that_may_fit() {
    let [atlas, _] = atlases();
    let choice = CountryChoice {
        operations: BTreeMap::from([
            ("turquesa-2".to_owned(), Wanted::InAll),
            ("liberterra-3".to_owned(), Wanted::InAll),
        ]),
        ..CountryChoice::default()
    };
    let written = |of, choice: &CountryChoice| {
        rows(&table(&atlas, of, choice, TableFormat::Csv(Csv::Plain)).unwrap())
    };
    let asked = written(Table::Asked, &choice);
    let of = |answer: &str| asked.iter().filter(|row| row["answer"] == answer).count();
    // Of Turquesa II's countries El Salvador hosted a unit of Liberterra III, which has no list.
    let turquesa = atlas
        .operation("turquesa-2")
        .unwrap()
        .countries
        .listed
        .len();
    assert_eq!((of("certain"), of("open")), (1, turquesa - 1));
    assert_eq!(asked[0]["country"], "SLV");
    // With every country in every operation a script can ask the same.
    let known = written(Table::Participation, &CountryChoice::default());
    let took_part = |country: &str, operation: &str| {
        let row = |row: &&Row| row["country"] == country && row["operation"] == operation;
        known.iter().find(row).unwrap()["took_part"].clone()
    };
    assert_eq!(took_part("SLV", "liberterra-3"), "host");
    assert_eq!(took_part("MLI", "liberterra-3"), "no_list");
    assert_eq!(took_part("MLI", "turquesa-2"), "not_on_complete_list");
}
