//! The kinds of chart, and the formats a picture can be saved in.

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

/// A format of pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureFormat {
    /// Scalable, for print and editing.
    Svg,
    /// Pixels, for the web and documents.
    Png,
}

impl PictureFormat {
    /// Every format, in the order of choice.
    pub const ALL: [Self; 2] = [Self::Svg, Self::Png];

    /// The name on a button.
    pub fn name(self) -> &'static str {
        match self {
            Self::Svg => "SVG",
            Self::Png => "PNG",
        }
    }

    /// What a file's name ends with, without the dot.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
        }
    }

    /// The format a file's ending stands for.
    pub fn from_ending(ending: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|format| format.ending().eq_ignore_ascii_case(ending))
    }
}
