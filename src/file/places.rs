//! Where in the file the values of a record stand, found only when something is to be said
//! about one of them.

use std::cell::OnceCell;

use super::found::Span;
use super::record::Raw;
use super::tree::{Node, Tree};
use super::within::Within;

/// One step from a value to a value inside it.
#[derive(Debug, Clone, Copy)]
enum Step<'p> {
    /// The field of a name.
    Field(&'p str),
    /// The value at an index of a list or map.
    Item(usize),
    /// The key at an index of a map.
    Key(usize),
    /// The key of a name.
    KeyOf(&'p str),
}

/// The way from a record to a value in it. Costs nothing to build, since hardly any is walked.
#[derive(Debug, Clone, Copy)]
pub(super) struct Path<'p> {
    before: Option<(&'p Self, Step<'p>)>,
}

impl<'p> Path<'p> {
    /// The record itself.
    pub const RECORD: Path<'static> = Path { before: None };

    /// A field of what the path leads to.
    pub fn field(&'p self, name: &'p str) -> Self {
        Self {
            before: Some((self, Step::Field(name))),
        }
    }

    /// One of the values in it.
    pub fn item(&'p self, index: usize) -> Self {
        Self {
            before: Some((self, Step::Item(index))),
        }
    }

    /// One of the keys in it.
    pub fn key(&'p self, index: usize) -> Self {
        Self {
            before: Some((self, Step::Key(index))),
        }
    }

    /// The key of a name in it.
    pub fn key_of(&'p self, name: &'p str) -> Self {
        Self {
            before: Some((self, Step::KeyOf(name))),
        }
    }
}

/// Finds places in one record. Its tree is built when the first one is wanted.
#[derive(Debug)]
pub(super) struct Places<'r> {
    raw: &'r Raw<'r>,
    tree: OnceCell<Tree<'r>>,
}

impl<'r> Places<'r> {
    /// Places in the text of a record.
    pub fn of(raw: &'r Raw<'r>) -> Self {
        Self {
            raw,
            tree: OnceCell::new(),
        }
    }

    /// The text of the record.
    pub fn raw(&self) -> &'r Raw<'r> {
        self.raw
    }

    /// Where in the file the value stands that a path leads to; the last one on the way that
    /// could be found.
    pub fn span(&self, path: &Path<'_>) -> Span {
        self.raw.in_file(&self.node(path).span)
    }

    /// Where in the file a piece of a text stands; the whole text when it is written with
    /// escapes, so that its bytes cannot be counted.
    pub fn span_within(&self, path: &Path<'_>, piece: &Span) -> Span {
        let node = self.node(path);
        let written = self.raw.text().get(node.span.clone()).unwrap_or("");
        let plain = written.starts_with('"') && !written.contains('\\');
        if plain && piece.end + 2 <= written.len() {
            let start = node.span.start + 1;
            self.raw.in_file(&(start + piece.start..start + piece.end))
        } else {
            self.raw.in_file(&node.span)
        }
    }

    /// In what of the record it stands that a path leads to.
    pub fn within(&self, path: &Path<'_>) -> Within {
        let at = self.node(path).span.start;
        Within::of(self.root(), self.raw.shape(), at, None)
    }

    fn root(&self) -> &Node<'r> {
        &self.tree.get_or_init(|| Tree::of(self.raw.text())).root
    }

    fn node(&self, path: &Path<'_>) -> &Node<'r> {
        find(self.root(), path).unwrap_or_else(|last| last)
    }
}

/// The node that a path leads to, or else the last one on the way.
fn find<'n, 'a>(root: &'n Node<'a>, path: &Path<'_>) -> Result<&'n Node<'a>, &'n Node<'a>> {
    let Some((before, step)) = path.before else {
        return Ok(root);
    };
    let node = find(root, before)?;
    follow(node, step).ok_or(node)
}

fn follow<'n, 'a>(node: &'n Node<'a>, step: Step<'_>) -> Option<&'n Node<'a>> {
    let group = node.group()?;
    let entry = |index: usize| group.entries.get(index);
    match step {
        // `Some(value)` stands for its value.
        _ if group.name == Some("Some") => follow(&entry(0)?.value, step),
        Step::Field(name) => node.field(name),
        Step::Item(index) => Some(&entry(index)?.value),
        Step::Key(index) => entry(index)?.key.as_ref(),
        Step::KeyOf(name) => group.field(name)?.key.as_ref(),
    }
}
