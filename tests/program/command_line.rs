//! The command line as scripts use it: exit codes, columns, files whole or not at all.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use opatlas::chart::Kind;

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
    let said = String::from_utf8_lossy(&check.stdout).into_owned();
    assert_eq!(said, "2 operations, 1 case, no problems\n");
    let again = opatlas(&["new", "mine.ron"], folder.path());
    assert_eq!(again.status.code(), Some(1));
    assert!(stderr(&again).contains("already there"));
}

#[test]
fn a_starter_lists_the_metrics_that_come_with_the_program_when_asked() {
    let folder = tempfile::tempdir().unwrap();
    let text = |name: &str, more: &[&str]| {
        let written = opatlas(&[&["new", name], more].concat(), folder.path());
        assert_eq!(written.status.code(), Some(0), "{}", stderr(&written));
        assert_eq!(
            opatlas(&["check", name], folder.path()).status.code(),
            Some(0)
        );
        fs::read_to_string(folder.path().join(name)).unwrap()
    };
    let offered = "// \"potential_victims_women\"";
    let bare = text("bare.ron", &[]);
    assert!(!bare.contains(offered) && bare.contains("opatlas new FILE --metrics"));
    let whole = text("whole.ron", &["--metrics"]);
    assert!(whole.contains(offered) && !whole.contains("--metrics"));
}

