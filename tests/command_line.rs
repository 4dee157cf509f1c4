//! The command line as scripts use it: exit codes, columns, files whole or not at all.
#![expect(clippy::unwrap_used, reason = "a test fails where it stands")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn opatlas(arguments: &[&str], folder: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_opatlas"))
        .args(arguments)
        .current_dir(folder)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .output()
        .unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn csv_rows(path: &Path) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_path(path)
        .unwrap();
    reader
        .records()
        .map(|record| record.unwrap().iter().map(str::to_owned).collect())
        .collect()
}

#[test]
fn the_starter_can_be_written_checked_and_is_never_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(
        opatlas(&["new", "mine.ron"], folder.path()).status.code(),
        Some(0)
    );
    let check = opatlas(&["check", "mine.ron"], folder.path());
    assert_eq!(
        check.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&check.stdout)
    );
    let again = opatlas(&["new", "mine.ron"], folder.path());
    assert_eq!(again.status.code(), Some(1));
    assert!(stderr(&again).contains("already there"));
}

#[test]
fn letters_that_no_font_has_are_named_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let title = "Weka \u{10FFFD}";
    let asked = ["export", "--chart", "bars", "--title", title, "-o", "a.png"];
    let refused = opatlas(&asked, folder.path());
    assert_eq!(refused.status.code(), Some(1));
    let says = stderr(&refused);
    assert!(
        says.contains("U+10FFFD") && !says.contains('\u{10FFFD}'),
        "{says}"
    );
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn check_says_where_and_exits_with_one() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(
        folder.path().join("cut.ron"),
        "(format: 1, title: \"x\", operations: [",
    )
    .unwrap();
    let check = opatlas(&["check", "cut.ron", "missing.ron", "."], folder.path());
    assert_eq!(check.status.code(), Some(1));
    let said = String::from_utf8_lossy(&check.stdout).into_owned();
    for start in ["cut.ron:1:", "missing.ron:1:1: ", ".:1:1: "] {
        assert!(
            said.lines().any(|line| line.starts_with(start)),
            "{start} in {said}"
        );
    }
}

#[test]
fn wrong_use_exits_with_two() {
    let folder = tempfile::tempdir().unwrap();
    for arguments in [
        &["check"][..],
        &["export"],
        &["export", "--chart", "pie", "-o", "a.svg"],
        &["export", "--chart", "bars", "-o", "a.gif"],
        &["export", "--chart", "bars", "-o", "a.svg", "--size", "12"],
        &["export", "--chart", "bars", "-o", "a.svg", "--size", "1x1"],
        &[
            "export",
            "--chart",
            "bars",
            "-o",
            "a.svg",
            "--operation",
            "liberterra-9",
        ],
    ] {
        let output = opatlas(arguments, folder.path());
        assert_eq!(
            output.status.code(),
            Some(2),
            "{arguments:?}: {}",
            stderr(&output)
        );
    }
    assert_eq!(
        fs::read_dir(folder.path()).unwrap().count(),
        0,
        "nothing was written"
    );
}

#[test]
fn without_a_display_the_window_is_refused_in_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let output = opatlas(&[], folder.path());
    assert_eq!(output.status.code(), Some(2));
    let said = stderr(&output);
    assert!(said.contains("opatlas export"), "{said}");
    assert_eq!(said.trim().lines().count(), 1, "{said}");
}

#[test]
fn a_chart_is_exported_at_the_size_asked_for_and_twice_the_same() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["a", "b"] {
        let png = format!("{name}.png");
        let svg = format!("{name}.svg");
        let arguments = [
            "export", "--chart", "bars", "-o", &png, "--size", "1200x675", "--scale", "2",
        ];
        assert_eq!(opatlas(&arguments, folder.path()).status.code(), Some(0));
        let arguments = [
            "export",
            "--chart",
            "bars",
            "-o",
            &svg,
            "--measure",
            "per-day",
        ];
        assert_eq!(opatlas(&arguments, folder.path()).status.code(), Some(0));
    }
    let read = |name: &str| fs::read(folder.path().join(name)).unwrap();
    assert!(read("a.png") == read("b.png") && read("a.svg") == read("b.svg"));
    let decoder = png::Decoder::new(std::io::Cursor::new(read("a.png")));
    let reader = decoder.read_info().unwrap();
    assert_eq!((reader.info().width, reader.info().height), (2400, 1350));
    let svg = String::from_utf8(read("a.svg")).unwrap();
    for words in [
        "\"419.5",
        "\"312.0",
        "6 days",
        "12 days",
        "not reported",
        "1,333,333",
    ] {
        assert!(svg.contains(words), "{words}");
    }
}

#[test]
fn tables_have_the_promised_columns_and_the_countries_of_liberterra_two() {
    let folder = tempfile::tempdir().unwrap();
    let promised = [
        (
            "figures",
            "operation,metric,value,qualifier,unit,preferred,source,wording",
        ),
        (
            "operations",
            "operation,name,lead,from,to,days,countries,listed,status,coordination_units",
        ),
        (
            "countries",
            "country,name,region,subregion,operations,coordination_units,cases",
        ),
        (
            "cases",
            "case,operation,title,countries,crimes,found,found_qualifier,arrested,arrested_qualifier,sources",
        ),
        ("sources", "source,publisher,title,date,grade,address"),
    ];
    for (table, columns) in promised {
        let file = format!("{table}.csv");
        let output = opatlas(&["export", "--table", table, "-o", &file], folder.path());
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        let header = csv_rows(&folder.path().join(&file)).remove(0).join(",");
        assert!(header.starts_with(columns), "{header}");
    }
    let countries = csv_rows(&folder.path().join("countries.csv"));
    let took_part = |row: &&Vec<String>| {
        row[4]
            .split(';')
            .any(|operation| operation == "liberterra-2")
    };
    assert_eq!(countries.iter().filter(took_part).count(), 116);
    let figures = csv_rows(&folder.path().join("figures.csv"));
    let arrests = figures.iter().find(|row| {
        row[0] == "liberterra-3" && row[1] == "arrests_trafficking_smuggling" && row[5] == "true"
    });
    assert_eq!(
        arrests.map(|row| (row[2].as_str(), row[3].as_str())),
        Some(("1800", "more_than"))
    );
}

#[test]
fn everything_is_exported_into_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    let output = opatlas(&["export", "--all", "-o", "all"], folder.path());
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    for name in [
        "bars.svg",
        "bars.png",
        "figures.csv",
        "operations.csv",
        "countries.csv",
        "cases.csv",
        "sources.csv",
    ] {
        assert!(folder.path().join("all").join(name).is_file(), "{name}");
    }
}

#[test]
fn a_saved_view_is_drawn_and_a_broken_one_says_so() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(
        folder.path().join("view.ron"),
        "(comparison: (operations: [\"liberterra-2\"], metrics: [\"arrests\"]), title: Some(\"Mine\"))",
    )
    .unwrap();
    let arguments = [
        "export", "--chart", "bars", "--view", "view.ron", "-o", "a.svg",
    ];
    assert_eq!(opatlas(&arguments, folder.path()).status.code(), Some(0));
    assert!(
        fs::read_to_string(folder.path().join("a.svg"))
            .unwrap()
            .contains("<title id=\"title\">Mine</title>")
    );
    fs::write(folder.path().join("view.ron"), "(comparison: 3)").unwrap();
    let output = opatlas(&arguments, folder.path());
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("the view cannot be used"));
}
