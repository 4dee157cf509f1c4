//! What a person asks of the countries, as views keep it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

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
    /// Before that, by what is known of them in this operation: those that took part come first.
    pub first_in: Option<String>,
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
    first_in: Option<String>,
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
            first_in: saved.first_in,
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
    /// Took part in it or another so marked, and in no operation that is not.
    OnlyIn,
    /// Took part neither in it nor in others so marked.
    InNone,
}

impl Wanted {
    /// Every one, in the order of menus.
    pub const ALL: [Self; 4] = [Self::InAll, Self::InAny, Self::OnlyIn, Self::InNone];
}

/// By what a map is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Fill {
    /// By in how many operations each country is known to have taken part.
    #[default]
    Number,
    /// By the part each took: host, on a list, named in a case.
    Role,
    /// By whether each took part in the operations in such a way.
    Set(Wanted),
}

impl Fill {
    /// Every one, in the order of choice.
    pub const ALL: [Self; 6] = [
        Self::Number,
        Self::Role,
        Self::Set(Wanted::InAll),
        Self::Set(Wanted::InAny),
        Self::Set(Wanted::OnlyIn),
        Self::Set(Wanted::InNone),
    ];

    /// The name on the command line.
    pub fn key(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Role => "role",
            Self::Set(Wanted::InAll) => "in-all",
            Self::Set(Wanted::InAny) => "in-any",
            Self::Set(Wanted::OnlyIn) => "only-in",
            Self::Set(Wanted::InNone) => "in-none",
        }
    }
}

/// What the colours of a map tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filled {
    /// In how many operations each country took part.
    Number,
    /// The part each took.
    Role,
    /// Whether each took part in the operations in such a way.
    Set(Wanted),
    /// Whether each took part as is asked of single operations.
    AsAsked,
}

impl Filled {
    /// Whether it tells who is of a set, and who is not.
    pub fn is_set(self) -> bool {
        match self {
            Self::Number | Self::Role => false,
            Self::Set(_) | Self::AsAsked => true,
        }
    }
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

    /// What narrows the list, in no order.
    #[must_use]
    pub fn in_no_order(&self) -> Self {
        Self {
            typed: self.typed.clone(),
            region: self.region.clone(),
            operations: self.operations.clone(),
            ..Self::default()
        }
    }

    /// The same order, with nothing narrowed.
    #[must_use]
    pub fn of_all(&self) -> Self {
        Self {
            sort: self.sort,
            descending: self.descending,
            first_in: self.first_in.clone(),
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
