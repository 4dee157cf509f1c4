//! How numbers are written where the program runs, as the environment says.

/// Languages in which the decimal sign is a comma, after CLDR.
const COMMA: [&str; 46] = [
    "af", "az", "be", "bg", "bs", "ca", "cs", "da", "de", "el", "es", "et", "eu", "fi", "fo", "fr",
    "gl", "hr", "hu", "hy", "id", "is", "it", "ka", "kk", "ky", "lb", "lt", "lv", "mk", "nb", "nl",
    "nn", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv", "tr", "uk", "vi",
];

/// Places where they do not.
const POINT: [&str; 13] = [
    "de_CH", "de_LI", "es_CU", "es_DO", "es_GT", "es_HN", "es_MX", "es_NI", "es_PA", "es_PR",
    "es_SV", "es_US", "it_CH",
];

/// Whether the decimal sign is a comma.
pub fn decimal_comma() -> bool {
    let named = ["LC_ALL", "LC_NUMERIC", "LANG"].map(std::env::var);
    let mut named = named.into_iter().flatten();
    let first = named.find(|name| !name.is_empty());
    first.is_some_and(|locale| has_comma(&locale))
}

/// `de_DE.UTF-8`, `fr`, `es-MX`: language, place, encoding and variant.
fn has_comma(locale: &str) -> bool {
    let place = locale
        .split(['.', '@'])
        .next()
        .unwrap_or("")
        .replace('-', "_");
    let language = place.split('_').next().unwrap_or("");
    COMMA.contains(&language) && !POINT.contains(&place.as_str()) || place == "en_ZA"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_decimal_sign_is_that_of_the_place() {
        for locale in [
            "de_DE.UTF-8",
            "fr_FR",
            "fr_CH.UTF-8",
            "pt-BR",
            "es_ES@euro",
            "nl",
            "en_ZA",
        ] {
            assert!(has_comma(locale), "{locale}");
        }
        for locale in [
            "C",
            "C.UTF-8",
            "POSIX",
            "en_GB.UTF-8",
            "de_CH.UTF-8",
            "es_MX",
            "ja_JP",
            "",
        ] {
            assert!(!has_comma(locale), "{locale}");
        }
    }
}
