//! Keeping settings as they change, so that a fault or a power cut takes nothing with it: on a
//! thread, once there is a pause, and no more often than a disk likes.

use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{Builder, JoinHandle};
use std::time::{Duration, Instant};

use super::mailbox::Mailbox;
use super::settings::{Settings, SettingsFile};

/// A pause this long ends a change, such as dragging.
const PAUSE: Duration = Duration::from_millis(500);
/// What goes on changing is kept at least this often.
const LONGEST: Duration = Duration::from_secs(3);

/// Keeps settings. What it was given last is kept when it goes.
#[derive(Debug)]
pub(super) struct Keeper {
    last: Settings,
    sender: Option<Sender<Settings>>,
    thread: Option<JoinHandle<()>>,
}

impl Keeper {
    /// Keeps settings once it has begun.
    pub(super) fn of(first: Settings) -> Self {
        Self {
            last: first,
            sender: None,
            thread: None,
        }
    }

    /// Begins to keep them in a file, at once unless they are in it already.
    pub(super) fn begin(&mut self, file: SettingsFile, kept: bool, mailbox: Mailbox) {
        let (sender, inbox) = mpsc::channel();
        let thread = Builder::new()
            .name("opatlas settings".to_owned())
            .spawn(move || keep_each(&file, &inbox, &mailbox));
        self.sender = Some(sender);
        self.thread = thread.ok();
        if !kept {
            self.send();
        }
    }

    /// What is kept, or will be soon.
    pub(super) fn last(&self) -> &Settings {
        &self.last
    }

    /// Keeps settings soon, if they are others than before.
    pub(super) fn keep(&mut self, settings: Settings) {
        if settings == self.last {
            return;
        }
        self.last = settings;
        self.send();
    }

    fn send(&self) {
        if let Some(sender) = &self.sender {
            // The thread ends with this keeper; until then it listens.
            let _sent = sender.send(self.last.clone());
        }
    }

    /// Waits until all is kept; nothing is from then on.
    pub(super) fn finish(&mut self) {
        self.sender = None;
        if let Some(thread) = self.thread.take() {
            // What went wrong there has been told.
            let _kept = thread.join();
        }
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.finish();
    }
}

fn keep_each(file: &SettingsFile, inbox: &Receiver<Settings>, mailbox: &Mailbox) {
    while let Ok(mut settings) = inbox.recv() {
        let began = Instant::now();
        while began.elapsed() < LONGEST
            && let Ok(newer) = inbox.recv_timeout(PAUSE)
        {
            settings = newer;
        }
        if let Err(text) = file.save(&settings) {
            mailbox.failed(text);
        }
    }
}

#[cfg(test)]
mod tests {
    use eframe::egui::Context;

    use super::*;
    use crate::state::Theme;

    #[test]
    fn what_changed_last_is_kept_soon_and_at_the_latest_when_the_window_goes() {
        let folder = tempfile::tempdir().unwrap();
        let file = SettingsFile::at(folder.path().join("settings.ron"));
        let (mailbox, _inbox) = Mailbox::new(Context::default());
        let mut keeper = Keeper::of(Settings::default());
        let wanted = |theme| Settings {
            theme,
            ..Settings::default()
        };
        keeper.keep(wanted(Theme::Light));
        keeper.finish();
        assert_eq!(file.load().0, Settings::default(), "there is no window yet");
        keeper.keep(Settings::default());
        keeper.begin(file.clone(), true, mailbox);
        keeper.keep(Settings::default());
        assert!(!folder.path().join("settings.ron").exists(), "nothing new");
        keeper.keep(wanted(Theme::Light));
        keeper.keep(wanted(Theme::Dark));
        let began = Instant::now();
        while file.load().0 != wanted(Theme::Dark) {
            assert!(began.elapsed() < Duration::from_secs(20), "kept soon");
            std::thread::sleep(PAUSE / 10);
        }
        keeper.keep(wanted(Theme::Light));
        drop(keeper);
        assert_eq!(file.load().0, wanted(Theme::Light));
    }
}
