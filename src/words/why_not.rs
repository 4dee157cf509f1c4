//! Why a kind of chart has nothing to say about a choice.

use crate::query::measure::Unfit;

/// Why a kind of chart has nothing to say about a choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyNotDrawn {
    /// No operation is open.
    NothingOpen,
    /// No operation is chosen.
    NoOperation,
    /// No metric is chosen.
    NoMetric,
    /// A change needs two operations.
    ChangeNeedsTwo,
    /// A change between shares is none.
    ChangeOfShares,
    /// A circle cannot show a change.
    CircleOfChange,
    /// A scatter needs two metrics.
    ScatterNeedsTwo,
    /// The one metric shown is no part of another.
    FirstIsNoPart,
    /// Of no country it is known that it took part.
    NoList,
    /// No country is known to fit what narrows them.
    NoCountry,
    /// So many operations that no grid of them can be read.
    TooManyColumns,
    /// So many rows that no picture of them can be read.
    TooManyRows,
    /// The measure makes no sense for what is chosen.
    Footing(Unfit),
}

impl WhyNotDrawn {
    /// In a sentence without its full stop that tells what to do.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::NothingOpen => "Open a dataset with operations",
            Self::NoOperation => "Choose operations to compare",
            Self::NoMetric => "Choose what to compare them by",
            Self::ChangeNeedsTwo => "A change needs two operations",
            Self::ChangeOfShares => {
                "A change is from total to total, or per day or per country, not between shares"
            }
            Self::CircleOfChange => "A circle cannot show a change; choose another measure",
            Self::ScatterNeedsTwo => "A scatter needs two metrics",
            Self::FirstIsNoPart => "The first figure is no part of another; put one first that is",
            Self::NoList => {
                "No country is known to have taken part in what is chosen; choose an operation that published a list"
            }
            Self::NoCountry => "No country is known to match; take off what narrows the countries",
            Self::TooManyColumns => {
                "More than 100 operations beside one another cannot be read in one grid; choose fewer"
            }
            Self::TooManyRows => {
                "More than 1,000 rows under one another cannot be read in one picture; choose or open fewer operations, or fewer figures"
            }
            Self::Footing(why) => why.sentence(),
        }
    }
}
