//! What can be opened beside a page, to be read in place.

/// What is open, beside or over the page.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Drawer {
    /// Every report of one figure.
    Figure {
        /// The operation's id.
        operation: String,
        /// The metric's id.
        metric: String,
    },
    /// Every report of how many countries took part in an operation.
    CountriesTakingPart {
        /// The operation's id.
        operation: String,
    },
    /// What is known of an operation: days, lead, hubs, findings, partners.
    Operation {
        /// The operation's id.
        operation: String,
    },
    /// A country: operations, coordination units, cases.
    Country {
        /// The alpha-3 code.
        code: String,
    },
    /// A publication and what it supports.
    Source {
        /// The source's id.
        source: String,
    },
    /// A case, to read.
    Case {
        /// The case's id.
        id: String,
    },
}

/// What kinds of things are opened; one of each leads back to the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DrawerKind {
    /// What a number rests on.
    Evidence,
    /// An operation.
    Operation,
    /// A country.
    Country,
    /// A publication.
    Source,
    /// A case.
    Case,
}

impl Drawer {
    /// What kind of thing it is.
    pub fn kind(&self) -> DrawerKind {
        match self {
            Self::Figure { .. } | Self::CountriesTakingPart { .. } => DrawerKind::Evidence,
            Self::Operation { .. } => DrawerKind::Operation,
            Self::Country { .. } => DrawerKind::Country,
            Self::Source { .. } => DrawerKind::Source,
            Self::Case { .. } => DrawerKind::Case,
        }
    }
}
