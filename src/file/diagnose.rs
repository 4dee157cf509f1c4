//! Why ron refused a record, told from its tree and the format: every fault in it, and the
//! smallest parts that have to be left out so that the rest can be read.

use super::format::{Field, Record, Shape, names};
use super::found::{Found, Span};
use super::near::nearest;
use super::quantity;
use super::tree::{Group, Kind, Node, Part, State, Tree};
use crate::model::fault::{self, FileFault, Noun, ShapeFault, SignFault};
use crate::model::hidden::shown;
use crate::model::{Fault, Quantity};

/// A part of a record that cannot be used.
#[derive(Debug)]
pub(super) struct Cut {
    /// Where it stands.
    pub span: Span,
    /// What it is; `None` for a single character.
    pub part: Option<fault::Part>,
}

/// What is wrong with a record.
#[derive(Debug)]
pub(super) struct Diagnosis {
    /// The faults; most of them do not say yet what they cost.
    pub faults: Vec<Found>,
    /// What has to be left out.
    pub cuts: Vec<Cut>,
    /// Whether anything remains.
    pub usable: bool,
}

/// Looks at a value that should have a shape.
pub(super) fn diagnose(tree: &mut Tree<'_>, shape: Shape) -> Diagnosis {
    let mut doctor = Doctor {
        faults: std::mem::take(&mut tree.faults),
        cuts: Vec::new(),
        unread: false,
    };
    let usable = doctor.value(&tree.root, shape, None);
    doctor.cuts.extend(stray(&tree.stray));
    Diagnosis {
        faults: doctor.faults,
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
pub(super) fn cut_at(cuts: &[Cut], at: usize) -> Option<&fault::Part> {
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
    fn cut(&mut self, part: &Part<'_>, name: fault::Part) {
        self.cuts.push(Cut {
            span: part.span.clone(),
            part: Some(name),
        });
    }

    /// Whether a value can be used.
    fn value(&mut self, node: &Node<'_>, shape: Shape, field: In) -> bool {
        let group = matches!(node.kind, Kind::Group(_));
        if node.state == State::Open || (node.state == State::Faulty && !group) {
            return false;
        }
        let readable = match (shape, &node.kind) {
            (_, Kind::Unread) => true,
            (
                Shape::Text | Shape::Choice(..) | Shape::Days,
                Kind::Group(Group {
                    name: Some("Some"),
                    parts,
                    ..
                }),
            ) => match parts.as_slice() {
                [part] => self.value(&part.value, shape, field),
                _ => self.refuse(&node.span, ShapeFault::SomeOfMany),
            },
            (Shape::Text, _) => self.text(node, field),
            (Shape::Flag, Kind::Word("true" | "false")) => true,
            (Shape::Flag, kind) => {
                let fault = ShapeFault::NotAFlag(field, shown(written(kind)));
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
            (Shape::Format, _) => true,
        };
        readable && node.state == State::Sound
    }

    fn text(&mut self, node: &Node<'_>, field: In) -> bool {
        match &node.kind {
            Kind::Text(_) => true,
            Kind::Number(words) | Kind::Word(words) => {
                self.refuse(&node.span, SignFault::Unquoted(field, shown(words)))
            }
            Kind::Group(group) => {
                let only = match group.parts.as_slice() {
                    [
                        Part {
                            value, key: None, ..
                        },
                    ] => match &value.kind {
                        Kind::Text(text) => Some(shown(text)),
                        Kind::Number(_) | Kind::Word(_) | Kind::Group(_) | Kind::Unread => None,
                    },
                    _ => None,
                };
                let only = only.unwrap_or_else(|| "…".to_owned());
                self.refuse(
                    &beginning(&node.span, 1),
                    ShapeFault::BracketsAroundText(field, only),
                )
            }
            Kind::Unread => false,
        }
    }

    fn choice(&mut self, node: &Node<'_>, noun: Noun, names: &'static [&'static str]) -> bool {
        let word = written(&node.kind);
        let known = names.contains(&word);
        match &node.kind {
            Kind::Word(_) if known => true,
            Kind::Text(_) if known => self.refuse(&node.span, ShapeFault::QuotedName(shown(word))),
            _ => {
                let fault = ShapeFault::NotOneOf {
                    written: shown(word),
                    noun,
                    meant: nearest(word, names.iter().copied()),
                    names,
                };
                self.refuse(&node.span, fault)
            }
        }
    }

    fn days(&mut self, node: &Node<'_>) -> bool {
        if let Kind::Group(Group {
            open: b'(',
            name: None,
            parts,
        }) = &node.kind
            && let [first, last] = parts.as_slice()
        {
            return self.text(&first.value, None) & self.text(&last.value, None)
                && first.value.state == State::Sound
                && last.value.state == State::Sound;
        }
        self.refuse(&node.span, ShapeFault::NotDays)
    }

    /// How many values of a list can be used, and of how many; `None` when it is no list.
    fn list(
        &mut self,
        node: &Node<'_>,
        noun: Noun,
        of: Shape,
        field: In,
    ) -> Option<(usize, usize)> {
        let Kind::Group(Group {
            open: b'[', parts, ..
        }) = &node.kind
        else {
            self.no_list(node, noun, of, field);
            return None;
        };
        let mut usable = 0;
        for part in parts {
            let good = match &part.key {
                Some(key) => self.refuse(&key.span, ShapeFault::KeyInList(of.example())),
                None => self.value(&part.value, of, None),
            };
            usable += usize::from(good);
            if !good {
                self.cut(part, fault::Part::This(noun));
            }
        }
        Some((usable, parts.len()))
    }

    fn no_list(&mut self, node: &Node<'_>, noun: Noun, of: Shape, field: In) {
        let group = matches!(node.kind, Kind::Group(_));
        let span = beginning(&node.span, if group { 1 } else { node.span.len() });
        let list = |value: String| {
            let before = field.map_or_else(String::new, |field| format!("{field}: "));
            ShapeFault::ListNeeded(format!("{before}[{value}]"))
        };
        let fault = match (&node.kind, of) {
            (Kind::Text(text), Shape::Text) => list(format!("\"{}\"", shown(text))),
            (Kind::Word(word), Shape::Choice(_, names)) if names().contains(word) => {
                list((*word).to_owned())
            }
            (Kind::Word("None"), _) => ShapeFault::NoneForList,
            (kind, _) if noun == Noun::Report => {
                ShapeFault::ReportsNeeded(field, quantity::of_list(kind))
            }
            _ => ShapeFault::ListOf(field, noun, of.example()),
        };
        self.refuse(&span, fault);
    }

    fn map(&mut self, node: &Node<'_>, noun: Noun, of: Shape, field: In) -> bool {
        let Kind::Group(Group {
            open: b'{', parts, ..
        }) = &node.kind
        else {
            let entry = format!("\"id\": {}", of.example());
            return self.refuse(
                &beginning(&node.span, 1),
                ShapeFault::MapNeeded(field, entry),
            );
        };
        for part in parts {
            let name = match part.key.as_ref().map(|key| (&key.kind, &key.span)) {
                Some((Kind::Text(name), _)) => Some(name.as_ref()),
                Some((Kind::Word(name), span)) => {
                    self.refuse(span, ShapeFault::UnquotedId((*name).to_owned()));
                    None
                }
                _ => {
                    let span = beginning(&part.value.span, 1);
                    self.refuse(&span, ShapeFault::NoId(noun));
                    None
                }
            };
            let good = self.some_of(&part.value, of, None) && name.is_some();
            if !good {
                let figure = name.map(|name| fault::Part::Figure(name.into()));
                self.cut(part, figure.unwrap_or(fault::Part::This(noun)));
            }
        }
        true
    }

    /// As [`Self::value`], but of a list of records one has to be usable, unless it is empty.
    fn some_of(&mut self, node: &Node<'_>, shape: Shape, field: In) -> bool {
        match shape {
            Shape::List(noun, of @ Shape::Record(_)) if node.state == State::Sound => self
                .list(node, noun, *of, field)
                .is_some_and(|(usable, all)| usable > 0 || all == 0),
            _ => self.value(node, shape, field),
        }
    }

    /// Whether a record can be used.
    fn record(&mut self, node: &Node<'_>, record: &'static Record) -> bool {
        let Kind::Group(
            group @ Group {
                open: b'(',
                parts,
                name,
            },
        ) = &node.kind
        else {
            return self.no_record(node, record);
        };
        if let Some(name) = name {
            return self.named_record(node, name, parts, record);
        }
        let mut usable = true;
        let mut seen: Vec<&str> = Vec::new();
        let mut held: Vec<&str> = Vec::new();
        for part in parts {
            let (field, named) = self.meant(part, record, &seen, group);
            let Some(field) = field else {
                continue;
            };
            seen.push(field.name);
            let none = matches!(part.value.kind, Kind::Word("None"))
                && matches!(field.shape, Shape::Text | Shape::Choice(..) | Shape::Days);
            let good = match named {
                Named::Not => false,
                Named::Quoted if !self.unread => {
                    self.value(&part.value, field.shape, Some(field.name));
                    false
                }
                Named::Well | Named::Quoted if none && !field.needed => true,
                Named::Well | Named::Quoted if field.needed => {
                    self.some_of(&part.value, field.shape, Some(field.name))
                }
                Named::Well | Named::Quoted => {
                    self.value(&part.value, field.shape, Some(field.name))
                }
            };
            if good {
                held.push(field.name);
            } else if field.needed {
                usable = false;
            } else if named != Named::Not {
                self.cut(part, fault::Part::Field(field.name));
            }
        }
        let lost = |name: &&str| seen.contains(name) && !held.contains(name);
        if record.either.iter().any(lost) && !record.either.iter().any(|name| held.contains(name)) {
            usable = false;
        }
        for field in record.fields {
            if field.needed && !seen.contains(&field.name) && node.state != State::Open {
                let fault: Fault = if matches!(field.shape, Shape::Format) {
                    FileFault::NoFormat.into()
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
        parts: &[Part<'_>],
        record: &Record,
    ) -> bool {
        if record.field("quantity").is_some() && names::<Quantity>().contains(&name) {
            let number = quantity::as_written(name, parts);
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
        part: &Part<'_>,
        record: &'static Record,
        seen: &[&str],
        group: &Group<'_>,
    ) -> (Option<&'static Field>, Named) {
        let Some(key) = &part.key else {
            return (self.nameless(part, record, seen), Named::Not);
        };
        let name = written(&key.kind);
        let Some(field) = record.field(name) else {
            self.cut(part, fault::Part::It);
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
            self.cut(part, fault::Part::Second);
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
        part: &Part<'_>,
        record: &'static Record,
        seen: &[&str],
    ) -> Option<&'static Field> {
        self.cut(part, fault::Part::It);
        if part.value.state != State::Sound {
            return None;
        }
        let word = written(&part.value.kind);
        let meant = record.fields.iter().find(|field| match &part.value.kind {
            Kind::Group(Group { name: Some(_), .. }) | Kind::Word(_) => {
                let number = matches!(field.shape, Shape::Quantity);
                let group = matches!(part.value.kind, Kind::Group(_));
                number && names::<Quantity>().contains(&word) || !group && is_choice(field, word)
            }
            Kind::Group(_) | Kind::Text(_) | Kind::Number(_) | Kind::Unread => false,
        });
        let meant = meant.filter(|field| !seen.contains(&field.name));
        let fault = match meant {
            Some(field) => ShapeFault::NamelessField(field.name),
            None => ShapeFault::Nameless(record.noun, record.names()),
        };
        self.refuse(&part.value.span, fault);
        meant
    }

    fn no_record(&mut self, node: &Node<'_>, record: &'static Record) -> bool {
        let example = Shape::Record(record).example();
        match &node.kind {
            Kind::Group(group) => {
                let fault = ShapeFault::OtherBracket(char::from(group.open), example);
                self.refuse(&beginning(&node.span, 1), fault)
            }
            Kind::Text(_) | Kind::Number(_) | Kind::Word(_) | Kind::Unread => {
                let written = shown(written(&node.kind));
                let fault = ShapeFault::NotARecord(record.noun, written, example);
                self.refuse(&node.span, fault)
            }
        }
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

/// The first bytes of a span.
pub(super) fn beginning(span: &Span, length: usize) -> Span {
    span.start..span.end.min(span.start + length)
}

/// What is written in a value, or before its bracket.
fn written<'n>(kind: &'n Kind<'_>) -> &'n str {
    match kind {
        Kind::Text(text) => text,
        Kind::Word(word) | Kind::Number(word) => word,
        Kind::Group(group) => group.name.unwrap_or("("),
        Kind::Unread => "(",
    }
}

/// Whether a word is one of the fixed set of names of a field.
fn is_choice(field: &Field, word: &str) -> bool {
    matches!(field.shape, Shape::Choice(_, names) if names().contains(&word))
}
