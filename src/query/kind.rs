//! The kinds of chart that a comparison can be looked at in.

use serde::{Deserialize, Serialize};

/// A kind of chart. Closed: adding one is a compile error wherever it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
pub enum Kind {
    /// Grouped bars, one panel for each unit.
    #[default]
    Bars,
    /// From a base operation to the others, with the change in per cent.
    Change,
    /// All operations by one metric, the largest first.
    Ranking,
    /// All operations in time, with one metric as the area of a circle.
    Timeline,
    /// All operations by two metrics.
    Scatter,
    /// Which figures are reported at all.
    Coverage,
    /// The countries that took part in the chosen operations, on a map.
    Map,
    /// The countries that took part in the chosen operations, by these.
    Grid,
    /// All operations by one metric, as dots along an axis that need not begin at zero.
    Dots,
}

impl Kind {
    /// Every kind, in the order of choice.
    pub const ALL: [Self; 9] = [
        Self::Bars,
        Self::Change,
        Self::Ranking,
        Self::Dots,
        Self::Timeline,
        Self::Scatter,
        Self::Coverage,
        Self::Grid,
        Self::Map,
    ];

    /// The name on the command line and in file names.
    pub fn key(self) -> &'static str {
        match self {
            Self::Bars => "bars",
            Self::Change => "change",
            Self::Ranking => "ranking",
            Self::Timeline => "timeline",
            Self::Scatter => "scatter",
            Self::Coverage => "coverage",
            Self::Map => "map",
            Self::Grid => "grid",
            Self::Dots => "dots",
        }
    }
}
