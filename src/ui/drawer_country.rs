//! A country in the drawer: operations, coordination units, cases.

use eframe::egui::Ui;

use super::countries::standings;
use super::drawer::{all_cases_ui, bylines, cases_ui, operation_link_ui, part_ui, title_ui};
use super::kept::kept;
use super::widgets::{caution_ui, note_ui, rich, soft_ui};
use crate::draw::theme::{Palette, Weight, size};
use crate::model::{Atlas, Country, Operation};
use crate::query::cases::CaseChoice;
use crate::query::countries::List;
use crate::state::{Command, State};
use crate::words::counted;

/// Draws a country.
pub fn content_ui(ui: &mut Ui, state: &State, country: Country, commands: &mut Vec<Command>) {
    let palette = Palette::shown(ui.ctx());
    let atlas = &state.atlas;
    title_ui(ui, country.name());
    let place = format!(
        "{} · {} · {}",
        country.code(),
        country.subregion(),
        country.region().name()
    );
    ui.label(rich(place, Weight::Regular, size::TEXT, palette.ink_soft));
    let all = standings(ui.ctx(), atlas);
    let standing = all.iter().find(|standing| standing.country == country);
    let (mut took_part, mut not_listed, mut unknown) = (Vec::new(), Vec::new(), Vec::new());
    for operation in &atlas.operations {
        match operation.took_part(country, &atlas.sources) {
            Some(true) => took_part.push(operation),
            Some(false) => not_listed.push(operation),
            None => unknown.push(operation),
        }
    }
    part_ui(ui, "Took part in");
    if took_part.is_empty() {
        soft_ui(ui, "On no published list.");
    }
    for operation in &took_part {
        operation_link_ui(ui, atlas, operation, commands);
    }
    if !not_listed.is_empty() {
        part_ui(ui, "Not on the complete list of");
        for operation in not_listed {
            operation_link_ui(ui, atlas, operation, commands);
        }
    }
    if !unknown.is_empty() {
        part_ui(ui, "List unknown");
        for operation in unknown {
            ui.horizontal_wrapped(|ui| {
                operation_link_ui(ui, atlas, operation, commands);
                note_ui(ui, gap(atlas, operation));
            });
        }
        note_ui(
            ui,
            format!("Whether {country} took part in these is unknown."),
        );
    }
    country_units_ui(ui, atlas, country, commands);
    if standing.is_some_and(|standing| standing.cases > 0) {
        country_cases_ui(ui, state, country, took_part.is_empty(), commands);
    }
}

/// What an operation's list leaves open, in a few words: "119 counted, no list published".
fn gap(atlas: &Atlas, operation: &Operation) -> String {
    let list = List::of(atlas, operation).words();
    match atlas.preferred(&operation.countries.count) {
        Some(report) => format!("{} counted, {list}", report.quantity.short()),
        None => list.to_owned(),
    }
}

fn country_units_ui(ui: &mut Ui, atlas: &Atlas, country: Country, commands: &mut Vec<Command>) {
    let mut first = true;
    for operation in &atlas.operations {
        for unit in operation
            .coordination_units
            .iter()
            .filter(|unit| unit.country == country)
        {
            if std::mem::take(&mut first) {
                part_ui(ui, "Coordination units");
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
        caution_ui(
            ui,
            "A country named in a case did not take part for that reason alone.",
        );
    }
    let choice = CaseChoice {
        country: Some(country.code().to_owned()),
        ..CaseChoice::default()
    };
    cases_ui(ui, atlas, &places, &choice, commands);
    all_cases_ui(
        ui,
        &format!("All cases that name {country}"),
        commands,
        || choice,
    );
}
