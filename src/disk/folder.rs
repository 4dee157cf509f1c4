//! Folders given where datasets are meant: the datasets in them.

use std::path::{Path, PathBuf};

/// What the name of a dataset ends with, without the dot.
const ENDING: &str = "ron";

/// The paths, with a folder replaced by the datasets that lie in it, by name. One in which there
/// are none stays, so that reading it says so.
pub fn in_folders(paths: &[PathBuf]) -> Vec<PathBuf> {
    let all = paths.iter().flat_map(|path| {
        let found = datasets_in(path);
        if found.is_empty() {
            vec![path.clone()]
        } else {
            found
        }
    });
    all.collect()
}

/// The datasets that lie in a folder, not below it; none where it is no folder, or cannot be read.
fn datasets_in(path: &Path) -> Vec<PathBuf> {
    let is_dataset = |path: &PathBuf| {
        let ending = path.extension();
        ending.is_some_and(|ending| ending.eq_ignore_ascii_case(ENDING)) && path.is_file()
    };
    let entries = std::fs::read_dir(path).into_iter().flatten().flatten();
    let mut found: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(is_dataset)
        .collect();
    found.sort();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_stands_for_the_datasets_in_it() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for name in ["b.ron", "A.RON", "c.opatlas.ron", "notes.txt"] {
            std::fs::write(at(name), "").unwrap();
        }
        std::fs::create_dir(at("d.ron")).unwrap();
        let named = PathBuf::from("mine.ron");
        assert_eq!(
            in_folders(&[named.clone(), folder.path().to_owned()]),
            [named, at("A.RON"), at("b.ron"), at("c.opatlas.ron")]
        );
        assert_eq!(
            in_folders(&[at("d.ron")]),
            [at("d.ron")],
            "an empty one stays"
        );
    }
}
