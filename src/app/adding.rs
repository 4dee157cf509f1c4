//! Adding to datasets and seeing what changed in them, as far as that reaches outside: reading
//! texts, sheets and earlier states, making large proposals, writing and taking back. All on
//! threads.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use super::mailbox::Mailbox;
use crate::disk::{self, Versions, WriteError, read_bytes, write_new};
use crate::export::template;
use crate::import::release::{self, Release};
use crate::import::{Grid, GridFault, Job, grids, known_metrics};
use crate::model::Dataset;
use crate::state::{Add, Command, KeptVersion, ReleaseFrom, Rewritten, See, Text};
use crate::words::window::adding as words;

/// Reads the text of a dataset's file.
pub(super) fn read_text(mailbox: &Mailbox, path: PathBuf) {
    mailbox.on_thread("dataset", move |mailbox| {
        let read = text_of(&path);
        mailbox.command(Command::Add(Add::TextRead(path, read)));
    });
}

fn text_of(path: &Path) -> Result<Text, String> {
    let bytes = read_bytes(path);
    let bytes = bytes.map_err(|error| words::not_read(&error.to_string(), path))?;
    let text = String::from_utf8(bytes).map_err(|_utf8| words::OTHER_LETTERS.to_owned())?;
    let versions = Versions::of_user();
    Ok(Text {
        can_go_back: versions.is_some_and(|kept| kept.can_take_back(path, text.as_bytes())),
        text: text.into(),
        read_only: disk::is_read_only(path),
    })
}

/// Makes a proposal.
pub(super) fn propose(mailbox: &Mailbox, asked: u64, job: Box<Job>) {
    mailbox.on_thread("proposal", move |mailbox| {
        let outcome = Box::new(job.run());
        mailbox.command(Command::Add(Add::Proposed(asked, outcome)));
    });
}

/// Reads the tables in some files.
pub(super) fn read_sheets(mailbox: &Mailbox, paths: Vec<PathBuf>) {
    mailbox.on_thread("sheet", move |mailbox| {
        let read = paths.iter().map(|path| tables_in(path));
        let read: Result<Vec<Vec<Grid>>, String> = read.collect();
        let read = read.map(|tables| tables.into_iter().flatten().collect());
        mailbox.command(Command::Add(Add::SheetsRead(read)));
    });
}

fn tables_in(path: &Path) -> Result<Vec<Grid>, String> {
    let bytes = read_bytes(path);
    let bytes = bytes.map_err(|error| words::not_read(&error.to_string(), path))?;
    let name = path.file_name().unwrap_or(path.as_os_str());
    grids(&name.to_string_lossy(), &bytes).map_err(|fault| no_table(&fault))
}

/// Reads the text of a release, and finds what it states.
pub(super) fn read_release(
    mailbox: &Mailbox,
    from: ReleaseFrom,
    dataset: Arc<Dataset>,
    open: Vec<Arc<Dataset>>,
) {
    mailbox.on_thread("release", move |mailbox| {
        let read = text_in(from).map(|(name, opened)| {
            let open: Vec<&Dataset> = open.iter().map(|one| &**one).collect();
            Arc::new(Release::of(&name, opened, &dataset, &open))
        });
        mailbox.command(Command::Add(Add::ReleaseRead(read)));
    });
}

/// The name and the text of a release.
fn text_in(from: ReleaseFrom) -> Result<(String, release::Opened), String> {
    let (name, bytes) = match from {
        ReleaseFrom::Pasted(text) => (String::new(), text.into_bytes()),
        ReleaseFrom::File(path) => {
            let bytes = read_bytes(&path);
            let bytes = bytes.map_err(|error| words::not_read(&error.to_string(), &path))?;
            let name = path.file_name().unwrap_or(path.as_os_str());
            (name.to_string_lossy().into_owned(), bytes)
        }
    };
    let opened = release::text(&name, &bytes);
    let opened = opened.map_err(|fault| words::text::no_text(&fault.to_string()))?;
    Ok((name, opened))
}

fn no_table(fault: &GridFault) -> String {
    words::sheet::no_table(match fault {
        GridFault::OpenQuote(line) => {
            return words::sheet::no_table(&crate::words::imports::open_quote(*line));
        }
        GridFault::Empty => words::sheet::EMPTY,
        GridFault::OtherKind => words::sheet::OTHER_KIND,
        GridFault::Locked => words::sheet::LOCKED,
        GridFault::TooLarge => words::sheet::TOO_LARGE,
        GridFault::Broken(why) => why,
    })
}

