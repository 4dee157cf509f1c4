//! Tables as CSV and JSON.

use super::ExportError;
use super::{picture_table, rows};
use crate::chart::ChartSpec;
use crate::model::Atlas;
use crate::query::countries::CountryChoice;
use crate::query::diff::Change;
use crate::query::tables::{Csv, Table, TableFormat};

/// A table of everything open as bytes of a format. The same input gives the same bytes.
pub fn table(
    atlas: &Atlas,
    table: Table,
    asked: &CountryChoice,
    format: TableFormat,
) -> Result<Vec<u8>, ExportError> {
    let sheet = super::sheet(atlas, table, asked);
    match format {
        TableFormat::Csv(csv) => sheet.csv(csv),
        TableFormat::Json => json(&sheet.json()),
    }
}

/// The figures of a picture as bytes of a format: in the picture's order, with all that is said
/// over and under them.
pub fn figures_of(spec: &ChartSpec, format: TableFormat) -> Result<Vec<u8>, ExportError> {
    match format {
        TableFormat::Csv(csv) => picture_table::with_frame(spec).csv(csv),
        TableFormat::Json => json(&picture_table::object(spec)),
    }
}

/// What differs between two states of a dataset, as CSV.
pub fn changes(changes: &[Change<'_>]) -> Result<Vec<u8>, ExportError> {
    rows::changes::changes(changes).csv(Csv::Plain)
}

fn json(value: &serde_json::Value) -> Result<Vec<u8>, ExportError> {
    let mut bytes = serde_json::to_vec_pretty(value).map_err(ExportError::Json)?;
    bytes.push(b'\n');
    Ok(bytes)
}