#[test]
fn help_tells_what_every_option_is_for() {
    let folder = tempfile::tempdir().unwrap();
    let said = opatlas(&["export", "--help"], folder.path()).stdout;
    let said = String::from_utf8(said).unwrap();
    let mut lines = said.lines().peekable();
    let mut options = 0;
    while let Some(line) = lines.next() {
        let line = line.trim_start();
        if line.starts_with("--") || line.starts_with("-o,") {
            options += 1;
            let told = lines.peek().is_some_and(|next| !next.trim().is_empty());
            assert!(told, "{line}");
        }
    }
    assert!(options > 20, "{said}");
    assert!(said.contains("obs_status is SDMX's"));
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
    fs::create_dir(folder.path().join("empty")).unwrap();
    let check = opatlas(&["check", "cut.ron", "missing.ron", "empty"], folder.path());
    assert_eq!(check.status.code(), Some(1));
    let said = String::from_utf8_lossy(&check.stdout).into_owned();
    for start in ["cut.ron:1:", "missing.ron:1:1: ", "empty:1:1: "] {
        assert!(
            said.lines().any(|line| line.starts_with(start)),
            "{start} in {said}"
        );
    }
    assert!(
        said.ends_with("\n0 operations, 0 cases, 3 problems\n"),
        "{said}"
    );
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

/// A dataset of two operations in words of its own, beside the built-in ones.
const OWN: &str = r#"#![enable(implicit_some)]
(
    format: 1,
    title: "Mine",
    sources: {
        "own": (publisher: "Agency", title: "A release", date: "2019-04-01", no_address: "In print.", grade: Official),
    },
    metrics: {
        "arrests": (label: "People arrested", unit: "people", definition: "Everyone arrested"),
        "inspections": (label: "Inspections", unit: "calls", definition: "Calls made"),
    },
    operations: [
        (
            id: "own-1",
            name: "Own I",
            figures: {
                "arrests": [(quantity: Exactly(350), source: "own", note: "Printed flat.")],
                "inspections": [(quantity: Exactly(77), source: "own")],
            },
        ),
    ],
)
"#;

#[test]
fn own_figures_beside_the_built_in_ones_are_never_called_not_reported() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("own.ron");
    fs::write(&own, OWN).unwrap();
    for kind in Kind::ALL {
        let output = opatlas(
            &[
                "export",
                "--with-embedded",
                "own.ron",
                "--chart",
                kind.key(),
                "-o",
                "a.svg",
                "--text",
                "editable",
                "--operation",
                "own-1,liberterra-3",
                "--metric",
                "arrests,potential_victims",
            ],
            folder.path(),
        );
        if kind == Kind::Timeline {
            // Its days are not known: there is no place on the line of time.
            continue;
        }
        assert_eq!(
            output.status.code(),
            Some(0),
            "{kind:?}: {}",
            stderr(&output)
        );
        let picture = fs::read_to_string(folder.path().join("a.svg")).unwrap();
        assert!(picture.contains("350"), "{kind:?}");
        assert!(
            !picture.contains("Arrests in Own I not reported"),
            "{kind:?}"
        );
        // Coverage says only what is reported; all others compare.
        let says = picture.contains("Not defined in the same words");
        assert_eq!(says, kind != Kind::Coverage, "{kind:?}: {picture}");
    }
    // A dataset that counts something else under one id is a clash, and what it states is not
    // called unreported.
    let ask = |despite: &[&str]| {
        let mut arguments = vec![
            "export",
            "--with-embedded",
            "own.ron",
            "--chart",
            "bars",
            "-o",
            "b.svg",
            "--text",
            "editable",
            "--operation",
            "own-1,liberterra-3",
            "--metric",
            "inspections",
        ];
        arguments.extend(despite);
        opatlas(&arguments, folder.path())
    };
    let refused = ask(&[]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(
        stderr(&refused).contains("inspections in Own I"),
        "{}",
        stderr(&refused)
    );
    let place = "own.ron:10:9: the metric “inspections” has the unit “calls” here, but “checks” in";
    assert!(stderr(&refused).contains(place), "{}", stderr(&refused));
    assert!(!folder.path().join("b.svg").exists());
    let drawn = ask(&["--despite-problems"]);
    assert_eq!(drawn.status.code(), Some(0), "{}", stderr(&drawn));
    let picture = fs::read_to_string(folder.path().join("b.svg")).unwrap();
    assert!(picture.contains("left out"), "{picture}");
}

#[test]
fn a_second_operation_of_one_id_is_said_to_be_left_out_and_blames_nothing_on_the_first() {
    let folder = tempfile::tempdir().unwrap();
    let own = OWN.replace("own-1", "weka-1");
    // Refused for its id alone, for something wrong in it too, and for what it lacks.
    let broken = own.replace("Exactly(350)", "Exactly(3,744)");
    let nameless = own.replace("name: \"Own I\",", "");
    let second = "(id: \"weka-1\", name: \"Weka\")],\n)\n";
    let twice = own.replacen("    ],\n)\n", second, 1);
    for (text, with) in [
        (own, "--with-embedded"),
        (broken, "--with-embedded"),
        (nameless, "--with-embedded"),
        (twice, "own.ron"),
    ] {
        fs::write(folder.path().join("own.ron"), text).unwrap();
        let export = |more: &[&str]| {
            let mut arguments = vec!["export", "own.ron", "--chart", "bars", "-o", "a.svg"];
            arguments.extend(["--operation", "weka-1", "--text", "editable"]);
            arguments.extend(
                more.iter()
                    .chain([&with].into_iter().filter(|one| **one != "own.ron")),
            );
            opatlas(&arguments, folder.path())
        };
        let refused = export(&[]);
        assert_eq!(refused.status.code(), Some(1), "{with}");
        let told = "a second operation “weka-1”, of own.ron";
        assert!(stderr(&refused).contains(told), "{}", stderr(&refused));
        let drawn = export(&["--despite-problems"]);
        assert_eq!(drawn.status.code(), Some(0), "{}", stderr(&drawn));
        let picture = fs::read_to_string(folder.path().join("a.svg")).unwrap();
        assert!(picture.contains("a second operation"), "{picture}");
        assert!(!picture.contains("left out, see problems"), "{picture}");
    }
}

#[test]
fn what_a_problem_leaves_out_is_in_no_file_unless_asked_for_and_then_said() {
    let folder = tempfile::tempdir().unwrap();
    let broken = OWN.replace("Exactly(350)", "Exactly(3,744)");
    fs::write(folder.path().join("broken.ron"), broken).unwrap();
    for what in [
        &["--chart", "bars", "-o", "a.svg"][..],
        &["--chart", "coverage", "-o", "a.png"],
        &["--table", "figures", "-o", "a.csv"],
        &["--all", "-o", "folder"],
    ] {
        let mut arguments = vec!["export", "broken.ron"];
        arguments.extend(what);
        let refused = opatlas(&arguments, folder.path());
        assert_eq!(refused.status.code(), Some(1), "{what:?}");
        assert!(stderr(&refused).contains("--despite-problems"));
        let path = folder.path().join(what[what.len() - 1]);
        assert!(!path.exists(), "{what:?}");
        arguments.push("--despite-problems");
        let written = opatlas(&arguments, folder.path());
        assert_eq!(written.status.code(), Some(0), "{}", stderr(&written));
        assert!(path.exists(), "{what:?}");
    }
    // As the base of a change it is its own figure that is left out, not that of the other.
    let of_base = [
        "export",
        "--with-embedded",
        "broken.ron",
        "--chart",
        "change",
        "--operation",
        "own-1,liberterra-3",
        "--metric",
        "arrests,officers",
        "-o",
        "b.svg",
    ];
    let refused = stderr(&opatlas(&of_base, folder.path()));
    let told = refused.lines().last().unwrap();
    assert!(told.contains("arrests in Own I;"), "{told}");
    let figures = csv_rows(&folder.path().join("a.csv"));
    let row = figures.iter().find(|row| row[1] == "arrests").unwrap();
    assert_eq!((row[2].as_str(), row[3].as_str()), ("", "left_out"));
}

/// An operation that is left out as a whole has a row of its own, in each table of operations.
#[test]
fn an_operation_that_is_left_out_as_a_whole_is_not_missing_from_tables() {
    let folder = tempfile::tempdir().unwrap();
    let broken = opatlas::file::STARTER.replacen("name: \"Operation Example\"", "name: Example", 1);
    std::fs::write(folder.path().join("broken.ron"), broken).unwrap();
    let export = |table: &str| {
        let file = format!("{table}.csv");
        let asked = [
            "export",
            "broken.ron",
            "--despite-problems",
            "--table",
            table,
            "-o",
            &file,
        ];
        let written = opatlas(&asked, folder.path());
        assert_eq!(written.status.code(), Some(0), "{}", stderr(&written));
        let rows = csv_rows(&folder.path().join(&file));
        let of_it = rows.into_iter().filter(|row| row[0] == "example-1");
        of_it.collect::<Vec<_>>()
    };
    let figures = export("figures");
    let [row] = figures.as_slice() else {
        panic!("{figures:?}");
    };
    assert_eq!(row[1..4], ["", "", "left_out"]);
    assert_eq!(row[10], "M");
    assert!(row.contains(&"broken.ron".to_owned()), "{row:?}");
    let operations = export("operations");
    let [row] = operations.as_slice() else {
        panic!("{operations:?}");
    };
    assert_eq!((row[1].as_str(), row[8].as_str()), ("", "left_out"));
}

#[test]
fn an_id_in_other_letters_is_told_with_the_one_that_is_meant() {
    let folder = tempfile::tempdir().unwrap();
    let asked = [
        "export",
        "--chart",
        "bars",
        "--operation",
        "WEKA-2",
        "-o",
        "a.svg",
    ];
    let refused = opatlas(&asked, folder.path());
    assert_eq!(refused.status.code(), Some(2));
    assert!(
        stderr(&refused).contains("did you mean “weka-2”?"),
        "{}",
        stderr(&refused)
    );
}

#[test]
fn a_view_names_its_datasets_and_an_export_with_other_data_says_so() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("own.ron"), OWN).unwrap();
    let saved = |print: u64| {
        let view = format!(
            r#"(kind: Bars, comparison: (operations: ["own-1"], metrics: ["arrests"]), saved_with: [(file: "own.ron", print: {print})])"#
        );
        fs::write(folder.path().join("my.view"), view).unwrap();
    };
    let export = |datasets: &[&str]| {
        let mut arguments = vec!["export", "--view", "my.view", "-o", "a.svg"];
        arguments.extend(datasets);
        opatlas(&arguments, folder.path())
    };
    saved(opatlas::file::print(OWN.as_bytes()));
    let same = export(&[]);
    assert_eq!(
        (same.status.code(), stderr(&same)),
        (Some(0), String::new())
    );
    saved(1);
    let changed = export(&[]);
    assert_eq!(changed.status.code(), Some(0));
    assert!(stderr(&changed).contains("own.ron has changed since the view was saved"));
    fs::rename(
        folder.path().join("own.ron"),
        folder.path().join("other.ron"),
    )
    .unwrap();
    let other = export(&["other.ron"]);
    assert_eq!(other.status.code(), Some(0));
    assert!(
        stderr(&other).contains("own.ron is not open"),
        "{}",
        stderr(&other)
    );
}

