//! Writing files: whole or not at all, over what was there or beside it.

use std::fmt;
use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

use super::reasons::{IS_FOLDER, NO_ORDINARY_FILE, sentence};

/// Why a file was not written; what was there is still there.
#[derive(Debug)]
pub enum WriteError {
    /// There is a file already.
    Exists,
    /// The folder it should go to is not there.
    NoFolder(PathBuf),
    /// It is a folder.
    IsFolder,
    /// It is a pipe, a device or the like.
    NoOrdinaryFile,
    /// It may only be read.
    ReadOnly,
    /// Links lead to one another.
    LinksInCircles,
    /// The system could not.
    System(io::Error),
}

/// What the system says of writing alone, for the reasons one meets.
const OF_WRITING: &[(ErrorKind, &str)] = &[
    (ErrorKind::StorageFull, "the disk is full"),
    (
        ErrorKind::QuotaExceeded,
        "you may not fill more of the disk",
    ),
    (
        ErrorKind::PermissionDenied,
        "you have no permission to write there",
    ),
    (
        ErrorKind::ReadOnlyFilesystem,
        "nothing can be written to that disk",
    ),
];

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Exists => "the file is already there",
            Self::NoFolder(folder) => {
                return write!(f, "there is no folder {}", folder.display());
            }
            Self::IsFolder => IS_FOLDER,
            Self::NoOrdinaryFile => NO_ORDINARY_FILE,
            Self::ReadOnly => "the file there is read-only",
            Self::LinksInCircles => "its links lead round in a circle",
            Self::System(error) => match sentence(error.kind(), OF_WRITING) {
                Some(sentence) => sentence,
                None => return error.fmt(f),
            },
        })
    }
}

impl std::error::Error for WriteError {}

impl From<io::Error> for WriteError {
    fn from(error: io::Error) -> Self {
        Self::System(error)
    }
}

/// Whether a file is there and may only be read.
pub fn is_read_only(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|about| about.permissions().readonly())
}

/// Makes a folder, and those it lies in, unless they are there.
pub fn make_folder(path: &Path) -> Result<(), WriteError> {
    Ok(fs::create_dir_all(path)?)
}

/// Writes a file so that at every moment there is either what was there before or all of what
/// is new. A link stays a link: what it leads to is replaced.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let path = &behind_links(path)?;
    let before = match fs::metadata(path) {
        Ok(about) if about.is_dir() => return Err(WriteError::IsFolder),
        Ok(about) if !about.is_file() => return Err(WriteError::NoOrdinaryFile),
        Ok(about) if about.permissions().readonly() => return Err(WriteError::ReadOnly),
        Ok(about) => Some(about.permissions()),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(error.into()),
    };
    in_place(path, bytes, |file| {
        // What is replaced keeps its rights.
        if let Some(before) = &before {
            file.as_file().set_permissions(before.clone())?;
        }
        file.persist(path).map_err(|error| error.error)
    })
}

/// As [`write_whole`], but never over what is there, be it only a link.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    // Said before anything is written; who comes first in between is found out in the end.
    if fs::symlink_metadata(path).is_ok() {
        return Err(WriteError::Exists);
    }
    let written = in_place(path, bytes, |file| {
        file.persist_noclobber(path).map_err(|error| error.error)
    });
    match written {
        Err(WriteError::System(error)) if error.kind() == ErrorKind::AlreadyExists => {
            Err(WriteError::Exists)
        }
        written => written,
    }
}

/// Where a path leads once all links are followed, whether there is a file or not.
fn behind_links(path: &Path) -> Result<PathBuf, WriteError> {
    const MOST: usize = 40;
    let mut path = path.to_owned();
    for _ in 0..MOST {
        match fs::read_link(&path) {
            // A link counts from the folder it lies in.
            Ok(to) => path = folder_of(&path).join(to),
            // It is no link.
            Err(_) => return Ok(path),
        }
    }
    Err(WriteError::LinksInCircles)
}

/// Writes a file beside the path and has it put in its place.
fn in_place(
    path: &Path,
    bytes: &[u8],
    put: impl Fn(NamedTempFile) -> io::Result<File>,
) -> Result<(), WriteError> {
    let folder = folder_of(path);
    if !folder.exists() {
        return Err(WriteError::NoFolder(folder.to_owned()));
    }
    clear_left_over(folder);
    let put = || put(written_beside(folder, bytes)?);
    match put() {
        // Another program of ours began at the same moment and took ours for a left-over.
        Err(error) if error.kind() == ErrorKind::NotFound => put()?,
        done => done?,
    };
    Ok(())
}

