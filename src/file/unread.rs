//! Problems that no line of a file can show: it cannot be read at all, or it clashes with another
//! one that is open.

use std::io::{Error, ErrorKind};

use super::wording::quoted;
use crate::model::{Clash, Problem, Severity};

/// What went wrong and what to do, for the reasons one meets.
const SENTENCES: [(ErrorKind, &str, &str); 6] = [
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

/// Two open files that use one id for different things. The problem is one of the file whose
/// record is left out.
pub fn clash_problem(clash: &Clash) -> Problem {
    Problem {
        severity: Severity::Error,
        file: clash.left_out.clone(),
        place: None,
        what: format!(
            "the {} {} is also in {} and says something else there, so the one in {} is left out",
            clash.kind,
            quoted(&clash.id),
            clash.kept,
            clash.left_out
        ),
        remedy: "give it another id in one of the two files, or open only one of them".to_owned(),
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

    #[test]
    fn a_clash_names_both_files() {
        let clash = Clash {
            kind: "operation",
            id: "weka-1".to_owned(),
            kept: "a.ron".to_owned(),
            left_out: "b.ron".to_owned(),
        };
        assert_eq!(
            clash_problem(&clash).to_string(),
            "b.ron:1:1: the operation “weka-1” is also in a.ron and says something else there, so the one in b.ron \
             is left out; give it another id in one of the two files, or open only one of them"
        );
    }
}
