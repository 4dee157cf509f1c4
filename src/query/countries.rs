//! Which countries took part in what, and finding them.

use serde::{Deserialize, Serialize};

use super::search;
use crate::model::{Atlas, Case, Country, Operation};
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
    /// By how many operations set up a coordination unit there, then name.
    CoordinationUnits,
    /// By how many cases name it, then name.
    Cases,
}

/// A country with what the open datasets say of it.
#[derive(Debug, Clone, PartialEq)]
pub struct CountryRow<'a> {
    /// The country.
    pub country: Country,
    /// Operations whose list it is on or that it hosted, in the atlas's order.
    pub took_part: Vec<&'a Operation>,
    /// Operations that set up a coordination unit there.
    pub coordination_units: Vec<&'a Operation>,
    /// Cases that name it. A country named in a case did not take part for that reason alone.
    pub cases: Vec<&'a Arc<Case>>,
}

/// Every country on a list, with a coordination unit or named in a case; by code.
pub fn all(atlas: &Atlas) -> Vec<CountryRow<'_>> {
    let mut rows: std::collections::BTreeMap<Country, CountryRow<'_>> =
        std::collections::BTreeMap::new();
    let row = |country| CountryRow {
        country,
        took_part: Vec::new(),
        coordination_units: Vec::new(),
        cases: Vec::new(),
    };
    for operation in &atlas.operations {
        for &country in &operation.countries.listed {
            rows.entry(country)
                .or_insert_with(|| row(country))
                .took_part
                .push(operation);
        }
        for unit in &operation.coordination_units {
            // A host took part, listed or not.
            let hosted = rows
                .entry(unit.country)
                .or_insert_with(|| row(unit.country));
            if hosted
                .took_part
                .last()
                .is_none_or(|last| last.id != operation.id)
            {
                hosted.took_part.push(operation);
            }
            let hubs = &mut rows
                .entry(unit.country)
                .or_insert_with(|| row(unit.country))
                .coordination_units;
            if !hubs.iter().any(|known| known.id == operation.id) {
                hubs.push(operation);
            }
        }
    }
    for case in &atlas.cases {
        for country in case.countries_named() {
            rows.entry(country)
                .or_insert_with(|| row(country))
                .cases
                .push(case);
        }
    }
    rows.into_values().collect()
}

/// What a [`CountryRow`] says, by places in the atlas instead of references, so that it can be
/// kept beside the atlas.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The country.
    pub country: Country,
    /// Operations whose list it is on or that it hosted, by their places in the atlas.
    pub took_part: Vec<usize>,
    /// Operations that set up a coordination unit there, by their places in the atlas.
    pub coordination_units: Vec<usize>,
    /// How many cases name it.
    pub cases: usize,
    /// The name as it is sorted.
    folded: String,
}

/// Every country of [`all`], in the same order.
pub fn standings(atlas: &Atlas) -> Vec<Standing> {
    let places = |operations: &[&Operation]| {
        let places = operations.iter();
        places
            .filter_map(|one| atlas.place_of(one.id.as_str()))
            .collect()
    };
    all(atlas)
        .iter()
        .map(|row| Standing {
            country: row.country,
            took_part: places(&row.took_part),
            coordination_units: places(&row.coordination_units),
            cases: row.cases.len(),
            folded: search::folded(row.country.name()),
        })
        .collect()
}

/// The places of the standings a choice shows, sorted as chosen. Countries that are equal in
/// the column sorted by follow by name, in either direction.
pub fn arranged(atlas: &Atlas, standings: &[Standing], choice: &CountryChoice) -> Vec<usize> {
    let operation = choice.operation.as_ref().map(|id| atlas.place_of(id));
    let shown = |standing: &Standing| {
        operation.is_none_or(|place| place.is_some_and(|place| standing.took_part.contains(&place)))
            && found(standing.country, &choice.typed)
    };
    let mut rows: Vec<(usize, &Standing)> = standings
        .iter()
        .enumerate()
        .filter(|(_, standing)| shown(standing))
        .collect();
    rows.sort_by(|(_, a), (_, b)| {
        let order = order(a, b, choice.sort);
        if choice.descending {
            order.reverse()
        } else {
            order
        }
        .then_with(|| a.folded.cmp(&b.folded))
    });
    rows.into_iter().map(|(place, _)| place).collect()
}

/// How two countries stand in a column: names and regions from A, counts from the largest.
fn order(a: &Standing, b: &Standing, sort: CountrySort) -> std::cmp::Ordering {
    let region = |standing: &Standing| (standing.country.region(), standing.country.subregion());
    match sort {
        CountrySort::Name => a.folded.cmp(&b.folded),
        CountrySort::Region => region(a).cmp(&region(b)),
        CountrySort::Operations => b.took_part.len().cmp(&a.took_part.len()),
        CountrySort::CoordinationUnits => {
            b.coordination_units.len().cmp(&a.coordination_units.len())
        }
        CountrySort::Cases => b.cases.cmp(&a.cases),
    }
}

/// Whether what was typed means a country: by name, code, region or another name it goes by.
fn found(country: Country, typed: &str) -> bool {
    search::matches(country.name(), typed)
        || country.code().eq_ignore_ascii_case(typed.trim())
        || country
            .aliases()
            .iter()
            .any(|alias| search::matches(alias, typed))
        || search::matches(country.subregion(), typed)
        || search::matches(country.region().name(), typed)
}

/// Operations that say how many countries took part but not all of which, so that a country's
/// absence from the list proves nothing.
pub fn unlisted(atlas: &Atlas) -> Vec<&Operation> {
    atlas
        .operations
        .iter()
        .filter(|operation| !operation.countries.is_complete(&atlas.sources))
        .collect()
}

