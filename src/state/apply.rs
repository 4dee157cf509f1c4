//! Carrying out commands.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::command::{Command, Effect, FileRead};
use super::files::OpenFile;
use super::saved_with::{OtherData, SavedWith};
use super::undo::GoingOn;
use super::view::{Page, View};
use super::{Notice, State};
use crate::chart::Kind;
use crate::model::{Atlas, Clash, Dataset, Severity};
use crate::query::comparison::{Comparison, Order};
use crate::words;

impl State {
    /// Carries out a command and tells what must happen outside.
    pub fn apply(&mut self, command: Command) -> Vec<Effect> {
        // What was on screen before there was anything to see is nothing to go back to.
        let first_reading = matches!(command, Command::ReadingDone(_))
            && self.view.comparison.operations_in(&self.atlas).is_empty();
        let is_choice = !first_reading && !matches!(command, Command::Undo | Command::Redo);
        let going_on = GoingOn::with(&command);
        let looks = going_on == Some(GoingOn::Looking);
        let before = self.view.clone();
        let effects = self.carry_out(command);
        if !looks && !self.view.has_axes_of(&before) && self.view.zoom == before.zoom {
            self.view.zoom = None;
        }
        if !is_choice {
            // What comes after going back is a choice of its own.
            self.going_on = None;
        } else if before != self.view {
            self.remember(before, going_on);
        }
        effects
    }

    fn carry_out(&mut self, command: Command) -> Vec<Effect> {
        match command {
            Command::Undo => {
                if let Some(earlier) = self.undo.pop() {
                    self.redo.push(std::mem::replace(&mut self.view, earlier));
                }
            }
            Command::Redo => {
                if let Some(later) = self.redo.pop() {
                    self.undo.push(std::mem::replace(&mut self.view, later));
                }
            }
            Command::Show(page) => {
                self.view.page = page;
                self.drawer = None;
            }
            Command::ToggleOperation(id) => {
                toggle(&mut self.view.comparison.operations, id);
                self.view
                    .comparison
                    .sort_operations(&self.atlas, Order::Date);
            }
            Command::ToggleMetric(id) => self.toggle_metric(id),
            Command::LeadMetric(id) => {
                let metrics = &mut self.view.comparison.metrics;
                metrics.retain(|known| *known != id);
                metrics.insert(0, id);
            }
            Command::SetMeasure(measure) => self.view.comparison.measure = measure,
            Command::SetKind(kind) => {
                self.view.kind = kind;
                if kind == Kind::Scatter {
                    self.view.comparison.lead_with_most_shared(&self.atlas);
                }
            }
            Command::Compare(comparison) => self.view.comparison = comparison,
            Command::SetTitle(title) => {
                self.view.title = title.filter(|title| !title.trim().is_empty());
            }
            Command::SetSubtitle(subtitle) => {
                self.view.subtitle = subtitle.filter(|subtitle| !subtitle.trim().is_empty());
            }
            Command::SetHeadline(headline) => self.view.headline = headline,
            Command::TogglePin(id) => toggle(&mut self.view.pinned, id),
            Command::TakeOffPins => self.view.pinned.clear(),
            Command::LookAt(zoom) => self.view.zoom = zoom,
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
            Command::ReadingDone(read) => {
                self.file_read(*read);
                self.goes_on &= !self.reading.is_empty();
            }
            Command::ViewRead(Ok(view)) => return self.view_read(*view),
            Command::CloseFile(path, name) => {
                self.files
                    .retain(|file| file.path != path || file.name != name);
                self.put_together();
            }
            Command::ShowExport => {
                self.exporting = true;
                self.previews = Previews::default();
                // The panel shows what became of saving, and nothing else.
                self.notice = None;
            }
            Command::MakePreview(wanted) => {
                self.previews.ask(wanted);
                return vec![Effect::MakePreview(wanted)];
            }
            Command::PreviewMade(preview) => self.previews.take(*preview),
            Command::PickExport(what, path) => return vec![Effect::PickExport(what, path)],
            Command::Export(what, path) => return vec![Effect::Export(what, path)],
            Command::Exported(Ok(path)) => {
                self.exporting = false;
                self.tell(format!("Saved {}", path.display()), false);
            }
            Command::ViewRead(Err(why)) | Command::Exported(Err(why)) => self.tell(why, true),
            Command::FollowLink(address) => return vec![Effect::FollowLink(address)],
            Command::CopyPicture(form) => return vec![Effect::CopyPicture(form)],
            Command::Copy(text, what) => {
                self.tell(format!("Copied {what}"), false);
                return vec![Effect::Copy(text)];
            }
            Command::Tell { text, failed } => self.tell(text, failed),
        }
        Vec::new()
    }

