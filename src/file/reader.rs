//! Reads text from left to right into a tree, however broken it is: brackets and what is between
//! their commas. The pieces in them are read in `token`; `frame` reads a whole dataset with the
//! same means and leaves its records unread.

use std::ops::{Deref, DerefMut};

use super::format::names;
use super::found::{Found, Span};
use super::said::other_digit;
use super::scan::{Scanner, closer_of, is_odd_mark};
use super::tree::{Entry, Group, Kind, Node, State, Tree};
use crate::model::fault::{Opened, SignFault, Wanted};
use crate::model::hidden::shown;
use crate::model::{Crime, Divisor, Fault};

/// So many faults in one record are told; the rest of it is left unread.
const MOST_FAULTS: usize = 100;

/// How deep brackets may be nested; the format needs nine.
const DEEPEST: usize = 32;

impl<'a> Tree<'a> {
    /// Builds the tree of a text that holds one value.
    pub fn of(text: &'a str) -> Self {
        let mut reader = Reader::new(text);
        reader.space();
        let mut root = reader.value();
        reader.space();
        if reader.at < text.len() && root.state == State::Sound {
            let rest = shown(reader.rest());
            reader.fault(reader.at..text.len(), SignFault::Follows(rest));
            root.state = State::Faulty;
        }
        Self {
            root,
            faults: reader.faults,
            stray: reader.stray,
        }
    }
}

/// A scanner that tells what is wrong with what it reads.
pub(super) struct Reader<'a> {
    scanner: Scanner<'a>,
    pub(super) faults: Vec<Found>,
    /// Single characters that have to go before ron can read the rest.
    pub(super) stray: Vec<Found>,
    /// The opening brackets around the place at hand.
    open: Vec<u8>,
    /// Whether the brackets of some record of a dataset did not close.
    pub(super) some_broken: bool,
}

impl<'a> Deref for Reader<'a> {
    type Target = Scanner<'a>;

    fn deref(&self) -> &Self::Target {
        &self.scanner
    }
}

impl DerefMut for Reader<'_> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.scanner
    }
}

