//! The fields of a form as typed, and what each is called in the program.

use crate::model::{Divisor, Grade, Group, Status, Step, Who};

/// An operation as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[expect(missing_docs, reason = "each is named after its field")]
pub struct OperationFields {
    pub name: String,
    pub first: String,
    pub last: String,
    pub length: String,
    pub days_note: String,
    pub lead: String,
    /// How many countries took part.
    pub count: String,
    /// Which.
    pub listed: String,
    pub family: String,
    pub summary: String,
    pub status: Option<Status>,
    pub units: String,
    pub partners: String,
    pub funders: String,
    /// Trends, a line each.
    pub findings: String,
    /// Whether another dataset may tell of it too.
    pub further: bool,
}

/// A publication as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[expect(missing_docs, reason = "each is named after its field")]
pub struct SourceFields {
    /// One that is known, a title, an address or a citation.
    pub named: String,
    pub publisher: String,
    pub title: String,
    pub date: String,
    pub address: String,
    pub no_address: String,
    pub grade: Option<Grade>,
    pub note: String,
}

/// A number as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[expect(missing_docs, reason = "each is named after its field")]
pub struct FigureFields {
    pub metric: String,
    pub unit: String,
    pub definition: String,
    /// What the metric is a part of.
    pub part_of: String,
    pub not_per: Vec<Divisor>,
    pub number: String,
    pub wording: String,
    pub excerpt: String,
    /// What a reader should know; where it is not applicable, why not.
    pub note: String,
    pub status: Option<Status>,
    /// What it was before it was revised.
    pub revised_from: String,
    pub archived: String,
    pub checked_on: String,
    pub checked_by: String,
}

/// An event as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[expect(missing_docs, reason = "each is named after its field")]
pub struct CaseFields {
    pub title: String,
    pub summary: String,
    pub date: String,
    pub countries: String,
    pub people: PeopleFields,
    /// Further groups of people.
    pub others: Vec<PeopleFields>,
    pub arrested: String,
    pub suspected: String,
    pub crimes: String,
    /// The places of a route, by [`Step::ALL`].
    pub route: [String; Step::ALL.len()],
    pub seized: Vec<SeizedFields>,
    pub note: String,
}

/// A group of people as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[expect(missing_docs, reason = "each is named after its field")]
pub struct PeopleFields {
    pub number: String,
    pub who: Option<Who>,
    /// Whether suspects are said to have moved or exploited them, found or not.
    pub alleged: bool,
    /// Countries, and regions where no more is known.
    pub from: String,
    /// How many of them belong to each part, by [`Group::ALL`].
    pub among: [String; Group::ALL.len()],
    pub note: String,
}

/// Something seized as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[expect(missing_docs, reason = "each is named after its field")]
pub struct SeizedFields {
    pub what: String,
    pub number: String,
    pub unit: String,
}

/// A field of a form; of those of which there are several lines the line, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each is named after its field")]
pub enum Field {
    Operation,
    First,
    Last,
    Length,
    DaysNote,
    Count,
    Lead,
    Listed,
    Family,
    Summary,
    Units,
    Partners,
    Funders,
    Findings,
    Source,
    Publisher,
    Title,
    Published,
    Address,
    NoAddress,
    Grade,
    SourceNote,
    Metric(usize),
    Unit(usize),
    Definition(usize),
    PartOf(usize),
    Number(usize),
    Wording(usize),
    Excerpt(usize),
    Note(usize),
    /// Why a number is not applicable.
    Reason(usize),
    RevisedFrom(usize),
    Archived(usize),
    CheckedOn(usize),
    CheckedBy(usize),
    CaseTitle,
    CaseSummary,
    CaseDate,
    CaseCountries,
    CaseNote,
    Crimes,
    Found(usize),
    Who(usize),
    From(usize),
    Among(usize, Group),
    PeopleNote(usize),
    Arrested,
    Suspected,
    Stop(Step),
    Seized(usize),
    SeizedNumber(usize),
    SeizedUnit(usize),
}

impl FigureFields {
    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether something seldom said is in it.
    pub fn says_more(&self) -> bool {
        let Self {
            metric: _,
            unit: _,
            definition: _,
            number: _,
            not_per,
            status,
            part_of,
            wording,
            excerpt,
            note,
            revised_from,
            archived,
            checked_on,
            checked_by,
        } = self;
        let texts = [
            part_of,
            wording,
            excerpt,
            note,
            revised_from,
            archived,
            checked_on,
            checked_by,
        ];
        let is_told = texts.into_iter().any(|text| !text.is_empty());
        is_told || status.is_some() || !not_per.is_empty()
    }

    /// Whether it says that the metric cannot be counted in the operation.
    pub fn is_not_applicable(&self) -> bool {
        crate::import::values::is_not_applicable(&self.number)
    }
}

impl OperationFields {
    /// Whether something seldom said is in it.
    pub fn says_more(&self) -> bool {
        let Self {
            name: _,
            first: _,
            last: _,
            length: _,
            lead: _,
            count: _,
            listed: _,
            further,
            status,
            days_note,
            family,
            summary,
            units,
            partners,
            funders,
            findings,
        } = self;
        let texts = [
            days_note, family, summary, units, partners, funders, findings,
        ];
        *further || status.is_some() || texts.into_iter().any(|text| !text.is_empty())
    }
}

impl PeopleFields {
    /// Whether something seldom said is in it.
    pub fn says_more(&self) -> bool {
        self.alleged || !self.note.is_empty() || self.among.iter().any(|part| !part.is_empty())
    }
}

impl CaseFields {
    /// Whether something seldom said is in it.
    pub fn says_more(&self) -> bool {
        let places = self.route.iter().any(|places| !places.is_empty());
        places || !self.seized.is_empty() || !self.note.is_empty()
    }

    /// Every group of people.
    pub fn groups(&self) -> impl Iterator<Item = &PeopleFields> {
        std::iter::once(&self.people).chain(&self.others)
    }
}
