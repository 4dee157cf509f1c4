//! Why a file could not be read at all.

use std::io::{Error, ErrorKind};

use crate::model::{Problem, Severity};

/// What went wrong and what to do, for the reasons one meets.
const SENTENCES: [(ErrorKind, &str, &str); 8] = [
    (
        ErrorKind::NotFound,
        "there is no such file",
        "check the path, and where it starts from",
    ),
    (
        ErrorKind::IsADirectory,
        "this is a folder, not a file",
        "give the path of a dataset in it",
    ),
    (
        ErrorKind::NotADirectory,
        "a part of the path is a file, not a folder",
        "check the path",
    ),
    (
        ErrorKind::Unsupported,
        "this is a pipe or a device, not a file",
        "write what comes from it into a file first",
    ),
    (
        ErrorKind::FileTooLarge,
        "the file is larger than 1 GiB, the most that is read",
        "part it into several datasets",
    ),
    (
        ErrorKind::PermissionDenied,
        "you have no permission to read the file",
        "ask its owner for it, or copy it to where you may read it",
    ),
    (
        ErrorKind::InvalidInput,
        "this cannot be the path of a file",
        "check the path",
    ),
    (
        ErrorKind::InvalidFilename,
        "this cannot be the path of a file",
        "check the path",
    ),
];

/// Why a file could not be read from the disk.
pub fn unreadable(file: &str, error: &Error) -> Problem {
    let kind = error.kind();
    let (what, remedy) = SENTENCES.iter().find(|(of, ..)| *of == kind).map_or_else(
        || {
            let what = format!("the file cannot be read: {error}");
            (what, "try again, or copy the file to this computer first")
        },
        |&(_, what, remedy)| (what.to_owned(), remedy),
    );
    Problem {
        severity: Severity::Error,
        file: file.to_owned(),
        place: None,
        what,
        remedy: remedy.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_why_a_file_cannot_be_read_has_its_own_sentence() {
        let told = |kind: ErrorKind| unreadable("a.ron", &Error::from(kind)).what;
        assert_eq!(told(ErrorKind::NotFound), "there is no such file");
        assert_eq!(
            told(ErrorKind::IsADirectory),
            "this is a folder, not a file"
        );
        assert_eq!(
            told(ErrorKind::PermissionDenied),
            "you have no permission to read the file"
        );
        assert_eq!(
            told(ErrorKind::TimedOut),
            "the file cannot be read: timed out"
        );
    }
}
