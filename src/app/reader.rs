//! Reading datasets from disk, one after the other on one thread, so that they are opened in
//! the order asked for and the last state of a file is the last one told.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Sender};

use super::mailbox::{Mailbox, panic_words};
use crate::disk;
use crate::file::{self, Reading};
use crate::model::fault::FileFault;
use crate::state::{Command, FileRead, State};
use crate::words::window::outside::NO_READER;

/// A file to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Job {
    /// Where it lies.
    pub(super) path: PathBuf,
    /// Its name as the user knows it.
    pub(super) name: String,
    /// Whether to keep silent when nothing in it has changed.
    pub(super) only_if_changed: bool,
}

/// The thread that reads. It starts with the first file and ends with the window.
#[derive(Debug)]
pub(super) struct Reader {
    mailbox: Mailbox,
    jobs: Option<Sender<Job>>,
}

impl Reader {
    pub(super) fn new(mailbox: Mailbox) -> Self {
        Self {
            mailbox,
            jobs: None,
        }
    }

    /// Where jobs are put.
    pub(super) fn jobs(&mut self) -> Sender<Job> {
        let mailbox = &self.mailbox;
        self.jobs
            .get_or_insert_with(|| {
                let (sender, jobs) = mpsc::channel::<Job>();
                mailbox.on_thread("reader", move |mailbox| {
                    let mut seen = BTreeMap::new();
                    for job in jobs {
                        if let Some(read) = read_job(&job, &mut seen) {
                            mailbox.command(Command::ReadingDone(Box::new(read)));
                        }
                    }
                });
                sender
            })
            .clone()
    }

    /// Reads a file soon.
    pub(super) fn read(&mut self, job: Job) {
        if self.jobs().send(job).is_err() {
            self.jobs = None;
            self.mailbox.failed(NO_READER);
        }
    }
}

/// A file's place and name. A file that is open keeps the name it has; another is called what
/// the user called it.
pub(super) fn job_for(path: &Path, state: &State) -> Job {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let open = state
        .files
        .iter()
        .find(|file| file.path.as_deref() == Some(&absolute));
    let name = open.map_or_else(|| path.display().to_string(), |file| file.name.clone());
    Job {
        path: absolute,
        name,
        only_if_changed: false,
    }
}

/// The datasets that come with the program, read.
pub fn embedded() -> Vec<FileRead> {
    file::EMBEDDED
        .iter()
        .map(|(name, text)| told(None, (*name).to_owned(), file::read(name, text.as_bytes())))
        .collect()
}

/// Reads a file; `None` when it may keep silent. `seen` holds what each file was when last read.
fn read_job(job: &Job, seen: &mut BTreeMap<PathBuf, u64>) -> Option<FileRead> {
    let (reading, excerpts) = match disk::read_bytes(&job.path) {
        Ok(bytes) => {
            let print = file::print(&bytes);
            if seen.insert(job.path.clone(), print) == Some(print) && job.only_if_changed {
                return None;
            }
            let reading = read_bytes(&job.name, &bytes);
            let excerpts = file::excerpts(&bytes, &reading.problems);
            (reading, excerpts)
        }
        Err(error) => {
            seen.remove(&job.path);
            (Reading::unreadable(&job.name, &error), BTreeMap::new())
        }
    };
    Some(FileRead {
        excerpts,
        ..told(Some(job.path.clone()), job.name.clone(), reading)
    })
}

/// Reads bytes; a panic becomes a problem of the file.
fn read_bytes(name: &str, bytes: &[u8]) -> Reading {
    catch_unwind(AssertUnwindSafe(|| file::read(name, bytes)))
        .unwrap_or_else(|panic| Reading::failed(name, FileFault::Panic(panic_words(&*panic))))
}

fn told(path: Option<PathBuf>, name: String, reading: Reading) -> FileRead {
    FileRead {
        path,
        name,
        dataset: reading.dataset.map(Arc::new),
        problems: reading.problems,
        ..FileRead::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_not_there_is_a_problem_and_not_a_panic() {
        let job = Job {
            path: "/nowhere/a.ron".into(),
            name: "a.ron".to_owned(),
            only_if_changed: false,
        };
        let read = read_job(&job, &mut BTreeMap::new()).unwrap();
        assert!(read.dataset.is_none());
        assert_eq!(read.problems.len(), 1);
    }

    #[test]
    fn a_file_saved_without_a_change_keeps_silent() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        std::fs::write(&path, "(format: 1)").unwrap();
        let job = Job {
            path: path.clone(),
            name: "a.ron".to_owned(),
            only_if_changed: true,
        };
        let mut seen = BTreeMap::new();
        assert!(read_job(&job, &mut seen).is_some());
        assert!(read_job(&job, &mut seen).is_none());
        std::fs::write(&path, "(format: 1, title: \"A\")").unwrap();
        assert!(read_job(&job, &mut seen).is_some());
    }
}
