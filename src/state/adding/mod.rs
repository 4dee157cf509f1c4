//! What is being added to a dataset, and through which door: a form, a sheet, a text. Every door gives
//! what [`Job`] takes; what comes of it, the [`Outcome`], is shown and drawn before anything is
//! written.
//!
//! **Adding a door**: a variant of [`Door`] with its name in `words::window::adding`; what is
//! gathered through it as a field of [`Adding`], which is kept while the panel is closed; a variant
//! of `import::Gathered`, of which `import::Job::run` makes an `Incoming` (reports with their
//! operation, metric, source and excerpt; new sources, metrics and operations) and hands it to
//! `merge::proposal`; an arm in [`Adding::gathered`]; its commands as variants of [`Add`], which
//! end in `self.propose()`; and a file in `ui/adding` that `ui::adding::door_ui` draws between the
//! choice of the dataset and the preview. A door that only finds numbers can put them into
//! [`Adding::form`] as lines of `Form::figures`: operation, source, new metrics and refusals are
//! then those of the form.

mod apply;
mod picture;
mod text;
mod writing;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::State;
use crate::import::form::{Form, Record};
use crate::import::release::{Release, Sifted, is_text_name};
use crate::import::{Answers, Gathered, Grid, Job, Outcome, Tables};
use crate::model::{Atlas, Dataset, MetricId, OperationId, Report, Source, SourceId};

/// A way to gather what is added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Hash)]
pub enum Door {
    /// Field by field.
    #[default]
    Form,
    /// From a table.
    Sheet,
    /// From the text of a release.
    Text,
}

impl Door {
    /// Every one, in the order of choice.
    pub const ALL: [Self; 3] = [Self::Form, Self::Sheet, Self::Text];
}

/// The dataset that something is added to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Into {
    /// An open one.
    File(PathBuf),
    /// One that is not there yet: its title, and where it goes, as typed.
    New(String, String),
}

/// What the names of sheets end with, without the dot.
pub const SHEETS: &[&str] = &["xlsx", "xls", "ods", "csv", "tsv"];

/// Whether a path leads to a sheet, by its ending.
pub(super) fn is_sheet(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str());
    ending.is_some_and(|ending| SHEETS.contains(&ending.to_lowercase().as_str()))
}

/// Whether a file is the text of a release, by its name.
pub(super) fn is_text(path: &Path) -> bool {
    path.file_name()
        .is_some_and(|name| is_text_name(&name.to_string_lossy()))
}

impl Default for Into {
    fn default() -> Self {
        Self::New(String::new(), String::new())
    }
}

/// What a dataset's file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// Its text.
    pub text: Arc<str>,
    /// Whether it may only be read.
    pub read_only: bool,
    /// Whether the change that made it what it is can be taken back.
    pub can_go_back: bool,
}

/// What is being added.
#[derive(Debug, Default)]
pub struct Adding {
    /// Whether the panel is shown.
    pub shown: bool,
    /// Through which door.
    pub door: Door,
    /// To what.
    pub into: Into,
    /// What has been typed.
    pub form: Form,
    /// The tables, with what was answered.
    pub tables: Tables,
    /// The text of a release, with what was confirmed of it.
    pub sifted: Sifted,
    /// The dataset it goes into as it is in its file, or why that cannot be read.
    pub target: Option<Result<Target, String>>,
    /// What would come of it.
    pub outcome: Arc<Outcome>,
    /// Whether that is being worked out, or something is being read or written.
    pub busy: bool,
    /// What differs in the file since it was read, where somebody changed it meanwhile.
    pub changed: Option<[Arc<Dataset>; 2]>,
    /// The newest job.
    asked: u64,
    /// Whether an older one is still worked at.
    works: bool,
    /// The dataset with what is entered, as the picture shows it.
    provisional: Option<Arc<Dataset>>,
    /// What is open without it.
    base: Arc<Atlas>,
    /// What was put into the comparison to be seen while it is entered.
    seen: (Vec<String>, Vec<String>),
    /// A change that was just written and not read again yet.
    written: Option<PathBuf>,
    /// How often something was written.
    pub times_written: usize,
}

/// The dataset that something goes into.
#[derive(Debug, Clone)]
pub struct Target {
    /// The text of its file.
    pub text: Text,
    /// What it says.
    pub dataset: Arc<Dataset>,
}

/// Something to do about what is added.
#[derive(Debug, Clone)]
pub enum Add {
    /// Show the panel.
    Show,
    /// Close it; what was entered is kept.
    Close,
    /// Forget what was entered.
    Clear,
    /// Go through a door.
    Through(Door),
    /// Add it to a dataset.
    Into(Into),
    /// The text of its file was read, or not: the sentence to show.
    TextRead(PathBuf, Result<Text, String>),
    /// Change the form.
    Fill(Box<Form>),
    /// Correct or remove something of an open dataset of one's own.
    Change {
        /// The dataset.
        into: PathBuf,
        /// What, by its ids there.
        what: Record,
        /// Whether it is removed.
        removed: bool,
    },
    /// Say of a number otherwise than a report that is shown, in a dataset of one's own.
    Otherwise(OperationId, Option<MetricId>, Box<Report>),
    /// Ask in a dialog where a new dataset goes.
    PickNew,
    /// Ask for a sheet in a dialog.
    PickSheet,
    /// Ask in a dialog where a workbook to fill goes.
    PickTemplate,
    /// Write a workbook to fill.
    WriteTemplate(PathBuf),
    /// Read sheets.
    ReadSheets(Vec<PathBuf>),
    /// They were read, or not: the sentence to show.
    SheetsRead(Result<Vec<Grid>, String>),
    /// Take what was pasted as a table.
    Paste(String),
    /// Change what is said about the tables.
    Answer(Box<Tables>),
    /// Ask for the text of a release in a dialog.
    PickText,
    /// Read the text of a release.
    ReadRelease(ReleaseFrom),
    /// It was read, or not: the sentence to show.
    ReleaseRead(Result<Arc<Release>, String>),
    /// Change what is said about the release.
    Sift(Box<Sifted>),
    /// Make a case of the event that a number of the release is of.
    CaseOf(usize),
    /// A proposal was made for a job.
    Proposed(u64, Box<Outcome>),
    /// Write what is proposed; to this file where the dataset is new.
    Write(Option<PathBuf>),
    /// It was written, or not.
    Written(PathBuf, Rewritten),
    /// Have a dataset's file be what it was before the last change.
    TakeBack(PathBuf),
    /// It was taken back, or not.
    TakenBack(PathBuf, Rewritten),
}

