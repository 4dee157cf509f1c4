//! A font of a PDF, as far as text needs it: what letters its codes stand for and how wide they are.

use std::collections::HashMap;

use hayro_cmap::{BfString, CMap};
use hayro_syntax::object::{Array, Dict, Name, Object, Stream};

use super::letters::{Encoding, of_glyph};
use crate::file::western;

/// A font.
pub(super) struct Font {
    /// Whether a code has two bytes.
    is_wide: bool,
    /// The letters that the file itself says codes stand for.
    named: Option<CMap>,
    /// The letters of the codes of one byte.
    letters: Vec<Option<String>>,
    /// How wide the glyphs of codes are, in the size of the font.
    widths: HashMap<u32, f64>,
    /// How wide all others are; `None` where the font, one that every viewer has, does not say.
    width: Option<f64>,
}

/// A glyph that is drawn.
pub(super) struct Glyph {
    /// Its letters; `None` where nobody can tell.
    pub letters: Option<String>,
    /// How wide it is, in the size of the font.
    pub width: f64,
    /// Whether it is the code that the space between words is added to.
    pub is_blank: bool,
}

/// About how wide a letter is in Helvetica and Times.
fn usual_width(letters: Option<&str>) -> f64 {
    match letters.and_then(|letters| letters.chars().next()) {
        Some(
            ' ' | '\u{A0}' | 'i' | 'j' | 'l' | 't' | 'f' | 'I' | '.' | ',' | ':' | ';' | '’' | '|',
        ) => 0.26,
        Some('r' | '-' | '(' | ')') => 0.33,
        Some('m' | 'M' | 'w' | 'W' | '—' | '@' | '%') => 0.84,
        Some(capital) if capital.is_uppercase() => 0.68,
        Some(_) | None => 0.53,
    }
}

impl Font {
    pub fn of(font: &Dict<'_>) -> Self {
        let is = |key: &str, value: &[u8]| {
            let name = font.get::<Name<'_>>(key);
            name.is_some_and(|name| name.as_ref() == value)
        };
        let named = font.get::<Stream<'_>>("ToUnicode").and_then(|stream| {
            let data = stream.decoded().ok()?;
            CMap::parse(&data, |_| None)
        });
        if is("Subtype", b"Type0") {
            let descendant = font.get::<Array<'_>>("DescendantFonts");
            let descendant = descendant.and_then(|all| all.iter::<Dict<'_>>().next());
            let descendant = descendant.unwrap_or_default();
            return Self {
                is_wide: true,
                named,
                letters: Vec::new(),
                widths: wide_widths(&descendant),
                width: Some(
                    descendant
                        .get::<f64>("DW")
                        .map_or(1.0, |width| width / 1000.0),
                ),
            };
        }
        let unit = if is("Subtype", b"Type3") {
            let matrix = font.get::<Array<'_>>("FontMatrix");
            matrix
                .and_then(|all| all.iter::<f64>().next())
                .unwrap_or(0.001)
                .abs()
        } else {
            0.001
        };
        let described = font.get::<Dict<'_>>("FontDescriptor").unwrap_or_default();
        let missing = described
            .get::<f64>("MissingWidth")
            .map(|width| width * unit);
        let first = font.get::<u32>("FirstChar").unwrap_or(0);
        let widths = font.get::<Array<'_>>("Widths");
        let widths = widths.iter().flat_map(Array::iter::<f64>).take(256);
        Self {
            is_wide: false,
            letters: letters(font, is("Subtype", b"TrueType")),
            widths: (first..).zip(widths.map(|width| width * unit)).collect(),
            width: missing.filter(|width| *width > 0.0),
            named,
        }
    }

    /// The glyphs of a string.
    pub fn glyphs<'a>(&'a self, codes: &'a [u8]) -> impl Iterator<Item = Glyph> + 'a {
        let codes = codes.chunks(if self.is_wide { 2 } else { 1 });
        codes.map(|code| {
            let is_blank = code == b" ";
            let code = code
                .iter()
                .fold(0, |code, byte| code << 8 | u32::from(*byte));
            let named = self
                .named
                .as_ref()
                .and_then(|map| map.lookup_bf_string(code));
            let named = named.map(|named| match named {
                BfString::Char(letter) => letter.to_string(),
                BfString::String(letters) => letters,
            });
            let by_code = || self.letters.get(code as usize).cloned().flatten();
            let named = named.filter(|named| named.chars().all(|c| !c.is_control()));
            let letters = named
                .or_else(by_code)
                .filter(|named| named.chars().all(is_read));
            let width = self.widths.get(&code).copied().or(self.width);
            Glyph {
                width: width.unwrap_or_else(|| usual_width(letters.as_deref())),
                letters,
                is_blank,
            }
        })
    }
}

