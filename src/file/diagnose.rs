//! Why ron refused a record, told from its tree and its shape: every fault in it, and the
//! smallest parts that have to be left out so that the rest can be read.

use super::fault::{Fault, Span};
use super::quantity;
use super::shape::{Choice, Field, List, QUANTITIES, Record, Shape};
use super::tree::{Group, Kind, Node, Part, State, Tree};
use super::wording::{a, all_of, nearest, one_of, quoted, shown};

/// A part of a record that cannot be used.
#[derive(Debug)]
pub(super) struct Cut {
    /// Where it stands.
    pub span: Span,
    /// What it is, to follow "so … is left out".
    pub part: String,
}

/// What is wrong with a record.
#[derive(Debug)]
pub(super) struct Diagnosis {
    /// The faults; none of them says yet what it costs.
    pub faults: Vec<Fault>,
    /// What has to be left out.
    pub cuts: Vec<Cut>,
    /// Whether anything remains.
    pub usable: bool,
}

/// Looks at a value that should have a shape.
pub(super) fn diagnose(tree: Tree<'_>, shape: Shape) -> Diagnosis {
    let mut doctor = Doctor {
        faults: tree.faults,
        cuts: Vec::new(),
    };
    let usable = doctor.value(&tree.root, shape, "");
    doctor.cuts.extend(tree.stray.into_iter().map(|span| Cut {
        span,
        part: String::new(),
    }));
    Diagnosis {
        faults: doctor.faults,
        cuts: doctor.cuts,
        usable,
    }
}

/// Collects faults and what they cost.
pub(super) struct Doctor {
    faults: Vec<Fault>,
    cuts: Vec<Cut>,
}

impl Doctor {
    /// Tells a fault; the answer is always that the value cannot be used.
    pub(super) fn refuse(
        &mut self,
        span: &Span,
        what: impl Into<String>,
        remedy: impl Into<String>,
    ) -> bool {
        self.faults.push(Fault::error(span.clone(), what, remedy));
        false
    }

    /// Whether a value can be used. `before` is what one types before it: `title: `, or nothing
    /// in a list.
    fn value(&mut self, node: &Node<'_>, shape: Shape, before: &str) -> bool {
        let group = matches!(node.kind, Kind::Group(_));
        if node.state == State::Open || (node.state == State::Faulty && !group) {
            return false;
        }
        let readable = match (shape, &node.kind) {
            (_, Kind::Unclear) => false,
            (
                Shape::Text | Shape::Choice(_) | Shape::Days,
                Kind::Group(Group {
                    name: Some("Some"),
                    parts,
                    ..
                }),
            ) => match parts.as_slice() {
                [part] => self.value(&part.value, shape, before),
                _ => self.refuse(
                    &node.span,
                    "“Some” stands around more than one value",
                    "leave “Some” and its brackets out",
                ),
            },
            (Shape::Text, _) => self.text(node, before),
            (Shape::Flag, _) => self.flag(node, before),
            (Shape::Quantity, _) => quantity::diagnose(self, node),
            (Shape::Choice(choice), _) => self.choice(node, choice),
            (Shape::Days, _) => self.days(node),
            (Shape::List(list), _) => self.list(node, list, before),
            (Shape::Map(list), _) => self.map(node, list, before),
            (Shape::Record(record), _) => self.record(node, record),
        };
        readable && node.state == State::Sound
    }

    fn text(&mut self, node: &Node<'_>, before: &str) -> bool {
        match &node.kind {
            Kind::Text(_) => true,
            Kind::Number(words) | Kind::Word(words) => self.refuse(
                &node.span,
                format!("{} is a text without quotation marks", quoted(words)),
                format!("write {before}\"{}\"", shown(words)),
            ),
            Kind::Group(group) => {
                let only = match group.parts.as_slice() {
                    [
                        Part {
                            value:
                                Node {
                                    kind: Kind::Text(text),
                                    ..
                                },
                            key: None,
                            ..
                        },
                    ] => shown(text),
                    _ => "…".to_owned(),
                };
                self.refuse(
                    &beginning(&node.span, 1),
                    "one text is needed here, without brackets",
                    format!("write {before}\"{only}\""),
                )
            }
            Kind::Unclear => false,
        }
    }

