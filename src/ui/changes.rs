//! What changed in a dataset since another version of it: beside the page where there is room, else
//! in its place.

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui;
use egui::{Align, Frame, Key, Layout, Margin, Popup, ScrollArea, Ui};

use super::choice::{Choice, Mark, choice_ui};
use super::datasets::title;
use super::kept::kept;
use super::style::{SMALL, TEXT, TITLE};
use super::table::GUTTER;
use super::tool_button::ToolButton;
use super::widgets::{
    action_ui, caution_ui, hairline_ui, headed_ui, icon_button_ui, label_ui, note_ui, part_ui,
    soft_ui, text_ui,
};
use super::{over, regions, typed_path};
use crate::draw::icons;
use crate::draw::theme::space;
use crate::model::Dataset;
use crate::query::diff::{Before, Of, What};
use crate::state::{Command, OpenFile, See, State, Versions};
use crate::words::differing_in_all;
use crate::words::window::changes as words;

/// So many earlier states are offered.
const OFFERED: usize = 8;
/// So many changes of a kind are shown.
const SHOWN: usize = 200;

/// How wide the panel is beside a page, by the width of the window.
pub(super) fn width(window: f32) -> f32 {
    (window * 0.34).clamp(380.0, 480.0).round()
}

/// Draws the panel in the room there is. `typed` is what has been typed as a path.
pub(super) fn panel_ui(
    ui: &mut Ui,
    state: &State,
    typed: &mut String,
    commands: &mut Vec<Command>,
) {
    regions::opened(ui, Some("changes"));
    let margin = Margin {
        left: 20,
        right: 8,
        top: 8,
        bottom: 0,
    };
    Frame::NONE.inner_margin(margin).show(ui, |ui| {
        let area = ScrollArea::vertical().id_salt("changes").auto_shrink(false);
        area.show(ui, |ui| {
            ui.set_max_width(ui.available_width() - GUTTER);
            ui.spacing_mut().item_spacing.y = space::XS;
            ui.horizontal(|ui| {
                headed_ui(ui, TITLE.bold(), words::TITLE);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    if icon_button_ui(ui, icons::X, words::CLOSE).clicked() {
                        commands.push(Command::See(See::Close));
                    }
                });
            });
            of_ui(ui, state, commands);
            since_ui(ui, state, typed, commands);
            ui.add_space(space::S);
            hairline_ui(ui);
            match state.versions() {
                Versions::Both(both) => told_ui(ui, state, &both),
                Versions::Closed => caution_ui(ui, words::CLOSED),
                Versions::Unusable => caution_ui(ui, words::UNUSABLE),
                Versions::None if state.changes.since.is_some() => note_ui(ui, words::READING),
                Versions::None => {}
            }
            ui.add_space(space::XL);
            regions::in_sight(ui);
        });
    });
}

/// The dataset, one of those of one's own.
fn of_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let own = |file: &&OpenFile| file.path.is_some();
    let shown = state
        .files
        .iter()
        .find(|file| file.path.as_ref() == Some(&state.changes.of));
    let Some(shown) = shown else { return };
    let name = title(shown);
    let spoken = words::in_spoken(&name);
    let button = ToolButton::text(&name)
        .spoken(&spoken)
        .known_by("changes of");
    let button = button.with_icon(icons::DATABASE).opening_menu().show(ui);
    Popup::menu(&button).gap(space::XS).show(|ui| {
        regions::group(ui);
        ui.set_min_width(200.0);
        for file in state.files.iter().filter(own) {
            let Some(path) = &file.path else { continue };
            let name = title(file);
            let line = ToolButton::text(&name).chosen(*path == state.changes.of);
            if line.min_width(ui.available_width()).show(ui).clicked() {
                commands.push(Command::See(See::Of(path.clone())));
                ui.close();
            }
        }
    });
}

/// What it is compared with.
fn since_ui(ui: &mut Ui, state: &State, typed: &mut String, commands: &mut Vec<Command>) {
    let changes = &state.changes;
    ui.add_space(space::S);
    label_ui(ui, SMALL.medium().soft(), words::SINCE);
    if changes.kept.is_empty() {
        soft_ui(ui, words::NONE_KEPT);
    }
    let width = ui.available_width();
    for version in changes.kept.iter().take(OFFERED) {
        let name = words::replaced(version.ago);
        let line = Choice {
            mark: Mark::One,
            chosen: changes.since.as_ref() == Some(&version.path),
            ..Choice::of(&name)
        };
        if choice_ui(ui, &line, width).clicked() {
            commands.push(Command::See(See::Since(version.path.clone())));
        }
    }
    if let Some(path) = other_file(state) {
        label_ui(ui, TEXT, path.display().to_string());
    }
    if action_ui(ui, icons::FOLDER_OPEN, words::PICK, words::DIALOG).clicked() {
        commands.push(Command::See(See::Pick));
    }
    let field = over::field(typed)
        .hint_text(words::PATH)
        .desired_width(width);
    let field = ui.add(field).accessible_name(words::PATH);
    if field.lost_focus()
        && ui.input(|input| input.key_pressed(Key::Enter))
        && let Some(path) = typed_path(typed, std::env::home_dir().as_deref())
    {
        commands.push(Command::See(See::Since(path)));
    }
}

/// The file it is compared with, where that is none of those kept.
fn other_file(state: &State) -> Option<&PathBuf> {
    let changes = &state.changes;
    let since = changes.since.as_ref()?;
    let is_kept = changes.kept.iter().any(|kept| kept.path == *since);
    (!is_kept).then_some(since)
}

/// What differs, in sentences.
#[derive(Default)]
struct Told {
    in_all: String,
    /// Numbers that are new, gone or other.
    numbers: Vec<String>,
    /// Numbers that rest on something else.
    evidence: Vec<String>,
    others: Vec<String>,
}

impl Told {
    fn of([old, new]: &[Arc<Dataset>; 2]) -> Self {
        let before = Before::of(old, new);
        let changes = before.diff(new);
        let mut told = Self {
            in_all: differing_in_all(&changes),
            ..Self::default()
        };
        for change in &changes {
            let list = match (&change.of, &change.what) {
                (Of::Figure(..) | Of::Countries(_) | Of::Numbers(..), What::Evidence(..)) => {
                    &mut told.evidence
                }
                (Of::Figure(..) | Of::Countries(_) | Of::Numbers(..), _) => &mut told.numbers,
                (
                    Of::Dataset | Of::Source(..) | Of::Metric(_) | Of::Operation(_) | Of::Case(_),
                    _,
                ) => &mut told.others,
            };
            list.push(change.sentence());
        }
        told
    }
}

fn told_ui(ui: &mut Ui, state: &State, both: &[Arc<Dataset>; 2]) {
    let prints = [&both[0], &both[1]].map(|one| one.print);
    let told = kept(ui.ctx(), "changes", &state.atlas, &prints, || {
        Told::of(both)
    });
    ui.add_space(space::S);
    soft_ui(ui, told.in_all.as_str());
    let parts = [
        (words::NUMBERS, &told.numbers),
        (words::EVIDENCE, &told.evidence),
        (words::OTHERS, &told.others),
    ];
    for (heading, sentences) in parts {
        if sentences.is_empty() {
            continue;
        }
        part_ui(ui, heading);
        for sentence in sentences.iter().take(SHOWN) {
            text_ui(ui, sentence.as_str());
        }
        if let Some(more @ 1..) = sentences.len().checked_sub(SHOWN) {
            note_ui(ui, crate::words::and_more(more));
        }
    }
}
