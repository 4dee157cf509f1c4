//! What is wrong with the fields of a record: which they are, which it lacks.

use super::{Doctor, In, beginning, texts_of};
use crate::file::format::{FORMAT, Field, Record, Shape, names};
use crate::file::near::nearest;
use crate::file::quantity;
use crate::file::tree::{Entry, Group, Kind, Node, State};
use crate::model::fault::{FileFault, ShapeFault};
use crate::model::hidden::shown;
use crate::model::{Fault, Part, Quantity};

impl Doctor {
    /// Whether a value can be used in a field.
    fn in_field(&mut self, node: &Node<'_>, field: &Field) -> bool {
        if field.needed {
            self.some_of(node, field.shape, Some(field.name))
        } else {
            self.value(node, field.shape, Some(field.name))
        }
    }

    /// As [`Self::value`], but of a list of records one has to be usable, unless it is empty.
    pub(super) fn some_of(&mut self, node: &Node<'_>, shape: Shape, field: In) -> bool {
        if let Shape::List(noun, of @ Shape::Record(_)) = shape
            && node.state == State::Sound
        {
            let usable = self.list(node, noun, *of, field);
            usable.is_some_and(|(usable, all)| usable > 0 || all == 0)
        } else {
            self.value(node, shape, field)
        }
    }

    /// Whether a record can be used.
    pub(super) fn record(&mut self, node: &Node<'_>, record: &'static Record) -> bool {
        let Some(group) = node.group().filter(|group| group.open == b'(') else {
            return self.no_record(node, record);
        };
        if let Some(name) = group.name {
            return self.named_record(node, name, &group.entries, record);
        }
        let mut usable = true;
        let mut seen: Vec<&str> = Vec::new();
        let mut held: Vec<&str> = Vec::new();
        let mut strangers: Vec<usize> = Vec::new();
        let mut quoted: Vec<&Node<'_>> = Vec::new();
        for entry in &group.entries {
            let told = self.faults.len();
            let (field, named) = self.meant(entry, record, &seen, group);
            let Some(field) = field else {
                strangers.extend(self.is_stranger(told).then_some(told));
                continue;
            };
            seen.push(field.name);
            quoted.extend(entry.key.as_ref().filter(|_| named == Named::Quoted));
            let none = matches!(entry.value.kind, Kind::Word("None"))
                && matches!(
                    field.shape,
                    Shape::Text(_) | Shape::Choice(..) | Shape::Days
                );
            let good = named != Named::Not
                && (none && !field.needed || self.in_field(&entry.value, field))
                && (named == Named::Well || self.unread);
            if good {
                held.push(field.name);
            } else if field.needed {
                usable = false;
            } else if named != Named::Not {
                self.cut(entry, Part::Field(field.name));
            }
        }
        if let Some(first) = quoted.first() {
            let fault = ShapeFault::QuotedField(shown(first.written()), quoted.len());
            self.refuse(&first.span, fault);
        }
        let lost = |name: &&str| seen.contains(name) && !held.contains(name);
        if record.either.iter().any(lost) && !record.either.iter().any(|name| held.contains(name)) {
            usable = false;
        }
        usable &= !self.lacks(node, record, &seen, &strangers);
        usable
    }

    /// Whether the fault at a place is a field that no name of the record is like.
    fn is_stranger(&self, at: usize) -> bool {
        let fault = self.faults.get(at).map(|found| &found.fault);
        matches!(
            fault,
            Some(Fault::Shape(ShapeFault::NoField { meant: None, .. }))
        )
    }

    /// Tells the fields that a record needs and lacks. Where it lacks one and has one that is none
    /// of its own, that one is meant.
    fn lacks(
        &mut self,
        node: &Node<'_>,
        record: &Record,
        seen: &[&str],
        strangers: &[usize],
    ) -> bool {
        let needed = record.fields.iter().filter(|field| field.needed);
        let mut lacking: Vec<&Field> = needed
            .filter(|field| !seen.contains(&field.name) && node.state != State::Open)
            .collect();
        if lacking.is_empty() {
            return false;
        }
        let at = beginning(&node.span, 1);
        lacking.retain(|field| {
            let format = matches!(field.shape, Shape::Format);
            if format {
                self.refuse(&at, FileFault::NoFormat(FORMAT));
            }
            !format
        });
        if let ([field], [stranger]) = (lacking.as_slice(), strangers)
            && let Some(found) = self.faults.get_mut(*stranger)
            && let Fault::Shape(ShapeFault::NoField { meant, .. }) = &mut found.fault
        {
            *meant = Some(field.name);
        } else if !lacking.is_empty() {
            let names = lacking.iter().map(|field| field.name).collect();
            let example = |field: &&Field| format!("{}: {}", field.name, field.shape.example());
            let examples: Vec<String> = lacking.iter().map(example).collect();
            let fault = ShapeFault::Missing(record.noun, names, examples.join(", "));
            self.refuse(&at, fault);
        }
        true
    }

