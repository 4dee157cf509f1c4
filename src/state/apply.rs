//! Carrying out commands.

use std::sync::Arc;

use super::command::{Command, Effect, FileRead};
use super::files::OpenFile;
use super::view::{Page, View};
use super::{Notice, State};
use crate::model::{Atlas, Clash, Dataset, Severity};
use crate::query::comparison::Comparison;

/// How many choices can be taken back.
const UNDO_STEPS: usize = 200;

impl State {
    /// Carries out a command and tells what must happen outside.
    pub fn apply(&mut self, command: Command) -> Vec<Effect> {
        match command {
            Command::Undo => {
                if let Some(earlier) = self.undo.pop() {
                    self.redo.push(std::mem::replace(&mut self.view, earlier));
                }
                Vec::new()
            }
            Command::Redo => {
                if let Some(later) = self.redo.pop() {
                    self.undo.push(std::mem::replace(&mut self.view, later));
                }
                Vec::new()
            }
            command => {
                // What was on screen before there was anything to see is nothing to go back to.
                let first_reading = matches!(command, Command::ReadingDone(_))
                    && self.view.comparison.operations_in(&self.atlas).is_empty();
                let before = self.view.clone();
                let effects = self.carry_out(command);
                if !first_reading {
                    self.remember(before);
                }
                effects
            }
        }
    }

    /// Keeps the view as it was, if the command changed more than a text being typed.
    fn remember(&mut self, before: View) {
        if before == self.view {
            return;
        }
        self.redo.clear();
        let step = before.without_typing() != self.view.without_typing();
        if step {
            self.undo.push(before);
            if self.undo.len() > UNDO_STEPS {
                self.undo.remove(0);
            }
        }
    }

    fn carry_out(&mut self, command: Command) -> Vec<Effect> {
        match command {
            Command::Undo | Command::Redo => {}
            Command::Show(page) => {
                self.view.page = page;
                self.drawer = None;
            }
            Command::ToggleOperation(id) => toggle(&mut self.view.comparison.operations, id),
            Command::ToggleMetric(id) => {
                toggle(&mut self.view.comparison.metrics, id);
                let order = |id: &String| self.atlas.metrics.iter().position(|m| m.id.as_str() == id);
                self.view.comparison.metrics.sort_by_key(order);
            }
            Command::SetMeasure(measure) => self.view.comparison.measure = measure,
            Command::SetKind(kind) => self.view.kind = kind,
            Command::Compare(comparison) => self.view.comparison = comparison,
            Command::SetTitle(title) => self.view.title = title.filter(|title| !title.trim().is_empty()),
            Command::ChooseCountries(choice) => self.view.countries = choice,
            Command::ChooseCases(choice) => {
                self.view.cases = choice;
                self.view.page = Page::Cases;
            }
            Command::TypeSources(typed) => self.view.sources_typed = typed,
            Command::OpenDrawer(drawer) => self.drawer = Some(drawer),
            Command::Dismiss => self.dismiss(),
            Command::SetTheme(theme) => {
                self.theme = theme;
                return vec![Effect::ApplyTheme(theme)];
            }
            Command::PickFiles => return vec![Effect::PickFiles],
            Command::TypePath(typed) => self.path_field = Some(typed),
            Command::Open(paths) => {
                self.path_field = None;
                return vec![Effect::Read(paths)];
            }
            Command::ReadingStarted(name) => self.reading.push(name),
            Command::ReadingDone(read) => self.file_read(*read),
            Command::CloseFile(name) => {
                self.files.retain(|file| file.name != name);
                self.put_together();
            }
            Command::ShowExport => self.exporting = true,
            Command::PickExport(what) => return vec![Effect::PickExport(what)],
            Command::Export(what, path) => return vec![Effect::Export(what, path)],
            Command::Exported(Ok(path)) => {
                self.exporting = false;
                self.tell(format!("Saved {}", path.display()), false);
            }
            Command::Exported(Err(why)) => self.tell(why, true),
            Command::FollowLink(address) => return vec![Effect::FollowLink(address)],
            Command::Copy(text, what) => {
                self.tell(format!("Copied {what}"), false);
                return vec![Effect::Copy(text)];
            }
            Command::Tell { text, failed } => self.tell(text, failed),
        }
        Vec::new()
    }

    fn tell(&mut self, text: String, failed: bool) {
        self.notice = Some(Notice { text, failed });
    }

    /// Closes what is topmost.
    fn dismiss(&mut self) {
        if self.exporting {
            self.exporting = false;
        } else if self.path_field.is_some() {
            self.path_field = None;
        } else if self.drawer.is_some() {
            self.drawer = None;
        } else {
            self.notice = None;
        }
    }

    fn file_read(&mut self, read: FileRead) {
        if let Some(index) = self.reading.iter().position(|name| *name == read.name) {
            self.reading.remove(index);
        }
        let name = read.name.clone();
        let embedded = read.path.is_none();
        let usable = read.dataset.clone();
        let errors = read.problems.iter().filter(|p| p.severity == Severity::Error).count();
        let known = self.files.iter_mut().find(|file| file.path == read.path && file.name == name);
        let is_new = known.is_none();
        match known {
            Some(file) => file.update(read),
            None => self.files.push(OpenFile::new(read)),
        }
        self.put_together();
        if embedded {
            return;
        }
        match usable {
            None if is_new => {
                self.view.page = Page::Problems;
                self.tell(format!("{name} could not be used; see Problems"), true);
            }
            // Someone is in the middle of editing it: whoever reads on must not be led away.
            None => self.tell(format!("{name} is broken now; see Problems"), true),
            Some(dataset) if is_new => {
                self.show_newly_opened(&dataset);
                let left_out = if errors > 0 { "; some of it was left out, see Problems" } else { "" };
                self.tell(format!("Opened {name}{left_out}"), errors > 0);
            }
            Some(_) if errors > 0 => self.tell(format!("{name} changed and has problems"), true),
            Some(_) => self.tell(format!("{name} changed and was read again"), false),
        }
    }

    /// Puts the comparison on what was just opened, unless it shows some of it already.
    fn show_newly_opened(&mut self, dataset: &Arc<Dataset>) {
        let (alone, _) = Atlas::of(std::slice::from_ref(dataset));
        if self.view.comparison.operations_in(&alone).is_empty() && !alone.operations.is_empty() {
            self.view.comparison = Comparison::telling(&alone);
            self.view.title = None;
        }
    }

    /// Makes one atlas of the open files, and chooses something to show if nothing is.
    fn put_together(&mut self) {
        let datasets: Vec<Arc<Dataset>> =
            self.files.iter().filter_map(|file| file.dataset.clone()).collect();
        let (atlas, clashes) = Atlas::of(&datasets);
        self.clashes = clashes.iter().map(Clash::problem).collect();
        self.atlas = Arc::new(atlas);
        let nothing_shown = self.view.comparison.operations_in(&self.atlas).is_empty();
        if nothing_shown && !self.atlas.operations.is_empty() {
            self.view.comparison = Comparison::telling(&self.atlas);
        }
    }
}

fn toggle(ids: &mut Vec<String>, id: String) {
    match ids.iter().position(|known| *known == id) {
        Some(index) => {
            ids.remove(index);
        }
        None => ids.push(id),
    }
}
