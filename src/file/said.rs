//! Quantities as people say them, in words and signs: `>40`, `40–60`, “over 8 million”. Only what
//! is certain is understood; no number comes out that was not written.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::number_said::{ARTICLES, HALF_OF, is_loose, number, one_thing, scale};
use super::number_words;

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

/// Fewer than so many, which is at most one less.
const FEWER: &str = "FewerThan";

/// What is close to a number, and says more of it than that.
const CLOSE: &str = "Close";

/// The words of sources before a number for each quantity; what begins like another stands before
/// it.
const BEFORE: [(&str, &str); 12] = [
    (
        "About",
        "approximately|approx.|around|about|circa|ca.|c.|some|roughly|an estimated|~|alrededor de|\
         aproximadamente|unos|unas|en torno a|environ|quelque|autour de|à peu près|cerca de|etwa|\
         rund|ungefähr|حوالي|نحو",
    ),
    (
        "Nearly",
        "close to|almost|nearly|just under|casi|poco menos de|presque|près de|près d'|\
         un peu moins de|un peu moins d'|quase|knapp|ما يقرب من",
    ),
    (
        "AtLeast",
        ">=|at least|no fewer than|not fewer than|no less than|not less than|a minimum of|min.|al menos|\
         por lo menos|no menos de|como mínimo|un mínimo de|au moins|pas moins de|pas moins d'|\
         au minimum|pelo menos|mindestens|ما لا يقل عن",
    ),
    (
        "MoreThan",
        "more than|above|well over|just over|over|in excess of|upwards of|>|más de|mas de|\
         poco más de|algo más de|plus de|plus d'|un peu plus de|un peu plus d'|mais de|mehr als|\
         über|أكثر من",
    ),
    (
        "UpTo",
        "<=|up to|at most|as many as|no more than|not more than|never more than|a maximum of|max.|\
         hasta|no más de|no mas de|jusqu'à|pas plus de|pas plus d'|até|bis zu|ما يصل إلى",
    ),
    (
        FEWER,
        "fewer than|less than|under|below|well under|well below|far fewer than|<|menos de|moins de|\
         moins d'|bien moins de|bien moins d'|weniger als|أقل من",
    ),
    (CLOSE, "barely|scarcely|hardly|à peine|apenas"),
    ("Exactly", "exactly|="),
    (
        "Thousands",
        "thousands|several thousand|several thousands|tens of thousands|des milliers|\
         plusieurs milliers|quelques milliers|dizaines de milliers|milliers|miles|varios miles|\
         decenas de miles|des dizaines de milliers|millares",
    ),
    (
        "Dozens",
        "dozens|several dozen|several dozens|des dizaines|plusieurs dizaines|quelques dizaines|\
         dizaines|des douzaines|decenas|varias decenas|docenas|varias docenas",
    ),
    (
        "Hundreds",
        "hundreds|several hundred|several hundreds|des centaines|plusieurs centaines|\
         quelques centaines|centaines|cientos|varios cientos|centenares|varios centenares",
    ),
    ("Several", "several|plusieurs|varios|varias"),
];

/// The words behind a number.
const BEHIND: [(&str, &str); 4] = [
    (
        "AtLeast",
        "+|or more|and more|at least|minimum|ou plus|au moins|o más|al menos|como mínimo",
    ),
    (
        "UpTo",
        "or fewer|or less|at most|maximum|au plus|como máximo",
    ),
    ("About", "or so|approximately|environ|aproximadamente"),
    (CLOSE, "-odd|odd"),
];

/// Words for what is counted, which say nothing of the number.
const COUNTED: &str = "people persons person individuals arrests arrested victims suspects men women \
    children minors migrants cases checks documents vehicles officers countries traffickers \
    smugglers charged detained identified rescued de personnes arrestations victimes migrants pays \
    mineurs femmes suspects personas detenciones víctimas migrantes países menores mujeres detenidos";

