//! Going through the text of a release: what is found in it, what is taken, what is passed over.

use crate::words::names::counted;

/// The door.
pub const TEXT: &str = "Text";
/// What a text can be.
pub const MEANS: &str = "Paste the text of a press release, or open it as .pdf, .html or .txt. Its \
    numbers are marked with the words around them; you say what each counts, and only what you take \
    is added.";
/// Asks for a file.
pub const PICK: &str = "Choose a file…";
/// The title of that dialog.
pub const DIALOG: &str = "Read the text of a release";
/// The kinds of files in that dialog.
pub const TEXTS: &str = "Texts and pages";
/// Where a text is pasted.
pub const FIELD: &str = "Or paste the text here";
/// Has what was pasted be read.
pub const READ: &str = "Find the numbers";
/// The text with its marks, for those who hear it.
pub const MARKED: &str = "The text with what was found in it";
/// The source of what is taken.
pub const SOURCE: &str = "Source of this text";
/// That the source has to be named.
pub const NAME_SOURCE: &str = "Name the source of this text, so that what is taken can be written.";
/// What a number counts, while nobody has said.
pub const COUNTS_WHAT: &str = "What does it count?";
/// Of which operation something is, while nobody has said.
pub const WHICH_OPERATION: &str = "Of which operation?";
/// How many countries took part.
pub const COUNTRIES: &str = "Countries that took part";
/// Between what is counted and its operation.
pub const OF: &str = "of";
/// Takes a mark.
pub const TAKE: &str = "Take";
/// Passes it over.
pub const PASS: &str = "Pass";
/// How the keyboard does it.
pub const KEYS: &str = "Enter takes, Delete passes, ↑ and ↓ go on";
/// That there is nothing to write yet.
pub const NOTHING_TAKEN: &str = "Nothing is taken yet";
/// That nothing was found.
pub const NOTHING: &str = "No numbers, days or lists of countries were found in this text.";

/// What was decided of a mark.
pub mod verdict {
    /// Nothing yet.
    pub const OPEN: &str = "not decided";
    /// It is taken.
    pub const TAKEN: &str = "taken";
    /// It is passed over.
    pub const PASSED: &str = "passed";
}

/// How much is decided.
pub fn progress(taken: usize, passed: usize, open: usize) -> String {
    format!("{taken} taken · {passed} passed · {open} open")
}

/// Days as those of an operation.
pub const DAYS: &str = "The days";
/// A list as the countries of an operation.
pub fn list(count: usize) -> String {
    counted(count, "country took part", "countries took part")
}

/// Entries of a list that are no countries.
pub fn unknown(entries: &[String]) -> String {
    format!("Not recognised: {}", entries.join(", "))
}

/// A mark, for those who hear it.
pub fn spoken(
    marked: &str,
    counted: &str,
    operation: &str,
    verdict: &str,
    sentence: &str,
) -> String {
    format!("{marked}, {counted} {OF} {operation}, {verdict}. {sentence}")
}

/// That a number can be read in two ways.
pub fn two_readings(written: &str) -> String {
    format!("“{written}” has two readings. Which sign stands before decimals in this text?")
}

/// That no text can be read.
pub fn no_text(why: &str) -> String {
    format!("No text can be read: {why}")
}
