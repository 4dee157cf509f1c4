//! Names and nouns in a sentence: lists, plurals, first letters.

use crate::model::Operation;
use crate::model::isolated::{isolated, reads_leftwards};
use crate::words::numerals::grouped;

/// How many names a list gives before it counts them.
const NAMED: usize = 4;

/// "1 operation", "16 operations", "3,653 days".
pub fn counted(count: usize, one: &str, many: &str) -> String {
    let number = grouped(count as f64, 0);
    format!("{number} {}", if count == 1 { one } else { many })
}

/// "Togo, Benin and Mali", however many there are.
pub fn listed<T: AsRef<str>>(names: &[T]) -> String {
    joined_by("and", names)
}

/// "Partner, Funder or Host".
pub(super) fn one_of<T: AsRef<str>>(names: &[T]) -> String {
    joined_by("or", names)
}

fn joined_by<T: AsRef<str>>(word: &str, names: &[T]) -> String {
    match names {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} {word} {}", first.join(", "), last.as_ref())
        }
    }
}

/// "a, b and c"; beyond four only the first two and how many more there are.
pub fn listed_in_short<T: AsRef<str>>(names: &[T]) -> String {
    match names {
        [first, second, ..] if names.len() > NAMED => {
            let more = names.len() - 2;
            format!("{}, {} and {more} more", first.as_ref(), second.as_ref())
        }
        few => listed(few),
    }
}

/// What follows names of which not all are told: "and 4,900 more".
pub fn and_more(count: usize) -> String {
    format!("and {} more", grouped(count as f64, 0))
}

/// The most names that one reads through; of more, so many are told and the rest counted.
const READ_THROUGH: usize = 24;

/// "a, b and c"; of very many, the first ones and how many more there are.
pub fn listed_to_read<T: AsRef<str>>(names: &[T]) -> String {
    match names.get(..READ_THROUGH) {
        Some(first) if names.len() > READ_THROUGH + 1 => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            let more = and_more(names.len() - READ_THROUGH);
            format!("{} {more}", first.join(", "))
        }
        Some(_) | None => listed(names),
    }
}

/// "a, b and c"; beyond four only how many operations there are.
pub fn listed_or_counted<T: AsRef<str>>(names: &[T]) -> String {
    if names.len() > NAMED {
        return counted(names.len(), "operation", "operations");
    }
    listed(names)
}

/// A sentence in which each piece in quotation marks is a unit of its own, where any of it reads
/// from the right.
pub(super) fn quotes_kept_together(sentence: String) -> String {
    if !reads_leftwards(&sentence) {
        return sentence;
    }
    let mut out = String::with_capacity(2 * sentence.len());
    let (mut before, mut is_open) = (' ', false);
    for c in sentence.chars() {
        let straight = c == '"' && before != '\\';
        if c == '”' || straight && is_open {
            out.push('\u{2069}');
        }
        out.push(c);
        if c == '“' || straight && !is_open {
            out.push('\u{2068}');
        }
        is_open ^= straight;
        before = c;
    }
    out
}

/// A file's name as a unit of its own in a sentence, where it reads from the right.
pub(super) fn file_named(name: &str) -> String {
    if reads_leftwards(name) {
        isolated(name)
    } else {
        name.to_owned()
    }
}

/// A text without what keeps names in it together, for where its parts are cells.
pub fn without_isolates(text: impl Into<String>) -> String {
    let mut text = text.into();
    if !text.is_ascii() {
        text.retain(|letter| !matches!(letter, '\u{2068}' | '\u{2069}'));
    }
    text
}

/// Letters with their code points: "国 (U+56FD) and 际 (U+9645)"; beyond eight how many more there
/// are. What is no letter or sign to be seen is only its code point.
pub fn letters(letters: &[char]) -> String {
    const TOLD: usize = 8;
    let told = |&letter: &char| {
        let point = format!("U+{:04X}", u32::from(letter));
        if letter.is_alphanumeric() {
            format!("{letter} ({point})")
        } else {
            point
        }
    };
    let mut names: Vec<String> = letters.iter().take(TOLD).map(told).collect();
    if letters.len() > TOLD {
        names.push(format!("{} more", letters.len() - TOLD));
    }
    listed(&names)
}

