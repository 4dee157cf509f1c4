//! The Countries page: who took part in what, as a matrix that can be narrowed and sorted, with
//! what the lists leave open.

use eframe::egui;
use egui::Ui;

use super::country_matrix::{Matrix, matrix_ui};
use super::kept::kept;
use super::narrow::{Facet, Searched, chip_ui, facet_ui, search_line_ui};
use super::participation::{key_ui, lists, standings};
use super::widgets::{action_ui, caution_ui, empty_ui, sheet_ui, title_ui};
use crate::draw::icons;
use crate::draw::theme::space;
use crate::model::{Atlas, Region};
use crate::query::countries::{self, Answer, CountryChoice, Standing, Wanted};
use crate::state::{Command, State};
use crate::words::window::{countries as said, pages};

/// Draws the page.
pub fn page_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let atlas = &state.atlas;
    let choice = &state.view.countries;
    let standings = standings(ui.ctx(), atlas);
    let lists = lists(ui.ctx(), atlas);
    let answer = kept(ui.ctx(), "countries shown", atlas, choice, || {
        countries::answer(atlas, &standings, &lists, choice)
    });
    sheet_ui(ui, |ui| {
        title_ui(ui, pages::COUNTRIES, &said::counts(&standings, &lists));
        if atlas.operations.is_empty() {
            let (title, text) = said::NONE;
            empty_ui(ui, icons::GLOBE, title, text, None);
            return;
        }
        ui.add_space(space::S);
        narrow_ui(ui, atlas, choice, &standings, &answer, commands);
        if let Some(told) = said::left_open(atlas, &answer) {
            ui.add_space(space::XS);
            caution_ui(ui, &told);
        }
        ui.add_space(space::S);
        if answer.shown.is_empty() {
            nothing_ui(ui, atlas, choice, commands);
            return;
        }
        key_ui(ui);
        ui.add_space(space::XS);
        let matrix = Matrix {
            state,
            standings: &standings,
            lists: &lists,
            answer: &answer,
        };
        matrix_ui(ui, &matrix, commands);
    });
}

/// The search, the menus, and a chip for what is wanted of each operation.
fn narrow_ui(
    ui: &mut Ui,
    atlas: &Atlas,
    choice: &CountryChoice,
    standings: &[Standing],
    answer: &Answer,
    commands: &mut Vec<Command>,
) {
    let (one, many) = said::COUNTED;
    let list = Searched {
        one,
        many,
        hint: said::SEARCH,
        typed: &choice.typed,
        shown: answer.shown.len(),
        all: standings
            .iter()
            .filter(|one| one.is_mentioned())
            .count()
            .max(answer.shown.len()),
    };
    let mut chosen = choice.clone();
    let typed = search_line_ui(ui, &list, |ui| {
        let regions = regions(standings);
        let now = choice.region.as_deref().map(|name| (name, name));
        if let Some(region) = facet_ui(ui, said::REGION, now, &regions) {
            chosen.region = region;
        }
        let operations = operations(atlas, standings);
        if let Some(id) = facet_ui(ui, said::TOOK_PART_IN, None, &operations) {
            match id {
                Some(id) => {
                    chosen.operations.insert(id, Wanted::InAll);
                }
                None => chosen.operations.clear(),
            }
        }
    });
    if let Some(typed) = typed {
        chosen.typed = typed;
    }
    if !choice.operations.is_empty() {
        ui.add_space(space::XS);
        ui.horizontal_wrapped(|ui| {
            for (id, wanted) in &choice.operations {
                let name = atlas.operation(id).map_or(id.as_str(), |one| &one.name);
                let text = wanted.chip(name);
                if chip_ui(ui, &text, &said::take_off(&text)) {
                    chosen.operations.remove(id);
                }
            }
            let (clear, name) = said::CLEAR;
            if action_ui(ui, icons::X, clear, name).clicked() {
                chosen = choice.of_all();
            }
        });
    }
    if chosen != *choice {
        commands.push(Command::ChooseCountries(chosen));
    }
}

/// The regions of the countries there are.
fn regions(standings: &[Standing]) -> Vec<Facet> {
    let facets = Region::ALL.into_iter().map(|region| Facet {
        key: region.name().to_owned(),
        name: region.name().to_owned(),
        count: standings
            .iter()
            .filter(|one| one.is_mentioned() && one.country.region() == region)
            .count(),
    });
    facets.filter(|facet| facet.count > 0).collect()
}

/// The operations of which anybody is known to have taken part.
fn operations(atlas: &Atlas, standings: &[Standing]) -> Vec<Facet> {
    let mut counts = vec![0; atlas.operations.len()];
    for &place in standings.iter().flat_map(|one| &one.took_part) {
        if let Some(count) = counts.get_mut(place) {
            *count += 1;
        }
    }
    let operations = atlas.operations.iter().zip(counts);
    operations
        .filter(|(_, count)| *count > 0)
        .map(|(operation, count)| Facet {
            key: operation.id.to_string(),
            name: operation.name.clone(),
            count,
        })
        .collect()
}

fn nothing_ui(ui: &mut Ui, atlas: &Atlas, choice: &CountryChoice, commands: &mut Vec<Command>) {
    if !choice.narrows() {
        empty_ui(ui, icons::GLOBE, said::NONE_NAMED, "", None);
        return;
    }
    let mut text = said::asked_for(atlas, choice);
    if !choice.typed.trim().is_empty() {
        text = format!("{text} {}", said::SEARCHED);
    }
    let way_out = Some(said::SHOW_ALL);
    if empty_ui(ui, icons::MAGNIFYING_GLASS, said::NO_MATCH, &text, way_out) {
        commands.push(Command::ChooseCountries(choice.of_all()));
    }
}
