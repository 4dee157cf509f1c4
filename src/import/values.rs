//! What the cells of a sheet hold that are no numbers of figures: days, countries, and what stands
//! for no value at all; and how a sheet writes numbers and days.

use std::collections::BTreeSet;

use super::Asked;
use super::heads::Meaning;
use super::reading::{Reading, Row};
use crate::file::{DateSaid, Decimal, QuantitySaid, countries_said, date_said, quantity_said};
use crate::model::{Country, PartialDate};
use crate::query::search::folded;

/// What stands for a number that is not reported, folded.
const NOT_REPORTED: [&str; 13] = [
    "",
    "n a",
    "na",
    "nd",
    "nr",
    "not reported",
    "unknown",
    "non communique",
    "inconnu",
    "no disponible",
    "sin datos",
    "null",
    "non disponible",
];

/// What can say that nothing was counted or that nobody says how many, folded.
const NONE: [&str; 9] = [
    "none", "nil", "zero", "aucun", "aucune", "neant", "ninguno", "ninguna", "cero",
];

/// What says that something cannot be counted, folded.
const NOT_APPLICABLE: [&str; 6] = [
    "not applicable",
    "not possible",
    "sans objet",
    "non applicable",
    "no aplica",
    "no aplicable",
];

/// Whether a text says that something cannot be counted.
pub(super) fn is_not_applicable(text: &str) -> bool {
    NOT_APPLICABLE.contains(&folded(text).as_str())
}

impl<'a> Reading<'a, '_> {
    /// What the sheet itself shows of how it writes numbers and dates.
    pub(super) fn conventions(&mut self, rows: &[Row<'a>]) {
        let mut decimals = BTreeSet::new();
        let mut day_first = BTreeSet::new();
        for (_, row) in rows {
            for (cell, meaning) in row.iter().zip(&self.layout.columns) {
                match meaning {
                    Some(Meaning::Number | Meaning::Of(_) | Meaning::Countries) => {
                        if let QuantitySaid::One(_, Some(decimal)) = quantity_said(cell) {
                            decimals.insert(decimal == Decimal::Comma);
                        }
                    }
                    Some(Meaning::From | Meaning::To | Meaning::Date | Meaning::Day) => {
                        day_first.extend(shows_order(cell));
                    }
                    Some(_) | None => {}
                }
            }
        }
        // What shows both shows nothing.
        if let (None, [comma]) = (self.decimal, only(&decimals).as_slice()) {
            self.decimal = Some(if *comma {
                Decimal::Comma
            } else {
                Decimal::Point
            });
        }
        if let (None, [first]) = (self.day_first, only(&day_first).as_slice()) {
            self.day_first = Some(*first);
        }
    }

    /// Tells cells that mean something and show an error, or a formula without its value.
    pub(super) fn has_no_value(&mut self, row: Row<'a>) -> bool {
        let columns = self.layout.columns.iter().zip(row.1).enumerate();
        let means = |meaning: &Option<Meaning>| {
            meaning.as_ref().is_some_and(|one| *one != Meaning::Nothing)
        };
        let without = columns.filter(|(_, (meaning, cell))| means(meaning) && is_no_value(cell));
        let asked: Vec<Asked> = without
            .map(|(at, (_, cell))| Asked::NoValue(self.place(row, Some(at)), cell.clone()))
            .collect();
        let any = !asked.is_empty();
        self.incoming.asked.extend(asked);
        any
    }

    pub(super) fn date(&mut self, row: Row<'a>, wanted: &Meaning) -> Option<PartialDate> {
        let (at, text) = self.cell(row, None, wanted)?;
        let place = || self.place(row, Some(at));
        let shifted = self
            .layout
            .grid
            .from_1904
            .then(|| since_1900(text))
            .flatten();
        let said = date_said(shifted.as_deref().unwrap_or(text));
        let asked = match (said, self.day_first) {
            (DateSaid::One(date), _) => return Some(date),
            (DateSaid::Either(date, _), Some(true)) | (DateSaid::Either(_, date), Some(false)) => {
                return Some(date);
            }
            (DateSaid::Either(one, other), None) => {
                Asked::DayFirst(place(), text.to_owned(), [one, other])
            }
            (DateSaid::Unclear, _) => Asked::NoDate(place(), text.to_owned()),
        };
        // Once for a sheet is enough to be answered.
        let again = matches!(asked, Asked::DayFirst(..)) && !self.told.insert("days".to_owned());
        if !again {
            self.incoming.asked.push(asked);
        }
        None
    }

    /// The countries that a cell names.
    pub(super) fn countries(&mut self, row: Row<'a>, at: usize, cell: &str) -> Vec<Country> {
        let mut countries: Vec<Country> = Vec::new();
        for (name, country) in countries_said(cell) {
            match country {
                Some(country) if countries.contains(&country) => {}
                Some(country) => countries.push(country),
                None => {
                    let asked = Asked::Country(self.place(row, Some(at)), name);
                    self.incoming.asked.push(asked);
                }
            }
        }
        countries
    }
}

/// What spreadsheets show in place of a value, and what a formula begins with.
fn is_no_value(cell: &str) -> bool {
    const ERRORS: [&str; 6] = ["#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!"];
    let cell = cell.trim();
    ERRORS.contains(&cell) || cell.starts_with('=') && cell.len() > 1
}

/// A day that is counted from 1904 as it is counted from 1900; `None` where it is no such number.
fn since_1900(text: &str) -> Option<String> {
    // A year is no such number.
    let days = text.trim().parse().ok();
    let days: u32 = days.filter(|days| (10_000..100_000).contains(days))?;
    Some((days + 1462).to_string())
}

/// Whether a text can say that nothing was counted or that nobody says how many.
pub(super) fn is_none(cell: &str) -> bool {
    NONE.contains(&folded(cell).as_str())
}

pub(super) fn is_not_reported(cell: &str) -> bool {
    NOT_REPORTED.contains(&folded(cell).as_str())
}

fn only(shown: &BTreeSet<bool>) -> Vec<bool> {
    if shown.len() == 1 {
        shown.iter().copied().collect()
    } else {
        Vec::new()
    }
}

/// Whether a date of three numbers shows that its day stands first, or that its month does.
fn shows_order(cell: &str) -> Option<bool> {
    let numbers: Result<Vec<u32>, _> = cell.trim().split(['/', '-']).map(str::parse).collect();
    match numbers.ok()?.as_slice() {
        [13..=31, 1..=12, _] => Some(true),
        [1..=12, 13..=31, _] => Some(false),
        _ => None,
    }
}
