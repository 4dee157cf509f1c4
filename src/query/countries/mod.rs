//! Which countries took part in what, and finding them.

mod choice;
mod sets;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::search::{self, Names};
use crate::model::{Atlas, Case, Country, Operation};

pub use choice::{CountryChoice, CountrySort, Fill, Filled, Wanted};
pub use sets::{
    Answer, Asked, Since, answer, arranged, before, fits, in_time, neighbours, since, wanted,
    within,
};

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

impl CountryRow<'_> {
    /// A country of which nothing is known.
    pub fn of_nothing(country: Country) -> Self {
        Self {
            country,
            took_part: Vec::new(),
            coordination_units: Vec::new(),
            cases: Vec::new(),
        }
    }
}

/// Every country on a list, with a coordination unit or named in a case; by code.
pub fn all(atlas: &Atlas) -> Vec<CountryRow<'_>> {
    let mut rows: BTreeMap<Country, CountryRow<'_>> = BTreeMap::new();
    let row = CountryRow::of_nothing;
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
#[derive(Debug, Clone)]
pub struct Standing {
    /// The country.
    pub country: Country,
    /// Operations whose list it is on or that it hosted, by their places in the atlas.
    pub took_part: Vec<usize>,
    /// Operations that set up a coordination unit there, by their places in the atlas.
    pub coordination_units: Vec<usize>,
    /// Operations of whose cases one names it, by their places in the atlas.
    pub named: Vec<usize>,
    /// How many cases name it.
    pub cases: usize,
    /// The name as it is sorted.
    folded: String,
    /// What it is found by: its names, and what region it is of.
    names: Names,
}

/// What is known of a country in an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// Whether it took part.
    pub known: Known,
    /// Whether a case of the operation names it, for which alone it did not take part.
    pub named: bool,
}

/// Whether a country took part in an operation, and how one knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// It hosted a coordination unit, so it took part, listed or not.
    Host,
    /// It is on the list.
    Listed,
    /// It is not on the list, which is complete: it did not take part.
    NotListed,
    /// It is not on the list, which is incomplete: nobody can tell.
    NotAmongListed,
    /// No list was published: nobody can tell.
    NoList,
}

impl Known {
    /// Whether it took part; `None` when nobody can tell.
    pub fn took_part(self) -> Option<bool> {
        match self {
            Self::Host | Self::Listed => Some(true),
            Self::NotListed => Some(false),
            Self::NotAmongListed | Self::NoList => None,
        }
    }
}

impl Standing {
    /// A country of which nothing is known.
    fn of_nothing(country: Country) -> Self {
        let own = [country.name(), country.code()].into_iter();
        let region = [country.subregion(), country.region().name()].join(" ");
        Self {
            country,
            took_part: Vec::new(),
            coordination_units: Vec::new(),
            named: Vec::new(),
            cases: 0,
            folded: search::folded(country.name()),
            names: Names::of(own.chain(country.aliases().iter().copied()), &region),
        }
    }

    /// Whether a list, a coordination unit or a case names it.
    pub fn is_mentioned(&self) -> bool {
        !self.took_part.is_empty() || self.cases > 0
    }

    /// What is known of the country in the operation at a place, which has such a list.
    pub fn cell(&self, place: usize, list: List) -> Cell {
        let within = |places: &[usize]| places.binary_search(&place).is_ok();
        let known = if within(&self.coordination_units) {
            Known::Host
        } else if within(&self.took_part) {
            Known::Listed
        } else {
            match list {
                List::Complete => Known::NotListed,
                List::Incomplete => Known::NotAmongListed,
                List::Missing => Known::NoList,
            }
        };
        Cell {
            known,
            named: within(&self.named),
        }
    }

    /// Whether it may have taken part in more operations than are known.
    pub fn may_be_more(&self, lists: &[List]) -> bool {
        (0..).zip(lists).any(|(place, list)| {
            *list != List::Complete && self.took_part.binary_search(&place).is_err()
        })
    }
}

