//! Arithmetic with amounts, of which none comes out firmer than what went in.

use super::{Amount, Kind, Sign};

/// What is known of one end of what an amount can mean.
#[derive(Debug, Clone, Copy, PartialEq)]
enum End {
    /// It does not pass this number, and where `strict` does not reach it.
    Firm { number: f64, strict: bool },
    /// It lies close to this number.
    Soft(f64),
    /// Nothing but what is true of every count.
    Free,
}

impl End {
    /// One end calculated from two.
    fn of(self, other: Self, calculate: impl Fn(f64, f64) -> f64) -> Self {
        match (self, other) {
            (Self::Free, _) | (_, Self::Free) => Self::Free,
            (
                Self::Firm { number: a, strict },
                Self::Firm {
                    number: b,
                    strict: other,
                },
            ) => Self::Firm {
                number: calculate(a, b),
                strict: strict || other,
            },
            (Self::Soft(a), Self::Soft(b) | Self::Firm { number: b, .. })
            | (Self::Firm { number: a, .. }, Self::Soft(b)) => Self::Soft(calculate(a, b)),
        }
    }

    fn map(self, calculate: impl Fn(f64) -> f64) -> Self {
        let zero = Self::Firm {
            number: 0.0,
            strict: false,
        };
        self.of(zero, |number, _| calculate(number))
    }

    /// An end that is a number after all, or nothing: 1 divided by 0 bounds nothing.
    fn finite(self) -> Self {
        match self {
            Self::Firm { number, .. } | Self::Soft(number) if !number.is_finite() => Self::Free,
            Self::Firm { .. } | Self::Soft(_) | Self::Free => self,
        }
    }
}

impl Amount {
    /// The amount times an exact positive number: per cent from a share, for instance.
    #[must_use]
    pub fn times(self, factor: f64) -> Self {
        self.mapped(|number| number * factor)
    }

    /// The amount with an exact number added: a change from a ratio, for instance.
    #[must_use]
    pub fn plus(self, other: f64) -> Self {
        self.mapped(|number| number + other)
    }

    fn mapped(self, calculate: impl Fn(f64) -> f64) -> Self {
        Self {
            number: calculate(self.number),
            kind: match self.kind {
                Kind::Signed(sign) => Kind::Signed(sign),
                Kind::From(low) => Kind::From(calculate(low)),
            },
            reach: (calculate(self.reach.0), calculate(self.reach.1)),
        }
    }

    /// The ends of what it can mean, as they are named.
    fn ends(self) -> [End; 2] {
        let firm = |number, strict| End::Firm { number, strict };
        let number = self.number;
        match self.kind {
            Kind::From(low) => [firm(low, false), firm(number, false)],
            Kind::Signed(Sign::Exact) => [firm(number, false); 2],
            Kind::Signed(Sign::About) => [End::Soft(number); 2],
            Kind::Signed(Sign::Nearly) => [End::Soft(number), firm(number, true)],
            Kind::Signed(Sign::MoreThan) => [firm(number, true), End::Free],
            Kind::Signed(Sign::AtLeast) => [firm(number, false), End::Free],
            Kind::Signed(Sign::UpTo) => [End::Free, firm(number, false)],
            Kind::Signed(Sign::LessThan) => [End::Free, firm(number, true)],
        }
    }

    /// What can be stated of a number of which these ends are known; `None` for nothing.
    fn of_ends([low, high]: [End; 2], reach: (f64, f64)) -> Option<Self> {
        let signed = |number: f64, sign| Self {
            number,
            kind: Kind::Signed(sign),
            reach,
        };
        let up = |number, strict| {
            signed(
                number,
                if strict {
                    Sign::MoreThan
                } else {
                    Sign::AtLeast
                },
            )
        };
        let down =
            |number, strict| signed(number, if strict { Sign::LessThan } else { Sign::UpTo });
        let same = |a: f64, b: f64| (a - b).abs() <= a.abs() * 1e-12;
        Some(match (low.finite(), high.finite()) {
            (End::Firm { number, .. }, End::Firm { .. }) if reach.0 >= reach.1 => {
                signed(number, Sign::Exact)
            }
            (End::Firm { .. }, End::Firm { .. }) => Self::between(reach.0, reach.1),
            (End::Soft(a), End::Firm { number: b, .. }) if same(a, b) => signed(b, Sign::Nearly),
            (
                End::Soft(a)
                | End::Firm {
                    number: a,
                    strict: false,
                },
                End::Soft(b),
            ) if same(a, b) => signed(a, Sign::About),
            (End::Firm { number, strict }, End::Free | End::Soft(_)) => up(number, strict),
            (End::Free | End::Soft(_), End::Firm { number, strict }) => down(number, strict),
            (End::Soft(_) | End::Free, End::Soft(_) | End::Free) => return None,
        })
    }

