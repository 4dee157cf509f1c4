//! Changes to the text of a dataset that leave every other byte of it as it was: comments, blank
//! lines, order, spelling, line ends. Takes text and gives text.
//!
//! An [`Edit`] names a place by its steps from the dataset. The tolerant tree knows where that
//! stands; what is new is written in the indentation of its neighbours (`value`) and spliced in
//! (`group`). A text that is not well written around the place is not touched.

mod differences;
mod group;
mod places;
mod records;
mod value;

pub use differences::differences;
pub use records::{
    case, coordination_unit, finding, metric, not_applicable, operation, report, reports, source,
    support,
};
pub use value::{Layout, Value};

use std::ops::Range;

use super::tree::{Group, Node};
use group::Splices;
use places::{Reached, before_field, position, reach, tree};
use value::{Key, Style};

/// A step from something in a dataset to a part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The field of a record.
    Field(&'static str),
    /// What stands under an id in a map.
    Key(String),
    /// The record of an id in a list.
    Id(String),
    /// What stands at a place in a list, from 0.
    At(usize),
}

/// A place in a dataset: the steps from the dataset itself.
pub type Path = Vec<Step>;

/// A change to the text of a dataset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// Has a field of a record or an id of a map stand for a value, whether it is there or not.
    Set(Path, Value),
    /// Adds values at the end of a list.
    Add(Path, Vec<Value>),
    /// Adds values under new ids at the end of a map.
    AddKeyed(Path, Vec<(String, Value)>),
    /// Takes away a field, what stands under an id, or one value of a list.
    Remove(Path),
}

impl Edit {
    /// The place that it changes.
    pub fn path(&self) -> &Path {
        match self {
            Self::Set(path, _)
            | Self::Add(path, _)
            | Self::AddKeyed(path, _)
            | Self::Remove(path) => path,
        }
    }
}

/// Why a text was not changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditFault {
    /// What stands around the place is not well written.
    NotWellWritten,
    /// There is nothing at so many first steps of this path.
    NoSuchPlace(Path, usize),
    /// What stands at a path is no list, map or record in which that can be done.
    OtherKind(Path),
}

/// The text after some changes, one after the other.
pub fn edited(text: &str, edits: &[Edit]) -> Result<String, EditFault> {
    let mut text = text.to_owned();
    let mut rest = edits;
    while !rest.is_empty() {
        let (done, splices) = batch(&text, rest)?;
        text = splices.applied(&text);
        rest = rest.get(done..).unwrap_or(&[]);
    }
    Ok(text)
}

/// What a change puts into a text, as it stands there by itself; `None` where it takes away.
pub fn written(edit: &Edit) -> Option<String> {
    let style = Style {
        newline: "\n",
        unit: "    ".to_owned(),
    };
    let parts: Vec<(Key<'_>, &Value)> = match edit {
        Edit::Set(path, value) => {
            let key = match path.last()? {
                Step::Field(name) => Key::Field(name),
                Step::Key(id) => Key::Id(id),
                Step::Id(_) | Step::At(_) => Key::None,
            };
            vec![(key, value)]
        }
        Edit::Add(_, values) => values.iter().map(|value| (Key::None, value)).collect(),
        Edit::AddKeyed(_, values) => {
            let keyed = values.iter();
            keyed.map(|(id, value)| (Key::Id(id), value)).collect()
        }
        Edit::Remove(_) => return None,
    };
    let parts = parts.iter();
    let parts = parts.map(|(key, value)| value::entry(key, value, &style, "") + ",");
    Some(parts.collect::<Vec<_>>().join("\n"))
}

/// As many changes as do not touch one another, the first one at least, as splices of one text.
fn batch(text: &str, edits: &[Edit]) -> Result<(usize, Splices), EditFault> {
    let (tree, offset) = tree(text);
    let file = File {
        text,
        offset,
        style: style(text, offset, &tree.root),
    };
    let mut all = Splices::default();
    let mut touched: Vec<Range<usize>> = Vec::new();
    for (done, edit) in edits.iter().enumerate() {
        let planned = file.plan(&tree.root, edit);
        let (zone, splices) = match planned {
            Ok(planned) => planned,
            // It may follow from those before.
            Err(_) if done > 0 => return Ok((done, all)),
            Err(fault) => return Err(fault),
        };
        if touched
            .iter()
            .any(|one| one.start < zone.end && zone.start < one.end)
        {
            return Ok((done, all));
        }
        touched.push(zone);
        all.extend(splices);
    }
    Ok((edits.len(), all))
}

/// How a file ends and indents its lines.
fn style(text: &str, offset: usize, root: &Node<'_>) -> Style {
    let first = root.group().and_then(|group| group.entries.first());
    let unit = first.and_then(|entry| {
        let before = text.get(..offset + entry.span.start)?;
        let unit = before.get(before.rfind('\n')? + 1..)?;
        (!unit.is_empty() && unit.chars().all(|c| c == ' ' || c == '\t')).then_some(unit)
    });
    let end = text.find('\n');
    let is_wide = end.is_some_and(|end| text[..end].ends_with('\r'));
    Style {
        newline: if is_wide { "\r\n" } else { "\n" },
        unit: unit.unwrap_or("    ").to_owned(),
    }
}

/// The text that is changed.
struct File<'a> {
    text: &'a str,
    /// Where the dataset begins, from where the tree counts.
    offset: usize,
    style: Style,
}

