//! What is said around a single case: its headings, remarks and the cards of cases like it.

use crate::model::{Case, Country, Days, Operation, Step, Stop};
use crate::query::countries::List;
use crate::words::names::one_of;
use crate::words::{counted, listed};

/// What stands where no number was stated.
pub const NUMBER_NOT_REPORTED: &str = "amount not reported";
/// Under people who are alleged.
pub const ALLEGED: &str =
    "Whom the suspects are said to have moved or exploited; no source says that they were found.";
/// Under people whose status is open.
pub const STATUS_OPEN: &str = "Their status is open; they are in no other total.";
/// Under suspects.
pub const NOT_ARRESTED: &str = "Not reported as arrested.";
/// Behind the number of people arrested.
pub const ARRESTED: &str = "arrested";
/// Behind the number of suspects, of one and of many.
pub const SUSPECTS: (&str, &str) = ("suspect identified", "suspects identified");
/// Over the publications.
pub const SOURCES: &str = "Sources";

/// A fact that a case can state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fact {
    /// Who was found.
    Found,
    /// Whom suspects are said to have moved or exploited.
    Alleged,
    /// Who was arrested.
    Arrested,
    /// Who was identified as a suspect.
    Suspected,
    /// What was seized or frozen.
    Seized,
    /// Where people came from and went to.
    Route,
    /// Where it happened.
    Countries,
    /// When it happened.
    Day,
    /// What a reader should know.
    Note,
}

impl Fact {
    /// The heading over it.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Found => "People found",
            Self::Alleged => "Alleged",
            Self::Arrested => "Arrests",
            Self::Suspected => "Suspects",
            Self::Seized => "Seized or frozen",
            Self::Route => "Route",
            Self::Countries => "Countries",
            Self::Day => "Day",
            Self::Note => "Note",
        }
    }

    /// Its name among those that no source states; `None` where nobody would look for it.
    fn missed(self) -> Option<&'static str> {
        match self {
            Self::Found => Some("people found"),
            Self::Arrested => Some("arrests"),
            Self::Seized => Some("seizures"),
            Self::Route => Some("route"),
            Self::Day => Some("day"),
            Self::Alleged | Self::Suspected | Self::Countries | Self::Note => None,
        }
    }
}

/// Which facts no source states, in one line: "Not reported: people found, seizures."; `None`
/// when nothing is missed. Where the day is, the days of the operation are told.
pub fn not_reported(facts: &[Fact], operation: Option<&Operation>) -> Option<String> {
    let missed: Vec<&str> = facts.iter().filter_map(|fact| fact.missed()).collect();
    if missed.is_empty() {
        return None;
    }
    let missed = format!("Not reported: {}.", missed.join(", "));
    let ran = operation
        .filter(|_| facts.contains(&Fact::Day))
        .and_then(|operation| Some((&operation.name, Days::words(operation.days?))));
    Some(match ran {
        Some((name, days)) => format!("{missed} {name} ran {days}."),
        None => missed,
    })
}

/// What was seized, of which no source states how much.
pub fn without_amount(what: &str) -> String {
    format!("{what} ({NUMBER_NOT_REPORTED})")
}

/// Where people came from.
pub fn from(places: &[&str]) -> String {
    format!("from {}", listed(places))
}

/// A part of a group of people, after its number.
pub fn of_them(who: &str) -> String {
    format!("of them {who}")
}

/// What a stop on a route was; a region is said to be one.
pub fn step(stop: &Stop) -> String {
    let step = match stop.step {
        Step::Origin => "origin",
        Step::Transit => "transit",
        Step::Found => "found here",
        Step::Destination => "destination",
    };
    if stop.country.is_none() {
        format!("{step} · region only")
    } else {
        step.to_owned()
    }
}

/// A route in one line: "Togo → found in Mali → bound for Algeria".
pub fn route(route: &[Stop]) -> String {
    let stops = route.iter().map(|stop| match stop.step {
        Step::Origin => stop.words(),
        Step::Transit => format!("through {}", stop.words()),
        Step::Found => format!("found in {}", stop.words()),
        Step::Destination => format!("bound for {}", stop.words()),
    });
    stops.collect::<Vec<_>>().join(" → ")
}

/// The only stop of a route: "Mali (found here)".
pub fn only_stop(stop: &Stop) -> String {
    format!("{} ({})", stop.words(), step(stop))
}

/// Over other cases of a case's operation.
pub fn same_operation(operation: &Operation) -> String {
    format!("More of {}", operation.name)
}

/// Over cases of other operations that name one of the countries of a case.
pub fn same_countries(countries: &[Country]) -> String {
    let names: Vec<&str> = countries.iter().map(|country| country.name()).collect();
    format!("Cases of other operations that name {}", one_of(&names))
}

/// A way to all cases that name a country.
pub fn all_naming(country: Country) -> String {
    format!("All cases that name {country}")
}

/// A way to all cases of an operation.
pub fn all_of(operation: &Operation) -> String {
    format!("All cases of {}", operation.name)
}

/// How many cases follow those named.
pub fn and_more_cases(count: usize) -> String {
    format!("and {}", counted(count, "more case", "more cases"))
}

/// That countries are named in a case of an operation on whose list they are not; `None` where
/// there is no such country or no list.
pub fn not_on_the_list(case: &Case, operation: &Operation, list: List) -> Option<String> {
    let list = match list {
        List::Missing => return None,
        List::Incomplete => "incomplete list",
        List::Complete => "list",
    };
    let outside: Vec<&str> = case
        .countries_named()
        .into_iter()
        .filter(|country| !operation.countries.listed.contains(country))
        .map(Country::name)
        .collect();
    let are = if outside.len() == 1 { "is" } else { "are" };
    (!outside.is_empty()).then(|| {
        format!(
            "{} {are} not on the {list} of {}. A country named in a case did not take part for \
             that reason alone.",
            listed(&outside),
            operation.name
        )
    })
}