    /// Shows a saved view, and opens the datasets it was saved with.
    fn view_read(&mut self, view: View) -> Vec<Effect> {
        self.view = view;
        self.drawer = None;
        let open = |path: &Path| {
            self.files
                .iter()
                .any(|file| file.path.as_deref() == Some(path))
        };
        let saved = self.view.saved_with.iter().filter(|saved| !saved.embedded);
        let known = |saved: &&SavedWith| {
            self.atlas
                .opened
                .iter()
                .any(|open| open.print == saved.print)
        };
        self.awaited = saved
            .filter(|saved| !known(saved))
            .map(|saved| PathBuf::from(&saved.file))
            .filter(|path| !open(path))
            .collect();
        if self.awaited.is_empty() {
            self.judge_view();
            return Vec::new();
        }
        vec![Effect::Read(self.awaited.clone())]
    }

    /// Says what of the view just opened is not as it was when it was saved.
    fn judge_view(&mut self) {
        let saved_with = std::mem::take(&mut self.view.saved_with);
        let other = OtherData::of(&saved_with, &self.atlas);
        let away = self.view.missing_from(&self.atlas);
        if !away.is_empty() {
            // Without a figure it names, its axes are those of others.
            self.view.zoom = None;
        }
        let failed = !away.is_empty() || !other.missing.is_empty() || !other.changed.is_empty();
        let differs = words::other_data(&other.missing, &other.changed, &other.added);
        let told = words::view_opened(&away, differs);
        self.tell(told, failed);
        self.show_some_of(&Arc::clone(&self.atlas));
    }

