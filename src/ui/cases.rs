//! The Cases page: a list that can be searched and narrowed, and the case chosen to read: beside
//! the list, or over it where there is no room for both.

use std::sync::Arc;

use eframe::egui;
use egui::{Key, Modifiers, Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder};

use super::kept::kept;
use super::kin::Kin;
use super::narrow::{Facet, chip_ui, facet_ui, search_ui};
use super::style::SMALL;
use super::table::{GUTTER, List, list_ui};
use super::widgets::{action_ui, empty_ui, icon_button_ui, label_ui, sheet_ui, title_ui};
use super::{case, case_card};
use crate::draw::icons;
use crate::draw::theme::{Palette, space};
use crate::model::{Atlas, Case, Crime};
use crate::query::cases::{self, CaseChoice, Found, Narrowing, Texts};
use crate::state::{Command, State};
use crate::words;
use crate::words::window::{cases as said, compare, pages};

/// The width of the list beside a case.
const LIST: f32 = 340.0;

/// From this width on a case is read beside the list.
const BESIDE: f32 = 790.0;

/// From this width on the search and the menus stand on one line.
const ONE_LINE: f32 = 600.0;

/// What the choice shows, found once for each choice.
fn found(ui: &Ui, state: &State) -> Arc<Found> {
    let (atlas, choice) = (&state.atlas, &state.view.cases);
    let index = case::index(ui.ctx(), atlas);
    let texts = (!choice.typed.trim().is_empty()).then(|| {
        kept(ui.ctx(), "texts of cases", atlas, &(), || {
            Texts::of(atlas, Crime::name)
        })
    });
    // Which case is read does not change which are found.
    let narrowing = CaseChoice {
        selected: None,
        ..choice.clone()
    };
    let key = (narrowing, state.view.only.clone());
    kept(ui.ctx(), "cases found", atlas, &key, || {
        cases::find(atlas, &index, texts.as_deref(), &key.0, &key.1)
    })
}

/// The cases found, and which of them is read.
struct Reading<'a> {
    atlas: &'a Atlas,
    found: &'a Found,
    /// The row of the case read; `None` where no case was chosen, or one that was not found.
    row: Option<usize>,
}

impl<'a> Reading<'a> {
    /// The case in a row of the list.
    fn case(&self, row: usize) -> Option<&'a Case> {
        let place = *self.found.shown.get(row)?;
        self.atlas.cases.get(place).map(|case| &**case)
    }
}

/// Draws the page.
pub fn page_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let atlas = &state.atlas;
    let choice = &state.view.cases;
    let found = found(ui, state);
    let key = (choice.clone(), state.view.only.clone());
    let row = kept(ui.ctx(), "row of the case read", atlas, &key, || {
        let read = choice.selected.as_deref()?;
        let is_read =
            |place: &usize| (atlas.cases.get(*place)).is_some_and(|one| one.id.as_str() == read);
        found.shown.iter().position(is_read)
    });
    let mut reading = Reading {
        atlas,
        found: &found,
        row: *row,
    };
    sheet_ui(ui, |ui| {
        let beside = ui.available_width() >= BESIDE;
        if !beside && reading.row.is_some() {
            reading_ui(ui, state, &reading, true, commands);
            return;
        }
        title_ui(
            ui,
            pages::CASES,
            &said::counts(atlas.cases.len(), found.shown.len()),
        );
        if atlas.cases.is_empty() {
            let (title, text) = said::NONE;
            empty_ui(ui, icons::FILE_TEXT, title, text, None);
            return;
        }
        ui.add_space(space::S);
        narrow_ui(ui, atlas, choice, &found, commands);
        only_ui(ui, state, commands);
        ui.add_space(space::S);
        if found.shown.is_empty() {
            nothing_ui(ui, atlas, choice, commands);
        } else if beside {
            reading.row = reading.row.or(Some(0));
            split_ui(ui, state, &reading, commands);
        } else {
            let all = ui.available_rect_before_wrap();
            rows_ui(ui, all, state, &reading, commands);
        }
    });
}

fn narrow_ui(
    ui: &mut Ui,
    atlas: &Atlas,
    choice: &CaseChoice,
    found: &Found,
    commands: &mut Vec<Command>,
) {
    let facet = |key: &str, name: &str, count: usize| Facet {
        key: key.to_owned(),
        name: name.to_owned(),
        count,
        open: false,
    };
    let offered = |narrowing: Narrowing| -> Vec<Facet> {
        match narrowing {
            Narrowing::Operation => {
                let all = found.operations.iter();
                let named = |(place, count): &(usize, usize)| {
                    let operation = atlas.operations.get(*place)?;
                    Some(facet(operation.id.as_str(), &operation.name, *count))
                };
                all.filter_map(named).collect()
            }
            Narrowing::Country => {
                let all = found.countries.iter();
                all.map(|(one, count)| facet(one.code(), one.name(), *count))
                    .collect()
            }
            Narrowing::Crime => {
                let all = found.crimes.iter();
                all.map(|(one, count)| facet(one.key(), one.name(), *count))
                    .collect()
            }
        }
    };
    let mut chosen = choice.clone();
    ui.horizontal_wrapped(|ui| {
        // Beside the menus, or over them where there is no room for all on one line.
        let room = ui.available_width();
        let width = if room < ONE_LINE {
            room
        } else {
            (room * 0.36).min(280.0)
        };
        if let Some(typed) = search_ui(ui, "cases", &choice.typed, said::SEARCH, width) {
            chosen.typed = typed;
        }
        for narrowing in Narrowing::ALL {
            let now = choice
                .key(narrowing)
                .map(|key| (key, narrowing.words(atlas, key)));
            if let Some(key) = facet_ui(ui, narrowing.name(), now, &offered(narrowing)) {
                chosen.narrow(narrowing, key);
            }
        }
        if choice.narrows() && action_ui(ui, icons::X, said::CLEAR, said::CLEAR_ALL).clicked() {
            chosen = CaseChoice {
                selected: choice.selected.clone(),
                ..CaseChoice::default()
            };
        }
    });
    if chosen != *choice {
        commands.push(Command::ChooseCases(chosen));
    }
}

