//! The datasets that a view was saved with, and how those that are open now differ.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::model::Atlas;

/// A dataset that was open when a view was saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SavedWith {
    /// Where it lies, seen from the view where that can be; the name of an embedded one.
    pub file: String,
    /// Whether it comes with the program.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub embedded: bool,
    /// The print of its file's bytes.
    pub print: u64,
}

impl SavedWith {
    /// The last part of its path, on whatever system it was written.
    pub fn name(&self) -> &str {
        last_part(&self.file)
    }

    /// Where it may lie when the view lies in a folder, the likeliest first; nowhere for one that
    /// comes with the program.
    pub fn places(&self, folder: &Path) -> Vec<PathBuf> {
        if self.embedded {
            return Vec::new();
        }
        vec![folder.join(&self.file), folder.join(self.name())]
    }
}

/// How the datasets that are open differ from those that a view was saved with, by their names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OtherData {
    /// Not open now.
    pub missing: Vec<String>,
    /// Open, but not as it was.
    pub changed: Vec<String>,
    /// Open now, but not then.
    pub added: Vec<String>,
}

impl OtherData {
    /// How an atlas differs from what a view was saved with. A view that names no datasets goes
    /// with any.
    pub fn of(saved: &[SavedWith], atlas: &Atlas) -> Self {
        let mut other = Self::default();
        if saved.is_empty() {
            return other;
        }
        // A dataset is known by what is in it, wherever it lies; else by its name.
        let mut open: Vec<_> = atlas.opened.iter().collect();
        let mut unlike: Vec<_> = saved.iter().collect();
        unlike.retain(|saved| {
            let same = open.iter().position(|open| open.print == saved.print);
            same.map(|index| open.remove(index)).is_none()
        });
        for saved in unlike {
            let name = saved.name();
            let index = open.iter().position(|open| last_part(&open.file) == name);
            if let Some(index) = index {
                open.remove(index);
                other.changed.push(name.to_owned());
            } else {
                other.missing.push(name.to_owned());
            }
        }
        let names = open.iter().map(|open| last_part(&open.file).to_owned());
        other.added.extend(names);
        other
    }
}

fn last_part(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::OpenDataset;

    fn open(datasets: &[(&str, u64)]) -> Atlas {
        let opened = datasets.iter().map(|&(file, print)| OpenDataset {
            file: file.to_owned(),
            title: "A title".to_owned(),
            print,
            summary: None,
        });
        Atlas {
            opened: opened.collect(),
            ..Atlas::default()
        }
    }

    fn saved(file: &str, print: u64) -> SavedWith {
        SavedWith {
            file: file.to_owned(),
            embedded: false,
            print,
        }
    }

    #[test]
    fn a_dataset_is_known_by_its_content_and_else_by_its_name() {
        let view = [
            saved("a.ron", 1),
            saved("C:\\data\\b.ron", 2),
            saved("c.ron", 3),
        ];
        let atlas = open(&[
            ("/elsewhere/renamed.ron", 1),
            ("/home/b.ron", 20),
            ("d.ron", 4),
        ]);
        let other = OtherData::of(&view, &atlas);
        assert_eq!(other.changed, ["b.ron"]);
        assert_eq!(other.missing, ["c.ron"]);
        assert_eq!(other.added, ["d.ron"]);
        assert_eq!(OtherData::of(&[], &atlas), OtherData::default());
    }
}
