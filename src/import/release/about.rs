//! What a text tells of the publication that it is: its title, its day, its address. All of it is
//! shown and can be changed before anything rests on it.

use super::{Mark, NamedDays, What};
use crate::import::form::SourceFields;

/// A title has at least so many words and at most so many letters.
const TITLE: (usize, usize) = (4, 200);

/// So far into its line a day may stand that begins a text: “LYON, France, 6 November 2024 –”.
const DATELINE: usize = 50;

/// So far into a text its day is looked for.
const HEAD: usize = 600;

/// What a text tells, beside what its file does.
pub(super) fn told(text: &str, marks: &[Mark], of_file: SourceFields) -> SourceFields {
    let or = |told: String, found: Option<String>| {
        if told.is_empty() {
            found.unwrap_or_default()
        } else {
            told
        }
    };
    let lines = || text.lines().map(str::trim).filter(|line| !line.is_empty());
    let address = or(of_file.address, address(lines()));
    let title = or(of_file.title, title(lines()));
    let cited = lines().find(|line| is_citation(line));
    let named = cited.map_or_else(|| address.clone(), str::to_owned);
    SourceFields {
        named: or(named, Some(title.clone())),
        title: if cited.is_some() {
            String::new()
        } else {
            title
        },
        date: or(
            of_file.date,
            published(text, marks).map(|(_, days)| days.first.to_string()),
        ),
        address,
        ..of_file
    }
}

/// The first line, where it is a heading: a line of some words that is no sentence, and not all.
fn title<'a>(mut lines: impl Iterator<Item = &'a str>) -> Option<String> {
    let is_long = |line: &&str| line.split_whitespace().count() >= TITLE.0;
    let first = lines.by_ref().take(2).find(is_long)?;
    let is_heading = first.chars().count() <= TITLE.1 && !first.ends_with(['.', ':', ',']);
    (is_heading && lines.next().is_some()).then(|| first.to_owned())
}

/// Whether a line names a publication with its title and address.
fn is_citation(line: &str) -> bool {
    line.contains("://") && line.contains(['“', '"', '«']) && line.chars().count() < 400
}

/// The one address of the web that has a line of its own, or one with a word for it.
fn address<'a>(lines: impl Iterator<Item = &'a str>) -> Option<String> {
    let mut found: Vec<&str> = lines
        .filter_map(|line| {
            let word = line.split_whitespace().last()?;
            let label = line.strip_suffix(word)?.trim_end();
            let is_address = word.starts_with("https://") || word.starts_with("http://");
            (is_address && (label.is_empty() || label.ends_with(':'))).then_some(word)
        })
        .collect();
    found.dedup();
    match found.as_slice() {
        [address] => Some((*address).to_owned()),
        _ => None,
    }
}

/// The day that stands over a text or begins it, and the place of its mark.
pub(super) fn published(text: &str, marks: &[Mark]) -> Option<(usize, NamedDays)> {
    let mut days = (marks.iter().enumerate()).take_while(|(_, mark)| mark.span.start < HEAD);
    days.find_map(|(at, mark)| {
        let What::Days(days) = mark.what else {
            return None;
        };
        let day = days
            .first
            .day
            .and(days.first.year)
            .filter(|_| !days.is_span())?;
        let before = text.get(..mark.span.start)?;
        let before = before.rsplit('\n').next().unwrap_or(before);
        let behind = text
            .get(mark.span.end..)?
            .trim_start_matches(['.', ')', ' ', '\u{a0}']);
        let stands_over = behind.is_empty() || behind.starts_with(['\n', '–', '—', '-', ':', '|']);
        let is_head = stands_over && before.chars().count() <= DATELINE && day > 0;
        is_head.then_some((at, days))
    })
}

#[cfg(test)]
mod tests {
    use super::super::Release;
    use crate::import::form::SourceFields;
    use crate::model::Dataset;

    fn told(text: &str) -> SourceFields {
        Release::of("a.txt", text.to_owned(), &Dataset::default(), &[]).source
    }

    #[test]
    fn a_text_tells_its_title_its_day_and_its_address() {
        let fields = told(
            "More than forty arrests in a raid\n\nLYON, France, 6 November 2024 – Police held 40 \
             people on 2 May 2024.\n\nSource: https://example.org/a",
        );
        assert_eq!(fields.title, "More than forty arrests in a raid");
        assert_eq!(fields.date, "2024-11-06");
        assert_eq!(fields.address, "https://example.org/a");
        assert_eq!(fields.named, "https://example.org/a");
    }

    #[test]
    fn what_a_text_does_not_tell_is_not_guessed() {
        let text = "Police held 40 people on 2 May 2024. They were from https://example.org/a and \
            went home.";
        assert_eq!(told(text), SourceFields::default());
        let two = "Forty arrests in one raid\nhttps://example.org/a\nhttps://example.org/b";
        assert_eq!(told(two).address, "");
    }
}
