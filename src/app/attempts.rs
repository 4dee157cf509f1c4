//! What earlier starts teach about the ways to draw. In a broken driver the program ends before its
//! first picture, and nobody can say anything: after two such starts another way is tried first. And
//! a way that drew where those before it could not is tried first from then on.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::crash::state_folder;
use super::graphics::Way;
use crate::disk::make_folder;
use crate::words::DrawnBy;

/// How often a way must have ended the program. Once may be someone in a hurry.
const TOO_OFTEN: usize = 2;
/// From then on a driver may have been mended.
const FORGOTTEN: Duration = Duration::from_hours(7 * 24);

/// What stands before a way that drew after others had failed, and before the day of that.
const DREW: &str = "drew ";

/// Ways that were begun and of whose end nothing is known, and the one that drew after others had
/// failed, a line each.
#[derive(Debug, Clone)]
pub(super) struct Attempts {
    /// `None` when the user has no folder for it: nothing is known then.
    file: Option<PathBuf>,
    /// Whether other ways have failed in this start.
    others_failed: bool,
}

impl Attempts {
    /// Those of the user.
    pub(super) fn of_the_user() -> Self {
        Self {
            file: state_folder().map(|folder| folder.join("attempts")),
            others_failed: false,
        }
    }

    /// Ways to draw: first the one that drew where others could not, last those that ended the
    /// program.
    pub(super) fn order(&self, mut ways: Vec<Way>) -> Vec<Way> {
        let known = self.known();
        let drew = |name: &String| known.iter().any(|line| drew(line) == Some(name));
        ways.sort_by_key(|way| (self.ended(way.drawn_by), !drew(&key(way.drawn_by))));
        ways
    }

    /// Whether a way has ended the program so often that it is told instead of tried.
    pub(super) fn ended(&self, way: DrawnBy) -> bool {
        let name = key(way);
        self.known().iter().filter(|line| **line == name).count() >= TOO_OFTEN
    }

    /// Takes note that it was told of a way that it ended the program: the next start tries it once
    /// more.
    pub(super) fn told(&self, way: DrawnBy) {
        let mut known = self.known();
        known.retain(|line| *line != key(way));
        known.extend(vec![key(way); TOO_OFTEN - 1]);
        self.note(&known);
    }

    /// Takes note that a way is tried now, after others have failed or not.
    pub(super) fn begin(&mut self, way: DrawnBy, others_failed: bool) {
        self.others_failed = others_failed;
        let mut known = self.known();
        known.push(key(way));
        self.note(&known);
    }

    /// Takes note that a way has drawn, or said why it cannot.
    pub(super) fn answered(&self, way: DrawnBy) {
        let mut known = self.known();
        known.retain(|line| *line != key(way));
        self.note(&known);
    }

    /// Takes note that a way has drawn.
    pub(super) fn drew(&self, way: DrawnBy) {
        let mut known = self.known();
        known.retain(|line| *line != key(way) && !(self.others_failed && line.starts_with(DREW)));
        if self.others_failed {
            known.push(format!("{DREW}{} {}", today(), key(way)));
        }
        self.note(&known);
    }

    /// What the file says, but for what is long ago: a driver may have been mended since.
    fn known(&self) -> Vec<String> {
        let read = |file: &Path| {
            let age = SystemTime::now().duration_since(fs::metadata(file).ok()?.modified().ok()?);
            let text = fs::read_to_string(file).ok()?;
            let lines = text.lines().map(str::to_owned);
            age.is_ok_and(|age| age < FORGOTTEN)
                .then(|| lines.collect())
        };
        let mut known: Vec<String> = self.file.as_deref().and_then(read).unwrap_or_default();
        known.retain(|line| !line.starts_with(DREW) || drew(line).is_some());
        known
    }

    /// Where it cannot be noted, every way is tried in order as ever.
    fn note(&self, known: &[String]) {
        let Some(file) = &self.file else {
            return;
        };
        if known.is_empty() {
            let _gone = fs::remove_file(file);
        } else if let Some(folder) = file.parent() {
            // In a hurry, and no loss: not as what people wrote is kept.
            let text = known.join("\n");
            let _noted = make_folder(folder).is_ok_and(|()| fs::write(file, text).is_ok());
        }
    }
}

/// How a way is written down.
fn key(way: DrawnBy) -> String {
    format!("{way:?}")
}

/// The way that a line says has drawn where others could not; `None` where that is long ago, or the
/// line says something else.
fn drew(line: &str) -> Option<&str> {
    let (day, name) = line.strip_prefix(DREW)?.split_once(' ')?;
    let age = today().checked_sub(day.parse().ok()?)?;
    (age * DAY < FORGOTTEN.as_secs()).then_some(name)
}

const DAY: u64 = 24 * 60 * 60;

/// Which day it is, counted from 1970.
fn today() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| since.as_secs() / DAY)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn attempts(folder: &tempfile::TempDir) -> Attempts {
        Attempts {
            file: Some(folder.path().join("deep/attempts")),
            others_failed: false,
        }
    }

    fn first(attempts: &Attempts) -> DrawnBy {
        attempts.order(Way::all())[0].drawn_by
    }

    #[test]
    fn a_driver_that_ended_the_program_twice_is_tried_last_until_it_draws() {
        let folder = tempfile::tempdir().unwrap();
        let mut attempts = attempts(&folder);
        let usual = Way::all()[0].drawn_by;
        for _ in 0..TOO_OFTEN {
            assert_eq!(first(&attempts), usual);
            attempts.begin(usual, false);
        }
        let other = first(&attempts);
        assert_ne!(other, usual);
        attempts.begin(other, false);
        attempts.drew(other);
        assert_eq!(first(&attempts), other, "another way says nothing about it");
        attempts.drew(usual);
        assert_eq!(first(&attempts), usual);
        assert!(!folder.path().join("deep/attempts").exists());
    }

    #[test]
    fn a_driver_that_ended_the_program_is_told_of_and_tried_again_by_the_next_start() {
        let folder = tempfile::tempdir().unwrap();
        let mut attempts = attempts(&folder);
        let usual = Way::all()[0].drawn_by;
        for _ in 0..3 {
            while !attempts.ended(usual) {
                attempts.begin(usual, false);
            }
            attempts.told(usual);
            assert!(!attempts.ended(usual));
        }
    }

    #[test]
    fn a_way_that_drew_where_others_could_not_is_tried_first_for_some_days() {
        let folder = tempfile::tempdir().unwrap();
        let mut attempts = attempts(&folder);
        let [usual, other] = [0, 1].map(|place| Way::all()[place].drawn_by);
        attempts.begin(usual, false);
        attempts.answered(usual);
        assert_eq!(first(&attempts), usual);
        attempts.begin(other, true);
        attempts.drew(other);
        for _ in 0..2 {
            assert_eq!(first(&attempts), other);
            attempts.begin(other, false);
            attempts.drew(other);
        }
        for _ in 0..TOO_OFTEN {
            attempts.begin(other, false);
        }
        assert_eq!(first(&attempts), usual, "unless it ends the program");
        let long_ago = format!("{DREW}{} {}", today() - 8, key(other));
        attempts.note(&[long_ago]);
        assert_eq!(first(&attempts), usual, "a driver may have been mended");
    }
}
