//! Dates as people write them, and how a dataset has them.

use crate::model::PartialDate;

use super::wording::quoted;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const WRITE: &str =
    "write the year, month and day as 2024-11-06; 2024-11 or 2024 where no more is known";

/// What is wrong with a text that is no date, and what to write.
pub(super) fn explain(text: &str) -> (String, String) {
    let what = format!("{} is not a date", quoted(text));
    if text.trim().is_empty() {
        return (
            "the date is empty".to_owned(),
            "write it as 2024-11-06, or leave the field out".to_owned(),
        );
    }
    let Some((year, month, day)) = parts(text) else {
        return (what, WRITE.to_owned());
    };
    if !(1..=12).contains(&month) {
        return (
            format!("{what}: there is no month {month}"),
            WRITE.to_owned(),
        );
    }
    let written = format!("{year:04}-{month:02}-{day:02}");
    if PartialDate::parse(&written).is_some() {
        return (
            format!("{} is not written as a dataset has dates", quoted(text)),
            format!("write \"{written}\""),
        );
    }
    let last = PartialDate::parse(&format!("{year:04}-{month:02}"))
        .map_or(31, |month| month.latest().day());
    let index = usize::try_from(month - 1).unwrap_or(0);
    let name = MONTHS.get(index).copied().unwrap_or("");
    let name: String = name
        .chars()
        .take(1)
        .flat_map(char::to_uppercase)
        .chain(name.chars().skip(1))
        .collect();
    (
        format!("{what}: {name} {year} has {last} days"),
        format!("correct the day, or write \"{year:04}-{month:02}\" if it is not known"),
    )
}

/// Year, month and day of a date in any order that leaves no doubt.
fn parts(text: &str) -> Option<(u32, u32, u32)> {
    let text = text.trim().to_lowercase();
    let words: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty() && *word != "of")
        .collect();
    if let [all] = words.as_slice()
        && all.len() == 8
    {
        return Some((
            all.get(..4)?.parse().ok()?,
            all.get(4..6)?.parse().ok()?,
            all.get(6..)?.parse().ok()?,
        ));
    }
    let [a, b, c] = words.as_slice() else {
        return None;
    };
    let number = |word: &str| {
        word.trim_end_matches(|c: char| c.is_ascii_alphabetic())
            .parse::<u32>()
            .ok()
    };
    let month_name = |word: &str| {
        let found = MONTHS
            .iter()
            .position(|month| word.len() >= 3 && month.starts_with(word))?;
        u32::try_from(found + 1).ok()
    };
    if let Some(month) = month_name(b) {
        return Some((number(c).filter(|&year| year > 31)?, month, number(a)?));
    }
    if let Some(month) = month_name(a) {
        return Some((number(c).filter(|&year| year > 31)?, month, number(b)?));
    }
    let (first, second, third) = (number(a)?, number(b)?, number(c)?);
    if a.len() == 4 {
        return Some((first, second, third));
    }
    if c.len() != 4 {
        return None;
    }
    // 06.11.2024 is the sixth of November; of 06/11/2024 nobody can say.
    match (
        text.contains('/') || text.contains('-'),
        first > 12,
        second > 12,
    ) {
        (false, ..) | (true, true, false) => Some((third, second, first)),
        (true, false, true) => Some((third, first, second)),
        (true, ..) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_in_another_form_is_turned_into_ours() {
        for text in [
            "06.11.2024",
            "6.11.2024",
            "2024/11/06",
            "2024-11-6",
            "20241106",
            "6 November 2024",
            "Nov 6, 2024",
            "6th of November 2024",
            " 2024-11-06",
        ] {
            assert_eq!(explain(text).1, "write \"2024-11-06\"", "{text}");
        }
        assert_eq!(explain("28/11/2024").1, "write \"2024-11-28\"");
        assert_eq!(explain("11/28/2024").1, "write \"2024-11-28\"");
    }

    #[test]
    fn a_date_that_can_be_read_in_two_ways_is_not_guessed() {
        assert_eq!(explain("06/11/2024").1, WRITE);
        assert_eq!(explain("soon").1, WRITE);
        assert_eq!(explain("06.11.24").1, WRITE);
    }

    #[test]
    fn days_and_months_that_are_in_no_calendar_are_told() {
        assert_eq!(
            explain("2024-02-30").0,
            "“2024-02-30” is not a date: February 2024 has 29 days"
        );
        assert_eq!(
            explain("2024-13-01").0,
            "“2024-13-01” is not a date: there is no month 13"
        );
        assert_eq!(explain("").0, "the date is empty");
    }
}
