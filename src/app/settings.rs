//! What is kept between runs: colours, the window's place, the view, what was open. One RON file
//! in the user's settings folder.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use ron::ser::PrettyConfig;
use serde::{Deserialize, Serialize};

use super::exports::Exports;
use super::place::Place;
use super::settings_parts::without_part;
use crate::disk::{WriteError, make_folder, read_text, write_new, write_whole};
use crate::state::{Hint, State, Theme, View};
use crate::ui::Draft;
use crate::words::window::outside as words;

/// What is kept between runs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Settings {
    /// The window's colours.
    pub(super) theme: Theme,
    /// Where the window was.
    pub(super) place: Place,
    /// What was chosen on screen.
    pub(super) view: View,
    /// Whether any of the built-in datasets was open.
    pub(super) embedded: bool,
    /// Where the files lie that were open, in the order opened.
    pub(super) open: Vec<String>,
    /// Where files lie that were open lately, the last first.
    pub(super) recent: Vec<String>,
    /// The hint for newcomers.
    pub(super) hint: Hint,
    /// How and where things were saved.
    pub(super) exports: Exports,
    /// Whether a fault ended the run before, and this one has not ended well yet.
    pub(super) fault: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Theme::default(),
            place: Place::default(),
            view: View::default(),
            embedded: true,
            open: Vec::new(),
            recent: Vec::new(),
            hint: Hint::default(),
            exports: Exports::default(),
            fault: false,
        }
    }
}

/// Where the settings are kept.
#[derive(Debug, Clone)]
pub(super) struct SettingsFile {
    /// `None` when the user has no settings folder: nothing is kept then.
    path: Option<PathBuf>,
}

impl SettingsFile {
    /// The file in the user's settings folder.
    pub(super) fn of_the_user() -> Self {
        let folders = directories::ProjectDirs::from("org", "opatlas", "Opatlas");
        Self {
            path: folders.map(|folders| folders.config_dir().join("settings.ron")),
        }
    }

    /// A file at a path.
    #[cfg(test)]
    pub(super) fn at(path: PathBuf) -> Self {
        Self { path: Some(path) }
    }

    /// The settings kept, and a sentence if not all of them could be used. What another version
    /// wrote is used as far as it is understood; the file as it was is kept aside, so that
    /// whoever wrote in it loses nothing.
    pub(super) fn load(&self) -> (Settings, Option<String>) {
        let Some(path) = &self.path else {
            return Default::default();
        };
        let text = match read_text(path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Default::default(),
            Err(error) => {
                let told = words::settings_not_read(error, path);
                return (Settings::default(), Some(told));
            }
        };
        let (settings, not_understood) = understood(&text);
        let told = not_understood.map(|why| set_aside(path, &text, &why));
        (settings.sane(), told)
    }

    /// Keeps settings; a sentence if that failed.
    pub(super) fn save(&self, settings: &Settings) -> Result<(), String> {
        let Some(path) = &self.path else {
            return Ok(());
        };
        let write = || -> Result<(), String> {
            let text = ron::ser::to_string_pretty(settings, PrettyConfig::default())
                .map_err(|error| error.to_string())?;
            let folder = path.parent().unwrap_or(Path::new("."));
            make_folder(folder).map_err(|error| error.to_string())?;
            write_whole(path, text.as_bytes()).map_err(|error| error.to_string())
        };
        write().map_err(|why| words::settings_not_saved(why, path))
    }
}

impl Settings {
    /// What is worth keeping of a state and its window. While files are still being read, what is
    /// open is what was to be opened.
    pub(super) fn of(state: &State, draft: &Draft, place: Place, before: &Self) -> Self {
        // What is no text cannot be written as one.
        let text = |path: &Path| Some(path.to_str()?.to_owned());
        let open = state.files.iter().filter_map(|file| file.path.as_deref());
        let recent = state.recent.iter();
        let all_read = state.reading.is_empty();
        Self {
            theme: state.theme,
            place,
            view: state.view.clone(),
            embedded: state.has_embedded(),
            open: if all_read {
                open.filter_map(text).collect()
            } else {
                before.open.clone()
            },
            recent: recent.filter_map(|one| text(&one.path)).collect(),
            hint: state.hint,
            exports: Exports::of(draft),
            fault: before.fault,
        }
    }

    /// As they are used after a run that a fault ended, if one did: as they are, so that nothing
    /// is lost, but after two in a row without what may have led to it.
    pub(super) fn after(self, fault: bool) -> Self {
        if fault && self.fault {
            return Self {
                view: View::default(),
                embedded: true,
                open: Vec::new(),
                ..self
            };
        }
        Self { fault, ..self }
    }

    /// Without a place that no screen has.
    fn sane(self) -> Self {
        Self {
            place: self.place.sane(),
            ..self
        }
    }
}

/// What is understood of settings, and what first was not.
fn understood(text: &str) -> (Settings, Option<String>) {
    let mut text = text.to_owned();
    let mut not_understood = None;
    loop {
        let error = match ron::from_str::<Settings>(&text) {
            Ok(settings) => return (settings, not_understood),
            Err(error) => error,
        };
        not_understood.get_or_insert_with(|| error.to_string());
        let place = error.span.start;
        match without_part(&text, place.line, place.col) {
            Some(rest) => text = rest,
            None => return (Settings::default(), not_understood),
        }
    }
}

