//! Numbers that carry how firmly they were stated, through arithmetic.
//!
//! An amount never comes out of a calculation firmer than what went in: "more than 1,800" of
//! exactly 3,744 is "more than 48.1 %"; "about" over "more than" says too little to be written
//! down, and is `None`. A bound is rounded so that it stays true.

/// How firmly a number was stated, for one that is a single number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    /// The number itself.
    Exact,
    /// A little less or a little more.
    About,
    /// A little less, and not more.
    Nearly,
    /// Anything above the number.
    MoreThan,
    /// The number or anything above it.
    AtLeast,
    /// The number or anything below it.
    UpTo,
    /// Anything below the number. No source states figures so; it comes from dividing by
    /// something that is open upwards.
    LessThan,
}

/// Which side of its number an amount may really lie on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Open {
    /// The number stands as it is.
    No,
    /// Close to the number, on either side or just below it.
    Around,
    /// The true number lies above, how far is not known.
    Up,
    /// The true number lies below, how far is not known.
    Down,
    /// The true number lies between the amount's two ends.
    Within,
}

/// How far "about" and "nearly" may be from the truth, as a part of the number.
pub(super) const NEAR: f64 = 0.1;

/// A number, or two for a range, with its sign. Always finite.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Amount {
    number: f64,
    /// The nearest to `number` that the true one can be: counts are whole, so more than 1,800
    /// is at least 1,801. Written bounds never pass it.
    limit: f64,
    kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Kind {
    Signed(Sign),
    /// `number` is the upper end, this the lower.
    From(f64),
}

impl Sign {
    /// The sign's name in exported tables: `exact`, `about`, `more_than` …
    pub fn key(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::About => "about",
            Self::Nearly => "nearly",
            Self::MoreThan => "more_than",
            Self::AtLeast => "at_least",
            Self::UpTo => "up_to",
            Self::LessThan => "less_than",
        }
    }

    /// The sign of one divided by an amount of this sign.
    fn of_reciprocal(self) -> Self {
        match self {
            Self::Exact => Self::Exact,
            Self::About => Self::About,
            Self::Nearly | Self::LessThan => Self::MoreThan,
            Self::MoreThan => Self::LessThan,
            Self::AtLeast => Self::UpTo,
            Self::UpTo => Self::AtLeast,
        }
    }

    /// The sign of a product of two positive amounts; `None` when nothing can be said.
    fn of_product(self, other: Self) -> Option<Self> {
        use Sign::{About, AtLeast, Exact, LessThan, MoreThan, Nearly, UpTo};
        match (self, other) {
            (Exact, sign) | (sign, Exact) => Some(sign),
            (About, About | Nearly) | (Nearly, About) => Some(About),
            (Nearly, Nearly) => Some(Nearly),
            (AtLeast, AtLeast) => Some(AtLeast),
            (MoreThan, MoreThan | AtLeast) | (AtLeast, MoreThan) => Some(MoreThan),
            (UpTo, UpTo) => Some(UpTo),
            (LessThan | Nearly, LessThan | UpTo) | (LessThan | UpTo, Nearly) | (UpTo, LessThan) => {
                Some(LessThan)
            }
            (About, MoreThan | AtLeast | UpTo | LessThan)
            | (MoreThan | AtLeast | UpTo | LessThan, About)
            | (MoreThan | AtLeast, Nearly | UpTo | LessThan)
            | (Nearly | UpTo | LessThan, MoreThan | AtLeast) => None,
        }
    }
}

impl Amount {
    /// A number with its sign. The number must be finite.
    pub fn new(number: f64, sign: Sign) -> Self {
        Self::limited(number, sign, number)
    }

    /// A whole number of things with its sign.
    pub fn of_count(count: u64, sign: Sign) -> Self {
        let number = count as f64;
        match sign {
            Sign::MoreThan => Self::limited(number, sign, number + 1.0),
            Sign::LessThan => Self::limited(number, sign, number - 1.0),
            Sign::Exact | Sign::About | Sign::Nearly | Sign::AtLeast | Sign::UpTo => {
                Self::new(number, sign)
            }
        }
    }

    fn limited(number: f64, sign: Sign, limit: f64) -> Self {
        debug_assert!(number.is_finite(), "amounts come from finite numbers");
        Self {
            number,
            limit,
            kind: Kind::Signed(sign),
        }
    }

    /// An exact number.
    pub fn exact(number: f64) -> Self {
        Self::new(number, Sign::Exact)
    }