/// A dataset of operations with the words of `change` put in place of others.
fn mine(folder: &Path, from: &str, to: &str) {
    let text = format!(
        "#![enable(implicit_some)]\n(format: 1, title: \"Mine\", sources: {{ \"release\": (publisher: \"Police\", \
         title: \"A release\", date: \"2025-03-01\", address: \"https://example.org\", grade: Official) }}, metrics: \
         {{ \"arrests\": (label: \"Arrests\", unit: \"people\", definition: \"All\"), \"officers\": (label: \
         \"Officers\", unit: \"people\", definition: \"All\") }}, cases: [], operations: [{}])",
        ["one", "two"].map(|id| format!(
            "(id: \"{id}\", name: \"Operation {id}\", days: (\"2025-02-01\", \"2025-02-03\"), figures: {{ \"arrests\": \
             [(quantity: MoreThan(40), source: \"release\")], \"officers\": [(quantity: AtLeast(500), source: \
             \"release\")] }})"
        ))
        .join(", ")
    );
    let changed = text.replace(from, to);
    assert!(from == to || changed != text, "{from}");
    fs::write(folder.join("mine.ron"), changed).unwrap();
}

const CHART: [&str; 4] = ["export", "mine.ron", "--chart", "bars"];

fn export(folder: &Path, more: &[&str]) -> Output {
    opatlas(&[&CHART[..], more].concat(), folder)
}

