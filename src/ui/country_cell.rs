//! What is known of a country in an operation, opened at its cell of the matrix.

use eframe::egui;
use egui::{Id, Popup, PopupCloseBehavior, Ui};

use super::kept::kept;
use super::links::{cases_ui, drawer_link_ui, naming};
use super::participation::standings;
use super::style::HEADING;
use super::widgets::{headed_ui, note_ui, text_ui};
use crate::draw::theme::space;
use crate::model::{Case, Country, Operation};
use crate::query::cases::CaseChoice;
use crate::query::countries::List;
use crate::state::{Command, Drawer, State};
use crate::words::window::{countries as said, details};

/// A cell that is open: the country's code, the operation's id, and where it was opened.
type Open = (String, String, egui::Pos2);

fn id() -> Id {
    Id::unique("cell of countries opened")
}

/// Opens a cell, at the pointer or else where the keyboard is.
pub fn open(ui: &Ui, country: Country, operation: &Operation) {
    let focused = ui.memory(egui::Memory::focused);
    let row = focused.and_then(|id| ui.ctx().read_response(id));
    let at = ui.input(|input| input.pointer.interact_pos());
    let at = at.or(row.map(|row| row.rect.center())).unwrap_or_default();
    let open: Open = (country.code().to_owned(), operation.id.to_string(), at);
    ui.data_mut(|data| data.insert_temp(id(), open));
    Popup::open_id(ui.ctx(), id());
}

/// Draws the cell that is open, if one is.
pub fn cell_ui(ui: &Ui, state: &State, lists: &[List], commands: &mut Vec<Command>) {
    if !Popup::is_id_open(ui.ctx(), id()) {
        return;
    }
    let Some((code, operation, at)) = ui.data(|data| data.get_temp::<Open>(id())) else {
        return;
    };
    let atlas = &state.atlas;
    let standings = standings(ui.ctx(), atlas);
    let (Some(country), Some(place)) = (Country::from_code(&code), atlas.place_of(&operation))
    else {
        return;
    };
    let standing = standings.iter().find(|one| one.country == country);
    let (Some(standing), Some(operation), Some(list)) =
        (standing, atlas.operations.get(place), lists.get(place))
    else {
        return;
    };
    let before = commands.len();
    Popup::new(id(), ui.ctx().clone(), at, ui.layer_id())
        .open_memory(None)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .accessible_name(said::cell_title(country, operation))
        .show(|ui| {
            ui.set_width(320.0);
            ui.spacing_mut().item_spacing.y = space::XS;
            headed_ui(ui, HEADING.bold(), &said::cell_title(country, operation));
            let cell = standing.cell(place, *list);
            text_ui(ui, said::cell(atlas, operation, cell));
            for unit in &operation.coordination_units {
                if unit.country == country {
                    for text in unit.place.iter().chain(&unit.note) {
                        note_ui(ui, text.as_str());
                    }
                }
            }
            if cell.named {
                let key = (country, operation.id.clone());
                let places = kept(ui.ctx(), "cases of a cell", atlas, &key, || {
                    let cases = atlas.cases.iter().enumerate();
                    let of_both = cases.filter(|(_, case)| {
                        case.operation == operation.id && case.countries_named().contains(&country)
                    });
                    of_both.map(|(place, _)| place).collect::<Vec<usize>>()
                });
                let choice = CaseChoice {
                    operation: Some(operation.id.to_string()),
                    ..naming(country)
                };
                let role = |case: &Case| details::on_route(case, country);
                cases_ui(ui, atlas, &places, &choice, role, commands);
            }
            ui.add_space(space::XS);
            let country_drawer = || Drawer::Country { code: code.clone() };
            drawer_link_ui(ui, &said::about_country(country), country_drawer, commands);
            let operation_drawer = || Drawer::Operation {
                operation: operation.id.to_string(),
            };
            drawer_link_ui(ui, &said::about(operation), operation_drawer, commands);
        });
    if commands.len() > before {
        Popup::close_id(ui.ctx(), id());
    }
}
