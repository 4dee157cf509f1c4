//! File dialogs, each on a thread of its own: they wait for people, and on a broken desktop
//! they wait for ever.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use rfd::{FileDialog, MessageDialog, MessageLevel};

use super::mailbox::{Answer, Mailbox};
use crate::state::{Command, View, What};
use crate::words::window::dialogs as words;
use crate::words::window::opening;

/// Nobody cancels faster: an empty answer before this came from no dialog at all.
const TOO_FAST_FOR_PEOPLE: Duration = Duration::from_millis(300);

/// The file dialogs, of which at most one is open.
#[derive(Debug)]
pub(super) struct Dialogs {
    mailbox: Mailbox,
    open: Arc<AtomicBool>,
}

impl Dialogs {
    pub(super) fn new(mailbox: Mailbox) -> Self {
        Self {
            mailbox,
            open: Arc::default(),
        }
    }

    /// Asks which files to open.
    pub(super) fn pick_files(&self, frame: Option<&eframe::Frame>) {
        let dialog = FileDialog::new()
            .set_title(words::OPEN)
            .add_filter(words::DATASETS_AND_VIEWS, &["ron", View::ENDING])
            .add_filter(words::ALL_FILES, &["*"]);
        let Some(dialog) = self.claim(dialog, frame) else {
            self.mailbox.command(Command::TypePath(String::new()));
            return;
        };
        let open = Arc::clone(&self.open);
        self.mailbox.on_thread("file dialog", move |mailbox| {
            let _closed = Closed(open);
            let asked = Instant::now();
            match dialog.pick_files() {
                Some(paths) if !paths.is_empty() => mailbox.command(Command::Open(paths)),
                // On Linux "cancelled" is an empty list, and nothing is always no dialog: at once
                // without a portal, after half a minute with a broken one.
                None if cfg!(target_os = "linux") || was_no_dialog(asked) => {
                    mailbox.failed(words::NONE);
                    mailbox.command(Command::TypePath(String::new()));
                }
                Some(_) | None => {}
            }
        });
    }

    /// Asks where a starter goes.
    pub(super) fn pick_starter(&self, folder: PathBuf, frame: Option<&eframe::Frame>) {
        let dialog = FileDialog::new()
            .set_title(opening::STARTER_DIALOG)
            .set_file_name(opening::STARTER_NAME)
            .set_directory(folder)
            .add_filter("RON", &["ron"]);
        let Some(dialog) = self.claim(dialog, frame) else {
            self.mailbox.command(Command::TypeStarter(String::new()));
            return;
        };
        let open = Arc::clone(&self.open);
        self.mailbox.on_thread("file dialog", move |mailbox| {
            let _closed = Closed(open);
            let asked = Instant::now();
            match dialog.save_file() {
                Some(path) => mailbox.command(Command::WriteStarter(path)),
                None if was_no_dialog(asked) => {
                    mailbox.command(Command::TypeStarter(String::new()));
                }
                None => {}
            }
        });
    }

    /// Asks where to save, from a path that is suggested.
    pub(super) fn pick_export(&self, what: What, path: &Path, frame: Option<&eframe::Frame>) {
        let mut dialog = FileDialog::new().set_title(words::SAVE);
        if let Some(folder) = path.parent() {
            dialog = dialog.set_directory(folder);
        }
        if let Some(name) = path.file_name() {
            dialog = dialog.set_file_name(name.to_string_lossy());
        }
        if let Some(ending) = path.extension().and_then(OsStr::to_str) {
            dialog = dialog.add_filter(ending.to_uppercase(), &[ending]);
        }
        let Some(dialog) = self.claim(dialog, frame) else {
            return;
        };
        let open = Arc::clone(&self.open);
        self.mailbox.on_thread("file dialog", move |mailbox| {
            let _closed = Closed(open);
            let asked = Instant::now();
            match dialog.save_file() {
                Some(path) => mailbox.send(Answer::Picked(what, path)),
                None if was_no_dialog(asked) => mailbox.failed(words::NONE),
                None => {}
            }
        });
    }

    /// Makes the dialog the one that is open. If another is open already, or was asked for and
    /// never came, says so.
    fn claim(&self, dialog: FileDialog, frame: Option<&eframe::Frame>) -> Option<FileDialog> {
        if self.open.swap(true, Ordering::AcqRel) {
            self.mailbox.failed(words::ONE_IS_OPEN);
            return None;
        }
        Some(match frame {
            Some(frame) => dialog.set_parent(frame),
            None => dialog,
        })
    }
}

/// Marks the dialog as closed, also when its thread panics.
struct Closed(Arc<AtomicBool>);

impl Drop for Closed {
    fn drop(&mut self) {
        self.0.store(false, Ordering::Release);
    }
}

fn was_no_dialog(asked: Instant) -> bool {
    asked.elapsed() < TOO_FAST_FOR_PEOPLE
}

/// Shows a message and waits until it is closed, where the desktop has a way to show one.
pub(super) fn tell_blocking(title: &str, text: &str) {
    MessageDialog::new()
        .set_level(MessageLevel::Error)
        .set_title(title)
        .set_description(text)
        .show();
}
