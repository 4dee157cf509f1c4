//! Writing what is proposed, taking it back, and what is heard of the file from elsewhere.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Door, Into, Rewritten};
use crate::import::release::Sifted;
use crate::state::{Effect, Notice, State};
use crate::words::window::adding as words;

impl State {
    pub(super) fn write(&mut self, path: Option<PathBuf>) -> Vec<Effect> {
        // It may be asked for twice at once, by a button and by keys.
        if !self.adding.can_write() {
            return Vec::new();
        }
        let (Some(Ok(target)), Some(new)) =
            (&self.adding.target, &self.adding.outcome.proposal.text)
        else {
            return Vec::new();
        };
        let (path, was, is_new) = match (&self.adding.into, path) {
            (Into::File(path), _) => (path.clone(), Arc::clone(&target.text.text), false),
            (Into::New(..), Some(path)) => (path, Arc::clone(&target.text.text), true),
            (Into::New(..), None) => return Vec::new(),
        };
        let effect = Effect::WriteText {
            path,
            was,
            is_new,
            text: new.as_str().into(),
        };
        self.adding.busy = true;
        vec![effect]
    }

    pub(super) fn written(&mut self, path: PathBuf, done: Rewritten) -> Vec<Effect> {
        self.adding.busy = false;
        match done {
            Rewritten::Done => {
                self.notice = Some(Notice {
                    text: words::written(&path),
                    failed: false,
                    undo: Some(path.clone()),
                });
                // What was put into the comparison stays there.
                self.adding.seen = Default::default();
                self.adding.changed = None;
                // What was gathered through another door is still to be written.
                match self.adding.door {
                    Door::Form => {
                        let is_of_text = !self.adding.form.quoted.is_empty();
                        self.adding.form = self.adding.form.next();
                        if is_of_text && !self.adding.sifted.release.text.is_empty() {
                            self.adding.door = Door::Text;
                        }
                    }
                    Door::Sheet => self.adding.forget_tables(),
                    Door::Text => self.adding.sifted = Sifted::default(),
                }
                self.adding.outcome = Arc::default();
                self.adding.written = Some(path.clone());
                self.adding.times_written += 1;
                self.adding.into = Into::File(path.clone());
                self.adding.target = None;
                vec![Effect::Read(vec![path.clone()]), Effect::ReadText(path)]
            }
            Rewritten::Changed => {
                self.tell(words::CHANGED_MEANWHILE.to_owned(), true);
                vec![Effect::ReadText(path)]
            }
            Rewritten::NothingKept | Rewritten::Gone => Vec::new(),
            Rewritten::Failed(why) => {
                self.tell(words::not_written(&why, &path), true);
                Vec::new()
            }
        }
    }

    pub(super) fn taken_back(&mut self, path: PathBuf, done: Rewritten) -> Vec<Effect> {
        let is_gone = done == Rewritten::Gone;
        let (text, failed) = match done {
            Rewritten::Gone => (words::taken_back_whole(&path), false),
            Rewritten::Done => (words::taken_back(&path), false),
            Rewritten::Changed => (words::changed_since(&path), true),
            Rewritten::NothingKept => (words::nothing_kept(&path), true),
            Rewritten::Failed(why) => (words::not_written(&why, &path), true),
        };
        self.tell(text, failed);
        if failed {
            return Vec::new();
        }
        if is_gone {
            let mut files = self.files.iter();
            let file = files.find(|file| file.path.as_deref() == Some(&path));
            let name = file.map_or_else(String::new, |file| file.name.clone());
            return self.close_file(Some(&path), &name);
        }
        self.adding.written = Some(path.clone());
        let mut effects = vec![Effect::Read(vec![path.clone()])];
        if self.adding.into == Into::File(path.clone()) {
            effects.push(Effect::ReadText(path));
        }
        effects
    }

    /// An open file was read: whether it is as this program wrote it, so that nothing has to be
    /// said; and what has to be done where it is the one that something is added to.
    pub(in crate::state) fn adding_file_read(
        &mut self,
        path: &Path,
        print: Option<u64>,
    ) -> (bool, Vec<Effect>) {
        let is_ours = self.adding.written.as_deref() == Some(path);
        let untouched = self.adding.into == Into::default();
        if self.adding.shown && untouched && print.is_some() && !is_ours {
            // It was opened while nobody had said where to.
            return (false, self.add_into(Into::File(path.to_owned())));
        }
        if is_ours {
            self.adding.written = None;
            self.show_provisional(None);
        }
        let known = match &self.adding.target {
            Some(Ok(target)) => Some(target.dataset.print),
            Some(Err(_)) | None => None,
        };
        let is_target = self.adding.into == Into::File(path.to_owned());
        if is_ours || !is_target || known.is_none() || known == print {
            return (is_ours, Vec::new());
        }
        (false, vec![Effect::ReadText(path.to_owned())])
    }
}
