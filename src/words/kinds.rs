//! The names of kinds of things, as people read them.

use crate::model::{Crime, Grade, Group, Status, Step, Stop, Who};
use crate::query::countries::List;
use crate::query::kind::Kind;
use crate::query::tables::Table;

impl Crime {
    /// "sexual exploitation".
    pub fn name(self) -> &'static str {
        match self {
            Self::Trafficking => "human trafficking",
            Self::Smuggling => "migrant smuggling",
            Self::SexualExploitation => "sexual exploitation",
            Self::ForcedLabour => "forced labour",
            Self::ForcedCriminality => "forced criminality",
            Self::ForcedBegging => "forced begging",
            Self::ForcedMarriage => "forced marriage",
            Self::DomesticServitude => "domestic servitude",
            Self::OrganRemoval => "organ removal",
            Self::ChildExploitation => "child exploitation",
            Self::Kidnapping => "kidnapping",
            Self::Extortion => "extortion",
            Self::Fraud => "fraud",
            Self::DocumentFraud => "document fraud",
            Self::DrugTrafficking => "drug trafficking",
            Self::FirearmsTrafficking => "firearms trafficking",
            Self::MoneyLaundering => "money laundering",
            Self::Other => "another crime",
        }
    }
}

impl Group {
    /// "women".
    pub fn name(self) -> &'static str {
        match self {
            Self::Women => "women",
            Self::Men => "men",
            Self::WomenAndGirls => "women and girls",
            Self::Minors => "minors",
        }
    }
}

impl Who {
    /// "potential victims".
    pub fn name(self) -> &'static str {
        match self {
            Self::PotentialVictims => "potential victims",
            Self::IrregularMigrants => "irregular migrants",
            Self::PeopleFound => "people found",
        }
    }

    /// "potential victim".
    pub fn name_of_one(self) -> &'static str {
        match self {
            Self::PotentialVictims => "potential victim",
            Self::IrregularMigrants => "irregular migrant",
            Self::PeopleFound => "person found",
        }
    }
}

impl Step {
    /// What a country is on a route: "origin", "place found".
    pub fn noun(self) -> &'static str {
        match self {
            Self::Found => "place found",
            Self::Origin | Self::Transit | Self::Destination => self.name(),
        }
    }

    /// "origin".
    pub fn name(self) -> &'static str {
        match self {
            Self::Origin => "origin",
            Self::Transit => "transit",
            Self::Found => "found in",
            Self::Destination => "destination",
        }
    }
}

impl Stop {
    /// "Togo", "South Asia", "Nottingham, United Kingdom".
    pub fn words(&self) -> String {
        match (&self.place, self.country) {
            (Some(place), Some(country)) => format!("{place}, {country}"),
            (Some(place), None) => place.clone(),
            (None, Some(country)) => country.name().to_owned(),
            (None, None) => String::new(),
        }
    }
}

impl Status {
    /// "preliminary".
    pub fn name(self) -> &'static str {
        match self {
            Self::Preliminary => "preliminary",
            Self::Revised => "revised",
            Self::Final => "final",
        }
    }
}

impl Grade {
    /// "official".
    pub fn name(self) -> &'static str {
        match self {
            Self::Official => "official",
            Self::Reprint => "reprint",
            Self::News => "news",
        }
    }
}

impl List {
    /// In a few words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Complete => "list complete",
            Self::Incomplete => "list incomplete",
            Self::Missing => "no list published",
        }
    }
}

impl Table {
    /// The name on a button.
    pub fn name(self) -> &'static str {
        match self {
            Self::Figures => "Figures",
            Self::Operations => "Operations",
            Self::Countries => "Countries",
            Self::Cases => "Cases",
            Self::Sources => "Sources",
            Self::Metrics => "Metrics",
            Self::Findings => "Findings",
            Self::People => "People",
            Self::Seizures => "Seizures",
            Self::Routes => "Routes",
            Self::CoordinationUnits => "Coordination units",
            Self::Supporters => "Supporters",
            Self::Datasets => "Datasets",
            Self::Participation => "Participation",
            Self::Asked => "Countries asked for",
        }
    }

    /// What it holds, in one line.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Figures => "One row for each report of each figure, with its sign and source",
            Self::Operations => "One row for each operation: days, lead, countries, status",
            Self::Countries => "One row for each country: its operations, units and cases",
            Self::Cases => "One row for each case: what happened, where, who was found",
            Self::Sources => "One row for each publication, with its date and address",
            Self::Metrics => "One row for each metric: what it counts and what not",
            Self::Findings => "One row for each trend that an operation’s publishers state",
            Self::People => {
                "One row for each report of people found or arrested in a case, with its source"
            }
            Self::Seizures => {
                "One row for each report of what was seized in a case, with its source"
            }
            Self::Routes => "One row for each stop of each route, in order",
            Self::CoordinationUnits => "One row for each hub that an operation set up",
            Self::Supporters => "One row for each partner and funder of an operation",
            Self::Datasets => "One row for each dataset, with its title",
            Self::Participation => {
                "One row for each country in each operation: on its list, host, or not known"
            }
            Self::Asked => {
                "One row for each country that the Countries page is narrowed to, and those that may fit"
            }
        }
    }
}

impl Kind {
    /// The name on a button.
    pub fn name(self) -> &'static str {
        match self {
            Self::Bars => "Bars",
            Self::Change => "Change",
            Self::Ranking => "Ranking",
            Self::Timeline => "Timeline",
            Self::Scatter => "Scatter",
            Self::Coverage => "Coverage",
            Self::Map => "Map",
            Self::Grid => "Grid",
            Self::Dots => "Dots",
        }
    }

    /// What it shows, in one line.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Bars => "The chosen operations by the chosen figures, a panel for each unit",
            Self::Change => "From the first chosen operation to the others",
            Self::Ranking => "Every operation by one figure, the largest first",
            Self::Timeline => "Every operation in time, one figure as the area of a circle",
            Self::Scatter => "Every operation by two figures",
            Self::Coverage => "Which figures are reported at all, and how firmly",
            Self::Map => {
                "Which countries took part in the chosen operations, on a map of the world"
            }
            Self::Grid => {
                "Which countries took part in which of the chosen operations, region by region"
            }
            Self::Dots => "Every operation by one figure, small numbers beside large ones",
        }
    }
}
