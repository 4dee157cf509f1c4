//! Carrying out commands.

use std::path::{Path, PathBuf};

use super::adding::{Add, ReleaseFrom, is_sheet, is_text};
use super::command::{Command, Effect};
use super::drawer::Drawer;
use super::files::Recent;
use super::undo::GoingOn;
use super::view::{Chosen, Page};
use super::{Hint, Notice, PathField, PathGoal, Previews, State};
use crate::query::comparison::Order;
use crate::query::kind::Kind;
use crate::words::window::notices;

impl State {
    /// Carries out a command and tells what must happen outside.
    pub fn apply(&mut self, command: Command) -> Vec<Effect> {
        // What was on screen before there was anything to see is nothing to go back to.
        let first_reading = matches!(command, Command::ReadingDone(_))
            && self.view.comparison.operations_in(&self.atlas).is_empty();
        let is_choice = !first_reading
            && !matches!(
                command,
                Command::Undo | Command::Redo | Command::Add(_) | Command::See(_)
            );
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
            Command::Add(add) => return self.add(add),
            Command::See(see) => return self.see(see),
            Command::Undo => self.step_back(),
            Command::Redo => self.step_forward(),
            Command::Show(page) => {
                self.view.page = page;
                self.close_panel();
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
            Command::SetKind(kind) => self.set_kind(kind),
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
            Command::LookAt(zoom) => *self.view.part_looked_at() = zoom,
            Command::ChooseCountries(choice) => self.view.countries = choice,
            Command::ShowCountriesAs(shown) => self.view.countries_as = shown,
            Command::FillMaps(fill) => self.view.fill = fill,
            Command::ToggleCountry(code) => toggle(&mut self.view.only, code),
            Command::EveryCountry => self.view.only.clear(),
            Command::ChooseCases(choice) => {
                self.view.cases = choice;
                self.view.page = Page::Cases;
            }
            Command::TypeSources(typed) => self.view.sources_typed = typed,
            Command::NarrowSources(narrowing) => self.view.sources = narrowing,
            Command::Choose(chosen) => self.view.chosen = chosen,
            Command::Arrange(arrangement) => self.view.arrangement = arrangement,
            Command::ShowTab(tab) => {
                self.view.arrangement.tab = tab;
                self.drawer = None;
                self.behind.clear();
            }
            Command::LayPanelOver(over) => self.panel_over = over,
            Command::OpenDrawer(drawer) => self.open_drawer(drawer),
            Command::ClosePanel => self.close_panel(),
            Command::Dismiss => self.dismiss(),
            Command::SetTheme(theme) => {
                self.theme = theme;
                return vec![Effect::ApplyTheme(theme)];
            }
            Command::PickFiles => return vec![Effect::PickFiles],
            Command::TypePath(typed) => self.ask_path(typed, PathGoal::Open),
            Command::TypeStarter(typed) => self.ask_path(typed, PathGoal::Starter),
            Command::Open(paths) => return self.open(paths),
            Command::OpenEmbedded => return vec![Effect::ReadEmbedded],
            Command::PickStarter => return vec![Effect::PickStarter],
            Command::WriteStarter(path) => return vec![Effect::WriteStarter(path)],
            Command::StarterWritten(Ok(path)) => return self.open(vec![path]),
            Command::RecentFound(found) => Recent::found(&mut self.recent, &found),
            Command::OpenAt(path, place) => return vec![Effect::OpenAt(path, place)],
            Command::DismissHint => self.hint = Hint::Gone,
            Command::ReadingStarted(name) => self.reading.push(name),
            Command::ReadingDone(read) => return self.reading_done(*read),
            Command::ViewRead(Ok(view)) => return self.view_read(*view),
            Command::CloseFile(path, name) => return self.close_file(path.as_deref(), &name),
            Command::ShowExport => self.show_export(),
            Command::MakePreview(wanted) => {
                self.previews.ask(wanted);
                return vec![Effect::MakePreview(wanted)];
            }
            Command::PreviewMade(preview) => self.previews.take(*preview),
            Command::PickExport(what, path) => return vec![Effect::PickExport(what, path)],
            Command::Export(what, path) => return vec![Effect::Export(what, path)],
            Command::Exported(Ok(files)) => {
                self.exporting = false;
                self.tell(notices::saved(&files), false);
            }
            Command::ViewRead(Err(why))
            | Command::Exported(Err(why))
            | Command::StarterWritten(Err(why)) => self.tell(why, true),
            Command::FollowLink(address) => return vec![Effect::FollowLink(address)],
            Command::CopyExport(what) => return vec![Effect::CopyExport(what)],
            Command::Copy(text, what) => {
                self.tell(notices::copied(what), false);
                return vec![Effect::Copy(text)];
            }
            Command::Tell { text, failed } => self.tell(text, failed),
        }
        Vec::new()
    }

