//! What lies between two amounts: how much, and in per cent.

use super::measure::Disputed;
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
    /// How many countries took part is not reported in a number.
    CountriesNotReported,
    /// It would be divided by what may be zero.
    NothingToDivideBy,
    /// The signs of the two amounts leave nothing to state.
    TooLoose,
    /// The metric is not a part of another.
    NotAPart,
    /// No source states the whole.
    WholeNotReported,
    /// The whole is stated without a number.
    WholeWithoutNumber,
    /// There is nothing to measure a change from.
    NoBase,
    /// It is the base itself that changes are measured from.
    Base,
    /// No source states the base's figure.
    BaseNotReported,
    /// The base's figure is stated without a number.
    BaseWithoutNumber,
    /// It grew from nothing.
    NoPerCentOfZero,
    /// One of the numbers is only about right, and which way it went would be a guess.
    NotClear,
}

/// What lies between two amounts; `None` when their signs together leave nothing to state.
pub(super) fn difference(to: Amount, from: Amount) -> Option<Amount> {
    let number = to.number() - from.number();
    if from == Amount::exact(0.0) {
        return Some(to);
    }
    // Taking away is open to the same side as dividing by.
    let ratio = to.over(loosened(from))?;
    Some(match ratio.sign() {
        Some(sign) => to.beyond(from, blurred(sign, number, from.number())),
        None => Amount::between(
            to.low().unwrap_or(to.number()) - from.number(),
            to.number() - from.low().unwrap_or(from.number()),
        ),
    })
}

/// The change from one amount to another in per cent, or why none can be stated.
pub fn per_cent_change(to: Amount, from: Amount) -> Result<Amount, WhyNot> {
    if from.number() <= 0.0 {
        return Err(WhyNot::NoPerCentOfZero);
    }
    let rough = |amount: Amount| amount.open() == Open::Around;
    let ((low, high), (from_low, from_high)) = (to.reach(), from.reach());
    if (rough(to) || rough(from)) && low <= from_high && from_low <= high {
        return Err(WhyNot::NotClear);
    }
    let change = to.change_from(loosened(from)).ok_or(WhyNot::TooLoose)?;
    let change = match change.sign() {
        Some(sign) => change.with_sign(blurred(sign, change.number(), 1.0)),
        None => change,
    };
    Ok(change.times(100.0))
}

/// An amount to divide by. One divided by "nearly" 500 is little more than one divided by 500,
/// which "about" says better than an open end would.
pub(super) fn loosened(divisor: Amount) -> Amount {
    match divisor.sign() {
        Some(Sign::Nearly) => divisor.with_sign(Sign::About),
        _ => divisor,
    }
}

/// "Nearly" of a difference that is small beside what it is taken from, or below zero, says no
/// more than "about": the true one may lie on either side.
fn blurred(sign: Sign, difference: f64, whole: f64) -> Sign {
    if sign == Sign::Nearly && difference < whole {
        Sign::About
    } else {
        sign
    }
}
