//! The format of a dataset, declared once: every record with its fields, what may stand in each
//! and what it means. From this come the mirror that serde reads, the table by which the doctor
//! says what should have been written, and the [`reference()`] of the format.
//!
//! A new field is one line here, and its use.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, DeserializeOwned, Deserializer, MapAccess, Visitor};

use crate::model::fault::Noun;
use crate::model::{Crime, Divisor, Grade, Group, Quantity, Status, Step, SupportRole, Who};

/// The version of the format this program reads and writes.
pub const FORMAT: u32 = 1;

/// What may stand in a place.
#[derive(Debug, Clone, Copy)]
pub(super) enum Shape {
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
pub(super) struct Record {
    /// What it is.
    pub noun: Noun,
    /// Its fields in the order one writes them.
    pub fields: &'static [Field],
    /// The fields of which it needs at least one.
    pub either: &'static [&'static str],
}

/// A field of a record.
#[derive(Debug)]
pub(super) struct Field {
    /// Its name.
    pub name: &'static str,
    /// What may stand in it.
    pub shape: Shape,
    /// Whether every record has to have it.
    pub needed: bool,
    /// What it says.
    pub meaning: &'static str,
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
pub(super) trait Held {
    /// What one types for it.
    const SHAPE: Shape;
    /// What one of them is called in a list.
    const NOUN: Noun;
}

/// The names of a closed set, as serde knows them.
pub(super) fn names<T: DeserializeOwned>() -> &'static [&'static str] {
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
pub(super) struct ById<T>(pub Vec<(String, T)>);

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

/// Declares records: what each is, and the fields of which it needs at least `either`. `[default]`
/// stands before a field that may be left out, `as` before the word for a text or for one value of
/// a list or map where its type does not say it.
macro_rules! records {
    ($(
        $(#[$about:meta])*
        $type:ident($noun:ident $(, either $($either:ident)|*)?) {
            $($([$default:ident])? $field:ident: $held:ty $(as $one:ident)?, $meaning:literal;)*
        }
    )*) => {$(
        $(#[$about])*
        #[derive(Debug, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(super) struct $type {
            $($(#[serde($default)])? #[doc = $meaning] pub $field: $held,)*
        }

        impl $type {
            /// Its fields.
            pub const RECORD: &'static Record = &Record {
                noun: Noun::$noun,
                fields: &[$(Field {
                    name: stringify!($field),
                    shape: <$held>::SHAPE$(.of(Noun::$one))?,
                    needed: <[&str]>::is_empty(&[$(stringify!($default))?]),
                    meaning: $meaning,
                }),*],
                either: &[$($(stringify!($either)),*)?],
            };
        }

        impl Held for $type {
            const SHAPE: Shape = Shape::Record(Self::RECORD);
            const NOUN: Noun = Noun::$noun;
        }
    )*};
}

records! {
    /// A dataset: the one record around all others, which are read one by one.
    #[expect(dead_code, reason = "its parts are read apart, so that a fault in one spoils no other")]
    Dataset(Dataset) {
        format: u32, "The version of the format";
        title: String, "What the dataset is called on the screen";
        [default] summary: Option<String>, "What it holds and where it comes from";
        [default] sources: ById<Source>, "The publications that everything else rests on";
        [default] metrics: ById<Metric>, "What is counted";
        [default] operations: Vec<Operation>, "The police operations";
        [default] cases: Vec<Case>, "Single events in an operation";
    }

    /// A publication.
    Source(Source) {
        publisher: String, "Who published it";
        title: String, "Its title as printed";
        [default] date: Option<String> as Date, "When it was published: 2024-11-06, 2024-11 or 2024";
        [default] address: Option<String> as Address, "A web address where it can be read";
        [default] no_address: Option<String>, "Why no address can be given";
        grade: Grade, "How close it stands to the people who counted";
        [default] note: Option<String>, "What a reader should know about it";
    }

    /// What is counted.
    Metric(Metric) {
        label: String, "What people read";
        unit: String, "What one of it is";
        definition: String, "What exactly is counted, and what is not";
        [default] part_of: Option<String>, "The id of the metric that this one is a part of";
        [default] not_per: Vec<Divisor>, "What it is never divided by";
    }

    /// A police operation.
    Operation(Operation) {
        id: String, "The name by which cases and views refer to it";
        name: String, "What people read";
        [default] family: Option<String>, "The series it belongs to; left out, its own name";
        [default] summary: Option<String>, "What it was, in a sentence or two";
        [default] lead: Vec<String> as Organisation, "Who led it";
        [default] days: Option<(String, String)>, "First and last day, both counted";
        [default] length: Option<u16>, "How many days it ran, where which days is not known";
        [default] days_note: Option<String>, "What a reader should know about the days";
        [default] status: Option<Status>, "What its publishers called the figures";
        [default] countries: Participation, "Who took part: how many, which ones, or both";
        [default] coordination_units: Vec<CoordinationUnit>, "The hubs that it set up";
        [default] figures: ById<Vec<Report>> as Figure, "What was counted, by the ids of metrics";
        [default] findings: Vec<Finding>, "Trends that its publishers state";
        [default] supported_by: Vec<Support>, "Who supported it";
        [default] sources: Vec<String> as Source, "Where name, days and lead are stated";
    }

    /// Who took part.
    #[derive(Default)]
    Participation(ListOfCountries) {
        [default] count: Vec<Report>, "How many";
        [default] listed: Vec<String> as Country, "Which ones, by their codes in ISO 3166-1";
        [default] sources: Vec<String> as Source, "Where the list stands";
        [default] note: Option<String>, "What a reader should know about the list";
    }

    /// A hub.
    CoordinationUnit(CoordinationUnit) {
        country: String, "Where it was, by its code in ISO 3166-1";
        [default] place: Option<String>, "The town";
        [default] note: Option<String>, "What a reader should know about it";
        [default] sources: Vec<String> as Source, "Where it is told";
    }

    /// A trend.
    Finding(Finding) {
        text: String, "The trend, in your own words";
        [default] sources: Vec<String> as Source, "Where it is stated";
    }

    /// A partner or funder.
    Support(Organisation) {
        name: String, "What it is called";
        role: SupportRole, "What it did";
        [default] sources: Vec<String> as Source, "Where it is told";
    }

    /// One source's statement of a number.
    Report(Report) {
        quantity: Quantity, "The number, as firm as the source states it";
        source: String, "The id of the source that states it";
        [default] wording: Option<String>, "The source's own word for what it counted";
        [default] preferred: bool, "Whether it is shown instead of the one that the grades choose";
        [default] note: Option<String>, "What a reader should know about it";
    }

    /// One event.
    Case(Case) {
        id: String, "Its own name";
        operation: String, "The id of the operation it was part of";
        title: String, "What it is, in a few words";
        summary: String, "What happened, in your own words";
        [default] date: Option<String> as Date, "When: 2024-11-06, 2024-11 or 2024";
        [default] countries: Vec<String> as Country, "Where it happened, and whose authorities acted";
        [default] crimes: Vec<Crime>, "What it was about";
        [default] found: Vec<People>, "Who was found";
        [default] alleged: Vec<People>, "Whom suspects are said to have moved or exploited";
        [default] arrested: Vec<Report>, "How many were arrested";
        [default] suspected: Vec<Report>, "How many suspects were identified, but not arrested";
        [default] seized: Vec<Seizure>, "What was seized or frozen";
        [default] route: Vec<Stop>, "Where people were taken from and to, in order";
        sources: Vec<String> as Source, "Where it is told";
        [default] note: Option<String>, "What a reader should know about it";
    }

    /// People found.
    People(GroupOfPeople) {
        who: Who, "What the source calls them";
        [default] reports: Vec<Report>, "How many";
        [default] nationalities: Vec<String> as Country, "Their nationalities, as far as stated";
        [default] regions: Vec<String> as Region, "Where they came from when only a region is stated";
        [default] among: Vec<Among>, "Parts of the group that are counted";
        [default] note: Option<String>, "What a reader should know about them";
    }

    /// A counted part of a group.
    Among(PartOfGroup) {
        who: Group, "Which part";
        reports: Vec<Report>, "How many";
    }

    /// Something seized.
    Seizure(Seizure) {
        what: String, "What it was";
        [default] unit: Option<String>, "What one of it is; left out for pieces";
        [default] reports: Vec<Report>, "How much";
    }

    /// A stop on a route.
    Stop(Stop, either country|place) {
        step: Step, "What it is in the route";
        [default] country: Option<String>, "Its code in ISO 3166-1";
        [default] place: Option<String>, "The place, or the region where no more is known";
    }
}

/// The format in full: a dataset with every field once and what it means, for people who know
/// how one looks.
pub fn reference() -> String {
    let mut out = String::new();
    skeleton(&mut out, Dataset::SHAPE, "\n", &mut Vec::new());
    out.push('\n');
    out
}

/// Writes what may stand in a place; `newline` begins a line at its indentation. Of a record that
/// was written before only what it needs is written.
fn skeleton(out: &mut String, shape: Shape, newline: &str, written: &mut Vec<Noun>) {
    if let Shape::Record(record) = shape
        && !written.contains(&record.noun)
    {
        written.push(record.noun);
        let indented = format!("{newline}    ");
        out.push('(');
        for field in record.fields {
            let needed = if field.needed { " Needed." } else { "" };
            out.extend([&indented, "// ", field.meaning, ".", needed]);
            if !field.shape.choices().is_empty() {
                let choices = field.shape.choices().join(", ");
                out.extend([" One of: ", &choices, "."]);
            }
            out.extend([&indented, field.name, ": "]);
            skeleton(out, field.shape, &indented, written);
            out.push(',');
        }
        out.extend([newline, ")"]);
    } else if let Shape::List(_, of) | Shape::Map(_, of) = shape {
        let (open, close) = shape.brackets();
        out.push_str(open);
        skeleton(out, *of, newline, written);
        out.push_str(close);
    } else {
        out.push_str(&shape.example());
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::file::STARTER;
    use crate::file::tree::{Node, Tree};

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
}