impl<'a> Reader<'a> {
    /// Begins at the beginning of a text.
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            scanner: Scanner::new(text, 0),
            faults: Vec::new(),
            stray: Vec::new(),
            open: Vec::new(),
            some_broken: false,
        }
    }

    pub(super) fn fault(&mut self, span: Span, fault: impl Into<Fault>) {
        self.faults.push(Found::error(span, fault));
    }

    /// Steps over spaces and comments, and tells spaces that ron does not know.
    fn space(&mut self) {
        let mut behind = self.ahead();
        self.skip_space();
        let end = self.at;
        if self.slice(behind.at..end).is_ascii() {
            return;
        }
        while behind.at < end {
            let Some(c) = behind.char() else { return };
            if c == '/' && behind.skip_comment() {
                continue;
            }
            let span = behind.at..behind.at + c.len_utf8();
            behind.at = span.end;
            if !c.is_ascii() && !matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}') {
                self.stray.push(Found::error(span, SignFault::Space(c, 1)));
            }
        }
    }

    /// Reads the value at hand, whatever it is.
    fn value(&mut self) -> Node<'a> {
        let start = self.at;
        match self.char() {
            Some('(' | '[' | '{') => self.group(start, None),
            Some('"') => self.text(start),
            Some(c) if is_odd_mark(c) => self.oddly_quoted(start),
            Some(c) if c.is_ascii_digit() || other_digit(c).is_some() => self.number(start),
            Some('+' | '-' | '.') => self.number(start),
            Some(c) if c.is_alphabetic() || c == '_' => self.word(start),
            _ => {
                let goes_on = |c| !matches!(c, ',' | ')' | ']' | '}' | '\n');
                self.take_while(goes_on);
                self.thousands(start);
                // A formula has brackets of its own.
                if self.slice(start..self.at).contains('(') && self.take(b')') {
                    self.take_while(goes_on);
                }
                let taken = self.slice(start..self.at);
                let span = start..start + taken.trim_end().len().max(1);
                let fault = SignFault::NotUnderstood(shown(taken), Wanted::Value);
                self.fault(span.clone(), fault);
                Node::new(span, Kind::Unread, State::Faulty)
            }
        }
    }

    /// Reads a name, with its brackets if it has some.
    fn word(&mut self, start: usize) -> Node<'a> {
        let word = self.take_while(|c| c.is_alphanumeric() || matches!(c, '_' | '#'));
        if self.byte() == Some(b'"') && word.trim_end_matches('#') == "r" {
            return self.text(start);
        }
        if matches!(word, "http" | "https") && self.rest().starts_with("://") {
            self.take_while(|c| !c.is_whitespace() && !",)]}\"".contains(c));
            return self.unquoted(start..self.at);
        }
        let end = self.at;
        self.space();
        if self.byte() == Some(b'(') {
            return self.group(start, Some(word));
        }
        let on_line = self.slice(end..self.at);
        let more = self.char().is_some_and(char::is_alphanumeric);
        let adjoined =
            on_line.is_empty() && self.char().is_some_and(|c| !",:=;)]}([{\"".contains(c));
        // Between two names in a list a missing comma is likelier than a text that nobody quoted.
        let in_list = self.open.last() == Some(&b'[');
        let two_names = || in_list && stands_alone(word) && stands_alone(self.ahead().take_name());
        if (more && !on_line.contains('\n') && !two_names()) || adjoined {
            return self.bare(start);
        }
        self.at = end;
        Node::new(start..end, Kind::Word(word), State::Sound)
    }

    /// Reads brackets and what is in them.
    fn group(&mut self, start: usize, name: Option<&'a str>) -> Node<'a> {
        let place = self.at;
        let open = self.byte().unwrap_or(b'(');
        if self.open.len() == DEEPEST {
            self.fault(place..place + 1, SignFault::TooDeep(DEEPEST));
            if self.skip_brackets().is_err() {
                self.at = self.at.max(place + self.rest().len());
            }
            return Node::new(start..self.at, Kind::Unread, State::Open);
        }
        self.at += 1;
        self.open.push(open);
        let mut entries = Vec::new();
        let mut state = State::Sound;
        loop {
            self.space();
            match self.byte() {
                _ if self.faults.len() >= MOST_FAULTS => {
                    state = State::Open;
                    break;
                }
                None => {
                    self.never_closed(place, open);
                    state = State::Open;
                    break;
                }
                Some(byte) if byte == closer_of(open) => {
                    self.at += 1;
                    break;
                }
                Some(byte @ (b')' | b']' | b'}')) => {
                    self.closed_by_another(place, byte);
                    state = State::Open;
                    break;
                }
                Some(b',') => {
                    self.stray_comma();
                    state = State::Faulty;
                }
                Some(b'-') if self.is_dash() => {
                    let at = self.at;
                    self.fault(at..at + 1, SignFault::Dash);
                    self.at += 1;
                    state = State::Faulty;
                }
                Some(_) => {
                    let (entry, sound) = self.entry(open);
                    entries.push(entry);
                    if !sound && state == State::Sound {
                        state = State::Faulty;
                    }
                }
            }
        }
        self.open.pop();
        let group = Group {
            open,
            name,
            entries,
        };
        Node::new(start..self.at, Kind::Group(group), state)
    }

    /// Tells a bracket that is open at the end; once, for the innermost one.
    fn never_closed(&mut self, place: usize, open: u8) {
        let told = |found: &Found| matches!(found.fault, Fault::Sign(SignFault::NeverClosed(_)));
        if let Some(comment) = self.open_comment.take() {
            self.fault(
                comment..comment + 2,
                SignFault::NeverClosed(Opened::Comment),
            );
        } else if !self.faults.iter().any(told) {
            let opened = Opened::Bracket(char::from(open));
            self.fault(place..place + 1, SignFault::NeverClosed(opened));
        }
    }

    /// Tells a closing bracket that is not the one expected. It is left where it stands when it
    /// closes a bracket further out; else it is taken to be meant for the one at hand.
    fn closed_by_another(&mut self, place: usize, byte: u8) {
        let at = self.at;
        if self
            .open
            .iter()
            .rev()
            .skip(1)
            .any(|&open| closer_of(open) == byte)
        {
            self.faults.push(still_open(self, place, at));
        } else {
            let fault = SignFault::ClosedBy(self.sign_at(place), char::from(byte));
            self.fault(place..place + 1, fault);
            self.at += 1;
        }
    }

    /// Reads a key, if there is one, a value and a comma. Whether all of that is well written.
    fn entry(&mut self, open: u8) -> (Entry<'a>, bool) {
        let start = self.at;
        let faults = self.faults.len();
        let mut value = self.value();
        let mut key = None;
        let mut sound = true;
        self.space();
        let may_lack_colon = open == b'('
            && matches!(value.kind, Kind::Word(word) if word.starts_with(|c: char| c.is_ascii_lowercase()));
        if (may_lack_colon || matches!(self.byte(), Some(b':' | b'=')))
            && let Some(colon) = self.colon(&value.span)
        {
            sound = colon;
            let behind = self.at;
            self.space();
            let nothing = self.slice(behind..self.at).contains('\n') && self.field_begins();
            let name = std::mem::replace(
                &mut value,
                Node::new(self.at..self.at, Kind::Unread, State::Faulty),
            );
            if nothing || matches!(self.byte(), None | Some(b',' | b')' | b']' | b'}')) {
                let fault = SignFault::NothingAfter(shown(self.slice(name.span.clone())));
                self.fault(name.span.clone(), fault);
                sound = false;
            } else {
                value = self.value();
            }
            key = Some(name);
        }
        let end = value.span.end;
        self.space();
        // After something that was not understood, a missing comma is no news.
        let told = self.faults.len() > faults;
        sound &= self.comma(start, end, told);
        let span = start..self.at;
        (Entry { span, key, value }, sound)
    }

    /// Whether a dash is at hand that begins a line of a list elsewhere.
    fn is_dash(&self) -> bool {
        let before = self.slice(0..self.at).trim_end_matches([' ', '\t']);
        let first = before.ends_with(['\n', '(', '[', '{', ',']);
        first && self.byte_at(self.at + 1) == b' '
    }

    /// Whether the name of a field and a colon are at hand.
    fn field_begins(&self) -> bool {
        let mut ahead = self.ahead();
        let name = ahead.take_name();
        ahead.skip_space();
        name.starts_with(|c: char| c.is_ascii_lowercase()) && ahead.byte() == Some(b':')
    }

    /// Steps over the colon behind a key, or what stands in its place. Whether it is a colon;
    /// `None` when nothing is there that could be meant for one.
    pub(super) fn colon(&mut self, key: &Span) -> Option<bool> {
        let at = self.at;
        let name = || shown(self.slice(key.clone()));
        match self.byte()? {
            b':' => {
                self.at += 1;
                return Some(true);
            }
            b'=' => {
                let name = name();
                let sign = shown(self.take_while(|c| c == '=' || c == '>'));
                self.fault(at..self.at, SignFault::NotAColon(sign, name));
            }
            b'(' | b'[' | b'{' | b'"' | b'0'..=b'9' => {
                let fault = SignFault::NoColon(name());
                self.fault(key.clone(), fault);
            }
            _ => return None,
        }
        Some(false)
    }

    /// Steps over the comma behind a part that goes from `start` to `end`. Whether it is well
    /// written; `told` when a missing one is no news.
    pub(super) fn comma(&mut self, start: usize, end: usize, told: bool) -> bool {
        match self.byte() {
            Some(b',') => self.at += 1,
            None | Some(b')' | b']' | b'}') => {}
            Some(_) if told => return false,
            Some(_) => {
                let part = self.slice(start..end);
                let line = part.lines().last().unwrap_or("").trim();
                let from = line.char_indices().rev().nth(24).map_or(0, |(at, _)| at);
                let tail = line.get(from..).unwrap_or("").to_owned();
                let last = part.char_indices().next_back().map_or(0, |(at, _)| at);
                self.fault(start + last..end, SignFault::NoComma(tail));
                return false;
            }
        }
        true
    }

    /// Tells and steps over a comma that follows no value.
    pub(super) fn stray_comma(&mut self) {
        let at = self.at;
        self.fault(at..at + 1, SignFault::Comma);
        self.at += 1;
    }
}

/// Whether a word is the code of a country or one of a closed set of names.
fn stands_alone(word: &str) -> bool {
    let code = word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    code || names::<Crime>().contains(&word) || names::<Divisor>().contains(&word)
}

/// A closing bracket stands where that of another one is needed, which is open.
pub(super) fn still_open(scanner: &Scanner<'_>, open: usize, close: usize) -> Found {
    let contents = scanner.slice(open..close).lines().next().unwrap_or("");
    let needed = closer_of(scanner.byte_at(open));
    let fault = SignFault::StillOpen(scanner.sign_at(close), shown(contents), needed.into());
    Found::error(close..close + 1, fault)
}
