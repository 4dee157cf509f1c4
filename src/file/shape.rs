//! The shape of every record of the format: which fields it has and what may stand in them.
//!
//! The mirror in `document` says the same to serde. This table is asked only when something is
//! wrong, to say what should have been written; a test holds the two together.

use crate::model::{Crime, Divisor};

/// What may stand in a place.
#[derive(Debug, Clone, Copy)]
pub(super) enum Shape {
    /// A text in quotation marks.
    Text,
    /// `true` or `false`.
    Flag,
    /// `Exactly(2517)`, `Dozens` …
    Quantity,
    /// One of a closed set of names.
    Choice(&'static Choice),
    /// Two dates in round brackets.
    Days,
    /// A whole number of days.
    Length,
    /// `[…]`.
    List(&'static List),
    /// `{"id": …}`.
    Map(&'static List),
    /// `(name: …)`.
    Record(&'static Record),
}

/// A closed set of names.
#[derive(Debug)]
pub(super) struct Choice {
    /// What one of them is.
    pub noun: &'static str,
    /// The names.
    pub words: fn() -> Vec<&'static str>,
}

/// Several of one shape.
#[derive(Debug)]
pub(super) struct List {
    /// What one of them is.
    pub noun: &'static str,
    /// The shape of one.
    pub of: Shape,
    /// Whether there has to be at least one.
    pub some: bool,
}

/// A record.
#[derive(Debug)]
pub(super) struct Record {
    /// What it is: "case".
    pub noun: &'static str,
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
            Self::Text => "\"…\"".to_owned(),
            Self::Flag => "true".to_owned(),
            Self::Length => "10".to_owned(),
            Self::Quantity => "Exactly(12)".to_owned(),
            Self::Choice(choice) => (choice.words)().first().copied().unwrap_or("").to_owned(),
            Self::Days => "(\"2024-09-29\", \"2024-10-04\")".to_owned(),
            Self::List(list) => format!("[{}]", list.of.example()),
            Self::Map(list) => format!("{{\"id\": {}}}", list.of.example()),
            Self::Record(record) => {
                let needed = record.fields.iter().filter(|field| field.needed);
                let fields: Vec<String> = needed
                    .map(|field| format!("{}: {}", field.name, field.shape.example()))
                    .collect();
                format!("({})", fields.join(", "))
            }
        }
    }
}

/// The names of all quantities.
pub(super) const QUANTITIES: [&str; 11] = [
    "Exactly",
    "About",
    "Nearly",
    "MoreThan",
    "AtLeast",
    "UpTo",
    "Between",
    "Several",
    "Dozens",
    "Hundreds",
    "Thousands",
];

/// A field that every record of its kind has.
const fn needed(name: &'static str, shape: Shape) -> Field {
    Field {
        name,
        shape,
        needed: true,
    }
}

/// A field that may be left out.
const fn optional(name: &'static str, shape: Shape) -> Field {
    Field {
        name,
        shape,
        needed: false,
    }
}

/// A list that may be empty.
const fn list(noun: &'static str, of: Shape) -> List {
    List {
        noun,
        of,
        some: false,
    }
}

static GRADE: Choice = Choice {
    noun: "grade",
    words: || vec!["Official", "Reprint", "News"],
};
static STATUS: Choice = Choice {
    noun: "status",
    words: || vec!["Preliminary", "Final"],
};
static ROLE: Choice = Choice {
    noun: "role",
    words: || vec!["Partner", "Funder"],
};
static CRIME: Choice = Choice {
    noun: "crime",
    words: || Crime::ALL.iter().map(|crime| crime.key()).collect(),
};
static DIVISOR: Choice = Choice {
    noun: "divisor",
    words: || Divisor::ALL.iter().map(|divisor| divisor.key()).collect(),
};
static GROUP: Choice = Choice {
    noun: "group",
    words: || vec!["Women", "Men", "WomenAndGirls", "Minors"],
};
static STEP: Choice = Choice {
    noun: "step",
    words: || vec!["Origin", "Transit", "Found", "Destination"],
};
static WHO: Choice = Choice {
    noun: "description of people",
    words: || vec!["PotentialVictims", "IrregularMigrants", "PeopleFound"],
};

static SOURCES: List = list("source", Shape::Text);
static COUNTRIES: List = list("country", Shape::Text);
static ORGANISATIONS: List = list("organisation", Shape::Text);
static REGIONS: List = list("region", Shape::Text);
static CRIMES: List = list("crime", Shape::Choice(&CRIME));
static DIVISORS: List = list("divisor", Shape::Choice(&DIVISOR));
static REPORTS: List = list("report", Shape::Record(&REPORT));
static SOME_REPORTS: List = List {
    noun: "report",
    of: Shape::Record(&REPORT),
    some: true,
};
static FIGURES: List = list("figure", Shape::List(&SOME_REPORTS));
static UNITS: List = list("coordination unit", Shape::Record(&UNIT));
static FINDINGS: List = list("finding", Shape::Record(&FINDING));
static SUPPORTERS: List = list("organisation", Shape::Record(&SUPPORT));
static FOUND: List = list("group of people", Shape::Record(&PEOPLE));
static AMONG: List = list("part of the group", Shape::Record(&PART));
static SEIZED: List = list("seizure", Shape::Record(&SEIZURE));
static ROUTE: List = list("stop", Shape::Record(&STOP));

/// A publication.
pub(super) static SOURCE: Record = Record {
    noun: "source",
    fields: &[
        needed("publisher", Shape::Text),
        needed("title", Shape::Text),
        optional("date", Shape::Text),
        optional("address", Shape::Text),
        optional("no_address", Shape::Text),
        needed("grade", Shape::Choice(&GRADE)),
        optional("note", Shape::Text),
    ],
    either: &[],
};

/// What is counted.
pub(super) static METRIC: Record = Record {
    noun: "metric",
    fields: &[
        needed("label", Shape::Text),
        needed("unit", Shape::Text),
        needed("definition", Shape::Text),
        optional("part_of", Shape::Text),
        optional("not_per", Shape::List(&DIVISORS)),
    ],
    either: &[],
};

/// A police operation.
pub(super) static OPERATION: Record = Record {
    noun: "operation",
    fields: &[
        needed("id", Shape::Text),
        needed("name", Shape::Text),
        optional("family", Shape::Text),
        optional("summary", Shape::Text),
        optional("lead", Shape::List(&ORGANISATIONS)),
        optional("days", Shape::Days),
        optional("length", Shape::Length),
        optional("days_note", Shape::Text),
        optional("status", Shape::Choice(&STATUS)),
        optional("countries", Shape::Record(&PARTICIPATION)),
        optional("coordination_units", Shape::List(&UNITS)),
        optional("figures", Shape::Map(&FIGURES)),
        optional("findings", Shape::List(&FINDINGS)),
        optional("supported_by", Shape::List(&SUPPORTERS)),
        optional("sources", Shape::List(&SOURCES)),
    ],
    either: &[],
};

/// Who took part.
pub(super) static PARTICIPATION: Record = Record {
    noun: "list of countries",
    fields: &[
        optional("count", Shape::List(&REPORTS)),
        optional("listed", Shape::List(&COUNTRIES)),
        optional("sources", Shape::List(&SOURCES)),
        optional("note", Shape::Text),
    ],
    either: &[],
};

/// A hub.
pub(super) static UNIT: Record = Record {
    noun: "coordination unit",
    fields: &[
        needed("country", Shape::Text),
        optional("place", Shape::Text),
        optional("note", Shape::Text),
        optional("sources", Shape::List(&SOURCES)),
    ],
    either: &[],
};

/// A trend.
pub(super) static FINDING: Record = Record {
    noun: "finding",
    fields: &[
        needed("text", Shape::Text),
        optional("sources", Shape::List(&SOURCES)),
    ],
    either: &[],
};

/// A partner or funder.
pub(super) static SUPPORT: Record = Record {
    noun: "organisation",
    fields: &[
        needed("name", Shape::Text),
        needed("role", Shape::Choice(&ROLE)),
        optional("sources", Shape::List(&SOURCES)),
    ],
    either: &[],
};

/// One source's statement of a number.
pub(super) static REPORT: Record = Record {
    noun: "report",
    fields: &[
        needed("quantity", Shape::Quantity),
        needed("source", Shape::Text),
        optional("wording", Shape::Text),
        optional("preferred", Shape::Flag),
        optional("note", Shape::Text),
    ],
    either: &[],
};

/// One event.
pub(super) static CASE: Record = Record {
    noun: "case",
    fields: &[
        needed("id", Shape::Text),
        needed("operation", Shape::Text),
        needed("title", Shape::Text),
        needed("summary", Shape::Text),
        optional("date", Shape::Text),
        optional("countries", Shape::List(&COUNTRIES)),
        optional("crimes", Shape::List(&CRIMES)),
        optional("found", Shape::List(&FOUND)),
        optional("alleged", Shape::List(&FOUND)),
        optional("arrested", Shape::List(&REPORTS)),
        optional("suspected", Shape::List(&REPORTS)),
        optional("seized", Shape::List(&SEIZED)),
        optional("route", Shape::List(&ROUTE)),
        needed("sources", Shape::List(&SOURCES)),
        optional("note", Shape::Text),
    ],
    either: &[],
};

/// People found.
pub(super) static PEOPLE: Record = Record {
    noun: "group of people",
    fields: &[
        needed("who", Shape::Choice(&WHO)),
        optional("reports", Shape::List(&REPORTS)),
        optional("nationalities", Shape::List(&COUNTRIES)),
        optional("regions", Shape::List(&REGIONS)),
        optional("among", Shape::List(&AMONG)),
        optional("note", Shape::Text),
    ],
    either: &[],
};

/// A counted part of a group.
pub(super) static PART: Record = Record {
    noun: "part of a group",
    fields: &[
        needed("who", Shape::Choice(&GROUP)),
        needed("reports", Shape::List(&SOME_REPORTS)),
    ],
    either: &[],
};

/// Something seized.
pub(super) static SEIZURE: Record = Record {
    noun: "seizure",
    fields: &[
        needed("what", Shape::Text),
        optional("unit", Shape::Text),
        optional("reports", Shape::List(&REPORTS)),
    ],
    either: &[],
};

/// A stop on a route.
pub(super) static STOP: Record = Record {
    noun: "stop",
    fields: &[
        needed("step", Shape::Choice(&STEP)),
        optional("country", Shape::Text),
        optional("place", Shape::Text),
    ],
    either: &["country", "place"],
};
