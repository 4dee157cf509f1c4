//! From the bytes of a table to rows of cells.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

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
    /// Whether signs in a text part its cells, so that one too many moves those behind it.
    pub is_parted: bool,
}

impl Grid {
    /// The rows, from `first` on and by their index, that have more cells than the heads above them:
    /// a sign that belongs to a cell parts it, and what stands behind it is under other heads.
    pub(super) fn shifted(&self, first: usize) -> BTreeSet<usize> {
        let (heads, rows) = self.rows.split_at(first.min(self.rows.len()));
        let width = heads.iter().map(Vec::len).max().unwrap_or(0);
        let is_blank = |cells: &[String]| cells.iter().all(|cell| cell.trim().is_empty());
        let filled = rows.iter().enumerate().filter(|(_, row)| !is_blank(row));
        // Where all rows end with empty cells, that is how they are written.
        let least = filled.clone().map(|(_, row)| row.len()).min();
        let least = least.unwrap_or(width);
        let fits = |row: &[String]| {
            let behind = row.get(width..).unwrap_or_default();
            behind.is_empty() || row.len() <= least && is_blank(behind)
        };
        let shifted = filled.filter(|(_, row)| self.is_parted && !fits(row));
        shifted.map(|(at, _)| first + at).collect()
    }
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
    /// It holds more cells than can be read, or unpacks to more.
    TooLarge,
    /// A quotation mark opens a cell on this line, from 1, and does not close it where a cell ends.
    OpenQuote(usize),
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
    let separator = separator(&text);
    if let Some(line) = open_quote(text.as_bytes(), separator) {
        return Err(GridFault::OpenQuote(line));
    }
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
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
        is_parted: true,
        ..Grid::default()
    })
}

/// The line, from 1, on which a quotation mark opens a cell that goes on over lines and does not end
/// where a cell can: the rows in between would be taken for one.
fn open_quote(text: &[u8], separator: u8) -> Option<usize> {
    let ends = |byte: &u8| [separator, b'\n', b'\r'].contains(byte);
    let (mut at, mut line) = (0, 1);
    let mut begins = true;
    while let Some(byte) = text.get(at) {
        if begins && *byte == b'"' {
            let (end, lines) = closing(text, at + 1);
            let is_closed = end < text.len() && text.get(end + 1).is_none_or(ends);
            if !is_closed && (lines > 0 || end == text.len()) {
                return Some(line);
            }
            (at, line) = (end, line + lines);
        }
        begins = ends(byte);
        line += usize::from(*byte == b'\n');
        at += 1;
    }
    None
}

/// Where the quotation mark stands that closes a text, and how many lines end before it; a doubled
/// one is a part of the text.
fn closing(text: &[u8], from: usize) -> (usize, usize) {
    let (mut at, mut lines) = (from, 0);
    while let Some(byte) = text.get(at) {
        match (byte, text.get(at + 1)) {
            (b'"', Some(b'"')) => at += 1,
            (b'"', _) => break,
            (byte, _) => lines += usize::from(*byte == b'\n'),
        }
        at += 1;
    }
    (at.min(text.len()), lines)
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
    fn a_quotation_mark_that_is_not_closed_is_told_with_its_line() {
        let opens = |line| Err(GridFault::OpenQuote(line));
        for (text, line) in [
            ("a,b\n\"Gate,1\nFerry,2\n", 2),
            ("a,b\n\"Two\nlines\",1\n\"Gate,1\nFerry,2", 4),
            ("a,b\nGate,1\nFerry,\"2", 3),
            ("a,b\n\"Gate,1\n\"Ferry\",2\n", 2),
        ] {
            assert_eq!(separated("a", text.as_bytes()), opens(line), "{text}");
        }
        for text in [
            "a,b\n\"Two\nlines\",\"say \"\"so\"\"\"\n",
            "a,b\n5\" pipe,\"\"\n\"Gate\" I,2\r\n\"x\",\"y\"",
        ] {
            assert!(separated("a", text.as_bytes()).is_ok(), "{text}");
        }
    }

    #[test]
    fn a_row_with_more_cells_than_heads_is_known_whatever_ends_the_rows() {
        let shifted = |text: &str| separated("a", text.as_bytes()).unwrap().shifted(1);
        assert_eq!(shifted("a,b\nGate,1,800\nFerry,2\n").len(), 1);
        assert_eq!(shifted("a,b,c\nGate,1,800,\nFerry,2,\n").len(), 1);
        assert!(shifted("a,b\nGate,1,\n\nFerry,2,\n,,,,\n").is_empty());
    }

    #[test]
    fn what_is_no_table_is_told() {
        assert_eq!(separated("a", b" \n"), Err(GridFault::Empty));
        assert_eq!(separated("a", b"\x89PNG\0\0\0"), Err(GridFault::OtherKind));
    }
}
