//! The tables of everything open that can be exported, and the formats of tables.

/// In the column `qualifier`: the dataset states it, but a problem keeps it from being used.
pub const LEFT_OUT: &str = "left_out";

/// In the column `qualifier`: it cannot be counted in the operation.
pub const NOT_APPLICABLE: &str = "not_applicable";

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
    /// One row for each country in each operation, with what is known of it.
    Participation,
    /// One row for each country that the Countries page was asked for, certain or not.
    Asked,
}

impl Table {
    /// Every table, in the order of choice.
    pub const ALL: [Self; 15] = [
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
        Self::Participation,
        Self::Asked,
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
            Self::Participation => "participation",
            Self::Asked => "asked",
        }
    }
}

/// For whom CSV is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Csv {
    /// For scripts and for spreadsheets that ask: commas between cells.
    #[default]
    Plain,
    /// For Excel, which does not ask: with a byte-order mark, months marked as text.
    Excel {
        /// The decimal sign is a comma, so `;` stands between cells.
        decimal_comma: bool,
    },
    /// For the clipboard, from which spreadsheets paste: tabs between cells.
    Paste {
        /// The decimal sign is a comma.
        decimal_comma: bool,
    },
}

/// A format of tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableFormat {
    /// Values in UTF-8 with one header row; `;` between parts of a cell.
    Csv(Csv),
    /// An array of objects, one for each row.
    Json,
}

impl TableFormat {
    /// Every format by its ending, in the order of choice.
    pub const ALL: [Self; 2] = [Self::Csv(Csv::Plain), Self::Json];

    /// What a file's name ends with, without the dot.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Csv(_) => "csv",
            Self::Json => "json",
        }
    }

    /// The format a file's ending stands for.
    pub fn from_ending(ending: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|format| format.ending().eq_ignore_ascii_case(ending))
    }
}
