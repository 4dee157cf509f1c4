//! What the Cases page says: its counts, filters, and what is asked for where nothing is found.

use crate::model::{Atlas, Country, Crime};
use crate::query::cases::Narrowing;
use crate::words::counted;
use crate::words::names::quotes_kept_together;
use crate::words::numerals::grouped;

/// In the empty search.
pub const SEARCH: &str = "Search cases";
/// Takes every filter off.
pub const CLEAR: &str = "Clear";
/// The same to someone who hears it.
pub const CLEAR_ALL: &str = "Clear search and choices";
/// Where no dataset tells a case.
pub const NONE: (&str, &str) = ("No cases", "The open datasets tell no single cases.");
/// Where nothing is found.
pub const NO_MATCH: &str = "No case matches";
/// Takes every filter off, where nothing is found.
pub const SHOW_ALL: &str = "Show every case";
/// Leaves a case that lies over the list.
pub const BACK: &str = "Back to the list";
/// The buttons that go on to another case, with their keys.
pub const PREVIOUS: &str = "Previous case (Alt+Up)";
/// See [`PREVIOUS`].
pub const NEXT: &str = "Next case (Alt+Down)";

/// "83 cases in the open datasets", "12 of 83 cases shown".
pub fn counts(all: usize, shown: usize) -> String {
    let cases = counted(all, "case", "cases");
    match (all, shown) {
        (0, _) => String::new(),
        (all, shown) if all == shown => format!("{cases} in the open datasets"),
        (_, shown) => format!("{} of {cases} shown", grouped(shown as f64, 0)),
    }
}

/// Which of the cases listed is read: "3 of 83".
pub fn place(row: usize, of: usize) -> String {
    let number = |number: usize| grouped(number as f64, 0);
    format!("{} of {}", number(row + 1), number(of))
}

impl Narrowing {
    /// The word on its menu.
    pub fn name(self) -> &'static str {
        match self {
            Self::Operation => "Operation",
            Self::Country => "Country",
            Self::Crime => "Crime",
        }
    }

    /// What people read for a key: that itself where no open dataset knows it.
    pub fn words<'a>(self, atlas: &'a Atlas, key: &'a str) -> &'a str {
        match self {
            Self::Operation => atlas.operation(key).map_or(key, |one| &one.name),
            Self::Country => Country::from_code(key).map_or(key, |one| one.name()),
            Self::Crime => Crime::from_key(key).map_or(key, |one| one.name()),
        }
    }
}

/// What was asked for and not found: "Asked for: the words “boat”, the crime fraud."
pub fn asked_for(typed: &str, narrowed: &[(Narrowing, &str)]) -> String {
    let typed = (!typed.is_empty()).then(|| format!("the words “{typed}”"));
    let narrowed = narrowed
        .iter()
        .map(|(narrowing, name)| format!("the {} {name}", narrowing.name().to_lowercase()));
    let parts: Vec<String> = typed.into_iter().chain(narrowed).collect();
    quotes_kept_together(format!("Asked for: {}.", parts.join(", ")))
}