    fn flag(&mut self, node: &Node<'_>, before: &str) -> bool {
        match &node.kind {
            Kind::Word("true" | "false") => true,
            Kind::Word(words) | Kind::Number(words) => self.no_flag(&node.span, words, before),
            Kind::Text(words) => self.no_flag(&node.span, words, before),
            Kind::Group(_) | Kind::Unclear => self.no_flag(&node.span, "(", before),
        }
    }

    fn no_flag(&mut self, span: &Span, words: &str, before: &str) -> bool {
        let what = format!("{} is neither true nor false", quoted(words));
        self.refuse(
            span,
            what,
            format!("write {before}true, or leave the field out"),
        )
    }

    fn choice(&mut self, node: &Node<'_>, choice: &Choice) -> bool {
        let names = (choice.words)();
        let (word, is_text) = match &node.kind {
            Kind::Word(word) if names.contains(word) => return true,
            Kind::Word(word) | Kind::Number(word) => (*word, false),
            Kind::Text(text) => (text.as_ref(), true),
            Kind::Group(group) => (group.name.unwrap_or("("), false),
            Kind::Unclear => return false,
        };
        if is_text && names.contains(&word) {
            return self.refuse(
                &node.span,
                format!(
                    "{} is one of a fixed set of names and needs no quotation marks",
                    quoted(word)
                ),
                format!("write {word}"),
            );
        }
        let remedy = match nearest(word, names.iter().copied()) {
            Some(name) => format!("write {name}"),
            None => format!("write {}", one_of(&names)),
        };
        self.refuse(
            &node.span,
            format!("{} is not {}", quoted(word), a(choice.noun)),
            remedy,
        )
    }

    fn days(&mut self, node: &Node<'_>) -> bool {
        if let Kind::Group(Group {
            open: b'(',
            name: None,
            parts,
        }) = &node.kind
            && let [first, last] = parts.as_slice()
        {
            return self.text(&first.value, "") & self.text(&last.value, "")
                && first.value.state == State::Sound
                && last.value.state == State::Sound;
        }
        self.refuse(
            &node.span,
            "the days need a first and a last day in round brackets",
            "write days: (\"2024-09-29\", \"2024-10-04\"), with the same day twice when it was only one",
        )
    }

    fn list(&mut self, node: &Node<'_>, list: &'static List, before: &str) -> bool {
        let Kind::Group(Group {
            open: b'[', parts, ..
        }) = &node.kind
        else {
            return self.no_list(node, list, before);
        };
        let mut usable = 0;
        for part in parts {
            let good = match &part.key {
                Some(key) => {
                    let example = list.of.example();
                    self.refuse(
                        &key.span,
                        "a name and a colon stand in a list",
                        format!("write [{example}]"),
                    )
                }
                None => self.value(&part.value, list.of, ""),
            };
            usable += usize::from(good);
            if !good {
                self.cut(part, format!("this {}", list.noun));
            }
        }
        !list.some || parts.is_empty() || usable > 0
    }

    fn no_list(&mut self, node: &Node<'_>, list: &'static List, before: &str) -> bool {
        let span = beginning(
            &node.span,
            if matches!(node.kind, Kind::Group(_)) {
                1
            } else {
                node.span.len()
            },
        );
        match (&node.kind, list.of) {
            (Kind::Text(text), Shape::Text) => self.refuse(
                &span,
                "a list is needed here, in square brackets",
                format!("write {before}[\"{}\"]", shown(text)),
            ),
            (Kind::Word(word), Shape::Choice(choice)) if (choice.words)().contains(word) => self
                .refuse(
                    &span,
                    "a list is needed here, in square brackets",
                    format!("write {before}[{word}]"),
                ),
            (Kind::Word("None"), _) => self.refuse(
                &span,
                "“None” cannot stand for a list",
                "leave the field out, or write []",
            ),
            (_, Shape::Record(record)) if record.noun == "report" => self.refuse(
                &span,
                "a list of reports is needed here, each with its source",
                format!(
                    "write {before}[(quantity: {}, source: \"…\")]",
                    quantity::of_list(&node.kind)
                ),
            ),
            _ => self.refuse(
                &span,
                format!(
                    "a list is needed here, in square brackets, with one {} after the other",
                    list.noun
                ),
                format!("write {before}[{}]", list.of.example()),
            ),
        }
    }

