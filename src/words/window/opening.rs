//! Opening things: the open datasets, files that were open lately, a starter, paths.

use std::path::Path;

use crate::words::counted;

/// The menu of open datasets, for those who hear the window.
pub const DATASETS: &str = "Open datasets";
/// Over the files that were open lately.
pub const RECENT: &str = "Open again";
/// Where no dataset is open.
pub const NONE_OPEN: &str = "No dataset";
/// Where a dataset comes from that is built in.
pub const BUILT_IN: &str = "comes with Opatlas";
/// Of a file that was open lately.
pub const MISSING: &str = "no longer there";
/// Of a file that is open.
pub const STALE: &str = "The file is broken now; this is how it was before";
/// Of a file that is open.
pub const UNUSABLE: &str = "Nothing in it could be used; see Problems";

/// How many datasets are open, by their button: the title of the only one.
pub fn datasets(titles: &[String]) -> String {
    match titles {
        [] => NONE_OPEN.to_owned(),
        [one] => one.clone(),
        many => counted(many.len(), "dataset", "datasets"),
    }
}

/// The button's name for those who hear it: what is open, and how many problems there are.
pub fn datasets_spoken(titles: &[String], problems: usize) -> String {
    let datasets = datasets(titles);
    if problems == 0 {
        datasets
    } else {
        format!("{datasets}, {}", counted(problems, "problem", "problems"))
    }
}

/// Beside a dataset that has problems.
pub fn problems(count: usize) -> String {
    counted(count, "problem", "problems")
}

/// The button that closes a dataset.
pub fn close(title: &str) -> String {
    format!("Close {title}")
}

/// What opens a dataset's problems.
pub fn show_problems(title: &str, count: usize) -> String {
    format!("{} of {title}, show them", problems(count))
}

/// A file that was open lately, for those who hear it.
pub fn recent_spoken(name: &str, missing: bool) -> String {
    if missing {
        format!("{name}, {MISSING}")
    } else {
        name.to_owned()
    }
}

/// A file's name, else its whole path.
pub fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    name.to_string_lossy().into_owned()
}

/// The window without a dataset.
pub const WELCOME: &str = "No dataset is open";
/// What one can do then.
pub const WELCOME_NOTE: &str =
    "Open a .ron file, drop one on the window, or begin with what comes with Opatlas.";
/// The window with files of which nothing could be used.
pub const NOTHING_USED: &str = "Nothing in the open files could be used";
/// What one can do then.
pub const NOTHING_USED_NOTE: &str = "Mend the file in an editor: it is read again as soon as it is saved. Or begin with other data.";
/// Leads to what is wrong.
pub const SHOW_PROBLEMS: &str = "Show what is wrong";
/// While the first files are read.
pub const READING: &str = "Reading…";
/// What a starter is for.
pub const STARTER_NOTE: &str = "A starter is a small dataset that explains every field of the format. Write your figures into it.";

/// While files are held over the window.
pub fn drop_them(count: usize) -> String {
    match count {
        1 => "Drop to open the file".to_owned(),
        many => format!("Drop to open {many} files"),
    }
}

/// The texts of the field that takes a path.
#[derive(Debug, Clone, Copy)]
pub struct PathTexts {
    /// Its title.
    pub title: &'static str,
    /// The field's name for those who hear it.
    pub field: &'static str,
    /// What stands in the empty field.
    pub hint: &'static str,
    /// What carries it out.
    pub button: &'static str,
    /// What can be typed.
    pub note: &'static str,
}

/// To open a dataset.
pub const OPEN_PATH: PathTexts = PathTexts {
    title: "Open by path",
    field: "Path of a dataset",
    hint: "~/datasets/operations.ron",
    button: "Open",
    note: "A path, a path in quotes or a file:// address; ~ is your home folder. Enter opens, Esc closes.",
};

/// To write a starter.
pub const STARTER_PATH: PathTexts = PathTexts {
    title: "New starter",
    field: "Path of the new dataset",
    hint: "~/datasets/mine.ron",
    button: "Write",
    note: "A file that is not there yet. It is written, and opened; edit it in any text editor and save: the window follows.",
};

/// The name that a starter is given where nobody says another.
pub const STARTER_NAME: &str = "mine.ron";

/// The title of the dialog that asks where a starter goes.
pub const STARTER_DIALOG: &str = "Write a starter";

/// Why no starter was written.
pub fn starter_not_written(why: &str, path: &Path) -> String {
    format!("No starter was written: {why}; {}", path.display())
}
