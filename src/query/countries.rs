//! Which countries took part in what, and finding them.

use serde::{Deserialize, Serialize};

use super::search;
use crate::model::{Atlas, Case, Country, Operation, OperationId, Region};
use std::sync::Arc;

/// What a person chose on the Countries page.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CountryChoice {
    /// What was typed into the search.
    pub typed: String,
    /// Only countries on this operation's list.
    pub operation: Option<String>,
    /// The column sorted by.
    pub sort: CountrySort,
    /// From last to first.
    pub descending: bool,
}

/// The columns the country list can be sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
pub enum CountrySort {
    /// By name, accents ignored.
    #[default]
    Name,
    /// By region, then sub-region, then name.
    Region,
    /// By how many operations it took part in, then name.
    Operations,
    /// By how many cases name it, then name.
    Cases,
}

/// A country with what the open datasets say of it.
#[derive(Debug, Clone, PartialEq)]
pub struct CountryRow<'a> {
    /// The country.
    pub country: Country,
    /// Operations whose list it is on, in the atlas's order.
    pub took_part: Vec<&'a Operation>,
    /// Operations that set up a coordination unit there.
    pub coordination_units: Vec<&'a Operation>,
    /// Cases that name it. A country named in a case did not take part for that reason alone.
    pub cases: Vec<&'a Arc<Case>>,
}

/// Every country on a list, with a coordination unit or named in a case; by code.
pub fn all(atlas: &Atlas) -> Vec<CountryRow<'_>> {
    let mut rows: std::collections::BTreeMap<Country, CountryRow<'_>> = std::collections::BTreeMap::new();
    let row = |country| CountryRow {
        country,
        took_part: Vec::new(),
        coordination_units: Vec::new(),
        cases: Vec::new(),
    };
    for operation in &atlas.operations {
        for &country in &operation.countries.listed {
            rows.entry(country).or_insert_with(|| row(country)).took_part.push(operation);
        }
        for unit in &operation.coordination_units {
            let hubs = &mut rows.entry(unit.country).or_insert_with(|| row(unit.country)).coordination_units;
            if !hubs.iter().any(|known| known.id == operation.id) {
                hubs.push(operation);
            }
        }
    }
    for case in &atlas.cases {
        for country in case.countries_named() {
            rows.entry(country).or_insert_with(|| row(country)).cases.push(case);
        }
    }
    rows.into_values().collect()
}

/// The countries a choice shows, sorted as chosen.
pub fn chosen<'a>(atlas: &'a Atlas, choice: &CountryChoice) -> Vec<CountryRow<'a>> {
    let mut rows = all(atlas);
    rows.retain(|row| {
        let listed = |id: &String| row.took_part.iter().any(|operation| operation.id.as_str() == id);
        choice.operation.as_ref().is_none_or(listed) && found(row.country, &choice.typed)
    });
    let name = |row: &CountryRow<'_>| search::folded(row.country.name());
    match choice.sort {
        CountrySort::Name => rows.sort_by_cached_key(name),
        CountrySort::Region => {
            rows.sort_by_cached_key(|row| (row.country.region().name(), row.country.subregion(), name(row)));
        }
        CountrySort::Operations => {
            rows.sort_by_cached_key(|row| (std::cmp::Reverse(row.took_part.len()), name(row)));
        }
        CountrySort::Cases => {
            rows.sort_by_cached_key(|row| (std::cmp::Reverse(row.cases.len()), name(row)));
        }
    }
    if choice.descending {
        rows.reverse();
    }
    rows
}

/// Whether what was typed means a country: by name, code, region or another name it goes by.
pub fn found(country: Country, typed: &str) -> bool {
    search::matches(country.name(), typed)
        || country.code().eq_ignore_ascii_case(typed.trim())
        || country.aliases().iter().any(|alias| search::matches(alias, typed))
        || search::matches(country.subregion(), typed)
        || search::matches(country.region().name(), typed)
}

/// Operations that say how many countries took part but not all of which, so that a country's
/// absence from the list proves nothing.
pub fn unlisted(atlas: &Atlas) -> Vec<&Operation> {
    atlas.operations.iter().filter(|operation| !operation.countries.is_complete(atlas)).collect()
}

/// How many of the rows are in each region, in order of region.
pub fn by_region(rows: &[CountryRow<'_>]) -> Vec<(Region, usize)> {
    let mut regions = std::collections::BTreeMap::new();
    for row in rows {
        *regions.entry(row.country.region()).or_insert(0) += 1;
    }
    regions.into_iter().collect()
}

/// The operations' ids, for tables: `liberterra-2;liberterra-3`.
pub fn ids(operations: &[&Operation]) -> String {
    operations.iter().map(|operation| OperationId::as_str(&operation.id)).collect::<Vec<_>>().join(";")
}
