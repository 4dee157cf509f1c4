//! The legend of signs: ways of drawing that need explaining where they occur.

use super::map::taking_part;
use crate::query::countries::Cell;
use crate::query::measure::Statement;

/// A way of drawing that needs explaining where it occurs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LegendSign {
    /// About.
    Around,
    /// Nearly.
    Below,
    /// A change of more than or at least so much.
    LargerChange,
    /// A change of up to or less than so much.
    SmallerChange,
    /// More than or at least.
    Up,
    /// Up to or less than.
    Down,
    /// Between two numbers.
    Within,
    /// Sources state different numbers.
    Dispute,
    /// Stated without a number, or not at all, where a mark has a fixed size.
    NoNumber,
    /// Only the months are known.
    Months,
    /// How firmly a figure is stated.
    Statement(Statement),
    /// What is known of the part a country took in an operation.
    TakingPart(Cell),
}

impl LegendSign {
    /// What it means.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Around => "about",
            Self::Below => "nearly",
            Self::LargerChange => "the change may be larger",
            Self::SmallerChange => "the change may be smaller",
            Self::Up => "more than or at least",
            Self::Down => "up to or less than",
            Self::Within => "between two numbers",
            Self::Dispute => "sources disagree",
            Self::NoNumber => "no number, no size",
            Self::Months => "some time in these months",
            Self::TakingPart(cell) => taking_part(cell),
            Self::Statement(statement) => match statement {
                Statement::Exact => "stated as an exact number",
                Statement::Around => "about or nearly",
                Statement::Up => Self::Up.meaning(),
                Statement::Down => Self::Down.meaning(),
                Statement::Within => Self::Within.meaning(),
                Statement::Unnumbered => "stated without a number",
                Statement::LeftOut => "left out because of a problem",
                Statement::NotApplicable => "not applicable",
                Statement::NotReported => "not reported",
            },
        }
    }
}
