//! Characters that nobody sees but that change what is read: where they stand, the text without
//! them, and the way back from places in that text to places in the file.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::found::{Found, Span, Spans};
use crate::model::Fault;
use crate::model::fault::{RecordFault, SignFault};
use crate::model::hidden::{is_hidden, shown};

/// How many bytes are looked at together before looking closer.
const BLOCK: usize = 64;

/// Where hidden characters stand in a text, in order.
pub(super) fn find(text: &str) -> Vec<Span> {
    places(text, &BEGIN_HIDDEN, is_hidden)
}

/// Of each byte whether a wanted character may begin with it.
pub(super) type Beginnings = [bool; 256];

/// Those that lie in ranges, each from its first to its last.
pub(super) const fn beginnings(ranges: &[(u8, u8)]) -> Beginnings {
    let mut all = [false; 256];
    let mut range = 0;
    while range < ranges.len() {
        let (first, last) = ranges[range];
        let mut byte = first as usize;
        while byte <= last as usize {
            all[byte] = true;
            byte += 1;
        }
        range += 1;
    }
    all
}

/// Where wanted characters stand in a text, in order; `may_begin` holds at least every byte that
/// one of them begins with.
pub(super) fn places(
    text: &str,
    may_begin: &Beginnings,
    wanted: impl Fn(char) -> bool,
) -> Vec<Span> {
    let mut found = Vec::new();
    for (index, block) in text.as_bytes().chunks(BLOCK).enumerate() {
        // Without leaving early, which would take longer than the bytes behind.
        let may = |&byte: &u8| may_begin[usize::from(byte)];
        let any = block.iter().fold(false, |any, byte| any | may(byte));
        for (offset, &byte) in block.iter().enumerate().filter(|_| any) {
            let start = index * BLOCK + offset;
            if may(&byte)
                && let Some(c) = text.get(start..).and_then(|rest| rest.chars().next())
                && wanted(c)
            {
                found.push(start..start + c.len_utf8());
            }
        }
    }
    found
}

/// Those of hidden characters: signs that steer a terminal, but for the ends of lines and tabs, and
/// the lead bytes of U+0080 to U+00AD, U+034F, U+061C, U+115F and U+180E, U+200B to U+2069, U+3164,
/// U+FEFF and U+FFA0.
const BEGIN_HIDDEN: Beginnings = beginnings(&[
    (0x00, 0x08),
    (0x0B, 0x0C),
    (0x0E, 0x1F),
    (0x7F, 0x7F),
    (0xC2, 0xC2),
    (0xCD, 0xCD),
    (0xD8, 0xD8),
    (0xE1, 0xE3),
    (0xEF, 0xEF),
]);

/// Tells where hidden characters stand, each kind once; where one makes an id the same as another,
/// it is told with that. `firsts` is where records of an id stand that is there twice.
pub(super) fn tell(text: &str, hidden: Vec<Span>, firsts: &Spans, faults: &mut Vec<Found>) {
    let mut twice: BTreeMap<String, Vec<&mut Found>> = BTreeMap::new();
    for found in faults.iter_mut() {
        if let Fault::Record(RecordFault::IdTwice(_, id)) = &found.fault {
            twice.entry(id.clone()).or_default().push(found);
        }
    }
    let mut kinds: BTreeMap<char, (Span, usize)> = BTreeMap::new();
    for at in hidden {
        let c = text.get(at.clone()).and_then(|piece| piece.chars().next());
        let c = c.unwrap_or('\0');
        let id = (!twice.is_empty()).then(|| shown(&quoted(text, &at)));
        let of_id = id.and_then(|id| twice.get_mut(&id)).into_iter().flatten();
        let mut in_id = false;
        for found in of_id {
            let within = |span: &Span| span.start <= at.start && at.end <= span.end;
            let (
                Fault::Record(
                    RecordFault::IdTwice(noun, id) | RecordFault::IdTwiceUnseen(noun, id, _),
                ),
                Some(span),
            ) = (&found.fault, &found.span)
            else {
                continue;
            };
            let (noun, id) = (*noun, id.clone());
            let first = firsts.get(&(noun, id.clone()));
            if within(span) || first.is_some_and(within) {
                found.fault = RecordFault::IdTwiceUnseen(noun, id, c).into();
                in_id = true;
            }
        }
        if !in_id {
            kinds.entry(c).or_insert((at, 0)).1 += 1;
        }
    }
    for (c, (at, count)) in kinds {
        faults.push(Found::error(at, SignFault::Hidden(c, count)));
    }
}

/// The text in quotation marks around a hidden character, without any; nothing where it is long.
fn quoted(text: &str, at: &Span) -> String {
    const LONGEST: usize = 200;
    let from = text.floor_char_boundary(at.start.saturating_sub(LONGEST));
    let to = text.floor_char_boundary((at.end + LONGEST).min(text.len()));
    let before = text
        .get(from..at.start)
        .and_then(|before| before.rsplit('"').next());
    let after = text
        .get(at.end..to)
        .and_then(|after| after.split('"').next());
    let both = before.into_iter().chain(after).flat_map(str::chars);
    both.filter(|&c| !is_hidden(c)).collect()
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
