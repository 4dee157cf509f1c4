//! From the bytes of a table to rows of cells.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::file::{decode, western};

/// A table as it stands in a file or on a sheet of one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Grid {
    /// The name of the file, and of the sheet where it has several.
    pub name: String,
    /// Its rows; cells are as they are shown, numbers without grouping.
    pub rows: Vec<Vec<String>>,
    /// How many of its rows are hidden, by their owner or a filter.
    pub hidden_rows: usize,
    /// Whether its owner hides it.
    pub is_hidden: bool,
    /// Whether days that stand there as numbers are counted from 1904, not from 1900.
    pub from_1904: bool,
}

/// Why a file gives no table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GridFault {
    /// It holds nothing.
    Empty,
    /// It is no text and no workbook that is known.
    OtherKind,
    /// A password is needed to open it.
    Locked,
    /// It holds more cells than can be read.
    TooLarge,
    /// Its text does not part into cells, or the workbook is broken; what is said of that.
    Broken(String),
}

/// The most rows of a table that are read.
pub(super) const MOST_ROWS: usize = 1_048_576;

/// The table of a text whose cells are parted by commas, semicolons or tabs.
pub(super) fn separated(name: &str, bytes: &[u8]) -> Result<Grid, GridFault> {
    let text = text(bytes);
    if text.trim().is_empty() {
        return Err(GridFault::Empty);
    }
    if text.contains('\0') {
        return Err(GridFault::OtherKind);
    }
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator(&text))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records().take(MOST_ROWS) {
        let record = record.map_err(|error| GridFault::Broken(error.to_string()))?;
        // A line that is skipped because it is empty still counts.
        let line = record.position().map_or(0, csv::Position::record);
        let line = usize::try_from(line).unwrap_or(usize::MAX);
        while rows.len() < line {
            rows.push(Vec::new());
        }
        rows.push(record.iter().map(str::to_owned).collect());
    }
    Ok(Grid {
        name: name.to_owned(),
        rows,
        ..Grid::default()
    })
}

/// The text of a file: UTF-8, UTF-16 with a mark, else Windows-1252, in which spreadsheets of
/// western countries write.
pub(super) fn text(bytes: &[u8]) -> Cow<'_, str> {
    let marked = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
    if marked || std::str::from_utf8(bytes).is_ok() {
        return decode(bytes);
    }
    western(bytes).into()
}

/// What stands between cells: of the signs that do, the one that parts most of the first lines into
/// the same number of cells.
fn separator(text: &str) -> u8 {
    const CANDIDATES: [char; 4] = [',', ';', '\t', '|'];
    const LINES: usize = 20;
    // Excel may say so itself.
    if let Some(sign) = text
        .strip_prefix("sep=")
        .and_then(|rest| rest.bytes().next())
    {
        return sign;
    }
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let lines: Vec<&str> = lines.take(LINES).collect();
    // How many lines have as many of a sign as most others that have it, and how many that is.
    let parts = |sign: char| {
        let mut lines_with: BTreeMap<usize, usize> = BTreeMap::new();
        for line in &lines {
            *lines_with.entry(outside_quotes(line, sign)).or_default() += 1;
        }
        lines_with.remove(&0);
        lines_with
            .into_iter()
            .map(|(signs, lines)| (lines, signs))
            .max()
    };
    let best = CANDIDATES.into_iter().rev().max_by_key(|&sign| parts(sign));
    best.and_then(|sign| u8::try_from(sign).ok())
        .unwrap_or(b',')
}

fn outside_quotes(line: &str, sign: char) -> usize {
    let mut quoted = false;
    let counts = line.chars().filter(|&c| {
        quoted ^= c == '"';
        c == sign && !quoted
    });
    counts.count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(bytes: &[u8]) -> Vec<Vec<String>> {
        separated("a.csv", bytes).unwrap().rows
    }

    #[test]
    fn cells_are_found_whatever_stands_between_them_and_however_they_are_encoded() {
        for text in [
            &b"name,number\n\"C\xF4te, a\",1"[..],
            "name;number\n\"Côte, a\";1".as_bytes(),
            "\u{feff}name\tnumber\r\n\"Côte, a\"\t1\r\n".as_bytes(),
        ] {
            assert_eq!(rows(text), [["name", "number"], ["Côte, a", "1"]]);
        }
        let wide: Vec<u8> = "\u{feff}name\tnumber\nCôte, a\t1"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(rows(&wide)[1], ["Côte, a", "1"]);
    }

    #[test]
    fn what_is_no_table_is_told() {
        assert_eq!(separated("a", b" \n"), Err(GridFault::Empty));
        assert_eq!(separated("a", b"\x89PNG\0\0\0"), Err(GridFault::OtherKind));
    }
}
