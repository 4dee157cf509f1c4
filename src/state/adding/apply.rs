//! Carrying out what is asked about what is added.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Add, Door, Into, Target, Text};
use crate::import::form::{Changed, FigureFields, Form, Record, Subject, label};
use crate::import::release::Sifted;
use crate::import::{self, Outcome};
use crate::model::Dataset;
use crate::state::{Drawer, Effect, State};
use crate::words::window::{adding as words, opening::name_of};

impl State {
    /// Carries it out.
    pub(in crate::state) fn add(&mut self, add: Add) -> Vec<Effect> {
        match add {
            Add::Show => {
                self.begin_with_opened();
                return self.show_adding();
            }
            Add::Close => self.close_adding(),
            Add::Clear => return self.clear(),
            Add::Through(door) => {
                self.adding.door = door;
                return self.propose();
            }
            Add::Into(into) => return self.add_into(into),
            Add::TextRead(path, read) => return self.text_read(&path, read),
            Add::Fill(form) => {
                self.adding.form = form.settled(&self.adding.form, &self.adding.base);
                return self.propose();
            }
            Add::Change {
                into,
                what,
                removed,
            } => return self.change(into, what, removed),
            Add::Otherwise(operation, metric, report) => {
                let form = Form::saying(&self.atlas, &operation, metric.as_ref(), &report);
                self.adding.door = Door::Form;
                self.adding.form = form;
                return self.show_adding();
            }
            Add::PickNew => return vec![Effect::PickNewDataset],
            Add::PickSheet => return vec![Effect::PickSheet],
            Add::PickTemplate => return vec![Effect::PickTemplate],
            Add::WriteTemplate(path) => return vec![Effect::WriteTemplate(path)],
            Add::ReadSheets(paths) => {
                self.adding.busy = true;
                self.adding.door = Door::Sheet;
                let mut effects = self.show_adding();
                effects.push(Effect::ReadSheets(paths));
                return effects;
            }
            Add::SheetsRead(read) => return self.sheets_read(read),
            Add::Paste(text) => {
                let grids = import::grids(words::sheet::PASTED, text.as_bytes());
                let grids =
                    grids.map_err(|_fault| words::sheet::no_table(words::sheet::OTHER_KIND));
                return self.sheets_read(grids);
            }
            Add::Answer(tables) => {
                self.adding.tables = *tables;
                return self.propose();
            }
            Add::PickText => return vec![Effect::PickText],
            Add::ReadRelease(from) => {
                self.adding.busy = true;
                self.adding.door = Door::Text;
                let mut effects = self.show_adding();
                let (dataset, open) = self.known_datasets();
                effects.push(Effect::ReadRelease(from, dataset, open));
                return effects;
            }
            Add::ReleaseRead(read) => return self.release_read(read),
            Add::Sift(sifted) => {
                self.adding.sifted = *sifted;
                return self.propose();
            }
            Add::CaseOf(at) => return self.case_of(at),
            Add::Proposed(asked, outcome) => {
                self.adding.works = false;
                if asked != self.adding.asked {
                    return self.propose();
                }
                self.adding.busy = false;
                self.proposed(*outcome);
            }
            Add::Write(path) => return self.write(path),
            Add::Written(path, done) => return self.written(path, done),
            Add::TakeBack(path) => return vec![Effect::TakeBack(path)],
            Add::TakenBack(path, done) => return self.taken_back(path, done),
        }
        Vec::new()
    }

