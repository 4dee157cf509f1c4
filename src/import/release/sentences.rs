//! The sentence that something stands in, and as much of it as a citation may be.

use std::ops::Range;

use crate::model::Trail;

/// What a point behind it does not end a sentence after, in small letters.
const SHORTENED: &str = "mr mrs ms dr prof st ste no nos nr art vs e.g i.e etc approx ca cf fig inc \
    ltd gen col sgt capt sr sra dña d. núm nº av m mm mme mlle p.ej vol ed u.s u.k u.n jan feb sept \
    oct nov dec aug";

/// A line that is shorter stands alone: a heading, an entry of a table.
const SHORT_LINE: usize = 40;

/// A line that is longer was not broken to fit a page.
const LONG_LINE: usize = 120;

/// What begins an entry of a list.
const BULLETS: [char; 6] = ['•', '·', '▪', '*', '–', '—'];

/// What closes behind the end of a sentence.
const CLOSING: [char; 6] = ['"', '”', '’', '»', ')', ']'];

/// What opens before the beginning of one.
const OPENING: [char; 8] = ['“', '"', '«', '(', '[', '¿', '¡', '‘'];

/// The places of all sentences, in their order and without blanks around them.
pub(super) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    for paragraph in paragraphs(text) {
        let inside = text.get(paragraph.clone()).unwrap_or("");
        let mut start = paragraph.start;
        for (at, c) in inside.char_indices() {
            let at = paragraph.start + at;
            if matches!(c, '.' | '!' | '?' | '…') && ends(text, at, c) {
                let behind = at + c.len_utf8();
                let rest = text.get(behind..paragraph.end).unwrap_or("");
                let end = behind + rest.len() - rest.trim_start_matches(CLOSING).len();
                all.extend(trimmed(text, start..end));
                start = end;
            }
        }
        all.extend(trimmed(text, start..paragraph.end));
    }
    all
}

/// The sentence in which a place begins; the place itself where none does.
pub(super) fn around(sentences: &[Range<usize>], place: &Range<usize>) -> Range<usize> {
    let at = sentences.partition_point(|one| one.start <= place.start);
    let sentence = at.checked_sub(1).and_then(|at| sentences.get(at));
    let sentence = sentence.filter(|one| one.end > place.start);
    sentence.map_or_else(|| place.clone(), |one| one.start..one.end.max(place.end))
}

/// A place without blanks and bullets around what stands in it; `None` where nothing does.
fn trimmed(text: &str, place: Range<usize>) -> Option<Range<usize>> {
    let inside = text.get(place.clone())?;
    let blank = |c: char| c.is_whitespace() || BULLETS.contains(&c);
    let begins = inside.trim_start_matches(blank);
    let begins = begins.strip_prefix("- ").unwrap_or(begins);
    let start = place.end - begins.len();
    let end = start + begins.trim_end().len();
    (end > start).then_some(start..end)
}

/// The places of lines that run on, one after another.
pub(super) fn paragraphs(text: &str) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let (mut start, mut from, mut before) = (0, 0, "");
    for line in text.split_inclusive('\n') {
        if from > 0 && breaks(before, line) {
            all.push(start..from);
            start = from;
        }
        before = line;
        from += line.len();
    }
    all.push(start..text.len());
    all
}

/// Whether a line does not go on with the one before it.
fn breaks(before: &str, line: &str) -> bool {
    let (before, line) = (before.trim(), line.trim());
    let ended = before.ends_with(['.', '!', '?', ':', ';', '”', '"', '»', '…']);
    let begins = line.chars().next();
    let is_entry = begins.is_some_and(|c| BULLETS.contains(&c)) || line.starts_with("- ");
    before.is_empty()
        || line.is_empty()
        || is_entry
        || ended && begins.is_some_and(|c| !c.is_lowercase())
        || before.chars().count() < SHORT_LINE
        || before.len() <= LONG_LINE && line.len() > LONG_LINE
}

