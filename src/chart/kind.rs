//! The kinds of chart.

use serde::{Deserialize, Serialize};

/// A kind of chart. Closed: adding one is a compile error wherever it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
pub enum Kind {
    /// Grouped bars, one panel for each unit.
    #[default]
    Bars,
}

impl Kind {
    /// Every kind, in the order of choice.
    pub const ALL: [Self; 1] = [Self::Bars];

    /// The name on a button.
    pub fn name(self) -> &'static str {
        match self {
            Self::Bars => "Bars",
        }
    }

    /// The name on the command line and in file names.
    pub fn key(self) -> &'static str {
        match self {
            Self::Bars => "bars",
        }
    }

    /// The kind of a name on the command line.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}
