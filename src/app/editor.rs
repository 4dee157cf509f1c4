//! Opening a file in a person's editor at a line: the one they named, else the first known one that
//! is installed, else the system's own program. Never through a shell.

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::browser;
use crate::model::Place;

/// How an editor takes a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Manner {
    /// `FILE:LINE:COLUMN` after these.
    Joined(&'static [&'static str]),
    /// `+LINE FILE`
    PlusLine,
    /// `--line LINE --column COLUMN FILE`
    LineAndColumn,
    /// `-nLINE -cColumn FILE`
    Short,
}

/// Editors with a window of their own, the likelier ones first where several are installed.
const EDITORS: [(&str, Manner); 18] = [
    ("code", Manner::Joined(&["--goto"])),
    ("codium", Manner::Joined(&["--goto"])),
    ("cursor", Manner::Joined(&["--goto"])),
    ("zed", Manner::Joined(&[])),
    ("zeditor", Manner::Joined(&[])),
    ("subl", Manner::Joined(&[])),
    ("sublime_text", Manner::Joined(&[])),
    ("lapce", Manner::Joined(&[])),
    ("kate", Manner::LineAndColumn),
    ("kwrite", Manner::LineAndColumn),
    ("gnome-text-editor", Manner::PlusLine),
    ("gedit", Manner::PlusLine),
    ("xed", Manner::PlusLine),
    ("pluma", Manner::PlusLine),
    ("mousepad", Manner::LineAndColumn),
    ("gvim", Manner::PlusLine),
    ("emacsclient", Manner::PlusLine),
    ("notepad++", Manner::Short),
];

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opened {
    /// The editor was asked for the line.
    AtPlace,
    /// Only the file was opened; it is for the person to find the line.
    File,
    /// Nothing could be opened.
    Nothing,
}

/// Opens a file at a place as far as this system can.
pub(super) fn open_at(path: &Path, place: Place) -> Opened {
    let named = ["VISUAL", "EDITOR"].into_iter().filter_map(env::var_os);
    let found = EDITORS
        .iter()
        .filter_map(|(name, manner)| Some((in_path(name)?, *manner)));
    let asked = named
        .filter_map(|named| of_the_person(&named))
        .chain(found.map(|(program, manner)| (program.into_os_string(), Vec::new(), manner)))
        .any(|(program, own, manner)| {
            let mut command = Command::new(program);
            command.args(own).args(arguments(manner, path, place));
            starts(command)
        });
    if asked {
        return Opened::AtPlace;
    }
    match system_program(path).map(starts) {
        Some(true) => Opened::File,
        Some(false) | None => Opened::Nothing,
    }
}

/// The editor that a person named in a variable, with the arguments they gave it; `None` where it
/// is none whose manner is known: it may need a terminal, which a window does not have.
fn of_the_person(named: &OsStr) -> Option<(OsString, Vec<String>, Manner)> {
    let named = named.to_str()?;
    let known = |program: &str| {
        let stem = Path::new(program).file_stem()?.to_str()?;
        let known = EDITORS.iter().find(|(name, _)| *name == stem);
        known.map(|(_, manner)| *manner)
    };
    // A path may hold spaces, and arguments may follow one.
    if let Some(manner) = known(named) {
        return Some((named.into(), Vec::new(), manner));
    }
    let mut words = named.split_whitespace();
    let program = words.next()?;
    let own = words.map(str::to_owned).collect();
    Some((program.into(), own, known(program)?))
}

/// What an editor is told.
fn arguments(manner: Manner, path: &Path, place: Place) -> Vec<OsString> {
    let (line, column) = (place.line, place.column);
    match manner {
        Manner::Joined(before) => {
            let mut joined = path.as_os_str().to_owned();
            joined.push(format!(":{line}:{column}"));
            before.iter().map(OsString::from).chain([joined]).collect()
        }
        Manner::PlusLine => vec![format!("+{line}").into(), path.into()],
        Manner::LineAndColumn => vec![
            "--line".into(),
            line.to_string().into(),
            "--column".into(),
            column.to_string().into(),
            path.into(),
        ],
        Manner::Short => vec![
            format!("-n{line}").into(),
            format!("-c{column}").into(),
            path.into(),
        ],
    }
}

/// The system's own program for a file that is text by its name. Another could be one that runs.
fn system_program(path: &Path) -> Option<Command> {
    let ending = path.extension()?.to_str()?.to_lowercase();
    if !["ron", "txt"].contains(&ending.as_str()) {
        return None;
    }
    Some(browser::for_this_system(path.as_os_str()))
}

/// Starts a program that goes on by itself; whether it did.
fn starts(mut command: Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .is_ok_and(|mut child| {
            // Nobody else takes note of its end; the thread waits with it.
            let waits = std::thread::Builder::new().name("opatlas editor".to_owned());
            let _waiting = waits.spawn(move || child.wait());
            true
        })
}

/// A program of a name where the system looks for programs.
fn in_path(name: &str) -> Option<PathBuf> {
    let folders = env::var_os("PATH")?;
    let endings: &[&str] = if cfg!(windows) {
        &[".exe", ".cmd"]
    } else {
        &[""]
    };
    env::split_paths(&folders)
        .flat_map(|folder| {
            endings
                .iter()
                .map(move |ending| folder.join(format!("{name}{ending}")))
        })
        .find(|path| path.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLACE: Place = Place {
        line: 12,
        column: 5,
        length: 1,
    };

    fn told(manner: Manner) -> Vec<String> {
        let path = Path::new("/data/a b.ron");
        let told = arguments(manner, path, PLACE).into_iter();
        told.map(|word| word.to_string_lossy().into_owned())
            .collect()
    }

    #[test]
    fn each_editor_is_told_the_line_in_its_own_manner_and_a_path_stays_one_word() {
        assert_eq!(
            told(Manner::Joined(&["--goto"])),
            ["--goto", "/data/a b.ron:12:5"]
        );
        assert_eq!(told(Manner::PlusLine), ["+12", "/data/a b.ron"]);
        let line_and_column = ["--line", "12", "--column", "5", "/data/a b.ron"];
        assert_eq!(told(Manner::LineAndColumn), line_and_column);
        assert_eq!(told(Manner::Short), ["-n12", "-c5", "/data/a b.ron"]);
    }

    #[test]
    fn the_editor_a_person_named_is_used_with_its_arguments_and_never_one_for_a_terminal() {
        let of = |named: &str| of_the_person(OsStr::new(named));
        let (program, own, manner) = of("/usr/bin/code --wait").unwrap();
        assert_eq!(
            (program.to_str(), own),
            (Some("/usr/bin/code"), vec!["--wait".to_owned()])
        );
        assert_eq!(manner, Manner::Joined(&["--goto"]));
        assert!(of("/opt/my programs/zed").is_some());
        assert!(of("vim").is_none() && of("nano -w").is_none() && of("").is_none());
    }

    #[test]
    fn what_may_run_is_never_given_to_the_system() {
        assert!(system_program(Path::new("/data/a.ron")).is_some());
        for name in ["a.exe", "a.desktop", "a.ron.sh", "a"] {
            assert!(system_program(Path::new(name)).is_none(), "{name}");
        }
    }
}