/// Whether a letter is one: what fonts have for themselves says nothing to others.
fn is_read(letter: char) -> bool {
    !matches!(letter, '\u{E000}'..='\u{F8FF}' | '\u{FFFD}')
}

/// The letters that an embedded PostScript font names itself, as TeX’s do: `dup 12 /fi put`.
fn of_program(font: &Dict<'_>) -> Vec<(usize, String)> {
    let described = font.get::<Dict<'_>>("FontDescriptor").unwrap_or_default();
    let program = described.get::<Stream<'_>>("FontFile");
    let Some(data) = program.and_then(|program| program.decoded().ok()) else {
        return Vec::new();
    };
    let clear = memchr::memmem::find(&data, b"eexec").unwrap_or(data.len());
    let text = western(data.get(..clear).unwrap_or(&[]));
    let named = text.split("dup ").skip(1).filter_map(|entry| {
        let mut words = entry.split_whitespace();
        let code = words.next()?.parse().ok()?;
        let letters = of_glyph(words.next()?.strip_prefix('/')?)?;
        (words.next() == Some("put")).then_some((code, letters))
    });
    named.collect()
}

/// The letters of the codes of one byte.
fn letters(font: &Dict<'_>, is_true_type: bool) -> Vec<Option<String>> {
    let own = font.get::<Dict<'_>>("Encoding");
    let base = font.get::<Name<'_>>("Encoding");
    let base = base.or_else(|| own.as_ref()?.get::<Name<'_>>("BaseEncoding"));
    let base = match base.as_deref() {
        Some(b"WinAnsiEncoding") => Encoding::Windows,
        Some(b"MacRomanEncoding") => Encoding::Macintosh,
        _ if is_true_type => Encoding::Windows,
        _ => Encoding::Standard,
    };
    let mut letters: Vec<Option<String>> = (0..=255).map(|code| base.letter(code)).collect();
    if base == Encoding::Standard {
        for (code, letter) in of_program(font) {
            if let Some(known) = letters.get_mut(code) {
                *known = Some(letter);
            }
        }
    }
    let differences = own.and_then(|own| own.get::<Array<'_>>("Differences"));
    let mut code = 0;
    for one in differences.iter().flat_map(Array::iter::<Object<'_>>) {
        if let Object::Number(number) = one {
            code = usize::try_from(number.as_i64()).unwrap_or(usize::MAX);
        } else if let Object::Name(name) = one {
            if let Some(letter) = letters.get_mut(code) {
                *letter = of_glyph(name.as_str());
            }
            code = code.saturating_add(1);
        }
    }
    letters
}

/// How wide the glyphs of two bytes are: `first [width …]` or `first last width`.
fn wide_widths(font: &Dict<'_>) -> HashMap<u32, f64> {
    const MOST: u32 = 1 << 16;
    let mut widths = HashMap::new();
    let all = font.get::<Array<'_>>("W");
    let mut all = all.iter().flat_map(Array::iter::<Object<'_>>);
    let number = |object: Option<Object<'_>>| Some(object?.into_number()?.as_f64());
    while let Some(first) = number(all.next()) {
        match all.next() {
            Some(Object::Array(each)) => {
                let each = each.iter::<f64>().map(|width| width / 1000.0);
                widths.extend((first as u32..).zip(each));
            }
            last => {
                let (Some(last), Some(width)) = (number(last), number(all.next())) else {
                    break;
                };
                let codes = first as u32..=(last as u32).min(MOST);
                widths.extend(codes.map(|code| (code, width / 1000.0)));
            }
        }
    }
    widths
}
