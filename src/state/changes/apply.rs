//! How what changed in a dataset comes to be shown.

use std::path::Path;

use super::{Changes, See, Told};
use crate::model::Dataset;
use crate::query::diff::{Change, Of, What, diff};
use crate::state::{Command, Effect, State};
use crate::words::differing_in_all;
use crate::words::window::changes as words;

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
    pub(in crate::state) fn see(&mut self, see: See) -> Vec<Effect> {
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
    pub(in crate::state) fn changes_file_read(&mut self, path: &Path) -> Vec<Effect> {
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
