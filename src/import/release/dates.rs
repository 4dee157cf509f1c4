//! Days that a text names, as far as it does: “29 September to 4 October”, “du 10 au 21 novembre
//! 2025”, “November 2025”.

use std::ops::Range;

use super::tokens::Tokens;
use crate::file::{DateSaid, date_said, month_named};
use crate::model::{Days, PartialDate};

/// A day or a month that is named with or without its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Named {
    /// The year.
    pub year: Option<u32>,
    /// The month, from 1.
    pub month: Option<u32>,
    /// The day of the month.
    pub day: Option<u32>,
}

/// From a first to a last day; both the same where one is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NamedDays {
    /// The first one.
    pub first: Named,
    /// The last one.
    pub last: Named,
}

/// What may stand between a day and its month or a month and its year.
const LINKS: [&str; 5] = ["of", "de", "del", "d", "the"];

/// What stands between a first and a last day.
const TO: [&str; 12] = [
    "to", "and", "until", "through", "au", "a", "et", "al", "y", "hasta", "el", "le",
];

/// What may stand behind the number of a day.
const ORDINALS: [&str; 6] = ["st", "nd", "rd", "th", "er", "o"];

impl Named {
    /// As a date, where the year is named or given.
    pub fn date(self, year: Option<u32>) -> Option<PartialDate> {
        let year = self.year.or(year)?;
        let text = match (self.month, self.day) {
            (Some(month), Some(day)) => format!("{year:04}-{month:02}-{day:02}"),
            (Some(month), None) => format!("{year:04}-{month:02}"),
            (None, _) => format!("{year:04}"),
        };
        PartialDate::parse(&text)
    }
}

impl NamedDays {
    /// As the days of an operation; where no year is named, in the one given.
    pub fn days(self, year: Option<u32>) -> Option<Days> {
        let (first, last) = (self.first.date(year)?, self.last.date(year)?);
        (first.earliest() <= last.latest()).then_some(Days { first, last })
    }

    /// Whether it goes from one day to another.
    pub fn is_span(self) -> bool {
        self.first != self.last
    }
}

/// The days that begin at a token, and the token behind them.
pub(super) fn days_at(tokens: &Tokens<'_>, from: usize) -> Option<(NamedDays, usize)> {
    let of_digits = in_digits(tokens, from);
    if let Some((date, to)) = of_digits {
        let both = NamedDays {
            first: date,
            last: date,
        };
        return Some((both, to));
    }
    let (first, behind) = named(tokens, from)?;
    let ranged = joined(tokens, behind).and_then(|(at, is_loose)| {
        let (mut last, end) = named(tokens, at)?;
        let mut first = first;
        // “November 10 and 21 people”: that is no day.
        let between = tokens.near(from, -1);
        let between =
            between.is_some_and(|word| word.folded == "between" || word.folded == "entre");
        let is_day = last.month.is_some() || last.year.is_some() || !is_loose || between;
        first.month = first.month.or(last.month);
        last.month = last.month.or(first.month);
        first.year = first.year.or(last.year);
        last.year = last.year.or(first.year);
        // “14 novembre à 6 heures”
        let is_later = last.month != first.month || last.day > first.day;
        let whole = first.month.is_some() && first.day.is_some() == last.day.is_some() && is_later;
        (is_day && whole).then_some((NamedDays { first, last }, end))
    });
    ranged.or_else(|| {
        let whole = first.month.is_some() && (first.day.is_some() || first.year.is_some());
        let both = NamedDays { first, last: first };
        whole.then_some((both, behind))
    })
}

/// Where a last day may begin behind a first one, and whether an “and” stands between them.
fn joined(tokens: &Tokens<'_>, behind: usize) -> Option<(usize, bool)> {
    let gap = tokens.gap(behind.checked_sub(1)?);
    if gap.contains(['-', '–', '—', '‑']) {
        return Some((behind, false));
    }
    let mut at = behind;
    let mut is_loose = false;
    while let Some(token) = tokens.at(at)
        && TO.contains(&token.folded.as_str())
        && at < behind + 2
        && tokens.gap(at.saturating_sub(1)).trim().is_empty()
    {
        is_loose |= ["and", "et", "y"].contains(&token.folded.as_str());
        at += 1;
    }
    (at > behind).then_some((at, is_loose))
}

/// A day with its month, a month with a day or a year, or a bare day, and the token behind it.
fn named(tokens: &Tokens<'_>, from: usize) -> Option<(Named, usize)> {
    let mut at = from;
    let mut date = Named::default();
    if let Some(month) = month(tokens, at) {
        date.month = Some(month);
        at += 1;
        if let Some((day, behind)) = day(tokens, at).filter(|_| close(tokens, at)) {
            date.day = Some(day);
            at = behind;
        }
    } else {
        let (day, behind) = day(tokens, at)?;
        date.day = Some(day);
        at = linked(tokens, behind);
        if let Some(month) = month(tokens, at).filter(|_| close(tokens, at)) {
            date.month = Some(month);
            at += 1;
        } else {
            at = behind;
        }
    }
    let of_year = linked(tokens, at);
    if let Some(year) = year(tokens, of_year).filter(|_| close(tokens, of_year)) {
        date.year = Some(year);
        at = of_year + 1;
    }
    Some((date, at))
}

/// Whether nothing but blanks and a comma stands before a token.
fn close(tokens: &Tokens<'_>, at: usize) -> bool {
    let gap = at.checked_sub(1).map_or("", |before| tokens.gap(before));
    let plain =
        gap.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '\'' | '’' | '.'));
    plain.is_empty() && !gap.contains("\n\n")
}

