//! Characters that nobody sees but that change what is read: where they stand, the text without
//! them, and the way back from places in that text to places in the file.

use std::borrow::Cow;

use super::found::Span;
use crate::model::hidden::is_hidden;

/// How many bytes are looked at together before looking closer.
const BLOCK: usize = 64;

/// Where hidden characters stand in a text, in order.
pub(super) fn find(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    for (index, block) in text.as_bytes().chunks(BLOCK).enumerate() {
        // Folded without leaving early, so that the compiler looks at many bytes at a time.
        let any = block
            .iter()
            .fold(false, |any, &byte| any | may_begin_hidden(byte));
        for (offset, &byte) in block.iter().enumerate().filter(|_| any) {
            let start = index * BLOCK + offset;
            if may_begin_hidden(byte)
                && let Some(c) = text.get(start..).and_then(|rest| rest.chars().next())
                && is_hidden(c)
            {
                found.push(start..start + c.len_utf8());
            }
        }
    }
    found
}

fn may_begin_hidden(byte: u8) -> bool {
    match byte {
        b'\n' | b'\r' | b'\t' => false,
        // The lead bytes of U+0080 to U+00AD, U+034F, U+061C, U+115F and U+180E, U+200B to
        // U+2069, U+3164, U+FEFF and U+FFA0.
        0x00..=0x1F | 0x7F | 0xC2 | 0xCD | 0xD8 | 0xE1..=0xE3 | 0xEF => true,
        _ => false,
    }
}

/// A text without the hidden characters in it.
pub(super) fn without<'a>(text: &'a str, hidden: &[Span]) -> Cow<'a, str> {
    if hidden.is_empty() {
        return text.into();
    }
    let starts = std::iter::once(0).chain(hidden.iter().map(|span| span.end));
    let ends = hidden.iter().map(|span| span.start).chain([text.len()]);
    let kept = starts
        .zip(ends)
        .filter_map(|(start, end)| text.get(start..end));
    kept.collect::<String>().into()
}

/// For each hidden character where it stood in the text without any, and how many bytes of them
/// there are up to and with it.
pub(super) fn gaps(hidden: &[Span]) -> Vec<(usize, usize)> {
    let mut bytes = 0;
    let gaps = hidden.iter().map(|span| {
        let at = span.start - bytes;
        bytes += span.len();
        (at, bytes)
    });
    gaps.collect()
}

/// Where in the file a stretch of the text without hidden characters stands.
pub(super) fn in_file(gaps: &[(usize, usize)], span: &Span) -> Span {
    let taken_out = |before: usize| match before.checked_sub(1).and_then(|last| gaps.get(last)) {
        Some((_, bytes)) => *bytes,
        None => 0,
    };
    let start = span.start + taken_out(gaps.partition_point(|(at, _)| *at <= span.start));
    let end = span.end + taken_out(gaps.partition_point(|(at, _)| *at < span.end));
    start..end.max(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_hidden_character_is_found_wherever_it_stands() {
        for c in [
            '\0', '\u{1B}', '\u{7F}', '\u{85}', '\u{AD}', '\u{34F}', '\u{115F}', '\u{180E}',
            '\u{2060}', '\u{3164}', '\u{FFA0}', '\u{61C}', '\u{200E}', '\u{202E}', '\u{2069}',
            '\u{FEFF}',
        ] {
            for before in [0, 1, 62, 63, 64, 65, 200] {
                let text = format!("{}{c}x", "a".repeat(before));
                let end = before + c.len_utf8();
                let found = find(&text);
                assert_eq!(
                    found,
                    std::slice::from_ref(&(before..end)),
                    "{c:?} after {before}"
                );
                assert_eq!(without(&text, &found), format!("{}x", "a".repeat(before)));
                assert_eq!(in_file(&gaps(&found), &(before..before + 1)), end..end + 1);
            }
        }
    }

    #[test]
    fn ordinary_text_of_any_script_hides_nothing() {
        assert!(find("a\tb\r\n“Côte d’Ivoire” – Україна 日本 العربية 🙂 ﬁ").is_empty());
    }
}
