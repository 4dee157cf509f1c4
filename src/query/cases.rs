//! Which cases match, and what can be chosen among them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::search;
use crate::model::{Atlas, Case, Country, Crime};

/// What a person chose on the Cases page.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CaseChoice {
    /// What was typed into the search.
    pub typed: String,
    /// Only cases of this operation.
    pub operation: Option<String>,
    /// Only cases that name this country, by code.
    pub country: Option<String>,
    /// Only cases about this crime, by key.
    pub crime: Option<String>,
    /// The case read beside the list.
    pub selected: Option<String>,
}

/// What cases can be narrowed to, beside what is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Narrowing {
    /// One operation, by id.
    Operation,
    /// A country that is named, by code.
    Country,
    /// A crime, by key.
    Crime,
}

impl Narrowing {
    /// Every one, in the order of their menus.
    pub const ALL: [Self; 3] = [Self::Operation, Self::Country, Self::Crime];
}

impl CaseChoice {
    /// Whether anything narrows the list.
    pub fn narrows(&self) -> bool {
        !self.typed.trim().is_empty() || Narrowing::ALL.iter().any(|one| self.key(*one).is_some())
    }

    /// What the cases are narrowed to.
    pub fn key(&self, narrowing: Narrowing) -> Option<&str> {
        match narrowing {
            Narrowing::Operation => self.operation.as_deref(),
            Narrowing::Country => self.country.as_deref(),
            Narrowing::Crime => self.crime.as_deref(),
        }
    }

    /// Narrows the cases to a key, or no more.
    pub fn narrow(&mut self, narrowing: Narrowing, key: Option<String>) {
        match narrowing {
            Narrowing::Operation => self.operation = key,
            Narrowing::Country => self.country = key,
            Narrowing::Crime => self.crime = key,
        }
    }

    /// The choice that reads a case: this one, without the search and without what keeps the
    /// case out of the list.
    #[must_use]
    pub fn reading(&self, case: &Case) -> Self {
        let allows = |narrowing: Narrowing, key: &str| match narrowing {
            Narrowing::Operation => case.operation.as_str() == key,
            Narrowing::Country => Country::from_code(key)
                .is_some_and(|country| case.countries_named().contains(&country)),
            Narrowing::Crime => {
                Crime::from_key(key).is_some_and(|crime| case.crimes.contains(&crime))
            }
        };
        let mut choice = Self {
            selected: Some(case.id.to_string()),
            typed: String::new(),
            ..self.clone()
        };
        for narrowing in Narrowing::ALL {
            if self
                .key(narrowing)
                .is_some_and(|key| !allows(narrowing, key))
            {
                choice.narrow(narrowing, None);
            }
        }
        choice
    }
}

/// What narrowing needs to know of every case, worked out once for an atlas.
#[derive(Debug, Clone, Default)]
pub struct Index {
    entries: Vec<Entry>,
}

#[derive(Debug, Clone)]
struct Entry {
    /// The operation's place in the atlas; `None` when it is not open.
    operation: Option<usize>,
    countries: Box<[Country]>,
}

impl Index {
    /// The index of an atlas.
    pub fn of(atlas: &Atlas) -> Self {
        let places: BTreeMap<&str, usize> = atlas
            .operations
            .iter()
            .enumerate()
            .map(|(place, operation)| (operation.id.as_str(), place))
            .collect();
        let entries = atlas
            .cases
            .iter()
            .map(|case| Entry {
                operation: places.get(case.operation.as_str()).copied(),
                countries: case.countries_named().into_boxed_slice(),
            })
            .collect();
        Self { entries }
    }
}

/// The text of every case as a search reads it, worked out once for an atlas when someone
/// first searches.
#[derive(Debug, Clone, Default)]
pub struct Texts(Vec<Box<str>>);

impl Texts {
    /// The texts of an atlas, with crimes by the names that people read.
    pub fn of(atlas: &Atlas, crime_name: fn(Crime) -> &'static str) -> Self {
        let mut countries: BTreeMap<Country, String> = BTreeMap::new();
        let texts = atlas.cases.iter().map(|case| {
            // A space in front, so that every word starts after one.
            let mut text = format!(" {}", search::folded(&own_text(atlas, case, crime_name)));
            for country in case.countries_named() {
                // A country's names are folded once for all cases.
                let names = countries
                    .entry(country)
                    .or_insert_with(|| search::folded(&names(country)));
                text.push(' ');
                text.push_str(names);
            }
            text.into_boxed_str()
        });
        Self(texts.collect())
    }

    /// The places of the cases in which every word typed starts a word; `None` when nothing
    /// was typed.
    fn matching(&self, typed: &str) -> Option<Vec<bool>> {
        let words: Vec<String> = search::folded(typed)
            .split(' ')
            .filter(|word| !word.is_empty())
            .map(|word| format!(" {word}"))
            .collect();
        (!words.is_empty()).then(|| {
            self.0
                .iter()
                .map(|text| words.iter().all(|word| text.contains(word)))
                .collect()
        })
    }
}

