//! Dates as people write them, and how a dataset has them.

use crate::model::PartialDate;
use crate::model::fault::DateFault;
use crate::model::hidden::shown;

const MONTHS: &str = "january february march april may june july august september october \
                      november december";

/// What is wrong with the text of a date; `None` where it is one.
pub(super) fn fault(text: &str) -> Option<DateFault> {
    PartialDate::parse(text).is_none().then(|| explain(text))
}

/// What is wrong with a text that is no date.
pub(super) fn explain(text: &str) -> DateFault {
    if text.trim().is_empty() {
        return DateFault::Empty;
    }
    let written = shown(text);
    let Some((year, month, day)) = parts(text) else {
        return DateFault::NoDate(written);
    };
    if !(1..=12).contains(&month) {
        return DateFault::NoMonth(written, month);
    }
    let date = format!("{year:04}-{month:02}-{day:02}");
    if PartialDate::parse(&date).is_some() {
        return DateFault::Form(written, date);
    }
    match PartialDate::parse(&format!("{year:04}-{month:02}")) {
        Some(month) => DateFault::NoDay(written, month),
        None => DateFault::NoDate(written),
    }
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
        let mut months = MONTHS.split(' ');
        let found = months.position(|month| word.len() >= 3 && month.starts_with(word))?;
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

    fn form(text: &str, date: &str) -> DateFault {
        DateFault::Form(text.trim().to_owned(), date.to_owned())
    }

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
            assert_eq!(explain(text), form(text, "2024-11-06"), "{text}");
        }
        for text in ["28/11/2024", "11/28/2024"] {
            assert_eq!(explain(text), form(text, "2024-11-28"));
        }
    }

    #[test]
    fn a_date_that_can_be_read_in_two_ways_is_not_guessed() {
        for text in ["06/11/2024", "soon", "06.11.24"] {
            assert_eq!(explain(text), DateFault::NoDate(text.to_owned()));
        }
    }

    #[test]
    fn days_and_months_that_are_in_no_calendar_are_told() {
        let written = |text: &str| text.to_owned();
        let february = PartialDate::parse("2024-02").unwrap();
        let no_day = DateFault::NoDay(written("2024-02-30"), february);
        assert_eq!(explain("2024-02-30"), no_day);
        assert_eq!(
            explain("2024-13-01"),
            DateFault::NoMonth(written("2024-13-01"), 13)
        );
        assert_eq!(explain(""), DateFault::Empty);
    }
}