/// Keeps settings aside as they were, beside what was kept aside before, and says so.
fn set_aside(path: &Path, text: &str, why: &str) -> String {
    const MOST: usize = 100;
    for nth in 1..MOST {
        let ending = match nth {
            1 => "ron.broken".to_owned(),
            _ => format!("ron.broken-{nth}"),
        };
        let aside = path.with_extension(ending);
        match write_new(&aside, text.as_bytes()) {
            Ok(()) => {}
            Err(WriteError::Exists) if read_text(&aside).is_ok_and(|kept| kept == text) => {}
            Err(WriteError::Exists) => continue,
            Err(_) => break,
        }
        return words::settings_set_aside(why, &aside);
    }
    words::settings_not_used(why, path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::Page;

    #[test]
    fn settings_come_back_as_they_were_kept() {
        let folder = tempfile::tempdir().unwrap();
        let file = SettingsFile::at(folder.path().join("deep/settings.ron"));
        assert_eq!(file.load(), (Settings::default(), None));
        let mut settings = Settings {
            theme: Theme::Dark,
            open: vec!["/data/a b.ron".to_owned()],
            ..Settings::default()
        };
        settings.view.page = Page::Cases;
        settings.view.cases.typed = "Mali “pyramid”".to_owned();
        file.save(&settings).unwrap();
        assert_eq!(file.load(), (settings, None));
    }

    #[test]
    fn after_one_fault_everything_is_opened_again_and_after_a_second_nothing_that_may_have_led_to_it()
     {
        let mut settings = Settings {
            open: vec!["/data/mine.ron".to_owned()],
            recent: vec!["/data/mine.ron".to_owned()],
            embedded: false,
            ..Settings::default()
        };
        settings.view.page = Page::Cases;
        assert_eq!(settings.clone().after(false), settings);
        let once = settings.clone().after(true);
        assert_eq!((&once.view, &once.open), (&settings.view, &settings.open));
        assert_eq!(once.clone().after(false), settings);
        let twice = once.after(true);
        let afresh = Settings {
            recent: settings.recent,
            fault: true,
            ..Settings::default()
        };
        assert_eq!(twice, afresh);
    }

    #[test]
    fn broken_settings_are_kept_aside_and_told() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.ron");
        std::fs::write(&path, "(theme: Purple").unwrap();
        let file = SettingsFile::at(path.clone());
        let (settings, told) = file.load();
        assert_eq!(settings, Settings::default());
        assert!(told.unwrap().contains("settings.ron.broken"));
        let aside = folder.path().join("settings.ron.broken");
        assert_eq!(std::fs::read_to_string(aside).unwrap(), "(theme: Purple");
        file.save(&settings).unwrap();
        assert_eq!(file.load(), (Settings::default(), None));
    }

    #[test]
    fn what_was_kept_aside_before_is_never_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.ron");
        let file = SettingsFile::at(path.clone());
        for text in ["(first", "(second", "(second"] {
            std::fs::write(&path, text).unwrap();
            assert!(file.load().1.unwrap().contains("kept aside"));
        }
        let kept = |name: &str| std::fs::read_to_string(folder.path().join(name)).unwrap();
        assert_eq!(kept("settings.ron.broken"), "(first");
        assert_eq!(kept("settings.ron.broken-2"), "(second");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 3);
    }

    #[test]
    fn what_a_newer_version_wrote_is_used_where_it_is_understood() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.ron");
        let mut wanted = Settings {
            theme: Theme::Dark,
            ..Settings::default()
        };
        wanted.view.comparison.operations = vec!["turquesa-5".to_owned()];
        wanted.view.title = Some("A (title, with \"signs\"".to_owned());
        let file = SettingsFile::at(path.clone());
        file.save(&wanted).unwrap();
        let text = std::fs::read_to_string(&path).unwrap();
        for (from, to) in [
            ("page: Compare,", "page: Map(centre: \"a, (b\"),"),
            (
                "pinned: [],",
                "pinned: [], globe: (turn: [1, 2], tilt: Some(3)),",
            ),
            ("kind: Bars,", "kind: Flow,"),
            ("maximised: false,", "maximised: \"left\","),
            ("zoom: None,", "zoom: Some((y: None)),"),
        ] {
            let newer = text.replacen(from, to, 1);
            assert_ne!(newer, text, "{from} is written");
            std::fs::write(&path, newer).unwrap();
            let (settings, told) = file.load();
            assert_eq!(settings, wanted, "{to}");
            assert!(told.is_some(), "{to}");
        }
    }

    #[test]
    fn any_text_at_all_can_stand_where_settings_were() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.ron");
        let file = SettingsFile::at(path.clone());
        file.save(&Settings::default()).unwrap();
        let text = std::fs::read_to_string(&path).unwrap();
        for end in 0..text.len() {
            let _cut = understood(&text[..end]);
            let _without = understood(&format!("{}{}", &text[..end], &text[end + 1..]));
        }
    }
}
