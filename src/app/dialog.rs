//! File dialogs, each on a thread of its own: they wait for people, and on a broken desktop
//! they wait for ever.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use rfd::FileDialog;

use super::mailbox::{Answer, Mailbox};
use crate::import::release;
use crate::state::{Add, Command, Into, ReleaseFrom, SHEETS, See, View, What};
use crate::words::window::dialogs as words;
use crate::words::window::opening;
use crate::words::window::{adding, changes};

/// Nobody cancels faster: nothing picked before this came from no dialog at all.
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
            .add_filter(adding::sheet::SHEETS, SHEETS)
            .add_filter(words::ALL_FILES, &["*"]);
        let instead = Some(Command::TypePath(String::new()));
        self.show(dialog, frame, instead, |dialog| {
            let answer = |paths| Answer::Command(Command::Open(paths));
            Ok(some(dialog)?.map(answer))
        });
    }

    /// Asks where a starter goes.
    pub(super) fn pick_starter(&self, folder: PathBuf, frame: Option<&eframe::Frame>) {
        let new = [opening::STARTER_DIALOG, opening::STARTER_NAME, "ron"];
        let instead = Some(Command::TypeStarter(String::new()));
        self.pick_new(new, folder, frame, instead, Command::WriteStarter);
    }

    /// Asks where a new dataset goes.
    pub(super) fn pick_new_dataset(&self, folder: PathBuf, frame: Option<&eframe::Frame>) {
        let new = [adding::NEW_DIALOG, adding::NEW_NAME, "ron"];
        self.pick_new(new, folder, frame, None, |path| {
            let title = path.file_stem().unwrap_or_default().to_string_lossy();
            let into = Into::New(title.into_owned(), path.to_string_lossy().into_owned());
            Command::Add(Add::Into(into))
        });
    }

    /// Asks where a workbook to fill goes.
    pub(super) fn pick_template(&self, folder: PathBuf, frame: Option<&eframe::Frame>) {
        let new = [
            adding::sheet::TEMPLATE,
            adding::sheet::TEMPLATE_NAME,
            "xlsx",
        ];
        self.pick_new(new, folder, frame, None, |path| {
            Command::Add(Add::WriteTemplate(path))
        });
    }

    /// Asks where a new file goes: the title of the dialog, a name for the file, what it ends with.
    fn pick_new(
        &self,
        [title, name, ending]: [&str; 3],
        folder: PathBuf,
        frame: Option<&eframe::Frame>,
        instead: Option<Command>,
        answer: impl FnOnce(PathBuf) -> Command + Send + 'static,
    ) {
        let dialog = FileDialog::new()
            .set_title(title)
            .set_file_name(name)
            .set_directory(folder)
            .add_filter(ending.to_uppercase(), &[ending]);
        self.show(dialog, frame, instead, |dialog| {
            Ok(dialog.save_file().map(|path| Answer::Command(answer(path))))
        });
    }

    /// Asks for another version of a dataset.
    pub(super) fn pick_version(&self, frame: Option<&eframe::Frame>) {
        let dialog = FileDialog::new()
            .set_title(changes::DIALOG)
            .add_filter("RON", &["ron"])
            .add_filter(words::ALL_FILES, &["*"]);
        self.show(dialog, frame, None, |dialog| {
            let answer = |path| Answer::Command(Command::See(See::Since(path)));
            Ok(dialog.pick_file().map(answer))
        });
    }

    /// Asks which sheets to take figures from.
    pub(super) fn pick_sheet(&self, frame: Option<&eframe::Frame>) {
        let dialog = FileDialog::new()
            .set_title(adding::sheet::SHEET_DIALOG)
            .add_filter(adding::sheet::SHEETS, SHEETS)
            .add_filter(words::ALL_FILES, &["*"]);
        self.show(dialog, frame, None, |dialog| {
            let answer = |paths| Answer::Command(Command::Add(Add::ReadSheets(paths)));
            Ok(some(dialog)?.map(answer))
        });
    }

    /// Asks which text of a release to read.
    pub(super) fn pick_text(&self, frame: Option<&eframe::Frame>) {
        let dialog = FileDialog::new()
            .set_title(adding::text::DIALOG)
            .add_filter(adding::text::TEXTS, release::ENDINGS)
            .add_filter(words::ALL_FILES, &["*"]);
        self.show(dialog, frame, None, |dialog| {
            let read = |path| Add::ReadRelease(ReleaseFrom::File(path));
            let answer = |path| Answer::Command(Command::Add(read(path)));
            Ok(dialog.pick_file().map(answer))
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
        self.show(dialog, frame, None, move |dialog| {
            Ok(dialog.save_file().map(|path| Answer::Picked(what, path)))
        });
    }

    /// Shows a dialog. Where none can be opened, or another is open already or was asked for and
    /// never came, that is said, and `instead` is done.
    fn show(
        &self,
        dialog: FileDialog,
        frame: Option<&eframe::Frame>,
        instead: Option<Command>,
        ask: impl FnOnce(FileDialog) -> Result<Option<Answer>, NoDialog> + Send + 'static,
    ) {
        let not_shown = move |mailbox: &Mailbox, why| {
            mailbox.failed(why);
            if let Some(instead) = instead {
                mailbox.command(instead);
            }
        };
        if self.open.swap(true, Ordering::AcqRel) {
            return not_shown(&self.mailbox, words::ONE_IS_OPEN);
        }
        let dialog = match frame {
            Some(frame) => dialog.set_parent(frame),
            None => dialog,
        };
        let closed = Closed(Arc::clone(&self.open));
        self.mailbox.on_thread("file dialog", move |mailbox| {
            let _closed = closed;
            let asked = Instant::now();
            match ask(dialog) {
                Ok(Some(answer)) => mailbox.send(answer),
                Ok(None) if asked.elapsed() >= TOO_FAST_FOR_PEOPLE => {}
                Ok(None) | Err(NoDialog) => not_shown(mailbox, words::NONE),
            }
        });
    }
}

/// There was no dialog to answer.
struct NoDialog;

/// The files that someone picks in a dialog; `None` when it is cancelled.
fn some(dialog: FileDialog) -> Result<Option<Vec<PathBuf>>, NoDialog> {
    match dialog.pick_files() {
        // On Linux "cancelled" is an empty list, and nothing is always no dialog: at once without
        // a portal, after half a minute with a broken one.
        None if cfg!(target_os = "linux") => Err(NoDialog),
        picked => Ok(picked.filter(|paths| !paths.is_empty())),
    }
}

/// Marks the dialog as closed, also when its thread panics.
struct Closed(Arc<AtomicBool>);

impl Drop for Closed {
    fn drop(&mut self) {
        self.0.store(false, Ordering::Release);
    }
}

/// Programs that show a message, with what comes before the title and before the text.
#[cfg(target_os = "linux")]
const MESSENGERS: [(&str, &[&str], &[&str]); 4] = [
    (
        "zenity",
        &["--error", "--no-markup", "--title"],
        &["--text"],
    ),
    ("kdialog", &["--title"], &["--error"]),
    ("xmessage", &["-center", "-title"], &[]),
    ("notify-send", &["--icon=dialog-error"], &[]),
];

/// Shows a message and waits until it is closed, where the desktop has a way to show one.
#[cfg(target_os = "linux")]
pub(super) fn tell_blocking(title: &str, text: &str) {
    use std::process::{Command, Stdio};
    let shows = |(program, before_title, before_text): &(&str, &[&str], &[&str])| {
        let mut command = Command::new(program);
        command.args(*before_title).arg(title);
        command.args(*before_text).arg(text);
        command.stdin(Stdio::null()).stdout(Stdio::null());
        command.stderr(Stdio::null()).status().is_ok()
    };
    let _shown = MESSENGERS.iter().any(shows);
}

/// Shows a message and waits until it is closed.
#[cfg(not(target_os = "linux"))]
pub(super) fn tell_blocking(title: &str, text: &str) {
    let message = rfd::MessageDialog::new()
        .set_level(rfd::MessageLevel::Error)
        .set_title(title)
        .set_description(text);
    if cfg!(windows) {
        // On a thread that has no part in an event loop which a panic may have ended.
        std::thread::scope(|scope| {
            scope.spawn(|| message.show());
        });
    } else {
        message.show();
    }
}
