//! The format of a dataset, declared once: every record with its fields, what may stand in each
//! and what it means. From this come the mirror that serde reads, the table by which the doctor
//! says what should have been written, and the [`reference()`] of the format. What a field means
//! is said here in English, since that is its documentation too; no code reads it.
//!
//! A new field is one line here, and its use.

mod records;
mod reference;

pub(in crate::file) use records::*;
pub use reference::reference;

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, DeserializeOwned, Deserializer, MapAccess, Visitor};

use crate::model::fault::Noun;
use crate::model::{Crime, Divisor, Grade, Group, Quantity, Status, Step, SupportRole, Who};

/// The version of the format this program reads and writes.
pub const FORMAT: u32 = 1;

/// What may stand in a place.
#[derive(Debug, Clone, Copy)]
pub(in crate::file) enum Shape {
    /// The number of the format.
    Format,
    /// A text in quotation marks: what it is, where that follows rules of its own, else a title.
    Text(Noun),
    /// `true` or `false`.
    Flag,
    /// `Exactly(2517)`, `Dozens` …
    Quantity,
    /// One of a closed set of names: what it is, and the names.
    Choice(Noun, fn() -> &'static [&'static str]),
    /// Two dates in round brackets.
    Days,
    /// A whole number of days.
    Length,
    /// `[…]`: what one of them is, and its shape.
    List(Noun, &'static Self),
    /// `{"id": …}`: what one of them is, and its shape.
    Map(Noun, &'static Self),
    /// `(name: …)`.
    Record(&'static Record),
}

/// A record.
#[derive(Debug)]
pub(in crate::file) struct Record {
    /// What it is.
    pub noun: Noun,
    /// Its fields in the order one writes them.
    pub fields: &'static [Field],
    /// The fields of which it needs at least one.
    pub either: &'static [&'static str],
}

/// A field of a record.
#[derive(Debug)]
pub(in crate::file) struct Field {
    /// Its name.
    pub name: &'static str,
    /// What may stand in it.
    pub shape: Shape,
    /// Whether every record has to have it.
    pub needed: bool,
    /// What pictures lack when something of it is lost; `None` for what they do not show.
    pub carries: Option<Carries>,
    /// What it says.
    pub meaning: &'static str,
}

/// What a field carries that pictures show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::file) enum Carries {
    /// When an operation ran.
    Days,
    /// How long it ran.
    Length,
    /// Who took part in it.
    Countries,
    /// What was counted.
    Figures,
    /// What a metric is a part of.
    Whole,
}

impl Record {
    /// The names of its fields.
    pub fn names(&self) -> Vec<&'static str> {
        self.fields.iter().map(|field| field.name).collect()
    }

    /// The field of a name.
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name)
    }
}

impl Shape {
    /// What one types for it.
    pub fn example(self) -> String {
        match self {
            Self::Format => FORMAT.to_string(),
            Self::Text(_) => "\"…\"".to_owned(),
            Self::Flag => "true".to_owned(),
            Self::Length => "10".to_owned(),
            Self::Quantity => "Exactly(12)".to_owned(),
            Self::Choice(_, names) => names().first().copied().unwrap_or("").to_owned(),
            Self::Days => "(\"2024-09-29\", \"2024-10-04\")".to_owned(),
            Self::List(_, of) | Self::Map(_, of) => {
                let (open, close) = self.brackets();
                format!("{open}{}{close}", of.example())
            }
            Self::Record(record) => {
                let needed = record.fields.iter().filter(|field| field.needed);
                let fields: Vec<String> = needed
                    .map(|field| format!("{}: {}", field.name, field.shape.example()))
                    .collect();
                format!("({})", fields.join(", "))
            }
        }
    }

    /// What stands around the first value of a list or map.
    fn brackets(self) -> (&'static str, &'static str) {
        if matches!(self, Self::List(..)) {
            ("[", "]")
        } else {
            ("{\"id\": ", "}")
        }
    }

    /// The names when it is one of a closed set, or a list of them.
    fn choices(self) -> &'static [&'static str] {
        if let Self::Choice(_, names) | Self::List(_, &Self::Choice(_, names)) = self {
            names()
        } else {
            &[]
        }
    }

    /// What one of a list or map is, and the bracket that it begins with.
    pub fn holds(self) -> Option<(Noun, u8)> {
        let open = if matches!(self, Self::List(..)) {
            b'['
        } else {
            b'{'
        };
        if let Self::List(noun, _) | Self::Map(noun, _) = self {
            Some((noun, open))
        } else {
            None
        }
    }

    /// The same, with another word for a text or for what a list or map holds.
    pub const fn of(self, noun: Noun) -> Self {
        if let Self::List(_, of) = self {
            Self::List(noun, of)
        } else if let Self::Map(_, of) = self {
            Self::Map(noun, of)
        } else if let Self::Text(_) = self {
            Self::Text(noun)
        } else {
            self
        }
    }
}