/// What stands between a quantity without a number and what multiplies it: “hundreds of thousands”.
const OF: [&str; 3] = ["of ", "de ", "d'"];

/// What stands before both ends of a range.
const RANGES: [&str; 2] = ["between ", "entre "];

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
    Some(meant(text)?.0)
}

/// Whether words say more than the quantity that is made of them: “fewer than 50” is at most 49,
/// “tens of thousands” are thousands.
pub(super) fn says_more(text: &str) -> bool {
    meant(text).is_some_and(|(_, is_all)| !is_all)
}

fn meant(text: &str) -> Option<(Said, bool)> {
    let text = in_our_signs(text);
    let (name, mut rest) = sign(text.trim())?;
    while let Some((before, word)) = rest.rsplit_once(' ')
        && COUNTED.split_whitespace().any(|counted| counted == word)
    {
        rest = before.trim_end();
    }
    if let Some(words) = without_number(name) {
        if let Some(of_many) = of_thousands(words, rest) {
            return of_many.then_some((Said::Words("Thousands"), false));
        }
        let scaled =
            |word: &str| scale(word).is_some() || scale(word.trim_end_matches('s')).is_some();
        let more = rest.contains(|c: char| c.is_ascii_digit()) || rest.split(' ').any(scaled);
        return (!more).then_some((Said::Words(words), !of_tens(&text)));
    }
    let (name, rest) = sign_behind(name, rest)?;
    let mut starts = RANGES.iter().chain(&["from "]);
    let ends = starts.find_map(|start| rest.strip_prefix(start));
    number_or_range(name, ends.unwrap_or(rest), ends.is_some())
}

/// What is said by words of a running text that are nothing but a quantity. From one number to
/// another something may have grown.
pub(super) fn said_in_text(text: &str) -> Option<Said> {
    let text = in_our_signs(text);
    let (name, rest) = sign(text.trim())?;
    if let Some(words) = without_number(name) {
        let is_pair = rest.matches(' ').count() < 2;
        let is_many = is_pair && of_thousands(words, rest) == Some(true);
        let words = if is_many { "Thousands" } else { words };
        return (is_many || rest.is_empty()).then_some(Said::Words(words));
    }
    let (name, rest) = sign_behind(name, rest)?;
    let ends = RANGES.iter().find_map(|start| rest.strip_prefix(start));
    Some(number_or_range(name, ends.unwrap_or(rest), ends.is_some())?.0)
}

/// Whether words without a number are those of thousands; `None` where they are of nothing that
/// multiplies.
fn of_thousands(words: &str, rest: &str) -> Option<bool> {
    let many = OF.iter().find_map(|of| rest.strip_prefix(of))?;
    let many = many.split(' ').next()?;
    let times = scale(many).or_else(|| scale(many.trim_end_matches('s')));
    let times = if many == "miles" { Some(1000) } else { times };
    times.map(|times| times == 1000 && words != "Thousands")
}

/// Whether words say that there are tens of thousands.
fn of_tens(text: &str) -> bool {
    let tens = ["tens of ", "dizaines de mil", "decenas de mil"];
    tens.iter().any(|tens| text.contains(tens))
}

/// Whether the words of a quantity may begin with this one, in small letters, before its number.
pub(super) fn may_begin(word: &str) -> bool {
    static FIRST: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
        let signs = BEFORE.iter().flat_map(|(_, words)| words.split('|'));
        let all = signs.chain(RANGES).chain(ARTICLES).chain(HALF_OF);
        let first = all.filter_map(|words| words.split([' ', '\'', '.', '-']).next());
        first.collect()
    });
    FIRST.contains(word)
}

/// The sign before a number, and what stands behind it; `None` where signs contradict one another.
fn sign(mut rest: &str) -> Option<(Option<&'static str>, &str)> {
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
    Some((name, rest))
}

