//! What is told in words under the marks: figures that have none, with what they have in common.

use std::fmt;

use super::names::{capitalised, lower_first};

/// Figures that have no place among the marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Footnote {
    /// What they have in common.
    pub lead: Lead,
    /// One or several figures told as one.
    pub mentions: Vec<Mention>,
}

/// What the figures of a footnote have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lead {
    /// No source states them.
    NotReported,
    /// They cannot be counted in these operations.
    NotApplicable,
    /// The dataset states them, but a problem keeps them from being used.
    LeftOut,
    /// They are no part of another figure.
    NotPart,
    /// They have no number.
    NoNumber,
    /// No change can be stated.
    NoChange,
    /// A problem leaves out when they ran.
    DaysLeftOut,
    /// They lie outside the part of the chart that is shown.
    OutsidePart,
    /// There is no room for the name beside the mark.
    NoRoomForName,
    /// Both figures of a pair are without a number, for the same reason.
    Both(String),
    /// One figure of a pair is without a number, or each for its own reason: metric and reason.
    Without(Vec<(String, String)>),
}

impl fmt::Display for Lead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotReported => "Not reported",
            Self::NotApplicable => "Not applicable",
            Self::LeftOut => "Left out",
            Self::NotPart => "Not part of another figure",
            Self::NoNumber => "No number",
            Self::NoChange => "No change can be stated",
            Self::DaysLeftOut => "Days left out",
            Self::OutsidePart => "Outside the part shown",
            Self::NoRoomForName => "No room for the name",
            Self::Both(why) => return write!(f, "Both: {why}"),
            Self::Without(figures) => {
                let said = figures
                    .iter()
                    .map(|(metric, why)| format!("{}: {why}", lower_first(metric)));
                let said: Vec<String> = said.collect();
                return f.write_str(&capitalised(&said.join("; ")));
            }
        })
    }
}

/// Figures told in words, as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// What stands there, without its star: the operation's name, "Officers (not counted by the
    /// day)".
    pub text: String,
    /// Whether a star stands behind it, for a mark that has none.
    pub starred: bool,
    /// The figures, by their places in the list of what is shown; a click leads to the first.
    pub figures: Vec<usize>,
}
