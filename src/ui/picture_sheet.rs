//! The picture on its sheet, with the margins an exported file has.

use std::sync::Arc;

use eframe::egui;
use egui::{Frame, Margin, Stroke, Ui, Vec2, vec2};

use super::figures_table;
use super::kept::{Letters, kept};
use super::panel_parts::Parts;
use super::regions::{self, Part};
use super::style::SMALL;
use super::widgets::{caution_ui, label_ui};
use crate::chart::{Body, ChartSpec};
use crate::draw::theme::{Palette, space};
use crate::draw::{Lit, Look, PlacedPicture, Sheet, Typesetter, lacking, picture_ui};
use crate::model::Country;
use crate::query::comparison::Comparison;
use crate::state::{Command, State};
use crate::words;
use crate::words::window::compare;

/// The room under a picture for how to look closer.
const LOOK: f32 = 28.0;
/// The room under a picture for which letters it lacks.
const LACKING: f32 = 48.0;
/// The widest a picture gets on screen.
const WIDEST: f32 = 1200.0;
/// What is free around the sheet.
const MARGIN: Margin = Margin {
    left: 16,
    right: 16,
    top: 1,
    bottom: 16,
};

/// Draws it, where it can be in a height, else as high as it needs.
pub(super) fn sheet_ui(ui: &mut Ui, parts: &Parts<'_>, height: f32, commands: &mut Vec<Command>) {
    Frame::NONE.inner_margin(MARGIN).show(ui, |ui| {
        regions::part(ui, Part::Picture);
        ui.spacing_mut().item_spacing.y = 0.0;
        drawn_ui(ui, parts, height - MARGIN.sum().y, commands);
        nothing_ui(ui, parts.state, parts.spec, commands);
    });
}

/// Draws it alone, and how a part of it is looked at.
pub(super) fn drawn_ui(ui: &mut Ui, parts: &Parts<'_>, room: f32, commands: &mut Vec<Command>) {
    let &Parts { state, spec, kin } = parts;
    let palette = Palette::shown(ui.ctx());
    let width = ui.available_width().min(WIDEST);
    // As high as the content asks for, and where there is room in the proportions of a file.
    let under = if spec.kind.can_zoom() { LOOK } else { 0.0 };
    // The world is wider than a sheet of most charts.
    let proportion = if matches!(spec.body, Body::Map(_)) {
        0.68
    } else {
        0.95
    };
    let kept = placed(
        ui,
        state,
        spec,
        vec2(width, (width * proportion).min(room - under)),
    );
    let (placed, lacking) = &*kept;
    let lit = kin.in_picture(state, spec);
    let only = &state.view.only;
    let chosen = only.iter().filter_map(|code| Country::from_code(code));
    let chosen: Vec<Country> = chosen.collect();
    let response = ui.scope(|ui| {
        if matches!(spec.body, Body::Grid(_)) {
            regions::rows(ui);
        } else {
            regions::group(ui);
        }
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_role(egui::Role::Figure);
            node.set_label(spec.alt());
        });
        let lit = Lit {
            operations: lit.as_deref(),
            country: kin.country_chosen(),
            chosen: &chosen,
        };
        picture_ui(ui, spec, placed, palette, width, lit)
    });
    let outline = Stroke::new(1.0, palette.hairline);
    let rect = response.response.rect;
    ui.painter()
        .rect_stroke(rect, 0.0, outline, egui::StrokeKind::Outside);
    let done = response.inner;
    if let Some(operation) = done.named {
        commands.push(Command::TogglePin(spec.operations[operation].id.clone()));
    }
    match done.look {
        Some(Look::AtAll) => commands.push(Command::LookAt(None)),
        Some(Look::At(part)) => commands.push(Command::LookAt(Some(part))),
        None => {}
    }
    let chooses = ui.input(|input| input.modifiers.command);
    commands.extend(done.clicked.and_then(|figure| {
        let country = spec.country_of(figure).filter(|_| chooses);
        let chosen = country.map(|one| Command::ToggleCountry(one.code().to_owned()));
        chosen.or_else(|| figures_table::evidence(spec, figure).map(Command::OpenDrawer))
    }));
    if let Some(letters) = lacking {
        ui.add_space(space::S);
        caution_ui(ui, &words::not_drawn(letters));
    }
    if spec.kind.can_zoom() {
        ui.add_space(space::S);
        label_ui(ui, SMALL.faint(), compare::HOW_TO_LOOK);
    }
}

/// The way out where no operation is chosen.
fn nothing_ui(ui: &mut Ui, state: &State, spec: &ChartSpec, commands: &mut Vec<Command>) {
    let comparison = &state.view.comparison;
    let chosen = !comparison.operations.is_empty() || state.atlas.operations.is_empty();
    if !matches!(spec.body, Body::Nothing(_)) || chosen {
        return;
    }
    ui.add_space(space::M);
    if ui.button(compare::COMPARE_TWO).clicked() {
        commands.push(Command::Compare(Comparison::first(&state.atlas)));
    }
}

/// The picture in its place, and the letters that no font has; the same until something is
/// chosen or the room changes.
fn placed(
    ui: &Ui,
    state: &State,
    spec: &ChartSpec,
    room: Vec2,
) -> Arc<(PlacedPicture, Option<Vec<char>>)> {
    let palette = Palette::shown(ui.ctx());
    let typesetter = Typesetter::new(ui.ctx(), palette);
    let view = state.view.pictured(&state.atlas).of_the_picture();
    let key = (view, room, Letters::shown(ui.ctx()));
    kept(ui.ctx(), "placed picture", &state.atlas, &key, || {
        let sheet = |height: f32| Sheet::of(&typesetter, spec, room.x).place(height);
        let placed = sheet(room.y);
        match lacking(&placed) {
            Some(letters) => (sheet(room.y - LACKING), Some(letters)),
            None => (placed, None),
        }
    })
}
