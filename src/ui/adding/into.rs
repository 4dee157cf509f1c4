//! The dataset that something is added to: an open one of one's own, or a new one with its title
//! and file.

use std::path::PathBuf;

use eframe::egui;
use egui::{Popup, Ui};

use super::field::Field;
use super::{is_changing, is_new};
use crate::draw::icons;
use crate::draw::theme::space;
use crate::state::{Add, Command, Into, State};
use crate::ui::datasets::title;
use crate::ui::narrow::shortened;
use crate::ui::style::{SMALL, TEXT};
use crate::ui::tool_button::ToolButton;
use crate::ui::widgets::{action_ui, caution_ui, hairline_ui, label_ui, note_ui};
use crate::ui::{Scratch, regions, typed_path};
use crate::words::window::adding as words;
use crate::words::window::opening::name_of;

/// How many characters of a dataset's name are shown.
const LONGEST: usize = 22;

/// Draws the choice of the dataset.
pub(super) fn into_ui(ui: &mut Ui, state: &State, scratch: &Scratch, commands: &mut Vec<Command>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let into = if is_changing(state) {
            words::IN
        } else {
            words::INTO
        };
        label_ui(ui, SMALL.medium().soft(), into);
        let name = name(state, &state.adding.into);
        if is_changing(state) {
            // What is there stays where it is.
            label_ui(ui, TEXT, &name);
            return;
        }
        let spoken = words::into_spoken(&name);
        let shown = shortened(&name, LONGEST);
        let button = ToolButton::text(&shown).spoken(&spoken).known_by("into");
        let button = button.with_icon(icons::DATABASE).opening_menu().show(ui);
        menu_ui(&button, state, commands);
        let target = &state.adding.target;
        let can_go_back = matches!(target, Some(Ok(target)) if target.text.can_go_back);
        if let Into::File(path) = &state.adding.into
            && can_go_back
        {
            let spoken = words::take_back(&name);
            let icon = icons::ARROW_COUNTER_CLOCKWISE;
            if action_ui(ui, icon, words::UNDO_LAST, &spoken).clicked() {
                commands.push(Command::Add(Add::TakeBack(path.clone())));
            }
        }
    });
    if is_new(state) {
        new_ui(ui, state, scratch, commands);
    }
    match &state.adding.target {
        Some(Ok(target)) if target.text.read_only => caution_ui(ui, words::READ_ONLY),
        Some(Err(why)) => caution_ui(ui, why),
        None if !is_new(state) => note_ui(ui, words::READING),
        Some(Ok(_)) | None => {}
    }
    ui.add_space(space::XS);
    hairline_ui(ui);
    ui.add_space(space::S);
}

fn name(state: &State, into: &Into) -> String {
    match into {
        Into::File(path) => {
            let mut files = state.files.iter();
            let file = files.find(|file| file.path.as_ref() == Some(path));
            file.map_or_else(|| name_of(path), title)
        }
        Into::New(..) => words::NEW_DATASET.to_owned(),
    }
}

fn menu_ui(button: &egui::Response, state: &State, commands: &mut Vec<Command>) {
    Popup::menu(button).gap(space::XS).show(|ui| {
        regions::group(ui);
        ui.set_min_width(200.0);
        let own = state.own_files().map(|path| Into::File(path.to_owned()));
        let new = match &state.adding.into {
            new @ Into::New(..) => new.clone(),
            Into::File(_) => Into::default(),
        };
        for into in own.chain([new]) {
            let name = name(state, &into);
            let line = ToolButton::text(&name).chosen(state.adding.into == into);
            if line.min_width(ui.available_width()).show(ui).clicked() {
                commands.push(Command::Add(Add::Into(into)));
                ui.close();
            }
        }
    });
}

/// The title and the file of a new dataset.
fn new_ui(ui: &mut Ui, state: &State, scratch: &Scratch, commands: &mut Vec<Command>) {
    let Into::New(mut title, mut path) = state.adding.into.clone() else {
        return;
    };
    if state.has_embedded() {
        note_ui(ui, words::BUILT_IN_STAYS);
    }
    ui.add_space(space::XS);
    Field::of("dataset title", words::DATASET_TITLE).show(ui, &mut title);
    ui.add_space(space::XS);
    let suggested = suggested(scratch);
    let suggested = suggested.display().to_string();
    let field = Field {
        hint: &suggested,
        ..Field::of("dataset path", words::DATASET_PATH)
    };
    field.show(ui, &mut path);
    if action_ui(ui, icons::FOLDER_OPEN, words::CHOOSE, words::CHOOSE_SPOKEN).clicked() {
        commands.push(Command::Add(Add::PickNew));
    }
    let into = Into::New(title, path);
    if into != state.adding.into {
        commands.push(Command::Add(Add::Into(into)));
    }
}

/// Where a new dataset goes where nobody says otherwise.
fn suggested(scratch: &Scratch) -> PathBuf {
    scratch.export.folder.join(words::NEW_NAME)
}

/// Where a new dataset goes; `None` where something is added to an open one.
pub(super) fn path(state: &State, scratch: &Scratch) -> Option<PathBuf> {
    match &state.adding.into {
        Into::File(_) => None,
        Into::New(_, typed) => {
            let path = typed_path(typed, std::env::home_dir().as_deref());
            Some(path.unwrap_or_else(|| suggested(scratch)))
        }
    }
}