    /// Something between two numbers, both included.
    pub fn between(low: f64, high: f64) -> Self {
        Self {
            number: high,
            limit: high,
            kind: Kind::From(low),
        }
    }

    /// The same number under another sign.
    #[must_use]
    pub fn with_sign(self, sign: Sign) -> Self {
        Self {
            kind: Kind::Signed(sign),
            ..self
        }
    }

    /// The number to place a mark at: the number named, the upper end of a range.
    pub fn number(self) -> f64 {
        self.number
    }

    /// The lower end of a range; `None` for a single number.
    pub fn low(self) -> Option<f64> {
        match self.kind {
            Kind::From(low) => Some(low),
            Kind::Signed(_) => None,
        }
    }

    /// The sign; `None` for a range.
    pub fn sign(self) -> Option<Sign> {
        match self.kind {
            Kind::Signed(sign) => Some(sign),
            Kind::From(_) => None,
        }
    }

    /// Where the true number may lie, for drawing.
    pub fn open(self) -> Open {
        match self.kind {
            Kind::From(_) => Open::Within,
            Kind::Signed(Sign::Exact) => Open::No,
            Kind::Signed(Sign::About | Sign::Nearly) => Open::Around,
            Kind::Signed(Sign::MoreThan | Sign::AtLeast) => Open::Up,
            Kind::Signed(Sign::UpTo | Sign::LessThan) => Open::Down,
        }
    }

    /// The amount times an exact positive number: per cent from a share, for instance.
    #[must_use]
    pub fn times(self, factor: f64) -> Self {
        let kind = match self.kind {
            Kind::Signed(sign) => Kind::Signed(sign),
            Kind::From(low) => Kind::From(low * factor),
        };
        Self {
            number: self.number * factor,
            limit: self.limit * factor,
            kind,
        }
    }

    /// The least and the most it can mean, "about" and "nearly" being read generously.
    pub fn reach(self) -> (f64, f64) {
        let near = self.number.abs() * NEAR;
        match self.kind {
            Kind::From(low) => (low, self.number),
            Kind::Signed(Sign::Exact) => (self.number, self.number),
            Kind::Signed(Sign::About) => (self.number - near, self.number + near),
            Kind::Signed(Sign::Nearly) => (self.number - near, self.number),
            Kind::Signed(Sign::MoreThan | Sign::AtLeast) => (self.limit, f64::INFINITY),
            Kind::Signed(Sign::UpTo | Sign::LessThan) => (f64::NEG_INFINITY, self.limit),
        }
    }

    /// The least and the most that what it rests on allows, each `None` where no bound is set:
    /// "about" sets none.
    pub fn bounds(self) -> (Option<f64>, Option<f64>) {
        match self.kind {
            Kind::From(low) => (Some(low), Some(self.number)),
            Kind::Signed(Sign::Exact) => (Some(self.number), Some(self.number)),
            Kind::Signed(Sign::About) => (None, None),
            Kind::Signed(Sign::MoreThan | Sign::AtLeast) => (Some(self.limit), None),
            Kind::Signed(Sign::Nearly | Sign::UpTo | Sign::LessThan) => (None, Some(self.limit)),
        }
    }

    /// The least and the most that a reader would take it for: what is open-ended is not taken to
    /// be more than half as much again, or less than half.
    pub fn plausible(self) -> (f64, f64) {
        const MORE: f64 = 1.5;
        match (self.open(), self.reach()) {
            (Open::Up, (low, _)) => (low, low.max(low * MORE).max(low / MORE)),
            (Open::Down, (_, high)) => (high.min(high / MORE).min(high * MORE), high),
            (Open::No | Open::Around | Open::Within, reach) => reach,
        }
    }

    /// What lies between `from` and this, under the sign that the two together allow.
    pub(crate) fn beyond(self, from: Self, sign: Sign) -> Self {
        Self::limited(self.number - from.number, sign, self.limit - from.limit)
    }

    /// The amount divided by another; `None` when the divisor may be zero, or when the two
    /// signs together leave nothing that could honestly be stated.
    pub fn over(self, divisor: Self) -> Option<Self> {
        if divisor.number <= 0.0 || divisor.low().is_some_and(|low| low <= 0.0) {
            return None;
        }
        // Nothing divided by anything is nothing, however the divisor was stated.
        if self == Self::exact(0.0) {
            return Some(self);
        }
        let number = self.number / divisor.number;
        match (self.kind, divisor.kind) {
            (Kind::Signed(a), Kind::Signed(b)) => {
                let sign = a.of_product(b.of_reciprocal())?;
                Some(Self::limited(number, sign, self.limit / divisor.limit))
            }
            (Kind::From(low), Kind::Signed(Sign::Exact)) => {
                Some(Self::between(low / divisor.number, number))
            }
            (Kind::Signed(Sign::Exact), Kind::From(low)) => {
                Some(Self::between(number, self.number / low))
            }
            (Kind::From(low), Kind::From(divisor_low)) => Some(Self::between(
                low / divisor.number,
                self.number / divisor_low,
            )),
            (Kind::From(_), Kind::Signed(_)) | (Kind::Signed(_), Kind::From(_)) => None,
        }
    }