/// Every country of the world, by code: with what [`all`] says of it, or with nothing.
pub fn standings(atlas: &Atlas) -> Vec<Standing> {
    let places = |ids: &mut dyn Iterator<Item = &str>| {
        let mut places: Vec<usize> = ids.filter_map(|id| atlas.place_of(id)).collect();
        places.sort_unstable();
        places.dedup();
        places
    };
    let of = |operations: &[&Operation]| places(&mut operations.iter().map(|one| one.id.as_str()));
    let mut standings: Vec<Standing> = Country::all().map(Standing::of_nothing).collect();
    for row in all(atlas) {
        let place = standings.binary_search_by_key(&row.country, |one| one.country);
        let Some(standing) = place.ok().and_then(|place| standings.get_mut(place)) else {
            continue;
        };
        standing.took_part = of(&row.took_part);
        standing.coordination_units = of(&row.coordination_units);
        standing.named = places(&mut row.cases.iter().map(|case| case.operation.as_str()));
        standing.cases = row.cases.len();
    }
    standings
}

/// The lists of all operations, in the atlas's order.
pub fn lists(atlas: &Atlas) -> Vec<List> {
    let operations = atlas.operations.iter();
    operations.map(|one| List::of(atlas, one)).collect()
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
    /// As many countries as anybody counted, or as the count that the dataset prefers: who is not on
    /// it did not take part.
    Complete,
    /// Fewer than somebody counted, or nobody can tell: absence proves nothing.
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

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::model::{Participation, Quantity, Report};

    pub(super) fn operation(id: &str, counted: u64, listed: &[&str]) -> Operation {
        Operation {
            countries: Participation {
                count: vec![Report::of(Quantity::Exactly(counted), "s")],
                listed: listed
                    .iter()
                    .filter_map(|code| Country::from_code(code))
                    .collect(),
                ..Participation::default()
            },
            ..Operation::named(id, &id.to_uppercase())
        }
    }

    pub(super) fn atlas() -> Atlas {
        Atlas {
            operations: vec![
                operation("one", 4, &["CIV", "TGO", "TUR", "ALA"]),
                operation("two", 119, &[]),
                operation("three", 9, &["TGO"]),
            ],
            ..Atlas::default()
        }
    }

    /// The countries a choice shows, sorted as chosen.
    fn names(atlas: &Atlas, choice: &CountryChoice) -> Vec<&'static str> {
        let standings = standings(atlas);
        let shown = arranged(atlas, &standings, choice).into_iter();
        shown.map(|row| standings[row].country.name()).collect()
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
    fn those_that_took_part_in_an_operation_come_first_in_either_direction() {
        let atlas = atlas();
        for descending in [false, true] {
            let choice = CountryChoice {
                first_in: Some("three".to_owned()),
                descending,
                ..CountryChoice::default()
            };
            assert_eq!(names(&atlas, &choice).first(), Some(&"Togo"));
        }
    }

    #[test]
    fn an_operation_narrows_to_its_list_and_an_unknown_one_to_nothing() {
        let atlas = atlas();
        let of = CountryChoice::of_operation;
        assert_eq!(names(&atlas, &of("three")), ["Togo"]);
        assert!(names(&atlas, &of("two")).is_empty());
        assert!(names(&atlas, &of("nowhere")).is_empty());
    }

    #[test]
    fn a_view_that_narrowed_to_one_operation_still_does() {
        let old =
            "(typed: \"\", operation: Some(\"one\"), sort: CoordinationUnits, descending: true)";
        let choice: CountryChoice = ron::from_str(old).unwrap();
        assert_eq!(
            choice.operations,
            CountryChoice::of_operation("one").operations
        );
        assert_eq!(choice.sort, CountrySort::Operations);
        let now: CountryChoice = ron::from_str(&ron::to_string(&choice).unwrap()).unwrap();
        assert_eq!(now, choice);
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
    fn a_list_is_complete_only_where_nobody_counted_more() {
        use Quantity::{Exactly, MoreThan, UpTo};
        for (counts, list) in [
            (vec![Exactly(1), Exactly(2)], List::Incomplete),
            (vec![Exactly(1), MoreThan(1)], List::Incomplete),
            (vec![Exactly(1), Quantity::Dozens], List::Incomplete),
            (vec![Exactly(1), UpTo(3), MoreThan(0)], List::Complete),
        ] {
            let mut atlas = atlas();
            let one = &mut atlas.operations[2];
            let reports = counts.iter().map(|count| Report::of(*count, "s"));
            one.countries.count = reports.collect();
            assert_eq!(lists(&atlas)[2], list, "{counts:?}");
            // The dataset may say itself which count is right.
            atlas.operations[2].countries.count[0].preferred = true;
            assert_eq!(lists(&atlas)[2], List::Complete, "{counts:?}");
        }
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