/// A quantity that is stated without a number.
fn without_number(name: Option<&'static str>) -> Option<&'static str> {
    name.filter(|name| matches!(*name, "Several" | "Dozens" | "Hundreds" | "Thousands"))
}

/// The sign behind a number where there is one, and what stands before it.
fn sign_behind<'a>(
    name: Option<&'static str>,
    rest: &'a str,
) -> Option<(Option<&'static str>, &'a str)> {
    let Some((found, before)) = strip(&BEHIND, rest, |rest, word| {
        Some(rest.strip_suffix(word)?.trim_end())
    }) else {
        return Some((name, rest));
    };
    let same = name.is_none_or(|name| name == found);
    same.then_some((Some(found), before))
}

/// A number or two with its sign, and whether that is all the words say.
fn number_or_range(name: Option<&'static str>, text: &str, is_range: bool) -> Option<(Said, bool)> {
    if let Some((low, high, is_all)) = range(text, is_range) {
        let is_loose = name.is_some() || is_loose(text);
        let range = matches!(name, None | Some("About")).then_some(Said::Range(low, high))?;
        return Some((range, is_all && !is_loose));
    }
    if is_range {
        return None;
    }
    let (name, number) = if let Some(number) = one_thing(text) {
        (name.or(Some("About")), number)
    } else {
        let about = is_loose(text).then_some("About");
        (name.or(about), number(text, 1)?)
    };
    Some(match name {
        Some(FEWER) => (Said::One(Some("UpTo"), number.checked_sub(1)?), false),
        Some(CLOSE) => (Said::One(Some("About"), number), false),
        Some(_) | None => (Said::One(name, number), true),
    })
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
            '½' if out.ends_with(|c: char| c.is_ascii_digit()) => out.push_str(".5"),
            '¼' if out.ends_with(|c: char| c.is_ascii_digit()) => out.push_str(".25"),
            '¾' if out.ends_with(|c: char| c.is_ascii_digit()) => out.push_str(".75"),
            c if c.is_whitespace() => out.push(' '),
            c => out.push(other_digit(c).unwrap_or(c)),
        }
    }
    out
}

/// The two ends of a range, the smaller first, and whether the words say no more. Two numbers with
/// an “and” between them are one only behind “between”.
fn range(text: &str, is_between: bool) -> Option<(u64, u64, bool)> {
    const SEPARATORS: [&str; 7] = ["..=", "..", " to ", " à ", " a ", " - ", "-"];
    const AND: [&str; 3] = [" and ", " et ", " y "];
    const OR: [&str; 4] = [" or ", " ou ", " o ", " u "];
    if !is_between && number(text, 1).is_some() {
        return None;
    }
    let and = AND.iter().filter(|_| is_between);
    let or = OR.iter().filter(|_| !is_between);
    let mut all =
        (SEPARATORS.iter().chain(and).map(|one| (*one, true))).chain(or.map(|one| (*one, false)));
    all.find_map(|(between, is_all)| {
        text.match_indices(between).find_map(|(at, _)| {
            let (low, high) = (text.get(..at)?, text.get(at + between.len()..)?);
            let (low, high) = ends(low.trim(), high.trim())?;
            Some((low, high, is_all))
        })
    })
}