/// Writes a workbook to fill to a file that is not there yet.
pub(super) fn write_template(mailbox: &Mailbox, path: PathBuf) {
    mailbox.on_thread("workbook", move |mailbox| {
        let bytes = template(known_metrics()).map_err(|error| error.to_string());
        let written = bytes.and_then(|bytes| {
            let written = write_new(&path, &bytes);
            written.map_err(|error| error.to_string())
        });
        let (text, failed) = match written {
            Ok(()) => (words::sheet::template_written(&path), false),
            Err(why) => (words::not_written(&why, &path), true),
        };
        mailbox.command(Command::Tell { text, failed });
    });
}

/// A change to a dataset's file.
pub(super) struct Change {
    pub(super) path: PathBuf,
    /// What it holds, where it is not new.
    pub(super) was: Arc<str>,
    pub(super) is_new: bool,
    pub(super) text: Arc<str>,
}

/// Writes it.
pub(super) fn write(mailbox: &Mailbox, change: Change) {
    mailbox.on_thread("writing", move |mailbox| {
        let done = rewritten(written(&change, Versions::of_user().as_ref()));
        mailbox.command(Command::Add(Add::Written(change.path, done)));
    });
}

fn written(change: &Change, versions: Option<&Versions>) -> Result<disk::Rewritten, WriteError> {
    let (was, text) = (change.was.as_bytes(), change.text.as_bytes());
    if change.is_new {
        return disk::write_first(versions, &change.path, text);
    }
    disk::rewrite(versions, &change.path, was, text)
}

/// Has a dataset's file be what it was before the last change.
pub(super) fn take_back(mailbox: &Mailbox, path: PathBuf) {
    mailbox.on_thread("taking back", move |mailbox| {
        let nothing = Ok(disk::Rewritten::NothingKept);
        let versions = Versions::of_user();
        let done = versions.map_or(nothing, |versions| versions.take_back(&path));
        mailbox.command(Command::Add(Add::TakenBack(path, rewritten(done))));
    });
}

/// Lists the earlier states of a dataset's file.
pub(super) fn list_versions(mailbox: &Mailbox, path: PathBuf) {
    mailbox.on_thread("versions", move |mailbox| {
        let kept = Versions::of_user().and_then(|versions| versions.of_file(&path).ok());
        let kept = kept.unwrap_or_default().into_iter();
        let version = |(path, when): (PathBuf, Option<SystemTime>)| KeptVersion {
            path,
            ago: when.and_then(|when| when.elapsed().ok()),
        };
        mailbox.command(Command::See(See::Kept(path, kept.map(version).collect())));
    });
}

/// Reads another version of a dataset.
pub(super) fn read_version(mailbox: &Mailbox, path: PathBuf) {
    mailbox.on_thread("version", move |mailbox| {
        let read = disk::read_dataset(&path).dataset.map(Arc::new);
        mailbox.command(Command::See(See::Read(path, read)));
    });
}

fn rewritten(done: Result<disk::Rewritten, WriteError>) -> Rewritten {
    match done {
        Ok(disk::Rewritten::Done) => Rewritten::Done,
        Ok(disk::Rewritten::Gone) => Rewritten::Gone,
        Ok(disk::Rewritten::Changed(_)) => Rewritten::Changed,
        Ok(disk::Rewritten::NothingKept) => Rewritten::NothingKept,
        Err(error) => Rewritten::Failed(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_dataset_is_written_over_nothing_and_can_be_taken_back() {
        let folder = tempfile::tempdir().unwrap();
        let versions = Versions::within(&folder.path().join("versions"));
        let change = Change {
            path: folder.path().join("mine.ron"),
            was: "empty".into(),
            is_new: true,
            text: "full".into(),
        };
        let done = written(&change, Some(&versions)).unwrap();
        assert_eq!(done, disk::Rewritten::Done);
        let again = rewritten(written(&change, Some(&versions)));
        assert!(matches!(again, Rewritten::Failed(_)));
        assert_eq!(std::fs::read_to_string(&change.path).unwrap(), "full");
        let back = versions.take_back(&change.path).unwrap();
        assert_eq!(rewritten(Ok(back)), Rewritten::Gone);
        assert!(!change.path.exists());
    }
}
