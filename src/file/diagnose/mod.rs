//! Why ron refused a record, told from its tree and the format: every fault in it, and the
//! smallest parts that have to be left out so that the rest can be read.

mod records;

use std::collections::BTreeSet;

use super::format::{Record, Shape};
use super::found::{Found, Span};
use super::near::nearest;
use super::quantity;
use super::tree::{Entry, Group, Kind, Node, State, Tree};
use super::{address, country_names, dates};
use crate::model::fault::{Noun, RecordFault, ShapeFault, SignFault};
use crate::model::hidden::shown;
use crate::model::{Country, Fault, Part};

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
pub(super) fn stray(found: &[Found]) -> Vec<Cut> {
    let spans = found.iter().filter_map(|found| found.span.clone());
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
            Some((_, part)) => found.leaving_out(part.clone()),
            None => found,
        });
    costs.collect()
}

/// The part that is cut out where a fault stands, and where it begins.
pub(super) fn cut_at(cuts: &[Cut], at: usize) -> Option<(usize, &Part)> {
    let after = cuts.partition_point(|cut| cut.span.start <= at);
    let cut = cuts.get(after.checked_sub(1)?)?;
    let part = cut.part.as_ref().filter(|_| at < cut.span.end)?;
    Some((cut.span.start, part))
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

/// Words of other languages for no value.
const NOTHING: [&str; 6] = ["None", "null", "NULL", "Null", "nil", "undefined"];

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
            self.unquoted(node, shape);
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
                let written = node.written();
                let days = written.split(' ').next().and_then(|word| word.parse().ok());
                let fault = ShapeFault::NotALength(field, shown(written), days);
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

    /// Tells of words without quotation marks what they mean, where they are no text.
    fn unquoted(&mut self, node: &Node<'_>, shape: Shape) {
        let here = |found: &&mut Found| found.span.as_ref() == Some(&node.span);
        let Some(found) = self.faults.iter_mut().find(here) else {
            return;
        };
        let Fault::Sign(SignFault::Unquoted(_, words)) = &found.fault else {
            return;
        };
        let written = words.clone();
        if let Shape::Choice(noun, names) = shape {
            found.fault = not_one_of(&written, noun, names()).into();
        } else if let Shape::Text(Noun::Country) = shape {
            let meant = country_names::meant(&written);
            if !meant.is_empty() {
                found.fault = RecordFault::NotACountry(written, meant).into();
            }
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
            Kind::Word(word) if NOTHING.contains(word) => {
                let fault = ShapeFault::NothingForText(field, shown(word));
                self.refuse(&node.span, fault)
            }
            Kind::Number(words) | Kind::Word(words) => {
                let date = (noun == Noun::Date).then(|| dates::fault(words)).flatten();
                match date {
                    Some(fault) => self.refuse(&node.span, fault),
                    None => self.refuse(&node.span, SignFault::Unquoted(field, shown(words))),
                }
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
            not_one_of(word, noun, names)
        };
        self.refuse(&node.span, fault)
    }

    fn days(&mut self, node: &Node<'_>) -> bool {
        let group = node
            .group()
            .filter(|group| (group.open, group.name) == (b'(', None));
        let nameless = |entry: &Entry<'_>| entry.key.is_none();
        let group = group.filter(|group| group.entries.iter().all(nameless));
        let Some([first, last]) = group.map(|group| group.entries.as_slice()) else {
            // Whatever is wrong with its commas has the same cause.
            let within = |found: &Found| {
                found
                    .span
                    .as_ref()
                    .is_some_and(|span| node.span.start < span.start && span.end <= node.span.end)
            };
            self.faults.retain(|found| !within(found));
            let days = dates::days_in(node);
            let day = |place: usize| Some(days.get(place)?.to_string());
            let (first, last) = if days.len() > 2 {
                (None, None)
            } else {
                (day(0), day(1))
            };
            return self.refuse(&node.span, ShapeFault::NotDays(first, last));
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
        self.tell_once(group);
        Some((usable, group.entries.len()))
    }

    /// Tells once what is wrong with several values of a list in the same way: that they have no
    /// quotation marks, or no commas behind them.
    fn tell_once(&mut self, list: &Group<'_>) {
        let ends = list.entries.iter().map(|entry| entry.value.span.end);
        let ends: BTreeSet<usize> = ends.collect();
        let kinds: [fn(&Fault) -> bool; 2] = [
            |fault| matches!(fault, Fault::Sign(SignFault::Unquoted(..))),
            |fault| matches!(fault, Fault::Sign(SignFault::NoComma(_))),
        ];
        for is_it in kinds {
            let in_list = |found: &Found| {
                let end = found.span.as_ref().map(|span| span.end);
                is_it(&found.fault) && end.is_some_and(|end| ends.contains(&end))
            };
            let count = self.faults.iter().filter(|found| in_list(found)).count();
            if count < 2 {
                continue;
            }
            let mut first = true;
            self.faults
                .retain(|found| !in_list(found) || std::mem::take(&mut first));
            if let Some(found) = self.faults.iter_mut().find(|found| in_list(found))
                && let Fault::Sign(fault) = &found.fault
            {
                found.fault = SignFault::InList(Box::new(fault.clone()), count - 1).into();
            }
        }
    }

    fn no_list(&mut self, node: &Node<'_>, noun: Noun, of: Shape, field: In) {
        let length = node.group().map_or(node.span.len(), |_| 1);
        let list = |value: String| {
            let before = field.map_or_else(String::new, |field| format!("{field}: "));
            ShapeFault::ListNeeded(format!("{before}[{value}]"))
        };
        let fault = match (&node.kind, of) {
            (Kind::Text(text), Shape::Text(_)) if noun == Noun::Country => {
                let countries = country_names::several(text).unwrap_or_default();
                let code = |country: &Country| format!("\"{}\"", country.code());
                let codes: Vec<String> = countries.iter().map(code).collect();
                let text = || format!("\"{}\"", shown(text));
                list(if codes.is_empty() {
                    text()
                } else {
                    codes.join(", ")
                })
            }
            (Kind::Group(group), Shape::Text(_)) if let Some(texts) = texts_of(group) => {
                list(texts)
            }
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
                None if entry.value.state != State::Sound => {}
                _ if name.is_none() => {
                    self.refuse(&beginning(&entry.value.span, 1), ShapeFault::NoId(noun));
                }
                _ => {}
            }
            // Without an id nobody can say whose value that is.
            let read = |key: &Node<'_>| key.state == State::Sound && key.text().is_some();
            let good = entry.key.is_none() || self.some_of(&entry.value, of, None);
            let good = good && entry.key.as_ref().is_some_and(read);
            if !good {
                let figure = name.map(|name| Part::Figure(name.into()));
                self.cut(entry, figure.unwrap_or(Part::This(noun)));
            }
        }
        true
    }
}

fn not_one_of(word: &str, noun: Noun, names: &'static [&'static str]) -> ShapeFault {
    ShapeFault::NotOneOf {
        written: shown(word),
        noun,
        meant: nearest(word, names.iter().copied()),
        names,
    }
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

/// The texts in brackets that should be a list's, as they are typed; `None` where there is
/// anything else.
fn texts_of(group: &Group<'_>) -> Option<String> {
    let one = |entry: &Entry<'_>| {
        let text = entry.value.text().filter(|_| entry.key.is_none())?;
        Some(format!("\"{}\"", shown(text)))
    };
    let texts: Option<Vec<String>> = group.entries.iter().map(one).collect();
    Some(texts.filter(|texts| !texts.is_empty())?.join(", "))
}

/// The first bytes of a span.
pub(super) fn beginning(span: &Span, length: usize) -> Span {
    span.start..span.end.min(span.start + length)
}
