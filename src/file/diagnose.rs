//! Why ron refused a record, told from its tree and its shape: every fault in it, and the
//! smallest parts that have to be left out so that the rest can be read.

use super::fault::{Fault, Span};
use super::quantity;
use super::shape::{Choice, List, Shape};
use super::tree::{Group, Kind, Node, Part, State, Tree};
use super::wording::{a, nearest, one_of, quoted, shown};

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
    pub(super) fn value(&mut self, node: &Node<'_>, shape: Shape, before: &str) -> bool {
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
            (Shape::Length, _) => self.length(node, before),
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

    fn length(&mut self, node: &Node<'_>, before: &str) -> bool {
        let words = match &node.kind {
            Kind::Number(number) if number.parse::<u32>().is_ok() => return true,
            Kind::Number(words) | Kind::Word(words) => *words,
            Kind::Text(words) => words.as_ref(),
            Kind::Group(_) => "(",
            Kind::Unclear => return false,
        };
        self.refuse(
            &node.span,
            format!("{} is not a whole number of days", quoted(words)),
            format!("write {before}10 for ten days, or leave the field out"),
        )
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

    /// Leaves a part out; `name` is what it is called.
    pub(super) fn cut(&mut self, part: &Part<'_>, name: String) {
        self.cuts.push(Cut {
            span: part.span.clone(),
            part: name,
        });
    }
}

/// The first bytes of a span.
pub(super) fn beginning(span: &Span, length: usize) -> Span {
    span.start..span.end.min(span.start + length)
}
