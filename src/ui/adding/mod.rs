//! The panel in which something is added to a dataset: beside the page where there is room, else
//! over it. Its head chooses the door, then come the dataset it goes into, the door itself and
//! what would be written; its foot writes.

mod called;
mod case;
mod field;
mod figures;
mod foot;
mod form;
mod going;
mod into;
mod laid;
mod marked;
mod offers;
mod preview;
mod questions;
mod sheet;
mod text;

use std::collections::BTreeSet;

use eframe::egui;
use egui::{Align, CentralPanel, Frame, Id, Key, Layout, Margin, Modifiers, Panel, ScrollArea, Ui};

use super::export::segments_ui;
use super::style::TITLE;
use super::table::GUTTER;
use super::widgets::{headed_ui, icon_button_ui};
use super::{Scratch, regions};
use crate::draw::icons;
use crate::draw::theme::space;
use crate::import::form::{Changed, Field, Record, Subject};
use crate::state::{Add, Command, Door, Into, State};
use crate::words::window::adding as words;

/// What the panel keeps from one frame to the next.
#[derive(Debug, Default)]
pub(super) struct Kept {
    /// The parts of the form whose seldom fields are shown.
    opened: BTreeSet<form::Part>,
    /// Whether the text of the file is shown.
    text_shown: bool,
    /// The pass in which the panel was drawn last.
    drawn: u64,
    /// What was corrected or removed then.
    changed: Option<Changed>,
    /// How often something had been written then.
    times_written: usize,
    /// Whether the keyboard goes to what removes.
    to_remove: bool,
    /// What has been pasted into the field for a table.
    pasted: String,
    /// Where one is in a text.
    going: going::Going,
}

/// How high the panel is whose head and foot stay, in points.
const LOW: f32 = 360.0;

/// How wide the panel is beside a page, by the width of the window: a sheet needs more than a form.
pub(super) fn width(window: f32, state: &State) -> f32 {
    let width = match state.adding.door {
        Door::Form => (window * 0.34).clamp(380.0, 480.0),
        Door::Sheet | Door::Text => (window * 0.46).clamp(440.0, 760.0),
    };
    width.round()
}

/// Draws the panel in the room there is.
pub(super) fn panel_ui(
    ui: &mut Ui,
    state: &State,
    scratch: &mut Scratch,
    commands: &mut Vec<Command>,
) {
    regions::opened(ui, Some("adding"));
    let pass = ui.ctx().cumulative_pass_nr();
    let last = std::mem::replace(&mut scratch.adding.drawn, pass);
    let changed = &state.adding.form.changed;
    let times = std::mem::replace(
        &mut scratch.adding.times_written,
        state.adding.times_written,
    );
    let was_written = times != state.adding.times_written;
    if last + 1 < pass || was_written || scratch.adding.changed != *changed {
        scratch.adding.changed.clone_from(changed);
        match first_field(state) {
            Some(field) => ui.memory_mut(|memory| memory.request_focus(field)),
            None => scratch.adding.to_remove = is_changing(state),
        }
    }
    let bare = |top: f32, bottom: f32| {
        Frame::NONE.inner_margin(Margin {
            left: 20,
            right: 8,
            top: top as i8,
            bottom: bottom as i8,
        })
    };
    let part = |panel: Panel| panel.resizable(false).show_separator_line(false);
    let ctx = ui.ctx().clone();
    // In a low window head and foot scroll with the rest.
    let is_low = ui.available_height() < LOW;
    if !is_low {
        part(Panel::top("adding head"))
            .frame(bare(space::S, space::S))
            .show(ui, |ui| head_ui(ui, state, commands));
        part(Panel::bottom("adding foot"))
            .frame(bare(space::S, space::M))
            .show(ui, |ui| foot::foot_ui(ui, state, scratch, commands));
    }
    CentralPanel::default()
        .frame(bare(0.0, 0.0))
        .show(ui, |ui| {
            let area = ScrollArea::vertical().id_salt("adding").auto_shrink(false);
            area.show(ui, |ui| {
                ui.set_max_width(ui.available_width() - GUTTER);
                ui.spacing_mut().item_spacing.y = space::XS;
                if is_low {
                    head_ui(ui, state, commands);
                }
                into::into_ui(ui, state, scratch, commands);
                door_ui(ui, state, &mut scratch.adding, commands);
                if !is_untouched(state) {
                    preview::preview_ui(ui, state, &mut scratch.adding, commands);
                }
                if is_low {
                    foot::foot_ui(ui, state, scratch, commands);
                }
                ui.add_space(space::XL);
                regions::in_sight(ui);
            });
        });
    let write = ctx.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    if write && state.adding.can_write() {
        commands.push(Command::Add(Add::Write(into::path(state, scratch))));
    }
}

