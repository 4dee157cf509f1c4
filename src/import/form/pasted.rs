//! A citation or an address pasted in place of a publication, taken apart into its fields as far
//! as rules can tell. What has been typed into a field stays.

use super::SourceFields;
use crate::file::{DateSaid, date_said};
use crate::model::{Atlas, Grade, PartialDate, Source};

/// What opens and closes a title.
const QUOTES: [(char, char); 4] = [('“', '”'), ('"', '"'), ('«', '»'), ('„', '“')];

/// The parts of what names a publication.
#[derive(Default)]
struct Parts {
    publisher: String,
    title: String,
    date: String,
    address: String,
    grade: Option<Grade>,
}

/// Takes apart what names a publication, where that is more than a name. A field that holds what
/// the name gave before, as it was typed letter by letter, follows it.
pub(super) fn take_apart(fields: &mut SourceFields, before: &str, atlas: &Atlas) {
    let (was, now) = (parts(before, atlas), parts(&fields.named, atlas));
    let fill = |field: &mut String, was: String, now: String| {
        if field.trim().is_empty() || *field == was {
            *field = now;
        }
    };
    fill(&mut fields.publisher, was.publisher, now.publisher);
    fill(&mut fields.title, was.title, now.title);
    fill(&mut fields.date, was.date, now.date);
    fill(&mut fields.address, was.address, now.address);
    if fields.grade == was.grade || fields.grade.is_none() {
        fields.grade = now.grade;
    }
}

fn parts(named: &str, atlas: &Atlas) -> Parts {
    let address = named.split_whitespace().find(|word| word.contains("://"));
    let address = address.map(|word| word.trim_end_matches(['.', ',', ';', ')', '>']));
    let title = quoted(named);
    if address.is_none() && title.is_none() {
        return Parts::default();
    }
    let known = address.and_then(|address| of_host(atlas, address));
    let before = title.and_then(|title| named.split_once(title));
    let before = before.map(|(before, _)| before.trim_matches(is_between).to_owned());
    let before = before.filter(|before| !before.is_empty());
    let publisher = before.or_else(|| known.map(|known| known.publisher.clone()));
    Parts {
        publisher: publisher.unwrap_or_default(),
        title: title.unwrap_or_default().to_owned(),
        date: date_in(named).map_or_else(String::new, |date| date.to_string()),
        address: address.unwrap_or_default().to_owned(),
        grade: known.map(|known| known.grade),
    }
}

/// Signs between the parts of a citation.
fn is_between(sign: char) -> bool {
    sign.is_whitespace() || ",.;:()“”\"«»„".contains(sign)
}

fn quoted(text: &str) -> Option<&str> {
    QUOTES.iter().find_map(|(open, close)| {
        let (_, rest) = text.split_once(*open)?;
        let (title, _) = rest.split_once(*close)?;
        Some(title.trim()).filter(|title| !title.is_empty())
    })
}

/// A publication that is open and stands on the same host.
fn of_host<'a>(atlas: &'a Atlas, address: &str) -> Option<&'a Source> {
    let host = |address: &str| {
        let rest = address.split_once("://").map(|(_, rest)| rest.to_owned())?;
        let host = rest.split(['/', '?', '#']).next()?;
        Some(host.trim_start_matches("www.").to_lowercase())
    };
    let wanted = host(address);
    let mut sources = atlas.sources.values();
    sources.find(|source| wanted.is_some() && source.link().and_then(host) == wanted)
}

/// The first day in a text: of one word, or of three.
fn date_in(text: &str) -> Option<PartialDate> {
    let words: Vec<&str> = text
        .split(|sign: char| sign.is_whitespace() || ",;()".contains(sign))
        .filter(|word| !word.is_empty() && !word.contains("://"))
        .collect();
    let said = |text: &str| match date_said(text) {
        DateSaid::One(date) if date.day().is_some() => Some(date),
        DateSaid::One(_) | DateSaid::Either(..) | DateSaid::Unclear => None,
    };
    let of_three = words.windows(3).find_map(|three| said(&three.join(" ")));
    let in_address = || {
        // news/2024/11/06/…
        let parts: Vec<&str> = text.split(['/', '_', '?']).collect();
        parts
            .windows(3)
            .find_map(|three| PartialDate::parse(&three.join("-")))
    };
    let of_one = words.iter().find_map(|word| said(word));
    of_one.or(of_three).or_else(in_address)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture;
    use std::sync::Arc;

    fn apart(named: &str) -> SourceFields {
        let mut fields = SourceFields {
            named: named.to_owned(),
            ..SourceFields::default()
        };
        let (atlas, _) = Atlas::of(&[Arc::new(fixture::dataset())]);
        take_apart(&mut fields, "", &atlas);
        fields
    }

    #[test]
    fn a_citation_is_taken_apart_into_its_fields() {
        for citation in [
            "The police, “A release”, 6 November 2024, https://example.org/a.",
            "The police. \"A release\" (2024-11-06) https://example.org/a",
            "The police: « A release », 6.11.2024 https://example.org/a",
        ] {
            let fields = apart(citation);
            assert_eq!(fields.publisher, "The police", "{citation}");
            assert_eq!(fields.title, "A release", "{citation}");
            assert_eq!(fields.date, "2024-11-06", "{citation}");
            assert_eq!(fields.address, "https://example.org/a", "{citation}");
        }
    }

    #[test]
    fn an_address_that_is_typed_letter_by_letter_is_whole_and_a_correction_stays() {
        let (atlas, _) = Atlas::of(&[Arc::new(fixture::dataset())]);
        let mut fields = SourceFields::default();
        let address = "https://example.org/2024/11/06";
        for end in 1..=address.len() {
            let before = std::mem::replace(&mut fields.named, address[..end].to_owned());
            take_apart(&mut fields, &before, &atlas);
        }
        assert_eq!(
            (fields.address.as_str(), fields.date.as_str()),
            (address, "2024-11-06")
        );
        "2024-11-07".clone_into(&mut fields.date);
        let before = std::mem::replace(&mut fields.named, format!("{address}/more"));
        take_apart(&mut fields, &before, &atlas);
        assert_eq!(fields.date, "2024-11-07");
        assert!(fields.address.ends_with("more"));
    }

    #[test]
    fn an_address_tells_the_day_that_is_in_it_and_a_name_tells_nothing() {
        let fields = apart("https://news.example.org/2024/11/06/raid");
        assert_eq!(fields.date, "2024-11-06");
        assert_eq!(
            apart("A release"),
            SourceFields {
                named: "A release".to_owned(),
                ..SourceFields::default()
            }
        );
    }
}
