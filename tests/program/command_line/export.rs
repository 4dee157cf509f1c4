//! Pictures, tables and views as files.

use std::fs;

use super::{OWN, csv_rows, export, mine, opatlas, stderr};

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
fn a_dataset_that_cannot_be_read_at_all_is_not_left_out_of_a_picture_unsaid() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("cut.ron"), "(format").unwrap();
    for lost in ["cut.ron", "none.ron"] {
        let asked = [
            "export",
            "--with-embedded",
            lost,
            "--chart",
            "bars",
            "-o",
            "a.svg",
        ];
        let refused = opatlas(&asked, folder.path());
        assert_eq!(refused.status.code(), Some(1));
        let says = stderr(&refused);
        assert!(says.contains(&format!("leave out {lost}")), "{says}");
        assert!(!folder.path().join("a.svg").exists());
        let despite = [&asked[..], &["--despite-problems"]].concat();
        assert_eq!(opatlas(&despite, folder.path()).status.code(), Some(0));
        fs::remove_file(folder.path().join("a.svg")).unwrap();
    }
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
fn a_chart_that_is_too_much_for_the_size_is_named_and_the_others_are_written() {
    let folder = tempfile::tempdir().unwrap();
    let asked = ["export", "--all", "--size", "520x400", "-o", "all"];
    let output = opatlas(&asked, folder.path());
    assert_eq!(output.status.code(), Some(1));
    let says = stderr(&output);
    let is_there = |name: &str| folder.path().join("all").join(name).is_file();
    assert!(says.contains("bars.svg") && !is_there("bars.svg"), "{says}");
    assert!(is_there("timeline.svg") && is_there("map.png"), "{says}");
    assert!(is_there("grid-1.svg") && is_there("grid-2.png"), "{says}");
    assert!(is_there("participation.csv"), "{says}");
}

#[test]
fn a_grid_too_high_for_its_size_is_written_as_pages_which_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let grid = |output: &str| {
        let asked = [
            "export", "--chart", "grid", "--size", "600x400", "--format", "svg",
        ];
        opatlas(&[&asked[..], &["-o", output]].concat(), folder.path())
    };
    let output = grid("grid.svg");
    assert_eq!(output.status.code(), Some(0));
    let says = stderr(&output);
    assert!(says.contains("grid-1.svg to grid-"), "{says}");
    let page = fs::read_to_string(folder.path().join("grid-2.svg")).unwrap();
    assert!(page.contains("page 2 of"), "{page}");
    assert!(!folder.path().join("grid.svg").exists());
    assert_eq!(
        grid("-").status.code(),
        Some(2),
        "one file has room for one"
    );
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

#[test]
fn a_view_saved_on_the_countries_page_is_that_pages_picture() {
    let folder = tempfile::tempdir().unwrap();
    let view =
        "(page: Countries, countries_as: Grid, countries: (typed: \"\", region: \"Oceania\"))";
    fs::write(folder.path().join("of.view"), view).unwrap();
    let asked = ["export", "--view", "of.view", "-o", "a.csv"];
    assert_eq!(opatlas(&asked, folder.path()).status.code(), Some(0));
    let rows = csv_rows(&folder.path().join("a.csv"));
    let countries = rows.iter().skip(1).map(|row| row[2].as_str());
    assert!(
        countries.clone().count() > 16,
        "each country in each operation"
    );
    assert!(countries.into_iter().all(|region| region == "Oceania"));
}

#[test]
fn a_map_is_filled_as_asked_and_a_grid_holds_only_the_countries_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let lines = |more: &[&str]| {
        let asked = [&["export", "-o", "a.csv", "--country", "ESP,ISL"], more].concat();
        let output = opatlas(&asked, folder.path());
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        csv_rows(&folder.path().join("a.csv"))
    };
    let grid = lines(&["--chart", "grid", "--operation", "liberterra-2"]);
    let codes: Vec<&str> = grid.iter().skip(1).map(|row| row[0].as_str()).collect();
    assert_eq!(
        codes,
        ["ISL", "ISL", "ESP", "ESP"],
        "in the operation and in all"
    );
    let map = lines(&["--chart", "map", "--fill", "in-none"]);
    assert!(map.len() > 200, "a map keeps the others");
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
