//! How what changed in a dataset comes to be shown.

use std::path::Path;
use std::sync::Arc;

use super::{Changes, Other, See, Versions};
use crate::state::{Command, Effect, State};

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
                self.changes.other = Other::Unread;
                return vec![Effect::ReadVersion(path)];
            }
            See::Read(path, read) if self.changes.since.as_ref() == Some(&path) => {
                self.changes.other = read.map_or(Other::Unusable, Other::Read);
            }
            // What nobody waits for any more.
            See::Kept(..) | See::Read(..) => {}
            See::Pick => return vec![Effect::PickVersion],
        }
        Vec::new()
    }

    /// What is compared.
    pub fn versions(&self) -> Versions {
        let of = &self.changes.of;
        let mut files = self.files.iter();
        let file = files.find(|file| file.path.as_ref() == Some(of));
        let own = file.and_then(|file| file.dataset.as_ref());
        match (&self.changes.other, own) {
            (Other::Unread, _) => Versions::None,
            (Other::Unusable | Other::Read(_), None) => Versions::Closed,
            (Other::Unusable, Some(_)) => Versions::Unusable,
            (Other::Read(other), Some(own)) => Versions::Both([other, own].map(Arc::clone)),
        }
    }

    /// An open file was read again: what is told of it is told anew.
    pub(in crate::state) fn changes_file_read(&mut self, path: &Path) -> Vec<Effect> {
        if !self.changes.shown || self.changes.of != path {
            return Vec::new();
        }
        vec![Effect::ListVersions(path.to_owned())]
    }

    /// What shows the changes of the open file that was opened first.
    pub fn see_changes(&self) -> Option<Command> {
        let path = self.own_files().next()?.to_owned();
        Some(Command::See(See::Of(path)))
    }
}
