//! Why ron refused a record, told from its tree and the format: every fault in it, and the
//! smallest parts that have to be left out so that the rest can be read.

use super::format::{FORMAT, Field, Record, Shape, names};
use super::found::{Found, Span};
use super::near::nearest;
use super::quantity;
use super::tree::{Entry, Group, Kind, Node, State, Tree};
use super::{address, dates};
use crate::model::fault::{FileFault, Noun, Part, ShapeFault, SignFault};
use crate::model::hidden::shown;
use crate::model::{Fault, Quantity};

/// A part of a record that cannot be used.
#[derive(Debug)]
pub(super) struct Cut {
    /// Where it stands.
    pub span: Span,
    /// What it is; `None` for a single character.
    pub part: Option<Part>,
}

/// What is wrong with a record.
#[derive(Debug)]
pub(super) struct Diagnosis {
    /// The faults; most of them do not say yet what they cost.
    pub faults: Vec<Found>,
    /// What else is wrong with texts that are well written: told only of what cannot be used,
    /// since all other texts are checked when they have been read.
    pub beside: Vec<Found>,
    /// What has to be left out.
    pub cuts: Vec<Cut>,
    /// Whether anything remains.
    pub usable: bool,
}

/// Looks at a value that should have a shape.
pub(super) fn diagnose(tree: &mut Tree<'_>, shape: Shape) -> Diagnosis {
    let mut doctor = Doctor {
        faults: std::mem::take(&mut tree.faults),
        beside: Vec::new(),
        cuts: Vec::new(),
        unread: false,
    };
    let usable = doctor.value(&tree.root, shape, None);
    doctor.cuts.extend(stray(&tree.stray));
    Diagnosis {
        faults: doctor.faults,
        beside: doctor.beside,
        cuts: outermost(doctor.cuts),
        usable,
    }
}

/// Single characters that have to go.
pub(super) fn stray(spans: &[Span]) -> Vec<Cut> {
    let spans = spans.iter().cloned();
    spans.map(|span| Cut { span, part: None }).collect()
}

/// Looks at the fields of a record whose values have not been read.
pub(super) fn fields(root: &Node<'_>, record: &'static Record) -> Vec<Found> {
    let mut doctor = Doctor {
        faults: Vec::new(),
        beside: Vec::new(),
        cuts: Vec::new(),
        unread: true,
    };
    doctor.record(root, record);
    let cuts = outermost(doctor.cuts);
    let costs = doctor
        .faults
        .into_iter()
        .map(|found| match cut_at(&cuts, found.start()) {
            Some(part) => found.leaving_out(part.clone()),
            None => found,
        });
    costs.collect()
}

/// The part that is cut out where a fault stands.
pub(super) fn cut_at(cuts: &[Cut], at: usize) -> Option<&Part> {
    let before = cuts
        .partition_point(|cut| cut.span.start <= at)
        .checked_sub(1)?;
    cuts.get(before)
        .filter(|cut| at < cut.span.end)?
        .part
        .as_ref()
}

/// The cuts without those inside others, in order.
fn outermost(mut cuts: Vec<Cut>) -> Vec<Cut> {
    cuts.sort_by_key(|cut| (cut.span.start, usize::MAX - cut.span.end));
    let mut end = 0;
    cuts.retain(|cut| {
        let outer = cut.span.start >= end;
        if outer {
            end = cut.span.end;
        }
        outer
    });
    cuts
}

/// Collects faults and what they cost.
struct Doctor {
    faults: Vec<Found>,
    /// See [`Diagnosis::beside`].
    beside: Vec<Found>,
    cuts: Vec<Cut>,
    /// Whether values are there only to be counted.
    unread: bool,
}

/// The name of the field a value stands in; `None` in a list.
type In = Option<&'static str>;

impl Doctor {
    /// Tells a fault; the answer is always that the value cannot be used.
    fn refuse(&mut self, span: &Span, fault: impl Into<Fault>) -> bool {
        self.faults.push(Found::error(span.clone(), fault));
        false
    }

    /// Leaves a part out.
    fn cut(&mut self, entry: &Entry<'_>, name: Part) {
        self.cuts.push(Cut {
            span: entry.span.clone(),
            part: Some(name),
        });
    }