/// Takes a table that was pasted while nothing that takes text has the keyboard.
pub(super) fn take_pasted(ctx: &egui::Context, commands: &mut Vec<Command>) {
    if ctx.text_edit_focused() {
        return;
    }
    let pasted = ctx.input(|input| {
        input.events.iter().find_map(|event| {
            if let egui::Event::Paste(text) = event {
                Some(text.clone())
            } else {
                None
            }
        })
    });
    // Cells of a spreadsheet are parted by tabs.
    if let Some(table) = pasted.filter(|text| text.trim().contains('\t')) {
        commands.push(Command::Add(Add::Paste(table)));
    }
}

/// The field that the panel is opened for: the first that is still empty.
fn first_field(state: &State) -> Option<Id> {
    let form = &state.adding.form;
    if state.adding.door != Door::Form {
        return None;
    }
    let at = form.figures.iter().position(|one| one.number.is_empty());
    let field = match (&form.changed, at) {
        (Some(changed), _) if changed.removed => return None,
        (Some(changed), _) => match changed.what {
            Record::Report(..) | Record::NotApplicable(..) => Field::Number(0),
            Record::Metric(_) => Field::Metric(0),
            Record::Source(_) => Field::Publisher,
            Record::Operation(_) => Field::Operation,
            Record::Case(_) => Field::CaseTitle,
        },
        (None, _) if form.subject == Subject::Source => Field::Source,
        (None, _) if form.operation.name.is_empty() => Field::Operation,
        (None, _) if form.source.named.is_empty() => Field::Source,
        (None, Some(at)) => Field::Metric(at),
        (None, None) => Field::Operation,
    };
    Some(field::id(field))
}

/// Draws the door that is open.
fn door_ui(ui: &mut Ui, state: &State, kept: &mut Kept, commands: &mut Vec<Command>) {
    match state.adding.door {
        Door::Form => {
            let mut form = state.adding.form.clone();
            form::form_ui(ui, state, &mut form, kept);
            if form != state.adding.form {
                commands.push(Command::Add(Add::Fill(Box::new(form))));
            }
        }
        Door::Sheet => sheet::sheet_ui(ui, state, kept, commands),
        Door::Text => text::text_ui(ui, state, kept, commands),
    }
}

fn title(state: &State) -> &'static str {
    match &state.adding.form.changed {
        Some(changed) if state.adding.door == Door::Form => {
            if changed.removed {
                words::REMOVE_TITLE
            } else {
                words::CORRECT_TITLE
            }
        }
        Some(_) | None => words::TITLE,
    }
}

fn head_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        headed_ui(ui, TITLE.bold(), title(state));
        if !is_changing(state) {
            let mut door = state.adding.door;
            let doors = Door::ALL.map(|door| (door, door_name(door).to_owned()));
            segments_ui(ui, words::DOORS, &doors, &mut door);
            if door != state.adding.door {
                commands.push(Command::Add(Add::Through(door)));
            }
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if icon_button_ui(ui, icons::X, words::CLOSE).clicked() {
                commands.push(Command::Add(Add::Close));
            }
        });
    });
}

fn door_name(door: Door) -> &'static str {
    match door {
        Door::Form => words::FORM,
        Door::Sheet => words::SHEET,
        Door::Text => words::text::TEXT,
    }
}

/// Whether nothing is taken yet of a text.
fn is_untouched(state: &State) -> bool {
    state.adding.door == Door::Text && state.adding.sifted.confirmed.is_empty()
}

/// Whether something is corrected or removed.
fn is_changing(state: &State) -> bool {
    state.adding.door == Door::Form && state.adding.form.changed.is_some()
}

/// Whether a dataset is one that is not there yet.
fn is_new(state: &State) -> bool {
    matches!(state.adding.into, Into::New(..))
}
