//! One case in full, in any width: what happened, who was found, arrests, seizures, the route,
//! what it rests on, and cases like it. In one column, or in two or three where there is room.

use std::sync::Arc;

use eframe::egui;
use egui::{Align, Layout, Ui, vec2};

use super::case_card::cards_ui;
use super::case_facts::facts_ui;
use super::changing::changing_ui;
use super::evidence::sources_ui;
use super::kept::kept;
use super::links::{cases_naming_ui, cases_of_ui};
use super::style::{HEADING, TEXT, TITLE};
use super::widgets::{headed_ui, heading_ui, label_ui, operation_ui, spaced_ui, tag_ui};
use crate::draw::theme::space;
use crate::import::form::Record;
use crate::model::{Atlas, Case};
use crate::query::cases::{Index, Like, like};
use crate::state::{Command, Drawer, State};
use crate::words::window::case as said;

/// The widest that lines of text become: 75 letters of their size.
const READING: f32 = 560.0;

/// How wide the facts are beside the text.
const FACTS: (f32, f32) = (264.0, 360.0);

/// How wide the cases like it are beside both.
const LIKE: f32 = 300.0;

/// Between columns.
const GAP: f32 = 40.0;

/// The most cases of a kind that are shown as like it.
const LIKE_MOST: usize = 4;

/// What narrowing needs to know of every case, worked out once for an atlas.
pub fn index(ctx: &egui::Context, atlas: &Arc<Atlas>) -> Arc<Index> {
    kept(ctx, "index of cases", atlas, &(), || Index::of(atlas))
}

/// Draws a case in the width there is. It does not scroll by itself.
pub fn case_ui(ui: &mut Ui, state: &State, case: &Case, commands: &mut Vec<Command>) {
    let atlas = &state.atlas;
    ui.spacing_mut().item_spacing.y = space::XS;
    // Lines of text, not of buttons.
    ui.spacing_mut().interact_size.y = 20.0;
    head_ui(ui, atlas, case, commands);
    ui.add_space(space::XS);
    // Among a million cases it is not looked for in every frame.
    let own = kept(ui.ctx(), "case of one's own", atlas, &case.id, || {
        let own = state.own(&Record::Case(case.id.clone()));
        own.map(|(path, record)| (path.to_owned(), record))
    });
    let own = own.as_ref().as_ref();
    let own = own.map(|(path, record)| (path.as_path(), record.clone()));
    changing_ui(ui, own, &case.title, commands);
    ui.add_space(space::L);
    let room = ui.available_width();
    let two = room >= READING * 0.8 + GAP + FACTS.0;
    let three = room >= READING + FACTS.0 + LIKE + 2.0 * GAP;
    if !two {
        spaced_ui(ui, TEXT, case.summary.clone(), 21.0);
        ui.add_space(space::L);
        facts_ui(ui, atlas, case, commands);
        sources_part_ui(ui, atlas, case, commands);
        like_ui(ui, state, case, commands);
        return;
    }
    let beside = if three { LIKE + 2.0 * GAP } else { GAP };
    let reading = (room - beside - FACTS.0).min(READING);
    let facts = (room - beside - reading).min(FACTS.1);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        column_ui(ui, reading, |ui| {
            spaced_ui(ui, HEADING, case.summary.clone(), 25.0);
            ui.add_space(space::M);
            sources_part_ui(ui, atlas, case, commands);
        });
        column_ui(ui, facts, |ui| facts_ui(ui, atlas, case, commands));
        if three {
            let rest = ui.available_width().min(LIKE * 1.2);
            column_ui(ui, rest, |ui| like_ui(ui, state, case, commands));
        }
    });
    if !three {
        ui.set_max_width(reading + GAP + facts);
        like_ui(ui, state, case, commands);
    }
}

/// Draws a column of a width.
fn column_ui(ui: &mut Ui, width: f32, content: impl FnOnce(&mut Ui)) {
    let size = vec2(width.floor(), 0.0);
    ui.allocate_ui_with_layout(size, Layout::top_down(Align::Min), |ui| {
        ui.set_width(size.x);
        ui.spacing_mut().item_spacing = vec2(space::S, space::XS);
        content(ui);
    });
}

fn head_ui(ui: &mut Ui, atlas: &Atlas, case: &Case, commands: &mut Vec<Command>) {
    headed_ui(ui, TITLE.bold(), &case.title);
    ui.add_space(space::XS);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        let operation = atlas.operation(case.operation.as_str());
        let place = operation.and_then(|operation| atlas.place(operation));
        let name = operation.map_or(case.operation.as_str(), |operation| &operation.name);
        if operation_ui(ui, place, name) {
            let operation = case.operation.to_string();
            commands.push(Command::OpenDrawer(Drawer::Operation { operation }));
        }
        if let Some(date) = case.date {
            label_ui(ui, TEXT.soft(), format!("· {}", date.words()));
        }
        for crime in &case.crimes {
            tag_ui(ui, crime.name());
        }
    });
}

fn sources_part_ui(ui: &mut Ui, atlas: &Atlas, case: &Case, commands: &mut Vec<Command>) {
    heading_ui(ui, said::SOURCES);
    sources_ui(ui, atlas, &case.sources, commands);
    ui.add_space(space::XL);
}

/// Cases of the same operation and the same countries, as cards.
fn like_ui(ui: &mut Ui, state: &State, case: &Case, commands: &mut Vec<Command>) {
    let atlas = &state.atlas;
    let index = index(ui.ctx(), atlas);
    let Like {
        same_operation,
        same_countries,
    } = &*kept(ui.ctx(), "cases like it", atlas, &case.id, || {
        like(atlas, &index, case, LIKE_MOST)
    });
    let operation = atlas.operation(case.operation.as_str());
    if let Some(operation) = operation.filter(|_| !same_operation.is_empty()) {
        heading_ui(ui, &said::same_operation(operation));
        ui.add_space(space::XS);
        cards_ui(ui, state, same_operation, commands);
        cases_of_ui(ui, operation, Some(case.id.as_str()), commands);
        ui.add_space(space::XL);
    }
    if !same_countries.is_empty() {
        heading_ui(ui, &said::same_countries(&case.countries));
        ui.add_space(space::XS);
        cards_ui(ui, state, same_countries, commands);
        for country in &case.countries {
            cases_naming_ui(ui, *country, Some(case.id.as_str()), commands);
        }
        ui.add_space(space::XL);
    }
}