    /// The change from `base` to this amount as a fraction of the base (0.487 is +48.7 %);
    /// `None` as for [`Amount::over`].
    pub fn change_from(self, base: Self) -> Option<Self> {
        let ratio = self.over(base)?;
        let kind = match ratio.kind {
            Kind::Signed(sign) => Kind::Signed(sign),
            Kind::From(low) => Kind::From(low - 1.0),
        };
        Some(Self {
            number: ratio.number - 1.0,
            limit: ratio.limit - 1.0,
            kind,
        })
    }

    /// How large it is on whichever side of zero: less than 25 of a change of more than −25.
    /// `None` for a range with zero inside.
    pub fn size(self) -> Option<Self> {
        if self.number >= 0.0 && self.low().is_none_or(|low| low >= 0.0) {
            return Some(self);
        }
        match self.kind {
            Kind::From(_) if self.number > 0.0 => None,
            Kind::From(low) => Some(Self::between(-self.number, -low)),
            Kind::Signed(sign) => {
                let sign = match sign {
                    Sign::MoreThan => Sign::LessThan,
                    Sign::AtLeast => Sign::UpTo,
                    Sign::UpTo => Sign::AtLeast,
                    Sign::LessThan => Sign::MoreThan,
                    Sign::Exact | Sign::About | Sign::Nearly => sign,
                };
                Some(Self::limited(-self.number, sign, -self.limit))
            }
        }
    }

    /// Both ends of a range as they are written: rounded apart, so that the truth stays between
    /// them. `None` for a single number.
    pub fn written_ends(self, decimals: usize) -> Option<(f64, f64)> {
        Some(self.ends(self.low()?, decimals))
    }

    fn ends(self, low: f64, decimals: usize) -> (f64, f64) {
        let lower = Self::new(low, Sign::AtLeast).rounded(Sign::AtLeast, decimals);
        (lower, self.rounded(Sign::UpTo, decimals))
    }

    /// The number as it is written behind its sign: the nearest with these decimals for which
    /// the sign is true. Of a range, its upper end.
    pub fn written_number(self, decimals: usize) -> f64 {
        self.rounded(self.sign().unwrap_or(Sign::UpTo), decimals)
    }

    fn rounded(self, sign: Sign, decimals: usize) -> f64 {
        let scale = 10_f64.powi(i32::try_from(decimals).unwrap_or(0));
        let nearest = (self.number * scale).round() / scale;
        let noise = self.number.abs() * 1e-12;
        let (above, below) = (nearest > self.number + noise, nearest < self.number - noise);
        match sign {
            Sign::MoreThan if above && nearest >= self.limit - noise => nearest - 1.0 / scale,
            Sign::AtLeast if above => nearest - 1.0 / scale,
            Sign::LessThan if below && nearest <= self.limit + noise => nearest + 1.0 / scale,
            Sign::UpTo if below => nearest + 1.0 / scale,
            Sign::Exact
            | Sign::About
            | Sign::Nearly
            | Sign::MoreThan
            | Sign::AtLeast
            | Sign::LessThan
            | Sign::UpTo => nearest,
        }
    }
}

#[cfg(test)]
mod tests {
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
    fn no_sign_gets_firmer_in_a_product() {
        for a in SIGNS {
            for b in SIGNS {
                let product = a.of_product(b);
                assert_eq!(
                    product,
                    b.of_product(a),
                    "{a:?} × {b:?} does not depend on the order"
                );
                if a != Sign::Exact || b != Sign::Exact {
                    assert_ne!(product, Some(Sign::Exact), "{a:?} × {b:?}");
                }
                let open = |sign| !matches!(sign, Sign::Exact | Sign::About | Sign::Nearly);
                if open(a) || open(b) {
                    assert!(
                        product.is_none_or(open),
                        "{a:?} × {b:?} stays open-ended or unsaid"
                    );
                }
            }
        }
    }
}
