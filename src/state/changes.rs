//! What changed in a dataset since another version of it: an earlier state that was kept when the
//! program wrote it, or another file.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use super::command::Effect;
use super::{Command, State};
use crate::model::Dataset;
use crate::query::diff::{Change, Of, What, diff};
use crate::words::differing_in_all;
use crate::words::window::changes as words;

/// What is shown of the changes of a dataset.
#[derive(Debug, Default)]
pub struct Changes {
    /// Whether the panel is shown.
    pub shown: bool,
    /// Of which open file.
    pub of: PathBuf,
    /// The earlier states that were kept of it, the newest first.
    pub kept: Vec<KeptVersion>,
    /// What it is compared with.
    pub since: Option<PathBuf>,
    /// What differs, or why that cannot be told.
    pub told: Option<Result<Told, String>>,
    /// The other version.
    other: Option<Arc<Dataset>>,
}

/// An earlier state of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptVersion {
    /// Where it is kept.
    pub path: PathBuf,
    /// How long ago it was replaced; `None` where that is not known.
    pub ago: Option<Duration>,
}

/// What differs, in sentences.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Told {
    /// How much.
    pub in_all: String,
    /// Numbers that are new, gone or other.
    pub numbers: Vec<String>,
    /// Numbers that rest on something else.
    pub evidence: Vec<String>,
    /// Everything else.
    pub others: Vec<String>,
}

/// Something to do about the changes of a dataset.
#[derive(Debug, Clone)]
pub enum See {
    /// Show those of an open file.
    Of(PathBuf),
    /// Close the panel.
    Close,
    /// The earlier states of a file.
    Kept(PathBuf, Vec<KeptVersion>),
    /// Compare with this file.
    Since(PathBuf),
    /// It was read, or not: the sentence to show.
    Read(PathBuf, Result<Arc<Dataset>, String>),
    /// Ask for a file in a dialog.
    Pick,
}

impl Told {
    fn of(old: &Dataset, new: &Dataset) -> Self {
        let changes = diff(old, new);
        let mut told = Self {
            in_all: differing_in_all(&changes),
            ..Self::default()
        };
        for change in &changes {
            told.list(change).push(change.sentence());
        }
        told
    }

    fn list(&mut self, change: &Change<'_>) -> &mut Vec<String> {
        match (&change.of, &change.what) {
            (Of::Figure(..) | Of::Countries(_) | Of::Numbers(..), What::Evidence(..)) => {
                &mut self.evidence
            }
            (Of::Figure(..) | Of::Countries(_) | Of::Numbers(..), _) => &mut self.numbers,
            (Of::Dataset | Of::Source(..) | Of::Metric(_) | Of::Operation(_) | Of::Case(_), _) => {
                &mut self.others
            }
        }
    }
}

impl State {
    /// Carries it out.
    pub(super) fn see(&mut self, see: See) -> Vec<Effect> {
        match see {
            See::Of(path) => {
                if self.adding.shown {
                    self.close_adding();
                }
                self.close_panel();
                self.changes = Changes {
                    shown: true,
                    of: path.clone(),
                    ..Changes::default()
                };
                return vec![Effect::ListVersions(path)];
            }
            See::Close => self.changes.shown = false,
            See::Kept(of, kept) if of == self.changes.of => {
                let last = kept.first().map(|last| last.path.clone());
                self.changes.kept = kept;
                if let Some(last) = last.filter(|_| self.changes.since.is_none()) {
                    return self.see(See::Since(last));
                }
            }
            See::Since(path) => {
                self.changes.since = Some(path.clone());
                self.changes.told = None;
                return vec![Effect::ReadVersion(path)];
            }
            See::Read(path, read) if self.changes.since.as_ref() == Some(&path) => match read {
                Ok(other) => {
                    self.changes.other = Some(other);
                    self.tell_changes();
                }
                Err(why) => self.changes.told = Some(Err(why)),
            },
            // What nobody waits for any more.
            See::Kept(..) | See::Read(..) => {}
            See::Pick => return vec![Effect::PickVersion],
        }
        Vec::new()
    }

    /// Tells what differs, now that one of the two was read.
    fn tell_changes(&mut self) {
        let of = &self.changes.of;
        let mut files = self.files.iter();
        let file = files.find(|file| file.path.as_ref() == Some(of));
        let own = file.and_then(|file| file.dataset.as_deref());
        self.changes.told = match (&self.changes.other, own) {
            (Some(other), Some(own)) => Some(Ok(Told::of(other, own))),
            (_, None) => Some(Err(words::CLOSED.to_owned())),
            (None, Some(_)) => None,
        };
    }

    /// An open file was read again: what is told of it is told anew.
    pub(super) fn changes_file_read(&mut self, path: &Path) -> Vec<Effect> {
        if !self.changes.shown || self.changes.of != path {
            return Vec::new();
        }
        self.tell_changes();
        vec![Effect::ListVersions(path.to_owned())]
    }

    /// What shows the changes of the open file that was opened first.
    pub fn see_changes(&self) -> Option<Command> {
        let path = self.own_files().next()?.to_owned();
        Some(Command::See(See::Of(path)))
    }
}