    /// A record with a name before its bracket, which none has: `Exactly(3)` where a report is
    /// needed, `Origin("TGO")` where a stop is.
    fn named_record(
        &mut self,
        node: &Node<'_>,
        name: &str,
        entries: &[Entry<'_>],
        record: &Record,
    ) -> bool {
        if record.field("quantity").is_some() && names::<Quantity>().contains(&name) {
            let number = quantity::as_written(name, entries);
            return self.refuse(&node.span, ShapeFault::NoSource(number));
        }
        let field = record.fields.iter().find(|field| is_choice(field, name));
        let fault = ShapeFault::NameBefore(shown(name), field.map(|field| field.name));
        self.refuse(&beginning(&node.span, name.len()), fault)
    }

    /// Which field a part of a record is, and how that is written; tells what is wrong with its
    /// name. A part that is no field, or seems to be one under another name, is cut.
    fn meant(
        &mut self,
        entry: &Entry<'_>,
        record: &'static Record,
        seen: &[&str],
        group: &Group<'_>,
    ) -> (Option<&'static Field>, Named) {
        let Some(key) = &entry.key else {
            return (self.nameless(entry, record, seen), Named::Not);
        };
        let name = key.written();
        let Some(field) = record.field(name) else {
            self.cut(entry, Part::It);
            let free = record
                .fields
                .iter()
                .filter(|field| group.field(field.name).is_none());
            let meant = nearest(name, free.map(|field| field.name));
            let fault = ShapeFault::NoField {
                written: shown(name),
                noun: record.noun,
                meant,
                fields: record.names(),
            };
            self.refuse(&key.span, fault);
            return (meant.and_then(|meant| record.field(meant)), Named::Not);
        };
        let quoted = matches!(key.kind, Kind::Text(_));
        if seen.contains(&field.name) {
            self.refuse(&key.span, ShapeFault::FieldTwice(record.noun, shown(name)));
            self.cut(entry, Part::Second);
            return (None, Named::Not);
        }
        (
            Some(field),
            if quoted { Named::Quoted } else { Named::Well },
        )
    }

    /// A part without a name and a colon. Its field is guessed where only one can be meant.
    fn nameless(
        &mut self,
        entry: &Entry<'_>,
        record: &'static Record,
        seen: &[&str],
    ) -> Option<&'static Field> {
        self.cut(entry, Part::It);
        if entry.value.state != State::Sound {
            return None;
        }
        let word = entry.value.written();
        let group = entry.value.group().is_some();
        let is_number = |field: &Field| {
            matches!(field.shape, Shape::Quantity) && names::<Quantity>().contains(&word)
        };
        let mut fields = record.fields.iter();
        let meant = match entry.value.kind {
            Kind::Group(_) | Kind::Word(_) => {
                fields.find(|field| is_number(field) || !group && is_choice(field, word))
            }
            Kind::Text(_) | Kind::Number(_) | Kind::Unread => None,
        };
        let meant = meant.filter(|field| !seen.contains(&field.name));
        let fault = match meant {
            Some(field) => ShapeFault::NamelessField(field.name),
            None => ShapeFault::Nameless(record.noun, record.names()),
        };
        self.refuse(&entry.value.span, fault);
        meant
    }

    fn no_record(&mut self, node: &Node<'_>, record: &'static Record) -> bool {
        let example = Shape::Record(record).example();
        if let Some(group) = node.group() {
            let of_texts = |field: &&Field| matches!(field.shape, Shape::List(_, &Shape::Text(_)));
            let list = record.fields.iter().find(of_texts);
            let example = match (list, texts_of(group)) {
                (Some(list), Some(texts)) if group.open == b'[' => {
                    format!("({}: [{texts}])", list.name)
                }
                _ => example,
            };
            let fault = ShapeFault::OtherBracket(char::from(group.open), example);
            return self.refuse(&beginning(&node.span, 1), fault);
        }
        let fault = ShapeFault::NotARecord(record.noun, shown(node.written()), example);
        self.refuse(&node.span, fault)
    }
}

/// How a part of a record says which field it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Named {
    /// With the field's name.
    Well,
    /// With the field's name in quotation marks.
    Quoted,
    /// With another name, or none.
    Not,
}

/// Whether a word is one of the fixed set of names of a field.
fn is_choice(field: &Field, word: &str) -> bool {
    matches!(field.shape, Shape::Choice(_, names) if names().contains(&word))
}
