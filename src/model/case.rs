//! Single events in an operation.

use super::country::Country;
use super::date::PartialDate;
use super::figure::Report;
use super::ids::{CaseId, OperationId, SourceId};

/// One event in an operation: what happened, where, who was found, who was arrested, what was
/// seized. Its numbers are never added up to the operation's figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// The case's own name in the dataset.
    pub id: CaseId,
    /// The operation it was part of.
    pub operation: OperationId,
    /// A few words: "Pyramid scheme in Mali".
    pub title: String,
    /// What happened.
    pub summary: String,
    /// When, where stated.
    pub date: Option<PartialDate>,
    /// Where it happened, and countries whose authorities acted in it.
    pub countries: Vec<Country>,
    /// What it was about.
    pub crimes: Vec<Crime>,
    /// Who was found.
    pub found: Vec<People>,
    /// Whom the suspects are said to have moved or exploited, found or not.
    pub alleged: Vec<People>,
    /// How many were arrested; empty when not reported.
    pub arrested: Vec<Report>,
    /// How many suspects were identified but not reported as arrested; empty when not reported.
    pub suspected: Vec<Report>,
    /// What was seized or frozen.
    pub seized: Vec<Seizure>,
    /// Where people were taken from and to, in order.
    pub route: Vec<Stop>,
    /// Where the case is told.
    pub sources: Vec<SourceId>,
    /// What a reader should know about the case.
    pub note: Option<String>,
}

macro_rules! crimes {
    ($($name:ident => $text:literal),* $(,)?) => {
        /// What a case was about.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
        pub enum Crime {
            $(#[doc = $text] $name,)*
        }

        impl Crime {
            /// Every crime, in the order lists show them.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The name in a dataset: `SexualExploitation`.
            pub fn key(self) -> &'static str {
                match self {
                    $(Self::$name => stringify!($name),)*
                }
            }

            /// The crime of a name in a dataset.
            pub fn from_key(key: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|crime| crime.key() == key)
            }
        }
    };
}

crimes! {
    Trafficking => "Human trafficking.",
    Smuggling => "Migrant smuggling.",
    SexualExploitation => "Sexual exploitation.",
    ForcedLabour => "Forced labour.",
    ForcedCriminality => "Forced criminality.",
    ForcedBegging => "Forced begging.",
    ForcedMarriage => "Forced marriage.",
    DomesticServitude => "Domestic servitude.",
    OrganRemoval => "Organ removal.",
    ChildExploitation => "Child exploitation.",
    Kidnapping => "Kidnapping.",
    Extortion => "Extortion.",
    Fraud => "Fraud.",
    DocumentFraud => "Document fraud.",
    DrugTrafficking => "Drug trafficking.",
    FirearmsTrafficking => "Firearms trafficking.",
    MoneyLaundering => "Money laundering.",
    Other => "Another crime.",
}

/// People of a case, described as the source does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct People {
    /// What the source calls them.
    pub who: Who,
    /// How many; empty when not reported.
    pub reports: Vec<Report>,
    /// Their nationalities, as far as stated.
    pub nationalities: Vec<Country>,
    /// Where they came from when only a region is stated: "Asia".
    pub regions: Vec<String>,
    /// Parts of the group that are counted: 21 of them minors.
    pub among: Vec<Among>,
    /// What a reader should know about them.
    pub note: Option<String>,
}

/// A counted part of a group of people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Among {
    /// Which part.
    pub who: Group,
    /// How many.
    pub reports: Vec<Report>,
}

/// A part of a group of people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
pub enum Group {
    /// Women.
    Women,
    /// Men.
    Men,
    /// Women and girls.
    WomenAndGirls,
    /// Minors of any sex.
    Minors,
}

impl Group {
    /// Every part, in the order lists show them.
    pub const ALL: [Self; 4] = [Self::Women, Self::Men, Self::WomenAndGirls, Self::Minors];
}

/// What a source calls the people found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
pub enum Who {
    /// Potential victims of trafficking.
    PotentialVictims,
    /// Irregular migrants.
    IrregularMigrants,
    /// People whose status is open; they are in no other total.
    PeopleFound,
}

impl Who {
    /// Everything that people found are called.
    pub const ALL: [Self; 3] = [
        Self::PotentialVictims,
        Self::IrregularMigrants,
        Self::PeopleFound,
    ];
}

/// Something seized or frozen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seizure {
    /// What: "mobile phones", "cash".
    pub what: String,
    /// The unit of the number: "USD"; `None` for pieces.
    pub unit: Option<String>,
    /// How much or how many; empty when not reported.
    pub reports: Vec<Report>,
}

/// A stop on a route.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// What the stop was.
    pub step: Step,
    /// The country; `None` when only a region is stated.
    pub country: Option<Country>,
    /// The region or place in words: "South Asia", "Nottingham".
    pub place: Option<String>,
}

/// What a stop on a route was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
pub enum Step {
    /// Where people set out or were recruited.
    Origin,
    /// Where they passed through.
    Transit,
    /// Where they were found.
    Found,
    /// Where they were headed or promised to go.
    Destination,
}

impl Step {
    /// Every step, in the order of a journey.
    pub const ALL: [Self; 4] = [Self::Origin, Self::Transit, Self::Found, Self::Destination];
}

impl Case {
    /// Whether it names a publication.
    pub fn names(&self, source: &SourceId) -> bool {
        let mut is_named = false;
        self.clone()
            .each_source(&mut |id| is_named |= *id == *source);
        is_named
    }

    /// Goes through every place at which it names a publication.
    pub(super) fn each_source(&mut self, of: &mut impl FnMut(&mut SourceId)) {
        let people = self.found.iter_mut().chain(&mut self.alleged);
        let people = people.flat_map(|people| {
            let among = people.among.iter_mut().flat_map(|among| &mut among.reports);
            people.reports.iter_mut().chain(among)
        });
        let suspects = self.arrested.iter_mut().chain(&mut self.suspected);
        let seized = self.seized.iter_mut().flat_map(|one| &mut one.reports);
        for report in people.chain(suspects).chain(seized) {
            report.each_source(of);
        }
        self.sources.iter_mut().for_each(of);
    }

    /// Every country the case touches: where it happened, nationalities, the route. By code,
    /// each once.
    pub fn countries_named(&self) -> Vec<Country> {
        let mut named: Vec<Country> = self
            .countries
            .iter()
            .chain(
                self.found
                    .iter()
                    .chain(&self.alleged)
                    .flat_map(|people| &people.nationalities),
            )
            .copied()
            .chain(self.route.iter().filter_map(|stop| stop.country))
            .collect();
        named.sort_unstable();
        named.dedup();
        named
    }
}
