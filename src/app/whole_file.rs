//! Writing files whole or not at all: beside the place they go, then into it in one step.

use std::io::{self, Write as _};
use std::path::Path;

/// Writes a file whole or not at all. An existing file is replaced only once the new one is
/// complete; through a link, it is the file linked to.
///
/// # Errors
/// When the folder is missing or cannot be written to, or the disk is full.
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let path = if path.is_symlink() {
        path.canonicalize()?
    } else {
        std::path::absolute(path)?
    };
    let folder = path
        .parent()
        .ok_or_else(|| io::Error::other("it is not a file's path"))?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(".opatlas-");
    // A file made this way is its owner's alone; what people export is as public as they set.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(&path).map_err(|failed| failed.error)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_existing_file_is_replaced_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.svg");
        std::fs::write(&path, "old and longer").unwrap();
        write_whole(&path, b"new").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"new");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_write_that_fails_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let taken = folder.path().join("a folder");
        std::fs::create_dir(&taken).unwrap();
        assert!(write_whole(&taken, b"new").is_err());
        assert!(write_whole(&folder.path().join("missing/a.svg"), b"new").is_err());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