    fn set_kind(&mut self, kind: Kind) {
        self.view.kind = kind;
        let chosen = std::mem::take(&mut self.view.comparison);
        self.view.comparison = chosen.for_kind(kind, &self.atlas);
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

    fn open(&mut self, paths: Vec<PathBuf>) -> Vec<Effect> {
        self.path_field = None;
        let (sheets, others): (Vec<_>, Vec<_>) = paths.into_iter().partition(|path| is_sheet(path));
        let (texts, others): (Vec<_>, Vec<_>) = others.into_iter().partition(|path| is_text(path));
        let mut effects = Vec::new();
        if !others.is_empty() {
            effects.push(Effect::Read(others));
        }
        if !sheets.is_empty() {
            effects.extend(self.add(Add::ReadSheets(sheets)));
        }
        // One text at a time is gone through.
        if let Some(text) = texts.into_iter().next() {
            effects.extend(self.add(Add::ReadRelease(ReleaseFrom::File(text))));
        }
        effects
    }

    pub(super) fn close_file(&mut self, path: Option<&Path>, name: &str) -> Vec<Effect> {
        self.files
            .retain(|file| file.path.as_deref() != path || file.name != name);
        self.put_together();
        self.leave_dataset(path);
        let recent = self.recent.iter().map(|one| one.path.clone());
        vec![Effect::LookFor(recent.collect())]
    }

    fn ask_path(&mut self, typed: String, goal: PathGoal) {
        self.path_field = Some(PathField { typed, goal });
    }

    pub(super) fn tell(&mut self, text: String, failed: bool) {
        self.notice = Some(Notice {
            text,
            failed,
            undo: None,
        });
    }

    fn show_export(&mut self) {
        self.exporting = true;
        self.previews = Previews::default();
        // The panel shows what became of saving, and nothing else.
        self.notice = None;
    }

    /// Closes what is topmost.
    fn dismiss(&mut self) {
        if self.exporting {
            self.exporting = false;
        } else if self.path_field.is_some() {
            self.path_field = None;
        } else if self.changes.shown {
            self.changes.shown = false;
        } else if self.adding.shown {
            self.close_adding();
        } else if self.drawer.is_some() {
            self.drawer = self.behind.pop();
        } else if self.panel_over {
            self.panel_over = false;
        } else if self.view.page == Page::Compare && self.view.chosen.is_some() {
            self.view.chosen = None;
        } else {
            self.notice = None;
        }
    }

    /// Opens something in the panel. On the Compare page a country or case opened is the one
    /// chosen.
    fn open_drawer(&mut self, drawer: Drawer) {
        if self.view.page == Page::Compare
            && let Some(chosen) = Chosen::by(&drawer)
        {
            self.view.chosen = Some(chosen);
        }
        let kind = drawer.kind();
        self.behind.extend(self.drawer.replace(drawer));
        // The way back is as long as there are kinds, however much was looked at.
        if let Some(same) = self.behind.iter().position(|one| one.kind() == kind) {
            self.behind.truncate(same);
        }
    }

    pub(super) fn close_panel(&mut self) {
        self.drawer = None;
        self.behind.clear();
        self.panel_over = false;
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
    use crate::query::measure::Measure;
    use crate::state::fixture::opened;
    use crate::state::{Arrangement, Tab, View};

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
        assert!(state.view.chosen.is_some(), "Togo stays chosen");
        state.apply(Command::Dismiss);
        assert_eq!(state.view.chosen, None);
    }

    #[test]
    fn what_is_opened_leads_back_the_way_it_was_reached() {
        let figure = |operation: &str| Drawer::Figure {
            operation: operation.to_owned(),
            metric: "arrests".to_owned(),
        };
        let source = Drawer::Source {
            source: "release".to_owned(),
        };
        let mut state = opened();
        for drawer in [figure("liberterra-2"), figure("liberterra-3"), source] {
            state.apply(Command::OpenDrawer(drawer));
        }
        state.apply(Command::Dismiss);
        assert_eq!(state.drawer, Some(figure("liberterra-3")));
        state.apply(Command::Dismiss);
        assert_eq!(state.drawer, None, "one figure took the other's place");
    }

    #[test]
    fn a_country_chosen_is_a_step_and_folding_is_none() {
        let mut state = opened();
        state.apply(Command::ShowTab(Tab::Countries));
        assert!(!state.can_undo());
        state.apply(Command::OpenDrawer(Drawer::Country {
            code: "TGO".to_owned(),
        }));
        let folded = Arrangement {
            choices_folded: true,
            ..state.view.arrangement
        };
        state.apply(Command::Arrange(folded));
        state.apply(Command::Undo);
        assert_eq!(state.view.chosen, None);
        assert_eq!(state.view.arrangement, folded, "what is folded stays so");
        assert!(!state.can_undo());
    }

    #[test]
    fn a_country_looked_up_on_another_page_is_not_chosen_on_this_one() {
        let mut state = opened();
        state.apply(Command::Show(Page::Countries));
        state.apply(Command::OpenDrawer(Drawer::Country {
            code: "TGO".to_owned(),
        }));
        assert_eq!(state.view.chosen, None);
    }

    #[test]
    fn a_view_survives_being_written_and_read() {
        let mut state = opened();
        state.apply(Command::SetMeasure(Measure::Share));
        assert_eq!(View::from_text(&state.view.to_text()), Ok(state.view));
    }
}
