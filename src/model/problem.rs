//! Something wrong in a dataset, where, and what to do about it.

use super::fault::{Fault, FileFault};
use super::left_out::LeftOut;

/// How much a problem matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// A record, or the whole file, could not be used.
    Error,
    /// Everything was used, but someone should look.
    Warning,
}

/// A place in a text file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// How many characters of that line are meant; at least 1.
    pub length: usize,
}

/// The line of a place as it stands in the file, or the part of a long one around the place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// The text; "…" stands where it was cut.
    pub text: String,
    /// How many characters of it stand before those that are meant.
    pub before: usize,
}

/// Something wrong in a dataset. Its sentences and its [`Display`](std::fmt::Display) are made in
/// `words`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// How much it matters.
    pub severity: Severity,
    /// The file, as the user named it.
    pub file: String,
    /// Where in the file; `None` when it is about the file as a whole.
    pub place: Option<Place>,
    /// Where else in the file the same is wrong.
    pub again: Vec<Place>,
    /// What is wrong.
    pub fault: Fault,
    /// What cannot be used for it; `None` when everything can.
    pub left_out: Option<LeftOut>,
}

impl Problem {
    /// Something that makes a whole file unusable.
    pub fn of_file(file: &str, fault: FileFault) -> Self {
        Self {
            severity: Severity::Error,
            file: file.to_owned(),
            place: None,
            again: Vec::new(),
            fault: fault.into(),
            left_out: None,
        }
    }

    /// The file and place in the form editors understand: `FILE:LINE:COL`.
    pub fn location(&self) -> String {
        match self.place {
            Some(place) => format!("{}:{}:{}", self.file, place.line, place.column),
            None => format!("{}:1:1", self.file),
        }
    }
}
