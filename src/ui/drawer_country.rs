//! A country in the drawer: operations, coordination units, cases.

use eframe::egui::Ui;

use super::drawer_operation::bylines;
use super::evidence::sources_ui;
use super::kept::kept;
use super::links::{cases_naming_ui, cases_ui, naming, operation_link_ui};
use super::participation::standings;
use super::participation::told;
use super::style::{TEXT, TITLE};
use super::widgets::{action_ui, caution_ui, headed_ui, label_ui, note_ui, part_ui, soft_ui};
use crate::draw::icons;
use crate::model::{Atlas, Case, Country, Operation};
use crate::query::countries::{self, List};
use crate::query::sources;
use crate::state::{Command, Drawer, State};
use crate::words::window::details;
use crate::words::{counted, when};

/// Draws a country.
pub fn content_ui(ui: &mut Ui, state: &State, country: Country, commands: &mut Vec<Command>) {
    let atlas = &state.atlas;
    headed_ui(ui, TITLE.bold(), country.name());
    let (subregion, region) = (country.subregion(), country.region().name());
    let about = format!("{} · {subregion} · {region}", country.code());
    label_ui(ui, TEXT.soft(), about);
    neighbours_ui(ui, state, country, commands);
    choose_ui(ui, state, country, commands);
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
            ui.horizontal_wrapped(|ui| {
                operation_link_ui(ui, atlas, operation, commands);
                note_ui(
                    ui,
                    match told.took_part {
                        Some(_) => when(operation.days),
                        None => gap(atlas, operation),
                    },
                );
            });
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
    let sources = kept(ui.ctx(), "sources of a country", atlas, &country, || {
        sources::naming(atlas, country)
    });
    part_ui(ui, details::SOURCES);
    sources_ui(ui, atlas, &sources, commands);
}

/// What leads to the country before and after in the list as it is narrowed and sorted.
fn neighbours_ui(ui: &mut Ui, state: &State, country: Country, commands: &mut Vec<Command>) {
    let atlas = &state.atlas;
    let all = standings(ui.ctx(), atlas);
    let key = (state.view.countries.clone(), country);
    let beside = kept(ui.ctx(), "neighbours of a country", atlas, &key, || {
        countries::neighbours(atlas, &all, &key.0, country)
    });
    let Some(beside) = *beside else { return };
    ui.horizontal_wrapped(|ui| {
        let icons = [icons::CARET_LEFT, icons::CARET_RIGHT];
        for ((there, icon), says) in beside.into_iter().zip(icons).zip(details::NEIGHBOURS) {
            let name = format!("{says}{there}");
            if action_ui(ui, icon, there.name(), &name).clicked() {
                let code = there.code().to_owned();
                commands.push(Command::OpenDrawer(Drawer::Country { code }));
            }
        }
    });
}

/// Chooses the country beside others, or no more.
fn choose_ui(ui: &mut Ui, state: &State, country: Country, commands: &mut Vec<Command>) {
    let (icon, text, name) = if state.view.has_chosen(country) {
        (icons::X, details::CHOSEN, details::choose_no_more(country))
    } else {
        (icons::CHECK, details::CHOOSE, details::choose(country))
    };
    if action_ui(ui, icon, text, &name).clicked() {
        commands.push(Command::ToggleCountry(country.code().to_owned()));
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
    let role = |case: &Case| details::on_route(case, country);
    cases_ui(ui, atlas, &places, &naming(country), role, commands);
    cases_naming_ui(ui, country, None, commands);
}
