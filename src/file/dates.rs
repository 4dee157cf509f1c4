//! Dates as people write them, and how a dataset has them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::said::other_digit;
use super::tree::{Kind, Node};
use crate::model::PartialDate;
use crate::model::fault::DateFault;
use crate::model::hidden::shown;

/// The months in the languages that press releases are written in.
const MONTHS: [&str; 7] = [
    "january february march april may june july august september october november december",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
];

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

/// The days in something that is no pair of days: one text with both, or texts in other brackets.
pub(super) fn days_in(node: &Node<'_>) -> Vec<PartialDate> {
    let texts: Vec<&str> = match &node.kind {
        Kind::Text(text) => vec![text],
        Kind::Group(group) => {
            let texts = group.entries.iter().map(|entry| entry.value.text());
            texts.flatten().collect()
        }
        Kind::Number(_) | Kind::Word(_) | Kind::Unread => Vec::new(),
    };
    let words = texts
        .iter()
        .flat_map(|text| text.split([' ', ',', '/', '–', '—']));
    words.filter_map(PartialDate::parse).collect()
}

/// A text in small letters without accents, with our digits.
fn folded(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    use unicode_normalization::char::is_combining_mark;
    let plain = text.nfkd().filter(|c| !is_combining_mark(*c));
    plain
        .flat_map(char::to_lowercase)
        .map(|c| other_digit(c).unwrap_or(c))
        .collect()
}

/// The month that a word is, or begins; `None` where it may be two.
fn month(word: &str) -> Option<u32> {
    if word.chars().count() < 3 {
        return None;
    }
    let begun = MONTHS.iter().flat_map(|months| {
        let months = months.split(' ').zip(1..);
        months.filter(|(month, _)| folded(month).starts_with(word))
    });
    let found: BTreeSet<u32> = begun.map(|(_, number)| number).collect();
    found.first().copied().filter(|_| found.len() == 1)
}

/// The month that a word names in full, or in letters that are no other word.
pub fn month_named(word: &str) -> Option<u32> {
    const SHORT: [(&str, u32); 11] = [
        ("jan", 1),
        ("feb", 2),
        ("apr", 4),
        ("jun", 6),
        ("jul", 7),
        ("aug", 8),
        ("sep", 9),
        ("sept", 9),
        ("oct", 10),
        ("nov", 11),
        ("dec", 12),
    ];
    static NAMED: LazyLock<BTreeMap<String, u32>> = LazyLock::new(|| {
        let named = MONTHS.iter().flat_map(|months| months.split(' ').zip(1..));
        let all = named.chain(SHORT);
        all.map(|(name, month)| (folded(name), month)).collect()
    });
    NAMED.get(&folded(word)).copied()
}

/// Year, month and day of a date in any order that leaves no doubt. A time of day behind it says
/// nothing.
pub(super) fn parts(text: &str) -> Option<(u32, u32, u32)> {
    let text = folded(text.trim());
    let date = text.split_once(':').map_or(text.as_str(), |(before, _)| {
        before
            .rsplit_once([' ', 't'])
            .map_or(before, |(date, _)| date)
    });
    let text = date.trim();
    let words: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty() && !["of", "de", "del", "le", "den"].contains(word))
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
        word.trim_end_matches(char::is_alphabetic)
            .parse::<u32>()
            .ok()
    };
    if let Some(month) = month(b) {
        return Some((number(c).filter(|&year| year > 31)?, month, number(a)?));
    }
    if let Some(month) = month(a) {
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
            "6 de noviembre de 2024",
            "6 novembre 2024",
            "6. November 2024",
            "6 نوفمبر 2024",
            "٢٠٢٤-١١-٠٦",
            "2024-11-06T10:00:00Z",
            "2024-11-06 10:00",
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
        for text in ["06/11/2024", "soon", "06.11.24", "6 jui 2024"] {
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
