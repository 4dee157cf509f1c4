//! Texts as cells of a spreadsheet, which takes what it can for a formula, a number or a date. A
//! `'` before such a text keeps it: one at the start of a cell, or after a separator inside it and
//! before a formula, is not part of the text.

use crate::model::LARGEST_NUMBER;

/// What a formula begins with. Some programs read wide forms as the narrow ones.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// What may part cells, as a spreadsheet is told or guesses.
const SEPARATORS: [char; 6] = [';', ',', '|', '\t', '\r', '\n'];

/// What may stand beside digits in a number, a time, a date or a sum of money.
const BESIDE_DIGITS: &str = " \u{a0}.,:/-+%()'$€£¥";

/// Words that may stand in one.
const WORDS: [&str; 29] = [
    "e",
    "t",
    "z",
    "am",
    "pm",
    "jan",
    "january",
    "feb",
    "february",
    "mar",
    "march",
    "apr",
    "april",
    "may",
    "jun",
    "june",
    "jul",
    "july",
    "aug",
    "august",
    "sep",
    "sept",
    "september",
    "oct",
    "october",
    "nov",
    "november",
    "dec",
    "december",
];

/// A text as a cell that every spreadsheet leaves as it is, whatever it splits the line at.
pub fn cell(text: &str) -> String {
    let mut marks = formulas(text);
    if text.starts_with('\'') || is_taken_for_number(text) {
        marks.push(0);
    }
    let mut cell = String::with_capacity(text.len() + marks.len());
    let mut rest = 0;
    marks.dedup();
    for at in marks.into_iter().rev() {
        cell.push_str(&text[rest..at]);
        cell.push('\'');
        rest = at;
    }
    cell + &text[rest..]
}

/// A number with its sign as a cell, which a spreadsheet may take for one: "2,517", "+48.7 %".
pub fn number(text: &str) -> String {
    if is_taken_for_number(text) {
        text.to_owned()
    } else {
        cell(text)
    }
}

/// A line of cells to paste into a spreadsheet: tabs between them, and quotes around those that
/// hold a tab, a line break or a quote.
pub fn line(cells: impl IntoIterator<Item = String>) -> String {
    let quoted = |cell: String| {
        if cell.contains(['\t', '\r', '\n', '"']) {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell
        }
    };
    let cells: Vec<String> = cells.into_iter().map(quoted).collect();
    cells.join("\t")
}

/// Where a formula would begin, were the text split at separators; the last place first. Blanks
/// and quotes before it keep no program from reading it.
fn formulas(text: &str) -> Vec<usize> {
    let mut places = Vec::new();
    let mut ahead = false;
    for (at, letter) in text.char_indices().rev() {
        if ahead && SEPARATORS.contains(&letter) {
            places.push(at + letter.len_utf8());
        }
        let passed_over = letter.is_whitespace() || matches!(letter, '"' | '\'');
        ahead = FORMULA.contains(&letter) || (ahead && passed_over);
    }
    if ahead {
        places.push(0);
    }
    places
}

/// Whether a spreadsheet would turn the text into something that reads otherwise: 0012 into 12,
/// 1E5 into 100000, 10-12 into a day in October.
fn is_taken_for_number(text: &str) -> bool {
    let text = text.trim();
    let stays = |number: u64| number <= LARGEST_NUMBER && number.to_string() == text;
    if text.len() > 40 || text.parse().is_ok_and(stays) {
        return false;
    }
    let word = |word: &str| WORDS.contains(&word.to_lowercase().as_str());
    let mut words = text.split(|letter: char| !letter.is_alphabetic());
    let mut others = text.chars().filter(|letter| !letter.is_alphabetic());
    let digits = text.contains(|letter: char| letter.is_ascii_digit());
    let number = digits
        && words.all(|one| one.is_empty() || word(one))
        && others.all(|letter| letter.is_ascii_digit() || BESIDE_DIGITS.contains(letter));
    number || text.eq_ignore_ascii_case("true") || text.eq_ignore_ascii_case("false")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_part_of_a_cell_is_a_formula_wherever_it_is_split() {
        for (text, written) in [
            ("=1+1", "'=1+1"),
            (" =1+1", "' =1+1"),
            ("\"=1", "'\"=1"),
            ("＝1", "'＝1"),
            ("A;=1", "A;'=1"),
            ("A, @b|\t-c", "A,' @b|'\t'-c"),
            ("a\r\n+1", "a\r'\n'+1"),
            ("Counter-terrorism = none", "Counter-terrorism = none"),
        ] {
            assert_eq!(cell(text), written);
        }
    }

    #[test]
    fn a_text_that_looks_like_a_number_or_date_stays_one() {
        for text in [
            "0012",
            "1E5",
            "3/4",
            "10-12",
            "2,517",
            "Mar 5",
            "MARCH1",
            "1:30 pm",
            "50 %",
            "true",
            "2024-03-01",
            "'Ndrangheta",
            "9007199254740993",
        ] {
            assert_eq!(cell(text), format!("'{text}"));
        }
        for text in ["2024", "0", "Liberterra II", "12 Apostles", "3-a", ""] {
            assert_eq!(cell(text), text);
        }
    }
}
