//! Saving a picture or a table: made and written on a thread, whole or not at all.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::mailbox::Mailbox;
use crate::chart;
use crate::disk::write_whole;
use crate::export::{self, Csv, ExportError, PictureOptions, TableFormat};
use crate::model::Atlas;
use crate::state::{Command, State, View, What};

/// Saves what is on screen. `agreed` is a path where replacing a file has been agreed to.
pub(super) fn start(mailbox: &Mailbox, state: &State, what: What, path: PathBuf, agreed: bool) {
    let atlas = Arc::clone(&state.atlas);
    let folder = path.parent().unwrap_or(Path::new(""));
    let view = match what {
        What::View => state.view_to_save(folder),
        What::Picture(_) | What::Table(_) => state.view.clone(),
    };
    mailbox.on_thread("export", move |mailbox| {
        mailbox.command(Command::Exported(saved(&atlas, &view, what, path, agreed)));
    });
}

fn saved(
    atlas: &Atlas,
    view: &View,
    what: What,
    path: PathBuf,
    agreed: bool,
) -> Result<PathBuf, String> {
    if !agreed && path.exists() {
        return Err(format!(
            "There is a file already; press Save again to replace it: {}",
            path.display()
        ));
    }
    let bytes = bytes_of(atlas, view, what).map_err(|why| not_saved(&path, &why.to_string()))?;
    write_whole(&path, &bytes).map_err(|error| not_saved(&path, &error.to_string()))?;
    Ok(path)
}

fn not_saved(path: &Path, why: &str) -> String {
    format!("Nothing was saved: {why}; {}", path.display())
}

/// The bytes of a picture or table, or the sentence that says why there are none.
fn bytes_of(atlas: &Atlas, view: &View, what: What) -> Result<Vec<u8>, ExportError> {
    match what {
        What::Picture(form) => {
            let spec = chart::picture(atlas, &view.comparison, view.showing());
            let (width, height) = form.size.sides();
            let options = PictureOptions {
                width,
                height,
                dark: form.dark,
                ..PictureOptions::default()
            };
            export::picture(&spec, form.format, &options)
        }
        What::Table(table) => export::table(atlas, table, TableFormat::Csv(Csv::Plain)),
        What::View => Ok(view.to_text().into_bytes()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::tables::Table;

    #[test]
    fn a_file_is_not_replaced_before_someone_agreed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("figures.csv");
        std::fs::write(&path, "mine").unwrap();
        let what = What::Table(Table::Figures);
        let why = saved(
            &Atlas::default(),
            &View::default(),
            what,
            path.clone(),
            false,
        )
        .unwrap_err();
        assert!(why.contains("press Save again"), "{why}");
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "mine");
    }
}
