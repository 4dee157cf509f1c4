//! The rows of tables, for people who go on in a spreadsheet. The first columns of each and their
//! order are a promise to scripts; more may follow them.

mod cases;
pub mod changes;
mod countries;
mod numbers;
mod operations;
mod sources;

use super::sheet::Sheet;
use crate::model::Atlas;
use crate::query::countries::CountryChoice;
use crate::query::tables::Table;

/// A table of everything open; its rows in the atlas's order. What countries are asked for is
/// looked at by [`Table::Asked`] alone.
pub fn sheet(atlas: &Atlas, table: Table, asked: &CountryChoice) -> Sheet {
    match table {
        Table::Figures => operations::figures(atlas),
        Table::Operations => operations::operations(atlas),
        Table::Countries => countries::countries(atlas),
        Table::Cases => cases::cases(atlas),
        Table::Sources => sources::sources(atlas),
        Table::Metrics => sources::metrics(atlas),
        Table::Findings => operations::findings(atlas),
        Table::People => cases::people(atlas),
        Table::Seizures => cases::seizures(atlas),
        Table::Routes => cases::routes(atlas),
        Table::CoordinationUnits => operations::coordination_units(atlas),
        Table::Supporters => operations::supporters(atlas),
        Table::Datasets => sources::datasets(atlas),
        Table::Participation => countries::participation(atlas),
        Table::Asked => countries::asked(atlas, asked),
    }
}