fn ends(low: &str, high: &str) -> Option<(u64, u64)> {
    // “3 to 5 million” counts both in millions.
    let last = high.rsplit(' ').next().unwrap_or(high);
    let of_high = scale(last.trim_start_matches(|c: char| !c.is_alphabetic()));
    let is_plain = !low.contains(char::is_alphabetic) || number_words::value(low).is_some();
    let of_low = of_high.filter(|_| is_plain).unwrap_or(1);
    let (low, high) = (number(low, of_low)?, number(high, 1)?);
    (low <= high).then_some((low, high))
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
            ("<40", one(Some("UpTo"), 39)),
            ("moins de 50", one(Some("UpTo"), 49)),
            ("fewer than a dozen", one(Some("UpTo"), 11)),
            ("barely 40", one(Some("About"), 40)),
            ("40-odd", one(Some("About"), 40)),
            ("30 or 40", Some(Said::Range(30, 40))),
            ("two and a half million", one(None, 2_500_000)),
            ("deux millions et demi", one(None, 2_500_000)),
            ("dos millones y medio", one(None, 2_500_000)),
            ("un million et demi", one(None, 1_500_000)),
            ("2½ million", one(None, 2_500_000)),
            ("un demi-million", one(Some("About"), 500_000)),
            ("a thousand and one", one(None, 1001)),
            ("un millier", one(Some("About"), 1000)),
            ("3 mil millones", one(None, 3_000_000_000)),
            ("tres mil millones", one(None, 3_000_000_000)),
            ("2 milliards", one(None, 2_000_000_000)),
            ("hundreds of thousands", Some(Said::Words("Thousands"))),
            ("des centaines de milliers", Some(Said::Words("Thousands"))),
            (
                "cientos de miles de personas",
                Some(Said::Words("Thousands")),
            ),
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
            ("twelve", one(None, 12)),
            ("more than twenty-two people", one(Some("MoreThan"), 22)),
            ("two dozen", one(Some("About"), 24)),
            ("a dozen", one(Some("About"), 12)),
            ("half a dozen", one(Some("About"), 6)),
            ("more than a dozen", one(Some("MoreThan"), 12)),
            ("une vingtaine", one(Some("About"), 20)),
            ("plus d’une centaine", one(Some("MoreThan"), 100)),
            ("eight million", one(None, 8_000_000)),
            ("quatre-vingt", one(None, 80)),
            ("treinta y dos", one(None, 32)),
            ("several hundred people", Some(Said::Words("Hundreds"))),
            ("not more than ten", one(Some("UpTo"), 10)),
            ("pas plus de 40", one(Some("UpTo"), 40)),
            ("medio centenar", one(Some("About"), 50)),
            ("más de mil doscientos", one(Some("MoreThan"), 1200)),
            ("decenas de miles", Some(Said::Words("Thousands"))),
        ] {
            assert_eq!(said(text), meant, "{text}");
        }
    }

    #[test]
    fn in_a_running_text_only_what_says_so_is_a_range() {
        let one = |name, number| Some(Said::One(name, number));
        for (text, meant) in [
            ("more than 1,800", one(Some("MoreThan"), 1800)),
            ("entre 40 y 60", Some(Said::Range(40, 60))),
            ("40 à 60", Some(Said::Range(40, 60))),
            (
                "deux à trois millions",
                Some(Said::Range(2_000_000, 3_000_000)),
            ),
            ("treinta y dos", one(None, 32)),
            ("dozens", Some(Said::Words("Dozens"))),
            ("40 and 60", None),
            ("from 40 to 60", None),
            ("40 arrests", None),
            ("dozens of people", None),
            ("a", None),
        ] {
            assert_eq!(said_in_text(text), meant, "{text}");
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
            "hundreds of millions",
            "miles de millones",
            "two and a half",
            "dos millones y medio de consultas. medio millón",
            "5 and 7",
            "at least 30 or 40",
            "over up to 40",
            "60-40",
            "-40",
            "4x",
            "between 40",
            "12 34",
            "1,23",
            "about 3 in 4",
        ] {
            assert_eq!(said(text), None, "{text}");
        }
    }

    #[test]
    fn words_that_say_more_than_their_quantity_are_known() {
        for text in [
            "fewer than 50",
            "<50",
            "menos de 50",
            "tens of thousands",
            "des dizaines de milliers",
            "centenares de miles",
            "about 40-60",
            "some 30 or 40",
            "two to three dozen",
            "barely 40",
            "40-odd people",
        ] {
            assert!(says_more(text), "{text}");
        }
        for text in [
            "up to 50",
            "thousands",
            "dozens",
            "about 40",
            "40-60",
            "two dozen",
            "1,800",
            "many",
        ] {
            assert!(!says_more(text), "{text}");
        }
    }
}
