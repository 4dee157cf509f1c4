//! The Problems page, and opening a file at the line of a problem.

use std::path::Path;

use crate::model::{Place, Problem, Severity};
use crate::words::names::quotes_kept_together;
use crate::words::{capitalised, counted};

/// What opens a file in an editor at the line of a problem.
pub const OPEN_AT_LINE: &str = "Open at this line";
/// What copies a problem.
pub const COPY: &str = "Copy";
/// What was copied, in the status line.
pub const THE_PROBLEM: &str = "the problem";
/// What was copied, in the status line.
pub const THE_LOCATION: &str = "the location";
/// The page's search.
pub const SEARCH: &str = "Search problems";
/// The facet of how much a problem matters.
pub const SEVERITY: &str = "Severity";
/// The facet of the file it is in.
pub const FILE: &str = "File";
/// Over what open files say against one another.
pub const BETWEEN_FILES: &str = "Between open files";
/// Nothing is wrong.
pub const NONE: &str = "No problems";
/// Nothing is left by what was chosen.
pub const NONE_LEFT: &str = "No problem is left";
/// Shows all problems again.
pub const SHOW_ALL: &str = "Show all problems";
/// Of a file that is broken now.
pub const STALE: &str = "This file cannot be read now. What is shown is its last good state.";
/// Of a file of which nothing could be used.
pub const UNUSABLE: &str = "Nothing in this file could be used.";
/// Of a file with errors.
pub const LEFT_OUT: &str = "Records with errors are left out; everything else is shown.";

impl Severity {
    /// "Error".
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "Error",
            Self::Warning => "Warning",
        }
    }
}

/// "2 errors · 1 warning".
pub fn summary(errors: usize, warnings: usize) -> String {
    let counts = [
        (errors, "error", "errors"),
        (warnings, "warning", "warnings"),
    ];
    let counts = counts.into_iter().filter(|(count, ..)| *count > 0);
    let told = counts.map(|(count, one, many)| counted(count, one, many));
    told.collect::<Vec<_>>().join(" · ")
}

/// When nothing is wrong: in how many files.
pub fn none_in(files: usize) -> String {
    match files {
        0 => "No file is open.".to_owned(),
        1 => "The open file was read in full; every number in it can be used.".to_owned(),
        many => {
            format!("All {many} open files were read in full; every number in them can be used.")
        }
    }
}

/// How many problems are left, of how many.
pub fn shown(shown: usize, all: usize) -> String {
    format!("{shown} of {}", counted(all, "problem", "problems"))
}

/// Under the problems of a file that has more.
pub fn more(count: usize) -> String {
    let more = counted(count, "more problem", "more problems");
    format!("{more} not drawn here; “opatlas check” prints all of them.")
}

/// Where in a file: "line 3, column 4".
pub fn place(place: Option<Place>) -> String {
    match place {
        Some(place) => format!("line {}, column {}", place.line, place.column),
        None => "whole file".to_owned(),
    }
}

/// What is wrong and what to do, as sentences.
pub fn sentences(problem: &Problem) -> [String; 2] {
    [problem.what(), problem.remedy()]
        .map(|text| quotes_kept_together(format!("{}.", capitalised(&text))))
}

/// A problem on one line, as a compiler prints one.
pub fn told(problem: &Problem) -> String {
    let [what, remedy] = sentences(problem);
    format!("{}: {what} {remedy}", problem.location())
}

/// A problem for those who hear it, before its sentences.
pub fn spoken(problem: &Problem) -> String {
    let [what, remedy] = sentences(problem);
    format!(
        "{} at {}: {what} {remedy}",
        problem.severity.name(),
        problem.location()
    )
}

/// A button of a problem, for those who hear which.
pub fn button_spoken(button: &str, problem: &Problem) -> String {
    format!("{button}: {}", problem.location())
}

/// An editor was asked to open a file at a line.
pub fn opened_at(path: &Path, place: Place) -> String {
    format!(
        "Opened in an editor at line {}: {}",
        place.line,
        path.display()
    )
}

/// The file was opened, but not at the line.
pub fn opened_file(place: Place) -> String {
    format!(
        "Opened the file; line {}, column {} is on the clipboard with its path",
        place.line, place.column
    )
}

/// Nothing could open the file.
pub fn not_opened(path: &Path) -> String {
    format!(
        "No editor was found; the location is on the clipboard: {}",
        path.display()
    )
}
