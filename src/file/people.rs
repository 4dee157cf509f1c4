//! What must not be told of people in cases: exact ages of minors, and names.
//!
//! Both are guessed from a few words around, so they are warnings. A text is gone through once,
//! word by word, since there may be a million of them.

use super::found::Span;
use crate::model::fault::RecordFault;
use crate::model::hidden::shown;

/// Words for the ages below 18, by age.
const AGES: &str = "zero one two three four five six seven eight nine ten eleven twelve thirteen \
                    fourteen fifteen sixteen seventeen";

/// Titles that stand before a person's name.
const TITLES: [&str; 13] = [
    "Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Mme", "Mlle", "Monsieur", "Herr", "Frau", "Señor",
    "Señora",
];

/// Words after which a name follows.
const NAMING: [&str; 5] = ["named", "called", "alias", "nicknamed", "surnamed"];

/// Capitalised words that begin no person's name.
const NO_NAMES: &str = "Operation Project The Interpol Europol Frontex Afripol United National \
                        Black New South North Saint";

/// Where in a text something stands that should not be told, and what it is.
pub(super) type Disclosure = (Span, RecordFault);

/// What to look for in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Telling {
    /// Exact ages of minors.
    Ages,
    /// Exact ages of minors, and people's names.
    AgesAndNames,
}

/// Exact ages of minors and people's names in a text.
pub(super) fn disclosures(text: &str, telling: Telling) -> Vec<Disclosure> {
    let mut found = Vec::new();
    let bytes = text.as_bytes();
    let mut in_word = false;
    for (at, &byte) in bytes.iter().enumerate() {
        let letter = byte.is_ascii_alphanumeric() || byte >= 0x80;
        if letter && !in_word {
            match byte {
                b'y' | b'a' | b'j' | b'J' | b'Y' | b'A' => found.extend(age(text, at)),
                _ => {}
            }
            match byte {
                b'M' | b'D' | b'H' | b'F' | b'S' | b'n' | b'c' | b'a' | b's' | b'i' | b'k'
                    if telling == Telling::AgesAndNames =>
                {
                    found.extend(name(text, at));
                }
                _ => {}
            }
        }
        in_word = letter;
    }
    found
}

/// The word that begins at an offset.
fn word_at(text: &str, at: usize) -> &str {
    let rest = text.get(at..).unwrap_or("");
    let end = rest
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(rest.len());
    rest.get(..end).unwrap_or("")
}

/// An age below 18 around the word that begins at an offset: "8-year-old", "aged 12", "15 ans".
fn age(text: &str, at: usize) -> Option<Disclosure> {
    let word = word_at(text, at);
    let lower = word.to_lowercase();
    let end = at + word.len();
    let piece = match lower.as_str() {
        "aged" | "age" => {
            let after = text.get(end..)?;
            let gap = after.len() - after.trim_start_matches([' ', '\u{A0}', ':']).len();
            let after = after
                .get(gap..)?
                .strip_prefix("of ")
                .or_else(|| after.get(gap..))?;
            let start = text.len() - after.len();
            let number = word_at(text, start);
            years(number)?;
            // "aged 12 to 60" and "aged 15-49" are no one's age.
            let behind = text.get(start + number.len()..)?.trim_start();
            let range = ["to ", "-", "–", "and ", "or "]
                .iter()
                .any(|sign| behind.starts_with(sign));
            (!range).then_some(at..start + number.len())?
        }
        "year" | "years" | "yr" | "yrs" | "yo" | "ans" | "años" | "anos" | "jahre" | "jährige"
        | "jähriger" | "jähriges" | "jährigen" | "jährig" => {
            let before = text
                .get(..at)?
                .trim_end_matches([' ', '\u{A0}', '-', '‑', '–']);
            let start = before
                .char_indices()
                .rev()
                .take_while(|(_, c)| c.is_alphanumeric())
                .last()?
                .0;
            years(before.get(start..)?)?;
            let after: String = text
                .get(end..)?
                .chars()
                .take(5)
                .collect::<String>()
                .to_lowercase();
            let old = after
                .trim_start_matches([' ', '-', '‑', '\u{A0}'])
                .starts_with("old");
            let says_age = match lower.as_str() {
                "year" | "years" | "yr" | "yrs" => old,
                _ => true,
            };
            let range = before.get(..start)?.trim_end().ends_with(['-', '–'])
                || before.get(..start)?.ends_with("to ");
            let old_end = text
                .get(end..)?
                .find("old")
                .map_or(end, |found| end + found + 3);
            (says_age && !range).then_some(start..if old { old_end } else { end })?
        }
        _ => return None,
    };
    let told = shown(text.get(piece.clone())?);
    Some((piece, RecordFault::Age(told)))
}

