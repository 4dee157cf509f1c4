//! What the program holds and the one place where it changes: a command goes in, effects come
//! out. Knows no screen and no disk.

mod adding;
mod apply;
mod changes;
mod command;
mod drawer;
mod files;
#[cfg(test)]
mod fixture;
mod preview;
mod reading;
mod saved_with;
mod undo;
mod view;

pub use adding::{Add, Adding, Door, Into, ReleaseFrom, Rewritten, SHEETS, Target, Text};
pub use changes::{Changes, KeptVersion, See, Versions};
pub use command::{Command, Effect, What};
pub use drawer::{Drawer, DrawerKind};
pub use files::{FileRead, OpenFile, Recent};
pub use preview::{Preview, Previews, Refusal, Wanted};
pub use saved_with::{OtherData, SavedWith};
pub use view::{Arrangement, Chosen, CountriesAs, Page, Tab, Theme, View};

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::model::{Atlas, Problem, Severity};
use undo::GoingOn;

/// Everything the program holds, except what is gone with the next frame.
#[derive(Debug, Default)]
pub struct State {
    /// The open files, in the order opened.
    pub files: Vec<OpenFile>,
    /// Their datasets as one.
    pub atlas: Arc<Atlas>,
    /// Ids that open files share.
    pub clashes: Vec<Problem>,
    /// What is chosen on screen.
    pub view: View,
    /// What is open, beside or over the page.
    pub drawer: Option<Drawer>,
    /// What closing it leads back to, the last first reached.
    pub behind: Vec<Drawer>,
    /// Whether the panel of the Compare page was asked for where there is no room beside it, so
    /// that it lies over the page.
    pub panel_over: bool,
    /// Light, dark, or as the system has it.
    pub theme: Theme,
    /// What a view just opened waits for before it can be judged.
    awaited: Vec<PathBuf>,
    /// The names of files being read.
    pub reading: Vec<String>,
    /// What the status line says.
    pub notice: Option<Notice>,
    /// What has been typed into the path field, while it is shown.
    pub path_field: Option<PathField>,
    /// Files that were open lately, the last first.
    pub recent: Vec<Recent>,
    /// The hint for newcomers.
    pub hint: Hint,
    /// Whether the export panel is shown.
    pub exporting: bool,
    /// What the picture would look like as a file, for the export panel.
    pub previews: Previews,
    /// What is being added to a dataset.
    pub adding: Adding,
    /// What changed in a dataset.
    pub changes: Changes,
    /// What the last choice may go on with.
    going_on: Option<GoingOn>,
    /// Whether the view is what the last run ended with, and the first files are still being read.
    goes_on: bool,
    undo: Vec<View>,
    redo: Vec<View>,
}

/// A path that is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathField {
    /// What has been typed.
    pub typed: String,
    /// What the path is for.
    pub goal: PathGoal,
}

/// What a path is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PathGoal {
    /// To open a dataset.
    Open,
    /// To write a starter there.
    Starter,
}

/// The hint for newcomers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Hint {
    /// Shown where there is room and nothing else to say.
    #[default]
    Shown,
    /// Taken away, for good.
    Gone,
}

/// A line about what just happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The sentence.
    pub text: String,
    /// Whether something failed.
    pub failed: bool,
    /// The dataset whose change it tells of, which can be taken back.
    pub undo: Option<PathBuf>,
}

impl State {
    /// A state with a view kept from an earlier run.
    pub fn with_view(view: View, theme: Theme) -> Self {
        Self {
            goes_on: !view.comparison.operations.is_empty(),
            view,
            theme,
            ..Self::default()
        }
    }

    /// The files that were open lately and are not open now.
    pub fn recent_closed(&self) -> impl Iterator<Item = &Recent> {
        let is_open = |path| {
            self.files
                .iter()
                .any(|file| file.path.as_ref() == Some(path))
        };
        self.recent
            .iter()
            .filter(move |recent| !is_open(&recent.path))
    }

    /// Whether any of the built-in datasets is open.
    pub fn has_embedded(&self) -> bool {
        self.files.iter().any(|file| file.path.is_none())
    }

    /// The view as it is saved in a folder, with the names of what is open.
    pub fn view_to_save(&self, folder: &Path) -> View {
        View {
            saved_with: OpenFile::saved_with(&self.files, folder),
            ..self.view.clone()
        }
    }

    /// Every problem of the open files, and of the files with one another.
    pub fn problems(&self) -> impl Iterator<Item = &Problem> {
        self.files
            .iter()
            .flat_map(|file| &file.problems)
            .chain(&self.clashes)
    }

    /// How many problems of a severity there are.
    pub fn problem_count(&self, severity: Severity) -> usize {
        self.problems()
            .filter(|problem| problem.severity == severity)
            .count()
    }

    /// Whether there is a choice to take back.
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Whether there is a choice to make again.
    pub fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }
}
