//! The tables of everything open that can be exported.

/// A table that can be exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Table {
    /// One row for each report of each figure.
    Figures,
    /// One row for each operation.
    Operations,
    /// One row for each country.
    Countries,
    /// One row for each case.
    Cases,
    /// One row for each source.
    Sources,
    /// One row for each metric.
    Metrics,
    /// One row for each finding of an operation.
    Findings,
    /// One row for each report of each number of people in a case.
    People,
    /// One row for each report of each thing seized in a case.
    Seizures,
    /// One row for each stop of each route in a case.
    Routes,
    /// One row for each coordination unit.
    CoordinationUnits,
    /// One row for each supporter of an operation.
    Supporters,
    /// One row for each open dataset.
    Datasets,
}

impl Table {
    /// Every table, in the order of choice.
    pub const ALL: [Self; 13] = [
        Self::Figures,
        Self::Operations,
        Self::Countries,
        Self::Cases,
        Self::Sources,
        Self::Metrics,
        Self::Findings,
        Self::People,
        Self::Seizures,
        Self::Routes,
        Self::CoordinationUnits,
        Self::Supporters,
        Self::Datasets,
    ];

    /// The name on the command line and in file names.
    pub fn key(self) -> &'static str {
        match self {
            Self::Figures => "figures",
            Self::Operations => "operations",
            Self::Countries => "countries",
            Self::Cases => "cases",
            Self::Sources => "sources",
            Self::Metrics => "metrics",
            Self::Findings => "findings",
            Self::People => "people",
            Self::Seizures => "seizures",
            Self::Routes => "routes",
            Self::CoordinationUnits => "coordination-units",
            Self::Supporters => "supporters",
            Self::Datasets => "datasets",
        }
    }
}