/// What stands in a field of this type.
pub(in crate::file) trait Held {
    /// What one types for it.
    const SHAPE: Shape;
    /// What one of them is called in a list.
    const NOUN: Noun;
}

/// The names of a closed set, as serde knows them.
pub(in crate::file) fn names<T: DeserializeOwned>() -> &'static [&'static str] {
    match ron::from_str::<T>("NoSuchName").map_err(|error| error.code) {
        Err(ron::Error::NoSuchEnumVariant { expected, .. }) => expected,
        _ => &[],
    }
}

macro_rules! held {
    ($($type:ty: $shape:expr, $noun:ident;)*) => {$(
        impl Held for $type {
            const SHAPE: Shape = $shape;
            const NOUN: Noun = Noun::$noun;
        }
    )*};
}
macro_rules! choices {
    ($($type:ident $noun:ident),*) => {
        held! { $($type: Shape::Choice(Noun::$noun, names::<$type>), $noun;)* }
    };
}
held! {
    u32: Shape::Format, Dataset;
    u16: Shape::Length, Date;
    String: Shape::Text(Noun::Title), Title;
    bool: Shape::Flag, Report;
    Quantity: Shape::Quantity, Report;
    (String, String): Shape::Days, Date;
}
choices! {
    Grade Grade, Status Status, SupportRole Role, Crime Crime, Divisor Divisor, Group Group, Step Step, Who Who
}
impl<T: Held> Held for Option<T> {
    const SHAPE: Shape = T::SHAPE;
    const NOUN: Noun = T::NOUN;
}
impl<T: Held> Held for Vec<T> {
    const SHAPE: Shape = Shape::List(T::NOUN, &T::SHAPE);
    const NOUN: Noun = T::NOUN;
}
impl<T: Held> Held for ById<T> {
    const SHAPE: Shape = Shape::Map(T::NOUN, &T::SHAPE);
    const NOUN: Noun = T::NOUN;
}

/// Values by id, in the order written and with repeated ids kept, so that they can be told: ron
/// would keep the last one and say nothing.
#[derive(Debug)]
pub(in crate::file) struct ById<T>(pub Vec<(String, T)>);

