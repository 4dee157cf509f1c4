//! Writing a starter where someone said, and looking whether files are there: on threads, because
//! a disk may be slow.

use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::Duration;

use super::mailbox::Mailbox;
use crate::disk::write_new;
use crate::file::starter;
use crate::state::{Command, Recent};
use crate::words::window::opening::starter_not_written;

/// Writes a starter to a file that is not there yet.
pub(super) fn write(mailbox: &Mailbox, path: PathBuf) {
    mailbox.on_thread("starter", move |mailbox| {
        mailbox.command(Command::StarterWritten(written(path)));
    });
}

fn written(path: PathBuf) -> Result<PathBuf, String> {
    match write_new(&path, starter().as_bytes()) {
        Ok(()) => Ok(path),
        Err(error) => Err(starter_not_written(&error.to_string(), &path)),
    }
}

/// Looks which files that were open lately are there.
pub(super) fn look_for(mailbox: &Mailbox, paths: Vec<PathBuf>) {
    if paths.is_empty() {
        return;
    }
    mailbox.on_thread("recent files", move |mailbox| {
        let found = paths.into_iter().map(|path| Recent {
            missing: !Path::exists(&path),
            path,
        });
        mailbox.command(Command::RecentFound(found.collect()));
    });
}

/// How long the first picture may wait for a disk.
const PATIENCE: Duration = Duration::from_millis(200);

/// Those of some files that are not there; none where the disk does not say so at once.
pub(super) fn missing(mailbox: &Mailbox, mut paths: Vec<PathBuf>) -> Vec<PathBuf> {
    let (sender, answer) = mpsc::channel();
    mailbox.on_thread("open files", move |_| {
        paths.retain(|path| !path.exists());
        // Nobody waits for a slow disk.
        let _sent = sender.send(paths);
    });
    answer.recv_timeout(PATIENCE).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_gone_is_known_before_it_is_opened_again() {
        let folder = tempfile::tempdir().unwrap();
        let there = folder.path().join("there.ron");
        std::fs::write(&there, "").unwrap();
        let gone = folder.path().join("gone.ron");
        let (mailbox, _inbox) = Mailbox::new(eframe::egui::Context::default());
        assert_eq!(missing(&mailbox, vec![there, gone.clone()]), [gone]);
    }

    #[test]
    fn a_starter_is_written_once_and_replaces_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("mine.ron");
        assert_eq!(written(path.clone()), Ok(path.clone()));
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(
            crate::file::read("mine.ron", text.as_bytes())
                .dataset
                .is_some()
        );
        std::fs::write(&path, "mine").unwrap();
        let why = written(path.clone()).unwrap_err();
        assert!(why.contains("mine.ron"), "{why}");
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "mine");
    }
}
