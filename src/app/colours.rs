//! Whether the desktop is light or dark, and when that changes. No window system on Linux tells; the
//! desktop's portal does, where there is one.

use std::sync::mpsc::{self, Sender};
use std::time::Duration;

use eframe::egui::Theme;
use zbus::blocking::{Connection, Proxy};
use zbus::zvariant::{OwnedValue, Value};

use super::mailbox::{Answer, Mailbox};

/// How long the first picture waits to be in the right colours.
const PATIENCE: Duration = Duration::from_millis(50);
/// What is asked for, by group and name.
const SETTING: (&str, &str) = ("org.freedesktop.appearance", "color-scheme");

/// The desktop's colours, if it says so at once; from then on the window is told of each change.
pub(super) fn follow(mailbox: &Mailbox) -> Option<Theme> {
    let (sender, first) = mpsc::channel();
    mailbox.on_thread("colours", move |mailbox| {
        // Without a portal, or when it goes away, the colours stay as they are.
        let _ended = listen(mailbox, sender);
    });
    first.recv_timeout(PATIENCE).ok()
}

fn listen(mailbox: &Mailbox, first: Sender<Theme>) -> zbus::Result<()> {
    let desktop = Proxy::new(
        &Connection::session()?,
        "org.freedesktop.portal.Desktop",
        "/org/freedesktop/portal/desktop",
        "org.freedesktop.portal.Settings",
    )?;
    let changes = desktop.receive_signal("SettingChanged")?;
    let now: OwnedValue = desktop.call("Read", &SETTING)?;
    if first.send(theme(&now)).is_err() {
        mailbox.send(Answer::Colours(theme(&now)));
    }
    drop(first);
    for change in changes {
        let (group, name, value): (String, String, OwnedValue) = change.body().deserialize()?;
        if (group.as_str(), name.as_str()) == SETTING {
            mailbox.send(Answer::Colours(theme(&value)));
        }
    }
    Ok(())
}

/// What a portal's value means; light where it has no preference.
fn theme(value: &Value<'_>) -> Theme {
    const PREFERS_DARK: u32 = 1;
    if let Value::Value(inner) = value {
        return theme(inner);
    }
    let prefers = u32::try_from(value);
    if prefers.is_ok_and(|prefers| prefers == PREFERS_DARK) {
        Theme::Dark
    } else {
        Theme::Light
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_desktop_that_prefers_dark_is_dark_and_any_other_light() {
        let wrapped = Value::Value(Box::new(Value::U32(1)));
        assert_eq!(theme(&wrapped), Theme::Dark);
        assert_eq!(theme(&Value::U32(1)), Theme::Dark);
        for other in [
            Value::U32(0),
            Value::U32(2),
            Value::U32(9),
            Value::from("1"),
        ] {
            assert_eq!(theme(&other), Theme::Light);
        }
    }
}
