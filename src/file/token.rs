//! The smallest pieces of a tree: texts, numbers, and texts that someone forgot to quote.

use std::borrow::Cow;

use super::found::{Found, Span};
use super::reader::Reader;
use super::scan::AFTER_TEXT;
use super::tree::{Kind, Node, State};
use crate::model::fault::{Opened, SignFault};
use crate::model::hidden::{is_hidden, shown};

impl<'a> Reader<'a> {
    /// Reads the text whose quotation mark is at hand; a raw one begins at `start`.
    pub(super) fn text(&mut self, start: usize) -> Node<'a> {
        let mark = self.at;
        if let Some(node) = self.three_marks(start) {
            return node;
        }
        let closed = self.skip_text().is_ok();
        let end = self.at;
        self.skip_space();
        let next = self.char();
        self.at = end;
        let ends_well = next.is_none_or(|c| AFTER_TEXT.contains(c));
        let content = self.slice(mark + 1..end);
        if !closed || (!ends_well && content.contains('\n')) {
            return self.run_on(start, mark, closed);
        }
        if !ends_well && self.char().is_some_and(char::is_alphanumeric) {
            return self.inner_mark(start);
        }
        if mark > start {
            let hashes = mark - start - 1;
            let raw = self.slice(mark + 1..end - 1 - hashes);
            return Node::new(start..end, Kind::Text(raw.into()), State::Sound);
        }
        let content = self.slice(mark + 1..end - 1);
        let faults = self.faults.len();
        let text = self.unescaped(content, mark + 1);
        let spoiled = self.faults.len() > faults;
        let state = if spoiled { State::Faulty } else { State::Sound };
        Node::new(start..end, Kind::Text(text), state)
    }

    /// A text in three quotation marks, as other languages have them.
    fn three_marks(&mut self, start: usize) -> Option<Node<'a>> {
        const MARKS: &str = "\"\"\"";
        let inner = self.slice(start..self.text.len()).strip_prefix(MARKS)?;
        let (content, _) = inner.split_once(MARKS)?;
        self.at = start + 2 * MARKS.len() + content.len();
        let span = start..self.at;
        self.fault(span.clone(), SignFault::ThreeMarks(shown(content)));
        Some(Node::new(span, Kind::Text(content.into()), State::Faulty))
    }

    /// A text that goes on over what follows it: taken to end with its line.
    fn run_on(&mut self, start: usize, mark: usize, closed: bool) -> Node<'a> {
        let rest = self.slice(mark + 1..self.at);
        let line = rest.lines().next().unwrap_or("");
        let kept = line
            .trim_end()
            .trim_end_matches([',', ')', ']', '}'])
            .trim_end();
        let end = mark + 1 + kept.len();
        let span = start..end;
        let mark = kept.chars().next_back();
        if let Some(mark @ ('”' | '“' | '’' | '»')) = mark {
            let at = end - mark.len_utf8();
            self.fault(at..end, SignFault::EndsWith(mark));
        } else {
            self.fault(span.clone(), SignFault::NeverClosed(Opened::Text));
        }
        let state = if closed || rest.contains('\n') {
            State::Faulty
        } else {
            State::Open
        };
        self.at = end;
        Node::new(span, Kind::Text(kept.into()), state)
    }

    /// A quotation mark inside a text: the text is taken to end at the last mark of its line.
    fn inner_mark(&mut self, start: usize) -> Node<'a> {
        let at = self.at;
        let before = self.slice(start..at - 1);
        if let Some(length) = before_next_field(before) {
            // `"Gazette, title: "`: not a mark inside the text, but one that is missing.
            let span = start..start + length;
            self.at = span.end;
            self.fault(span.clone(), SignFault::NeverClosed(Opened::Text));
            return Node::new(span, Kind::Unread, State::Faulty);
        }
        let line = self.line();
        let end = line
            .char_indices()
            .filter(|&(_, c)| c == '"')
            .map(|(index, _)| index + 1)
            .find(|&index| {
                let after = line.get(index..).unwrap_or("").trim_start();
                after.chars().next().is_none_or(|c| AFTER_TEXT.contains(c))
            })
            .unwrap_or_else(|| line.trim_end().trim_end_matches(',').len());
        self.fault(at - 1..at, SignFault::MarkInside);
        self.at = at + end;
        Node::new(start..self.at, Kind::Unread, State::Faulty)
    }

    /// The text with its escapes, `\n` and so on, replaced.
    fn unescaped(&mut self, content: &'a str, offset: usize) -> Cow<'a, str> {
        if !content.contains('\\') {
            return content.into();
        }
        let mut out = String::with_capacity(content.len());
        let mut at = 0;
        while let Some(c) = content.get(at..).and_then(|rest| rest.chars().next()) {
            let rest = content.get(at..).unwrap_or("");
            if c != '\\' {
                out.push(c);
                at += c.len_utf8();
                continue;
            }
            let (length, meant) = escape(rest);
            let span = offset + at..offset + at + length;
            match meant {
                Escape::Char(c) if is_hidden(c) => {
                    self.stray.push(Found::error(span, SignFault::Hidden(c, 1)));
                }
                Escape::Char(c) => out.push(c),
                Escape::Nothing => {}
                Escape::Unknown => {
                    let sign = shown(self.slice(span.clone()));
                    self.fault(span, SignFault::Escape(sign));
                }
            }
            at += length;
        }
        out.into()
    }

    /// Reads a text in marks that RON does not know.
    pub(super) fn oddly_quoted(&mut self, start: usize) -> Node<'a> {
        let mark = self.char().unwrap_or('“');
        self.at += mark.len_utf8();
        let line = self.line();
        let closers: &[char] = match mark {
            '‘' | '’' | '‚' => &['’', '‘'],
            '\'' => &['\''],
            '`' => &['`', '\''],
            _ => &['”', '“', '»', '«', '"'],
        };
        let closing = line.char_indices().find(|&(index, c)| {
            let after = line.get(index + c.len_utf8()..).unwrap_or("").trim_start();
            closers.contains(&c) && after.chars().next().is_none_or(|c| AFTER_TEXT.contains(c))
        });
        let (length, closer) = match closing {
            Some((index, c)) => (index, c.len_utf8()),
            None => (line.find(',').unwrap_or(line.trim_end().len()), 0),
        };
        let mut content = Cow::Borrowed(line.get(..length).unwrap_or(""));
        if mark == '\'' {
            content = content.replace("''", "'").replace("\\'", "'").into();
        }
        self.at += length + closer;
        let span = start..self.at;
        self.fault(span.clone(), SignFault::OddMarks(mark, shown(&content)));
        Node::new(span, Kind::Text(content), State::Faulty)
    }

    /// Reads what begins like a number, with spaces and apostrophes between its thousands.
    pub(super) fn number(&mut self, start: usize) -> Node<'a> {
        let part_of_number =
            |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '+' | '-' | '/' | '٬' | '٫');
        self.take_while(part_of_number);
        // A time of day behind a date.
        while self
            .slice(start..self.at)
            .ends_with(|c: char| c.is_ascii_digit())
            && self.byte() == Some(b':')
            && self.byte_at(self.at + 1).is_ascii_digit()
        {
            self.at += 1;
            self.take_while(part_of_number);
        }
        loop {
            let mut ahead = self.ahead();
            let gap = ahead
                .take_while(|c| matches!(c, ' ' | '\u{A0}' | '\u{202F}' | '\u{2009}' | '\'' | '’'));
            let digits = ahead.take_while(|c| c.is_ascii_alphanumeric());
            let thousands = digits.len() == 3 && digits.bytes().all(|byte| byte.is_ascii_digit());
            if gap.chars().count() != 1 || !thousands {
                break;
            }
            self.at = ahead.at;
        }
        self.words_of_number();
        self.thousands(start);
        let span = start..self.at;
        let number = Kind::Number(self.slice(span.clone()));
        Node::new(span, number, State::Sound)
    }

    /// Steps over words and signs that go with a number: “40 to 60”, “40+”, “8 million”.
    fn words_of_number(&mut self) {
        let line = self.line();
        let end = line.find(|c| ",;)]}\"([{:=".contains(c));
        let end = end.unwrap_or(line.len());
        let words = line.get(..end).unwrap_or("").trim_end();
        let next = line.get(end..).and_then(|rest| rest.chars().next());
        let begins = |c: char| c.is_alphabetic() || "+-–—‒−%‰$€£".contains(c);
        let field = next.is_some_and(|c| "\"([{:=".contains(c));
        if !field && words.trim_start().starts_with(begins) {
            self.at += words.len();
        }
    }

    /// Steps over groups of digits with commas before them, as in `1,234`, behind the only number
    /// that can stand here.
    pub(super) fn thousands(&mut self, start: usize) {
        let before = self.slice(0..start).trim_end();
        let digit = |c: &char| c.is_ascii_digit();
        let behind_digit = self
            .slice(start..self.at)
            .chars()
            .next_back()
            .is_some_and(|c| digit(&c));
        let mut ahead = self.ahead();
        while behind_digit && before.ends_with([':', '=']) && ahead.take(b',') {
            match ahead.take_while(|c| digit(&c)).len() {
                2 => {}
                3 => self.at = ahead.at,
                _ => return,
            }
        }
    }

    /// Reads words without quotation marks, to the next comma or the end of the line.
    pub(super) fn bare(&mut self, start: usize) -> Node<'a> {
        self.take_while(|c| !matches!(c, ',' | ')' | ']' | '}' | '\n' | '"'));
        self.thousands(start);
        let line = self.line();
        let ends = |&(at, _): &(usize, char)| {
            let after = line.get(at + 1..).unwrap_or("").trim_start();
            after.chars().next().is_none_or(|c| AFTER_TEXT.contains(c))
        };
        // Only the first of its marks is missing, or it holds some.
        let mut marks = line.char_indices().filter(|&(_, c)| c == '"');
        let mark = marks.find(ends).filter(|_| line.starts_with('"'));
        let end = self.at + mark.map_or(0, |(at, _)| at);
        let words = self.slice(start..end).trim_end();
        let inner = words.matches('"').count() % 2 == 1;
        let words = self.slice(start..end + usize::from(inner)).trim_end();
        self.at = end + mark.map_or(0, |_| 1);
        self.unquoted(start..start + words.len())
    }

    /// A text that nobody quoted.
    pub(super) fn unquoted(&mut self, span: Span) -> Node<'a> {
        let words = self.slice(span.clone());
        self.fault(span.clone(), SignFault::Unquoted(None, shown(words)));
        Node::new(span, Kind::Text(words.into()), State::Faulty)
    }
}

