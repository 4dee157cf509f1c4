//! How and where exports were saved, kept between runs.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::chart::PictureForm;
use crate::disk::decimal_comma;
use crate::ui::{Draft, TableForm};

/// How and where things were saved.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Exports {
    form: PictureForm,
    table_form: TableForm,
    /// Empty before anything was saved, or where its name cannot be kept.
    folder: String,
}

impl Exports {
    /// What has been chosen in the export panel.
    pub(super) fn of(draft: &Draft) -> Self {
        Self {
            form: draft.form,
            table_form: draft.table_form,
            folder: draft.folder.to_str().unwrap_or_default().to_owned(),
        }
    }

    /// Has the export panel begin with it, as far as it is still possible.
    pub(super) fn give(&self, draft: &mut Draft) {
        draft.form = self.form.sane();
        draft.table_form = self.table_form;
        let folder = Some(PathBuf::from(&self.folder)).filter(|folder| folder.is_dir());
        draft.folder = folder.unwrap_or_else(folder_for_exports);
        draft.decimal_comma = decimal_comma();
    }
}

/// Where exports are suggested to go: the documents, else the home folder, else here.
fn folder_for_exports() -> PathBuf {
    directories::UserDirs::new()
        .map(|folders| {
            folders
                .document_dir()
                .unwrap_or(folders.home_dir())
                .to_owned()
        })
        .or_else(|| std::env::current_dir().ok())
        .unwrap_or_default()
}
