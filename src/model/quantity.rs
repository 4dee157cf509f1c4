//! A number as a source stated it, with or without digits.

use super::amount::{Amount, NEAR, Sign};

/// A number as it was stated. Nothing is rounded and nothing is made up: a source that
/// wrote "dozens" stays "dozens".
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
pub enum Quantity {
    /// "2,517": the source gives the number flat.
    Exactly(u64),
    /// "about", "some", "around".
    About(u64),
    /// "nearly", "close to", "almost": a little less.
    Nearly(u64),
    /// "more than", "over".
    MoreThan(u64),
    /// "at least".
    AtLeast(u64),
    /// "up to".
    UpTo(u64),
    /// "between 40 and 60": both ends included.
    Between(u64, u64),
    /// "several", without a number.
    Several,
    /// "dozens", without a number.
    Dozens,
    /// "hundreds", without a number.
    Hundreds,
    /// "thousands", without a number.
    Thousands,
}

/// The largest number a dataset may state: of a longer one, spreadsheets lose the last digits.
pub const LARGEST_NUMBER: u64 = 999_999_999_999_999;

impl Quantity {
    /// The quantity as a number that can be computed with; `None` when no number was stated.
    pub fn amount(self) -> Option<Amount> {
        let (number, sign) = match self {
            Self::Exactly(n) => (n, Sign::Exact),
            Self::About(n) => (n, Sign::About),
            Self::Nearly(n) => (n, Sign::Nearly),
            Self::MoreThan(n) => (n, Sign::MoreThan),
            Self::AtLeast(n) => (n, Sign::AtLeast),
            Self::UpTo(n) => (n, Sign::UpTo),
            Self::Between(low, high) => return Some(Amount::between(low as f64, high as f64)),
            Self::Several | Self::Dozens | Self::Hundreds | Self::Thousands => return None,
        };
        Some(Amount::of_count(number, sign))
    }

    /// The largest number named in the quantity; `None` when no number was stated.
    pub fn number(self) -> Option<u64> {
        match self {
            Self::Exactly(n)
            | Self::About(n)
            | Self::Nearly(n)
            | Self::MoreThan(n)
            | Self::AtLeast(n)
            | Self::UpTo(n)
            | Self::Between(_, n) => Some(n),
            Self::Several | Self::Dozens | Self::Hundreds | Self::Thousands => None,
        }
    }

    /// Whether both can be true at once: "more than 2,500" agrees with 2,517, 720 does not
    /// agree with "more than 720". What is stated without a number, or as "about" or "nearly",
    /// is read generously.
    pub fn agrees_with(self, other: Self) -> bool {
        let ((low, high), (other_low, other_high)) = (self.reach(), other.reach());
        low <= other_high && other_low <= high
    }

    /// The least and the most it can mean.
    pub(crate) fn reach(self) -> (f64, f64) {
        let near = |n: u64| (n as f64 * NEAR).max(1.0);
        match self {
            Self::Exactly(n) => (n as f64, n as f64),
            Self::About(n) => (n as f64 - near(n), n as f64 + near(n)),
            Self::Nearly(n) => (n as f64 - near(n), n as f64 - 0.5),
            Self::MoreThan(n) => (n as f64 + 0.5, f64::INFINITY),
            Self::AtLeast(n) => (n as f64, f64::INFINITY),
            Self::UpTo(n) => (0.0, n as f64),
            Self::Between(low, high) => (low as f64, high as f64),
            Self::Several => (2.0, 99.0),
            Self::Dozens => (12.0, 999.0),
            Self::Hundreds => (100.0, 9_999.0),
            Self::Thousands => (1_000.0, 999_999.0),
        }
    }

    /// Whether the source gave the number flat.
    pub fn is_exact(self) -> bool {
        matches!(self, Self::Exactly(_))
    }

