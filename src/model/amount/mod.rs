//! Numbers that carry how firmly they were stated, through arithmetic.
//!
//! An amount never comes out of a calculation firmer than what went in: "more than 1,800" of
//! exactly 3,744 is "more than 48.1 %"; "about" over "more than" says too little to be written
//! down, and is `None`. A bound is rounded so that it stays true.

mod arithmetic;

use std::cmp::Ordering;

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
    /// Close to the number, on either side.
    Around,
    /// A little below the number.
    Below,
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
    kind: Kind,
    /// The least and the most it can mean, "about" and "nearly" being read generously. Counts are
    /// whole: more than 1,800 is at least 1,801. Written bounds never pass it.
    reach: (f64, f64),
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
}

impl Amount {
    /// A number with its sign. The number must be finite.
    pub fn new(number: f64, sign: Sign) -> Self {
        debug_assert!(number.is_finite(), "amounts come from finite numbers");
        let near = number.abs() * NEAR;
        let reach = match sign {
            Sign::Exact => (number, number),
            Sign::About => (number - near, number + near),
            Sign::Nearly => (number - near, number),
            Sign::MoreThan | Sign::AtLeast => (number, f64::INFINITY),
            Sign::UpTo | Sign::LessThan => (f64::NEG_INFINITY, number),
        };
        Self {
            number,
            kind: Kind::Signed(sign),
            reach,
        }
    }

    /// A whole number of things with its sign.
    pub fn of_count(count: u64, sign: Sign) -> Self {
        let amount = Self::new(count as f64, sign);
        let number = amount.number;
        let near = (number * NEAR).max(1.0);
        let reach = match sign {
            Sign::Exact | Sign::AtLeast => amount.reach,
            Sign::About => ((number - near).max(0.0), number + near),
            Sign::Nearly => ((number - near).max(0.0), (number - 1.0).max(0.0)),
            Sign::MoreThan => (number + 1.0, f64::INFINITY),
            Sign::UpTo => (0.0, number),
            Sign::LessThan => (0.0, number - 1.0),
        };
        Self { reach, ..amount }
    }

    /// An exact number.
    pub fn exact(number: f64) -> Self {
        Self::new(number, Sign::Exact)
    }

    /// Something between two numbers, both included.
    pub fn between(low: f64, high: f64) -> Self {
        Self {
            number: high,
            kind: Kind::From(low),
            reach: (low, high),
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
            Kind::Signed(Sign::About) => Open::Around,
            Kind::Signed(Sign::Nearly) => Open::Below,
            Kind::Signed(Sign::MoreThan | Sign::AtLeast) => Open::Up,
            Kind::Signed(Sign::UpTo | Sign::LessThan) => Open::Down,
        }
    }

    /// The amount where it is known to be at most a number: a part of its whole, for instance.
    #[must_use]
    pub fn at_most(self, most: f64) -> Self {
        if self.reach.0 >= most {
            return Self::exact(most);
        }
        let kind = match self.kind {
            // Where the bound was looser than what is known anyway, it is reached by some.
            Kind::Signed(Sign::LessThan) if self.reach.1 >= most => Kind::Signed(Sign::UpTo),
            Kind::Signed(Sign::Nearly) if self.number > most => Kind::Signed(Sign::About),
            kind @ (Kind::Signed(_) | Kind::From(_)) => kind,
        };
        Self {
            number: self.number.min(most),
            kind,
            reach: (self.reach.0, self.reach.1.min(most)),
        }
    }

    /// The least and the most it can mean, "about" and "nearly" being read generously.
    pub fn reach(self) -> (f64, f64) {
        self.reach
    }

    /// The order of a list with the larger one first: by the number named, and where that is the
    /// same by what it can mean, so that more than 200 stands before 200, and that before up to 200.
    pub fn larger_first(self, other: Self) -> Ordering {
        let order = |a: f64, b: f64| b.total_cmp(&a);
        order(self.number, other.number)
            .then_with(|| order(self.reach.0, other.reach.0))
            .then_with(|| order(self.reach.1, other.reach.1))
    }

    /// The least and the most that what it rests on allows, each `None` where no bound is set:
    /// "about" sets none.
    pub fn bounds(self) -> (Option<f64>, Option<f64>) {
        match self.kind {
            Kind::From(low) => (Some(low), Some(self.number)),
            Kind::Signed(Sign::Exact) => (Some(self.number), Some(self.number)),
            Kind::Signed(Sign::About) => (None, None),
            Kind::Signed(Sign::MoreThan | Sign::AtLeast) => (Some(self.reach.0), None),
            Kind::Signed(Sign::Nearly | Sign::UpTo | Sign::LessThan) => (None, Some(self.reach.1)),
        }
    }

    /// The least and the most that a reader would take it for: what is open-ended is not taken to
    /// be more than half as much again, or less than half.
    pub fn plausible(self) -> (f64, f64) {
        const MORE: f64 = 1.5;
        match (self.open(), self.reach()) {
            (Open::Up, (low, high)) => (low, low.max(low * MORE).max(low / MORE).min(high)),
            (Open::Down, (low, high)) => (high.min(high / MORE).min(high * MORE).max(low), high),
            (Open::No | Open::Around | Open::Below | Open::Within, reach) => reach,
        }
    }

    /// Both ends of a range as they are written, each with its decimals: rounded apart, so that
    /// the truth stays between them. `None` for a single number.
    pub fn written_ends(self, [low, high]: [usize; 2]) -> Option<(f64, f64)> {
        let lower = Self::new(self.low()?, Sign::AtLeast).rounded(Sign::AtLeast, low);
        Some((lower, self.rounded(Sign::UpTo, high)))
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
            Sign::MoreThan if above && nearest >= self.reach.0 - noise => nearest - 1.0 / scale,
            Sign::AtLeast if above => nearest - 1.0 / scale,
            Sign::LessThan if below && nearest <= self.reach.1 + noise => nearest + 1.0 / scale,
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

    #[test]
    fn of_those_that_name_the_same_number_what_is_more_stands_first() {
        let signs = [
            Sign::MoreThan,
            Sign::AtLeast,
            Sign::Exact,
            Sign::About,
            Sign::Nearly,
            Sign::UpTo,
            Sign::LessThan,
        ];
        let ordered: Vec<Amount> = signs.map(|sign| Amount::of_count(200, sign)).to_vec();
        let mut turned = ordered.clone();
        turned.reverse();
        turned.sort_by(|a, b| a.larger_first(*b));
        assert_eq!(turned, ordered);
        let more = Amount::of_count(201, Sign::LessThan);
        assert_eq!(more.larger_first(ordered[0]), Ordering::Less);
    }
}
