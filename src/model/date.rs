//! Dates as precise as a source gave them, and the days an operation ran.

use std::fmt;

use jiff::civil::Date;

/// A day, a month or a year: as much of a date as is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    year: i16,
    month: Option<i8>,
    day: Option<i8>,
}

impl PartialDate {
    /// Reads `2024-09-29`, `2024-09` or `2024`; `None` for anything else, and for a day that
    /// is in no calendar.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = number(parts.next()?, 4)?;
        let month = parts
            .next()
            .map(|part| number(part, 2).and_then(|m| i8::try_from(m).ok()));
        let day = parts
            .next()
            .map(|part| number(part, 2).and_then(|d| i8::try_from(d).ok()));
        if parts.next().is_some() {
            return None;
        }
        let (month, day) = match (month, day) {
            (None, _) => (None, None),
            (Some(month), None) => (Some(month?), None),
            (Some(month), Some(day)) => (Some(month?), Some(day?)),
        };
        Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).ok()?;
        Some(Self { year, month, day })
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.year
    }

    /// The month, from 1; `None` when only a year is known.
    pub fn month(self) -> Option<i8> {
        self.month
    }

    /// The calendar day; `None` when only a month or a year is known.
    pub fn day(self) -> Option<Date> {
        Date::new(self.year, self.month?, self.day?).ok()
    }

    /// The earliest day it can mean, for placing on a time axis.
    pub fn earliest(self) -> Date {
        Date::new(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1)).unwrap_or(Date::MIN)
    }

    /// The latest day it can mean.
    pub fn latest(self) -> Date {
        let first = self.earliest();
        match (self.month, self.day) {
            (Some(_), Some(_)) => first,
            (Some(_), None) => first.last_of_month(),
            (None, _) => first.last_of_year(),
        }
    }
}

/// As written in a dataset: `2024-09-29`, `2024-09`, `2024`.
impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

fn number(text: &str, digits: usize) -> Option<i16> {
    (text.len() == digits && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

/// The first and the last day of an operation, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    /// The first day, or the month it fell in.
    pub first: PartialDate,
    /// The last day, or the month it fell in.
    pub last: PartialDate,
}

impl Days {
    /// How many days the operation ran, both ends included: 29 September to 4 October is 6.
    /// `None` when one of the two days is not known.
    pub fn count(self) -> Option<u32> {
        let (first, last) = (self.first.day()?, self.last.day()?);
        let between = first.until(last).ok()?.get_days();
        u32::try_from(between + 1).ok().filter(|&days| days > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(first: &str, last: &str) -> Days {
        Days {
            first: PartialDate::parse(first).unwrap(),
            last: PartialDate::parse(last).unwrap(),
        }
    }

    #[test]
    fn both_ends_of_an_operation_count() {
        assert_eq!(days("2024-09-29", "2024-10-04").count(), Some(6));
        assert_eq!(days("2025-11-10", "2025-11-21").count(), Some(12));
        assert_eq!(days("2025-11-10", "2025-11-10").count(), Some(1));
    }

    #[test]
    fn months_without_days_have_no_day_count() {
        assert_eq!(days("2023-05", "2023-06").count(), None);
    }

    #[test]
    fn dates_that_cannot_be_are_not_read() {
        for text in [
            "2024-02-30",
            "2024-13",
            "24-01-01",
            "2024-1-1",
            "",
            "2024-",
            "2024-01-01-01",
            "soon",
        ] {
            assert_eq!(PartialDate::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_date_is_written_back_as_it_was_read() {
        for text in ["2024-09-29", "2023-05", "2021"] {
            assert_eq!(PartialDate::parse(text).unwrap().to_string(), text);
        }
    }
}