/// An age below 18, in digits or words.
fn years(word: &str) -> Option<usize> {
    let in_words = || {
        AGES.split(' ')
            .position(|age| age.eq_ignore_ascii_case(word))
    };
    let age = word.parse::<usize>().ok().or_else(in_words)?;
    (age < 18).then_some(age)
}

/// A person's name behind the word that begins at an offset: "Mr Smith", "a man named John Smith".
fn name(text: &str, at: usize) -> Option<Disclosure> {
    let word = word_at(text, at);
    let mut end = at + word.len();
    let title = TITLES.contains(&word);
    let phrase = matches!(word, "identified" | "known") && text.get(end..)?.starts_with(" as ");
    if !title && !phrase && !NAMING.contains(&word) {
        return None;
    }
    if phrase {
        end += " as".len();
    }
    let after = text.get(end..)?;
    let after = if title {
        after.strip_prefix('.').unwrap_or(after)
    } else {
        after
    };
    let start = text.len() - after.strip_prefix(' ')?.len();
    let first = capitalised(text, start)?;
    let mut last = start + first.len();
    if !title {
        let second = text
            .get(last..)?
            .strip_prefix(' ')
            .and_then(|_| capitalised(text, last + 1))?;
        last += 1 + second.len();
    }
    let from = if title { at } else { start };
    let told = shown(text.get(from..last)?);
    Some((from..last, RecordFault::Name(told)))
}

/// The word at an offset if it is written as names are: a capital, then small letters.
fn capitalised(text: &str, at: usize) -> Option<&str> {
    let word = word_at(text, at);
    let mut letters = word.chars();
    let capital = letters.next().is_some_and(char::is_uppercase);
    let small = letters.next().is_some_and(char::is_lowercase);
    (capital && small && !NO_NAMES.split(' ').any(|name| name == word)).then_some(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<&str> {
        disclosures(text, Telling::AgesAndNames)
            .into_iter()
            .map(|(piece, _)| text.get(piece).unwrap())
            .collect()
    }

    #[test]
    fn exact_ages_of_minors_are_found_in_digits_and_words() {
        for (text, piece) in [
            ("An 8-year-old boy", "8-year-old"),
            ("an eight-year-old boy", "eight-year-old"),
            ("a girl, 12 years old, was", "12 years old"),
            ("a girl aged 12 was", "aged 12"),
            ("a girl at the age of 7", "age of 7"),
            ("une fille de 15 ans", "15 ans"),
            ("una niña de 9 años", "9 años"),
            ("ein 14-jähriger Junge", "14-jähriger"),
        ] {
            assert_eq!(pieces(text), [piece], "{text}");
        }
    }

    #[test]
    fn other_numbers_of_years_are_no_ages_of_minors() {
        for text in [
            "a 45-year-old man",
            "for 8 years the group",
            "in its 5th year",
            "a 3-year investigation",
            "women aged 15-49",
            "aged 18",
            "people aged 20 to 60",
            "années",
            "21 minors",
        ] {
            assert!(pieces(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn names_of_people_are_found_behind_titles_and_words_of_naming() {
        for (text, piece) in [
            ("Mr Smith was arrested", "Mr Smith"),
            ("Mrs. Élodie said", "Mrs. Élodie"),
            ("a man named John Smith was", "John Smith"),
            ("identified as Maria Lopez", "Maria Lopez"),
            ("known as Big Joe", "Big Joe"),
        ] {
            assert_eq!(pieces(text), [piece], "{text}");
        }
    }

    #[test]
    fn operations_countries_and_things_are_no_people() {
        for text in [
            "an operation named Operation Liberterra II",
            "the DR Congo",
            "identified as potential victims",
            "a bar called Paradise",
            "Drugs were found; called INTERPOL National",
            "Mid Wales",
        ] {
            assert!(pieces(text).is_empty(), "{text}");
        }
    }
}
