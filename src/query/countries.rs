//! Which countries took part in what, and finding them.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::search;
use crate::model::{Atlas, Case, Country, Operation};

/// What a person chose on the Countries page.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(from = "SavedChoice")]
pub struct CountryChoice {
    /// What was typed into the search.
    pub typed: String,
    /// Only countries of this region, by its name.
    pub region: Option<String>,
    /// What is wanted of operations, by their ids.
    pub operations: BTreeMap<String, Wanted>,
    /// The column sorted by.
    pub sort: CountrySort,
    /// From last to first.
    pub descending: bool,
}

/// A choice as views hold it.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct SavedChoice {
    typed: String,
    /// The one operation that older views could narrow to.
    operation: Option<String>,
    region: Option<String>,
    operations: BTreeMap<String, Wanted>,
    sort: CountrySort,
    descending: bool,
}

impl From<SavedChoice> for CountryChoice {
    fn from(saved: SavedChoice) -> Self {
        let mut operations = saved.operations;
        operations.extend(saved.operation.map(|id| (id, Wanted::InAll)));
        Self {
            typed: saved.typed,
            region: saved.region,
            operations,
            sort: saved.sort,
            descending: saved.descending,
        }
    }
}

/// What is wanted of an operation: countries that took part in all, any or none of those so
/// marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Wanted {
    /// Took part in it, and in all others so marked.
    InAll,
    /// Took part in it or another so marked.
    InAny,
    /// Took part neither in it nor in others so marked.
    InNone,
}

impl Wanted {
    /// Every one, in the order of menus.
    pub const ALL: [Self; 3] = [Self::InAll, Self::InAny, Self::InNone];
}

impl CountryChoice {
    /// The countries that took part in one operation.
    pub fn of_operation(id: &str) -> Self {
        Self {
            operations: BTreeMap::from([(id.to_owned(), Wanted::InAll)]),
            ..Self::default()
        }
    }

    /// Whether anything narrows the list.
    pub fn narrows(&self) -> bool {
        !self.typed.trim().is_empty() || self.region.is_some() || !self.operations.is_empty()
    }

    /// The same order, with nothing narrowed.
    #[must_use]
    pub fn of_all(&self) -> Self {
        Self {
            sort: self.sort,
            descending: self.descending,
            ..Self::default()
        }
    }
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
    #[serde(alias = "CoordinationUnits")]
    Operations,
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
    let mut rows: BTreeMap<Country, CountryRow<'_>> = BTreeMap::new();
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
    /// Operations of whose cases one names it, by their places in the atlas.
    pub named: Vec<usize>,
    /// How many cases name it.
    pub cases: usize,
    /// The name as it is sorted.
    folded: String,
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

/// Every country of [`all`], in the same order.
pub fn standings(atlas: &Atlas) -> Vec<Standing> {
    let places = |ids: &mut dyn Iterator<Item = &str>| {
        let mut places: Vec<usize> = ids.filter_map(|id| atlas.place_of(id)).collect();
        places.sort_unstable();
        places.dedup();
        places
    };
    let of = |operations: &[&Operation]| places(&mut operations.iter().map(|one| one.id.as_str()));
    all(atlas)
        .iter()
        .map(|row| Standing {
            country: row.country,
            took_part: of(&row.took_part),
            coordination_units: of(&row.coordination_units),
            named: places(&mut row.cases.iter().map(|case| case.operation.as_str())),
            cases: row.cases.len(),
            folded: search::folded(row.country.name()),
        })
        .collect()
}

/// The lists of all operations, in the atlas's order.
pub fn lists(atlas: &Atlas) -> Vec<List> {
    let operations = atlas.operations.iter();
    operations.map(|one| List::of(atlas, one)).collect()
}

/// What a choice finds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answer {
    /// The places of the standings that certainly fit, sorted as chosen.
    pub shown: Vec<usize>,
    /// How many others may fit, for all that is known.
    pub open: usize,
    /// The operations whose lists leave these open, by their places in the atlas.
    pub because: Vec<usize>,
}

/// Finds what a choice shows. Countries that are equal in the column sorted by follow by name,
/// in either direction.
pub fn answer(
    atlas: &Atlas,
    standings: &[Standing],
    lists: &[List],
    choice: &CountryChoice,
) -> Answer {
    let wanted: Vec<(Option<usize>, Wanted)> = choice
        .operations
        .iter()
        .map(|(id, wanted)| (atlas.place_of(id), *wanted))
        .collect();
    let mut answer = Answer::default();
    for (row, standing) in standings.iter().enumerate() {
        let region = standing.country.region();
        let of_region = choice
            .region
            .as_deref()
            .is_none_or(|name| region.name() == name);
        if !of_region || !found(standing.country, &choice.typed) {
            continue;
        }
        match fits(standing, lists, &wanted) {
            Some(true) => answer.shown.push(row),
            Some(false) => {}
            None => {
                answer.open += 1;
                let unknown = |place: &usize| took_part(standing, lists, *place).is_none();
                let places = wanted.iter().filter_map(|(place, _)| *place);
                answer.because.extend(places.filter(unknown));
            }
        }
    }
    answer.because.sort_unstable();
    answer.because.dedup();
    answer.shown.sort_by(|a, b| {
        let (Some(a), Some(b)) = (standings.get(*a), standings.get(*b)) else {
            return std::cmp::Ordering::Equal;
        };
        let order = order(a, b, choice.sort);
        if choice.descending {
            order.reverse()
        } else {
            order
        }
        .then_with(|| a.folded.cmp(&b.folded))
    });
    answer
}