fn folder_of(path: &Path) -> &Path {
    path.parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}

/// What the name of a file begins and ends with that is not in its place yet.
const UNFINISHED: (&str, &str) = (".opatlas-", ".part");

/// A file with these bytes, locked while it is not in its place.
fn written_beside(folder: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(UNFINISHED.0).suffix(UNFINISHED.1);
    // A temporary file is for its owner only; a result has the rights of any new file.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    // The temporary file's own name would only puzzle whoever reads an error.
    let unnamed = |error: io::Error| match error.raw_os_error() {
        Some(code) => io::Error::from_raw_os_error(code),
        None => io::Error::from(error.kind()),
    };
    let mut file = builder.tempfile_in(folder).map_err(unnamed)?;
    // Without locks a left-over of ours stays, and nothing else is lost.
    let _locked = file.as_file().try_lock();
    file.as_file_mut().write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
}

/// Removes what a program of ours left that was ended while it wrote. What another is writing
/// now is locked.
fn clear_left_over(folder: &Path) {
    let is_ours = |name: &str| name.starts_with(UNFINISHED.0) && name.ends_with(UNFINISHED.1);
    // A folder that cannot be listed, or a file that cannot be removed, hinders nobody.
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let ordinary = entry.file_type().is_ok_and(|kind| kind.is_file());
        if !ordinary || !entry.file_name().to_str().is_some_and(is_ours) {
            continue;
        }
        let free = File::open(entry.path())
            .is_ok_and(|file| !matches!(file.try_lock(), Err(TryLockError::WouldBlock)));
        if free {
            let _gone = fs::remove_file(entry.path());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_result_replaces_a_file_whole_and_leaves_nothing_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.svg");
        write_whole(&path, b"old").unwrap();
        write_whole(&path, b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_new_file_never_replaces_one() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        write_new(&path, b"first").unwrap();
        let again = write_new(&path, b"second").unwrap_err();
        assert!(matches!(again, WriteError::Exists));
        assert_eq!(fs::read(&path).unwrap(), b"first");
    }

    #[test]
    fn a_folder_that_is_not_there_is_called_that() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("away/a.svg");
        let why = write_whole(&path, b"new").unwrap_err().to_string();
        assert!(
            why.starts_with("there is no folder") && why.ends_with("away"),
            "{why}"
        );
        let why = write_whole(folder.path(), b"new").unwrap_err();
        assert!(matches!(why, WriteError::IsFolder));
    }

    #[test]
    fn what_may_only_be_read_is_not_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.svg");
        fs::write(&path, b"old").unwrap();
        let mut rights = fs::metadata(&path).unwrap().permissions();
        rights.set_readonly(true);
        fs::set_permissions(&path, rights).unwrap();
        let why = write_whole(&path, b"new").unwrap_err();
        assert!(matches!(why, WriteError::ReadOnly));
        assert_eq!(fs::read(&path).unwrap(), b"old");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_an_ended_program_left_is_cleared_and_what_another_writes_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let name = |name: &str| folder.path().join(format!(".opatlas-{name}"));
        for left in ["left.part", "notes"] {
            fs::write(name(left), b"half").unwrap();
        }
        let busy = File::create(name("busy.part")).unwrap();
        busy.lock().unwrap();
        write_whole(&folder.path().join("a.svg"), b"new").unwrap();
        assert!(!name("left.part").exists());
        assert!(name("notes").exists() && name("busy.part").exists());
    }

    #[cfg(unix)]
    #[test]
    fn links_stay_links_and_what_they_lead_to_is_replaced() {
        use std::os::unix::fs::symlink;
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("deep")).unwrap();
        symlink("deep/second", at("first")).unwrap();
        symlink("../goal", at("deep/second")).unwrap();
        for bytes in [b"old", b"new"] {
            write_whole(&at("first"), bytes).unwrap();
            assert_eq!(fs::read(at("goal")).unwrap(), bytes);
            assert!(at("first").is_symlink() && at("deep/second").is_symlink());
        }
        symlink("ring", at("ring")).unwrap();
        assert!(write_whole(&at("ring"), b"new").is_err());
        assert!(matches!(
            write_new(&at("first"), b"x"),
            Err(WriteError::Exists)
        ));
    }

    #[cfg(unix)]
    #[test]
    fn a_device_is_not_replaced_by_a_file() {
        let why = write_whole(Path::new("/dev/null"), b"new").unwrap_err();
        assert!(matches!(why, WriteError::NoOrdinaryFile));
    }
}
