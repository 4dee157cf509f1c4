//! Following open files as they are saved. Folders are watched and not files, because editors
//! save by putting a new file in the place of the old one.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, EventKind, ModifyKind};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher as _};

use super::mailbox::Mailbox;
use super::reader::Job;
use crate::state::OpenFile;
use crate::words::window::outside as words;

/// How long it must be quiet before a file is read: an editor saves in several steps.
const QUIET: Duration = Duration::from_millis(100);

/// How long a file waits for quiet at most.
const LONGEST_WAIT: Duration = Duration::from_secs(1);

/// Path and name of each file that is followed.
type Followed = Arc<Mutex<BTreeMap<PathBuf, String>>>;

/// Follows the open files. Watches nothing until there is one.
pub(super) struct Follower {
    mailbox: Mailbox,
    followed: Followed,
    folders: BTreeSet<PathBuf>,
    watcher: Option<RecommendedWatcher>,
    /// Folders that cannot be watched; said once.
    refused: BTreeSet<PathBuf>,
}

impl Follower {
    pub(super) fn new(mailbox: Mailbox) -> Self {
        Self {
            mailbox,
            followed: Followed::default(),
            folders: BTreeSet::new(),
            watcher: None,
            refused: BTreeSet::new(),
        }
    }

    /// Follows these files and no others from now on; `jobs` gives where changed ones are sent.
    pub(super) fn follow(&mut self, files: &[OpenFile], jobs: impl FnOnce() -> Sender<Job>) {
        let wanted: BTreeMap<PathBuf, String> = files
            .iter()
            .filter_map(|file| Some((file.path.clone()?, file.name.clone())))
            .collect();
        {
            let mut followed = self.followed.lock().unwrap_or_else(PoisonError::into_inner);
            if *followed == wanted {
                return;
            }
            followed.clone_from(&wanted);
        }
        let folders: BTreeSet<PathBuf> = wanted
            .keys()
            .filter_map(|path| path.parent())
            .map(Path::to_owned)
            .collect();
        if self.watcher.is_none() && !folders.is_empty() {
            self.watcher = self.start(jobs());
        }
        let Some(watcher) = &mut self.watcher else {
            return;
        };
        for folder in self.folders.difference(&folders) {
            // It may be gone already, and then nothing is left to do.
            drop(watcher.unwatch(folder));
        }
        let mut refused = Vec::new();
        for folder in folders.difference(&self.folders) {
            if let Err(error) = watcher.watch(folder, RecursiveMode::NonRecursive)
                && self.refused.insert(folder.clone())
            {
                refused.push(words::folder_not_followed(folder, error));
            }
        }
        self.folders = folders;
        for text in refused {
            self.mailbox.failed(text);
        }
    }

    fn start(&self, jobs: Sender<Job>) -> Option<RecommendedWatcher> {
        let (sender, events) = mpsc::channel();
        match notify::recommended_watcher(sender) {
            Ok(watcher) => {
                let followed = Arc::clone(&self.followed);
                self.mailbox
                    .on_thread("follower", move |_| pass_on(&events, &followed, &jobs));
                Some(watcher)
            }
            Err(error) => {
                self.mailbox.failed(words::not_followed(error));
                None
            }
        }
    }
}

/// Waits for changes, waits until they are over, and has the files read. Ends with the watcher.
fn pass_on(events: &Receiver<notify::Result<Event>>, followed: &Followed, jobs: &Sender<Job>) {
    while let Ok(first) = events.recv() {
        let mut changed = BTreeSet::new();
        note(first, &mut changed);
        // A folder that is never quiet must not keep a saved file waiting for ever.
        let latest = Instant::now() + LONGEST_WAIT;
        while Instant::now() < latest
            && let Ok(next) = events.recv_timeout(QUIET)
        {
            note(next, &mut changed);
        }
        let followed = followed
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        for (path, name) in followed {
            if changed.contains(&path)
                && jobs
                    .send(Job {
                        path,
                        name,
                        only_if_changed: true,
                    })
                    .is_err()
            {
                return;
            }
        }
    }
}

/// Notes which paths an event changed. That a file was read, by us or others, changes nothing.
fn note(event: notify::Result<Event>, changed: &mut BTreeSet<PathBuf>) {
    let Ok(event) = event else { return };
    let changes = match event.kind {
        EventKind::Access(access) => access == AccessKind::Close(AccessMode::Write),
        EventKind::Modify(ModifyKind::Metadata(_)) => false,
        EventKind::Any
        | EventKind::Create(_)
        | EventKind::Modify(_)
        | EventKind::Remove(_)
        | EventKind::Other => true,
    };
    if changes {
        changed.extend(event.paths);
    }
}

#[cfg(test)]
mod tests {
    use eframe::egui::Context;

    use super::*;

    fn open_file(path: &Path) -> OpenFile {
        OpenFile {
            path: Some(path.to_owned()),
            name: "a.ron".to_owned(),
            dataset: None,
            problems: Vec::new(),
            excerpts: BTreeMap::new(),
            stale: false,
        }
    }

    #[test]
    fn a_file_replaced_by_an_editor_is_read_again_and_a_neighbour_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        std::fs::write(&path, "one").unwrap();
        let (mailbox, _inbox) = Mailbox::new(Context::default());
        let mut follower = Follower::new(mailbox);
        let (sender, jobs) = mpsc::channel();
        follower.follow(&[open_file(&path)], || sender);

        std::fs::write(folder.path().join("b.ron"), "other").unwrap();
        assert!(jobs.recv_timeout(Duration::from_millis(400)).is_err());

        std::fs::write(folder.path().join(".a.ron.new"), "two").unwrap();
        std::fs::rename(folder.path().join(".a.ron.new"), &path).unwrap();
        let job = jobs.recv_timeout(Duration::from_secs(5)).unwrap();
        assert_eq!(
            job,
            Job {
                path,
                name: "a.ron".to_owned(),
                only_if_changed: true
            }
        );

        follower.follow(&[], || unreachable!("the watcher runs already"));
        std::fs::write(&job.path, "three").unwrap();
        assert!(jobs.recv_timeout(Duration::from_millis(400)).is_err());
    }
}
