//! Signs between the values that RON does not know but whose meaning is plain: spaces from web
//! pages, wide commas, `#` before a comment. Each kind is told once, and the rest is read as if
//! they were well written.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::found::{Found, Span};
use super::hidden;
use super::scan::Scanner;
use crate::model::fault::SignFault;

/// What stands in the place of a sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Foreign {
    Space(char),
    /// A sign that is twice as wide as ours, leans the other way or ends a line elsewhere, and ours.
    Wide(char, char),
    /// What begins a comment elsewhere.
    Comment(&'static str),
}

/// The text as it is meant, of the same length; tells what was written otherwise.
pub(super) fn mended<'a>(text: &'a str, faults: &mut Vec<Found>) -> Cow<'a, str> {
    let suspect = |at: &Span| {
        let (before, rest) = text.split_at_checked(at.start).unwrap_or_default();
        match text.as_bytes().get(at.start) {
            // Prose has many of them, and none of these before or behind one.
            Some(b';') => {
                before.ends_with(['"', ')', ']', '}'])
                    || rest.starts_with(";\n")
                    || rest.starts_with(";\r")
            }
            Some(_) => !rest.starts_with("#!["),
            None => false,
        }
    };
    if !text.contains("--")
        && !hidden::places(text, &BEGIN_FOREIGN, is_foreign)
            .iter()
            .any(suspect)
    {
        return text.into();
    }
    let Some(found) = find(text) else {
        return text.into();
    };
    let mut out = String::with_capacity(text.len());
    for (span, foreign) in &found {
        out.push_str(text.get(out.len()..span.start).unwrap_or(""));
        if let Foreign::Wide(_, sign) = foreign {
            out.push(*sign);
        }
        out.extend(std::iter::repeat_n(' ', span.end.saturating_sub(out.len())));
    }
    out.push_str(text.get(out.len()..).unwrap_or(""));
    let mut start = Scanner::new(&out, 0);
    start.skip_space();
    if !["(", "#![", "Dataset"]
        .iter()
        .any(|begin| start.rest().starts_with(begin))
    {
        // Some other kind of text, for which there is another word.
        return text.into();
    }
    tell(found, faults);
    out.into()
}

/// One fault for each kind of sign, where the first one stands.
fn tell(found: Vec<(Span, Foreign)>, faults: &mut Vec<Found>) {
    let mut kinds: BTreeMap<Foreign, (Span, usize)> = BTreeMap::new();
    for (span, foreign) in found {
        kinds.entry(foreign).or_insert((span, 0)).1 += 1;
    }
    for (foreign, (span, count)) in kinds {
        faults.push(match foreign {
            Foreign::Space(c) => Found::error(span, SignFault::Space(c, count)),
            Foreign::Wide(c, sign) => Found::error(span, SignFault::Wide(c, sign, count)),
            Foreign::Comment(sign) => {
                let span = span.start..span.start + sign.len();
                Found::error(span, SignFault::CommentSign(sign, count))
            }
        });
    }
}

/// The foreign signs between values, in order; `None` where one cannot tell what is between them.
fn find(text: &str) -> Option<Vec<(Span, Foreign)>> {
    let mut found = Vec::new();
    let mut scanner = Scanner::new(text, 0);
    let mut before = '\n';
    while let Some(c) = scanner.char() {
        let start = scanner.at;
        match c {
            '"' => scanner.skip_text().ok()?,
            '/' if scanner.skip_comment() => {}
            '“' | '„' | '«' | '‘' => {
                let line = scanner.line();
                let end = line
                    .char_indices()
                    .skip(1)
                    .find(|(_, c)| "”“»’\"".contains(*c));
                scanner.at += end.map_or(c.len_utf8(), |(at, c)| at + c.len_utf8());
            }
            '#' | '-' => match comment(&scanner, before) {
                Some((sign, length)) => {
                    scanner.at += length;
                    found.push((start..scanner.at, Foreign::Comment(sign)));
                }
                None => scanner.at += 1,
            },
            c => {
                scanner.at += c.len_utf8();
                let between_digits =
                    before.is_numeric() && scanner.char().is_some_and(char::is_numeric);
                if let Some(foreign) = foreign(c).filter(|_| !between_digits) {
                    found.push((start..scanner.at, foreign));
                }
            }
        }
        before = c;
    }
    Some(found)
}

/// What begins a comment in other languages, and how long the comment is. `before` is the
/// character before it.
fn comment(scanner: &Scanner<'_>, before: char) -> Option<(&'static str, usize)> {
    let rest = scanner.rest();
    let sign = ["#", "--"]
        .into_iter()
        .find(|sign| rest.starts_with(sign))?;
    let behind = rest.trim_start_matches('#');
    let raw = matches!(before, 'r' | '#') && behind.starts_with('"');
    let value = scanner
        .slice(0..scanner.at)
        .trim_end()
        .ends_with([':', '=']);
    let apart = before.is_whitespace() || ",;([{".contains(before);
    let line = rest.lines().next().unwrap_or("");
    // On the last line it might hold the end of the dataset.
    let last = line.len() == rest.len() && line.contains([')', ']', '}']);
    let is_comment = apart && !raw && !value && !last && !rest.starts_with("#!");
    is_comment.then_some((sign, line.len()))
}

/// The lead bytes of U+0080 to U+00BF, U+0600 to U+063F, U+1000 to U+3FFF and U+F000 to U+FFFF, and
/// two signs.
const BEGIN_FOREIGN: hidden::Beginnings = hidden::beginnings(&[
    (b'#', b'#'),
    (b';', b';'),
    (0xC2, 0xC2),
    (0xD8, 0xD8),
    (0xE1, 0xE3),
    (0xEF, 0xEF),
]);

fn is_foreign(c: char) -> bool {
    c == '#' || foreign(c).is_some()
}

fn foreign(c: char) -> Option<Foreign> {
    let sign = match c {
        ';' | '，' | '、' | '،' | '﹐' | '；' | '؛' => ',',
        '：' => ':',
        '＝' => '=',
        '（' => '(',
        '）' => ')',
        '［' => '[',
        '］' => ']',
        '｛' => '{',
        '｝' => '}',
        '\u{85}' | '\u{2028}' | '\u{2029}' => return None,
        c if !c.is_ascii() && c.is_whitespace() => return Some(Foreign::Space(c)),
        _ => return None,
    };
    Some(Foreign::Wide(c, sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (String, usize) {
        let mut faults = Vec::new();
        let mended = mended(text, &mut faults).into_owned();
        assert_eq!(mended.len(), text.len());
        (mended, faults.len())
    }

    #[test]
    fn what_is_meant_is_read_and_each_kind_told_once() {
        let (text, faults) = read("# a\n(a:\u{A0}1，\u{A0}b: 2， -- c\n)");
        assert_eq!(text, "   \n(a:  1,    b: 2,       \n)");
        assert_eq!(faults, 4);
    }

    #[test]
    fn texts_numbers_and_what_is_well_written_stay() {
        for text in [
            "(a: \"# ，\u{A0} --\", b: r#\"x\"#) // # --",
            "#![enable(implicit_some)]\n(a: 2\u{A0}517, b: “，”)",
            "# a heading\n\nand words",
            "(a: #b, c: 1)",
            "(a: \"never closed, # \n)",
        ] {
            assert_eq!(read(text), (text.to_owned(), 0), "{text}");
        }
    }
}