impl<T> Default for ById<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for ById<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for InOrder<T> {
            type Value = ById<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map such as { \"id\": […] }")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(ById(entries))
            }
        }
        deserializer.deserialize_map(InOrder(PhantomData))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::file::tree::{Node, Tree};
    use crate::file::{self, STARTER};
    use crate::model::Lost;

    /// Every field of the format, by the record it is in.
    fn every_field(shape: Shape, found: &mut BTreeSet<(Noun, &'static str)>) {
        if let Shape::List(_, of) | Shape::Map(_, of) = shape {
            every_field(*of, found);
        } else if let Shape::Record(record) = shape {
            for field in record.fields {
                if found.insert((record.noun, field.name)) {
                    every_field(field.shape, found);
                }
            }
        }
    }

    /// The fields of the format that are in a text.
    fn fields_in(node: &Node<'_>, shape: Shape, found: &mut BTreeSet<(Noun, &'static str)>) {
        for entry in node.group().into_iter().flat_map(|group| &group.entries) {
            if let Shape::List(_, of) | Shape::Map(_, of) = shape {
                fields_in(&entry.value, *of, found);
            } else if let (Shape::Record(record), Some(key)) = (shape, &entry.key) {
                let field = record.field(key.written()).unwrap();
                found.insert((record.noun, field.name));
                fields_in(&entry.value, field.shape, found);
            }
        }
    }

    #[test]
    fn the_reference_and_the_starter_have_every_field_of_the_format() {
        let mut all = BTreeSet::new();
        every_field(Dataset::SHAPE, &mut all);
        assert!(all.len() > 60);
        for text in [&reference(), &STARTER[STARTER.find("\n(").unwrap()..]] {
            let tree = Tree::of(text);
            assert_eq!(tree.faults, []);
            let mut found = BTreeSet::new();
            fields_in(&tree.root, Dataset::SHAPE, &mut found);
            assert_eq!(found, all);
        }
    }

    #[test]
    fn the_reference_says_what_a_field_means_and_whether_it_is_needed() {
        for line in [
            "        publisher: \"…\",",
            "        // Who published it. Needed.",
            "        // How close it stands to the people who counted. Needed. One of: Official, Reprint, News.",
            "        // When it was published: 2024-11-06, 2024-11 or 2024.",
        ] {
            assert!(reference().lines().any(|told| told == line), "{line}");
        }
    }

    /// Whether a record can be read that has only the fields it needs, and not with one of them
    /// less.
    fn needs<T: DeserializeOwned + Held>(record: &'static Record) {
        let needed = || record.fields.iter().filter(|field| field.needed);
        let write = |without: &str| {
            let fields = needed().filter(|field| field.name != without);
            let fields = fields.map(|field| format!("{}: {}", field.name, field.shape.example()));
            format!("({})", fields.collect::<Vec<_>>().join(", "))
        };
        let example = T::SHAPE.example();
        assert_eq!(example, write(""));
        if let Err(error) = ron::from_str::<T>(&example) {
            panic!("{example}: {error}");
        }
        for field in needed() {
            assert!(
                ron::from_str::<T>(&write(field.name)).is_err(),
                "{}",
                field.name
            );
        }
    }

    #[test]
    fn what_the_doctor_suggests_is_what_serde_reads() {
        needs::<Source>(Source::RECORD);
        needs::<Metric>(Metric::RECORD);
        needs::<Operation>(Operation::RECORD);
        needs::<Participation>(Participation::RECORD);
        needs::<CoordinationUnit>(CoordinationUnit::RECORD);
        needs::<Finding>(Finding::RECORD);
        needs::<Support>(Support::RECORD);
        needs::<Report>(Report::RECORD);
        needs::<Earlier>(Earlier::RECORD);
        needs::<NotApplicable>(NotApplicable::RECORD);
        needs::<Check>(Check::RECORD);
        needs::<Case>(Case::RECORD);
        needs::<People>(People::RECORD);
        needs::<Among>(Among::RECORD);
        needs::<Seizure>(Seizure::RECORD);
        needs::<Stop>(Stop::RECORD);
    }

    #[test]
    fn every_name_of_a_closed_set_is_known_to_the_doctor() {
        let crimes: Vec<_> = Crime::ALL.iter().map(|crime| crime.key()).collect();
        let divisors = Divisor::ALL.map(Divisor::key);
        assert_eq!(
            (names::<Crime>(), names::<Divisor>()),
            (&*crimes, &divisors[..])
        );
        let grades = ["Official", "Reprint", "News"];
        assert_eq!((names::<Grade>(), names::<Who>().len()), (&grades[..], 3));
        for name in names::<Quantity>() {
            assert!(STARTER.contains(name), "{name}");
        }
    }

    /// A value that no field can have.
    const BROKEN: &str = "-7.5";

    /// What is lost when a field that may be left out of a record cannot be used, for each; where
    /// `written` says how the operation is written with a field more.
    fn lost(record: &Record, written: fn(&str) -> String) -> Vec<(&'static Field, Vec<Lost>)> {
        let optional = record.fields.iter().filter(|field| !field.needed);
        let told = |field: &'static Field| {
            let operation = written(&format!("{}: {BROKEN}", field.name));
            let text = format!(
                r#"(format: 1, title: "T",
                sources: {{"s": (publisher: "P", title: "T", address: "https://example.org", grade: Official)}},
                metrics: {{"m": (label: "M", unit: "people", definition: "D")}},
                operations: [(id: "o", name: "O", {operation})])"#
            );
            let reading = file::read("f", text.as_bytes());
            assert_eq!(
                reading.dataset.unwrap().operations.len(),
                1,
                "{}",
                field.name
            );
            let left_out = reading
                .problems
                .iter()
                .filter_map(|one| one.left_out.as_ref());
            let lost = left_out.flat_map(|left_out| left_out.lost.iter().cloned());
            (field, lost.collect())
        };
        optional.map(told).collect()
    }

    #[test]
    fn a_picture_lacks_only_what_a_lost_field_carries() {
        let of = |carries: Option<Carries>| match carries {
            None => Lost::Other,
            Some(Carries::Days) => Lost::Days("o".into()),
            Some(Carries::Length) => Lost::Length("o".into()),
            Some(Carries::Countries) => Lost::Countries("o".into()),
            Some(Carries::Figures) => Lost::Figures("o".into()),
            Some(Carries::Whole) => Lost::Whole("o".into()),
        };
        for (field, lost) in lost(Operation::RECORD, str::to_owned) {
            assert_eq!(lost, [of(field.carries)], "{}", field.name);
        }
        for (field, lost) in lost(Participation::RECORD, |one| format!("countries: ({one})")) {
            assert_eq!(lost, [of(field.carries)], "{}", field.name);
        }
        let report = |one: &str| {
            format!(r#"figures: {{"m": [(quantity: Exactly(3), source: "s", {one})]}}"#)
        };
        for (field, lost) in lost(Report::RECORD, report) {
            let figure = Lost::Figure("o".into(), "m".into());
            let expected = field.carries.map_or(Lost::Other, |_| figure);
            assert_eq!(lost, [expected], "{}", field.name);
        }
        let beside = Report::RECORD.fields.iter();
        let beside = beside.filter(|field| field.carries.is_none());
        let beside: Vec<&str> = beside.map(|field| field.name).collect();
        assert_eq!(
            beside,
            [
                "wording",
                "status",
                "revised_from",
                "note",
                "excerpt",
                "archived",
                "checked"
            ],
            "what stands beside a number is no part of it"
        );
    }
}
