//! The kinds of chart.

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
}

impl Kind {
    /// Every kind, in the order of choice.
    pub const ALL: [Self; 6] = [
        Self::Bars,
        Self::Change,
        Self::Ranking,
        Self::Timeline,
        Self::Scatter,
        Self::Coverage,
    ];

    /// The name on a button.
    pub fn name(self) -> &'static str {
        match self {
            Self::Bars => "Bars",
            Self::Change => "Change",
            Self::Ranking => "Ranking",
            Self::Timeline => "Timeline",
            Self::Scatter => "Scatter",
            Self::Coverage => "Coverage",
        }
    }

    /// The name on the command line and in file names.
    pub fn key(self) -> &'static str {
        match self {
            Self::Bars => "bars",
            Self::Change => "change",
            Self::Ranking => "ranking",
            Self::Timeline => "timeline",
            Self::Scatter => "scatter",
            Self::Coverage => "coverage",
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
        }
    }

    /// Whether it shows every operation of the atlas and only brings out the chosen ones.
    pub fn shows_all(self) -> bool {
        match self {
            Self::Bars | Self::Change => false,
            Self::Ranking | Self::Timeline | Self::Scatter | Self::Coverage => true,
        }
    }

    /// Whether a part of it can be looked at closer: where marks crowd along an axis that need
    /// not begin at zero.
    pub fn can_zoom(self) -> bool {
        match self {
            Self::Timeline | Self::Scatter => true,
            Self::Bars | Self::Change | Self::Ranking | Self::Coverage => false,
        }
    }

    /// How many of the chosen metrics it shows, from the first on; `None` for all.
    pub fn metrics_shown(self) -> Option<usize> {
        match self {
            Self::Bars | Self::Change | Self::Coverage => None,
            Self::Ranking | Self::Timeline => Some(1),
            Self::Scatter => Some(2),
        }
    }
}
