//! What the system says, in words: why a file can neither be read nor written.

use std::io::ErrorKind;

/// Why what should be a file is none.
pub(super) const IS_FOLDER: &str = "it is a folder, not a file";
/// Why what is neither file nor folder is left alone.
pub(super) const NO_ORDINARY_FILE: &str = "it is a pipe or a device, not an ordinary file";

/// What it says of reading and writing alike, for the reasons one meets.
const OF_BOTH: [(ErrorKind, &str); 4] = [
    (ErrorKind::NotFound, "there is no such file"),
    (ErrorKind::IsADirectory, IS_FOLDER),
    (
        ErrorKind::NotADirectory,
        "a part of the path is a file, not a folder",
    ),
    (
        ErrorKind::InvalidFilename,
        "its name is too long, or none that a file can have",
    ),
];

/// The sentence for a reason, one of its own first; `None` for what one hardly meets.
pub(super) fn sentence(
    reason: ErrorKind,
    own: &[(ErrorKind, &'static str)],
) -> Option<&'static str> {
    let mut all = own.iter().chain(&OF_BOTH);
    let found = all.find(|(kind, _)| *kind == reason);
    found.map(|(_, sentence)| *sentence)
}
