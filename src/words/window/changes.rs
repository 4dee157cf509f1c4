//! What changed in a dataset since another version of it.

use std::time::Duration;

use crate::words::names::counted;

/// The panel.
pub const TITLE: &str = "What changed";
/// Closes it.
pub const CLOSE: &str = "Close";
/// The dataset whose changes are shown, for those who hear it.
pub fn in_spoken(name: &str) -> String {
    format!("{name}, what changed in this dataset")
}
/// Over the versions to compare with.
pub const SINCE: &str = "Compared with how it was";
/// That nothing was kept.
pub const NONE_KEPT: &str = "No earlier state is kept: Opatlas keeps one whenever it writes the \
    file. Compare with another file instead.";
/// Asks for another file in a dialog.
pub const PICK: &str = "Choose another file…";
/// The field for its path.
pub const PATH: &str = "Or its path";
/// The title of the dialog.
pub const DIALOG: &str = "Compare with another version";
/// While the other version is read.
pub const READING: &str = "Reading…";
/// That the dataset is not open any more.
pub const CLOSED: &str = "The dataset is not open any more.";
/// That nothing of the other version can be used.
pub const UNUSABLE: &str = "Nothing in that file can be used.";
/// Over the numbers that differ.
pub const NUMBERS: &str = "Numbers";
/// Over the numbers that rest on something else.
pub const EVIDENCE: &str = "Evidence alone";
/// Over everything else.
pub const OTHERS: &str = "Everything else";

/// An earlier state, by how long ago it was replaced.
pub fn replaced(ago: Option<Duration>) -> String {
    const MINUTE: u64 = 60;
    const HOUR: u64 = 60 * MINUTE;
    const DAY: u64 = 24 * HOUR;
    let Some(seconds) = ago.map(|ago| ago.as_secs()) else {
        return "before an earlier change".to_owned();
    };
    let (length, one, many) = match seconds {
        0..MINUTE => return "before the change of a moment ago".to_owned(),
        MINUTE..HOUR => (MINUTE, "minute", "minutes"),
        HOUR..DAY => (HOUR, "hour", "hours"),
        DAY.. => (DAY, "day", "days"),
    };
    let count = usize::try_from(seconds / length).unwrap_or(usize::MAX);
    format!("before the change {} ago", counted(count, one, many))
}
