//! Reading files: ordinary ones, of a size that somebody means to be read.

use std::fs::File;
use std::io::{self, ErrorKind, Read as _};
use std::path::Path;

use jiff::civil::Date;

use super::reasons::{NO_ORDINARY_FILE, sentence};
use crate::file::{Reading, decode, read_on};

/// The largest dataset that is read, in bytes: 1 GiB.
const DATASET: u64 = 1 << 30;
/// The largest view or settings that are read, in bytes: 4 MiB.
const SMALL: u64 = 1 << 22;

/// The bytes of a dataset's file.
pub fn read_bytes(path: &Path) -> io::Result<Vec<u8>> {
    read_up_to(path, DATASET)
}

/// Reads a dataset. A file that cannot be read is a problem like any other.
pub fn read_dataset(path: &Path) -> Reading {
    read_dataset_on(path, None)
}

/// As [`read_dataset`], and asks about days after `today`.
pub fn read_dataset_on(path: &Path, today: Option<Date>) -> Reading {
    let name = path.display().to_string();
    match read_bytes(path) {
        Ok(bytes) => read_on(&name, &bytes, today),
        Err(error) => Reading::unreadable(&name, &error),
    }
}

/// The text of a dataset as places in its problems count it; empty where there is none.
pub fn dataset_text(path: &Path) -> String {
    let bytes = read_bytes(path).unwrap_or_default();
    decode(&bytes).into_owned()
}

/// What the system says of reading alone, for the reasons one meets.
const OF_READING: &[(ErrorKind, &str)] = &[
    (
        ErrorKind::PermissionDenied,
        "you have no permission to read it",
    ),
    (ErrorKind::InvalidInput, "this cannot be the path of a file"),
];

/// Why a file cannot be read, told by a sentence.
fn told(error: io::Error) -> io::Error {
    let kind = error.kind();
    sentence(kind, OF_READING).map_or(error, |sentence| io::Error::new(kind, sentence))
}

/// Reads a small text: settings, a view.
pub fn read_text(path: &Path) -> io::Result<String> {
    let bytes = read_up_to(path, SMALL)?;
    let text = String::from_utf8(bytes).ok();
    text.ok_or_else(|| io::Error::new(ErrorKind::InvalidData, "it is no text in UTF-8"))
}

/// Reads a file of at most so many bytes. What is no ordinary file (a pipe, a device) could go
/// on for ever, or never begin, and is not opened. The error is told by its own sentence.
fn read_up_to(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let about = std::fs::metadata(path).map_err(told)?;
    if about.is_dir() {
        return Err(told(ErrorKind::IsADirectory.into()));
    }
    if !about.is_file() {
        return Err(io::Error::new(ErrorKind::Unsupported, NO_ORDINARY_FILE));
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(told)?;
    bytes.reserve(usize::try_from(about.len().min(most)).unwrap_or(0));
    // Some files are longer than they say.
    file.take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most {
        let most = most >> 20;
        let sentence = format!("it is larger than {most} MiB, the most that is read");
        return Err(io::Error::new(ErrorKind::FileTooLarge, sentence));
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_read_as_a_dataset_is_a_problem_not_a_crash() {
        let folder = tempfile::tempdir().unwrap();
        let reading = read_dataset(folder.path());
        assert!(reading.dataset.is_none());
        assert_eq!(reading.problems.len(), 1);
    }

    #[test]
    fn why_a_file_cannot_be_read_is_said_without_the_words_of_the_system() {
        let folder = tempfile::tempdir().unwrap();
        let why = |path: &Path| read_bytes(path).unwrap_err().to_string();
        assert_eq!(
            why(&folder.path().join("gone.csv")),
            "there is no such file"
        );
        assert_eq!(why(folder.path()), "it is a folder, not a file");
    }

    #[test]
    fn a_view_larger_than_any_is_refused_before_it_fills_the_memory() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("large.view");
        let file = File::create(&path).unwrap();
        file.set_len(SMALL + 1).unwrap();
        let why = read_text(&path).unwrap_err().to_string();
        assert!(why.contains("larger than 4 MiB"), "{why}");
        file.set_len(SMALL).unwrap();
        assert_eq!(read_text(&path).unwrap().len() as u64, SMALL);
    }

    #[cfg(unix)]
    #[test]
    fn a_device_that_never_ends_is_not_begun() {
        for path in ["/dev/zero", "/dev/null"] {
            let why = read_text(Path::new(path)).unwrap_err().to_string();
            assert!(why.contains("a pipe or a device"), "{why}");
        }
    }
}
