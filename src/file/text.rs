//! From a file's bytes to its text, or to a sentence that says why it is none.

use std::borrow::Cow;

use super::found::Found;
use crate::model::fault::{FileFault, FileKind};

/// What the first bytes of well-known kinds of file are.
const KINDS: [(&[u8], FileKind); 14] = [
    (b"%PDF-", FileKind::Pdf),
    (b"PK\x03\x04", FileKind::OfficeOrZip),
    (b"PK\x05\x06", FileKind::Zip),
    (b"\xD0\xCF\x11\xE0", FileKind::OldOffice),
    (b"\x89PNG", FileKind::Png),
    (b"\xFF\xD8\xFF", FileKind::Jpeg),
    (b"GIF8", FileKind::Gif),
    (b"RIFF", FileKind::Riff),
    (b"\x1F\x8B", FileKind::Gzip),
    (b"7z\xBC\xAF", FileKind::SevenZip),
    (b"SQLite format 3", FileKind::Sqlite),
    (b"{\\rtf", FileKind::RichText),
    (b"\x7FELF", FileKind::Program),
    (b"MZ\x90", FileKind::Program),
];

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
pub(super) fn text(bytes: &[u8]) -> Result<(&str, bool), Box<Found>> {
    let content = without_mark(bytes);
    let encoding = match wide_mark(bytes) {
        Some((Width::Two, ..)) => Some("UTF-16"),
        Some((Width::Four, ..)) => Some("UTF-32"),
        None => wide_without_mark(bytes),
    };
    let fault = if bytes.is_empty() {
        FileFault::Empty
    } else if let Some((_, kind)) = KINDS.iter().find(|(start, _)| bytes.starts_with(start)) {
        FileFault::Kind(*kind)
    } else if let Some(encoding) = encoding {
        FileFault::Encoding(encoding)
    } else if is_binary(content) {
        FileFault::Binary
    } else {
        return match str::from_utf8(content) {
            Ok(text) if text.trim().is_empty() => {
                Err(Box::new(Found::of_file(FileFault::OnlySpaces)))
            }
            Ok(text) => Ok((text, content.len() < bytes.len())),
            Err(error) => {
                let at = error.valid_up_to();
                let byte = content.get(at).copied().unwrap_or(0);
                let fault = FileFault::NotUtf8(byte, windows_1252(byte));
                Err(Box::new(Found::error(at..at + 1, fault)))
            }
        };
    };
    Err(Box::new(Found::of_file(fault)))
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

/// What a byte above 0x7F means in Windows-1252; `None` for the five that mean nothing there.
fn windows_1252(byte: u8) -> Option<char> {
    const FROM_0X80: &str = "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ";
    let meant = match byte {
        0x80..=0x9F => FROM_0X80.chars().nth(usize::from(byte - 0x80))?,
        0xA0..=0xFF => char::from(byte),
        _ => return None,
    };
    Some(meant).filter(|c| *c != '\0')
}

/// A text in Windows-1252, in which spreadsheets of western countries write.
pub fn western(bytes: &[u8]) -> String {
    let meant = |&byte: &u8| windows_1252(byte).unwrap_or(char::from(byte));
    bytes.iter().map(meant).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

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
            let told = Found::of_file(FileFault::Encoding("UTF-16"));
            assert_eq!(text(bytes), Err(Box::new(told)));
        }
        assert_eq!(decode(&little), "(format: 1)");
        assert_eq!(decode(&big), "(format: 1)");
    }

    #[test]
    fn bytes_that_are_no_text_never_panic() {
        for byte in 0..=255_u8 {
            for length in 1..20 {
                let bytes = vec![byte; length];
                drop(text(&bytes));
                drop(decode(&bytes));
            }
        }
    }

    #[test]
    fn western_letters_and_marks_are_what_spreadsheets_mean_by_them() {
        assert_eq!(
            western(b"\x93C\xF4te\x94 \x80 \x9Cuf \x96 a"),
            "“Côte” € œuf – a"
        );
    }
}