#[test]
fn what_is_named_twice_counts_once() {
    let folder = tempfile::tempdir().unwrap();
    mine(folder.path(), "", "");
    let drawn = |name: &str, operations: &str, metrics: &str| {
        let options = ["--operation", operations, "--metric", metrics, "-o", name];
        let output = export(folder.path(), &options);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        fs::read(folder.path().join(name)).unwrap()
    };
    let once = drawn("a.svg", "one,two", "arrests");
    assert!(once == drawn("b.svg", "one,two,one", "arrests,arrests"));
    let view = "(kind: Bars, comparison: (operations: [\"one\", \"two\", \"two\"], metrics: [\"arrests\", \"arrests\"]))";
    fs::write(folder.path().join("twice.view"), view).unwrap();
    let options = ["export", "mine.ron", "--view", "twice.view", "-o", "c.svg"];
    assert_eq!(opatlas(&options, folder.path()).status.code(), Some(0));
    assert!(once == fs::read(folder.path().join("c.svg")).unwrap());
}

#[test]
fn a_title_keeps_its_words_apart_and_has_an_end() {
    let folder = tempfile::tempdir().unwrap();
    mine(folder.path(), "", "");
    for (title, name) in [
        ("Arrests\nand\tmore", "a.svg"),
        ("Arrests and more", "b.svg"),
    ] {
        let options = ["--title", title, "--text", "editable", "-o", name];
        assert_eq!(export(folder.path(), &options).status.code(), Some(0));
    }
    let read = |name: &str| fs::read(folder.path().join(name)).unwrap();
    assert!(read("a.svg") == read("b.svg"));
    for option in ["--title", "--subtitle"] {
        let output = export(
            folder.path(),
            &[option, &"x".repeat(100_000), "-o", "c.svg"],
        );
        assert_eq!(output.status.code(), Some(2));
        let said = stderr(&output);
        assert!(
            said.contains("100000 characters; the most is 1000"),
            "{said}"
        );
    }
    assert!(!folder.path().join("c.svg").exists());
}

