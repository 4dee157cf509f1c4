//! What the panel alongside the picture is of, and what its tabs of rows have in common.

use std::sync::Arc;

use eframe::egui::Ui;

use super::kept::kept;
use super::kin::Kin;
use super::narrow::kept_search_ui;
use super::table::GUTTER;
use super::widgets::soft_ui;
use crate::chart::ChartSpec;
use crate::draw::theme::space;
use crate::model::Operation;
use crate::state::{Command, Drawer, State};
use crate::words::window::panel;

/// What the panel is of.
pub(super) struct Parts<'a> {
    /// The state.
    pub state: &'a State,
    /// The picture.
    pub spec: &'a Arc<ChartSpec>,
    /// What stands out.
    pub kin: &'a Kin,
}

impl<'a> Parts<'a> {
    /// The operations whose countries and cases a tab shows: those compared; `None` where there
    /// are none, which is told.
    pub(super) fn compared_ui(&self, ui: &mut Ui) -> Option<Vec<&'a Operation>> {
        let operations = self.state.view.comparison.operations_in(&self.state.atlas);
        ui.add_space(space::M);
        if operations.is_empty() {
            soft_ui(ui, panel::NOTHING_COMPARED);
            return None;
        }
        Some(operations)
    }

    /// The search field over the rows of a tab, and the rows that `find` gives for what is typed
    /// there; they are kept under the name of the tab.
    pub(super) fn found_ui(
        &self,
        ui: &mut Ui,
        (name, hint): (&'static str, &'static str),
        find: impl FnOnce(&Ui, &str) -> Found,
    ) -> Arc<Found> {
        let width = ui.available_width() - GUTTER;
        let typed = kept_search_ui(ui, name, hint, width);
        let view = &self.state.view;
        let chosen = (view.comparison.operations.clone(), view.only.clone());
        let key = (chosen, typed, self.kin.clone());
        let found = kept(ui.ctx(), name, &self.state.atlas, &key, || find(ui, &key.1));
        ui.add_space(space::S);
        found
    }

    /// What a click on a row does: it opens the drawer, and what was chosen before is let go.
    pub(super) fn pick(&self, is_chosen: bool, drawer: Drawer) -> Command {
        if is_chosen && self.state.drawer.is_none() {
            Command::Choose(None)
        } else {
            Command::OpenDrawer(drawer)
        }
    }
}

/// The rows of a tab.
pub(super) struct Found {
    /// What they are of, by its places.
    pub rows: Vec<usize>,
    /// How many there are, whatever was typed.
    pub all: usize,
}