    /// Whether a value can be used.
    fn value(&mut self, node: &Node<'_>, shape: Shape, field: In) -> bool {
        let group = matches!(node.kind, Kind::Group(_));
        if let Shape::Quantity = shape {
            self.in_words(node, None);
            for entry in node.group().map_or(&[][..], |group| &group.entries) {
                self.in_words(&entry.value, node.group().and_then(|group| group.name));
            }
        }
        if node.state == State::Open || (node.state == State::Faulty && !group) {
            return false;
        }
        let readable = match (shape, &node.kind) {
            (_, Kind::Unread)
            | (Shape::Flag, Kind::Word("true" | "false"))
            | (Shape::Format, _) => true,
            (
                Shape::Text(_) | Shape::Choice(..) | Shape::Days,
                Kind::Group(Group {
                    name: Some("Some"),
                    entries,
                    ..
                }),
            ) => match entries.as_slice() {
                [entry] => self.value(&entry.value, shape, field),
                _ => self.refuse(&node.span, ShapeFault::SomeOfMany),
            },
            (Shape::Text(noun), _) => self.text(node, noun, field),
            (Shape::Flag, _) => {
                let fault = ShapeFault::NotAFlag(field, shown(node.written()));
                self.refuse(&node.span, fault)
            }
            (Shape::Length, Kind::Number(number)) if number.parse::<u16>().is_ok() => true,
            (Shape::Length, _) => {
                let fault = ShapeFault::NotALength(field, shown(node.written()));
                self.refuse(&node.span, fault)
            }
            (Shape::Quantity, _) => quantity::check(node)
                .map_err(|mut faults| self.faults.append(&mut faults))
                .is_ok(),
            (Shape::Choice(noun, names), _) => self.choice(node, noun, names()),
            (Shape::Days, _) => self.days(node),
            (Shape::List(noun, of), _) => self.list(node, noun, *of, field).is_some(),
            (Shape::Map(noun, of), _) => self.map(node, noun, *of, field),
            (Shape::Record(record), _) => self.record(node, record),
        };
        readable && node.state == State::Sound
    }

    /// Tells of words and signs where a quantity is needed which one they mean, instead of what
    /// was told when nobody knew that. `name` is the quantity they stand in.
    fn in_words(&mut self, node: &Node<'_>, name: Option<&str>) {
        let here = |found: &&mut Found| found.span.as_ref() == Some(&node.span);
        if node.state == State::Faulty
            && let Some(found) = self.faults.iter_mut().find(here)
            && let Fault::Sign(
                SignFault::NotUnderstood(words, _)
                | SignFault::Unquoted(_, words)
                | SignFault::OddMarks(_, words),
            ) = &found.fault
        {
            found.fault = quantity::of_words(words, name).into();
        }
    }

    fn text(&mut self, node: &Node<'_>, noun: Noun, field: In) -> bool {
        match &node.kind {
            Kind::Text(text) => {
                let fault = said_wrongly(noun, text);
                let found = fault.map(|fault| Found::error(node.span.clone(), fault));
                self.beside.extend(found);
                true
            }
            Kind::Unread => true,
            Kind::Number(words) | Kind::Word(words) => {
                self.refuse(&node.span, SignFault::Unquoted(field, shown(words)))
            }
            Kind::Group(group) => {
                let only = match group.entries.as_slice() {
                    [entry] if entry.key.is_none() => entry.value.text(),
                    _ => None,
                };
                let only = only.map_or_else(|| "…".to_owned(), shown);
                let fault = ShapeFault::BracketsAroundText(field, only);
                self.refuse(&beginning(&node.span, 1), fault)
            }
        }
    }

