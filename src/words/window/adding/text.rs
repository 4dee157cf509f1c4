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
/// That nobody said so yet, for those who hear it.
pub const COUNTS_OPEN: &str = "a number";
/// Of which operation something is, while nobody has said.
pub const WHICH_OPERATION: &str = "Of which operation?";
/// How many countries took part.
pub const COUNTRIES: &str = "Countries that took part";
/// Between what is counted and its operation.
pub const OF: &str = "of";
/// Takes a mark.
pub const TAKE: &str = "Take";
/// Makes a case of what a paragraph tells.
pub const MAKE_CASE: &str = "Make a case of this";
/// Takes such a number all the same.
pub const TAKE_FOR_ALL: &str = "Take for the operation";
/// That a number is not of all the operation did.
pub const OF_EVENT: &str = "Reads as one event, not as a result of the whole operation";
/// The same, for those who hear it.
pub const OF_EVENT_SPOKEN: &str = "of one event";
/// How the keyboard does it.
pub const EVENT_KEYS: &str = "Enter makes a case, Shift+Enter takes, Delete passes";
/// That another case is being entered.
pub const CASE_BEGUN: &str = "A case is being entered already: add or clear it first";
/// Before the words that a case is made from.
pub const QUOTED: &str = "The text says";
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
    /// It is in a case.
    pub const IN_CASE: &str = "in a case";
    /// It is passed over.
    pub const PASSED: &str = "passed";
}

/// How much is decided.
pub fn progress(taken: usize, in_cases: usize, passed: usize, open: usize) -> String {
    let in_cases = match in_cases {
        0 => String::new(),
        count => format!("{count} in cases · "),
    };
    format!("{taken} taken · {in_cases}{passed} passed · {open} open")
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

/// A mark, for those who hear it; of which operation or event with the word before it.
pub fn spoken(
    marked: &str,
    counted: &str,
    operation: &str,
    verdict: &str,
    sentence: &str,
) -> String {
    format!("{marked}, {counted} {operation}, {verdict}. {sentence}")
}

/// That a number can be read in two ways.
pub fn two_readings(written: &str) -> String {
    format!("“{written}” has two readings. Which sign stands before decimals in this text?")
}

/// That no text can be read.
pub fn no_text(why: &str) -> String {
    format!("No text can be read: {why}")
}
