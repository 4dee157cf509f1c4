//! How threads answer the window: a command in its inbox and a nudge to look at it. And how
//! they start: with a name, and with a panic turned into a sentence.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::Builder;

use eframe::egui::{ColorImage, Context};

use crate::state::{Command, What};
use crate::words::window::outside as words;

/// An answer from a thread.
#[derive(Debug)]
pub(super) enum Answer {
    /// Something for the state.
    Command(Command),
    /// The system asks the program to end, by a signal.
    #[cfg(unix)]
    Close,
    /// The program was started again, with these files.
    #[cfg(any(target_os = "linux", windows))]
    SecondStart(Vec<PathBuf>),
    /// The desktop wants its windows so from now on.
    #[cfg(target_os = "linux")]
    Colours(super::colours::Colours),
    /// A place to save to was picked in a dialog, which has asked before replacing a file.
    Picked(What, PathBuf),
    /// A picture for the clipboard.
    Copied(ColorImage),
}

/// Where threads put their answers.
#[derive(Debug, Clone)]
pub(super) struct Mailbox {
    sender: Sender<Answer>,
    ctx: Context,
}

impl Mailbox {
    /// A mailbox and the inbox behind it.
    pub(super) fn new(ctx: Context) -> (Self, Receiver<Answer>) {
        let (sender, inbox) = mpsc::channel();
        (Self { sender, ctx }, inbox)
    }

    /// Puts an answer into the inbox and wakes the window. Once the window is closed nobody
    /// wants answers any more.
    pub(super) fn send(&self, answer: Answer) {
        if self.sender.send(answer).is_ok() {
            self.ctx.request_repaint();
        }
    }

    /// Puts a command into the inbox.
    pub(super) fn command(&self, command: Command) {
        self.send(Answer::Command(command));
    }

    /// Has the status line say that something failed.
    pub(super) fn failed(&self, text: impl Into<String>) {
        self.command(Command::Tell {
            text: text.into(),
            failed: true,
        });
    }

    /// Runs work on a thread of its own. If it panics, the status line says so and the window
    /// goes on.
    pub(super) fn on_thread(&self, name: &str, work: impl FnOnce(&Self) + Send + 'static) {
        let mailbox = self.clone();
        let task = name.to_owned();
        let started = Builder::new()
            .name(format!("opatlas {name}"))
            .spawn(move || {
                if let Err(panic) = catch_unwind(AssertUnwindSafe(|| work(&mailbox))) {
                    mailbox.failed(words::stopped(&task, &panic_words(&*panic)));
                }
            });
        if let Err(error) = started {
            self.failed(words::not_started(name, error));
        }
    }
}

/// What a panic said, on one line.
pub(super) fn panic_words(panic: &(dyn Any + Send)) -> String {
    let words = panic
        .downcast_ref::<&str>()
        .map(|words| (*words).to_owned())
        .or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "no reason was given".to_owned());
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_panic_on_a_thread_becomes_a_notice() {
        let (mailbox, inbox) = Mailbox::new(Context::default());
        mailbox.on_thread("reader", |_| panic!("a number was too large"));
        match inbox.recv_timeout(Duration::from_secs(5)) {
            Ok(Answer::Command(Command::Tell { text, failed: true })) => {
                assert!(
                    text.contains("reader") && text.contains("a number was too large"),
                    "{text}"
                );
            }
            other => panic!("{other:?}"),
        }
    }
}
