//! Countries: what they took part in.

use crate::export::cell::Cell;
use crate::export::sheet::Sheet;
use crate::model::{Atlas, Operation};
use crate::query::countries::{CountryRow, all};

/// One row for each country.
pub fn countries(atlas: &Atlas) -> Sheet {
    Sheet::of::<CountryRow<'_>>(
        all(atlas),
        &[&[
            ("country", |row| Cell::text(row.country.code())),
            ("name", |row| Cell::text(row.country.name())),
            ("region", |row| Cell::text(row.country.region().name())),
            ("subregion", |row| Cell::text(row.country.subregion())),
            ("operations", |row| ids(&row.took_part)),
            ("coordination_units", |row| ids(&row.coordination_units)),
            ("cases", |row| {
                Cell::list(row.cases.iter().map(|case| case.id.as_str()))
            }),
        ]],
    )
}

fn ids(operations: &[&Operation]) -> Cell {
    Cell::list(operations.iter().map(|operation| operation.id.as_str()))
}