    /// Begins the form with what is open in the panel, unless something was entered.
    fn begin_with_opened(&mut self) {
        if self.adding.form.changed.is_some() {
            self.adding.form = Form::default();
        }
        let Some(drawer) = self
            .drawer
            .clone()
            .filter(|_| self.adding.form.states_nothing())
        else {
            return;
        };
        let operation = |id: &str| {
            let known = self.atlas.operation(id);
            known.map_or_else(String::new, |known| known.name.clone())
        };
        let form = &mut self.adding.form;
        let about = match &drawer {
            Drawer::Figure {
                operation: id,
                metric,
            } => {
                form.subject = Subject::Figures;
                let label = self.atlas.metric(metric).map(|metric| metric.label.clone());
                form.figures = vec![FigureFields {
                    metric: label.unwrap_or_default(),
                    ..FigureFields::default()
                }];
                operation(id)
            }
            Drawer::CountriesTakingPart { operation: id } => {
                form.subject = Subject::Operation;
                operation(id)
            }
            Drawer::Operation { operation: id } => operation(id),
            Drawer::Source { source } => {
                let source = self.atlas.source(&source.as_str().into());
                form.source.named = source.map_or_else(String::new, label);
                return;
            }
            Drawer::Country { .. } | Drawer::Case { .. } => return,
        };
        form.operation.name = about;
        self.adding.door = Door::Form;
    }

    fn show_adding(&mut self) -> Vec<Effect> {
        if !self.adding.shown {
            // The panel shows what became of adding, and nothing else.
            self.notice = None;
        }
        self.adding.shown = true;
        self.changes.shown = false;
        self.close_panel();
        let first = self.own_files().next().map(Path::to_owned);
        let into = match &self.adding.into {
            Into::File(path) if self.own_files().any(|open| open == path) => None,
            Into::New(title, path) if !title.is_empty() || !path.is_empty() => None,
            Into::File(_) | Into::New(..) => first.map(Into::File),
        };
        let into = into.unwrap_or_else(|| self.adding.into.clone());
        self.put_together();
        let form = std::mem::take(&mut self.adding.form);
        self.adding.form = form.clone().settled(&form, &self.adding.base);
        self.add_into(into)
    }

    /// Closes the panel; the picture shows what is written again.
    pub(in crate::state) fn close_adding(&mut self) {
        self.adding.shown = false;
        self.take_out_of_sight();
        self.put_together();
    }

    fn clear(&mut self) -> Vec<Effect> {
        match self.adding.door {
            Door::Form if self.adding.form.changed.is_some() => {
                let (changed, target) = (&self.adding.form.changed, &self.adding.target);
                let dataset = target.as_ref().and_then(|target| target.as_ref().ok());
                let was = changed.as_ref().zip(dataset);
                let was = was.and_then(|(changed, target)| changed.form(&target.dataset));
                self.adding.form = was.unwrap_or_default();
            }
            Door::Form => {
                self.forget_case();
                let kind = Form {
                    subject: self.adding.form.subject,
                    ..Form::default()
                };
                self.adding.form = kind.settled(&Form::default(), &self.adding.base);
            }
            Door::Sheet => self.adding.forget_tables(),
            Door::Text => self.adding.sifted = Sifted::default(),
        }
        self.take_out_of_sight();
        self.propose()
    }

    pub(super) fn add_into(&mut self, into: Into) -> Vec<Effect> {
        self.adding.changed = None;
        let same = self.adding.into == into && matches!(self.adding.target, Some(Ok(_)));
        self.adding.into = into;
        match &self.adding.into {
            Into::File(_) if same => self.propose(),
            Into::File(path) => {
                self.adding.target = None;
                self.adding.busy = true;
                vec![Effect::ReadText(path.clone())]
            }
            Into::New(title, path) => {
                let called = Path::new(path)
                    .file_stem()
                    .map(|stem| stem.to_string_lossy());
                let called = called.as_deref().unwrap_or(words::NEW_TITLE);
                let title = Some(title.as_str()).filter(|title| !title.trim().is_empty());
                let text = import::new_dataset(title.unwrap_or(called));
                let text = Text {
                    text: text.into(),
                    read_only: false,
                    can_go_back: false,
                };
                let target = target(called, text);
                self.adding.busy = false;
                self.adding.target = Some(target.ok_or_else(String::new));
                self.propose()
            }
        }
    }

