//! What corrects and removes something of a dataset of one's own, beside it.

use std::path::Path;

use eframe::egui::Ui;

use super::widgets::action_ui;
use crate::draw::icons;
use crate::draw::theme::space;
use crate::import::form::Record;
use crate::state::{Add, Command};
use crate::words::window::adding;

/// Draws it; nothing where it stands in no dataset of one's own. It is called `name` for those who
/// hear the window.
pub(super) fn changing_ui(
    ui: &mut Ui,
    own: Option<(&Path, Record)>,
    name: &str,
    commands: &mut Vec<Command>,
) {
    let Some((into, what)) = own else { return };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        let actions = [
            (icons::PENCIL, adding::CORRECT, false),
            (icons::X, adding::REMOVE, true),
        ];
        for (icon, text, removed) in actions {
            let name = adding::done_to(text, name);
            if action_ui(ui, icon, text, &name).clicked() {
                commands.push(Command::Add(Add::Change {
                    into: into.to_owned(),
                    what: what.clone(),
                    removed,
                }));
            }
        }
    });
}
