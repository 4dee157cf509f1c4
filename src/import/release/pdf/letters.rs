//! What letters the codes of simple fonts stand for: the encodings of the format, and the names of
//! glyphs.

use unicode_normalization::UnicodeNormalization as _;

use crate::file::western;

/// An encoding that a font may name or be based on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    /// That of the first PostScript printers.
    Standard,
    /// Windows-1252.
    Windows,
    /// That of the first Macintosh.
    Macintosh,
}

/// The letters of the codes from 0x80 on a Macintosh.
const MACINTOSH: &str = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{A0}\
    ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

/// Those of the standard encoding from 0xA1 on; a blank where there is none.
const STANDARD: &str = "¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ –†‡· ¶•‚„”»…‰ ¿ `´ˆ˜¯˘˙¨ ˚¸ ˝˛ˇ—                Æ ª    ŁØŒº     \
    æ   ı  łøœß";

/// Names of glyphs that are neither a letter nor a letter with an accent.
const NAMED: &str = "space   exclam ! quotedbl \" numbersign # dollar $ percent % ampersand & \
    quotesingle ' quoteright ’ quoteleft ‘ parenleft ( parenright ) asterisk * plus + comma , \
    hyphen - period . slash / zero 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 \
    colon : semicolon ; less < equal = greater > question ? at @ bracketleft [ bracketright ] \
    backslash \\ underscore _ braceleft { braceright } bar | asciitilde ~ endash – emdash — minus − \
    bullet • periodcentered · ellipsis … quotedblleft “ quotedblright ” quotesinglbase ‚ \
    quotedblbase „ guillemotleft « guillemotright » guilsinglleft ‹ guilsinglright › fi fi fl fl \
    ff ff ffi ffi ffl ffl germandbls ß AE Æ ae æ OE Œ oe œ Oslash Ø oslash ø Lslash Ł lslash ł \
    dotlessi ı exclamdown ¡ questiondown ¿ ordfeminine ª ordmasculine º degree ° section § \
    paragraph ¶ dagger † daggerdbl ‡ Euro € euro € sterling £ yen ¥ cent ¢ copyright © registered ® \
    trademark ™ multiply × plusminus ± lessequal ≤ greaterequal ≥ approxequal ≈ Eth Ð eth ð Thorn Þ \
    thorn þ nbspace \u{A0} nonbreakingspace \u{A0} softhyphen \u{AD} sfthyphen \u{AD} mu µ \
    onesuperior 1 twosuperior 2 threesuperior 3";

/// How the names of accents end the name of a letter, and the accent that is set on it.
const ACCENTS: [(&str, char); 12] = [
    ("acute", '\u{301}'),
    ("grave", '\u{300}'),
    ("circumflex", '\u{302}'),
    ("dieresis", '\u{308}'),
    ("tilde", '\u{303}'),
    ("cedilla", '\u{327}'),
    ("ring", '\u{30A}'),
    ("caron", '\u{30C}'),
    ("macron", '\u{304}'),
    ("breve", '\u{306}'),
    ("ogonek", '\u{328}'),
    ("dotaccent", '\u{307}'),
];

impl Encoding {
    /// The letter of a code.
    pub fn letter(self, code: u8) -> Option<String> {
        let high = |letters: &str, from: u8| {
            let letter = letters.chars().nth(usize::from(code.checked_sub(from)?))?;
            (letter != ' ').then(|| letter.to_string())
        };
        match (self, code) {
            (_, ..32 | 127) => None,
            (Self::Standard, b'\'') => Some("’".to_owned()),
            (Self::Standard, b'`') => Some("‘".to_owned()),
            (Self::Standard, 128..) => high(STANDARD, 0xA1),
            (Self::Macintosh, 128..) => high(MACINTOSH, 0x80),
            (Self::Standard | Self::Macintosh, _) => Some(char::from(code).to_string()),
            (Self::Windows, _) => Some(western(&[code])),
        }
    }
}

/// The letters that a glyph of a name stands for.
pub(super) fn of_glyph(name: &str) -> Option<String> {
    // “f_i.alt” is another drawing of f and i.
    let name = name.split('.').next().filter(|name| !name.is_empty())?;
    if name.contains('_') && name != "_" {
        return name.split('_').map(of_glyph).collect();
    }
    let mut letters = name.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        return Some(letter.to_string());
    }
    let mut pairs = NAMED.split(' ').skip(3);
    if name == "space" {
        return Some(" ".to_owned());
    }
    while let (Some(known), Some(letters)) = (pairs.next(), pairs.next()) {
        if known == name {
            return Some(letters.to_owned());
        }
    }
    let accented = ACCENTS.iter().find_map(|(accent, sign)| {
        let letter = name.strip_suffix(accent)?;
        let letter = if letter == "dotlessi" { "i" } else { letter };
        (letter.len() == 1).then(|| format!("{letter}{sign}").nfc().collect())
    });
    let in_digits = || {
        let digits = name
            .strip_prefix("uni")
            .or_else(|| name.strip_prefix('u'))?;
        let code = u32::from_str_radix(digits.get(..digits.len().min(6))?, 16).ok()?;
        char::from_u32(code).filter(|_| digits.len() >= 4)
    };
    accented.or_else(|| in_digits().map(String::from))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn glyphs_are_read_by_their_names() {
        for (name, letters) in [
            ("A", "A"),
            ("space", " "),
            ("eacute", "é"),
            ("Ccedilla", "Ç"),
            ("ntilde", "ñ"),
            ("fi", "fi"),
            ("f_f_i.liga", "ffi"),
            ("quoteright", "’"),
            ("three", "3"),
            ("uni00E9", "é"),
            ("u1F600", "😀"),
            ("threesuperior", "3"),
        ] {
            assert_eq!(of_glyph(name).as_deref(), Some(letters), "{name}");
        }
        assert_eq!(of_glyph("g123"), None);
        assert_eq!(of_glyph(".notdef"), None);
    }

    #[test]
    fn encodings_name_the_letters_of_codes() {
        let read = |encoding: Encoding, codes: &[u8]| -> String {
            codes
                .iter()
                .filter_map(|code| encoding.letter(*code))
                .collect()
        };
        assert_eq!(read(Encoding::Windows, b"d\xE9j\xE0 \x9Cuf"), "déjà œuf");
        assert_eq!(read(Encoding::Macintosh, b"d\x8Ej\x88 \xCFuf"), "déjà œuf");
        assert_eq!(
            read(Encoding::Standard, b"l'\xAE\xB1\xD0\xFAuf\xFB"),
            "l’ﬁ–—œufß"
        );
        assert_eq!(read(Encoding::Macintosh, b"\xFF"), "ˇ");
    }
}
