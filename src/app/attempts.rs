//! Ways to draw in which the program ended before its first picture, as it does in a broken driver:
//! nobody can say anything then, so after two such starts another way is tried first.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::crash::state_folder;
use super::graphics::Way;
use crate::disk::make_folder;
use crate::words::DrawnBy;

/// How often a way must have ended the program. Once may be someone in a hurry.
const TOO_OFTEN: usize = 2;
/// From then on a driver may have been mended.
const FORGOTTEN: Duration = Duration::from_hours(7 * 24);

/// Ways that were begun and of whose end nothing is known, a line each.
#[derive(Debug, Clone)]
pub(super) struct Attempts {
    /// `None` when the user has no folder for it: nothing is known then.
    file: Option<PathBuf>,
}

impl Attempts {
    /// Those of the user.
    pub(super) fn of_the_user() -> Self {
        Self {
            file: state_folder().map(|folder| folder.join("attempts")),
        }
    }

    /// Ways to draw, with those last that ended the program.
    pub(super) fn order(&self, mut ways: Vec<Way>) -> Vec<Way> {
        let begun = self.begun();
        let ended = |way: &Way| {
            begun
                .iter()
                .filter(|name| **name == key(way.drawn_by))
                .count()
                >= TOO_OFTEN
        };
        ways.sort_by_key(ended);
        ways
    }

    /// Takes note that a way is tried now.
    pub(super) fn begin(&self, way: DrawnBy) {
        let mut begun = self.begun();
        begun.push(key(way));
        self.note(&begun);
    }

    /// Takes note that a way has drawn, or said why it cannot.
    pub(super) fn answered(&self, way: DrawnBy) {
        let mut begun = self.begun();
        begun.retain(|name| *name != key(way));
        self.note(&begun);
    }

    fn begun(&self) -> Vec<String> {
        let known = |file: &Path| {
            let age = SystemTime::now().duration_since(fs::metadata(file).ok()?.modified().ok()?);
            let text = fs::read_to_string(file).ok()?;
            age.is_ok_and(|age| age < FORGOTTEN)
                .then(|| text.lines().map(str::to_owned).collect())
        };
        self.file.as_deref().and_then(known).unwrap_or_default()
    }

    /// Where it cannot be noted, every way is tried in order as ever.
    fn note(&self, begun: &[String]) {
        let Some(file) = &self.file else {
            return;
        };
        if begun.is_empty() {
            let _gone = fs::remove_file(file);
        } else if let Some(folder) = file.parent() {
            // In a hurry, and no loss: not as what people wrote is kept.
            let text = begun.join("\n");
            let _noted = make_folder(folder).is_ok_and(|()| fs::write(file, text).is_ok());
        }
    }
}

/// How a way is written down.
fn key(way: DrawnBy) -> String {
    format!("{way:?}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_driver_that_ended_the_program_twice_is_tried_last_until_it_draws() {
        let folder = tempfile::tempdir().unwrap();
        let attempts = Attempts {
            file: Some(folder.path().join("deep/attempts")),
        };
        let first = || attempts.order(Way::all())[0].drawn_by;
        let usual = Way::all()[0].drawn_by;
        for _ in 0..TOO_OFTEN {
            assert_eq!(first(), usual);
            attempts.begin(usual);
        }
        assert_ne!(first(), usual);
        attempts.begin(first());
        attempts.answered(first());
        assert_ne!(first(), usual, "another way says nothing about it");
        attempts.answered(usual);
        assert_eq!(first(), usual);
        assert!(!folder.path().join("deep/attempts").exists());
    }
}