/// How much of who took part an operation's list tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// As many countries as were counted: who is not on it did not take part.
    Complete,
    /// Fewer than were counted, or nobody can tell: absence proves nothing.
    Incomplete,
    /// None was published.
    Missing,
}

impl List {
    /// The list of an operation.
    pub fn of(atlas: &Atlas, operation: &Operation) -> Self {
        if operation.countries.listed.is_empty() {
            Self::Missing
        } else if operation.countries.is_complete(&atlas.sources) {
            Self::Complete
        } else {
            Self::Incomplete
        }
    }
}

/// How many countries are known to have taken part in one operation at least.
pub fn listed(standings: &[Standing]) -> usize {
    standings
        .iter()
        .filter(|standing| !standing.took_part.is_empty())
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Participation, Quantity, Report};

    /// The countries a choice shows, sorted as chosen.
    fn chosen<'a>(atlas: &'a Atlas, choice: &CountryChoice) -> Vec<CountryRow<'a>> {
        let rows = all(atlas);
        arranged(atlas, &standings(atlas), choice)
            .into_iter()
            .filter_map(|place| rows.get(place).cloned())
            .collect()
    }

    fn operation(id: &str, counted: u64, listed: &[&str]) -> Operation {
        Operation {
            id: id.into(),
            name: id.to_uppercase(),
            family: id.to_owned(),
            summary: None,
            lead: Vec::new(),
            days: None,
            length: None,
            days_note: None,
            status: None,
            countries: Participation {
                count: vec![Report {
                    quantity: Quantity::Exactly(counted),
                    source: "s".into(),
                    wording: None,
                    preferred: false,
                    note: None,
                }],
                listed: listed
                    .iter()
                    .filter_map(|code| Country::from_code(code))
                    .collect(),
                sources: Vec::new(),
                note: None,
            },
            coordination_units: Vec::new(),
            figures: Vec::new(),
            findings: Vec::new(),
            supported_by: Vec::new(),
            sources: Vec::new(),
        }
    }

    fn atlas() -> Atlas {
        Atlas {
            operations: vec![
                operation("one", 4, &["CIV", "TGO", "TUR", "ALA"]),
                operation("two", 119, &[]),
                operation("three", 9, &["TGO"]),
            ],
            ..Atlas::default()
        }
    }

    fn names(atlas: &Atlas, choice: &CountryChoice) -> Vec<&'static str> {
        chosen(atlas, choice)
            .iter()
            .map(|row| row.country.name())
            .collect()
    }

    #[test]
    fn cote_finds_cote_d_ivoire_and_so_do_its_code_and_other_name() {
        for typed in ["cote", "CIV", "ivory coast", "Côte d’I"] {
            let choice = CountryChoice {
                typed: typed.to_owned(),
                ..CountryChoice::default()
            };
            assert_eq!(names(&atlas(), &choice), ["Côte d’Ivoire"], "{typed}");
        }
    }

    #[test]
    fn names_are_sorted_without_accents_and_counts_from_the_largest() {
        let atlas = atlas();
        let by = |sort, descending| CountryChoice {
            sort,
            descending,
            ..CountryChoice::default()
        };
        assert_eq!(
            names(&atlas, &by(CountrySort::Name, false)),
            ["Åland Islands", "Côte d’Ivoire", "Togo", "Türkiye"]
        );
        assert_eq!(
            names(&atlas, &by(CountrySort::Name, true)).first(),
            Some(&"Türkiye")
        );
        assert_eq!(
            names(&atlas, &by(CountrySort::Operations, false)),
            ["Togo", "Åland Islands", "Côte d’Ivoire", "Türkiye"]
        );
        assert_eq!(
            names(&atlas, &by(CountrySort::Operations, true)),
            ["Åland Islands", "Côte d’Ivoire", "Türkiye", "Togo"],
            "equals stay in order of name"
        );
    }

    #[test]
    fn an_operation_narrows_to_its_list_and_an_unknown_one_to_nothing() {
        let atlas = atlas();
        let of = |id: &str| CountryChoice {
            operation: Some(id.to_owned()),
            ..CountryChoice::default()
        };
        assert_eq!(names(&atlas, &of("three")), ["Togo"]);
        assert!(names(&atlas, &of("two")).is_empty());
        assert!(names(&atlas, &of("nowhere")).is_empty());
    }

    #[test]
    fn a_missing_list_is_not_said_to_be_complete() {
        let atlas = atlas();
        let lists: Vec<List> = atlas
            .operations
            .iter()
            .map(|one| List::of(&atlas, one))
            .collect();
        assert_eq!(lists, [List::Complete, List::Missing, List::Incomplete]);
    }

    #[test]
    fn a_host_took_part_in_what_published_no_list() {
        let mut atlas = atlas();
        let togo = Country::from_code("TGO").unwrap();
        let two = atlas
            .operations
            .iter_mut()
            .find(|one| one.id.as_str() == "two");
        let two = two.unwrap();
        assert_eq!(two.took_part(togo, &atlas.sources), None);
        two.coordination_units = vec![crate::model::CoordinationUnit {
            country: togo,
            place: None,
            note: None,
            sources: Vec::new(),
        }];
        assert_eq!(two.took_part(togo, &atlas.sources), Some(true));
        let rows = all(&atlas);
        let row = rows.iter().find(|row| row.country == togo).unwrap();
        assert!(row.took_part.iter().any(|one| one.id.as_str() == "two"));
    }
}
