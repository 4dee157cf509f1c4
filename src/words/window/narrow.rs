//! What searches and menus that narrow a list say.

use crate::words::NOT_KNOWN;

/// Empties a search.
pub const CLEAR_SEARCH: &str = "Clear the search";

/// A menu of facets, to those who hear it: "Region: Africa", "Region: every".
pub fn menu(what: &str, chosen: Option<&str>) -> String {
    format!("{what}: {}", chosen.unwrap_or("every"))
}

/// In a menu of facets, what narrows to none: "Every region".
pub fn every(what: &str) -> String {
    format!("Every {}", what.to_lowercase())
}

/// A value of a menu of facets with how many rows it leaves, to those who hear it: "Weka, at least
/// 1".
pub fn leaves(name: &str, count: usize, open: bool) -> String {
    match (count, open) {
        (0, true) => format!("{name}, {NOT_KNOWN}"),
        (_, true) => format!("{name}, at least {count}"),
        (_, false) => format!("{name}, {count}"),
    }
}

/// How many rows of a list are left: "12 of 156 countries".
pub fn left(shown: usize, all: usize, counted: &str) -> String {
    if shown == all {
        counted.to_owned()
    } else {
        format!("{shown} of {counted}")
    }
}
