//! What lies between two amounts: how much, and in per cent.

use super::disputed::Disputed;
use crate::model::{Amount, Divisor, Open, Sign};

/// Why a figure that is reported cannot be put on a footing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyNot {
    /// It is stated without a number.
    NoNumber,
    /// The same ones would be counted again.
    NotCountedBy(Divisor),
    /// The dataset states a part that it rests on, but a problem keeps that from being used.
    LeftOut(Disputed),
    /// The days of the operation are not known.
    DaysNotKnown,
    /// No source states how many countries took part.
    CountriesNotReported,
    /// How many countries took part is stated without a number.
    CountriesWithoutNumber,
    /// It would be divided by what may be zero.
    NothingToDivideBy,
    /// The signs of the two amounts leave nothing to state.
    TooLoose,
    /// The metric is not a part of another.
    NotAPart,
    /// It is stated to be more than the whole it is a part of.
    MoreThanWhole,
    /// No source states the whole.
    WholeNotReported,
    /// The whole cannot be counted in the operation.
    WholeNotApplicable,
    /// The whole is stated without a number.
    WholeWithoutNumber,
    /// There is nothing to measure a change from.
    NoBase,
    /// It is the base itself that changes are measured from.
    Base,
    /// No source states the base's figure.
    BaseNotReported,
    /// It cannot be counted in the base.
    BaseNotApplicable,
    /// The base's figure is stated without a number.
    BaseWithoutNumber,
    /// It grew from nothing.
    NoPerCentOfZero,
    /// The numbers that sources allow go either way.
    NotClear,
}

/// What lies between two amounts; `None` when nothing can be said of it that is certain.
pub(super) fn difference(to: Amount, from: Amount) -> Option<Amount> {
    if to == Amount::exact(0.0) && from.open() == Open::Down {
        // Nothing is below zero: all of it at the most.
        return Some(Amount::between(-from.number(), 0.0));
    }
    let difference = to.difference_from(from);
    difference.filter(|&difference| is_clear(difference, to, from))
}

/// The change from one amount to another in per cent, or why none can be stated.
pub fn per_cent_change(to: Amount, from: Amount) -> Result<Amount, WhyNot> {
    let nothing = Amount::exact(0.0);
    if from.number() <= 0.0 {
        return if (to, from) == (nothing, nothing) {
            Ok(nothing)
        } else {
            Err(WhyNot::NoPerCentOfZero)
        };
    }
    if to == nothing {
        // All of it, however much there was; where there may have been none, not up at least.
        let fell = from.reach().0 > 0.0;
        let all = Amount::exact(-100.0);
        return Ok(if fell {
            all
        } else {
            Amount::new(0.0, Sign::UpTo)
        });
    }
    match to.change_from(from) {
        Some(change) if is_clear(change, to, from) => Ok(change.times(100.0)),
        // How far says too little to be stated; which way it went is certain.
        None if !is_either(to.beyond(from)) => Ok(way_alone(to.beyond(from))),
        Some(_) | None => Err(WhyNot::NotClear),
    }
}

/// A change of which only the way is known, of a difference that goes one way.
fn way_alone((least, most): (f64, f64)) -> Amount {
    Amount::new(
        0.0,
        if least > 0.0 {
            Sign::MoreThan
        } else if most < 0.0 {
            Sign::LessThan
        } else if least >= 0.0 {
            Sign::AtLeast
        } else {
            Sign::UpTo
        },
    )
}

/// Whether a change may go up as well as down.
fn is_either((least, most): (f64, f64)) -> bool {
    least < 0.0 && most > 0.0
}

/// Whether it is certain which way a change went, or it lies between two numbers, which say so.
fn is_clear(change: Amount, to: Amount, from: Amount) -> bool {
    let rough = |amount: Amount| matches!(amount.open(), Open::Around | Open::Below);
    let (least, most) = to.beyond(from);
    match change.open() {
        Open::Within => true,
        _ if rough(to) || rough(from) => least > 0.0 || most < 0.0,
        Open::No | Open::Around | Open::Below | Open::Up | Open::Down => {
            !is_either((least, most)) && !is_either(change.reach())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fall_to_nothing_is_all_of_it_however_much_there_was() {
        let nothing = Amount::exact(0.0);
        for sign in [
            Sign::Exact,
            Sign::AtLeast,
            Sign::About,
            Sign::Nearly,
            Sign::MoreThan,
        ] {
            let change = per_cent_change(nothing, Amount::of_count(400, sign));
            assert_eq!(change, Ok(Amount::exact(-100.0)), "{sign:?}");
        }
        // Up to 400 may have been none.
        let not_up = per_cent_change(nothing, Amount::of_count(400, Sign::UpTo));
        assert_eq!(not_up, Ok(Amount::new(0.0, Sign::UpTo)));
    }
}
