//! The kinds of chart, and the formats a picture can be saved in.

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
