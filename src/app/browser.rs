//! Following an address: the system has a program for it, which is started; nothing is fetched
//! here. Never through a shell.

use std::ffi::OsStr;
use std::process::{Command, Stdio};

use super::mailbox::Mailbox;
use crate::state;
use crate::words::window::outside;

/// Opens an address in the person's browser; where there is none, it is on the clipboard.
pub(super) fn follow(mailbox: &Mailbox, address: String) {
    mailbox.on_thread("browser", move |mailbox| {
        if !is_address(&address) || !opens(for_this_system(OsStr::new(&address))) {
            mailbox.command(state::Command::Copy(address.clone(), outside::THE_ADDRESS));
            mailbox.failed(outside::no_browser(&address));
        }
    });
}

/// The program that hands something to whichever program opens it here.
pub(super) fn for_this_system(what: &OsStr) -> Command {
    let mut words = if cfg!(target_os = "macos") {
        Command::new("open")
    } else if cfg!(windows) {
        let mut words = Command::new("rundll32");
        words.arg("url.dll,FileProtocolHandler");
        words
    } else {
        Command::new("xdg-open")
    };
    words.arg(what);
    words
}

/// Whether it is one that a browser shows: a file or another program's address is never started.
fn is_address(address: &str) -> bool {
    ["https://", "http://"]
        .iter()
        .any(|scheme| address.starts_with(scheme))
}

/// Starts a program and waits until it has ended, as these do at once or with the browser.
fn opens(mut command: Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use eframe::egui::Context;

    use super::super::mailbox::Answer;
    use super::*;

    #[test]
    fn what_is_no_web_address_is_never_started_and_said_to_be_on_the_clipboard() {
        for address in ["file:///etc/passwd", "/usr/bin/true", "-h", "javascript:0"] {
            let (mailbox, inbox) = Mailbox::new(Context::default());
            follow(&mailbox, address.to_owned());
            let answers = || inbox.recv_timeout(Duration::from_secs(5)).unwrap();
            match (answers(), answers()) {
                (
                    Answer::Command(state::Command::Copy(copied, _)),
                    Answer::Command(state::Command::Tell { text, failed: true }),
                ) => assert!(copied == address && text.contains(address), "{text}"),
                other => panic!("{other:?}"),
            }
        }
    }

    #[test]
    fn a_program_that_is_missing_or_fails_has_opened_nothing() {
        assert!(!opens(Command::new("/nowhere/xdg-open")));
        if cfg!(unix) {
            assert!(!opens(Command::new("false")) && opens(Command::new("true")));
        }
    }
}
