//! A number without its sign as people say it: digits and words, and what multiplies them.

use super::number_words;
use crate::model::LARGEST_NUMBER;

/// What multiplies the number before it.
const SCALES: [(&str, u64); 15] = [
    ("dizaine dizaines decena decenas", 10),
    ("dozen douzaine douzaines docena docenas", 12),
    ("quinzaine quincena", 15),
    ("vingtaine veintena", 20),
    ("trentaine treintena", 30),
    ("quarantaine", 40),
    ("cinquantaine cincuentena", 50),
    ("soixantaine", 60),
    (
        "hundred cent cents centaine centaines centenar centenares",
        100,
    ),
    (
        "thousand k mil mille millier milliers millar millares",
        1_000,
    ),
    ("lakh lakhs", 100_000),
    (
        "million millions m mn mio mln millones millón milhões millionen مليون",
        1_000_000,
    ),
    ("crore crores", 10_000_000),
    ("billion bn milliard milliards", 1_000_000_000),
    ("trillion tn", 1_000_000_000_000),
];

/// Those of them that count about so many.
const LOOSE: &str = "dizaine dizaines decena decenas dozen dozens douzaine douzaines docena docenas \
    quinzaine quincena vingtaine veintena trentaine treintena quarantaine cinquantaine cincuentena \
    soixantaine centaine centaines centenar centenares millier milliers millar millares";

/// What stands before something that multiplies, and leaves open how exactly: “a dozen”.
pub(super) const ARTICLES: [&str; 5] = ["a ", "an ", "un ", "une ", "una "];

/// What stands there for a half of it.
pub(super) const HALF_OF: [&str; 7] = [
    "half a ", "half an ", "half ", "demi-", "demi ", "medio ", "media ",
];

/// What adds a half of what multiplies.
const AND_A_HALF: [&str; 5] = [
    " and a half",
    " et demie",
    " et demi",
    " y medio",
    " y media",
];

/// Whether a number counts in dozens and the like.
pub(super) fn is_loose(text: &str) -> bool {
    let last = text.rsplit([' ', '-']).next().unwrap_or(text);
    LOOSE.split_whitespace().any(|loose| loose == last)
}

/// One thing that multiplies, or a half of it: “a dozen”, “half a million”.
pub(super) fn one_thing(text: &str) -> Option<u64> {
    let begins = |all: &[&str], text: &str| {
        let begin = all.iter().find(|one| text.starts_with(**one));
        begin.map_or(0, |one| one.len())
    };
    let article = begins(&ARTICLES, text);
    let rest = text.get(article..)?;
    let half = begins(&HALF_OF, rest);
    let times = scale(rest.get(half..)?).filter(|_| article + half > 0 && rest.len() > half)?;
    Some(if half > 0 { times / 2 } else { times })
}

pub(super) fn scale(word: &str) -> Option<u64> {
    if let Some(("mil" | "mille", many @ ("millones" | "milliards"))) = word.split_once(' ') {
        return Some(scale(many)? * 1000);
    }
    let named = |(words, _): &&(&str, u64)| words.split(' ').any(|scale| scale == word);
    SCALES.iter().find(named).map(|(_, scale)| *scale)
}

/// A whole number with what multiplies it, times `times`.
pub(super) fn number(text: &str, times: u64) -> Option<u64> {
    let text = text.trim();
    if let Some((number, of)) = AND_A_HALF.iter().find_map(|half| text.split_once(*half)) {
        return and_a_half(number, of.trim(), times);
    }
    let at = text.find(char::is_alphabetic).unwrap_or(text.len());
    let (digits, word) = text.split_at_checked(at)?;
    let digits = digits.trim();
    if digits.is_empty() {
        return in_words(text, times);
    }
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

/// “Two and a half million”, “deux millions et demi”
fn and_a_half(text: &str, of: &str, times: u64) -> Option<u64> {
    let own = text.rsplit(' ').next()?;
    let unit = scale(if of.is_empty() { own } else { of })?;
    if unit % 2 == 1 {
        return None;
    }
    let whole = if of.is_empty() {
        number(text, 1).or_else(|| one_thing(text))?
    } else {
        number(text, 1)?.checked_mul(unit)?
    };
    let number = whole.checked_add(unit / 2)?.checked_mul(times)?;
    (number <= LARGEST_NUMBER).then_some(number)
}

/// A number in words with what multiplies it, times `times`.
fn in_words(text: &str, times: u64) -> Option<u64> {
    if let Some(number) = number_words::value(text) {
        let number = number.checked_mul(times)?;
        return (number <= LARGEST_NUMBER).then_some(number);
    }
    let (words, multiplier) = text.rsplit_once(' ')?;
    let number = number_words::value(words)?.checked_mul(scale(multiplier)?)?;
    (number <= LARGEST_NUMBER).then_some(number)
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
