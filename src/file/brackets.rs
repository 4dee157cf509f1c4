//! Builds a tree from left to right: brackets and what is between their commas. The pieces in
//! them are read in `token`.

use super::fault::{Fault, Span};
use super::scan::{Scanner, closer_of};
use super::tree::{Group, Kind, Node, Part, State, Tree};
use super::wording::{quoted, shown};

/// So many faults in one record are told; the rest of it is left unread.
const MOST_FAULTS: usize = 100;

/// How deep brackets may be nested; the format needs nine.
const DEEPEST: usize = 32;

impl<'a> Tree<'a> {
    /// Builds the tree of a text that holds one value.
    pub fn of(text: &'a str) -> Self {
        let mut builder = Builder {
            scanner: Scanner::new(text, 0),
            faults: Vec::new(),
            stray: Vec::new(),
            open: Vec::new(),
        };
        builder.space();
        let mut root = builder.value();
        builder.space();
        if builder.scanner.at < text.len() && root.state == State::Sound {
            let rest = builder.scanner.at..text.len();
            builder.fault(
                rest.clone(),
                format!(
                    "something follows where nothing is expected: {}",
                    quoted(builder.scanner.slice(rest))
                ),
                "remove it, or open a bracket for it",
            );
            root.state = State::Faulty;
        }
        Self {
            root,
            faults: builder.faults,
            stray: builder.stray,
        }
    }
}

/// Builds a tree from left to right.
pub(super) struct Builder<'a> {
    pub(super) scanner: Scanner<'a>,
    pub(super) faults: Vec<Fault>,
    pub(super) stray: Vec<Span>,
    /// The opening brackets around the place at hand.
    open: Vec<u8>,
}

impl<'a> Builder<'a> {
    pub(super) fn fault(&mut self, span: Span, what: impl Into<String>, remedy: impl Into<String>) {
        self.faults.push(Fault::error(span, what, remedy));
    }