#[test]
fn nothing_from_a_file_reaches_the_terminal_raw() {
    let folder = tempfile::tempdir().unwrap();
    mine(
        folder.path(),
        "source: \"release\"",
        "source: \"x\\u{1b}[2J\\nforged.ron:1:1: fine\\u{202e}\"",
    );
    let name = "mine\u{1b}[31m\n.ron";
    fs::copy(folder.path().join("mine.ron"), folder.path().join(name)).unwrap();
    let output = [
        opatlas(&["check", "mine.ron", name], folder.path()),
        opatlas(
            &["export", name, "--table", "figures", "-o", "a.csv"],
            folder.path(),
        ),
        opatlas(
            &["export", "--view", "no\u{1b}[31m\nview", "-o", "a.svg"],
            folder.path(),
        ),
    ];
    for output in output {
        let said = [output.stdout, output.stderr].map(|said| String::from_utf8(said).unwrap());
        let said = said.concat();
        assert!(!said.is_empty());
        assert!(
            !said
                .chars()
                .any(|c| c.is_control() && c != '\n' || c == '\u{202e}'),
            "{said:?}"
        );
        assert!(
            !said.lines().any(|line| line.starts_with("forged")),
            "{said}"
        );
    }
}

#[test]
fn many_problems_are_counted_where_nobody_reads_them_all() {
    let folder = tempfile::tempdir().unwrap();
    let bad = "(id: \"x\", name: 3), ".repeat(3_000);
    mine(
        folder.path(),
        "operations: [",
        &format!("operations: [{bad}"),
    );
    let check = opatlas(&["check", "mine.ron"], folder.path());
    let said = String::from_utf8(check.stdout).unwrap();
    assert!(said.lines().count() < 4_000);
    let counted = |line: &str| line.contains("more problems") && line.contains("in all");
    assert!(said.lines().any(counted), "{said}");
    let last = said.lines().last().unwrap();
    assert_eq!(last, "2 operations, 0 cases, 3,000 problems");
    let output = export(folder.path(), &["-o", "a.svg"]);
    assert!(stderr(&output).lines().count() < 40, "{}", stderr(&output));
    assert!(stderr(&output).contains("in all"));
}

#[test]
fn a_missing_folder_is_called_that_and_a_folder_is_no_file() {
    let folder = tempfile::tempdir().unwrap();
    mine(folder.path(), "", "");
    for (to, why) in [
        ("away/a.svg", "there is no folder away"),
        ("b.svg", "it is a folder"),
    ] {
        fs::create_dir_all(folder.path().join("b.svg")).unwrap();
        let output = export(folder.path(), &["-o", to]);
        assert_eq!(output.status.code(), Some(1));
        let said = stderr(&output);
        assert!(said.contains(why) && said.contains(to), "{said}");
    }
}

#[cfg(unix)]
#[test]
fn what_never_ends_or_never_begins_is_told_in_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe.svg");
    assert!(Command::new("mkfifo").arg(pipe).status().unwrap().success());
    for path in ["/dev/zero", "pipe.svg"] {
        for arguments in [
            &["check", path][..],
            &["export", path, "--chart", "bars", "-o", "a.svg"],
            &["export", "--view", path, "-o", "a.svg"],
            &["export", "--chart", "bars", "-o", "pipe.svg"],
        ] {
            let output = opatlas(arguments, folder.path());
            assert_eq!(output.status.code(), Some(1), "{arguments:?}");
            let said = [&output.stdout[..], &output.stderr].concat();
            let said = String::from_utf8_lossy(&said).into_owned();
            assert!(said.contains("a pipe or a device"), "{arguments:?}: {said}");
        }
    }
}
