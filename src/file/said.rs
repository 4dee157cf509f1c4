//! Quantities as people say them, in words and signs: `>40`, `40–60`, “over 8 million”. Only what
//! is certain is understood; no number comes out that was not written.

use crate::model::LARGEST_NUMBER;

/// What words and signs say of a number.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// A quantity without a number: "Dozens".
    Words(&'static str),
    /// A number, and the quantity that says how firm it is.
    One(Option<&'static str>, u64),
    /// From, to.
    Range(u64, u64),
}

/// The words of sources before a number for each quantity; what begins like another stands before
/// it.
const BEFORE: [(&str, &str); 10] = [
    (
        "About",
        "approximately|approx.|around|about|circa|ca.|c.|some|roughly|~|alrededor de|aproximadamente|\
         unos|unas|en torno a|environ|quelque|autour de|à peu près|cerca de|etwa|rund|ungefähr|حوالي|نحو",
    ),
    (
        "Nearly",
        "close to|almost|nearly|just under|casi|presque|près de|près d'|quase|knapp|ما يقرب من",
    ),
    (
        "AtLeast",
        ">=|at least|no fewer than|no less than|a minimum of|min.|al menos|por lo menos|au moins|\
         pelo menos|mindestens|ما لا يقل عن",
    ),
    (
        "MoreThan",
        "more than|above|well over|just over|over|>|más de|mas de|plus de|plus d'|mais de|mehr als|über|أكثر من",
    ),
    (
        "UpTo",
        "<=|up to|at most|no more than|a maximum of|max.|fewer than|less than|under|below|<|hasta|\
         menos de|jusqu'à|moins de|até|bis zu|weniger als|ما يصل إلى|أقل من",
    ),
    ("Exactly", "exactly|="),
    ("Several", "several|plusieurs|varios|varias"),
    (
        "Dozens",
        "dozens|des dizaines|dizaines|des douzaines|decenas|docenas",
    ),
    (
        "Hundreds",
        "hundreds|des centaines|centaines|cientos|centenares",
    ),
    ("Thousands", "thousands|des milliers|milliers|miles"),
];

/// The words behind a number.
const BEHIND: [(&str, &str); 3] = [
    ("AtLeast", "+|or more|and more|at least|minimum"),
    ("UpTo", "or fewer|or less|at most|maximum"),
    ("About", "or so|approximately"),
];

/// Words for what is counted, which say nothing of the number.
const COUNTED: &str = "people persons person individuals arrests arrested victims suspects men women \
    children minors migrants cases checks documents vehicles officers countries traffickers \
    smugglers charged detained identified rescued de personnes arrestations victimes migrants pays \
    mineurs femmes suspects personas detenciones víctimas migrantes países menores mujeres detenidos";

/// What multiplies the number before it.
const SCALES: [(&str, u64); 8] = [
    ("dozen", 12),
    ("hundred", 100),
    ("thousand k mil mille", 1_000),
    ("lakh lakhs", 100_000),
    (
        "million millions m mn mio mln millones millón milhões millionen مليون",
        1_000_000,
    ),
    ("crore crores", 10_000_000),
    ("billion bn", 1_000_000_000),
    ("trillion tn", 1_000_000_000_000),
];

/// Where the digits of each script begin, besides ours.
const ZEROS: [char; 19] = [
    '٠', '۰', '߀', '०', '০', '੦', '૦', '୦', '௦', '౦', '೦', '൦', '๐', '໐', '༠', '၀', '០', '᠐', '０',
];

/// The digit of any script as ours; `None` when it is none, or ours.
pub(super) fn other_digit(c: char) -> Option<char> {
    let value = |zero: &char| {
        (u32::from(c))
            .checked_sub(u32::from(*zero))
            .filter(|n| *n < 10)
    };
    char::from_digit(ZEROS.iter().find_map(value)?, 10)
}

/// What is said; `None` where that cannot be told for certain.
pub(super) fn said(text: &str) -> Option<Said> {
    let text = in_our_signs(text);
    let mut rest = text.trim();
    let mut name = None;
    while let Some((found, after)) = strip(&BEFORE, rest, |rest, word| {
        let after = rest.strip_prefix(word)?;
        let ends = |end: Option<char>| end.is_some_and(char::is_alphabetic);
        let inside = ends(word.chars().next_back()) && ends(after.chars().next());
        (!inside).then(|| after.trim_start())
    }) {
        if name.is_some_and(|name| name != found) {
            return None;
        }
        (name, rest) = (Some(found), after);
    }
    if let Some(name @ ("Several" | "Dozens" | "Hundreds" | "Thousands")) = name {
        let scaled =
            |word: &str| scale(word).is_some() || scale(word.trim_end_matches('s')).is_some();
        let more = rest.contains(|c: char| c.is_ascii_digit()) || rest.split(' ').any(scaled);
        return (!more).then_some(Said::Words(name));
    }
    while let Some((before, word)) = rest.rsplit_once(' ')
        && COUNTED.split_whitespace().any(|counted| counted == word)
    {
        rest = before.trim_end();
    }
    if let Some((found, before)) = strip(&BEHIND, rest, |rest, word| {
        Some(rest.strip_suffix(word)?.trim_end())
    }) {
        if name.is_some_and(|name| name != found) {
            return None;
        }
        (name, rest) = (Some(found), before);
    }
    let starts = ["between ", "from ", "entre "];
    let ends = starts.iter().find_map(|start| rest.strip_prefix(start));
    let range = range(ends.unwrap_or(rest));
    match (range, name) {
        (Some((low, high)), None | Some("About")) => Some(Said::Range(low, high)),
        (None, _) if ends.is_none() => Some(Said::One(name, number(rest, 1)?)),
        _ => None,
    }
}

/// The first of several words that something takes away, its quantity and what is left.
fn strip<'a>(
    words: &[(&'static str, &str)],
    rest: &'a str,
    take: impl Fn(&'a str, &str) -> Option<&'a str>,
) -> Option<(&'static str, &'a str)> {
    words.iter().find_map(|(name, words)| {
        let left = words.split('|').find_map(|word| take(rest, word))?;
        Some((*name, left))
    })
}

/// Small letters, our digits, one sign for each meaning.
fn in_our_signs(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            '–' | '—' | '‒' | '−' | '‐' | '‑' => out.push('-'),
            '≥' | '⩾' => out.push_str(">="),
            '≤' | '⩽' => out.push_str("<="),
            '≈' | '∼' | '～' => out.push('~'),
            '’' | '٬' => out.push('\''),
            '‚' | '，' | '،' => out.push(','),
            c if c.is_whitespace() => out.push(' '),
            c => out.push(other_digit(c).unwrap_or(c)),
        }
    }
    out
}

/// The two ends of a range, the smaller first.
fn range(text: &str) -> Option<(u64, u64)> {
    let separators = ["..=", "..", " to ", " and ", " et ", " y ", " à ", "-"];
    let (low, high) = separators
        .iter()
        .find_map(|between| text.split_once(between))?;
    let (low, high) = (low.trim(), high.trim());
    // “3 to 5 million” counts both in millions.
    let of_high = high.trim_start_matches(|c: char| !c.is_alphabetic());
    let of_low = if low.contains(char::is_alphabetic) {
        1
    } else {
        scale(of_high).unwrap_or(1)
    };
    let (low, high) = (number(low, of_low)?, number(high, 1)?);
    (low <= high).then_some((low, high))
}

fn scale(word: &str) -> Option<u64> {
    let named = |(words, _): &&(&str, u64)| words.split(' ').any(|scale| scale == word);
    SCALES.iter().find(named).map(|(_, scale)| *scale)
}

/// A whole number with what multiplies it, times `times`.
fn number(text: &str, times: u64) -> Option<u64> {
    let text = text.trim();
    let at = text.find(char::is_alphabetic).unwrap_or(text.len());
    let (digits, word) = text.split_at_checked(at)?;
    let digits = digits.trim();
    let scale = if word.is_empty() { times } else { scale(word)? };
    let (mantissa, decimals) = match digits.split_once(['.', ',']) {
        Some((whole, decimals)) if scale > 1 && !decimals.contains(['.', ',']) => {
            // A point before three digits may stand between thousands.
            if decimals.len() > 2 {
                return None;
            }
            (format!("{whole}{decimals}"), decimals.len())
        }
        _ => (whole(digits)?, 0),
    };
    let only_digits = !mantissa.is_empty() && mantissa.bytes().all(|byte| byte.is_ascii_digit());
    let product =
        u128::from(only_digits.then(|| mantissa.parse::<u64>().ok())??) * u128::from(scale);
    let parts = 10_u128.pow(u32::try_from(decimals).ok()?);
    let number = u64::try_from(product / parts).ok()?;
    (product.is_multiple_of(parts) && number <= LARGEST_NUMBER).then_some(number)
}

/// The digits of a number without what separates its thousands; `None` when it is no whole
/// number.
pub(super) fn whole(number: &str) -> Option<String> {
    let number = number.trim();
    let groups: Vec<&str> = number
        .split([',', '.', ' ', '\'', '’', '\u{A0}', '\u{202F}', '\u{2009}'])
        .collect();
    if groups.len() > 1 && !in_thousands(&groups) {
        return None;
    }
    let digits = groups.concat();
    let starts = digits.starts_with(|c: char| c.is_ascii_digit());
    let digit = |byte: u8| byte.is_ascii_digit() || byte == b'_';
    (starts && digits.bytes().all(digit)).then_some(digits)
}

/// Whether groups of digits are what stands between the separators of thousands, or as in India
/// of hundreds of thousands.
pub(super) fn in_thousands(groups: &[&str]) -> bool {
    let [first, between @ .., last] = groups else {
        return false;
    };
    let length = |group: &&str, length: usize| group.len() == length;
    let digits = |group: &&str| group.bytes().all(|byte| byte.is_ascii_digit());
    groups.iter().all(digits)
        && length(last, 3)
        && ((1..=3).contains(&first.len()) && between.iter().all(|group| length(group, 3))
            || (1..=2).contains(&first.len()) && between.iter().all(|group| length(group, 2)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_for_a_number_is_understood() {
        let one = |name, number| Some(Said::One(name, number));
        for (text, meant) in [
            (">40", one(Some("MoreThan"), 40)),
            ("> 1,234", one(Some("MoreThan"), 1234)),
            ("≥40", one(Some("AtLeast"), 40)),
            ("~40", one(Some("About"), 40)),
            ("≈ 40", one(Some("About"), 40)),
            ("40+", one(Some("AtLeast"), 40)),
            ("40 or more people", one(Some("AtLeast"), 40)),
            ("over 40", one(Some("MoreThan"), 40)),
            ("<40", one(Some("UpTo"), 40)),
            ("40 people", one(None, 40)),
            ("8 million", one(None, 8_000_000)),
            ("8M", one(None, 8_000_000)),
            ("1.5 million", one(None, 1_500_000)),
            ("1,5 Mio", one(None, 1_500_000)),
            ("3k", one(None, 3_000)),
            ("1,23,456", one(None, 123_456)),
            ("۴۰", one(None, 40)),
            ("40–60", Some(Said::Range(40, 60))),
            ("40 to 60", Some(Said::Range(40, 60))),
            ("between 40 and 60", Some(Said::Range(40, 60))),
            ("3 to 5 million", Some(Said::Range(3_000_000, 5_000_000))),
            ("dozens of people", Some(Said::Words("Dozens"))),
            ("más de 50", one(Some("MoreThan"), 50)),
            ("plus de 2 517", one(Some("MoreThan"), 2517)),
            ("environ 50", one(Some("About"), 50)),
            ("jusqu’à 50", one(Some("UpTo"), 50)),
            ("أكثر من ٥٠", one(Some("MoreThan"), 50)),
            ("٢٬٥١٧", one(None, 2517)),
            ("3 mil", one(None, 3000)),
            ("plus de 1 800", one(Some("MoreThan"), 1800)),
            ("près de 8 millions", one(Some("Nearly"), 8_000_000)),
            ("más de 1800 personas", one(Some("MoreThan"), 1800)),
            ("casi 500", one(Some("Nearly"), 500)),
            ("quelque 430", one(Some("About"), 430)),
            ("au moins 12 personnes", one(Some("AtLeast"), 12)),
            ("entre 40 et 60", Some(Said::Range(40, 60))),
            ("decenas", Some(Said::Words("Dozens"))),
            ("des dizaines de personnes", Some(Said::Words("Dozens"))),
            ("des milliers", Some(Said::Words("Thousands"))),
        ] {
            assert_eq!(said(text), meant, "{text}");
        }
    }

    #[test]
    fn what_is_not_certain_is_no_number() {
        for text in [
            "",
            "?",
            "many",
            "40 of 60",
            "40%",
            "40 per cent",
            "1.234 million",
            "hundreds of thousands",
            "over up to 40",
            "60-40",
            "-40",
            "4x",
            "between 40",
            "12 34",
            "1,23",
            "about 3 in 4",
            "3 mil millones",
        ] {
            assert_eq!(said(text), None, "{text}");
        }
    }
}
