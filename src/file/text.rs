//! From a file's bytes to its text, or to a sentence that says why it is none.

use std::borrow::Cow;

use super::fault::Fault;

/// What the first bytes of well-known kinds of file are.
const KINDS: [(&[u8], &str); 14] = [
    (b"%PDF-", "a PDF document"),
    (
        b"PK\x03\x04",
        "a zip archive, as Excel, Word and LibreOffice write them",
    ),
    (b"PK\x05\x06", "a zip archive"),
    (b"\xD0\xCF\x11\xE0", "an older Excel or Word document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xFF\xD8\xFF", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a picture, a sound or a film"),
    (b"\x1F\x8B", "a gzip archive"),
    (b"7z\xBC\xAF", "a 7-Zip archive"),
    (b"SQLite format 3", "an SQLite database"),
    (b"{\\rtf", "a rich-text document"),
    (b"\x7FELF", "a program"),
    (b"MZ\x90", "a program"),
];

/// What to do with a file of another kind.
const NOT_A_DATASET: &str = "open a dataset instead: a text file whose name usually ends in .ron";

const UTF_8: &str = "save it again as UTF-8, which editors offer under Save as or Encoding";

/// The text of a file as places count it, for showing the lines that problems are about: a
/// byte-order mark is no part of it, UTF-16 is decoded, and what is no text stands as �.
pub fn decode(bytes: &[u8]) -> Cow<'_, str> {
    match wide_mark(bytes) {
        Some((Width::Two, little, rest)) => {
            let units = rest
                .chunks_exact(2)
                .filter_map(|pair| <[u8; 2]>::try_from(pair).ok())
                .map(|pair| {
                    if little {
                        u16::from_le_bytes(pair)
                    } else {
                        u16::from_be_bytes(pair)
                    }
                });
            char::decode_utf16(units)
                .map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER))
                .collect::<String>()
                .into()
        }
        _ => String::from_utf8_lossy(without_mark(bytes)),
    }
}

/// The text of a file, and whether a byte-order mark stands before it.
pub(super) fn text(bytes: &[u8]) -> Result<(&str, bool), Fault> {
    if bytes.is_empty() {
        return Err(Fault::of_file(
            "the file is empty",
            "write a dataset into it; “opatlas new” writes one to start from",
        ));
    }
    if let Some((_, kind)) = KINDS.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Err(Fault::of_file(
            format!("the file is {kind}, not a dataset"),
            NOT_A_DATASET,
        ));
    }
    let encoding = match wide_mark(bytes) {
        Some((Width::Two, ..)) => Some("UTF-16"),
        Some((Width::Four, ..)) => Some("UTF-32"),
        None => wide_without_mark(bytes),
    };
    if let Some(encoding) = encoding {
        return Err(Fault::of_file(
            format!("the file is saved as {encoding}"),
            UTF_8,
        ));
    }
    let content = without_mark(bytes);
    if is_binary(content) {
        return Err(Fault::of_file(
            "the file holds bytes that are no text",
            NOT_A_DATASET,
        ));
    }
    match str::from_utf8(content) {
        Ok(text) if text.trim().is_empty() => Err(Fault::of_file(
            "the file holds nothing but spaces",
            "write a dataset into it; “opatlas new” writes one to start from",
        )),
        Ok(text) => Ok((text, content.len() < bytes.len())),
        Err(error) => Err(not_utf_8(content, error.valid_up_to())),
    }
}

enum Width {
    Two,
    Four,
}

/// Whether a byte-order mark of UTF-16 or UTF-32 stands first, whether the lower byte comes
/// first, and what follows.
fn wide_mark(bytes: &[u8]) -> Option<(Width, bool, &[u8])> {
    match bytes {
        [0xFF, 0xFE, 0, 0, rest @ ..] => Some((Width::Four, true, rest)),
        [0, 0, 0xFE, 0xFF, rest @ ..] => Some((Width::Four, false, rest)),
        [0xFF, 0xFE, rest @ ..] => Some((Width::Two, true, rest)),
        [0xFE, 0xFF, rest @ ..] => Some((Width::Two, false, rest)),
        _ => None,
    }
}

/// UTF-16 without a mark: every second byte of its beginning is nought and the others are not.
fn wide_without_mark(bytes: &[u8]) -> Option<&'static str> {
    let beginning = bytes.get(..bytes.len().min(256)).unwrap_or(bytes);
    let noughts = |from: usize| {
        beginning
            .iter()
            .skip(from)
            .step_by(2)
            .filter(|&&byte| byte == 0)
            .count()
    };
    let (even, odd) = (noughts(0), noughts(1));
    let most = beginning.len() * 3 / 8;
    (beginning.len() >= 8 && (even.min(odd) == 0) && even.max(odd) > most).then_some("UTF-16")
}

fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)
}

/// Whether so many control characters stand in the beginning that it can be no text.
fn is_binary(bytes: &[u8]) -> bool {
    let beginning = bytes.get(..bytes.len().min(4096)).unwrap_or(bytes);
    let controls = beginning
        .iter()
        .filter(|&&byte| byte < 0x20 && !byte.is_ascii_whitespace())
        .count();
    controls * 10 > beginning.len()
}

/// A byte that is no UTF-8, with the letter it is likely to mean.
fn not_utf_8(bytes: &[u8], at: usize) -> Fault {
    let byte = bytes.get(at).copied().unwrap_or(0);
    let remedy = match windows_1252(byte) {
        Some(c) => format!("if it should be {c}, the file is saved as Windows-1252; {UTF_8}"),
        None => UTF_8.to_owned(),
    };
    Fault::error(
        at..at + 1,
        format!("the byte 0x{byte:02X} that stands here is no UTF-8 text"),
        remedy,
    )
}

/// What a byte above 0x7F means in Windows-1252, for the letters and marks one meets.
fn windows_1252(byte: u8) -> Option<char> {
    Some(match byte {
        0x80 => '€',
        0x85 => '…',
        0x91 => '‘',
        0x92 => '’',
        0x93 => '“',
        0x94 => '”',
        0x96 => '–',
        0x97 => '—',
        0xA0..=0xFF => char::from(byte),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn what(bytes: &[u8]) -> String {
        text(bytes).map_or_else(|fault| fault.what, |(text, _)| text.to_owned())
    }

    #[test]
    fn a_byte_order_mark_is_no_part_of_the_text() {
        assert_eq!(text(b"\xEF\xBB\xBF(a)").ok(), Some(("(a)", true)));
        assert_eq!(text(b"(a)").ok(), Some(("(a)", false)));
        assert_eq!(decode(b"\xEF\xBB\xBF(a)"), "(a)");
    }

    #[test]
    fn utf_16_is_recognised_with_and_without_a_mark() {
        let little: Vec<u8> = "\u{FEFF}(format: 1)"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let big: Vec<u8> = "\u{FEFF}(format: 1)"
            .encode_utf16()
            .flat_map(u16::to_be_bytes)
            .collect();
        for bytes in [&little[..], &big, &little[2..], &big[2..]] {
            assert_eq!(what(bytes), "the file is saved as UTF-16");
        }
        assert_eq!(decode(&little), "(format: 1)");
        assert_eq!(decode(&big), "(format: 1)");
    }

    #[test]
    fn bytes_that_are_no_text_never_panic() {
        for byte in 0..=255_u8 {
            for length in 1..20 {
                let bytes = vec![byte; length];
                let _ = what(&bytes);
                let _ = decode(&bytes);
            }
        }
    }
}
