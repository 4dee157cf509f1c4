//! Which parts of the Compare page stand beside its picture, by the room there is and by what is
//! folded away.

use crate::state::{Arrangement, Command, State, Tab};

/// How wide the page must be for the choices to stand beside the picture.
const CHOICES_BESIDE: f32 = 1100.0;
/// How wide it must be for the panel.
const PANEL_BESIDE: f32 = 900.0;
/// How wide it must be for two columns of the panel.
const TWO_COLUMNS: f32 = 1560.0;

/// Which parts of the page stand beside the picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Beside {
    /// Whether there is room for the choices.
    pub room_for_choices: bool,
    /// Whether the choices stand there.
    pub choices: bool,
    /// How many columns of the panel stand there.
    pub columns: u8,
    /// Whether there is room for the panel.
    pub room_for_panel: bool,
}

impl Beside {
    /// What there is room for on a page so wide, in points, of what is not folded away.
    pub(super) fn of(width: f32, state: &State) -> Self {
        let arrangement = state.view.arrangement;
        let room_for_choices = width >= CHOICES_BESIDE;
        let room_for_panel = width >= PANEL_BESIDE;
        // A table in the picture's place needs no panel of its own.
        let is_needed =
            !arrangement.table_full || arrangement.tab != Tab::Figures || state.drawer.is_some();
        let columns = match (
            room_for_panel && !arrangement.panel_folded && is_needed,
            width,
        ) {
            (false, _) => 0,
            (true, width) if width >= TWO_COLUMNS && !arrangement.table_full => 2,
            (true, _) => 1,
        };
        Self {
            room_for_choices,
            choices: room_for_choices && !arrangement.choices_folded,
            columns,
            room_for_panel,
        }
    }

    /// Whether the panel is seen, beside the picture or over the page.
    pub(super) fn panel_is_shown(self, state: &State) -> bool {
        self.columns > 0 || state.panel_over
    }

    /// Shows the panel where it is hidden, and hides it where it is shown.
    pub(super) fn other_panel(self, state: &State) -> Command {
        let shown = self.panel_is_shown(state);
        if self.room_for_panel {
            return Command::Arrange(Arrangement {
                panel_folded: shown,
                table_full: false,
                ..state.view.arrangement
            });
        }
        if shown {
            Command::ClosePanel
        } else {
            Command::LayPanelOver(true)
        }
    }
}
