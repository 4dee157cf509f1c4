//! What is kept between runs: colours, window size, view. One RON file in the user's settings
//! folder.

use std::path::{Path, PathBuf};

use ron::ser::PrettyConfig;
use serde::{Deserialize, Serialize};

use crate::disk::{make_folder, read_text, write_whole};
use crate::state::{Theme, View};

/// What is kept between runs.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Settings {
    /// The window's colours.
    pub(super) theme: Theme,
    /// The window's width and height in points, if it was ever open.
    pub(super) window: Option<(f32, f32)>,
    /// What was chosen on screen.
    pub(super) view: View,
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
    fn at(path: PathBuf) -> Self {
        Self { path: Some(path) }
    }

    /// The settings kept, and a sentence if they were there but could not be used. A broken
    /// file is kept aside, so that whoever wrote in it by hand loses nothing.
    pub(super) fn load(&self) -> (Settings, Option<String>) {
        let Some(path) = &self.path else {
            return Default::default();
        };
        let why = match read_text(path) {
            Ok(text) => match ron::from_str::<Settings>(&text) {
                Ok(settings) => return (settings.sane(), None),
                Err(error) => error.to_string(),
            },
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Default::default();
            }
            Err(error) => error.to_string(),
        };
        (Settings::default(), Some(set_aside(path, &why)))
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
        write().map_err(|why| format!("The settings were not saved: {why}; {}", path.display()))
    }
}

impl Settings {
    /// Without a window size that no screen has.
    fn sane(mut self) -> Self {
        let possible = |size: f32| (100.0..=20_000.0).contains(&size);
        self.window = self
            .window
            .filter(|(width, height)| possible(*width) && possible(*height));
        self
    }
}

/// Moves a broken file aside and says so.
fn set_aside(path: &Path, why: &str) -> String {
    let aside = path.with_extension("ron.broken");
    match std::fs::rename(path, &aside) {
        Ok(()) => format!(
            "The settings could not be read ({why}) and are kept aside: {}",
            aside.display()
        ),
        Err(_) => format!("The settings could not be read: {why}; {}", path.display()),
    }
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
            window: Some((1024.0, 700.5)),
            ..Settings::default()
        };
        settings.view.page = Page::Cases;
        settings.view.cases.typed = "Mali “pyramid”".to_owned();
        file.save(&settings).unwrap();
        assert_eq!(file.load(), (settings, None));
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
        assert_eq!(file.load(), (Settings::default(), None));
    }

    #[test]
    fn a_window_size_no_screen_has_is_forgotten() {
        let folder = tempfile::tempdir().unwrap();
        let file = SettingsFile::at(folder.path().join("settings.ron"));
        for size in [(0.0, 700.0), (f32::NAN, 700.0), (1e9, 1e9)] {
            file.save(&Settings {
                window: Some(size),
                ..Settings::default()
            })
            .unwrap();
            assert_eq!(file.load().0.window, None);
        }
    }
}
