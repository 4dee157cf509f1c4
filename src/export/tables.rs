//! Tables as CSV and JSON.

use super::ExportError;
use super::rows::Cell;
use crate::model::Atlas;
use crate::query::tables::Table;

/// A format of tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableFormat {
    /// Comma-separated values in UTF-8 with one header row; `;` between parts of a cell.
    Csv,
    /// An array of objects, one for each row.
    Json,
}

impl TableFormat {
    /// Every format, in the order of choice.
    pub const ALL: [Self; 2] = [Self::Csv, Self::Json];

    /// What a file's name ends with, without the dot.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// The format a file's ending stands for.
    pub fn from_ending(ending: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|format| format.ending().eq_ignore_ascii_case(ending))
    }
}

/// A table of everything open as bytes of a format. The same input gives the same bytes.
pub fn table(atlas: &Atlas, table: Table, format: TableFormat) -> Result<Vec<u8>, ExportError> {
    let (columns, rows) = (table.columns(), table.rows(atlas));
    match format {
        TableFormat::Csv => csv(columns, &rows),
        TableFormat::Json => json(columns, &rows),
    }
}

fn csv(columns: &[&str], rows: &[Vec<Cell>]) -> Result<Vec<u8>, ExportError> {
    let failed = |error: &dyn std::fmt::Display| ExportError::Csv(error.to_string());
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer
        .write_record(columns)
        .map_err(|error| failed(&error))?;
    for row in rows {
        writer
            .write_record(row.iter().map(harmless))
            .map_err(|error| failed(&error))?;
    }
    writer.into_inner().map_err(|error| failed(&error))
}

/// A cell's text, which no spreadsheet takes for a formula: datasets come from anywhere.
fn harmless(cell: &Cell) -> String {
    let text = cell.to_string();
    let is_text = match cell {
        Cell::Text(_) | Cell::List(_) => true,
        Cell::Number(_) | Cell::Truth(_) => false,
    };
    if is_text && text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text
    }
}

fn json(columns: &[&str], rows: &[Vec<Cell>]) -> Result<Vec<u8>, ExportError> {
    use serde_json::{Map, Value};
    let value = |cell: &Cell| match cell {
        Cell::Text(text) if text.is_empty() => Value::Null,
        Cell::Text(text) => Value::from(text.as_str()),
        Cell::Number(number) => Value::from(*number),
        Cell::Truth(truth) => Value::from(*truth),
        Cell::List(parts) => Value::from(parts.clone()),
    };
    let rows: Vec<Value> = rows
        .iter()
        .map(|row| {
            let object: Map<String, Value> = columns
                .iter()
                .zip(row)
                .map(|(column, cell)| ((*column).to_owned(), value(cell)))
                .collect();
            Value::Object(object)
        })
        .collect();
    let mut bytes = serde_json::to_vec_pretty(&rows).map_err(ExportError::Json)?;
    bytes.push(b'\n');
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_of_a_table_is_a_formula() {
        let formula = Cell::Text("=HYPERLINK(\"https://example.org\")".to_owned());
        assert!(harmless(&formula).starts_with("'="));
        assert_eq!(harmless(&Cell::Number(3)), "3");
        assert_eq!(harmless(&Cell::Text("2024-11-06".to_owned())), "2024-11-06");
    }
}
