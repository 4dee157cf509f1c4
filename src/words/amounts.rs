//! Numbers with their sign: short beside a mark, and in words for sentences and screen readers.

use super::per_cents;
use crate::model::{Amount, Quantity, Sign};
use crate::words::numerals::{grouped, grouped_or_millions};

impl Sign {
    /// What stands in front of a number on a mark, with the space after it; empty for exact.
    pub(super) fn mark(self) -> &'static str {
        match self {
            Self::Exact => "",
            Self::About => "≈ ",
            Self::Nearly => "nearly ",
            Self::MoreThan => "> ",
            Self::AtLeast => "≥ ",
            Self::UpTo => "≤ ",
            Self::LessThan => "< ",
        }
    }

    /// The sign as words in front of a number, with the space after it; empty for exact.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Exact => "",
            Self::About => "about ",
            Self::Nearly => "nearly ",
            Self::MoreThan => "more than ",
            Self::AtLeast => "at least ",
            Self::UpTo => "up to ",
            Self::LessThan => "less than ",
        }
    }
}

impl Amount {
    /// As a mark's label with the given decimals: "> 1,800", "419.5", "nearly 8 million".
    pub fn short(self, decimals: usize) -> String {
        self.written(decimals, Sign::mark, ["", "–"])
    }

    /// With the given decimals: "more than 1,800", "between 40 and 60".
    pub fn words(self, decimals: usize) -> String {
        self.written(decimals, Sign::words, ["between ", " and "])
    }

    fn written(
        self,
        decimals: usize,
        sign_text: fn(Sign) -> &'static str,
        [before, inside]: [&str; 2],
    ) -> String {
        let of_ends = per_cents::of_ends(self, decimals);
        if let Some((low, high)) = self.written_ends(of_ends) {
            let [low, high] = [(low, of_ends[0]), (high, of_ends[1])]
                .map(|(end, decimals)| rounded(end, decimals));
            return format!("{before}{low}{inside}{high}");
        }
        let sign = self.sign().map_or("", sign_text);
        format!("{sign}{}", self.digits(decimals))
    }

    /// Its number without its sign; of a range, the upper end.
    pub(super) fn digits(self, decimals: usize) -> String {
        match self.sign() {
            // An exact figure keeps every digit; only a rounded one reads better in millions.
            Some(Sign::Exact) => grouped(self.number(), decimals),
            _ => rounded(self.written_number(decimals), decimals),
        }
    }
}

/// A number that is not exact.
fn rounded(number: f64, decimals: usize) -> String {
    if decimals == 0 {
        grouped_or_millions(number)
    } else {
        grouped(number, decimals)
    }
}

impl Quantity {
    /// As a mark's label: "2,517", "> 1,800", "≈ 430", "nearly 8 million", "thousands".
    pub fn short(self) -> String {
        self.written(Amount::short, ["", "–"])
    }

    /// "more than 1,800", "about 430", "between 40 and 60", "dozens".
    pub fn words(self) -> String {
        self.written(Amount::words, ["between ", " and "])
    }

    fn written(self, amount: fn(Amount, usize) -> String, [before, inside]: [&str; 2]) -> String {
        match self {
            Self::Several => "several".to_owned(),
            Self::Dozens => "dozens".to_owned(),
            Self::Hundreds => "hundreds".to_owned(),
            Self::Thousands => "thousands".to_owned(),
            Self::Between(low, high) => {
                let [low, high] = [low, high].map(|end| grouped(end as f64, 0));
                format!("{before}{low}{inside}{high}")
            }
            Self::Exactly(_)
            | Self::About(_)
            | Self::Nearly(_)
            | Self::MoreThan(_)
            | Self::AtLeast(_)
            | Self::UpTo(_) => self
                .amount()
                .map_or_else(String::new, |stated| amount(stated, 0)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_quantity_keeps_its_sign_on_a_mark() {
        let marks = [
            (Quantity::Exactly(2517), "2,517"),
            (Quantity::About(430), "≈ 430"),
            (Quantity::Nearly(8_000_000), "nearly 8 million"),
            (Quantity::Nearly(24_000), "nearly 24,000"),
            (Quantity::MoreThan(1800), "> 1,800"),
            (Quantity::AtLeast(178), "≥ 178"),
            (Quantity::UpTo(6000), "≤ 6,000"),
            (Quantity::Between(40, 60), "40–60"),
            (Quantity::Thousands, "thousands"),
        ];
        for (quantity, expected) in marks {
            assert_eq!(quantity.short(), expected);
        }
    }

    #[test]
    fn a_quantity_is_read_aloud_in_words() {
        assert_eq!(Quantity::MoreThan(1800).words(), "more than 1,800");
        assert_eq!(Quantity::AtLeast(178).words(), "at least 178");
        assert_eq!(Quantity::About(430).words(), "about 430");
        assert_eq!(Quantity::Between(40, 60).words(), "between 40 and 60");
        assert_eq!(Quantity::Dozens.words(), "dozens");
    }

    #[test]
    fn a_written_bound_is_never_stronger_than_what_was_stated() {
        let officers = Amount::of_count(14_000, Sign::MoreThan);
        let daily = officers.over(Amount::exact(12.0)).unwrap();
        // At least 14,001 in 12 days is 1,166.75 a day, which is not more than 1,167.
        assert_eq!(daily.words(0), "more than 1,166");
        assert_eq!(daily.words(1), "more than 1,166.7");
        let fewer = Amount::exact(100.0)
            .over(Amount::of_count(60, Sign::MoreThan))
            .unwrap();
        // A hundred by at least 61 is 1.639 at the most.
        assert_eq!(fewer.words(1), "less than 1.7");
        assert_eq!(fewer.words(2), "less than 1.67");
        let range = Amount::between(10.0, 20.0)
            .over(Amount::exact(3.0))
            .unwrap();
        assert_eq!(range.words(1), "between 3.3 and 6.7");
    }

    #[test]
    fn a_share_of_an_open_ended_part_stays_open_ended() {
        let share = Amount::of_count(1800, Sign::MoreThan)
            .over(Amount::exact(3744.0))
            .map(|s| s.times(100.0));
        assert_eq!(share.map(|s| s.words(1)).as_deref(), Some("more than 48.1"));
    }

    #[test]
    fn a_fall_of_more_than_a_negative_number_is_smaller_than_its_size() {
        let size = |amount: Amount| amount.size().map(|size| size.words(0));
        let said = |amount| size(amount).unwrap_or_default();
        assert_eq!(said(Amount::new(-25.0, Sign::MoreThan)), "less than 25");
        assert_eq!(said(Amount::new(-25.0, Sign::UpTo)), "at least 25");
        assert_eq!(said(Amount::new(25.0, Sign::UpTo)), "up to 25");
        assert_eq!(said(Amount::between(-40.0, -25.0)), "between 25 and 40");
        assert_eq!(size(Amount::between(-5.0, 3.0)), None);
    }

    #[test]
    fn changes_are_written_with_their_own_sign() {
        let change = |to: f64, from: f64| {
            Amount::exact(to)
                .change_from(Amount::exact(from))
                .map(|c| c.times(100.0).short(1))
        };
        assert_eq!(change(3744.0, 2517.0).as_deref(), Some("48.7"));
        assert_eq!(change(312.0, 419.5).as_deref(), Some("−25.6"));
    }
}
