//! Why a record was refused: names that are no fields, fields that are missing, fields that hold
//! the wrong thing.

use super::diagnose::{Doctor, beginning};
use super::quantity;
use super::shape::{Field, QUANTITIES, Record, Shape};
use super::tree::{Group, Kind, Node, Part, State};
use super::wording::{a, all_of, nearest, quoted};

impl Doctor {
    /// Whether a record can be used.
    pub(super) fn record(&mut self, node: &Node<'_>, record: &'static Record) -> bool {
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
            self.refuse(&key.span, what, format!("write {}: …", field.name));
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
