//! What a problem keeps from being used, in files.

use std::fs;

use opatlas::chart::Kind;

use super::{OWN, csv_rows, opatlas, stderr};

#[test]
fn own_figures_beside_the_built_in_ones_are_never_called_not_reported() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("own.ron");
    fs::write(&own, OWN).unwrap();
    let shows_figures = |kind: &Kind| kind.metrics_shown() != Some(0);
    for kind in Kind::ALL.into_iter().filter(shows_figures) {
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