/// What came of changing a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rewritten {
    /// It is changed.
    Done,
    /// It is gone, as before its first change.
    Gone,
    /// Somebody else changed it meanwhile, and it stays as it is.
    Changed,
    /// There is no change that could be taken back.
    NothingKept,
    /// It could not be written: the sentence to show.
    Failed(String),
}

/// Where the text of a release is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReleaseFrom {
    /// In a file.
    File(PathBuf),
    /// It was pasted.
    Pasted(String),
}

impl Adding {
    /// What was gathered through the door that is open.
    fn gathered(&self) -> Gathered {
        match self.door {
            Door::Form => Gathered::Form(Box::new(self.form.clone())),
            Door::Sheet => Gathered::Tables(Box::new(self.tables.clone())),
            Door::Text => Gathered::Text(Box::new(self.sifted.clone())),
        }
    }

    /// Whether there is something to write.
    pub fn can_write(&self) -> bool {
        let proposal = &self.outcome.proposal;
        let is_writable = matches!(&self.target, Some(Ok(target)) if !target.text.read_only);
        is_writable && !self.busy && proposal.text.is_some() && !proposal.edits.is_empty()
    }

    /// Whether something has been entered through the open door.
    pub fn has_something(&self) -> bool {
        match self.door {
            Door::Form => !self.form.is_empty(),
            Door::Sheet => !self.tables.grids.is_empty(),
            Door::Text => !self.sifted.release.text.is_empty(),
        }
    }

    /// Everything that is open, without what is entered.
    pub fn base(&self) -> &Arc<Atlas> {
        &self.base
    }

    /// Takes note of what is open.
    pub(super) fn stands_on(&mut self, base: Arc<Atlas>) {
        self.base = base;
    }

    /// Whether the picture shows what is entered and not written.
    pub fn is_provisional(&self) -> bool {
        self.shown && self.provisional.is_some()
    }

    fn job(&self) -> Option<Job> {
        let target = self.target.as_ref()?.as_ref().ok()?;
        Some(Job {
            gathered: self.gathered(),
            text: Arc::clone(&target.text.text),
            dataset: Arc::clone(&target.dataset),
            atlas: Arc::clone(&self.base),
        })
    }

    fn forget_tables(&mut self) {
        self.tables = Tables {
            answers: Answers::default(),
            ..Tables::default()
        };
    }
}

impl State {
    /// The open files that something can be added to.
    pub fn own_files(&self) -> impl Iterator<Item = &Path> {
        self.files.iter().filter_map(|file| file.path.as_deref())
    }

    /// The dataset of one's own that a report stands in, and what it is there; `None` where it
    /// stands in built-in data.
    pub fn own_report(
        &self,
        operation: &OperationId,
        metric: Option<&MetricId>,
        report: &Report,
    ) -> Option<(&Path, Record)> {
        self.own_datasets().find_map(|(path, dataset)| {
            let mut operations = dataset.operations.iter();
            let there = operations.find(|one| one.id == *operation)?;
            let reports = match metric {
                Some(metric) => &there.figure(metric.as_str())?.reports,
                None => &there.countries.count,
            };
            // Its source may have another id beside those of other datasets.
            let publication = self.atlas.source(&report.source);
            let same = |one: &Report| {
                let own = Report {
                    source: report.source.clone(),
                    ..one.clone()
                };
                own == *report && dataset.sources.get(&one.source) == publication
            };
            let at = reports.iter().position(same)?;
            let record = Record::Report(operation.clone(), metric.cloned(), at);
            Some((path, record))
        })
    }

    /// The dataset of one's own in which something stands that is shown, and what it is there.
    pub fn own(&self, shown: &Record) -> Option<(&Path, Record)> {
        self.own_datasets().find_map(|(path, dataset)| {
            let Record::Source(id) = shown else {
                return shown.is_in(dataset).then(|| (path, shown.clone()));
            };
            // It may have another id beside those of other datasets.
            let publication = self.atlas.source(id)?;
            let same = |(_, one): &(&SourceId, &Source)| *one == publication;
            let own = dataset.sources.get_key_value(id).filter(same);
            let (own, _) = own.or_else(|| dataset.sources.iter().find(same))?;
            Some((path, Record::Source(own.clone())))
        })
    }

    fn own_datasets(&self) -> impl Iterator<Item = (&Path, &Dataset)> {
        let files = self.files.iter();
        files.filter_map(|file| Some((file.path.as_deref()?, file.dataset.as_deref()?)))
    }
}
