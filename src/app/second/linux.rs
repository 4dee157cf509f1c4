//! The door on Linux: a socket in a folder that only this user may enter, one for each display.

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::PermissionsExt as _;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};

use super::said::{self, PATIENCE};
use crate::app::mailbox::{Answer, Mailbox};

/// Where second starts are awaited.
#[derive(Debug)]
pub(super) struct Listener(UnixListener, PathBuf);

/// Where the socket lies for this user and display; `None` without a folder of their own.
fn place() -> Option<PathBuf> {
    let display = ["WAYLAND_DISPLAY", "DISPLAY"];
    let display = display.iter().find_map(std::env::var_os)?;
    let folder = PathBuf::from(std::env::var_os("XDG_RUNTIME_DIR")?);
    place_in(&folder, &display.to_string_lossy())
}

/// Nobody else may enter the folder, so nobody else can have files opened.
fn place_in(folder: &Path, display: &str) -> Option<PathBuf> {
    let mode = std::fs::metadata(folder).ok()?.permissions().mode();
    let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    let display: String = display.chars().map(plain).collect();
    (mode.trailing_zeros() >= 6).then(|| folder.join(format!("opatlas-{display}.socket")))
}

pub(super) fn hand_over(paths: &[PathBuf]) -> Option<()> {
    hand_over_at(&place()?, paths)
}

fn hand_over_at(at: &Path, paths: &[PathBuf]) -> Option<()> {
    let stream = UnixStream::connect(at).ok()?;
    stream.set_read_timeout(Some(PATIENCE)).ok()?;
    stream.set_write_timeout(Some(PATIENCE)).ok()?;
    let paths = paths
        .iter()
        .filter_map(|path| std::path::absolute(path).ok());
    let paths: Vec<_> = paths
        .map(|path| path.as_os_str().as_bytes().to_vec())
        .collect();
    said::give(stream, &paths)
}

pub(super) fn listener() -> Option<Listener> {
    listener_at(place()?)
}

fn listener_at(at: PathBuf) -> Option<Listener> {
    // What a killed program left answers nobody.
    let _gone = std::fs::remove_file(&at);
    Some(Listener(UnixListener::bind(&at).ok()?, at))
}

impl Listener {
    /// Has a thread give the window what is handed over.
    pub(super) fn serve(&self, mailbox: &Mailbox) {
        let Ok(listener) = self.0.try_clone() else {
            return;
        };
        mailbox.on_thread("second start", move |mailbox| {
            for stream in listener.incoming().flatten() {
                if let Some(paths) = taken(stream) {
                    mailbox.send(Answer::SecondStart(paths));
                }
            }
        });
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _gone = std::fs::remove_file(&self.1);
    }
}

fn taken(stream: UnixStream) -> Option<Vec<PathBuf>> {
    stream.set_read_timeout(Some(PATIENCE)).ok()?;
    let paths = said::take(stream)?.into_iter();
    let paths = paths.map(|path| PathBuf::from(OsStr::from_bytes(&path)));
    Some(paths.collect())
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use eframe::egui::Context;

    use super::*;

    #[test]
    fn no_other_user_can_have_files_opened() {
        let folder = tempfile::tempdir().unwrap();
        for (mode, refused) in [(0o700, false), (0o710, true), (0o701, true), (0o777, true)] {
            let mode = std::fs::Permissions::from_mode(mode);
            std::fs::set_permissions(folder.path(), mode).unwrap();
            assert_eq!(place_in(folder.path(), ":0").is_none(), refused);
        }
    }

    #[test]
    fn a_second_start_hands_its_files_to_the_first_and_what_was_killed_stands_in_nobodys_way() {
        let folder = tempfile::tempdir().unwrap();
        let at = folder.path().join("opatlas.socket");
        drop(UnixListener::bind(&at).unwrap());
        assert!(hand_over_at(&at, &[]).is_none());
        let first = listener_at(at.clone()).unwrap();
        let (mailbox, inbox) = Mailbox::new(Context::default());
        first.serve(&mailbox);
        let all = ["/data/Fälle & co #1 100%/a\nb.ron", "/data/c.ron"].map(PathBuf::from);
        for files in [&all[..], &all[..1], &[]] {
            assert!(hand_over_at(&at, files).is_some());
            match inbox.recv_timeout(Duration::from_secs(5)) {
                Ok(Answer::SecondStart(paths)) => assert_eq!(paths, files),
                other => panic!("{other:?}"),
            }
        }
        drop(first);
        assert!(!at.exists(), "the door is gone with the window");
    }
}
