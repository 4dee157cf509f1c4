//! Every record of the format, declared once. A new field is one line here, and its use.

use super::{ById, Carries, Field, Held, Record, Shape};
use crate::model::fault::Noun;
use crate::model::{Crime, Divisor, Grade, Group, Quantity, Status, Step, SupportRole, Who};

/// Declares records: what each is, and the fields of which it needs at least `either`. `[default]`
/// stands before a field that may be left out, `as` before the word for a text or for one value of
/// a list or map where its type does not say it, behind its meaning what pictures lack without it.
macro_rules! records {
    ($(
        $(#[$about:meta])*
        $type:ident($noun:ident $(, either $($either:ident)|*)?) {
            $($([$default:ident])? $field:ident: $held:ty $(as $one:ident)?,
                $meaning:literal $(, $carries:ident)?;)*
        }
    )*) => {$(
        $(#[$about])*
        #[derive(Debug, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(in crate::file) struct $type {
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
                    carries: <[Carries]>::first(&[$(Carries::$carries)?]).copied(),
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
        [default] part_of: Option<String>, "The id of the metric that this one is a part of", Whole;
        [default] not_per: Vec<Divisor>, "What it is never divided by";
    }

    /// A police operation.
    Operation(Operation) {
        id: String, "The name by which cases and views refer to it";
        name: String, "What people read";
        [default] family: Option<String>, "The series it belongs to; left out, its own name";
        [default] further: bool, "Whether another dataset tells of it too, so that what stands here is added to that";
        [default] summary: Option<String>, "What it was, in a sentence or two";
        [default] lead: Vec<String> as Organisation, "Who led it";
        [default] days: Option<(String, String)>, "First and last day, both counted", Days;
        [default] length: Option<u16>, "How many days it ran, where which days is not known", Length;
        [default] days_note: Option<String>, "What a reader should know about the days";
        [default] status: Option<Status>, "What its publishers called all of the figures";
        [default] countries: Participation, "Who took part: how many, which ones, or both", Countries;
        [default] coordination_units: Vec<CoordinationUnit>, "The hubs that it set up";
        [default] figures: ById<Vec<Report>> as Figure, "What was counted, by the ids of metrics", Figures;
        [default] not_applicable: ById<NotApplicable>, "What cannot be counted in it, by the ids of metrics", Figures;
        [default] findings: Vec<Finding>, "Trends that its publishers state";
        [default] supported_by: Vec<Support>, "Who supported it";
        [default] sources: Vec<String> as Source, "Where name, days and lead are stated";
    }

    /// Who took part.
    #[derive(Default)]
    Participation(ListOfCountries) {
        [default] count: Vec<Report>, "How many", Countries;
        [default] listed: Vec<String> as Country, "Which ones, by their codes in ISO 3166-1", Countries;
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

    /// That a metric cannot be counted in an operation.
    NotApplicable(NotApplicable, either reason|sources) {
        [default] reason: Option<String>, "Why it cannot be counted";
        [default] sources: Vec<String> as Source, "Where that is stated";
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
        quantity: Quantity, "The number, as firm as the source states it", Figures;
        source: String, "The id of the source that states it", Figures;
        [default] wording: Option<String>, "The source's own word for what it counted";
        [default] preferred: bool, "Whether it is shown instead of the one that the grades choose", Figures;
        [default] status: Option<Status>, "What its publisher called this number";
        [default] revised_from: Option<Earlier>, "What it was before it was revised";
        [default] note: Option<String>, "What a reader should know about it";
        [default] excerpt: Option<String>, "The source's sentence that states it, word by word";
        [default] archived: Option<String>, "The web address of a kept copy of the page";
        [default] checked: Option<Check>, "When it was last compared with the source, and by whom";
    }

    /// A number that was revised.
    Earlier(Earlier) {
        quantity: Quantity, "The number, as firm as it was stated";
        [default] source: Option<String> as Source, "The id of the source that stated it";
    }

    /// That somebody compared a report with its source.
    Check(Check) {
        day: String as Date, "The day: 2024-11-06";
        by: String, "Who did it: a person, or an office";
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