/// What a choice shows, and how many cases each further choice would show.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// The places of the cases shown, in the atlas's order.
    pub shown: Vec<usize>,
    /// Operations by their places in the atlas, with how many cases of each the rest of the
    /// choice allows.
    pub operations: Vec<(usize, usize)>,
    /// Countries by name, likewise.
    pub countries: Vec<(Country, usize)>,
    /// Crimes in order of the list of crimes, likewise.
    pub crimes: Vec<(Crime, usize)>,
}

/// Finds what a choice shows, of cases that name one of `only` these countries, by code; none for
/// all. `texts` are needed only where something was typed.
pub fn find(
    atlas: &Atlas,
    index: &Index,
    texts: Option<&Texts>,
    choice: &CaseChoice,
    only: &[String],
) -> Found {
    let only: Vec<Country> = only
        .iter()
        .filter_map(|code| Country::from_code(code))
        .collect();
    let is_among = |entry: &Entry| {
        only.is_empty() || entry.countries.iter().any(|country| only.contains(country))
    };
    let operation = choice.operation.as_deref().map(|id| {
        atlas
            .operations
            .iter()
            .position(|operation| operation.id.as_str() == id)
    });
    let country = choice.country.as_deref().map(Country::from_code);
    let crime = choice.crime.as_deref().map(Crime::from_key);
    let typed = texts.and_then(|texts| texts.matching(&choice.typed));
    let mut found = Found::default();
    let mut operations: BTreeMap<usize, usize> = BTreeMap::new();
    let mut countries: BTreeMap<Country, usize> = BTreeMap::new();
    let mut crimes: BTreeMap<Crime, usize> = BTreeMap::new();
    for (place, (case, entry)) in atlas.cases.iter().zip(&index.entries).enumerate() {
        if typed
            .as_ref()
            .is_some_and(|typed| typed.get(place) != Some(&true))
            || !is_among(entry)
        {
            continue;
        }
        let of_operation = operation.is_none_or(|one| one.is_some() && one == entry.operation);
        let of_country =
            country.is_none_or(|one| one.is_some_and(|one| entry.countries.contains(&one)));
        let of_crime = crime.is_none_or(|one| one.is_some_and(|one| case.crimes.contains(&one)));
        if of_operation && of_country && of_crime {
            found.shown.push(place);
        }
        if let Some(operation) = entry.operation.filter(|_| of_country && of_crime) {
            *operations.entry(operation).or_insert(0) += 1;
        }
        if of_operation && of_crime {
            for country in &entry.countries {
                *countries.entry(*country).or_insert(0) += 1;
            }
        }
        if of_operation && of_country {
            for crime in &case.crimes {
                *crimes.entry(*crime).or_insert(0) += 1;
            }
        }
    }
    found.operations = operations.into_iter().collect();
    found.countries = countries.into_iter().collect();
    found
        .countries
        .sort_by_cached_key(|(country, _)| search::folded(country.name()));
    found.crimes = crimes.into_iter().collect();
    found
}

/// Cases like one that is read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Like {
    /// Other cases of its operation, by their places in the atlas: those about the same crimes
    /// first.
    pub same_operation: Vec<usize>,
    /// Cases of other operations that name one of its countries, likewise.
    pub same_countries: Vec<usize>,
}

/// Cases like one, at most so many of each kind.
pub fn like(atlas: &Atlas, index: &Index, case: &Case, most: usize) -> Like {
    let mut like = Like::default();
    for (place, (other, entry)) in atlas.cases.iter().zip(&index.entries).enumerate() {
        if other.id == case.id {
            continue;
        }
        if other.operation == case.operation {
            like.same_operation.push(place);
        } else if case
            .countries
            .iter()
            .any(|one| entry.countries.contains(one))
        {
            like.same_countries.push(place);
        }
    }
    let shared = |place: &usize| {
        let crimes = atlas.cases.get(*place).map(|other| &other.crimes);
        let shared = |crime: &&Crime| crimes.is_some_and(|crimes| crimes.contains(crime));
        std::cmp::Reverse(case.crimes.iter().filter(shared).count())
    };
    for places in [&mut like.same_operation, &mut like.same_countries] {
        places.sort_by_cached_key(shared);
        places.truncate(most);
    }
    like
}

/// Everything of a case that a search looks through, except countries.
fn own_text(atlas: &Atlas, case: &Case, crime_name: fn(Crime) -> &'static str) -> String {
    let mut text = format!("{} {}", case.title, case.summary);
    if let Some(operation) = atlas.operation(case.operation.as_str()) {
        text.push(' ');
        text.push_str(&operation.name);
    }
    for &crime in &case.crimes {
        text.push(' ');
        text.push_str(crime_name(crime));
    }
    text
}

