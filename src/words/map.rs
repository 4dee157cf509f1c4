//! What a map of countries says: its key, what is read aloud of a country, and what stands under it.

use std::ops::RangeInclusive;

use super::countries::open_lists;
use super::names::{counted, listed_or_counted, listed_to_read};
use crate::model::Country;
use crate::query::countries::{Cell, Known, List};

/// A colour of the key.
pub const TOOK_PART: &str = "took part";
/// A colour of the key.
pub const NAMED_IN_CASE: &str = "named in a case only";
/// A colour of the key.
pub const PART_NOT_KNOWN: &str = "no list published, or an incomplete one";
/// A sign of the key.
pub const COORDINATION_UNIT: &str = "hosted a coordination unit";
/// A sign of the key.
pub const NOBODYS: &str = "disputed, attributed to no state";
/// What stands before the numbers of the key.
pub const OPERATIONS_KNOWN: &str = "Operations known to have taken part in";
/// Where a country is that lies outside the map.
pub const FURTHER_SOUTH: &str = "Antarctica ↓";
/// Under every map.
const OUTLINES: &str = "Outlines: Natural Earth; they take no position on borders or names.";

/// A class of the key: "1", "2–4".
pub fn in_so_many(class: &RangeInclusive<usize>) -> String {
    if class.start() == class.end() {
        class.start().to_string()
    } else {
        format!("{}–{}", class.start(), class.end())
    }
}

/// A colour of the key, of so many lists.
pub fn on_no_list(operations: usize) -> &'static str {
    if operations == 1 {
        "not on the list"
    } else {
        "on none of the lists"
    }
}

/// How a country of which nothing certain is known stands in a table.
pub const NOT_KNOWN: &str = "not known";
/// How a country that took part in none stands in a table.
pub const IN_NONE: &str = "none";
/// What stands over the countries of a table.
pub const COUNTRY: &str = "Country";

/// The unit of the numbers of the table: "of 2 operations".
pub fn of_operations(count: usize) -> String {
    format!("of {}", counted(count, "operation", "operations"))
}

/// What the numbers of the table are.
pub const TOOK_PART_IN: &str = "Took part in";

/// What is read aloud of a country: "Spain: took part in Liberterra II, where it hosted a
/// coordination unit; not on the list of Weka; no list of Liberterra III was published".
pub fn spoken_part(country: Country, cells: &[(&str, Cell)]) -> String {
    let of = |known: Known| -> Vec<&str> {
        let cells = cells.iter().filter(|(_, cell)| cell.known == known);
        cells.map(|(name, _)| *name).collect()
    };
    let named: Vec<&str> = (cells.iter().filter(|(_, cell)| cell.named))
        .map(|(name, _)| *name)
        .collect();
    let parts = [
        ("hosted a coordination unit of", of(Known::Host)),
        ("took part in", of(Known::Listed)),
        ("not on the list of", of(Known::NotListed)),
        ("not on the incomplete list of", of(Known::NotAmongListed)),
        ("no list was published of", of(Known::NoList)),
        ("named in a case of", named),
    ];
    let told = parts.into_iter().filter(|(_, names)| !names.is_empty());
    let told = told.map(|(what, names)| format!("{what} {}", listed_or_counted(&names)));
    format!("{country}: {}", told.collect::<Vec<_>>().join("; "))
}

/// What a description says of a class of the key.
pub fn spoken_class(class: &str) -> String {
    format!("known to have taken part in {class}")
}

/// What a description says of those whose part is the same: "1: Chad, Mali"; where these are all
/// the others, only how many.
pub fn spoken_group(meaning: &str, countries: &[Country], counts_only: bool) -> String {
    if counts_only {
        let count = counted(
            countries.len(),
            "country or territory",
            "countries and territories",
        );
        return format!("{count}: {meaning}");
    }
    let names: Vec<&str> = countries.iter().map(|country| country.name()).collect();
    format!(
        "{}: {}",
        super::capitalised(meaning),
        listed_to_read(&names)
    )
}

/// Under a map: what lists leave open, and whose outlines they are.
pub fn map_note(open: &[(String, List)]) -> String {
    match open_lists(open) {
        Some(lists) => format!(
            "{lists}, so that a country may have taken part in more than it is known to have. {OUTLINES}"
        ),
        None => OUTLINES.to_owned(),
    }
}
