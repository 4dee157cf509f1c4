//! The panel beside a page: its tabs on the Compare page, and what is opened in it.

use crate::model::{Atlas, Country, Operation};
use crate::query::countries::List;
use crate::words::beyond;
use crate::words::names::{counted, listed_to_read};

/// What a number rests on.
pub const EVIDENCE: &str = "Evidence";
/// What is known of an operation.
pub const OPERATION: &str = "Operation";
/// What is known of a country.
pub const COUNTRY: &str = "Country";
/// A publication.
pub const SOURCE: &str = "Source";
/// A case, to read.
pub const CASE: &str = "Case";
/// The panel itself.
pub const PANEL: &str = "Panel";
/// The panel beside a page of its own.
pub const DETAILS: &str = "Details";
/// Closes it.
pub const CLOSE: &str = "Close the panel";
/// What was opened and is not there any more.
pub const GONE: &str = "It is not in an open dataset any more.";
/// The figures of the picture.
pub const FIGURES: &str = "Figures";
/// Who took part.
pub const COUNTRIES: &str = "Countries";
/// What happened.
pub const CASES: &str = "Cases";
/// Lets the table take the picture's place.
pub const FULL_WIDTH: &str = "Full width";
/// What that does.
pub const FULL_WIDTH_MEANS: &str = "Show the table in place of the picture";
/// Puts the table on the clipboard.
pub const COPY_TABLE: &str = "Copy table";
/// What that does.
pub const COPY_TABLE_MEANS: &str = "Copy the table for a spreadsheet";
/// What the status line calls the table copied.
pub const THE_TABLE: &str = "the table";
/// The hint in the search of countries.
pub const SEARCH_COUNTRIES: &str = "Country, code or region";
/// The hint in the search of cases.
pub const SEARCH_CASES: &str = "Search these cases";
/// Where nothing is chosen whose countries or cases could be shown.
pub const NOTHING_COMPARED: &str = "No operation is chosen.";
/// Where a search finds no country.
pub const NO_COUNTRY: &str = "No country known to have taken part matches.";
/// Where no list names a country.
pub const NO_LIST: &str = "No country is known to have taken part.";
/// Where a search finds no case.
pub const NO_CASE_MATCHES: &str = "No case matches.";
/// Where the operations have no cases.
pub const NO_CASES: &str = "No case of these operations is in an open dataset.";

/// A tab for those who hear it: pages have the same names.
pub fn alongside(tab: &str) -> String {
    format!("{tab} alongside")
}

/// The way back to what was shown before: "Back to Figures".
pub fn back_to(name: &str) -> String {
    format!("Back to {name}")
}

/// What is known of who took part in an operation: "116 countries, all listed".
pub fn list_told(atlas: &Atlas, operation: &Operation) -> String {
    let listed = operation.countries.listed.len();
    let list = List::of(atlas, operation);
    let count = atlas.preferred(&operation.countries.count);
    match (list, count) {
        (List::Complete, _) => format!("{}, all listed", counted(listed, "country", "countries")),
        (List::Incomplete, Some(count)) => {
            let beyond = beyond(atlas, operation);
            let beyond = beyond.map_or_else(String::new, |more| format!(" (elsewhere {more})"));
            format!(
                "{} counted{beyond}, {listed} listed",
                count.quantity.short()
            )
        }
        (List::Incomplete, None) => format!("{listed} listed, nobody counted"),
        (List::Missing, Some(count)) => {
            format!("{} counted, no list published", count.quantity.short())
        }
        (List::Missing, None) => "neither counted nor listed".to_owned(),
    }
}

/// What absence from lists that are not whole means.
pub const ABSENCE: &str = "Where a list is missing or not whole, absence proves nothing.";

/// How many countries are known to have taken part in what is compared.
pub fn known_to_take_part(count: usize, all: usize) -> String {
    let all_told = counted(all, "country", "countries");
    if count == all {
        format!("{all_told} known to have taken part")
    } else {
        format!("{count} of {all_told} known to have taken part")
    }
}

/// How many cases of what is compared are shown, and how many of them name the country chosen.
pub fn cases_shown(count: usize, all: usize, named: Option<(Country, usize)>) -> String {
    let all_told = counted(all, "case", "cases");
    let shown = if count == all {
        all_told
    } else {
        format!("{count} of {all_told}")
    };
    match named {
        None => shown,
        Some((country, 0)) => format!("{shown}, none of them names {country}"),
        Some((country, 1)) => format!("{shown}, 1 of them names {country}"),
        Some((country, many)) => format!("{shown}, {many} of them name {country}"),
    }
}

/// What is known of the lists of many operations, in as few words as can be.
pub fn lists_told(atlas: &Atlas, operations: &[&Operation]) -> String {
    let names = |list: List| -> Vec<&str> {
        let of_it = operations.iter().filter(|one| List::of(atlas, one) == list);
        of_it.map(|one| one.name.as_str()).collect()
    };
    let parts = [
        ("All listed", names(List::Complete)),
        ("Listed in part", names(List::Incomplete)),
        ("No list published", names(List::Missing)),
    ];
    let told = parts.iter().filter(|(_, names)| !names.is_empty());
    let told = told.map(|(what, names)| format!("{what}: {}.", listed_to_read(names)));
    told.collect::<Vec<_>>().join(" ")
}

/// In which of some operations a country took part, in one sentence.
pub fn country_told(atlas: &Atlas, operations: &[&Operation], country: Country) -> String {
    let names = |wanted: fn(&Operation, Country, Option<bool>) -> bool| -> Vec<&str> {
        let of_it = operations
            .iter()
            .filter(|one| wanted(one, country, one.took_part(country, &atlas.sources)));
        of_it.map(|one| one.name.as_str()).collect()
    };
    let parts = [
        (
            "hosted a coordination unit of",
            names(|one, country, _| one.is_host(country)),
        ),
        (
            "took part in",
            names(|one, country, part| part == Some(true) && !one.is_host(country)),
        ),
        (
            "not on the complete list of",
            names(|_, _, part| part == Some(false)),
        ),
        ("unknown whether in", names(|_, _, part| part.is_none())),
    ];
    let mut told = vec![country.name().to_owned()];
    let known = parts.iter().filter(|(_, names)| !names.is_empty());
    told.extend(known.map(|(what, names)| format!("{what} {}", listed_to_read(names))));
    told.join(", ")
}