    /// Steps over spaces and comments, and tells spaces that ron does not know.
    pub(super) fn space(&mut self) {
        let mut behind = self.scanner.clone();
        self.scanner.skip_space();
        let end = self.scanner.at;
        if self.scanner.slice(behind.at..end).is_ascii() {
            return;
        }
        while behind.at < end {
            let Some(c) = behind.char() else { return };
            if c == '/' && behind.skip_comment() {
                continue;
            }
            let span = behind.at..behind.at + c.len_utf8();
            behind.at = span.end;
            let known = c.is_ascii() || matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}');
            if !known {
                self.stray.push(span.clone());
                let fault = Fault::error(
                    span,
                    "a space of a special kind, such as web pages contain, stands here",
                    "replace it with an ordinary space",
                );
                self.faults.push(fault.leaving_out("it"));
            }
        }
    }

    /// Reads the value at hand, whatever it is.
    pub(super) fn value(&mut self) -> Node<'a> {
        let start = self.scanner.at;
        match self.scanner.char() {
            Some('(' | '[' | '{') => self.group(start, None),
            Some('"') => self.text(start),
            Some('“' | '”' | '„' | '«' | '»' | '‘' | '’' | '‚' | '\'' | '`') => {
                self.oddly_quoted(start)
            }
            Some(c) if c.is_ascii_digit() || matches!(c, '+' | '-' | '.') => self.number(start),
            Some(c) if c.is_alphabetic() || c == '_' => self.word(start),
            _ => {
                let taken = self
                    .scanner
                    .take_while(|c| !matches!(c, ',' | ')' | ']' | '}' | '\n'));
                let span = start..start + taken.trim_end().len().max(1);
                self.fault(
                    span.clone(),
                    format!("{} cannot be understood here", quoted(taken)),
                    "write a text as \"…\", a list as […], or a record as (…)",
                );
                Node {
                    span,
                    kind: Kind::Unclear,
                    state: State::Faulty,
                }
            }
        }
    }

    /// Reads a name, with its brackets if it has some.
    fn word(&mut self, start: usize) -> Node<'a> {
        let word = self
            .scanner
            .take_while(|c| c.is_alphanumeric() || matches!(c, '_' | '#'));
        if self.scanner.byte() == Some(b'"') && word.trim_end_matches('#') == "r" {
            return self.text(start);
        }
        let end = self.scanner.at;
        self.space();
        if self.scanner.byte() == Some(b'(') {
            return self.group(start, Some(word));
        }
        let on_line = self.scanner.slice(end..self.scanner.at);
        let more = self.scanner.char().is_some_and(char::is_alphanumeric);
        let adjoined = on_line.is_empty()
            && self
                .scanner
                .char()
                .is_some_and(|c| !",:=;)]}([{\"".contains(c));
        // In a list a missing comma is likelier than a text that nobody quoted.
        let in_list = self.open.last() == Some(&b'[');
        if (more && !on_line.contains('\n') && !in_list) || adjoined {
            return self.bare(start);
        }
        self.scanner.at = end;
        Node {
            span: start..end,
            kind: Kind::Word(word),
            state: State::Sound,
        }
    }

    /// Reads brackets and what is in them.
    fn group(&mut self, start: usize, name: Option<&'a str>) -> Node<'a> {
        let place = self.scanner.at;
        let open = self.scanner.byte().unwrap_or(b'(');
        let mut group = Group {
            open,
            name,
            parts: Vec::new(),
        };
        let mut state = State::Sound;
        if self.open.len() == DEEPEST {
            self.fault(
                place..place + 1,
                format!("brackets are nested more than {DEEPEST} deep"),
                "remove the brackets that are not needed; the format needs nine at most",
            );
            if self.scanner.skip_brackets().is_err() {
                self.scanner.at = self.scanner.at.max(place + self.scanner.rest().len());
            }
            return Node {
                span: start..self.scanner.at,
                kind: Kind::Unclear,
                state: State::Open,
            };
        }
        self.scanner.at += 1;
        self.open.push(open);
        loop {
            self.space();
            if self.faults.len() >= MOST_FAULTS {
                state = State::Open;
                break;
            }
            match self.scanner.byte() {
                None => {
                    self.never_closed(place);
                    state = State::Open;
                    break;
                }
                Some(byte) if byte == closer_of(open) => {
                    self.scanner.at += 1;
                    break;
                }
                Some(byte @ (b')' | b']' | b'}')) => {
                    self.closed_by_another(place, byte);
                    state = State::Open;
                    break;
                }
                Some(b',' | b';') => {
                    let at = self.scanner.at;
                    self.fault(at..at + 1, "one comma too many stands here", "remove it");
                    self.scanner.at += 1;
                    state = State::Faulty;
                }
                Some(_) => {
                    let (part, sound) = self.part(open);
                    group.parts.push(part);
                    if !sound && state == State::Sound {
                        state = State::Faulty;
                    }
                }
            }
        }
        self.open.pop();
        Node {
            span: start..self.scanner.at,
            kind: Kind::Group(group),
            state,
        }
    }

    /// Tells a bracket that is open at the end; once, for the innermost one.
    fn never_closed(&mut self, place: usize) {
        if let Some(comment) = self.scanner.open_comment.take() {
            self.fault(
                comment..comment + 2,
                "the comment that begins here is never closed",
                "write */ where it ends, or begin each of its lines with //",
            );
        } else if !self
            .faults
            .iter()
            .any(|fault| fault.what.contains("never closed"))
        {
            let open = self.scanner.slice(place..place + 1);
            let close = char::from(closer_of(open.bytes().next().unwrap_or(b'(')));
            self.fault(
                place..place + 1,
                format!("the “{open}” that stands here is never closed"),
                format!("write {close} where its contents end"),
            );
        }
    }

    /// Tells a closing bracket that is not the one expected. It is left where it stands when it
    /// closes a bracket further out; else it is taken to be meant for the one at hand.
    fn closed_by_another(&mut self, place: usize, byte: u8) {
        let at = self.scanner.at;
        let open = self.scanner.slice(place..at);
        let closer = char::from(closer_of(open.bytes().next().unwrap_or(b'(')));
        let another = char::from(byte);
        let outer = self
            .open
            .iter()
            .rev()
            .skip(1)
            .any(|&open| closer_of(open) == byte);
        if outer {
            let contents = shown(open.lines().next().unwrap_or(""));
            self.fault(
                at..at + 1,
                format!("“{another}” stands here while a bracket is still open: “{contents}”"),
                format!("write {closer} before the {another}"),
            );
        } else {
            let opener = open.get(..1).unwrap_or("");
            self.fault(
                place..place + 1,
                format!("the “{opener}” that stands here is closed by a “{another}”"),
                "write ( … ) around a record, [ … ] around a list, { … } around ids and their records",
            );
            self.scanner.at += 1;
        }
    }

    /// Reads a key, if there is one, a value and a comma. Whether all of that is well written.
    fn part(&mut self, open: u8) -> (Part<'a>, bool) {
        let start = self.scanner.at;
        let faults = self.faults.len();
        let mut value = self.value();
        let mut key = None;
        let mut sound = true;
        self.space();
        let next = self.scanner.byte();
        let colon_missing = open == b'('
            && matches!(value.kind, Kind::Word(word) if word.starts_with(|c: char| c.is_ascii_lowercase()))
            && next.is_some_and(|byte| matches!(byte, b'"' | b'[' | b'{') || byte.is_ascii_digit());
        if matches!(next, Some(b':' | b'=')) || colon_missing {
            sound = self.colon(&value, next.unwrap_or(b':'));
            self.space();
            key = Some(value);
            value = if matches!(self.scanner.byte(), None | Some(b',' | b')' | b']' | b'}')) {
                sound = false;
                self.nothing_after(key.as_ref())
            } else {
                self.value()
            };
        }
        let end = value.span.end;
        self.space();
        match self.scanner.byte() {
            Some(b',') => self.scanner.at += 1,
            None | Some(b')' | b']' | b'}') => {}
            Some(b';') => {
                let at = self.scanner.at;
                self.fault(at..at + 1, "“;” stands here instead of a comma", "write ,");
                self.scanner.at += 1;
                sound = false;
            }
            // After something that was not understood, a missing comma is no news.
            Some(_) if self.faults.len() > faults => sound = false,
            Some(_) => {
                let last = self.scanner.slice(start..end);
                let last = last.lines().last().unwrap_or("").trim();
                self.fault(
                    previous_char(self.scanner.slice(0..end))..end,
                    format!("a comma is missing after “{}”", tail(last)),
                    "write a comma behind it",
                );
                sound = false;
            }
        }
        (
            Part {
                span: start..self.scanner.at,
                key,
                value,
            },
            sound,
        )
    }

    /// Steps over the colon behind a key, or what stands in its place. Whether it is a colon.
    fn colon(&mut self, key: &Node<'a>, byte: u8) -> bool {
        let at = self.scanner.at;
        let name = shown(self.scanner.slice(key.span.clone()));
        match byte {
            b':' => {
                self.scanner.at += 1;
                return true;
            }
            b'=' => {
                self.scanner.take_while(|c| c == '=' || c == '>');
                let sign = quoted(self.scanner.slice(at..self.scanner.at));
                self.fault(
                    at..self.scanner.at,
                    format!("{sign} stands here instead of a colon"),
                    format!("write {name}: …"),
                );
            }
            _ => self.fault(
                key.span.clone(),
                format!("a colon is missing after “{name}”"),
                format!("write {name}: …"),
            ),
        }
        false
    }

    fn nothing_after(&mut self, key: Option<&Node<'a>>) -> Node<'a> {
        let at = self.scanner.at;
        let span = key.map_or(at..at, |key| key.span.clone());
        let name = shown(self.scanner.slice(span.clone()));
        self.fault(
            span,
            format!("nothing is written after “{name}:”"),
            "write its value, or remove the name and the colon",
        );
        Node {
            span: at..at,
            kind: Kind::Unclear,
            state: State::Faulty,
        }
    }
}

/// Where the last character of a text begins.
fn previous_char(text: &str) -> usize {
    text.char_indices().next_back().map_or(0, |(at, _)| at)
}

/// The last characters of a text, to show where something is missing.
fn tail(text: &str) -> &str {
    let from = text.char_indices().rev().nth(24).map_or(0, |(at, _)| at);
    text.get(from..).unwrap_or(text)
}
