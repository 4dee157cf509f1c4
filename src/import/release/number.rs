//! A number of a text.

use std::ops::Range;

use crate::file::QuantitySaid;

/// A number with its sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Number {
    /// The tokens of number and sign.
    pub tokens: Range<usize>,
    /// Where number and sign stand.
    pub span: Range<usize>,
    /// What they say.
    pub said: QuantitySaid,
}