    /// The qualifier's name in exported tables: `exact`, `about`, `more_than` …
    pub fn qualifier(self) -> &'static str {
        match self {
            Self::Exactly(_) => "exact",
            Self::About(_) => "about",
            Self::Nearly(_) => "nearly",
            Self::MoreThan(_) => "more_than",
            Self::AtLeast(_) => "at_least",
            Self::UpTo(_) => "up_to",
            Self::Between(..) => "between",
            Self::Several => "several",
            Self::Dozens => "dozens",
            Self::Hundreds => "hundreds",
            Self::Thousands => "thousands",
        }
    }

    /// The single number named, which is not said of a range; `None` when none was stated.
    pub fn single_number(self) -> Option<u64> {
        if let Self::Between(..) = self {
            None
        } else {
            self.number()
        }
    }

    /// The least and the most that the source allows, each `None` where it sets no bound: what is
    /// counted is whole, so more than 1,800 is at least 1,801, and nearly 500 at most 499. "About"
    /// sets none.
    pub fn bounds(self) -> (Option<u64>, Option<u64>) {
        match self {
            Self::Exactly(n) => (Some(n), Some(n)),
            Self::MoreThan(n) => (n.checked_add(1), None),
            Self::AtLeast(n) => (Some(n), None),
            Self::Nearly(n) => (None, Some(n.saturating_sub(1))),
            Self::UpTo(n) => (None, Some(n)),
            Self::Between(low, high) => (Some(low), Some(high)),
            Self::About(_) | Self::Several | Self::Dozens | Self::Hundreds | Self::Thousands => {
                (None, None)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_that_can_both_be_true_agree() {
        use Quantity::{About, Exactly, MoreThan, Nearly, Thousands};
        for (a, b) in [
            (Exactly(2517), MoreThan(2500)),
            (Exactly(430), About(430)),
            (Nearly(18_000), Exactly(17_793)),
            (Thousands, MoreThan(14_000)),
        ] {
            assert!(a.agrees_with(b) && b.agrees_with(a), "{a:?} {b:?}");
        }
        for (a, b) in [
            (Exactly(720), MoreThan(720)),
            (Exactly(2517), Exactly(2571)),
            (Nearly(500), MoreThan(500)),
        ] {
            assert!(!a.agrees_with(b) && !b.agrees_with(a), "{a:?} {b:?}");
        }
    }

    #[test]
    fn every_quantity_agrees_with_itself() {
        for n in [1, 3, 5, 40, 8_000_000] {
            use Quantity::{About, AtLeast, Exactly, MoreThan, Nearly, UpTo};
            for quantity in [
                Exactly(n),
                About(n),
                Nearly(n),
                MoreThan(n),
                AtLeast(n),
                UpTo(n),
            ] {
                assert!(quantity.agrees_with(quantity), "{quantity:?}");
            }
        }
    }

    #[test]
    fn a_quantity_without_a_number_never_becomes_one() {
        for quantity in [
            Quantity::Several,
            Quantity::Dozens,
            Quantity::Hundreds,
            Quantity::Thousands,
        ] {
            assert_eq!(quantity.amount(), None);
            assert_eq!(quantity.single_number(), None);
            assert_eq!(quantity.bounds(), (None, None));
        }
    }

    #[test]
    fn bounds_are_those_of_whole_things_and_only_where_a_source_sets_them() {
        for (quantity, single, bounds) in [
            (Quantity::Exactly(7), Some(7), (Some(7), Some(7))),
            (Quantity::MoreThan(1800), Some(1800), (Some(1801), None)),
            (Quantity::AtLeast(90), Some(90), (Some(90), None)),
            (Quantity::UpTo(40), Some(40), (None, Some(40))),
            (Quantity::Nearly(500), Some(500), (None, Some(499))),
            (Quantity::About(430), Some(430), (None, None)),
            (Quantity::Between(10, 12), None, (Some(10), Some(12))),
        ] {
            assert_eq!(
                (quantity.single_number(), quantity.bounds()),
                (single, bounds)
            );
        }
    }
}
