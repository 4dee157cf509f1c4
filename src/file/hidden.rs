//! Characters that nobody sees but that change what is read: control characters, and those that
//! turn the direction of text around.

use super::fault::{Fault, Span};

/// How many bytes are looked at together before looking closer.
const BLOCK: usize = 64;

/// What a character is called when it has no business in a dataset; `None` for all others.
pub(super) fn name(c: char) -> Option<&'static str> {
    Some(match c {
        '\0' => "null character",
        '\u{7}' => "bell",
        '\u{8}' => "backspace",
        '\u{B}' => "vertical tab",
        '\u{C}' => "form feed",
        '\u{1B}' => "escape character",
        '\u{7F}' => "delete character",
        '\u{AD}' => "soft hyphen",
        '\u{34F}' => "grapheme joiner",
        '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' => "Hangul filler",
        '\u{180E}' => "Mongolian vowel separator",
        '\u{2060}' => "word joiner",
        '\u{2061}'..='\u{2064}' => "invisible sign",
        '\u{61C}' => "Arabic letter mark",
        '\u{200B}' => "zero-width space",
        '\u{200E}' => "left-to-right mark",
        '\u{200F}' => "right-to-left mark",
        '\u{202A}' => "left-to-right embedding",
        '\u{202B}' => "right-to-left embedding",
        '\u{202C}' => "end of directional formatting",
        '\u{202D}' => "left-to-right override",
        '\u{202E}' => "right-to-left override",
        '\u{2066}' => "left-to-right isolate",
        '\u{2067}' => "right-to-left isolate",
        '\u{2068}' => "first strong isolate",
        '\u{2069}' => "end of directional isolate",
        '\u{FEFF}' => "byte-order mark",
        '\n' | '\t' | '\r' => return None,
        c if c.is_control() => "control character",
        _ => return None,
    })
}

/// The character's number as Unicode writes it: `U+202E`.
pub(super) fn code(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

/// Where hidden characters stand in a text, in order.
pub(super) fn find(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    for (index, block) in text.as_bytes().chunks(BLOCK).enumerate() {
        // Folded without leaving early, so that the compiler looks at many bytes at a time.
        let any = block
            .iter()
            .fold(false, |any, &byte| any | may_begin_hidden(byte));
        if !any {
            continue;
        }
        for (offset, &byte) in block.iter().enumerate() {
            let start = index * BLOCK + offset;
            if may_begin_hidden(byte)
                && let Some(c) = text.get(start..).and_then(|rest| rest.chars().next())
                && name(c).is_some()
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

/// The fault of a hidden character, which is taken out of what is read.
pub(super) fn fault(c: char, span: Span) -> Fault {
    let what = format!(
        "an invisible character stands here: {}, {}",
        code(c),
        name(c).unwrap_or("control character"),
    );
    let remedy = "delete the word it stands in or next to, and type it again";
    Fault::error(span, what, remedy).leaving_out("it")
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
                assert_eq!(
                    find(&text),
                    vec![Span {
                        start: before,
                        end: before + c.len_utf8()
                    }],
                    "{c:?} after {before}"
                );
            }
        }
    }

    #[test]
    fn ordinary_text_of_any_script_hides_nothing() {
        assert!(find("a\tb\r\n“Côte d’Ivoire” – Україна 日本 العربية 🙂 ﬁ").is_empty());
    }
}