/// The places of the standings a choice shows, sorted as chosen.
pub fn arranged(atlas: &Atlas, standings: &[Standing], choice: &CountryChoice) -> Vec<usize> {
    answer(atlas, standings, &lists(atlas), choice).shown
}

/// Whether a country took part in the operation at a place.
fn took_part(standing: &Standing, lists: &[List], place: usize) -> Option<bool> {
    let list = lists.get(place).copied().unwrap_or(List::Missing);
    standing.cell(place, list).known.took_part()
}

/// Whether a country is what is wanted; `None` when nobody can tell. In an operation that is not
/// open nobody took part, and nobody is told not to have.
fn fits(standing: &Standing, lists: &[List], wanted: &[(Option<usize>, Wanted)]) -> Option<bool> {
    let of = |wanted_here: Wanted| {
        let marked = wanted
            .iter()
            .filter(move |(_, wanted)| *wanted == wanted_here);
        marked.map(|(place, _)| place.map(|place| took_part(standing, lists, place)))
    };
    let all = of(Wanted::InAll).map(|one| one.unwrap_or(Some(false)));
    let none = of(Wanted::InNone).map(|one| one.map_or(Some(false), |took| took.map(|took| !took)));
    let mut any = of(Wanted::InAny)
        .map(|one| one.unwrap_or(Some(false)))
        .peekable();
    // One of several is certain as soon as one is.
    let any = any.peek().is_some().then(|| {
        let any: Vec<Option<bool>> = any.collect();
        if any.contains(&Some(true)) {
            Some(true)
        } else {
            any.into_iter()
                .collect::<Option<Vec<bool>>>()
                .map(|_| false)
        }
    });
    let mut fits = Some(true);
    for one in all.chain(none).chain(any) {
        match one {
            Some(true) => {}
            Some(false) => return Some(false),
            None => fits = None,
        }
    }
    fits
}

/// How two countries stand in a column: names and regions from A, counts from the largest.
fn order(a: &Standing, b: &Standing, sort: CountrySort) -> std::cmp::Ordering {
    let region = |standing: &Standing| (standing.country.region(), standing.country.subregion());
    match sort {
        CountrySort::Name => a.folded.cmp(&b.folded),
        CountrySort::Region => region(a).cmp(&region(b)),
        CountrySort::Operations => b.took_part.len().cmp(&a.took_part.len()),
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
    use super::Wanted::{InAll, InAny, InNone};
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
        let of = CountryChoice::of_operation;
        assert_eq!(names(&atlas, &of("three")), ["Togo"]);
        assert!(names(&atlas, &of("two")).is_empty());
        assert!(names(&atlas, &of("nowhere")).is_empty());
    }

    #[test]
    fn several_operations_narrow_to_what_is_certain_and_say_what_lists_leave_open() {
        let atlas = atlas();
        let (standings, lists) = (standings(&atlas), lists(&atlas));
        let ask = |wanted: &[(&str, Wanted)]| {
            let operations = wanted
                .iter()
                .map(|(id, wanted)| ((*id).to_owned(), *wanted));
            let choice = CountryChoice {
                operations: operations.collect(),
                ..CountryChoice::default()
            };
            let answer = answer(&atlas, &standings, &lists, &choice);
            let names = answer
                .shown
                .iter()
                .map(|row| standings[*row].country.name());
            (names.collect::<Vec<_>>(), answer.open, answer.because)
        };
        // Togo was in one and three; of the others the incomplete list of three tells nothing.
        assert_eq!(
            ask(&[("one", InAll), ("three", InAll)]),
            (vec!["Togo"], 3, vec![2])
        );
        // Nobody who was in one was in none of it, and its list is complete.
        assert_eq!(ask(&[("one", InNone)]), (vec![], 0, vec![]));
        // Togo certainly was in three, so it is out; of the rest nobody can tell.
        assert_eq!(
            ask(&[("one", InAll), ("three", InNone)]),
            (vec![], 3, vec![2])
        );
        // One certain operation is enough for "any", whatever is unknown of the other.
        let all = vec!["Åland Islands", "Côte d’Ivoire", "Togo", "Türkiye"];
        assert_eq!(ask(&[("one", InAny), ("two", InAny)]), (all, 0, vec![]));
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
