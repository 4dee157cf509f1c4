//! A table that can be written: named columns over rows of cells.

use super::ExportError;
use super::cell::Cell;
use crate::query::tables::Csv;
use serde_json::{Map, Value};

/// A table that can be written.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// The names of the columns.
    pub columns: Vec<&'static str>,
    /// The rows, each as long as the columns.
    pub rows: Vec<Vec<Cell>>,
}

/// A column: its name, and what stands in it for one of the things that have a row.
pub(super) type Column<T> = (&'static str, fn(&T) -> Cell);

impl Sheet {
    /// A row for each of several things, under groups of columns.
    pub(super) fn of<T>(rows: impl IntoIterator<Item = T>, columns: &[&[Column<T>]]) -> Self {
        let columns = columns.concat();
        let row = |one: T| columns.iter().map(|(_, cell)| cell(&one)).collect();
        Self {
            rows: rows.into_iter().map(row).collect(),
            columns: columns.iter().map(|(name, _)| *name).collect(),
        }
    }

    /// With another column behind the others, a cell for each row.
    pub(super) fn with(mut self, name: &'static str, cells: impl Iterator<Item = Cell>) -> Self {
        self.columns.push(name);
        for (row, cell) in self.rows.iter_mut().zip(cells) {
            row.push(cell);
        }
        self
    }

    /// As CSV in UTF-8 with one header row.
    pub(super) fn csv(&self, csv: Csv) -> Result<Vec<u8>, ExportError> {
        let failed = |error: &dyn std::fmt::Display| ExportError::Csv(error.to_string());
        let start = match csv {
            Csv::Plain | Csv::Paste { .. } => "",
            Csv::Excel { .. } => "\u{feff}",
        };
        let mut writer = csv::WriterBuilder::new()
            .delimiter(csv.separator())
            .from_writer(start.as_bytes().to_vec());
        writer
            .write_record(&self.columns)
            .map_err(|error| failed(&error))?;
        for row in &self.rows {
            writer
                .write_record(row.iter().map(|cell| csv.written(cell)))
                .map_err(|error| failed(&error))?;
        }
        writer.into_inner().map_err(|error| failed(&error))
    }

    /// As an array of objects, one for each row.
    pub(super) fn json(&self) -> Value {
        let object = |row: &Vec<Cell>| {
            let columns = self.columns.iter().map(|&column| column.to_owned());
            columns
                .zip(row.iter().map(Cell::json))
                .collect::<Map<String, Value>>()
        };
        self.rows.iter().map(object).collect()
    }
}
