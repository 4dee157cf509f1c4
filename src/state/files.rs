//! The open files.

use std::path::PathBuf;
use std::sync::Arc;

use super::command::FileRead;
use crate::model::{Dataset, Problem};

/// An open file with the last good state of its dataset.
#[derive(Debug, Clone)]
pub struct OpenFile {
    /// Where it lies; `None` for an embedded dataset.
    pub path: Option<PathBuf>,
    /// Its name as the user knows it.
    pub name: String,
    /// Its dataset: the last state in which anything could be used.
    pub dataset: Option<Arc<Dataset>>,
    /// What is wrong in the file as it is now.
    pub problems: Vec<Problem>,
    /// Whether the file is broken now and `dataset` is an earlier state.
    pub stale: bool,
}

impl OpenFile {
    /// A file just opened.
    pub(super) fn new(read: FileRead) -> Self {
        Self {
            path: read.path,
            name: read.name,
            dataset: read.dataset,
            problems: read.problems,
            stale: false,
        }
    }

    /// The file was read again: what is good replaces what was, what is broken does not.
    pub(super) fn update(&mut self, read: FileRead) {
        self.problems = read.problems;
        self.stale = read.dataset.is_none();
        if read.dataset.is_some() {
            self.dataset = read.dataset;
        }
    }
}
