//! Which country someone means who did not write its code. A wrong answer is worse than none:
//! where two can be meant both are named, and where one cannot tell, none is.

use std::sync::LazyLock;

use crate::model::Country;

/// Names that several countries share, or that belong to none of today: none is guessed then.
const SHARED: [(&str, &[&str]); 15] = [
    ("congo", &["COD", "COG"]),
    ("korea", &["KOR", "PRK"]),
    ("saint martin", &["MAF", "SXM"]),
    ("st martin", &["MAF", "SXM"]),
    ("san martin", &["MAF", "SXM"]),
    ("virgin islands", &["VGB", "VIR"]),
    ("serbia and montenegro", &["MNE", "SRB"]),
    ("serbia montenegro", &["MNE", "SRB"]),
    ("czechoslovakia", &["CZE", "SVK"]),
    ("netherlands antilles", &[]),
    ("guiana", &[]),
    ("yugoslavia", &[]),
    ("soviet union", &[]),
    // Not available, rather than Namibia's two letters.
    ("na", &[]),
    ("none", &[]),
];

/// Codes of three letters that others use: sports federations, passports, former codes of ISO.
/// Those that mean another country to somebody are left out.
const OTHER_CODES: &str = "ALG DZA ANG AGO ARU ABW BAN BGD BER BMU BHU BTN BIZ BLZ BOT BWA BRU BRN \
    BUL BGR CAY CYM CGO COG CHA TCD CHI CHL CRC CRI CRO HRV DEN DNK ENG GBR ESA SLV FIJ FJI \
    GAM GMB GBS GNB GEQ GNQ GER DEU GRE GRC GRN GRD GUA GTM GUI GIN HAI HTI HON HND INA IDN \
    IRE IRL IRI IRN ISV VIR IVB VGB KOS XKX KSA SAU KSV XKX KUW KWT LAT LVA LBA LBY LES LSO \
    MAD MDG MAS MYS MAW MWI MGL MNG MON MCO MRI MUS MTN MRT MYA MMR NCA NIC NED NLD NEP NPL \
    NGR NGA OMA OMN PAR PRY PHI PHL PLE PSE POR PRT PUR PRI RKS XKX ROM ROU RSA ZAF SAM WSM \
    SCO GBR SEY SYC SIN SGP SKN KNA SLO SVN SOL SLB SRI LKA SUD SDN SUI CHE TAN TZA TGA TON \
    TMP TLS TPE TWN UNK XKX URU URY VAN VUT VIE VNM VIN VCT WAL GBR ZAM ZMB ZAR COD ZIM ZWE";

/// Names in their own scripts, which no alias spells.
const OWN_NAMES: &str = "中国 CHN|中國 CHN|日本 JPN|台灣 TWN|台湾 TWN|香港 HKG|澳門 MAC|澳门 MAC|대한민국 KOR|한국 KOR|\
    مصر EGY|العراق IRQ|إيران IRN|ایران IRN|سوريا SYR|لبنان LBN|الأردن JOR|السعودية SAU|اليمن YEM|\
    الكويت KWT|قطر QAT|البحرين BHR|الإمارات ARE|المغرب MAR|الجزائر DZA|تونس TUN|ليبيا LBY|السودان SDN|\
    فلسطين PSE|پاکستان PAK|افغانستان AFG|افغانستان AFG|ישראל ISR|भारत IND|नेपाल NPL|বাংলাদেশ BGD|ไทย THA|\
    ประเทศไทย THA|Россия RUS|Україна UKR|Украина UKR|Беларусь BLR|България BGR|Србија SRB|Казахстан KAZ|\
    Ελλάδα GRC|Κύπρος CYP|საქართველო GEO|Հայաստան ARM|Северна Македонија MKD|Монгол Улс MNG|كوسوفو XKX";

/// Whose territories name their state behind them: “Aruba (Netherlands)”.
const TERRITORIES: [(&str, &str); 10] = [
    ("AUS", "CCK CXR HMD NFK"),
    ("CHN", "HKG MAC"),
    ("DNK", "FRO GRL"),
    ("FIN", "ALA"),
    ("FRA", "ATF BLM GLP GUF MAF MTQ MYT NCL PYF REU SPM WLF"),
    (
        "GBR",
        "AIA BMU CYM FLK GGY GIB IMN IOT JEY MSR PCN SGS SHN TCA VGB",
    ),
    ("NLD", "ABW BES CUW SXM"),
    ("NOR", "BVT SJM"),
    ("NZL", "COK NIU TKL"),
    ("USA", "ASM GUM MNP PRI UMI VIR"),
];