    fn choice(&mut self, node: &Node<'_>, noun: Noun, names: &'static [&'static str]) -> bool {
        let word = node.written();
        let known = names.contains(&word);
        if known && matches!(node.kind, Kind::Word(_)) {
            return true;
        }
        let fault = if known && node.text().is_some() {
            ShapeFault::QuotedName(shown(word))
        } else {
            ShapeFault::NotOneOf {
                written: shown(word),
                noun,
                meant: nearest(word, names.iter().copied()),
                names,
            }
        };
        self.refuse(&node.span, fault)
    }

    fn days(&mut self, node: &Node<'_>) -> bool {
        let group = node
            .group()
            .filter(|group| (group.open, group.name) == (b'(', None));
        let Some([first, last]) = group.map(|group| group.entries.as_slice()) else {
            return self.refuse(&node.span, ShapeFault::NotDays);
        };
        let sound = |entry: &Entry<'_>| entry.value.state == State::Sound;
        self.text(&first.value, Noun::Date, None) & self.text(&last.value, Noun::Date, None)
            && sound(first)
            && sound(last)
    }

    /// How many values of a list can be used, and of how many; `None` when it is no list.
    fn list(
        &mut self,
        node: &Node<'_>,
        noun: Noun,
        of: Shape,
        field: In,
    ) -> Option<(usize, usize)> {
        let Some(group) = node.group().filter(|group| group.open == b'[') else {
            self.no_list(node, noun, of, field);
            return None;
        };
        let mut usable = 0;
        for entry in &group.entries {
            let good = match &entry.key {
                Some(key) => self.refuse(&key.span, ShapeFault::KeyInList(of.example())),
                None => self.value(&entry.value, of.of(noun), None),
            };
            usable += usize::from(good);
            if !good {
                self.cut(entry, Part::This(noun));
            }
        }
        Some((usable, group.entries.len()))
    }

    fn no_list(&mut self, node: &Node<'_>, noun: Noun, of: Shape, field: In) {
        let length = node.group().map_or(node.span.len(), |_| 1);
        let list = |value: String| {
            let before = field.map_or_else(String::new, |field| format!("{field}: "));
            ShapeFault::ListNeeded(format!("{before}[{value}]"))
        };
        let fault = match (&node.kind, of) {
            (Kind::Text(text), Shape::Text(_)) => list(format!("\"{}\"", shown(text))),
            (Kind::Word(word), Shape::Choice(_, names)) if names().contains(word) => {
                list((*word).to_owned())
            }
            (Kind::Word("None"), _) => ShapeFault::NoneForList,
            (kind, _) if noun == Noun::Report => {
                ShapeFault::ReportsNeeded(field, quantity::of_list(kind))
            }
            _ => ShapeFault::ListOf(field, noun, of.example()),
        };
        self.refuse(&beginning(&node.span, length), fault);
    }

    fn map(&mut self, node: &Node<'_>, noun: Noun, of: Shape, field: In) -> bool {
        let Some(group) = node.group().filter(|group| group.open == b'{') else {
            let entry = format!("\"id\": {}", of.example());
            let fault = ShapeFault::MapNeeded(field, entry);
            return self.refuse(&beginning(&node.span, 1), fault);
        };
        for entry in &group.entries {
            let name = entry.key.as_ref().and_then(Node::text);
            match &entry.key {
                Some(Node {
                    kind: Kind::Word(name),
                    span,
                    ..
                }) => {
                    self.refuse(span, ShapeFault::UnquotedId((*name).to_owned()));
                }
                _ if name.is_none() => {
                    self.refuse(&beginning(&entry.value.span, 1), ShapeFault::NoId(noun));
                }
                _ => {}
            }
            let good = self.some_of(&entry.value, of, None) && name.is_some();
            if !good {
                let figure = name.map(|name| Part::Figure(name.into()));
                self.cut(entry, figure.unwrap_or(Part::This(noun)));
            }
        }
        true
    }

    /// Whether a value can be used in a field.
    fn in_field(&mut self, node: &Node<'_>, field: &Field) -> bool {
        if field.needed {
            self.some_of(node, field.shape, Some(field.name))
        } else {
            self.value(node, field.shape, Some(field.name))
        }
    }

    /// As [`Self::value`], but of a list of records one has to be usable, unless it is empty.
    fn some_of(&mut self, node: &Node<'_>, shape: Shape, field: In) -> bool {
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
    fn record(&mut self, node: &Node<'_>, record: &'static Record) -> bool {
        let Some(group) = node.group().filter(|group| group.open == b'(') else {
            return self.no_record(node, record);
        };
        if let Some(name) = group.name {
            return self.named_record(node, name, &group.entries, record);
        }
        let mut usable = true;
        let mut seen: Vec<&str> = Vec::new();
        let mut held: Vec<&str> = Vec::new();
        for entry in &group.entries {
            let (field, named) = self.meant(entry, record, &seen, group);
            let Some(field) = field else {
                continue;
            };
            seen.push(field.name);
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
        let lost = |name: &&str| seen.contains(name) && !held.contains(name);
        if record.either.iter().any(lost) && !record.either.iter().any(|name| held.contains(name)) {
            usable = false;
        }
        for field in record.fields {
            if field.needed && !seen.contains(&field.name) && node.state != State::Open {
                let fault: Fault = if matches!(field.shape, Shape::Format) {
                    FileFault::NoFormat(FORMAT).into()
                } else {
                    ShapeFault::Missing(record.noun, field.name, field.shape.example()).into()
                };
                usable = self.refuse(&beginning(&node.span, 1), fault);
            }
        }
        usable
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
        if quoted {
            self.refuse(&key.span, ShapeFault::QuotedField(shown(name)));
        }
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

/// What is wrong with a text of a kind that follows rules of its own.
fn said_wrongly(noun: Noun, text: &str) -> Option<Fault> {
    if noun == Noun::Date {
        dates::fault(text).map(Into::into)
    } else if noun == Noun::Address {
        address::fault(text).map(Into::into)
    } else {
        None
    }
}

/// The first bytes of a span.
pub(super) fn beginning(span: &Span, length: usize) -> Span {
    span.start..span.end.min(span.start + length)
}

/// Whether a word is one of the fixed set of names of a field.
fn is_choice(field: &Field, word: &str) -> bool {
    matches!(field.shape, Shape::Choice(_, names) if names().contains(&word))
}
