//! Where the places of a dataset stand in its tree, and what may stand there.

use super::{EditFault, Step};
use crate::file::format::{Dataset, Record, Shape};
use crate::file::scan::Scanner;
use crate::file::tree::{Group, Kind, Node, State, Tree};

/// The tree of the dataset in a text, and where in the text it begins.
pub(super) fn tree(text: &str) -> (Tree<'_>, usize) {
    let mut scanner = Scanner::new(text, 0);
    scanner.skip_space();
    while scanner.byte() == Some(b'#') {
        let Some(end) = scanner.rest().find(']') else {
            break;
        };
        scanner.at += end + 1;
        scanner.skip_space();
    }
    (Tree::of(scanner.rest()), scanner.at)
}

/// What may stand in a place of a dataset.
#[derive(Clone, Copy)]
pub(super) enum Wanted {
    Record(&'static Record),
    Of(Shape),
}

impl Wanted {
    pub fn record(self) -> Option<&'static Record> {
        match self {
            Self::Record(record) | Self::Of(Shape::Record(record)) => Some(record),
            Self::Of(_) => None,
        }
    }

    /// What may stand where a step leads.
    fn behind(self, step: &Step) -> Option<Self> {
        match (self, step) {
            (_, Step::Field(name)) => Some(Self::Of(self.record()?.field(name)?.shape)),
            (Self::Of(Shape::Map(_, of)), Step::Key(_))
            | (Self::Of(Shape::List(_, of)), Step::Id(_) | Step::At(_)) => Some(Self::Of(*of)),
            _ => None,
        }
    }
}

/// Where a path leads, as far as it does.
pub(super) struct Reached<'t, 'a> {
    pub node: &'t Node<'a>,
    pub wanted: Wanted,
    /// How many steps led there.
    pub steps: usize,
}

/// Goes along a path as far as there is something. What it passes has to be well written.
pub(super) fn reach<'t, 'a>(
    root: &'t Node<'a>,
    path: &[Step],
) -> Result<Reached<'t, 'a>, EditFault> {
    let mut reached = Reached {
        node: root,
        wanted: Wanted::Record(Dataset::RECORD),
        steps: 0,
    };
    for (index, step) in path.iter().enumerate() {
        let Some(group) = reached.node.group() else {
            return Err(EditFault::OtherKind(path.to_owned()));
        };
        if reached.node.state != State::Sound {
            return Err(EditFault::NotWellWritten);
        }
        let wanted = reached.wanted.behind(step);
        reached.steps = index;
        let wanted = wanted.ok_or_else(|| EditFault::OtherKind(path.to_owned()))?;
        let Some(entry) = position(group, step).and_then(|at| group.entries.get(at)) else {
            return Ok(reached);
        };
        reached = Reached {
            node: &entry.value,
            wanted,
            steps: index + 1,
        };
    }
    if reached.node.state == State::Sound && !matches!(reached.node.kind, Kind::Unread) {
        Ok(reached)
    } else {
        Err(EditFault::NotWellWritten)
    }
}

/// At which place of a group what a step leads to stands.
pub(super) fn position(group: &Group<'_>, step: &Step) -> Option<usize> {
    let mut entries = group.entries.iter();
    match step {
        Step::Field(name) => entries.position(|entry| {
            let key = entry.key.as_ref();
            key.is_some_and(|key| matches!(key.kind, Kind::Word(word) if word == *name))
        }),
        Step::Key(id) => {
            entries.position(|entry| entry.key.as_ref().and_then(Node::text) == Some(id))
        }
        Step::Id(id) => entries.position(|entry| {
            let own = entry.value.field("id").and_then(Node::text);
            entry.key.is_none() && own == Some(id)
        }),
        Step::At(at) => (*at < group.entries.len()).then_some(*at),
    }
}

/// Behind which part of a record a field belongs, after the order of the format; `None` for
/// before all.
pub(super) fn before_field(group: &Group<'_>, record: &Record, name: &str) -> Option<usize> {
    let rank = |name: &str| record.fields.iter().position(|field| field.name == name);
    let own = rank(name);
    group.entries.iter().rposition(|entry| {
        let name = entry.key.as_ref().and_then(Node::name);
        name.and_then(rank) < own
    })
}