/// The place behind words that only link.
fn linked(tokens: &Tokens<'_>, at: usize) -> usize {
    let is_link = tokens
        .at(at)
        .is_some_and(|token| LINKS.contains(&token.folded.as_str()));
    if is_link { at + 1 } else { at }
}

fn month(tokens: &Tokens<'_>, at: usize) -> Option<u32> {
    let token = tokens.at(at)?;
    // “may” is a month only with a capital letter.
    let is_name = token.lower != "may" || token.is_capital;
    month_named(&token.lower).filter(|_| is_name)
}

/// The number of a day and the token behind it and its ending: 1st, 1er.
fn day(tokens: &Tokens<'_>, at: usize) -> Option<(u32, usize)> {
    let token = tokens.at(at).filter(|token| token.lower.len() <= 2)?;
    let day = token
        .lower
        .parse()
        .ok()
        .filter(|day| (1..=31).contains(day))?;
    // “à 5 h 30”
    let is_hour = tokens
        .at(at + 1)
        .is_some_and(|next| ["h", "heures", "horas"].contains(&&*next.lower));
    if is_hour {
        return None;
    }
    let ending = tokens.at(at + 1).filter(|_| tokens.gap(at).is_empty());
    let is_ending = ending.is_some_and(|one| ORDINALS.contains(&one.folded.as_str()));
    Some((day, if is_ending { at + 2 } else { at + 1 }))
}

/// The number of a year.
pub(super) fn year(tokens: &Tokens<'_>, at: usize) -> Option<u32> {
    let token = tokens.at(at).filter(|token| token.lower.len() == 4)?;
    let year: u32 = token.lower.parse().ok()?;
    (1900..2100).contains(&year).then_some(year)
}

/// A date of digits alone: 2024-09-29, 29/09/2024, 29.09.2024.
fn in_digits(tokens: &Tokens<'_>, from: usize) -> Option<(Named, usize)> {
    let of = |date: PartialDate| {
        let number = |one: Option<i8>| one.and_then(|one| u32::try_from(one).ok());
        Some(Named {
            year: u32::try_from(date.year()).ok(),
            month: number(date.month()),
            day: number(date.day().map(jiff::civil::Date::day)),
        })
    };
    let token = tokens.at(from).filter(|token| token.is_number)?;
    if token.lower.matches('.').count() == 2
        && let DateSaid::One(date) = date_said(&token.lower)
    {
        return Some((of(date)?, from + 1));
    }
    let parted = |at: usize| matches!(tokens.gap(at), "-" | "/");
    if !parted(from) || !parted(from + 1) {
        return None;
    }
    let written = tokens.slice(from, from + 2);
    match date_said(written) {
        DateSaid::One(date) => Some((of(date)?, from + 3)),
        // Nobody can say which of the two is the month.
        DateSaid::Either(one, _) => {
            let year = u32::try_from(one.year()).ok();
            let only_year = Named {
                year,
                ..Named::default()
            };
            Some((only_year, from + 3))
        }
        DateSaid::Unclear => None,
    }
}

/// All days that a text names, by the tokens they take.
pub(super) fn all(tokens: &Tokens<'_>) -> Vec<(NamedDays, Range<usize>)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.all.len() {
        if let Some((days, behind)) = days_at(tokens, at) {
            found.push((days, at..behind));
            at = behind;
        } else {
            at += 1;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let tokens = Tokens::of(text);
        let all = all(&tokens).into_iter();
        let told = |one: Named| {
            let part =
                |part: Option<u32>| part.map_or_else(|| "?".to_owned(), |part| part.to_string());
            [one.year, one.month, one.day].map(part).join("-")
        };
        all.map(|(days, _)| format!("{} {}", told(days.first), told(days.last)))
            .collect()
    }

    #[test]
    fn days_are_found_in_three_languages() {
        for (text, days) in [
            ("(29 September to 4 October)", "?-9-29 ?-10-4"),
            (
                "from September 29 to October 4, 2024",
                "2024-9-29 2024-10-4",
            ),
            ("from November 10 to 21, 2025, and", "2025-11-10 2025-11-21"),
            ("29 September – 4 October 2024", "2024-9-29 2024-10-4"),
            ("between 2 and 6 September 2019", "2019-9-2 2019-9-6"),
            (
                "between November 10 and November 21, involved",
                "?-11-10 ?-11-21",
            ),
            ("du 29 septembre au 4 octobre 2024", "2024-9-29 2024-10-4"),
            ("du 1er au 5 mars 2024", "2024-3-1 2024-3-5"),
            ("del 10 al 21 de noviembre de 2025", "2025-11-10 2025-11-21"),
            ("entre el 2 y el 6 de septiembre", "?-9-2 ?-9-6"),
            ("10-21 November 2025", "2025-11-10 2025-11-21"),
            ("le 5 mai 2024", "2024-5-5 2024-5-5"),
            ("on 14th of May, 12 people", "?-5-14 ?-5-14"),
            ("on 2024-09-29 at", "2024-9-29 2024-9-29"),
            ("le 29/09/2024", "2024-9-29 2024-9-29"),
            ("in November 2025", "2025-11-0 2025-11-0"),
        ] {
            let days = days.replace("-0", "-?");
            assert_eq!(found(text), [days], "{text}");
        }
    }

    #[test]
    fn what_is_no_day_is_not_made_one() {
        for text in [
            "may 12 be enough",
            "between 40 and 60 people",
            "12 people",
            "in November",
            "24 out of 30",
            "4 to 6 boats",
            "à 6 heures",
        ] {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
        assert_eq!(found("on November 10 and 21 people"), ["?-11-10 ?-11-10"]);
        assert_eq!(found("le 14 novembre à 6 heures"), ["?-11-14 ?-11-14"]);
    }
}
