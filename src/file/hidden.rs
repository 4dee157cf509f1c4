//! Where characters stand that nobody sees but that change what is read, found quickly.

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
        if !any {
            continue;
        }
        for (offset, &byte) in block.iter().enumerate() {
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
        // The lead bytes of U+0080 to U+009F, U+061C, U+200B to U+2069 and U+FEFF.
        0x00..=0x1F | 0x7F | 0xC2 | 0xD8 | 0xE2 | 0xEF => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_hidden_character_is_found_wherever_it_stands() {
        for c in [
            '\0', '\u{1B}', '\u{7F}', '\u{85}', '\u{61C}', '\u{200E}', '\u{202E}', '\u{2069}',
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