    /// The amount divided by another, neither of which is below zero; `None` when the divisor
    /// is zero for certain or may be as well as not, or when the two signs together leave nothing
    /// that could honestly be stated.
    pub fn over(self, divisor: Self) -> Option<Self> {
        if divisor.number <= 0.0 || divisor.low().is_some_and(|low| low <= 0.0) {
            return None;
        }
        // Nothing divided by anything is nothing, however the divisor was stated.
        if self == Self::exact(0.0) {
            return Some(self);
        }
        self.ratio_to(divisor)
    }

    /// How many times another it is, of which it says nothing where that is zero.
    fn ratio_to(self, other: Self) -> Option<Self> {
        let ([low, high], [least, most]) = (self.ends(), other.ends());
        let divide = |a: f64, b: f64| a / b;
        let reach = (
            (self.reach.0 / other.reach.1).max(0.0),
            if other.reach.0 > 0.0 {
                self.reach.1 / other.reach.0
            } else {
                f64::INFINITY
            },
        );
        Self::of_ends([low.of(most, divide), high.of(least, divide)], reach)
    }

    /// The change from `base` to this amount as a fraction of the base (0.487 is +48.7 %), of
    /// which it says nothing where that is zero; `None` when the two signs together leave nothing
    /// that could honestly be stated.
    pub fn change_from(self, base: Self) -> Option<Self> {
        if base.number <= 0.0 {
            return None;
        }
        Some(self.ratio_to(base)?.plus(-1.0).settled())
    }

    /// How much more than `base` it is; `None` when the two signs together leave nothing that
    /// could honestly be stated.
    pub fn difference_from(self, base: Self) -> Option<Self> {
        let ([low, high], [least, most]) = (self.ends(), base.ends());
        let subtract = |a: f64, b: f64| a - b;
        let reach = self.beyond(base);
        let ends = [low.of(most, subtract), high.of(least, subtract)];
        Some(Self::of_ends(ends, reach)?.settled())
    }

    /// The least and the most that it may be more than another; below zero where it may be less.
    pub fn beyond(self, other: Self) -> (f64, f64) {
        (self.reach.0 - other.reach.1, self.reach.1 - other.reach.0)
    }

    /// "Nearly" of a difference that may lie on either side of nothing says no more than "about",
    /// and of a fall that it is larger. And where counts are whole, a bound that is named can lie
    /// on the other side of nothing than all that is allowed; then the true bound says more.
    fn settled(self) -> Self {
        let (least, most) = self.reach;
        let kind = match self.kind {
            Kind::Signed(Sign::Nearly) if most <= 0.0 => Kind::Signed(Sign::LessThan),
            Kind::Signed(Sign::Nearly) if least < 0.0 => Kind::Signed(Sign::About),
            kind @ (Kind::Signed(_) | Kind::From(_)) => kind,
        };
        let (number, kind) = match kind {
            Kind::Signed(Sign::MoreThan | Sign::AtLeast) if self.number < 0.0 && least >= 0.0 => {
                (least, Kind::Signed(Sign::AtLeast))
            }
            Kind::Signed(Sign::LessThan | Sign::UpTo) if self.number > 0.0 && most <= 0.0 => {
                (most, Kind::Signed(Sign::UpTo))
            }
            kind @ (Kind::Signed(_) | Kind::From(_)) => (self.number, kind),
        };
        Self {
            number,
            kind,
            ..self
        }
    }