/// A country's name, code and other names.
fn names(country: Country) -> String {
    let mut names = format!("{} {}", country.name(), country.code());
    for alias in country.aliases() {
        names.push(' ');
        names.push_str(alias);
    }
    names
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::{Step, Stop};

    /// The cases a choice shows, in the atlas's order.
    fn chosen<'a>(atlas: &'a Atlas, choice: &CaseChoice) -> Vec<&'a Arc<Case>> {
        let texts = (!choice.typed.trim().is_empty()).then(|| Texts::of(atlas, Crime::key));
        find(atlas, &Index::of(atlas), texts.as_ref(), choice, &[])
            .shown
            .into_iter()
            .filter_map(|place| atlas.cases.get(place))
            .collect()
    }

    fn case(
        id: &str,
        operation: &str,
        title: &str,
        countries: &[&str],
        crimes: &[Crime],
    ) -> Arc<Case> {
        Arc::new(Case {
            id: id.into(),
            operation: operation.into(),
            title: title.to_owned(),
            summary: String::new(),
            date: None,
            countries: countries
                .iter()
                .filter_map(|code| Country::from_code(code))
                .collect(),
            crimes: crimes.to_vec(),
            found: Vec::new(),
            arrested: Vec::new(),
            alleged: Vec::new(),
            suspected: Vec::new(),
            seized: Vec::new(),
            route: vec![Stop {
                step: Step::Origin,
                country: Country::from_code("TGO"),
                place: None,
            }],
            sources: Vec::new(),
            note: None,
        })
    }

    fn atlas() -> Atlas {
        Atlas {
            cases: vec![
                case(
                    "a",
                    "one",
                    "Pyramid scheme",
                    &["MLI"],
                    &[Crime::Trafficking, Crime::Fraud],
                ),
                case("b", "one", "Café raid", &["CIV"], &[Crime::ForcedLabour]),
                case("c", "two", "Boat stopped", &["MLI"], &[Crime::Smuggling]),
            ],
            ..Atlas::default()
        }
    }

    fn ids(atlas: &Atlas, choice: &CaseChoice) -> Vec<String> {
        chosen(atlas, choice)
            .iter()
            .map(|case| case.id.to_string())
            .collect()
    }

    #[test]
    fn a_search_reads_titles_countries_with_their_aliases_and_crimes() {
        let atlas = atlas();
        for (typed, expected) in [
            ("cafe", "b"),
            ("ivory coast", "b"),
            ("fraud mali", "a"),
            ("smuggling", "c"),
        ] {
            let choice = CaseChoice {
                typed: typed.to_owned(),
                ..CaseChoice::default()
            };
            assert_eq!(ids(&atlas, &choice), [expected], "{typed}");
        }
    }

    #[test]
    fn a_facet_counts_what_the_rest_of_the_choice_allows() {
        let atlas = atlas();
        let choice = CaseChoice {
            country: Some("MLI".to_owned()),
            ..CaseChoice::default()
        };
        let found = find(&atlas, &Index::of(&atlas), None, &choice, &[]);
        assert_eq!(found.shown, [0, 2]);
        let crimes: Vec<Crime> = found.crimes.iter().map(|(crime, _)| *crime).collect();
        assert_eq!(crimes, [Crime::Trafficking, Crime::Smuggling, Crime::Fraud]);
        let togo = Country::from_code("TGO").expect("a country");
        assert!(
            found.countries.contains(&(togo, 3)),
            "its own facet does not narrow it"
        );
    }

    #[test]
    fn cases_like_one_are_of_its_operation_or_in_its_countries() {
        let atlas = atlas();
        let index = Index::of(&atlas);
        let like = like(&atlas, &index, &atlas.cases[0], 4);
        assert_eq!(like.same_operation, [1]);
        assert_eq!(like.same_countries, [2], "Mali, in another operation");
    }

    #[test]
    fn reading_a_case_takes_off_only_what_would_hide_it() {
        let atlas = atlas();
        let choice = CaseChoice {
            operation: Some("one".to_owned()),
            country: Some("MLI".to_owned()),
            ..CaseChoice::default()
        };
        let read = choice.reading(&atlas.cases[2]);
        assert_eq!(
            (read.operation, read.country.as_deref()),
            (None, Some("MLI"))
        );
        assert_eq!(read.selected.as_deref(), Some("c"));
    }

    #[test]
    fn a_choice_that_is_no_longer_open_shows_nothing_rather_than_everything() {
        let atlas = atlas();
        let choice = CaseChoice {
            operation: Some("gone".to_owned()),
            ..CaseChoice::default()
        };
        assert!(ids(&atlas, &choice).is_empty());
    }
}
