//! Which choices are one step to take back.

use super::State;
use super::command::Command;
use super::view::View;

/// How many choices can be taken back.
const UNDO_STEPS: usize = 200;

/// A choice made in many small steps, which is one to take back: a turn of the wheel, a title
/// typed letter by letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum GoingOn {
    Looking,
    Title,
    Subtitle,
}

impl GoingOn {
    /// What a command may go on with; `None` for one that stands for itself.
    pub(super) fn with(command: &Command) -> Option<Self> {
        if matches!(command, Command::LookAt(_)) {
            Some(Self::Looking)
        } else if matches!(command, Command::SetTitle(_)) {
            Some(Self::Title)
        } else if matches!(command, Command::SetSubtitle(_)) {
            Some(Self::Subtitle)
        } else {
            None
        }
    }
}

impl State {
    /// Keeps the view as it was, if the command changed more than a text being typed and is not
    /// the same movement going on.
    pub(super) fn remember(&mut self, before: View, going_on: Option<GoingOn>) {
        self.redo.clear();
        let last = std::mem::replace(&mut self.going_on, going_on);
        let goes_on = going_on.is_some() && last == going_on;
        if goes_on && self.undo.last() == Some(&self.view) {
            // Back where it began: there is nothing to take back.
            self.undo.pop();
            self.going_on = None;
            return;
        }
        let step = before.without_typing() != self.view.without_typing();
        if step && !goes_on {
            self.undo.push(before);
            if self.undo.len() > UNDO_STEPS {
                self.undo.remove(0);
            }
        }
    }

    /// Takes back the last choice.
    pub(super) fn step_back(&mut self) {
        if let Some(earlier) = self.undo.pop() {
            let later = self.go_to(earlier);
            self.redo.push(later);
        }
    }

    /// Makes the choice taken back again.
    pub(super) fn step_forward(&mut self) {
        if let Some(later) = self.redo.pop() {
            let earlier = self.go_to(later);
            self.undo.push(earlier);
        }
    }

    /// Shows another step, arranged as the page is now; gives what was shown.
    fn go_to(&mut self, view: View) -> View {
        let arrangement = self.view.arrangement;
        std::mem::replace(
            &mut self.view,
            View {
                arrangement,
                ..view
            },
        )
    }
}
