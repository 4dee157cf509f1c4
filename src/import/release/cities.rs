//! Cities that a text names as places: behind a word for being or going there, before the name of
//! their country, or one after another.

use std::ops::Range;
use std::sync::LazyLock;

use super::names::{Names, named_at, words};
use super::tokens::{Tokens, is_one_of};
use crate::model::Country;

/// Their names, by the countries that they are in.
const CITIES: &str = include_str!("../../../assets/names/cities.txt");

/// What stands before a place, folded.
const BEFORE: &str = "in at near from to via outside around of into through en a au de du desde hacia vers \
    hasta pres par por";

static NAMES: LazyLock<Names> = LazyLock::new(|| {
    let mut names = Names::new();
    for line in CITIES.lines() {
        let Some((country, cities)) = line.split_once(' ') else {
            continue;
        };
        let Some(country) = Country::from_code(country) else {
            continue;
        };
        for name in cities.split(['|', ';']) {
            let words = words(name);
            if let Some(first) = words.first() {
                let of_first = names.entry(first.clone()).or_default();
                of_first.push((words, country));
            }
        }
    }
    for of_first in names.values_mut() {
        of_first.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    }
    names
});

/// The cities that a text names outside what is taken, by their tokens and with the countries that
/// they are in.
pub(super) fn cities(tokens: &Tokens<'_>, taken: &[bool]) -> Vec<(Country, Range<usize>)> {
    let mut found: Vec<(Country, Range<usize>)> = Vec::new();
    let mut at = 0;
    while at < tokens.all.len() {
        let named = named_at(tokens, at, &NAMES).filter(|(_, behind)| {
            let is_free = taken
                .get(at..*behind)
                .is_some_and(|taken| !taken.contains(&true));
            let last = found.last().map(|(_, tokens)| tokens.end);
            is_free && is_place(tokens, at, *behind, taken, last)
        });
        if let Some((city, behind)) = named {
            found.push((city, at..behind));
            at = behind;
        } else {
            at += 1;
        }
    }
    found
}

/// Whether a name is that of a place where it stands; `last` is the token behind the city before.
fn is_place(
    tokens: &Tokens<'_>,
    from: usize,
    behind: usize,
    taken: &[bool],
    last: Option<usize>,
) -> bool {
    let before = from.checked_sub(1).and_then(|at| tokens.at(at));
    let is_there = before.is_some_and(|word| is_one_of(&word.folded, BEFORE));
    // What is taken behind it is the name of a country.
    let in_country = tokens.gap(behind - 1).trim() == "," && taken.get(behind) == Some(&true);
    let is_and = before.is_some_and(|word| is_one_of(&word.folded, "and et y"));
    let goes_on = last.is_some_and(|last| last == from || last + 1 == from && is_and);
    is_there || in_country || goes_on && !tokens.gap(from - 1).contains(['.', '\n'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, &str)> {
        let tokens = Tokens::of(text);
        let all = cities(&tokens, &vec![false; tokens.all.len()]).into_iter();
        all.map(|(country, at)| (country.code(), tokens.slice(at.start, at.end - 1)))
            .collect()
    }

    #[test]
    fn cities_are_found_where_they_are_places() {
        for (text, cities) in [
            (
                "a house in Ho Chi Minh City",
                &[("VNM", "Ho Chi Minh City")][..],
            ),
            (
                "à Londres et Bamako",
                &[("GBR", "Londres"), ("MLI", "Bamako")],
            ),
            ("detenidos en El Cairo", &[("EGY", "El Cairo")]),
            ("Paris Hilton said", &[]),
            ("Lagos police", &[]),
            ("in male dress", &[]),
        ] {
            assert_eq!(found(text), cities, "{text}");
        }
    }
}
