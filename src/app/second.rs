//! A second start while the program runs: it hands the files over and ends, and the running
//! window opens them. Over a socket in a folder that only this user may enter, one for each
//! display. On systems without one, a second start opens a window of its own.

use std::path::PathBuf;

use super::mailbox::Mailbox;

/// The place where second starts are awaited, once this is the first.
#[derive(Debug, Default)]
pub(super) struct Door {
    #[cfg(target_os = "linux")]
    socket: Option<(std::os::unix::net::UnixListener, PathBuf)>,
}

impl Door {
    /// Hands the files to a window that is open already: `None` if that was done.
    #[cfg(target_os = "linux")]
    pub(super) fn or_hand_over(paths: &[PathBuf]) -> Option<Self> {
        match linux::place() {
            Some(at) => linux::or_hand_over(paths, at),
            None => Some(Self::default()),
        }
    }

    /// Nobody else can be told here.
    #[cfg(not(target_os = "linux"))]
    pub(super) fn or_hand_over(_: &[PathBuf]) -> Option<Self> {
        Some(Self::default())
    }

    /// Has the window open what second starts hand over.
    #[cfg(target_os = "linux")]
    pub(super) fn await_others(&self, mailbox: &Mailbox) {
        let listener = self.socket.as_ref();
        if let Some(listener) = listener.and_then(|(one, _)| one.try_clone().ok()) {
            mailbox.on_thread("second start", move |mailbox| {
                linux::serve(&listener, mailbox);
            });
        }
    }

    /// Nobody hands over anything here.
    #[cfg(not(target_os = "linux"))]
    pub(super) fn await_others(&self, _: &Mailbox) {}
}

#[cfg(target_os = "linux")]
impl Drop for Door {
    fn drop(&mut self) {
        if let Some((_, path)) = &self.socket {
            let _gone = std::fs::remove_file(path);
        }
    }
}

#[cfg(target_os = "linux")]
mod linux {
    use std::ffi::OsStr;
    use std::io::{Read as _, Write as _};
    use std::net::Shutdown;
    use std::os::unix::ffi::OsStrExt as _;
    use std::os::unix::fs::PermissionsExt as _;
    use std::os::unix::net::{UnixListener, UnixStream};
    use std::path::{Path, PathBuf};
    use std::time::Duration;

    use super::Door;
    use crate::app::mailbox::{Answer, Mailbox};

    /// The most that is taken from one start, in bytes: some thousand paths.
    const MOST: u64 = 1 << 20;
    /// How long either side waits for the other.
    const PATIENCE: Duration = Duration::from_secs(2);
    /// What is answered when the files were taken.
    const TAKEN: &[u8] = b"taken";

    /// Where the socket lies for this user and display; `None` without a folder of their own.
    pub(super) fn place() -> Option<PathBuf> {
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

    pub(super) fn or_hand_over(paths: &[PathBuf], at: PathBuf) -> Option<Door> {
        if hand_over(paths, &at).is_some() {
            return None;
        }
        // What a killed program left answers nobody.
        let _gone = std::fs::remove_file(&at);
        Some(Door {
            socket: UnixListener::bind(&at).ok().map(|listener| (listener, at)),
        })
    }

    fn hand_over(paths: &[PathBuf], at: &Path) -> Option<()> {
        let mut stream = UnixStream::connect(at).ok()?;
        stream.set_read_timeout(Some(PATIENCE)).ok()?;
        stream.set_write_timeout(Some(PATIENCE)).ok()?;
        let absolute = paths
            .iter()
            .filter_map(|path| std::path::absolute(path).ok());
        for path in absolute {
            stream.write_all(path.as_os_str().as_bytes()).ok()?;
            stream.write_all(&[0]).ok()?;
        }
        stream.shutdown(Shutdown::Write).ok()?;
        let mut answer = [0; TAKEN.len()];
        stream.read_exact(&mut answer).ok()?;
        (answer == TAKEN).then_some(())
    }

    pub(super) fn serve(listener: &UnixListener, mailbox: &Mailbox) {
        for stream in listener.incoming().flatten() {
            if let Some(paths) = taken(stream) {
                mailbox.send(Answer::SecondStart(paths));
            }
        }
    }

    fn taken(mut stream: UnixStream) -> Option<Vec<PathBuf>> {
        stream.set_read_timeout(Some(PATIENCE)).ok()?;
        let mut bytes = Vec::new();
        (&stream).take(MOST).read_to_end(&mut bytes).ok()?;
        let paths = bytes.split_inclusive(|&byte| byte == 0);
        let paths = paths.filter_map(|path| path.strip_suffix(&[0]));
        let paths = paths.map(|path| PathBuf::from(OsStr::from_bytes(path)));
        let paths = paths.collect();
        stream.write_all(TAKEN).ok()?;
        Some(paths)
    }

    #[cfg(test)]
    mod tests {
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
            let first = or_hand_over(&[], at.clone()).unwrap();
            let (mailbox, inbox) = Mailbox::new(Context::default());
            first.await_others(&mailbox);
            let files = [PathBuf::from("/data/Fälle & co #1 100%/a\nb.ron")];
            assert!(or_hand_over(&files, at.clone()).is_none());
            match inbox.recv_timeout(Duration::from_secs(5)) {
                Ok(Answer::SecondStart(paths)) => assert_eq!(paths, files),
                other => panic!("{other:?}"),
            }
            drop(first);
            assert!(!at.exists(), "the door is gone with the window");
        }
    }
}
