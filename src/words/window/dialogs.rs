//! File dialogs of the system.

/// Which files to open.
pub const OPEN: &str = "Open datasets";
/// Where to save.
pub const SAVE: &str = "Save as";
/// Files the program opens.
pub const DATASETS_AND_VIEWS: &str = "Datasets and views";
/// Any file.
pub const ALL_FILES: &str = "All files";
/// That there is no dialog.
pub const NONE: &str = "No file dialog could be opened here; type the path instead";
/// That there is one already.
pub const ONE_IS_OPEN: &str =
    "A file dialog is open already; if you cannot see it, type the path instead";