/// Whether a sign that may end a sentence does.
fn ends(text: &str, at: usize, sign: char) -> bool {
    let rest = text.get(at + sign.len_utf8()..).unwrap_or("");
    let behind = rest.trim_start_matches(CLOSING);
    let next = behind.trim_start();
    if behind.len() == next.len() && !next.is_empty() {
        return false;
    }
    let begins = next.trim_start_matches(OPENING).chars().next();
    if begins.is_some_and(char::is_lowercase) {
        return false;
    }
    if sign != '.' {
        return true;
    }
    let head = text.get(..at).unwrap_or("");
    let letters = |c: char| c.is_alphanumeric() || c == '.' || c == 'º';
    let before = head.trim_end_matches(letters).len();
    let lower = head.get(before..).unwrap_or("").to_lowercase();
    // “No. 4”, but “They said no. Police …”.
    if lower == "no" || lower == "art" || lower == "fig" {
        return !begins.is_some_and(|c| c.is_ascii_digit());
    }
    let initial = lower.chars().count() == 1 && lower.chars().all(char::is_alphabetic);
    !initial && !SHORTENED.split_whitespace().any(|one| one == lower)
}

/// A sentence on one line, of at most as many words as a citation may have; where it is longer, the
/// words around a place, with `…` where something is cut.
pub(super) fn excerpt(text: &str, sentence: &Range<usize>, place: &Range<usize>) -> String {
    let inside = text.get(sentence.clone()).unwrap_or("");
    let words: Vec<&str> = inside.split_whitespace().collect();
    if words.len() <= Trail::MOST_WORDS {
        return words.join(" ");
    }
    let before = text.get(sentence.start..place.start).unwrap_or("");
    let at = before.split_whitespace().count();
    let of_place = text.get(place.clone()).unwrap_or("");
    let length = of_place.split_whitespace().count().max(1);
    let room = Trail::MOST_WORDS.saturating_sub(length);
    let last_start = words.len() - Trail::MOST_WORDS;
    let start = at.saturating_sub(room / 2).min(last_start);
    let end = start + Trail::MOST_WORDS;
    let cut = words.get(start..end).unwrap_or(&words).join(" ");
    let (head, tail) = (start > 0, end < words.len());
    let dots = |is_cut: bool| if is_cut { "…" } else { "" };
    format!("{}{cut}{}", dots(head), dots(tail))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentence_of<'a>(text: &'a str, word: &str) -> &'a str {
        let at = text.find(word).unwrap();
        &text[super::around(&sentences(text), &(at..at + word.len()))]
    }

    #[test]
    fn a_sentence_ends_where_a_reader_would_stop() {
        for (text, word, found) in [
            ("One. Two 40 here. Three.", "40", "Two 40 here."),
            (
                "From the U.S. Marshals came 40. Then",
                "40",
                "From the U.S. Marshals came 40.",
            ),
            ("M. Durand a parlé. Il y a 40 cas.", "40", "Il y a 40 cas."),
            (
                "Some, e.g. Mali, had 5.5 tonnes. End.",
                "5.5",
                "Some, e.g. Mali, had 5.5 tonnes.",
            ),
            ("“We did it.” The 40 left.", "40", "The 40 left."),
            ("He said: “It is 40.” Then.", "40", "He said: “It is 40.”"),
            ("See No. 4 of it. Next", "4", "See No. 4 of it."),
            ("Results\n• 40 arrests\n• 12 cases", "12", "12 cases"),
            (
                "Notable cases\nIn Mali 40 were found",
                "40",
                "In Mali 40 were found",
            ),
            (
                "A sentence that the writer of a letter has broken\nafter 40 letters. And",
                "40",
                "A sentence that the writer of a letter has broken\nafter 40 letters.",
            ),
        ] {
            assert_eq!(sentence_of(text, word), found, "{text}");
        }
    }

    #[test]
    fn a_long_sentence_is_cut_on_both_sides_of_its_number() {
        let words: Vec<String> = (0..100).map(|nth| format!("w{nth}")).collect();
        let text = words.join(" ");
        for at in [0, 50, 99] {
            let start = text.find(&format!("w{at}")).unwrap();
            let cut = excerpt(&text, &(0..text.len()), &(start..start + 2));
            assert!(cut.contains(&format!("w{at}")), "{cut}");
            assert_eq!(cut.split_whitespace().count(), Trail::MOST_WORDS);
            assert_eq!(cut.starts_with('…'), at > 0);
            assert_eq!(cut.ends_with('…'), at < 99);
        }
    }
}