    fn map(&mut self, node: &Node<'_>, list: &'static List, before: &str) -> bool {
        let Kind::Group(Group {
            open: b'{', parts, ..
        }) = &node.kind
        else {
            let example = Shape::List(list).example();
            let entry = example.get(1..example.len() - 1).unwrap_or("");
            return self.refuse(
                &beginning(&node.span, 1),
                "curly brackets are needed here",
                format!("write {before}{{\"id\": {entry}}}"),
            );
        };
        for part in parts {
            let name = match part.key.as_ref().map(|key| (&key.kind, &key.span)) {
                Some((Kind::Text(name), _)) => Some(name.as_ref()),
                Some((Kind::Word(name), span)) => {
                    let what = format!("the id {} stands without quotation marks", quoted(name));
                    self.refuse(span, what, format!("write \"{name}\": …"));
                    None
                }
                _ => {
                    let what = format!("an id is missing before this {}", list.noun);
                    self.refuse(
                        &beginning(&part.value.span, 1),
                        what,
                        "write \"id\": before it",
                    );
                    None
                }
            };
            let good = self.value(&part.value, list.of, "") && name.is_some();
            if !good {
                let part_name = match name {
                    Some(name) => format!("the {} {}", list.noun, quoted(name)),
                    None => format!("this {}", list.noun),
                };
                self.cut(part, part_name);
            }
        }
        true
    }

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
            let field = match self.meant(part, record, &mut seen, group) {
                Meant::Field(field) => field,
                Meant::NeededField => {
                    usable = false;
                    continue;
                }
                Meant::Nothing => continue,
            };
            let none = matches!(part.value.kind, Kind::Word("None"))
                && matches!(field.shape, Shape::Text | Shape::Choice(_) | Shape::Days);
            let named = part
                .key
                .as_ref()
                .is_some_and(|key| matches!(key.kind, Kind::Word(_)));
            let good = (none && !field.needed)
                || self.value(&part.value, field.shape, &format!("{}: ", field.name)) && named;
            if good {
                held.push(field.name);
            } else if field.needed {
                usable = false;
            } else {
                self.cut(part, format!("the field “{}”", field.name));
            }
        }
        let lost = |name: &&str| seen.contains(name) && !held.contains(name);
        if record.either.iter().any(lost) && !record.either.iter().any(|name| held.contains(name)) {
            usable = false;
        }
        for field in record
            .fields
            .iter()
            .filter(|field| field.needed && !seen.contains(&field.name))
        {
            usable = self.refuse(
                &beginning(&node.span, 1),
                format!("the {} has no “{}”", record.noun, field.name),
                format!("add {}: {}", field.name, field.shape.example()),
            );
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
        if record.field("quantity").is_some() && QUANTITIES.contains(&name) {
            let number = quantity::as_written(name, parts);
            return self.refuse(
                &node.span,
                "a number stands here without its source",
                format!("write (quantity: {number}, source: \"…\")"),
            );
        }
        let field = record.fields.iter().find(|field| {
            matches!(field.shape, Shape::Choice(choice) if (choice.words)().contains(&name))
        });
        let remedy = match field {
            Some(field) => format!("write ({}: {name}, …)", field.name),
            None => "write ( alone".to_owned(),
        };
        let what = format!("{} stands before the bracket", quoted(name));
        self.refuse(&beginning(&node.span, name.len()), what, remedy)
    }

    /// Which field a part of a record is; tells what is wrong with its name. A part that is no
    /// field is cut.
    fn meant(
        &mut self,
        part: &Part<'_>,
        record: &'static Record,
        seen: &mut Vec<&'static str>,
        group: &Group<'_>,
    ) -> Meant {
        let Some(key) = &part.key else {
            return self.nameless(part, record, seen);
        };
        let name = match &key.kind {
            Kind::Text(name) => name.as_ref(),
            Kind::Word(name) | Kind::Number(name) => *name,
            Kind::Group(_) | Kind::Unclear => "(",
        };
        let Some(field) = record.field(name) else {
            return self.unknown(part, name, key, record, seen, group);
        };
        if matches!(key.kind, Kind::Text(_)) {
            let what = format!(
                "the name of the field {} stands in quotation marks",
                quoted(name)
            );
            self.refuse(&key.span, what, format!("write {name}: …"));
        }
        if seen.contains(&field.name) {
            let what = format!("the field {} is written twice", quoted(name));
            self.refuse(&key.span, what, "keep one of the two");
            self.cut(part, "the second".to_owned());
            return Meant::Nothing;
        }
        seen.push(field.name);
        Meant::Field(field)
    }

    /// A part without a name and a colon. Its field is guessed where only one can be meant.
    fn nameless(
        &mut self,
        part: &Part<'_>,
        record: &'static Record,
        seen: &mut Vec<&'static str>,
    ) -> Meant {
        self.cut(part, "it".to_owned());
        if part.value.state != State::Sound {
            return Meant::Nothing;
        }
        let meant = record
            .fields
            .iter()
            .find(|field| match (&part.value.kind, field.shape) {
                (
                    Kind::Group(Group {
                        name: Some(name), ..
                    })
                    | Kind::Word(name),
                    Shape::Quantity,
                ) => QUANTITIES.contains(name),
                (Kind::Word(word), Shape::Choice(choice)) => (choice.words)().contains(word),
                _ => false,
            });
        let Some(field) = meant.filter(|field| !seen.contains(&field.name)) else {
            let what = "the name of a field and a colon are missing here";
            self.refuse(&part.value.span, what, fields_of(record));
            return Meant::Nothing;
        };
        seen.push(field.name);
        let what = format!("the name of a field, “{}:”, is missing here", field.name);
        self.refuse(
            &part.value.span,
            what,
            format!("write {}: before it", field.name),
        );
        Meant::of_broken(field)
    }

    /// A part whose name is no field of the record.
    fn unknown(
        &mut self,
        part: &Part<'_>,
        name: &str,
        key: &Node<'_>,
        record: &'static Record,
        seen: &mut Vec<&'static str>,
        group: &Group<'_>,
    ) -> Meant {
        self.cut(part, "it".to_owned());
        let what = format!("{} is not a field of {}", quoted(name), a(record.noun));
        let free = record
            .fields
            .iter()
            .filter(|field| group.field(field.name).is_none());
        let meant =
            nearest(name, free.map(|field| field.name)).and_then(|meant| record.field(meant));
        let Some(field) = meant else {
            self.refuse(&key.span, what, format!("remove it; {}", fields_of(record)));
            return Meant::Nothing;
        };
        self.refuse(&key.span, what, format!("write {}", field.name));
        seen.push(field.name);
        Meant::of_broken(field)
    }

    fn no_record(&mut self, node: &Node<'_>, record: &'static Record) -> bool {
        let example = Shape::Record(record).example();
        match &node.kind {
            Kind::Group(group) => {
                let open = char::from(group.open);
                self.refuse(
                    &beginning(&node.span, 1),
                    format!("“{open}” stands here where ( is needed"),
                    format!("write {example}"),
                )
            }
            Kind::Text(_) | Kind::Number(_) | Kind::Word(_) | Kind::Unclear => self.refuse(
                &node.span,
                format!("{} in round brackets is needed here", a(record.noun)),
                format!("write {example}"),
            ),
        }
    }

    fn cut(&mut self, part: &Part<'_>, name: String) {
        self.cuts.push(Cut {
            span: part.span.clone(),
            part: name,
        });
    }
}

fn fields_of(record: &Record) -> String {
    format!(
        "{} has the fields {}",
        a(record.noun),
        all_of(&record.names())
    )
}

/// What a part of a record turned out to be.
enum Meant {
    /// A field, which may still hold the wrong thing.
    Field(&'static Field),
    /// A field without which there is no record, written so that it cannot be used.
    NeededField,
    /// Nothing, or something the record can do without.
    Nothing,
}

impl Meant {
    fn of_broken(field: &Field) -> Self {
        if field.needed {
            Self::NeededField
        } else {
            Self::Nothing
        }
    }
}

/// The first bytes of a span.
pub(super) fn beginning(span: &Span, length: usize) -> Span {
    span.start..span.end.min(span.start + length)
}
