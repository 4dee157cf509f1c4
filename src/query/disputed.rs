//! The parts that a number rests on, each of which sources can state otherwise.

/// What sources disagree on, of all that a number rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Disputed {
    /// The figure itself.
    Figure,
    /// The whole it is a part of.
    Whole,
    /// The days it is divided by.
    Days,
    /// The number of countries it is divided by.
    Countries,
    /// The base's figure, from which the change to it is measured.
    Base,
}
