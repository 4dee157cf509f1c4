//! Steps over RON text without reading it: spaces, comments, texts, brackets, whole values.

use super::found::Span;
use crate::model::hidden::is_hidden;

/// Whether a text is put in such marks elsewhere.
pub(super) fn is_odd_mark(c: char) -> bool {
    "“”„«»‘’‚'`".contains(c)
}

/// What may follow a text that has ended, besides spaces and comments.
pub(super) const AFTER_TEXT: &str = ",:=;)]}";

/// How far one looks for the end of something on the same line, in bytes.
const LONGEST_LINE: usize = 4_096;

/// Why a value has no end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stop {
    /// The file ends inside the text whose quotation mark stands here.
    Text(usize),
    /// The file ends inside the comment that begins here.
    Comment(usize),
    /// The file ends while the bracket that stands here is open.
    Bracket(usize),
    /// A closing bracket does not fit the innermost open one.
    Mismatch {
        /// Where the open one stands.
        open: usize,
        /// Where the closing one stands.
        close: usize,
    },
}

/// A position in a text.
#[derive(Debug, Clone)]
pub(super) struct Scanner<'a> {
    /// All of the text.
    pub text: &'a str,
    /// Where the next step begins.
    pub at: usize,
    /// Where a comment begins that is never closed, once one was met.
    pub open_comment: Option<usize>,
}

/// The bracket that closes an opening one.
pub(super) fn closer_of(open: u8) -> u8 {
    match open {
        b'(' => b')',
        b'[' => b']',
        _ => b'}',
    }
}

impl<'a> Scanner<'a> {
    /// Starts at an offset of a text.
    pub fn new(text: &'a str, at: usize) -> Self {
        Self {
            text,
            at,
            open_comment: None,
        }
    }

    /// A scanner at the same place, to look ahead with.
    pub fn ahead(&self) -> Self {
        self.clone()
    }

    /// The byte at hand; `None` at the end.
    pub fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The byte at a place; 0 behind the end.
    pub fn byte_at(&self, at: usize) -> u8 {
        self.text.as_bytes().get(at).copied().unwrap_or(0)
    }

    /// The bracket at a place.
    pub fn sign_at(&self, at: usize) -> char {
        char::from(self.byte_at(at))
    }

    /// The character at hand; `None` at the end.
    pub fn char(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Everything from here on.
    pub fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or("")
    }

