//! Changing a dataset's file so that nothing is lost: only if it is still what was read, and with
//! what it was kept aside, so that the change can be taken back, also after a restart.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::read::read_bytes;
use super::write::{WriteError, make_folder, write_new, write_whole};
use crate::file::print;

/// So many earlier versions of a file are kept.
const KEPT: usize = 50;

/// What came of changing a file or taking a change back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rewritten {
    /// It is changed.
    Done,
    /// It is gone, as before its first change.
    Gone,
    /// It was left as it is, for it is no longer what was read or written: what is in it now.
    Changed(Vec<u8>),
    /// No change is known that could be taken back.
    NothingKept,
}

/// Where earlier versions are kept.
#[derive(Debug, Clone)]
pub struct Versions {
    folder: PathBuf,
}

impl Versions {
    /// Those of whoever runs the program; `None` where there is no place for them.
    pub fn of_user() -> Option<Self> {
        let folders = directories::ProjectDirs::from("org", "opatlas", "Opatlas")?;
        let state = folders.state_dir().unwrap_or(folders.data_local_dir());
        Some(Self::within(&state.join("versions")))
    }

    /// Those in a folder, which is made when it is needed.
    pub fn within(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
        }
    }

    /// Keeps what a file was before something new is written to it; gives what is too old by then.
    fn keep(&self, path: &Path, was: &[u8], new: &[u8]) -> Result<Vec<PathBuf>, WriteError> {
        let folder = self.of(path)?;
        make_folder(&folder)?;
        let kept = kept(&folder)?;
        let number = kept.last().map_or(0, |last| last.number) + 1;
        let name = format!("{number:08}-{:016x}.ron", print(new));
        write_new(&folder.join(name), was)?;
        let old = kept.into_iter().rev().skip(KEPT - 1);
        Ok(old.map(|old| old.path).collect())
    }

    /// Whether the change that made a file what it is can be taken back.
    pub fn can_take_back(&self, path: &Path, now: &[u8]) -> bool {
        let kept = self.of(path).and_then(|folder| kept(&folder));
        kept.is_ok_and(|kept| kept.iter().any(|one| one.became == print(now)))
    }

    /// Has a file be what it was before the last change, if nobody changed it since.
    pub fn take_back(&self, path: &Path) -> Result<Rewritten, WriteError> {
        let now = read_bytes(path).map_err(WriteError::System)?;
        let mut kept = kept(&self.of(path)?)?;
        let Some(at) = kept.iter().rposition(|kept| kept.became == print(&now)) else {
            return Ok(if kept.is_empty() {
                Rewritten::NothingKept
            } else {
                Rewritten::Changed(now)
            });
        };
        let last = kept.swap_remove(at);
        let before = read_bytes(&last.path).map_err(WriteError::System)?;
        if before.is_empty() {
            fs::remove_file(path)?;
            fs::remove_file(&last.path)?;
            return Ok(Rewritten::Gone);
        }
        write_whole(path, &before)?;
        fs::remove_file(&last.path)?;
        Ok(Rewritten::Done)
    }

    /// The earlier states that are kept of a file, the newest first: where each is, and when it was
    /// replaced.
    pub fn of_file(&self, path: &Path) -> Result<Vec<(PathBuf, Option<SystemTime>)>, WriteError> {
        let mut kept = kept(&self.of(path)?)?;
        // There is nothing to see of what was not there.
        let says = |kept: &Kept| fs::metadata(&kept.path).is_ok_and(|about| about.len() > 0);
        kept.retain(says);
        let kept = kept.into_iter().rev();
        let when = |path: &Path| fs::metadata(path).and_then(|about| about.modified()).ok();
        Ok(kept
            .map(|one| (one.path.clone(), when(&one.path)))
            .collect())
    }

    /// The folder with the versions of a file.
    fn of(&self, path: &Path) -> Result<PathBuf, WriteError> {
        let whole = fs::canonicalize(path)?;
        let name = format!("{:016x}", print(whole.as_os_str().as_encoded_bytes()));
        Ok(self.folder.join(name))
    }
}

/// Writes a file that is not there yet, and keeps that it was not where there is a place for that:
/// as an empty state, which no dataset is.
pub fn write_first(
    versions: Option<&Versions>,
    path: &Path,
    new: &[u8],
) -> Result<Rewritten, WriteError> {
    write_new(path, new)?;
    let old = versions.map(|versions| versions.keep(path, b"", new));
    for old in old.transpose()?.into_iter().flatten() {
        // One too many does no harm.
        let _gone = fs::remove_file(old);
    }
    Ok(Rewritten::Done)
}

/// Replaces what was read of a file by something new, if nobody changed it since, and keeps what it
/// was where there is a place for that.
pub fn rewrite(
    versions: Option<&Versions>,
    path: &Path,
    was: &[u8],
    new: &[u8],
) -> Result<Rewritten, WriteError> {
    let now = read_bytes(path).map_err(WriteError::System)?;
    if now != was {
        return Ok(Rewritten::Changed(now));
    }
    // Before anything is changed: should the program end here, what is kept names what never was.
    let old = versions.map(|versions| versions.keep(path, was, new));
    let old = old.transpose()?;
    write_whole(path, new)?;
    for old in old.into_iter().flatten() {
        // One too many does no harm.
        let _gone = fs::remove_file(old);
    }
    Ok(Rewritten::Done)
}

