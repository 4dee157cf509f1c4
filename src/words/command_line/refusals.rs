//! Why a command came to nothing: what happened, what to do, the path last.

use std::fmt::Display;
use std::path::Path;

/// That a value is none of those an option takes.
pub const NO_SUCH_NAME: &str = "there is nothing of this name";
/// How a size is written.
pub const SIZE_WANTED: &str = "write width and height as 1200x675, or the width alone as 1200";
/// How a meaning is given.
pub const ANSWER_WANTED: &str = "write a name and its meaning as NAME=MEANING";
/// What is left out of a table: all that the problems printed before tell.
pub const ALL_ABOVE: &str = "what the problems above name";
/// That no dataset has anything in it to use.
pub const NOTHING_USABLE: &str =
    "nothing in the datasets can be used; mend the problems above first";
/// That many files cannot go to standard output.
pub const MANY_FILES: &str = "--all writes many files; name a folder with -o FOLDER";
/// The endings of a picture's file, or of its figures.
pub const ENDINGS_OF_CHARTS: &str = ".svg, .png, .csv or .json";
/// The endings of a table's file.
pub const ENDINGS_OF_TABLES: &str = ".csv or .json";
/// The ending of a table's file for Excel.
pub const ENDING_FOR_EXCEL: &str = ".csv for --excel";

/// A refusal after the name of the program.
pub fn refused(why: impl Display) -> String {
    format!("opatlas: {why}")
}

/// That a picture cannot be drawn, and why.
pub fn cannot_be_drawn(why: &str) -> String {
    format!("the picture cannot be drawn: {why}")
}

/// That a chart has nothing to say about what was chosen, and what to do.
pub fn nothing_to_draw(why: &str) -> String {
    format!("there is nothing to draw: {why}")
}

/// That a file to be written new is there.
pub fn already_there(path: &Path) -> String {
    let path = path.display();
    format!("the file is already there and stays as it is; choose another name: {path}")
}

/// That a file could not be written.
pub fn not_written(path: &Path, why: impl Display) -> String {
    format!("the file could not be written: {why}: {}", path.display())
}

/// That standard output could not be written.
pub fn output_failed(why: impl Display) -> String {
    format!("the output could not be written: {why}")
}

/// That a problem leaves out what would be shown.
pub fn left_out(what: &str) -> String {
    format!(
        "nothing was written, for problems leave out {what}; mend them, or write it all the same \
         with --despite-problems"
    )
}

/// That a file holds no table that can be read.
pub fn no_table(path: &Path, why: &str) -> String {
    format!("no table can be read: {why}: {}", path.display())
}

/// That a file holds no text that can be read.
pub fn no_text(path: &Path, why: &str) -> String {
    format!("no text can be read: {why}: {}", path.display())
}

/// That a file holds nothing.
pub const EMPTY_TABLE: &str = "the file is empty";
/// That a file is of another kind.
pub const OTHER_KIND: &str =
    "it is neither a workbook nor a text with cells; save it as .xlsx, .ods or .csv first";
/// That a file needs a password.
pub const LOCKED: &str = "a password is needed to open it; save it without one first";
/// That a file holds too much.
pub const TOO_LARGE: &str =
    "it holds more than can be read; save the sheet that is meant as .csv first";

/// What an id on the command line is meant to name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IdKind {
    /// An operation.
    Operation,
    /// A metric.
    Metric,
    /// A country.
    Country,
}

/// That an id is in no dataset, with the nearest there is.
pub fn unknown_id(kind: IdKind, id: &str, nearest: Option<&str>) -> String {
    let (kind, table) = match kind {
        IdKind::Operation => ("operation", "operations"),
        IdKind::Metric => ("metric", "metrics"),
        IdKind::Country => ("country", "countries"),
    };
    let what_next = match nearest {
        Some(nearest) => format!("did you mean “{nearest}”?"),
        None => format!("`opatlas export --table {table} -o ids.csv` names those there are"),
    };
    format!("there is no {kind} “{id}”; {what_next}")
}

/// That a file's name ends with nothing that can be written.
pub fn wrong_ending(path: &Path, endings: &str) -> String {
    format!(
        "the file’s name must end with {endings}: {}",
        path.display()
    )
}

/// That a view cannot be used.
pub fn view_unusable(path: &Path, why: &str) -> String {
    format!("the view cannot be used: {why}: {}", path.display())
}

/// That a view names what is in no dataset here.
pub fn view_names_others(ids: &[String]) -> String {
    format!("it names what is in no dataset here: {}", ids.join(", "))
}
