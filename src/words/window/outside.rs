//! What the world outside the window answers: settings, files that are followed, threads.

use std::fmt::Display;
use std::path::Path;

/// The settings are there, but cannot be read.
pub fn settings_not_read(why: impl Display, path: &Path) -> String {
    format!("The settings could not be read: {why}; {}", path.display())
}

/// The settings could not be written.
pub fn settings_not_saved(why: impl Display, path: &Path) -> String {
    format!("The settings were not saved: {why}; {}", path.display())
}

/// Some of the settings were not understood; as they were, they are in another file.
pub fn settings_set_aside(why: &str, aside: &Path) -> String {
    format!(
        "Not all of the settings could be used ({why}); as they were, they are kept aside: {}",
        aside.display()
    )
}

/// Some of the settings were not understood, and could not be kept.
pub fn settings_not_used(why: &str, path: &Path) -> String {
    format!(
        "Not all of the settings could be used: {why}; {}",
        path.display()
    )
}

/// A folder whose files cannot be followed.
pub fn folder_not_followed(folder: &Path, why: impl Display) -> String {
    format!("Changes in {} will not be noticed: {why}", folder.display())
}

/// No file can be followed.
pub fn not_followed(why: impl Display) -> String {
    format!("Changes to open files will not be noticed: {why}")
}

/// A saved view that cannot be read.
pub fn view_not_used(why: impl Display, path: &Path) -> String {
    format!("The view cannot be used: {why}; {}", path.display())
}

/// A task that could not begin.
pub fn not_started(task: &str, why: impl Display) -> String {
    format!("The {task} could not start: {why}")
}

/// A task that ended in a panic.
pub fn stopped(task: &str, why: &str) -> String {
    format!("The {task} stopped because of a fault in Opatlas: {why}")
}

/// The thread that reads files is gone.
pub const NO_READER: &str = "Files can no longer be read; start Opatlas again";

/// What is copied where an address cannot be followed.
pub const THE_ADDRESS: &str = "the address";

/// An address that no program takes.
pub fn no_browser(address: &str) -> String {
    format!("No browser could be started; the address is on the clipboard: {address}")
}
