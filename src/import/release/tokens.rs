//! The words and numbers of a text with their places, and the language of each line.

use std::ops::Range;

use crate::file::Language;
use crate::query::search::folded;

/// What stands between the digits of one number.
const INSIDE: &str = ",.:'’\u{A0}\u{202F}\u{2009}";

/// Words that a text in each language cannot do without, folded.
const FREQUENT: [(Language, &str); 3] = [
    (
        Language::English,
        "the of and in to were was with for from that by on at are is has been who an as its",
    ),
    (
        Language::French,
        "le la les de des du et en dans une un est ont ete pour par sur avec au aux qui plus sont d l",
    ),
    (
        Language::Spanish,
        "el la los las del y en una un es han sido por con para se al que fueron mas de su",
    ),
];

/// A run of letters, or a number with the signs inside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// Where it stands, in bytes.
    pub span: Range<usize>,
    /// As it is compared.
    pub folded: String,
    /// As it is written, in small letters.
    pub lower: String,
    /// Whether it begins with a digit.
    pub is_number: bool,
    /// Whether it begins with a capital letter.
    pub is_capital: bool,
    /// What its line is written in.
    pub language: Language,
}

/// A text in its words and numbers.
pub(super) struct Tokens<'a> {
    pub text: &'a str,
    pub all: Vec<Token>,
}

impl<'a> Tokens<'a> {
    pub fn of(text: &'a str) -> Self {
        let mut all = Vec::new();
        let mut at = 0;
        while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
            let end = if c.is_ascii_digit() {
                number_end(text, at)
            } else if c.is_alphabetic() {
                at + text.get(at..).map_or(0, word_length)
            } else {
                at += c.len_utf8();
                continue;
            };
            let word = text.get(at..end).unwrap_or("");
            all.push(Token {
                span: at..end,
                folded: folded(word),
                lower: word.to_lowercase(),
                is_number: c.is_ascii_digit(),
                is_capital: c.is_uppercase(),
                language: Language::English,
            });
            at = end;
        }
        let mut tokens = Self { text, all };
        tokens.tell_languages();
        tokens
    }

    /// The token at a place; `None` beyond the ends.
    pub fn at(&self, at: usize) -> Option<&Token> {
        self.all.get(at)
    }

    /// The token at a distance from another one.
    pub fn near(&self, at: usize, by: isize) -> Option<&Token> {
        self.all.get(at.checked_add_signed(by)?)
    }

    /// What stands between a token and the one behind it.
    pub fn gap(&self, at: usize) -> &'a str {
        let from = self.all.get(at).map_or(0, |token| token.span.end);
        let to = (self.all.get(at + 1)).map_or(self.text.len(), |token| token.span.start);
        self.text.get(from..to).unwrap_or("")
    }

    /// The text from the beginning of a token to the end of another.
    pub fn slice(&self, from: usize, to: usize) -> &'a str {
        let span = self.span(from, to);
        self.text.get(span).unwrap_or("")
    }

    /// The place from the beginning of a token to the end of another.
    pub fn span(&self, from: usize, to: usize) -> Range<usize> {
        let start = self.all.get(from).map_or(0, |token| token.span.start);
        let end = self.all.get(to).map_or(start, |token| token.span.end);
        start..end.max(start)
    }

    /// The tokens within a place.
    pub fn within(&self, place: &Range<usize>) -> Range<usize> {
        let from = self
            .all
            .partition_point(|token| token.span.start < place.start);
        let to = self
            .all
            .partition_point(|token| token.span.end <= place.end);
        from..to.max(from)
    }

    fn tell_languages(&mut self) {
        let Some(of_all) = language(&self.all, Language::English) else {
            return;
        };
        let mut from = 0;
        while from < self.all.len() {
            let mut to = from + 1;
            while to < self.all.len() && !self.gap(to - 1).contains('\n') {
                to += 1;
            }
            let line = language(&self.all[from..to], of_all).unwrap_or(of_all);
            for token in &mut self.all[from..to] {
                token.language = line;
            }
            from = to;
        }
    }
}

/// The language whose frequent words are the most, where there are enough of them; of two with as
/// many, the one that is likelier.
fn language(tokens: &[Token], likelier: Language) -> Option<Language> {
    const ENOUGH: usize = 3;
    let count = |language: Language| {
        let words = FREQUENT.iter().find(|(one, _)| *one == language);
        let words: Vec<&str> = words.map_or_else(Vec::new, |(_, words)| words.split(' ').collect());
        let frequent = tokens.iter().filter(|one| words.contains(&&*one.folded));
        frequent.count()
    };
    let counted = Language::ALL.map(|language| (count(language), language));
    let (most, language) = counted
        .into_iter()
        .max_by_key(|(count, language)| (*count, *language == likelier))?;
    (most >= ENOUGH).then_some(language)
}

/// The length of the run of letters that a text begins with.
fn word_length(text: &str) -> usize {
    text.find(|c: char| !c.is_alphabetic() && !unicode_normalization::char::is_combining_mark(c))
        .unwrap_or(text.len())
}

/// Where a number ends that begins at a place: signs are inside it only before digits, and blanks
/// only before three of them.
fn number_end(text: &str, from: usize) -> usize {
    let digits = |at: usize| {
        let rest = text.get(at..).unwrap_or("");
        rest.bytes().take_while(u8::is_ascii_digit).count()
    };
    let mut end = from + digits(from);
    while let Some(sign) = text.get(end..).and_then(|rest| rest.chars().next()) {
        let next = end + sign.len_utf8();
        let count = digits(next);
        let fits = if sign.is_whitespace() {
            count == 3
        } else {
            count > 0
        };
        if !INSIDE.contains(sign) || !fits {
            break;
        }
        end = next + count;
    }
    end
}

/// Whether a word is one of those in a list, where `*` is any ending.
pub(super) fn is_one_of(word: &str, list: &str) -> bool {
    !word.is_empty()
        && list
            .split_whitespace()
            .any(|one| match one.strip_suffix('*') {
                Some(stem) => word.starts_with(stem),
                None => word == one,
            })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let all = Tokens::of(text).all;
        all.into_iter().map(|one| &text[one.span]).collect()
    }

    #[test]
    fn a_number_keeps_the_signs_inside_it_and_no_others() {
        assert_eq!(
            words("In all, 2,517 (1.8m) on 4, 5 and 10\u{A0}000."),
            [
                "In",
                "all",
                "2,517",
                "1.8",
                "m",
                "on",
                "4",
                "5",
                "and",
                "10\u{A0}000"
            ]
        );
        assert_eq!(
            words("d’une 32-year-old"),
            ["d", "une", "32", "year", "old"]
        );
    }

    #[test]
    fn each_line_has_its_language() {
        let text = "The police of the country said on Monday that they were there.\n\
            Les policiers ont saisi des documents dans une maison et au port.\n\
            La policía de los dos países dijo que las personas fueron detenidas.\nMali";
        let tokens = Tokens::of(text).all;
        let of = |word: &str| {
            tokens
                .iter()
                .find(|one| one.lower == word)
                .unwrap()
                .language
        };
        assert_eq!(of("police"), Language::English);
        assert_eq!(of("policiers"), Language::French);
        assert_eq!(of("países"), Language::Spanish);
    }
}
