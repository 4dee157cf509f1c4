//! What the status line says just happened.

use std::path::PathBuf;

use crate::words::names::file_named;

/// Files were written.
pub fn saved(files: &[PathBuf]) -> String {
    match files {
        [] => String::new(),
        [file] => format!("Saved {}", file.display()),
        [first, .., last] => {
            let (count, first, last) = (files.len(), first.display(), last.display());
            format!("Saved {count} pages: {first} to {last}")
        }
    }
}

/// Something is on the clipboard.
pub fn copied(what: &str) -> String {
    format!("Copied {what}")
}

/// A file of which nothing could be used.
pub fn could_not_be_used(name: &str) -> String {
    format!("{} could not be used; see Problems", file_named(name))
}

/// An open file that was good and is not now.
pub fn is_broken(name: &str) -> String {
    format!("{} is broken now; see Problems", file_named(name))
}

/// A file was opened, whole or not.
pub fn opened(name: &str, some_left_out: bool) -> String {
    let left_out = if some_left_out {
        "; some of it was left out, see Problems"
    } else {
        ""
    };
    format!("Opened {}{left_out}", file_named(name))
}

/// An open file was saved in an editor and read again.
pub fn changed(name: &str, has_problems: bool) -> String {
    let how = if has_problems {
        "has problems"
    } else {
        "was read again"
    };
    format!("{} changed and {how}", file_named(name))
}

/// Files that were open when the program ended, and are not there any more.
pub fn gone(paths: &[PathBuf]) -> String {
    let paths: Vec<String> = paths
        .iter()
        .map(|path| path.display().to_string())
        .collect();
    let are = if paths.len() == 1 { "is" } else { "are" };
    format!(
        "What was open {are} not there any more: {}",
        paths.join(", ")
    )
}
