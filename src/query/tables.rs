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
}

impl Table {
    /// Every table, in the order of choice.
    pub const ALL: [Self; 5] = [
        Self::Figures,
        Self::Operations,
        Self::Countries,
        Self::Cases,
        Self::Sources,
    ];

    /// The name on the command line and in file names.
    pub fn key(self) -> &'static str {
        match self {
            Self::Figures => "figures",
            Self::Operations => "operations",
            Self::Countries => "countries",
            Self::Cases => "cases",
            Self::Sources => "sources",
        }
    }
}
