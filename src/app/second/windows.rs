//! The door on Windows: a named pipe, one for each user and session. Other users may not write
//! to it, and other machines do not reach it.

use std::env;
use std::path::PathBuf;
use std::sync::{Arc, mpsc};
use std::thread::Builder;

use interprocess::local_socket::prelude::*;
use interprocess::local_socket::{self, GenericNamespaced, ListenerOptions, Name, Stream};

use super::said::{self, PATIENCE};
use crate::app::mailbox::{Answer, Mailbox};

/// Where second starts are awaited.
#[derive(Debug)]
pub(super) struct Listener(Arc<local_socket::Listener>);

/// What the pipe is called for this user and session.
fn name() -> Option<Name<'static>> {
    let of = |variable| env::var(variable).unwrap_or_default();
    let name = format!("opatlas-{}-{}", of("USERNAME"), of("SESSIONNAME"));
    let name = name.replace('\\', "-");
    name.to_ns_name::<GenericNamespaced>().ok()
}

/// On a thread, because a pipe knows no patience.
pub(super) fn hand_over(paths: &[PathBuf]) -> Option<()> {
    let texts = paths.iter().map(|path| {
        let path = std::path::absolute(path).ok()?;
        // What is no text cannot be handed over as one.
        path.to_str().map(|path| path.as_bytes().to_vec())
    });
    let texts = texts.collect::<Option<Vec<_>>>()?;
    let (done, answer) = mpsc::channel();
    let thread = Builder::new().name("opatlas second start".to_owned());
    let giving = move || {
        let given = Stream::connect(name()?).ok();
        done.send(said::give(given?, &texts)).ok()
    };
    thread.spawn(giving).ok()?;
    answer.recv_timeout(PATIENCE).ok()?
}

pub(super) fn listener() -> Option<Listener> {
    let listener = ListenerOptions::new().name(name()?).create_sync().ok()?;
    Some(Listener(Arc::new(listener)))
}

impl Listener {
    /// Has a thread give the window what is handed over.
    pub(super) fn serve(&self, mailbox: &Mailbox) {
        let listener = Arc::clone(&self.0);
        mailbox.on_thread("second start", move |mailbox| {
            for stream in listener.incoming().flatten() {
                if let Some(paths) = said::take(stream) {
                    let paths = paths
                        .into_iter()
                        .filter_map(|path| String::from_utf8(path).ok());
                    mailbox.send(Answer::SecondStart(paths.map(PathBuf::from).collect()));
                }
            }
        });
    }
}
