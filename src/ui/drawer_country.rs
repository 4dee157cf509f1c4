//! A country in the drawer: operations, coordination units, cases.

use eframe::egui::Ui;

use super::drawer_operation::bylines;
use super::kept::kept;
use super::links::{cases_naming_ui, cases_ui, naming, operation_link_ui};
use super::participation::standings;
use super::participation::told;
use super::style::{TEXT, TITLE};
use super::widgets::{caution_ui, headed_ui, label_ui, note_ui, part_ui, soft_ui};
use crate::model::{Atlas, Country, Operation};
use crate::query::countries::List;
use crate::state::{Command, State};
use crate::words::counted;
use crate::words::window::details;

/// Draws a country.
pub fn content_ui(ui: &mut Ui, state: &State, country: Country, commands: &mut Vec<Command>) {
    let atlas = &state.atlas;
    headed_ui(ui, TITLE.bold(), country.name());
    let (subregion, region) = (country.subregion(), country.region().name());
    let about = format!("{} · {subregion} · {region}", country.code());
    label_ui(ui, TEXT.soft(), about);
    let mut on_no_list = false;
    for told in told(atlas, country) {
        let none = told.operations.is_empty();
        if none && told.took_part != Some(true) {
            continue;
        }
        part_ui(ui, told.heading);
        if none {
            soft_ui(ui, details::ON_NO_LIST);
            on_no_list = true;
        }
        for operation in told.operations {
            if told.took_part.is_some() {
                operation_link_ui(ui, atlas, operation, commands);
            } else {
                ui.horizontal_wrapped(|ui| {
                    operation_link_ui(ui, atlas, operation, commands);
                    note_ui(ui, gap(atlas, operation));
                });
            }
        }
        if told.took_part.is_none() {
            let text = details::unknown_whether(country);
            note_ui(ui, text);
        }
    }
    country_units_ui(ui, atlas, country, commands);
    let all = standings(ui.ctx(), atlas);
    let standing = all.iter().find(|standing| standing.country == country);
    if standing.is_some_and(|standing| standing.cases > 0) {
        country_cases_ui(ui, state, country, on_no_list, commands);
    }
}

/// What an operation's list leaves open, in a few words: "119 counted, no list published".
fn gap(atlas: &Atlas, operation: &Operation) -> String {
    let list = List::of(atlas, operation).words();
    match atlas.preferred(&operation.countries.count) {
        Some(report) => details::counted_and(&report.quantity.short(), list),
        None => list.to_owned(),
    }
}

fn country_units_ui(ui: &mut Ui, atlas: &Atlas, country: Country, commands: &mut Vec<Command>) {
    let mut first = true;
    for operation in &atlas.operations {
        let units = operation.coordination_units.iter();
        for unit in units.filter(|unit| unit.country == country) {
            if std::mem::take(&mut first) {
                part_ui(ui, details::COORDINATION_UNITS);
            }
            operation_link_ui(ui, atlas, operation, commands);
            for text in unit.place.iter().chain(&unit.note) {
                note_ui(ui, text.as_str());
            }
            note_ui(ui, bylines(atlas, &unit.sources));
        }
    }
}

fn country_cases_ui(
    ui: &mut Ui,
    state: &State,
    country: Country,
    on_no_list: bool,
    commands: &mut Vec<Command>,
) {
    let atlas = &state.atlas;
    let places = kept(ui.ctx(), "cases of a country", atlas, &country, || {
        let cases = atlas.cases.iter().enumerate();
        let naming = cases.filter(|(_, case)| case.countries_named().contains(&country));
        naming.map(|(place, _)| place).collect::<Vec<usize>>()
    });
    part_ui(ui, &counted(places.len(), "case", "cases"));
    if on_no_list {
        let text = details::NAMED_ONLY;
        caution_ui(ui, text);
    }
    cases_ui(ui, atlas, &places, &naming(country), commands);
    cases_naming_ui(ui, country, None, commands);
}
