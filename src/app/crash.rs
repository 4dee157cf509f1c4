//! Faults of ours that end the program: each leaves a report that says where in the program it
//! happened, and nothing of any dataset. The next start offers it.

use std::backtrace::Backtrace;
use std::panic::PanicHookInfo;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use crate::disk::{make_folder, write_whole};
use crate::words;

/// Where reports are kept; `None` when the user has no folder for it.
#[derive(Debug, Clone)]
pub(super) struct Crashes {
    report: Option<PathBuf>,
}

impl Crashes {
    /// The report in the user's folder.
    pub(super) fn of_the_user() -> Self {
        Self {
            report: state_folder().map(|folder| folder.join("crash.txt")),
        }
    }

    /// The report that the last run left, moved to where the next cannot replace it.
    pub(super) fn last(&self) -> Option<PathBuf> {
        let report = self.report.as_ref()?;
        let kept = report.with_file_name("last-crash.txt");
        std::fs::rename(report, &kept).ok()?;
        Some(kept)
    }

    /// Has a report written when the drawing thread panics, once the window is drawn: until then
    /// another way to draw is tried. Other threads turn a panic into a sentence, and the window
    /// goes on.
    pub(super) fn report(&self, drawn: Arc<AtomicBool>) {
        let Some(path) = self.report.clone() else {
            return;
        };
        let drawing = thread::current().id();
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            let ours = thread::current().id() == drawing && drawn.load(Ordering::Relaxed);
            if ours && !lost_the_display(panic) {
                write(&path, panic);
            }
            before(panic);
        }));
    }
}

/// The user's folder for what the program notes about itself.
pub(super) fn state_folder() -> Option<PathBuf> {
    let folders = directories::ProjectDirs::from("org", "opatlas", "Opatlas")?;
    let folder = folders.state_dir().unwrap_or(folders.data_local_dir());
    Some(folder.to_owned())
}

/// Whether the display went away, as on logging out: the window system's code panics then.
fn lost_the_display(panic: &PanicHookInfo<'_>) -> bool {
    let place = panic.location().map_or("", |place| place.file());
    place.contains("winit") && place.contains("platform_impl/linux")
}

/// Writes a report. If even that fails there is nobody left to tell.
fn write(path: &Path, panic: &PanicHookInfo<'_>) {
    let place = panic.location().map(ToString::to_string);
    // A text that was put together may hold what a dataset says; one in the program does not.
    let words = panic.payload().downcast_ref::<&'static str>();
    let report = words::crash_report(
        place.as_deref(),
        words.copied(),
        &Backtrace::force_capture().to_string(),
    );
    let folder = path.parent().unwrap_or(Path::new("."));
    let _written = make_folder(folder).is_ok_and(|()| write_whole(path, report.as_bytes()).is_ok());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_says_where_and_nothing_of_a_dataset_and_is_offered_once() {
        let folder = tempfile::tempdir().unwrap();
        let crashes = Crashes {
            report: Some(folder.path().join("state/crash.txt")),
        };
        assert_eq!(crashes.last(), None);
        crashes.report(Arc::new(AtomicBool::new(true)));
        let secret = "Example I";
        for (message, told) in [(None, false), (Some("a fixed text"), true)] {
            let panicked = std::panic::catch_unwind(|| match message {
                Some(text) => std::panic::panic_any(text),
                None => panic!("of {secret}"),
            });
            assert!(panicked.is_err());
            let report = std::fs::read_to_string(crashes.last().unwrap()).unwrap();
            assert!(report.contains("crash.rs"), "{report}");
            assert!(!report.contains(secret), "{report}");
            assert_eq!(report.contains("a fixed text"), told, "{report}");
            assert_eq!(crashes.last(), None);
        }
        let _hook = std::panic::take_hook();
    }
}
