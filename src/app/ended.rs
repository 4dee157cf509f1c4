//! The system asks the program to end: on shutting down, by `kill`, by Ctrl+C in a terminal. The
//! window is closed as if a person had closed it, so that nothing chosen is lost.

use super::mailbox::Mailbox;

/// Has the window told when the system asks the program to end; asked twice, it ends at once.
#[cfg(unix)]
pub(super) fn tell(mailbox: &Mailbox) {
    use super::mailbox::Answer;
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;
    // Without it the program ends as it would have.
    let Ok(mut signals) = Signals::new([SIGTERM, SIGINT, SIGHUP]) else {
        return;
    };
    mailbox.on_thread("signals", move |mailbox| {
        let mut asked = signals.forever();
        if asked.next().is_some() {
            mailbox.send(Answer::Close);
        }
        if let Some(signal) = asked.next() {
            let _ended = signal_hook::low_level::emulate_default_handler(signal);
        }
    });
}

/// Elsewhere the system closes the window itself.
#[cfg(not(unix))]
pub(super) fn tell(_: &Mailbox) {}