    /// How large it is on whichever side of zero: less than 25 of a change of more than −25.
    /// `None` for a range with zero inside.
    pub fn size(self) -> Option<Self> {
        if self.number >= 0.0 && self.low().is_none_or(|low| low >= 0.0) {
            return Some(self);
        }
        let reach = (-self.reach.1, -self.reach.0);
        match self.kind {
            Kind::From(_) if self.number > 0.0 => None,
            Kind::From(low) => Some(Self::between(-self.number, -low)),
            Kind::Signed(_) => {
                let [low, high] = self.ends().map(|end| end.map(|number| -number));
                let size = Self::of_ends([high, low], reach)?;
                Some(Self {
                    kind: match self.kind {
                        Kind::Signed(sign @ (Sign::Exact | Sign::About | Sign::Nearly)) => {
                            Kind::Signed(sign)
                        }
                        Kind::Signed(_) | Kind::From(_) => size.kind,
                    },
                    ..size
                })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Open;
    use super::*;

    const SIGNS: [Sign; 7] = [
        Sign::Exact,
        Sign::About,
        Sign::Nearly,
        Sign::MoreThan,
        Sign::AtLeast,
        Sign::UpTo,
        Sign::LessThan,
    ];

    #[test]
    fn dividing_by_something_larger_than_stated_gives_less() {
        let share = Amount::exact(10.0).over(Amount::new(20.0, Sign::MoreThan));
        assert_eq!(share.and_then(Amount::sign), Some(Sign::LessThan));
    }

    #[test]
    fn two_open_ends_that_pull_apart_state_nothing() {
        let part = Amount::new(10.0, Sign::MoreThan);
        assert_eq!(part.over(Amount::new(20.0, Sign::MoreThan)), None);
        assert_eq!(
            Amount::new(10.0, Sign::About).over(Amount::new(20.0, Sign::AtLeast)),
            None
        );
    }

    #[test]
    fn nothing_is_divided_by_zero() {
        assert_eq!(Amount::exact(1.0).over(Amount::exact(0.0)), None);
        assert_eq!(Amount::exact(1.0).over(Amount::between(0.0, 5.0)), None);
    }

    #[test]
    fn no_sign_gets_firmer_by_arithmetic() {
        for a in SIGNS {
            for b in SIGNS {
                let (a, b) = (Amount::new(30.0, a), Amount::new(20.0, b));
                for result in [a.over(b), a.difference_from(b)].into_iter().flatten() {
                    if a.sign() != Some(Sign::Exact) || b.sign() != Some(Sign::Exact) {
                        assert_ne!(result.sign(), Some(Sign::Exact), "{a:?} and {b:?}");
                    }
                    let (low, high) = result.reach();
                    let (number, open) = (result.number(), result.open());
                    assert!(low <= number && number <= high, "{result:?}");
                    let is_open = matches!(open, Open::Up | Open::Down);
                    let ends = [a, b]
                        .iter()
                        .any(|one| matches!(one.open(), Open::Up | Open::Down));
                    assert!(
                        is_open || !ends,
                        "{a:?} and {b:?} stay open-ended or unsaid"
                    );
                }
            }
        }
    }

    #[test]
    fn a_difference_holds_for_every_number_the_two_allow() {
        use Sign::{AtLeast, MoreThan, UpTo};
        let count = Amount::of_count;
        let fall = count(100, UpTo)
            .difference_from(count(5_000, MoreThan))
            .unwrap();
        assert_eq!(
            (fall.number(), fall.sign()),
            (-4_900.0, Some(Sign::LessThan))
        );
        let rise = count(600, AtLeast)
            .difference_from(count(500, UpTo))
            .unwrap();
        assert_eq!((rise.number(), rise.sign()), (100.0, Some(AtLeast)));
        let either = Amount::between(50.0, 70.0).difference_from(Amount::between(40.0, 60.0));
        assert_eq!(either.map(Amount::reach), Some((-10.0, 30.0)));
        let unsaid = count(10, UpTo).difference_from(count(20, UpTo));
        assert_eq!(unsaid, None);
    }

    #[test]
    fn what_is_known_to_have_a_most_never_passes_it() {
        let most = |number: f64, sign| Amount::new(number, sign).at_most(100.0);
        let up_to = most(150.0, Sign::UpTo);
        assert_eq!((up_to.number(), up_to.reach().1), (100.0, 100.0));
        assert_eq!(most(150.0, Sign::LessThan).sign(), Some(Sign::UpTo));
        assert_eq!(most(100.0, Sign::AtLeast), Amount::exact(100.0));
        let about = most(105.0, Sign::About);
        assert_eq!((about.number(), about.reach().1), (100.0, 100.0));
    }
}
