//! Whether the desktop is light or dark and asks for more contrast, and when that changes. No window
//! system on Linux tells; the desktop's portal does, where there is one.

use std::sync::mpsc::{Receiver, Sender};
use std::time::Duration;

use eframe::egui::{Context, Theme};
use zbus::blocking::{Connection, Proxy};
use zbus::zvariant::{OwnedValue, Value};

use crate::draw::theme;

/// How long the first picture waits to be in the right colours.
const PATIENCE: Duration = Duration::from_millis(50);

/// The portal's group of settings for what is asked here.
const GROUP: &str = "org.freedesktop.appearance";
/// Its name for light or dark.
const SCHEME: &str = "color-scheme";
/// Its name for more contrast.
const CONTRAST: &str = "contrast";

/// How the desktop wants its windows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Colours {
    /// Light or dark; light where it has no preference.
    pub(super) theme: Theme,
    /// Whether text and outlines are to stand out more.
    pub(super) more_contrast: bool,
}

impl Colours {
    /// As it is where the desktop says nothing: paper is white.
    pub(super) const UNTOLD: Self = Self {
        theme: Theme::Light,
        more_contrast: false,
    };

    /// Has a context show them, where the system's are wanted.
    pub(super) fn show(self, ctx: &Context) {
        ctx.options_mut(|options| options.fallback_theme = self.theme);
        theme::set_contrast(ctx, self.more_contrast);
    }

    /// With what one of the portal's settings says; whether it concerns them.
    fn hear(&mut self, name: &str, value: &Value<'_>) -> bool {
        // 1 is "prefers dark" of the one and "prefers more" of the other; 0 and 2 are neither.
        let asks = number(value) == Some(1);
        match name {
            SCHEME if asks => self.theme = Theme::Dark,
            SCHEME => self.theme = Theme::Light,
            CONTRAST => self.more_contrast = asks,
            _ => return false,
        }
        true
    }
}

/// Tells the desktop's colours where someone waits for the first, and `later` once nobody does.
pub(super) fn follow(first: &Sender<Colours>, later: impl Fn(Colours)) {
    // Without a portal, or when it goes away, the colours stay as they are.
    let _ended = listen(|colours| {
        if first.send(colours).is_err() {
            later(colours);
        }
    });
}

/// The desktop's colours, if it says so at once.
pub(super) fn told_first(desktop: Receiver<Colours>) -> Option<Colours> {
    let told = desktop.recv_timeout(PATIENCE).ok();
    drop(desktop);
    told
}

/// Tells the desktop's colours, now and with each change, for as long as there is a portal that
/// knows them.
fn listen(tell: impl Fn(Colours)) -> zbus::Result<()> {
    let desktop = Proxy::new(
        &Connection::session()?,
        "org.freedesktop.portal.Desktop",
        "/org/freedesktop/portal/desktop",
        "org.freedesktop.portal.Settings",
    )?;
    let changes = desktop.receive_signal("SettingChanged")?;
    let mut colours = Colours::UNTOLD;
    for name in [SCHEME, CONTRAST] {
        // Older portals know nothing of contrast.
        if let Ok(now) = desktop.call::<_, _, OwnedValue>("Read", &(GROUP, name)) {
            colours.hear(name, &now);
        }
    }
    tell(colours);
    for change in changes {
        let (group, name, value): (String, String, OwnedValue) = change.body().deserialize()?;
        if group == GROUP && colours.hear(&name, &value) {
            tell(colours);
        }
    }
    Ok(())
}

/// The number that a portal's value holds, however wrapped.
fn number(value: &Value<'_>) -> Option<u32> {
    if let Value::Value(inner) = value {
        return number(inner);
    }
    u32::try_from(value).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_desktop_that_prefers_dark_or_contrast_gets_it_and_any_other_neither() {
        let wrapped = Value::Value(Box::new(Value::U32(1)));
        for yes in [&wrapped, &Value::U32(1)] {
            let mut colours = Colours::UNTOLD;
            assert!(colours.hear(SCHEME, yes) && colours.hear(CONTRAST, yes));
            assert_eq!((colours.theme, colours.more_contrast), (Theme::Dark, true));
            for other in [0, 2, 9]
                .map(Value::U32)
                .into_iter()
                .chain([Value::from("1")])
            {
                let mut after = colours;
                assert!(after.hear(SCHEME, &other) && after.hear(CONTRAST, &other));
                assert_eq!(after, Colours::UNTOLD);
            }
            assert!(!colours.hear("accent-color", yes));
        }
    }
}