    fn text_read(&mut self, path: &Path, read: Result<Text, String>) -> Vec<Effect> {
        if self.adding.into != Into::File(path.to_owned()) {
            return Vec::new();
        }
        self.adding.busy = false;
        let was = self.adding.target.take();
        let read = read.and_then(|text| {
            let name = self
                .files
                .iter()
                .find(|file| file.path.as_deref() == Some(path));
            let name = name.map_or_else(|| name_of(path), |file| file.name.clone());
            target(&name, text).ok_or_else(|| words::UNREADABLE.to_owned())
        });
        if let (Some(Ok(was)), Ok(now)) = (&was, &read)
            && was.text.text != now.text.text
            && self.adding.has_something()
        {
            self.adding.changed = Some([&was.dataset, &now.dataset].map(Arc::clone));
        }
        self.adding.target = Some(read);
        self.propose()
    }

    fn sheets_read(&mut self, read: Result<Vec<import::Grid>, String>) -> Vec<Effect> {
        self.adding.busy = false;
        match read {
            Ok(grids) => {
                self.adding.door = Door::Sheet;
                self.adding.forget_tables();
                self.adding.tables.grids = Arc::new(grids);
                if self.adding.shown {
                    self.propose()
                } else {
                    self.show_adding()
                }
            }
            Err(why) => {
                self.tell(why, true);
                Vec::new()
            }
        }
    }

    /// The dataset that something is added to, and those that are open.
    fn known_datasets(&self) -> (Arc<Dataset>, Vec<Arc<Dataset>>) {
        let target = self
            .adding
            .target
            .as_ref()
            .and_then(|target| target.as_ref().ok());
        let dataset = target.map_or_else(Arc::default, |target| Arc::clone(&target.dataset));
        let open = self.files.iter().filter_map(|file| file.dataset.clone());
        (dataset, open.collect())
    }

    fn change(&mut self, into: PathBuf, what: Record, removed: bool) -> Vec<Effect> {
        let changed = Changed { what, removed };
        let mut datasets = self.own_datasets();
        let of = datasets.find(|(path, _)| *path == into);
        let Some(form) = of.and_then(|(_, dataset)| changed.form(dataset)) else {
            return Vec::new();
        };
        drop(datasets);
        self.adding.door = Door::Form;
        self.adding.form = form;
        self.adding.into = Into::File(into);
        self.adding.target = None;
        self.show_adding()
    }

    /// Has a proposal be made of what was gathered: at once where that takes no longer than a
    /// frame, else on a thread.
    pub(super) fn propose(&mut self) -> Vec<Effect> {
        self.adding.asked += 1;
        let Some(job) = self.adding.job().filter(|_| self.adding.shown) else {
            self.proposed(Outcome::default());
            return Vec::new();
        };
        if job.is_small() {
            self.adding.busy = false;
            self.proposed(job.run());
            return Vec::new();
        }
        self.adding.busy = true;
        if std::mem::replace(&mut self.adding.works, true) {
            // One after the other, and of those that wait the last alone.
            return Vec::new();
        }
        vec![Effect::Propose(self.adding.asked, Box::new(job))]
    }

    fn proposed(&mut self, mut outcome: Outcome) {
        let dataset = outcome.proposal.dataset.take();
        let differs = !outcome.proposal.edits.is_empty();
        self.adding.outcome = Arc::new(outcome);
        let provisional = dataset.filter(|_| differs).map(Arc::new);
        if self.adding.written.is_none() {
            self.show_provisional(provisional);
        }
    }

    /// An open file was closed: nothing goes into it any more.
    pub(in crate::state) fn leave_dataset(&mut self, path: Option<&Path>) {
        if let Into::File(into) = &self.adding.into
            && path == Some(into)
        {
            self.add_into(Into::default());
        }
        if path == Some(&self.changes.of) {
            self.changes.shown = false;
        }
    }
}

fn target(name: &str, text: Text) -> Option<Target> {
    let dataset = import::read_dataset(name, &text.text)?;
    Some(Target {
        text,
        dataset: Arc::new(dataset),
    })
}