/// The length of a text up to the comma before the name of a field and a colon, when it ends
/// with those.
fn before_next_field(text: &str) -> Option<usize> {
    let (before, name) = text.trim_end().strip_suffix(':')?.rsplit_once(',')?;
    let name = name.trim();
    let is_name = !name.is_empty()
        && name
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    is_name.then_some(before.len())
}

/// What an escape stands for.
enum Escape {
    Char(char),
    /// A backslash at the end of a line: the text goes on after the next line's indentation.
    Nothing,
    Unknown,
}

/// The length and meaning of the escape a text begins with.
fn escape(text: &str) -> (usize, Escape) {
    let mut chars = text.chars().skip(1);
    let Some(sign) = chars.next() else {
        return (1, Escape::Unknown);
    };
    let simple = match sign {
        '\'' | '"' | '\\' => Some(sign),
        'n' => Some('\n'),
        'r' => Some('\r'),
        't' => Some('\t'),
        '0' => Some('\0'),
        _ => None,
    };
    if let Some(c) = simple {
        return (2, Escape::Char(c));
    }
    let length = 1 + sign.len_utf8();
    let rest = text.get(length..).unwrap_or("");
    match sign {
        '\n' | '\r' => (
            text.len() - text.get(1..).unwrap_or("").trim_start().len(),
            Escape::Nothing,
        ),
        'x' => match rest
            .get(..2)
            .and_then(|hex| u8::from_str_radix(hex, 16).ok())
        {
            Some(byte) if byte.is_ascii() => (4, Escape::Char(char::from(byte))),
            // Several of these make up one character; ron reads them, nobody writes them.
            Some(_) => (4, Escape::Nothing),
            None => (length, Escape::Unknown),
        },
        'u' => match rest.strip_prefix('{').and_then(|hex| hex.split_once('}')) {
            Some((hex, _)) => {
                let c = u32::from_str_radix(hex, 16).ok().and_then(char::from_u32);
                (
                    length + hex.len() + 2,
                    c.map_or(Escape::Unknown, Escape::Char),
                )
            }
            None => (length, Escape::Unknown),
        },
        _ => (length, Escape::Unknown),
    }
}
