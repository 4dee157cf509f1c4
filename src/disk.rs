//! The way to files: reading datasets and writing results, whole or not at all. The only room
//! beside `app` that touches the disk.

use std::io::{self, Write as _};
use std::path::Path;

use crate::file::{Reading, decode, read};

/// The bytes of a dataset's file.
pub fn read_bytes(path: &Path) -> io::Result<Vec<u8>> {
    std::fs::read(path)
}

/// Reads a dataset. A file that cannot be read is a problem like any other.
pub fn read_dataset(path: &Path) -> Reading {
    let name = path.display().to_string();
    match read_bytes(path) {
        Ok(bytes) => read(&name, &bytes),
        Err(error) => Reading::unreadable(&name, &error),
    }
}

/// The text of a dataset as places in its problems count it; empty where there is none.
pub fn dataset_text(path: &Path) -> String {
    let bytes = read_bytes(path).unwrap_or_default();
    decode(&bytes).into_owned()
}

/// Reads a small text: settings, a view.
pub fn read_text(path: &Path) -> io::Result<String> {
    std::fs::read_to_string(path)
}

/// Makes a folder, and those it lies in, unless they are there.
pub fn make_folder(path: &Path) -> io::Result<()> {
    std::fs::create_dir_all(path)
}

/// Writes a file so that at every moment there is either what was there before or all of what
/// is new.
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // A link stays a link: what it leads to is replaced.
    let path = &std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let file = temporary_beside(path, bytes)?;
    // What is replaced keeps its rights.
    if let Ok(before) = std::fs::metadata(path) {
        file.as_file().set_permissions(before.permissions())?;
    }
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// As [`write_whole`], but fails with [`io::ErrorKind::AlreadyExists`] where there is a file.
pub fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    temporary_beside(path, bytes)?
        .persist_noclobber(path)
        .map_err(|error| error.error)?;
    Ok(())
}

fn temporary_beside(path: &Path, bytes: &[u8]) -> io::Result<tempfile::NamedTempFile> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".opatlas-");
    // A temporary file is for its owner only; a result has the rights of any new file.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    // The temporary file's own name would only puzzle whoever reads the error.
    let mut file = builder
        .tempfile_in(folder)
        .map_err(|error| io::Error::from(error.kind()))?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
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
        assert_eq!(std::fs::read(&path).unwrap(), b"new");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_new_file_never_replaces_one() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        write_new(&path, b"first").unwrap();
        let again = write_new(&path, b"second").unwrap_err();
        assert_eq!(again.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(std::fs::read(&path).unwrap(), b"first");
    }

    #[test]
    fn a_folder_read_as_a_dataset_is_a_problem_not_a_crash() {
        let folder = tempfile::tempdir().unwrap();
        let reading = read_dataset(folder.path());
        assert!(reading.dataset.is_none());
        assert_eq!(reading.problems.len(), 1);
    }
}
