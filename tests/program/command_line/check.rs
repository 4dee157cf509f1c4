//! Writing and checking datasets, and what every command refuses.

use std::fs;
use std::process::Command;

use super::{export, mine, opatlas, stderr};

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
