//! What is opened to be read in place: which contents it shows, and its frame on the pages that
//! have no panel of their own.

use eframe::egui;
use egui::{Align, Frame, Layout, Margin, ScrollArea, Ui};

use super::kept::kept;
use super::style::SMALL;
use super::table::GUTTER;
use super::widgets::{icon_button_ui, label_ui, soft_ui};
use super::{case, drawer_country, drawer_figure, drawer_operation, drawer_source};
use crate::draw::icons;
use crate::draw::theme::{Palette, space};
use crate::model::Country;
use crate::state::{Command, Drawer, DrawerKind, State};
use crate::words::window::panel;

/// Draws what is open on the right; nothing when nothing is.
pub fn drawer_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let Some(drawer) = &state.drawer else { return };
    let margin = Margin {
        left: 20,
        right: 8,
        top: 8,
        bottom: 0,
    };
    let frame = Frame::NONE.fill(Palette::shown(ui.ctx()).sheet);
    frame.inner_margin(margin).show(ui, |ui| {
        ui.set_min_size(ui.available_size());
        ui.spacing_mut().item_spacing.y = space::XS;
        ui.horizontal(|ui| {
            label_ui(ui, SMALL.medium().soft(), kind_name(drawer.kind()));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if icon_button_ui(ui, icons::X, panel::CLOSE).clicked() {
                    commands.push(Command::ClosePanel);
                }
            });
        });
        opened_ui(ui, state, drawer, commands);
    });
}

/// Draws what was opened, in the room there is.
pub(super) fn opened_ui(ui: &mut Ui, state: &State, drawer: &Drawer, commands: &mut Vec<Command>) {
    ScrollArea::vertical()
        .id_salt(("drawer", format!("{drawer:?}")))
        .auto_shrink(false)
        .show(ui, |ui| {
            ui.set_max_width(ui.available_width() - GUTTER);
            ui.spacing_mut().item_spacing.y = space::XS;
            // Lines of text, not of buttons.
            ui.spacing_mut().interact_size.y = 20.0;
            ui.add_space(space::M);
            if content_ui(ui, state, drawer, commands).is_none() {
                soft_ui(ui, panel::GONE);
            }
            ui.add_space(space::XL);
        });
}

/// What a kind of thing that is opened is called.
pub(super) fn kind_name(kind: DrawerKind) -> &'static str {
    match kind {
        DrawerKind::Evidence => panel::EVIDENCE,
        DrawerKind::Operation => panel::OPERATION,
        DrawerKind::Country => panel::COUNTRY,
        DrawerKind::Source => panel::SOURCE,
        DrawerKind::Case => panel::CASE,
    }
}

/// Draws the contents; `None` when they are in no open dataset.
fn content_ui(
    ui: &mut Ui,
    state: &State,
    drawer: &Drawer,
    commands: &mut Vec<Command>,
) -> Option<()> {
    let atlas = &state.atlas;
    match drawer {
        Drawer::Figure { operation, metric } => {
            let operation = atlas.operation(operation)?;
            drawer_figure::figure_ui(ui, state, operation, metric, commands);
        }
        Drawer::CountriesTakingPart { operation } => {
            drawer_figure::taking_part_ui(ui, state, atlas.operation(operation)?, commands);
        }
        Drawer::Operation { operation } => {
            drawer_operation::content_ui(ui, state, atlas.operation(operation)?, commands);
        }
        Drawer::Country { code } => {
            drawer_country::content_ui(ui, state, Country::from_code(code)?, commands);
        }
        Drawer::Source { source } => drawer_source::content_ui(ui, state, source, commands)?,
        Drawer::Case { id } => {
            let place = kept(ui.ctx(), "case opened", atlas, id, || {
                atlas.cases.iter().position(|case| case.id.as_str() == id)
            });
            case::case_ui(ui, state, atlas.cases.get((*place)?)?, commands);
        }
    }
    Some(())
}
