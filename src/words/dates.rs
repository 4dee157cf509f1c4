//! Dates, and publications by their date.

use crate::model::{Days, NoAddress, PartialDate, Source};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl PartialDate {
    /// "29 September 2024", "May 2023", "2021".
    pub fn words(self) -> String {
        self.words_before(&format!(" {}", self.year()))
            .unwrap_or_else(|| self.year().to_string())
    }

    /// Day and month with what follows them; `None` when only a year is known.
    fn words_before(self, year: &str) -> Option<String> {
        let month = MONTHS.get(usize::try_from(self.month()? - 1).ok()?)?;
        Some(match self.day() {
            Some(day) => format!("{} {month}{year}", day.day()),
            None => format!("{month}{year}"),
        })
    }
}

impl Days {
    /// "29 September to 4 October 2024", "10 to 21 November 2025", "May to June 2023".
    pub fn words(self) -> String {
        let (first, last) = (self.first, self.last);
        if first == last {
            return last.words();
        }
        let same_year = first.year() == last.year();
        let same_month = same_year && first.month() == last.month();
        let start = match (first.day(), last.day()) {
            (Some(day), Some(_)) if same_month => Some(day.day().to_string()),
            _ if same_year => first.words_before(""),
            _ => None,
        };
        let start = start.unwrap_or_else(|| first.words());
        format!("{start} to {}", last.words())
    }
}

impl NoAddress {
    /// The reason, as the dataset gives it where it does.
    pub fn words(&self) -> &str {
        match self {
            Self::Because(words) => words,
            Self::Unusable => "the address in the dataset cannot be used",
            Self::Unsaid => "the dataset gives no address",
        }
    }
}

impl Source {
    /// Publisher and date on one line: "INTERPOL, 6 November 2024".
    pub fn byline(&self) -> String {
        format!("{}, {}", self.publisher, self.date_words())
    }

    /// As one cites it: publisher, title in quotation marks, date, address.
    pub fn citation(&self) -> String {
        let address = match &self.address {
            Ok(address) => address,
            Err(reason) => reason.words(),
        };
        let date = self.date_words();
        format!("{}, “{}”, {date}, {address}", self.publisher, self.title)
    }

    /// All that people read of it and may search for.
    pub fn searched(&self) -> String {
        let date = self.date.map(PartialDate::words).unwrap_or_default();
        let grade = self.grade.name();
        format!("{} {} {grade} {date}", self.publisher, self.title)
    }

    /// "6 November 2024", "undated".
    pub fn date_words(&self) -> String {
        self.date
            .map_or_else(|| "undated".to_owned(), PartialDate::words)
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
    fn dates_are_written_in_words() {
        assert_eq!(
            days("2024-09-29", "2024-10-04").words(),
            "29 September to 4 October 2024"
        );
        assert_eq!(
            days("2025-11-10", "2025-11-21").words(),
            "10 to 21 November 2025"
        );
        assert_eq!(days("2023-05", "2023-06").words(), "May to June 2023");
        assert_eq!(
            days("2020-12-30", "2021-01-02").words(),
            "30 December 2020 to 2 January 2021"
        );
        assert_eq!(days("2021", "2021").words(), "2021");
    }
}