    /// Takes a metric out, or puts it in before the first that is declared after it.
    fn toggle_metric(&mut self, id: String) {
        let declared = |id: &str| self.atlas.metrics.iter().position(|m| m.id.as_str() == id);
        let own = declared(&id);
        let metrics = &mut self.view.comparison.metrics;
        if let Some(index) = metrics.iter().position(|known| *known == id) {
            metrics.remove(index);
        } else {
            let after = metrics.iter().rposition(|known| declared(known) < own);
            metrics.insert(after.map_or(0, |index| index + 1), id);
        }
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
        let awaits = |path: &PathBuf| Some(path) == read.path.as_ref();
        let awaited = self.awaited.iter().position(awaits);
        let mut problems = read.problems.iter();
        let has_errors = problems.any(|problem| problem.severity == Severity::Error);
        let known = self
            .files
            .iter_mut()
            .find(|file| file.path == read.path && (read.path.is_some() || file.name == name));
        let is_new = known.is_none();
        match known {
            Some(file) => file.update(read),
            None => self.files.push(OpenFile::new(read)),
        }
        self.put_together();
        if embedded {
            return;
        }
        if let Some(index) = awaited {
            self.awaited.remove(index);
            if self.awaited.is_empty() {
                self.judge_view();
            }
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
                // Unless some of it is shown already, or what the last run ended with is.
                if !self.goes_on {
                    let (alone, _) = Atlas::of(std::slice::from_ref(&dataset));
                    self.show_some_of(&alone);
                }
                let left_out = if has_errors {
                    "; some of it was left out, see Problems"
                } else {
                    ""
                };
                self.tell(format!("Opened {name}{left_out}"), has_errors);
            }
            Some(_) if has_errors => self.tell(format!("{name} changed and has problems"), true),
            Some(_) => self.tell(format!("{name} changed and was read again"), false),
        }
    }

    /// Begins a comparison of an atlas, unless what is shown is in it or it has none.
    fn show_some_of(&mut self, atlas: &Atlas) {
        if self.view.comparison.operations_in(atlas).is_empty() && !atlas.operations.is_empty() {
            self.view.comparison = Comparison::telling(atlas);
            self.view.title = None;
            self.view.subtitle = None;
        }
    }

    /// Makes one atlas of the open files, and chooses something to show if nothing is.
    fn put_together(&mut self) {
        let datasets: Vec<Arc<Dataset>> = self
            .files
            .iter()
            .filter_map(|file| file.dataset.clone())
            .collect();
        let (atlas, clashes) = Atlas::of(&datasets);
        self.clashes = clashes.iter().map(Clash::problem).collect();
        self.atlas = Arc::new(atlas);
        // What a view waits for, and what the last run ended with, may be in a file that is still
        // being read.
        if self.awaited.is_empty() && (!self.goes_on || self.reading.is_empty()) {
            self.show_some_of(&Arc::clone(&self.atlas));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Zoom;
    use crate::model::fault::{Opened, SignFault};
    use crate::model::fixture;
    use crate::model::{Place, Problem};
    use crate::query::measure::Measure;
    use crate::state::Drawer;

    fn read(path: Option<&str>, dataset: Option<Dataset>, problems: Vec<Problem>) -> Command {
        Command::ReadingDone(Box::new(FileRead {
            path: path.map(Into::into),
            name: path.unwrap_or("embedded.ron").to_owned(),
            dataset: dataset.map(Arc::new),
            problems,
        }))
    }

    fn problem() -> Problem {
        Problem {
            severity: Severity::Error,
            file: "mine.ron".to_owned(),
            place: Some(Place {
                line: 3,
                column: 4,
                length: 1,
            }),
            fault: SignFault::NeverClosed(Opened::Bracket('(')).into(),
            left_out: None,
        }
    }

    fn opened() -> State {
        let mut state = State::default();
        state.apply(read(None, Some(fixture::dataset()), Vec::new()));
        state
    }

    #[test]
    fn the_first_view_compares_the_two_latest_of_the_fullest_family() {
        let state = opened();
        assert_eq!(
            state.view.comparison.operations,
            ["liberterra-2", "liberterra-3"]
        );
        assert!(!state.view.comparison.metrics.is_empty());
    }

    #[test]
    fn the_view_of_the_last_run_comes_back_whichever_file_it_is_in() {
        let dataset = |file: &str, operation: usize| {
            let mut dataset = fixture::dataset();
            file.clone_into(&mut dataset.file);
            dataset.operations = vec![dataset.operations.swap_remove(operation)];
            dataset.cases.clear();
            dataset
        };
        let files = ["first.ron", "second.ron"];
        for (kept, paths) in [
            ("liberterra-2", [None, None]),
            ("liberterra-3", [None, None]),
            ("liberterra-2", files.map(Some)),
            ("liberterra-3", files.map(Some)),
        ] {
            let mut view = View::default();
            view.comparison.operations = vec![kept.to_owned()];
            view.title = Some("Mine".to_owned());
            let mut state = State::with_view(view.clone(), crate::state::Theme::System);
            for name in files {
                state.apply(Command::ReadingStarted(name.to_owned()));
            }
            for (index, name) in files.into_iter().enumerate() {
                state.apply(Command::ReadingDone(Box::new(FileRead {
                    path: paths[index].map(Into::into),
                    name: name.to_owned(),
                    dataset: Some(Arc::new(dataset(name, index))),
                    problems: Vec::new(),
                })));
            }
            assert_eq!(state.view.comparison.operations, [kept]);
            assert_eq!(state.view.title, view.title);
            // A file opened later is shown, as ever.
            let mut later = dataset("later.ron", 0);
            later.operations[0].id = "later".into();
            state.apply(read(Some("later.ron"), Some(later), Vec::new()));
            assert_eq!(state.view.comparison.operations, ["later"]);
        }
    }

    #[test]
    fn every_choice_can_be_taken_back_and_made_again() {
        let mut state = opened();
        let first = state.view.clone();
        state.apply(Command::SetMeasure(Measure::PerDay));
        state.apply(Command::ToggleOperation("liberterra-2".to_owned()));
        let last = state.view.clone();
        state.apply(Command::Undo);
        assert_eq!(state.view.comparison.measure, Measure::PerDay);
        assert_eq!(state.view.comparison.operations.len(), 2);
        state.apply(Command::Undo);
        assert_eq!(state.view.comparison, first.comparison);
        state.apply(Command::Redo);
        state.apply(Command::Redo);
        assert_eq!(state.view, last);
        assert!(!state.can_redo());
    }

    #[test]
    fn a_turn_of_the_wheel_is_one_choice_to_take_back() {
        let mut state = opened();
        state.apply(Command::SetKind(Kind::Timeline));
        let part = |from: f64| Zoom {
            x: (from, 2025.0),
            y: None,
        };
        for from in [2019.5, 2020.0, 2021.0] {
            state.apply(Command::LookAt(Some(part(from))));
        }
        assert_eq!(state.view.zoom, Some(part(2021.0)));
        state.apply(Command::Undo);
        assert_eq!((state.view.zoom, state.view.kind), (None, Kind::Timeline));
        state.apply(Command::LookAt(Some(part(2022.0))));
        state.apply(Command::Undo);
        assert_eq!(state.view.zoom, None, "looking again is another choice");
        state.apply(Command::Undo);
        assert_ne!(state.view.kind, Kind::Timeline);
    }

    #[test]
    fn a_typed_title_is_taken_back_on_its_own() {
        let mut state = opened();
        state.apply(Command::SetKind(Kind::Change));
        for typed in ["M", "Mi", "Mine"] {
            state.apply(Command::SetTitle(Some(typed.to_owned())));
        }
        state.apply(Command::Undo);
        assert_eq!(
            (state.view.title.clone(), state.view.kind),
            (None, Kind::Change)
        );
        state.apply(Command::Redo);
        assert_eq!(state.view.title.as_deref(), Some("Mine"));
    }

    #[test]
    fn a_part_of_one_chart_is_no_part_of_another() {
        let mut state = opened();
        state.apply(Command::SetKind(Kind::Timeline));
        let part = Zoom {
            x: (2024.0, 2025.0),
            y: None,
        };
        state.apply(Command::LookAt(Some(part)));
        state.apply(Command::TogglePin("liberterra-2".to_owned()));
        assert_eq!(state.view.zoom, Some(part), "a pin changes no axis");
        state.apply(Command::SetMeasure(Measure::PerDay));
        assert_eq!(state.view.zoom, Some(part), "time stays time");
        state.apply(Command::SetKind(Kind::Scatter));
        assert_eq!(state.view.zoom, None);
    }

    #[test]
    fn typing_is_not_a_step_for_each_letter() {
        let mut state = opened();
        for typed in ["t", "to", "tog"] {
            let choice = crate::query::countries::CountryChoice {
                typed: typed.to_owned(),
                ..Default::default()
            };
            state.apply(Command::ChooseCountries(choice));
        }
        assert!(!state.can_undo());
    }

    #[test]
    fn a_file_that_breaks_leaves_the_last_good_state_with_its_problem_beside_it() {
        let mut state = State::default();
        state.apply(read(Some("mine.ron"), Some(fixture::dataset()), Vec::new()));
        let before = state.atlas.clone();
        state.apply(read(Some("mine.ron"), None, vec![problem()]));
        assert_eq!(state.atlas, before);
        assert!(state.files[0].stale);
        assert_eq!(state.problem_count(Severity::Error), 1);
        state.apply(read(Some("mine.ron"), Some(fixture::dataset()), Vec::new()));
        assert!(!state.files[0].stale);
        assert_eq!(state.problem_count(Severity::Error), 0);
    }

    #[test]
    fn a_file_that_cannot_be_used_leads_to_its_problems_and_changes_nothing_else() {
        let mut state = opened();
        let comparison = state.view.comparison.clone();
        state.apply(read(Some("mine.ron"), None, vec![problem()]));
        assert_eq!(state.view.page, Page::Problems);
        assert_eq!(state.view.comparison, comparison);
        assert!(state.notice.as_ref().is_some_and(|notice| notice.failed));
    }

    #[test]
    fn two_files_with_one_operation_are_told_apart_by_name() {
        let mut state = opened();
        let mut second = Dataset {
            file: "mine.ron".to_owned(),
            ..fixture::dataset()
        };
        second.operations.truncate(1);
        state.apply(read(Some("mine.ron"), Some(second), Vec::new()));
        let told: Vec<String> = state.problems().map(ToString::to_string).collect();
        assert!(
            told.iter()
                .any(|t| t.contains("liberterra-2") && t.contains("fixture.ron")),
            "{told:?}"
        );
        assert_eq!(state.atlas.operations.len(), 2);
    }

    #[test]
    fn a_saved_view_brings_its_datasets_back_and_says_what_changed() {
        let mut own = Dataset {
            file: "mine.ron".to_owned(),
            print: 1,
            ..fixture::dataset()
        };
        own.cases.clear();
        for operation in &mut own.operations {
            operation.id = format!("own-{}", operation.id).into();
        }
        let mut saved = opened();
        saved.apply(read(Some("/data/mine.ron"), Some(own.clone()), Vec::new()));
        let ids = vec!["own-liberterra-2".to_owned(), "liberterra-3".to_owned()];
        saved.view.comparison.operations.clone_from(&ids);
        let view = saved.view_to_save(Path::new("/data"));
        let view = View::from_text(&view.to_text()).unwrap();
        let view = || Box::new(view.clone().beside(Path::new("/data/my.view"), |_| true));

        for (now, told) in [
            (Some(own.clone()), "Opened the view"),
            (Some(Dataset { print: 2, ..own }), "mine.ron has changed"),
            (None, "mine.ron is not open"),
        ] {
            let mut state = opened();
            let effects = state.apply(Command::ViewRead(Ok(view())));
            let path = std::path::absolute("/data/mine.ron").unwrap();
            assert_eq!(effects, [Effect::Read(vec![path.clone()])]);
            let there = now.is_some();
            state.apply(read(path.to_str(), now, Vec::new()));
            let notice = state.notice.clone().unwrap();
            assert!(notice.text.contains(told), "{}", notice.text);
            assert_eq!(notice.failed, told != "Opened the view");
            assert_eq!(state.view.comparison.operations, ids, "{there}");
            assert_eq!(state.view.page, Page::Compare);
            assert!(state.view.saved_with.is_empty());
        }
    }

    #[test]
    fn escape_closes_what_is_topmost() {
        let mut state = opened();
        state.apply(Command::OpenDrawer(Drawer::Country {
            code: "TGO".to_owned(),
        }));
        state.apply(Command::ShowExport);
        state.apply(Command::Dismiss);
        assert!(!state.exporting && state.drawer.is_some());
        state.apply(Command::Dismiss);
        assert!(state.drawer.is_none());
    }

    #[test]
    fn a_view_survives_being_written_and_read() {
        let mut state = opened();
        state.apply(Command::SetMeasure(Measure::Share));
        assert_eq!(View::from_text(&state.view.to_text()), Ok(state.view));
    }
}
