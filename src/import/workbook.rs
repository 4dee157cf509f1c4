//! Sheets of workbooks, .xlsx and .ods, as rows of cells.

use std::io::Cursor;

use calamine::{Data, DataRef, ExcelDateTime, Ods, Reader as _, Xlsx};

use super::grid::{Grid, GridFault, MOST_ROWS};

/// A cell farther to the right belongs to no table that people read.
const MOST_COLUMNS: usize = 1_024;

/// The sheets in a workbook; `None` where the bytes are none that is known.
pub(super) fn sheets(name: &str, bytes: &[u8]) -> Option<Result<Vec<Grid>, GridFault>> {
    // Both are folders, packed; the one names its kind first.
    const OPEN_DOCUMENT: &[u8] = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet";
    if !bytes.starts_with(b"PK\x03\x04") {
        return None;
    }
    let beginning = bytes.get(..bytes.len().min(200)).unwrap_or(bytes);
    let is_open = beginning
        .windows(OPEN_DOCUMENT.len())
        .any(|part| part == OPEN_DOCUMENT);
    let sheets = if is_open {
        open_document(bytes).map_err(|error| error.to_string())
    } else {
        office(bytes).map_err(|error| error.to_string())
    };
    let named = |(sheet, rows): (String, Vec<Vec<String>>)| Grid {
        name: format!("{name} {sheet}"),
        rows,
    };
    let sheets = sheets.map(|sheets| {
        let filled = sheets.into_iter().filter(|(_, rows)| !rows.is_empty());
        filled.map(named).collect()
    });
    Some(sheets.map_err(GridFault::Broken))
}

/// A sheet's name and rows.
type Named = (String, Vec<Vec<String>>);

/// Cell by cell, so that one that stands far away from all others costs nothing.
fn office(bytes: &[u8]) -> Result<Vec<Named>, calamine::XlsxError> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes))?;
    let mut sheets = Vec::new();
    for name in book.sheet_names() {
        let mut rows = Vec::new();
        // What is no sheet of cells but a chart has none.
        if let Ok(mut cells) = book.worksheet_cells_reader(&name) {
            while let Some(cell) = cells.next_cell()? {
                put(
                    &mut rows,
                    cell.get_position(),
                    office_text(cell.get_value()),
                );
            }
        }
        sheets.push((name, rows));
    }
    Ok(sheets)
}

fn open_document(bytes: &[u8]) -> Result<Vec<Named>, calamine::OdsError> {
    let mut book: Ods<_> = Ods::new(Cursor::new(bytes))?;
    let mut sheets = Vec::new();
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name)?;
        let (top, left) = range.start().unwrap_or((0, 0));
        let mut rows = Vec::new();
        for (row, column, data) in range.used_cells() {
            let at = |offset: usize, from: u32| from + u32::try_from(offset).unwrap_or(0);
            put(&mut rows, (at(row, top), at(column, left)), text(data));
        }
        sheets.push((name, rows));
    }
    Ok(sheets)
}

fn put(rows: &mut Vec<Vec<String>>, (row, column): (u32, u32), text: String) {
    let (Ok(row), Ok(column)) = (usize::try_from(row), usize::try_from(column)) else {
        return;
    };
    if text.is_empty() || row >= MOST_ROWS || column >= MOST_COLUMNS {
        return;
    }
    if rows.len() <= row {
        rows.resize(row + 1, Vec::new());
    }
    let cells = &mut rows[row];
    if cells.len() <= column {
        cells.resize(column + 1, String::new());
    }
    cells[column] = text;
}

fn office_text(data: &DataRef<'_>) -> String {
    match data {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => decimal(*number),
        DataRef::String(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(truth) => truth.to_string(),
        DataRef::DateTime(date) => day(date),
        DataRef::DateTimeIso(text) => day_of(text),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

fn text(data: &Data) -> String {
    match data {
        Data::Int(number) => number.to_string(),
        Data::Float(number) => decimal(*number),
        Data::String(text) | Data::DurationIso(text) => text.clone(),
        Data::Bool(truth) => truth.to_string(),
        Data::DateTime(date) => day(date),
        Data::DateTimeIso(text) => day_of(text),
        Data::Error(error) => error.to_string(),
        Data::Empty => String::new(),
    }
}

/// A number as nobody takes it for another one: what is not whole has four decimals.
fn decimal(number: f64) -> String {
    if number.fract() == 0.0 {
        format!("{number:.0}")
    } else {
        format!("{number:.4}")
    }
}

fn day(date: &ExcelDateTime) -> String {
    if date.is_duration() {
        return decimal(date.as_f64());
    }
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    format!("{year:04}-{month:02}-{day:02}")
}

/// The day of a date with a time.
fn day_of(text: &str) -> String {
    text.split('T').next().unwrap_or(text).to_owned()
}
