//! What comes from outside: files that were read, and saved views with the datasets they need.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::command::Effect;
use super::files::{FileRead, OpenFile, Recent};
use super::saved_with::{OtherData, SavedWith};
use super::view::{Chosen, Page, View};
use super::{Previews, State};
use crate::model::{Atlas, Dataset, Severity};
use crate::query::comparison::Comparison;
use crate::words;
use crate::words::window::notices;

impl State {
    /// Shows a saved view, and opens the datasets it was saved with.
    pub(super) fn view_read(&mut self, view: View) -> Vec<Effect> {
        self.view = view;
        self.close_panel();
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
        let mut away = self.view.missing_from(&self.atlas);
        if !away.is_empty() {
            // Without a figure it names, its axes are those of others.
            self.view.zoom = None;
        }
        let is_away = |chosen: &mut Chosen| chosen.is_missing_from(&self.atlas);
        // What is not there has no kin to bring out; the picture is the same without it.
        if let Some(Chosen::Country(id) | Chosen::Case(id)) = self.view.chosen.take_if(is_away) {
            away.push(id);
        }
        let failed = !away.is_empty() || !other.missing.is_empty() || !other.changed.is_empty();
        let differs = words::other_data(&other.missing, &other.changed, &other.added);
        let told = words::view_opened(&away, differs);
        self.tell(told, failed);
        self.show_some_of(&Arc::clone(&self.atlas));
    }

    /// Takes in a file that was read.
    pub(super) fn reading_done(&mut self, read: FileRead) -> Vec<Effect> {
        let effects = self.file_read(read);
        self.goes_on &= !self.reading.is_empty();
        effects
    }

    fn file_read(&mut self, read: FileRead) -> Vec<Effect> {
        if let Some(index) = self.reading.iter().position(|name| *name == read.name) {
            self.reading.remove(index);
        }
        let name = read.name.clone();
        let path = read.path.clone();
        let embedded = path.is_none();
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
            return Vec::new();
        }
        let print = usable.as_ref().map(|dataset| dataset.print);
        let (is_ours, effects) = match &path {
            Some(path) => {
                let (is_ours, mut effects) = self.adding_file_read(path, print);
                effects.extend(self.changes_file_read(path));
                (is_ours, effects)
            }
            None => (false, Vec::new()),
        };
        if let Some(path) = path.filter(|_| usable.is_some()) {
            Recent::remember(&mut self.recent, &path);
        }
        if let Some(index) = awaited {
            self.awaited.remove(index);
            if self.awaited.is_empty() {
                self.judge_view();
            }
            return effects;
        }
        match usable {
            Some(_) if is_ours => {}
            None if is_new => {
                self.view.page = Page::Problems;
                self.tell(notices::could_not_be_used(&name), true);
            }
            // Someone is in the middle of editing it: whoever reads on must not be led away.
            None => self.tell(notices::is_broken(&name), true),
            Some(dataset) if is_new => {
                // Unless some of it is shown already, or what the last run ended with is.
                if !self.goes_on {
                    let (alone, _) = Atlas::of(std::slice::from_ref(&dataset));
                    self.show_some_of(&alone);
                }
                self.tell(notices::opened(&name, has_errors), has_errors);
            }
            Some(_) => self.tell(notices::changed(&name, has_errors), has_errors),
        }
        effects
    }

    /// Begins a comparison of an atlas, unless what is shown is in it or it has none.
    fn show_some_of(&mut self, atlas: &Atlas) {
        if self.view.comparison.operations_in(atlas).is_empty() && !atlas.operations.is_empty() {
            self.view.comparison = Comparison::first(atlas);
            self.view.title = None;
            self.view.subtitle = None;
        }
    }

    /// Makes one atlas of the open files, and chooses something to show if nothing is.
    pub(super) fn put_together(&mut self) {
        let datasets: Vec<Arc<Dataset>> = self
            .files
            .iter()
            .filter_map(|file| file.dataset.clone())
            .collect();
        let (atlas, clashes) = Atlas::of(&datasets);
        self.clashes = clashes;
        self.adding.stands_on(Arc::new(atlas));
        self.draw_provisional();
        self.previews = Previews::default();
        // What a view waits for, and what the last run ended with, may be in a file that is still
        // being read.
        if self.awaited.is_empty() && (!self.goes_on || self.reading.is_empty()) {
            self.show_some_of(&Arc::clone(&self.atlas));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture;
    use crate::state::Command;
    use crate::state::fixture::{opened, problem, read};

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
                    ..FileRead::default()
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
    fn a_view_whose_chosen_case_is_not_open_says_so_and_brings_nothing_out() {
        for (chosen, stays) in [
            (Chosen::Case("gone".to_owned()), false),
            (Chosen::Country("QQQ".to_owned()), false),
            (Chosen::Country("TGO".to_owned()), true),
        ] {
            let mut state = opened();
            let view = View {
                chosen: Some(chosen.clone()),
                ..state.view.clone()
            };
            state.apply(Command::ViewRead(Ok(Box::new(view))));
            assert_eq!(state.view.chosen.is_some(), stays, "{chosen:?}");
            assert_eq!(state.notice.as_ref().unwrap().failed, !stays);
        }
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
}
