//! The open files.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::saved_with::SavedWith;
use crate::model::{Dataset, Excerpt, Place, Problem};

/// What came of reading a file.
#[derive(Debug, Clone, Default)]
pub struct FileRead {
    /// Where it lies; `None` for an embedded dataset.
    pub path: Option<PathBuf>,
    /// Its name as the user knows it.
    pub name: String,
    /// The good records; `None` when nothing could be used.
    pub dataset: Option<Arc<Dataset>>,
    /// What is wrong in it.
    pub problems: Vec<Problem>,
    /// The lines that is about, by place.
    pub excerpts: BTreeMap<Place, Excerpt>,
}

/// A file that was open lately.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recent {
    /// Where it lies.
    pub path: PathBuf,
    /// Whether there was no file when last looked.
    pub missing: bool,
}

/// How many files are remembered.
const MOST_RECENT: usize = 12;

impl Recent {
    /// Remembers a file as the last that was open.
    pub(super) fn remember(recent: &mut Vec<Self>, path: &Path) {
        recent.retain(|one| one.path != path);
        let one = Self {
            path: path.to_owned(),
            missing: false,
        };
        recent.insert(0, one);
        recent.truncate(MOST_RECENT);
    }

    /// Takes note of which are there.
    pub(super) fn found(recent: &mut [Self], found: &[Self]) {
        for one in recent {
            if let Some(found) = found.iter().find(|found| found.path == one.path) {
                one.missing = found.missing;
            }
        }
    }
}

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
    /// The lines that is about, by place.
    pub excerpts: BTreeMap<Place, Excerpt>,
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
            excerpts: read.excerpts,
            stale: false,
        }
    }

    /// The file was read again: what is good replaces what was, what is broken does not.
    pub(super) fn update(&mut self, read: FileRead) {
        self.problems = read.problems;
        self.excerpts = read.excerpts;
        self.stale = read.dataset.is_none();
        if read.dataset.is_some() {
            self.dataset = read.dataset;
        }
    }

    /// The open files, as a view that is saved in a folder names them.
    pub(super) fn saved_with(files: &[Self], folder: &Path) -> Vec<SavedWith> {
        let named = |file: &Self| {
            let print = file.dataset.as_ref()?.print;
            let place = file.path.as_deref().map(|path| {
                let near = path.strip_prefix(folder).unwrap_or(path);
                near.to_string_lossy().into_owned()
            });
            Some(SavedWith {
                embedded: place.is_none(),
                file: place.unwrap_or_else(|| file.name.clone()),
                print,
            })
        };
        files.iter().filter_map(named).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_beside_a_view_is_found_when_both_move() {
        let dataset = crate::model::Dataset {
            print: 7,
            ..crate::model::Dataset::default()
        };
        let files = [OpenFile {
            path: Some(Path::new("/work").join("data").join("mine.ron")),
            name: "mine.ron".to_owned(),
            dataset: Some(std::sync::Arc::new(dataset)),
            problems: Vec::new(),
            excerpts: BTreeMap::new(),
            stale: false,
        }];
        let saved = OpenFile::saved_with(&files, Path::new("/work"));
        let moved = Path::new("/moved");
        assert_eq!(
            saved[0].places(moved)[0],
            moved.join("data").join("mine.ron")
        );
        assert_eq!(saved[0].print, 7);
    }
}
