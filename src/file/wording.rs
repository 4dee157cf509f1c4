//! Words for sentences about what is wrong: quoting safely, listing, guessing what was meant.

use super::hidden;

/// How many characters of an offending text a sentence quotes.
const QUOTED_LENGTH: usize = 40;

/// Names are compared one by one only among this many; beyond it nobody would have mistyped
/// one of a handful, and comparing would take long.
const MOST_NAMES_COMPARED: usize = 5_000;

/// A text in quotation marks, on one line, cut where it is long, and with characters that
/// would disturb a terminal spelled out.
pub(super) fn quoted(text: &str) -> String {
    format!("“{}”", shown(text))
}

/// Like [`quoted`], without the quotation marks.
pub(super) fn shown(text: &str) -> String {
    let mut out = String::new();
    for (count, c) in text.trim().chars().enumerate() {
        if count == QUOTED_LENGTH {
            out.push('…');
            break;
        }
        if c == '\n' || c == '\t' || c == '\r' {
            out.push(' ');
        } else if hidden::name(c).is_some() {
            out.push_str(&hidden::code(c));
        } else {
            out.push(c);
        }
    }
    out
}

/// "a, b or c"; empty for no names.
pub(super) fn one_of<S: AsRef<str>>(names: &[S]) -> String {
    listed(names, "or")
}

/// "a, b and c"; empty for no names.
pub(super) fn all_of<S: AsRef<str>>(names: &[S]) -> String {
    listed(names, "and")
}

fn listed<S: AsRef<str>>(names: &[S], last_joint: &str) -> String {
    let mut out = String::new();
    for (index, name) in names.iter().enumerate() {
        if index > 0 && index + 1 == names.len() {
            out.push(' ');
            out.push_str(last_joint);
            out.push(' ');
        } else if index > 0 {
            out.push_str(", ");
        }
        out.push_str(name.as_ref());
    }
    out
}

/// The noun with its article: "a case", "an operation".
pub(super) fn a(noun: &str) -> String {
    let article = if noun.starts_with(['a', 'e', 'i', 'o', 'u']) {
        "an"
    } else {
        "a"
    };
    format!("{article} {noun}")
}

/// "1 report", "3 reports".
pub(super) fn counted(number: usize, noun: &str) -> String {
    if number == 1 {
        format!("1 {noun}")
    } else {
        format!("{number} {noun}s")
    }
}

/// The name most like a word, when one is like it: the same but for case, one the beginning of
/// the other, or a few letters off. The first of several that are equally like it.
pub(super) fn nearest<'n>(word: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let word = word.trim().to_lowercase();
    let length = word.chars().count();
    let mut best: Option<(usize, &str)> = None;
    for name in names.into_iter().take(MOST_NAMES_COMPARED) {
        let folded = name.to_lowercase();
        let longer = length.max(folded.chars().count());
        let distance = if folded == word {
            0
        } else if length >= 3
            && folded.len() >= 3
            && (folded.starts_with(&word) || word.starts_with(&folded))
        {
            1
        } else {
            let distance = strsim::damerau_levenshtein(&word, &folded);
            if distance > longer / 3 {
                continue;
            }
            1 + distance
        };
        if best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, name));
        }
    }
    best.map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_meant_is_guessed_from_a_few_wrong_letters_only() {
        let names = ["title", "summary", "countries", "note"];
        assert_eq!(nearest("Title", names), Some("title"));
        assert_eq!(nearest("titel", names), Some("title"));
        assert_eq!(nearest("country", names), Some("countries"));
        assert_eq!(nearest("sum", names), Some("summary"));
        assert_eq!(nearest("weather", names), None);
        assert_eq!(nearest("", names), None);
    }

    #[test]
    fn a_quoted_text_stays_on_one_line_and_shows_what_would_be_hidden() {
        assert_eq!(quoted("a\nb\u{202E}c"), "“a bU+202Ec”");
        assert_eq!(quoted(&"x".repeat(50)), format!("“{}…”", "x".repeat(40)));
    }

    #[test]
    fn names_are_listed_as_one_says_them() {
        assert_eq!(one_of(&["a"]), "a");
        assert_eq!(one_of(&["a", "b", "c"]), "a, b or c");
        assert_eq!(all_of(&["a", "b"]), "a and b");
        assert_eq!(counted(1, "case"), "1 case");
        assert_eq!(counted(2, "case"), "2 cases");
    }
}
