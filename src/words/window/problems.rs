//! The Problems page, and opening a file at the line of a problem.

use std::path::Path;

use crate::model::Place;

/// What opens a file in an editor at the line of a problem.
pub const OPEN_AT_LINE: &str = "Open at this line";
/// What copies where a problem is.
pub const COPY_LOCATION: &str = "Copy location";
/// What was copied, in the status line.
pub const THE_LOCATION: &str = "the location";

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
