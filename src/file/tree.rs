//! A record as a tree with places, built however broken the record is.
//!
//! ron gives up at the first fault and knows only roughly where it stood. This tree is built
//! only when ron has refused a record, or when the place of something in it is wanted, so it
//! may take its time. It never refuses: what cannot be understood becomes a fault, and reading
//! goes on behind it.

use std::borrow::Cow;

use super::found::{Found, Span};

/// A text as a tree.
#[derive(Debug)]
pub(super) struct Tree<'a> {
    /// The one value.
    pub root: Node<'a>,
    /// What is wrong with the writing.
    pub faults: Vec<Found>,
    /// Single characters that have to go before ron can read the rest.
    pub stray: Vec<Found>,
}

/// A value.
#[derive(Debug)]
pub(super) struct Node<'a> {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: Kind<'a>,
    /// Whether it is well written.
    pub state: State,
}

/// What a value is.
#[derive(Debug)]
pub(super) enum Kind<'a> {
    /// A text, without its quotation marks.
    Text(Cow<'a, str>),
    /// Something that begins like a number.
    Number(&'a str),
    /// A name such as `Official` or `true`.
    Word(&'a str),
    /// Brackets and what is in them.
    Group(Group<'a>),
    /// Not looked into: left for ron when it is sound, not understood when it is not.
    Unread,
}

/// Brackets and what is in them.
#[derive(Debug)]
pub(super) struct Group<'a> {
    /// The opening bracket.
    pub open: u8,
    /// The name before it, `Exactly` in `Exactly(3)`.
    pub name: Option<&'a str>,
    /// What is between the commas.
    pub entries: Vec<Entry<'a>>,
}

/// What stands between two commas.
#[derive(Debug)]
pub(super) struct Entry<'a> {
    /// From its beginning to behind its comma.
    pub span: Span,
    /// What stands before the colon.
    pub key: Option<Node<'a>>,
    /// The value.
    pub value: Node<'a>,
}

/// Whether a value is well written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// Yes.
    Sound,
    /// No, but its parts can be looked at.
    Faulty,
    /// No: it has no end, and what seem to be its parts may be somebody else's.
    Open,
}

impl<'a> Node<'a> {
    /// A value.
    pub fn new(span: Span, kind: Kind<'a>, state: State) -> Self {
        Self { span, kind, state }
    }

    /// What is in it, if it is a text.
    pub fn text(&self) -> Option<&str> {
        if let Kind::Text(text) = &self.kind {
            Some(text)
        } else {
            None
        }
    }

    /// The name of a field, if it is one.
    pub fn name(&self) -> Option<&str> {
        match &self.kind {
            Kind::Word(word) => Some(word),
            Kind::Text(text) => Some(text),
            Kind::Number(_) | Kind::Group(_) | Kind::Unread => None,
        }
    }

    /// The brackets and what is in them, if it is that.
    pub fn group(&self) -> Option<&Group<'a>> {
        if let Kind::Group(group) = &self.kind {
            Some(group)
        } else {
            None
        }
    }

    /// What is written in it, or before its bracket.
    pub fn written(&self) -> &str {
        match &self.kind {
            Kind::Text(text) => text,
            Kind::Word(word) | Kind::Number(word) => word,
            Kind::Group(group) => group.name.unwrap_or("("),
            Kind::Unread => "(",
        }
    }

    /// The value of a field of a record.
    pub fn field(&self, name: &str) -> Option<&Self> {
        Some(&self.group()?.field(name)?.value)
    }
}

impl<'a> Group<'a> {
    /// The entry of a field's name.
    pub fn field(&self, name: &str) -> Option<&Entry<'a>> {
        let mut entries = self.entries.iter();
        entries.find(|entry| entry.key.as_ref().and_then(Node::name) == Some(name))
    }

    /// The entry in which a place stands.
    pub fn entry_at(&self, at: usize) -> Option<&Entry<'a>> {
        let last = self.entries.partition_point(|entry| entry.span.start <= at);
        let entry = self.entries.get(last.checked_sub(1)?)?;
        entry.span.contains(&at).then_some(entry)
    }
}
