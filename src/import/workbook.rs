//! From the bytes of a workbook to rows of cells as they are shown: of Excel, old and new, and of
//! other offices. A formula counts as the value that was saved with it; one that has none stays a
//! formula, so that it is asked about and not taken for nothing.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{
    Data, Dimensions, ExcelDateTime, Ods, OdsError, Reader, Sheet, SheetType, SheetVisible, Xls,
    XlsError, Xlsb, XlsbError, Xlsx, XlsxError, open_workbook_from_rs,
};

use zip::ZipArchive;

use super::grid::{Grid, GridFault, MOST_ROWS};
use super::hidden_rows;

/// What the files of workbooks begin with: those that are archives, and the older ones.
const BEGINNINGS: [&[u8]; 2] = [b"PK\x03\x04", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"];

/// So many cells are read of a workbook, empty ones before others included; more would not fit into
/// the memory of an ordinary computer.
const MOST_CELLS: usize = 40_000_000;

/// So many bytes a workbook may unpack to.
const MOST_UNPACKED: u128 = 256 * 1024 * 1024;

type Bytes<'a> = Cursor<&'a [u8]>;

/// Whether bytes begin as those of a workbook do.
pub(super) fn is_workbook(bytes: &[u8]) -> bool {
    BEGINNINGS.iter().any(|begins| bytes.starts_with(begins))
}

/// The sheets of a workbook. `name` is that of its file.
pub(super) fn grids(name: &str, bytes: &[u8]) -> Result<Vec<Grid>, GridFault> {
    if unpacks_to_more(bytes) {
        return Err(GridFault::TooLarge);
    }
    let read = || Cursor::new(bytes);
    let why = match open_workbook_from_rs::<Xlsx<_>, _>(read()) {
        Ok(book) => return sheets(name, (book, hidden_rows::counted(bytes)), xlsx),
        Err(XlsxError::Password) => return Err(GridFault::Locked),
        Err(error) => error.to_string(),
    };
    match open_workbook_from_rs::<Xlsb<_>, _>(read()) {
        Ok(book) => {
            let none = BTreeMap::new();
            return sheets(name, (book, none), |book, sheet| plain(book, sheet, &[]));
        }
        Err(XlsbError::Password) => return Err(GridFault::Locked),
        Err(_) => {}
    }
    match open_workbook_from_rs::<Ods<_>, _>(read()) {
        Ok(book) => {
            let hidden = hidden_rows::counted(bytes);
            return sheets(name, (book, hidden), |book, sheet| plain(book, sheet, &[]));
        }
        Err(OdsError::Password) => return Err(GridFault::Locked),
        Err(_) => {}
    }
    match open_workbook_from_rs::<Xls<_>, _>(read()) {
        Ok(book) => {
            return sheets(name, (book, BTreeMap::new()), |book, sheet| {
                let merged = book.merge_cells_by_sheet_name(sheet).unwrap_or_default();
                plain(book, sheet, &merged)
            });
        }
        Err(XlsError::Password) => return Err(GridFault::Locked),
        Err(error) if bytes.starts_with(BEGINNINGS[1]) => {
            return Err(GridFault::Broken(error.to_string()));
        }
        Err(_) => {}
    }
    Err(GridFault::Broken(why))
}

/// Whether a workbook that is an archive unpacks to more than is read. It says so itself; a part that
/// goes on behind the size that it tells is not read on.
fn unpacks_to_more(bytes: &[u8]) -> bool {
    let archive = ZipArchive::new(Cursor::new(bytes)).ok();
    let size = archive.and_then(|archive| archive.decompressed_size());
    size.is_some_and(|size| size > MOST_UNPACKED)
}

/// Reads every sheet that holds cells; how many rows of each are hidden is known before.
fn sheets<'a, R: Reader<Bytes<'a>>>(
    file: &str,
    (mut book, hidden): (R, BTreeMap<String, usize>),
    read: impl Fn(&mut R, &str) -> Result<Grid, GridFault>,
) -> Result<Vec<Grid>, GridFault> {
    let all: Vec<Sheet> = book.sheets_metadata().to_vec();
    let cells = all
        .into_iter()
        .filter(|one| one.typ == SheetType::WorkSheet);
    let mut grids = Vec::new();
    for sheet in cells {
        let grid = read(&mut book, &sheet.name)?;
        if !grid.rows.is_empty() {
            grids.push(Grid {
                name: format!("{file} {}", sheet.name),
                hidden_rows: hidden.get(&sheet.name).copied().unwrap_or(0),
                is_hidden: sheet.visible != SheetVisible::Visible,
                ..grid
            });
        }
    }
    if grids.is_empty() {
        return Err(GridFault::Empty);
    }
    Ok(grids)
}

/// A sheet of today's Excel, cell by cell: one far from the others takes no more room than they.
fn xlsx(book: &mut Xlsx<Bytes<'_>>, sheet: &str) -> Result<Grid, GridFault> {
    let broken = |error: XlsxError| GridFault::Broken(error.to_string());
    let merged = book.merge_cells_by_sheet_name(sheet).map_err(broken)?;
    let from_1904 = book.has_1904_epoch();
    let mut cells = book.worksheet_cells_reader(sheet).map_err(broken)?;
    let mut filling = Filling::default();
    while let Some(cell) = cells.next_cell_with_formula().map_err(broken)? {
        let value = Data::from(cell.value);
        filling.put(cell.pos, shown(&value, cell.formula.as_deref()))?;
    }
    Ok(Grid {
        from_1904,
        ..filling.grid(&merged)
    })
}

/// A sheet of any other kind.
fn plain<'a, R: Reader<Bytes<'a>>>(
    book: &mut R,
    sheet: &str,
    merged: &[Dimensions],
) -> Result<Grid, GridFault> {
    let broken = |error: R::Error| GridFault::Broken(format!("{error:?}"));
    let values = book.worksheet_range(sheet).map_err(broken)?;
    let formulas = book.worksheet_formula(sheet).map_err(broken)?;
    let (top, left) = values.start().unwrap_or_default();
    let mut filling = Filling::default();
    let at =
        |first: u32, more: usize| first.saturating_add(u32::try_from(more).unwrap_or(u32::MAX));
    for (row, column, value) in values.used_cells() {
        filling.put((at(top, row), at(left, column)), shown(value, None))?;
    }
    let (top, left) = formulas.start().unwrap_or_default();
    for (row, column, formula) in formulas.used_cells() {
        let place = (at(top, row), at(left, column));
        if values
            .get_value(place)
            .is_none_or(|value| *value == Data::Empty)
        {
            filling.put(place, shown(&Data::Empty, Some(formula)))?;
        }
    }
    Ok(filling.grid(merged))
}

/// A sheet as it is filled with its cells.
#[derive(Default)]
struct Filling {
    rows: Vec<Vec<String>>,
    cells: usize,
}

impl Filling {
    fn put(&mut self, (row, column): (u32, u32), text: String) -> Result<(), GridFault> {
        let (row, column) = (row as usize, column as usize);
        if text.is_empty() || row >= MOST_ROWS {
            return Ok(());
        }
        if self.rows.len() <= row {
            self.rows.resize(row + 1, Vec::new());
        }
        let cells = &mut self.rows[row];
        let more = (column + 1).saturating_sub(cells.len());
        self.cells = self.cells.saturating_add(more);
        if self.cells > MOST_CELLS {
            return Err(GridFault::TooLarge);
        }
        cells.resize(cells.len() + more, String::new());
        cells[column] = text;
        Ok(())
    }

    /// The sheet. What stands in a cell that was merged with those below it stands in each of them;
    /// what reaches over several columns is a head, and its place tells that.
    fn grid(mut self, merged: &[Dimensions]) -> Grid {
        for one in merged {
            let (first, column) = (one.start.0 as usize, one.start.1 as usize);
            let cell = |row: Option<&Vec<String>>| row.and_then(|row| row.get(column)).cloned();
            let text = cell(self.rows.get(first)).unwrap_or_default();
            let below = self
                .rows
                .iter_mut()
                .take(one.end.0 as usize + 1)
                .skip(first + 1);
            for row in below.filter(|_| !text.is_empty()) {
                let width = row.len().max(column + 1);
                row.resize(width, String::new());
                row[column].clone_from(&text);
            }
        }
        Grid {
            rows: self.rows,
            ..Grid::default()
        }
    }
}

/// What a cell shows, numbers without grouping and dates as a dataset has them.
fn shown(value: &Data, formula: Option<&str>) -> String {
    match value {
        Data::Empty => formula.map_or_else(String::new, |formula| format!("={formula}")),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => self::number(*number),
        Data::String(text) | Data::DurationIso(text) => text.clone(),
        Data::Bool(truth) => truth.to_string(),
        Data::DateTime(date) => self::date(*date),
        Data::DateTimeIso(text) => text.split('T').next().unwrap_or("").to_owned(),
        Data::Error(error) => error.to_string(),
    }
}

/// A number in digits. Three behind the point would read as thousands, which a cell that holds a
/// number cannot mean.
fn number(number: f64) -> String {
    let text = number.to_string();
    match text.split_once('.') {
        Some((_, decimals)) if decimals.len() == 3 => text + "0",
        Some(_) | None => text,
    }
}

fn date(date: ExcelDateTime) -> String {
    // Less than a day is a time of day, and no date.
    if date.is_duration() || date.as_f64() < 1.0 {
        return number(date.as_f64());
    }
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    format!("{year:04}-{month:02}-{day:02}")
}
