//! By what maps are filled: one control, in the strip over the picture and on the Countries page.

use eframe::egui;
use egui::{Popup, Response};

use super::choice::{Choice, Mark, NAME_AT, choice_ui};
use super::widgets::note_ui;
use crate::draw::theme::space;
use crate::query::countries::Fill;
use crate::state::{Command, State};

/// How wide the menu is.
const WIDTH: f32 = 288.0;

/// Offers every way, each with what it tells, under a button.
pub(super) fn menu_ui(button: &Response, state: &State, commands: &mut Vec<Command>) {
    Popup::menu(button).gap(space::XS).show(|ui| {
        ui.set_width(WIDTH);
        ui.spacing_mut().item_spacing.y = 0.0;
        for fill in Fill::ALL {
            let line = Choice {
                mark: Mark::One,
                chosen: fill == state.view.fill,
                ..Choice::of(fill.name())
            };
            let response = choice_ui(ui, &line, WIDTH);
            ui.horizontal(|ui| {
                ui.add_space(NAME_AT - ui.spacing().item_spacing.x);
                note_ui(ui, fill.meaning());
            });
            ui.add_space(space::XS);
            if response.clicked() {
                commands.push(Command::FillMaps(fill));
                ui.close();
            }
        }
    });
}
