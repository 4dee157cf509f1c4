//! Which cases match, and what can be chosen among them.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::search;
use crate::model::{Atlas, Case, Country, Crime, Who};

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

impl CaseChoice {
    /// Whether anything narrows the list.
    pub fn narrows(&self) -> bool {
        !self.typed.trim().is_empty()
            || self.operation.is_some()
            || self.country.is_some()
            || self.crime.is_some()
    }
}

/// The cases a choice shows, in the atlas's order.
pub fn chosen<'a>(atlas: &'a Atlas, choice: &CaseChoice) -> Vec<&'a Arc<Case>> {
    let country = choice.country.as_deref().and_then(Country::from_code);
    let crime = choice.crime.as_deref().and_then(Crime::from_key);
    atlas
        .cases
        .iter()
        .filter(|case| choice.operation.as_deref().is_none_or(|id| case.operation.as_str() == id))
        .filter(|case| crime.is_none_or(|crime| case.crimes.contains(&crime)))
        .filter(|case| country.is_none_or(|country| case.countries_named().contains(&country)))
        .filter(|case| choice.typed.trim().is_empty() || search::matches(&text(atlas, case), &choice.typed))
        .collect()
}

/// The case to read: the one selected if it is shown, else the first shown.
pub fn selected<'a>(shown: &[&'a Arc<Case>], choice: &CaseChoice) -> Option<&'a Arc<Case>> {
    let selected = choice.selected.as_deref()?;
    shown.iter().find(|case| case.id.as_str() == selected).copied().or_else(|| shown.first().copied())
}

/// The crimes that occur, with how many cases each, in order of the list of crimes.
pub fn crimes(atlas: &Atlas) -> Vec<(Crime, usize)> {
    let mut counts = BTreeMap::new();
    for crime in atlas.cases.iter().flat_map(|case| &case.crimes) {
        *counts.entry(*crime).or_insert(0) += 1;
    }
    counts.into_iter().collect()
}

/// The countries that cases name, with how many cases each, by name.
pub fn countries(atlas: &Atlas) -> Vec<(Country, usize)> {
    let mut counts: BTreeMap<Country, usize> = BTreeMap::new();
    for country in atlas.cases.iter().flat_map(|case| case.countries_named()) {
        *counts.entry(country).or_insert(0) += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_cached_key(|(country, _)| search::folded(country.name()));
    counts
}

/// How many people a case's sources say were found, in a few words: "24 potential victims".
/// Empty when none were reported.
pub fn found_in_words(atlas: &Atlas, case: &Case) -> String {
    let words = case.found.iter().map(|people| {
        let number = atlas.preferred(&people.reports).map(|report| report.quantity.short());
        number.map_or_else(|| capital(people.who), |number| format!("{number} {}", people.who.name()))
    });
    words.collect::<Vec<_>>().join(", ")
}

fn capital(who: Who) -> String {
    format!("{}, number not reported", who.name())
}

/// Everything of a case that a search looks through.
fn text(atlas: &Atlas, case: &Case) -> String {
    let mut text = format!("{} {}", case.title, case.summary);
    if let Some(operation) = atlas.operation(case.operation.as_str()) {
        text.push(' ');
        text.push_str(&operation.name);
    }
    for country in case.countries_named() {
        text.push(' ');
        text.push_str(country.name());
        for alias in country.aliases() {
            text.push(' ');
            text.push_str(alias);
        }
    }
    for crime in &case.crimes {
        text.push(' ');
        text.push_str(crime.name());
    }
    text
}