/// An earlier version of a file.
struct Kept {
    path: PathBuf,
    /// Its place in time.
    number: u64,
    /// The print of what the file became.
    became: u64,
}

/// What is kept in a folder, the oldest first.
fn kept(folder: &Path) -> Result<Vec<Kept>, WriteError> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error.into()),
    };
    let version = |path: PathBuf| {
        let name = path.file_name()?.to_str()?.strip_suffix(".ron")?;
        let (number, became) = name.split_once('-')?;
        Some(Kept {
            number: number.parse().ok()?,
            became: u64::from_str_radix(became, 16).ok()?,
            path,
        })
    };
    let entries = entries.flatten().map(|entry| entry.path());
    let mut kept: Vec<Kept> = entries.filter_map(version).collect();
    kept.sort_by_key(|one| one.number);
    Ok(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place() -> (tempfile::TempDir, PathBuf, Versions) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("mine.ron");
        fs::write(&path, "0").unwrap();
        let versions = Versions::within(&folder.path().join("state/versions"));
        (folder, path, versions)
    }

    #[test]
    fn whoever_has_no_place_for_earlier_versions_overwrites_nothing_that_changed_meanwhile() {
        let (_folder, path, _) = place();
        fs::write(&path, "by someone else").unwrap();
        let changed = Rewritten::Changed(b"by someone else".to_vec());
        assert_eq!(rewrite(None, &path, b"0", b"1").unwrap(), changed);
        let done = rewrite(None, &path, b"by someone else", b"1").unwrap();
        assert_eq!(done, Rewritten::Done);
        assert_eq!(fs::read(&path).unwrap(), b"1");
    }

    #[test]
    fn every_change_can_be_taken_back_one_after_the_other() {
        let (_folder, path, versions) = place();
        for number in 0..60_u8 {
            let (was, new) = (number.to_string(), (number + 1).to_string());
            let done = rewrite(Some(&versions), &path, was.as_bytes(), new.as_bytes());
            assert_eq!(done.unwrap(), Rewritten::Done);
        }
        for number in (10..60_u8).rev() {
            assert_eq!(versions.take_back(&path).unwrap(), Rewritten::Done);
            assert_eq!(fs::read_to_string(&path).unwrap(), number.to_string());
        }
        assert_eq!(versions.take_back(&path).unwrap(), Rewritten::NothingKept);
    }

    #[test]
    fn a_file_whose_first_change_is_taken_back_goes_unless_somebody_changed_it() {
        let (folder, _, versions) = place();
        let path = folder.path().join("new.ron");
        let write = || write_first(Some(&versions), &path, b"1").unwrap();
        assert_eq!(write(), Rewritten::Done);
        assert!(versions.can_take_back(&path, b"1"));
        assert_eq!(versions.of_file(&path).unwrap(), []);
        fs::write(&path, "by hand").unwrap();
        let changed = Rewritten::Changed(b"by hand".to_vec());
        assert_eq!(versions.take_back(&path).unwrap(), changed);
        fs::write(&path, "1").unwrap();
        assert_eq!(versions.take_back(&path).unwrap(), Rewritten::Gone);
        assert!(!path.exists());
        assert_eq!(write(), Rewritten::Done);
    }

    #[test]
    fn a_file_that_somebody_changed_meanwhile_stays_as_it_is() {
        let (_folder, path, versions) = place();
        let changed = Rewritten::Changed(b"0".to_vec());
        assert_eq!(
            rewrite(Some(&versions), &path, b"other", b"1").unwrap(),
            changed
        );
        assert_eq!(
            rewrite(Some(&versions), &path, b"0", b"1").unwrap(),
            Rewritten::Done
        );
        fs::write(&path, "by hand").unwrap();
        let changed = Rewritten::Changed(b"by hand".to_vec());
        assert_eq!(versions.take_back(&path).unwrap(), changed);
        assert_eq!(fs::read_to_string(&path).unwrap(), "by hand");
    }

    #[test]
    fn a_program_that_ended_before_it_wrote_leaves_nothing_to_take_back() {
        let (_folder, path, versions) = place();
        let folder = versions.of(&path).unwrap();
        make_folder(&folder).unwrap();
        fs::write(
            folder.join(format!("00000001-{:016x}.ron", print(b"never"))),
            "0",
        )
        .unwrap();
        assert_eq!(
            rewrite(Some(&versions), &path, b"0", b"1").unwrap(),
            Rewritten::Done
        );
        assert_eq!(versions.take_back(&path).unwrap(), Rewritten::Done);
        assert_eq!(fs::read_to_string(&path).unwrap(), "0");
    }
}
