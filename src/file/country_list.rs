//! Which countries a list names that somebody typed: parted by semicolons or lines, by commas, the
//! last one by “and”. A comma can also stand within a name; where it can be either, none is guessed.

use super::country_names::meant;
use crate::model::Country;

/// What stands before the last of several countries.
const AND: [&str; 6] = ["and", "y", "e", "et", "und", "&"];

/// What a list names: each name as it is written, with the country that it is for certain.
pub fn countries_said(text: &str) -> Vec<(String, Option<Country>)> {
    let is_parted = text.contains([';', '\n']);
    let mut said = Vec::new();
    for part in names(text, &[';', '\n']) {
        match country_said(part) {
            Some(country) if is_parted => said.push((part.to_owned(), Some(country))),
            Some(_) | None => by_commas(&names(part, &[',']), &mut said),
        }
    }
    said
}

/// The countries that a name in a list can stand for, where it can stand for several.
pub fn countries_meant(name: &str) -> Vec<Country> {
    let mut countries = meant(name);
    if let ([_], Some((_, state))) = (countries.as_slice(), name.split_once(',')) {
        countries.extend(country_said(state));
    }
    countries
}

/// The one country that a name stands for; `None` where that is not certain.
pub fn country_said(name: &str) -> Option<Country> {
    match meant(name).as_slice() {
        [one] => Some(*one),
        _ => None,
    }
}

fn names<'a>(text: &'a str, separators: &[char]) -> Vec<&'a str> {
    let names = text.split(separators).map(str::trim);
    names.filter(|name| !name.is_empty()).collect()
}

fn by_commas(names: &[&str], said: &mut Vec<(String, Option<Country>)>) {
    let mut rest = names;
    while let [name, behind @ ..] = rest {
        rest = behind;
        if let [next, behind @ ..] = rest {
            let both = format!("{name}, {next}");
            match (country_said(&both), country_said(next)) {
                // “Bahamas, The”.
                (Some(country), None) => {
                    said.push((both, Some(country)));
                    rest = behind;
                    continue;
                }
                // “Hong Kong, China” is Hong Kong, or Hong Kong and China.
                (Some(country), Some(_)) if country_said(name) == Some(country) => {
                    said.push((both, None));
                    rest = behind;
                    continue;
                }
                (_, _) => {}
            }
        }
        match joined(name) {
            Some(countries) if countries.len() > 1 => {
                let named = |country: Country| (country.name().to_owned(), Some(country));
                said.extend(countries.into_iter().map(named));
            }
            countries => {
                let country = countries.and_then(|one| one.first().copied());
                said.push(((*name).to_owned(), country));
            }
        }
    }
}

/// The countries of a text that names one, or several with “and” between them.
/// The longest first name counts, for “and” can stand within one.
fn joined(text: &str) -> Option<Vec<Country>> {
    match meant(text).as_slice() {
        [] => {}
        [one] => return Some(vec![*one]),
        _ => return None,
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_and = |word: &str| AND.contains(&word.to_lowercase().as_str());
    if let [first, rest @ ..] = words.as_slice()
        && is_and(first)
    {
        return joined(&rest.join(" "));
    }
    let mut between = (1..words.len()).rev().filter(|&at| is_and(words[at]));
    between.find_map(|at| {
        let first = country_said(&words[..at].join(" "))?;
        let mut countries = joined(&words[at + 1..].join(" "))?;
        countries.insert(0, first);
        Some(countries)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str) -> String {
        let said = countries_said(text).into_iter();
        let codes = said.map(|(name, country)| country.map_or(name, |one| one.code().to_owned()));
        codes.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_list_is_parted_as_people_write_it() {
        for (text, expected) in [
            ("Spain; Morocco\nTGO", "ESP MAR TGO"),
            ("Spain and Morocco", "ESP MAR"),
            ("España y Marruecos", "ESP MAR"),
            ("Espagne, Maroc et Togo", "ESP MAR TGO"),
            ("Spain, and Morocco", "ESP MAR"),
            ("Trinidad and Tobago and Spain", "TTO ESP"),
            ("Bosnia and Herzegovina, Mali", "BIH MLI"),
            ("Bahamas, The, Togo", "BHS TGO"),
            ("Guinea, Equatorial; Togo", "GNQ TGO"),
            ("Hong Kong, China; Togo", "HKG TGO"),
            ("Spain, France; Italy", "ESP FRA ITA"),
            ("RU, UK, US", "RUS GBR USA"),
        ] {
            assert_eq!(codes(text), expected, "{text}");
        }
    }

    #[test]
    fn a_name_in_a_list_that_is_not_certain_is_told_as_it_is_written() {
        for (text, expected) in [
            ("Spain, EU, Morocco", "ESP EU MAR"),
            ("UE", "UE"),
            (
                "Hong Kong, China, Macao, China",
                "Hong Kong, China Macao, China",
            ),
            ("Spain and Congo", "Spain and Congo"),
            ("Spain and the moon", "Spain and the moon"),
        ] {
            assert_eq!(codes(text), expected, "{text}");
        }
        let can_be = |name| countries_meant(name).into_iter().map(Country::code);
        assert_eq!(can_be("Congo").collect::<Vec<_>>(), ["COD", "COG"]);
        let pair = can_be("Hong Kong, China").collect::<Vec<_>>();
        assert_eq!(pair, ["HKG", "CHN"]);
        assert_eq!(can_be("EU").count(), 0);
    }
}