/// Words of a full name that say nothing of which country it is.
const PLAIN_WORDS: &str = "the rep republic islamic arab plurinational bolivarian united kingdom \
    state states fed federal federated federation sts of";

/// Every name and alias in small letters, with its country.
static NAMES: LazyLock<Vec<(String, Country)>> = LazyLock::new(|| {
    let named = Country::all().flat_map(|country| {
        let names = std::iter::once(country.name()).chain(country.aliases().iter().copied());
        names.map(move |name| (folded(name), country))
    });
    let own = OWN_NAMES.split('|').filter_map(|line| {
        let (name, code) = line.trim().rsplit_once(' ')?;
        Some((folded(name), Country::from_code(code)?))
    });
    named.chain(own).collect()
});

/// The countries of a code in small letters, a name, an alias, or something close to one: none,
/// the one that is meant, or all that can be.
pub(super) fn meant(text: &str) -> Vec<Country> {
    let text = text.trim();
    if let Some(country) = Country::from_code(&text.to_uppercase()) {
        return vec![country];
    }
    let word = folded(text);
    if word.is_empty() {
        return Vec::new();
    }
    named(&word)
        .or_else(|| in_parts(text))
        .unwrap_or_else(|| match word.chars().count() {
            3 => short(&word).into_iter().collect(),
            6.. => near(&word),
            _ => Vec::new(),
        })
}

/// The countries of several codes in one text.
pub(super) fn several(text: &str) -> Option<Vec<Country>> {
    let codes = text.split([',', ';', '/', '|', ' ', '\n', '\t']);
    let codes = codes.map(str::trim).filter(|code| !code.is_empty());
    let countries: Option<Vec<Country>> = codes.map(Country::from_code).collect();
    countries.filter(|countries| countries.len() > 1)
}

/// The countries that have this very name; `None` when none has it.
fn named(word: &str) -> Option<Vec<Country>> {
    if let Some((_, codes)) = SHARED.iter().find(|(name, _)| *name == word) {
        return Some(
            codes
                .iter()
                .filter_map(|code| Country::from_code(code))
                .collect(),
        );
    }
    let (_, country) = NAMES.iter().find(|(name, _)| name == word)?;
    Some(vec![*country])
}

/// What is meant by a name in two parts, “Bahamas, The” or “Aruba (Netherlands)”, or with plain
/// words before it, “Kingdom of Thailand”.
fn in_parts(text: &str) -> Option<Vec<Country>> {
    let plain = |words: &str| {
        let mut words = words.split(' ').filter(|word| !word.is_empty());
        words.all(|word| PLAIN_WORDS.split_whitespace().any(|plain| plain == word))
    };
    let Some((first, rest)) = text.split_once(['(', ',']) else {
        let word = folded(text);
        let mut name = word.as_str();
        while let Some((before, after)) = name.split_once(' ')
            && plain(before)
        {
            name = after;
        }
        return if name == word { None } else { named(name) };
    };
    let (first, rest) = (folded(first), folded(rest));
    let (first, rest) = (first.trim(), rest.trim());
    let swapped = named(&format!("{rest} {first}")).or_else(|| named(&format!("{first} {rest}")));
    if swapped.is_some() {
        return swapped;
    }
    let countries = named(first)?;
    if plain(rest) {
        return Some(countries);
    }
    let state = match named(rest)?.as_slice() {
        [state] => state.code(),
        _ => return None,
    };
    let (_, territories) = TERRITORIES.iter().find(|(of, _)| *of == state)?;
    let of_state = countries
        .into_iter()
        .filter(|country| territories.contains(country.code()));
    Some(of_state.collect())
}

/// The country that three letters stand for: a code of others, or the beginning of one name.
fn short(word: &str) -> Option<Country> {
    let mut codes = OTHER_CODES.split_whitespace();
    while let (Some(other), Some(code)) = (codes.next(), codes.next()) {
        if other.eq_ignore_ascii_case(word) {
            return Country::from_code(code);
        }
    }
    let mut begins = NAMES.iter().filter(|(name, _)| name.starts_with(word));
    let (name, country) = begins.next()?;
    let one = begins.all(|(_, other)| other == country) && !name.contains(' ');
    one.then_some(*country)
}

