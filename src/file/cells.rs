//! What people write in the cells of a sheet: quantities and dates. What can be read in
//! two ways is told to be so, unless the sheet or its owner says which way is meant.

use super::dates::parts;
use super::said::{Said, may_begin, said, said_in_text, says_more};
use crate::model::{PartialDate, Quantity};

/// Which sign stands before the decimals of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decimal {
    /// 1,800.5
    Point,
    /// 1.800,5
    Comma,
}

/// What a cell says of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuantitySaid {
    /// A quantity, and which decimal sign it must be written with, where it shows that.
    One(Quantity, Option<Decimal>),
    /// A quantity where this sign stands before decimals; with the other it is no whole number.
    Only(Quantity, Decimal),
    /// None that can be told for certain.
    Unclear,
}

/// What a cell says of a number.
pub fn quantity_said(text: &str) -> QuantitySaid {
    quantity(said(text), text)
}

/// The words of a number where they say more than the quantity that is made of them, on one line.
pub fn words_beyond(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    says_more(text).then(|| words.join(" "))
}

/// Whether the words of a quantity may begin with this one, in small letters, before its number.
pub fn may_begin_quantity(word: &str) -> bool {
    may_begin(word)
}

/// What words of a running text say of a number that are nothing but a quantity.
pub fn quantity_in_text(text: &str) -> QuantitySaid {
    quantity(said_in_text(text), text)
}

fn quantity(said: Option<Said>, text: &str) -> QuantitySaid {
    let Some(said) = said else {
        return QuantitySaid::Unclear;
    };
    let quantity = match said {
        Said::Words("Several") => Quantity::Several,
        Said::Words("Dozens") => Quantity::Dozens,
        Said::Words("Hundreds") => Quantity::Hundreds,
        Said::Words(_) => Quantity::Thousands,
        Said::Range(low, high) => Quantity::Between(low, high),
        Said::One(None | Some("Exactly"), n) => Quantity::Exactly(n),
        Said::One(Some("About"), n) => Quantity::About(n),
        Said::One(Some("Nearly"), n) => Quantity::Nearly(n),
        Said::One(Some("MoreThan"), n) => Quantity::MoreThan(n),
        Said::One(Some("AtLeast"), n) => Quantity::AtLeast(n),
        Said::One(Some("UpTo"), n) => Quantity::UpTo(n),
        Said::One(Some(_), _) => return QuantitySaid::Unclear,
    };
    let mut shown = None;
    let mut needed = None;
    for number in text.split(|c: char| !c.is_ascii_digit() && c != ',' && c != '.') {
        let number = number.trim_matches([',', '.']);
        let signs: Vec<char> = number.matches([',', '.']).flat_map(str::chars).collect();
        let decimal = match signs.as_slice() {
            [] => continue,
            [',', ..] => Decimal::Point,
            [_, ..] => Decimal::Comma,
        };
        // “1.5 million”: the sign stands before decimals, for there are not three digits.
        let behind = number.rsplit([',', '.']).next().map_or(0, str::len);
        match (signs.len(), behind) {
            (1, 3) => needed = Some(decimal),
            (1, _) => shown = Some(decimal.other()),
            (_, _) => shown = Some(decimal),
        }
    }
    match needed {
        Some(decimal) if shown.is_none_or(|shown| shown != decimal) => {
            QuantitySaid::Only(quantity, decimal)
        }
        Some(_) | None => QuantitySaid::One(quantity, shown),
    }
}

impl Decimal {
    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Point => Self::Comma,
            Self::Comma => Self::Point,
        }
    }
}

/// What a cell says of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateSaid {
    /// A day, a month or a year.
    One(PartialDate),
    /// Day and month can be taken for one another: if the day stands first, and if the month does.
    Either(PartialDate, PartialDate),
    /// No date.
    Unclear,
}

/// The day before the first of a spreadsheet's calendar, as it counts after February 1900.
const BEFORE_FIRST_DAY: (i16, i8, i8) = (1899, 12, 30);

/// What a cell says of a day; a number of five digits counts days, as spreadsheets do.
pub fn date_said(text: &str) -> DateSaid {
    let text = text.trim();
    let of = |year: u32, month: u32, day: u32| {
        PartialDate::parse(&format!("{year:04}-{month:02}-{day:02}"))
    };
    if let Some(date) = PartialDate::parse(text) {
        return DateSaid::One(date);
    }
    if let Ok(serial @ 20_000..80_000) = text.parse::<i32>() {
        let (year, month, day) = BEFORE_FIRST_DAY;
        let first = jiff::civil::date(year, month, day);
        let date = first.checked_add(jiff::Span::new().days(serial)).ok();
        let date = date.and_then(|date| PartialDate::parse(&date.to_string()));
        return date.map_or(DateSaid::Unclear, DateSaid::One);
    }
    if let Some((year, month, day)) = parts(text) {
        return of(year, month, day).map_or(DateSaid::Unclear, DateSaid::One);
    }
    let numbers = text.split(['/', '-']).map(|part| part.trim().parse());
    let numbers: Option<Vec<u32>> = numbers.collect::<Result<_, _>>().ok();
    let Some([first, second, year]) = numbers.and_then(|all| <[u32; 3]>::try_from(all).ok()) else {
        return DateSaid::Unclear;
    };
    match (of(year, second, first), of(year, first, second)) {
        (Some(one), Some(other)) if one != other => DateSaid::Either(one, other),
        (Some(one), _) | (None, Some(one)) => DateSaid::One(one),
        (None, None) => DateSaid::Unclear,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Quantity::{About, Between, Exactly, MoreThan, Nearly};

    #[test]
    fn what_can_be_read_in_two_ways_is_not_guessed() {
        use QuantitySaid::{One, Only, Unclear};
        for (text, meant) in [
            ("2517", One(Exactly(2517), None)),
            ("1 800", One(Exactly(1800), None)),
            ("plus de 1 800", One(MoreThan(1800), None)),
            ("1.800", Only(Exactly(1800), Decimal::Comma)),
            ("more than 1,800", Only(MoreThan(1800), Decimal::Point)),
            ("1,234,567", One(Exactly(1_234_567), Some(Decimal::Point))),
            ("1.234.567", One(Exactly(1_234_567), Some(Decimal::Comma))),
            ("près de 8 millions", One(Nearly(8_000_000), None)),
            ("1.5 million", One(Exactly(1_500_000), Some(Decimal::Point))),
            ("~40", One(About(40), None)),
            ("40–60", One(Between(40, 60), None)),
            ("decenas", One(Quantity::Dozens, None)),
            ("n/a", Unclear),
            ("48.7", Unclear),
            ("", Unclear),
        ] {
            assert_eq!(quantity_said(text), meant, "{text}");
        }
    }

    #[test]
    fn a_day_is_read_as_a_spreadsheet_or_a_person_writes_it() {
        let date = |text: &str| PartialDate::parse(text).unwrap();
        for text in [
            "2024-09-29",
            "29/09/2024",
            "29.9.2024",
            "45564",
            "29 September 2024",
        ] {
            assert_eq!(date_said(text), DateSaid::One(date("2024-09-29")), "{text}");
        }
        let either = DateSaid::Either(date("2024-10-04"), date("2024-04-10"));
        assert_eq!(date_said("04/10/2024"), either);
        assert_eq!(date_said("04/04/2024"), DateSaid::One(date("2024-04-04")));
        assert_eq!(date_said("2024-09"), DateSaid::One(date("2024-09")));
        for text in ["", "31/31/2024", "12", "soon"] {
            assert_eq!(date_said(text), DateSaid::Unclear, "{text}");
        }
    }
}