/// The countries chosen, to which cases are narrowed, where there are any.
pub(super) fn only_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    if let Some(only) = words::only(&state.atlas, None, &state.view.only) {
        ui.add_space(space::XS);
        if chip_ui(ui, &only, &compare::clear_only(&only)) {
            commands.push(Command::EveryCountry);
        }
    }
}

fn nothing_ui(ui: &mut Ui, atlas: &Atlas, choice: &CaseChoice, commands: &mut Vec<Command>) {
    let narrowed: Vec<(Narrowing, &str)> = Narrowing::ALL
        .into_iter()
        .filter_map(|one| Some((one, one.words(atlas, choice.key(one)?))))
        .collect();
    let text = said::asked_for(choice.typed.trim(), &narrowed);
    let way_out = Some(said::SHOW_ALL);
    if empty_ui(ui, icons::MAGNIFYING_GLASS, said::NO_MATCH, &text, way_out) {
        commands.push(Command::ChooseCases(CaseChoice::default()));
        commands.push(Command::EveryCountry);
    }
}

/// The list, and the case read beside it.
fn split_ui(ui: &mut Ui, state: &State, reading: &Reading<'_>, commands: &mut Vec<Command>) {
    let area = ui.available_rect_before_wrap();
    let (list, rest) = area.split_left_right_at_x(area.left() + LIST);
    let line = Stroke::new(1.0, Palette::shown(ui.ctx()).hairline);
    ui.painter().vline(list.right(), area.y_range(), line);
    ui.painter().hline(list.x_range(), area.top(), line);
    rows_ui(
        ui,
        list.with_max_x(list.right() - 1.0),
        state,
        reading,
        commands,
    );
    let rest = rest.with_min_x(rest.left() + space::XL);
    ui.scope_builder(UiBuilder::new().max_rect(rest), |ui| {
        reading_ui(ui, state, reading, false, commands);
    });
    ui.allocate_rect(area, Sense::hover());
}

fn rows_ui(
    ui: &mut Ui,
    rect: Rect,
    state: &State,
    reading: &Reading<'_>,
    commands: &mut Vec<Command>,
) {
    let atlas = reading.atlas;
    let kin = Kin::shown(ui.ctx(), state);
    ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| {
        ui.set_clip_rect(rect.intersect(ui.clip_rect()));
        let list = List {
            name: pages::CASES,
            count: reading.found.shown.len(),
            height: case_card::HEIGHT,
            chosen: reading.row,
        };
        let picked = list_ui(
            ui,
            &list,
            |row| Some((*reading.found.shown.get(row)?, reading.case(row)?)),
            |(_, case)| case.spoken(atlas),
            |ui, row, (place, case)| {
                let rect = row.rect.with_max_x(row.rect.right() - GUTTER + space::S);
                case_card::lines_ui(ui, rect, atlas, case, kin.case(*place));
            },
        );
        commands.extend(picked.map(|(_, case)| read(state, case)));
    });
}

/// The choice to read a case of the list.
fn read(state: &State, case: &Case) -> Command {
    Command::ChooseCases(CaseChoice {
        selected: Some(case.id.to_string()),
        ..state.view.cases.clone()
    })
}

/// The case read, under what leads to the next one and, where it lies `over` the list, back.
fn reading_ui(
    ui: &mut Ui,
    state: &State,
    reading: &Reading<'_>,
    over: bool,
    commands: &mut Vec<Command>,
) {
    let Some(row) = reading.row else { return };
    let Some(case) = reading.case(row) else {
        return;
    };
    let free = ui.memory(|memory| memory.top_modal_layer().is_none());
    let key = |modifiers, key| free && ui.input_mut(|input| input.consume_key(modifiers, key));
    let pressed = [Key::ArrowUp, Key::ArrowDown].map(|arrow| key(Modifiers::ALT, arrow));
    let escaped = over && state.drawer.is_none() && key(Modifiers::NONE, Key::Escape);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        if over {
            let back = action_ui(ui, icons::CARET_LEFT, said::BACK, said::BACK);
            if back.clicked() || escaped {
                commands.push(Command::ChooseCases(CaseChoice {
                    selected: None,
                    ..state.view.cases.clone()
                }));
            }
            ui.add_space(space::M);
        } else {
            // The icons stand under one another with the text.
            ui.add_space(-space::M);
        }
        let beside = [row.checked_sub(1), Some(row + 1)];
        let buttons = [
            (icons::CARET_UP, said::PREVIOUS),
            (icons::CARET_DOWN, said::NEXT),
        ];
        for ((row, (icon, name)), pressed) in beside.into_iter().zip(buttons).zip(pressed) {
            let there = row.and_then(|row| reading.case(row));
            let clicked = ui
                .add_enabled_ui(there.is_some(), |ui| icon_button_ui(ui, icon, name))
                .inner
                .clicked();
            if clicked || pressed {
                commands.extend(there.map(|case| read(state, case)));
            }
        }
        let place = said::place(row, reading.found.shown.len());
        label_ui(ui, SMALL.soft(), place);
    });
    ui.add_space(space::XS);
    ScrollArea::vertical()
        .id_salt(("case", case.id.as_str()))
        .auto_shrink(false)
        .show(ui, |ui| {
            ui.set_max_width(ui.available_width() - GUTTER);
            case::case_ui(ui, state, case, commands);
        });
}