/// The countries of the names that are a slip away, two in long names.
fn near(word: &str) -> Vec<Country> {
    let length = word.chars().count();
    let most = if length < 10 { 1 } else { 2 };
    let consonants = |word: &str| word.replace(['a', 'e', 'i', 'o', 'u', 'y', ' '], "");
    let skeleton = consonants(word);
    let mut best = most + 1;
    // Each with whether its consonants differ, and whether a letter of it is missing.
    let mut found: Vec<(Country, bool, bool)> = Vec::new();
    for (name, country) in NAMES.iter() {
        let long = name.chars().count();
        if long < 4 || long.abs_diff(length) > most {
            continue;
        }
        let distance = strsim::damerau_levenshtein(word, name);
        if distance > best.min(most) {
            continue;
        }
        if distance < best {
            best = distance;
            found.clear();
        }
        if !found.iter().any(|(other, ..)| other == country) {
            found.push((*country, consonants(name) != skeleton, long > length));
        }
    }
    // A vowel left out is the likeliest slip: “Austrlia” is not Austria.
    let vowel_left_out = |(_, other, omitted): &&(Country, bool, bool)| !other && *omitted;
    let others = |(_, other, omitted): &(Country, bool, bool)| *other && !omitted;
    if let Some(&likely) = found.iter().find(vowel_left_out)
        && found.iter().filter(|one| **one != likely).all(others)
    {
        found = vec![likely];
    }
    found.into_iter().map(|(country, ..)| country).collect()
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

    fn codes(text: &str) -> String {
        let codes: Vec<&str> = meant(text).into_iter().map(Country::code).collect();
        codes.join(" ")
    }

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
            ("SUI", "CHE"),
            ("GRE", "GRC"),
            ("Kosovo", "XKX"),
            ("UNK", "XKX"),
            ("RKS", "XKX"),
            ("KSV", "XKX"),
            ("Austrlia", "AUS"),
            ("Nambia", "NAM"),
            ("Bahamas, The", "BHS"),
            ("Guinea, Equatorial", "GNQ"),
            ("Aruba (Netherlands)", "ABW"),
            ("Saint Martin (France)", "MAF"),
            ("Kingdom of Thailand", "THA"),
            ("Moldova, Rep. of", "MDA"),
            ("中国", "CHN"),
            ("مصر", "EGY"),
        ];
        for (text, code) in expected {
            assert_eq!(codes(text), code, "{text}");
        }
    }

    #[test]
    fn a_name_of_two_countries_is_told_with_both() {
        assert_eq!(codes("Congo"), "COD COG");
        assert_eq!(codes("Nigera"), "NER NGA");
        assert_eq!(codes("Austraia"), "AUS AUT");
        assert_eq!(codes("Korea"), "KOR PRK");
        assert_eq!(codes("St. Martin"), "MAF SXM");
    }

    #[test]
    fn what_is_no_country_is_not_made_one() {
        for text in [
            "",
            "?",
            "Atlantis",
            "South Asia",
            "the moon",
            "QQQ",
            "N/A",
            "Africa",
            "Guiana",
            "LIB",
            "USSR",
            "Lagos",
            "Bali",
            "Tasmania",
            "Caledonia",
            "Georgia (USA)",
            "AME",
            "Unknown",
            "European Union",
            "Somaliland",
            "Netherlands Antilles",
        ] {
            assert_eq!(codes(text), "", "{text}");
        }
    }

    #[test]
    fn no_name_is_that_of_two_countries_and_none_of_two_letters_is_made_up() {
        let mut of = std::collections::BTreeMap::new();
        for (name, country) in NAMES.iter() {
            let other = of.insert(name, country);
            assert!(other.is_none_or(|other| other == country), "{name}");
            let is_code = country
                .aliases()
                .iter()
                .any(|one| one.to_lowercase() == *name);
            assert!(name.len() != 2 || is_code || name == "uk", "{name}");
        }
        assert_eq!(
            (codes("RU"), codes("EU"), codes("UE")),
            ("RUS".into(), String::new(), String::new())
        );
    }

    #[test]
    fn every_country_that_a_table_here_names_exists() {
        let codes = OTHER_CODES.split_whitespace().skip(1).step_by(2);
        let territories = TERRITORIES
            .iter()
            .flat_map(|(state, of)| of.split(' ').chain([*state]));
        let shared = SHARED.iter().flat_map(|(_, codes)| codes.iter().copied());
        for code in codes.chain(territories).chain(shared) {
            assert!(Country::from_code(code).is_some(), "{code}");
        }
        for other in OTHER_CODES.split_whitespace().step_by(2) {
            assert!(
                Country::from_code(other).is_none(),
                "{other} is a code of its own"
            );
        }
    }
}