impl File<'_> {
    /// The splices that make a change, and the stretch of the text in which they lie.
    fn plan(&self, root: &Node<'_>, edit: &Edit) -> Result<(Range<usize>, Splices), EditFault> {
        match edit {
            Edit::Set(path, value) => self.set(root, path, value),
            Edit::Add(path, values) => {
                let parts: Vec<_> = values.iter().map(|value| (Key::None, value)).collect();
                let list = || Value::List(values.clone(), Layout::Spread);
                self.add(root, path, b'[', &parts, list)
            }
            Edit::AddKeyed(path, values) => {
                let parts = values.iter().map(|(id, value)| (Key::Id(id), value));
                let parts: Vec<_> = parts.collect();
                let map = || Value::Map(values.clone());
                self.add(root, path, b'{', &parts, map)
            }
            Edit::Remove(path) => {
                let reached = reach(root, path)?;
                let (last, above) = path.split_last().ok_or(EditFault::NotWellWritten)?;
                if reached.steps < path.len() {
                    return Err(EditFault::NoSuchPlace(path.clone(), reached.steps));
                }
                let parent = reach(root, above)?.node;
                let group = parent.group().ok_or(EditFault::NotWellWritten)?;
                let at = position(group, last);
                let at = at.ok_or_else(|| EditFault::NoSuchPlace(path.clone(), above.len()))?;
                let splices = self.group(parent, group).removed(at);
                Ok((self.zone(parent), splices))
            }
        }
    }

    /// The group as it stands in the text.
    fn group<'g>(&'g self, node: &Node<'_>, group: &Group<'_>) -> group::Placed<'g> {
        let in_text = |at: usize| at + self.offset;
        let end = in_text(node.span.end);
        let name = group.name.map_or(0, str::len);
        let from = in_text(node.span.start) + name;
        let open = self
            .text
            .get(from..)
            .and_then(|rest| rest.find(char::from(group.open)));
        group::Placed {
            text: self.text,
            style: &self.style,
            open: from + open.unwrap_or(0),
            close: end - 1,
            entries: (group.entries.iter())
                .map(|entry| group::Part {
                    start: in_text(entry.span.start),
                    end: in_text(entry.value.span.end),
                    behind: in_text(entry.span.end),
                })
                .collect(),
        }
    }

    fn zone(&self, node: &Node<'_>) -> Range<usize> {
        node.span.start + self.offset..node.span.end + self.offset
    }

    fn set(
        &self,
        root: &Node<'_>,
        path: &Path,
        value: &Value,
    ) -> Result<(Range<usize>, Splices), EditFault> {
        let reached = reach(root, path)?;
        if reached.steps < path.len() {
            return self.create(&reached, path, value.clone());
        }
        let zone = self.zone(reached.node);
        let indent = group::indent_at(self.text, zone.start);
        let written = value.written(&self.style, indent);
        let touched = match path.split_last() {
            // Another id, and other paths lead to the record.
            Some((Step::Field("id"), above)) => self.zone(reach(root, above)?.node),
            Some(_) | None => zone.clone(),
        };
        Ok((touched, Splices::one(zone, written)))
    }

    /// Adds parts to a list or map, which is made by `whole` where it is not there.
    fn add(
        &self,
        root: &Node<'_>,
        path: &Path,
        open: u8,
        parts: &[(Key<'_>, &Value)],
        whole: impl Fn() -> Value,
    ) -> Result<(Range<usize>, Splices), EditFault> {
        let reached = reach(root, path)?;
        if reached.steps < path.len() {
            return self.create(&reached, path, whole());
        }
        let group = reached.node.group();
        let Some(group) = group.filter(|group| group.open == open && group.name.is_none()) else {
            return Err(EditFault::OtherKind(path.clone()));
        };
        let placed = self.group(reached.node, group);
        let last = group.entries.len().checked_sub(1);
        Ok((self.zone(reached.node), placed.inserted(last, parts)))
    }

    /// Adds what a path leads to, from the first step at which there is nothing on.
    fn create(
        &self,
        reached: &Reached<'_, '_>,
        path: &Path,
        value: Value,
    ) -> Result<(Range<usize>, Splices), EditFault> {
        let nothing = || EditFault::NoSuchPlace(path.clone(), reached.steps);
        let missing = path.get(reached.steps..).unwrap_or(&[]);
        let (first, behind) = missing.split_first().ok_or_else(nothing)?;
        let value = behind
            .iter()
            .rev()
            .try_fold(value, |value, step| match step {
                Step::Field(name) => Some(Value::Record(vec![(*name, value)], Layout::Spread)),
                Step::Key(id) => Some(Value::Map(vec![(id.clone(), value)])),
                Step::Id(_) | Step::At(_) => None,
            });
        let value = value.ok_or_else(nothing)?;
        let other = || EditFault::OtherKind(path.clone());
        let group = reached.node.group().ok_or_else(other)?;
        let (key, open, after) = match first {
            Step::Field(name) => {
                let record = reached.wanted.record().ok_or_else(other)?;
                (Key::Field(name), b'(', before_field(group, record, name))
            }
            Step::Key(id) => (Key::Id(id), b'{', group.entries.len().checked_sub(1)),
            Step::Id(_) | Step::At(_) => return Err(nothing()),
        };
        if group.open != open {
            return Err(other());
        }
        let placed = self.group(reached.node, group);
        let splices = placed.inserted(after, &[(key, &value)]);
        Ok((self.zone(reached.node), splices))
    }
}
