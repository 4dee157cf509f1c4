//! Saving, copying and previewing what is on screen: made on a thread, and written whole or not
//! at all.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::ColorImage;

use super::mailbox::{Answer, Mailbox};
use crate::chart::{self, ChartSpec, Pixels};
use crate::disk::write_whole;
use crate::export::{self, ExportError, PictureOptions, file_of_page};
use crate::model::Atlas;
use crate::state::{Command, Preview, Refusal, State, View, Wanted, What};
use crate::words::window::export as words;

/// Saves what is on screen. `agreed` is a path where replacing a file has been agreed to.
pub(super) fn start(mailbox: &Mailbox, state: &State, what: What, path: PathBuf, agreed: bool) {
    let atlas = Arc::clone(&state.atlas);
    let folder = path.parent().unwrap_or(Path::new(""));
    let view = match what {
        What::View => state.view_to_save(folder),
        What::Picture(_) | What::Figures(_) | What::Table(..) => state.view.clone(),
    };
    mailbox.on_thread("export", move |mailbox| {
        mailbox.command(Command::Exported(saved(&atlas, &view, what, path, agreed)));
    });
}

/// Draws the picture on screen as it would be saved, to be looked at.
pub(super) fn preview(mailbox: &Mailbox, state: &State, wanted: Wanted) {
    let (atlas, view) = (Arc::clone(&state.atlas), state.view.clone());
    mailbox.on_thread("preview", move |mailbox| {
        let picture = first_page(&spec(&atlas, &view), wanted);
        let picture = picture.map(Arc::new).map_err(|error| Refusal {
            why: error.to_string(),
            height_that_does: error.height_that_does(),
        });
        let of = wanted;
        mailbox.command(Command::PreviewMade(Box::new(Preview { of, picture })));
    });
}

/// Puts on the clipboard what would be saved: a picture with the pixels that its file would have,
/// all else as text.
pub(super) fn copy(mailbox: &Mailbox, state: &State, what: What) {
    let (atlas, view) = (Arc::clone(&state.atlas), state.view.clone());
    mailbox.on_thread("copy", move |mailbox| {
        let answer = match what {
            What::Picture(form) => {
                let options = PictureOptions::of(form);
                let pixels = export::pixels(&spec(&atlas, &view), &options, None);
                pixels.map(|pixels| {
                    let size = [pixels.width, pixels.height];
                    let image = ColorImage::from_rgba_premultiplied(size, &pixels.rgba);
                    Answer::Copied(image)
                })
            }
            What::Figures(_) | What::Table(..) | What::View => {
                files_of(&atlas, &view, what).map(|text| {
                    let text = String::from_utf8_lossy(&text.concat()).into_owned();
                    Answer::Command(Command::Copy(text, words::COPIED_ROWS))
                })
            }
        };
        match answer {
            Ok(answer) => mailbox.send(answer),
            Err(why) => mailbox.failed(words::not_copied(&why.to_string())),
        }
    });
}

/// Writes what is on screen, into a file for each page of it; gives the files.
fn saved(
    atlas: &Atlas,
    view: &View,
    what: What,
    path: PathBuf,
    agreed: bool,
) -> Result<Vec<PathBuf>, String> {
    let not_saved = |path: &Path, why: String| words::not_saved(path, &why);
    let files = files_of(atlas, view, what);
    let files = files.map_err(|error| not_saved(&path, error.to_string()))?;
    let paths = match files.len() {
        1 => vec![path],
        several => (1..=several)
            .map(|page| file_of_page(&path, page))
            .collect(),
    };
    if !agreed && let Some(there) = paths.iter().find(|path| path.exists()) {
        return Err(words::file_is_there(there));
    }
    for (path, bytes) in paths.iter().zip(&files) {
        write_whole(path, bytes).map_err(|error| not_saved(path, error.to_string()))?;
    }
    Ok(paths)
}

fn spec(atlas: &Atlas, view: &View) -> ChartSpec {
    let view = view.pictured(atlas);
    chart::picture(atlas, &view.comparison, view.showing())
}

/// The first page of a picture, as many of its pixels as there is room for.
fn first_page(spec: &ChartSpec, wanted: Wanted) -> Result<Pixels, ExportError> {
    let options = PictureOptions::of(wanted.form);
    let pages = export::pages(spec, &options);
    let first = export::pixels(pages.first().unwrap_or(spec), &options, Some(wanted.within))?;
    Ok(Pixels {
        pages: pages.len(),
        ..first
    })
}

/// The bytes of each page of a picture, or of a table or view.
fn files_of(atlas: &Atlas, view: &View, what: What) -> Result<Vec<Vec<u8>>, ExportError> {
    let one = |bytes: Vec<u8>| vec![bytes];
    match what {
        What::Picture(form) => {
            let options = PictureOptions::of(form);
            let pages = export::pages(&spec(atlas, view), &options);
            let bytes = |page| export::picture(page, form.format, &options);
            pages.iter().map(bytes).collect()
        }
        What::Figures(format) => export::figures_of(&spec(atlas, view), format).map(one),
        What::Table(table, format) => export::table(atlas, table, &view.countries, format).map(one),
        What::View => Ok(one(view.to_text().into_bytes())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{PictureForm, PictureFormat, PictureSize};
    use crate::file::{EMBEDDED, read};
    use crate::query::comparison::Comparison;
    use crate::query::kind::Kind;
    use crate::query::tables::{Csv, Table, TableFormat};

    #[test]
    fn a_file_is_not_replaced_before_someone_agreed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("figures.csv");
        std::fs::write(&path, "mine").unwrap();
        let what = What::Table(Table::Figures, TableFormat::Csv(Csv::Plain));
        let why = saved(
            &Atlas::default(),
            &View::default(),
            what,
            path.clone(),
            false,
        )
        .unwrap_err();
        assert_eq!(why, words::file_is_there(&path));
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "mine");
    }

    #[test]
    fn a_picture_of_several_pages_is_saved_as_a_file_for_each_and_replaces_none() {
        let readings = EMBEDDED
            .iter()
            .map(|(name, text)| read(name, text.as_bytes()));
        let datasets = readings.filter_map(|reading| reading.dataset.map(Arc::new));
        let (atlas, _) = Atlas::of(&datasets.collect::<Vec<_>>());
        let view = View {
            kind: Kind::Grid,
            comparison: Comparison::telling(&atlas),
            ..View::default()
        };
        let (width, height) = (600, 400);
        let what = What::Picture(PictureForm {
            format: PictureFormat::Svg,
            size: PictureSize::Own { width, height },
            ..PictureForm::default()
        });
        let folder = tempfile::tempdir().unwrap();
        let save = || saved(&atlas, &view, what, folder.path().join("grid.svg"), false);
        let files = save().unwrap();
        assert!(files.len() > 1 && files.iter().all(|file| file.is_file()));
        assert!(save().unwrap_err().contains("grid-1.svg"));
        let seen = Wanted {
            form: PictureForm::default(),
            within: [300, 300],
        };
        let first = first_page(&spec(&atlas, &view), seen).unwrap();
        assert_eq!(first.pages, 1, "at a larger size");
    }
}
