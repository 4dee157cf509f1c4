//! Countries: what they took part in, and what can be said of that.

use std::collections::BTreeMap;

use crate::export::cell::Cell;
use crate::export::sheet::Sheet;
use crate::model::{Atlas, Country, Operation};
use crate::query::countries::{self, CountryChoice, CountryRow, Known, Standing, all};

/// One row for each country that something names.
pub fn countries(atlas: &Atlas) -> Sheet {
    of(all(atlas))
}

/// One row for each country that fits what was asked, then for those that may fit.
pub fn asked(atlas: &Atlas, asked: &CountryChoice) -> Sheet {
    let (standings, lists) = (countries::standings(atlas), countries::lists(atlas));
    let answer = countries::answer(atlas, &standings, &lists, asked);
    let mut known: BTreeMap<Country, CountryRow<'_>> = all(atlas)
        .into_iter()
        .map(|row| (row.country, row))
        .collect();
    let places = answer.shown.iter().chain(&answer.open);
    let asked = places.filter_map(|place| standings.get(*place)).map(|one| {
        let known = known.remove(&one.country);
        known.unwrap_or_else(|| CountryRow::of_nothing(one.country))
    });
    let certain = answer.shown.iter().map(|_| Cell::text("certain"));
    let open = answer.open.iter().map(|_| Cell::text("open"));
    of(asked).with("answer", certain.chain(open))
}

/// One row for each country that something names in each operation.
pub fn participation(atlas: &Atlas) -> Sheet {
    let (standings, lists) = (countries::standings(atlas), countries::lists(atlas));
    let named = standings.iter().filter(|one| one.is_mentioned());
    let lists = &lists;
    let each = named.flat_map(|one| {
        let operations = atlas.operations.iter().zip(lists).enumerate();
        operations.map(move |(place, (operation, list))| (one, operation, one.cell(place, *list)))
    });
    Sheet::of::<(&Standing, &Operation, countries::Cell)>(
        each,
        &[&[
            ("country", |(one, ..)| Cell::text(one.country.code())),
            ("name", |(one, ..)| Cell::text(one.country.name())),
            ("operation", |(_, one, _)| Cell::text(one.id.as_str())),
            ("took_part", |(.., cell)| Cell::text(key(cell.known))),
            ("named_in_case", |(.., cell)| Cell::Truth(cell.named)),
        ]],
    )
}

fn key(known: Known) -> &'static str {
    match known {
        Known::Host => "host",
        Known::Listed => "listed",
        Known::NotListed => "not_on_complete_list",
        Known::NotAmongListed => "not_on_incomplete_list",
        Known::NoList => "no_list",
    }
}

fn of<'a>(rows: impl IntoIterator<Item = CountryRow<'a>>) -> Sheet {
    Sheet::of::<CountryRow<'_>>(
        rows,
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
