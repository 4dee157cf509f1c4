//! Workbooks as spreadsheets write them, packed by hand: the least of one that they all open.

use std::fmt::Write as _;

/// A folder packed without compression, as .xlsx and .ods are.
fn packed(files: &[(&str, &str)]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut directory = Vec::new();
    for (name, text) in files {
        let start = u32::try_from(bytes.len()).unwrap();
        let [name_length, length] = [name.len(), text.len()].map(|one| u32::try_from(one).unwrap());
        let mut about = vec![20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0];
        about.extend(check_sum(text.as_bytes()).to_le_bytes());
        about.extend(length.to_le_bytes());
        about.extend(length.to_le_bytes());
        about.extend(name_length.to_le_bytes());
        bytes.extend(b"PK\x03\x04");
        bytes.extend(&about);
        bytes.extend(name.as_bytes());
        bytes.extend(text.as_bytes());
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(&about);
        directory.extend([0; 10]);
        directory.extend(start.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let count = u16::try_from(files.len()).unwrap().to_le_bytes();
    let [length, start] = [directory.len(), bytes.len()].map(|one| u32::try_from(one).unwrap());
    bytes.extend(directory);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend([count, count].concat());
    bytes.extend([length.to_le_bytes(), start.to_le_bytes()].concat());
    bytes.extend([0; 2]);
    bytes
}

/// CRC-32, as such folders have it.
fn check_sum(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = (sum >> 1) ^ if sum & 1 == 1 { 0xEDB8_8320 } else { 0 };
        }
    }
    !sum
}

/// A cell of a sheet.
#[derive(Debug, Clone, Copy)]
pub enum Cell {
    Text(&'static str),
    Number(f64),
    /// A day, counted as spreadsheets do.
    Day(u32),
    /// A formula that was saved without its value.
    Formula(&'static str),
    Empty,
}

/// From which year days are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Since {
    Y1900,
    Y1904,
}

/// An .xlsx of named sheets.
pub fn office(sheets: &[(&str, &[&[Cell]])], since: Since) -> Vec<u8> {
    let cell = |row: usize, column: usize, cell: &Cell| {
        let letter = char::from(b'A' + u8::try_from(column).unwrap());
        let at = format!("{letter}{}", row + 1);
        match cell {
            Cell::Text(text) => {
                format!("<c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
            }
            Cell::Number(number) => format!("<c r=\"{at}\"><v>{number}</v></c>"),
            Cell::Day(day) => format!("<c r=\"{at}\" s=\"1\"><v>{day}</v></c>"),
            Cell::Formula(formula) => format!("<c r=\"{at}\"><f>{formula}</f></c>"),
            Cell::Empty => String::new(),
        }
    };
    let sheet = |rows: &[&[Cell]]| {
        let rows = rows.iter().enumerate().map(|(row, cells)| {
            let cells = cells.iter().enumerate();
            let cells: String = cells.map(|(column, one)| cell(row, column, one)).collect();
            format!("<row r=\"{}\">{cells}</row>", row + 1)
        });
        let rows: String = rows.collect();
        format!(
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\
             <sheetData>{rows}</sheetData></worksheet>"
        )
    };
    let (mut book, mut relations) = (String::new(), String::new());
    let mut files = Vec::new();
    for (index, (name, rows)) in sheets.iter().enumerate() {
        let id = index + 1;
        write!(
            book,
            "<sheet name=\"{name}\" sheetId=\"{id}\" r:id=\"r{id}\"/>"
        )
        .unwrap();
        write!(
            relations,
            "<Relationship Id=\"r{id}\" Type=\"http://schemas.openxmlformats.org/officeDocument/\
             2006/relationships/worksheet\" Target=\"worksheets/sheet{id}.xml\"/>"
        )
        .unwrap();
        files.push((format!("xl/worksheets/sheet{id}.xml"), sheet(rows)));
    }
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    files.extend([
        (
            "xl/workbook.xml".to_owned(),
            format!(
                "<workbook xmlns=\"{main}\" xmlns:r=\"{office}\">\
                 <workbookPr date1904=\"{}\"/><sheets>{book}</sheets></workbook>",
                since == Since::Y1904
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels".to_owned(),
            format!("<Relationships xmlns=\"{package}\">{relations}</Relationships>"),
        ),
        (
            "_rels/.rels".to_owned(),
            format!(
                "<Relationships xmlns=\"{package}\"><Relationship Id=\"r1\" \
                 Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/styles.xml".to_owned(),
            format!(
                "<styleSheet xmlns=\"{main}\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>\
                 </cellXfs></styleSheet>"
            ),
        ),
    ]);
    let files: Vec<(&str, &str)> = files
        .iter()
        .map(|(name, text)| (&**name, &**text))
        .collect();
    packed(&files)
}

/// An .ods of one sheet.
pub fn open_document(rows: &[&[Cell]]) -> Vec<u8> {
    let cell = |cell: &Cell| match cell {
        Cell::Text(text) => format!(
            "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
        ),
        Cell::Number(number) => {
            format!("<table:table-cell office:value-type=\"float\" office:value=\"{number}\"/>")
        }
        Cell::Day(_) => {
            "<table:table-cell office:value-type=\"date\" office:date-value=\"2024-09-29\"/>"
                .to_owned()
        }
        Cell::Formula(_) | Cell::Empty => "<table:table-cell/>".to_owned(),
    };
    let row = |cells: &&[Cell]| {
        let cells: String = cells.iter().map(cell).collect();
        format!("<table:table-row>{cells}</table:table-row>")
    };
    let rows: String = rows.iter().map(row).collect();
    let space = "urn:oasis:names:tc:opendocument:xmlns";
    let content = format!(
        "<office:document-content xmlns:office=\"{space}:office:1.0\" \
         xmlns:table=\"{space}:table:1.0\" xmlns:text=\"{space}:text:1.0\"><office:body>\
         <office:spreadsheet><table:table table:name=\"One\">{rows}</table:table>\
         </office:spreadsheet></office:body></office:document-content>"
    );
    packed(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", &content),
        (
            "META-INF/manifest.xml",
            "<manifest:manifest \
             xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>",
        ),
    ])
}