    /// The rest of the line, or the beginning of it where that is long.
    pub fn line(&self) -> &'a str {
        let rest = self.rest();
        let end = rest.floor_char_boundary(LONGEST_LINE);
        rest.get(..end).unwrap_or("").lines().next().unwrap_or("")
    }

    /// A stretch of the text.
    pub fn slice(&self, span: Span) -> &'a str {
        self.text.get(span).unwrap_or("")
    }

    /// Steps over one byte if it is at hand.
    pub fn take(&mut self, byte: u8) -> bool {
        let taken = self.byte() == Some(byte);
        self.at += usize::from(taken);
        taken
    }

    /// Steps over characters as long as they are wanted, and gives them.
    pub fn take_while(&mut self, wanted: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let end = rest.find(|c| !wanted(c)).unwrap_or(rest.len());
        self.at += end;
        rest.get(..end).unwrap_or("")
    }

    /// Steps over a name and gives it; it may be empty.
    pub fn take_name(&mut self) -> &'a str {
        self.take_while(|c| c.is_alphanumeric() || c == '_')
    }

    /// Steps over spaces of any kind, hidden characters and comments.
    pub fn skip_space(&mut self) {
        while let Some(byte) = self.byte() {
            match byte {
                b' ' | b'\n' | b'\r' | b'\t' => self.at += 1,
                b'/' => {
                    if !self.skip_comment() {
                        return;
                    }
                }
                0x21..=0x7E => return,
                _ => match self.char() {
                    Some(c) if c.is_whitespace() || is_hidden(c) => {
                        self.at += c.len_utf8();
                    }
                    _ => return,
                },
            }
        }
    }

    /// Steps over a comment if one begins here.
    pub fn skip_comment(&mut self) -> bool {
        let rest = self.rest();
        if rest.starts_with("//") {
            // The slashes of an address that nobody quoted.
            let before = self.text.as_bytes().get(..self.at).unwrap_or(&[]);
            if before.ends_with(b"http:") || before.ends_with(b"https:") {
                return false;
            }
            self.at += rest.find('\n').unwrap_or(rest.len());
            return true;
        }
        if !rest.starts_with("/*") {
            return false;
        }
        let start = self.at;
        let mut depth = 0_usize;
        while let Some(byte) = self.byte() {
            let next = self.text.as_bytes().get(self.at + 1).copied();
            match (byte, next) {
                (b'/', Some(b'*')) => {
                    depth += 1;
                    self.at += 2;
                }
                (b'*', Some(b'/')) => {
                    depth -= 1;
                    self.at += 2;
                    if depth == 0 {
                        return true;
                    }
                }
                _ => self.at += 1,
            }
        }
        self.open_comment.get_or_insert(start);
        true
    }

    /// Steps over the text whose quotation mark is at hand. Knows from what stands before the
    /// mark whether it is a raw text, `r#"…"#`.
    pub fn skip_text(&mut self) -> Result<(), Stop> {
        let start = self.at;
        let bytes = self.text.as_bytes();
        let before = bytes.get(..start).unwrap_or(&[]);
        let hashes = before
            .iter()
            .rev()
            .take_while(|&&byte| byte == b'#')
            .count();
        let mut word = before.iter().rev().skip(hashes);
        let raw = word.next() == Some(&b'r')
            && !word
                .next()
                .is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_');
        self.at += 1;
        if raw {
            let end = format!("\"{}", "#".repeat(hashes));
            let length = self.rest().find(&end).ok_or(Stop::Text(start));
            self.at = length.map_or(self.text.len(), |length| self.at + length + end.len());
            return length.map(|_| ());
        }
        while let Some(rest) = bytes.get(self.at..) {
            let Some(step) = rest.iter().position(|&byte| byte == b'"' || byte == b'\\') else {
                break;
            };
            self.at += step + 1;
            if rest.get(step) == Some(&b'"') {
                return Ok(());
            }
            // Past the escaped character; only its first byte, but the others are never a mark.
            self.at = (self.at + 1).min(self.text.len());
        }
        self.at = self.text.len();
        Err(Stop::Text(start))
    }

    /// Steps over everything in the bracket at hand, up to and with the one that closes it.
    pub fn skip_brackets(&mut self) -> Result<(), Stop> {
        let bytes = self.text.as_bytes();
        let mut open: Vec<(u8, usize)> = Vec::new();
        while let Some(&byte) = bytes.get(self.at) {
            match byte {
                b'(' | b'[' | b'{' => {
                    open.push((closer_of(byte), self.at));
                    self.at += 1;
                }
                b')' | b']' | b'}' => {
                    if let Some((closer, place)) = open.pop()
                        && closer != byte
                    {
                        return Err(Stop::Mismatch {
                            open: place,
                            close: self.at,
                        });
                    }
                    self.at += 1;
                    if open.is_empty() {
                        return Ok(());
                    }
                }
                b'"' => self.skip_text()?,
                b'/' => {
                    if !self.skip_comment() {
                        self.at += 1;
                    }
                }
                _ => self.at += 1,
            }
        }
        Err(self.end(open.last().map_or(self.at, |&(_, place)| place)))
    }

    /// Steps over one value and gives its span. A value that is no text and has no brackets
    /// goes to the next comma, closing bracket or end of line.
    pub fn skip_value(&mut self) -> Result<Span, Stop> {
        let start = self.at;
        match self.byte() {
            Some(b'"') => self.skip_text()?,
            Some(b'(' | b'[' | b'{') => self.skip_brackets()?,
            _ => {
                let word = self.take_while(|c| c.is_alphanumeric() || c == '_' || c == '#');
                if self.byte() == Some(b'"') && word.trim_end_matches('#') == "r" {
                    self.skip_text()?;
                } else if !word.is_empty() && self.byte() == Some(b'(') {
                    self.skip_brackets()?;
                } else {
                    let run = self.take_while(|c| !matches!(c, ',' | ')' | ']' | '}' | '\n'));
                    let spaces = run.len() - run.trim_end().len();
                    self.at -= spaces;
                }
            }
        }
        Ok(start..self.at)
    }

    /// Why nothing more comes, with the bracket that is open.
    pub fn end(&self, open: usize) -> Stop {
        self.open_comment.map_or(Stop::Bracket(open), Stop::Comment)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> Result<&str, Stop> {
        let mut scanner = Scanner::new(text, 0);
        let span = scanner.skip_value()?;
        Ok(scanner.slice(span))
    }

    #[test]
    fn a_value_ends_where_its_own_brackets_or_marks_close() {
        assert_eq!(value(r#""a, \" b", c"#), Ok(r#""a, \" b""#));
        assert_eq!(
            value(r#"("]", /* ) /* ( */ ) */ [{}]) , x"#),
            Ok(r#"("]", /* ) /* ( */ ) */ [{}])"#)
        );
        assert_eq!(value("(a // )\n) x"), Ok("(a // )\n)"));
        assert_eq!(value(r###"r##"a"# ( "## )"###), Ok(r###"r##"a"# ( "##"###));
        assert_eq!(value("Exactly(3, (4)), x"), Ok("Exactly(3, (4))"));
        assert_eq!(value("3 744 , x"), Ok("3 744"));
        assert_eq!(value("Liberterra II\n)"), Ok("Liberterra II"));
    }

    #[test]
    fn what_is_never_closed_is_told_with_its_beginning() {
        assert_eq!(value(r#"(a: "b"#), Err(Stop::Text(4)));
        assert_eq!(value(r#"(a: "b\"#), Err(Stop::Text(4)));
        assert_eq!(value("(a: [b"), Err(Stop::Bracket(4)));
        assert_eq!(value("(a: /* b)"), Err(Stop::Comment(4)));
        assert_eq!(value("(a: [b)"), Err(Stop::Mismatch { open: 4, close: 6 }));
        assert_eq!(value(r#"r#"a""#), Err(Stop::Text(2)));
    }
}
