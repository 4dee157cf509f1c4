//! The window around the pages: top bar, rail, status line.

use std::fmt::Write as _;

use crate::model::hidden::shown;
use crate::words::counted;

/// The program.
pub const PROGRAM: &str = "Opatlas";
/// The bar at the top.
pub const TOP_BAR: &str = "Top bar";
/// What can be done, in the bar at the top.
pub const COMMANDS: &str = "Commands";
/// The rail on the left.
pub const RAIL: &str = "Rail";
/// The pages, on the rail and in their menu.
pub const PAGES: &str = "Pages";
/// The line at the bottom.
pub const STATUS_LINE: &str = "Status line";
/// The colours as the system has them.
pub const COLOURS_AS_SYSTEM: &str = "Colours: as the system";
/// Light colours.
pub const COLOURS_LIGHT: &str = "Colours: light";
/// Dark colours.
pub const COLOURS_DARK: &str = "Colours: dark";
/// Nothing is open.
pub const NOTHING_OPEN: &str = "Nothing open";
/// What the problems of the status line lead to.
pub const SHOW_PROBLEMS: &str = "Show the problems";
/// For newcomers.
pub const HINT: &str = "New here? F1 shows what the signs mean and what the keys do";
/// Takes the hint away.
pub const HINT_GONE: &str = "Do not show this again";

/// The window's title: the files that are open beside what comes with the program, by name.
pub fn title(files: &[String]) -> String {
    match files {
        [] => PROGRAM.to_owned(),
        [one] => format!("{} – {PROGRAM}", shown(one)),
        [first, rest @ ..] => format!("{} and {} more – {PROGRAM}", shown(first), rest.len()),
    }
}

/// A page with what is to be seen to in it: "Problems (2)".
pub fn page(name: &str, problems: usize) -> String {
    if problems == 0 {
        name.to_owned()
    } else {
        format!("{name} ({problems})")
    }
}

/// A count at the corner of an icon.
pub fn badge(count: usize) -> String {
    if count > 99 {
        "99+".to_owned()
    } else {
        count.to_string()
    }
}

/// What is open: "2 operations · 37 cases · 5 sources".
pub fn opened(operations: usize, cases: usize, sources: usize) -> String {
    let mut told = counted(operations, "operation", "operations");
    let _written = write!(told, " · {}", counted(cases, "case", "cases"));
    let _written = write!(told, " · {}", counted(sources, "source", "sources"));
    told
}

/// "2 problems", and for those who hear it what the button does.
pub fn problems(count: usize) -> [String; 2] {
    let text = counted(count, "problem", "problems");
    let spoken = format!("{text}, show them");
    [text, spoken]
}

/// The files being read.
pub fn reading(names: &[String]) -> String {
    match names {
        [one] => format!("Reading {one}…"),
        several => format!("Reading {} files…", several.len()),
    }
}
