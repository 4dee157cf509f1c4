//! Which country someone means who did not write its code.

use crate::model::Country;

/// The country of a code in small letters, a name, an alias, or something close to one.
pub(super) fn meant(text: &str) -> Option<Country> {
    let text = text.trim();
    if let Some(country) = Country::from_code(&text.to_uppercase()) {
        return Some(country);
    }
    let word = folded(text);
    if word.is_empty() {
        return None;
    }
    let names =
        |country: Country| std::iter::once(country.name()).chain(country.aliases().iter().copied());
    if let Some(country) =
        Country::all().find(|&country| names(country).any(|name| folded(name) == word))
    {
        return Some(country);
    }
    if word.chars().count() == 3 {
        let mut begins = Country::all().filter(|country| folded(country.name()).starts_with(&word));
        if let (Some(country), None) = (begins.next(), begins.next()) {
            return Some(country);
        }
        let near = |country: &Country| {
            strsim::damerau_levenshtein(&word, &country.code().to_lowercase()) == 1
        };
        let mut swapped =
            Country::all().filter(|country| near(country) && same_letters(&word, country.code()));
        return swapped.next().or_else(|| {
            let mut near = Country::all().filter(near);
            near.next().filter(|_| near.next().is_none())
        });
    }
    if word.chars().count() < 4 {
        return None;
    }
    let most = word.chars().count() / 4;
    Country::all()
        .filter_map(|country| {
            let distance = names(country)
                .filter(|name| name.len() > 3)
                .map(|name| strsim::damerau_levenshtein(&word, &folded(name)))
                .min()?;
            (distance <= most).then_some((distance, country))
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, country)| country)
}

fn same_letters(word: &str, code: &str) -> bool {
    let sorted = |text: &str| {
        let mut letters: Vec<char> = text.to_lowercase().chars().collect();
        letters.sort_unstable();
        letters
    };
    sorted(word) == sorted(code)
}

/// Small letters without accents, apostrophes and the like.
fn folded(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    text.nfd()
        .filter(|c| c.is_alphanumeric() || *c == ' ')
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_is_recognised_by_name_alias_small_code_and_slip() {
        let expected = [
            ("tgo", "TGO"),
            ("Togo", "TGO"),
            ("TG", "TGO"),
            ("cote d'ivoire", "CIV"),
            ("Ivory Coast", "CIV"),
            ("UK", "GBR"),
            ("Turkey", "TUR"),
            ("Argentinia", "ARG"),
            ("ALG", "DZA"),
            ("GER", "DEU"),
            ("TOG", "TGO"),
            ("Kosovo", "XKX"),
        ];
        for (text, code) in expected {
            assert_eq!(meant(text).map(Country::code), Some(code), "{text}");
        }
    }

    #[test]
    fn what_is_no_country_is_not_made_one() {
        for text in ["", "?", "Atlantis", "South Asia", "the moon", "QQQ"] {
            assert_eq!(meant(text).map(Country::code), None, "{text}");
        }
    }
}