/// That letters of a picture cannot be drawn, and what to do.
pub fn not_drawn(lacking: &[char]) -> String {
    let letters = letters(lacking);
    format!(
        "No font here has {letters}: boxes stand in their place, and no picture with them is saved. Install a font that has them"
    )
}

/// Names as one reads them: "Liberterra II and III", "Weka I, Weka II and Turquesa V", and
/// beyond four only their number.
pub fn joined(operations: &[&Operation]) -> String {
    let mut names = short_names(operations);
    // The first one is told in full, and the others by what differs.
    if let (Some(name), Some(first)) = (names.first_mut(), operations.first()) {
        name.clone_from(&first.name);
    }
    listed_or_counted(&names)
}

/// A name for each operation that is short and still tells them apart: within one family only
/// what differs ("II", "III") where that is something in each, else the whole name.
pub fn short_names(operations: &[&Operation]) -> Vec<String> {
    let one_family = operations
        .windows(2)
        .all(|pair| matches!(pair, [a, b] if a.family == b.family));
    let rests = operations.iter().map(|operation| {
        let rest = beside_family(operation);
        (!rest.is_empty() && rest != operation.name).then(|| rest.to_owned())
    });
    match rests.collect() {
        Some(rests) if one_family && operations.len() > 1 => rests,
        _ => operations
            .iter()
            .map(|operation| operation.name.clone())
            .collect(),
    }
}

/// What an operation's name adds to its family's: "II"; its whole name where that has another
/// beginning, nothing where it is the family's.
pub fn beside_family(operation: &Operation) -> &str {
    let rest = operation.name.strip_prefix(operation.family.as_str());
    rest.map_or(operation.name.as_str(), str::trim)
}

/// An operation's name where its family's stands in front; empty where that says it all because
/// it is `alone`.
pub fn name_in_family(operation: &Operation, alone: bool) -> String {
    match beside_family(operation) {
        "" if !alone => operation.name.clone(),
        rest => rest.to_owned(),
    }
}

/// The first letter small, unless the word is an abbreviation: "Arrests" → "arrests".
pub fn lower_first(label: &str) -> String {
    let mut chars = label.chars();
    match (chars.next(), chars.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(chars).collect()
        }
        _ => label.to_owned(),
    }
}

/// A number of things found so far, of which there may be more where `open`: "≥ 3". None found says
/// nothing of how many there are.
pub fn at_least(found: usize, open: bool) -> String {
    let number = grouped(found as f64, 0);
    if open && found > 0 {
        format!("≥ {number}")
    } else {
        number
    }
}

/// All of what a label counts: "all arrests".
pub(super) fn all_of(label: &str) -> String {
    let label = lower_first(label);
    if label.starts_with("all ") {
        label
    } else {
        format!("all {label}")
    }
}

/// The first letter large: "people" → "People".
pub fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture;

    #[test]
    fn a_list_names_what_one_can_read_and_counts_the_rest() {
        let names = ["a", "b", "c", "d", "e"];
        assert_eq!(listed(&names[..1]), "a");
        assert_eq!(listed(&names), "a, b, c, d and e");
        assert_eq!(listed_in_short(&names[..4]), "a, b, c and d");
        assert_eq!(listed_in_short(&names), "a, b and 3 more");
        assert_eq!(listed_or_counted(&names), "5 operations");
        let many = listed_to_read(&["x"; 424]);
        assert!(many.ends_with("x, x and 400 more"), "{many}");
        assert_eq!(listed_to_read(&names), listed(&names));
        assert_eq!(counted(1, "day", "days"), "1 day");
        assert_eq!(counted(3653, "day", "days"), "3,653 days");
    }

    #[test]
    fn operations_of_one_family_are_told_apart_by_what_differs() {
        let atlas = fixture::atlas();
        let operations: Vec<&Operation> = atlas.operations.iter().collect();
        assert_eq!(short_names(&operations), ["II", "III"]);
        assert_eq!(joined(&operations), "Liberterra II and III");
        assert_eq!(joined(&operations[..1]), "Liberterra II");
    }
}
