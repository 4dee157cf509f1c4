//! A second start while the program runs: it hands the files over and ends, and the running
//! window opens them. On systems without a door for it, a second start opens a window of its own.

#[cfg(target_os = "linux")]
mod linux;
#[cfg(windows)]
mod windows;

use std::path::PathBuf;
#[cfg(any(target_os = "linux", windows))]
use std::thread;

#[cfg(target_os = "linux")]
use linux as system;
#[cfg(windows)]
use windows as system;

use super::mailbox::Mailbox;

/// How often a program that was started again looks whether the one before has gone.
#[cfg(any(target_os = "linux", windows))]
const LOOKS: u32 = 40;

/// The place where second starts are awaited, once this is the first.
#[derive(Debug, Default)]
pub(super) struct Door {
    #[cfg(any(target_os = "linux", windows))]
    listener: Option<system::Listener>,
}

#[cfg(any(target_os = "linux", windows))]
impl Door {
    /// Hands the files to a window that is open already: `None` if that was done. A program that
    /// was started again waits until the one before has left its door.
    pub(super) fn or_hand_over(paths: &[PathBuf], started_again: bool) -> Option<Self> {
        if started_again {
            let listener = (0..LOOKS).find_map(|_| {
                let listener = system::listener();
                if listener.is_none() {
                    thread::sleep(said::PATIENCE / LOOKS);
                }
                listener
            });
            return Some(Self { listener });
        }
        if system::hand_over(paths).is_some() {
            return None;
        }
        let listener = system::listener();
        // Of several that start at once, one was first after all.
        if listener.is_none() && system::hand_over(paths).is_some() {
            return None;
        }
        Some(Self { listener })
    }

    /// Has the window open what second starts hand over.
    pub(super) fn await_others(&self, mailbox: &Mailbox) {
        if let Some(listener) = &self.listener {
            listener.serve(mailbox);
        }
    }
}

#[cfg(not(any(target_os = "linux", windows)))]
impl Door {
    /// Nobody else can be told here.
    pub(super) fn or_hand_over(_: &[PathBuf], _: bool) -> Option<Self> {
        Some(Self::default())
    }

    /// Nobody hands over anything here.
    pub(super) fn await_others(&self, _: &Mailbox) {}
}

/// What the two starts say to each other: paths that end with a zero each, the last with two, and
/// the answer that they were taken.
#[cfg(any(target_os = "linux", windows))]
mod said {
    use std::io::{BufRead as _, BufReader, Read, Write};
    use std::time::Duration;

    /// The most that is taken from one start, in bytes: some thousand paths.
    const MOST: u64 = 1 << 20;
    const TAKEN: &[u8] = b"taken";
    /// How long either waits for the other, whose window may still be opening.
    pub(super) const PATIENCE: Duration = Duration::from_secs(4);

    /// Says the paths; `None` if they were not taken.
    pub(super) fn give(mut stream: impl Read + Write, paths: &[Vec<u8>]) -> Option<()> {
        let mut bytes = paths.join(&0);
        bytes.extend(if paths.is_empty() { &[0][..] } else { &[0, 0] });
        stream.write_all(&bytes).ok()?;
        let mut answer = [0; TAKEN.len()];
        stream.read_exact(&mut answer).ok()?;
        (answer == TAKEN).then_some(())
    }

    /// Takes the paths; `None` if they were not said to the end.
    pub(super) fn take(stream: impl Read + Write) -> Option<Vec<Vec<u8>>> {
        let mut reader = BufReader::new(stream.take(MOST));
        let mut paths = Vec::new();
        loop {
            let mut path = Vec::new();
            reader.read_until(0, &mut path).ok()?;
            if path.pop()? != 0 {
                return None;
            }
            if path.is_empty() {
                break;
            }
            paths.push(path);
        }
        let mut stream = reader.into_inner().into_inner();
        stream.write_all(TAKEN).ok()?;
        Some(paths)
    }
}
